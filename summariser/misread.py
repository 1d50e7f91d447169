"""UTF-8 that was read as Windows-1252 or Latin-1 on its way: "â€™" for an apostrophe, "Ã©" for "é".

The places where it happened must be known, so that what is cited is the article as it came; a repaired copy
alone (as ftfy gives it) would not do. Repaired is only what the bytes leave no doubt of: the signs must be
UTF-8 of a Latin or Arabic letter or of typography, and they must be most of what the text has beside ASCII.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.rewriting import Rewriting, rewritten

_BYTES: Final[dict[str, int]] = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    sign: byte for byte in range(0x80, 0xA0) if (sign := bytes([byte]).decode("cp1252", "ignore"))
}
"""Bytes by the sign that they are read as, in either encoding."""


def _signs(first: int, last: int) -> str:
    return "".join(re.escape(sign) for sign, byte in _BYTES.items() if first <= byte <= last)


_NEXT: Final = _signs(0x80, 0xBF)
_LEADS: Final = "\u00c2-\u00c5\u00d8-\u00db\u00e2\u00ef"
"""What begins Latin letters, Arabic letters, typography, the byte order mark."""
_MISREAD: Final = re.compile(
    f"[\u00c2-\u00c5\u00d8-\u00db][{_NEXT}]|\u00e2[\u0080\u20ac\u0084\u201e][{_NEXT}]|\u00ef\u00bb\u00bf"
)
_CLOSING: Final = "\u0085\u0091-\u0097\u00bb\u2026\u2018\u2019\u201c\u201d\u2022\u2013\u2014"
_END_OF_A_NAME: Final = re.compile(f"(?<=[A-Z]{{2}})[{_LEADS}][{_CLOSING}](?!\\w)")
""" "MANHÃ…": a letter and the mark behind it."""

_LATIN_BEFORE: Final = re.compile("(?<=[A-Za-z])[\u00d8-\u00db]")
"""No word is half Latin, half Arabic: "ÑANDÚ¡"."""


def read_rightly(text: str) -> Rewriting | None:
    """The text with such signs put right; None where there are none, or where it is not beyond doubt."""
    if text.isascii() or _MISREAD.search(text) is None:
        return None
    edits = [(m.start(), m.end(), new) for m in _MISREAD.finditer(text) if (new := _right(text, m))]
    strange = len(text) - len(text.encode("ascii", "ignore"))
    within = sum(len(text[start:end]) for start, end, _ in edits)
    return rewritten(text, edits) if edits and 2 * within > strange else None


def _right(text: str, found: re.Match[str]) -> str:
    if _END_OF_A_NAME.match(text, found.start()) or _LATIN_BEFORE.match(text, found.start()):
        return ""
    try:
        return bytes(_BYTES[sign] for sign in found.group()).decode("utf-8")
    except UnicodeDecodeError:
        return ""
