"""Who says so: the source of each statement, from the regular ways in which news names it.

    Mustafa X, head of the Y office, said ...          source before the verb, with an apposition
    ..., a senior official of Y said on Monday.        source after the last comma
    "...," said Colonel Z.                             source after the verb
    according to Y                                     source after the phrase
    he added / “(quote that goes on)”                  the last speaker goes on

The source of a number is that of its clause, not only of its sentence: "the army said 12 died; the
rebels put the toll at 30".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from summariser.reading import Reading
from summariser.schemas import Claimant
from summariser.schemas.codebooks import Certainty
from summariser.sentences import Sentence

_VERBS = (
    r"said|says|told|tells|wrote|writes|added|adds|reported|reports|announced|announces|confirmed|confirms|claimed"
    r"|claims|stated|states|estimated|estimates|noted|notes|warned|warns|explained|declared|acknowledged|insisted"
    r"|indicated|disclosed|revealed|tweeted|posted|admitted|alleged|counted|documented|verified|recorded|denied|denies"
    r"|put the (?:death )?toll at|puts the (?:death )?toll at|put the (?:number|figure)|rejected|dismissed|recalled"
)
_VERB = re.compile(rf"\b(?:has |have |had )?(?P<verb>{_VERBS})\b", re.IGNORECASE)
_ACCORDING = re.compile(
    r"\baccording to (?P<source>[^,;.\n“”\"]{2,120}?)(?=[,;.\n“”\"]|$| (?:as of|on|in|at|who|which|that|said|were|was)\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:been|was|were|is|are|be|being|as|widely)\s+$", re.IGNORECASE)
_GENERIC = re.compile(
    r"\b(?:officials?|spokes(?:man|woman|person|people)|police|army|military|navy|witness(?:es)?|residents?|ministry|authorities|governments?"
    r"|governor|mayor|minister|sources?|agency|agencies|doctors?|medics?|rescuers?|group|reports?|statement|commander|chief|president|general"
    r"|colonel|captain|lieutenant|director|head|coordinator|commission(?:er)?|department|office|observers?|activists?|locals?|villagers?|survivors?"
    r"|organi[sz]ations?|charity|hospitals?|media|newspaper|radio|television|embassy|envoy|troops|rebels?|militants?|guerrillas?|monitors?|council"
    r"|leaders?|administration|communique|bulletin|data|figures|elders?|workers?|command|headquarters|prosecutors?|judge|bishop|priest|service)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:and |but )?(?:he|she|they|it|the (?:spokesman|spokeswoman|official|minister|statement|source|report|group))(?: also| later| then| further)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:and|but|however|meanwhile|while|although|as|where|on \w+day|late on \w+|earlier|later|in a statement|for (?:its|his|her) part)[,]?\s+",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(r"\b(?:confirm(?:ed|s|ing)?|verified)\b", re.IGNORECASE)
_UNCONFIRMED = re.compile(
    r"\b(?:unconfirmed|not (?:been )?(?:independently )?(?:confirmed|verified)|(?:could|can) not (?:be )?(?:independently )?(?:confirm|verif)\w*)\b",
    re.IGNORECASE,
)
_ESTIMATED = re.compile(
    r"\b(?:not official|unofficial(?:ly)?|estimat\w+|preliminary|provisional|probably|believed to|thought to|presumed|initial (?:figures|reports?|estimates?)|unconfirmed|feared)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:den(?:y|ied|ies|ying)|rejected|dismissed|refuted|disputed?)\b", re.IGNORECASE)
_MAX_SOURCE_WORDS = 16


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of the article and who says it.

    ``start``/``end`` bound the clause for which the source holds; the evidence is ``sentence`` (where
    the statement stands) and, for a speaker who goes on, the sentence that names the speaker.
    """

    sentence: str
    start: int
    end: int
    claimant: Claimant
    named_in: str


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Every stretch with a known source, in text order. Linear in the article."""
    found: list[Statement] = []
    last: Statement | None = None
    quoting = False
    for sentence in reading.sentences:
        if sentence.role not in {"body", "headline"}:
            continue
        here = _in_sentence(reading, sentence, last)
        if not here and last is not None and (quoting or _starts_in_quote(sentence)):
            here = [Statement(sentence.id, sentence.start, sentence.end, last.claimant, last.named_in)]
        found += here
        last = here[-1] if here else last
        quoting = _leaves_quote_open(sentence.text, quoting)
    return tuple(found)


def _starts_in_quote(sentence: Sentence) -> bool:
    return sentence.text[:1] in '“"«'


def _leaves_quote_open(text: str, was_open: bool) -> bool:
    opened, closed = text.rfind("“"), text.rfind("”")
    if opened == closed:  # no curly quote at all
        return was_open
    return opened > closed


def _in_sentence(reading: Reading, sentence: Sentence, last: Statement | None) -> list[Statement]:
    text = sentence.text
    sources: list[tuple[int, Claimant, str]] = []
    for match in _ACCORDING.finditer(text):
        claimant = _claimant(reading, sentence, *match.span("source"))
        if claimant:
            sources.append((match.start(), claimant, sentence.id))
    for match in _VERB.finditer(text):
        hit = _source_of_verb(reading, sentence, match, last)
        if hit:
            sources.append((match.start(), *hit))
    if not sources:
        return []
    sources.sort(key=lambda s: s[0])
    return [
        Statement(sentence.id, start, end, claimant, named_in)
        for (start, end), (_, claimant, named_in) in zip(
            _clauses(sentence, [s[0] for s in sources]), sources, strict=True
        )
    ]


def _clauses(sentence: Sentence, positions: list[int]) -> list[tuple[int, int]]:
    """Cut the sentence between its sources at the strongest break between each two."""
    cuts = [0]
    for left, right in pairwise(positions):
        between = sentence.text[left:right]
        breaks = list(
            re.finditer(r"[;:]|, (?:while|but|and|whereas|though)\b|\b(?:while|but|whereas)\b", between)
        )
        cuts.append(left + breaks[-1].start() if breaks else right)
    cuts.append(len(sentence.text))
    return [(sentence.start + a, sentence.start + b) for a, b in pairwise(cuts)]


def _source_of_verb(
    reading: Reading, sentence: Sentence, match: re.Match[str], last: Statement | None
) -> tuple[Claimant, str] | None:
    text = sentence.text
    before = text[: match.start()]
    if _PASSIVE.search(before):  # "was reported", "widely reported": nobody is named
        return None
    start, end = _chunk_before(before)
    chunk = before[start:end]
    if _VERB.search(chunk):  # "said the command had confirmed": the outer speaker speaks
        return None
    if _PRONOUN.match(chunk.strip()):
        return (last.claimant, last.named_in) if last else None
    claimant = _apposed(reading, sentence, start, end) or _claimant(reading, sentence, start, end)
    if claimant:
        return claimant, sentence.id
    after = re.match(r"\s+(?P<source>[^,;.\n“”\"]{3,120})", text[match.end() :])
    if after and (not chunk.strip() or before.rstrip()[-1:] in '”",»'):
        a, b = match.end() + after.start("source"), match.end() + after.end("source")
        claimant = _claimant(reading, sentence, a, b)
        if claimant:
            return claimant, sentence.id
    return None


def _apposed(reading: Reading, sentence: Sentence, start: int, end: int) -> Claimant | None:
    """The person before an apposition that no comma closes: "X, director of Y said"."""
    if not sentence.text[:start].rstrip().endswith(","):
        return None
    comma = sentence.start + sentence.text[:start].rindex(",")
    for name in reading.names:
        for mention in name.mentions:
            if name.kind == "person" and mention.end == comma:
                body = _body(reading, sentence, sentence.start + start, sentence.start + end)
                return Claimant(name=name.text, words=reading.span(mention.start, mention.end), affiliation=body)
    return None


def _body(reading: Reading, sentence: Sentence, a: int, b: int) -> str | None:
    """The first actor named between two offsets."""
    return next(
        (m.canonical.name for m in reading.actors_in(sentence.id) if a <= m.start and m.end <= b), None
    )


def _body_after(reading: Reading, sentence: Sentence, end: int) -> str | None:
    """The actor in the apposition after a name: "X, head of the Y office,"."""
    rest = sentence.text[end - sentence.start :]
    apposition = re.match(r",\s*([^,]{3,100}),", rest)
    return _body(reading, sentence, end, end + apposition.end()) if apposition else None


def _chunk_before(before: str) -> tuple[int, int]:
    """The noun phrase before a verb of saying, an apposition between commas included."""
    end = len(before.rstrip())
    pieces = [0, *(m.end() for m in re.finditer(r"[,;:“”\"–—]\s*|\s-\s", before[:end]))]
    if before[:end].endswith(","):  # "X, head of Y, said": the name stands before the apposition
        inner = [p for p in pieces if p < end]
        start = inner[-2] if len(inner) >= 2 else 0
        return _trim(before, start, end - 1)
    return _trim(before, pieces[-1], end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    opening = _OPENING.match(text[start:end])
    if opening:
        start += opening.end()
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) > _MAX_SOURCE_WORDS:
        start += words[-_MAX_SOURCE_WORDS].start()
    return start, end


def _claimant(reading: Reading, sentence: Sentence, start: int, end: int) -> Claimant | None:
    """The source named in ``sentence.text[start:end]``: a person, a body, or a generic source."""
    a, b = sentence.start + start, sentence.start + end
    words = reading.article.text[a:b].strip()
    if not words:
        return None
    body = _body(reading, sentence, a, b)
    for name in reading.names:
        for mention in name.mentions:
            if name.kind == "person" and a <= mention.start and mention.end <= b:
                body = body or _body_after(reading, sentence, mention.end)
                return Claimant(
                    name=name.text, words=reading.span(mention.start, mention.end), affiliation=body
                )
    organisation = _organisation(reading, a, b)
    if organisation is None and body is None and not _GENERIC.search(words):
        return None
    at = reading.article.text.index(words, a, b)
    return Claimant(
        name=body or organisation or words,
        words=reading.span(at, at + len(words)),
        affiliation=None,
    )


def _organisation(reading: Reading, a: int, b: int) -> str | None:
    for name in reading.names:
        if name.kind in {"organisation", "group"} and any(a <= m.start and m.end <= b for m in name.mentions):
            return reading.aliases.get(name.text, name.text)
    return None


def certainty_of(text: str, claimed: bool) -> Certainty:
    """How sure a sentence is of its figures, by its own words."""
    if _UNCONFIRMED.search(text):
        return Certainty.ESTIMATED
    if _ESTIMATED.search(text):
        return Certainty.ESTIMATED
    if _DENIED.search(text) and claimed:
        return Certainty.DISPUTED
    if _CONFIRMED.search(text):
        return Certainty.CONFIRMED
    return Certainty.CLAIMED if claimed else Certainty.STATED


def statement_at(statements: tuple[Statement, ...], sentence: str, position: int) -> Statement | None:
    """Who says what stands at ``position`` of ``sentence``; None for the article's own voice."""
    here = [s for s in statements if s.sentence == sentence]
    for statement in here:
        if statement.start <= position < statement.end:
            return statement
    return here[0] if here else None
