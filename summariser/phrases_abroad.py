"""Noun phrases of a Spanish, French or Arabic sentence that can stand on a side of an event.

No parser: a phrase is a noun of people, bodies or things, or a name that the reading holds, with its
adjectives and with whose it is ("frente de las FARC"). What stands in front of it is remembered: a subject
has no preposition there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summariser.cues import unit_and_group
from summariser.lexicon.roles_abroad import GRAMMARS
from summariser.lexicon.tongues import Levelled, levelled
from summariser.reading import Reading
from summariser.schemas.codebooks import ActorKind
from summariser.schemas.codebooks import PopulationGroup as G

_TOKEN: Final = re.compile(r"\w+['’](?=\w)|\w+(?:[-‑.]\w+)*|[^\w\s]")
_BODIES: Final = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL_FORCES,
    }
)
_THINGS: Final = frozenset({"homes", "buildings", "vehicles", "settlements"})
_GLUE: Final = re.compile("(?P<and>[وف])?(?P<prep>[بك]|ل(?!ل))?(?P<the>ال|لل)?(?=..)")
HARD: Final = frozenset(".;:!?؛؟—–()")
"""Marks that end a clause."""
ARMED: Final = frozenset({G.SOLDIERS, G.POLICE, G.PEACEKEEPERS})
_LONGEST: Final = 4
_SIGN: Final = re.compile("[\u064b-\u065f\u0670]")
_CRAFT: Final = re.compile(
    "(?:ال)?(?:طائره|طائرات|مسيره|مسيرات|مروحيه|مروحيات)|drones?|avions?|avion(?:es)?|helicopteros?|helicopteres?|cazas?"
)
_ADJECTIVE: Final = re.compile(
    r"\w{2,}(?:an[oa]|ic[oa]|al|ales|ar|ares|ens|enses?|ist[ae]|iv[oa]|os[oa]|en[oa]|es|esa|ad[oa]|id[oa]|ient[oa]|iles|il|ent[ea]"
    r"|ais|aise|ien|ienne|ique|eux|euse|ee|ant|ante|el|elle|aux|ois|oise|if|ive|aire)s?"
)
_NOUN: Final = re.compile(r"[^\W\d_A-ZÁÉÍÓÚÑÀÂÇÈÊÎÔ][\w-]{3,}")
_GLUED_PREPOSITION: Final = re.compile("و|[بف]ال|لل")
_ADVERBS_AR: Final = frozenset(
    [
        "امس",
        "اليوم",
        "ليلا",
        "صباحا",
        "مساء",
        "فجرا",
        "ظهرا",
        "النار",
        "الرصاص",
        "نار",
        "هجوما",
        "بالرصاص",
        "احتجاجا",
        "هناك",
        "ايضا",
        "لدي",
    ]
)
_TIMES: Final = re.compile(
    "(?:ال)?(?:ليل[هة]|يوم|صباح|مساء|فجر|ظهر|عصر|ساع[هة]|اسبوع|شهر|عام|سن[هة]|احد|اثنين|ثلاثاء|اربعاء|خميس|جمع[هة]|سبت)"
    "|lunes|martes|miercoles|jueves|viernes|sabado|domingo|noche|madrugada|manana|tarde|dia|semana|mes"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|nuit|matin|soir|aube|jour|semaine|mois|annee"
)
"""Words of time: nobody acts or suffers by these names."""
_AREAS: Final = re.compile(
    "provinces?|regions?|departements?|district|cercle|commune|territoire|prefecture|provincia|departamento"
    "|municipio|distrito|canton|comuna|corregimiento|estado"
)
"""Behind a comma they say where the place before them lies."""
_SUBORDINATE: Final = frozenset(
    [
        "quand",
        "lorsque",
        "lorsqu'",
        "dont",
        "comme",
        "mais",
        "donc",
        "alors",
        "tandis",
        "puis",
        "ainsi",
        "parce",
        "puisque",
        "hier",
        "aujourd'hui",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence."""

    low: str
    """Levelled, in lower case."""
    raw: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.raw[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is no mark."""
        return self.raw[:1].isalnum()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase; word positions are inclusive, offsets are the article's."""

    left: int
    last: int
    start: int
    end: int
    kinds: frozenset[str]
    before: str = ""
    """The preposition or genitive in front of it."""

    @property
    def acts(self) -> bool:
        """Whether it can be who does violence."""
        return bool(self.kinds & {"doer", "body", "armed", "named"})

    @property
    def suffers(self) -> bool:
        """Whether it can be who suffers it."""
        return bool(self.kinds - {"fate", "weapon"})


class Chunks:
    """The words of a sentence and its noun phrases, and how to find the one beside a word."""

    def __init__(self, reading: Reading, sentence_id: str, language: str) -> None:
        self.reading, self.grammar, self.arabic = reading, GRAMMARS[language], language == "ar"
        self.sentence = reading.sentence(sentence_id)
        self.bare: Levelled = levelled(self.sentence.text)
        self.words = [self._word(m) for m in _TOKEN.finditer(self.bare.text)]
        self.named = self._named()
        self.phrases = self._chunks()
        self.starting = {p.left: p for p in self.phrases}
        self.ending = {p.last: p for p in self.phrases}

    def _word(self, match: re.Match[str]) -> Word:
        start, end = self.bare.span(*match.span())
        while end < len(self.sentence.text) and _SIGN.match(self.sentence.text[end]):
            end += 1  # an Arabic ending that is written above its letter
        raw = self.sentence.text[start:end]
        return Word(match.group().lower(), raw, start, end)

    def _named(self) -> dict[int, tuple[int, str]]:
        """Names by their first word: the last word, and "body" or "named"."""
        found: dict[int, tuple[int, str]] = {}
        spans = [
            (a.start, a.end, "body" if a.canonical.kind in _BODIES else "named")
            for a in self.reading.actors_in(self.sentence.id)
        ]
        spans += [
            (m.start, m.end, "body" if n.kind == "organisation" else "person")
            for n in self.reading.names
            for m in n.mentions
            if m.sentence == self.sentence.id and n.kind in {"organisation", "person"}
        ]
        for start, end, kind in spans:
            inside = [
                i
                for i, w in enumerate(self.words)
                if w.end + self.sentence.start > start and w.start + self.sentence.start < end
            ]
            for part in self._parts(inside):
                found.setdefault(part[0], (part[-1], kind))
        return found

    def _parts(self, inside: Sequence[int]) -> list[list[int]]:
        """A name, or the two that "and" joins before an article: "Gobierno y la Coordinadora"."""
        parts: list[list[int]] = [[]]
        for at in inside:
            low = self.words[at].low
            if low in self.grammar.conjunctions and self.words[at + 1].low in self.grammar.before:
                parts.append([])
            elif parts[-1] or low not in self.grammar.before:
                parts[-1].append(at)
        return [part for part in parts if part]

    # -- noun phrases -----------------------------------------------------------------------------------

    def _chunks(self) -> list[Phrase]:
        found: list[Phrase] = []
        at = 0
        while at < len(self.words):
            phrase = self._phrase(at)
            if phrase is None:
                at += 1
                continue
            found.append(phrase)
            at = phrase.last + 1
        return found

    def _phrase(self, at: int) -> Phrase | None:
        word = self.words[at]
        if not word.is_word:
            return None
        named = self.named.get(at)
        kinds = set[str]() if self._is_a_deed(word) else self._kinds(word)
        if word.low == "frente" and at + 1 < len(self.words) and self.words[at + 1].low in {"a", "al"}:
            return None  # "frente a la estación": before it
        if named is not None:
            kinds |= {named[1]}
        if not kinds:
            return None
        left, before = self._left(at)
        glued = _GLUE.match(word.low) if self.arabic else None
        if glued is not None and glued["prep"] and named is None:
            before = glued["prep"]
        last = max(named[0] if named else at, self._right(at, kinds))
        start, end = self.words[at].start, self.words[last].end
        if self.arabic and glued is not None and (glued["and"] or glued["prep"]):
            start += self._glued_length(at, glued)
        owner = self._owner(last, kinds)
        if owner is not None:
            (first, last), own = owner
            end = self.words[last].end
            if own:
                start = self.words[first].start
        offset = self.sentence.start
        return Phrase(left, last, start + offset, end + offset, frozenset(kinds), before)

    def _is_a_deed(self, word: Word) -> bool:
        """Whether what looks like a noun is a verb: "asesinó", "enlevé"."""
        return word.raw.endswith("ó") or self.grammar.done.fullmatch(self.key(word)) is not None

    def _left(self, at: int) -> tuple[int, str]:
        """Where a noun begins with its article and number, and the preposition or "de" in front of it."""
        grammar, left = self.grammar, at
        while left:
            low = self.words[left - 1].low
            if low == "des" and left > 1 and self._is_noun_like(left - 2):
                return left - 1, "de"
            if low in grammar.genitive and low != "des":
                if left < 2 or self.words[left - 2].low not in grammar.of_quantity:
                    return left, low
            elif low in {"al", "au"} and self.words[left].low in {"menos", "moins"}:
                pass  # "al menos diez hombres"
            elif low not in grammar.before and not low.isdigit() and self.words[left - 1].raw != "«":
                break
            left -= 1
        return left, self.words[left - 1].low if left else ""

    def _is_noun_like(self, at: int) -> bool:
        """Whether "des" behind a word means "of the": "chef des rebelles", not "que des rebelles"."""
        word = self.words[at]
        grammar = self.grammar
        if (
            not word.is_word
            or len(word.low) < 4
            or word.low in _SUBORDINATE
            or word.low in grammar.prepositions | grammar.transparent | grammar.conjunctions
        ):
            return False
        if word.low in grammar.of_quantity | grammar.before or grammar.done.fullmatch(word.raw.lower()):
            return False
        return not any(verbs.fullmatch(word.raw.lower()) for verbs in grammar.active.values())

    def _glued_length(self, at: int, glued: re.Match[str]) -> int:
        """How many letters of "and" and prepositions stand before an Arabic noun; "the" stays with it."""
        if not self._kinds_bare(self.words[at].low[glued.end() :]):
            return 0
        front = glued.end() - len(glued["the"] or "")
        return front if glued["the"] != "لل" else glued.end()

    def _kinds(self, word: Word) -> set[str]:
        if not self.arabic:
            return self._kinds_bare(word.low)
        glued = _GLUE.match(word.low)
        return (
            self._kinds_bare(word.low)
            or self._kinds_bare(word.low[glued.end("the") :] if glued and glued["the"] else "")
            or self._kinds_bare(word.low[glued.end() :] if glued else "")
        )

    def _kinds_bare(self, low: str) -> set[str]:
        grammar, kinds = self.grammar, set[str]()
        if (
            not low
            or low in grammar.prepositions
            or (grammar.fates.fullmatch(low) and not grammar.crowds.fullmatch(low))
        ):
            return kinds
        for kind, pattern in (("doer", grammar.doers), ("body", grammar.bodies), ("crowd", grammar.crowds)):
            if pattern.fullmatch(low):
                kinds.add(kind)
        meaning = unit_and_group(low)
        if meaning is not None and meaning[0] == "people":
            group = meaning[1]
            deed = grammar.deeds.fullmatch(low) or grammar.fights.fullmatch(low)
            if not deed:
                kinds.add("armed" if group in ARMED else "doer" if group == G.FIGHTERS else "person")
        elif meaning is not None and meaning[0] in _THINGS:
            kinds.add("weapon" if _CRAFT.fullmatch(low) else "thing")
        return kinds

    def _right(self, at: int, kinds: set[str]) -> int:
        """The last word of a noun with its adjectives, and its name in capitals."""
        head, last = self.words[at].low, at
        while last + 1 < len(self.words) and last < at + _LONGEST:
            word = self.words[last + 1]
            if not word.is_word or self.grammar.done.fullmatch(self.key(word)) or last + 1 in self.named:
                break
            if self.arabic:
                qualifies = self._qualifies_arabic(head, word.low) and not self._is_another(last, word.low)
            else:
                qualifies = (word.capital and "body" in kinds) or self._qualifies(head, word.low)
            if not qualifies:
                break
            last += 1
        return last

    def _qualifies(self, head: str, low: str) -> bool:
        """Whether a word can be an adjective of a noun: it agrees in number and has such an ending."""
        if low in self.grammar.before | self.grammar.prepositions | self.grammar.transparent:
            return False
        if low in self.grammar.genitive | self.grammar.conjunctions:
            return False
        plural = head.endswith(("s", "x"))
        if plural != low.endswith(("s", "x")) and head not in {"gente", "police"}:
            return False
        return _ADJECTIVE.fullmatch(low) is not None

    @staticmethod
    def _qualifies_arabic(head: str, low: str) -> bool:
        for ending in ("ون", "ين", "ان"):
            if head.endswith(ending):
                return low.endswith(ending)
        if low.startswith("ال"):
            return True
        return low.endswith(("يه", "ي", "يا")) and len(low) > 4 and not head.startswith("ال")

    def _is_another(self, last: int, low: str) -> bool:
        """Whether an Arabic word behind a definite one is somebody else: "الحكومة الجيش"."""
        return self.words[last].low.startswith("ال") and bool(self._kinds_bare(low.removeprefix("ال")))

    def _owner(self, last: int, kinds: set[str]) -> tuple[tuple[int, int], bool] | None:
        """Whose they are: "integrantes del ELN", "frente de las FARC", and whether that alone is the name."""
        at = last + 1
        if self.arabic:
            if at < len(self.words) and self.words[at].low == "من":
                at += 1
            elif at not in self.named or self.words[last].low.startswith("ال"):
                return None  # what has its article is nobody's: "اتهم الجيش قوات الدعم السريع"
        elif at < len(self.words) and self.words[at].low in self.grammar.genitive:
            at += 1
        else:
            return None
        while at < len(self.words) and self.words[at].low in self.grammar.before:
            at += 1
        collects = self.words[last].low in self.grammar.collections and at < len(self.words)
        if collects and (inner := self._kinds(self.words[at])) & {"doer", "armed", "crowd", "person", "body"}:
            return (at, self._right(at, inner)), False
        named = self.named.get(at)
        if named is not None and named[1] == "body" and kinds & {"doer", "armed", "body", "person"}:
            return (at, named[0]), True
        if at < len(self.words) and "body" in kinds and self.words[at].low in self.grammar.compounds:
            return (at, at), False
        if at < len(self.words) and self.words[at].capital and kinds & {"body", "crowd", "thing"}:
            end = at
            while end + 1 < len(self.words) and self.words[end + 1].capital:
                end += 1
            return (at, end), False
        return None

    def key(self, word: Word) -> str:
        """What patterns meet: a French participle keeps its accent."""
        return word.raw.lower() if self.grammar is GRAMMARS["fr"] else word.low

    def unlisted(self, at: int) -> list[Phrase]:
        """A noun that no list holds, where its place shows that it is one: "degollaron a seis leñadores"."""
        left = at
        while at < len(self.words) and (
            self.words[at].low in self.grammar.before or self.words[at].low.isdigit()
        ):
            at += 1
        if at >= len(self.words) or at in self.starting or not _NOUN.fullmatch(self.words[at].raw):
            return []
        word = self.words[at]
        grammar = self.grammar
        if word.low in grammar.prepositions | grammar.transparent | grammar.genitive | grammar.conjunctions:
            return []
        if grammar.manner.fullmatch(word.low) or word.low in grammar.of_quantity:
            return []
        if _TIMES.fullmatch(word.low):
            return []
        verbs = (
            grammar.done,
            grammar.dying,
            grammar.fates,
            grammar.deaths,
            grammar.deeds,
            *grammar.active.values(),
        )
        if any(verb.fullmatch(self.key(word)) for verb in verbs):
            return []
        last = self._right(at, set())
        offset = self.sentence.start
        return [Phrase(left, last, word.start + offset, self.words[last].end + offset, frozenset({"other"}))]

    def hangs(self, phrase: Phrase) -> bool:
        """Whether a phrase belongs to a preposition, and is no subject."""
        return phrase.before in self.grammar.prepositions or phrase.before in self.grammar.genitive

    def hangs_arabic(self, phrase: Phrase) -> bool:
        """The same in Arabic, whose short prepositions are written onto the noun."""
        return phrase.before in self.grammar.prepositions | {"ب", "ل", "ك"}

    def following(self, at: int, *, plain: bool = False, reach: int = 1) -> list[Phrase]:
        """The phrase that begins at a word, or a few words later, with those listed after it."""
        for step in range(at, min(len(self.words), at + reach)):
            phrase = self.starting.get(step) or next(
                (p for p in self.phrases if p.left <= step <= p.last), None
            )
            if phrase is not None:
                return [] if plain and self.hangs(phrase) else self._list_after(phrase)
            if self.words[step].raw in HARD:
                return []
        return []

    def _list_after(self, phrase: Phrase) -> list[Phrase]:
        listed = [phrase]
        at = phrase.last + 1
        while at + 1 < len(self.words) and self.words[at].low in self.grammar.conjunctions | {","}:
            step = at + 1
            while step < len(self.words) and self.words[step].low in {"a", "al", "de", "contra"}:
                step += 1
            other = self.starting.get(step)
            if other is None or _AREAS.fullmatch(self.words[other.left].low):
                break  # "le village de Komsilga, province du Bam"
            listed.append(other)
            at = other.last + 1
        return listed

    def listed_before(self, phrase: Phrase) -> list[Phrase]:
        """A phrase and those that "and" or a comma joins to it on its left."""
        listed = [phrase]
        at = phrase.left - 1
        while at > 0 and self.words[at].low in self.grammar.conjunctions | {","}:
            other = self.ending.get(at - 1)
            if other is None or self.hangs(other):
                break
            listed.insert(0, other)
            at = other.left - 1
        return listed

    def opens_unlisted(self, at: int) -> bool:
        """Whether a word that no list holds is a subject of its own: "la explosión mató a tres"."""
        word = self.words[at]
        if not word.is_word or word.low in self.grammar.transparent:
            return False
        before = self.words[at - 1].low if at else ""
        beyond = self.words[at - 2].low if at > 1 else ""
        if before not in self.grammar.before:
            return at == 0 and not word.low.endswith("mente")
        return beyond not in self.grammar.prepositions | self.grammar.genitive

    def opens_noun(self, at: int) -> bool:
        """Whether an article or a number stands here."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        return not self.arabic and (word.low in self.grammar.before or word.low.isdigit())

    def ending_at(self, at: int) -> list[Phrase]:
        """The phrase that ends with a word, if any."""
        phrase = self.ending.get(at)
        return [phrase] if phrase is not None else []

    def unlisted_object(self, one: Phrase) -> list[Phrase]:
        """A noun right behind the subject that no list holds: "قتل مسلحون ناظرا"."""
        at = one.last + 1
        if at >= len(self.words) or not self.words[at].is_word:
            return []
        word = self.words[at]
        grammar = self.grammar
        closed = word.low in grammar.prepositions | grammar.transparent | grammar.before | _ADVERBS_AR
        verb = any(v.fullmatch(word.low) for v in grammar.active.values()) or grammar.dying.fullmatch(
            word.low
        )
        if closed or verb or _TIMES.fullmatch(word.low) or word.low == "النار":
            return []
        if _GLUED_PREPOSITION.match(word.low) or len(word.low) < 4:
            return []
        last = self._right(at, set())
        offset = self.sentence.start
        return [Phrase(at, last, word.start + offset, self.words[last].end + offset, frozenset({"other"}))]
