"""What in an article is not what it seems: how it is read, what is told of it, where it stands."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.citing import _Citing
from summariser.code_in_text import find_code
from summariser.disguises import CODE, HIDDEN, LOOKALIKE, TURNED, find_disguises
from summariser.plain_text import plain_sentences
from summariser.reading import Reading
from summariser.rewriting import rewritten
from summariser.schemas import Evidence
from tests.conftest import Read


def as_read(text: str) -> str:
    return rewritten(text, [(p.start, p.end, p.instead) for p in find_disguises(text)]).after


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Six were killed.", "Six were killed."),
        # unseen
        ("Six were kil\u200bled.", "Six were killed."),
        ("1\u200b37 peo\u00adple", "137 people"),
        ("\ufeffSix\u2060 \u200eof\u200f them", "Six of them"),
        ("Six\U000e0049\U000e0067\U000e006e died", "Six died"),
        ("5\ufe0f\u20e31 people", "51 people"),
        ("Z\u0301\u0301\u0301\u0301\u0301algo, e\u0301te\u0301", "Z\u0301algo, e\u0301te\u0301"),
        ("هەر\u200cدوو و می\u200cروم", "هەر\u200cدوو و می\u200cروم"),  # words of these scripts need them
        ("kil\u200cled", "killed"),
        # shown in another order than it stands
        ("killed \u202e21\u202c civilians", "killed  civilians"),
        ("\u202e.dellik erew 9 tsael tA\u202c Six died.", " Six died."),
        ("\u202dSix died.\u202c", "Six died."),
        ("\u202eقتل ستة\u202c", "قتل ستة"),
        # look-alikes
        ("１２ and 𝟏𝟐 and ১২ and 1𝟐", "12 and 12 and 12 and 12"),
        ("９，９９９ and 3．5, then，so", "9,999 and 3.5, then，so"),
        ("kіllеd in Осло", "killed in Осло"),
        ("Ϲorfu κaι", "Ϲorfu kai"),
        ("٢٥ و۲۵", "٢٥ و۲۵"),
        ("12² and 1º and ④", "12² and 1º and ④"),
        # for terminals
        ("a\x1b[31m9\x1b[0m b", "a 9  b"),
        ("a\x1b]8;;https://x.example/\x07here\x1b]8;;\x07 b\x07\x9b2J", "a here  b  "),
        ("a\x1b]0;never ends", "a ]0;never ends"),
        ("line\r\n\tnext\x0b\x85", "line\r\n\tnext\x0b\x85"),
        # for programs
        ("See https://x.example/9999-killed?a=b for it", "See   for it"),
        ("[the camp](javascript:alert(1)) is full", "[the camp]  is full"),
        ("![9 died](file:///etc/passwd) End", "  End"),
        ("Write to killed+88@x.example now", "Write to   now"),
        (r"Open ../../etc/shadow, C:\toll\99.xlsx and \\server\a.txt.", "Open   and    and  "),
        ("<b>Six</b> died<br/>here", " Six  died here"),
        ("Six <script>9 died</script>died", "Six  died"),
        ("Six <!-- 9 --> died", "Six   died"),
        ('A <div style="display:none">9 died</div> B <p>six</p>', "A   B  six "),
        ("{{ 7*7 }} {% set a = 9 %} ${a} x", "      x"),
        ("killed=9999 and a = b", "  and a = b"),
        ("&#57;&#57; died &amp; left", "   died   left"),
        # and what stays
        ("Fewer than <1,000 and >5; AT&T; R&D (n=12)", "Fewer than <1,000 and >5; AT&T; R&D (n=12)"),
        ("km/h, and/or, 12/03/2024, 24/7", "km/h, and/or, 12/03/2024, 24/7"),
        ("@handle said #Sudan at 10:30", "@handle said #Sudan at 10:30"),
        ("Killed: 12. Ratio 3:1", "Killed: 12. Ratio 3:1"),
        ("Six <!-- is never closed", "Six <!-- is never closed"),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    if "shadow" in text:
        assert "99" not in as_read(text)
        assert "shadow" not in as_read(text)
    else:
        assert as_read(text) == read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Six died.", []),
        ("ki\u200blled", [HIDDEN]),
        ("\u202e21\u202c", [HIDDEN, TURNED]),
        ("kіlled １２", [LOOKALIKE]),
        ("see www.x.example", [CODE]),
    ],
)
def test_what_is_told_of_it(text: str, kinds: list[str]) -> None:
    assert list(plain_sentences(text)[0].disguises()) == kinds


_ODD = st.text(
    st.sampled_from("a1 .,é\u200b\u202e\u202c\u00adі𝟐９<>/b-!&#;\x1b[m{}=\\\n\u0301ق٢"), max_size=60
)


@given(_ODD)
def test_the_stretches_stand_in_order_and_nothing_else_is_changed(text: str) -> None:
    passed = find_disguises(text)
    edges = [edge for one in passed for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.start < one.end for one in passed)
    kept, at = [], 0
    for one in passed:
        kept += [text[at : one.start], one.instead]
        at = one.end
    assert as_read(text) == "".join([*kept, text[at:]])


@given(_ODD)
def test_nothing_unseen_is_left(text: str) -> None:
    assert not re.search("[\u200b\u202e\u00ad\x1b]", as_read(text))


def cited_evidence(reading: Reading, sentence: str) -> tuple[Evidence, ...]:
    citing = _Citing(reading.plain, reading.article)
    return tuple(map(citing.whole, reading.evidence(sentence)))


class TestSpans:
    TEXT = "DERNA (CP) - Troops kil\u200bled 1\u200b37 civi\u00adlians in \u202e99\u202c Derna. Sіx dіed."

    def test_evidence_and_words_are_the_articles_own(self, read_text: Read) -> None:
        reading = read_text(self.TEXT, date(2024, 1, 1))
        for sentence in reading.sentences:
            (proof,) = cited_evidence(reading, sentence.id)
            assert self.TEXT[proof.start : proof.end] == proof.text
        (number,) = [n for n in reading.numbers if n.value == 137]
        start, end = reading.plain.back(number.start, number.end)
        assert self.TEXT[start:end] == "1\u200b37"
        assert 99 not in {n.value for n in reading.numbers}
        assert 6 in {n.value for n in reading.numbers}

    def test_a_plain_article_is_read_as_it_stands(self, read_text: Read) -> None:
        reading = read_text("Six people were killed in Derna.")
        assert reading.text == reading.article.text
        assert (reading.plain.passed, reading.plain.steps) == ((), ())


_BULK: dict[str, Callable[[int], str]] = {
    "comments that never end": lambda n: "<!--" * n,
    "scripts that never end": lambda n: "<script>" * n,
    "tags that never end": lambda n: "<a " * n,
    "hidden elements within one another": lambda n: '<div style="display:none">' * n + "x" + "</div>" * n,
    "brackets": lambda n: "[" * n + "](" * n,
    "braces": lambda n: "{{" * n,
    "dots": lambda n: "a." * n,
    "slashes": lambda n: "/a" * n,
    "backslashes": lambda n: "\\" * n,
    "an address of a megabyte": lambda n: "https://" + "a@" * n,
    "entities": lambda n: "&#1" * n,
    "equations": lambda n: "abc=" * n,
    "overrides": lambda n: "\u202e1" * n,
    "escapes that never end": lambda n: "\x1b]" * n,
    "zero width": lambda n: "\u200ba" * n,
    "marks": lambda n: "e" + "\u0301" * n,
    "a word of two alphabets": lambda n: "aа" * n,
}


@pytest.mark.parametrize("bulk", _BULK.values(), ids=_BULK.keys())
def test_bulk_costs_in_proportion(bulk: Callable[[int], str]) -> None:
    """Four times as much takes about four times as long; with a pattern that runs away it takes sixteen."""

    def seconds(n: int) -> float:
        text = bulk(n)
        taken = []
        for _ in range(3):
            began = time.process_time()
            find_disguises(text)
            taken.append(time.process_time() - began)
        return min(taken)

    small, large = seconds(10_000), seconds(40_000)
    assert large < 9 * small + 0.2


def test_what_opens_without_an_end_is_looked_for_once() -> None:
    assert list(find_code("<script>" * 3 + "x")) == [(0, 8), (8, 16), (16, 24)]  # the tags alone
    assert list(find_code("no sign of it")) == []
