"""Which of an article's places belongs to an event, a figure or a movement.

Every place of the sentence has a cost: how wide it is, what governs it, and how many clauses and other
numbers stand between it and the word that it is asked for. The cheapest is taken. Where a sentence names
none, the heading above it, the sentences before and after it and the scene of the article are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summariser.lexicon import places as words
from summariser.names import Name, NameMention
from summariser.place_spans import PlaceSpan
from summariser.reading import Reading
from summariser.scenes import scene_at

LOOK_BACK = 5
"""How many sentences before an event its town may have been named."""
_WIDE = {"local": 0.0, "feature": 1.8, "region": 0.8, "country": 4.0, "wide": 6.0}
_GOVERNED = {"in": 0.0, "from": 0.3, "to": 0.8, "of": 0.6, "none": 1.6}
_BEARS, _OUTER, _UNSURE = 5.0, 1.5, 1.0
_EARLIER, _LATER, _NEW_PARAGRAPH = 2.2, 4.2, 0.8
_SCENE, _LAST, _WHOLE, _STEP, _HEAD = 4.4, 7.5, 1.5, 0.5, 1.8
_TIGHT, _CLOSE = -1.5, -1.0
_SHORT_GAP = 45
_RIGHT_AFTER = re.compile(
    r"\s*(?:[\w-]+\s+){0,4}?\(?(?:(?:in|from|at|on|against|into|near|over|outside|around|across|inside|of|upon|along|through"
    r"|en|à|a|de|dans)\s+)?(?:the\s+)?(?:(?:[a-z]+\s+)?[a-z]+ of\s+)?"
)
"""Between a word of violence and the place where it was: "attack on", "pounded the village of"."""
_HEADS = re.compile(
    r"\s*[(:–—-]?\s*(?:(?!(?:and|or|but|while|whereas|y|e|o|et|ou|mientras|tandis|و|ثم|بينما)\b)\w+\s+)?[(:]?\s*"
)
"""Between a place and its number: "Jajpur: 3,200", "Jajpur district 3,200", not "in Jajpur and 3,200 in"."""
_DATELINE = re.compile(r"(?:,\s[^.!?–—-]{1,30}|\s\([^()]{1,20}\))*\s(?:--?|[–—])\s")
_CLAUSE_OPENS = re.compile(
    r"(?:[;,]|\b(?:and|but|while|whereas|y|mientras que|et|tandis que?|alors que?)\b|\bو|بينما|فيما)"
    r"\s*(?:(?:and|but|while|whereas|y|mientras que|et|tandis qu['’e]?|alors qu['’e]?|meanwhile)\s*)?"
    r"(?:in|at|around|near|en|à|au|dans|في|ب)\s*(?:the\s+|la\s+|el\s+|le\s+)?$"
)
"""What stands before a place that opens a clause."""
_OPENED_ANEW = 1.7
_WRITTEN = re.compile(r"\s?[–—-]{1,2}\s")
_FAR, _APART = 400.0, 1.5
_TOO_DEAR = 9.0
_HEADING_LENGTH = 60
_SITE_OPENS = re.compile(
    r"(?:(?:the|le|la|el)\s+)?(?:[\w-]+\s+){0,2}?(?:camps?|sites?|settlements?|shelters?|campos?|campamentos?|albergues?)\s+"
    r"(?:of|at|in|de|du|d['’])\s*(?:(?:the|la|le)\s+)?$"
    r"|(?:مخيم|موقع|ملجأ)\s+$",
    re.IGNORECASE,
)
"""What stands before a site that is what its sentence is about: "The camp of X"."""
_SITE_FOLLOWS = re.compile(
    r"\s+(?:(?:IDP|refugee|displacement|transit)\s+)?(?:camp|site|settlement|shelter)\b"
)
_SITE_NAME = re.compile(r"\b(?:camp|site|settlement|shelter)\b|^مخيم", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_DATED = re.compile(r"\d{1,2}\s*(?:[A-Z][a-z]{2}|de\s|[a-zé]{3,9}\b)|\([A-Z]{2,6}\)|\s[-–—]{1,2}\s|[.!?]$")


def places_in(reading: Reading, sentence: str) -> list[tuple[Name, NameMention]]:
    """The places named in a sentence, in text order; "US-backed" names none."""
    return [(span.name, span.mention) for span in reading.place_spans.get(sentence, ())]


def is_local(reading: Reading, name: Name) -> bool:
    """A town, village or camp, as against a province or a country."""
    return name.id in reading.local_names


def place_for(reading: Reading, sentences: Sequence[str], near: int | None = None) -> NameMention | None:
    """The place of an event or fact: of its sentences, else of those around them, else the article's.

    Args:
        reading: The article.
        sentences: The evidence, main sentence first.
        near: Offset of the word that reports it: of several towns the nearest to it is meant.
    """
    at = near if near is not None else reading.sentence(sentences[0]).start
    own = [
        (cost(reading, span, at) + 1.2 * order, span)
        for order, sentence in enumerate(sentences)
        for span in reading.place_spans.get(sentence, ())
        if near is None or _is_of_the_scene(reading, span, near)
    ]
    best = _cheapest([*own, *_around(reading, sentences)])
    return best.mention if best is not None else None


def _is_of_the_scene(reading: Reading, span: PlaceSpan, near: int) -> bool:
    """Whether a place is none of another scene of the sentence: "three in Karsa and five in Dorra"."""
    scene = scene_at(reading, near) if reading.sentence_at(near).id == span.sentence else None
    return scene is None or scene.start <= span.start < scene.end


def movement_places(
    reading: Reading, sentence: str, since: int, number: tuple[int, int] | None = None
) -> tuple[NameMention | None, NameMention | None, NameMention | None]:
    """(place, origin, destination) of a movement, by what governs each place of its sentence.

    Args:
        reading: The article.
        sentence: The sentence that states the movement.
        since: Where the movement begins to be told. A name before that belongs to another clause ("laid
            siege to X to allow the evacuation of thousands") and says where, not whereto.
        number: Offsets of the number, if there is one.
    """
    at = number[0] if number else since
    end = number[1] if number else since
    spans = [s for s in reading.place_spans.get(sentence, ()) if not s.outer and s.level != "wide"]
    roles: dict[str, list[tuple[float, PlaceSpan]]] = {"in": [], "from": [], "to": []}
    for span in spans:
        role = span.role if span.role in {"from", "to"} and span.start >= since else "in"
        if span.bears:
            continue
        roles[role].append((cost(reading, span, at, end), span))
    place, origin, destination = (_cheapest(roles[role], 4.5) for role in ("in", "from", "to"))
    return tuple(span.mention if span else None for span in (place, origin, destination))  # type: ignore[return-value]


def cost(reading: Reading, span: PlaceSpan, at: int, end: int | None = None) -> float:
    """How far a place of the sentence is from being that of the words at ``at``."""
    total = _WIDE[span.level] + _GOVERNED[span.role]
    total += _BEARS * span.bears + _OUTER * span.outer + _UNSURE * span.unsure
    sentence = reading.sentence(span.sentence)
    if not sentence.start <= at < sentence.end:
        return total
    return total + _between(reading, span, at, end if end is not None else at)


def _between(reading: Reading, span: PlaceSpan, at: int, end: int) -> float:
    text = reading.text
    if span.end <= at and (span.role != "from" or end != at):
        gap = text[max(span.end, min(span.reach, at)) : at]
        if _is_dateline(reading, span, gap):
            return 0.2
        if _HEADS.fullmatch(gap) and "\n" not in gap and len(gap) < 12:
            return _TIGHT if span.role != "in" or gap.strip() else _CLOSE
        if words.WHERE.match(gap):
            gap = gap[words.WHERE.match(gap).end() :]  # type: ignore[union-attr]
    elif span.end <= at:
        gap = text[span.end : at]  # who came from there need not have acted there
    else:
        gap = text[end : span.start]
        if len(gap) < _SHORT_GAP and _RIGHT_AFTER.fullmatch(gap):
            return _TIGHT
    if span.opens and span.end <= at and not re.search(r"[;]|\.\s", gap):
        return 0.2 if _opened_anew(reading, span, at) is None else _OPENED_ANEW
    low, high = min(max(span.end, span.reach), at), max(span.start, end)
    crossed = sum(low < n.start and n.end < high and n.start != at for n in reading.numbers_in(span.sentence))
    total = 2.0 * len(words.BREAK_HARD.findall(gap)) + 0.6 * gap.count(",") + 0.5 * min(crossed, 4)
    total += 0.5 * len(words.BREAK_CLAUSE.findall(gap)) + len(gap) / _FAR
    return min(total, _APART + (total - _APART) / 5)  # the same sentence, however long, before others


def _opened_anew(reading: Reading, span: PlaceSpan, at: int) -> PlaceSpan | None:
    """The place that a later clause opens with: "In Beira 40 were hurt, while in Dondo 12 were"."""
    for other in reading.place_spans.get(span.sentence, ()):
        inside = span.end < other.start and other.end <= at and other.is_where
        if inside and _CLAUSE_OPENS.search(reading.text[span.end : other.start]):
            return other
    return None


def _is_written_there(reading: Reading, span: PlaceSpan) -> bool:
    """ "CALI - Five farmers of Toribío": the town of a dateline, in a sentence that names another."""
    sentence = reading.sentence(span.sentence)
    if span.start != sentence.start or _DATELINE.match(sentence.text, span.end - sentence.start) is None:
        return False
    others = reading.place_spans.get(span.sentence, ())
    return any(o.start > span.end and o.level in {"local", "feature"} and not o.bears for o in others)


def _is_dateline(reading: Reading, span: PlaceSpan, gap: str) -> bool:
    """ "Cali – Cinco civiles murieron en Toribío": a line opens with where it was written."""
    if not _WRITTEN.match(gap) or span.start != reading.sentence(span.sentence).start:
        return False
    others = reading.place_spans.get(span.sentence, ())
    return any(o.start > span.end and o.role == "in" and o.level == "local" and not o.bears for o in others)


def _around(reading: Reading, sentences: Sequence[str]) -> Iterable[tuple[float, PlaceSpan]]:
    """The places that are told of around sentences, with what they cost there."""
    first = reading.index(sentences[0])
    text = reading.sentence(sentences[0]).text
    main = reading.main_place
    country = _of_main_country(reading)[:1] or ([reading.main_people] if reading.main_people else [])
    nationwide = words.NATIONWIDE.search(text) is not None or words.THE_WHOLE_WAR.match(text) is not None
    if nationwide or words.WHOLE_COUNTRY.search(text):
        yield from ((_WHOLE, span) for span in country)
    if nationwide:
        return
    heading = _heading(reading, first)
    if heading is not None:
        yield _HEAD + _WIDE[heading.level], heading
    for back in range(1, min(LOOK_BACK, first) + 1):
        if reading.chapter(first - back) != reading.chapter(first):
            break
        earlier = reading.sentences[first - back]
        if earlier.id in reading.rows and sentences[0] not in reading.rows:
            continue  # the last row of a table is no scene of what is told under it
        apart = _NEW_PARAGRAPH * (earlier.paragraph != reading.sentences[first].paragraph)
        for order, span in enumerate(_by_cost(reading, earlier.id)):
            if _is_written_there(reading, span):
                continue
            bonus = -0.6 if main is not None and span.name is main.name else 0.0
            yield cost(reading, span, -1) + _EARLIER + _STEP * back + apart + 0.2 * order + bonus, span
    later = [
        span for sentence in _later(reading, sentences) for span in reading.place_spans.get(sentence, ())
    ]
    aside = {span.name.id for span in later if _is_told_of(reading, span)}
    for span in later:
        if span.name.id not in aside:
            ahead = reading.index(span.mention.sentence) - first - 1
            yield cost(reading, span, -1) + _LATER + 0.7 * ahead, span
    if main is not None and (main.name.id not in aside or main.mention.start < later[0].mention.start):
        yield _SCENE, main
    yield from ((_LAST, span) for span in country)


def _later(reading: Reading, sentences: Sequence[str]) -> list[str]:
    """The two sentences behind the first, but for rows of tables and what is evidence already."""
    first = reading.index(sentences[0])
    return [
        later.id
        for later in reading.sentences[first + 1 : first + 3]
        if later.id not in sentences and (later.id not in reading.rows or sentences[0] in reading.rows)
    ]


def _is_told_of(reading: Reading, span: PlaceSpan) -> bool:
    """Whether a sentence begins with a site and tells of it, and of no violence: "The camp of X is full"."""
    sentence = reading.sentence(span.mention.sentence)
    before = reading.text[sentence.start : span.mention.start]
    opens = _SITE_OPENS.fullmatch(before) is not None or (
        before.strip().casefold() in {"", "the"}
        and (
            _SITE_NAME.search(span.mention.text) is not None
            or _SITE_FOLLOWS.match(reading.text, span.mention.end) is not None
        )
    )
    return opens and not reading.cues.of(sentence.id, "event", "measure", "cause")


def _by_cost(reading: Reading, sentence: str) -> list[PlaceSpan]:
    return sorted(reading.place_spans.get(sentence, ()), key=lambda span: cost(reading, span, -1))


def _cheapest(costs: Sequence[tuple[float, PlaceSpan]], most: float = _TOO_DEAR) -> PlaceSpan | None:
    fitting = [item for item in costs if item[0] <= most]
    return min(fitting, key=lambda item: (item[0], item[1].start))[1] if fitting else None


def _heading(reading: Reading, at: int) -> PlaceSpan | None:
    """The place of the line that heads the sentence, where a line is little else than a place."""
    for sentence in reversed(reading.sentences[max(0, at - 8) : at]):
        spans = reading.place_spans.get(sentence.id, ())
        if spans and sentence.id not in reading.rows and _is_heading(sentence.text, spans):
            return next((s for s in spans if not s.outer), spans[0])
    return None


def _is_heading(text: str, spans: Sequence[PlaceSpan]) -> bool:
    """A line with a place and hardly another word, or one that ends with a colon; no dateline."""
    if len(text) > _HEADING_LENGTH or _DATED.search(text):
        return False
    others = len(_LONG_WORD.findall(text)) - sum(len(_LONG_WORD.findall(s.text)) for s in spans)
    return others <= 1 or (others <= 4 and text.rstrip().endswith(":"))


def _of_main_country(reading: Reading) -> list[PlaceSpan]:
    return reading.once("of main country", "", lambda: _spans_of_main_country(reading))


def _spans_of_main_country(reading: Reading) -> list[PlaceSpan]:
    country = reading.places.main
    return [
        s
        for spans in reading.place_spans.values()
        for s in spans
        if s.level == "country" and s.country == country and country is not None
    ]
