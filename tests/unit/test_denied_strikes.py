"""A denial is of what was told before, a bare day of the month told before, a blast of nobody beside it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Summarise

DAY = date(2024, 3, 20)
SHELLED = "Rebels shelled Karsa on Monday, killing five people."


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (f"{SHELLED} The rebels denied having carried out the strike.", ["occurred"]),
        (f"{SHELLED} Their spokesman denied the deadly attack.", ["occurred"]),
        (f"{SHELLED} They denied having carried out a strike in Tel Rif on Sunday.", ["occurred", "denied"]),
        (f"{SHELLED} They denied the shelling of Tel Rif on Sunday.", ["occurred", "denied"]),
        ("The army denied killing 20 people in Karsa.", ["denied"]),
        ("El ejército bombardeó Toribío el lunes y mató a cinco personas. El grupo negó el ataque.",
         ["occurred"]),
        ("L'armée a bombardé Djibo lundi, tuant cinq personnes. Le groupe a démenti avoir mené l'attaque.",
         ["occurred"]),
        ("قصف الجيش مدينة كادقلي يوم الاثنين فقتل خمسة أشخاص. ونفى المتمردون تنفيذ الهجوم.", ["occurred"]),
    ],
)  # fmt: skip
def test_what_a_denial_is_of(by_rules: Summarise, text: str, statuses: list[str]) -> None:
    assert [e.status.value for e in by_rules(text, published=DAY).events.events] == statuses


def test_who_denies_a_strike_did_not_make_it(by_rules: Summarise) -> None:
    text = (
        "An air strike killed five people in Karsa on Monday. The army denied having carried out the strike."
    )
    (event,) = by_rules(text, published=DAY).events.events
    assert "army" not in [a.name for a in event.actors]
    assert event.sub_type.value == "Air/drone strike"


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("Fighting began in Kadugli on 4 February. Clashes on the 9th killed two people.", "2024-02-09"),
        ("Fighting spread in Kadugli in February. Clashes on the 9th killed two people.", "2024-02-09"),
        ("Fighting began in Kadugli on 14 February. Clashes on the 9th killed two people.", "2024-02-09"),
        ("Fighting began in Kadugli on 28 February. Clashes on the 3rd killed two people.", "2024-03-03"),
        (
            "People still speak of the February floods. Clashes in Kadugli on the 9th killed two.",
            "2024-03-09",
        ),
        ("Clashes in Kadugli on the 9th killed two people.", "2024-03-09"),
    ],
)
def test_a_bare_day_is_of_the_month_told_before(by_rules: Summarise, told: str, start: str) -> None:
    assert str(by_rules(told, published=DAY).events.events[-1].when.start) == start


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The army fought rebels near Kadugli on Monday. "
         "A grenade exploded in the market in Talodi on Tuesday, wounding six people.", ["civilians"]),
        ("Police held 12 students in Lagos on Monday. A bomb went off at a bus stop, killing three people.",
         ["civilians"]),
        ("The army fought rebels near Kadugli on Monday. Shelling in Talodi killed two.", []),
        ("The army fought rebels on Monday. Rebels threw a grenade into the market, wounding six people.",
         ["rebels", "civilians"]),
    ],
)  # fmt: skip
def test_nobody_beside_it_did_it(by_rules: Summarise, text: str, actors: list[str]) -> None:
    assert [a.name for a in by_rules(text, published=DAY).events.events[-1].actors] == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Hays district received 200 tents in Yemen.", [None]),
        ("UNICEF delivered 200 tents to Hays district in Yemen.", ["UNICEF"]),
        ("UNICEF received 300 tents.", []),
    ],
)
def test_who_gets_help_gives_none(by_rules: Summarise, text: str, actors: list[str | None]) -> None:
    responses = by_rules(text, published=DAY).humanitarian.response
    assert [r.actor for r in responses] == actors


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The agency dismantled two field hospitals in Talodi after the outbreak ended.", 0),
        ("Fighters dismantled hospitals in Kadugli.", 0),
        ("Fighters ransacked two hospitals in Kadugli on Monday.", 1),
    ],
)
def test_taking_down_is_no_looting(by_rules: Summarise, text: str, events: int) -> None:
    assert len(by_rules(text, published=DAY).events.events) == events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Teachers in Conakry, Guinea, began a three-day strike on Wednesday over pay.", "Peaceful protest"),
        ("The army began an air strike on Wednesday in Talodi, killing two people.", "Air/drone strike"),
        ("Jets carried out a strike on Tuesday in Talodi, killing two people.", "Air/drone strike"),
    ],
)
def test_a_strike_on_a_day_hits_nobody(by_rules: Summarise, text: str, kind: str) -> None:
    assert [e.sub_type.value for e in by_rules(text, published=DAY).events.events] == [kind]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A ferry capsized off Kribi, Cameroon, on Monday with 60 people aboard; 22 drowned.", [22]),
        ("A boat with 60 people on board sank off Kribi, Cameroon, and 22 of them drowned.", [22]),
        ("A boat with 60 people on board sank off Kribi, Cameroon, and all of them drowned.", [60]),
        ("A ferry sank off Kribi, Cameroon. All 60 people aboard drowned.", [60]),
    ],
)
def test_who_was_aboard_is_no_toll(by_rules: Summarise, text: str, dead: list[int]) -> None:
    assert [f.value for f in by_rules(text, published=DAY).humanitarian.civilian_harm] == dead
