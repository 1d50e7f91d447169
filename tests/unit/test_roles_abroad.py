"""Who did it to whom in Spanish, French and Arabic sentences."""

import pytest

from summariser.articles import Article
from summariser.normalise.places import PlaceResolver
from summariser.reading import read
from summariser.roles_abroad import is_fate, kind_of_people, sides_abroad
from summariser.schemas.codebooks import ActorKind
from summariser.schemas.codebooks import SubEventType as S


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


@pytest.mark.parametrize(
    ("text", "sub_type", "by", "on"),
    [
        ("Varios encapuchados secuestraron al alcalde de Cerro Hondo cuando salía de misa.", S.ABDUCTION,
         "encapuchados", "alcalde"),
        ("Un maestro rural fue baleado por sicarios en la vereda La Honda.", S.ATTACK, "sicarios", "maestro"),
        ("Un grupo de hombres armados irrumpió en la finca y asesinó a dos jornaleros.", S.ATTACK,
         "grupo de hombres armados", "jornaleros"),
        ("Los milicianos degollaron a seis leñadores que buscaban carbón en el monte.", S.ATTACK,
         "milicianos", "leñadores"),
        ("La policía detuvo ayer a dos estudiantes en el puerto.", S.ARRESTS, "policía", "estudiantes"),
        ("Los vecinos de la cuenca bloquearon la carretera durante todo el día.", S.PEACEFUL_PROTEST,
         "vecinos", None),
        ("Des inconnus ont enlevé une dizaine de villageois dans la nuit de mardi.", S.ABDUCTION, "inconnus",
         "villageois"),
        ("Le chef du village a été assassiné par des hommes à moto.", S.ATTACK, "hommes", "chef"),
        ("La police a dispersé la foule et arrêté deux journalistes.", S.ARRESTS, "police", "journalistes"),
        ("Une salve de l'artillerie a tué trois enfants dans la cour.", S.SHELLING, "artillerie", "enfants"),
        ("قتل مسلحون طبيباً أردنياً في الطريق إلى المدينة.", S.ATTACK, "مسلحون", "طبيباً"),
        ("قتلت القوات الحكومية فلاحاً في القرية.", S.ATTACK, "القوات الحكومية", "فلاحاً"),
        ("قتل خمسة جنود في كمين على الطريق.", S.ARMED_CLASH, None, "جنود"),
        ("أطلق مسلحون مجهولون النار على سيارة محام في المدينة.", S.ATTACK, "مسلحون مجهولون", "سيارة"),
    ],
)  # fmt: skip
def test_sides_stand_where_the_grammar_puts_them(
    resolver: PlaceResolver, text: str, sub_type: S, by: str | None, on: str | None
) -> None:
    reading = read(Article(text), resolver)
    side_a, side_b = sides_abroad(reading, ["S1"], sub_type)
    assert by in side_a[0] if by else side_a == ()
    assert on is None or any(on in words for words in side_b)


@pytest.mark.parametrize(
    "text",
    [
        "La explosión mató a tres personas, dijo el portavoz de la policía.",
        "El alcalde dijo que murieron tres campesinos en el puente.",
        "Trois personnes ont été tuées, a indiqué la gendarmerie.",
        "قالت الشرطة إن ثلاثة أشخاص قتلوا في المدينة.",
    ],
)
def test_who_only_says_so_is_no_side(resolver: PlaceResolver, text: str) -> None:
    reading = read(Article(text), resolver)
    assert sides_abroad(reading, ["S1"], S.ATTACK)[0] == ()


def test_of_a_fight_both_sides_stand_behind_between(resolver: PlaceResolver) -> None:
    reading = read(Article("Hubo combates entre el ejército y la guerrilla cerca del río."), resolver)
    assert sides_abroad(reading, ["S1"], S.ARMED_CLASH)[0] == ("ejército", "guerrilla")


def test_counted_people_have_a_kind() -> None:
    assert kind_of_people("soldados", suffers=False) is ActorKind.STATE_FORCES
    assert kind_of_people("miliciens", suffers=False) is ActorKind.POLITICAL_MILITIA
    assert kind_of_people("villageois", suffers=True) is ActorKind.CIVILIANS
    assert is_fate("muertos")
    assert is_fate("جثث")
    assert not is_fate("soldados")
