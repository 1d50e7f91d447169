"""Which language an article, and each of its sentences, is in: English, French, Spanish or Arabic.

A report in English quotes a ministry in Spanish, and a page in Arabic carries an English summary. So each
sentence is asked by itself, and keeps the article's language unless its own words clearly say another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from summariser.sentences import Sentence, common_words, guess_language, split_sentences, words_of_one

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
    # "de", "la" and "en" are of French and Spanish alike, and tell neither from the other.
    told, against = words_of_one(text, own, main)
    return own if told >= _CLEARLY and told >= _CLEARLY * against else main


NAMES: Final = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}
UNKNOWN: Final = "und"
"""ISO 639-2 for a language that is none of those that are read."""
_WEAKEST: Final = {
    "ar": "what people need, what hinders access, help, the type of an event, and who did it to whom",
    "fr": "people who moved and homes lost, help, civilian harm, and who did it to whom",
    "es": "who says how many moved, who helps, and how much room a shelter has",
}
"""Where `python -m summariser.evals.languages --every` finds the most less than in the English twins."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_NOT_ARABIC: Final = re.compile("[پچژگکیےٹڈڑڵۆێەڕ]")
"""Letters of Persian, Urdu, Pashto and Kurdish: Arabic has none of them."""
_SMALL_WORD: Final = re.compile(r"(?<![\w’'-])[^\W\d_A-Z]+(?![\w-])")
_MOST: Final = 12
"""So many sentences are named."""
_FEWEST: Final = 20
"""Of fewer words nothing can be said."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = 5
"""Of fewer words a sentence is in no language for certain."""
_FEW_SENTENCES: Final = 2
_GOOD_SHARE: Final = 0.2
"""A language of which there is less is a quotation's."""
_SHARE: Final = {"en": 0.15, "fr": 0.25, "es": 0.25}
"""So many of the small words of a text are the commonest of its language: a third and more in practice."""


def told_language(text: str) -> str:
    """The language of an article as the result states it: "en", "fr", "es", "ar", or "und".

    The rules read every article as one of the four; this says whether it is one.
    """
    sample = text[:6_000]
    language = guess_language(text)
    letters = _LETTER.findall(sample)
    if language == "ar":
        strange = len(_NOT_ARABIC.findall(sample))
        return UNKNOWN if strange * 50 > len(_ARABIC.findall(sample)) else language
    if 2 * len(_LATIN.findall(sample)) < len(letters):
        return UNKNOWN  # Cyrillic, Amharic, Chinese...
    small = len(_SMALL_WORD.findall(sample))
    if small < _FEWEST:
        return language
    if common_words(sample)[language] >= _SHARE[language] * small:
        return language
    # Of a text in three languages none has its share of the words: its sentences are asked one by one.
    spoken = [s.text for s in split_sentences(sample) if _is_told(s.text)]
    known = [text for text in spoken if _is_in(text, guess_language(text))]
    return language if 3 * len(known) >= 2 * len(spoken) > 0 else UNKNOWN


def _is_told(text: str) -> bool:
    """Whether a sentence is long enough to be in some language."""
    return len(_WORD.findall(text)) >= _WORDS


def _is_in(text: str, language: str) -> bool:
    """Whether a sentence is in a language, by its own small words."""
    if language == "ar":
        return not _NOT_ARABIC.search(text)
    small = len(_SMALL_WORD.findall(text))
    hits = common_words(text)
    return hits[language] >= max(2, _SHARE[language] * small) and hits[language] == max(hits.values())


def languages_of(sentences: Sequence[Sentence], spoken: Mapping[str, str]) -> tuple[str, ...]:
    """The languages that a good share of an article's sentences are in, the commonest first.

    Args:
        sentences: Of the article. Lines of a few words, such as names and rows, say nothing.
        spoken: The language of each, by its id.
    """
    told = Counter(spoken[s.id] for s in sentences if _is_told(s.text) and _is_in(s.text, spoken[s.id]))
    all_told = sum(told.values())
    return tuple(
        language
        for language, count in told.most_common()
        if count >= _FEW_SENTENCES and count >= _GOOD_SHARE * all_told
    )


def statement(language: str, spoken: Mapping[str, str], shared: Sequence[str] = ()) -> tuple[str, ...]:
    """What the result says of an article's language, and of sentences in another one.

    Args:
        language: As `told_language` gives it.
        spoken: The language of each sentence, by its id.
        shared: The languages that a good share of the sentences are in (`languages_of`).

    Returns:
        Nothing for an article that is English throughout.
    """
    told = []
    if language == UNKNOWN:
        told.append(
            "The article seems to be in none of English, French, Spanish and Arabic. It is read with English "
            "words: sentences, numbers and some names are found, most of what they mean is missed"
        )
    elif len(shared) > 1:
        weakest = "; ".join(f"in {NAMES[one]} {_WEAKEST[one]}" for one in shared if one in _WEAKEST)
        told.append(
            f"The article is in {_listed([NAMES[one] for one in shared])}. Each sentence is read with words "
            "of its own language. Less is found than in English alone; least reliable: what a sentence "
            f"leaves to one in another language, {weakest} (docs/evals.md)"
        )
    elif language != "en":
        told.append(
            f"The article is in {NAMES[language]}. It is read with words of its own language; names of "
            "places and actors and all codes are in English, the words beside them are the article's. Less "
            f"is found than in English; least reliable: {_WEAKEST[language]} (docs/evals.md)"
        )
    others: dict[str, list[str]] = {}
    for sentence, own in spoken.items():
        if language not in (own, UNKNOWN):
            others.setdefault(own, []).append(sentence)
    for own, sentences in others.items():
        shown = ", ".join(sentences[:_MOST]) + (" and more" if len(sentences) > _MOST else "")
        told.append(
            f"Read as {NAMES[own]}{'' if own in shared else ', unlike the rest of the article'}: {shown}"
        )
    return tuple(told)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
