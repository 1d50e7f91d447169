"""Briefs: members side by side, ranges and totals that count nothing twice, and pages that show it all."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser

import jsonschema
import pytest

from summariser.brief import Brief, BriefOptions, make_brief, to_html, to_markdown
from summariser.brief.wording import range_words, runs
from summariser.errors import InputError
from summariser.exports import event_id
from summariser.schema_export import published_schema
from summariser.schemas import EventFigure, Summary
from summariser.schemas.brief import Total
from summariser.schemas.codebooks import (
    Certainty,
    DatePrecision,
    EventStatus,
    Measure,
    PopulationGroup,
    Qualifier,
)
from tests.unit.reports import BOMB, CLASH, event, killed, summary
from tests.unit.sample import sample_summary

NASTY = '<script>alert(1)</script> "x" [a](http://b) | *c* `d` \u202egpj.exe\u202c & {{ 7*7 }} ^1'


def total(brief: Brief, measure: Measure = Measure.KILLED) -> tuple[int, int]:
    found: Total = next(t for t in brief.totals if t.measure is measure)
    return found.low, found.high


class TestGroups:
    def test_a_group_lists_its_reports_with_who_claims_what_and_when(self) -> None:
        first = summary("a", event(figures=[killed(14, by="emergency room")]), published=date(2024, 9, 7))
        second = summary("b", event(figures=[killed(22, by="RSF")]), published=date(2024, 9, 8))
        (found,) = make_brief([second, first]).groups
        assert found.heading == "Shelling/artillery/missile attack, Kodok, South Sudan, 6 September 2024"
        assert [(c.said, c.claimed_by, c.published) for m in found.members for c in m.claims] == [
            ("14", "emergency room", date(2024, 9, 7)),
            ("22", "RSF", date(2024, 9, 8)),
        ]
        assert [(r.low, r.high) for r in found.ranges] == [(14, 22)]
        assert found.members[0].event == event_id(first.article, first.events.events[0])  # type: ignore[union-attr]

    def test_the_groups_id_stays_when_a_later_article_joins(self) -> None:
        first = summary("a", event(), published=date(2024, 9, 7))
        second = summary("b", event(), published=date(2024, 9, 8))
        (alone,), (both,) = make_brief([first]).groups, make_brief([second, first]).groups
        assert alone.id == both.id

    def test_a_source_that_raised_its_toll_counts_with_the_later(self) -> None:
        early = summary("a", event(figures=[killed(14, by="emergency room")]), published=date(2024, 9, 7))
        late = summary("b", event(figures=[killed(17, by="emergency room")]), published=date(2024, 9, 8))
        (found,) = make_brief([early, late]).groups
        assert [c.later for m in found.members for c in m.claims] == [True, False]
        assert [(r.low, r.high) for r in found.ranges] == [(17, 17)]

    def test_a_denied_figure_is_shown_and_not_counted(self) -> None:
        figures = [killed(9), killed(40, by="army", certainty=Certainty.DENIED)]
        (found,) = make_brief([summary("a", event(figures=figures))]).groups
        assert [c.said for c in found.members[0].claims] == ["9", "40"]
        assert [(r.low, r.high) for r in found.ranges] == [(9, 9)]

    def test_a_part_is_no_account_beside_a_whole(self) -> None:
        whole = summary("a", event(dead=16))
        part = summary("b", event(figures=[killed(4, group=PopulationGroup.CHILDREN)]))
        (found,) = make_brief([whole, part]).groups
        assert [(r.low, r.high) for r in found.ranges] == [(16, 16)]

    def test_what_one_report_denies_is_disputed_and_counts_what_the_other_tells(self) -> None:
        told = summary("a", event(dead=11))
        denied = summary("b", event(dead=11, status=EventStatus.DENIED))
        (found,) = make_brief([told, denied]).groups
        assert found.disputed
        assert [(r.low, r.high, r.rule) for r in found.ranges] == [(11, 11, "the only account")]


class TestTotals:
    def test_reports_of_one_event_are_not_added(self) -> None:
        brief = make_brief([summary("a", event(dead=14)), summary("b", event(dead=17))])
        assert total(brief) == (14, 17)

    def test_events_are(self) -> None:
        brief = make_brief([summary("a", event(6, dead=14)), summary("b", event(9, kind=BOMB, dead=3))])
        assert total(brief) == (17, 17)

    @pytest.mark.parametrize("status", [EventStatus.THREATENED, EventStatus.PLANNED, EventStatus.DENIED])
    def test_what_did_not_happen_counts_nothing(self, status: EventStatus) -> None:
        brief = make_brief([summary("a", event(dead=14, status=status))])
        assert brief.totals == ()
        assert brief.groups[0].why_not_counted == f"{status.value}, so that nothing is counted"

    def test_the_head_counts_what_took_place_and_names_the_rest_beside_it(self) -> None:
        did = [event(6, dead=2), event(3, status=EventStatus.ONGOING), event(1, status=EventStatus.ATTEMPTED)]
        did_not = [
            event(12, status=EventStatus.PLANNED),
            event(13, kind=BOMB, status=EventStatus.PLANNED),
            event(14, kind=CLASH, status=EventStatus.THREATENED),
            event(5, kind=CLASH, status=EventStatus.DENIED),
        ]
        brief = make_brief([summary("a", *did, *did_not), summary("b", event(6, dead=3))])
        head = "2 articles, 3 events, 1 of them told by more than one article."
        beside = "Beside these, and in no total: 2 planned, 1 threatened and 1 denied."
        assert json.loads(brief.model_dump_json())["events"] == {
            "took_place": 3, "threatened": 1, "planned": 2, "denied": 1,
        }  # fmt: skip
        page, lines = to_html(brief), to_markdown(brief).splitlines()
        assert f"{head} {beside}" in page
        assert f"{head} {beside}" in lines
        for told, event_, apart in (
            (page, "<article", "<h3>Planned,"),
            ("\n".join(lines), "`group-", "### Plann"),
        ):
            listed, _, rest = told[told.index("Events") :].partition(apart)
            assert (listed.count(event_), rest.count(event_)) == (3, 4)

    def test_a_threat_told_by_two_is_no_event_told_by_more_than_one(self) -> None:
        told = [summary(name, event(12, status=EventStatus.THREATENED)) for name in "ab"]
        assert "0 events. Beside these, and in no total: 1 threatened." in to_markdown(make_brief(told))

    def test_a_plan_that_became_a_threat_is_a_threat(self) -> None:
        planned = summary("a", event(12, status=EventStatus.PLANNED), published=date(2024, 9, 3))
        threat = summary("b", event(12, status=EventStatus.THREATENED), published=date(2024, 9, 4))
        (found,) = make_brief([threat, planned]).groups
        assert len(found.members) == 2
        assert make_brief([threat, planned]).events.model_dump() == {
            "took_place": 0, "threatened": 1, "planned": 0, "denied": 0,
        }  # fmt: skip

    def test_two_that_may_be_one_count_once_in_the_low_end(self) -> None:
        brief = make_brief([summary("a", event(6, dead=5)), summary("b", event(7, dead=9))])
        assert len(brief.groups) == 2
        assert total(brief) == (9, 14)
        assert "may be one event" in brief.totals[0].rule

    def test_a_sum_over_a_week_and_the_day_in_it_count_once_in_the_low_end(self) -> None:
        week = event(2, nights=6, precision=DatePrecision.WEEK, kind=CLASH, figures=[killed(40)])
        brief = make_brief([summary("a", week), summary("b", event(6, kind=CLASH, dead=7))])
        assert total(brief) == (40, 47)

    def test_what_has_no_day_is_in_the_high_end_alone(self) -> None:
        brief = make_brief([summary("a", event(6, dead=5), event(None, kind=BOMB, dead=9))])
        assert total(brief) == (5, 14)

    def test_what_was_long_before_is_background(self) -> None:
        brief = make_brief([summary("a", event(6, dead=5), event(-60, kind=BOMB, dead=9))])
        assert total(brief) == (5, 5)
        assert brief.groups[0].why_not_counted == "before 10 August 2024: told as background"

    def test_the_first_day_can_be_named(self) -> None:
        given = [summary("a", event(6, dead=5), event(3, kind=BOMB, dead=9))]
        assert total(make_brief(given, BriefOptions(since=date(2024, 9, 5)))) == (5, 5)

    def test_a_vague_word_has_a_low_end_and_is_open_above(self) -> None:
        brief = make_brief([summary("a", event(figures=[killed(low=24, qualifier=Qualifier.DOZENS)]))])
        assert total(brief) == (24, 24)
        assert brief.totals[0].or_more

    def test_an_upper_bound_gives_no_low_end_and_a_closed_highest_is_closed(self) -> None:
        said = [
            killed(100, qualifier=Qualifier.ABOUT),
            killed(120, qualifier=Qualifier.AT_MOST),
            killed(110, qualifier=Qualifier.AT_LEAST),
        ]
        brief = make_brief([summary(name, event(figures=[f])) for name, f in zip("abc", said, strict=True)])
        assert [range_words(r) for r in (*brief.totals, *brief.groups[0].ranges)] == ["about 100 to 120"] * 2

    def test_what_is_nearly_so_many_is_about_so_many(self) -> None:
        brief = make_brief([summary("a", event(figures=[killed(100, qualifier=Qualifier.ABOUT)]))])
        assert [range_words(r) for r in (*brief.totals, *brief.groups[0].ranges)] == ["about 100"] * 2

    def test_conflicting_tolls_of_one_article_are_a_range(self) -> None:
        groups = ((6, PopulationGroup.SOLDIERS), (4, PopulationGroup.CIVILIANS))
        army = [killed(n, by="army", group=group) for n, group in groups]
        brief = make_brief([summary("a", event(figures=[*army, killed(15, by="hospital")]))])
        assert total(brief) == (10, 15)

    @pytest.mark.parametrize(
        ("other", "expected"),
        [
            ([killed(6, group=PopulationGroup.SOLDIERS)], (10, 10)),
            ([killed(7, group=PopulationGroup.POLICE)], (10, 10)),
            ([killed(12, group=PopulationGroup.SOLDIERS)], (10, 12)),
            ([killed(7, group=PopulationGroup.CIVILIANS)], (7, 10)),
            (
                [killed(5, group=PopulationGroup.SOLDIERS), killed(3, group=PopulationGroup.CIVILIANS)],
                (8, 10),
            ),
            ([killed(8)], (8, 10)),
        ],
    )
    def test_an_article_that_counts_one_sort_of_people_is_no_low_end(
        self, other: list[EventFigure], expected: tuple[int, int]
    ) -> None:
        both = [event(figures=[killed(10)]), event(figures=other)]
        brief = make_brief([summary("a", both[0]), summary("b", both[1])])
        assert total(brief) == expected

    def test_of_soldiers_alone_the_range_is_theirs(self) -> None:
        both = [event(figures=[killed(n, group=PopulationGroup.SOLDIERS)]) for n in (6, 8)]
        assert total(make_brief([summary("a", both[0]), summary("b", both[1])])) == (6, 8)


class TestWhole:
    def test_every_figure_has_a_sentence_of_its_article(self) -> None:
        brief = make_brief([sample_summary()])
        articles = {a.id for a in brief.articles}
        notes = {n.number: n for n in brief.notes}
        facts = [*brief.displacement, *brief.sites, *(n for c in brief.needs for n in c.needs)]
        facts += [*brief.access, *brief.response, *(m for g in brief.groups for m in g.members)]
        facts += [c for g in brief.groups for m in g.members for c in m.claims]
        assert facts
        for fact in facts:
            assert fact.notes
            assert {notes[n].article for n in fact.notes} <= articles
        said = {e.text for e in _evidence(sample_summary())}
        assert {n.evidence.text for n in brief.notes} <= said

    def test_a_text_printed_twice_is_told_once(self) -> None:
        one = summary("a", event(dead=14), source="Wire")
        other = one.model_copy(update={"article": one.article.model_copy(update={"source": "Daily"})})
        brief = make_brief([one, other])
        assert len(brief.articles) == 1
        assert brief.articles[0].copies == ("a, Wire, 2024-09-10",)
        assert [len(g.members) for g in brief.groups] == [1]

    def test_no_summary_is_an_error(self) -> None:
        with pytest.raises(InputError):
            make_brief([])

    def test_json_fits_the_published_schema(self) -> None:
        brief = make_brief([sample_summary(), summary("a", event(6)), summary("b", event(7))])
        jsonschema.validate(json.loads(brief.model_dump_json()), published_schema("brief"))
        assert Brief.model_validate_json(brief.model_dump_json()) == brief


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name in {"src", "action", "style"} or name.startswith("on"):
                self.outside.append(name)


def _nasty() -> Brief:
    return make_brief(
        [
            summary(NASTY, event(where=NASTY, a=[NASTY], figures=[killed(14, by=NASTY)]), source=NASTY),
            summary("b", event(where=NASTY, dead=12)),
            sample_summary(),
        ],
        BriefOptions(title=NASTY),
    )


class TestPage:
    def test_asks_for_nothing_and_runs_nothing(self) -> None:
        text = to_html(_nasty())
        page = _Page(text)
        assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
        assert page.outside == []
        assert all(link.startswith("#") for link in page.links)
        assert "default-src 'none'" in html.unescape(text)
        assert "\u202e" not in text

    def test_every_link_leads_somewhere_and_every_id_is_one(self) -> None:
        page = _Page(to_html(_nasty()))
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
        assert len(page.ids) == len(set(page.ids))

    def test_names_that_are_written_from_the_right_keep_to_themselves(self) -> None:
        text = to_html(make_brief([summary("a", event(where="الدندر", a=["الدعم السريع"]))]))
        assert re.search(r"<bdi>[^<]*الدندر[^<]*</bdi>", text)
        assert 'dir="auto"' in text

    def test_says_why_reports_are_together_and_what_was_kept_apart(self) -> None:
        text = to_html(make_brief([summary("a", event()), summary("b", event()), summary("c", event(8))]))
        assert "Why these reports are together" in text
        assert "two events" in text


class TestMarkdown:
    def test_every_note_is_there(self) -> None:
        text = to_markdown(_nasty())
        used, defined = set(re.findall(r"\[\^(\d+)\](?!:)", text)), re.findall(r"^\[\^(\d+)\]:", text, re.M)
        assert used
        assert used <= set(defined)
        assert len(defined) == len(set(defined))

    def test_nothing_of_an_article_is_markup(self) -> None:
        text = to_markdown(_nasty())
        assert not re.search(r"(?<!\\)<", text)
        assert not re.search(r"(?<!\\)\]\(", text)
        assert "\u202e" not in text
        rows = [line for line in text.splitlines() if line.startswith("| Killed")]
        assert rows
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {4, 6}


def _evidence(summary: Summary) -> list[object]:
    from summariser.evals.grounding import walk  # noqa: PLC0415
    from summariser.schemas import Evidence  # noqa: PLC0415

    return [part for _, part in walk(summary) if isinstance(part, Evidence)]


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ([], []),
        ([4], [(4, 4)]),
        ([4, 5], [(4, 4), (5, 5)]),
        ([4, 5, 6], [(4, 6)]),
        ([1, 3, 4, 5, 6, 8, 9, 12], [(1, 1), (3, 6), (8, 8), (9, 9), (12, 12)]),
        (range(1, 9_001), [(1, 9_000)]),
    ],
)
def test_notes_that_follow_one_another_are_said_by_the_first_and_the_last(
    notes: Sequence[int], said: list[tuple[int, int]]
) -> None:
    assert list(runs(notes)) == said
    assert [n for first, last in runs(notes) for n in range(first, last + 1)] == list(notes)


def test_the_page_of_a_much_told_event_links_the_first_and_the_last_note() -> None:
    brief = make_brief([summary("a", event())])
    (found,) = brief.groups
    (member,) = found.members
    many = found.model_copy(
        update={"members": (member.model_copy(update={"notes": tuple(range(1, 9_001))}),)}
    )
    assert many.members[0].notes != member.notes
    text = to_html(brief.model_copy(update={"groups": (many,)}))
    assert text.count('href="#n9000"') == 1
    assert 'href="#n2"' not in text
