"""Tokens of a sentence, with digit literals already read.

A literal is everything that one writer meant as one figure: ``66,000``, ``9 300``, ``1.234.567``, ``3,5``,
``11:00``, ``2019-03-12``. Reading is anchored at a digit and every pattern is free of nested repetition,
so a megabyte of digits or separators takes linear time.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final, Literal

Number = int | float
Shape = Literal["plain", "grouped", "decimal", "dot3", "fraction", "clock", "date", "code"]

_MAX_DIGITS: Final = 18
"""A longer run of digits is a code, not a quantity (and int() refuses to read very long ones)."""


class Token:
    """A word, a digit literal or a single other character, with its span in the original text."""

    __slots__ = ("end", "glued", "kind", "low", "shape", "start", "text", "value")

    def __init__(
        self,
        kind: Literal["word", "number", "mark"],
        text: str,
        start: int,
        glued: bool,
        *,
        shape: Shape | None = None,
        value: Number | None = None,
    ) -> None:
        self.kind = kind
        self.text = text
        self.low = _plain(text) if kind == "word" else text
        self.start = start
        self.end = start + len(text)
        self.glued = glued  # no white space between this token and the one before it
        self.shape = shape
        self.value = value

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()


_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")


def _plain(word: str) -> str:
    """A word in lower case, an Arabic one without its vowel signs, which are left out as often as written."""
    return word.lower() if word < "\u0600" else _VOWEL_SIGNS.sub("", word)


# Zero-width and direction marks are stepped over, so that they never part a number from its noun.
_MARKS = r"[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
# "U.S." is one word, so that its stops do not end a noun phrase.
_LETTERS = "(?:[^\\W\\d_][\u064b-\u0652\u0670]*)+"  # Arabic vowel signs stand above letters
_WORD = rf"(?:[A-Z]\.){{2,}}|{_LETTERS}(?:['’][^\W\d_]+)*"
_ELISION = r"(?:[ldnsjmtcLDNSJMTC]|[qQ]u)['’](?=[^\W\d_])"
_TOKEN = re.compile(rf"(\+?\d|\.\d)|({_WORD})|({_MARKS})")
_TOKEN_FR = re.compile(rf"(\+?\d|\.\d)|({_ELISION}|{_WORD})|({_MARKS})")


def tokenise(text: str, start: int, end: int, language: str = "en") -> list[Token]:
    """Return the tokens of ``text[start:end]`` in order."""
    pattern = _TOKEN_FR if language == "fr" else _TOKEN
    tokens: list[Token] = []
    position = start
    last_end = -1
    while match := pattern.search(text, position, end):
        at = match.start()
        if match[1] is None:
            position = match.end()
            kind: Literal["word", "mark"] = "word" if match[2] is not None else "mark"
            tokens.append(Token(kind, match[0], at, at == last_end))
        elif match[1][0] in "+.":
            position = _read_signed(text, at, end, tokens)
        else:
            position = _read_literal(text, at, end, tokens, language)
        last_end = position
    return tokens


def number_from(value: Decimal) -> Number:
    """Return an int where the value is whole, a float otherwise."""
    return int(value) if value == value.to_integral_value() else float(value)


_PHONE = re.compile(r"\+\d[\d\-().\s]{6,20}\d")
_SIGNED = re.compile(r"[+.]\d+")


def _read_signed(text: str, at: int, end: int, tokens: list[Token]) -> int:
    """Read what begins with a plus or a dot: a telephone number, or a calibre such as ".38"."""
    glued = _glued(tokens, at)
    phone = _PHONE.match(text, at, end)
    if phone and sum(char.isdigit() for char in phone[0]) >= 8:
        tokens.append(Token("number", phone[0], at, glued, shape="code"))
        return phone.end()
    match = _SIGNED.match(text, at, end)
    if text[at] == "." and match and len(match[0]) <= 4 and not glued:
        tokens.append(
            Token("number", match[0], at, glued, shape="decimal", value=float("0" + _ascii(match[0])))
        )
        return match.end()
    tokens.append(Token("mark", text[at], at, glued))
    return at + 1


_GAP = "[ \u00a0\u202f\u2009]"
_DATE = re.compile(
    r"(?:\d{4}-\d\d?-\d\d?|\d\d?/\d\d?/(?:\d{4}|\d\d)|\d\d?\.\d\d?\.(?:\d{4}|\d\d))(?![\d/]|[.-]\d)"
)
_CLOCK = re.compile(r"(?:\d\d?:\d\d(?::\d\d)?|\d\d?h\d\d)(?![\d:])")
_CLOCK_FR = re.compile(rf"\d\d?{_GAP}?[hH]{_GAP}?[0-5]\d(?!\d|{_GAP}\d)")
"""French: "21 h 10"."""
_CODE = re.compile(r"\d{2,4}-\d{2,4}-\d{3,4}(?![\d-])|\d{3}-0\d{3}(?!\d)")
_GROUPED = (
    # 66,000 and 1,234.5 and the Indian 1,50,000
    re.compile(r"\d{1,3}(?:[,٬，]\d{3})+(?!\d)(?:[.٫]\d+)?"),
    re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"),
    # "61, 000": a slip that is safe to read because a number does not begin with 0
    re.compile(r"\d{1,3}, 0\d\d(?!\d)"),
    # 1.234.567 and 1.234,5
    re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?"),
    re.compile(r"\d{1,3}\.\d{3},\d{1,2}(?!\d)"),
    re.compile(r"\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?"),
    re.compile(rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?:,\d\d?)?(?!\d|{_GAP}\d|[.,]\d)"),
)
_DOT3 = re.compile(r"\d{1,3}\.\d{3}(?!\d|[.,]\d)")
_VERSION = re.compile(r"\d+(?:\.\d+){2,}")
_FRACTION = re.compile(r"\d{1,3}/\d{1,3}(?![\d/])")
_DECIMAL = re.compile(r"\d+(?:[.٫]\d+|,\d\d?)(?!\d|[.,]\d)")
_PLAIN = re.compile(r"\d+")
_FIXED: Final[tuple[tuple[re.Pattern[str], Shape], ...]] = (
    (_DATE, "date"),
    (_CLOCK, "clock"),
    (_CODE, "code"),
)
_MONTHS_BEFORE = re.compile(
    r"(?:jan(?:uary|v(?:ier)?)?|feb(?:ruary|rero)?|mar(?:ch|zo|s)?|apr(?:il)?|mayo?|june?|july?|aug(?:ust)?|sep(?:t|tember|tiembre|tembre)?"
    r"|setiembre|oct(?:ober|ubre|obre)?|nov(?:ember|iembre|embre)?|dec(?:ember)?|ene(?:ro)?|abr(?:il)?|junio|julio|ago(?:sto)?"
    r"|dic(?:iembre)?|f[ée]vr?(?:ier)?|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|d[ée]c(?:embre)?)",
    re.IGNORECASE,
)
"""The whole word: "abrite 12 000 personnes", "mais 12 000", "a market 10 000 people use" name no month."""


def _read_literal(text: str, at: int, end: int, tokens: list[Token], language: str) -> int:
    """Append the literal at ``at`` and return where it ends."""
    glued = _glued(tokens, at)
    fixed: tuple[tuple[re.Pattern[str], Shape], ...] = _FIXED
    fixed = ((_CLOCK_FR, "clock"), *_FIXED) if language == "fr" else fixed
    for pattern, shape in fixed:
        match = pattern.match(text, at, end)
        if match and not _after_comma(text, at, tokens):
            tokens.append(Token("number", match[0], at, glued, shape=shape))
            return match.end()
    match, shape_found, value = _quantity(text, at, end, tokens, language)
    tokens.append(Token("number", match[0], at, glued, shape=shape_found, value=value))
    return match.end()


def _quantity(
    text: str, at: int, end: int, tokens: list[Token], language: str
) -> tuple[re.Match[str], Shape, Number | None]:
    for pattern in _GROUPED:
        match = pattern.match(text, at, end)
        if match and text[at] != "0" and not _day_before_number(match[0], tokens):
            return match, "grouped", _grouped(match[0])
    if (match := _DOT3.match(text, at, end)) and text[at] != "0":
        # 3.500 is a decimal in English and three thousand five hundred in French and Spanish.
        if language in ("fr", "es"):
            return match, "grouped", _grouped(match[0])
        return match, "dot3", float(_ascii(match[0]))
    if match := _VERSION.match(text, at, end):
        return match, "code", None
    if match := _FRACTION.match(text, at, end):
        top, bottom = (int(part) for part in match[0].split("/"))
        return match, "fraction", number_from(Decimal(top) / Decimal(bottom)) if bottom else None
    if (match := _DECIMAL.match(text, at, end)) and not _after_comma(text, at, tokens):
        digits = _ascii(match[0])
        return match, "decimal", float(digits) if len(digits) <= _MAX_DIGITS else None
    plain = _PLAIN.match(text, at, end)
    assert plain is not None, "called at a digit"
    return plain, "plain", int(plain[0]) if len(plain[0]) <= _MAX_DIGITS else None


def _after_comma(text: str, at: int, tokens: list[Token]) -> bool:
    """Whether the digit continues a list such as "1,2,3"."""
    return _glued(tokens, at) and text[at - 1] in ",.:"


def _glued(tokens: list[Token], at: int) -> bool:
    return bool(tokens) and tokens[-1].end == at


def _day_before_number(literal: str, tokens: list[Token]) -> bool:
    """Whether a space-grouped literal is rather a day and a number: "on March 25 100 people"."""
    head = re.split(_GAP, literal, maxsplit=1)[0]
    if not tokens or not head.isdecimal() or head == literal or int(head) > 31:
        return False
    last = tokens[-2] if tokens[-1].text == "." and len(tokens) > 1 else tokens[-1]
    return last.kind == "word" and _MONTHS_BEFORE.fullmatch(last.text) is not None


def _grouped(literal: str) -> Number | None:
    """Value of a grouped literal. The decimal mark is the last separator when it differs from the first."""
    digits = _ascii(literal)
    marks = [char for char in digits if not char.isdigit()]
    fraction = ""
    if len(set(marks)) > 1 and marks.count(marks[-1]) == 1 and marks[-1] in ".,":
        digits, _, fraction = digits.rpartition(marks[-1])
    whole = "".join(char for char in digits if char.isdigit())
    if len(whole) + len(fraction) > _MAX_DIGITS:
        return None
    return number_from(Decimal(f"{whole}.{fraction or 0}"))


def _ascii(literal: str) -> str:
    """The literal with ASCII digits and an ASCII decimal mark; Persian, full-width... are digits too."""
    if literal.isascii():
        return literal.replace(",", ".") if _PLAIN_COMMA.fullmatch(literal) else literal
    plain = "".join(str(unicodedata.decimal(char)) if char.isdigit() else char for char in literal)
    plain = plain.replace("٫", ".").replace("٬", ",").replace("，", ",")
    return _ascii(plain) if plain.isascii() else plain


_PLAIN_COMMA = re.compile(r"\d+,\d\d?")
