"""Verification: what does not hold is refused, and every refusal says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from summariser.attribution import find_statements
from summariser.drafts import (
    DraftAccess,
    DraftDisplacement,
    DraftEvent,
    DraftFigure,
    DraftHarm,
    DraftNeed,
    DraftResponse,
    DraftRisk,
    DraftSite,
    EventDraft,
    HumanitarianDraft,
)
from summariser.reading import Reading
from summariser.schemas import Event, EventFigure, HumanitarianSummary, Issue, IssueCode
from summariser.schemas.codebooks import Certainty, DisplacementTerm, Measure, MovementStatus, SubEventType
from summariser.verify import Ledger, verify_events, verify_humanitarian
from summariser.verify.values import find_in

Read = Callable[..., Reading]
PUBLISHED = date(2025, 11, 18)


def check(
    reading: Reading, events: tuple[DraftEvent, ...] = (), **facts: Any
) -> tuple[tuple[Event, ...], HumanitarianSummary, list[Issue]]:
    """A draft's events, its facts, and the issues."""
    ledger = Ledger(reading, find_statements(reading))
    made = verify_events(EventDraft(events=events), ledger)
    return made, verify_humanitarian(HumanitarianDraft(**facts), ledger), ledger.issues


def event(**fields: Any) -> DraftEvent:
    return DraftEvent(
        **{"sub_type": SubEventType.ATTACK, "status": "occurred", "sentences": ("S1",), **fields}
    )


def killed(number: str, **fields: Any) -> DraftFigure:
    return DraftFigure(number=number, measure=Measure.KILLED, **fields)


def moved(number: str, term: str = "forced_to_flee", **fields: Any) -> DraftDisplacement:
    return DraftDisplacement(**{"number": number, "term": term, "status": MovementStatus.OCCURRED, **fields})


def harm(number: str, measure: str = "killed", **fields: Any) -> DraftHarm:
    return DraftHarm(number=number, measure=measure, **fields)


def codes(issues: list[Issue]) -> list[IssueCode]:
    return [i.code for i in issues]


# What the article does not have

TEXT = (
    "Gunmen killed 12 villagers and wounded 30 near Dorra on Monday, police said. "
    "Some 300 families fled to Karsa."
)
FOREIGN = [
    # draft, its issue's words, part of the reason, why
    ({"events": (event(figures=(killed("N9"),)),)}, "N9", "no number N9", "an unknown number in an event"),
    ({"events": (event(figures=(killed("900"),)),)}, "900", "no number 900", "a number in place of its id"),
    (
        {"events": (event(sentences=("S1", "S9")),)},
        "S9",
        "no such sentence",
        "an unknown sentence beside a known one",
    ),
    ({"events": (event(sentences=("S9",)),)}, "S9", "no such sentence", "an unknown sentence alone"),
    ({"events": (event(place="Paris"),)}, "Paris", "do not stand in the article", "a place"),
    ({"events": (event(side_a=("NATO",)),)}, "NATO", "do not stand in the article", "an actor"),
    ({"events": (event(date="on Friday"),)}, "on Friday", "do not stand in the article", "a date"),
    ({"events": (event(figures=(killed("N1", claimed_by="NATO"),)),)}, "NATO", "No such source", "a source"),
    ({"displacement": (moved("N9"),)}, "N9", "no number N9", "a number of a movement"),
    ({"displacement": (moved("N3", origin="Paris"),)}, "Paris", "do not stand", "an origin"),
    ({"harm": (harm("N9"),)}, "N9", "no number N9", "a number of a harm"),
    ({"needs": (DraftNeed(cluster="WSH", sentence="S9"),)}, "S9", "no such sentence", "a need's sentence"),
    (
        {"access": (DraftAccess(kind="denied", sentence="S9"),)},
        "S9",
        "no such sentence",
        "an access's sentence",
    ),
    (
        {"response": (DraftResponse(status="delivered", sentence="S9"),)},
        "S9",
        "no such sentence",
        "a response's",
    ),
    ({"risks": (DraftRisk(group="men", sentence="S9"),)}, "S9", "no such sentence", "a risk's"),
    ({"sites": (DraftSite(name="Paris", sentences=("S2",)),)}, "Paris", "do not stand", "a camp"),
    ({"sites": (DraftSite(name="Karsa", sentences=("S9",)),)}, "S9", "no such sentence", "a camp's sentence"),
    (
        {"sites": (DraftSite(name="Karsa", sentences=("S2",), conditions=("nowhere",)),)},
        "nowhere",
        "no such sentence",
        "a condition's sentence that is not even an id",
    ),
    (
        {"sites": (DraftSite(name="Karsa", sentences=("S2",), population=("N9",)),)},
        "N9",
        "no number N9",
        "a camp's population",
    ),
]


@pytest.mark.parametrize(("draft", "words", "reason", "why"), FOREIGN)
def test_what_the_article_does_not_have_is_refused_with_its_issue(
    read_text: Read, draft: dict[str, Any], words: str, reason: str, why: str
) -> None:
    made, facts, issues = check(read_text(TEXT, PUBLISHED), **draft)
    found = [i for i in issues if i.words == words]
    assert found, why
    assert all(i.code is IssueCode.NOT_GROUNDED for i in found), why
    assert reason in found[0].reason, why
    assert words not in f"{made!r}{facts!r}", why


def test_a_known_value_brings_no_issue_but_those_of_its_place(read_text: Read) -> None:
    draft = event(figures=(killed("N1"),), side_b=("villagers",), date="on Monday", sentences=("S1",))
    made, _, issues = check(read_text(TEXT, PUBLISHED), (draft,), displacement=(moved("N3"),))
    assert issues == []
    assert len(made) == 1


def test_a_word_inside_another_is_not_that_word(read_text: Read) -> None:
    made, _, issues = check(read_text("Somalian troops killed 12 people in Karsa."), (event(place="Mali"),))
    assert made[0].place is None
    assert [i.words for i in issues] == ["Mali"]


@pytest.mark.parametrize(
    ("text", "words", "at", "why"),
    [
        ("in Mali today", "Mali", 3, "a whole word"),
        ("Somalia and Mali", "Mali", 12, "the whole word, not the first place"),
        ("in Malian towns", "Mali", None, "the beginning of a word"),
        ("(SDF) troops", "SDF", 1, "in brackets"),
        ("the U.N. said", "U.N.", 4, "a final full stop"),
        ("a.b", "a+b", None, "no pattern"),
        ("在巴黎附近", "巴黎", 1, "a script without spaces"),
        ("in Ménaka", "Ménaka", 3, "an accent"),
    ],
)
def test_where_words_stand(text: str, words: str, at: int | None, why: str) -> None:
    assert find_in(text, words) == at, why


# What the sentence does not say

UNSAID = [
    # text, draft, why
    ("Some 30 people were injured.", {"events": (event(figures=(killed("N1"),)),)}, "injured is not killed"),
    ("Some 30 people fled.", {"harm": (harm("N1"),)}, "fled is not killed"),
    ("Some 30 people were killed.", {"harm": (harm("N1", "injured"),)}, "killed is not injured"),
    ("Some 30 people fled.", {"displacement": (moved("N1", "returned"),)}, "fled is not returned"),
    ("Some 30 people fled.", {"displacement": (moved("N1", "evacuated"),)}, "nor evacuated"),
    ("The town was shelled.", {"needs": (DraftNeed(cluster="NUT", sentence="S1"),)}, "nothing of food"),
    ("The town was shelled.", {"risks": (DraftRisk(group="men", sentence="S1"),)}, "nobody is at risk"),
    ("The town was shelled.", {"access": (DraftAccess(kind="mines", sentence="S1"),)}, "no mines"),
    (
        "The town was shelled.",
        {"response": (DraftResponse(status="delivered", sentence="S1"),)},
        "nothing was delivered",
    ),
    (
        "The camp at Karsa is new.",
        {"sites": (DraftSite(name="Karsa", sentences=("S1",), conditions=("S1",)),)},
        "nothing of conditions",
    ),
    (
        "The camp at Karsa took in 300 people.",
        {"sites": (DraftSite(name="Karsa", sentences=("S1",), capacity=("N1",)),)},
        "took in is no capacity",
    ),
]


@pytest.mark.parametrize(("text", "draft", "why"), UNSAID)
def test_what_the_sentence_does_not_say_is_refused(
    read_text: Read, text: str, draft: dict[str, Any], why: str
) -> None:
    made, facts, issues = check(read_text(text), **draft)
    [issue] = [i for i in issues if i.code is IssueCode.NOT_GROUNDED]
    assert issue.sentence == "S1", why
    assert "does not say" in issue.reason or "no word" in issue.reason, why
    counted = [f for e in made for f in (*e.fatalities, *e.injuries)]
    kept = (*facts.displacement, *facts.needs, *facts.civilian_harm, *facts.access, *facts.response)
    assert not counted, why
    assert not (
        *kept,
        *facts.groups_at_risk,
        *(c for s in facts.sites for c in (*s.conditions, *s.capacity)),
    ), why


def test_the_word_may_stand_a_sentence_earlier(read_text: Read) -> None:
    """ "The raid killed them. The mayor counted 12 farmers": near miss of the rule above."""
    _, facts, issues = check(
        read_text("Shells killed them. The mayor counted 12 farmers."), harm=(harm("N1"),)
    )
    assert not [i for i in issues if i.code is IssueCode.NOT_GROUNDED]
    assert facts.civilian_harm[0].value == 12


def test_two_sentences_earlier_is_too_far(read_text: Read) -> None:
    text = "Shells killed them. It rained. The mayor counted 12 farmers."
    _, facts, issues = check(read_text(text), harm=(harm("N1"),))
    assert codes(issues) == [IssueCode.NOT_GROUNDED]
    assert facts.civilian_harm == ()


def test_in_a_language_that_the_lexicon_does_not_cover_the_number_alone_is_checked(read_text: Read) -> None:
    reading = read_text("Mataron a 12 campesinos cerca de Karsa el lunes por la noche.")
    if reading.cues:
        pytest.skip("the lexicon has a word of this sentence")
    _, facts, issues = check(reading, harm=(harm("N1"),), needs=(DraftNeed(cluster="WSH", sentence="S1"),))
    assert [f.value for f in facts.civilian_harm] == [12]
    assert len(facts.needs) == 1
    assert issues == []


def test_there_are_no_parts_of_people(read_text: Read) -> None:
    _, facts, issues = check(read_text("Shells killed 3.4 farmers."), harm=(harm("N1"),))
    assert facts.civilian_harm == ()
    assert any("parts of people" in i.reason for i in issues)
    _, facts, _ = check(read_text("The war has killed 1.2 million farmers."), harm=(harm("N1"),))
    assert [f.value for f in facts.civilian_harm] == [1_200_000]


def test_what_counts_things_cannot_have_been_killed(read_text: Read) -> None:
    made, _, issues = check(
        read_text("Shells killed two men and hit 30 houses."), (event(figures=(killed("N2"),)),)
    )
    assert made[0].fatalities == ()
    [issue] = issues
    assert (issue.code, issue.words) == (IssueCode.INVALID, "30")
    assert "counts people, not homes" in issue.reason


# Dates


def dated(
    read_text: Read, text: str, words: str, *, status: str = "occurred", published: date | None = PUBLISHED
):
    return check(read_text(text, published), (event(date=words, status=status),))


def test_a_date_is_resolved_against_the_day_of_publication(read_text: Read) -> None:
    [made], _, issues = dated(read_text, "Gunmen killed a man on Monday.", "on Monday")
    assert (made.when.start, made.when.end) == (date(2025, 11, 17), date(2025, 11, 17))
    assert made.when.words is not None
    assert made.when.words.text == "on Monday"
    assert issues == []


def test_without_a_day_of_publication_no_date_is_invented(read_text: Read) -> None:
    [made], _, issues = dated(read_text, "Gunmen killed a man on Monday.", "on Monday", published=None)
    assert (made.when.start, made.when.end) == (None, None)
    assert made.when.reason
    assert codes(issues) == [IssueCode.UNRESOLVED_DATE]
    assert issues[0].record == "E1"


def test_a_full_date_needs_no_day_of_publication(read_text: Read) -> None:
    [made], _, _ = dated(read_text, "Gunmen killed a man on 3 March 2024.", "on 3 March 2024", published=None)
    assert made.when.start == date(2024, 3, 3)


def test_what_happened_cannot_have_happened_after_publication(read_text: Read) -> None:
    text = "Gunmen killed a man on 1 December 2025."
    [made], _, issues = dated(read_text, text, "on 1 December 2025")
    assert (made.when.start, made.when.end) == (None, None)
    assert made.when.reason == "The date lies after the day of publication"
    assert codes(issues) == [IssueCode.INVALID]
    assert issues[0].words == "on 1 December 2025"


@pytest.mark.parametrize("status", ["planned", "threatened"])
def test_what_is_to_come_may_lie_after_publication(read_text: Read, status: str) -> None:
    text = "They vowed an attack on 1 December 2025."
    [made], _, issues = dated(read_text, text, "on 1 December 2025", status=status)
    assert made.when.start == date(2025, 12, 1)
    assert issues == []


def test_no_words_for_a_time_leave_it_open_with_a_reason(read_text: Read) -> None:
    [made], _, issues = check(read_text("Gunmen killed a man."), (event(),))
    assert made.when.words is None
    assert made.when.reason
    assert issues == []


# Places


def test_a_country_that_is_inferred_is_marked(read_text: Read) -> None:
    text = "Troops of Mali killed two men in the village of Tinfadimata. Mali called it a success."
    [made], _, issues = check(read_text(text), (event(place="Tinfadimata"),))
    assert made.place is not None
    assert (made.place.country, made.place.country_from) == ("MLI", "context")
    assert made.place.lat is None
    assert [i.code for i in issues] == [IssueCode.INFERRED]
    assert (issues[0].record, issues[0].words) == ("E1", "Tinfadimata")


def test_a_place_that_nothing_is_known_of_stays_open_and_says_so(read_text: Read) -> None:
    [made], _, issues = check(
        read_text("Gunmen killed two men in Tinfadimata."), (event(place="Tinfadimata"),)
    )
    assert made.place is not None
    assert (made.place.country, made.place.precision) == (None, "unresolved")
    assert made.place.reason
    assert codes(issues) == [IssueCode.UNRESOLVED_PLACE]


def test_a_known_place_needs_no_issue(read_text: Read) -> None:
    [made], _, issues = check(read_text("Gunmen killed two men in Mosul, Iraq."), (event(place="Mosul"),))
    assert made.place is not None
    assert made.place.country == "IRQ"
    assert made.place.lat is not None
    assert issues == []


def test_those_who_return_go_to_the_country_they_are_named_after_and_it_is_marked(read_text: Read) -> None:
    reading = read_text("Some 300 Syrians returned from the camp on Monday.", PUBLISHED)
    _, facts, issues = check(reading, displacement=(moved("N1", "returned"),))
    [figure] = facts.displacement
    assert figure.destination is not None
    assert (figure.destination.country, figure.destination.country_from) == ("SYR", "context")
    assert figure.destination.words.text == "Syrians"
    assert codes(issues) == [IssueCode.INFERRED]


# Sides


def test_one_actor_is_on_one_side_only(read_text: Read) -> None:
    text = "The SDF attacked Karsa; the Syrian Democratic Forces killed two men."
    draft = event(side_a=("SDF",), side_b=("Syrian Democratic Forces",))
    [made], _, issues = check(read_text(text), (draft,))
    assert [(a.role, a.name) for a in made.actors] == [("side_a", "Syrian Democratic Forces")]
    assert codes(issues) == [IssueCode.INVALID]
    assert "already has another role" in issues[0].reason


def test_two_names_of_one_actor_are_one_actor(read_text: Read) -> None:
    text = "The SDF attacked Karsa; the Syrian Democratic Forces killed two men."
    [made], _, issues = check(read_text(text), (event(side_a=("SDF", "Syrian Democratic Forces")),))
    assert [a.words.text for a in made.actors] == ["SDF"]
    assert issues == []


def test_a_side_does_not_support_itself(read_text: Read) -> None:
    text = "The army attacked Karsa, backed by the army, and killed two men."
    [made], _, issues = check(read_text(text), (event(side_a=("army",), support_a=("army",)),))
    assert len(made.actors) == 1
    assert codes(issues) == [IssueCode.INVALID]


def test_a_verb_is_no_means(read_text: Read) -> None:
    text = "Jets carried out 20 air raids on Karsa destroying vehicles."
    [made], _, _ = check(read_text(text), (event(sub_type=SubEventType.AIR_STRIKE),))
    assert [m.words for m in made.means] == ["Jets", "air raids"]


def test_means_are_named_where_the_kind_of_event_has_any(read_text: Read) -> None:
    text = "Jets carried out an air strike on Karsa. Rockets hit the town."
    strike = event(sub_type=SubEventType.AIR_STRIKE)
    shells = event(sub_type=SubEventType.SHELLING, sentences=("S2",))
    attack = event(sub_type=SubEventType.ATTACK, sentences=("S2",))
    march = event(sub_type=SubEventType.PEACEFUL_PROTEST, sentences=("S2",))
    made, _, _ = check(read_text(text), (strike, shells, attack, march))
    assert [m.words for m in made[1].means] == ["Rockets"]
    assert [m.words for m in made[2].means] == ["Rockets"]
    assert made[3].means == ()
    assert all(m.evidence[0].sentence == "S1" for m in made[0].means)
    assert made[0].means


# Repeats


def test_an_event_that_is_told_twice_is_one(read_text: Read) -> None:
    made, _, issues = check(read_text(TEXT, PUBLISHED), (event(), event()))
    assert [e.id for e in made] == ["E1"]
    assert codes(issues) == [IssueCode.DUPLICATE]
    assert issues[0].record == "E1"


def test_the_figures_of_the_repeat_are_not_lost(read_text: Read) -> None:
    wounded = DraftFigure(number="N2", measure=Measure.INJURED)
    [made], _, issues = check(
        read_text(TEXT, PUBLISHED), (event(figures=(killed("N1"),)), event(figures=(killed("N1"), wounded)))
    )
    assert [f.value for f in made.fatalities] == [12]
    assert [f.value for f in made.injuries] == [30]
    assert codes(issues) == [IssueCode.DUPLICATE]


def test_the_issues_of_the_repeat_are_about_the_event_that_is_kept(read_text: Read) -> None:
    """Near miss: the next event takes the number that the repeat would have had."""
    text = "Gunmen killed a man in Tinfadimata on Monday. Shells hit Karsa."
    first, repeat = event(), event(figures=())
    other = event(sub_type=SubEventType.SHELLING, sentences=("S2",))
    made, _, issues = check(read_text(text), (first, repeat, other))
    assert [e.id for e in made] == ["E1", "E2"]
    assert made[1].sub_type is SubEventType.SHELLING
    assert {i.record for i in issues} <= {"E1", None}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"place": "Dorra"}, {"place": "Karsa"}, "another town"),
        ({"date": "on Monday"}, {"date": "on Sunday"}, "another day"),
        ({"side_a": ("gunmen",)}, {"side_a": ("army",)}, "another side"),
        ({}, {"sub_type": SubEventType.ABDUCTION}, "another kind"),
        ({}, {"sentences": ("S1", "S2")}, "told elsewhere"),
    ],
)
def test_what_differs_is_no_repeat(
    read_text: Read, one: dict[str, Any], other: dict[str, Any], why: str
) -> None:
    text = "The gunmen and the army attacked Dorra and Karsa on Monday and on Sunday. Two men were abducted."
    made, _, issues = check(read_text(text, PUBLISHED), (event(**one), event(**other)))
    assert len(made) == 2, why
    assert IssueCode.DUPLICATE not in codes(issues), why


def test_a_number_that_is_given_twice_is_one_figure_with_both_sentences(read_text: Read) -> None:
    text = "Blast kills 12 people.\n\nA blast killed 12 people in Karsa on Monday, police said."
    [made], _, _ = check(
        read_text(text, PUBLISHED), (event(sentences=("S1", "S2"), figures=(killed("N1"), killed("N2"))),)
    )
    [figure] = made.fatalities
    assert figure.claimed_by is not None, "the fuller one is kept"
    assert [e.sentence for e in figure.evidence] == ["S2", "S1"]
    assert figure.words.start >= figure.evidence[0].start


def test_two_sources_of_one_number_are_two_claims(read_text: Read) -> None:
    text = "The army said 12 men were killed. The governor said 12 men were killed."
    draft = event(sentences=("S1", "S2"), figures=(killed("N1"), killed("N2")))
    [made], _, _ = check(read_text(text), (draft,))
    assert [f.claimed_by and f.claimed_by.name for f in made.fatalities] == ["army", "governor"]


APART = [
    ("The army said 12 men were killed. The governor said 13 men were killed.", "two numbers"),
    ("Some 12 men were killed. At least 12 men were killed.", "two hedges"),
    ("The blast killed 12 soldiers. It killed 12 children.", "two groups"),
    ("The blast killed 12 men. The army denied that 12 men were killed.", "a statement and its denial"),
    ("The blast killed 12 people. It killed 12 families.", "two units"),
]


@pytest.mark.parametrize(("text", "why"), APART)
def test_figures_that_contradict_each_other_stay_apart(read_text: Read, text: str, why: str) -> None:
    draft = event(sentences=("S1", "S2"), figures=(killed("N1"), killed("N2")))
    [made], _, _ = check(read_text(text), (draft,))
    assert len(made.fatalities) == 2, why


MOVES_APART = [
    ({"origin": "Mosul"}, {"origin": "Kirkuk"}, 2, "two towns"),
    ({"date": "on Monday"}, {"date": "on Sunday"}, 2, "two days"),
    ({"origin": "Mosul"}, {"destination": "Kirkuk"}, 1, "an origin and a destination are no contradiction"),
    ({"origin": "Mosul"}, {}, 1, "one of them does not say"),
    ({"place": "Mosul"}, {"place": "Iraq"}, 1, "a town and its country"),
    ({}, {"status": "planned"}, 2, "done and planned"),
    ({}, {"term": "displaced"}, 2, "two terms"),
]


@pytest.mark.parametrize(("one", "other", "count", "why"), MOVES_APART)
def test_when_two_movements_of_one_number_are_two(
    read_text: Read, one: dict[str, Any], other: dict[str, Any], count: int, why: str
) -> None:
    text = (
        "Some 500 displaced people fled Mosul, Iraq, on Monday. "
        "Some 500 displaced people fled Kirkuk on Sunday."
    )
    _, facts, _ = check(read_text(text, PUBLISHED), displacement=(moved("N1", **one), moved("N2", **other)))
    assert len(facts.displacement) == count, why


def test_figure_ids_are_unique_in_a_summary(read_text: Read) -> None:
    made, facts, _ = check(
        read_text(TEXT, PUBLISHED),
        (event(figures=(killed("N1"),)),),
        harm=(harm("N1"),),
        displacement=(moved("N3"),),
    )
    ids = [f.id for f in (*made[0].fatalities, *facts.civilian_harm, *facts.displacement)]
    assert len(set(ids)) == len(ids) == 3


# Claims


def figure_in(read_text: Read, text: str, **fields: Any) -> EventFigure:
    [made], _, _ = check(read_text(text), (event(figures=(killed("N1", **fields),)),))
    return made.fatalities[0]


@pytest.mark.parametrize(
    ("text", "certainty", "source", "why"),
    [
        ("A blast killed 12 men.", "stated", None, "nobody says so"),
        ("Police said a blast killed 12 men.", "claimed", "police", "somebody does"),
        ("Police confirmed that a blast killed 12 men.", "confirmed", "police", "who is sure"),
        ("The army denied that it killed 12 men.", "denied", "army", "who denies it"),
        (
            "Police said it killed 12 men, but the army rejected the figure.",
            "disputed",
            "police",
            "another denies it",
        ),
        ("Police said it killed an estimated 12 men.", "estimated", "police", "an estimate"),
        (
            "The army, which killed 12 men, denied that it had wounded 5.",
            "claimed",
            "army",
            "another number is denied",
        ),
    ],
)
def test_how_sure_a_figure_is_and_by_whom(
    read_text: Read, text: str, certainty: str, source: str | None, why: str
) -> None:
    figure = figure_in(read_text, text)
    assert figure.certainty == Certainty(certainty), why
    assert (figure.claimed_by and figure.claimed_by.name) == source, why


@pytest.mark.parametrize(
    ("given", "kept"),
    [("claimed", "stated"), ("denied", "disputed"), ("estimated", "estimated"), ("confirmed", "confirmed")],
)
def test_a_model_cannot_claim_for_nobody(read_text: Read, given: str, kept: str) -> None:
    assert figure_in(read_text, "A blast killed 12 men.", certainty=given).certainty == Certainty(kept)


def test_a_models_own_choice_of_source_must_stand_near_the_number(read_text: Read) -> None:
    text = "The governor met the press. A blast killed 12 men."
    reading = read_text(text)
    [made], _, issues = check(
        reading, (event(sentences=("S2",), figures=(killed("N1", claimed_by="governor"),)),)
    )
    [figure] = made.fatalities
    assert figure.claimed_by is not None
    assert figure.claimed_by.words.text == "governor"
    assert [e.sentence for e in figure.evidence] == ["S2", "S1"]
    assert issues == []


def test_too_far_from_the_number_it_is_refused(read_text: Read) -> None:
    text = "The governor met the press. It rained. It rained. It rained. A blast killed 12 men."
    draft = event(sentences=("S5",), figures=(killed("N1", claimed_by="governor"),))
    [made], _, issues = check(read_text(text), (draft,))
    assert made.fatalities[0].claimed_by is None
    assert [(i.code, i.words) for i in issues] == [(IssueCode.NOT_GROUNDED, "governor")]


def test_a_figure_of_an_actors_people_names_the_actor(read_text: Read) -> None:
    figure = figure_in(read_text, "The army killed 12 SDF fighters.")
    assert (figure.affiliation, figure.group, figure.counted) == (
        "Syrian Democratic Forces",
        "fighters",
        "SDF fighters",
    )


@pytest.mark.parametrize(
    ("text", "words", "value", "low", "high", "qualifier"),
    [
        ("A blast killed 12 men.", "12", 12, None, None, "exactly"),
        ("A blast killed at least 12 men.", "at least 12", 12, 12, None, "at_least"),
        ("A blast killed between 20 and 30 men.", "between 20 and 30", None, 20, 30, "between"),
        ("A blast killed dozens of men.", "dozens", None, 12, None, "dozens"),
        ("A blast killed more than 1,200 men.", "more than 1,200", 1200, 1200, None, "at_least"),
    ],
)
def test_a_figure_is_its_words_and_what_they_say(
    read_text: Read,
    text: str,
    words: str,
    value: int | None,
    low: int | None,
    high: int | None,
    qualifier: str,
) -> None:
    figure = figure_in(read_text, text)
    assert (figure.words.text, figure.value, figure.low, figure.high) == (words, value, low, high)
    assert figure.qualifier == qualifier
    assert figure.derived is None


def test_one_that_is_meant_by_a_noun_is_marked_as_derived(read_text: Read) -> None:
    figure = figure_in(read_text, "A priest was killed in Karsa.")
    assert (figure.value, figure.words.text) == (1, "A priest")
    assert figure.derived is not None
    assert figure.derived.sources == ("A",)


def test_a_range_that_runs_backwards_is_refused_or_read_in_order(read_text: Read) -> None:
    """No figure of a summary has a high below its low, whatever the text says."""
    made, _, issues = check(
        read_text("A blast killed between 30 and 20 men."), (event(figures=(killed("N1"),)),)
    )
    for figure in made[0].fatalities:
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert made[0].fatalities or codes(issues) == [IssueCode.INVALID]


# Sites

CAMP = "The camp at Karsa was built for 6,000 people. It now shelters 15,000."


def site(**fields: Any) -> DraftSite:
    return DraftSite(**{"name": "Karsa", "sentences": ("S1", "S2"), **fields})


def test_a_ratio_is_computed_from_one_population_and_one_capacity(read_text: Read) -> None:
    _, facts, _ = check(read_text(CAMP), sites=(site(population=("N2",), capacity=("N1",)),))
    [camp] = facts.sites
    assert camp.overcrowding_ratio == 2.5
    assert camp.ratio_derived is not None
    assert camp.ratio_derived.sources == (camp.population[0].id, camp.capacity[0].id)


@pytest.mark.parametrize(
    ("text", "population", "capacity", "why"),
    [
        (CAMP, ("N2",), (), "no capacity"),
        (CAMP, (), ("N1",), "no population"),
        (f"{CAMP} The governor said it shelters 9,000.", ("N2", "N3"), ("N1",), "two populations: a choice"),
        (
            "The camp at Karsa was built for 6,000 people. It now shelters 1,500 families.",
            ("N2",),
            ("N1",),
            "families in place of people",
        ),
    ],
)
def test_otherwise_there_is_no_ratio(
    read_text: Read, text: str, population: tuple[str, ...], capacity: tuple[str, ...], why: str
) -> None:
    _, facts, _ = check(read_text(text), sites=(site(population=population, capacity=capacity),))
    [camp] = facts.sites
    assert (len(camp.population), len(camp.capacity)) == (len(population), len(capacity)), why
    assert camp.overcrowding_ratio is None, why
    assert camp.ratio_derived is None, why


def test_a_condition_is_in_the_words_of_the_text_and_of_its_speaker(read_text: Read) -> None:
    text = "The camp at Karsa is full. Conditions there are extremely dire, UNHCR said."
    _, facts, _ = check(read_text(text), sites=(site(conditions=("S2",)),))
    [condition] = facts.sites[0].conditions
    assert (condition.words, condition.severity) == ("extremely dire", "critical")
    assert condition.claimed_by is not None
    assert condition.claimed_by.name == "UNHCR"


# Movements


def test_planned_returns_stand_in_their_own_list(read_text: Read) -> None:
    text = "Some 300 people returned to Karsa. About 600 are due to return next week."
    drafts = (moved("N1", "returned"), moved("N2", "returned", status="planned"))
    _, facts, _ = check(read_text(text, PUBLISHED), displacement=drafts)
    assert [f.value for f in facts.displacement] == [300]
    assert [f.value for f in facts.planned_returns] == [600]


def test_a_planned_evacuation_is_no_return(read_text: Read) -> None:
    text = "About 600 people are to be evacuated next week."
    _, facts, _ = check(
        read_text(text, PUBLISHED), displacement=(moved("N1", "evacuated", status="planned"),)
    )
    assert facts.planned_returns == ()
    assert facts.displacement[0].status == "planned"


@pytest.mark.parametrize(
    ("text", "cause", "why"),
    [
        ("Floods displaced 300 people.", "disaster", "by the sentence"),
        ("Fighting displaced 300 people.", "conflict", "by the sentence"),
        ("The river burst its banks. Some 300 people were displaced.", "disaster", "by the one before"),
        ("Some 300 people were displaced.", "unknown", "nothing says so"),
        ("Fighting and floods displaced 300 people.", "unknown", "two causes are no one cause"),
    ],
)
def test_what_set_people_in_motion(read_text: Read, text: str, cause: str, why: str) -> None:
    _, facts, _ = check(read_text(text), displacement=(moved("N1", "displaced"),))
    assert facts.displacement[0].cause == cause, why


def test_homes_cannot_flee(read_text: Read) -> None:
    _, facts, issues = check(read_text("Some 300 houses burned as people fled."), displacement=(moved("N1"),))
    assert facts.displacement == ()
    assert codes(issues) == [IssueCode.INVALID]
    assert "counts people or households" in issues[0].reason


def test_every_term_of_the_codebook_can_be_verified(read_text: Read) -> None:
    """A term without any cue could never be in a summary."""
    said = {t for t in DisplacementTerm if t is not DisplacementTerm.OTHER}
    text = " ".join(
        (
            "Some 10 people were displaced.",
            "Some 10 people were evacuated.",
            "Some 10 people fled.",
            "Some 10 people were relocated.",
            "Some 10 people were sheltered.",
            "Some 10 people were in relief camps.",
            "Some 10 houses were destroyed.",
            "Some 10 houses were damaged.",
            "Some 10 houses were uninhabitable.",
            "Some 10 people were left homeless.",
            "Some 10 people returned.",
            "Some 10 people were affected.",
        )
    )
    drafts = tuple(moved(f"N{i}", t) for i, t in enumerate(DisplacementTerm, 1) if t in said)
    _, facts, issues = check(read_text(text), displacement=drafts)
    assert {f.term for f in facts.displacement} == said
    assert issues == []


# Needs, access, help


def test_a_need_has_the_worst_word_of_its_sentence(read_text: Read) -> None:
    text = "Water is limited and the lack of latrines is catastrophic, the Red Cross said."
    _, facts, issues = check(read_text(text), needs=(DraftNeed(cluster="WSH", sentence="S1"),))
    [need] = facts.needs
    assert (need.severity, need.severity_words) == ("critical", "catastrophic")
    assert need.claimed_by is not None
    assert issues == []


def test_a_need_without_such_a_word_says_nothing_of_severity(read_text: Read) -> None:
    _, facts, _ = check(read_text("They need water."), needs=(DraftNeed(cluster="WSH", sentence="S1"),))
    assert (facts.needs[0].severity, facts.needs[0].severity_words) == ("unstated", None)


def test_who_helps_goes_under_the_canonical_name(read_text: Read) -> None:
    text = "The Red Cross delivered food to 300 families in Karsa."
    draft = DraftResponse(status="delivered", sentence="S1", actor="Red Cross", numbers=("N1",))
    _, facts, _ = check(read_text(text), response=(draft,))
    [response] = facts.response
    assert response.actor == "International Committee of the Red Cross"
    assert [f.value for f in response.reached] == [300]


def test_where_the_helper_is_named_is_evidence_too(read_text: Read) -> None:
    text = "The Red Cross works in Karsa. Food was delivered to 300 families."
    draft = DraftResponse(status="delivered", sentence="S2", actor="Red Cross", numbers=("N1",))
    _, facts, _ = check(read_text(text), response=(draft,))
    assert {e.sentence for e in facts.response[0].evidence} == {"S1", "S2"}


def test_the_same_issue_is_written_once(read_text: Read) -> None:
    draft = event(place="Paris")
    _, _, issues = check(read_text(TEXT, PUBLISHED), (draft, event(place="Paris", side_b=("villagers",))))
    assert [i.words for i in issues].count("Paris") == 1
