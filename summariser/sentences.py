"""Numbered sentences with exact offsets into the article as it was given.

Evidence in a summary is a sentence id, so the sentences are the ground that everything else stands on.
The text is never rewritten: a sentence is a half-open span of code points, sentences are in text order,
do not overlap, and every character that is not white space lies in exactly one of them.

The work is split between three parties. Lines and paragraphs are decided here (headline, dateline, bullet,
footer, and whether a single newline is a wrapped line or a deliberate end). Inside such a block
``sentencex`` proposes the boundaries. Then own rules move, veto or add boundaries where real news text
is known to go wrong: ranks, initials, "No. 5", "5 p.m. Friday" (``abbreviations.py``), closing quotes and
brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

import sentencex  # type: ignore[import-untyped]  # it ships no annotations

from summariser.abbreviations import is_abbreviation
from summariser.row_lines import row_lines

Role = Literal["headline", "body", "dateline", "footer"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MAX_SENTENCE: Final = 1_500
"""Longest sentence in characters: a line without stops is cut at a space or comma before this."""

_WINDOW: Final = 2_000  # sentencex is quadratic in unclosed quotes, so it never sees more than this at once
_LONG_QUOTE: Final = 400  # a sentence longer than this is also split inside its quotation marks
_WRAP: Final = 120  # a paragraph with a longer line than this was not wrapped by hand or by a mailer
_HEADLINE: Final = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        id: "S1", "S2", ... in text order.
        start: First code point in the original text.
        end: One past the last code point.
        text: Exactly ``text[start:end]``, without outer white space.
        paragraph: Number of the paragraph, from 0.
        role: What the line is: headline, body, dateline (place, date or author only) or footer.
        block: Sentences with one number stand in one run of lines, whose ends say nothing.
    """

    id: str
    start: int
    end: int
    text: str
    paragraph: int
    role: Role
    block: int = field(default=-1, compare=False, repr=False)


@dataclass(slots=True)
class _Block:
    """Lines that belong together; no sentence crosses a block's edge."""

    start: int
    end: int
    paragraph: int
    role: Role = "body"
    row: bool = False
    """It is a row of a table: one sentence, whatever stops are in its cells."""


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split an article into sentences.

    Args:
        text: The article; any Unicode, any line ends.

    Returns:
        The sentences in text order; empty when the text is only white space.
    """
    language = guess_language(text)
    blocks = list(_blocks(text))
    _mark_headlines(text, blocks)
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        for start, end in _sentence_spans(text, block, language):
            name = f"S{len(found) + 1}"
            words = text[start:end]
            found.append(Sentence(name, start, end, words, block.paragraph, block.role, number))
    return tuple(found)


_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_COMMON: Final = {
    "en": _words(
        "the of and to is was were have has been by for on at from with that who they in it its are be as an "
        "this their which also after had not more than people some families homes houses killed injured "
        "displaced about over into when he she his her but all one two"
    ),
    "fr": _words(
        "le la les des et du dans par pour sur est ont été sont au aux avec qui une plus ce deux en un de "
        "que dont leur leurs selon après depuis cette ces ses lors ainsi personnes l d qu il ils "
        "elle mais avoir morts blessés tué tués armée maisons familles ménages déplacés"
    ),
    "es": _words(
        "el la los las que y por con para del se han fue más al su fueron hay una sus sin dos en un de como "
        "según tras desde entre esta este unas unos durante personas hubo pero ni quedaron sido está están "
        "son cuando donde también hasta sobre muertos heridos viviendas familias casas murieron"
    ),
}
LABELS: Final[Mapping[str, frozenset[str]]] = {
    "fr": _words(
        "personnes maisons familles ménages logements habitations cases individus déplacés déplacées "
        "sinistrés évacués évacuées détruites détruits endommagées effondrées inondées blessés morts "
        "disparus abris"
    ),
    "es": _words(
        "personas viviendas familias casas hogares evacuados evacuadas damnificados damnificadas albergados "
        "albergadas desplazados desplazadas destruidas dañadas afectadas afectados heridos muertos "
        "fallecidos desaparecidos inundadas albergues"
    ),
}
"""What stands before the numbers of a line that is no sentence."""
_FEW_WORDS, _FEWEST_LABELS = 40, 2
_FOREIGN: Final = re.compile("[čćžšđřěůłńśźżãõæøåßőűğışță]")
_ROMANCE: Final = re.compile("[áéíóúñàèêçâîôû]")
"""Croatian has "se" and "su", Portuguese "por" and "sin": their letters tell them from Spanish and French."""
_SHARE: Final = 0.12
"""So many of the words of a text in a language are its commonest."""


def common_words(text: str) -> dict[str, int]:
    """How many words of a text are among the commonest of each language."""
    plain = _plain_words(text)
    return {name: sum(word in common for word in plain) for name, common in _COMMON.items()}


def words_of_one(text: str, one: str, other: str) -> tuple[int, int]:
    """How many words of a text are among the commonest of one language and not of the other, and of that."""
    plain = _plain_words(text)
    first, second = _COMMON[one], _COMMON[other]
    return sum(w in first - second for w in plain), sum(w in second - first for w in plain)


def _plain_words(text: str) -> list[str]:
    words = _LATIN_WORD.findall(text)[:800]
    shouted = text.isupper()
    # "La Paz" and "El Alto" are names: a capital inside a text is no common word.
    return [word.lower() for at, word in enumerate(words) if shouted or not at or word.islower()]


def guess_language(text: str) -> str:
    """Guess "en", "fr", "es" or "ar" from the script and the commonest words of the first pages.

    English is the answer whenever the others do not clearly lead: the number words of another language
    are only read when the text is in that language.
    """
    return _guess(text[:6_000])


@lru_cache(maxsize=1024)
def _guess(sample: str) -> str:
    # Kept: several steps ask about the same article and the same sentences.
    arabic = len(_ARABIC.findall(sample))
    words = [word.lower() for word in _LATIN_WORD.findall(sample)[:800]]
    if arabic > 0.3 * (arabic + sum(map(len, words))):
        return "ar"
    hits = common_words(sample)
    best = max(hits, key=lambda name: (hits[name], name == "en"))
    if hits[best] <= hits["en"] or hits[best] < 2 or hits[best] < _SHARE * len(words):
        return "en" if hits["en"] or len(words) > _FEW_WORDS else _guess_of_labels(words)
    strange = len(_FOREIGN.findall(sample))
    return "en" if strange > len(_ROMANCE.findall(sample)) else best


def _guess_of_labels(words: Sequence[str]) -> str:
    """The language of a line without small words: "Viviendas destruidas: 45. Evacuados: 120."."""
    told = {name: sum(word in labels for word in words) for name, labels in LABELS.items()}
    best = max(told, key=lambda name: told[name])
    return best if told[best] >= _FEWEST_LABELS and not min(told.values()) else "en"


# --- lines and blocks -------------------------------------------------------------------------------

_BULLET = re.compile(r"(?:[-–—*•◦▪●‣·o]\s|[•◦▪●‣]|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s")
_FINAL = re.compile(r"[.!?…؟。۔][\"'”’»)\]]*$")
_UNFINISHED = re.compile(
    r"(?:[,;:\-–—(]|\b(?:and|or|the|a|an|of|in|on|at|to|by|for|from|with|some|about|around|over|than|least|"
    r"nearly|almost|et|de|des|du|la|le|les|y|el|los|las|del|en|con))$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:sources?|fuentes?|المصدر)\s*[:：]|(?:photo|image|picture|credits?|crédit)\s*:|©|\(c\)\s|copyright\b|"
    r"all rights reserved|\(?(?:additional )?(?:reporting|writing|editing) by\b|read more\b|see also:|"
    r"follow us\b|sign up\b|for more information|share this|contacts?:|https?://\S+$|www\.\S+$|#{2,}$|enditem$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    r"septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
    r"octobre|novembre|décembre)\.?"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?"
_DATE = (
    rf"(?:{_DAY}\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s|de\s)?{_MONTH}(?:,?\s(?:de\s|del\s)?\d{{2,4}})?|"
    rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{2,4}})?|{_MONTH}\s\d{{4}}|\d{{4}}-\d\d?-\d\d?|"
    r"\d\d?[/.]\d\d?[/.]\d{2,4})"
)
_CLOCK = r"(?:,?\s(?:at\s)?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[a-z]{2,4})?)?"
_NAME = r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}"
_AGENCY = r"\([^\W\d_][^()]{1,40}\)"
_DASH = r"\s*[-–—:]*"
_DATELINES = (
    re.compile(
        rf"(?:(?:published|updated|posted|date|last updated)\s?(?:on|at|:)?\s?)?"
        rf"(?:{_NAME}(?:,\s{_NAME})?(?:,|\s{_AGENCY},?)\s)?{_DATE}{_CLOCK}(?:\s{_AGENCY})?{_DASH}$",
        re.IGNORECASE,
    ),
    re.compile(rf"{_NAME},\s{_NAME}\s{_AGENCY}{_DASH}$"),
    re.compile(rf"[A-Z][A-Z.'’-]+(?:\s[A-Z.'’-]+){{0,3}}\s{_AGENCY}{_DASH}$"),
    re.compile(rf"[A-Z][A-Z.'’-]+(?:\s[A-Z.'’-]+){{0,2}},\s[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}}{_DASH}$"),
    re.compile(rf"(?:By|Par|Por)\s(?=[A-Z]){_NAME}(?:(?:,|\sand|\set|\sy)\s{_NAME})?$"),
)


def _is_dateline(line: str) -> bool:
    return len(line) <= 90 and any(pattern.match(line) for pattern in _DATELINES)


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the blocks of the text: whole paragraphs, or parts of one that must not be joined."""
    paragraph = 0
    for lines in _paragraphs(text):
        width = max(end - start for start, end in lines)
        numbers = {m[1] for start, end in lines if (m := _NUMBERED.match(text, start, end))}
        listed = _is_list([text[start:end] for start, end in lines])
        rows = row_lines([text[start:end] for start, end in lines])
        block: _Block | None = None
        before = ""
        for at, (start, end) in enumerate(lines):
            line = text[start:end]
            row = at in rows
            role = "body" if row else _role(line, before)
            deliberate = listed or row or at - 1 in rows or _deliberate(before, line, width, numbers)
            before = line
            if block is not None and role == block.role == "body" and not deliberate:
                block.end = end
                continue
            if block is not None:
                yield block
                # Where lines are not wrapped, a line is what the author meant as a paragraph.
                paragraph += width > _WRAP
            block = _Block(start, end, paragraph, role, row)
        if block is not None:
            yield block
        paragraph += 1


def _role(line: str, before: str) -> Role:
    if _FOOTER.match(line):
        return "footer"
    # "... displaced as at / 1 May." is a wrapped sentence whose last line happens to be a date.
    if not _UNFINISHED.search(before[-12:]) and _is_dateline(line):
        return "dateline"
    return "body"


_ROW = re.compile(r"^(?!.*[.!?]\s).{1,70}?(?:[:|/]|\t| [–—-]) *[\d.,]+\D{0,12}$")
"""A line of a table without rules: words, a mark, and a number at the end."""


_LOGGED = re.compile(
    r"[\[(]?(?:[\d/.-]{6,10},? )?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?[ ,|–—-]{1,3}"
    r"[^\W\d_][^\W\d]*(?: [^\W\d]+){0,3} ?:(?: |$)"
)
"""A line of a chat or a log: its clock, who writes, and a colon."""


def _is_list(lines: list[str]) -> bool:
    """Whether the lines are items under each other: none begins or ends as if a sentence ran on."""
    if len(lines) > 1 and all(_ROW.search(line) for line in lines):
        return True  # "of which in sites: 9,410" goes on under its total, and is a row all the same
    return len(lines) > 2 and not any(
        line[0].islower() or _FINAL.search(line[-8:]) or _UNFINISHED.search(line[-12:]) for line in lines
    )


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of lines without a blank line, each line as its span without outer white space."""
    run: list[tuple[int, int]] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            start = position + (len(raw) - len(raw.lstrip()))
            run.append((start, start + len(line)))
        elif run:
            yield run
            run = []
        position += len(raw)
    if run:
        yield run


def _deliberate(before: str, line: str, width: int, numbers: Set[str]) -> bool:
    """Whether the newline between two lines was meant, and is not the wrapping of a paragraph.

    Args:
        before: The line before.
        line: The line behind it.
        width: The longest line of the paragraph.
        numbers: With which its lines begin, where they begin with "12. ".
    """
    if not before or _LOGGED.match(line):
        return True
    if _BULLET.match(line):
        number = _NUMBERED.match(line)
        # "rated for⏎700. One toilet ..." is no item of a list: none stands before it, and the line was full.
        return (
            number is None
            or str(int(number[1]) - 1) in numbers
            or _FINAL.search(before[-8:]) is not None
            or before[-1] == ":"
            or len(before) + 1 + len(number[0].strip()) <= width
            or width > _WRAP
        )
    if line[0].islower():
        return False
    if _FINAL.search(before[-8:]):
        # In wrapped text sentencex decides: "U.S." at the end of a line does not end a sentence.
        return width > _WRAP
    if _UNFINISHED.search(before[-12:]):
        return False
    if width > _WRAP:
        return True
    # A wrapped line is full: the next word would not have fitted.
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) <= width


def _mark_headlines(text: str, blocks: list[_Block]) -> None:
    """Mark up to three leading short blocks without a final stop, if a body follows them."""
    candidates: list[_Block] = []
    for index, block in enumerate(blocks):
        line = text[block.start : block.end]
        stop = _FINAL.search(line[-8:])
        if block.role != "body" or _BULLET.match(line) or (line[0] == "[" and line[-1] == "]"):
            continue  # a list, or an editor's note above the headline
        if len(line) > _HEADLINE or len(candidates) == 3 or (stop and (index > 0 or stop[0][0] not in "?!")):
            break
        candidates.append(block)
    bodies = [block for block in blocks if block.role == "body" and block not in candidates]
    if any(_FINAL.search(text[block.end - 4 : block.end]) for block in bodies):
        for block in candidates:
            block.role = "headline"


# --- boundaries inside a block ----------------------------------------------------------------------

_SPACES: Final = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_SHOWN: Final = dict.fromkeys([*map(ord, _SPACES), *range(0x2000, 0x200B)], " ") | dict.fromkeys(
    range(0xD800, 0xE000), "□"
)
_STOP = re.compile(r"[.!?…؟。۔][\"'”’»)\]]*\s+(?=\S)")
_CLOSERS: Final = "\"'”’»)]"
_OPENERS: Final = "\"'“‘«([¿¡`-–—•"
_GLUED = re.compile(r"(?:[^\W\d_][a-zà-öø-ÿ]|[\u0621-\u064a]{3}).$")
"""Before a stop without a blank behind it: a word, and not the letters of an abbreviation."""
_MARKER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]+$")


def _sentence_spans(text: str, block: _Block, language: str) -> Iterator[tuple[int, int]]:
    """Yield the trimmed spans of a block's sentences."""
    start = block.start
    cuts = () if block.row else _cuts(text, block, language)
    for cut in (*cuts, block.end):
        for piece_start, piece_end in _cap(text, start, cut):
            raw = text[piece_start:piece_end]
            trimmed = raw.strip()
            if trimmed:
                left = piece_start + len(raw) - len(raw.lstrip())
                yield left, left + len(trimmed)
        start = cut


def _cap(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span into pieces of at most MAX_SENTENCE characters, at punctuation or white space."""
    while end - start > MAX_SENTENCE:
        part = text[start : start + MAX_SENTENCE]
        half = MAX_SENTENCE // 2
        at = max(part.rfind(mark, half) for mark in (", ", "; ", ": ", "، "))
        cut = at + 1 if at > 0 else max(part.rfind(" ", 1), part.rfind("\n", 1))
        if cut <= 0:
            cut = MAX_SENTENCE
        yield start, start + cut
        start += cut
    yield start, end


def _cuts(text: str, block: _Block, language: str) -> list[int]:
    """Return the positions inside a block where a new sentence begins."""
    cased = any(char.isupper() for char in text[block.start : block.end])
    kept: list[int] = []
    proposed = _proposals(text, block, language)
    added = _additions(text, block, proposed)
    start = block.start
    for position in sorted({*proposed, *added}):
        cut = _past_closers(text, position, block.end)
        if start < cut < block.end and not _vetoed(text, start, cut, cased):
            kept.append(cut)
            start = cut
    return kept


def _proposals(text: str, block: _Block, language: str) -> list[int]:
    """Ask sentencex, window by window.

    White space is shown to it as plain blanks, one for one, because it panics (a Rust panic that is not
    an Exception) on a line separator or a no-break space before a stop, and a lone surrogate, which it
    cannot encode, as a box. Offsets stay what they are.
    """
    shown = text[block.start : block.end].translate(_SHOWN)
    cuts: list[int] = []
    position = 0
    while position < len(shown):
        window = shown[position : position + _WINDOW]
        starts = [part["start_index"] for part in sentencex.get_sentence_boundaries(language, window)][1:]
        cuts.extend(block.start + position + start for start in starts)
        if position + len(window) == len(shown):
            break
        # The last piece was cut off by the window: look at it again in the next one.
        position += starts[-1] if starts else len(window)
    return cuts


def _additions(text: str, block: _Block, proposed: list[int]) -> list[int]:
    """Boundaries that sentencex does not see: after brackets and ellipses, and in very long quotes."""
    edges = [block.start, *proposed, block.end]
    found: list[int] = []
    edge = 0
    depth = 0
    position = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        while edges[edge + 1] < match.end():
            edge += 1
            depth, position = 0, edges[edge]
        depth = _depth(text, position, match.end(), depth)
        position = match.end()
        if depth == 0 or edges[edge + 1] - edges[edge] > _LONG_QUOTE:
            found.append(match.end())
    return found


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """Open quotes and brackets after reading on from a known depth; a straight quote opens or closes."""
    for char in text[start:end]:
        if char in "“«([":
            depth += 1
        elif char in "”»)]":
            depth = max(0, depth - 1)
        elif char == '"':
            depth += -1 if depth % 2 else 1
    return depth


def _past_closers(text: str, cut: int, end: int) -> int:
    """Move a boundary behind closing quotes and brackets that belong to the sentence before it."""
    moved = cut
    while moved < end and text[moved] in _CLOSERS:
        following = text[moved + 1 : moved + 2]
        # A straight quote mark before a letter opens the next sentence.
        if text[moved] in "\"'" and following.isalnum():
            break
        moved += 1
    if moved == cut:
        return cut
    while moved < end and text[moved].isspace():
        moved += 1
    return moved


def _vetoed(text: str, start: int, cut: int, cased: bool) -> bool:
    """Whether a proposed boundary is none. ``start`` is where the current sentence begins."""
    before = text[max(start, cut - 60) : cut].rstrip()
    shown = text[cut : cut + 40].lstrip()
    after = shown.lstrip(_OPENERS)
    core = before.rstrip(_CLOSERS)
    if not after or after[0] in ",;:.!?":
        return True
    # "[passage omitted]" is an editor's note of its own, not the rest of the sentence before it.
    if cased and after[0].islower() and shown[0] != "[":
        return True
    if not text[cut - 1].isspace() and not _GLUED.search(before):
        return True
    if cut - start < 60 and _MARKER.match(before):
        return True
    return core.endswith(".") and is_abbreviation(core[:-1], after)
