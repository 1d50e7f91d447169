"""The page in the terminal: what stands on it, that it fits, and that no article can take it over."""

from __future__ import annotations

import io
import re
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from sample import Cuts, empty_summary, sample_article, sample_events, sample_provenance, sample_summary

from summariser.articles import Article
from summariser.progress import Progress
from summariser.schemas import (
    ArticleInfo,
    Claimant,
    Derivation,
    Evidence,
    Figure,
    HumanitarianSummary,
    Issue,
    IssueCode,
    Means,
    Place,
    Span,
    Summary,
    When,
)
from summariser.schemas.codebooks import (
    Certainty,
    DatePrecision,
    GeoPrecision,
    PopulationGroup,
    Qualifier,
    Unit,
)
from summariser.terminal import _ISSUES, MAX_WIDTH, render_summary
from summariser.terminal_progress import ProgressLine
from summariser.terminal_text import shown, tag
from summariser.terminal_values import backing, country, day, noun, place, quantity, spot, when

WIDTHS = [40, 80, 120]


def rendered(summary: Summary, width: int = 120, article: Article | None = None, **options: Any) -> str:
    console = Console(file=io.StringIO(), width=width, **options)
    with console.capture() as capture:
        render_summary(summary, article or sample_article(), console)
    return capture.get()


def unwrapped(text: str) -> str:
    return " ".join(text.split())


class TestPage:
    @pytest.mark.parametrize("width", WIDTHS)
    def test_every_line_fits_and_none_is_padded(self, width: int) -> None:
        for line in rendered(sample_summary(), width).splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()

    def test_a_wide_window_is_not_filled(self) -> None:
        assert max(map(cell_len, rendered(sample_summary(), 300).splitlines())) == MAX_WIDTH

    @pytest.mark.parametrize("width", WIDTHS)
    def test_parts_stand_in_the_order_of_reading(self, width: int) -> None:
        page = rendered(sample_summary(), width)
        parts = ["In short", "Events", "E1", "E2", "Humanitarian facts", "The sentences", "Refused", "Cost"]
        places = [re.search(rf"^{part}\b", page, re.MULTILINE) for part in parts]
        assert all(places)
        starts = [found.start() for found in places if found]
        assert starts == sorted(starts)

    @pytest.mark.parametrize(
        "line",
        [
            "Harmattan Wire · published Tue 18 Nov 2025 · language en · 37 sentences",
            "read by test-model-1b · embedded 2026.10",
            "E1 Armed clash · Battles · occurred [S4]",
            "When “before dawn on Saturday” → Sat 15 Nov 2025 [S4]",
            "Where “Inékar” → Inekar, Ménaka, Mali · 15.95, 3.14 [S4]",
            "Side A • Azawad Liberation Column (“ALC”) · rebel group [S4]",
            "• 41 killed · fighters of Azawad Liberation Column · claimed by "
            "Issa Dembélé (Army of Mali) [F1·S6]",
            "• at least 30 killed · soldiers of Army of Mali",
            "• “dozens” (at least 12) killed · people · stated by the article [F5·S3]",
            "“Tinfadimata” → Mali, country from context · not located · "
            "the gazetteer knows no place of this name",
            "• 2 strikes · stated by the article [F11·S15]",
            "Returns due • 2,000 displaced people · “by 1 December” → until Mon 1 Dec 2025",
            "load • 2.5 times its capacity (derived: population / capacity: F15, F16)",
            "• “extremely dire” · critical · according to UNHCR [S23]",
            "Not in text • “14” · the sentence names no such number [S14] (figures)",
            "Place open • “Tinfadimata” · the gazetteer knows no place of this name [E2] (places)",
            "11 calls (1 re-ask) in 71.5 seconds · 9,900 tokens in (8,800 cached), 660 out",
        ],
    )
    @pytest.mark.parametrize("width", WIDTHS)
    def test_a_line_of_it(self, line: str, width: int) -> None:
        assert line in unwrapped(rendered(sample_summary(), width))

    def test_each_figure_has_a_line_of_its_own(self) -> None:
        lines = rendered(sample_summary(), 120).splitlines()
        for number in range(1, 20):
            assert sum(1 for line in lines if f"[F{number}·" in line) == (
                number != 17
            )  # the sample has no F17

    def test_every_tag_leads_to_a_sentence_of_the_list(self) -> None:
        page = rendered(sample_summary())
        records, rest = page.split("The sentences that prove it")
        sentences = rest.split("Refused or left open")[0]
        listed = re.findall(r"^(S\d+)\s", sentences, re.MULTILINE)
        cited = set(re.findall(r"\bS\d+\b", " ".join(re.findall(r"\[[^\]]*\]", records))))
        assert set(listed) == cited
        assert listed == sorted(listed, key=lambda name: int(name[1:]))

    def test_sentences_are_whole(self) -> None:
        page = unwrapped(rendered(sample_summary(), 80))
        for sentence in Cuts(sample_article().text).sentences:
            if f"{sentence.sentence} {sentence.text[:20]}" in page:
                assert sentence.text in page

    def test_one_kind_only(self) -> None:
        events = rendered(sample_summary(kind="events", humanitarian=None))
        assert "Humanitarian" not in events
        facts = rendered(sample_summary(kind="humanitarian", events=None))
        assert "\nEvents" not in facts

    def test_nothing_found_is_said(self) -> None:
        page = rendered(empty_summary())
        assert "No conflict event is reported." in page
        assert "No humanitarian fact is reported." in page
        assert "In short" not in page
        assert re.search(r"Refused or left open ─+\nNothing\.", page)

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            (IssueCode.NO_ANSWER, "could be established"),
            (IssueCode.NOT_GROUNDED, "could be established"),
            (IssueCode.NOT_READ, "could be established"),
            (IssueCode.LANGUAGE, "is reported"),
            (IssueCode.UNRESOLVED_DATE, "is reported"),
        ],
    )
    def test_a_failure_is_not_shown_as_an_absence(self, code: IssueCode, said: str) -> None:
        page = rendered(empty_summary(issues=(Issue(code=code, reason="it is so", step="events"),)))
        assert f"No conflict event {said}" in page

    def test_without_date_source_and_place(self) -> None:
        info = sample_summary().article.model_copy(update={"published": None, "source": None})
        events = sample_events(Cuts(sample_article().text))
        event = events.events[0].model_copy(update={"place": None, "when": When(reason="no time is given")})
        page = rendered(sample_summary(article=info, events=events.model_copy(update={"events": (event,)})))
        assert "date of publication not given · language en" in page
        assert unwrapped("Where not stated") in unwrapped(page)
        assert "not stated (no time is given)" in page

    def test_every_issue_code_has_a_label(self) -> None:
        assert _ISSUES.keys() == set(IssueCode)
        assert len(set(_ISSUES.values())) == len(IssueCode)
        issues = tuple(Issue(code=code, reason=f"because {code}", step="x") for code in IssueCode)
        page = rendered(sample_summary(issues=issues))
        for code in IssueCode:
            assert re.search(rf"^{_ISSUES[code]}\b.*because {code}", page, re.MULTILINE)

    def test_what_is_left_out_as_too_unsure_is_not_shown_as_an_absence(self) -> None:
        left_out = Issue(code=IssueCode.LOW_CONFIDENCE, reason="left open", step="x", words="Shelling")
        assert "No conflict event could be established" in rendered(empty_summary(issues=(left_out,)))
        none_rated = left_out.model_copy(update={"words": None})  # of a model whose answers have none
        assert "No conflict event is reported" in rendered(empty_summary(issues=(none_rated,)))

    def test_price_where_it_is_known(self) -> None:
        page = rendered(sample_summary(provenance=sample_provenance(cost_usd=0.0123, reasks=0)))
        assert "11 calls in 71.5 seconds" in page
        assert "0.0123 US dollars" in page


class TestColour:
    def test_none_in_a_pipe(self) -> None:
        assert "\x1b" not in rendered(sample_summary())

    def test_none_where_it_is_unwanted(self) -> None:
        page = rendered(sample_summary(), force_terminal=True, no_color=True, color_system="standard")
        assert not re.search(r"\x1b\[[0-9;]*[34][0-7]", page)

    def test_the_page_reads_the_same_with_colour(self) -> None:
        coloured = rendered(sample_summary(), force_terminal=True, color_system="standard")
        assert "\x1b" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == rendered(sample_summary())


HOSTILE = "[bold red]x[/bold red] :smile: \x1b[2J\x1b]0;title\x07 \u202e38\u202c \x9b31m [link=x]y[/link]"


class TestHostileText:
    @pytest.mark.parametrize("force_terminal", [True, False])
    def test_it_is_shown_and_never_obeyed(self, force_terminal: bool) -> None:
        span = Span(text=HOSTILE, start=0, end=len(HOSTILE))
        proof = (Evidence(sentence="S1", start=0, end=len(HOSTILE), text=HOSTILE),)
        events = sample_events(Cuts(sample_article().text))
        event = events.events[0]
        event = event.model_copy(
            update={
                "place": Place(words=span, name=HOSTILE, precision=GeoPrecision.PLACE, evidence=proof),
                "means": (Means(words=HOSTILE, evidence=proof),),
                "actors": (event.actors[0].model_copy(update={"name": HOSTILE, "words": span}),),
                "fatalities": (event.fatalities[0].model_copy(update={"counted": HOSTILE, "words": span}),),
            }
        )
        info: ArticleInfo = sample_summary().article.model_copy(update={"title": HOSTILE, "source": HOSTILE})
        issue = Issue(code=IssueCode.INVALID, reason=HOSTILE, step=HOSTILE, words=HOSTILE)
        summary = sample_summary(
            article=info, events=events.model_copy(update={"events": (event,)}), issues=(issue,)
        )
        page = rendered(summary, force_terminal=force_terminal, color_system=None)
        own = re.sub(r"\x1b\[[0-9;]*m", "", page) if force_terminal else page
        assert unwrapped(own).count("[bold red]x[/bold red] :smile:") >= 9
        forbidden = [c for c in own if unicodedata.category(c) in {"Cc", "Cf"} and c not in "\n\u2068\u2069"]
        assert forbidden == []

    @pytest.mark.parametrize(
        ("text", "expected", "why"),
        [
            ("a\nb\r\n\tc", "a b c", "one line"),
            ("a\x1b[31mb", "a␛[31mb", "an escape sequence loses its escape"),
            ("a\x7fb\x9bc", "a␡b\ufffdc", "DEL and the one-byte form of the escape sequence"),
            ("a\u202eb\u2066c\u200fd", "abcd", "direction marks go"),
            ("a\u200bb\ufeffc\u00add", "abcd", "what nobody sees goes"),
            (
                "می\u200cخواهم",
                "\u2068می\u200cخواهم\u2069",
                "Persian needs its joiners; ours isolate the line",
            ),
            ("[S6] [/] \\[x]", "[S6] [/] \\[x]", "markup is text"),
            ("café 🏳️‍🌈", "café 🏳️‍🌈", "accents and emoji stay"),
            ("الباغوز 38", "\u2068الباغوز 38\u2069", "or the figure would change places with what follows"),
            ("", "", "nothing"),
        ],
    )
    def test_shown(self, text: str, expected: str, why: str) -> None:
        assert shown(text) == expected

    @given(st.text())
    def test_nothing_that_is_shown_is_obeyed(self, text: str) -> None:
        line = shown(text)
        assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in line)
        assert not re.search("[\u202a-\u202e\u2066\u2067]", line)
        assert line.count("\u2068") == line.count("\u2069") <= 1

    @given(st.text())
    def test_showing_twice_changes_nothing(self, text: str) -> None:
        assert shown(shown(text)) == shown(text)


class TestArabic:
    def test_arabic_stands_isolated_and_whole(self) -> None:
        text = "قتل ثمانية وثلاثون مقاتلا قرب الباغوز يوم الأحد."
        proof = (Evidence(sentence="S1", start=0, end=len(text), text=text),)
        words = Span(text="الباغوز", start=text.index("الباغوز"), end=text.index("الباغوز") + 7)
        where = Place(
            words=words,
            name="Baghuz",
            country="SYR",
            country_from="text",
            precision=GeoPrecision.PLACE,
            evidence=proof,
        )
        assert place(where) == "“\u2068الباغوز\u2069” → Baghuz, Syria"
        events = sample_events(Cuts(sample_article().text))
        event = events.events[0].model_copy(update={"place": where, "evidence": proof})
        page = rendered(sample_summary(events=events.model_copy(update={"events": (event,)})), 80)
        assert "Where     “\u2068الباغوز\u2069” → Baghuz, Syria [S1]\n" in page
        assert f"S1  \u2068{text}\u2069" in page
        assert all(cell_len(line) <= 80 for line in page.splitlines())


PROOF = (Evidence(sentence="S3", start=0, end=9, text="Evidence."),)


def figure(words: str, **fields: Any) -> Figure:
    base: dict[str, Any] = {
        "id": "F1",
        "words": Span(text=words, start=0, end=len(words)),
        "unit": Unit.PEOPLE,
        "evidence": PROOF,
    }
    return Figure(**{**base, **fields})


class TestFigures:
    @pytest.mark.parametrize(
        ("words", "fields", "expected"),
        [
            ("38", {"value": 38}, "38"),
            ("66,000", {"value": 66000}, "66,000"),
            ("66000", {"value": 66000}, "66,000"),
            ("seven", {"value": 7}, "7"),
            ("Forty-one", {"value": 41}, "41"),
            ("a dozen", {"value": 12}, "12 (“a dozen”)"),
            ("1.5 million", {"value": 1_500_000}, "1,500,000 (“1.5 million”)"),
            (
                "more than 66,000",
                {"value": 66000, "qualifier": Qualifier.AT_LEAST},
                "at least 66,000 (“more than 66,000”)",
            ),
            ("at least 66,000", {"value": 66000, "qualifier": Qualifier.AT_LEAST}, "at least 66,000"),
            ("About 50", {"value": 50, "qualifier": Qualifier.ABOUT}, "about 50"),
            ("up to 9", {"value": 9, "qualifier": Qualifier.AT_MOST}, "at most 9 (“up to 9”)"),
            ("20 to 30", {"low": 20, "high": 30, "qualifier": Qualifier.BETWEEN}, "20 to 30"),
            ("20-30", {"low": 20, "high": 30, "qualifier": Qualifier.BETWEEN}, "20 to 30 (“20-30”)"),
            ("dozens", {"low": 12, "qualifier": Qualifier.DOZENS}, "“dozens” (at least 12)"),
            ("fewer than 5", {"high": 4, "qualifier": Qualifier.AT_MOST}, "at most 4 (“fewer than 5”)"),
            ("2.5", {"value": 2.5, "unit": Unit.OTHER}, "2.5"),
            ("0", {"value": 0}, "0"),
        ],
    )
    def test_quantity(self, words: str, fields: dict[str, Any], expected: str) -> None:
        assert quantity(figure(words, **fields)) == expected

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, "people"),
            ({"group": PopulationGroup.PEOPLE}, "people"),
            ({"group": PopulationGroup.DISPLACED}, "displaced people"),
            ({"group": PopulationGroup.FIGHTERS, "counted": "Fighters"}, "Fighters"),
            ({"group": PopulationGroup.FIGHTERS, "counted": "militants"}, "militants (fighters)"),
            ({"group": PopulationGroup.WOMEN_AND_CHILDREN}, "women and children"),
            ({"counted": "ISIS fighters", "affiliation": "Islamic State"}, "ISIS fighters of Islamic State"),
            ({"counted": "Islamic State men", "affiliation": "Islamic State"}, "Islamic State men"),
            ({"unit": Unit.HOUSEHOLDS}, "households"),
            ({"unit": Unit.OTHER}, ""),
        ],
    )
    def test_noun(self, fields: dict[str, Any], expected: str) -> None:
        assert noun(figure("5", value=5, **fields)) == expected

    @pytest.mark.parametrize(
        ("certainty", "named", "expected"),
        [
            (Certainty.STATED, False, "stated by the article"),
            (Certainty.STATED, True, "according to A. Bali (SDF)"),
            (Certainty.CONFIRMED, False, "confirmed"),
            (Certainty.CONFIRMED, True, "confirmed by A. Bali (SDF)"),
            (Certainty.CLAIMED, True, "claimed by A. Bali (SDF)"),
            (Certainty.ESTIMATED, False, "an estimate"),
            (Certainty.ESTIMATED, True, "estimated by A. Bali (SDF)"),
            (Certainty.DISPUTED, False, "disputed"),
            (Certainty.DISPUTED, True, "disputed, from A. Bali (SDF)"),
            (Certainty.DENIED, True, "denied by A. Bali (SDF)"),
        ],
    )
    def test_backing(self, certainty: Certainty, named: bool, expected: str) -> None:
        who = Claimant(name="A. Bali", words=Span(text="Bali", start=0, end=4), affiliation="SDF")
        assert (
            backing(figure("5", value=5, certainty=certainty, claimed_by=who if named else None)) == expected
        )

    def test_a_derived_value_says_so(self) -> None:
        rule = Derivation(rule="a singular noun counts one", sources=("a child",))
        text = backing(figure("a child", value=1, derived=rule))
        assert text == "stated by the article · derived: a singular noun counts one"
        assert quantity(figure("child", value=1, derived=rule)) == "1 (“child”)"


class TestTimesAndPlaces:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                {"start": date(2019, 3, 10), "end": date(2019, 3, 10), "precision": DatePrecision.DAY},
                "Sun 10 Mar 2019",
            ),
            (
                {"start": date(2019, 3, 4), "end": date(2019, 3, 10), "precision": DatePrecision.WEEK},
                "Mon 4 Mar 2019 to Sun 10 Mar 2019, to the week",
            ),
            ({"start": date(2019, 3, 4), "reason": "no end"}, "from Mon 4 Mar 2019, end open (no end)"),
            ({"end": date(2019, 3, 4)}, "until Mon 4 Mar 2019"),
            ({"reason": "no date of publication"}, "left open (no date of publication)"),
        ],
    )
    def test_when(self, fields: dict[str, Any], expected: str) -> None:
        assert when(When(words=Span(text="then", start=0, end=4), **fields)) == f"“then” → {expected}"

    @pytest.mark.parametrize(
        ("fields", "full", "short"),
        [
            ({"name": "Gao", "admin": "Gao", "country": "MLI"}, "Gao, Mali", "Gao (Mali)"),
            (
                {"name": "Ansongo", "admin": "Gao", "country": "MLI"},
                "“Gao” → Ansongo, Gao, Mali",
                "Ansongo (Mali)",
            ),
            ({"country": "MLI"}, "“Gao” → Mali", "Gao (Mali)"),
            ({"country": "XKX"}, "“Gao” → Kosovo", "Gao (Kosovo)"),
            (
                {"name": "Mali", "country": "MLI", "precision": "country"},
                "“Gao” → Mali · country only",
                "Mali",
            ),
            (
                {"country": "MLI", "country_from": "context", "precision": "unresolved", "reason": "unknown"},
                "“Gao” → Mali, country from context · not located · unknown",
                "Gao (Mali, country from context)",
            ),
            ({"precision": "unresolved", "reason": "unknown"}, "“Gao” · not located · unknown", "Gao"),
            (
                {"name": "Gao", "lat": 16.27, "lon": -0.04, "precision": "near"},
                "Gao · near it · 16.27, -0.04",
                "Gao",
            ),
        ],
    )
    def test_place(self, fields: dict[str, Any], full: str, short: str) -> None:
        origin = {"country_from": "gazetteer"} if "country" in fields else {}
        where = Place(
            **{
                "words": Span(text="Gao", start=0, end=3),
                "precision": "place",
                "evidence": PROOF,
                **origin,
                **fields,
            }
        )
        assert place(where) == full
        assert spot(where) == short

    def test_days_and_countries(self) -> None:
        assert day(date(2024, 2, 29)) == "Thu 29 Feb 2024"
        assert country("SYR") == "Syria"
        assert country("COD")

    def test_tag(self) -> None:
        again = Evidence(sentence="S4", start=0, end=1, text="x")
        assert tag((*PROOF, again, *PROOF), "F2") == "[F2·S3,S4]"


class TestProgressLine:
    def steps(self, line: ProgressLine) -> None:
        with line.during("art\x1bicle.txt"):
            line(Progress("read", 0, 3, "reading"))
            line(Progress("read", 0, 3, "reading"))
            line(Progress("figures", 1, 3, "[figures]"))
            for done in range(0, 1001):
                line(Progress("model", done * 10**6, 10**9, "downloading"))

    def test_nothing_where_nobody_watches(self) -> None:
        out = io.StringIO()
        self.steps(ProgressLine(Console(file=out)))
        assert out.getvalue() == ""

    def test_a_live_line_that_fits_and_goes_away(self) -> None:
        out = io.StringIO()
        self.steps(ProgressLine(Console(file=out, width=40, force_terminal=True)))
        text = out.getvalue()
        assert "art␛icle.txt" in text
        assert text.rstrip("\r\n").endswith("\x1b[2K"), "the line is erased at the end"
        plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)
        assert all(cell_len(line) <= 40 for line in re.split(r"[\r\n]", plain))

    def test_the_humanitarian_part_alone_can_be_empty(self) -> None:
        page = rendered(sample_summary(humanitarian=HumanitarianSummary(), issues=()))
        assert "No humanitarian fact is reported." in page
