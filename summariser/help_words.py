"""What a sentence says of help: who gives it, what is given, and whether it came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summariser.lexicon.headings import NEEDS, RESPONSE
from summariser.lexicon.help import (
    AID,
    AREA,
    ARRIVED,
    ASIDE,
    BE,
    BY,
    BY_WHOM,
    CLEARING,
    FORCED_OUT,
    HEALS,
    HELPED,
    HELPERS,
    HELPING,
    LEAD_IN,
    LEADING,
    LEFT,
    MONEY,
    MORE_OF_IT,
    NEEDS_GOODS,
    NO_AID,
    NOT_HELPERS,
    OF_THEM,
    OF_WORK,
    ON_THE_WAY,
    OWN_AIM,
    PLACED,
    PLEDGE,
    REACHED_BY_AID,
    RECEIVED,
    RELATIVE,
    RUN_BY,
    SELF,
)
from summariser.lexicon.needs import FACILITIES, GOODS
from summariser.need_words import clauses_of
from summariser.needed_letters import Gated
from summariser.normalise.place_tables import country_codes
from summariser.schemas.codebooks import Cluster, ResponseStatus
from summariser.sections import Section

_LIST = re.compile(r"\s+(?:and|et|y|e)\s+|,\s+|\s+with\s+|\s+together\s+")
_DETERMINER = re.compile(
    r"^(?:the|a|an|la|le|les|el|los|las|un|une|una|some|several|its|their)\s+|^l['’]", re.IGNORECASE
)
_MOST_WORDS = 7
_LOAD_BEHIND = 40
"""What a convoy brings may stand so many characters behind its arrival."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?:\s+(?:of|for|the|and|de|du|des|la|del|sans)\s+(?=[A-Z])|\s+)?")


@dataclass(frozen=True, slots=True)
class HelpFound:
    """Help that a clause tells of; offsets are those of the sentence's text."""

    status: ResponseStatus
    start: int
    end: int
    clause: tuple[int, int]
    actor: tuple[int, int] | None
    clusters: tuple[tuple[Cluster, int, int], ...]
    """What is given, with where it stands; empty where the text does not say."""


_HELPING = tuple((status, Gated(pattern)) for status, pattern in HELPING)
_ARRIVED, _LEFT, _FORCED_OUT = map(Gated, (ARRIVED, LEFT, FORCED_OUT))

_GETS = re.compile(r"\breceived?$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def help_in(text: str, section: Section) -> tuple[HelpFound, ...]:
    """The acts of help that a sentence tells of, in text order."""
    if section.is_heading:
        return ()
    found: list[HelpFound] = []
    subject: tuple[int, int] | None = None
    for span in clauses_of(text, section.body):
        found += _of_clause(text, span, section, subject)
        lead = LEADING.match(text, *span)
        opening = HELPERS.match(text, lead.end() if lead else span[0], span[1])
        actors = [f.actor for f in found if f.actor is not None and f.clause == span]
        subject = actors[0] if actors else opening.span() if opening else subject
    return tuple(found)


def _of_clause(
    text: str, span: tuple[int, int], section: Section, before: tuple[int, int] | None
) -> list[HelpFound]:
    """Each act of a clause; of two verbs of one status ("brought and handed out") the first."""
    found: list[HelpFound] = []
    verbs = [(m, status) for status, pattern in _HELPING for m in pattern.finditer(text, *span)]
    kept: list[tuple[re.Match[str], ResponseStatus]] = []
    for verb, status in verbs:
        if not any(v.start() < verb.end() and verb.start() < v.end() for v, _ in kept):
            kept.append((verb, status))
    for verb, status in sorted(kept, key=lambda k: k[0].start()):
        if any(f.status is status for f in found):
            continue
        known = found[0].actor if found else None
        actor = _actor(text, span, verb.start(), verb.end(), before) or known
        ends = next((v.start() for v, _ in kept if v.start() > verb.end() + 1), span[1])
        given = _given(text, (verb.end(), _object_end(text, verb.end(), ends)))
        if given and _GETS.search(verb.group()) and not BE.search(verb.group()):
            continue  # "the district received 300 kits": who gets them gives none
        passive = BE.search(verb.group()) is not None and not verb.group().endswith("ing")
        if not given and (passive or (actor is not None and actor[0] > verb.start())):
            given = _given(text, (span[0], verb.start()), passive=True)
        if not given and found and MORE_OF_IT.search(text, verb.start(), ends):
            given = list(found[0].clusters)
        if _is_help(text, span, verb, status, actor, given, section):
            clusters = _own_aim(verb) or given or _aims(text, verb, section)
            if [c for c, _, _ in clusters] == [Cluster.LOGISTICS] and AID.search(text, verb.end(), ends):
                clusters = []  # helicopters with rescue teams are no transport
            found.append(HelpFound(status, verb.start(), verb.end(), span, actor, tuple(clusters)))
    if not found:
        found = _without_giver(text, span, section)
    return found


def _without_giver(text: str, span: tuple[int, int], section: Section) -> list[HelpFound]:
    """Help told by what arrives, by a label, by who runs a place, or by munitions made safe."""
    labelled = _labelled(text, span, section)
    if labelled:
        return labelled
    return (
        _forced_out(text, span)
        or _arriving(text, span)
        or _run_by(text, span)
        or _clearing(text, span)
        or _received(text, span)
    )


def _received(text: str, span: tuple[int, int]) -> list[HelpFound]:
    """Help told by those whom it reached: "1,084 people received food and tents"."""
    reached = REACHED_BY_AID.search(text, *span)
    if reached is not None and HELPED.search(text, reached.end(), span[1]):
        given = _given(text, reached.span(), passive=True)
        return [HelpFound(ResponseStatus.DELIVERED, *reached.span(), span, None, tuple(given))]
    came = RECEIVED.search(text, *span)
    whole = OF_THEM.match(text, *span)
    start = whole.end() if whole is not None else span[0]
    if came is None or came.start() < start:
        return []
    if not (HELPED.search(text, span[0], came.start()) or AREA.search(text, span[0], came.start())):
        return []
    near = (came.end(), _object_end(text, came.end(), span[1]))
    given = _given(text, near)
    if not given and not AID.search(text, *near):
        return []
    who = (start, span[1])
    return [HelpFound(ResponseStatus.DELIVERED, came.start(), came.end(), who, None, tuple(given))]


def _arriving(text: str, span: tuple[int, int]) -> list[HelpFound]:
    for pattern, status in ((_ARRIVED, ResponseStatus.DELIVERED), (_LEFT, ResponseStatus.ONGOING)):
        came = pattern.search(text, *span)
        if came is None or NO_AID.search(text[slice(*span)]):
            continue
        near = (came.start(), min(span[1], came.end() + _LOAD_BEHIND))
        given = [g for g in _given(text, near, passive=True) if g[0] is not Cluster.LOGISTICS]
        actor = _carrier(text, span)
        if given or (actor is not None and AID.search(text, *near)):
            return [HelpFound(status, came.start(), came.end(), span, actor, tuple(given))]
    return []


def _forced_out(text: str, span: tuple[int, int]) -> list[HelpFound]:
    """Work that others have ended: the helper stands behind the verb."""
    forced = _FORCED_OUT.search(text, *span)
    who = _name_at(text, forced.start("who"), forced.end("who")) if forced is not None else None
    if forced is None or who is None:
        return []
    given = tuple(_given(text, (forced.end(), _object_end(text, forced.end(), span[1]))))
    return [HelpFound(ResponseStatus.SUSPENDED, *forced.span("verb"), span, who, given)]


def _run_by(text: str, span: tuple[int, int]) -> list[HelpFound]:
    run = RUN_BY.search(text, *span)
    agent = _name_at(text, run.end(), span[1]) if run is not None else None
    if run is None or agent is None:
        return []
    place = tuple(_given(text, run.span())) or ((Cluster.CAMP_COORDINATION, *run.span()),)
    return [HelpFound(ResponseStatus.ONGOING, *run.span(), span, agent, place)]


def _clearing(text: str, span: tuple[int, int]) -> list[HelpFound]:
    clearing = CLEARING.search(text, *span)
    if clearing is None:
        return []
    what = ((Cluster.MINE_ACTION, *clearing.span("what")),)
    return [HelpFound(ResponseStatus.DELIVERED, *clearing.span("verb"), span, clearing.span("who"), what)]


def _carrier(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Whose convoy it is: "a UN convoy", "a Red Cross ship"."""
    named = next((m for m in HELPERS.finditer(text, *span) if m.group()[:1].isupper()), None)
    return _trimmed(text, named, 0) if named is not None else None


def _labelled(text: str, span: tuple[int, int], section: Section) -> list[HelpFound]:
    """A row under "Response" whose label names the helper: "CARE: 300 kits for Dorra"."""
    if RESPONSE not in section.topics or not section.row or not span[0] < section.body <= span[1]:
        return []
    helper = HELPERS.match(text, span[0])
    given = _given(text, (section.body, span[1]))
    if helper is None or not given or helper.end() < section.body - 3:
        return []
    planned = ON_THE_WAY.search(text, section.body, span[1])
    status = ResponseStatus.PLANNED if planned else ResponseStatus.DELIVERED
    return [HelpFound(status, section.body, section.body, span, helper.span(), tuple(given))]


def _is_help(
    text: str,
    span: tuple[int, int],
    verb: re.Match[str],
    status: ResponseStatus,
    actor: tuple[int, int] | None,
    given: list[tuple[Cluster, int, int]],
    section: Section,
) -> bool:
    clause = text[slice(*span)]
    after = text[verb.end() : span[1]]
    if NO_AID.search(after[:60]) and not given:
        return False
    listed = RESPONSE in section.topics
    if (
        actor is None
        and status is not ResponseStatus.REFUSED
        and not (listed and NEEDS not in section.topics and given)
    ):
        return False
    if status is ResponseStatus.SUSPENDED:
        return bool(given) or OF_WORK.search(clause) is not None
    if status is ResponseStatus.REFUSED:
        return True
    if given:
        return True
    if MONEY.match(text, verb.end()) and PLEDGE.search(verb.group()):
        return actor is not None
    if AID.search(text, verb.end(), span[1]) or (
        BE.search(verb.group()) and AID.search(text, span[0], verb.start())
    ):
        return actor is not None
    if listed and section.cluster is not None:
        return True
    helped = HELPED.search(after[:60]) is not None
    if any(pattern.search(verb.group()) for _, pattern in OWN_AIM) and (
        helped or re.search(r"\d", after[:40])
    ):
        return True
    if NEEDS_GOODS.match(verb.group()):
        return (listed or HEALS.search(after[:60]) is not None) and helped
    return helped or listed


def _given(text: str, span: tuple[int, int], *, passive: bool = False) -> list[tuple[Cluster, int, int]]:
    """Goods and services named in a stretch of the sentence, each cluster once."""
    a, b = span
    stretch = text[a:b]
    hits: list[tuple[int, int, Cluster]] = []
    for table in (GOODS,) if passive else (GOODS, FACILITIES):
        for cluster, pattern in table.items():
            for match in pattern.finditer(stretch):
                if PLACED.search(stretch[: match.start()]):
                    continue  # "240 pupils in tents" were given no tents
                if not any(x < match.end() and match.start() < y for x, y, _ in hits):
                    hits.append((match.start(), match.end(), cluster))
    found: dict[Cluster, tuple[int, int]] = {}
    for start, end, cluster in sorted(hits, key=lambda h: h[0]):
        found.setdefault(cluster, (a + start, a + end))
    return [(cluster, *place) for cluster, place in found.items()]


def _object_end(text: str, start: int, end: int) -> int:
    """Where what is given stops: "suspended distribution after its warehouse was looted"."""
    other = ASIDE.search(text, start, end)
    return other.start() if other else end


def _own_aim(verb: re.Match[str]) -> list[tuple[Cluster, int, int]]:
    """Who treats or vaccinates gives health care, whatever else is named."""
    cluster, pattern = OWN_AIM[0]
    return [(cluster, verb.start(), verb.end())] if pattern.search(verb.group()) else []


def _aims(text: str, verb: re.Match[str], section: Section) -> list[tuple[Cluster, int, int]]:
    if section.cluster is not None:
        return [(section.cluster, verb.start(), verb.end())]
    for cluster, pattern in OWN_AIM:
        if pattern.search(verb.group()):
            return [(cluster, verb.start(), verb.end())]
    after = text[verb.end() : verb.end() + 60]
    for cluster, pattern in OWN_AIM:
        if pattern.search(text, verb.end()):
            return [(cluster, verb.start(), verb.end())]
    return [(Cluster.HEALTH, verb.start(), verb.end())] if HEALS.search(after) else []


def _actor(
    text: str, span: tuple[int, int], start: int, end: int, before: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Who helps: after "by" where the verb is passive, else the subject before it."""
    by = BY.match(text, end, span[1])
    if by is not None:
        agent = _name_at(text, by.end(), span[1])
        if agent is not None:
            return agent
        named = BY_WHOM.match(text, by.end(), span[1])
        if named is not None and BE.search(text, start, end):
            return named.span("who")
    at = span[0]
    lead = LEADING.match(text, at, start)
    at = lead.end() if lead else at
    subject = text[at:start]
    return _subject(subject, at) or (before if not subject.strip(" ,") or _continues(subject) else None)


def _continues(subject: str) -> bool:
    return (
        re.fullmatch(
            r"\W*(?:(?:and|et|y|it|they|also|que|qui|who|which|elle|il)\W*)*", subject, re.IGNORECASE
        )
        is not None
    )


def _subject(subject: str, offset: int) -> tuple[int, int] | None:
    """The first helper of a subject: "IOM and the Red Cross" is IOM."""
    words = subject.strip()
    if not words:
        return None
    near = [m for m in HELPERS.finditer(words) if m.end() == len(words)]
    begin = offset + subject.index(words[0])
    if len(words.split()) > 3 * _MOST_WORDS:
        return _trimmed(words, near[-1], begin) if near else None
    relative = RELATIVE.match(words)
    if relative is not None:
        named = list(HELPERS.finditer(relative["who"]))
        return _trimmed(relative["who"], named[-1], begin) if named else None
    first = _LIST.split(words, maxsplit=1)[0]
    if SELF.match(words):
        own = HELPERS.match(words)
        return _trimmed(words, own, begin) if own else (begin, begin + len(words.split()[0]))
    for candidate in (first, words):
        name = _name_at(candidate, 0, len(candidate))
        if name is not None and not NOT_HELPERS.search(candidate[: name[1]]):
            at = begin + (words.index(candidate) if candidate in words else 0)
            return at + name[0], at + name[1]
    return _trimmed(words, near[-1], begin) if near else None


def _trimmed(text: str, helper: re.Match[str], offset: int) -> tuple[int, int]:
    """The helper without what only leads to it: "run by five churches" are churches."""
    lead = LEAD_IN.match(text, helper.start(), helper.end())
    at = lead.end() if lead and lead.end() < helper.end() else helper.start()
    determiner = _DETERMINER.match(text, at, helper.end())
    return offset + (determiner.end() if determiner else at), offset + helper.end()


def _name_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A helper at the start of a stretch: a known sort of one, or a name in capitals."""
    determiner = _DETERMINER.match(text, start, end)
    at = determiner.end() if determiner else start
    helper = HELPERS.match(text, start, end) or HELPERS.match(text, at, end)
    if helper is not None and len(helper.group().split()) <= _MOST_WORDS:
        begin = _trimmed(text, helper, 0)[0]
        return max(begin, at), helper.end()
    run = at
    while (word := _CAPITAL.match(text, run, end)) is not None:
        run = word.end()
    name = text[at:run].rstrip()
    if len(name.split()) == 1 and not (name.isupper() and len(name) > 1) and not country_codes(name):
        return None
    if name and len(name.split()) <= _MOST_WORDS and not NOT_HELPERS.search(name):
        return at, at + len(name)
    return None
