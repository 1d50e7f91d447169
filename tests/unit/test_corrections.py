"""A number that the text takes back does not come out; the one that takes its place does."""

from __future__ import annotations

import pytest

from summariser.meanings import figure_candidates
from summariser.polarity import why_not_asserted
from tests.conftest import Read


def standing(read_text: Read, text: str) -> list[str]:
    """The words of the numbers of people killed that the text stands by."""
    reading = read_text(text)
    return [
        c.number.text
        for c in figure_candidates(reading)
        if c.options[0] == "measure:killed" and why_not_asserted(reading, c.number, c.options[0]) is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed 14 men, not 40.", ["14"]),
        ("Some 14, not 40, men were killed in the raid.", ["14"]),
        ("Not 40 but 14 men were killed in the raid.", ["14"]),
        ("The death toll rose to 31 from 19.", ["31"]),
        ("The death toll was revised down from 19 to 11.", ["11"]),
        ("The raid killed 31 men, up from an earlier count of 19.", ["31"]),
        ("The council corrected its toll of 90 dead to 60.", ["60"]),
        ("Correction: the report said 19 men were killed; the correct number is 11.", []),
        ("The raid killed six men. Earlier reports of 50 deaths were wrong.", ["six"]),
        ("The mayor first said 50 men were killed but now says six were killed.", ["six"]),
        ("The mayor first said 50 men were killed. He later lowered the toll to six.", ["six"]),
        ("Murieron en el ataque 14 personas, y no 40, dijo el alcalde.", ["14"]),
        ("Le bilan de l'attaque est passé de 19 à 31 morts.", ["31"]),
        ("Le bilan de l'attaque passe de 14 à 31 morts.", ["31"]),
        ("Le bilan des tués de l'attaque grimpe de quatorze à trente et un morts.", ["trente et un"]),
        ("Le bilan de l'attaque monte à 31 morts, contre 14 la veille.", ["31"]),
        ("La cifra del ataque sube de 14 a 31 muertos.", ["31"]),
        ("وارتفع عدد ضحايا الهجوم على السوق في المدينة من 14 إلى 31 قتيلا.", ["31"]),
        ("انخفضت حصيلة الهجوم من 31 إلى 14 قتيلا.", ["14"]),
        ("L'attaque a fait de 14 à 31 morts dans le village.", ["14 à 31"]),
        ("El ataque dejó de 14 a 31 muertos en la plaza.", ["14 a 31"]),
        ("أسفر الهجوم عن مقتل ما بين 14 إلى 31 شخصا.", ["بين 14 إلى 31"]),
        ("El ataque estuvo a punto de matar a 14 personas en la plaza.", []),
        # no number is taken back
        ("The raid killed 14 men, not only guards.", ["14"]),
        ("An earlier raid killed 14 men.", ["14"]),
        ("The mayor first said 50 men were killed.", ["50"]),
        ("No fewer than 14 men were killed.", ["14"]),
    ],
)
def test_the_withdrawn_number_does_not_count(read_text: Read, text: str, expected: list[str]) -> None:
    assert standing(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se desmiente el asesinato de 21 mineros en la mina.", []),
        ("El asesinato de 21 mineros fue desmentido ayer por la tarde.", []),
        ("Quedó descartado el asesinato de los 21 mineros.", []),
        ("On dément que 21 bergers aient été tués dans le village.", []),
        ("La mort de 21 bergers a été formellement démentie hier soir.", []),
        # what is denied is something else
        ("Se desmiente el rescate y el martes mataron a 21 mineros en la mina.", ["21"]),
        ("La empresa se niega a cerrar la mina; el martes mataron a 21 mineros.", ["21"]),
        ("On dément l'accord, mais 21 bergers ont été tués dans le village.", ["21"]),
    ],
)
def test_a_death_that_is_denied_by_nobody_named_is_no_toll(
    read_text: Read, text: str, expected: list[str]
) -> None:
    assert standing(read_text, text) == expected
