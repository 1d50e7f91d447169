"""Sources in live blogs and notices: behind the clock, before a colon, with whom they speak for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from summariser import Article, Summariser
from summariser.evals.first_choice import rules_alone

FRENCH = " La ville est calme depuis ce matin et les écoles sont fermées."
SPANISH = " La ciudad está en calma desde la mañana y las escuelas están cerradas."
ARABIC = " والمدينة هادئة منذ الصباح."


@pytest.fixture(scope="module")
def summariser() -> Iterator[Summariser]:
    with Summariser(engine=rules_alone()) as made:
        yield made


def claims(summariser: Summariser, text: str) -> list[tuple[float | None, str | None]]:
    summary = summariser.summarise(Article(text=text, published=date(2024, 3, 14)))
    assert summary.events is not None
    return [
        (f.value, f.claimed_by.name if f.claimed_by else None)
        for e in summary.events.events
        for f in e.fatalities
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("10h32 - L'armée annonce avoir tué 12 rebelles à Gao." + FRENCH, "armée"),
        ("[10:32] Selon le gouverneur, 12 civils ont été tués à Gao." + FRENCH, "gouverneur"),
        (
            "L'hôpital de Gao recense 12 morts après l'attaque de mardi." + FRENCH,
            "hôpital de Gao",
        ),
        (
            "À Gao, 12 civils ont été tués mardi, précise le porte-parole de l'armée." + FRENCH,
            "porte-parole de l'armée",
        ),
        (
            "À Gao, 12 civils ont été tués mardi, a fait savoir le ministère de la Défense." + FRENCH,
            "ministère de la Défense",
        ),
        ("Le ministère porte à 12 le nombre de morts à Gao dans l'attaque." + FRENCH, "ministère"),
        ("10:50 | Ministère de la Santé : 12 morts à Gao après l'attaque." + FRENCH, "Ministère de la Santé"),
        ("10:32 El ejército informa que 12 civiles murieron en un ataque en Cali." + SPANISH, "ejército"),
        (
            "Doce civiles murieron en un ataque en Cali, precisó el portavoz de la policía." + SPANISH,
            "portavoz de la policía",
        ),
        (
            "La Defensoría del Pueblo eleva a doce los muertos por el ataque en Cali." + SPANISH,
            "Defensoría del Pueblo",
        ),
        ("Ministerio de Salud: 12 muertos en Cali por el ataque." + SPANISH, "Ministerio de Salud"),
        ("10:45 - وزارة الصحة: مقتل 12 مدنيا في قصف على تعز." + ARABIC, "وزارة الصحة"),
        ("10:50 Health ministry: 12 dead in Gao after the attack. The town is calm.", "Health ministry"),
        ("19 h 45 - À Gao, 12 civils ont été tués mardi, d'après l'OIM." + FRENCH, "OIM"),
        (
            "14 h 20 - La Police nationale dit avoir abattu 12 rebelles à Gao." + FRENCH,
            "Police nationale",
        ),
        (
            "18:15 Primer balance del hospital Evaristo García: 12 muertos en Cali por el ataque." + SPANISH,
            "hospital Evaristo García",
        ),
        ("Bilan de l'hôpital de Gao : 12 morts après l'attaque de mardi." + FRENCH, "hôpital de Gao"),
        (
            "Un ataque dejó 12 muertos en Cali, según la Gobernación del Valle." + SPANISH,
            "Gobernación del Valle",
        ),
        ("Un ataque dejó 12 muertos en Cali, según COPECO." + SPANISH, "COPECO"),
        ("UN: 12 civilians killed in the attack in Gao on Tuesday.", "United Nations"),
    ],
)
def test_who_says_so(summariser: Summariser, text: str, source: str) -> None:
    assert claims(summariser, text) == [(12, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Bilan de l'attaque de Gao : 12 morts dans les combats." + FRENCH,
        "Armée : 12 morts dans les combats de mardi à Gao." + FRENCH,
        "Hôpital de Gao : 12 morts dans les combats de mardi." + FRENCH,
        "Ministry staff: 12 killed in the attack in Gao on Tuesday.",
        "Government: 12 soldiers killed in the attack in Gao on Tuesday.",
    ],
)
def test_whose_dead_they_are_is_no_source(summariser: Summariser, text: str) -> None:
    assert claims(summariser, text) == [(12, None)]


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde cifró en 12 los muertos del ataque del martes en Cali." + SPANISH,
        "La Defensoría eleva a 12 el número de muertos por el ataque en Cali." + SPANISH,
    ],
)
def test_the_dead_are_not_who_counts_them(summariser: Summariser, text: str) -> None:
    summary = summariser.summarise(Article(text=text, published=date(2024, 3, 14)))
    assert summary.events is not None
    (figure,) = summary.events.events[0].fatalities
    assert (figure.counted, str(figure.group)) == ("muertos", "people")
