"""Who did it to whom in Spanish, French and Arabic: by the words around each verb and noun of violence.

The same idea as `roles`, with the grammar of each language as data (`lexicon/roles_abroad.py`): the subject
of an active verb and whoever follows "por", "par" or "على يد" did it; its object, the subject of a passive
and whoever follows "asesinato de" suffered it; of "combates entre" both stand behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from summariser.cues import unit_and_group
from summariser.lexicon.roles_abroad import GRAMMARS, Act
from summariser.lexicon.sides_abroad import (
    ACCUSES,
    HABER,
    OPPOSES,
    PLACES,
    RAID,
    SAYS_ALSO,
    STATIONED,
    TO_HAVE,
)
from summariser.lexicon.tongues import level
from summariser.phrases_abroad import ARMED, HARD, Chunks, Phrase, Word
from summariser.reading import Reading
from summariser.schemas.codebooks import ActorKind, EventType, SubEventType, event_type_of
from summariser.schemas.codebooks import PopulationGroup as G

SURE, LIKELY, CLAIMED = 3, 2, 1
_MOST, _REACH, _AIM_REACH = 6, 14, 9
_OTHERWISE: Final = frozenset(
    [
        "en",
        "con",
        "por",
        "desde",
        "hasta",
        "hacia",
        "durante",
        "entre",
        "para",
        "sin",
        "bajo",
        "ante",
        "segun",
        "cerca",
        "avec",
        "par",
        "depuis",
        "vers",
        "pendant",
        "entre",
        "pour",
        "sans",
        "dans",
    ]
)
_HAVE: Final = frozenset({"ont", "a", "avait", "avaient", "eurent", "aurait", "auraient", "ayant", "avoir"})
_VOICELESS: Final = re.compile(
    "[وف]?(?:قتل|خطف|اختطف|اعتقل|احتجز|اعدم|ذبح|طعن|اوقف|ضبط|اسر|جرح|اصيب|اغتيل|استهدف)(?:ت|وا)?"
)
"""Arabic verbs that read the same when somebody did it and when it was done to him."""
_WEAK: Final = frozenset(["a", "al", "aux", "sobre", "hacia"])
_ARREST_NOUN: Final = re.compile("detenc|captur|arrest|interpel|[وفبل]?(?:ال)?(?:اعتقال|توقيف|مداهم)")


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
    sufferers = _first(
        acts, [s for f in found for s in f.sufferers if s[1] != "fight" or s[0].kinds != {"thing"}]
    )
    sufferers = [s for s in sufferers if not _is_a_place(reading, s[0])]
    people = [s for s in sufferers if s[0].kinds != {"thing"}]
    sufferers = people or sufferers
    by = _distinct(reading, (p for p, _, _ in sorted(sure, key=lambda d: -d[2])))
    on = [w for w in _distinct(reading, (p for p, _, _ in sufferers)) if not _among(w, by)]
    return tuple(by[:3]), tuple(on[:_MOST])


def is_fate(words: str) -> bool:
    """Whether a counted noun of one of these languages only says what befell people: "muertos", "جثة"."""
    bare = level(words.casefold())
    behind = re.sub("^[وف]?(?:ال)?", "", bare)
    return any(g.fates.fullmatch(w) for g in GRAMMARS.values() for w in (bare, behind))


def kind_of_people(words: str, *, suffers: bool) -> ActorKind | None:
    """What kind of actor counted people are: "soldados", "villageois", "مسلحون"; None if no noun says."""
    meaning = unit_and_group(words)
    if meaning is None or meaning[0] != "people" or meaning[1] is None:
        return None
    group = G(meaning[1])
    if group in ARMED:
        return ActorKind.STATE_FORCES
    if group is G.FIGHTERS:
        return ActorKind.POLITICAL_MILITIA
    return ActorKind.CIVILIANS if suffers else None


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


def _is_a_place(reading: Reading, phrase: Phrase) -> bool:
    """Whether the words name a town: where it was, and nobody that it was done to ("قصف مدينة الزاوية")."""
    head = reading.text[phrase.start : phrase.end].split(maxsplit=1)[0].casefold()
    return PLACES.fullmatch(head.removeprefix("ال")) is not None


def _first(acts: Sequence[Act], found: Sequence[tuple[Phrase, Act, int]]) -> list[tuple[Phrase, Act, int]]:
    return next((of for act in acts if (of := [f for f in found if f[1] == act])), [])


def _among(words: str, others: Iterable[str]) -> bool:
    return any(words in o or o in words for o in others)


def _distinct(reading: Reading, phrases: Iterable[Phrase]) -> list[str]:
    kept: list[str] = []
    for phrase in phrases:
        words = reading.text[phrase.start : phrase.end]
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


class _Reader(Chunks):
    def __init__(self, reading: Reading, sentence_id: str, language: str) -> None:
        super().__init__(reading, sentence_id, language)
        self.found = Found()
        self.subject: list[Phrase] = []
        """The subject of the verb before, for "irrumpió ... y mató"."""

    # -- roles ------------------------------------------------------------------------------------------

    def read(self) -> Found:
        for at, word in enumerate(self.words):
            if not word.is_word:
                continue
            key = self.key(word)
            self._voices(at, key)
            if self.grammar.claims.fullmatch(key):
                self._does(self._subject(at) or self.following(at + 1), "harm", CLAIMED)
            if at not in self.starting or self.grammar.deaths.fullmatch(word.low):
                self._nouns(at, word)
        self._after_words()
        return self.found

    def _voices(self, at: int, key: str) -> None:
        grammar = self.grammar
        if self.arabic and ACCUSES.fullmatch(key):
            self._does(self._accused(at), "harm", CLAIMED)
            return
        if self.arabic:
            self._arabic_verb(at, key)
            return
        if grammar.dying.fullmatch(key) and at not in self.starting:
            somebody = grammar.persons.fullmatch(key) is not None
            self._suffers(self._subject(at, unknown=somebody) or self.following(at + 1, plain=True), "harm")
            return
        if grammar.done.fullmatch(key) and self._is_passive(at):
            act: Act = "arrest" if grammar.active["arrest"].fullmatch(self._finite(key)) else "harm"
            somebody = grammar.persons.fullmatch(key) is not None
            if somebody and (described := self._described(at)):
                self._suffers(described, act)
                return
            self._suffers(self._subject(at, unknown=somebody) or self.following(at + 1, plain=True), act)
            return
        if OPPOSES.fullmatch(key):
            self._opposed(at)
            return
        if grammar.done.fullmatch(key) and at and self.words[at - 1].low in HABER:
            act = "arrest" if grammar.active["arrest"].fullmatch(self._finite(key)) else "harm"
            self.subject = [p for p in self._subject(at) if self._may(p, act)]
            self._does(self.subject, act, SURE)
            self._suffers(self._objects(at), act)
            return
        heard: list[Phrase] = []
        for act, verbs in grammar.active.items():
            if verbs.fullmatch(key) and self._is_active(at, key):
                subject = [p for p in self._subject(at) if self._may(p, act)]
                heard = subject or heard
                self._does(subject, act, SURE)
                if subject or act in {"harm", "arrest"}:
                    self._suffers(self._objects(at), act)
        self.subject = heard or self.subject

    def _finite(self, key: str) -> str:
        """A participle as a form that the verbs of arrest meet."""
        return re.sub(r"ad[oa]s?$", "o", re.sub(r"enid[oa]s?$", "uvo", key))

    def _is_passive(self, at: int) -> bool:
        """Whether a participle tells of those before or behind it, not of what they did."""
        if self.grammar is not GRAMMARS["fr"]:
            return not (at and self.words[at - 1].low in HABER)
        return not self._has_have(at) or any(w.low in {"ete"} for w in self.words[max(0, at - 2) : at])

    def _is_active(self, at: int, key: str) -> bool:
        if self.grammar is not GRAMMARS["fr"]:
            return not (
                at and self.words[at - 1].low in self.grammar.before - {"las", "los", "la", "lo", "les"}
            )
        if key.endswith(("ent", "ant", "tiennent", "tient")):
            return True
        return self._has_have(at) and not any(w.low == "ete" for w in self.words[max(0, at - 2) : at])

    def _has_have(self, at: int) -> bool:
        """Whether "avoir" makes a French participle active, its own or that of the verb before "et"."""
        near = [w.raw.lower() for w in self.words[max(0, at - 3) : at]]
        if _HAVE & set(near) or ("sont" in near and "se" in near):
            return True
        joined = near[-1:] == ["et"] and bool(self.subject)
        return joined and (at + 1 in self.starting or self.opens_noun(at + 1))

    def _may(self, phrase: Phrase, act: Act) -> bool:
        if act == "protest":
            return bool(phrase.kinds & {"crowd", "person", "doer"}) and not phrase.kinds & {"armed"}
        if act in {"arrest", "fight"}:
            return bool(phrase.kinds & {"body", "armed", "doer", "named"})
        return phrase.acts or "crowd" in phrase.kinds

    def _subject(self, verb: int, *, unknown: bool = False) -> list[Phrase]:
        """Who stands before a verb, over its auxiliaries, what is said of them, and their list."""
        at, steps, beside = verb - 1, 0, True
        owner: Phrase | None = None
        while at >= 0 and steps < _REACH:
            word = self.words[at]
            if word.raw == ")" and (opened := self._opened(at)) is not None:
                at, steps = opened - 1, steps + 1
                continue
            said = self.grammar.says.fullmatch(word.low) or SAYS_ALSO.fullmatch(word.low)
            if word.raw in HARD or (said and self.words[at + 1].low not in TO_HAVE):
                return []
            if said:
                at, steps = at - 1, steps + 1
                continue
            if beside and word.low in self.grammar.conjunctions:
                return self.subject
            beside = beside and word.low in self.grammar.transparent
            phrase = self.ending.get(at) or next((p for p in self.phrases if p.left <= at <= p.last), None)
            if phrase is not None:
                if not self.hangs(phrase):
                    return self.listed_before(phrase)
                if phrase.before in self.grammar.genitive and phrase.kinds & {"body", "doer", "armed"}:
                    owner = phrase
                at = phrase.left - 1
            elif self.opens_unlisted(at):
                raided = RAID.fullmatch(word.low) and owner is not None and self._is_raided(owner)
                if owner is not None and at == owner.left - 2 and not unknown and not raided:
                    return [owner]  # "una salva de la artillería mató a tres"
                return self.unlisted(at) if unknown else []
            else:
                at -= 1
            steps += 1
        return []

    def _opened(self, closing: int) -> int | None:
        """Where the bracket that ends here begins: "quatre volontaires (VDP) ont été tués"."""
        return next(
            (i for i in range(closing - 1, max(-1, closing - _REACH), -1) if self.words[i].raw == "("), None
        )

    def _described(self, at: int) -> list[Phrase]:
        """Who stands right before a participle that no auxiliary leads in: "parle de neuf civils tués"."""
        phrase = self.ending.get(at - 1)
        if phrase is None or not phrase.kinds & {"person", "crowd", "armed", "doer"}:
            return []
        alike = self.words[at].low.endswith("s") == self.words[at - 1].low.endswith("s")
        return [phrase] if alike else []

    def _objects(self, verb: int) -> list[Phrase]:
        """Whom a verb in the active voice acts upon: its object, or whom it is aimed at."""
        somebody = self.grammar.persons.fullmatch(self.key(self.words[verb])) is not None
        for at in range(verb + 1, min(len(self.words), verb + 1 + _AIM_REACH)):
            word = self.words[at]
            if word.raw in HARD or word.low in self.grammar.conjunctions:
                return []
            if self.grammar.against.fullmatch(word.low):
                found = self.following(at + 1)
                if not found and (somebody or word.low == "contra"):
                    found = self.unlisted(at + 1)
                if found:
                    return found
            elif at - verb <= 2 and at in self.starting and self.starting[at].before not in _OTHERWISE:
                return self.following(at)
            elif at == verb + 1 and somebody and self.opens_noun(at):
                return self.unlisted(at)
        return []

    def _nouns(self, at: int, word: Word) -> None:
        grammar = self.grammar
        if grammar.fights.fullmatch(word.low):
            self._fight(at)
        agentive, deadly = grammar.deeds.fullmatch(word.low), grammar.deaths.fullmatch(word.low)
        if self.arabic and grammar.active["harm"].fullmatch(word.low):  # "قتل" is "killed" and "killing"
            deadly = deadly if at and self.words[at - 1].low in grammar.prepositions else None
        if not agentive and not deadly:
            return
        owner = self._genitive(at)
        act: Act = "arrest" if _ARREST_NOUN.match(word.low) else "harm"
        if owner is not None and RAID.fullmatch(word.low) and self._is_raided(owner):
            self._suffers([owner], act)
        elif owner is not None and agentive and owner.kinds & {"body", "doer", "armed", "named"}:
            self._does([owner], act, LIKELY)
        elif owner is not None and deadly:
            self._suffers(self._list_after(owner), act)
        if agentive:
            self._people_of(at)
            for step in range(at + 1, min(len(self.words), at + _AIM_REACH)):
                if self.words[step].raw in HARD:
                    break
                if self.grammar.against.fullmatch(self.words[step].low) and self.words[step].low not in _WEAK:
                    self._suffers(self.following(step + 1), act)
                    break

    def _is_raided(self, owner: Phrase) -> bool:
        """Whether a raid "of" them is one upon them: what stands or travels somewhere."""
        return any(STATIONED.fullmatch(w.low) for w in self.words[owner.left : owner.last + 1])

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
            while (
                step < len(self.words)
                and step <= at + 2
                and self.words[step].low not in self.grammar.genitive
            ):
                if not self.words[step].is_word or step in self.starting:
                    return None
                step += 1
            if step >= len(self.words) or self.words[step].low not in self.grammar.genitive:
                return None
            step += 1
        found = self.following(step)
        return found[0] if found and (self.arabic or found[0].left <= step) else None

    def _fight(self, at: int) -> None:
        """ "Combates entre el ejército y el ELN", "enfrentamiento con la policía"."""
        for step in range(at + 1, min(len(self.words), at + _REACH)):
            low = self.words[step].low
            if self.words[step].raw in HARD:
                return
            if self.grammar.between.fullmatch(low):
                self._both(step + 1)
                return
            if self.grammar.opposite.fullmatch(low) and low not in _WEAK:
                self._suffers(self.following(step + 1), "fight")
                return

    def _opposed(self, at: int) -> None:
        """ "Des combats ont opposé l'armée aux rebelles"."""
        sides = [
            p
            for p in self.phrases
            if at < p.left <= at + _REACH
            and p.kinds - {"thing"}
            and p.before not in self.grammar.genitive
            and p.before not in self.grammar.prepositions - {"a", "au", "aux"}
        ]
        if len(sides) > 1:
            self._does(sides[:2], "fight", SURE)

    def _both(self, at: int) -> None:
        """The two sides behind "between": the first does, the others stand against it."""
        sides: list[Phrase] = []
        for step in range(at, min(len(self.words), at + _REACH)):
            if self.words[step].raw in ".;:" or (sides and self.grammar.says.fullmatch(self.words[step].low)):
                break
            phrase = self.starting.get(step)
            if (
                phrase is not None
                and phrase.kinds - {"thing"}
                and phrase.before not in self.grammar.prepositions - {"entre"}
            ):
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
        for here, word in enumerate(self.words):
            starts[offset] = here
            offset += len(word.low) + 1
        for pattern, strength in ((self.grammar.by, SURE), (self.grammar.blames, CLAIMED)):
            for match in pattern.finditer(text):
                if match.start() and text[match.start() - 1] != " ":
                    continue
                at = starts.get(match.end() + 1, starts.get(match.end()))
                found = [] if at is None else self.following(at)
                may = [p for p in found if p.acts or "crowd" in p.kinds]
                self._does(may[:2], _act_of_passive(text[: match.start()]), strength)

    # -- Arabic -----------------------------------------------------------------------------------------

    def _arabic_verb(self, at: int, key: str) -> None:
        """The verb stands first: one noun behind it suffered, of two the first did it to the second."""
        grammar = self.grammar
        if grammar.dying.fullmatch(key):
            found = self.following(at + 1, reach=2)
            if found and not self._second(found[0]) and not self.unlisted_object(found[0]):
                self._suffers([p for p in found if not self.hangs_arabic(p)], "harm")
        acts: list[Act] = [act for act, verbs in grammar.active.items() if verbs.fullmatch(key)]
        if not acts or at in self.starting:
            return
        behind = [p for p in self.following(at + 1, reach=2) if not self.hangs_arabic(p)][:1]
        ahead = [p for p in self.ending_at(at - 1) if not self.hangs_arabic(p)]
        if ahead and not (behind and any(self._may(behind[0], act) for act in acts)):
            for act in acts:
                self._does([p for p in ahead if self._may(p, act)], act, LIKELY)
                self._suffers(behind or self._aimed(at), act)
            return
        if not behind:
            for act in acts:
                self._suffers(self._aimed(at), act)
            return
        one = behind[0]
        aimed = self._second(one) or self._aimed(one.last)
        doing = [act for act in acts if self._may(one, act)]
        sure = "body" in one.kinds and key.endswith("ت")  # "قتلت القوات"
        aimed = aimed or self.unlisted_object(one)
        if doing and (aimed or sure or not _VOICELESS.fullmatch(key)):
            for act in doing:
                self._does([one], act, SURE)
                self._suffers(aimed, act)
        elif one.suffers:
            for act in acts:
                if act in {"harm", "arrest"}:
                    self._suffers([one], act)

    def _accused(self, verb: int) -> list[Phrase]:
        """Whom "اتهم" accuses: the second of the two behind it."""
        deed = next(
            (i for i in range(verb + 1, len(self.words)) if self.grammar.deaths.fullmatch(self.words[i].low)),
            verb + _AIM_REACH,
        )
        behind = [p for p in self.phrases if verb < p.left < deed and not self.hangs_arabic(p)]
        if len(behind) > 1:
            return behind[1:2]
        return [p for p in behind if p.left > verb + 1]

    def _second(self, one: Phrase) -> list[Phrase]:
        """The object right behind the subject."""
        at = one.last + 1
        if at + 2 < len(self.words) and self.words[at].low == "في" and "armed" not in one.kinds:
            at += 2  # "احتجز رجال القبائل في مأرب ستة سائحين"
            if self.words[at].low not in self.grammar.before:
                return []
        found = self.following(at, reach=2)
        return [p for p in found[:1] if not self.hangs_arabic(p)]

    def _aimed(self, at: int) -> list[Phrase]:
        for step in range(at + 1, min(len(self.words), at + _AIM_REACH)):
            if self.words[step].raw in HARD or self.words[step].raw == "،":
                return []
            if self.grammar.against.fullmatch(self.words[step].low):
                return self.following(step + 1, reach=2)
        return []

    # -- filing -----------------------------------------------------------------------------------------

    def _does(self, phrases: Iterable[Phrase], act: Act, strength: int) -> None:
        self.found.doers += [(p, act, strength) for p in phrases if p.kinds - {"thing", "fate"}]

    def _suffers(self, phrases: Iterable[Phrase], act: Act) -> None:
        self.found.sufferers += [(p, act, SURE) for p in phrases if p.suffers]


def _act_of_passive(before: str) -> Act:
    """Whether "by" follows an arrest."""
    last = " ".join(before.split()[-4:])
    return "arrest" if re.search(r"deten|captur|arrest|interpel|apres|aprehend", last) else "harm"
