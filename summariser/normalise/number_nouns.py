"""What a number counts: the noun phrase behind it, or the one it inherits.

The phrase runs from the number to the first plural, or to a word of the stop list. A participle alone
("20 dead", "six injured") stands for people or houses: it inherits the noun of an earlier number of the
sentence when that noun fits, and is the noun itself otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal

from summariser.lexicon.arabic.people import GROUPS as ARABIC_GROUPS
from summariser.lexicon.tongues import level
from summariser.normalise.number_abroad import romance_persons
from summariser.normalise.number_line import DASHES, HYPHENS, Figure, Line
from summariser.normalise.number_tokens import Token
from summariser.normalise.number_vocab import (
    AUXILIARIES,
    FILLERS,
    GLUED_UNITS,
    HARMED,
    HARMING,
    HOUSEHOLDS,
    HOUSES,
    ING_NOUNS,
    IRREGULAR_PLURALS,
    MODIFIER_PEOPLE,
    MODIFIER_PLURALS,
    MOVED,
    NOT_PARTICIPLES,
    NOT_PLURALS,
    OTHER_NOUNS,
    PARTICIPLES,
    PERSON,
    PERSONS,
    ROMANCE_PRENOMINAL,
    RUINED,
    STOP,
    STOP_ROMANCE,
    UNITS,
    words,
)

Span = tuple[int, int]
_MAX_WORDS: Final = 7
_DETERMINERS: Final = words(
    "the these those his her their its our my your all such whom which them us who you les ces los las",
    "estos",
)
_PRONOUNS: Final = words("them whom which us these those you who")
_THEM_ROMANCE: Final = words("ellos ellas eux elles")
_STOP_ARABIC: Final = words(
    "من في على عن أن إلى الى مع بعد قبل خلال بين عند حتى كان كانت قد هو هي هم و أو ثم لكن بسبب جراء منذ",
    "حول ضد بحسب وفق التي الذين الذي",
)
_OF_THEM_ARABIC: Final = words("منهم منهن منها بينهم بينهن بينها")
_KNOWN: Final = PERSONS | HOUSES | HOUSEHOLDS | OTHER_NOUNS
_KNOWN_NOT_HARMED: Final = _KNOWN - HARMED
_ROMANCE_KNOWN: Final = _KNOWN | PARTICIPLES
_SPANISH_VERB_ENDS: Final = ("aron", "ieron", "yeron", "aban", "ían")
_ROMANCE_VERBS: Final = words(
    "esperan necesitan siguen sufren viven duermen permanecen pasan están son serán continúan quedan",
    "requieren attendent restent vivent dorment souffrent demeurent seraient seront étaient auraient avaient",
)
_ADVERBS_FRENCH: Final = words(
    "partiellement totalement complètement entièrement gravement sérieusement sévèrement",
    "légèrement fortement",
)
_ADJECTIVE_ENDS: Final = ("ical", "ish", "ese", "ous", "ful", "less", "able", "ible", "ern")
_ADJECTIVES: Final = words(
    "young old big small large new female male armed local foreign senior elderly unarmed",
)


_WHICH: Final = words("last this next")
_SPELLS: Final = words("week month year night weekend summer winter spring autumn quarter morning evening")


def says_when(line: Line, index: int) -> bool:
    """Whether a time follows a number, and nothing that it counts: "including 2,000 last week"."""
    return line.low(index) in _WHICH and line.low(index + 1) in _SPELLS


def noun_phrase(line: Line, figure: Figure, starts: Mapping[int, Figure]) -> Span | None:
    """The tokens of the noun phrase that a figure counts."""
    index = figure.noun_at if figure.noun_at is not None else figure.after
    if line.low(index) in HYPHENS:
        return _compound(line, index)
    if line.low(index) in ("%", "percent", "pct") or (line.low(index), line.low(index + 1)) == (
        "per",
        "cent",
    ):
        index += 2 if line.low(index) == "per" else 1
        if line.low(index) not in ("of", "des", "de"):
            return None
    if line.at(index).text > "\u05ff":
        return _arabic_noun(line, index)
    index = _skip_partitive(line, index, starts)
    if index < 0:
        return None
    if says_when(line, index):
        return None
    while line.low(index) in FILLERS and line.low(index + 1) not in ("than",):
        if line.low(index) == "others":
            return (index, index + 1)
        index += 1
        if line.low(index - 1) == "other" and line.at(index).kind != "word":
            return None
    if line.at(index).text in ("“", '"', "'", "‘", "«"):
        index += 1
    if line.language in ("fr", "es"):
        return _romance_noun(line, index)
    return _collect(line, index, figure, starts)


def _skip_partitive(line: Line, index: int, starts: Mapping[int, Figure]) -> int:
    """Step over "of the", "out of the 14", "d'"; -1 when a pronoun follows, which names nothing."""
    if line.low(index) == "out" and line.low(index + 1) == "of":
        index += 1
    if line.low(index) in ("of", "de", "des", "d'", "d’", "del"):
        index += 1
        after = line.at(index + 1)
        closed = after.kind != "word" or after.low in STOP or is_participle(after.low)
        them = line.low(index) in _THEM_ROMANCE
        if (line.low(index) in _PRONOUNS and closed) or (them and (closed or after.low in _ROMANCE_VERBS)):
            return -1
        if them:  # "mil doscientas de ellas niños"; "uno de ellos perdió la pierna" names nobody
            index += after.low in PERSONS or after.low in romance_persons()
        while line.low(index) in _DETERMINERS:
            index += 1
        if index in starts:
            index = starts[index].last
    return index


def _compound(line: Line, index: int) -> Span | None:
    """Read "10-man patrol", "six-member team": the word after the hyphen, if it is a person."""
    after = line.at(index + 1)
    if not line.glued(index) or after.kind != "word":
        return None
    return (index + 1, index + 2) if after.low in PERSONS else None


def _is_arabic_person(word: str) -> bool:
    """Whether an Arabic word names people who are counted."""
    return level(word) in _arabic_nouns()


@cache
def _arabic_nouns() -> frozenset[str]:
    return frozenset(level(noun) for nouns in ARABIC_GROUPS.values() for noun in nouns)


def _arabic_noun(line: Line, index: int) -> Span | None:
    token = line.at(index)
    if token.low == "من" and line.low(index + 1).startswith("ال"):
        return (index + 1, index + 2)
    if token.low in _OF_THEM_ARABIC:
        index += _is_arabic_person(line.low(index + 1))
        return (index, index + 1)
    return (index, index + 1) if token.kind == "word" and token.low not in _STOP_ARABIC else None


_TOLD_AFTER: Final = words("los las les")
_NUMBER_OF: Final = words("número cifra total nombre")


def _over_article(line: Line, index: int) -> int:
    """Step over what stands before those counted: "a 12 los muertos", "à 12 le nombre de morts"."""
    if line.low(index) in _TOLD_AFTER and line.low(index + 1) in _ROMANCE_KNOWN:
        return index + 1
    counts = line.low(index) in ("el", "la", "le") and line.low(index + 1) in _NUMBER_OF
    if counts and line.low(index + 2) in ("de", "des", "d'", "d’") and line.low(index + 3) in _ROMANCE_KNOWN:
        return index + 3
    return index


def _romance_noun(line: Line, index: int) -> Span | None:
    index = _over_article(line, index)
    while line.low(index) in ROMANCE_PRENOMINAL:
        index += 1
    token = line.at(index)
    if token.kind != "word" or (token.low in STOP_ROMANCE and token.low not in _ROMANCE_KNOWN):
        return None
    if token.low.endswith(_SPANISH_VERB_ENDS) or token.low in _ROMANCE_VERBS:
        return None  # "otras 30 resultaron heridas": thirty of those before
    if line.low(index + 1) in PARTICIPLES and (token.low.endswith("mente") or token.low in _ADVERBS_FRENCH):
        return None  # "y 118 parcialmente dañadas": of the houses before
    return (index, index + 1)


def _collect(line: Line, start: int, figure: Figure, starts: Mapping[int, Figure]) -> Span | None:
    """Read an English phrase from its first word to its head noun."""
    single = figure.value == 1
    index = start
    has_noun = False
    while index < start + _MAX_WORDS:
        inner = starts.get(index)
        if inner is not None:
            if line.low(index - 1).endswith(("'s", "’s")):
                return inner.noun  # "90 percent of the camp's 11,000 shelters"
            if inner.kind not in ("measure", "identifier"):
                break
            index = _over_inner(line, inner)  # "two 9-mm pistols"
            continue
        token = line.at(index)
        if token.low in ("and", "or") and has_noun and not single and _ahead_plural(line, index + 1):
            index += 1  # "eight Liberal and Conservative mayors"
            continue
        if token.kind != "word" or (token.low in STOP and not _is_lives(line, index, start)):
            break
        step = _step(line, index, has_noun, single)
        if step != "on":
            return (start, index + 1) if step == "head" else _closed(start, index, has_noun)
        has_noun = has_noun or not _modifier(token)
        index += 1
        while _hyphenated(line, index):
            index += 2
    return _closed(start, index, has_noun)


def _closed(start: int, end: int, has_noun: bool) -> Span | None:
    return (start, end) if has_noun else None


def _step(line: Line, index: int, has_noun: bool, single: bool) -> Literal["on", "head", "stop"]:
    """Whether the phrase goes on over a word, ends with it as its head, or has ended before it."""
    token = line.at(index)
    if _hyphenated(line, index + 1):
        return "on"  # "17 Shahed-type drones"
    if token.low.endswith("ly") and token.low not in _KNOWN:
        return "stop" if has_noun or line.at(index + 1).kind != "word" else "on"
    if is_participle(token.low) and token.low not in _KNOWN_NOT_HARMED:
        if has_noun:
            # "one Army noncommissioned officer", but "20 people wounded".
            return "on" if single and line.low(index + 1) in _KNOWN else "stop"
        return "on" if _noun_may_follow(line, index + 1) else "head"
    return "head" if _ends_phrase(line, index, single) else "on"


def _modifier(token: Token) -> bool:
    """Whether a word of the phrase is no noun by itself."""
    if token.low in _KNOWN_NOT_HARMED:
        return False
    adverb_or_participle = token.low.endswith("ly") or is_participle(token.low)
    return adverb_or_participle or token.low.endswith(_ADJECTIVE_ENDS) or token.low in _ADJECTIVES


def _over_inner(line: Line, inner: Figure) -> int:
    """The token behind a measure or code that stands inside a phrase, with its unit."""
    index = inner.last
    index += line.low(index) in HYPHENS
    return index + (line.low(index) in UNITS or line.low(index) in GLUED_UNITS)


def _is_lives(line: Line, index: int, start: int) -> bool:
    """Read "claimed 180 lives": the one noun of this use that is also on the list of verbs."""
    return index == start and line.low(index) == "lives"


def is_participle(word: str) -> bool:
    """Whether a word is a participle such as "wounded", by list or by its ending."""
    if word in PARTICIPLES:
        return True
    if word.endswith("ed"):
        return len(word) > 4 and word not in NOT_PARTICIPLES
    return word.endswith("ing") and len(word) > 5 and word not in ING_NOUNS


def is_plural(token: Token) -> bool:
    """Whether a word looks like an English plural noun."""
    word = token.low
    if word in IRREGULAR_PLURALS or (word in PERSONS and word not in PERSON):
        return True
    if len(word) < 4 or not word.endswith("s") or word in NOT_PLURALS:
        return False
    return not word.endswith(("ss", "us", "'s", "’s", "ous"))


def _noun_may_follow(line: Line, index: int) -> bool:
    token = line.at(index)
    if token.kind != "word" or token.low in STOP or token.low.endswith("ly"):
        return False
    return not (token.capital and not line.shouted and not is_plural(token)) or _ahead_plural(line, index)


def _ahead_plural(line: Line, index: int) -> bool:
    """Whether a plural comes within three words: "wounded Islamic State fighters"."""
    for step in range(index, index + 4):
        token = line.at(step)
        if token.kind != "word" or token.low in STOP:
            return False
        if is_plural(token):
            return True
    return False


def _ends_phrase(line: Line, index: int, single: bool) -> bool:
    """Whether the word is the head noun: nothing behind it can belong to the phrase."""
    token, after = line.at(index), line.at(index + 1)
    if token.low in UNITS or token.low == "lives":
        return True
    if token.low.endswith("ese"):
        return after.kind != "word" or after.low in STOP  # the Chinese, Chinese regions
    noun_follows = (
        after.kind == "word" and after.low not in STOP and (after.low in _KNOWN or is_plural(after))
        and not (is_participle(after.low) and after.low not in PERSONS)
    )  # fmt: skip
    if token.low in PERSON:
        # "one police officer", "two child soldiers": a singular person before another noun is a modifier.
        return single and not noun_follows
    if not is_plural(token):
        return False
    if _hyphenated(line, index + 1):
        return False
    modifies = token.low in MODIFIER_PLURALS or (token.capital and not line.shouted)
    if token.low in MODIFIER_PEOPLE:
        return after.low not in PERSONS or after.low in HARMED
    return not (modifies and noun_follows)


def _hyphenated(line: Line, index: int) -> bool:
    return (
        line.low(index) in HYPHENS
        and line.glued(index)
        and line.glued(index + 1)
        and line.at(index + 1).kind == "word"
    )


def head_of(line: Line, span: Span) -> str:
    """The head noun of a phrase, lower case, without a possessive ending."""
    word = line.at(span[1] - 1).low
    return word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


# --- inheritance --------------------------------------------------------------------------------------

_DO: Final = words(
    "are have had live arrived need sleep fled sont ont étaient avaient vivent arrivent dorment manquent "
    "attendent han están llegaron huyeron viven duermen necesitan permanecen salieron siguen esperan"
)
"""Behind a participle that stands for people: it is the subject of a sentence of its own."""
_PEOPLE_LIKE: Final = PERSONS | HOUSEHOLDS
_HOUSE_LIKE: Final = HOUSES | HOUSEHOLDS
_EITHER: Final = _PEOPLE_LIKE | _HOUSE_LIKE
_PARTLY: Final = words(
    "including among dont compris incluidos incluidas incluido incluyendo بينهم بينها بينهن منهم منها منهن"
)
_AMONG: Final = words("among of parmi entre de")
_OF_THEM: Final = words("them eux elles lesquels lesquelles ellos ellas")
"""The words before a number that only breaks down another one."""
_AND: Final = frozenset({"and", "et", "y", "e", ","})
_EVERYBODY: Final = frozenset(("people", "persons", "individuals", "families", "households"))
_LABELS: Final = _EITHER | PARTICIPLES
_LABELS_OR_SLASH: Final = _LABELS | {"/", "and", "or"}


def inherit(line: Line, figures: Sequence[Figure]) -> None:
    """Carry nouns over: "Three soldiers were killed and 10 wounded", "for 20,000 people but holds 66,000"."""
    earlier: list[Figure] = []
    asides: list[Figure] = []
    before: Figure | None = None
    nameless = False
    for figure in figures:
        if figure.kind != "count":
            continue
        if _leads_aside(line, figure):
            # "15 dead, among them 3 children, and 20 hurt": 20 of those who have no noun, and no children.
            nameless = before is not None and (
                before.noun is None or before.head in HARMED or _is_bracketed(line, figure)
            )
        if figure.noun is None and line.low(figure.before) == ":":
            _take_label(line, figure)  # "Homeless: 12,000 people; houses collapsed: 1,130"
        if figure.noun is None or (_bare(line, figure.noun) and not _is_subject(line, figure.noun)):
            # "14 people, including six children, were killed and dozens hurt": dozens of people.
            known = earlier if nameless else [*asides, *earlier]
            _take_over(line, figure, known, _wanted(line, figure))
        if figure.noun is None or (
            not figure.inherited and _bare(line, figure.noun) and not _is_subject(line, figure.noun)
        ):
            _take_label(line, figure)  # "Houses: 900 destroyed, 1,200 damaged"
        if figure.noun is not None and figure.head in _EITHER and figure.head not in HARMED:
            (asides if _in_aside(line, figure, before, asides) else earlier).append(figure)
        before = figure


def _in_aside(line: Line, figure: Figure, before: Figure | None, asides: Sequence[Figure]) -> bool:
    """Whether a figure only breaks down an earlier one: "including six children and two women"."""
    if _leads_aside(line, figure):
        return True
    if before is None or before not in asides or before.noun is None:
        return False
    return before.noun == _noun_ending(before, figure) and _is_joined(line, figure, before.noun)


def _is_joined(line: Line, figure: Figure, noun: Span) -> bool:
    """Whether "and" or a comma joins a figure to the noun before it; Arabic writes "and" onto the number."""
    glued = line.language == "ar" and figure.first - noun[1] <= 1
    return line.low(figure.before) in _AND or glued


def _leads_aside(line: Line, figure: Figure) -> bool:
    """Whether the words before a figure say that it is a part: "including", "among them", "dont"."""
    if _is_bracketed(line, figure):
        return True
    lead = line.low(figure.before)
    return lead in _PARTLY or (lead in _OF_THEM and line.low(figure.before - 1) in _AMONG)


def _is_bracketed(line: Line, figure: Figure) -> bool:
    """Whether a bracket opens with people of a sort: "193 deaths (135 men, 21 women)"."""
    return line.low(figure.before) == "(" and figure.head in PERSONS and figure.head not in _EVERYBODY


def _noun_ending(before: Figure, figure: Figure) -> Span | None:
    """The noun of the figure before, if it ends where the conjunction to this one begins."""
    return before.noun if before.noun is not None and before.noun[1] >= figure.before else None


def _bare(line: Line, noun: Span) -> bool:
    """Whether a phrase has no noun in it: "wounded", "severely damaged", "rendered homeless"."""
    inside = [line.low(index) for index in range(*noun)]
    return inside[-1] in PARTICIPLES and all(is_participle(word) or word.endswith("ly") for word in inside)


def _is_subject(line: Line, noun: Span) -> bool:
    """Whether those who moved do something themselves: "200 déplacés sont arrivés" are of no earlier noun."""
    return line.low(noun[1] - 1) in MOVED and line.low(noun[1]) in _DO


def _wanted(line: Line, figure: Figure) -> frozenset[str]:
    """Which earlier nouns fit: the participle behind the number says whether people or houses are meant."""
    for index in range(figure.after, figure.after + 5):
        word = line.low(index)
        if word in HARMED:
            return PERSONS
        if word in MOVED:
            return _PEOPLE_LIKE
        if word in RUINED:
            return _HOUSE_LIKE
        if line.at(index).kind != "word":
            break
    return _EITHER


def _take_over(line: Line, figure: Figure, earlier: Sequence[Figure], wanted: frozenset[str]) -> None:
    if line.low(figure.last) in HYPHENS:
        return
    # "50 gunmen stormed it, killing 20": the noun must itself be the object of such a verb.
    active = line.low(figure.before) in HARMING and line.low(figure.before - 1) not in AUXILIARIES
    for other in reversed(earlier):
        if other.implicit and figure.value != 1:
            continue  # "the nurse, who treated 23 wounded": one is not the noun of many
        if other.head in wanted and not (active and line.low(other.before) not in HARMING):
            figure.noun, figure.head, figure.inherited = other.noun, other.head, True
            return


def _take_label(line: Line, figure: Figure) -> None:
    """Read a label before the number: "Displaced families: 349", "Houses damaged 12"."""
    if _take_number_of(line, figure):
        return
    if line.low(figure.last) in HARMED and line.low(figure.last) not in ("missing", "displaced"):
        return  # "Shells hit market: nine dead"
    index = figure.before
    if line.low(index) == ":" or line.low(index) in DASHES:
        index -= 1
    elif index > 6 or line.at(figure.last).kind == "word" or _has_verb(line, index):
        return
    for step in range(index, max(-1, index - 6), -1):
        token = line.at(step)
        if token.kind != "word" and token.low != "/":
            return
        if token.low in _LABELS:
            first = step
            while token.low in PARTICIPLES and first > 0 and line.low(first - 1) in _LABELS_OR_SLASH:
                first -= 1  # "Houses damaged: 35" counts houses
            figure.noun, figure.head = (first, step + 1), line.low(first)
            return


def _take_number_of(line: Line, figure: Figure) -> bool:
    """Read "the number of displaced families is put at 349"."""
    for index in range(figure.before, max(1, figure.before - 18), -1):
        if (line.low(index - 1), line.low(index)) in (("number", "of"), ("total", "of")):
            known = [step for step in range(index + 1, index + 5) if line.low(step) in _LABELS]
            homes = [step for step in known if line.low(step) in _HOUSE_LIKE]  # "of families displaced"
            if known:
                noun = (homes or known)[-1]
                figure.noun, figure.head = (noun, noun + 1), line.low(noun)
            return bool(known)
        if line.low(index) in (";", ":"):
            return False
    return False


def _has_verb(line: Line, index: int) -> bool:
    """Whether the words before a number are more than a label: "They killed 22", "Police shot 3"."""
    return any(
        (line.low(step) in STOP and line.low(step) != "total") or (line.low(step) in HARMED and step > 0)
        for step in range(index + 1)
    )
