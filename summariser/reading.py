"""Reading: everything in an article that a summary may rest on, each with its exact place.

The article is a closed world. This module lists it: sentences, numbers, names, actors, dates, and the
cues of the lexicon. Nothing downstream may introduce a value that is not in a `Reading`.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import accumulate
from typing import Any, Final, TypeVar

from summariser.articles import Article
from summariser.cues import Cues, find_cues
from summariser.errors import ArticleTooLong
from summariser.headings import is_numbered, leads_of
from summariser.intrusions import find_intrusions
from summariser.languages import languages_by_sentence
from summariser.name_arabic import is_arabic
from summariser.names import Name, NameMention, find_names
from summariser.normalise.actors import (
    ActorMention,
    CanonicalActor,
    aliases_in,
    canonical_actor,
    find_actors,
)
from summariser.normalise.dates import DateMention, find_dates
from summariser.normalise.numbers import NumberMention, find_numbers
from summariser.normalise.place_types import ResolvedPlace
from summariser.normalise.places import PlaceContext, PlaceResolver
from summariser.place_spans import PlaceSpan, by_people, find_place_spans, main_place
from summariser.plain_text import PlainText, plain_sentences
from summariser.row_lines import second_tables
from summariser.schemas import Evidence, Span
from summariser.sections import NOWHERE, Section, find_sections
from summariser.sentences import Sentence, guess_language
from summariser.tables import Table, Told, find_tables, title_of, told_in_lists, told_in_tables

V = TypeVar("V")
MAX_SENTENCES: Final = 20_000
"""Some 500 pages. Work grows in proportion; where each sentence has an event it takes a minute or two."""
_GENERIC = {
    **dict.fromkeys(
        ("jihadists", "jihadis", "jihadist", "islamists", "extremists", "islamist militants"), "jihadist"
    ),
    **dict.fromkeys(("rebels", "guerrillas", "insurgents", "militants", "terrorists", "subversives"), "any"),
}
_JIHADISTS = {
    "Islamic State", "Al-Qaeda", "al-Qaeda", "Al-Shabaab", "al-Shabaab", "Boko Haram", "Taliban",
    "Hayat Tahrir al-Sham", "Islamic State West Africa Province", "Islamic State Khorasan Province",
    "Jama'at Nusrat al-Islam wal-Muslimin", "Jamaat Nusrat al-Islam wal-Muslimin", "Abu Sayyaf",
    "Jemaah Islamiyah", "Ansar al-Sharia", "Jabhat al-Nusra", "Al-Nusra Front",
    "Tehrik-i-Taliban Pakistan", "Allied Democratic Forces",
}  # fmt: skip
"""Which groups "jihadists" can mean; "rebels" can mean any rebel group."""


@dataclass(frozen=True)
class Reading:
    """An article taken apart.

    All offsets are code points of ``text``; `citing` puts them into the article's.
    """

    article: Article
    plain: PlainText
    """The article without dirt, and the way back to where its words stand in ``article.text``."""
    text: str
    """The plain text with blanks for the sentences that are not read; of the same length."""
    language: str
    sentences: tuple[Sentence, ...]
    """Those that are read. Ids are those of all sentences, so that some may be missing."""
    unread: Mapping[str, str]
    """Why a sentence is not read, by its id."""
    numbers: tuple[NumberMention, ...]
    names: tuple[Name, ...]
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    aliases: Mapping[str, str]
    cues: Cues
    places: PlaceContext
    resolver: PlaceResolver = field(repr=False)
    memo: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)
    """What later steps worked out of the same words or sentence before, by what it is and of what."""

    @cached_property
    def _by_id(self) -> dict[str, Sentence]:
        return {s.id: s for s in self.sentences}

    @cached_property
    def _position(self) -> dict[str, int]:
        return {s.id: i for i, s in enumerate(self.sentences)}

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _numbers_by_sentence(self) -> dict[str, tuple[NumberMention, ...]]:
        filed: dict[str, list[NumberMention]] = {}
        for number in self.numbers:
            filed.setdefault(number.sentence, []).append(number)
        return {k: tuple(v) for k, v in filed.items()}

    @cached_property
    def _actors_by_sentence(self) -> dict[str, tuple[ActorMention, ...]]:
        filed: dict[str, list[ActorMention]] = {}
        for actor in self.actors:
            filed.setdefault(actor.sentence, []).append(actor)
        return {k: tuple(v) for k, v in filed.items()}

    @cached_property
    def _dates_by_sentence(self) -> dict[str, tuple[DateMention, ...]]:
        filed: dict[str, list[DateMention]] = {}
        for mention in self.dates:
            filed.setdefault(mention.sentence, []).append(mention)
        return {k: tuple(v) for k, v in filed.items()}

    @cached_property
    def _numbers_by_id(self) -> dict[str, NumberMention]:
        return {n.id: n for n in reversed(self.numbers)}

    @cached_property
    def _found_actors(self) -> dict[str, CanonicalActor]:
        """Who is meant by some words, the first time that they stand in the article."""
        return {a.text: a.canonical for a in reversed(self.actors)}

    @cached_property
    def _known_groups(self) -> tuple[CanonicalActor, ...]:
        found = {a.canonical.name: a.canonical for a in self.actors if a.canonical.known}
        return tuple(g for g in found.values() if g.kind == "rebel_group")

    @cached_property
    def _names_by_sentence(self) -> dict[str, tuple[tuple[Name, NameMention], ...]]:
        filed: dict[str, list[tuple[Name, NameMention]]] = {}
        for name in self.names:
            for mention in name.mentions:
                filed.setdefault(mention.sentence, []).append((name, mention))
        return {k: tuple(v) for k, v in filed.items()}

    @cached_property
    def lead(self) -> str | None:
        """The id of the first sentence of its body, if it has one."""
        return next((s.id for s in self.sentences if s.role == "body"), None)

    @cached_property
    def place_spans(self) -> Mapping[str, tuple[PlaceSpan, ...]]:
        """The places told of, by sentence id."""
        return find_place_spans(
            self.text, self.sentences, self.names, self.resolver, self.places, self.language
        )

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        return find_sections(self.text, self.sentences)

    def section(self, sentence_id: str) -> Section:
        """What is known of a sentence by the heading and the label that it stands under."""
        return self._sections.get(sentence_id, NOWHERE)

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The language of each sentence, by its id."""
        return languages_by_sentence(self.text, self.sentences)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the article, in text order."""
        return find_tables(self.text, self.sentences, self.numbers, drawn=bool(self.article.pages))

    @cached_property
    def table_starts(self) -> frozenset[int]:
        """Where tables begin directly under another one, with heads of their own."""
        return frozenset(second_tables(self.text))

    @cached_property
    def cells(self) -> Mapping[str, Told]:
        """What tables and lists say of the numbers in them, by the number's id."""
        listed = told_in_lists(self.text, self.sentences, self.numbers, self.dates)
        return {**listed, **told_in_tables(self.tables, self.dates, title_of(self.text))}

    @cached_property
    def rows(self) -> frozenset[str]:
        """The rows and the heads of tables, by their sentences' ids."""
        heads = {h.start for t in self.tables for column in t.columns for h in column.heads}
        bodies = {row.sentence for table in self.tables for row in table.rows}
        return frozenset(bodies | {self.sentence_at(start).id for start in heads})

    @cached_property
    def event_rows(self) -> frozenset[str]:
        """The rows of tables that tell of one incident each, by their sentences' ids."""
        return frozenset(
            t.sentence for t in self.cells.values() if t.of_incidents and t.label.startswith("measure:")
        )

    @cached_property
    def _leads(self) -> dict[str, tuple[str, ...]]:
        return leads_of(self.text, self.sentences)

    @cached_property
    def _chapters(self) -> list[int]:
        return list(accumulate(int(s.id not in self._leads and is_numbered(s)) for s in self.sentences))

    def chapter(self, at: int) -> int:
        """How many numbered headings stand before the sentence at a position.

        A report tells under "4.2 Karsa district" of nothing that it told under "4.1 Dorra district". The
        crossheads of a feature and the times of a live blog part nothing.
        """
        return self._chapters[at]

    def leads(self, sentence_id: str) -> tuple[str, ...]:
        """The lead-in and the heading that a sentence stands under, nearest first."""
        return self._leads.get(sentence_id, ())

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a code point of the article, or the last one before it."""
        return self.sentences[max(bisect.bisect_right(self._starts, offset) - 1, 0)]

    @cached_property
    def main_place(self) -> PlaceSpan | None:
        """The town or region that it is mostly about."""
        return main_place(self.place_spans)

    @cached_property
    def main_people(self) -> PlaceSpan | None:
        """The word for the people of the country that it is mostly about."""
        return by_people(self.text, self.sentences, self.places.main)

    @cached_property
    def local_names(self) -> frozenset[str]:
        """Ids of the names of towns, villages, camps, and what lies in them."""
        spans = (span for found in self.place_spans.values() for span in found)
        return frozenset(span.name.id for span in spans if span.level in {"local", "feature"})

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence with this id; KeyError if there is none."""
        return self._by_id[sentence_id]

    def find(self, sentence_id: str) -> Sentence | None:
        """The sentence with this id, if there is one."""
        return self._by_id.get(sentence_id)

    def index(self, sentence_id: str) -> int:
        """Its position, from 0."""
        return self._position[sentence_id]

    def before(self, sentence_id: str) -> Sentence | None:
        """The sentence before it, if any."""
        at = self.index(sentence_id)
        return self.sentences[at - 1] if at else None

    def evidence(self, *sentence_ids: str) -> tuple[Evidence, ...]:
        """The sentences as evidence, each once, in the order given."""
        return tuple(
            self.once("evidence", s, partial(self._evidence, s)) for s in dict.fromkeys(sentence_ids)
        )

    def _evidence(self, sentence_id: str) -> Evidence:
        sentence = self.sentence(sentence_id)
        return Evidence(sentence=sentence.id, start=sentence.start, end=sentence.end, text=sentence.text)

    def span(self, start: int, end: int) -> Span:
        """A stretch of the text."""
        return Span(text=self.plain.text[start:end], start=start, end=end)

    def numbers_in(self, sentence_id: str) -> tuple[NumberMention, ...]:
        """The numbers of a sentence, in text order."""
        return self._numbers_by_sentence.get(sentence_id, ())

    def number(self, number_id: str) -> NumberMention | None:
        """The number with this id, if there is one."""
        return self._numbers_by_id.get(number_id)

    def once(self, what: str, of: str, work_out: Callable[[], V]) -> V:
        """What is worked out one time for an article, or for a sentence or words of it.

        Args:
            what: Its name.
            of: Of which sentence or words; empty for the article's.
            work_out: Works it out.
        """
        key = (what, of)
        if key not in self.memo:
            self.memo[key] = work_out()
        found: V = self.memo[key]
        return found

    def forget(self, *what: str) -> None:
        """Let go of what was worked out of single sentences, where no later step is likely to ask for it.

        Args:
            what: Its names, as given to ``once``. Who asks all the same has it worked out again.
        """
        for key in [key for key in self.memo if key[0] in what]:
            del self.memo[key]

    def names_in(self, sentence_id: str) -> tuple[tuple[Name, NameMention], ...]:
        """The names that stand in a sentence, in the order of ``names``, each with where it stands there."""
        return self._names_by_sentence.get(sentence_id, ())

    def dates_in(self, sentence_id: str) -> tuple[DateMention, ...]:
        """The times told in a sentence, in text order."""
        return self._dates_by_sentence.get(sentence_id, ())

    def canonical(self, words: str) -> CanonicalActor:
        """Which actor some words mean: as found in the article ("the coalition"), else by table.

        A generic word means the one named group that it can mean: "the jihadists" are Islamic State where
        the article names no other such group.
        """
        actor = self._found_actors.get(words) or canonical_actor(words, text_aliases=self.aliases)
        return self.meant_by(actor) or actor

    def meant_by(self, actor: CanonicalActor) -> CanonicalActor | None:
        """The one known group of the article that a generic actor can mean; None if it is not generic."""
        name = actor.name.casefold()
        last = name.rsplit(None, 1)[-1]  # "urban guerrillas"
        wanted = _GENERIC.get(name) or (_GENERIC.get(last) if actor.name.islower() else None)
        if actor.known or wanted is None:
            return None
        fitting = [g for g in self._known_groups if wanted == "any" or g.name in _JIHADISTS]
        return fitting[0] if len(fitting) == 1 else None

    def where(self, words: str) -> ResolvedPlace:
        """Where words of the article are, as far as the gazetteer and the rest of the article tell."""
        key = ("place", words)
        if key not in self.memo:
            self.memo[key] = self.resolver.resolve(words, context=self.places)
        found: ResolvedPlace = self.memo[key]
        return found

    def actors_in(self, sentence_id: str) -> tuple[ActorMention, ...]:
        """The actors named in a sentence, in text order."""
        return self._actors_by_sentence.get(sentence_id, ())


def read(article: Article, resolver: PlaceResolver) -> Reading:
    """Take an article apart. Pure but for the gazetteer behind ``resolver``.

    Raises:
        ArticleTooLong: It has more than ``MAX_SENTENCES`` sentences.
    """
    plain, found = plain_sentences(article.text, resolver.gazetteer)
    if len(found) > MAX_SENTENCES:
        raise ArticleTooLong(
            f"{article.name or 'The article'} has {len(found):,} sentences; the limit is {MAX_SENTENCES:,}",
            "Split it into single articles",
            sentences=len(found),
            limit=MAX_SENTENCES,
        )
    unread = find_intrusions(found)
    text = _without(plain.text, found, unread)
    sentences = tuple(s for s in found if s.id not in unread)
    names = find_names(text, sentences, resolver)
    return Reading(
        article=article,
        plain=plain,
        text=text,
        language=guess_language(text),
        sentences=sentences,
        unread=unread,
        numbers=find_numbers(text, sentences),
        names=names,
        actors=find_actors(text, sentences),
        dates=find_dates(text, sentences),
        aliases=aliases_in(text),
        cues=find_cues(text, sentences, _of_several_words(names)),
        places=resolver.context(text),
        resolver=resolver,
    )


def _of_several_words(names: Iterable[Name]) -> Iterable[tuple[int, int]]:
    """Where Arabic names of several words stand."""
    return (
        (m.start, m.end) for n in names for m in n.mentions if " " in m.text.strip() and is_arabic(m.text)
    )


def _without(text: str, sentences: Sequence[Sentence], unread: Mapping[str, str]) -> str:
    """The text with blanks for the sentences that are not read, so that nothing finds a word in them."""
    parts, at = [], 0
    for sentence in sentences:
        if sentence.id in unread:
            parts += [text[at : sentence.start], " " * (sentence.end - sentence.start)]
            at = sentence.end
    return "".join([*parts, text[at:]])
