"""The places that an article tells of, each with what governs it: "in X", "from X", "the X police".

A mention of a name becomes a span with its level (a town, a region, a country, a road), its role by the words
before it, and its country. What follows a name to say where it lies ("X in Y province") is its surroundings,
and no place beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summariser.lexicon import place_frames as frames
from summariser.lexicon import places as words
from summariser.names import Name, NameMention
from summariser.normalise.place_tables import demonym_codes
from summariser.normalise.place_types import PlaceContext, ResolvedPlace
from summariser.normalise.places import PlaceResolver
from summariser.sentences import Sentence

Level = Literal["local", "feature", "region", "country", "wide"]
Role = Literal["in", "from", "to", "of", "none"]

_CHAIN = re.compile(
    r"(?:,\s*|\s*\(|\s+(?:in|en|dans|of|de|del|du)\s+|,\s*(?:in|en|dans)\s+)(?:the\s+|el\s+|la\s+|le\s+)?"
)
_BESIDE = re.compile(
    r",?\s+(?:(?:about|some|around|just|a few|unos|à)\s+)*(?:\d+\s?(?:km|kilomet\w+|kilómetros|miles?|m)\s+)?"
    r"(?:(?:to the\s+)?(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern|ward)?\s+"
    r"(?:of|from)|near|close to|not far from|away from|from|outside|on the outskirts of"
    r"|(?:al\s+)?(?:norte|sur|este|oeste) de"
    r"|cerca de|près de|non loin de|au (?:nord|sud) de|à l['’](?:est|ouest) de"
    r"|(?:ال(?:واقعة?|قريبة?)\s+)?(?:شمال|جنوب|شرق|غرب)ي?(?:\s+(?:شرق|غرب)ي?)?(?:\s+(?:مدينة|محافظة|بلدة))?"
    r"|ال(?:قريبة?|مجاورة?)\s+من|قرب)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_CHAIN_SORT = re.compile(
    r"(?:[\w-]+\s+){0,3}?(?:province|district|governorate|state|region|county|municipality|department|canton"
    r"|provincia|departamento|municipio|territoire|région|département)s?(?:\s+(?:of|de|del|du))?\s+$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*(?:،\s*)?و|\s*،\s*|\s*(?:,|/|,?\s*(?:and|y|et|e|&|or|as well as))\s*"
    r"(?:the\s+|in\s+|in\s+the\s+|en\s+|à\s+)?"
)
_LOOK = 60
_BRACKET = re.compile(r"\s*(?:[\w'’-]+\s+){0,2}\([^()]{0,90}")
"""From a place into the bracket behind it, which says where it lies: "X village (Y district, Z"."""
_ADMIN = re.compile(
    r"\s*\b(?:townships?|districts?|sub-?districts?|provinces?|states?|regions?|count(?:y|ies)|governorates?"
    r"|municipalit(?:y|ies)|prefectures?|departments?|divisions?|upazilas?|tehsils?|talukas?|woredas?|zones?"
    r"|LGAs?|sub-?count(?:y|ies)|communes?)\b",
    re.IGNORECASE,
)
_IN_AREA = re.compile(
    r"(?:\s+(?:villages?|towns?|city|hamlets?|areas?|kebele|neighbou?rhoods?|localit(?:y|ies)|wards?"
    r"|communit(?:y|ies)|settlements?|baza+r))?(?:,|,? in| of|,? at)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between a village and the township or district that it lies in: "X village, Y township"."""
_STATE = re.compile(r" (?:[Ss]tate|[Pp]rovince)\b")
_POSSESSED = re.compile(r"['’]s?\s+")
_IN = re.compile(
    r",?\s+in\s+(?:the\s+)?|\s+(?:في\s+|ب)(?:(?:ريف|محافظة|قضاء|ولاية|ناحية|مديرية|إقليم|منطقة|ضواحي)\s+)"
)
"""Between a place and what it lies in, though both are no more than towns by the gazetteer."""
_SEAT = re.compile(r"\b(capital|city|town|village|seat|port|island|suburb),\s+$")
"""Before an apposition: "to the provincial capital, X"."""
_SUCH_AS = re.compile(
    r"\b(villages|towns|cities|areas|districts|provinces|governorates|counties|regions|municipalities|localities|communes"
    r"|neighbou?rhoods|states),?\s+(?:such as|like|including|namely)\s+$",
    re.IGNORECASE,
)
"""Before the first of several that are named: "in districts including X and Y"."""
_CAPITAL = re.compile(r"(?<!\w)[A-Z][a-z]+(?: [A-Z][a-z]+)?(?!\w)|(?<!\w)[A-Z][a-z]+")
_LEFT = re.compile(
    r"\b(?:evacuat|displac|fle|fled|mov|relocat|abandon|people|famil|residents|villagers|households|homes|houses"
    r"|village|town|shelter|camp)\w*\s+(?:from|in|at|around|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:fled|flee\w*|mov\w+|return\w*|relocat\w+|evacuat\w+|taken|transferred|travel\w+|went|walked|way|road|back|home)"
    r"\s+to(?:wards?)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,;:()\[\]\"“”«»]+")
_LOOK_BACK, _OPENING = 9, 3
_RANKS: dict[Level, int] = {"feature": 0, "local": 1, "region": 2, "country": 3, "wide": 4}


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """One mention of a place and what the words around it say of it."""

    start: int
    end: int
    text: str
    sentence: str
    name: Name
    level: Level
    role: Role
    country: str | None
    bears: bool = False
    """It only bears the name of a body or a person, or says where somebody speaks."""
    outer: bool = False
    """It says where the place before it lies."""
    unsure: bool = False
    """Nothing but the words around it says that it is a place."""
    opens: bool = False
    """It sets the scene of its sentence: "In X, ..."."""
    listed: int = 0
    """Of a list the offset where its first place begins, else its own start."""

    reach: int = 0
    """Where what says where it lies ends: the words in between keep nothing apart."""
    around: str = ""
    """The words that follow to say which region it lies in: ", Y province"."""

    @property
    def is_where(self) -> bool:
        """Whether something is told to be there: no way to or from it, no body's name, no surroundings."""
        return self.role == "in" and not (self.bears or self.outer or self.unsure)

    @property
    def mention(self) -> NameMention:
        """The words as a mention, with the region that the place is said to lie in."""
        end = self.end + len(self.around)
        return NameMention(self.start, end, self.text + self.around, self.sentence)


def find_place_spans(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    resolver: PlaceResolver,
    context: PlaceContext,
    language: str,
) -> dict[str, tuple[PlaceSpan, ...]]:
    """Every place told of, by sentence id, in text order."""
    known: dict[str, ResolvedPlace] = {}
    bodies = frozenset(
        m.end
        for n in names
        if n.kind in {"organisation", "group"} and not demonym_codes(n.text)  # "Iraqis in Syria" are there
        for m in n.mentions
    )
    hits: dict[str, list[tuple[NameMention, Name]]] = {}
    for name in names:
        if name.kind in {"place", "camp"} or (name.located and name.kind in {"unknown", "person"}):
            for mention in name.mentions:
                before = text[max(0, mention.start - _LOOK) : mention.start]
                after = text[mention.end : mention.end + _LOOK]
                if after[:1] in {"-", "‑", "$"} or (
                    language != "en" and words.is_no_place(mention.text, before, after)
                ):
                    continue
                if not _is_elsewhere(before, after):
                    hits.setdefault(mention.sentence, []).append((mention, name))
    found: dict[str, tuple[PlaceSpan, ...]] = {}
    for sentence in sentences:
        spans = []
        for named, name in sorted(hits.get(sentence.id, ()), key=lambda hit: hit[0].start):
            mention = named if language == "en" else _with_water(text, sentence, named)
            resolved = known.get(mention.text)
            if resolved is None:
                resolved = known[mention.text] = resolver.resolve(mention.text, context=context)
            if resolved.precision == "country" and (sort := _STATE.match(text, mention.end)):
                within = resolver.resolve(mention.text + sort[0], context=context)
                if within.precision == "admin":  # "Niger state" is in Nigeria
                    resolved = within
                    words_too = mention.text + sort[0]
                    mention = NameMention(mention.start, sort.end(), words_too, mention.sentence)
            span = _span(text, sentence, mention, name, resolved, language, bodies)
            if name.kind in {"place", "camp"} or _may_be_place(text[sentence.start : span.start], span):
                spans.append(span)
        found[sentence.id] = tuple(_with_regions(text, list(_joined(text, spans))))
    return found


def by_people(text: str, sentences: Sequence[Sentence], country: str | None) -> PlaceSpan | None:
    """The first word for the people of a country ("Chinese", "Malians"), where nothing names the country."""
    for sentence in sentences:
        for match in _CAPITAL.finditer(text, sentence.start, sentence.end):
            if country is not None and country in demonym_codes(match[0]):
                mention = NameMention(match.start(), match.end(), match[0], sentence.id)
                name = Name(id="", text=match[0], kind="place", mentions=(mention,), aliases=())
                return PlaceSpan(
                    mention.start, mention.end, match[0], sentence.id, name, "country", "none", country
                )
    return None


def main_place(spans: Mapping[str, Sequence[PlaceSpan]]) -> PlaceSpan | None:
    """The first mention of the town or region that an article names most; its opening counts double."""
    counts: Counter[str] = Counter()
    first: dict[str, PlaceSpan] = {}
    for order, found in enumerate(spans.values()):
        for span in found:
            if span.level in {"local", "region"} and not span.bears:
                counts[span.name.id] += 2 if order < _OPENING else 1
            first.setdefault(span.name.id, span)
    return first[counts.most_common(1)[0][0]] if counts else None


def _span(
    text: str,
    sentence: Sentence,
    mention: NameMention,
    name: Name,
    resolved: ResolvedPlace,
    language: str,
    bodies: frozenset[int],
) -> PlaceSpan:
    before, after = text[sentence.start : mention.start], text[mention.end : sentence.end]
    start = mention.start
    directed = words.DIRECTED.search(before[-60:])
    if directed is not None:
        start -= len(directed[0])
        before = text[sentence.start : start]
    role = role_of(before, language)
    told = (
        words.TOLD_BEFORE.search(before[-80:]) is not None
        or words.DEALT_WITH.search(before[-80:]) is not None
        or _of_a_body(before, start, bodies)
    )
    bears = words.BODY_AFTER.match(after[:60]) is not None or words.SAID_AFTER.match(after[:40]) is not None
    return PlaceSpan(
        start=start,
        end=mention.end,
        text=text[start : mention.end],
        sentence=sentence.id,
        name=name,
        level=level_of(name, resolved),
        role=role,
        country=resolved.country,
        bears=(bears or told) and not _is_dateline(before, after),
        unsure=name.kind not in {"place", "camp"},
        opens=len(before.split()) <= 4
        and role in {"in", "of"}
        and re.match(r"[^.;:]{0,40}?,", after) is not None,
        listed=start,
    )


def _with_water(text: str, sentence: Sentence, mention: NameMention) -> NameMention:
    """A mention with the word for the water that it names: "río X" is not the town of X."""
    water = words.RIVER_BEFORE.search(text, max(sentence.start, mention.start - _LOOK), mention.start)
    if water is None:
        return mention
    return replace(mention, start=water.start(), text=text[water.start() : mention.end])


def _may_be_place(before: str, span: PlaceSpan) -> bool:
    """A name of no known kind right after a preposition of place; a person's only where people left it."""
    if span.bears:
        return False
    if span.name.kind == "person":
        return _LEFT.search(before) is not None
    return span.role in {"in", "from"} or _REACHED.search(before) is not None


def _is_elsewhere(before: str, after: str) -> bool:
    """Whether it is the place of a clock, or that from which something was fired: nothing befell it."""
    return any(
        found is not None
        for found in (
            words.OF_A_CLOCK.search(before),
            words.TIME_AFTER.match(after),
            words.LAUNCHED_FROM.search(before),
        )
    )


def _of_a_body(before: str, start: int, bodies: frozenset[int]) -> bool:
    """ "The Weather Service in X": the body is there, what it tells of need not be."""
    match = re.search(r"\s+(?:in|at|of|for)\s+(?:the\s+)?$", before)
    return match is not None and start - (len(before) - match.start()) in bodies


def _is_dateline(before: str, after: str) -> bool:
    return not before.strip() and re.match(r"[^.!?]{0,40}(?:--|[–—]|\s-\s)", after) is not None


def level_of(name: Name, resolved: ResolvedPlace) -> Level:
    """A town, village or camp; a road, river or building; a region; a country; more than that."""
    if frames.NUMBERED_NAME.fullmatch(name.text):
        return "feature"
    if resolved.precision in {"place", "near"} or name.kind == "camp":
        return "feature" if words.SMALL_FEATURE.search(name.text.split()[-1]) else "local"
    if resolved.precision == "admin":
        return "region"
    reason = resolved.reason or ""
    if resolved.precision == "country" and not reason.startswith("not in the gazetteer"):
        return "country"
    if reason.startswith("a region of several") or reason.startswith("a border"):
        return "wide"
    if (
        words.SMALL_FEATURE.search(name.text)
        or words.BUILDING.search(name.text)
        or reason.startswith("a sea")
    ):
        return "feature"
    return "local"


def role_of(before: str, language: str) -> Role:
    """What governs a name, by the words before it: its nearest preposition or verb."""
    own = words.LOCAL_WORDS.get(language, {})
    tail = _SUCH_AS.sub(r"\1 ", _SEAT.sub(r"\1 ", before[-120:]))
    found = list(_WORD.finditer(tail))
    described = False
    for count, match in enumerate(reversed(found[-_LOOK_BACK:])):
        follows = tail[match.end() : match.end() + 1]
        if follows and not follows.isspace():
            break  # a comma or a bracket ends the phrase
        word = match[0].lower()
        joined = language == "ar" and word[:1] == "ب" and word[1:] in words.SORTS  # "بمدينة"
        if joined or word in own.get("in", ()) or word in words.PLACED:
            return _refined(tail[: match.start()], "in")
        if word in words.ORIGIN_WORDS:
            return "from"
        if word in words.GOAL_WORDS or word in own.get("to", ()):
            return _goal(tail[: match.start()])
        if word in words.OF:
            described = True
            continue
        if (
            word in words.ARTICLES
            or word in words.SORTS
            or word in words.DESCRIBING
            or match[0][:1].isupper()
        ):
            continue
        if described and count <= 5:
            described = False  # the noun that "of" belongs to
            continue
        break
    return "of" if re.search(r"\b(?:of|de|del|du|des)\s+(?:\w+\s+){0,2}$", tail, re.IGNORECASE) else "none"


def _refined(before: str, role: Role) -> Role:
    """ "Fled their homes in X" is from X; "returned to their homes in X" is to X."""
    homes = words.HOMES.search(before)
    if homes is None:
        return role
    return "to" if words.RETURNED.search(homes[0]) else "from"


def _goal(before: str) -> Role:
    return (
        "in"
        if re.search(r"\b(?:close|next|due|damage|according|belong\w*|limited|confined)\s*$", before)
        else "to"
    )


def _joined(text: str, spans: Sequence[PlaceSpan]) -> Iterator[PlaceSpan]:
    """Lists share their first place's role; what a place lies in is no place beside it."""
    last: PlaceSpan | None = None
    inner: PlaceSpan | None = None
    owner: PlaceSpan | None = None
    for index, span in enumerate(spans):
        bracketed = next((i for i in (inner, last) if i and _is_bracketed(text, i, span)), None)
        if span.level in {"local", "feature", "region"} and bracketed is not None:
            last = replace(
                span, outer=True, role=bracketed.role, bears=bracketed.bears, opens=bracketed.opens
            )
            yield last
            continue
        after = spans[index + 1] if index + 1 < len(spans) else None
        if after is not None and _owns(text, span, after):
            owner = span
            last = replace(span, outer=True)
            yield last
            continue
        if owner is not None:  # "in Gujarat's Kutch district": what leads to the first leads to the second
            last, owner = replace(span, role=owner.role, bears=owner.bears, opens=owner.opens), None
        elif last is None:
            last = span
        elif text[last.end : span.start] == ", " and _is_pair(text, spans, index):
            last = replace(span, outer=True, role=last.role, bears=last.bears, opens=last.opens)
        else:
            last = _beside(text, last, span)
        if not last.outer:
            inner = last
        yield last


def _owns(text: str, span: PlaceSpan, other: PlaceSpan) -> bool:
    """ "Gujarat's Kutch district": the first place holds the second, in which it happened."""
    within = _RANKS[other.level] <= _RANKS[span.level] and None not in (span.country, other.country)
    return (
        within
        and span.country == other.country
        and _POSSESSED.fullmatch(text, span.end, other.start) is not None
    )


def _is_bracketed(text: str, inner: PlaceSpan, span: PlaceSpan) -> bool:
    """Whether a place stands in the bracket behind another one, and says where that lies."""
    return inner.level in {"local", "feature"} and _BRACKET.fullmatch(text, inner.end, span.start) is not None


def _is_pair(text: str, spans: Sequence[PlaceSpan], index: int) -> bool:
    """ "X, Y" alone is X in Y; with more of them it may be a list. A country may stand beside a country."""
    last, span = spans[index - 1], spans[index]
    before = text[spans[index - 2].end : last.start] if index > 1 else "."
    after = text[span.end : spans[index + 1].start] if index + 1 < len(spans) else "."
    listed = any(_LISTED.fullmatch(gap) for gap in (before, after))
    alike = span.country == last.country or None in (span.country, last.country)
    return (
        not listed and alike and last.level != "country" and not text[span.end :].startswith((" and ", ","))
    )


def _with_regions(text: str, spans: Sequence[PlaceSpan]) -> Iterator[PlaceSpan]:
    """Each place with the region right after it."""
    for index, span in enumerate(spans):
        after = spans[index + 1] if index + 1 < len(spans) else None
        inner = span.level in {"local", "feature"} and not span.outer
        reach = span.end
        for outer in spans[index + 1 :]:
            if not outer.outer or span.role == "none":
                break  # a dateline's country lies between it and what is told
            reach = outer.end
        around = ""
        if inner and after is not None and after.outer and after.level == "region":
            around = text[span.end : after.end]
            around += ")" * ("(" in around and text.startswith(")", after.end))
        yield replace(span, around=around, reach=reach)


def _beside(text: str, last: PlaceSpan, span: PlaceSpan) -> PlaceSpan:
    gap = text[last.end : span.start]
    wider = _RANKS[span.level] > _RANKS[last.level]
    in_area = last.level == "local" and _IN_AREA.fullmatch(gap) is not None and _is_an_area(text, span)
    if in_area and not last.bears and not _is_an_area(text, last):
        return replace(span, outer=True, role=last.role, opens=last.opens)
    if _BESIDE.fullmatch(gap) and last.level != "feature":
        return replace(span, outer=True)
    if wider and _lies_in(gap) and (span.country == last.country or None in (span.country, last.country)):
        return replace(span, outer=True, role=last.role, bears=last.bears, opens=last.opens)
    if last.role in {"in", "from", "to"} and span.role == "in" and _IN.fullmatch(gap) and not last.bears:
        return replace(span, outer=True, role=last.role, opens=last.opens)
    if span.level == last.level and _LISTED.fullmatch(gap):
        bears = span.bears or last.bears
        return replace(span, role=last.role, bears=bears, listed=last.listed, opens=last.opens)
    return span


def _is_an_area(text: str, span: PlaceSpan) -> bool:
    """Whether a name has the word of an administrative area: "Y township", "the Z district"."""
    words_of = span.text.rsplit(maxsplit=1)
    return _ADMIN.fullmatch(words_of[-1]) is not None or _ADMIN.match(text, span.end) is not None


def _lies_in(gap: str) -> bool:
    """ "X in Y", "X, Y", "X (Y)", "X, in the province of Y"."""
    lead = _CHAIN.match(gap)
    return lead is not None and (
        lead.end() == len(gap) or _CHAIN_SORT.fullmatch(gap[lead.end() :]) is not None
    )
