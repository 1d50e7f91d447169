"""The growth curve: made reports, what comes out of them, and how the work grows."""

from __future__ import annotations

import asyncio
import cProfile
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from summariser import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.evals.growth import Point, held_against, picture, table
from summariser.evals.long_reports import MadeReport, made_report
from summariser.schemas import Summary
from summariser.settings import Settings


def _summary(made: MadeReport, index_folder: Path) -> tuple[Summary, int]:
    """The summary by the rules alone, and how many functions were called."""
    profile = cProfile.Profile()
    article = Article(made.text, published=made.published)
    summariser = Summariser(settings=Settings(cache_dir=index_folder), engine=rules_alone())

    async def work() -> Summary:
        profile.enable()
        try:
            return await summariser.asummarise(article)
        finally:
            profile.disable()

    summary = asyncio.run(work())
    return summary, sum(entry.callcount for entry in profile.getstats())


def test_a_report_is_as_long_as_asked_and_the_same_each_time() -> None:
    for pages in (1, 5, 20):
        made = made_report(pages)
        words = len(made.text.split())
        assert abs(words - 450 * pages) < 250 + 0.05 * 450 * pages
        assert made == made_report(pages)
    assert made_report(5, seed=2).text != made_report(5).text


def test_every_incident_stands_in_the_text_and_the_worst_stand_in_it_twice() -> None:
    made = made_report(5)
    for incident in made.incidents:
        day = f"{incident.day.day} {incident.day:%B} {incident.day.year}"
        told = [p for p in re.split(r"\n+", made.text) if incident.town in p and day in p]
        assert len(told) >= incident.told
    assert {i.told for i in made.incidents} == {1, 2}


def test_work_grows_in_proportion(index_folder: Path) -> None:
    """Three times the pages, three times the calls of functions."""
    _summary(made_report(1), index_folder)  # tables and patterns are loaded once
    small, large = (_summary(made_report(pages), index_folder)[1] for pages in (4, 12))
    assert large < 3.6 * small


def test_most_incidents_are_found_each_with_its_day_town_and_dead(index_folder: Path) -> None:
    made = made_report(4)
    found, _ = held_against(_summary(made, index_folder)[0], made)
    assert found >= 0.8 * len(made.incidents)


def test_the_table_and_the_picture_hold_every_length() -> None:
    points = [
        Point(p, 450 * p, 35 * p, 3 * p, 3 * p, 3 * p, 0, 2 * p, 900 * p, 9 * p, 0.1 * p, 130.0, 0.1 * p)
        for p in (1, 10)
    ]
    told = table(points)
    assert "| 10 | 4,500 | 350 |" in told
    assert told.splitlines()[-1].endswith("| 0.100 | 2.0 |")
    drawn = ET.fromstring(picture([1, 10], {"stepwise": points}))
    assert len(drawn.findall(".//{*}polyline")) == 4
