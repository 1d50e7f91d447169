"""Names and places for any text at all: exact offsets, no crash, nothing invented."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.names import find_names, find_places
from summariser.normalise.place_keys import exact_key, loose_key
from summariser.normalise.place_phrases import parse_place
from summariser.normalise.place_words import is_ordinary, is_place_like
from summariser.sentences import split_sentences

WORDS = (
    "Syria Syrian al-Hol Mustafa Bali Gen. SDF (SDF) the of and in near Ministry Health camp province U.S. "
    "US-backed Deir ez-Zor 's ’s , . “ ” March SHOWDOWN N'Djamena حلب 😀 said 35 -- e\u0301 İ ǅ ß"
)
PIECES = st.sampled_from([*WORDS.split(" "), "\n\n", "\u00a0"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_mention_is_its_own_span(text: str) -> None:
    sentences = split_sentences(text)
    spans = {sentence.id: (sentence.start, sentence.end) for sentence in sentences}
    taken: list[tuple[int, int]] = []
    for name in find_names(text, sentences, None):
        assert name.mentions
        assert name.text in {mention.text for mention in name.mentions}
        for mention in name.mentions:
            assert text[mention.start : mention.end] == mention.text != ""
            start, end = spans[mention.sentence]
            assert start <= mention.start < mention.end <= end
            taken.append((mention.start, mention.end))
    taken.sort()
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(taken)), "no overlaps"


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_names_are_numbered_in_order_and_distinct(text: str) -> None:
    names = find_names(text, split_sentences(text), None)
    assert [name.id for name in names] == [f"P{number}" for number in range(1, len(names) + 1)]
    forms = [form for name in names for form in (name.text, *name.aliases)]
    assert len(forms) == len(set(forms))
    assert set(find_places(names)) <= set(names)
    assert names == find_names(text, split_sentences(text), None)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_reading_a_place_never_fails_and_adds_no_letters(text: str) -> None:
    phrase = parse_place(text)
    for words in (*(name for name, _sort, _part in phrase.names), *phrase.outer):
        assert words.strip()
        assert "".join(words.split()) in "".join(text.split())
    assert isinstance(is_place_like(text[:20], text), bool)
    assert isinstance(is_ordinary(text), bool)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_keys_are_stable(text: str) -> None:
    key = exact_key(text)
    assert exact_key(key) == key
    assert exact_key(f"  {text} ") == key
    assert len(loose_key(text)) == 0 or len(loose_key(text)) > 3
