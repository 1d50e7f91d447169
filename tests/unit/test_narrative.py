"""The narrative: no number that is not a verified figure's, and no fact without its sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from answers import draw
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample import EXAMPLE, sample_summary

from summariser.articles import Article
from summariser.attribution import find_statements
from summariser.drafts import (
    DraftAccess,
    DraftDisplacement,
    DraftEvent,
    DraftFigure,
    DraftLine,
    DraftResponse,
    DraftRisk,
    DraftSite,
    EventDraft,
    HumanitarianDraft,
)
from summariser.engines.loop import run_sync
from summariser.engines.scripted import ScriptedEngine
from summariser.evals.grounding import figures_of, ungrounded
from summariser.narrative import accept_lines, narrate_events, narrate_facts
from summariser.normalise.places import PlaceResolver
from summariser.pipeline import summarise_article
from summariser.reading import Reading
from summariser.schemas import Event, Figure, HumanitarianSummary, IssueCode, Narrative
from summariser.schemas.codebooks import DisplacementTerm, EventStatus, Measure, MovementStatus, SubEventType
from summariser.verify import Ledger, verify_events, verify_humanitarian

Read = Callable[..., Reading]
PUBLISHED = date(2025, 11, 18)
TEXT = (
    "The army killed at least 38 Red Column fighters near Dorra on Friday, the governor said. "
    "Some 1,200 families fled to Karsa. The rebels denied that 38 men were killed."
)


def ledger_of(reading: Reading) -> Ledger:
    return Ledger(reading, find_statements(reading))


def lines_of(narrative: Narrative | None) -> list[str]:
    return [] if narrative is None else [narrative.headline.text, *(s.text for s in narrative.sentences)]


def attack(**fields: Any) -> DraftEvent:
    given = {"sub_type": SubEventType.ARMED_CLASH, "status": EventStatus.OCCURRED, "sentences": ("S1",)}
    return DraftEvent(**{**given, **fields})


def clash(reading: Reading, *drafts: DraftEvent) -> tuple[Event, ...]:
    return verify_events(EventDraft(events=drafts), ledger_of(reading))


def moved(
    number: str, term: DisplacementTerm = DisplacementTerm.FORCED_TO_FLEE, **fields: Any
) -> DraftDisplacement:
    return DraftDisplacement(**{"number": number, "term": term, "status": MovementStatus.OCCURRED, **fields})


def facts(reading: Reading, **draft: Any) -> HumanitarianSummary:
    return verify_humanitarian(HumanitarianDraft(**draft), ledger_of(reading))


# Composed from records


def test_an_event_in_words(read_text: Read) -> None:
    reading = read_text(TEXT, PUBLISHED)
    draft = attack(
        side_a=("army",), side_b=("Red Column",), date="on Friday", place="Dorra",
        figures=(DraftFigure(number="N1", measure=Measure.KILLED),),
    )  # fmt: skip
    narrative = narrate_events(clash(reading, draft))
    assert narrative is not None
    [sentence] = narrative.sentences
    for words in (
        "Armed clash",
        "Dorra",
        "2025-11-14",
        "army",
        "against",
        "at least 38",
        "killed",
        "governor",
    ):
        assert words in sentence.text
    assert sentence.figures == ("F1",)
    assert narrative.headline.figures == ("F1",)
    assert "at least 38" in narrative.headline.text


def test_no_event_no_narrative_and_no_fact_none_either() -> None:
    assert narrate_events(()) is None
    assert narrate_facts(HumanitarianSummary()) is None


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("planned", "(planned)"),
        ("threatened", "(threatened)"),
        ("attempted", "(attempted)"),
        ("denied", "(denied)"),
    ],
)
def test_what_did_not_take_place_is_not_told_as_if_it_had(read_text: Read, status: str, words: str) -> None:
    narrative = narrate_events(clash(read_text(TEXT), attack(status=EventStatus(status))))
    assert narrative is not None
    assert words in narrative.sentences[0].text


def test_a_denial_is_told_as_one_and_never_in_the_headline(read_text: Read) -> None:
    text = "The army attacked Dorra. The rebels denied that 38 men were killed."
    draft = attack(sentences=("S1", "S2"), figures=(DraftFigure(number="N1", measure=Measure.KILLED),))
    narrative = narrate_events(clash(read_text(text), draft))
    assert narrative is not None
    assert "denied by rebels" in narrative.sentences[0].text
    assert "38" not in narrative.headline.text
    assert narrative.headline.figures == ()


def test_the_headline_is_of_the_event_with_the_highest_toll(read_text: Read) -> None:
    text = "Shelling in Karsa killed 3 people. A bomb in Dorra killed 40 people."
    small = attack(
        sub_type=SubEventType.SHELLING,
        place="Karsa",
        figures=(DraftFigure(number="N1", measure=Measure.KILLED),),
    )
    large = attack(
        sub_type=SubEventType.REMOTE_EXPLOSIVE, sentences=("S2",), place="Dorra",
        figures=(DraftFigure(number="N2", measure=Measure.KILLED),),
    )  # fmt: skip
    narrative = narrate_events(clash(read_text(text), small, large))
    assert narrative is not None
    assert "40" in narrative.headline.text
    assert "Dorra" in narrative.headline.text
    assert ["Karsa" in narrative.sentences[0].text, "Dorra" in narrative.sentences[1].text] == [True, True]


def test_a_movement_in_words(read_text: Read) -> None:
    narrative = narrate_facts(facts(read_text(TEXT), displacement=(moved("N2", destination="Karsa"),)))
    assert narrative is not None
    assert narrative.sentences[0].text == "Some 1,200 families fled or were forced to flee to Karsa."
    assert narrative.headline.text == "Some 1,200 families fled or were forced to flee to Karsa"
    assert narrative.headline.figures == narrative.sentences[0].figures == ("F1",)


def test_a_planned_return_is_expected(read_text: Read) -> None:
    reading = read_text("About 600 refugees are expected to return to Karsa next week.", PUBLISHED)
    planned = moved("N1", DisplacementTerm.RETURNED, status=MovementStatus.PLANNED)
    narrative = narrate_facts(facts(reading, displacement=(planned,)))
    assert narrative is not None
    assert "expected to return" in narrative.sentences[0].text


@pytest.mark.parametrize(
    ("text", "draft", "words", "why"),
    [
        (
            "Aid convoys to Karsa were turned back.",
            {"access": (DraftAccess(kind="denied", sentence="S1"),)},
            "denied",
            "only access",
        ),
        (
            "The Red Cross delivered food.",
            {"response": (DraftResponse(status="delivered", sentence="S1", actor="Red Cross"),)},
            "International Committee of the Red Cross",
            "only help",
        ),
        (
            "Young men in the town fear reprisals.",
            {"risks": (DraftRisk(group="men", sentence="S1"),)},
            "men",
            "only a group at risk",
        ),
        (
            "They went to the camp at Karsa.",
            {"sites": (DraftSite(name="Karsa", sentences=("S1",)),)},
            "Karsa is named as a camp",
            "only a camp",
        ),
        (
            "The camp at Karsa was built for 6,000 people.",
            {"sites": (DraftSite(name="Karsa", sentences=("S1",), capacity=("N1",)),)},
            "room for 6,000",
            "only its capacity",
        ),
    ],
)
def test_no_fact_leaves_the_narrative_empty(
    read_text: Read, text: str, draft: dict[str, Any], words: str, why: str
) -> None:
    narrative = narrate_facts(facts(read_text(text), **draft))
    assert narrative is not None, why
    assert words in narrative.sentences[0].text, why


def test_a_headline_is_never_longer_than_twenty_words(read_text: Read) -> None:
    names = " and ".join(
        f"the {word} Liberation Front of the Northern Hills" for word in ("Red", "Green", "Blue")
    )
    text = f"Fighters of {names} attacked the town of Dorra and killed 12 people."
    reading = read_text(text)
    sides = tuple(n.text for n in reading.names if "Front" in n.text)
    assert sides
    draft = attack(side_a=sides, place="Dorra", figures=(DraftFigure(number="N1", measure=Measure.KILLED),))
    narrative = narrate_events(clash(reading, draft))
    assert narrative is not None
    assert len(narrative.headline.text.split()) <= 20


# What a model wrote

FIGURE_DRAFT = attack(
    date="on Friday",
    figures=(
        DraftFigure(number="N1", measure=Measure.KILLED),
        DraftFigure(number="N2", measure=Measure.INJURED),
    ),
)
MODEL_TEXT = "A clash near Dorra on Friday killed 38 people and injured dozens of M-23 fighters, police said."


def line(text: str, *sentences: str) -> DraftLine:
    return DraftLine(text=text, sentences=sentences or ("S1",))


def accepted(
    reading: Reading, headline: str, *lines: DraftLine
) -> tuple[Narrative | None, Narrative, Ledger]:
    """What becomes of a model's lines, the composed narrative, and the ledger."""
    ledger = ledger_of(reading)
    events = verify_events(EventDraft(events=(FIGURE_DRAFT,)), ledger)
    composed = narrate_events(events)
    assert composed is not None
    figures: list[Figure] = [f for e in events for f in (*e.fatalities, *e.injuries)]
    assert len(figures) == 2
    days = [d for e in events for d in (e.when.start, e.when.end) if d]
    return accept_lines(line(headline), lines, figures, days, composed, ledger), composed, ledger


GOOD_LINES = [
    ("A clash near Dorra killed 38 people.", "a figure"),
    ("The clash injured dozens.", "a vague figure"),
    ("Fighting broke out near Dorra.", "no number at all"),
    ("It happened on 14 November 2025.", "the day of the event"),
    ("M-23 fighters were hurt.", "a code that the article has"),
    ("Clash Near Dorra Kills 38, Injures Dozens", "capitals throughout, words that begin alike"),
    ("Bombs fell. Heavy fighting went on near Dorra.", "ordinary words at the start of a sentence"),
]
BAD_LINES = [
    ("A clash killed 40 people.", "40", "another number"),
    ("A clash killed forty people.", "forty", "another number in words"),
    ("A clash killed between 30 and 40 people.", "between 30 and 40", "a range of its own"),
    ("Some 14 people were killed.", "14", "a count is no day of the month"),
    ("Some 38 per cent were killed.", "38", "a percentage is no count"),
    ("Hundreds were killed.", "Hundreds", "another vague number"),
    ("H1N1 killed people.", "H1N1", "a code that the article does not have"),
    ("It killed x900.", "x900", "digits that read as no number"),
    ("It happened on 15 November.", "15", "another day"),
    ("It happened on a Sunday.", "Sunday", "another weekday"),
    ("NATO jets struck Dorra.", "NATO", "a name from elsewhere at the start"),
    ("Jets of NATO struck Dorra.", "NATO", "and within"),
    ("A clash near Karsa killed 38 people.", "Karsa", "another town"),
    ("Clash In Paris Kills 38", "Paris", "a name among capitals"),
]


@pytest.mark.parametrize(("text", "why"), GOOD_LINES)
def test_a_line_with_verified_numbers_is_kept_letter_for_letter(read_text: Read, text: str, why: str) -> None:
    narrative, _, ledger = accepted(read_text(MODEL_TEXT, PUBLISHED), "A clash near Dorra", line(text))
    assert lines_of(narrative) == ["A clash near Dorra", text], why
    assert not [i for i in ledger.issues if i.step == "narrative"]


@pytest.mark.parametrize(("text", "words", "why"), BAD_LINES)
def test_a_line_with_another_number_is_dropped_with_an_issue(
    read_text: Read, text: str, words: str, why: str
) -> None:
    good = line("Fighting broke out near Dorra.")
    narrative, _, ledger = accepted(read_text(MODEL_TEXT, PUBLISHED), "A clash near Dorra", line(text), good)
    assert lines_of(narrative) == ["A clash near Dorra", good.text], why
    [issue] = [i for i in ledger.issues if i.step == "narrative"]
    assert (issue.code, issue.words) == (IssueCode.NOT_GROUNDED, words), why


def test_the_figures_of_a_line_are_those_that_it_uses(read_text: Read) -> None:
    reading = read_text(MODEL_TEXT, PUBLISHED)
    narrative, _, _ = accepted(
        reading, "Dozens hurt", line("A clash killed 38 and injured dozens."), line("Nothing.")
    )
    assert narrative is not None
    assert narrative.headline.figures == ("F2",)
    assert [s.figures for s in narrative.sentences] == [("F1", "F2"), ()]


@pytest.mark.parametrize(
    ("headline", "lines", "reason", "why"),
    [
        (
            "900 dead near Dorra",
            [line("A clash near Dorra.")],
            "no verified figure",
            "a foreign number in the headline",
        ),
        (" ".join(["word"] * 21), [line("A clash near Dorra.")], "more than 20 words", "a long headline"),
        ("A clash", [line("900 died.")], "no verified figure", "no line left"),
        (
            "A clash",
            [line("A clash near Dorra.", "S9")],
            "rests on no sentence",
            "a sentence that is not there",
        ),
        ("A clash", [line("  ")], "rests on no sentence", "a line without words"),
    ],
)
def test_a_narrative_that_does_not_hold_gives_way_to_the_composed_one(
    read_text: Read, headline: str, lines: list[DraftLine], reason: str, why: str
) -> None:
    narrative, composed, ledger = accepted(read_text(MODEL_TEXT, PUBLISHED), headline, *lines)
    assert narrative == composed, why
    assert any(reason in i.reason for i in ledger.issues if i.step == "narrative"), why


def test_a_narrative_of_nothing_is_dropped_with_an_issue(read_text: Read) -> None:
    ledger = ledger_of(read_text(MODEL_TEXT))
    assert accept_lines(line("All quiet"), [line("Nothing.")], [], [], None, ledger) is None
    assert [i.code for i in ledger.issues] == [IssueCode.NOT_GROUNDED]


def test_at_most_five_lines_are_kept(read_text: Read) -> None:
    lines = [
        line(f"A clash near Dorra, {word} day.") for word in ("dry", "hot", "wet", "cold", "dull", "long")
    ]
    narrative, _, _ = accepted(read_text(MODEL_TEXT, PUBLISHED), "A clash", *lines)
    assert narrative is not None
    assert [s.text for s in narrative.sentences] == [x.text for x in lines[:5]]


# Over whole summaries


def test_every_narrative_number_of_the_hand_made_sample_is_listed() -> None:
    summary = sample_summary()
    known = {f.id for f in figures_of(summary)}
    for half in (summary.events, summary.humanitarian):
        assert half is not None
        assert half.narrative is not None
        for told in (half.narrative.headline, *half.narrative.sentences):
            assert set(told.figures) <= known


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), strategy=st.sampled_from(["stepwise", "single"]))
def test_whatever_a_model_chooses_no_narrative_holds_another_number(
    resolver: PlaceResolver, seed: int, strategy: Any
) -> None:
    article = Article(EXAMPLE.read_text(encoding="utf-8"), published=PUBLISHED)
    texts = (
        "A clash killed 41 fighters.",
        "Some 900 died.",
        "It happened on Saturday.",
        "Dozens were hurt.",
        "",
    )
    engine = ScriptedEngine(draw(seed, texts), strategy=strategy, context_tokens=32_000)
    summary = run_sync(summarise_article(article, engine, resolver))
    assert ungrounded(summary, article) == []
    for half in (summary.events, summary.humanitarian):
        if half is not None and half.narrative is not None:
            assert len(half.narrative.headline.text.split()) <= 20
            assert 1 <= len(half.narrative.sentences) <= 5
