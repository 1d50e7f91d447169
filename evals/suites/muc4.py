"""The muc4 suite: news of the late 1980s with the public MUC-4 answer keys.

The adapter says a summary's events in MUC-4's terms. Which events are incidents, and of which type, is
``muc4_mapping``'s matter; how the fills are made:

* names are the article's words, for the key's fills are;
* **date** as in the key: start and end, "by D" as an open start. An event for which the article gives no time
  is "by" the document's day, as in the key. **country**: the English name in capitals;
* **perpetrators** are side A: bodies (armed groups, forces, organisations) are organisations, people and
  unnamed groups ("gunmen") are individuals. "Rebels" whose body the summary knows are both, the body under
  the name that the article has for it;
* **human targets** are side B's people and what the counts of victims count, unless those are the attackers'
  own; **physical targets** the things that are attacked, damaged or destroyed; where the summary has none,
  side B's organisations: what is attacked of a party or an embassy is mostly its premises. Of several words
  for one target ("two judges", "judges") one is given;
* **killed**, **injured**: one number. What is denied is left out. For each group of people a claimant's
  highest number is taken, and of several claimants' the lowest, as ACLED does where sources differ. A number
  for people in general contains those of groups, unless they are more than it; "civilians" contains what
  civilians are (women, officials); fighters, soldiers and police are added to them. A range or a vague word
  is its low bound.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from summariser.articles import Article
from summariser.evals.scorers.muc4 import METRICS, SCORER, score
from summariser.evals.scorers.muc4_form import Incident, PredictedDate, PredictedIncident, PredictedIncidents
from summariser.evals.scorers.names import THRESHOLD, token_f1, tokens
from summariser.evals.suites.base import Case, Prediction
from summariser.evals.suites.jsonl import Record, read_records
from summariser.evals.suites.muc4_mapping import ARMED_GROUPS, ARMED_KINDS, incident_type
from summariser.evals.tally import CaseScore, Metric
from summariser.normalise.actor_table import table
from summariser.normalise.actors import find_actors
from summariser.nouns import kinds_of, singular
from summariser.schemas import Actor, Event, EventFigure, Summary
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    Certainty,
    Measure,
    PopulationGroup,
    SubEventType,
    Unit,
)
from summariser.sentences import split_sentences

_LIST: Final = re.compile(r"\s*(?:[,;]\s*(?:and\b)?|\band\b)\s*", re.IGNORECASE)
_BODIES: Final = frozenset(
    {
        *("army", "navy", "police", "guard", "military", "force", "forces", "command", "column", "brigade"),
        *("front", "movement", "party", "organization", "organisation", "government", "group", "league"),
    }
)
"""Words that make an actor a body, named or not: "army", "security forces", "urban command"."""
_NO_NAMES: Final = frozenset(
    {"wounded", "injured", "dead", "killed", "casualties", "deaths", "hurt", "others"}
)
"""Counted words that say what happened to the people, not who they are."""
_BODY_KINDS: Final = ARMED_KINDS | {ActorKind.ORGANISATION}
_OF_BODY: Final = re.compile(
    r"\s+(?:\[[^\]]*\]\s+)?(?:apparently |allegedly |presumably )?"
    r"(?:of|from|belonging to|linked to|affiliated with|loyal to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_ONLY_MEMBERS: Final = frozenset({"members", "member", "elements", "a member", "supporters", "followers"})
"""People who are nobody without what they belong to."""
_LITTLE: Final = frozenset(
    {"a", "an", "the", "one", "two", "three", "several", "some", "his", "her", "their", "other"}
)
_GENERAL: Final = frozenset({None, PopulationGroup.PEOPLE})
_AGE_OR_SEX: Final = frozenset(
    {
        PopulationGroup.WOMEN,
        PopulationGroup.CHILDREN,
        PopulationGroup.WOMEN_AND_CHILDREN,
        PopulationGroup.MEN,
        PopulationGroup.ELDERLY,
        PopulationGroup.DISABLED,
        PopulationGroup.MINORITIES,
    }
)


class Muc4Record(Record):
    """One document and its key; no incident where it reports none."""

    published: date
    incidents: tuple[Incident, ...]

    @property
    def article(self) -> Article:
        """What is summarised."""
        return Article(self.text, published=self.published, name=self.id)


@dataclass(frozen=True)
class Muc4Suite:
    """The public MUC-4 answer keys."""

    name: str = "muc4"
    external: bool = True
    scorer: str = SCORER
    metrics: tuple[Metric, ...] = METRICS

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        """The documents, in the file's order.

        Raises:
            SuiteNotHere: The file is not there.
            BadData: A record is not of the form; names the line.
        """
        records = read_records(self.name, data, Muc4Record)
        return tuple(Case(self.name, r.id, r.article, r.incidents, traits(r.incidents)) for r in records)

    def predict(self, case: Case, summary: Summary) -> Prediction:
        """A summary's events in MUC-4's terms."""
        found = incidents(summary, case.article.published, case.article.text)
        return PredictedIncidents(id=case.id, events=tuple(found)).model_dump(mode="json")

    def score(self, case: Case, prediction: Prediction) -> CaseScore:
        """Compare with the key."""
        gold: Sequence[Incident] = case.gold
        return score(gold, prediction)


MUC4: Final = Muc4Suite()


def traits(key: Sequence[Incident]) -> tuple[str, ...]:
    """Relevant, irrelevant or only optional; how many; the types and stages."""
    required = [incident for incident in key if not incident.optional]
    found = {"relevant" if required else "optional-only" if key else "irrelevant"}
    if len(required) > 1:
        found.add("several-incidents")
    found |= {f"type:{kind}" for incident in key for kind in incident.types}
    for incident in key:
        stages = (incident.stage,) if isinstance(incident.stage, str) else incident.stage or ()
        found |= {f"stage:{stage}" for stage in stages}
    return tuple(sorted(found))


def incidents(summary: Summary, published: date | None, text: str = "") -> Iterator[PredictedIncident]:
    """The incidents of a summary, in its order; none where events were not asked for.

    Args:
        summary: What was found in the article.
        published: The article's day.
        text: The article, for the names that it has for bodies.
    """
    bodies = _bodies_in(text)
    for event in summary.events.events if summary.events else ():
        kind = incident_type(event, published)
        if kind is None:
            continue
        individuals, organizations = perpetrators(event, bodies)
        yield PredictedIncident(
            type=kind,
            date=_when(event, published),
            country=_country(event),
            places=_places(event),
            perp_individuals=individuals,
            perp_organizations=organizations,
            human_targets=_human_targets(event),
            physical_targets=_physical_targets(event),
            instruments=_different(means.words for means in event.means),
            killed=toll(event.fatalities),
            injured=toll(event.injuries),
        )


def perpetrators(
    event: Event, bodies: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Side A as individuals and organisations.

    Args:
        event: One of a summary's events.
        bodies: The article's own name for each known body.
    """
    individuals: list[str] = []
    organizations: list[str] = []
    done = event.sub_type is not SubEventType.DISRUPTED_WEAPONS_USE  # who defused a bomb did not lay it
    for actor in event.side(ActorRole.SIDE_A) if done else ():
        words = actor.words.text
        people, _, body = _OF_BODY.sub("\0", words, count=1).partition("\0")
        if _is_people(people):
            individuals.append(words if people.lower() in _ONLY_MEMBERS else people)
            if actor.kind in _BODY_KINDS and not actor.name.islower() and actor.name != words:
                organizations.append(bodies.get(actor.name, actor.name))
            elif body[:1].isupper():
                organizations.append(body)
        elif _is_body(actor):
            organizations.append(words)
        else:
            individuals.append(words)
    return _distinct(individuals), _distinct(organizations)


def _bodies_in(text: str) -> dict[str, str]:
    """The fullest name that an article has for each body that the tables know."""
    found: dict[str, str] = {}
    for mention in find_actors(text, split_sentences(text)) if text else ():
        if mention.canonical.known and not mention.text.islower():
            held = found.get(mention.canonical.name, "")
            found[mention.canonical.name] = max(held, mention.text, key=len)
    return found


def _is_people(words: str) -> bool:
    """Whether words call people by what they are or do, however the article capitalises them."""
    head = words.rsplit(None, 1)[-1].lower() if words.split() else ""
    return (
        head not in _BODIES and bool(kinds_of(head) & {"doer", "person"}) and head not in {"police", "cartel"}
    )


def toll(figures: Sequence[EventFigure]) -> int | None:
    """One number for all claims and groups; None where none is stated."""
    claims: dict[PopulationGroup | None, dict[str | None, float]] = defaultdict(dict)
    for figure in figures:
        if figure.certainty is Certainty.DENIED or figure.unit is not Unit.PEOPLE:
            continue
        group = PopulationGroup.PEOPLE if figure.group in _GENERAL else figure.group
        claimant = figure.claimed_by.name if figure.claimed_by else None
        number = next(n for n in (figure.value, figure.low, figure.high) if n is not None)
        claims[group][claimant] = max(number, claims[group].get(claimant, 0))
    if not claims:
        return None
    counts = {group: min(by_claimant.values()) for group, by_claimant in claims.items()}
    general = counts.pop(PopulationGroup.PEOPLE, None)
    parts = _sum_of_groups(counts)
    if general is None or general >= parts:
        return round(parts if general is None else general)
    return round(general + parts)  # more than the whole cannot be parts of it


def _sum_of_groups(counts: dict[PopulationGroup | None, float]) -> float:
    """Fighters and civilians add up; civilians contain what civilians are."""
    armed = sum(number for group, number in counts.items() if group in ARMED_GROUPS)
    roles = [n for group, n in counts.items() if group not in ARMED_GROUPS | _AGE_OR_SEX]
    unarmed = counts.get(PopulationGroup.CIVILIANS) or sum(roles)
    return armed + (unarmed or sum(n for group, n in counts.items() if group in _AGE_OR_SEX))


def _when(event: Event, published: date | None) -> PredictedDate | None:
    if event.when.start or event.when.end:
        return PredictedDate(start=event.when.start, end=event.when.end)
    return PredictedDate(end=published) if published else None


def _country(event: Event) -> str | None:
    if event.place is None or event.place.country is None:
        return None
    name = table().country_names.get(event.place.country)
    return name.upper() if name else None


def _places(event: Event) -> tuple[str, ...]:
    """The places in the country; where only the country is named, none."""
    if event.place is None:
        return ()
    return _distinct(
        part for part in _LIST.split(event.place.words.text) if table().countries.whole(part) is None
    )


def _is_body(actor: Actor) -> bool:
    """Whether it is a body rather than its people; an acronym is one, whatever is known of it."""
    words = actor.words.text
    named = actor.kind in _BODY_KINDS and not words.islower()
    return named or words.isupper() or any(word in _BODIES for word in words.lower().split())


def _human_targets(event: Event) -> tuple[str, ...]:
    things = {target.words.text.casefold() for target in event.targets}
    people = [
        actor.words.text
        for actor in event.side(ActorRole.SIDE_B)
        if actor.kind is not ActorKind.ORGANISATION
        and actor.words.text.casefold() not in things
        and "settled" not in kinds_of(actor.words.text.casefold().rsplit(None, 1)[-1])
    ]
    attackers = {actor.name for actor in event.side(ActorRole.SIDE_A)}
    abducted = (f for f in event.other_figures if f.measure in {Measure.ABDUCTED, Measure.MISSING})
    people += [
        figure.counted
        for figure in (*event.fatalities, *event.injuries, *abducted)
        if figure.counted and figure.affiliation not in attackers and figure.counted.lower() not in _NO_NAMES
    ]
    return _different(people)


def _physical_targets(event: Event) -> tuple[str, ...]:
    things = [target.words.text for target in event.targets]
    if not things:
        things = [part for damage in event.damage for part in _LIST.split(damage.words.text)]
    things += [
        figure.counted
        for figure in event.other_figures
        if figure.counted and figure.measure in {Measure.DESTROYED, Measure.DAMAGED}
    ]
    if not event.targets:
        organisations = (a for a in event.side(ActorRole.SIDE_B) if a.kind is ActorKind.ORGANISATION)
        things += [actor.words.text for actor in organisations]
    return _different(things)


def _different(names: Iterable[str]) -> tuple[str, ...]:
    """Each thing or person once: of words that mean one, those that come first."""
    kept: dict[frozenset[str], str] = {}
    for name in names:
        words = frozenset(singular(w) for w in tokens(name)) - _LITTLE
        if words and not any(token_f1(words, held) > THRESHOLD or words <= held for held in kept):
            for held in [h for h in kept if h < words]:
                del kept[held]
            kept[words] = name
    return tuple(kept.values())


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Without what has no words, and without what repeats the words of one before."""
    found: dict[frozenset[str], str] = {}
    for name in names:
        if words := tokens(name):
            found.setdefault(words, name)
    return tuple(found.values())
