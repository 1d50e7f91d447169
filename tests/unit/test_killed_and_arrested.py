"""Killings and arrests told in one sentence: who did which, and whose dead they are. Made-up sentences."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.reading import Reading
from summariser.roles import roles_of_sentences
from summariser.schemas import Event
from summariser.schemas.codebooks import Measure
from summariser.schemas.codebooks import SubEventType as S
from tests.conftest import Read, Summarise

PUBLISHED = date(2024, 3, 20)


def doers(reading: Reading, act: str) -> list[str]:
    return [p.words for p in roles_of_sentences(reading, ["S1"]).doers if p.act == act]


@pytest.mark.parametrize(
    ("text", "harm", "arrest"),
    [
        ("Soldiers killed two people and arrested nine.", ["Soldiers"], ["Soldiers"]),
        ("Police shot dead two people and detained nine others.", ["Police"], ["Police"]),
        ("Soldiers arrested two men and killed nine.", ["Soldiers"], ["Soldiers"]),
        ("Soldiers stormed Karsa, killing two men and detaining nine.", ["Soldiers"] * 2, ["Soldiers"]),
        ("Police and troops arrested nine men and killed two.", ["Police", "troops"], ["Police", "troops"]),
        ("Gunmen killed at least two people and abducted nine others.", ["Gunmen"] * 2, []),
        ("Rebels attacked the army and killed nine.", ["Rebels"] * 2, []),
        ("The raid killed two men and wounded nine.", [], []),
        # each has a subject of its own
        ("Soldiers killed two men and a woman arrested nine people.", ["Soldiers"], ["woman"]),
        ("The army killed two rebels and soldiers arrested nine people.", ["army"], ["soldiers"]),
    ],
)  # fmt: skip
def test_the_object_before_and_is_no_subject(
    read_text: Read, text: str, harm: list[str], arrest: list[str]
) -> None:
    reading = read_text(text)
    assert doers(reading, "harm") == harm
    assert doers(reading, "arrest") == arrest


def told(by_rules: Summarise, text: str) -> list[tuple[S, list[str], dict[Measure, int | None]]]:
    events = by_rules(text, published=PUBLISHED).events
    assert events is not None

    def tolls(event: Event) -> dict[Measure, int | None]:
        return {f.measure: f.value for f in (*event.fatalities, *event.other_figures)}

    return [(e.sub_type, [a.name for a in e.actors if a.role == "side_a"], tolls(e)) for e in events.events]


KILLED, ARRESTED = Measure.KILLED, Measure.ARRESTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Soldiers raided the village of Karsa on Friday, killing two people and arresting nine.",
            [(S.ATTACK, ["soldiers"], {KILLED: 2, ARRESTED: 9})],
        ),
        (
            "Soldiers killed two rebels and arrested nine others near Gao on Friday.",
            [(S.ARMED_CLASH, ["soldiers"], {KILLED: 2, ARRESTED: 9})],
        ),
        (
            "Police shot dead two people and detained nine others near Gao on Friday.",
            [(S.ATTACK, ["police"], {KILLED: 2}), (S.ARRESTS, ["police"], {ARRESTED: 9})],
        ),
        (
            "Gunmen killed two people near Gao on Friday and troops arrested nine suspects.",
            [(S.ATTACK, ["gunmen"], {KILLED: 2}), (S.ARRESTS, ["troops"], {ARRESTED: 9})],
        ),
        # the arrest is for the killing
        (
            "Police arrested two men near Gao on Friday over the attack that killed nine people.",
            [(S.ARRESTS, ["police"], {ARRESTED: 2})],
        ),
        (
            "Police arrested two gunmen who killed nine people in Gao on Sunday.",
            [(S.ARRESTS, ["police"], {ARRESTED: 2})],
        ),
        (
            "La police a arrêté deux hommes à Gao dimanche, soupçonnés d'avoir tué neuf personnes.",
            [(S.ARRESTS, ["police"], {ARRESTED: 2})],
        ),
        # and these are arrests alone
        (
            "Soldiers raided the village of Karsa on Friday and arrested nine people.",
            [(S.ARRESTS, ["soldiers"], {ARRESTED: 9})],
        ),
    ],
)
def test_what_comes_out(
    by_rules: Summarise, text: str, expected: list[tuple[S, list[str], dict[Measure, int | None]]]
) -> None:
    assert told(by_rules, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La policía detuvo el domingo en Cali a dos hombres acusados de matar a nueve personas.", ARRESTED),
        ("La police a arrêté dimanche à Gao deux hommes accusés d'avoir tué neuf personnes.", ARRESTED),
        ("اعتقلت الشرطة يوم الأحد في حلب رجلين متهمين بقتل تسعة أشخاص.", ARRESTED),
        ("Police arrested two men accused of killing nine people in Gao on Sunday.", ARRESTED),
        # what they are accused of is not what befell them
        ("Dos hombres acusados de espionaje fueron asesinados el domingo en Cali.", KILLED),
        ("Two men accused of witchcraft were killed by a mob in Gao on Sunday.", KILLED),
    ],
)
def test_who_is_accused_of_a_killing_is_not_killed(by_rules: Summarise, text: str, expected: Measure) -> None:
    events = by_rules(text, published=PUBLISHED).events
    assert events is not None
    tolls = [f for e in events.events for f in (*e.fatalities, *e.other_figures) if f.value == 2]
    assert [f.measure for f in tolls] == [expected]
