"""The words and turns of a clause by which one person, or one house, is said to have come to harm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summariser.normalise.number_line import Line
from summariser.normalise.number_vocab import (
    AUXILIARIES,
    HARMING,
    HOUSE,
    PERSON,
    PREPOSITIONS,
    words,
)

DIED: Final = words(
    "died dies drowned perished succumbed disappeared vanished suffocated starved bled",
)
HARMED: Final = words(
    "killed wounded injured shot murdered assassinated executed kidnapped abducted arrested detained",
    "captured beheaded stabbed hurt maimed slain hanged lynched tortured raped hospitalised",
    "hospitalized imprisoned displaced electrocuted crushed poisoned missing dead gunned drowned seized",
    "jailed beaten decapitated strangled slaughtered martyred massacred knifed mauled mutilated scalded",
    "trampled crippled apprehended nabbed snatched remanded interned disfigured burned burnt buried",
    "unaccounted hit mown mowed suffocated asphyxiated caught held speared bayoneted clubbed",
    "bludgeoned hacked flogged stoned whipped necklaced garrotted garroted waylaid recaptured rearrested",
)
CARRIED: Final = words(
    "taken rushed ferried flown airlifted carried brought driven led dragged marched picked hauled bundled",
    "treated",
)
"""Participles that say what befell only with what follows: "was taken to hospital", "was picked up"."""
TOLD_BEFORE: Final = HARMED | DIED | HARMING | words("deaths casualties victims lives life toll")
WHITHER: Final = words(
    "hospital hospitals clinic infirmary captive hostage prisoner custody away up in off wounds injuries",
    "injury burns cuts shock bruises fractures gunshot bullet shrapnel emergency intensive surgery",
)
LOST: Final = words(
    "life lives foot leg legs hand hands arm arms eye eyes sight limb limbs finger fingers fight battle",
    "hearing eyesight thumb toes",
)
"""What a victim loses: "lost a foot", "lost her fight for life"."""
RUINED: Final = words(
    "destroyed damaged burned burnt razed demolished flattened bombed looted torched gutted wrecked",
    "shelled dynamited sunk downed riddled ransacked smashed vandalised vandalized levelled leveled",
    "blown set hit crippled overturned",
)
RUINING: Final = (RUINED - words("hit set blown crippled overturned riddled")) | words(
    "destroying destroys damaging damages burning razing demolishing flattening torching wrecking",
    "looting down up alight ablaze burns dynamited dynamiting sank sinking downed downing",
)
COLLAPSED: Final = words("collapsed collapses burned burnt caved sank exploded")
BARE: Final = words("set blown")
"""Not ruined by itself: "set on fire", "blown up", "hit by a shell"."""
AFTER_BARE: Final = words("on fire alight ablaze up apart by")
ADVERBS: Final = words(
    "also later then reportedly allegedly seriously badly critically fatally instantly subsequently",
    "once",
)
STOP_MARKS: Final = frozenset(".;:!?")


@dataclass(frozen=True, slots=True)
class Harm:
    """The verbs that harm one kind of noun."""

    nouns: frozenset[str]
    done: frozenset[str]
    """Participles: was killed, was destroyed."""
    doing: frozenset[str]
    """Active forms before their object: killed a, destroying a."""
    ending: frozenset[str]
    """Verbs that need no object: died, collapsed."""


TO_PEOPLE: Final = Harm(PERSON, HARMED, HARMING, DIED)
_ALSO_TO_THINGS: Final = words(
    "hit held caught burned burnt buried crushed missing captured capturing seized dead suffocated vanished",
    "disappeared claimed crippled crippling burying",
)
TO_SOMEBODY: Final = Harm(PERSON, HARMED - _ALSO_TO_THINGS, HARMING - _ALSO_TO_THINGS, DIED - _ALSO_TO_THINGS)
"""To whoever is known for a person only by the ending of the noun: a trawler is captured and burned, too."""
TO_HOUSES: Final = Harm(HOUSE, RUINED, RUINING, COLLAPSED)


def is_passive_at(line: Line, index: int, harm: Harm) -> bool:
    """Whether an auxiliary right here leads to a participle of harm."""
    return line.low(index) in AUXILIARIES and is_passive(line, index, harm.done)


def is_hurt(line: Line, index: int) -> bool:
    """Harm told by what is lost or needed: "lost a foot", "went missing", "suffered burns"."""
    word = line.low(index)
    ahead = {line.low(at) for at in range(index + 1, index + 6)}
    if word in ("lost", "lose", "loses", "losing"):
        return bool(ahead & LOST)
    if word in ("went", "goes", "gone", "reported"):
        return line.low(index + 1) == "missing"
    if word in ("suffered", "sustained", "received", "suffering", "sustaining"):
        return bool(ahead & WOUNDS)
    if word == "fighting":
        return line.low(index + 1) == "for" and bool(ahead & {"life", "lives"})
    if word == "had":
        return "off" in ahead and bool(ahead & LOST)
    if word in ("took", "taken"):
        return line.low(index + 1) in ("a", "one") and bool(ahead & {"bullet", "round", "shot"})
    if word in ("needed", "needs", "needing"):
        return bool(ahead & {"stitches", "surgery", "amputation"})
    return word == "lay" and line.low(index + 1) == "dead"


WOUNDS: Final = words(
    "wounds wound injuries injury burns bruises cuts fractures concussion lacerations gunshot"
)


def tells_harm(line: Line, index: int, harmed: frozenset[str]) -> bool:
    """Whether a participle says what befell, alone or with what follows it."""
    word = line.low(index)
    if line.low(index + 1) == "down" and word in ("cut", "mown", "mowed", "gunned", "shot", "struck"):
        return harmed is not RUINED
    if word in CARRIED and harmed is not RUINED:
        return any(line.low(at) in WHITHER for at in range(index + 1, index + 9))
    if word in BARE and harmed is RUINED:
        return (word, line.low(index + 1)) not in (("set", "up"), ("set", "apart")) and (
            line.low(index + 1) in AFTER_BARE
        )
    return word in harmed


def harm_at(line: Line, index: int, harm: Harm) -> bool:
    """Whether a verb of harm stands here, behind adverbs at most."""
    while line.low(index) in ADVERBS or line.low(index).endswith("ly"):
        index += 1
    return line.low(index) in harm.ending or (
        line.low(index) in AUXILIARIES and is_passive(line, index, harm.done)
    )


def is_passive(line: Line, index: int, harmed: frozenset[str]) -> bool:
    """Whether an auxiliary leads to a participle of harm: "has also been seriously wounded"."""
    if (line.low(index + 1), line.low(index + 2)) in (("among", "the"), ("among", "those")):
        return line.low(index + 3) in AMONG and harmed is not RUINED
    for step in range(index, index + 7):
        word = line.low(step)
        if tells_harm(line, step, harmed) or (word in DIED and harmed is not RUINED):
            # "had killed three" is active.
            return word in DIED or any(line.low(before) in BE for before in range(index, step))
        if word in ("not", "never") and line.low(step + 1) == "been":
            return harmed is not RUINED and line.low(step + 2) in ("seen", "heard", "found", "traced")
        adverb = word in ADVERBS or word.endswith("ly") or word in ("found", "taken", "shot")
        if word in ("not", "never") or not (word in AUXILIARIES or adverb):
            return False
    return False


AMONG: Final = words(
    "dead wounded injured missing victims killed arrested detained abducted kidnapped captured hurt slain",
    "casualties murdered executed",
)
BE: Final = words(
    "was is were are been being be got gets went remains remained",
)


def is_reduced(line: Line, index: int) -> bool:
    """Whether a participle without auxiliary is passive: in "a soldier killed three" it is not."""
    token = line.at(index)
    return token.kind == "mark" or token.low in PREPOSITIONS or token.low in ("when", "while", "dead", "as")
