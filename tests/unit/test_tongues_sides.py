"""Sides and sources in Spanish, French and Arabic: denials, accusations, raids, brackets, prefixes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from summariser import Article, Summariser
from summariser.articles import Article as Text
from summariser.evals.first_choice import rules_alone
from summariser.normalise.places import PlaceResolver
from summariser.reading import read
from summariser.roles_abroad import sides_abroad
from summariser.schemas.codebooks import SubEventType as S


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


@pytest.fixture(scope="module")
def summariser() -> Iterator[Summariser]:
    with Summariser(engine=rules_alone()) as made:
        yield made


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("L'armée parle de neuf civils tués dans le quartier de la gare.", (), ("civils",)),
        ("Le maire fait état de trois soldats blessés près du pont.", (), ("soldats",)),
        ("L'armée dément avoir bombardé le marché du village.", ("armée",), ("marché",)),
        ("Les miliciens reconnaissent avoir tué deux bergers.", ("miliciens",), ("bergers",)),
        ("El Ejército negó haber asesinado a dos campesinos en la vereda.", ("Ejército",), ("campesinos",)),
        (
            "Trois personnes, dont deux volontaires (VPN), ont été tuées par des inconnus.",
            ("inconnus",),
            ("volontaires",),
        ),
        ("L'attaque d'un convoi de l'armée a fait quatre morts.", (), ("convoi",)),
        ("L'attaque des rebelles a fait quatre morts.", ("rebelles",), ()),
        ("Une attaque contre le village de Barsa, province du Nord, a fait six morts.", (), ("village",)),
        ("اتهم الجيش المسلحين بقتل عشرين مدنياً في القرية.", ("المسلحين",), ("مدنياً",)),
        ("اتهمت قيادة القوات الجيش بقتل عشرين مدنياً في القرية.", ("الجيش",), ("مدنياً",)),
    ],
)
def test_who_did_it_and_who_suffered_it(
    resolver: PlaceResolver, text: str, by: tuple[str, ...], on: tuple[str, ...]
) -> None:
    side_a, side_b = sides_abroad(read(Text(text), resolver), ["S1"], S.ATTACK)
    assert len(side_a) == len(by)
    assert all(word in side for word, side in zip(by, side_a, strict=True))
    assert all(any(word in side for side in side_b) for word in on)
    assert on or not side_b


def test_a_fight_that_opposes_two(resolver: PlaceResolver) -> None:
    reading = read(Text("Des combats ont opposé lundi l'armée aux rebelles près du lac."), resolver)
    assert sides_abroad(reading, ["S1"], S.ARMED_CLASH)[0] == ("armée", "rebelles")


def sources(summariser: Summariser, text: str) -> set[str | None]:
    summary = summariser.summarise(Article(text=text, published=date(2024, 6, 12)))
    events = summary.events.events if summary.events is not None else ()
    harm = summary.humanitarian.civilian_harm if summary.humanitarian is not None else ()
    figures = [f for e in events for f in e.fatalities] + list(harm)
    return {f.claimed_by.name if f.claimed_by else None for f in figures}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("L'armée a tué dix rebelles mardi près de Gao, a annoncé l'état-major.", "état-major"),
        ("El Ejército mató a doce guerrilleros en Tibú, informó el comandante de la brigada.",
         "comandante de la brigada"),
        ("Le maire de Gao, qui a perdu sa maison, a annoncé la mort de douze habitants.", "maire de Gao"),
        ("قالت قوات التحالف إنها قتلت اثني عشر مسلحاً في البيضاء.", "قوات التحالف"),
        ("وقتل خمسون جندياً في تعز وفق بيان للجيش تحدث عن معارك عنيفة.", "بيان للجيش"),
        ("اتهم الجيش قوات الدعم السريع بقتل عشرين مدنياً في الفاشر.", "الجيش"),
        ("اتهم رئيس البلدية المستوطنين بقتل ثلاثة مزارعين في نابلس.", "رئيس البلدية"),
    ],
)  # fmt: skip
def test_a_source_ends_where_what_it_says_begins(summariser: Summariser, text: str, source: str) -> None:
    assert sources(summariser, text) == {source}


def test_arabic_prefixes_are_no_part_of_a_name(summariser: Summariser) -> None:
    text = "قتل خمسة جنود في هجوم للحوثيين في تعز يوم الأحد."
    summary = summariser.summarise(Article(text=text, published=date(2024, 6, 12)))
    assert summary.events is not None
    (event,) = summary.events.events
    assert [a.name for a in event.actors if a.role == "side_a"] == ["Houthis"]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Unos cincuenta encapuchados irrumpieron anoche en las casas de Tibú.", 0),
        ("Unos cincuenta vecinos abandonaron anoche las casas de Tibú.", 1),
        ("خرج المئات في مظاهرة في السويداء يوم الجمعة للمطالبة بالكهرباء.", 0),
        ("خرج المئات من منازلهم في السويداء ونزحوا يوم الجمعة.", 1),
        ("هاجم عشرات المستوطنين قرية قصرة وأحرقوا منزلاً.", 0),
        ("Le camp accueille des familles déplacées pour une capacité de 5 000 places.", 0),
    ],
)
def test_who_acts_has_not_moved(summariser: Summariser, text: str, moved: int) -> None:
    summary = summariser.summarise(Article(text=text, published=date(2024, 6, 12)))
    found = summary.humanitarian.displacement if summary.humanitarian is not None else ()
    assert len(found) == moved


def harm(summariser: Summariser, text: str) -> list[tuple[str, float | None]]:
    summary = summariser.summarise(Article(text=text, published=date(2024, 6, 12)))
    events = summary.events.events if summary.events is not None else ()
    told = [f for e in events for f in (*e.fatalities, *e.injuries, *e.other_figures)]
    told += summary.humanitarian.civilian_harm if summary.humanitarian is not None else ()
    return sorted({(str(f.measure), f.value) for f in told})


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Un élu de Gao parle de 22 soldats tués mardi à Gao.", [("killed", 22)]),
        ("Un élu de Gao a été tué mardi à Gao par des hommes armés.", [("killed", 1)]),
        ("«Dijeron que nos iban a matar en Tibú», relata una de las mujeres de la vereda.", []),
        ("Según la policía, una de las mujeres de la vereda murió el lunes en Tibú.", [("died", 1)]),
        ("Un comando mató a tres choferes el lunes por la noche en la carretera a Iguala.", [("killed", 3)]),
        ("Dos sujetos dispararon en al menos nueve ocasiones contra el alcalde y huyeron de Iguala.", []),
        ("ارتفع عدد القتلى إلى 27 والجرحى إلى 60 في قصف الفاشر، وفق وزارة الصحة.",
         [("injured", 60), ("killed", 27)]),
        ("ارتفاع عدد القتلى في الفاشر إلى 27 والجرحى إلى 60.", [("injured", 60), ("killed", 27)]),
        ("El hospital eleva los muertos a 27 y los heridos a 60 en Machala.",
         [("injured", 60), ("killed", 27)]),
        ("أسفر قصف على الفاشر عن 15 قتيلاً و20 جريحاً.", [("injured", 20), ("killed", 15)]),
    ],
)  # fmt: skip
def test_what_a_number_counts(
    summariser: Summariser, text: str, figures: list[tuple[str, float | None]]
) -> None:
    assert harm(summariser, text) == figures


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("À Gao, 132 civils ont été tués dans l'attaque, selon le gouvernement ; des élus avancent "
         "160 morts.", {"gouvernement", "élus"}),
        ("L'état-major, dans un communiqué publié dimanche, dit avoir tué dix rebelles à Gao.",
         {"état-major"}),
        ("L'attaque de Gao a été revendiquée par le JNIM, qui affirme avoir tué trente soldats.",
         {"Jama'at Nusrat al-Islam wal-Muslimin"}),
        ("Dix soldats ont été tués dimanche à Gao, a-t-on appris lundi de sources sécuritaires.",
         {"sources sécuritaires"}),
        ("El Ejército, por su parte, eleva a nueve los muertos en el ataque de Tibú.", {"Ejército"}),
        ("Al menos siete personas murieron y otras catorce resultaron heridas este lunes por la explosión de "
         "un carro bomba frente a la policía de Tibú, en el departamento, informó el gobernador.",
         {"gobernador"}),
        ("قال مصدر عسكري إن الجيش صد هجوماً في الفاشر. والي شمال دارفور يقول إن 15 مدنياً قتلوا في قصف على "
         "الفاشر.", {"والي شمال دارفور"}),
        ("قال مصدر عسكري إن الجيش صد هجوماً في الفاشر. وقال إن 15 مدنياً قتلوا في قصف على الفاشر.",
         {"مصدر عسكري"}),
    ],
)  # fmt: skip
def test_who_says_so(summariser: Summariser, text: str, source: set[str | None]) -> None:
    assert sources(summariser, text) == source


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وتنفي القوات المسلحة ما تروج له المليشيا عن إسقاط طائرة حربية في الفاشر.", "denied"),
        ("أعلنت القوات المسلحة إسقاط طائرة حربية في الفاشر.", "occurred"),
        (
            "L'armée dément formellement les informations faisant état de frappes aériennes à Gao lundi.",
            "denied",
        ),
    ],
)
def test_what_is_denied_at_length(summariser: Summariser, text: str, status: str) -> None:
    summary = summariser.summarise(Article(text=text, published=date(2024, 6, 12)))
    assert summary.events is not None
    assert [e.status for e in summary.events.events] == [status]


def test_help_that_is_to_come(summariser: Summariser) -> None:
    text = "L'ONG remettra des bâches à 850 ménages de Bunia d'ici la fin du mois."
    found = summariser.summarise(Article(text=text, published=date(2024, 6, 12))).humanitarian
    assert found is not None
    assert found.displacement == ()
    assert [(r.status, [f.value for f in r.reached]) for r in found.response] == [("planned", [850])]
