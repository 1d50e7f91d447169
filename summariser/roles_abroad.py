"""Who did it to whom in Spanish, French and Arabic: by the words around each verb and noun of violence.

The same idea as `roles`, with the grammar of each language as data (`lexicon/roles_abroad.py`): the subject of
an active verb and whoever follows "por", "par" or "على يد" did it; its object, the subject of a passive and
whoever follows "asesinato de" suffered it; of "combates entre" both stand behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from summariser.cues import unit_and_group
from summariser.lexicon.roles_abroad import GRAMMARS, Act, Grammar
from summariser.lexicon.tongues import Levelled, level, levelled
from summariser.reading import Reading
from summariser.schemas.codebooks import ActorKind, EventType, SubEventType, event_type_of
from summariser.schemas.codebooks import PopulationGroup as G

SURE, LIKELY, CLAIMED = 3, 2, 1
_TOKEN: Final = re.compile(r"\w+['’](?=\w)|\w+(?:[-‑.]\w+)*|[^\w\s]")
_HARD: Final = frozenset(".;:!?؛؟—–()")
_ARMED: Final = frozenset({G.SOLDIERS, G.POLICE, G.PEACEKEEPERS})
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
_MOST, _REACH, _AIM_REACH, _LONGEST = 6, 14, 9, 4
_GLUE: Final = re.compile("(?P<and>[وف])?(?P<prep>[بلك])?(?P<the>ال|لل)?(?=..)")
_PROPER: Final = frozenset({"named", "body"})


@dataclass(frozen=True, slots=True)
class _Word:
    low: str
    """Levelled, in lower case."""
    raw: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.raw[:1].isupper()

    @property
    def is_word(self) -> bool:
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


@dataclass(slots=True)
class Found:
    """The roles of a sentence: phrases with the act and how sure it is."""

    doers: list[tuple[Phrase, Act, int]] = field(default_factory=list)
    sufferers: list[tuple[Phrase, Act, int]] = field(default_factory=list)


def sides_abroad(
    reading: Reading, sentences: Sequence[str], sub_type: SubEventType
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides in the article's words; empty where the sentences give none.

    Args:
        reading: The article.
        sentences: Those that tell the event, none of them English.
        sub_type: What it is: who arrests and who marches is a side of arrests and marches only.
    """
    found = [_once(reading, s) for s in sentences]
    acts = _acts(sub_type)
    doers = _first(acts, [d for f in found for d in f.doers])
    sure = [d for d in doers if d[2] > CLAIMED] or doers
    sufferers = _first(acts, [s for f in found for s in f.sufferers])
    by = _distinct(reading, (p for p, _, _ in sorted(sure, key=lambda d: -d[2])))
    on = [w for w in _distinct(reading, (p for p, _, _ in sufferers)) if not _among(w, by)]
    return tuple(by[:3]), tuple(on[:_MOST])


def kind_of_people(words: str) -> ActorKind | None:
    """What kind of actor counted people are: "soldados", "villageois", "مسلحون"; None if no noun says."""
    meaning = unit_and_group(words)
    if meaning is None or meaning[0] != "people" or meaning[1] is None:
        return None
    group = G(meaning[1])
    if group in _ARMED:
        return ActorKind.STATE_FORCES
    if group is G.FIGHTERS:
        return ActorKind.POLITICAL_MILITIA
    return ActorKind.PROTESTERS if group is G.PROTESTERS else ActorKind.CIVILIANS


def _acts(sub_type: SubEventType) -> tuple[Act, ...]:
    kind = event_type_of(sub_type)
    if sub_type in {SubEventType.ARRESTS, SubEventType.DISRUPTED_WEAPONS_USE}:
        return ("arrest",)
    if sub_type is SubEventType.PROTEST_WITH_INTERVENTION:
        return ("arrest", "protest")
    if sub_type is SubEventType.EXCESSIVE_FORCE:
        return ("harm",)
    if kind is EventType.BATTLES or kind is EventType.STRATEGIC:
        return ("harm",) if sub_type is SubEventType.LOOTING else ("fight", "harm")
    return ("protest", "harm") if kind in {EventType.PROTESTS, EventType.RIOTS} else ("harm", "fight")


def _first(acts: Sequence[Act], found: Sequence[tuple[Phrase, Act, int]]) -> list[tuple[Phrase, Act, int]]:
    return next((of for act in acts if (of := [f for f in found if f[1] == act])), [])


def _among(words: str, others: Iterable[str]) -> bool:
    return any(words in o or o in words for o in others)


def _distinct(reading: Reading, phrases: Iterable[Phrase]) -> list[str]:
    kept: list[str] = []
    for phrase in phrases:
        words = reading.article.text[phrase.start : phrase.end]
        if not _among(words, kept):
            kept.append(words)
    return kept


def _once(reading: Reading, sentence: str) -> Found:
    key = ("roles abroad", sentence)
    if key not in reading.memo:
        language = reading.languages[sentence]
        known = language in GRAMMARS
        reading.memo[key] = _Reader(reading, sentence, language).read() if known else Found()
    found: Found = reading.memo[key]
    return found


class _Reader:
    def __init__(self, reading: Reading, sentence_id: str, language: str) -> None:
        self.reading, self.grammar, self.arabic = reading, GRAMMARS[language], language == "ar"
        self.sentence = reading.sentence(sentence_id)
        self.bare: Levelled = levelled(self.sentence.text)
        self.words = [self._word(m) for m in _TOKEN.finditer(self.bare.text)]
        self.named = self._named()
        self.phrases = self._chunks()
        self.starting = {p.left: p for p in self.phrases}
        self.ending = {p.last: p for p in self.phrases}
        self.found = Found()

    def _word(self, match: re.Match[str]) -> _Word:
        start, end = self.bare.span(*match.span())
        raw = self.sentence.text[start:end]
        return _Word(match.group().lower(), raw, start, end)

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
            if inside and inside[0] not in found:
                found[inside[0]] = (inside[-1], kind)
        return found

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
        kinds = self._kinds(word)
        if named is not None:
            kinds |= {named[1]}
        if not kinds:
            return None
        left = at
        while left and (self.words[left - 1].low in self.grammar.before or self.words[left - 1].raw == "«"):
            left -= 1
        before = self.words[left - 1].low if left else ""
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

    def _glued_length(self, at: int, glued: re.Match[str]) -> int:
        """How many letters of "and" and prepositions stand before an Arabic noun; "the" stays with it."""
        if not self._kinds_bare(self.words[at].low[glued.end() :]):
            return 0
        front = glued.end() - len(glued["the"] or "")
        return front if glued["the"] != "لل" else glued.end()

    def _kinds(self, word: _Word) -> set[str]:
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
        if not low or (grammar.fates.fullmatch(low) and not grammar.crowds.fullmatch(low)):
            return kinds
        for kind, pattern in (("doer", grammar.doers), ("body", grammar.bodies), ("crowd", grammar.crowds)):
            if pattern.fullmatch(low):
                kinds.add(kind)
        meaning = unit_and_group(low)
        if meaning is not None and meaning[0] == "people":
            group = meaning[1]
            kinds.add("armed" if group in _ARMED else "doer" if group == G.FIGHTERS else "person")
        elif meaning is not None and meaning[0] in _THINGS:
            kinds.add("thing")
        return kinds

    def _right(self, at: int, kinds: set[str]) -> int:
        """The last word of a noun with its adjectives, and its name in capitals."""
        head, last = self.words[at].low, at
        while last + 1 < len(self.words) and last < at + _LONGEST:
            word = self.words[last + 1]
            if not word.is_word or self.grammar.done.fullmatch(self._key(word)) or last + 1 in self.named:
                break
            if self.arabic:
                qualifies = self._qualifies_arabic(head, word.low)
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
        plural = head.endswith(("s", "x"))
        if plural != low.endswith(("s", "x")) and head not in {"gente", "police"}:
            return False
        return _ADJECTIVE.fullmatch(low) is not None

    @staticmethod
    def _qualifies_arabic(head: str, low: str) -> bool:
        if low.startswith("ال"):
            return True
        for ending in ("ون", "ين", "ان"):
            if head.endswith(ending):
                return low.endswith(ending)
        return low.endswith(("يه", "ي", "يا")) and len(low) > 4 and not head.startswith("ال")

    def _owner(self, last: int, kinds: set[str]) -> tuple[tuple[int, int], bool] | None:
        """Whose they are: "integrantes del ELN", "frente de las FARC", and whether that alone is the name."""
        at = last + 1
        if self.arabic:
            if at < len(self.words) and self.words[at].low == "من":
                at += 1
            elif at not in self.named:
                return None
        elif at < len(self.words) and self.words[at].low in self.grammar.genitive:
            at += 1
        else:
            return None
        while at < len(self.words) and self.words[at].low in self.grammar.before:
            at += 1
        named = self.named.get(at)
        if named is not None and named[1] == "body" and kinds & {"doer", "armed", "body", "person"}:
            return (at, named[0]), True
        if at < len(self.words) and self.words[at].capital and kinds & {"body", "crowd", "thing"}:
            end = at
            while end + 1 < len(self.words) and self.words[end + 1].capital:
                end += 1
            return (at, end), False
        return None

    # -- roles ------------------------------------------------------------------------------------------

    def _key(self, word: _Word) -> str:
        """What patterns meet: a French participle keeps its accent."""
        return word.raw.lower() if self.grammar is GRAMMARS["fr"] else word.low

    def read(self) -> Found:
        for at, word in enumerate(self.words):
            if not word.is_word:
                continue
            key = self._key(word)
            self._voices(at, key)
            if self.grammar.claims.fullmatch(key):
                self._does(self._subject(at) or self._next(at + 1), "harm", CLAIMED)
            if at not in self.starting or self.grammar.deaths.fullmatch(word.low):
                self._nouns(at, word)
        self._after_words()
        return self.found

    def _voices(self, at: int, key: str) -> None:
        grammar = self.grammar
        if self.arabic:
            self._arabic_verb(at, key)
            return
        if grammar.dying.fullmatch(key) and at not in self.starting:
            self._suffers(self._subject(at) or self._next(at + 1, plain=True), "harm")
            return
        if grammar.done.fullmatch(key) and self._is_passive(at, key):
            act: Act = "arrest" if grammar.active["arrest"].fullmatch(self._finite(key)) else "harm"
            self._suffers(self._subject(at) or self._next(at + 1, plain=True), act)
            return
        for act, verbs in grammar.active.items():
            if verbs.fullmatch(key) and self._is_active(at, key):
                subject = [p for p in self._subject(at) if self._may(p, act)]
                self._does(subject, act, SURE)
                if subject or act in {"harm", "arrest"}:
                    self._suffers(self._objects(at, key), act)

    def _finite(self, key: str) -> str:
        """A participle as a form that the verbs of arrest meet."""
        return re.sub(r"ad[oa]s?$", "o", re.sub(r"enid[oa]s?$", "uvo", key))

    def _is_passive(self, at: int, key: str) -> bool:
        """Whether a participle tells of those before or behind it, not of what they did."""
        if self.grammar is not GRAMMARS["fr"]:
            return not (at and self.words[at - 1].low in {"ha", "han", "habia", "habian"})
        return not self._has_have(at) or any(w.low in {"ete"} for w in self.words[max(0, at - 2) : at])

    def _is_active(self, at: int, key: str) -> bool:
        if self.grammar is not GRAMMARS["fr"]:
            return not (at and self.words[at - 1].low in self.grammar.before - {"las", "los", "la", "lo", "les"})
        if key.endswith(("ent", "ant", "tiennent", "tient")):
            return True
        return self._has_have(at) and not any(w.low == "ete" for w in self.words[max(0, at - 2) : at])

    def _has_have(self, at: int) -> bool:
        near = [w.low for w in self.words[max(0, at - 3) : at]]
        return bool({"ont", "a", "avait", "avaient", "eurent", "aurait", "auraient", "ayant"} & set(near)) or (
            "sont" in near and "se" in near
        )

    def _may(self, phrase: Phrase, act: Act) -> bool:
        if act == "protest":
            return bool(phrase.kinds & {"crowd", "person", "doer"}) and not phrase.kinds & {"armed"}
        if act in {"arrest", "fight"}:
            return bool(phrase.kinds & {"body", "armed", "doer", "named"})
        return phrase.acts or "crowd" in phrase.kinds

    def _subject(self, verb: int) -> list[Phrase]:
        """Who stands before a verb, over its auxiliaries, what is said of them, and their list."""
        at, steps = verb - 1, 0
        while at >= 0 and steps < _REACH:
            word = self.words[at]
            if word.raw in _HARD or self.grammar.says.fullmatch(word.low):
                return []
            phrase = self.ending.get(at) or next((p for p in self.phrases if p.left <= at <= p.last), None)
            if phrase is not None:
                if not self._hangs(phrase):
                    return self._list_before(phrase)
                at = phrase.left - 1
            elif self._opens_unknown(at):
                return []
            else:
                at -= 1
            steps += 1
        return []

    def _hangs(self, phrase: Phrase) -> bool:
        """Whether a phrase belongs to a preposition, and is no subject."""
        return phrase.before in self.grammar.prepositions or phrase.before in self.grammar.genitive

    def _opens_unknown(self, at: int) -> bool:
        """Whether a word that no list holds is a subject of its own: "la explosión mató a tres"."""
        word = self.words[at]
        if not word.is_word or word.low in self.grammar.transparent:
            return False
        before = self.words[at - 1].low if at else ""
        beyond = self.words[at - 2].low if at > 1 else ""
        if before not in self.grammar.before:
            return at == 0 and not word.low.endswith("mente")
        return beyond not in self.grammar.prepositions | self.grammar.genitive

    def _list_before(self, phrase: Phrase) -> list[Phrase]:
        """A phrase and those that "and" or a comma joins to it on its left."""
        listed = [phrase]
        at = phrase.left - 1
        while at > 0 and self.words[at].low in self.grammar.conjunctions | {","}:
            other = self.ending.get(at - 1)
            if other is None or self._hangs(other):
                break
            listed.insert(0, other)
            at = other.left - 1
        return listed

    def _next(self, at: int, *, plain: bool = False, reach: int = 1) -> list[Phrase]:
        """The phrase that begins at a word, or a few words later, with those listed after it."""
        for step in range(at, min(len(self.words), at + reach)):
            phrase = self.starting.get(step) or next(
                (p for p in self.phrases if p.left <= step <= p.last), None
            )
            if phrase is not None:
                return [] if plain and self._hangs(phrase) else self._list_after(phrase)
            if self.words[step].raw in _HARD:
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
            if other is None:
                break
            listed.append(other)
            at = other.last + 1
        return listed

    def _objects(self, verb: int, key: str) -> list[Phrase]:
        """Whom a verb in the active voice acts upon: its object, or whom it is aimed at."""
        for at in range(verb + 1, min(len(self.words), verb + 1 + _AIM_REACH)):
            word = self.words[at]
            if word.raw in _HARD or word.low in self.grammar.conjunctions:
                return []
            if self.grammar.against.match(word.low):
                found = self._next(at + 1, reach=1)
                if found:
                    return found
            elif at - verb <= 2 and at in self.starting and self.starting[at].before not in _OTHERWISE:
                return self._next(at)
        return []

    def _nouns(self, at: int, word: _Word) -> None:
        grammar = self.grammar
        if grammar.fights.fullmatch(word.low):
            self._fight(at)
        agentive, deadly = grammar.deeds.fullmatch(word.low), grammar.deaths.fullmatch(word.low)
        if not agentive and not deadly:
            return
        owner = self._genitive(at)
        act: Act = "arrest" if _ARREST_NOUN.match(word.low) else "harm"
        if owner is not None and agentive and (owner.acts or not deadly) and owner.kinds & {"body", "doer", "armed", "named"}:
            self._does([owner], act, LIKELY)
        elif owner is not None and deadly:
            self._suffers(self._list_after(owner), act)
        if agentive:
            self._people_of(at)
            for step in range(at + 1, min(len(self.words), at + _AIM_REACH)):
                if self.words[step].raw in _HARD:
                    break
                if self.grammar.against.fullmatch(self.words[step].low) and self.words[step].low not in _WEAK:
                    self._suffers(self._next(step + 1), act)
                    break

    def _people_of(self, at: int) -> None:
        """ "Una incursión israelí": the state by its adjective."""
        for step in range(at + 1, min(len(self.words), at + 4)):
            word = self.words[step]
            if self.grammar.peoples.fullmatch(word.low):
                offset = self.sentence.start
                phrase = Phrase(step, step, word.start + offset, word.end + offset, frozenset({"named"}))
                self._does([phrase], "harm", LIKELY)
                return
            if step in self.starting or word.low in self.grammar.genitive or not word.is_word:
                return

    def _genitive(self, at: int) -> Phrase | None:
        """The phrase behind "de": "ataque del ELN"; in Arabic the next word."""
        step = at + 1
        if not self.arabic:
            while step < len(self.words) and step <= at + 2 and self.words[step].low not in self.grammar.genitive:
                if not self.words[step].is_word or step in self.starting:
                    return None
                step += 1
            if step >= len(self.words) or self.words[step].low not in self.grammar.genitive:
                return None
            step += 1
        found = self._next(step)
        return found[0] if found and (self.arabic or found[0].left <= step) else None

    def _fight(self, at: int) -> None:
        """ "Combates entre el ejército y el ELN", "enfrentamiento con la policía"."""
        for step in range(at + 1, min(len(self.words), at + _REACH)):
            low = self.words[step].low
            if self.words[step].raw in _HARD:
                return
            if self.grammar.between.fullmatch(low):
                self._both(step + 1)
                return
            if self.grammar.opposite.fullmatch(low) and low not in _WEAK:
                self._suffers(self._next(step + 1), "fight")
                return

    def _both(self, at: int) -> None:
        """The two sides behind "between": the first does, the others stand against it."""
        sides: list[Phrase] = []
        for step in range(at, min(len(self.words), at + _REACH)):
            if self.words[step].raw in ".;:" or (sides and self.grammar.says.fullmatch(self.words[step].low)):
                break
            phrase = self.starting.get(step)
            if phrase is not None and phrase.kinds - {"thing"} and phrase.before not in self.grammar.prepositions - {"entre"}:
                sides.append(phrase)
            elif phrase is not None and sides:
                break
            if len(sides) == 2:
                break
        if len(sides) > 1:
            self._does(sides, "fight", SURE)

    def _after_words(self) -> None:
        """ "Por hombres armados", "a manos de la turba", "acusan al ELN"."""
        text = " ".join(w.low for w in self.words)
        starts: dict[int, int] = {}
        offset = 0
        for at, word in enumerate(self.words):
            starts[offset] = at
            offset += len(word.low) + 1
        for pattern, strength in ((self.grammar.by, SURE), (self.grammar.blames, CLAIMED)):
            for match in pattern.finditer(text):
                if match.start() and text[match.start() - 1] != " ":
                    continue
                at = starts.get(match.end() + 1, starts.get(match.end()))
                found = [] if at is None else self._next(at)
                may = [p for p in found if p.acts or "crowd" in p.kinds]
                self._does(may[:2], _act_of_passive(text[: match.start()]), strength)

    # -- Arabic -----------------------------------------------------------------------------------------

    def _arabic_verb(self, at: int, key: str) -> None:
        """The verb stands first: one noun behind it suffered, of two the first did it to the second."""
        grammar = self.grammar
        if grammar.dying.fullmatch(key):
            found = self._next(at + 1, reach=2)
            if len(found) and not self._second(found[0]):
                self._suffers([p for p in found if not self._hangs_arabic(p)], "harm")
        for act, verbs in grammar.active.items():
            if not verbs.fullmatch(key) or at in self.starting:
                continue
            subject = [p for p in self._next(at + 1, reach=2) if not self._hangs_arabic(p)][:1]
            if not subject:
                subject = [p for p in self._ending_at(at - 1) if not self._hangs_arabic(p)]
                self._does([p for p in subject if self._may(p, act)], act, LIKELY)
                self._suffers(self._aimed(at), act)
                continue
            one = subject[0]
            second = self._second(one)
            aimed = second or self._aimed(one.last)
            transitive = act != "harm" or bool(aimed) or not grammar.dying.fullmatch(key)
            if self._may(one, act) and transitive:
                self._does([one], act, SURE)
                self._suffers(aimed, act)
            elif one.suffers and act in {"harm", "arrest"}:
                self._suffers([one], act)

    def _ending_at(self, at: int) -> list[Phrase]:
        phrase = self.ending.get(at)
        return [phrase] if phrase is not None else []

    def _hangs_arabic(self, phrase: Phrase) -> bool:
        return phrase.before in self.grammar.prepositions | {"ب", "ل", "ك"}

    def _second(self, one: Phrase) -> list[Phrase]:
        """The object right behind the subject."""
        found = self._next(one.last + 1, reach=2)
        return [p for p in found[:1] if not self._hangs_arabic(p)]

    def _aimed(self, at: int) -> list[Phrase]:
        for step in range(at + 1, min(len(self.words), at + _AIM_REACH)):
            if self.words[step].raw in _HARD or self.words[step].raw == "،":
                return []
            if self.grammar.against.fullmatch(self.words[step].low):
                return self._next(step + 1, reach=2)
        return []

    # -- filing -----------------------------------------------------------------------------------------

    def _does(self, phrases: Iterable[Phrase], act: Act, strength: int) -> None:
        self.found.doers += [(p, act, strength) for p in phrases if p.kinds - {"thing", "fate"}]

    def _suffers(self, phrases: Iterable[Phrase], act: Act) -> None:
        self.found.sufferers += [(p, act, SURE) for p in phrases if p.suffers]


_OTHERWISE: Final = frozenset("en con por desde hasta hacia durante entre para sin bajo ante segun cerca avec par depuis vers pendant entre pour sans dans".split())
_WEAK: Final = frozenset("a al aux sobre hacia".split())
_ARREST_NOUN: Final = re.compile("detenc|captur|arrest|interpel|[وفبل]?(?:ال)?(?:اعتقال|توقيف|مداهم)")
_ADJECTIVE: Final = re.compile(
    r"\w+(?:an[oa]|ic[oa]|al|ales|ar|ares|ens|enses?|ist[ae]|iv[oa]|os[oa]|en[oa]|es|esa|ad[oa]|id[oa]|ient[oa]|iles|il|ent[ea]"
    r"|ais|aise|ien|ienne|ique|eux|euse|ee?|ant|ante|el|elle|aux|ois|oise|if|ive|aire)s?"
)


def _act_of_passive(before: str) -> Act:
    """Whether "by" follows an arrest."""
    last = " ".join(before.split()[-4:])
    return "arrest" if re.search(r"deten|captur|arrest|interpel|apres|aprehend", last) else "harm"
