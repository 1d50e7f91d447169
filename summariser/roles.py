"""Who did it to whom, with what, and what was hit: read from the words around each verb and noun of violence.

Position decides, as a reader's eye does: the subject of an active verb and whoever follows "by" did it;
its object, the subject of a passive and whoever follows "murder of" or "attack on" suffered it. Claims
("claimed responsibility") and accusations ("was attributed to") name a doer where nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from summariser.clauses import Clauses
from summariser.lexicon import blame, deeds, parties, turns
from summariser.lexicon.function_words import DETERMINERS, NEGATIONS, OTHER_VERBS, PREPOSITIONS, WHERE
from summariser.nouns import kinds_of, names_weapon, singular
from summariser.phrases import Phrase, Phrases
from summariser.reading import Reading
from summariser.turns import Act, turns_in, victims_of_mines

SURE, LIKELY, CLAIMED = 3, 2, 1
"""A doer with a word for it ("guerrillas"), any subject of a violent verb, who claims it or is accused."""
_ACTS: Final[tuple[tuple[Act, Mapping[str, str]], ...]] = (
    ("arrest", deeds.ARREST),
    ("fight", deeds.FIGHT),
    ("protest", deeds.PROTEST),
    ("find", deeds.FIND),
)
_AIMED_AT: Final = {"at", "on", "against", "into", "upon"}
_FAR_ENOUGH: Final = {"when", "while", "after", "before", "killing", "causing", "leaving", ";", ":"}
_CARRYING: Final = {"carrying", "transporting", "bringing"}
_TAKING: Final = {"take", "takes", "took", "taken", "taking", "hold", "held", "holding", "keep", "kept"}
_BY_REACH, _TARGET_REACH, _OPPONENT_REACH = 16, 14, 8
_LISTED_HARM: Final = 10
_OBJECT_REACH: Final = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase in a role, and how sure the role is."""

    phrases: Phrases
    phrase: Phrase
    strength: int
    at: int
    """Offset of the verb or noun that gives the role."""
    act: Act = "harm"

    @property
    def words(self) -> str:
        """What it is called, without whose it is."""
        return self.phrases.words(self.phrase)

    @property
    def whole(self) -> str:
        """With whose it is: "offices of the Harbour Company"."""
        return self.phrases.words(self.phrase, whole=True)


@dataclass(slots=True)
class Roles:
    """What a sentence, or several, say of who did what to whom."""

    doers: list[Part] = field(default_factory=list)
    sufferers: list[Part] = field(default_factory=list)
    things: list[Part] = field(default_factory=list)
    settled: list[Part] = field(default_factory=list)
    """Villages and quarters that were attacked."""
    weapons: list[Part] = field(default_factory=list)
    they_did: bool = False
    """Whether a doer is only "they"."""
    they_suffered: bool = False


def roles_of_sentences(reading: Reading, sentences: Iterable[str]) -> Roles:
    """The roles that some sentences of an article give, in their order."""
    whole = Roles()
    for sentence in sentences:
        one = _once(reading, sentence)
        whole.doers += one.doers
        whole.sufferers += one.sufferers
        whole.things += one.things
        whole.settled += one.settled
        whole.weapons += one.weapons
        whole.they_did |= one.they_did
        whole.they_suffered |= one.they_suffered
    return whole


def _once(reading: Reading, sentence: str) -> Roles:
    """The roles of one sentence, worked out once an article: several events are told in it."""
    key = ("roles", sentence)
    if key not in reading.memo:
        phrases = Phrases(reading, sentence)
        reading.memo[key] = roles_in(phrases)
        phrases.let_go()
    found: Roles = reading.memo[key]
    return found


def others_arrested(reading: Reading, sentence: str, start: int, end: int) -> bool:
    """Whether who hurts somebody by a verb and who arrests somebody in a sentence are told apart by it.

    Args:
        reading: The article.
        sentence: Where both are told.
        start: Where the words of the deed that hurts begin.
        end: Where they end.
    """
    doers = _once(reading, sentence).doers
    hurt = {p.phrase.start for p in doers if p.act == "harm" and start <= p.at < end}
    took = {p.phrase.start for p in doers if p.act == "arrest"}
    return bool(hurt and took) and hurt.isdisjoint(took)


def roles_in(phrases: Phrases) -> Roles:
    """All roles that one sentence gives to its noun phrases."""
    return _Reader(phrases).read()


class _Reader:
    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.clauses = Clauses(phrases)
        self.tokens = phrases.tokens
        self.roles = Roles()
        self.mined = victims_of_mines(self.clauses)
        self.last: tuple[str, list[Phrase]] | None = None
        """Voice and subject of the verb before, for "attacked ... and killed"."""

    def read(self) -> Roles:
        for at, token in enumerate(self.tokens):
            if at in self.mined:
                continue  # "struck a mine"
            if token.key in deeds.HARM:
                self._harm(at)
            if token.key in deeds.WIELD or token.key in deeds.BURST:
                self._wield(at)
            for act, verbs in _ACTS:
                if token.key in verbs:
                    self._act(at, act, verbs[token.key])
            if token.key in blame.HOSTAGE:
                self._hostage(at)
            if token.key in blame.DYING and self.clauses.key(at - 1) not in DETERMINERS:  # "kin of the dead"
                found = self.clauses.patient(self.clauses.chain(at) - 1)
                self._suffers([p for p in found if "thing" not in p.kinds], at, LIKELY)
            if token.key == "by":
                self._by(at)
        if self.tokens:
            self._nouns()
            self._turns()
            self._claims()
            self._weapons()
        return self.roles

    # -- filing -----------------------------------------------------------------------------------------

    def _does(
        self,
        found: Iterable[Phrase],
        at: int,
        strength: int = SURE,
        act: Act = "harm",
        *,
        anybody: bool = False,
    ) -> None:
        for phrase in found:
            nobody = self.tokens[phrase.left].key in NEGATIONS  # "no group has claimed it"
            may = phrase.is_people() if act == "protest" or anybody else phrase.may_do()
            arms = "weapon" in phrase.kinds and "may" not in phrase.kinds
            if may and not arms and not nobody:
                self.roles.doers.append(Part(self.phrases, phrase, strength, self.tokens[at].start, act))

    def _suffers(
        self,
        found: Iterable[Phrase],
        at: int,
        strength: int = SURE,
        *,
        of_bodies: bool = True,
        of_persons: bool = True,
        act: Act = "harm",
    ) -> None:
        for phrase in found:
            if self.tokens[phrase.left].key in {"no", "neither", "nobody"}:
                continue
            bare = phrase.kinds <= {"name", "person"} and not kinds_of(phrase.head)
            if bare and not (of_bodies or (of_persons and "person" in phrase.kinds)):
                continue  # "raided San Pedro", where nothing says that it is somebody
            part = Part(self.phrases, phrase, strength, self.tokens[at].start, act)
            if phrase.is_people() and ("thing" not in phrase.kinds or phrase.named):
                self.roles.sufferers.append(part)
            elif "thing" in phrase.kinds and act == "harm":
                self.roles.things.append(part)
            elif "settled" in phrase.kinds and act == "harm":
                self.roles.settled.append(part)

    # -- verbs ------------------------------------------------------------------------------------------

    def _harm(self, at: int) -> None:
        """A verb whose object suffers: "attacked", "was killed", "blew up"."""
        key, after = self.tokens[at].key, at + 1
        if self._is_noun(at):
            return
        particle = deeds.PARTICLE.get(key)
        if particle is not None:
            if self.clauses.key(after) not in particle:
                return
            after += 1
        voice = self.clauses.voice(at, deeds.HARM[key], after, self.last[0] if self.last else None)
        aims = key == "shot" and self.clauses.key(after) in _AIMED_AT and not self.clauses.has_be(at)
        if voice is None or self.clauses.is_negated(at) or aims:
            return
        before = self.clauses.chain(at) - 1
        lemma = deeds.lemma(key)
        of_bodies = lemma in deeds.ON_BODIES
        if voice == "passive":
            found = self.clauses.patient(before) or self._carried_on(before, "passive")
            self.roles.they_suffered |= not found and self.clauses.is_pronoun(before)
            self._suffers(found, at, of_bodies=of_bodies, of_persons=lemma in deeds.ON_EITHER)
            self.last = (voice, found)
            return
        found = self._acts(before, participle=deeds.HARM[key] == "ing")
        sure = any(p.kinds & {"doer", "body"} for p in found)
        objects = self._objects(after)
        on_people = of_bodies and any(p.is_people() for p in objects)
        self._does(found, at, SURE if sure else LIKELY, anybody=on_people)
        self._suffers(objects, at, of_bodies=of_bodies, of_persons=lemma in deeds.ON_EITHER)
        if objects and self.clauses.key(objects[-1].last + 1) in _CARRYING:
            self._suffers(self.clauses.objects(objects[-1].last + 2), at, LIKELY)

    def _is_noun(self, at: int) -> bool:
        """Whether a word that may be a verb is a noun here: "over the bombing", "with machetes"."""
        key, before = self.tokens[at].key, self.clauses.key(at - 1)
        if key.endswith("ing"):
            return before in {"the", "a", "an", "this", "his", "their", "its"}
        return key.endswith("s") and before in {"with", "by", "using", "of", "from", "the"}

    def _act(self, at: int, act: Act, form: str) -> None:
        """Arrests, fights and protests: sides that count for events of that kind only."""
        key, after = self.tokens[at].key, at + 1
        if key.startswith("round") and self.clauses.key(after) != "up":
            return
        voice = self.clauses.voice(at, form, after, None)
        before = self.clauses.chain(at) - 1
        if (
            act == "protest"
            and form == "past"
            and key not in deeds.HARM
            and self.clauses.closes_aside(before)
        ):
            voice = "active"  # "people, many of them in black, marched"
        goes_on = self.clauses.key(before) == "and" or bool(self.clauses.crowd(before))
        if act == "protest" and voice is None and form == "past" and goes_on and key not in deeds.HARM:
            voice = "active"
        if voice is None or self.clauses.is_negated(at):
            return
        by_doing = act == "protest" and self.clauses.key(after + 1).endswith("ing")  # "protested by blocking"
        agent = self.clauses.has_be(at) or (self.clauses.key(after) == "by" and not by_doing)
        if voice == "passive" and (act == "arrest" or agent):  # "troops clashed with" is no passive
            if act != "find":
                self._suffers(self.clauses.patient(before), at, act=act)
            return
        shared = self._shared(before)
        subject = self.clauses.subject(before) or self._carried_on(before, "active")
        if shared is not None:
            subject = shared
        if act == "find":
            self._does(subject, at, act=act)
            return
        if act == "protest":
            self._does(subject or self._people(before) or self.clauses.crowd(before), at, act=act)
            return
        objects = [p for p in self.clauses.objects(self.clauses.past_manner(after)) if p.is_people()]
        for index in range(after, min(after + _OPPONENT_REACH, len(self.tokens))):
            if act == "fight" and not objects and self.clauses.key(index) in blame.OPPONENT:
                objects = self.clauses.objects(index + 1)
        if act == "fight" and not objects and len(subject) > 1:
            subject, objects = subject[:1], subject[1:]  # "the army and the rebels clashed"
        self._does(subject, at, act=act)
        self._suffers(objects, at, act=act)

    def _people(self, before: int) -> list[Phrase]:
        """The people before a verb, whoever they are."""
        return [p for p in self.clauses.patient(before) if p.is_people()]

    def _hostage(self, at: int) -> None:
        """ "Took the engineer hostage", "were taken hostage"."""
        held = self.phrases.ending.get(at - 1)
        verb = at - 1 if held is None else held.left - 1
        if self.clauses.key(verb) not in _TAKING or (
            held is None and self.clauses.voice(verb, "past", at, None) != "passive"
        ):
            return
        if held is not None:
            self._does(self._acts(self.clauses.chain(verb) - 1), at)
            self._suffers([held], at)
        else:
            self._suffers(self.clauses.patient(self.clauses.chain(verb) - 1), at)

    def _acts(self, before: int, *, participle: bool = False) -> list[Phrase]:
        """The subject of a verb in the active voice, which "and" and a participle take over."""
        if participle and self.last is not None and self.last[0] == "active" and self._lists_harm(before):
            return self.last[1]  # "a bomb went off, killing two and | wounding six"
        found = self._shared(before)
        if found is None:
            found = self.clauses.subject(before) or self._carried_on(before, "active", always=participle)
        self.roles.they_did |= not found and self.clauses.is_pronoun(before)
        self.last = ("active", found)
        return found

    def _shared(self, before: int) -> list[Phrase] | None:
        """Who did what is told before "and", where its object stands between: None where none does.

        In "soldiers killed two men and arrested nine" the men are no subject.
        """
        held = self.phrases.ending.get(before - 1) if self.clauses.key(before) == "and" else None
        if held is None or held.owns:
            return None
        reach = range(held.left - 1, max(held.left - _OBJECT_REACH, -1), -1)
        verb = next(
            (i for i in reach if self.clauses.key(i) in deeds.HARM or self.clauses.key(i) in deeds.ARREST),
            None,
        )
        if verb is None or self._is_noun(verb) or held not in self._objects(verb + 1):
            return None
        key = self.clauses.key(verb)
        form = deeds.HARM.get(key) or deeds.ARREST[key]
        if self.clauses.voice(verb, form, verb + 1, None) == "passive" or self.clauses.has_be(verb):
            return None
        if key in deeds.HARM and self.last is not None:
            return self.last[1] if self.last[0] == "active" else []
        start = self.clauses.chain(verb) - 1
        return self.clauses.subject(start) or self.clauses.opening_subject(start)

    def _objects(self, after: int) -> list[Phrase]:
        return self.clauses.objects(self.clauses.past_manner(self.clauses.past_means(after)))

    def _lists_harm(self, before: int) -> bool:
        """Whether an "and" joins a participle to one of harm: "killing two guards and"."""
        if self.clauses.key(before) != "and":
            return False
        earlier = range(before - 1, max(-1, before - _LISTED_HARM), -1)
        verb = next((i for i in earlier if self.clauses.key(i) in deeds.HARM), None)
        return verb is not None and deeds.HARM[self.clauses.key(verb)] == "ing" and not self._is_noun(verb)

    def _carried_on(self, before: int, voice: str, *, always: bool = False) -> list[Phrase]:
        """The subject of the verb before, where this one goes on from it."""
        if (
            voice == "active"
            and self.clauses.key(before) in {"and", "then"}
            and not (self.last is not None and self.last[1])
        ):
            return self.clauses.opening_subject(before)
        if self.last is None or self.last[0] != voice or not (always or self.clauses.is_joined(before)):
            return []
        return self.last[1]

    def _wield(self, at: int) -> None:
        """Verbs of weapons: "hurled grenades at", "bombs were planted in", "a bomb exploded at"."""
        key, after = self.tokens[at].key, at + 1
        if key in {"set", "sets", "setting"}:
            rest = self.clauses.text_from(at)
            if blame.SET_OFF.match(rest) is None:
                self._set_fire(at, rest)
                return
            after += 1
        if key in {"go", "goes", "went", "gone", "going"} and self.clauses.key(after) != "off":
            return
        form = deeds.WIELD.get(key) or deeds.BURST[key]
        voice = self.clauses.voice(at, form, after, None)
        fires = key.startswith(("fir", "shoot", "shot"))
        if key == "fire" and self.clauses.key(at - 1) in PREPOSITIONS | DETERMINERS:
            return  # "on fire at Tel Rif"
        if fires and self.clauses.key(after) in _AIMED_AT and not self.clauses.has_be(at):
            voice = "active"
        before = (self.clauses.chain(at) if voice else at) - 1
        if fires and self.clauses.key(at - 1) in {"open", "opens", "opened", "opening"}:
            before = self.clauses.chain(at - 1) - 1
        subject = self.clauses.anything(before)
        bursts = key in deeds.BURST  # "Thai artillery fired", but "a drone exploded"
        arms = [p for p in subject if _is_arms(p) and (bursts or "may" not in p.kinds)]
        objects = [
            p for p in self.clauses.objects(after) if _is_arms(p) or p.head in {"shots", "rounds", "gunshots"}
        ]
        if (
            bursts
            and voice == "active"
            and not objects
            and any(p.kinds & {"person", "doer"} for p in subject)
        ):
            self._does(subject, at, LIKELY)  # "the boy detonated in the crowd"
        if key in deeds.HARM and not fires and self.clauses.objects(after):
            return  # "a shell hit a house near the bridge": the house is its object
        if not (arms or objects) and key not in deeds.BURST:
            objects = self._inside(after)
        shots = fires and turns.SHOTS.match(self.clauses.text_from(after)) is not None
        if not (shots or arms or objects or (fires and self.clauses.key(after) in _AIMED_AT)):
            return
        if not arms and voice != "passive":
            self._does(self._acts(before), at)
        self._aimed(objects[-1].last + 1 if objects else after, at)

    def _inside(self, after: int) -> list[Phrase]:
        """A weapon inside what was laid: "left a bag with dynamite"."""
        for index in range(after, min(after + 8, len(self.tokens))):
            if self.clauses.key(index) in {"containing", "with", "of", "full", "and"}:
                found = [p for p in self.clauses.objects(index + 1) if "weapon" in p.kinds]
                if found:
                    return found
        return []

    def _set_fire(self, at: int, rest: str) -> None:
        """ "Set fire to the bus", "set the bus on fire"."""
        fire = blame.SET_FIRE.match(rest)
        if fire is not None:
            found = self.clauses.objects(self.clauses.token_at(self.tokens[at].start + fire.end()))
        else:
            found = self.clauses.objects(at + 1)
            if self.clauses.key(at + 1) in {"it", "them"} and blame.ON_FIRE.match(
                self.clauses.text_from(at + 2)
            ):
                told = [p for p in self.phrases.all if p.last < at and "thing" in p.kinds]
                self._suffers(told[-1:], at)
                return
            if not found or blame.ON_FIRE.match(self.clauses.text_from(found[-1].last + 1)) is None:
                if blame.ON_FIRE.match(self.clauses.text_from(at + 1)) is not None:
                    self._suffers(self.clauses.patient(self.clauses.chain(at) - 1), at)
                return
        self._does(self._acts(self.clauses.chain(at) - 1), at)
        self._suffers(found, at)

    def _aimed(self, since: int, at: int) -> None:
        """What follows a word of place soon after: "at the door of the bank", "in front of the embassy"."""
        for index in range(since, min(len(self.tokens), since + _TARGET_REACH)):
            key = self.tokens[index].key
            if key in _FAR_ENOUGH:
                return
            if key not in WHERE and not (key == "of" and self.clauses.key(index - 1) in {"front", "side"}):
                continue
            objects = self.clauses.objects(index + 1)
            hit = [p for p in objects if "thing" in p.kinds or (key in _AIMED_AT and p.is_people())]
            if hit:
                self._suffers(hit, at, LIKELY, of_bodies=False)
                return

    def _by(self, at: int) -> None:
        """Whoever follows "by" after a passive or a deed."""
        for token in reversed(self.tokens[max(0, at - _BY_REACH) : at]):
            act = next((act for act, verbs in _ACTS if token.key in verbs), None)
            if _is_deed(token.key) or act is not None:
                found = [p for p in self.clauses.objects(at + 1) if not _is_arms(p)]
                self._does(found, at, act="harm" if _is_deed(token.key) or act is None else act)
                return
            if token.key in OTHER_VERBS or (token.key.endswith("ed") and token.key not in parties.MODIFIERS):
                return  # "the murdered priest was buried by nuns"

    # -- nouns of deeds ---------------------------------------------------------------------------------

    def _nouns(self) -> None:
        text, offset = self.clauses.text_from(0), self.tokens[0].start
        following = (
            (blame.OF, True, SURE),
            (blame.ON, False, SURE),
            (blame.DAMAGE_TO, False, LIKELY),
            (blame.VICTIM_IS, True, LIKELY),
        )
        for pattern, of_bodies, strength in following:
            for match in pattern.finditer(text):
                found = self.clauses.objects(self.clauses.token_at(offset + match.end()))
                if pattern is blame.VICTIM_IS:
                    found = [p for p in found if "thing" not in p.kinds]
                at = self.clauses.token_at(offset + match.start())
                self._suffers(found, at, strength, of_bodies=of_bodies)
        for match in blame.DEED.finditer(text):
            at = self.clauses.token_at(offset + match.start())
            owner = self.phrases.ending.get(at - 1)
            if owner is not None and owner.owns:
                if blame.OF_ONLY.fullmatch(match.group()):
                    self._suffers([owner], at, LIKELY)  # "the judge's murder"
                else:
                    self._does([owner], at)  # "the rebels' attack"
        for match in blame.VICTIM_OF.finditer(text):
            at = self.clauses.token_at(offset + match.start())
            self._suffers(self.clauses.patient(at - 1), at, LIKELY)
        for match in blame.BETWEEN.finditer(text):
            at = self.clauses.token_at(offset + match.start())
            first = self.clauses.token_at(offset + match.end())
            found = self.clauses.objects(first, whatever_follows=True)
            start = self.tokens[at].start
            if len(found) > 1:  # of "fighting between A and B drove" neither drove
                self.roles.doers = [p for p in self.roles.doers if p.phrase not in found]
            self.roles.doers += [
                Part(self.phrases, p, SURE, start, "fight") for p in found[:1] if len(found) > 1
            ]
            self.roles.sufferers += [Part(self.phrases, p, SURE, start, "fight") for p in found[1:]]
        for match in blame.CARRIED.finditer(text):
            at = self.clauses.token_at(offset + match.start())
            self._does(self.clauses.subject(self.clauses.chain(at) - 1), at, LIKELY)
        for match in blame.THREATS_FROM.finditer(text):
            at = self.clauses.token_at(offset + match.start())
            self._does(self.clauses.objects(self.clauses.token_at(offset + match.end())), at, LIKELY)

    def _turns(self) -> None:
        for turn in turns_in(self.clauses):
            for act in turn.acts:
                self._does(turn.doers, turn.at, act=act, anybody=turn.anybody)
                self._suffers(turn.sufferers, turn.at, LIKELY, of_bodies=False, act=act)
            self.roles.they_did |= turn.they_did
            self.roles.they_suffered |= turn.they_suffered

    def _claims(self) -> None:
        text, offset = self.clauses.text_from(0), self.tokens[0].start
        for match in blame.CLAIMS.finditer(text):
            at = self.clauses.token_at(offset + match.start())
            before = self.clauses.chain(at) - 1
            found = [p for p in self.clauses.subject(before) if p.may_do()]
            body = self.phrases.ending.get(before)  # "a spokesman for the | Red Dawn Front"
            self._does(found or ([body] if body is not None else []), at, CLAIMED)
        for match in blame.BLAMED.finditer(text):
            found = self.clauses.objects(self.clauses.token_at(offset + match.end()))
            self._does(found, self.clauses.token_at(offset + match.start()), CLAIMED)

    def _weapons(self) -> None:
        for phrase in self.phrases.all:
            words = self.phrases.words(phrase)
            if "weapon" not in phrase.kinds or not names_weapon(phrase.head, words):
                continue
            before = " ".join(t.key for t in self.tokens[max(0, phrase.left - 8) : phrase.left])
            after = " ".join(t.key for t in self.tokens[phrase.last + 1 : phrase.last + 5])
            idle = blame.NOT_USED.search(before) or blame.NOT_USED_AFTER.match(after)
            if idle and not (blame.LAID.search(words) and blame.LAID_FOUND.match(idle.group())):
                continue
            self.roles.weapons.append(Part(self.phrases, phrase, SURE, phrase.start))


def _is_arms(phrase: Phrase) -> bool:
    return "weapon" in phrase.kinds or singular(phrase.head) in parties.BURSTS


def _is_deed(key: str) -> bool:
    if key in deeds.BY_ANYBODY:
        return False
    if key in deeds.HARM or key in deeds.WIELD or key in blame.CARRIED_WORD:
        return True
    return blame.DEED.fullmatch(key) is not None


def people_before(reading: Reading, sentence: str, *, doers: bool) -> Sequence[Part]:
    """The people of a sentence whom "they" in the next one can mean, the last first."""
    phrases = Phrases(reading, sentence)
    wanted = [
        p
        for p in phrases.all
        if p.plural and ("doer" in p.kinds if doers else "person" in p.kinds and "doer" not in p.kinds)
    ]
    return [Part(phrases, p, LIKELY, p.start) for p in reversed(wanted)]
