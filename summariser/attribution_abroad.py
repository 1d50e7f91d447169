"""Who says so, in Spanish, French and Arabic: the source before or behind a verb of saying, or after "según".

    Según la policía, ... / Le ministère a annoncé ... / ..., indique le gouverneur / قالت وزارة الصحة إن ...

Only where a source can be named: a person, a known actor, or words that sources are called by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summariser.attribution_labels import CLOCK
from summariser.lexicon.roles_abroad import GRAMMARS
from summariser.lexicon.saying_abroad import SAYING, Saying
from summariser.lexicon.tongues import Levelled, level, levelled
from summariser.reading import Reading
from summariser.schemas import Claimant
from summariser.sentences import Sentence

Speaker = tuple[Claimant, str]
Said = tuple[int, int, Speaker, int | None]
"""Offsets between which somebody says so, who it is, and from where on it is a denial."""
_BREAK = re.compile('[,،;؛“”"«»—–()]|:(?!\\d\\d(?!\\d))')
"""The colon of a clock parts nothing."""
_MOST_CHARACTERS = 110
_HARD = re.compile('[;؛“”"«»—–()]')
_ACCUSES = re.compile("(?:اتهم|حمل)(?:ت|وا)?")
_QUOTES = '“”"«»'
_NAME_WORDS = 9
_NO_SUBJECT = re.compile(
    r"(?:en )?[a-zà-ÿ]+(?:ant|ndo)(?:l[aeo]s?)? "
    r"|(?:dont|entre (?:eux|elles|ell[oa]s)|incluid[oa]s|y compris) "
    r"|.*\b\d+ [a-zà-ÿ]"
)
"""What no speaker begins with or holds: "tuant une femme, a dit ...", "14 civils, ont indiqué ..."."""
_IS_TOLD = re.compile(
    r".*\b(?<!\bqui )(?:a|ont|avai(?:t|ent)) ete\b"
    r"|.*\b(?<!\bque )(?:fue|fueron|ha sido|han sido|murieron|fallecieron|resultaron|quedaron)\b"
)
"""What is told before a comma and its source: "dix civils ont été tués, ont indiqué des témoins"."""
_ACTS = re.compile(
    r".*(?<!\bqui )(?<!\bdont )\b(?:a|ont|avait|avaient|aurait|auraient) "
    r"(?!été\b)(?:\w+ment )?\w+(?:é|i|is|u|us|it|ert)(?:e?s?)\b"
    r"|.*(?<!\bque )(?<!\bquien )(?<!\bquienes )\b(?!según\b)\w{2,}(?:aron|ieron|ó)\b"
)
"""The same of what somebody did: "l'armée a tué dix hommes, a annoncé l'état-major"."""
_SAYS_NOT = re.compile(
    r"\b(?:n[’'](?:a|ont|avai(?:t|ent)|est)|ne (?:peut|peuvent|\w+))\s+(?:toujours |encore )?"
    r"(?:pas|jamais|rien)\b[^,]*$"
    r"|\b(?:no|tampoco|nunca)(?: (?:ha|han|había|habían|se|lo|pudo|puede))*$",
    re.IGNORECASE,
)
"""A subject whose verb is denied: "la police n'a pas confirmé"."""
_OUTLET = r"(?:la|le|les|los|las|cette|est[ae]|agence|agencia|radio|chaîne|cadena|journal|diario|emisora)"
_TOLD_TO = re.compile(
    rf"(?:à|a|al|au|aux) (?:(?:l[’'](?! )|{_OUTLET} ?)+\S*(?: [A-Z]\S*)*|[A-Z]\S*(?: [A-Z]\S*)*) (?=\S)"
)
"""Whom it was told to, before the source: "ont indiqué à Radio Mahi deux témoins"."""


def said_in(
    reading: Reading, sentence: Sentence, language: str, last: Speaker | None
) -> tuple[list[Said], Speaker | None]:
    """The stretches of a sentence with a source, and who spoke last."""
    how, bare = SAYING[language], levelled(sentence.text)
    matches = sorted(
        (m for p in (how.according, how.verb) for m in p.finditer(bare.text)), key=lambda m: m.start()
    )
    hits: list[tuple[re.Match[str], Speaker]] = []
    taken = -1
    for match in matches:
        if match.start() < taken:
            continue
        speaker = _speaker(reading, sentence, how, bare, match)
        if speaker is None and match.re is how.verb and last is not None and not hits:
            speaker = last if _goes_on(bare, match, how) else None
        if speaker is not None:
            hits.append((match, speaker))
            last = speaker
            taken = match.end() if match.re is how.according else -1
    cuts = _cuts(how, bare, [m.start() for m, _ in hits])
    found: list[Said] = []
    for (a, b), (match, speaker) in zip(cuts, hits, strict=True):
        start, end = sentence.start + _at(bare, a), sentence.start + _at(bare, b)
        denial = match.re is how.verb and how.denies.search(match["verb"]) is not None
        denied = sentence.start + _at(bare, match.start()) if denial else None
        found.append((start, end, speaker, denied))
    return found, last


def _at(bare: Levelled, position: int) -> int:
    """An offset of the levelled text in the original."""
    if bare.at is None:
        return position
    return bare.at[position] if position < len(bare.at) else bare.at[-1] + 1


def _cuts(how: Saying, bare: Levelled, positions: Sequence[int]) -> list[tuple[int, int]]:
    """The part of each source: cut between two at the last contrast, else where the second begins."""
    if not positions:
        return []
    cuts = [0]
    for left, right in pairwise(positions):
        contrasts = list(how.contrast.finditer(bare.text, left, right))
        cuts.append(contrasts[-1].start() if contrasts else right)
    return list(pairwise([*cuts, len(bare.text)]))


def _speaker(
    reading: Reading, sentence: Sentence, how: Saying, bare: Levelled, match: re.Match[str]
) -> Speaker | None:
    if match.re is how.according:
        return _named(reading, sentence, how, bare, match.span("source"))
    if not how.subject_first:
        if not match["after"]:
            before = _before(bare.text, match.start())
            ahead = before[0] < before[1] and _ALONE.match(match[0])
            return _named(reading, sentence, how, bare, before) if ahead else None
        span = match.span("after")
        if _ACCUSES.fullmatch(match["verb"]):
            span = (span[0], _accuser_end(bare.text, *span))
        return _named(reading, sentence, how, bare, span)
    before = _before(bare.text, match.start())
    after = _after(bare.text, match.end())
    if _PRONOUN.fullmatch(bare.text[slice(*before)].strip()):
        return _antecedent(reading, sentence, bare, match.start())
    quoted = bare.text[: match.start()].rstrip().rstrip(",")[-1:] in tuple(_QUOTES)
    empty = before[0] == before[1] or quoted
    if bare.text[: match.start()].rstrip().endswith(",") and before[0] < before[1]:
        first, last = bare.span(_clause(bare.text, before[0]), before[1])
        if _IS_TOLD.match(bare.text, _clause(bare.text, before[0]), before[1]) or _ACTS.match(
            sentence.text, first, last
        ):
            return _named(reading, sentence, how, bare, after)
    for span in (after, before) if empty else (before, after):
        speaker = _named(reading, sentence, how, bare, span)
        if speaker is not None:
            return speaker
    return None


_ALONE = re.compile("[^وف]")
"""An Arabic verb without "and" in front: who stands before it says so ("والي الولاية يقول إن ...")."""
_PRONOUN = re.compile("qui|quien|quienes|que", re.IGNORECASE)


def _antecedent(reading: Reading, sentence: Sentence, bare: Levelled, verb: int) -> Speaker | None:
    """Who is meant by "who": the known body named last before it ("..., affilié à X, qui affirme")."""
    at = sentence.start + _at(bare, verb)
    named = [m for m in reading.actors_in(sentence.id) if m.end <= at and m.canonical.known]
    if not named:
        return None
    words = reading.span(named[-1].start, named[-1].end)
    return Claimant(name=named[-1].canonical.name, words=words, affiliation=None), sentence.id


def _clause(text: str, start: int) -> int:
    """Where the clause begins that a stretch ends: what is told there may be longer than any subject."""
    return max((m.end() for m in _HARD.finditer(text, 0, start)), default=0)


def _before(text: str, end: int) -> tuple[int, int]:
    """The subject before a verb, with the apposition that ends in a comma: "the mayor, Ana Ruiz, said"."""
    stripped = len(text[:end].rstrip())
    closed = text[:stripped].endswith(",")
    edges = [m.end() for m in _BREAK.finditer(text, 0, stripped - 1 if closed else stripped)]
    keep = edges[-2 if closed else -1 :][:1]
    start = keep[0] if keep else 0
    if closed and keep and _RELATIVE.match(text, start):
        head = edges[-3:][0] if len(edges) > 2 else 0
        stripped, closed, start = len(text[: start - 1].rstrip()), False, head if head < start else 0
    start = max(start, stripped - _MOST_CHARACTERS)
    return start + len(text[start:stripped]) - len(text[start:stripped].lstrip()), stripped - closed


_RELATIVE = re.compile(
    r"\s*(?:(?:qui|dont|quien(?:es)?|cuy[oa]s?|dans (?:un|son) (?:communique|rapport|message)"
    r"|en (?:un|su) (?:comunicado|informe|boletin)) "
    r"|(?:por su (?:parte|lado)|de son cote|quant a (?:lui|elle|eux)|lui|elle|eux|de su lado)(?=,|$))",
    re.IGNORECASE,
)
"""A clause between commas, of whoever stands before it: "le maire, qui a perdu un fils, a annoncé"."""
_ACRONYM = re.compile(r"(?:[Ll][’']|[LlEe]\w{1,2} )?[A-ZÁÉÍÓÚÑ]{3,8}(?![\w-])")
"""A body by its letters: "l'OIM", "la COPECO"."""
_SPEAKS_FOR = re.compile(
    r"\b(?:porte-parole|portavoz|vocer[oa]|ministere|ministerio|ministre|ministr[oa]|gouverneur|gobernadora?"
    r"|alcald\w+|maire|prefet|direct(?:eur|rice|or|ora)|jef[ea]|chef|president[ea]?|commandant|comandante"
    r"|secretari[oa]|secretaire|coordinat(?:eur|rice)|coordinadora?) $",
    re.IGNORECASE,
)
"""Who speaks for somebody, or heads something: its name stands behind."""
_WHOSE = re.compile(
    r"(?:de la |de l[’']|de los |de las |del |de )[^\W\d_][\w’'-]*"
    r"(?: (?:de la |de l[’']|des |du |de los |del |de )[^\W\d_][\w’'-]*)?",
    re.IGNORECASE,
)


def _after(text: str, start: int) -> tuple[int, int]:
    stop = re.compile('[,;.:“”"«»()]|\\b(?:que|haber|a que|qu|dans|lors|ce|este|tras|avoir|de)\\b').search(
        text, start + 1
    )
    end = min(stop.start() if stop else len(text), start + _MOST_CHARACTERS)
    if stop is not None and stop[0] == "de" and _SPEAKS_FOR.search(text, start, end):
        whose = _WHOSE.match(text, end)
        end = whose.end() if whose else end
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), start + len(body.rstrip())


def _named(
    reading: Reading, sentence: Sentence, how: Saying, bare: Levelled, span: tuple[int, int]
) -> Speaker | None:
    """The source named in a stretch: a person, else an actor, else a generic source by its words."""
    if span[0] >= span[1]:
        return None
    a, b = bare.span(*span)
    a, b = sentence.start + a, sentence.start + b
    said = reading.text[a:b]
    clock = CLOCK.match(said)
    if clock is not None:
        a, span = a + clock.end(), (span[0] + clock.end(), span[1])
        said = reading.text[a:b]
    if how.subject_first and (_NO_SUBJECT.match(said) or _SAYS_NOT.search(said)):
        return None
    told_to = _TOLD_TO.match(said) if how.subject_first else None
    if told_to is not None:
        a += told_to.end()
        span = (span[0] + told_to.end(), span[1])
    body = next((m for m in reading.actors_in(sentence.id) if a <= m.start and m.end <= b), None)
    for name, mention in reading.names_in(sentence.id):
        if name.kind == "person" and a <= mention.start and mention.end <= b:
            affiliation = body.canonical.name if body else None
            words = reading.span(mention.start, mention.end)
            # "L'hôpital de Gao" has a capital for its article alone.
            shown = how.article.sub("", name.text) if how.generic.search(level(name.text)) else name.text
            return Claimant(name=shown, words=words, affiliation=affiliation), sentence.id
    generic = how.generic.search(bare.text, *span)
    if generic is None and body is None and not (how.subject_first and _ACRONYM.match(said)):
        return None
    words_text = reading.text[a:b].strip()
    a = reading.text.index(words_text, a)
    words_text = " ".join(words_text.split(" ")[:_NAME_WORDS])
    words = reading.span(a, a + len(words_text))
    plain = how.article.sub("", words_text) if how.subject_first else words_text
    known = body.canonical.name if body is not None and body.canonical.known else None
    if known == words_text:
        known = None  # it is known by its own words alone, and has no article in its name
    return Claimant(name=known or plain or words_text, words=words, affiliation=None), sentence.id


def _goes_on(bare: Levelled, match: re.Match[str], how: Saying) -> bool:
    """Whether a verb has no subject of its own: "añadió que", "وأضاف أن", "estime-t-elle"."""
    if not how.subject_first:
        before = _before(bare.text, match.start())
        return match["after"] is None and not (before[0] < before[1] and _ALONE.match(match[0]))
    start, end = _before(bare.text, match.start())
    return "-t-" in match["verb"] or "-" in match["verb"][-4:] or len(bare.text[start:end].split()) <= 1


_DEED_OF = re.compile(
    "ب(?:ارتكاب|الوقوف|شن|تنفيذ|خرق|استهداف|انتهاك|المسؤوليه|احراق|حرق|قتل|قصف|خطف)|مسؤوليه"
)


def _accuser_end(text: str, start: int, end: int) -> int:
    """Where in "X Y of killing" the accused begins: both stand behind the verb, without a word between them.

    The accuser ends with his first definite word and what describes it ("قيادة الجيش السوداني"); whoever
    is named by another word for people or a body behind that is the accused.
    """
    grammar = GRAMMARS["ar"]
    definite = False
    for number, word in enumerate(re.finditer(r"\S+", text[start:end])):
        bare = word[0].removeprefix("ال")
        somebody = any(p.fullmatch(bare) for p in (grammar.bodies, grammar.doers, grammar.crowds))
        deed = _DEED_OF.fullmatch(word[0]) or grammar.deaths.fullmatch(word[0])
        if number and (deed or (definite and somebody)):
            return start + word.start()
        definite = definite or bare != word[0]
    return end
