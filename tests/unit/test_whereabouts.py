"""Tolls and sentences of another area than an event, and tolls since a month or a war's beginning."""

from collections.abc import Callable
from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Summary


@pytest.fixture(scope="module")
def summarise() -> Callable[[str], Summary]:
    with Summariser(engine=rules_alone()) as summariser:
        return lambda text: summariser.summarise(Article(text, published=date(2024, 5, 22)))


def _tolls(summary: Summary) -> dict[str | None, list[float | None]]:
    """Dead and injured by the place of their event."""
    assert summary.events is not None
    return {
        e.place.name if e.place else None: [f.value for f in (*e.fatalities, *e.injuries)]
        for e in summary.events.events
    }


@pytest.mark.parametrize(
    "total",
    [
        "Since January, 48 civilians have been killed in Mopti region.",
        "So far this year 48 civilians have been killed.",
        "In all 48 civilians have been killed since the war began.",
        "48 civilians have been killed since the beginning of the year.",
    ],
)
def test_a_toll_since_long_is_of_no_attack(total: str, summarise: Callable[[str], Summary]) -> None:
    summary = summarise(f"On 5 May 2024, gunmen attacked Gao, killing 3 civilians. {total}")
    assert _tolls(summary) == {"Gao": [3]}
    assert summary.humanitarian is not None
    assert [f.value for f in summary.humanitarian.civilian_harm] == [3, 48]


@pytest.mark.parametrize(
    ("text", "place", "first"),
    [
        ("Des hommes armés ont tué 3 civils à Gao mardi. Depuis janvier, 48 civils ont été tués.", "Gao", 3),
        ("Hombres armados mataron a 3 civiles en Toribío el martes. En lo que va del año 48 civiles murieron "
         "asesinados.", "Toribío", 3),
        ("قُتل ثلاثة أشخاص يوم الجمعة في اشتباكات في تعز. وقتل أكثر من مئتي شخص منذ بداية العام.", "Taiz", 3),
    ],
)  # fmt: skip
def test_the_same_abroad(text: str, place: str, first: int, summarise: Callable[[str], Summary]) -> None:
    assert _tolls(summarise(text)) == {place: [first]}


@pytest.mark.parametrize(
    "more",
    [
        "Two more have died since Monday.",  # days since the attack
        "Five more were found dead since the start of the attack.",
        "Their families, who have been gone since February, ask who killed them.",  # counts nobody
    ],
)
def test_what_follows_an_attack_is_of_it(more: str, summarise: Callable[[str], Summary]) -> None:
    summary = summarise(f"On Sunday gunmen attacked Gao, killing 3 civilians. {more}")
    assert summary.events is not None
    assert [e.place.name for e in summary.events.events if e.place] == ["Gao"]
    (event,) = summary.events.events
    assert len(event.fatalities) >= 1


def test_a_region_of_another_country_is_another_event(summarise: Callable[[str], Summary]) -> None:
    summary = summarise(
        "An attack on 11 May left 20 people dead in Gao. A strike killed a family of five in Rafah. "
        "In Khartoum, 12 people were killed."
    )
    assert _tolls(summary) == {"Gao": [20], "Rafah": [5], "Khartoum": [12]}


@pytest.mark.parametrize(
    "more",
    ["Four people were killed in North Kivu, the army said.", "Four people were killed near the market."],
)
def test_the_region_around_the_town_is_no_other_place(more: str, summarise: Callable[[str], Summary]) -> None:
    summary = summarise(f"Rebels shelled Goma on Monday. {more}")
    assert summary.events is not None
    assert [f.value for e in summary.events.events for f in e.fatalities] == [4]
    assert len(summary.events.events) == 1
