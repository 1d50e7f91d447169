"""Articles that are all in capitals are read with small letters, and cited in capitals."""

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.capitals import is_shouted, with_small_letters
from summariser.evals.first_choice import rules_alone
from summariser.evals.grounding import ungrounded
from summariser.evals.practice.words import ordinary_words
from summariser.normalise.place_tables import read_table
from summariser.vocabulary import is_ordinary_word

AROUND = " THE PEOPLE OF THE TOWN HAD TO LEAVE THEIR HOMES IN THE MORNING, THE OFFICIAL SAID."


@pytest.mark.parametrize(
    ("shouted", "read"),
    [
        ("SYRIAN FORCES KILLED TWO MEN IN IDLIB.", "Syrian forces killed two men in Idlib."),
        ("GEN. KARSA MET MAYOR ANA ROCA.", "Gen. Karsa met Mayor Ana Roca."),
        ("THE RAPID SUPPORT FORCES (RSF) LEFT; THE RSF SAID SO.",
         "The Rapid Support Forces (RSF) left; the RSF said so."),
        ("M23 REBELS AND AN A-37 PLANE NEAR GOMA.", "M23 rebels and an A-37 plane near Goma."),
        ("ON 5 MARCH THEY MAY MARCH, ON 7 MAY THEY DID.", "On 5 March they may march, on 7 May they did."),
        ("AT 5 A.M. THE WHO AND THE UN TOLD WHO FELL.", "At 5 a.m. the WHO and the UN told who fell."),
        ("FIGHTERS OF AL-SHABAAB LEFT SOUTH KORDOFAN.", "Fighters of Al-Shabaab left South Kordofan."),
        ("AHMED AND MOHAMMED INFLICTED HARM.", "Ahmed and Mohammed inflicted harm."),
    ],
)  # fmt: skip
def test_small_letters_are_put_back(shouted: str, read: str) -> None:
    done = with_small_letters(shouted + AROUND)
    assert done is not None
    assert done.after.startswith(read)
    assert done.after.upper() == done.before


@pytest.mark.parametrize(
    "text",
    ["SHORT CAPITALS.", "Syrian forces killed two men." + AROUND.lower(), "قتل خمسة أشخاص في حلب " * 20],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert not is_shouted(text)
    assert with_small_letters(text) is None


def test_a_shouted_article_says_the_same_in_its_own_capitals() -> None:
    text = (
        "KARSA, March 8 (AP) - Syrian soldiers killed 12 civilians in Karsa on Sunday, police said. "
        "Rebels of the Rapid Support Forces (RSF) shelled Adom, and more than 3,400 people were displaced.\n"
    )
    with Summariser(engine=rules_alone()) as summariser:
        first, second = (summariser.summarise(Article(t)) for t in (text, text.upper()))
    assert not ungrounded(second, Article(text.upper()))
    assert first.events is not None
    assert second.events is not None
    kinds = [
        [(e.sub_type, [a.name for a in e.actors]) for e in s.events] for s in (first.events, second.events)
    ]
    assert kinds[0] == kinds[1] != []
    assert [f.value for f in first.figures()] == [f.value for f in second.figures()]
    assert all(e.text.isupper() for event in second.events.events for e in event.evidence)


def test_ordinary_words_are_those_of_the_practice_sentences() -> None:
    assert read_table("ordinary.json") == ordinary_words()


@pytest.mark.parametrize(
    ("word", "language", "ordinary"),
    [("shelled", "en", True), ("bodies", "en", True), ("stopped", "en", True), ("karsa", "en", False),
     ("aleppo", "en", False), ("heridos", "es", True), ("blessés", "fr", True), ("quinzaine", "en", False)],
)  # fmt: skip
def test_ordinary_words(word: str, language: str, ordinary: bool) -> None:
    assert is_ordinary_word(word, language) is ordinary
