"""Text that can be written down.

JSON's escapes can make half of a character: a lone surrogate, which no encoding holds. A text with one in it
could be neither sent back nor kept.
"""

from __future__ import annotations


def encodable(text: str) -> str:
    r"""The text, each lone surrogate in it replaced by its own escape, such as ``\ud800``.

    In a JSON string that escape is as invalid as what it stands for, so an answer that was wrong stays so.

    Args:
        text: What a server or a model says.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text
