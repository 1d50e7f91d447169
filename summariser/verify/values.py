"""Single values: a figure, a place, a time, an actor, a claimant, each checked against its sentence."""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from summariser.actor_kinds import is_of_a_people, kind_by_words, kind_in_event, state_of
from summariser.attribution import statement_at
from summariser.certainty import certainty_of
from summariser.count_labels import HOUSING_OF
from summariser.counted import counted_by
from summariser.denials import denial_of
from summariser.linking import resolved
from summariser.meanings import lent_by
from summariser.names import NameMention
from summariser.normalise.actor_table import in_english
from summariser.normalise.actors import canonical_actor
from summariser.normalise.dates import ResolvedDate, resolve_date
from summariser.normalise.numbers import NumberMention
from summariser.normalise.place_keys import exact_key
from summariser.normalise.place_phrases import as_area
from summariser.nouns import kinds_of, people_kind
from summariser.polarity import why_not_asserted
from summariser.reading import Reading
from summariser.roles_abroad import kind_of_people
from summariser.schemas import Actor, Claimant, Derivation, Figure, IssueCode, Place, Span, When
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    Certainty,
    DatePrecision,
    EventType,
    GeoPrecision,
    PopulationGroup,
    Qualifier,
    SubEventType,
    Unit,
    event_type_of,
)
from summariser.sentences import Sentence
from summariser.verify.cells import counted_in, derivation, in_cell, noun_of, scaled
from summariser.verify.ledger import Ledger
from summariser.verify.trust import is_contradicted

F = TypeVar("F", bound=Figure)
_ANYBODY = {"people", "persons", "person", "victims", "others", "individuals", "men", "man"}
"""Words that leave open whether somebody fought."""
_SOURCE_REACH = 3
"""A source may be named so many sentences before the number."""


def number_by_id(ledger: Ledger, number_id: str, step: str) -> NumberMention | None:
    """The number of the inventory that a draft refers to; an unknown id is refused."""
    number = ledger.reading.number(number_id)
    if number is not None:
        return number
    ledger.refuse(
        IssueCode.NOT_GROUNDED, f"There is no number {number_id} in the article", step=step, words=number_id
    )
    return None


def states(ledger: Ledger, number: NumberMention, label: str) -> bool:
    """Whether its sentence, the one before it or its heading has a word for what a number is said to count.

    A span is not proof: "injured" must not become "killed". In a language that the lexicon does not
    cover there is no cue at all, and the check is left to the number alone.
    """
    if (number.id, label) in ledger.vouched:
        return True
    reading = ledger.reading
    before = reading.before(number.sentence)
    labels = reading.cues.labels(number.sentence)
    if before is not None:
        labels |= reading.cues.labels(before.id)
    for lead in lent_by(reading, number):
        labels |= reading.cues.labels(lead)
    either = {
        "measure:killed": {"measure:killed", "measure:died"},
        "measure:died": {"measure:died", "measure:killed"},
        "measure:arrested": {"measure:arrested", "measure:abducted"},  # who took them decides
        **{measure: {measure, term} for measure, term in HOUSING_OF.items()},
        **{term: {measure, term} for measure, term in HOUSING_OF.items()},
    }
    wanted = either.get(label, {label})
    if wanted & labels or label == "measure:other" or not reading.cues:
        return True
    return ledger.trusts_reader and not is_contradicted(ledger, number, label)


def asserted_number(ledger: Ledger, number_id: str, label: str, saying: str) -> NumberMention | None:
    """The number of a draft, if its sentence says that it counts this, and says that it happened.

    Args:
        ledger: Where a refusal is written down.
        number_id: What the draft refers to.
        label: What it is said to count: "measure:killed", "term:evacuated".
        saying: The same in words, for the reason.
    """
    number = number_by_id(ledger, number_id, "verify")
    if number is None:
        return None
    reason = None
    if (number.id, label) not in ledger.vouched and not states(ledger, number, label):
        reason = f"The sentence does not say {saying}"
    else:
        reason = why_not_asserted(ledger.reading, number, label)
    if reason is not None:
        ledger.refuse(IssueCode.NOT_GROUNDED, reason, sentence=number.sentence, words=number.text)
        return None
    return number


def claimant_of(
    ledger: Ledger, number: NumberMention, words: str | None
) -> tuple[Claimant | None, str | None]:
    """Who says so, and the sentence that names the source; ``words`` is a model's own choice, if any."""
    reading = ledger.reading
    statement = statement_at(ledger.said_in(number.sentence), number.sentence, number.start)
    if words and (statement is None or find_in(statement.claimant.words.text, words) is None):
        here = reading.index(number.sentence)
        for sentence in reversed(reading.sentences[max(0, here - _SOURCE_REACH) : here + 1]):
            at = find_in(sentence.text, words)
            if at is not None:
                start = sentence.start + at
                name = reading.canonical(words).name
                return Claimant(name=name, words=reading.span(start, start + len(words))), sentence.id
        ledger.refuse(
            IssueCode.NOT_GROUNDED, "No such source is named for the number", sentence=number.sentence,
            words=words,
        )  # fmt: skip
    if statement is None:
        return None, None
    return statement.claimant, statement.named_in


_A_PART: Final = "There are no parts of people, households or homes: how the number is written is unclear"


def figure(
    ledger: Ledger,
    cls: type[F],
    number: NumberMention,
    *,
    claimed_by: str | None = None,
    certainty: Certainty | None = None,
    counted: tuple[Unit, PopulationGroup | None] | None = None,
    unit: Unit | None = None,
    group: PopulationGroup | None = None,
    **more: Any,
) -> F | None:
    """A verified figure, or None with the reason in the ledger.

    ``counted`` is what it counts where no noun says it; unit and group are a model's own words, if any.
    """
    reading = ledger.reading
    claimant, named_in = claimant_of(ledger, number, claimed_by)
    sure = certainty or _certainty(ledger, number, claimant)
    denial = _denial(ledger, number, claimant)
    if denial is not None and sure is not Certainty.DENIED:
        sure = Certainty.DISPUTED
    if claimant is None:  # a claim or a denial needs somebody who makes it
        sure = {Certainty.CLAIMED: Certainty.STATED, Certainty.DENIED: Certainty.DISPUTED}.get(sure, sure)
    told = reading.cells.get(number.id)
    by_noun = (
        (counted_in(told) if told is not None else None)
        or counted
        or counted_by(reading, number)
        or (Unit.PEOPLE, PopulationGroup.PEOPLE)
    )
    unit = unit or by_noun[0]
    # Homes and rockets have no group, whatever a model says of them.
    group = (group or by_noun[1]) if unit in {Unit.PEOPLE, Unit.HOUSEHOLDS} else None
    evidence = reading.evidence(number.sentence, *(s for s in (named_in, denial) if s is not None))
    derived = None
    if number.implicit:
        derived = Derivation(rule="one is meant by a singular noun", sources=(number.text,))
    size = (number.value, number.low, number.high)
    if told is not None:
        evidence = (in_cell(reading, evidence[0], told), *evidence[1:])
        size = scaled(size, told)
        derived = derivation(told) or derived
    if unit is not Unit.OTHER and any(n is not None and n != int(n) for n in size):
        ledger.refuse(
            IssueCode.INVALID, _A_PART, sentence=number.sentence, words=number.text
        )  # "3.4" where 3,400 may be meant
        return None
    try:
        made = cls(
            id=ledger.next_figure(),
            value=size[0],
            low=size[1],
            high=size[2],
            qualifier=Qualifier(number.qualifier),
            words=_words(ledger, number),
            unit=unit,
            group=group,
            counted=number.noun if told is None else noun_of(told, number.noun),
            affiliation=_affiliation(ledger, number),
            claimed_by=claimant,
            certainty=sure,
            derived=derived,
            evidence=evidence,
            **more,
        )
    except ValidationError as error:
        ledger.refuse(IssueCode.INVALID, _first(error), sentence=number.sentence, words=number.text)
        return None
    ledger.placed.add(number.id)
    return made


def _certainty(ledger: Ledger, number: NumberMention, claimant: Claimant | None) -> Certainty:
    sentence = ledger.reading.sentence(number.sentence)
    statement = statement_at(ledger.said_in(number.sentence), number.sentence, number.start)
    text, clause = sentence.text, None
    if statement is not None:
        denied = statement.denied_from
        if statement.claimant == claimant and denied is not None:
            if denied <= number.start:
                return Certainty.DENIED
            text = text[: denied - sentence.start]  # the denial is of another number
        clause = (statement.start - sentence.start, statement.end - sentence.start)
    return certainty_of(text, claimant is not None, number=number.start - sentence.start, clause=clause)


def _denial(ledger: Ledger, number: NumberMention, claimant: Claimant | None) -> str | None:
    """Id of the sentence in which one side denies what another one claims; the article's own word stands."""
    reading, denial = ledger.reading, denial_of(ledger.reading, number)
    if denial is None or claimant is not None:
        return denial
    before = reading.before(denial)  # whose number the headline repeats
    said = before is not None and before.id != number.sentence and ledger.said_in(before.id)
    return denial if said else None


def _first(error: ValidationError) -> str:
    detail = error.errors(include_url=False, include_input=False)[0]
    return str(detail["msg"]).removeprefix("Value error, ")


def _words(ledger: Ledger, number: NumberMention) -> Span:
    start, end = number.start, number.end
    if number.implicit and number.noun_end is not None:
        end = number.noun_end  # "The baby": the article alone would say nothing
    if number.hedge is not None and number.hedge_start is not None:
        start = min(start, number.hedge_start)
        end = max(end, number.hedge_start + len(number.hedge))
    return ledger.reading.span(start, end)


def _affiliation(ledger: Ledger, number: NumberMention) -> str | None:
    """The actor named inside the counted noun phrase: "ISIS fighters" belong to Islamic State."""
    if number.noun_start is None or number.noun_end is None:
        return None
    for actor in ledger.reading.actors_in(number.sentence):
        inside = number.noun_start <= actor.start and actor.end <= number.noun_end
        if inside and actor.canonical.known:
            return actor.canonical.name
    return None


def place(ledger: Ledger, mention: NameMention | None, record: str | None = None) -> Place | None:
    """A place of the article, resolved as far as the gazetteer goes."""
    if mention is None:
        return None
    reading = ledger.reading
    found = reading.where(as_area(mention.text, reading.text[max(0, mention.start - 40) : mention.start]))
    if found.country is None or found.precision == "country":
        found = reading.where(mention.text)
    made = Place(
        words=reading.span(mention.start, mention.end),
        name=found.name,
        admin=found.admin,
        country=found.country,
        country_from=found.country_from,
        lat=found.lat,
        lon=found.lon,
        precision=GeoPrecision(found.precision),
        geonames_id=found.geonames_id,
        reason=found.reason,
        evidence=reading.evidence(mention.sentence),
    )
    if found.country is None:
        ledger.refuse(
            IssueCode.UNRESOLVED_PLACE, found.reason or "not resolved", sentence=mention.sentence,
            words=mention.text, record=record,
        )  # fmt: skip
    elif found.country_from == "context":
        ledger.refuse(
            IssueCode.INFERRED, f"Country {found.country} is inferred: {found.reason or 'from the context'}",
            sentence=mention.sentence, words=mention.text, record=record,
        )  # fmt: skip
    return made


def in_own_country(ledger: Ledger, site: Place) -> Place:
    """A camp's place by its name: not the town of that name in a country of which the article says nothing.

    "Al Suwayda camp" in a report on Yemen is not in Syria: it is somewhere in Yemen.
    """
    reading = ledger.reading
    context = reading.places.without(exact_key(site.words.text))
    main = context.main
    if site.country is None or site.lat is None or main is None or main == site.country:
        return site
    if _is_spoken_of(reading, site.country, site.words.text) and site.country in context.weights:
        return site
    reason = f"the town of this name is in {site.country}, of which the article does not speak"
    ledger.refuse(
        IssueCode.INFERRED, f"Country {main} is inferred: {reason}", words=site.words.text,
        sentence=site.evidence[0].sentence,
    )  # fmt: skip
    return site.model_copy(
        update={
            "name": site.words.text, "admin": None, "country": main, "country_from": "context", "lat": None,
            "lon": None, "precision": GeoPrecision.COUNTRY, "geonames_id": None, "reason": reason,
        }
    )  # fmt: skip


def _is_spoken_of(reading: Reading, country: str, besides: str) -> bool:
    """Whether another name than this one is in a country, or it is named about as often as the main one."""
    names = reading.once("names by country", country, lambda: _names_in(reading, country))
    weights = reading.places.weights
    return bool(names - {besides}) or weights.get(country, 0.0) * 2 > max(weights.values())


def _names_in(reading: Reading, country: str) -> set[str]:
    return {s.name.text for spans in reading.place_spans.values() for s in spans if s.country == country}


def find_in(text: str, words: str) -> int | None:
    """Where words stand in a text as whole words: "Mali" does not stand in "Somalia".

    A script without spaces between its words has no whole words to ask for.
    """
    edges = [r"(?<!\w)" if words[:1].isascii() else "", r"(?!\w)" if words[-1:].isascii() else ""]
    found = re.search(edges[0] + re.escape(words) + edges[1], text)
    return found.start() if found else None


def find_words(ledger: Ledger, words: str | None, sentences: tuple[str, ...]) -> NameMention | None:
    """Where words of a draft stand: in its own sentences if they do, else anywhere in the article."""
    if not words:
        return None
    reading = ledger.reading
    for sentence in filter(None, map(reading.find, sentences)):
        found = _mention_in(sentence, words)
        if found is not None:
            return found
    found = reading.once("first stands", words, lambda: _first_mention(reading, words))
    if found is None:
        ledger.refuse(IssueCode.NOT_GROUNDED, "These words do not stand in the article", words=words)
    return found


def _first_mention(reading: Reading, words: str) -> NameMention | None:
    """Where words stand first in the article. Only sentences with these letters are looked into."""
    at = reading.text.find(words)
    while at >= 0:
        sentence = reading.sentence_at(at)
        found = _mention_in(sentence, words)
        if found is not None:
            return found
        at = reading.text.find(words, max(sentence.end, at + 1))
    return None


def _mention_in(sentence: Sentence, words: str) -> NameMention | None:
    at = find_in(sentence.text, words)
    if at is None:
        return None
    start = sentence.start + at
    return NameMention(start=start, end=start + len(words), text=words, sentence=sentence.id)


def _days_of(reading: Reading, mention: NameMention, *, future: bool) -> ResolvedDate:
    """The days of words of the article: as a date phrase of its text, which "the next day" needs."""
    phrase = next(
        (d for d in reading.dates_in(mention.sentence) if (d.start, d.end) == (mention.start, mention.end)),
        None,
    )
    if phrase is not None:
        return resolved(reading, phrase, future=future)
    return resolve_date(mention.text, reading.article.published, future=future)


def when(ledger: Ledger, words: str | None, sentences: tuple[str, ...], *, future: bool, record: str) -> When:
    """A time of the article, resolved against the day of publication; else open, with a reason."""
    mention = find_words(ledger, words, sentences)
    if mention is None:
        return When(reason="The article gives no time for it")
    published = ledger.reading.article.published
    found = _days_of(ledger.reading, mention, future=future)
    span = ledger.reading.span(mention.start, mention.end)
    if published and not future and found.start and found.start > published:
        reason = "The date lies after the day of publication"
        ledger.refuse(IssueCode.INVALID, reason, sentence=mention.sentence, words=mention.text, record=record)
        return When(words=span, reason=reason)
    if found.start is None and found.end is None:
        reason = found.reason or "The words name no day"
        ledger.refuse(
            IssueCode.UNRESOLVED_DATE, reason, sentence=mention.sentence, words=mention.text, record=record
        )
        return When(words=span, reason=reason, precision=DatePrecision(found.precision))
    return When(
        words=span,
        start=found.start,
        end=found.end,
        precision=DatePrecision(found.precision),
        reason=found.reason,
    )


def actor(
    ledger: Ledger,
    words: str,
    role: ActorRole,
    sentences: tuple[str, ...],
    sub_type: SubEventType,
    country: str | None,
) -> Actor | None:
    """An actor of the article under its canonical name, of the kind that it is in its event.

    Args:
        ledger: The reading and what is refused.
        words: What the draft calls it.
        role: Its side.
        sentences: Those that tell the event.
        sub_type: What the event is.
        country: ISO3 of where the event took place.
    """
    mention = find_words(ledger, words, sentences)
    if mention is None:
        return None
    reading = ledger.reading
    found = reading.canonical(words)
    if not canonical_actor(words, text_aliases=reading.aliases).known and found.known:
        ledger.refuse(
            IssueCode.INFERRED, f"Taken to mean {found.name}, the only such actor that the article names",
            sentence=mention.sentence, words=words,
        )  # fmt: skip
    kind = ActorKind(found.kind)
    name = found.name
    of_a_people = is_of_a_people(words, reading.text[max(0, mention.start - 4) : mention.start])
    if of_a_people:  # "killed two Syrians": people, and not their state
        name = words
        suffers = role is ActorRole.SIDE_B and event_type_of(sub_type) is not EventType.BATTLES
        kind = ActorKind.CIVILIANS if suffers else ActorKind.UNKNOWN
        if kind is ActorKind.CIVILIANS:
            ledger.refuse(
                IssueCode.INFERRED, "Taken to be civilians: nothing says that they were armed",
                sentence=mention.sentence, words=words,
            )  # fmt: skip
    elif kind is ActorKind.UNKNOWN:
        suffers = role is ActorRole.SIDE_B
        abroad = (
            kind_of_people(words, suffers=suffers) if reading.languages[mention.sentence] != "en" else None
        )
        kind = kind_by_words(words) or abroad or people_kind(words, suffers=suffers)
    elif kind is ActorKind.ORGANISATION and not found.known:
        kind = kind_by_words(words) or kind  # "the National Intelligence Agency" is a state's own
    unnamed = not any(w[:1].isupper() for w in words.split()[1:])
    if role is ActorRole.SIDE_B and kind is ActorKind.CIVILIANS and unnamed and found.country is None:
        name = kind.value
        if words.casefold().split()[-1] in _ANYBODY or "thing" in kinds_of(words.casefold().split()[-1]):
            ledger.refuse(
                IssueCode.INFERRED, "Taken to be civilians: nothing says that they were armed",
                sentence=mention.sentence, words=words,
            )  # fmt: skip
    state = None if found.known else state_of(words)
    if state is not None and kind is ActorKind.UNKNOWN:
        kind = ActorKind.STATE_FORCES
    of = found.country or state
    kind = kind_in_event(
        kind, role, sub_type, known=(found.known and not of_a_people) or not unnamed, of=of, at=country
    )
    return Actor(
        role=role,
        name=in_english(name),
        words=reading.span(mention.start, mention.end),
        kind=kind,
        country=of,
        evidence=reading.evidence(mention.sentence),
    )
