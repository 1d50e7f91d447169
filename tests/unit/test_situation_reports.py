"""What situation reports tell, with the ways in which it was misread, in four languages."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.capitals import with_small_letters
from summariser.meanings import FigureCandidate
from summariser.normalise.places import PlaceResolver
from summariser.schemas import Summary
from summariser.schemas.codebooks import DisplacementTerm, EventStatus, Measure, PopulationGroup, Unit
from summariser.strategies.stepwise import _movement
from tests.conftest import Read, Summarise

DAY = date(2024, 3, 12)


def moved(summary: Summary) -> list[tuple[float | None, str, str | None]]:
    """Value, status and place of each movement."""
    assert summary.humanitarian is not None
    told = (*summary.humanitarian.displacement, *summary.humanitarian.planned_returns)
    return [(f.value, str(f.status), f.place.name if f.place else None) for f in told]


def tolls(summary: Summary) -> list[tuple[Measure, float | None, PopulationGroup | None]]:
    assert summary.events is not None
    return [
        (f.measure, f.value or f.low, f.group)
        for e in summary.events.events
        for f in (*e.fatalities, *e.injuries)
    ]


TABLE = (
    "Situation report, Haiti, 1 to 15 March 2024\n\nDisplacement by commune\n"
    "Commune\tHouseholds\tIndividuals\nCarrefour\t3,400\t17,200\nDelmas\t890\t4,100\n\n"
)


def test_the_last_row_of_a_table_is_no_scene_of_what_stands_under_it(by_rules: Summarise) -> None:
    told = (
        "Attacks in Gressier forced 5,300 people from their homes. Last month 2,400 had fled the same town."
    )
    found = {value: place for value, _, place in moved(by_rules(TABLE + told, published=DAY))}
    assert found[2_400] == "Gressier"
    assert found[4_100] == "Delmas", "in the row itself it is"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Authorities in Kongoussi fear the arrival of another 5,000 displaced people.", "planned"),
        ("Aid agencies in Kongoussi are bracing for an influx of 5,000 displaced people.", "planned"),
        ("The arrival of 5,000 displaced people is expected in Kongoussi.", "planned"),
        ("Les autorités de Kongoussi craignent l'arrivée de 5 000 déplacés supplémentaires.", "planned"),
        ("Les autorités de Kongoussi redoutent que 5 000 personnes fuient.", "planned"),
        ("L'arrivée de 5 000 déplacés est attendue à Kongoussi.", "planned"),
        ("Las autoridades de Tibú temen la llegada de 5.000 desplazados más.", "planned"),
        ("Se espera la llegada de 5.000 desplazados a Tibú.", "planned"),
        ("ومن المتوقع وصول 5000 نازح آخر إلى مأرب.", "planned"),
        ("وتخشى السلطات نزوح 5000 شخص من مأرب.", "planned"),
        ("Authorities fear further attacks; 5,000 people have fled Kongoussi.", "occurred"),
        ("After the arrival of 5,000 displaced people, Kongoussi fears hunger.", "occurred"),
        ("Les autorités craignent de nouvelles attaques, et 5 000 personnes ont fui Kongoussi.", "occurred"),
        ("Las autoridades temen más ataques: 5.000 personas huyeron de Tibú.", "occurred"),
        ("وتخشى السلطات هجمات جديدة، ونزح 5000 شخص من مأرب.", "occurred"),
    ],
)  # fmt: skip
def test_who_is_only_feared_to_come_has_not_moved(by_rules: Summarise, text: str, status: str) -> None:
    assert [(v, s) for v, s, _ in moved(by_rules(text, published=DAY))] == [(5_000, status)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("ومن المتوقع وصول 600 أسرة أخرى إلى مأرب.", DisplacementTerm.DISPLACED),
        ("The arrival of 600 more families is expected in Marib.", DisplacementTerm.DISPLACED),
        ("The return of 600 families is expected in Marib.", DisplacementTerm.RETURNED),
    ],
)
def test_who_is_to_come_returns_only_where_a_word_says_so(
    read_text: Read, text: str, term: DisplacementTerm
) -> None:
    """Whatever a model took it for."""
    reading = read_text(text)
    (number,) = reading.numbers
    candidate = FigureCandidate(number, Unit.HOUSEHOLDS, None, ("term:returned",))
    drafted = _movement(reading, candidate, "term:returned")
    assert drafted.term is term
    assert drafted.origin is None, "they come to where it is told, and not from there"


@pytest.mark.parametrize(
    "text",
    [
        "Shelling in Abu Shouk IDP camp killed at least eight people.",
        "Shelling of a camp for displaced people killed at least eight people in Goma.",
        "An air strike on a site for evacuees killed eight people in Goma.",
    ],
)
def test_a_camp_that_is_shelled_displaces_nobody(by_rules: Summarise, text: str) -> None:
    summary = by_rules(text, published=DAY)
    assert moved(summary) == []
    assert [toll[:2] for toll in tolls(summary)] == [(Measure.KILLED, 8)]


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Gao left 15 dead, among them 4 women and 3 children, and some 20 injured.",
        "Bilan de l'attaque de Gao : 15 morts dont 4 femmes et 3 enfants, une vingtaine de blessés.",
        "El ataque en Cali dejó 15 muertos, entre ellos 4 mujeres y 3 niños, y una veintena de heridos.",
        "أسفر القصف على تعز عن 15 قتيلاً بينهم 3 أطفال و20 جريحاً.",
    ],
)
def test_the_injured_are_not_the_children_among_the_dead(by_rules: Summarise, text: str) -> None:
    found = tolls(by_rules(text, published=DAY))
    assert (Measure.KILLED, 3, PopulationGroup.CHILDREN) in found
    assert [g for m, v, g in found if m is Measure.INJURED] == [PopulationGroup.PEOPLE]


def test_who_was_hurt_beside_killed_children_is_a_child(by_rules: Summarise) -> None:
    found = tolls(by_rules("The attack on Gao killed three children and wounded five.", published=DAY))
    assert (Measure.INJURED, 5, PopulationGroup.CHILDREN) in found


@pytest.mark.parametrize(
    "text",
    [
        "Dans la nuit du 2 au 3 mars, des hommes armés ont attaqué le village.",
        "Entre le 4 et le 8 mars, des hommes armés ont attaqué le village.",
        "En la noche del 2 al 3 de marzo, hombres armados atacaron el pueblo.",
        "On the night of 2 to 3 March, armed men attacked the village.",
    ],
)
def test_the_days_of_a_stretch_count_nobody(read_text: Read, text: str) -> None:
    assert {n.kind for n in read_text(text).numbers} == {"date"}


def test_a_number_before_a_day_is_one(read_text: Read) -> None:
    kinds = [n.kind for n in read_text("On comptait 12 morts au 3 mars.").numbers]
    assert kinds == ["count", "date"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Yesterday 300 fled Djibo, Burkina Faso. The country had 2,000,000 displaced.", "Burkina Faso"),
        ("300 familles ont fui Djibo, au Burkina Faso. Le pays comptait 2 000 000 déplacés.", "Burkina Faso"),
        ("Ayer 300 personas huyeron de Tibú, Colombia. El país registra 2.000.000 desplazados.", "Colombia"),
        ("ونزحت أمس 300 أسرة من حريب في اليمن. ويوجد في البلاد 2000000 نازح.", "Yemen"),
    ],
)  # fmt: skip
def test_what_the_country_counts_is_of_no_town(by_rules: Summarise, text: str, country: str) -> None:
    assert [p for v, _, p in moved(by_rules(text, published=DAY)) if v == 2_000_000] == [country]


def test_a_denial_is_not_the_status_of_what_is_told_next_of_another_town(by_rules: Summarise) -> None:
    text = (
        "The army denied killing 20 civilians. "
        "On Monday an anti-personnel mine killed a boy of 9 in Tibú, Colombia."
    )
    events = by_rules(text, published=DAY).events
    assert events is not None
    assert [(e.status, [f.value for f in e.fatalities]) for e in events.events] == [
        (EventStatus.DENIED, [20]),
        (EventStatus.OCCURRED, [1]),
    ]


def test_what_is_told_of_the_same_attack_stays_with_its_denial(by_rules: Summarise) -> None:
    text = "The army denied killing 12 civilians in Aleppo, Syria. Witnesses said soldiers had killed them."
    events = by_rules(text, published=DAY).events
    assert events is not None
    assert len(events.events) == 1


@pytest.mark.parametrize(
    ("text", "as_told"),
    [
        ("AIR STRIKES KILLED NINE PEOPLE IN BEIRUT IN LEBANON. IN TYRE, THREE MEN DIED WEDNESDAY.", "Tyre"),
        ("AIR STRIKES KILLED SEVENTEEN MEN IN PARIS IN FRANCE. IN TYRE, THREE MEN DIED WEDNESDAY.", "tyre"),
        ("AIR STRIKES KILLED SEVENTEEN PEOPLE IN BEIRUT IN LEBANON. A TYRE, THREE MEN SAID, BURNED.", "tyre"),
        ("AIR STRIKES KILLED SEVENTEEN IN BEIRUT IN LEBANON. ‘IN TYRE’, MEN’S NOTES SAID, TEN DIED.", "Tyre"),
    ],
)  # fmt: skip
def test_a_town_that_is_a_word_too_keeps_its_capital(
    resolver: PlaceResolver, text: str, as_told: str
) -> None:
    found = with_small_letters(text, resolver.gazetteer)
    assert found is not None
    assert as_told in [edit.text for edit in found.edits]


@pytest.mark.parametrize(
    ("text", "country", "located"),
    [
        ("نزحت 120 أسرة من حريب في مأرب في اليمن. ويؤوي مخيم السويداء أكثر من 2500 نازح.", "YEM", False),
        ("نزحت 120 أسرة من ريف دمشق في سوريا. ويؤوي مخيم السويداء أكثر من 2500 نازح.", "SYR", True),
        ("Some 120 families fled Damascus, Syria. Suwayda camp hosts 2,500 people.", "SYR", True),
    ],
)
def test_a_camp_is_not_the_town_of_its_name_in_another_country(
    by_rules: Summarise, text: str, country: str, located: bool
) -> None:
    facts = by_rules(text, published=DAY).humanitarian
    assert facts is not None
    assert [(s.place.country, s.place.lat is not None) for s in facts.sites] == [(country, located)]
