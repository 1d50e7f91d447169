"""Subjects and objects in one sentence, found by position among its noun phrases (`phrases.py`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from summariser.lexicon import deeds, parties
from summariser.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BOUNDARIES,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATIONS,
    NUMBERS,
    OTHER_VERBS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
)
from summariser.nouns import singular
from summariser.phrases import Phrase, Phrases

_MOST_IN_A_LIST: Final = 8
_CLAUSE: Final = 14
"""A subject stands at most so many words before its verb."""
_FAR_BACK: Final = 30
"""The subject of "walked into the room, read out names and | shot" stands at most so far back."""
_ASIDE: Final = 24
"""So many words may stand between the commas of an aside: "Roca, who was a judge in Tel Rif, was shot"."""
_MANNER: Final = {"dead", "also", "both", "down", "up", "off"}
_TIMES: Final = {
    "yesterday",
    "today",
    "tonight",
    "last",
    "early",
    "earlier",
    "late",
    "later",
    "morning",
    "afternoon",
    "evening",
    "night",
    "week",
    "month",
    "year",
}
_AFAR: Final = {
    "with",
    "near",
    "in",
    "at",
    "along",
    "across",
    "around",
    "towards",
    "toward",
    "from",
    "into",
    "on",
    "outside",
}
_FORCES: Final = {
    "forces",
    "troops",
    "army",
    "military",
    "artillery",
    "units",
    "soldiers",
    "fighters",
    "militants",
    "rebels",
}
_CLAUSE_AFTER: Final = 40
_MANY: Final = {
    "hundreds",
    "thousands",
    "dozens",
    "scores",
    "group",
    "groups",
    "number",
    "tens",
    "handful",
    "crowd",
    "crowds",
}
_SHORT_NOUN: Final = 4
_NO_CROWD: Final = re.compile(
    r"\w*(?:(?:t|s)ions|ments|ces|ties|ches|shes|protests|rallies|ages|ures|isms|days|nights|weeks|months|years|events)"
)
"""Plurals of things that do not march: "prices rallied", "protests gathered pace"."""
_JOINS: Final = {"and", ",", "then", "or", "later"}
_HEDGES: Final = {"at", "least", "up", "to", "more", "than", "about", "over"}


class Clauses:
    """One sentence, asked from a word who stands before it and what after it."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self._starts = [t.start for t in self.tokens]

    def key(self, at: int) -> str:
        """The word at a position; empty beyond the sentence."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def text_from(self, at: int) -> str:
        """The sentence from a word on."""
        if at >= len(self.tokens):
            return ""
        return self.phrases.text[self.tokens[at].start : self.tokens[-1].end]

    def token_at(self, offset: int) -> int:
        """The word at or after an offset of the article."""
        return bisect_left(self._starts, offset)

    # -- verbs ------------------------------------------------------------------------------------------

    def chain(self, at: int) -> int:
        """The first of a verb's auxiliaries and adverbs; the verb itself without any."""
        first = at
        while first and (
            self.key(first - 1) in AUXILIARIES | ADVERBS | {"to"} or self.key(first - 1).endswith("ly")
        ):
            first -= 1
        return first

    def voice(self, at: int, form: str, after: int, last: str | None) -> str | None:
        """ "active", "passive", or None where the form is no verb here.

        Args:
            at: The verb.
            form: Its form as `lexicon.deeds` lists it.
            after: The word after it and its particle.
            last: The voice of the verb before, for "was seized and killed".
        """
        chain = self.chain(at)
        helpers = {t.key for t in self.tokens[chain:at]}
        if form == "past":
            return self._voice_of_past(chain, helpers, after, last)
        key = self.key(at)
        if form == "ing" and key in deeds.NOUN_TOO and self.has_object(after):
            return "active"
        finite = bool(helpers & MODALS)
        if key in deeds.NOUN_TOO and not finite:
            return "active" if form == "third" and self._in_headline(chain, after) else None
        if form == "base" and not finite and chain and self.phrases.ending.get(chain - 1) is None:
            return None
        return "active"

    def _voice_of_past(self, chain: int, helpers: set[str], after: int, last: str | None) -> str | None:
        if helpers & BE:
            return "passive"
        if helpers & HAVE or not chain:
            return "active"
        if self.has_object(after):  # but "the murdered priest" has no verb
            return "active" if self.key(chain - 1) not in DETERMINERS | PREPOSITIONS else None
        before = self.phrases.ending.get(chain - 1)
        if before is not None and self._fires(before, chain, after):
            return "active"
        follows = self.key(after) or "."
        stops = follows in PREPOSITIONS | _TIMES or not follows[0].isalnum()
        if before is not None and not before.owns and stops:
            return "passive"
        if before is not None and not before.owns and before.is_people() and follows not in STOPS | ADVERBS:
            return "active"  # "protesters burned tyres", whatever tyres are
        aside = self.key(chain - 1) == "," and self.phrases.ending.get(chain - 2) is not None
        if aside and follows in PREPOSITIONS | _TIMES:
            return "passive"  # "the mayor, snatched by unknown men"
        return last if self.is_joined(chain - 1) else None

    def _fires(self, before: Phrase, chain: int, after: int) -> bool:
        """Whether an armed body is the subject of a verb without an object right after it.

        "Army units shelled near the river", "troops targeted with drones the posts of"; not "soldiers shelled
        near the river were evacuated", nor "shelled by".
        """
        if self.key(chain) not in deeds.FROM_AFAR or self.key(after) not in _AFAR or not before.may_do():
            return False
        if before.kinds & {"thing", "settled"} or not ("body" in before.kinds or before.head in _FORCES):
            return False
        for index in range(after, min(after + _CLAUSE_AFTER, len(self.tokens))):
            key = self.key(index)
            if key in {".", ";"}:
                return True
            if key in AUXILIARIES | OTHER_VERBS | BE | {"by"}:
                return False
        return True

    def _in_headline(self, chain: int, after: int) -> bool:
        """ "Drone hits market", "army shells village": a form that may be a noun between two bare nouns."""
        before, found = self.phrases.ending.get(chain - 1), self.phrases.starting.get(after)
        if before is None or found is None or before.owns or self.key(chain - 1).endswith("ing"):
            return False
        acts = before.may_do() or "weapon" in before.kinds
        return acts and (before.left == 0 or self.key(before.left - 1) in {":", "as", "—", "-"})

    def has_be(self, at: int) -> bool:
        """Whether a form of "be" stands among a verb's auxiliaries."""
        return any(t.key in BE for t in self.tokens[self.chain(at) : at])

    def is_negated(self, at: int) -> bool:
        """Whether a verb is denied."""
        return any(t.key in NEGATIONS for t in self.tokens[max(0, self.chain(at) - 1) : at])

    def is_joined(self, at: int) -> bool:
        """Whether a word goes on from a verb before."""
        return self.key(at) in _JOINS

    def closes_aside(self, at: int) -> bool:
        """Whether a word is the comma after an aside."""
        return self.key(at) == "," and self._opening_comma(at) is not None

    def is_pronoun(self, at: int) -> bool:
        """Whether the subject is only "they"."""
        return self.key(at) in PERSONAL

    def past_manner(self, after: int) -> int:
        """Past what stands between a verb and its object: "shot | dead", "beat | to death"."""
        while self.key(after) in ADVERBS | _MANNER or self.key(after).endswith("ly"):
            after += 1
        return after + 2 if self.key(after) == "to" and self.key(after + 1) == "death" else after

    def past_means(self, after: int) -> int:
        """Past the weapon between a verb and its object: "targeted | with a drone | the post"."""
        if self.key(after) != "with":
            return after
        found = self.phrases.starting.get(after + 1)
        if found is None or "weapon" not in found.kinds:
            return after
        return found.last + 1 if self.phrases.starting.get(found.last + 1) is not None else after

    def has_object(self, after: int) -> bool:
        """Whether a verb has somebody or something after it."""
        at = self.past_manner(after)
        key = self.key(at)
        if key in _TIMES or self.key(at + 1) in _TIMES:
            return False  # "killed this morning"
        if key in DETERMINERS | NUMBERS | {"him", "her", "them", "it"}:
            return True
        named = bool(key) and self.tokens[at].capital and key not in STOPS
        return named or bool(self.objects(at))

    # -- subjects ---------------------------------------------------------------------------------------

    def subject(self, at: int) -> list[Phrase]:
        """Who may act, before a verb whose chain begins after the word at a position."""
        return self._before(at, Phrase.may_do)

    def opening_subject(self, at: int) -> list[Phrase]:
        """Who acts at the beginning of the clause that a word stands in: "gunmen walked in and | shot"."""
        found: list[Phrase] = []
        for index in range(at, max(-1, at - _FAR_BACK), -1):
            if self.key(index) in (BOUNDARIES | PERSONAL | {"."}) - {"after", "before"}:
                break
            phrase = self.phrases.ending.get(index)
            if phrase is None or phrase.owns or not phrase.may_do():
                continue
            if self.key(phrase.left - 1) not in PREPOSITIONS or not phrase.left:
                found = self._joined_before(phrase)
        return found

    def patient(self, at: int) -> list[Phrase]:
        """Who or what may suffer, before a verb in the passive."""
        return self._before(at, lambda p: p.is_people() or "thing" in p.kinds, names_first=True)

    def crowd(self, at: int) -> list[Phrase]:
        """Whoever marches under a name that no list has: "motorbikers", "Grey Scarves"."""
        at = self._over_bracket(at)
        key = self.key(at)
        plural = key.endswith("s") and not key.endswith(("ss", "ings", "ous")) and len(key) > _SHORT_NOUN
        if not plural or key in STOPS | OTHER_VERBS | ADVERBS | PREPOSITIONS | _TIMES or key in deeds.VERBS:
            return []
        if self.phrases.ending.get(at) is not None or self.tokens[at].owns or _NO_CROWD.fullmatch(key):
            return []
        found = self.phrases.people_at(at)
        before = self.key(found.left - 1)
        opens = found.left == 0 or before in {",", ":", ";", "and", "when", "while", "after", "where"}
        return [found] if opens or (before == "of" and self.key(found.left - 2) in _MANY) else []

    def anything(self, at: int) -> list[Phrase]:
        """Whatever stands before a verb: a bomb as well as who laid it."""
        return self._before(at, lambda _: True)

    def _before(self, at: int, fits: Callable[[Phrase], bool], *, names_first: bool = False) -> list[Phrase]:
        """The phrase that ends at a word, with those joined to it; else the nearest in the clause."""
        for _ in range(4):
            at = self._over_bracket(at)
            if at < 0:
                return []
            if self.key(at) in RELATIVES:
                at -= 2 if self.key(at - 1) == "," else 1
                continue
            if self.key(at) == ",":
                opening = self._opening_comma(at)
                inner = self.phrases.ending.get(self._over_bracket(at - 1))
                named = names_first and inner is not None and inner.named and inner.first > (opening or 0)
                if opening is None or named:
                    led = inner is not None and self.key(inner.left - 1) in PREPOSITIONS
                    if inner is None or (led and not names_first):
                        return []  # "a bomb went off in the square, killing"
                    return self._joined_before(inner)
                at = opening - 1
                continue
            phrase = self.phrases.ending.get(at)
            if phrase is None:
                return self._nearest(at, fits)
            if phrase.owns:
                return []
            if (
                self.key(phrase.left - 1).endswith("ing")
                and self.phrases.ending.get(phrase.left - 2) is not None
            ):
                at = phrase.left - 2  # "men wearing hoods", "individuals riding motorcycles"
                continue
            if self.key(phrase.left - 1) == "by" and phrase.left > 2:
                at = phrase.left - 3  # "a truck hired by the agency was burned"
                continue
            preposition = self._governor(phrase)
            if preposition < 1 or self.key(preposition) not in PREPOSITIONS - {"by"}:
                return self._joined_before(phrase)
            host = self.phrases.ending.get(preposition - 1)
            if host is None:
                further = (
                    [] if names_first or self.key(preposition) == "of" else self._nearest(preposition, fits)
                )
                return further or self._joined_before(phrase)
            at = preposition - 1
        return []

    def _governor(self, phrase: Phrase) -> int:
        """The word before a phrase, or before the list that it ends: "men | with sticks and a rifle"."""
        link = next((i for i in range(phrase.left - 1, phrase.left - 4, -1) if self.key(i) == "and"), None)
        before = self.phrases.ending.get(link - 1) if link is not None else None
        armed = before is not None and self.key(before.left - 1) == "with"
        return before.left - 1 if before is not None and armed else phrase.left - 1

    def _nearest(self, at: int, fits: Callable[[Phrase], bool]) -> list[Phrase]:
        """The nearest fitting phrase to the left in the same clause that no preposition governs."""
        for index in range(at, max(-1, at - _CLAUSE), -1):
            key = self.key(index)
            if key in BOUNDARIES | PERSONAL or (key in deeds.HARM and key not in deeds.NOUN_TOO):
                return []
            phrase = self.phrases.ending.get(index)
            if phrase is None or phrase.owns or not fits(phrase):
                continue
            if self.key(phrase.left - 1) not in PREPOSITIONS or not phrase.left:
                return self._joined_before(phrase)
        return []

    def _over_bracket(self, at: int) -> int:
        if self.key(at) in {")", "]"}:
            for index in range(at, max(-1, at - 16), -1):
                if self.key(index) in {"(", "["}:
                    return index - 1
        return at

    def _opening_comma(self, at: int) -> int | None:
        """The comma that opens the aside which one at a position closes."""
        for index in range(at - 2, max(-1, at - _ASIDE), -1):
            if self.key(index) == "," and self.phrases.ending.get(index - 1) is not None:
                return index
            if self.key(index) in {".", ";", ":"}:
                return None
        return None

    def _joined_before(self, phrase: Phrase) -> list[Phrase]:
        """A phrase and those that "and" and commas join to it on the left."""
        found = [phrase]
        while len(found) < _MOST_IN_A_LIST:
            at = found[0].left - 1
            joined_by = self.key(at)
            if at < 1 or joined_by not in {"and", ",", "or"}:
                break
            if joined_by == "and" and self.key(at - 1) == ",":
                at -= 1
            before = self.phrases.ending.get(self._over_bracket(at - 1))
            craft = all(singular(p.head) in parties.CRAFT for p in (before, found[0]) if p is not None)
            if before is None or before.owns:
                break
            if ("thing" in before.kinds) != ("thing" in found[0].kinds) and not craft:
                break
            if before.left and self.key(before.left - 1) in PREPOSITIONS - {"by"}:
                break  # "According to the authorities, a priest ..."
            if self.key(before.left - 1) in deeds.VERBS and self.key(before.left - 2) not in DETERMINERS:
                break  # "bandits shot a miner, and the army ..."
            if joined_by == ",":
                if self._is_aside(before, found[0]):
                    found[0] = before if before.named else found[0]
                    break
                if len(found) == 1:
                    break  # a comma alone makes no list
            found.insert(0, before)
        return found

    # -- objects ----------------------------------------------------------------------------------------

    def objects(self, after: int, *, whatever_follows: bool = False) -> list[Phrase]:
        """The phrase that begins at a word, and those that follow it in a list.

        Args:
            after: The word.
            whatever_follows: Whether a verb after the next phrase does not part it from the list:
                "between A and B killed".
        """
        found: list[Phrase] = []
        at = self._past_hedge(after)
        while at >= 0 and len(found) < _MOST_IN_A_LIST:
            phrase = self.phrases.starting.get(at)
            if phrase is None:
                break
            joined_by = self.key(at - 1)
            closed = not found or whatever_follows
            apart = joined_by == "," or self.key(at - 2) == ","
            if not closed and ((apart and self._speaks(phrase.last + 1)) or self._acts_next(phrase.last + 1)):
                break  # "killed two nuns, police said", "shot a nun, and the army shelled"
            if found and joined_by == "," and self._is_aside(found[-1], phrase):
                found[-1] = phrase if phrase.named else found[-1]
            else:
                found.append(phrase)
            at = self._next_in_list(phrase.last + 1)
            if (
                len(found) > 1
                and at >= 0
                and self.phrases.starting.get(at) is not None
                and ("and" in {t.key for t in self.tokens[found[-2].last + 1 : phrase.first]})
                and self.key(at - 1) == ","
            ):
                break  # the "and" closed the list
        return found

    def _is_aside(self, one: Phrase, other: Phrase) -> bool:
        """Whether the second only says who the first is: "Ana Roca, a judge", "her husband, Ivo Tann"."""
        if one.plural or other.plural or one.named == other.named:
            return False
        if ("thing" in one.kinds) != ("thing" in other.kinds):
            return False
        return other.named or self.key(other.left) not in {"his", "her", "their"}

    def _speaks(self, at: int) -> bool:
        """Whether a new clause has its verb here."""
        return self.key(at) in OTHER_VERBS | AUXILIARIES

    def _acts_next(self, at: int) -> bool:
        """Whether a verb with an object of its own stands here."""
        verb = self.key(at) in deeds.VERBS and self.key(at) not in deeds.NOUN_TOO
        return verb and self.key(at + 1) in DETERMINERS | NUMBERS

    def _next_in_list(self, at: int) -> int:
        """Where a list goes on; -1 where it does not."""
        at = self._past_bracket(at)
        if self.key(at) == ",":
            at += 2 if self.key(at + 1) in {"and", "or"} else 1
        elif self.key(at) in {"and", "or"}:
            at += 1
        elif [self.key(at + i) for i in range(3)] == ["as", "well", "as"]:
            at += 3
        else:
            return -1
        return self._past_hedge(at)

    def _past_bracket(self, at: int) -> int:
        if self.key(at) in {"(", "["}:
            for end in range(at, min(at + 16, len(self.tokens))):
                if self.key(end) in {")", "]"}:
                    return end + 1
        return at

    def _past_hedge(self, at: int) -> int:
        """Past "at least", "more than", "up to", where no phrase begins with them."""
        while self.key(at) in _HEDGES and self.phrases.starting.get(at) is None:
            if self.key(at) in {"at", "up"} and self.key(at + 1) not in {"least", "to"}:
                break
            if self.key(at) == "to" and self.key(at - 1) != "up":
                break
            at += 1
        return at
