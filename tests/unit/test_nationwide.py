"""What is told of the whole country is of no town that was told of before."""

from collections.abc import Callable
from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone


@pytest.fixture(scope="module")
def places() -> Callable[[str], dict[float | None, str | None]]:
    """Displacement by number: the country or the name of its place."""
    with Summariser(engine=rules_alone()) as summariser:

        def read(text: str) -> dict[float | None, str | None]:
            summary = summariser.summarise(Article(text, published=date(2024, 3, 14)))
            assert summary.humanitarian is not None
            return {f.value: f.place.name if f.place else None for f in summary.humanitarian.displacement}

        return read


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        ("The fighting in Goma displaced 200 people. Nationwide, 900 are displaced.", 900, None),
        ("The fighting in Goma displaced 200 people in DR Congo. Across the country 900 are displaced.",
         900, "DR Congo"),
        ("Les combats à Goma ont déplacé 200 personnes. Dans tout le pays, 900 personnes sont déplacées.",
         900, None),
        ("Los combates en Toribío desplazaron a 200 personas. En todo el país hay 40.000 desplazados.",
         40000, None),
        # none of the whole country
        ("The fighting in Goma displaced 200 people. A further 900 are displaced.", 900, "Goma"),
        ("The fighting in Goma displaced 200 people. In this part of the country 900 are displaced.",
         900, "Goma"),
        ("Nationwide fighting goes on. In Goma 200 people were displaced.", 200, "Goma"),
    ],
)  # fmt: skip
def test_the_whole_country_is_no_town(
    text: str, number: float, where: str | None, places: Callable[[str], dict[float | None, str | None]]
) -> None:
    assert places(text)[number] == where
