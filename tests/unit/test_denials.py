"""A denial in the sentence behind a claim: what one says and another denies is disputed."""

from collections.abc import Callable
from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Figure
from summariser.schemas.codebooks import Certainty, EventStatus

CLAIM = "Soldiers killed 12 civilians in Aleppo on 4 March, residents said."


@pytest.fixture(scope="module")
def figures() -> Callable[[str], list[Figure]]:
    with Summariser(engine=rules_alone()) as summariser:

        def read(text: str) -> list[Figure]:
            summary = summariser.summarise(Article(text, published=date(2024, 3, 14)))
            assert summary.events is not None
            assert all(e.status is EventStatus.OCCURRED for e in summary.events.events)
            return [*summary.figures()]

        return read


@pytest.mark.parametrize(
    "denial",
    [
        "The army denied this.",
        "The army said the report was false.",
        "An army spokesman, who was in Damascus, dismissed the claims as propaganda.",
        "The army flatly denied the reports, saying that its men had not been there.",
        "The defence ministry called these figures baseless.",
        "The army denies it and said that the residents were paid.",
    ],
)
def test_denied_in_the_sentence_behind(denial: str, figures: Callable[[str], list[Figure]]) -> None:
    found = figures(f"{CLAIM} {denial}")
    assert {f.value for f in found} == {12}
    assert {f.certainty for f in found} == {Certainty.DISPUTED}
    assert all(f.claimed_by is not None and f.claimed_by.name == "residents" for f in found)
    assert all(denial in [e.text for e in f.evidence] for f in found)  # it can be traced


@pytest.mark.parametrize(
    "other",
    [
        "The army did not deny this.",
        "The army could neither confirm nor deny this.",
        "Relief workers were denied this.",
        "The army denied access to the town.",
        "The army denied that its jets had bombed the port.",  # says itself what it denies
        "The army denied the reports that a general had fled.",
        "The market reopened. The army denied this.",  # the market, and no sentence further back
        "The residents said the toll was rising.",
        "The army dismissed the allegation.",  # that it did it
        "They blame a militia; a spokesman of it denied this.",  # the blame
        "Rebels said a jet had been lost, but the army denied it.",
    ],
)
def test_what_denies_nothing_of_the_toll(other: str, figures: Callable[[str], list[Figure]]) -> None:
    assert {f.certainty for f in figures(f"{CLAIM} {other}") if f.value == 12} == {Certainty.CLAIMED}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Des habitants affirment que 12 civils ont été tués à Gao mardi. L'armée a démenti.", "disputed"),
        ("Des habitants affirment que 12 civils ont été tués à Gao mardi. L'armée rejette ces chiffres.",
         "disputed"),
        ("Des habitants affirment que 12 civils ont été tués à Gao.  L'armée n'a pas démenti.", "claimed"),
        ("Vecinos aseguran que soldados mataron a 12 civiles en Toribío el martes. El ejército lo negó.",
         "disputed"),
        ("Vecinos aseguran que soldados mataron a 12 civiles en Toribío el martes. El ejército no lo negó.",
         "claimed"),
        ("قال سكان إن 12 مدنيا قتلوا في حلب يوم الاثنين. ونفى الجيش ذلك.", "disputed"),
        ("قال سكان إن 12 مدنيا قتلوا في حلب يوم الاثنين. ولم ينف الجيش ذلك.", "claimed"),
    ],
)  # fmt: skip
def test_abroad(text: str, certainty: str, figures: Callable[[str], list[Figure]]) -> None:
    assert {f.certainty.value for f in figures(text) if f.value == 12} == {certainty}


def test_people_who_moved(figures: Callable[[str], list[Figure]]) -> None:
    (figure,) = figures("Some 4,000 people fled Idlib on Monday, activists said. The governor denied it.")
    assert figure.certainty is Certainty.DISPUTED


def test_what_the_article_says_itself_is_stated(figures: Callable[[str], list[Figure]]) -> None:
    found = figures("Soldiers killed 12 civilians in Aleppo on 4 March. The army denied this.")
    assert {(f.value, f.certainty) for f in found} == {(12, Certainty.STATED)}


def test_the_headline_repeats_what_is_denied(figures: Callable[[str], list[Figure]]) -> None:
    found = figures(f"Twelve killed in Aleppo\n\n{CLAIM} The army denied this.")
    assert {(f.value, f.certainty) for f in found} == {(12, Certainty.DISPUTED)}
    assert len(found) == 2  # of the event, and as harm
