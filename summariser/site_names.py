"""Finding camps and shelters by name: "Kalma camp", "the coliseum at Camana", "Lycée Marie-Jeanne".

A camp is a site by its own word. A school, a church or a stadium is one only where people are said to stay in
it. Under a heading of sites ("Evacuation centres") each row begins with the name of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summariser.lexicon.headings import SITES
from summariser.lexicon.site_patterns import (
    APPOSED,
    BUILDING_AFTER,
    BUILDING_BEFORE,
    BUILDING_HINT,
    CAMP,
    CAMP_AFTER,
    CAMP_BEFORE,
    CAMP_HINT,
    COMMON_GROUND,
    COUNTED,
    GENERIC,
    GREAT_SITE,
    IN_BRACKETS,
    INLINE,
    INLINE_LEAD,
    KNOWN,
    LABELLED,
    NEAR,
    NO_NAME,
    OF_ANOTHER_SORT,
    OPENING,
    PEOPLE_OF,
    PLACE_TAIL,
    PLAIN_SITE,
    ROW,
    SHELTERS_WHOM,
    WHOLE_ROW,
    any_case,
)
from summariser.lexicon.sites import (
    BUILDINGS,
    CAMP_WORDS,
    ENCAMPED,
    ENCAMPS,
    GREATEST,
    HELD_IN,
    NOT_A_SITE,
    NOT_A_SITE_AFTER,
    SITE_HEAD,
    STAYING,
)
from summariser.needed_letters import Gated
from summariser.reading import Reading
from summariser.schemas.codebooks import SiteKind
from summariser.sentences import Sentence
from summariser.table_rows import head_of_table, is_table_of_harm

_ARMED = {"rebel_group", "political_militia", "identity_militia", "state_forces", "external_forces"}


@dataclass(frozen=True, slots=True)
class SiteMention:
    """One place where a camp or shelter is named; offsets are those of its sentence's text."""

    name: str
    start: int
    end: int
    kind: SiteKind
    where: str | None = None
    """The words of the name that say where it is: "Camana" of "the coliseum at Camana"."""
    row: bool = False
    """It heads a row of a list of sites."""


_BUILDING_HINT, _OF_ANOTHER_SORT, _STAYING = map(Gated, (BUILDING_HINT, OF_ANOTHER_SORT, STAYING))
_BY_NAME = Gated(GREAT_SITE), Gated(KNOWN)
_NAMES_ONLY = re.compile(rf"\W*(?:(?:{any_case(CAMP)}|[Ss]ites?|de|du|des|d['’]|del|la|le|el|the|of|at)\W*)*")
_LABELS_A_NEED = re.compile(r"\s+(?:and\s+[a-z]|are\b|is\b|were\b|was\b|have\b|has\b|will\b|need)")
"""Behind a label and a capital: "Shelter: Tarpaulins are short" names no shelter."""


def find_site_mentions(reading: Reading, sentence: Sentence) -> list[SiteMention]:
    """The sites that a sentence names, in text order, none inside another."""
    section = reading.section(sentence.id)
    text = sentence.text
    if section.is_heading and sentence.role == "headline":
        return [m for m in _title(reading, text) if _is_all_of(text, m)]
    if sentence.role not in {"body", "dateline"}:
        return []
    if section.is_heading:
        return _title(reading, text)
    under = SITES in section.topics
    if _OF_ANOTHER_SORT.search(text):
        return []
    labelled = LABELLED.match(text)
    nameless = labelled is None or NO_NAME.fullmatch(labelled["name"].split()[0]) is not None
    if labelled is not None and not nameless and not _LABELS_A_NEED.match(text, labelled.end()):
        start, end = labelled.span("name")
        return [SiteMention(labelled["name"], start, end, kind_of(labelled["word"], SiteKind.CAMP), row=True)]
    listed = under and sentence.role == "body" and (section.row or "|" in text)
    if listed or _in_a_table_of_sites(reading, sentence):
        row = _row(text)
        if row is not None:
            return [row]
    if INLINE_LEAD.match(text):
        listed_here = [_plain(m, "name", SiteKind.CAMP) for m in INLINE.finditer(text)]
        if len(listed_here) > 1:
            return listed_here
    found = [*_camps(reading, text), *_buildings(text, under), *_camps_without_capitals(reading, sentence)]
    found += [_plain(m, "name", SiteKind.CAMP) for p in _BY_NAME for m in p.finditer(text)]
    if under or _STAYING.search(text):
        found += [_plain(m, "name", SiteKind.SHELTER) for m in GREATEST.finditer(text)]
        found += [_plain(m, m.lastgroup or "name", SiteKind.CAMP) for m in PLAIN_SITE.finditer(text)]
        found += [_plain(m, "name", SiteKind.CAMP) for m in IN_BRACKETS.finditer(text)]
    opening = (OPENING.match(text) or COUNTED.match(text)) if under and not found else None
    if opening is not None and not re.match(rf"{NO_NAME.pattern}(?![\w-])", opening["name"]):
        found.append(_plain(opening, "name", SiteKind.SHELTER))
    kept = _apart(text, found)
    if len(kept) > 1:  # "Ronda, on a school ground": what has a name of its own is meant
        kept = [m for m in kept if not GENERIC.fullmatch(m.name) or _is_definite(text, m)] or kept
    return kept


def _camps_without_capitals(reading: Reading, sentence: Sentence) -> list[SiteMention]:
    """Arabic camps: the reading knows them by the word before their name."""
    if reading.languages[sentence.id] != "ar" or not _PEOPLE_AR.search(reading.text):
        return []  # "اقتحام مخيم بلاطة": a quarter of a town, of whose people nothing is told
    found = []
    for name, mention in reading.names_in(sentence.id):
        start = mention.start - sentence.start
        if name.kind == "camp" and _CAMP_AR.search(sentence.text[:start]):
            found.append(
                SiteMention(mention.text, start, start + len(mention.text), SiteKind.CAMP, mention.text)
            )
    return found


_PEOPLE_AR = re.compile("نازح|نزح|لاجئ|نزوح|لجوء|مهجر")
_CAMP_AR = re.compile("(?<!\\w)[وف]?[بل]?(?:مخيم|معسكر)\\s+$")


def _in_a_table_of_sites(reading: Reading, sentence: Sentence) -> bool:
    head = head_of_table(reading, sentence.id) if "|" in sentence.text or "\t" in sentence.text else None
    if head is None:
        return False
    first = re.split(r"[|\t]", head.strip("| \t"))[0]
    if is_table_of_harm(reading, sentence.id) and not CAMP_HINT.search(first):
        return False  # "Location | Killed | Wounded" lists towns
    return SITE_HEAD.search(first) is not None


def _plain(match: re.Match[str], group: str, kind: SiteKind) -> SiteMention:
    name = match[group].rstrip("’'”\"")
    start = match.start(group)
    return SiteMention(name, start, start + len(name), kind, name)


_DEFINITE_ABROAD = re.compile(r"\b(?:el|del|al)\s+$", re.IGNORECASE)
_ABROAD = re.compile(r"(?:albergue|refugio|campamento|alojamiento)", re.IGNORECASE)


def _is_definite(text: str, mention: SiteMention) -> bool:
    return re.search(r"\b(?:the|el|la|le|al|du|au)\s+$", text[: mention.start], re.IGNORECASE) is not None


def _title(reading: Reading, text: str) -> list[SiteMention]:
    """The one site that a heading names: what follows is about it."""
    plain = [_plain(m, m.lastgroup or "name", SiteKind.CAMP) for m in PLAIN_SITE.finditer(text)]
    found = _apart(text, [*_camps(reading, text), *_buildings(text, under=True), *plain])
    return [replace(found[0], row=True)] if len(found) == 1 else []


def _is_all_of(text: str, mention: SiteMention) -> bool:
    """Whether a line at the head of an article is no more than the name of a site: "Camp de Barsala"."""
    rest = f"{text[: mention.start]} {text[mention.end :]}"
    return _NAMES_ONLY.fullmatch(rest) is not None


def _row(text: str) -> SiteMention | None:
    """The name at the head of a row: what stands before its colon or its first number."""
    skip = len(text) - len(text.lstrip("-–—*•◦▪●‣·>| \t"))
    if (whole := WHOLE_ROW.fullmatch(text, skip)) is not None and not NO_NAME.fullmatch(whole["name"]):
        return SiteMention(
            whole["name"], *whole.span("name"), kind_of(whole["name"], SiteKind.SHELTER), row=True
        )
    match = ROW.match(text, skip)
    if match is None:
        return None
    rest = text[match.end() :]
    words = match["name"].strip()
    lead = re.match(r"(?:At|In|Inside)\s+(?:the\s+)?(?=[A-Z])", words)
    skipped = lead.end() if lead else 0
    words = words[skipped:]
    if not re.search(r"\d", rest) and not re.search(r"\d|clos|open|shut|full|empt", rest[:60], re.IGNORECASE):
        return None
    if not words[0].isupper() or len(words.split()) > 9 or NO_NAME.fullmatch(words):
        return None
    if re.fullmatch(any_case(CAMP), words) or words.casefold().startswith(
        ("inside ", "outside ", "in ", "of which", "total")
    ):
        return None
    start = match.start("name") + skipped
    where = match["where"]
    if where is not None and not where[0].isupper():
        where = None
    return SiteMention(words, start, start + len(words), kind_of(words, SiteKind.SHELTER), where, row=True)


def _camps(reading: Reading, text: str) -> list[SiteMention]:
    if not CAMP_HINT.search(text):
        return []
    found = []
    for pattern in (APPOSED, CAMP_AFTER, CAMP_BEFORE):
        for match in pattern.finditer(text):
            name, word = match["name"], match["word"]
            start = match.start("name")
            while (first := re.match(rf"{NO_NAME.pattern}\s+(?=[^\W\d_])", name)) is not None:
                name, start = name[first.end() :], start + first.end()
            if (of := PEOPLE_OF.match(name)) is not None:
                name, start = name[of.end() :], start + of.end()
            if NO_NAME.fullmatch(name) or (not name[0].isupper() and "-" not in name):
                continue
            if _is_of_another_sort(reading, text, name, match):
                continue
            if pattern is CAMP_BEFORE and not match["of"].strip() and not _names_itself(text, match):
                continue
            if word.casefold().endswith("shelters") and SHELTERS_WHOM.match(text, match.end("word")):
                continue  # "the school shelters 340 people"
            if pattern is not CAMP_BEFORE and word.casefold().endswith("s") and "," not in match.group():
                continue  # "Cox's Bazar camps" are many
            if reading.resolver.resolve(name).precision == "country":
                continue  # "a camp in Jordan" is not called Jordan
            if pattern is CAMP_BEFORE and word.casefold().rstrip().endswith("s") and match["of"].strip():
                continue
            end = max(match.end("name"), match.end("word")) if pattern is APPOSED else start + len(name)
            found.append(SiteMention(name, start, end, kind_of(word, SiteKind.CAMP), name))
    return found


def _is_of_another_sort(reading: Reading, text: str, name: str, match: re.Match[str]) -> bool:
    """Whether the words around "camp" say that no displaced people stay there."""
    if NOT_A_SITE.search(text[: match.start("word")]) or NOT_A_SITE_AFTER.match(text, match.end("word")):
        return True
    return _is_of_fighters(reading, text, name, match.start("word"))


def _armed(reading: Reading) -> frozenset[str]:
    """What armed bodies are called in the article, without regard to capitals."""
    return frozenset(a.text.casefold() for a in reading.actors if a.canonical.kind in _ARMED)


def _is_of_fighters(reading: Reading, text: str, name: str, word: int) -> bool:
    """Whether a camp is an armed group's, or a halt: "a Red Dawn camp", "rebels set up camp at Dorra"."""
    armed = reading.once("armed, as called", "", lambda: _armed(reading))
    before = text[:word].rstrip(" '’s").casefold()
    if any(called in name.casefold() or before.endswith(called.rstrip("s")) for called in armed):
        return True
    if HELD_IN.search(text[:word]) is not None:
        return True
    return ENCAMPS.search(text[:word]) is not None and ENCAMPED.search(text) is None


def _names_itself(text: str, match: re.Match[str]) -> bool:
    """ "Camp Corail" is a name and "the camp Sunday" is none: both are capitals.

    In Spanish days have no capitals, and "el albergue San José" is a name. In French "le camp Dorwa" may be
    a politician's, and is left alone.
    """
    if _STAYING.search(text) is None:
        return False
    if _DEFINITE_ABROAD.search(text, 0, match.start("word")) and _ABROAD.match(match["word"]):
        return True
    opens = match.start() == 0 and not (_ABROAD.match(match["word"]) and match.end() == len(text))
    return match["word"][0].isupper() and not opens


def _buildings(text: str, under: bool) -> list[SiteMention]:
    if not _BUILDING_HINT.search(text) or not (under or _STAYING.search(text)):
        return []
    found = []
    for pattern in (BUILDING_BEFORE, BUILDING_AFTER, COMMON_GROUND):
        for match in pattern.finditer(text):
            name, start = match["name"], match.start("name")
            while (first := re.match(rf"{NO_NAME.pattern}\s+(?=[^\W\d_])", name)) is not None:
                name, start = name[first.end() :], start + first.end()
            where = match["where"] if pattern is BUILDING_BEFORE else None
            if re.fullmatch(any_case(BUILDINGS), name) and pattern is not COMMON_GROUND:
                continue
            tail = PLACE_TAIL.match(text, start + len(name))
            found.append(
                SiteMention(
                    name,
                    start,
                    start + len(name),
                    SiteKind.SHELTER,
                    where or (tail["where"] if tail else None),
                )
            )
    return found


def kind_of(words: str, otherwise: SiteKind) -> SiteKind:
    """The kind of site that some words name."""
    for kind, pattern in CAMP_WORDS.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words, re.IGNORECASE):
            return kind
    return otherwise


def _apart(text: str, found: list[SiteMention]) -> list[SiteMention]:
    kept: list[SiteMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if kept and mention.kind is SiteKind.CAMP and NEAR.match(text[kept[-1].end : mention.start]):
            continue  # "Dorra camp in Karsa" and "Dorra, the tented site outside Karsa" are one camp
        if not any(k.start < mention.end and mention.start < k.end for k in kept):
            kept.append(mention)
    return kept
