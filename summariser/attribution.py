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

from summariser.attribution_abroad import said_in
from summariser.attribution_labels import labelled_source
from summariser.certainty import DENIES, LOOKS_BACK, REACHES_ON
from summariser.languages import languages_by_sentence
from summariser.lexicon.saying import (
    A_NOUN_OF,
    ACCORDING,
    AUXILIARIES,
    BRACKETED,
    BY,
    BY_ACCOUNT,
    BY_ITS_ACCOUNT,
    BY_VERBS,
    CITING,
    ELIDED,
    GENERIC,
    GOES_ON,
    HAS_A_VERB,
    IF_RIGHT,
    IS_ROLE,
    MAKES_A_NOUN,
    NO_ONE,
    NOUNS_TOO,
    OPENING,
    PASSIVE,
    PRONOUN,
    PRONOUN_ALONE,
    PRONOUN_OBJECT,
    QUOTED,
    ROLE_AGAIN,
    SUBORDINATE,
    VERB,
)
from summariser.needed_letters import Gated
from summariser.normalise.places import demonym_country
from summariser.reading import Reading
from summariser.schemas import Claimant
from summariser.sentences import Sentence

_MAX_SOURCE_WORDS = 16
_SAYINGS = tuple(
    map(Gated, (ACCORDING, IF_RIGHT, BY_ACCOUNT, BY_ITS_ACCOUNT, BRACKETED, ELIDED, QUOTED, VERB))
)


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
    denied_from: int | None = None
    """From here on the source denies what is said."""


_Speaker = tuple[Claimant, str]


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Every stretch with a known source, in text order. Linear in the article."""
    found: list[Statement] = []
    last: _Speaker | None = None
    quoting: int | None = None
    spoken = languages_by_sentence(reading.text, reading.sentences)
    for sentence in reading.sentences:
        if sentence.role not in {"body", "headline"}:
            continue
        if spoken.get(sentence.id, "en") == "en":
            here, last = _in_sentence(reading, sentence, last)
        else:
            said, last = said_in(reading, sentence, spoken[sentence.id], last)
            here = [Statement(sentence.id, a, b, *speaker, denied) for a, b, speaker, denied in said]
        label = None if here else labelled_source(reading, sentence)
        if label is not None:
            last = (label[0], sentence.id)
            here = [Statement(sentence.id, label[1], sentence.end, *last)]
        # A quotation that is never closed must not swallow the rest: it ends with its paragraph, and
        # one that goes on opens the next paragraph with a quotation mark.
        if not here and last is not None and (quoting == sentence.paragraph or _is_quote(sentence.text)):
            here = [Statement(sentence.id, sentence.start, sentence.end, *last)]
        found += here
        still = _leaves_quote_open(sentence.text, quoting == sentence.paragraph)
        quoting = sentence.paragraph if still else None
    return tuple(found)


def _is_quote(text: str) -> bool:
    """Whether a sentence is a quotation, and not one that begins with a name in quotation marks."""
    if text[:1] not in '“"«':
        return False
    closing = max(text.rfind(mark) for mark in '”"»')
    return closing <= 0 or len(text) - closing <= 2


def _leaves_quote_open(text: str, was_open: bool) -> bool:
    opened, closed = text.rfind("“"), text.rfind("”")
    if opened == closed:  # no curly quote at all
        return was_open
    return opened > closed


def _in_sentence(
    reading: Reading, sentence: Sentence, last: _Speaker | None
) -> tuple[list[Statement], _Speaker | None]:
    """The statements of a sentence, and who spoke last."""
    text = sentence.text
    matches = [m for p in _SAYINGS for m in p.finditer(text)]
    sources: list[tuple[re.Match[str], _Speaker]] = []
    for match in sorted(matches, key=lambda m: m.start()):
        hit = _source_of(reading, sentence, match, last)
        if hit:
            sources.append((match, hit))
            last = hit
    clauses = _clauses(sentence, [m.start() for m, _ in sources]) if sources else []
    found = [
        Statement(sentence.id, start, end, *hit, denied_from=_denied_from(sentence, match, start))
        for (start, end), (match, hit) in zip(clauses, sources, strict=True)
    ]
    return found, last


def _source_of(
    reading: Reading, sentence: Sentence, match: re.Match[str], last: _Speaker | None
) -> _Speaker | None:
    if match.re is VERB:
        return _source_of_verb(reading, sentence, match, last)
    if match.re is ELIDED and (last is None or last[1] != sentence.id or HAS_A_VERB.search(match["source"])):
        return None
    if match.re is BRACKETED and not re.search(
        r"\d|\b(?:dead|killed|injured|wounded|missing)\b", _ahead_of(sentence, match)
    ):
        return None  # brackets behind a name: its abbreviation
    if PRONOUN_OBJECT.fullmatch(match["source"]):
        return last
    claimant = _claimant(reading, sentence, *match.span("source"))
    return (claimant, sentence.id) if claimant else None


_BRACKET_REACH = 30
"""A source in brackets stands so near the number that it gives."""


def _ahead_of(sentence: Sentence, match: re.Match[str]) -> str:
    return sentence.text[max(0, match.start() - _BRACKET_REACH) : match.start()]


def _denied_from(sentence: Sentence, match: re.Match[str], clause: int) -> int | None:
    """Where a denial begins to hold: at its verb, or at once where it looks back ("..., which he denies")."""
    denial = DENIES.match(sentence.text, match.start("verb")) if match.re is VERB else None
    if denial is None:
        return None
    looks_back = LOOKS_BACK.fullmatch(denial.group()) and not REACHES_ON.match(sentence.text, denial.end())
    return clause if looks_back else sentence.start + denial.start()


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
    reading: Reading, sentence: Sentence, match: re.Match[str], last: _Speaker | None
) -> _Speaker | None:
    text, verb = sentence.text, match["verb"].casefold()
    before = text[: match.start()]
    if last is not None and last[1] == sentence.id and GOES_ON.search(before):
        return last  # "X denied it and said that ..."
    if verb in NOUNS_TOO and (MAKES_A_NOUN.search(before) or _begins_with_a_noun(text, match)):
        return None
    by = BY.match(text, match.end()) if verb in BY_VERBS else None
    if by:  # "were reported by the ministry"
        claimant = _claimant(reading, sentence, *by.span("source"))
        return (claimant, sentence.id) if claimant else None
    if PASSIVE.search(before) and not verb.startswith("quoted"):
        return None  # "was reported", "widely reported": nobody is named
    start, end = _chunk_before(before)
    chunk = before[start:end]
    if any(m["verb"].casefold() not in NOUNS_TOO for m in VERB.finditer(chunk)):
        return None  # "said the command had confirmed": the outer speaker speaks
    if _goes_on(reading, chunk.strip(), last):
        return last
    inverted = _inverted(reading, sentence, match)
    if inverted:
        return inverted, sentence.id
    if _is_subordinate(reading, sentence, start, end):
        return None
    citing = CITING.search(chunk)
    if citing:
        start, end = start + citing.start("source"), start + citing.end("source")
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


def _begins_with_a_noun(text: str, match: re.Match[str]) -> bool:
    """Whether "Reports that soldiers killed 12" begins a clause: no soldiers report anything there."""
    before = text[: match.start()].rstrip()
    return (not before or before[-1] in ",;:—–") and A_NOUN_OF.match(text, match.end()) is not None


def _goes_on(reading: Reading, chunk: str, last: _Speaker | None) -> bool:
    """Whether the subject is the speaker before, or nobody who is known: "he", "the general"."""
    if PRONOUN.match(chunk) and (last or PRONOUN_ALONE.match(chunk)):
        return True
    again = ROLE_AGAIN.match(chunk)
    return again is not None and last is not None and _is_called(reading, last[0], again["role"].casefold())


def _is_called(reading: Reading, claimant: Claimant, role: str) -> bool:
    """Whether a role stands in a speaker's words, or right before them: "General Omar Said"."""
    words = claimant.words
    before = reading.text[max(0, words.start - _TITLE) : words.start].split()[-2:]
    return role in f"{' '.join(before)} {words.text}".casefold().split() and claimant.name.casefold() != role


_TITLE = 40
"""A title stands within so many characters before its name."""


def _is_subordinate(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the subject stands in a clause of time: "the raid came after the army announced a truce"."""
    head = sentence.text[start:end].partition(",")[0]
    cuts = list(SUBORDINATE.finditer(head))
    if not cuts:
        return False
    at = start + cuts[-1].start()
    return _claimant(reading, sentence, start, at) is None and (
        _claimant(reading, sentence, at, start + len(head)) is not None
    )


def _inverted(reading: Reading, sentence: Sentence, match: re.Match[str]) -> Claimant | None:
    """The source right after the verb: "four children were killed, said X, the head nurse"."""
    if sentence.text[: match.start()].rstrip()[-1:] not in {",", "”", '"', "»", "’"}:
        return None
    after = re.match(r"\s+(?P<source>[^,;.\n“”\"]{3,80})(?=[,;.]|$)", sentence.text[match.end() :])
    if after is None or HAS_A_VERB.search(after.group("source")):
        return None  # "X, head of Y, said the command had confirmed": what follows is what was said
    a, b = match.end() + after.start("source"), match.end() + after.end("source")
    return _claimant(reading, sentence, a, b)


def _apposed(reading: Reading, sentence: Sentence, start: int, end: int) -> Claimant | None:
    """The person before an apposition that no comma closes: "X, director of Y said"."""
    if not sentence.text[:start].rstrip().endswith(","):
        return None
    comma = sentence.start + sentence.text[:start].rindex(",")
    for name, mention in reading.names_in(sentence.id):
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
    apposition = re.match(r",\s*(?P<role>[^,;.]{3,100})(?=[,;.”\"]|$)", rest)
    if apposition is None or not (rest[apposition.end() :][:1] == "," or IS_ROLE.match(apposition["role"])):
        return None
    return _body(reading, sentence, end, end + apposition.end())


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
    opening = OPENING.match(text[start:end])
    if opening:
        start += opening.end()
    trailing = AUXILIARIES.search(text[start:end])
    if trailing and trailing.start() > 0:
        end = start + trailing.start()
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) > _MAX_SOURCE_WORDS:
        start += words[-_MAX_SOURCE_WORDS].start()
    return start, end


def _claimant(reading: Reading, sentence: Sentence, start: int, end: int) -> Claimant | None:
    """The source named in ``sentence.text[start:end]``: a person, a body, or a generic source."""
    a, b = sentence.start + start, sentence.start + end
    words = reading.text[a:b].strip()
    if not words or NO_ONE.match(words):
        return None
    body = _body(reading, sentence, a, b)
    for name, mention in reading.names_in(sentence.id):
        if name.kind == "person" and a <= mention.start and mention.end <= b:
            body = body or _body_after(reading, sentence, mention.end)
            return Claimant(name=name.text, words=reading.span(mention.start, mention.end), affiliation=body)
    head = words.partition(",")[0]
    if head != words and (GENERIC.search(head) or _body(reading, sentence, a, a + len(head) + 1)):
        words = head  # "the army, which lost four men": the rest only says more of it
        b = reading.text.index(words, a, b) + len(words)
    organisation = _organisation(reading, sentence, a, b)
    if organisation is None and body is None and not GENERIC.search(words):
        return None
    at = reading.text.index(words, a, b)
    return Claimant(
        name=body or organisation or _plain(reading, sentence, words, at),
        words=reading.span(at, at + len(words)),
        affiliation=None,
    )


def _plain(reading: Reading, sentence: Sentence, words: str, start: int) -> str:
    """A generic source under one name, wherever it stands: "Officials", "the officials" are officials."""
    bare = re.sub(r"^(?:the|an?|its|their|his|her)\s+", "", words, flags=re.IGNORECASE)
    first = start + len(words) - len(bare)
    named = any(m.start <= first < m.end for _, m in reading.names_in(sentence.id))
    keeps_its_capital = named or bare[1:2].isupper() or demonym_country(bare.split()[0]) is not None
    return bare if keeps_its_capital else bare[:1].lower() + bare[1:]


def _organisation(reading: Reading, sentence: Sentence, a: int, b: int) -> str | None:
    for name, mention in reading.names_in(sentence.id):
        if name.kind in {"organisation", "group"} and a <= mention.start and mention.end <= b:
            return reading.aliases.get(name.text, name.text)
    return None


def statement_at(statements: tuple[Statement, ...], sentence: str, position: int) -> Statement | None:
    """Who says what stands at ``position`` of ``sentence``; None for the article's own voice."""
    here = [s for s in statements if s.sentence == sentence]
    for statement in here:
        if statement.start <= position < statement.end:
            return statement
    return here[0] if here else None
