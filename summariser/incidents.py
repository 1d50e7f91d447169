"""Which sentences may report which event: cues gathered into candidate events.

Two mentions belong to one event when their sub-types are of one family and neither their places nor
their dates contradict each other. Different means are different events, as ACLED codes them: the
ground assault, the air raids that support it, and the rockets fired back are three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from summariser.cues import Cue
from summariser.going_back import taken_up, tells_elsewhere, ties, where_since
from summariser.incident_index import Candidates, Incident
from summariser.lexicon import GENERIC_ATTACK
from summariser.lexicon.reporting import (
    ANOTHER,
    ANSWERED,
    DRONE,
    ELSEWHERE,
    ONE_MORE,
    SOMEBODY_HIT,
    THE,
    WEAPON,
    YET_TO_BE,
)
from summariser.lexicon.victims import BODILY
from summariser.linking import dates_event, is_local, is_negated, places_in, resolved
from summariser.normalise.dates import DateMention, resolve_date
from summariser.polarity import is_retold
from summariser.reading import Reading
from summariser.reasons import is_a_reason, stands_in_a_reason
from summariser.reported import are_denied, status_of
from summariser.roles import others_arrested
from summariser.scenes import Scene, scenes_in
from summariser.schemas.codebooks import SUB_EVENT_TYPES, EventStatus, EventType
from summariser.schemas.codebooks import SubEventType as S
from summariser.sentences import Sentence
from summariser.sums import is_a_sum, is_cumulative, is_of_a_period
from summariser.whereabouts import areas_in, lies_outside

_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({S.ARMED_CLASH, S.GOVERNMENT_REGAINS_TERRITORY, S.NON_STATE_OVERTAKES_TERRITORY}),
    frozenset({S.AIR_STRIKE}),
    frozenset({S.SHELLING}),
    frozenset({S.SUICIDE_BOMB, S.REMOTE_EXPLOSIVE, S.GRENADE}),
    frozenset({S.PEACEFUL_PROTEST, S.PROTEST_WITH_INTERVENTION, S.EXCESSIVE_FORCE, S.VIOLENT_DEMONSTRATION}),
)
_SUPPORT = re.compile(
    r"\b(?:backed|supported|aided|assisted|accompanied|covered) by\b"
    r"|\bwith (?:the )?(?:support|backing|help|cover) (?:of|from)\b|\bunder cover of\b",
    re.IGNORECASE,
)
_SUPPORT_REACH = 60
"""A cue this many characters after "backed by" is the support, not an event of its own sentence."""
_ANY_DAY = date(2001, 1, 3)
"""Without a publication date the words still show whether they name a day; the day itself is not kept."""
_FELL = re.compile(r"missiles?|rockets?|bombs?|bombed|explosions?|blasts?", re.IGNORECASE)
_ARMED = {"state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces"}
_VIOLENT = frozenset(
    s
    for kind in (EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS)
    for s in SUB_EVENT_TYPES[kind]
) | {S.MOB_VIOLENCE}
"""What "the attack" and "killed" can go on speaking of; not a march, not a ceasefire."""
_UNREST = {S.VIOLENT_DEMONSTRATION, S.EXCESSIVE_FORCE, S.PROTEST_WITH_INTERVENTION}
_DEADLY = frozenset({S.ARMED_CLASH, S.ATTACK})
_BURNS = frozenset((*SUB_EVENT_TYPES[EventType.EXPLOSIONS], S.MOB_VIOLENCE, S.VIOLENT_DEMONSTRATION))
"""Events of which burned houses are the damage, told in the same sentence."""
_IN_PEACE = {S.BASE_ESTABLISHED, S.AGREEMENT, S.NON_VIOLENT_TRANSFER, S.CHANGE_TO_GROUP}
"""What kills nobody: "killed 100 as people dug trenches" is no base that was set up."""
_OF_CROWDS = (
    S.ARRESTS,
    S.ABDUCTION,
    S.ATTACK,
    S.LOOTING,
    S.MOB_VIOLENCE,
    S.ARMED_CLASH,
    S.GRENADE,
    S.SEXUAL_VIOLENCE,
    S.CHANGE_TO_GROUP,
)
_BESIDE: dict[str, tuple[S, ...]] = {
    **dict.fromkeys(_FAMILIES[-1], _OF_CROWDS),
    S.MOB_VIOLENCE: (S.ATTACK, S.LOOTING, S.ARRESTS),
    S.ATTACK: (S.LOOTING,),
    S.ABDUCTION: (S.LOOTING,),
    S.SEXUAL_VIOLENCE: (S.ATTACK, S.LOOTING),
    S.DISRUPTED_WEAPONS_USE: (S.ARRESTS,),
    S.AIR_STRIKE: (S.REMOTE_EXPLOSIVE, S.GRENADE),
    S.SHELLING: (S.GRENADE,),
    **dict.fromkeys(_FAMILIES[0] | _FAMILIES[3], (S.LOOTING,)),
}
"""What is part of an event of a kind, where one sentence tells both."""
_AFTERMATH = frozenset({S.ARRESTS, S.DISRUPTED_WEAPONS_USE, S.PROTEST_WITH_INTERVENTION})
"""What forces do about an event, told in the sentence behind it."""
_FIGHTS = frozenset({S.ARMED_CLASH, S.MOB_VIOLENCE, *_FAMILIES[-1]})
_GOES_ON = re.compile(
    r";|\b(?:meanwhile|elsewhere|separately|(?:hours?|days?|minutes) (?:later|earlier)"
    r"|in another|that (?:same )?night|the same day|afterwards)\b",
    re.IGNORECASE,
)
_GENERIC_REACH = 6
_DENIED_REACH = 2
"""How many sentences after an event somebody may deny it."""
_LONG = 10
"""Of a stretch of days no more than these are told apart."""
_DAY_BACK = 2
"""How many sentences before an event its day may have been told."""
_HAD = re.compile(r"\bhad\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_SINCE = ("from ", "since ", "after ")
_OF_THE_DAY = re.compile(r"\s*['’]s?\s+\w")
"""Behind a day: it is the day of what follows."""
_MERGE_REACH = 4
"""Mentions further apart than this many sentences are one event only when a place or date says so."""


def find_incidents(reading: Reading) -> tuple[Incident, ...]:
    """Candidate events in the order of the text; the headline joins them but starts none it can join."""
    incidents = Candidates()
    ordered = [s for s in reading.sentences if s.role == "body" and s.id not in reading.event_rows]
    ordered += [s for s in reading.sentences if s.role == "headline"]
    for sentence in ordered:
        if is_a_sum(reading, sentence.id):
            continue
        cues = _event_cues(reading, sentence.id)
        scenes = scenes_in(reading, sentence.id)
        for number, scene in enumerate(scenes):
            mine = [c for c in cues if scene.start <= c.start < scene.end]
            if mine or not scene.elided:
                _file_scene(reading, incidents, sentence, mine, scene)
            else:
                _file_again(reading, incidents, sentence.id, scenes[:number], scene)
        if not scenes:
            _file_scene(reading, incidents, sentence, cues, None)
    order = {s.id: i for i, s in enumerate(reading.sentences)}
    for incident in incidents:
        incident.sentences.sort(key=lambda s: (reading.sentence(s).role == "headline", order[s]))
    return tuple(sorted(incidents, key=lambda i: order[i.sentences[0]]))


def _file_scene(
    reading: Reading, incidents: Candidates, sentence: Sentence, cues: list[Cue], scene: Scene | None
) -> None:
    """File the cues of a sentence, or of one scene of it."""
    if _file_taken_up(reading, incidents, sentence, cues, scene):
        return
    named = [c for c in cues if c.value != GENERIC_ATTACK]
    hurt = [c for c in cues if c.value == GENERIC_ATTACK and BODILY.match(c.text)]
    if hurt and all(c.value == S.LOOTING for c in named):
        _file_generic(reading, incidents, sentence.id, cues, scene)  # who was shot counts for more than goods
        return
    if hurt and named and all(c.value in _IN_PEACE for c in named):
        _file_generic(reading, incidents, sentence.id, [c for c in cues if c not in named], scene)
    if hurt and named and all(c.value == S.ARRESTS for c in named):
        apart = [
            c
            for c in hurt
            if c.end < named[0].start and others_arrested(reading, sentence.id, c.start, c.end)
        ]
        if apart:  # "gunmen killed two people, and troops arrested nine suspects"
            _file_generic(reading, incidents, sentence.id, apart, scene)
    for mine in _told_together(sentence.text, sentence.start, named):
        family = _family(mine[0].value)
        struck = _air_strike_before(reading, incidents, sentence.id, mine)
        if struck is not None:
            _join(reading, incidents, struck, sentence.id, mine, set(), set())
            continue
        goods = _goods_of(reading, incidents, sentence.id, mine, named)
        if goods is not None:
            _join(reading, incidents, goods, sentence.id, mine, set(), set())
            continue
        denied = _denied_back(reading, incidents, sentence.id, mine, scene)
        if denied is not None:
            _note_denial(reading, incidents, denied, sentence.id, mine)
            continue
        before = _told_before(reading, incidents, sentence.id, mine, scene)
        if before is not None:
            _join(reading, incidents, before, sentence.id, mine, set(), set())
            continue
        _file(reading, incidents, family, sentence.id, mine, scene)
    generic = [c for c in cues if c.value == GENERIC_ATTACK]
    if generic and all(is_support(reading, c) for c in named):
        _file_generic(reading, incidents, sentence.id, generic, scene)


def _file_taken_up(
    reading: Reading, incidents: Candidates, sentence: Sentence, cues: list[Cue], scene: Scene | None
) -> bool:
    """File a sentence that only takes up an attack with that attack, and say whether it was one."""
    mention = taken_up(reading, sentence.id, cues) if cues and sentence.role == "body" else None
    if mention is None or ELSEWHERE.match(sentence.text) or is_cumulative(reading, sentence.id):
        return False
    at = reading.index(sentence.id)
    days = frozenset(day for d in mention.named_days for day in days_of(reading, d))
    own, on = set(mention.named_places), set(days)
    if mention.is_subject:
        own |= _places(reading, sentence.id, scene) & where_since(reading, mention)
        on |= _dates(reading, sentence.id, cues)
    told = [
        i
        for i in incidents.tied(at, _GENERIC_REACH, (*mention.named_places, *days))
        if i.first < at
        and not i.to_come
        and (i.family & _VIOLENT or _is_unrest(i))
        and i.is_retold == is_retold(reading, sentence.id)
        and not (own and i.places and not own & i.places)
        and not (on and i.dates and not on & i.dates)
    ]
    tied = [(ties(reading, mention, i, days), i.last, i) for i in told]
    said = max(tied, key=lambda t: t[:2], default=None)
    near = [(gap, i) for i in told if (gap := _since_told(reading, i, at)) is not None]
    if said is not None and said[0]:
        best = said[2]
    elif near and not mention.named_places and not days:
        best = min(near, key=lambda n: n[0])[1]
    else:
        return False
    if mention.is_subject or not tells_elsewhere(reading, mention, best):
        plain = [c if c.value in best.family else c._replace(label=f"event:{GENERIC_ATTACK}") for c in cues]
        _join(reading, incidents, best, sentence.id, plain, own, on)
    best.cues_at[at] = best.cues_at.get(at) or list(cues)
    incidents.note(best, at, ())
    return True


def _since_told(reading: Reading, incident: Incident, at: int) -> int | None:
    """How many sentences before a position an event was told last, under the same heading."""
    for gap in range(1, min(_GENERIC_REACH, at) + 1):
        cues = incident.cues_at.get(at - gap, ())
        if not all(is_support(reading, c) for c in cues):
            return gap if reading.chapter(at - gap) == reading.chapter(at) else None
    return None


def _file_again(
    reading: Reading, incidents: Candidates, sentence: str, before: Sequence[Scene], scene: Scene
) -> None:
    """ "Shelling killed three in Karsa and five in Dorra": the deed of the scene before, in another place."""
    at = reading.index(sentence)
    for earlier in reversed(before):
        for host in incidents.at(at):
            cues = [c for c in host.cues_at.get(at, ()) if earlier.start <= c.start < earlier.end]
            if cues and (host.family & _VIOLENT or _is_unrest(host)):
                places, dates = _places(reading, sentence, scene), _dates(reading, sentence, cues)
                again = Incident(host.family, to_come=host.to_come)
                incidents.begin(again)
                again.scenes_at[at] = [scene.place]
                _join(reading, incidents, again, sentence, cues, places, dates)
                return


def _event_cues(reading: Reading, sentence: str) -> list[Cue]:
    """The event cues of a sentence that are not denied: the longest where several overlap."""
    cues = [
        c
        for c in reading.cues.of(sentence, "event")
        if (not is_negated(reading, c) or status_of(reading, c) is EventStatus.DENIED)
        and not is_a_reason(reading, c)
    ]
    if any(c.value == S.DISRUPTED_WEAPONS_USE for c in cues):
        # what was found or defused went off nowhere
        cues = [
            c
            for c in cues
            if c.value == S.DISRUPTED_WEAPONS_USE
            or not (WEAPON.fullmatch(c.text) or (c.value == S.AIR_STRIKE and DRONE.fullmatch(c.text)))
        ]
    kept: list[Cue] = []
    for cue in sorted(cues, key=_how_telling):
        if not any(cue.start < k.end and k.start < cue.end and cue.value != k.value for k in kept):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.start)


def _how_telling(cue: Cue) -> tuple[bool, int, bool]:
    """The longest first; "fired artillery at" tells less by its verb than by its weapon."""
    general = cue.value == GENERIC_ATTACK
    return (general and cue.is_deed, cue.start - cue.end, general)


def is_support(reading: Reading, cue: Cue) -> bool:
    """Whether a cue only names what supports another event: "resumed the attack, backed by air strikes"."""
    sentence = reading.sentence(cue.sentence)
    before = sentence.text[: cue.start - sentence.start]
    return any(len(before) - m.end() <= _SUPPORT_REACH for m in _SUPPORT.finditer(before))


def _told_together(text: str, offset: int, cues: Sequence[Cue]) -> list[list[Cue]]:
    """The cues of a sentence by family, each group with what it tells beside its own deed.

    Those arrested at a march and what was looted in a raid are part of the march and the raid, unless the
    sentence goes over to something else between the two.
    """
    families = list(dict.fromkeys(_family(c.value) for c in cues))
    groups = {f: [c for c in cues if _family(c.value) == f] for f in families}
    for family in families:
        for host in families:
            beside = (
                [
                    c
                    for c in groups.get(family, ())
                    if c.value in _BESIDE.get(groups[host][0].value, ())
                    and _near(text, offset, c, groups[host])
                ]
                if host in groups and host != family
                else []
            )
            if beside:
                groups[host] += beside
                groups[family] = [c for c in groups[family] if c not in beside]
                if not groups[family]:
                    del groups[family]
    return [g for g in groups.values() if g]


def _near(text: str, offset: int, cue: Cue, others: Sequence[Cue]) -> bool:
    """Whether a cue stands in one tale with one of the others."""
    for other in others:
        first, last = sorted((cue, other), key=lambda c: c.start)
        if not _GOES_ON.search(text[first.end - offset : last.start - offset]):
            return True
    return False


def _family(sub_type: str) -> frozenset[str]:
    return next((f for f in _FAMILIES if sub_type in f), frozenset({sub_type}))


def _file(
    reading: Reading,
    incidents: Candidates,
    family: frozenset[str],
    sentence: str,
    cues: list[Cue],
    scene: Scene | None,
) -> None:
    places, dates = _places(reading, sentence, scene), _dates(reading, sentence, cues)
    another = _is_another(reading, sentence, cues)
    to_come = _to_come(reading, cues)
    for incident in () if another else _possible(reading, incidents, sentence, places, dates):
        if incident.family == family and _compatible(
            reading, incident, sentence, places, dates, to_come=to_come
        ):
            _join(reading, incidents, incident, sentence, cues, places, dates)
            return
    adopted = None if another else _generic_near(reading, incidents, family, sentence, places, dates)
    if adopted is not None:
        adopted.family = family
        _join(reading, incidents, adopted, sentence, cues, places, dates)
        return
    _begin(reading, incidents, family, sentence, cues, places, dates)


def _possible(
    reading: Reading, incidents: Candidates, sentence: str, places: set[str], dates: set[str]
) -> Iterable[Incident]:
    """The candidates that a sentence may be compatible with, the last begun first."""
    if reading.sentence(sentence).role == "headline":
        return reversed(list(incidents))
    return incidents.tied(reading.index(sentence), _GENERIC_REACH, (*places, *dates))


def _generic_near(
    reading: Reading,
    incidents: Candidates,
    family: frozenset[str],
    sentence: str,
    places: set[str],
    dates: set[str],
) -> Incident | None:
    """An "attack" told shortly before, which this sentence now calls by its kind: "after the fighting"."""
    if not family & _VIOLENT:
        return None
    return next(
        (
            i
            for i in _possible(reading, incidents, sentence, places, dates)
            if i.is_generic and _compatible(reading, i, sentence, places, dates, _GENERIC_REACH)
        ),
        None,
    )


def _air_strike_before(
    reading: Reading, incidents: Candidates, sentence: str, cues: list[Cue]
) -> Incident | None:
    """The air strike of the sentence before, where this one only names what fell: "three missiles"."""
    before = reading.before(sentence)
    armed = any(a.canonical.kind in _ARMED for a in reading.actors_in(sentence))
    if before is None or armed or not all(_FELL.fullmatch(c.text) for c in cues):
        return None
    at = reading.index(before.id)
    return next((i for i in reversed(incidents.at(at)) if S.AIR_STRIKE in i.family), None)


def _goods_of(
    reading: Reading, incidents: Candidates, sentence: str, cues: list[Cue], named: Sequence[Cue]
) -> Incident | None:
    """The fight, riot or explosion in which houses burned, where the fire has no time or place of its own."""
    if any(c.value != S.LOOTING for c in cues):
        return None
    here = {c.value for c in named} & _BURNS
    at = reading.index(sentence)
    for incident in incidents.at(at - 1, at):
        if here and at in incident.cues_at and incident.family & _BURNS:
            return incident
        near = at - 1 in incident.cues_at and incident.family & _DEADLY
        if near and not _places(reading, sentence) and not _dates(reading, sentence, cues):
            return incident
    return None


def _told_before(
    reading: Reading, incidents: Candidates, sentence: str, cues: list[Cue], scene: Scene | None
) -> Incident | None:
    """The event of the sentence before of which this one only tells how it went on.

    "Police dispersed the crowd and arrested two", "One suspect was held", "A man was shot in the head": what
    follows a protest, a fight or an attack, without a place or a day of its own, is part of it.
    """
    last = reading.before(sentence)
    text = reading.sentence(sentence).text
    if last is None or last.role != "body" or ELSEWHERE.match(text) or _is_another(reading, sentence, cues):
        return None
    places, dates = _places(reading, sentence, scene), _dates(reading, sentence, cues)
    answered = {c.value for c in cues} <= _AFTERMATH and ANSWERED.match(text) is not None
    hit = all(c.value == S.ATTACK and SOMEBODY_HIT.match(c.text) for c in cues)
    if not (answered or hit) or _to_come(reading, cues):
        return None
    at = reading.index(sentence)
    for incident in incidents.at(at - 1):
        told = incident.cues_at.get(at - 1, ())
        fits = incident.family & _FIGHTS or (answered and incident.family & _VIOLENT)
        if not fits or not told or all(is_support(reading, c) for c in told) or incident.to_come:
            continue
        if _agrees(reading, sentence, incident, places, dates):
            return incident
    return None


def _agrees(reading: Reading, sentence: str, incident: Incident, places: Set[str], dates: Set[str]) -> bool:
    """Whether a sentence has no place, day or time of telling that an event told before it has not."""
    if (places and not places & incident.places) or (dates and not dates & incident.dates):
        return False
    return is_retold(reading, sentence) == incident.is_retold and not lies_outside(
        reading, sentence, incident
    )


def _denied_back(
    reading: Reading, incidents: Candidates, sentence: str, cues: list[Cue], scene: Scene | None
) -> Incident | None:
    """The event shortly before that somebody denies: "the army denied having carried out the strike".

    Not where the denial has a place or a day that the event has not, nor where it says what it denies by
    another word than "the": "denied that its jets had bombed a port" is of that port.
    """
    at = reading.index(sentence)
    text = reading.sentence(sentence)
    if not (are_denied(reading, cues) and all(_looks_back(text, c) for c in cues)):
        return None
    places, dates = _places(reading, sentence, scene), _dates(reading, sentence, cues)
    for incident in incidents.around(at, _DENIED_REACH):
        fits = incident.family & _VIOLENT and not incident.is_denied and incident.last < at
        if not fits or incident.to_come or reading.chapter(incident.last) != reading.chapter(at):
            continue
        if _agrees(reading, sentence, incident, places, dates):
            return incident
    return None


def _note_denial(
    reading: Reading, incidents: Candidates, incident: Incident, sentence: str, cues: list[Cue]
) -> None:
    """The sentence is of the event, its words are not: who denies "the strike" made no air strike of it."""
    at = reading.index(sentence)
    if at not in incident.cues_at:
        incident.sentences.append(sentence)
    incident.cues_at.setdefault(at, []).extend(cues)
    incident.last = max(at, incident.last)
    incidents.note(incident, at, ())


def _looks_back(sentence: Sentence, cue: Cue) -> bool:
    """ "The strike", and "carried out the strike" as a whole."""
    at = cue.start - sentence.start
    noun = at + cue.text.rfind(" ") + 1
    return any(THE.search(sentence.text[:end]) is not None for end in (at, noun))


def _file_generic(
    reading: Reading, incidents: Candidates, sentence: str, cues: list[Cue], scene: Scene | None
) -> None:
    """ "Attack" and "killed" belong to the event that the text is speaking of, if it is speaking of one."""
    places, dates = _places(reading, sentence, scene), _dates(reading, sentence, cues)
    if is_cumulative(reading, sentence) or (is_of_a_period(reading, sentence) and not places):
        return  # "since January 48 have been killed", "during the third quarter 62 people were killed"
    at = reading.index(sentence)
    near: list[tuple[int, Incident]] = []
    for incident in incidents.around(at, _GENERIC_REACH):
        gap = _gap_to_told(reading, incident, at)
        if gap is None:
            continue
        if not incident.family & _VIOLENT and not _is_unrest(incident):
            continue
        if _compatible(reading, incident, sentence, places, dates, _GENERIC_REACH):
            near.append((gap, incident))
    if near:
        _join(reading, incidents, min(near, key=lambda n: n[0])[1], sentence, cues, places, dates)
        return
    headline = reading.sentence(sentence).role == "headline"
    if (headline and incidents) or _is_no_violence(reading, sentence, cues):
        return
    _begin(reading, incidents, _family(S.ATTACK), sentence, cues, places, dates)


def _gap_to_told(reading: Reading, incident: Incident, at: int) -> int | None:
    """How many sentences lie between a position and a mention that is no support; None for too many."""
    for gap in range(_GENERIC_REACH + 1):
        cues = [*incident.cues_at.get(at - gap, ()), *incident.cues_at.get(at + gap, ())]
        if not all(is_support(reading, c) for c in cues):
            return gap
    return None


def _is_unrest(incident: Incident) -> bool:
    """A protest with stones, tear gas or shots: "killed" after it tells of its dead."""
    return bool(incident.kinds & _UNREST)


def _is_no_violence(reading: Reading, sentence: str, cues: Sequence[Cue]) -> bool:
    """Deaths by flood, crash or disease: the word "killed" alone does not make an attack of them."""
    only_killed = all(c.text.casefold() in {"killed", "killing"} for c in cues)
    armed = any(a.canonical.kind in _ARMED for a in reading.actors_in(sentence))
    labels = reading.cues.labels(sentence, "cause")
    return only_killed and not armed and "cause:disaster" in labels


def _is_another(reading: Reading, sentence: str, cues: Sequence[Cue]) -> bool:
    """Whether the sentence goes over to one more event: "Meanwhile, in Karsa", "another bomb"."""
    text = reading.sentence(sentence).text
    at = cues[0].start - reading.sentence(sentence).start
    more = ANOTHER.search(text[:at]) or ONE_MORE.match(cues[0].text)
    return ELSEWHERE.match(text) is not None or more is not None


def _to_come(reading: Reading, cues: Sequence[Cue]) -> bool:
    """Whether all these mentions speak of what is planned or threatened."""
    return all(status_of(reading, c) in {EventStatus.PLANNED, EventStatus.THREATENED} for c in cues)


def _begin(
    reading: Reading,
    incidents: Candidates,
    family: frozenset[str],
    sentence: str,
    cues: list[Cue],
    places: set[str],
    dates: set[str],
) -> None:
    incident = Incident(family, to_come=_to_come(reading, cues))
    incidents.begin(incident)
    _join(reading, incidents, incident, sentence, cues, places, dates)


def _join(
    reading: Reading,
    incidents: Candidates,
    incident: Incident,
    sentence: str,
    cues: list[Cue],
    places: set[str],
    dates: set[str],
) -> None:
    at = reading.index(sentence)
    if at not in incident.cues_at:
        incident.sentences.append(sentence)
        incident.is_retold = incident.is_retold and is_retold(reading, sentence)
    incident.is_denied = incident.is_denied and are_denied(reading, cues)
    incident.cues += cues
    incident.cues_at.setdefault(at, []).extend(cues)
    incident.kinds |= {c.value for c in cues}
    incident.first, incident.last = min(at, incident.first), max(at, incident.last)
    incident.places |= places
    incident.dates |= dates
    incident.areas |= areas_in(reading, sentence)
    incidents.note(incident, at, (*places, *dates))


def _compatible(
    reading: Reading,
    incident: Incident,
    sentence: str,
    places: set[str],
    dates: set[str],
    reach: int = _MERGE_REACH,
    to_come: bool | None = None,
) -> bool:
    if reading.sentence(sentence).role == "headline":
        return not incident.to_come
    if to_come is not None and incident.to_come != to_come:
        return False
    if is_retold(reading, sentence) != incident.is_retold:
        return False  # what is told of another year is another event
    if places and incident.places and not places & incident.places:
        return False
    if dates and incident.dates and not dates & incident.dates:
        return False
    if not places & incident.places and lies_outside(reading, sentence, incident):
        return False
    same = bool(places & incident.places) or bool(dates & incident.dates)
    if incident.is_denied and not same and places:
        return False  # "It denied killing 20. On Monday a mine killed a boy in Karsa": told for its own sake
    return same or _is_beside(reading, incident, reading.index(sentence), reach)


def _is_beside(reading: Reading, incident: Incident, at: int, reach: int) -> bool:
    """Whether a candidate is told within so many sentences, under the same heading."""
    around = (at + gap for n in range(reach + 1) for gap in (-n, n))
    return any(near in incident.cues_at and reading.chapter(near) == reading.chapter(at) for near in around)


def _places(reading: Reading, sentence: str, scene: Scene | None = None) -> set[str]:
    """Towns, villages and camps of a sentence or scene; countries and regions tell no two events apart."""
    named = places_in(reading, sentence)
    if scene is None:
        return {name.id for name, _ in named if is_local(reading, name)}
    here = [(name, mention) for name, mention in named if scene.start <= mention.start < scene.end]
    return {name.id for name, m in here if is_local(reading, name) or m.start == scene.place}


def _dates(reading: Reading, sentence: str, cues: Sequence[Cue]) -> set[str]:
    """The days on which a sentence puts these cues; "for weeks" and "last year" tell no two events apart."""
    near = [c.start for c in cues]
    told: set[str] = set()
    for mention in reading.dates_in(sentence):
        if dates_event(reading, mention, near) and not stands_in_a_reason(reading, sentence, mention.start):
            told |= days_of(reading, mention)
    return told


def days_of(reading: Reading, mention: DateMention) -> set[str]:
    """The days that a phrase means, as ISO days; its words where the day of publication is not known."""
    words = mention.text.casefold()
    if words.startswith("by "):
        return set()
    if words.startswith(_SINCE) and _OF_THE_DAY.match(reading.text, mention.end):
        # "the toll from Tuesday's strike": of one day
        mention = replace(mention, text=mention.text.split(maxsplit=1)[1])
    if reading.article.published is None:
        known = resolve_date(mention.text, _ANY_DAY).precision == "day"
        return {words.removeprefix("on ")} if known else set()
    found = resolved(reading, mention)
    if found.precision != "day" or found.start is None or found.end is None:
        return set()
    return {
        str(found.start + timedelta(days=n)) for n in range(min((found.end - found.start).days, _LONG) + 1)
    }


def date_before(reading: Reading, incident: Incident) -> DateMention | None:
    """The day that the text is speaking of where an event's own sentences give none.

    A report says once on which day it happened, and goes on from there. What is planned, or had been done
    before what is told, is of no such day unless it is told just before.
    """
    body = [s for s in incident.sentences if reading.sentence(s).role == "body"]
    if not body or reading.article.published is None or is_retold(reading, body[0]):
        return None
    first = reading.index(body[0])
    reach = _DAY_BACK if incident.to_come or _had_been(reading, incident.cues) else first
    for at in reversed(range(max(0, first - reach), first)):
        if reading.chapter(at) != reading.chapter(first):
            break
        sentence = reading.sentences[at]
        days = [
            d
            for d in reading.dates_in(sentence.id)
            if dates_event(reading, d, ())
            and resolved(reading, d).precision == "day"
            and not YET_TO_BE.search(reading.text[reading.sentence(sentence.id).start : d.start])
        ]
        if days and sentence.role == "body" and not is_retold(reading, sentence.id):
            return days[0]
    return None


def _had_been(reading: Reading, cues: Sequence[Cue]) -> bool:
    """Whether an event is told as one before what is told: "they had fired two rockets"."""
    return any(
        _HAD.search(reading.text[max(reading.sentence(c.sentence).start, c.start - 40) : c.start])
        for c in cues
    )
