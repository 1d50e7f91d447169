"""Bulk: whatever is huge is read in bounded time, or refused with a reason."""

from __future__ import annotations

import asyncio
import cProfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from summariser import Summariser
from summariser.articles import MAX_BYTES, MAX_CHARACTERS, Article, article_from_bytes, load_article
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ArticleTooLong, EmptyArticle, InputError
from summariser.normalise.places import PlaceResolver
from summariser.reading import MAX_SENTENCES, read
from summariser.settings import Settings
from tests.timing import fair_seconds

TOLD = "Gunmen killed six people in Mosul on Sunday. "
SHAPES: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "the market by the river " * (n // 24),
    "a word without end": lambda n: "x" * n,
    "a number without end": lambda n: "9" * n,
    "groups of digits without end": lambda n: "1" + ",000" * (n // 4),
    "a list of numbers": lambda n: "12, " * (n // 4),
    "blanks": lambda n: " " * n,
    "line ends": lambda n: "\n" * n,
    "brackets": lambda n: '[("{' * (n // 4),
    "quotes": lambda n: '"a' * (n // 2),
    "dots": lambda n: "A." * (n // 2),
    "hyphens": lambda n: "a-" * (n // 2),
    "capitals": lambda n: "Aa " * (n // 3),
    "months": lambda n: "March 3, " * (n // 9),
    "marks on a letter": lambda n: "e" + "\u0301" * n,
    "zero width": lambda n: "a\u200b" * (n // 2),
    "braces": lambda n: '{"a": ' * (n // 6),
    "tags": lambda n: "<b>" * (n // 3),
    "signs of turns": lambda n: "system: " * (n // 8),
    "rows of a table": lambda n: "Town: 12\n" * (n // 9),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_reading_takes_time_in_proportion(shape: Callable[[int], str], resolver: PlaceResolver) -> None:
    """Four times as much takes about four times as long; a pattern that runs away takes sixteen times."""

    def seconds(n: int) -> float:
        article = Article(TOLD + shape(n))
        began = time.thread_time()  # not the process's: threads of other tests may be at work
        read(article, resolver)
        return time.thread_time() - began

    seconds(2_000)  # patterns are compiled once
    small, large = (min(seconds(n) for _ in range(2)) for n in (10_000, 40_000))
    assert large < 9 * small + 0.5


SAID_OVER_AND_OVER = {
    "a toll": "Gunmen killed six people in Mosul on Sunday. ",
    "an attack": "He said the army had attacked them. ",
    "what supports an attack": "Rebels attacked Homs, backed by air strikes. ",
    "a day after a day": "Rebels shelled the town the next day. ",
}


def _calls(text: str, index_folder: Path) -> int:
    """How many functions are called to summarise a text; the same on a busy machine."""
    settings = Settings(cache_dir=index_folder)
    profile = cProfile.Profile()
    article = Article(text, published=date(2024, 3, 5))

    async def summarise() -> None:
        summariser = Summariser(settings=settings, engine=ScriptedEngine(lambda _: "I cannot say."))
        profile.enable()
        await summariser.asummarise(article)
        profile.disable()

    asyncio.run(summarise())
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("sentence", SAID_OVER_AND_OVER.values(), ids=SAID_OVER_AND_OVER.keys())
def test_one_sentence_over_and_over_takes_work_in_proportion(sentence: str, index_folder: Path) -> None:
    """Four times as much takes four times as many calls. It took from five times to fourteen times."""
    _calls(sentence * 4, index_folder)  # caches are filled once
    small, large = (_calls(sentence * n, index_folder) for n in (60, 240))
    assert large < 4.5 * small


def _events_of_their_own(count: int, year: int) -> str:
    """So many events, with days from a year on and tolls that no other such article has."""
    towns = ("Bama", "Konduga", "Gwoza", "Dikwa", "Monguno", "Damboa", "Chibok")
    days = [f"{n % 27 + 1} March {year + n // 27}" for n in range(count)]
    return "".join(
        f"Gunmen attacked {towns[n % 7]} on {day} and killed {n + year} people. "
        for n, day in enumerate(days)
    )


def test_events_are_not_each_compared_with_all_others(index_folder: Path) -> None:
    """Each further event takes as many calls as those before it, whatever an article takes by itself.

    A third of a call for each pair of events, and this fails. The three articles share no text that is kept.
    """
    sizes = ((8, 1900), (100, 1920), (200, 1940), (400, 1960))
    _, small, middle, large = (_calls(_events_of_their_own(n, year), index_folder) for n, year in sizes)
    assert large - middle < 2.02 * (middle - small)


def test_what_stands_before_the_bulk_is_read(resolver: PlaceResolver) -> None:
    reading = read(Article(TOLD + " " * 500_000 + "\n" * 500_000 + "Two died."), resolver)
    assert [s.text for s in reading.sentences] == [TOLD.strip(), "Two died."]


@pytest.mark.parametrize("bulk", [b" ", b"\n", b"\x00", b"<div>", b"9"])
def test_fifty_megabytes_are_refused_unread(bulk: bytes, tmp_path: Path) -> None:
    data = bulk * (50_000_000 // len(bulk))
    with pytest.raises(ArticleTooLong, match="50 MB; the limit is 20 MB"):
        article_from_bytes(data, name="bulk")
    path = tmp_path / "bulk.txt"
    path.write_bytes(data)
    with pytest.raises(ArticleTooLong, match="the limit is 20 MB"):
        load_article(path)


def test_less_than_that_is_refused_by_its_characters() -> None:
    with pytest.raises(ArticleTooLong, match="characters; the limit is 2,000,000"):
        article_from_bytes(b" " * (MAX_BYTES - 1), name="bulk")
    with pytest.raises(EmptyArticle):
        Article(" " * MAX_CHARACTERS)


def test_a_hundred_thousand_sentences_are_refused(resolver: PlaceResolver) -> None:
    with pytest.raises(ArticleTooLong, match="100,000 sentences; the limit is 20,000") as caught:
        read(Article("Six people fled. " * 100_000, name="flood.txt"), resolver)
    assert (caught.value.details["sentences"], caught.value.details["limit"]) == (100_000, MAX_SENTENCES)
    assert "flood.txt" in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + "{}" + "</div>" * 100_000,
        "<p hidden>" * 20_000 + "{}",
        "{}" + "<!--" * 100_000,
        "{}" + "<script>" * 50_000,
        "<table><tr><td>" * 10_000 + "{}",
        "{}" + '<p style="display:none">' * 20_000,
    ],
    ids=["divs", "hidden", "comments", "scripts", "tables", "styles"],
)
def test_a_page_nested_without_end_is_an_article_or_a_typed_error(body: str) -> None:
    prose = "<p>Floods have displaced 24,000 people around Bentiu since October, and the water rises.</p>" * 3
    said = ""

    def work() -> None:
        nonlocal said
        try:
            said = article_from_bytes(
                f"<html><body><article>{body.format(prose)}".encode(), name="nest.html"
            ).text
        except InputError as error:
            said = f"{error} 24,000"

    assert fair_seconds(work) < 60
    assert "24,000" in said
