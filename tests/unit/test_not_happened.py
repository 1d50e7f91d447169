"""Numbers of what did not happen, or did not befall those who are counted, are no tolls."""

from __future__ import annotations

import pytest

from summariser.drafts import DraftEvent, DraftFigure, EventDraft
from summariser.meanings import figure_candidates
from summariser.polarity import why_not_asserted
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import EventStatus, Measure, SubEventType
from summariser.verify import Ledger, verify_events
from tests.conftest import Read


def labels(read_text: Read, text: str) -> dict[str, str]:
    reading = read_text(text)
    return {
        c.number.text: c.options[0]
        for c in figure_candidates(reading)
        if why_not_asserted(reading, c.number, c.options[0]) is None
    }


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The bomb could have killed 200 people.", {}, "possible"),
        (
            "The device was able to wound 30 people, and it killed two guards.",
            {"two": "measure:killed"},
            "one did",
        ),
        ("They planned to kill 12 judges.", {}, "planned"),
        ("Shelling of Yola on 16 May 2024 killed 28 civilians.", {"28": "measure:killed"}, "a month"),
        ("In May gunmen killed 28 civilians.", {"28": "measure:killed"}, "a month"),
        ("The blast on 16 March may have killed 28 civilians.", {}, "possible"),
        ("Police shot a man who had stabbed 3 people.", {"a": "measure:killed"}, "what he did before"),
        ("Police shot 4 men who had left.", {"4": "measure:killed"}, "these were shot"),
        ("The group tried to kidnap 5 nuns.", {}, "tried"),
        ("The blast killed 12 people.", {"12": "measure:killed"}, "it happened"),
        ("Rescuers saved 45 people and recovered 9 bodies.", {"9": "measure:killed"}, "the saved live"),
        ("The rebels released 14 soldiers.", {}, "set free"),
        ("All 63 passengers survived, but two pilots were killed.", {"two": "measure:killed"}, "survivors"),
        ("The blast did not kill 12 people, as was claimed.", {}, "negated"),
        ("Nobody was killed in the attack on 30 villagers.", {}, "nobody"),
        ("There is no evidence that 15 civilians were killed, the army said.", {}, "no evidence"),
        ("It is not true that 40 civilians were killed.", {}, "untrue"),
        ("The army retracted its claim that 60 rebels had been killed.", {}, "retracted"),
        ("If the dam breaks, up to 5,000 people could be killed.", {}, "possible"),
        ("In the film, a soldier kills 30 villagers.", {}, "fiction"),
        ("No fewer than 12 people were killed.", {"12": "measure:killed"}, "a hedge, no negation"),
        ("Police do not know how 12 people were killed.", {"12": "measure:killed"}, "how is not known"),
        ("The mayor said his brother, 12, was wounded.", {}, "an age"),
        ("Three officers face the death penalty.", {}, "a penalty"),
        ("I would kill 1,000 more, one fighter told her.", {}, "a boast"),
        ("The group freed 30 hostages.", {}, "free again"),
        (
            "The attack left 6 dead and 17 injured.",
            {"6": "measure:killed", "17": "measure:injured"},
            "own nouns",
        ),
    ],
)
def test_only_what_happened_counts(read_text: Read, text: str, expected: dict[str, str], why: str) -> None:
    harm = ("measure:killed", "measure:injured", "measure:abducted")
    found = {k: v for k, v in labels(read_text, text).items() if v in harm}
    assert found == expected, why


def test_the_verifier_refuses_it_whoever_drafted_it(read_text: Read) -> None:
    """A large model answers without the steps: what did not happen is refused all the same."""
    reading = read_text("A bomb went off in Kabul. The blast did not kill 12 people, as was claimed.")
    number = next(n.id for n in reading.numbers if n.text == "12")
    ledger = Ledger(reading, ())
    figure = DraftFigure(number=number, measure=Measure.KILLED)
    draft = DraftEvent(
        sub_type=SubEventType.REMOTE_EXPLOSIVE,
        status=EventStatus.OCCURRED,
        sentences=("S1",),
        figures=(figure,),
    )
    events = verify_events(EventDraft(events=(draft,)), ledger)
    assert events[0].fatalities == ()
    assert [i.words for i in ledger.issues if i.code is IssueCode.NOT_GROUNDED] == ["12"]


@pytest.mark.parametrize("blank", ["\n", "\u00a0", "\u202f"])
@pytest.mark.parametrize(
    "text",
    [
        "Gunmen on motorbikes threatened~to kill 40 hostages in Karsa on Monday.",
        "The police said on Monday that it was not~true that 20 people were killed in Karsa.",
        "Police in the port of Karsa foiled a plot~to kill 20 worshippers on Monday.",
        "Five guards were killed and some 200 people,~among them 30 officers, were injured.",
    ],
)
def test_a_line_end_hides_no_phrase(read_text: Read, text: str, blank: str) -> None:
    """However a line is wrapped, the same is read, and what is cited is cut from the article itself."""
    whole, wrapped = text.replace("~", " "), text.replace("~", blank)
    assert labels(read_text, wrapped) == labels(read_text, whole)
    reading = read_text(wrapped)
    cited = [reading.plain.back(e.start, e.end) for e in reading.evidence("S1")]
    assert [wrapped[start:end] for start, end in cited] == [wrapped]
