"""Spanish, French and Arabic: one person without a number, what is no report, and rarer ways of telling."""

import pytest

from summariser.articles import Article
from summariser.normalise.number_abroad import is_dual
from summariser.normalise.numbers import find_numbers
from summariser.normalise.places import PlaceResolver
from summariser.reading import read
from summariser.reported import incident_weight
from summariser.sentences import split_sentences


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Unos desconocidos asesinaron al alcalde de Cerro Hondo cuando salía de su casa.", "alcalde"),
        ("El chofer de la ambulancia fue baleado por la espalda en la carretera.", "chofer"),
        ("Des inconnus ont enlevé le maire de la commune dans la nuit de mardi.", "maire"),
        ("Le berger du village a été tué par une mine dans les champs.", "berger"),
        ("أعلنت الشرطة إصابة جندي في المدينة القديمة.", "جندي"),
        ("قتل مسلحون طبيباً في الطريق إلى المدينة.", "طبيبا"),
    ],
)
def test_one_person_who_suffers_is_counted(text: str, noun: str) -> None:
    numbers = find_numbers(text, split_sentences(text))
    assert [(n.value, (n.noun or "").rstrip("\u064b")) for n in numbers if n.implicit] == [(1, noun)]


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde dijo que murieron tres personas en el puente nuevo.",
        "Le maire a déclaré que deux hommes ont été tués dans la nuit.",
        "قال ضابط في الشرطة إن الهدوء عاد إلى المدينة.",
    ],
)
def test_one_person_who_only_speaks_is_not(text: str) -> None:
    assert not [n for n in find_numbers(text, split_sentences(text)) if n.implicit]


def test_arabic_says_two_by_an_ending() -> None:
    assert is_dual("عنصران")
    assert is_dual("قذيفتين")
    assert not is_dual("سكان")


@pytest.mark.parametrize(
    "text",
    [
        "El fiscal pidió cadena perpetua para los acusados del secuestro del gerente.",
        "En lo que va de año suman 40 los maestros asesinados en la provincia.",
        "La película recrea el asalto a un cuartel con doscientos extras.",
        "En six mois, 300 incidents ont visé les écoles, note le rapport.",
        "La cour d'assises a condamné à la perpétuité l'auteur de l'attentat de la gare.",
        "أرجأت المحكمة محاكمة المتهمين باغتيال الوزير إلى الشهر المقبل.",
    ],
)
def test_sums_courts_and_films_report_no_event(resolver: PlaceResolver, text: str) -> None:
    reading = read(Article(text), resolver)
    cues = reading.cues.of("S1", "event")
    assert not cues or incident_weight(reading, cues) < 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Los pobladores hallaron maniatado el cuerpo del síndico en la barranca.", "Attack"),
        ("Hombres con pasamontañas sacaron de su casa a los dos hermanos y nada se sabe de ellos.",
         "Abduction/forced disappearance"),
        ("Des villageois ont battu à mort deux voleurs présumés au marché.", "Mob violence"),
        ("Coup de filet à la capitale : la police a embarqué vingt militants.", "Arrests"),
        ("أبطل خبراء المتفجرات مفعول عبوة لاصقة قرب المدرسة.", "Disrupted weapons use"),
        ("استلم الجيش المعبر بعد أن أخلاه المسلحون دون قتال.", "Non-violent transfer of territory"),
    ],
)  # fmt: skip
def test_rarer_ways_of_telling_are_found(resolver: PlaceResolver, text: str, value: str) -> None:
    reading = read(Article(text), resolver)
    assert value in {c.value for c in reading.cues.of("S1", "event")}


@pytest.mark.parametrize(
    "text",
    [
        "Un alud mató a siete pastores en la quebrada alta.",
        "Llegó con sus hijos huyendo de los combates y duerme en la escuela, contó una desplazada.",
        "السيول قتلت أربعة رعاة في الوادي.",
    ],
)
def test_nature_and_what_people_fled_from_report_no_event(resolver: PlaceResolver, text: str) -> None:
    reading = read(Article(text), resolver)
    cues = reading.cues.of("S1", "event")
    assert not cues or incident_weight(reading, cues) < 0
