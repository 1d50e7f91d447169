"""Which language an article, and each of its sentences, is in: English, French, Spanish or Arabic.

A report in English quotes a ministry in Spanish, and a page in Arabic carries an English summary. So each
sentence is asked by itself, and keeps the article's language unless its own words clearly say another.
"""

from __future__ import annotations

from collections.abc import Sequence

from summariser.sentences import Sentence, common_words, guess_language

_CLEARLY = 3
"""So many common words of another language, and so many times those of the article's own, tell it apart."""


def languages_by_sentence(text: str, sentences: Sequence[Sentence]) -> dict[str, str]:
    """The language of each sentence, by its id."""
    main = guess_language(text)
    return {s.id: _of_sentence(s.text, main) for s in sentences}


def _of_sentence(text: str, main: str) -> str:
    own = guess_language(text)
    if own == main:
        return main
    if "ar" in (own, main):
        return own
    hits = common_words(text)
    return own if hits[own] >= _CLEARLY and hits[own] >= _CLEARLY * hits[main] else main
