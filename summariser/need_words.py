"""What a sentence says that people lack or need, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summariser.lexicon.headings import CLUSTER_TITLES, NEEDS, RESPONSE
from summariser.lexicon.need_signs import BACK_AGAIN, FAR_OFF, NOT_THE_GOODS, SIGNS
from summariser.lexicon.needs import (
    BY_VIOLENCE,
    FACILITIES,
    FEW,
    GENERAL_LACK,
    GOODS,
    LACK_AFTER,
    LACK_BEFORE,
    LOST_AFTER,
    LOST_BEFORE,
    NOT_LACKING,
    PLURAL,
    RUINED_ONLY,
    STATEMENTS,
    WORDS_OF_SEVERITY,
)
from summariser.needed_letters import Gated, gated
from summariser.schemas.codebooks import Cluster, Severity
from summariser.sections import Section

_CLAUSE = re.compile(
    r";\s|:\s|\s[–—]\s|\.\s|,\s(?=(?:and|but|while|whereas|although|though|yet|so|which|et|mais|tandis|y|pero|mientras)\s[^,;]{0,60}"
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|est|sont|a|ont|fue|está|están|ha|han|\w+ed)\b)"
    r"|\s(?=(?:but|while|whereas|mais|pero)\s)"
)
_REACH = 70
_SITUATION = re.compile(r"\b(?:situation|conditions?|condiciones)\b", re.IGNORECASE)
_GRAVE = {Severity.CRITICAL, Severity.SEVERE}
_FAR = re.compile(r",|^no (?:fewer|less|more|longer|one|doubt|sign)\b|^\w+(?:\s+\S+){3}")
_NOT_A, _CAME = re.compile(r"^no[t ]", re.IGNORECASE), re.compile(r"\s(?:has|have|had|could|can)\b")
"""No ferry has sailed": nothing is said to be lacking."""
_BARE = re.compile(r"^(?:only|just|one|a|an|un|une|una|access to|no|little)\b", re.IGNORECASE)


_LOSES = re.compile(
    r"\s(?:has |have |had )?lost\s(?:\d[\d,.]*|its|their|some|about|more|at least|an?|one|two|three)\b"
)
_LEARNERS = re.compile(r"pupils|students|élèves", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NeedFound:
    """A need that a clause states; offsets are those of the sentence's text."""

    cluster: Cluster
    start: int
    end: int
    clause: tuple[int, int]
    severity: Severity
    words: str | None
    """The words on which the severity rests."""
    sign: bool = False
    """It is told by what people do or endure: a number beside it need not count those in need."""


@lru_cache(maxsize=1024)
def clauses_of(text: str, body: int = 0) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence as spans; the label of a line ("Schools: 57 hit") belongs to its first."""
    edges = [0]
    for match in _CLAUSE.finditer(text):
        if match.end() > body + 1:
            edges.append(match.end())
    return tuple((a, b) for a, b in zip(edges, [*edges[1:], len(text)], strict=True) if text[a:b].strip())


@lru_cache(maxsize=1024)
def needs_in(text: str, section: Section) -> tuple[NeedFound, ...]:
    """The needs of a sentence, each cluster once a clause.

    Args:
        text: The sentence.
        section: Where it stands: under "Needs" the bare name of the goods is enough.
    """
    if section.is_heading:
        return ()
    found: dict[tuple[Cluster, int], NeedFound] = {}
    for span in clauses_of(text, section.body):
        signs = _signs(text, span)
        told = _of_clause(text, span, section, bool(signs))
        for cluster, start, end in (*told, *signs):
            severity = severity_of(text[slice(*span)])
            need = NeedFound(cluster, start, end, span, *severity, sign=(cluster, start, end) not in told)
            found.setdefault((cluster, span[0]), need)
    return tuple(found.values())


def worst(needs: Sequence[NeedFound]) -> NeedFound:
    """The one whose words are the gravest."""
    return min(needs, key=lambda n: _ORDER.index(n.severity))


def severity_of(clause: str) -> tuple[Severity, str | None]:
    """The worst that a clause says of a lack, and the words."""
    for severity, pattern in WORDS_OF_SEVERITY.items():
        match = pattern.search(clause)
        if match:
            return severity, match.group()
    return Severity.UNSTATED, None


_ORDER = (Severity.CRITICAL, Severity.SEVERE, Severity.MODERATE, Severity.UNSTATED)


_SIGNS, _STATEMENTS, _GOODS, _FACILITIES = map(gated, (SIGNS, STATEMENTS, GOODS, FACILITIES))
_BACK_AGAIN, _NOT_LACKING = Gated(BACK_AGAIN), Gated(NOT_LACKING)


def _signs(text: str, span: tuple[int, int]) -> list[tuple[Cluster, int, int]]:
    """What people in need do, endure or pay."""
    a, b = span
    clause = text[a:b]
    if _BACK_AGAIN.search(clause):
        return []
    hits = [(c, a + m.start(), a + m.end()) for c, p in _SIGNS.items() if (m := p.search(clause)) is not None]
    return hits + _far_off(clause, a)


def _of_clause(
    text: str, span: tuple[int, int], section: Section, has_signs: bool
) -> list[tuple[Cluster, int, int]]:
    a, b = span
    clause = text[a:b]
    if _NOT_LACKING.search(clause):
        return []
    hits = [(c, a + m.start(), a + m.end()) for c, p in _STATEMENTS.items() for m in p.finditer(clause)]
    taken: list[tuple[int, int]] = []
    for cluster, pattern in _GOODS.items():
        for match in pattern.finditer(clause):
            if any(x < match.end() and match.start() < y for x, y in taken):
                continue
            taken.append(match.span())
            if NOT_THE_GOODS.match(clause, match.end()):
                continue
            if _lacked(clause, match):
                hits.append((cluster, a + match.start(), a + match.end()))
    hits += [
        (c, a + m.start(), a + m.end())
        for c, p in _FACILITIES.items()
        for m in p.finditer(clause)
        if _lost(clause, m)
    ]
    hits += _by_section(clause, a, section, bool(hits) or has_signs, taken)
    return hits


def _far_off(clause: str, offset: int) -> list[tuple[Cluster, int, int]]:
    """What people are said to have only at a distance."""
    far = FAR_OFF.search(clause)
    if far is None:
        return []
    start, end = offset + far.start(), offset + far.end()
    tables = (*FACILITIES.items(), *GOODS.items())
    return [(c, start, end) for c, p in tables if p.search(far["what"])][:1]


def _lacked(clause: str, match: re.Match[str]) -> bool:
    before = clause[max(0, match.start() - _REACH) : match.start()]
    lack = LACK_BEFORE.search(before)
    after = clause[match.end() : match.end() + _REACH]
    if lack is not None and not (_NOT_A.match(lack.group()) and _CAME.match(after)):
        words = lack.group().casefold()
        if not _BARE.match(words) or ("," not in words and FEW.match(after)):
            return True
        # "no clean water", and not "no fewer than three dead, doctors said"; "one latrine" alone says nothing
        if words.startswith(("no ", "little ")) and not _FAR.search(words):
            return True
    return LACK_AFTER.match(after) is not None


def _lost(clause: str, match: re.Match[str]) -> bool:
    after = LOST_AFTER.match(clause[match.end() : match.end() + _REACH + 20])
    before = LOST_BEFORE.search(clause[max(0, match.start() - _REACH) : match.start()])
    told = after or before
    if told is None:
        return False
    if _LEARNERS.fullmatch(match.group()) and before is not None and after is None:
        return False  # "gunmen led away 30 pupils"
    if after is not None and _LOSES.match(clause, match.end()):
        return False  # "the school lost 30 pupils to the gunmen"
    if RUINED_ONLY.search(told.group()):
        many = PLURAL.search(match.group()) is not None
        return many and not BY_VIOLENCE.search(clause)
    return True


def _by_section(
    clause: str, offset: int, section: Section, found: bool, goods: list[tuple[int, int]]
) -> list[tuple[Cluster, int, int]]:
    """What the place of the clause adds: the goods named under "Needs", a lack told under "Water"."""
    needs_only = NEEDS in section.topics and RESPONSE not in section.topics
    if found or (not section.topics & {NEEDS} and section.cluster is None):
        return []
    lack = GENERAL_LACK.search(clause) or (
        _SITUATION.search(clause) if severity_of(clause)[0] in _GRAVE else None
    )
    if section.cluster is not None:
        if lack is not None or (needs_only and section.row):
            start, end = lack.span() if lack else (0, len(clause.rstrip()))
            return [(section.cluster, offset + start, offset + end)]
        return []
    if not needs_only:
        return []
    hits = []
    for cluster, pattern in (*GOODS.items(), *CLUSTER_TITLES.items()):
        for match in pattern.finditer(clause):
            if all(not (o <= match.start() < e) or (o, e) == match.span() for o, e in goods):
                hits.append((cluster, offset + match.start(), offset + match.end()))
    return hits
