"""Whether a saved web page gives what its clean text gives: menus, related stories and comments around it.

``python -m summariser.evals.web`` puts the newsroom's development part and the practice articles into web
pages of several layouts (`web_layouts`), reads them as any web page is read, and summarises page and clean
text by the rules alone. It prints how many texts and how many summaries are the same, how far the scores fall
where no place in the text is asked for, and how many summaries hold anything of what stands around.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from summariser.api import Summariser
from summariser.articles import Article, article_from_bytes
from summariser.evals.damage import bare, cases, plain
from summariser.evals.first_choice import rules_alone
from summariser.evals.suites.base import Case
from summariser.evals.web_layouts import LAYOUTS, PLANTED, page
from summariser.schemas import Summary

_NAME: Final = "page.html"


def from_page(case: Case, layout: str) -> Article:
    """The case's article as it is read from a page."""
    article = case.article
    read = article_from_bytes(page(article.text, layout).encode(), name=_NAME)
    return replace(read, published=article.published, source=article.source)


def words_of(text: str) -> str:
    """The words of a text, for comparing; kinds of blanks, quotes and marks of lists left out."""
    return plain(" ".join(line.strip().lstrip("-•*").strip() for line in text.splitlines()))


def planted(summary: Summary, text: str) -> list[str]:
    """What a summary says of that which stands around the article."""
    told = " ".join(_strings(summary.model_dump(include={"events", "humanitarian", "narrative"})))
    return [w for w in PLANTED if _holds(told, w) and not _holds(text, w)]


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<![\w,.]){re.escape(words)}(?!\w)", text) is not None


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for value in part.values():
            yield from _strings(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _strings(value)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.web", description=__doc__)
    parser.add_argument(
        "--layout", action="append", choices=list(LAYOUTS), help="may be repeated; all by default"
    )
    parser.add_argument("--differing", action="store_true", help="name the articles that differ")
    options = parser.parse_args(arguments)
    chosen = cases()
    sys.stdout.write("| layout | same words | same summary | holds what stands around |\n|---|---|---|---|\n")
    with Summariser(engine=rules_alone()) as summariser:
        clean = [summariser.summarise(case.article) for case in chosen]
        for layout in options.layout or LAYOUTS:
            texts, summaries, held = [], [], []
            for case, alone in zip(chosen, clean, strict=True):
                read = from_page(case, layout)
                summary = summariser.summarise(read)
                if words_of(read.text) != words_of(case.article.text):
                    texts.append(case.id)
                if bare(summary) != bare(alone):
                    summaries.append(case.id)
                if planted(summary, case.article.text):
                    held.append(case.id)
            n = len(chosen)
            sys.stdout.write(
                f"| {layout} | {n - len(texts)} of {n} | {n - len(summaries)} of {n} | {len(held)} of {n} |\n"
            )
            if options.differing:
                for name, ids in (("words", texts), ("summary", summaries), ("around", held)):
                    sys.stdout.write(f"<!-- {name}: {', '.join(ids)} -->\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
