"""Tolls and camps of Arabic, French and Spanish sentences, by the rules alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Summary
from summariser.schemas.codebooks import ActorRole, Measure

PUBLISHED = date(2024, 3, 12)


@pytest.fixture(scope="module")
def summariser() -> Iterator[Summariser]:
    with Summariser(engine=rules_alone()) as one:
        yield one


def summarised(summariser: Summariser, text: str) -> Summary:
    return summariser.summarise(Article(text, published=PUBLISHED))


def killed(summary: Summary) -> list[int | float | None]:
    assert summary.events is not None
    return sorted(f.value for e in summary.events.events for f in e.fatalities if f.measure is Measure.KILLED)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("قُتل أحد عشر مدنياً، بينهم طفلان، في قصف مدفعي على بلدة الأتارب أمس.", [2, 11]),
        ("قالت غرفة الطوارئ إن ستة مدنيين، منهم ثلاث نساء، قُتلوا برصاص قناص في حلب.", [3, 6]),
        (
            "Au moins vingt-trois personnes, dont dix-neuf civils et quatre soldats, ont été tuées mardi "
            "dans l'attaque d'un convoi près de Djibo, dans le nord du Burkina Faso.",
            [4, 19, 23],
        ),
        (
            "Al menos doce personas, entre ellas dos menores, murieron el martes en un ataque con explosivos "
            "contra la estación de Policía de Caloto, según el alcalde.",
            [2, 12],
        ),
    ],
)  # fmt: skip
def test_a_part_counts_what_its_whole_counts(summariser: Summariser, text: str, values: list[int]) -> None:
    assert killed(summarised(summariser, text)) == values


def test_a_raid_on_a_camp_moves_nobody(summariser: Summariser) -> None:
    text = "اعتقلت القوات الإسرائيلية ستة عشر فلسطينياً خلال اقتحام مخيم بلاطة فجر اليوم."
    summary = summarised(summariser, text)
    assert summary.humanitarian is not None
    assert summary.humanitarian.displacement == ()
    assert summary.humanitarian.sites == ()


def test_a_camp_of_displaced_people_has_its_number_and_its_room(summariser: Summariser) -> None:
    text = "يؤوي معسكر زمزم حالياً نحو ٣٥٠ ألف نازح، فيما لا تتجاوز طاقته الاستيعابية ١٥٠ ألفاً."
    summary = summarised(summariser, text)
    assert summary.humanitarian is not None
    (site,) = summary.humanitarian.sites
    assert site.name == "زمزم"
    assert [f.value for f in site.population] == [350_000]
    assert [f.value for f in site.capacity] == [150_000]


def test_a_barracks_is_no_camp(summariser: Summariser) -> None:
    summary = summarised(summariser, "قُتل جنديان في هجوم على معسكر طيبة للجيش قرب الخرطوم أمس.")
    assert summary.humanitarian is not None
    assert summary.humanitarian.sites == ()


@pytest.mark.parametrize(
    "text",
    [
        "هاجم عشرات المستوطنين ليلة أمس قرية قصرة جنوب نابلس، وأحرقوا منزلاً.",
        "La Guardia Nacional detuvo el domingo a quince hombres armados en un retén de Pantelhó",
    ],
)  # fmt: skip
def test_nobody_is_called_by_a_time(summariser: Summariser, text: str) -> None:
    summary = summarised(summariser, text)
    assert summary.events is not None
    names = [a.words.text for e in summary.events.events for r in ActorRole for a in e.side(r)]
    assert not any(word in name for name in names for word in ("ليلة", "domingo"))


def test_the_injured_of_a_rough_number_and_of_a_dual_are_counted(summariser: Summariser) -> None:
    texts = [
        "Trente et un villageois ont été tués et une quinzaine d'autres blessés samedi à Djibo.",
        "قُتل أربعة جنود وأصيبت سيدتان يوم الأحد في تعز.",
    ]
    for text, value in zip(texts, (15, 2), strict=True):
        summary = summarised(summariser, text)
        assert summary.events is not None
        assert [f.value for e in summary.events.events for f in e.injuries] == [value]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلن المتحدث باسم الشرطة إصابة ثلاثين متظاهراً في بغداد.", "المتحدث باسم الشرطة"),
        ("أفاد مصدر طبي بمقتل تسعة مدنيين في تعز.", "مصدر طبي"),
        ("قتل تسعة مدنيين في قصف على تعز، حسبما ذكر سكان محليون.", "سكان محليون"),
        ("قال قائد الشرطة إن تسعة مدنيين قتلوا في تعز.", "قائد الشرطة"),
        (
            "Trente villageois ont été tués dans l'attaque de Djibo samedi, ont affirmé des témoins.",
            "témoins",
        ),
        (
            "Un habitant qui a été blessé a indiqué que dix villageois ont été tués à Djibo.",
            "habitant qui a été blessé",
        ),
        (
            "Nueve campesinos fueron asesinados en un ataque en Caloto, informaron fuentes locales.",
            "fuentes locales",
        ),
    ],
)  # fmt: skip
def test_a_source_is_named_without_what_it_tells(summariser: Summariser, text: str, name: str) -> None:
    summary = summarised(summariser, text)
    assert summary.events is not None
    claimed = {
        f.claimed_by.name if f.claimed_by else None
        for e in summary.events.events
        for f in (*e.fatalities, *e.injuries)
    }
    assert claimed == {name}


def test_people_who_are_let_go_are_not_evacuated(summariser: Summariser) -> None:
    texts = (
        "أوقفت الشرطة عشرين شاباً في البصرة، وأخلي سبيل تسعة منهم مساءً.",
        "أخلي تسعون شخصاً من البصرة بعد القصف.",
    )
    moved = []
    for text in texts:
        summary = summarised(summariser, text)
        assert summary.humanitarian is not None
        moved.append([f.value for f in summary.humanitarian.displacement])
    assert moved == [[], [90]]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Tripoli (Liban), le 5 mars – Deux personnes ont été tuées lundi à Tripoli dans un attentat.",
            "LBN",
        ),
        ("Deux personnes ont été tuées lundi à Tripoli, au nord du Liban, dans un attentat.", "LBN"),
        ("Dos personas murieron el lunes en Trípoli (Líbano) en un ataque armado.", "LBN"),
        ("قتل ثلاثة أشخاص في هجوم مسلح في طرابلس شمال لبنان يوم الجمعة.", "LBN"),
        ("قتل ثلاثة أشخاص في هجوم مسلح في طرابلس (لبنان) يوم الجمعة.", "LBN"),
        # no country is stated, or another one where no such town lies
        ("Deux personnes ont été tuées lundi à Tripoli dans un attentat.", "LBY"),
        ("قتل ثلاثة أشخاص في هجوم مسلح في طرابلس يوم الجمعة.", "LBY"),
    ],
)
def test_a_country_beside_a_town_decides_between_homonyms(
    summariser: Summariser, text: str, country: str
) -> None:
    summary = summarised(summariser, text)
    assert summary.events is not None
    assert [e.place.country for e in summary.events.events if e.place is not None] == [country]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Deux civils ont été tués à Gao, selon l'opposition ; le gouvernement parle d'un mort.",
            {(2, "l'opposition"), (1, "le gouvernement")},
        ),
        ("Un premier bilan fait état de neuf morts dans l'attaque de Djibo.", {(9, "Un premier bilan")}),
    ],
)
def test_each_toll_is_of_its_own_source(
    summariser: Summariser, text: str, claims: set[tuple[int, str]]
) -> None:
    made = summarised(summariser, text).events
    assert made is not None
    (event,) = made.events
    assert {(f.value, f.claimed_by.words.text if f.claimed_by else "") for f in event.fatalities} == claims
