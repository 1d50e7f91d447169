"""What holds for every brief, whatever its articles tell."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.brief import Brief, make_brief
from summariser.schemas import Event, Summary
from summariser.schemas.codebooks import DatePrecision, EventStatus
from tests.unit.reports import AIR, BOMB, CLASH, SHELLING, event, summary

_EVENTS = st.builds(
    event,
    st.one_of(st.none(), st.integers(4, 8)),
    st.sampled_from(["Kodok", "Lul", "Abu Hamra", None]),
    st.sampled_from([CLASH, SHELLING, AIR, BOMB]),
    nights=st.sampled_from([0, 0, 1, 20]),
    precision=st.sampled_from([DatePrecision.DAY, DatePrecision.MONTH]),
    a=st.sampled_from([(), ("RSF",), ("SPLA",)]),
    b=st.sampled_from([(), ("Agwelek",), ("RSF",)]),
    dead=st.one_of(st.none(), st.integers(0, 6)),
    status=st.sampled_from(
        [EventStatus.OCCURRED, EventStatus.OCCURRED, EventStatus.PLANNED, EventStatus.DENIED]
    ),
)


@st.composite
def _summaries(draw: st.DrawFn) -> list[Summary]:
    told: list[list[Event]] = draw(st.lists(st.lists(_EVENTS, max_size=3), min_size=1, max_size=5))
    days = draw(st.lists(st.integers(8, 20), min_size=len(told), max_size=len(told)))
    made = []
    for n, (events, day) in enumerate(zip(told, days, strict=True)):
        numbered = [_numbered(e, at) for at, e in enumerate(events, start=1)]
        made.append(summary(f"article {n}", *numbered, published=date(2024, 9, day)))
    return made


def _numbered(one: Event, number: int) -> Event:
    """With figures of ids of their own."""
    figures = tuple(f.model_copy(update={"id": f"F{number}"}) for f in one.fatalities)
    return one.model_copy(update={"fatalities": figures})


def _groups(brief: Brief) -> list[tuple[str, ...]]:
    return [(g.id, *(m.event for m in g.members)) for g in brief.groups]


@settings(deadline=None, max_examples=60)
@given(_summaries(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(summaries: list[Summary], random: object) -> None:
    shuffled = list(summaries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert make_brief(shuffled) == make_brief(summaries)


@settings(deadline=None, max_examples=60)
@given(_summaries())
def test_every_event_is_in_exactly_one_group_and_no_group_has_two_of_an_article(
    summaries: list[Summary],
) -> None:
    brief = make_brief(summaries)
    members = [m for g in brief.groups for m in g.members]
    assert len(members) == sum(len(s.events.events) for s in summaries if s.events)
    assert len({m.event for m in members}) == len(members)
    for group in brief.groups:
        assert len({m.article for m in group.members}) == len(group.members)


@settings(deadline=None, max_examples=60)
@given(_summaries())
def test_totals_lie_within_what_the_groups_allow(summaries: list[Summary]) -> None:
    brief = make_brief(summaries)
    for total in brief.totals:
        ranges = [
            r for g in brief.groups if g.id in total.groups for r in g.ranges if r.measure is total.measure
        ]
        assert total.low <= sum(r.low for r in ranges)
        assert total.high == sum(r.high for r in ranges)
        assert total.low <= total.high
    for group in brief.groups:
        claims = [c for m in group.members for c in m.claims]
        for found in group.ranges:
            assert found.high <= sum(c.value or 0 for c in claims)
            assert found.low >= min(c.value or 0 for c in claims)


@settings(deadline=None, max_examples=40)
@given(_summaries())
def test_a_later_article_leaves_the_ids_of_groups_as_they_are(summaries: list[Summary]) -> None:
    late = summary("late", event(6, "Kodok", SHELLING, dead=5), published=date(2024, 9, 29))
    before = {g.id: g.members[0].event for g in make_brief(summaries).groups}
    after = {g.members[0].event: g.id for g in make_brief([*summaries, late]).groups}
    for name, first in before.items():
        assert after.get(first, name) == name
