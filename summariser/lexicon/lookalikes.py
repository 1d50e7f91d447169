"""Letters and digits of other alphabets that look like plain ones."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_PAIRS: Final = (
    # Cyrillic
    "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl ьb АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ҮY ӀI ԌG ԜW "
    # Greek
    "αa οo νv ρp ιi κk υu τt γy ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX "
    # Armenian, phonetic signs, small capitals
    "օo սu հh ոn ɑa ɡg ɩi ʟl"
)
LOOKALIKES: Final[dict[str, str]] = {pair[0]: pair[1] for pair in _PAIRS.split()}
"""To be read so only within a word that has Latin letters: "Осло" alone is Cyrillic."""
_ARABIC: Final = range(0x0660, 0x06FA)
"""The digits of Arabic articles, which are read as they stand."""


def _folded() -> Iterator[tuple[str, str]]:
    """Digits of every other set, and letters of full width and of mathematics."""
    for code in range(0x80, 0x1FBFA):
        char = chr(code)
        if unicodedata.category(char) == "Nd" and code not in _ARABIC:
            yield char, str(unicodedata.decimal(char))
        elif 0xFF21 <= code <= 0xFF5A or 0x1D400 <= code <= 0x1D7CB:
            plain = unicodedata.normalize("NFKC", char)
            if len(plain) == 1 and plain.isascii() and plain.isalpha():
                yield char, plain


FOLDED: Final[dict[str, str]] = dict(_folded())
"""Never signs of their own: "１２" and "𝟏𝟐" are 12. Raised and circled digits are, and are not here."""
