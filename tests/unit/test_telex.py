"""A telex has a word for its stops: "12 KILLED STOP ARMY DENIES IT STOP"."""

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.evals.grounding import ungrounded
from summariser.plain_text import plain_sentences
from summariser.schemas.figures import Certainty
from summariser.telex import telex_stops

TELEX = (
    "MOPTI 6 JUNE STOP ARMED MEN RAIDED THREE HAMLETS OUTSIDE DJENNE KILLING FORTEEN FARMERS AND INJURING "
    "9 MORE STOP GOVERNOR SAID NO POLICEMEN HURT STOP 2,300 VILLAGERS FLED TO SEVARE STOP"
)


def test_the_word_parts_the_sentences_of_a_telex() -> None:
    plain, sentences = plain_sentences(TELEX)
    given = [TELEX[slice(*plain.back(s.start, s.end))] for s in sentences]
    assert given == [
        "MOPTI 6 JUNE STOP",
        "ARMED MEN RAIDED THREE HAMLETS OUTSIDE DJENNE KILLING FORTEEN FARMERS AND INJURING 9 MORE STOP",
        "GOVERNOR SAID NO POLICEMEN HURT STOP",
        "2,300 VILLAGERS FLED TO SEVARE STOP",
    ]


def test_who_says_one_thing_in_a_telex_does_not_say_the_next() -> None:
    article = Article(TELEX)
    with Summariser(engine=rules_alone()) as summariser:
        summary = summariser.summarise(article)
    assert not ungrounded(summary, article)
    assert summary.humanitarian is not None
    (moved,) = summary.humanitarian.displacement
    assert (moved.value, moved.claimed_by, moved.certainty) == (2300, None, Certainty.STATED)
    for harm in summary.humanitarian.civilian_harm:
        assert (harm.claimed_by, harm.certainty) == (None, Certainty.STATED)


@pytest.mark.parametrize(
    "text",
    [
        "POLICE STOP CAR AND FIND RIFLES, TROOPS STOP BUS ON THE ROAD TO KAYA",
        "THE CROWD DID NOT STOP. IT WAS TO STOP AT A BUS STOP. THEN TWO MEN WERE HURT AT THE STOP.",
        "MAYOR URGES REBELS TO STOP ATTACKS AND CALLS ON ARMY TO STOP SHELLING OF THE MARKET IN THE TOWN",
    ],
)
def test_a_stop_that_is_meant_stays(text: str) -> None:
    assert telex_stops(text) is None


def test_a_telex_may_tell_of_police_who_stop_a_car() -> None:
    done = telex_stops(
        "POLICE STOP CAR NEAR KAYA STOP TWO RIFLES FOUND STOP DRIVER REFUSED TO STOP AT POST STOP"
    )
    assert done is not None
    assert done.after == "POLICE STOP CAR NEAR KAYA. TWO RIFLES FOUND. DRIVER REFUSED TO STOP AT POST."
