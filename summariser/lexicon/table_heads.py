"""What the heads of tables say of the numbers under them, in English, French, Spanish and Arabic."""

import re
from typing import Final

_THOUSANDS: Final = re.compile(
    r"\bin thousands?\b|[’'x×]\s?(?:1[,. ]?)?000\b|\b000s|\ben (?:milliers|miles)\b"
    r"|[(\[,]\s*(?:thousands|milliers|miles|آلاف)\s*(?:[)\]]|$)|بال(?:آلاف|ألف)",
    re.IGNORECASE,
)
_MILLIONS: Final = re.compile(
    r"\b(?:in|en) mill(?:ions?|ones)\b|[(\[,]\s*mill(?:ions|ones)\s*(?:[)\]]|$)|بالملايين", re.IGNORECASE
)


def scale_of(head: str) -> int:
    """How many each number under a head stands for: 1,000 under "IDPs (in thousands)", else 1.

    Args:
        head: The words of the head, or of the caption.
    """
    if _THOUSANDS.search(head):
        return 1_000
    return 1_000_000 if _MILLIONS.search(head) else 1
