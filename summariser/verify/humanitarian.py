"""Humanitarian facts: from a draft to verified records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summariser.access_words import access_in
from summariser.aid_counts import goods_of, in_need, reached_by
from summariser.attribution import statement_at
from summariser.causes import cause_of
from summariser.counted import counted_by
from summariser.cues import Cue, unit_and_group
from summariser.drafts import (
    DraftAccess,
    DraftDisplacement,
    DraftHarm,
    DraftNeed,
    DraftResponse,
    DraftSite,
    HumanitarianDraft,
)
from summariser.help_words import HelpFound, help_in
from summariser.lexicon.headings import SITES
from summariser.lexicon.sites import SITE_CONDITIONS
from summariser.meanings import lent_unit
from summariser.names import NameMention
from summariser.need_words import NeedFound, needs_in, severity_of, worst
from summariser.normalise.numbers import NumberMention
from summariser.normalise.place_tables import country_name
from summariser.normalise.places import demonym_country
from summariser.reading import Reading
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    Claimant,
    Condition,
    Derivation,
    DisplacementFigure,
    Figure,
    GroupAtRisk,
    HumanitarianSummary,
    IssueCode,
    Need,
    Place,
    Response,
    Site,
)
from summariser.schemas.codebooks import (
    AccessKind,
    DisplacementTerm,
    GeoPrecision,
    MovementStatus,
    PopulationGroup,
    Severity,
    SiteKind,
    Unit,
)
from summariser.sharing import Sharing
from summariser.site_counts import Counted, counted_at_site, in_table
from summariser.site_names import find_site_mentions
from summariser.verify import values
from summariser.verify.ledger import Ledger
from summariser.verify.merging import merge_repeats

_HOUSING = {
    DisplacementTerm.DESTROYED_HOUSING,
    DisplacementTerm.PARTIALLY_DESTROYED_HOUSING,
    DisplacementTerm.UNINHABITABLE_HOUSING,
}
_AWAY = {
    DisplacementTerm.DISPLACED,
    DisplacementTerm.EVACUATED,
    DisplacementTerm.FORCED_TO_FLEE,
    DisplacementTerm.RELOCATED,
    DisplacementTerm.SHELTERED,
    DisplacementTerm.IN_RELIEF_CAMP,
    DisplacementTerm.HOMELESS,
}
_OTHERS = {"others", "other", "more", "rest"}


def verify_humanitarian(draft: HumanitarianDraft, ledger: Ledger) -> HumanitarianSummary:
    """Every fact of the draft that holds up; the rest is in ``ledger.issues``. The narrative comes later."""
    held = Sharing().whole  # one for all lists
    drafted = map(held, _displacement(draft.displacement, ledger))
    moved = merge_repeats(drafted, lambda f: (f.term, f.status))
    moved = merge_repeats(moved, lambda f: (f.term, f.status), digits=3)
    moved = merge_repeats(moved, lambda f: (_kind(f.term), f.status), digits=2)
    moved = tuple(f for f in moved if not _says_less(f, moved, ledger))
    planned = [f for f in moved if _is_planned_return(f)]
    return HumanitarianSummary(
        displacement=tuple(f for f in moved if not _is_planned_return(f)),
        planned_returns=tuple(planned),
        sites=tuple(held(s) for d in draft.sites if (s := _site(d, ledger)) is not None),
        needs=_each_number_once([held(n) for d in draft.needs if (n := _need(d, ledger)) is not None]),
        civilian_harm=merge_repeats(map(held, _harm(draft.harm, ledger)), lambda f: f.measure),
        access=tuple(held(a) for d in draft.access if (a := _access(d, ledger)) is not None),
        response=tuple(held(r) for d in draft.response if (r := _response(d, ledger)) is not None),
        groups_at_risk=tuple(
            held(GroupAtRisk(group=d.group, words=w, evidence=ledger.reading.evidence(d.sentence)))
            for d in draft.risks
            if _known(ledger, d.sentence) and (w := _first_words(ledger, d.sentence, "risk"))
        ),
    )  # fmt: skip


def _kind(term: DisplacementTerm) -> object:
    """What a number is told of once: 2,310 families who "were evacuated" are those "in schools"."""
    return "moved" if term in _AWAY else term


def _says_less(figure: DisplacementFigure, others: tuple[DisplacementFigure, ...], ledger: Ledger) -> bool:
    """Whether those "affected" are told beside those who had to go: they are not displaced then."""
    if figure.term is not DisplacementTerm.AFFECTED:
        return False
    sentence = figure.evidence[0].sentence
    sharper = any(
        o.term is not DisplacementTerm.AFFECTED and o.evidence[0].sentence == sentence for o in others
    )
    if sharper:
        ledger.refuse(
            IssueCode.UNPLACED, "The sentence tells those affected from those who had to go",
            sentence=sentence, words=figure.words.text,
        )  # fmt: skip
    return sharper


def _each_number_once(needs: Sequence[Need]) -> tuple[Need, ...]:
    """The needs, with a number that is told again for the same cluster left to the first that tells it."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Need] = []
    for need in needs:
        own = []
        for figure in need.people:
            key = (need.cluster, figure.value, figure.low, figure.high, figure.unit)
            if key not in seen:
                own.append(figure)
            seen.add(key)
        kept.append(need if len(own) == len(need.people) else need.model_copy(update={"people": tuple(own)}))
    return tuple(kept)


def _access(drafted: DraftAccess, ledger: Ledger) -> AccessConstraint | None:
    sentence = drafted.sentence
    if not _known(ledger, sentence):
        return None
    told = drafted.kind in access_in(ledger.reading.sentence(sentence).text)
    if not told and not _says(ledger, sentence, f"access:{drafted.kind}"):
        return None
    return AccessConstraint(
        kind=drafted.kind,
        place=_place(ledger, drafted.place, sentence),
        claimed_by=_source(ledger, sentence),
        evidence=ledger.reading.evidence(sentence),
    )


def _says(ledger: Ledger, sentence: str, label: str) -> bool:
    """Whether a sentence has a word for what is read from it, where the lexicon has words for it at all."""
    cues = ledger.reading.cues
    if (
        (sentence, label) in ledger.vouched
        or label in cues.labels(sentence)
        or ledger.trusts_reader
        or label == f"access:{AccessKind.OTHER}"
        or not cues
    ):
        return True
    family, _, value = label.partition(":")
    ledger.refuse(
        IssueCode.NOT_GROUNDED, f"The sentence has no word of {family} for {value}", sentence=sentence
    )
    return False


def _is_planned_return(figure: DisplacementFigure) -> bool:
    return figure.term is DisplacementTerm.RETURNED and figure.status is MovementStatus.PLANNED


def _known(ledger: Ledger, sentence: str) -> bool:
    known = ledger.reading.find(sentence) is not None
    if not known:
        ledger.refuse(IssueCode.NOT_GROUNDED, "There is no such sentence", words=sentence)
    return known


def _place(
    ledger: Ledger,
    words: str | None,
    sentence: str,
    record: str | None = None,
    told_in: tuple[str, ...] = (),
) -> Place | None:
    return values.place(ledger, values.find_words(ledger, words, (sentence, *told_in)), record)


def _source(ledger: Ledger, sentence: str, near: int | None = None) -> Claimant | None:
    start = near if near is not None else ledger.reading.sentence(sentence).start
    statement = statement_at(ledger.said_in(sentence), sentence, start)
    return statement.claimant if statement else None


def _first_words(ledger: Ledger, sentence: str, family: str) -> str | None:
    cues = ledger.reading.cues.of(sentence, family)
    if not cues and ledger.trusts_reader:
        return ledger.reading.sentence(sentence).text
    if not cues:
        ledger.refuse(IssueCode.NOT_GROUNDED, f"The sentence has no word of {family}", sentence=sentence)
        return None
    return cues[0].text


def _displacement(drafted: Iterable[DraftDisplacement], ledger: Ledger) -> Iterator[DisplacementFigure]:
    for one in drafted:
        number = values.asserted_number(ledger, one.number, f"term:{one.term}", f"{one.term}")
        if number is None:
            continue
        sentence, future = number.sentence, one.status is MovementStatus.PLANNED
        record = number.id
        destination = _place(ledger, one.destination, sentence, record)
        if destination is None and one.term is DisplacementTerm.RETURNED:
            destination = _home_country(ledger, number.noun, number.noun_start, sentence)
        figure = values.figure(
            ledger,
            DisplacementFigure,
            number,
            claimed_by=one.claimed_by,
            certainty=one.certainty,
            counted=_homes(number, one.term) or lent_unit(ledger.reading, number),
            term=one.term,
            status=one.status,
            cause=one.cause or cause_of(ledger.reading, sentence, number.start),
            unit=one.unit or _household(ledger, number, one.term),
            group=one.group,
            place=_place(ledger, one.place, sentence, record, one.told_in),
            origin=_place(ledger, one.origin, sentence, record),
            destination=destination,
            when=values.when(ledger, one.date, (*one.told_in, sentence), future=future, record=record),
        )
        if figure is not None:
            yield figure


def _household(ledger: Ledger, number: NumberMention, term: DisplacementTerm) -> Unit | None:
    """Homes that were not lost but emptied ("50 homes were evacuated") are households, as IDMC counts."""
    counted = counted_by(ledger.reading, number) if term is DisplacementTerm.EVACUATED else None
    return Unit.HOUSEHOLDS if counted is not None and counted[0] is Unit.HOMES else None


def _homes(number: NumberMention, term: DisplacementTerm) -> tuple[Unit, PopulationGroup | None] | None:
    """Housing that is lost is homes, where the number has no noun, or one that we do not know."""
    known = number.noun is not None and number.noun.casefold() not in _OTHERS and unit_and_group(number.noun)
    return (Unit.HOMES, None) if term in _HOUSING and not known else None


def _home_country(ledger: Ledger, noun: str | None, start: int | None, sentence: str) -> Place | None:
    """People named by their nationality return to that country: inferred, and marked so."""
    if noun is None or start is None:
        return None
    reading, at = ledger.reading, 0
    for word in noun.split():
        at = noun.index(word, at)
        country = demonym_country(word)
        if country is not None:
            ledger.refuse(
                IssueCode.INFERRED, f"Destination {country} is inferred from the nationality",
                sentence=sentence, words=word,
            )  # fmt: skip
            return Place(
                words=reading.span(start + at, start + at + len(word)),
                name=country_name(country),
                country=country,
                country_from="context",
                precision=GeoPrecision.COUNTRY,
                reason="inferred from the nationality of those who return",
                evidence=reading.evidence(sentence),
            )
    return None


def _numbers(
    ledger: Ledger, ids: Iterable[str], labels: tuple[str, ...], claimed: bool = True
) -> tuple[Figure, ...]:
    made = []
    for number_id in ids:
        number = values.number_by_id(ledger, number_id, "verify")
        if number is None:
            continue
        if not any(values.states(ledger, number, label) for label in labels):
            ledger.refuse(
                IssueCode.NOT_GROUNDED, f"The sentence has no word for {' or '.join(labels)}",
                sentence=number.sentence, words=number.text,
            )  # fmt: skip
            continue
        figure = values.figure(ledger, Figure, number)
        if figure is not None:
            made.append(figure)
    return tuple(merge_repeats(made, lambda _: None)) if claimed else tuple(made)


def _site(drafted: DraftSite, ledger: Ledger) -> Site | None:
    reading = ledger.reading
    sentences = tuple(s for s in drafted.sentences if _known(ledger, s))
    mention = values.find_words(ledger, drafted.name, sentences)
    where = values.find_words(ledger, drafted.where, sentences) if drafted.where else None
    place = values.place(ledger, where or mention)
    if place is None or mention is None or not sentences:
        return None
    if where is None or where.text in drafted.name:
        place = values.in_own_country(ledger, place)
    population = _numbers_of_site(ledger, drafted.population, sentences, "population")
    capacity = _numbers_of_site(ledger, drafted.capacity, sentences, "capacity")
    ratio, derived = _ratio(population, capacity)
    return Site(
        name=drafted.name,
        kind=drafted.kind or _site_kind(reading, mention, sentences),
        place=place,
        population=population,
        capacity=capacity,
        overcrowding_ratio=ratio,
        ratio_derived=derived,
        conditions=tuple(c for s in drafted.conditions if (c := _condition(ledger, s)) is not None),
        evidence=reading.evidence(mention.sentence, *sentences),
    )


_OF_SITES = {
    "population": ("site:population", "term:in_relief_camp", "term:sheltered", "term:displaced"),
    "capacity": ("site:capacity",),
}


def _numbers_of_site(
    ledger: Ledger, ids: Iterable[str], sentences: tuple[str, ...], what: Counted
) -> tuple[Figure, ...]:
    """The figures of a site: a row of a list of sites needs no word for what its number counts."""
    made: list[Figure] = []
    for number_id in ids:
        number = values.number_by_id(ledger, number_id, "verify")
        if number is None:
            continue
        told = number.sentence in sentences and (
            counted_at_site(
                ledger.reading, number, row=SITES in ledger.reading.section(number.sentence).topics
            )
            or in_table(ledger.reading, number)
        )
        if told == what:
            figure = values.figure(ledger, Figure, number)
            made += [figure] if figure is not None else []
        else:
            made += _numbers(ledger, [number_id], _OF_SITES[what])
    return merge_repeats(made, lambda _: None)


def _ratio(
    population: tuple[Figure, ...], capacity: tuple[Figure, ...]
) -> tuple[float | None, Derivation | None]:
    """Population over capacity, where each has exactly one figure of people; more would need a choice."""
    if len(population) != 1 or len(capacity) != 1 or population[0].unit is not capacity[0].unit:
        return None, None
    people, room = population[0].value or population[0].low, capacity[0].value or capacity[0].low
    if not people or not room or population[0].unit is not Unit.PEOPLE:
        return None, None
    ratio = round(people / room, 1)
    if ratio <= 0:
        return None, None
    return ratio, Derivation(rule="population / capacity", sources=(population[0].id, capacity[0].id))


def _site_kind(reading: Reading, name: NameMention, sentences: tuple[str, ...]) -> SiteKind:
    """The kind by the name itself, else by the first sentence that has a word for it."""
    for sentence in (reading.sentence(s) for s in sentences):
        for mention in find_site_mentions(reading, sentence):
            if mention.name == name.text:
                return mention.kind
    return SiteKind.OTHER


def _worst(cues: tuple[Cue, ...]) -> Cue | None:
    order = (Severity.CRITICAL, Severity.SEVERE, Severity.MODERATE)
    return min(cues, key=lambda c: order.index(Severity(c.value)), default=None)


def _condition(ledger: Ledger, sentence: str) -> Condition | None:
    if not _known(ledger, sentence):
        return None
    reading = ledger.reading
    worst = _worst(reading.cues.of(sentence, "severity"))
    if worst is not None:
        words, severity, start = worst.text, Severity(worst.value), worst.start
    elif (told := SITE_CONDITIONS.search(reading.sentence(sentence).text)) is not None:
        words, severity = told.group(), Severity.UNSTATED
        start = reading.sentence(sentence).start + told.start()
    elif ledger.trusts_reader:
        whole = reading.sentence(sentence)
        words, severity, start = whole.text, Severity.UNSTATED, whole.start
    else:
        ledger.refuse(
            IssueCode.NOT_GROUNDED, "The sentence does not say what it is like there", sentence=sentence
        )
        return None
    return Condition(
        words=words,
        severity=severity,
        claimed_by=_source(ledger, sentence, start),
        evidence=reading.evidence(sentence),
    )


def _need(drafted: DraftNeed, ledger: Ledger) -> Need | None:
    if not _known(ledger, drafted.sentence):
        return None
    reading = ledger.reading
    stated = _stated_needs(ledger, drafted)
    if not stated:
        return None
    gravest = worst(stated)
    return Need(
        cluster=drafted.cluster,
        severity=drafted.severity or gravest.severity,
        severity_words=gravest.words,
        people=_in_need(ledger, drafted, stated),
        place=_place(ledger, drafted.place, drafted.sentence),
        claimed_by=_source(ledger, drafted.sentence),
        evidence=reading.evidence(drafted.sentence),
    )


def _stated_needs(ledger: Ledger, drafted: DraftNeed) -> list[NeedFound]:
    """What the sentence says of the need, by its own words or by the heading it stands under."""
    reading = ledger.reading
    text = reading.sentence(drafted.sentence).text
    found = [n for n in needs_in(text, reading.section(drafted.sentence)) if n.cluster is drafted.cluster]
    # A model may read a need in words that the lists lack, as long as the sentence names the matter at all.
    if found or not _says(ledger, drafted.sentence, f"cluster:{drafted.cluster}"):
        return found
    severity, words = severity_of(text)
    told = _worst(reading.cues.of(drafted.sentence, "severity"))
    if severity is Severity.UNSTATED and told is not None:
        severity, words = Severity(told.value), told.text
    return [NeedFound(drafted.cluster, 0, len(text), (0, len(text)), severity, words)]


def _in_need(ledger: Ledger, drafted: DraftNeed, stated: Sequence[NeedFound]) -> tuple[Figure, ...]:
    made: list[Figure] = []
    for number_id in drafted.numbers:
        number = values.number_by_id(ledger, number_id, "verify")
        if number is None:
            continue
        own = number.sentence == drafted.sentence
        if own and any(in_need(ledger.reading, number, need) for need in stated):
            figure = values.figure(ledger, Figure, number)
            made += [figure] if figure is not None else []
        else:
            made += _numbers(ledger, [number_id], ("need:people",))
    return merge_repeats(made, lambda _: None)


def _harm(drafted: Iterable[DraftHarm], ledger: Ledger) -> Iterator[CivilianHarm]:
    for one in drafted:
        number = values.asserted_number(ledger, one.number, f"measure:{one.measure}", f"{one.measure}")
        if number is None:
            continue
        figure = values.figure(
            ledger,
            CivilianHarm,
            number,
            claimed_by=one.claimed_by,
            certainty=one.certainty,
            unit=one.unit,
            group=one.group,
            measure=one.measure,
            place=_place(ledger, one.place, number.sentence, number.id, one.told_in),
            when=values.when(
                ledger, one.date, (*one.told_in, number.sentence), future=False, record=number.id
            ),
        )
        if figure is not None:
            yield figure


def _response(drafted: DraftResponse, ledger: Ledger) -> Response | None:
    if not _known(ledger, drafted.sentence):
        return None
    reading = ledger.reading
    told = help_in(reading.sentence(drafted.sentence).text, reading.section(drafted.sentence))
    fitting = [h for h in told if h.status is drafted.status]
    if not fitting and not _says(ledger, drafted.sentence, f"help:{drafted.status}"):
        return None
    mention: NameMention | None = values.find_words(ledger, drafted.actor, (drafted.sentence,))
    name = reading.canonical(mention.text).name if mention else None
    named_in = [mention.sentence] if mention and mention.sentence != drafted.sentence else []
    return Response(
        actor=name,
        cluster=drafted.cluster,
        status=drafted.status,
        reached=_reached(ledger, drafted, fitting),
        place=_place(ledger, drafted.place, drafted.sentence),
        evidence=reading.evidence(drafted.sentence, *named_in),
    )


def _reached(ledger: Ledger, drafted: DraftResponse, told: Sequence[HelpFound]) -> tuple[Figure, ...]:
    made: list[Figure] = []
    for number_id in drafted.numbers:
        number = values.number_by_id(ledger, number_id, "verify")
        if number is None:
            continue
        own = number.sentence == drafted.sentence
        if own and any(reached_by(ledger.reading, number, h) is not None for h in told):
            figure = values.figure(ledger, Figure, number, counted=goods_of(ledger.reading, number))
            made += [figure] if figure is not None else []
        else:
            made += _numbers(ledger, [number_id], ("response:reached",))
    return merge_repeats(made, lambda _: None)
