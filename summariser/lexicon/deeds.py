"""Verbs and nouns of violence: who stands before them and after them in which role.

``HARM``: the subject does it to the object ("guerrillas attacked the bridge"). ``WIELD``: the object is
the means, and what is hit follows a word of place ("planted a bomb in front of the bank"). ``BURST``: the
subject is the means ("a bomb exploded at the offices"). ``CARRY``: the object is the deed ("carried out
the attack"). Each form is listed under what it is: past and participle alike for most verbs.
"""

from __future__ import annotations

import re
from typing import Final


def _forms(*verbs: str, irregular: dict[str, tuple[str, ...]] | None = None) -> dict[str, str]:
    """Every form of regular verbs, with its sort: "base", "third", "past", "ing"."""
    found: dict[str, str] = {}
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb
        doubled = verb + verb[-1] if _doubles(verb) else stem
        past = f"{verb[:-1]}ied" if verb[-1] == "y" and verb[-2] not in "aeiou" else f"{doubled}ed"
        third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
        if verb[-1] == "y" and verb[-2] not in "aeiou":
            third = f"{verb[:-1]}ies"
        found |= {verb: "base", third: "third", past: "past", f"{doubled}ing": "ing"}
    for past_forms in (irregular or {}).values():
        found |= dict.fromkeys(past_forms, "past")
    for verb, past_forms in (irregular or {}).items():
        stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if _doubles(verb) else verb
        found |= {f"{verb}s": "third", f"{stem}ing": "ing"}
        if verb not in past_forms:  # "hit" in a report is past
            found[verb] = "base"
    return found


_SHORT: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def _doubles(verb: str) -> bool:
    """Whether the last letter is doubled: "lobbed", "gunned"; of longer verbs only where the end is stressed."""
    return (
        verb in {"repel", "expel", "kidnap", "overrun"}
        or verb.endswith("gun")
        or bool(_SHORT.fullmatch(verb))
    )


HARM: Final[dict[str, str]] = _forms(
    "kill", "murder", "assassinate", "execute", "massacre", "slaughter", "butcher", "stab", "wound", "injure",
    "maim", "behead", "decapitate", "torture", "beat", "lynch", "strangle", "hack", "machete", "knife", "poison",
    "liquidate", "eliminate", "kidnap", "abduct", "hijack", "capture", "seize", "attack", "ambush",
    "raid", "storm", "assault", "strike", "target", "bomb", "firebomb", "bombard", "shell", "strafe",
    "dynamite", "destroy", "damage", "burn", "torch", "raze", "wreck", "demolish", "sabotage", "topple", "fell",
    "down", "shatter", "rob", "loot", "ransack", "vandalize", "occupy", "invade", "harass", "threaten", "machinegun",
    "machine-gun", "intercept", "rape", "gun", "rip", "mutilate", "overrun", "disable", "mine", "pound", "rocket",
    "rock", "gut", "knock", "cut", "tear", "level", "harm", "hurt", "victimize", "disappear", "cripple", "finish", "whip", "shake",
    "snatch", "riddle", "mow", "pick", "flog", "lash", "bludgeon", "batter", "pummel", "thrash", "maul", "trample", "pelt", "stone",
    "electrocute", "dismember", "disembowel", "garrotte", "throttle", "castrate", "molest", "gang-rape", "manhandle",
    "martyr", "neutralise", "neutralize", "annihilate", "exterminate", "pepper", "graze", "incinerate", "flatten", "pulverise",
    "pulverize", "obliterate", "ravage", "deface", "smash", "trash", "plunder", "pillage", "bulldoze", "uproot", "derail",
    "teargas", "tear-gas", "baton-charge", "terrorise", "terrorize", "intimidate", "vandalise", "victimise", "brutalise",
    "brutalize", "slash", "spear", "impale", "assail", "rout", "wipe", "kneecap", "crush", "carpet-bomb", "petrol-bomb",
    "barrel-bomb", "napalm", "gas", "club", "rake",
    irregular={
        "shoot": ("shot",), "slay": ("slew", "slain"), "hit": ("hit",), "strike": ("struck", "stricken"),
        "blow": ("blew", "blown"), "burn": ("burnt",), "steal": ("stole", "stolen"), "beat": ("beaten", "beat"),
        "overrun": ("overran", "overrun"), "hurt": ("hurt",), "shake": ("shook", "shaken"),
        "break": ("broke", "broken"), "cut": ("cut",), "tear": ("tore", "torn"), "waylay": ("waylaid",), "hang": ("hanged",),
    },
)  # fmt: skip

KILLING: Final = frozenset(
    {
        "kill",
        "murder",
        "assassinate",
        "execute",
        "massacre",
        "slaughter",
        "butcher",
        "slay",
        "shoot",
        "behead",
    }
)
"""Verbs of which the object is dead."""
ON_BODIES: Final = frozenset(
    [
        *sorted(KILLING),
        "stab",
        "wound",
        "injure",
        "maim",
        "torture",
        "beat",
        "lynch",
        "strangle",
        "hack",
        "machete",
        "knife",
        "liquidate",
        "eliminate",
        "kidnap",
        "abduct",
        "capture",
        "detain",
        "threaten",
        "gun",
        "rape",
        "mutilate",
        "poison",
        "harm",
        "hurt",
        "decapitate",
        *(
            "snatch",
            "riddle",
            "mow",
            "pick",
            "flog",
            "lash",
            "bludgeon",
            "batter",
            "pummel",
            "thrash",
            "maul",
        ),
        *("trample", "stone", "electrocute", "dismember", "disembowel", "garrotte", "throttle", "castrate"),
        *("molest", "gang-rape", "manhandle", "martyr", "neutralise", "neutralize", "teargas"),
        *("tear-gas", "terrorise", "terrorize", "intimidate", "brutalise", "brutalize", "slash", "spear"),
        *("impale", "kneecap", "crush", "club", "rake", "hang", "waylay", "rob", "whip"),
    ]
)
"""Verbs whose object is somebody: a name of unknown kind after them is a person's."""

PARTICLE: Final[dict[str, tuple[str, ...]]] = {
    "blow": ("up",), "blew": ("up",), "blown": ("up",), "blowing": ("up",), "blows": ("up",),
    "gun": ("down",), "guns": ("down",), "gunned": ("down",), "gunning": ("down",),
    "knock": ("down",), "knocked": ("down", "over", "out"), "knocking": ("down", "over", "out"), "knocks": ("down",),
    "cut": ("down",), "cuts": ("down",), "cutting": ("down",), "tear": ("down",), "tearing": ("down",), "tore": ("down",), "torn": ("down",),
    "break": ("into",), "broke": ("into",), "broken": ("into",), "breaking": ("into",),
    "mine": (), "mines": (), "rake": (), "rakes": (), "stone": (), "stones": (), "gas": (), "gases": (), "club": (), "clubs": (),
    "pick": (), "picks": (), "graze": (), "grazes": (), "grazing": (), "pepper": (), "slash": (), "spear": (), "lash": (), "hang": (), "hanging": (), "hangs": (),
    "mow": ("down",), "mowed": ("down",), "mown": ("down",), "mowing": ("down",), "mows": ("down",),
    "picked": ("off",), "picking": ("off",), "wipe": ("out",), "wiped": ("out",), "wiping": ("out",), "wipes": ("out",),
}  # fmt: skip
"""Verbs that mean violence only with this word after them; without any, the form is a noun."""

NOUN_TOO: Final = frozenset(
    {
        "attack", "attacks", "assault", "assaults", "raid", "raids", "strike", "strikes", "bomb", "bombs",
        "shell", "shells", "shot", "murder", "murders", "massacre", "massacres", "damage", "damages", "fell",
        "wound", "wounds", "target", "targets", "hit", "hits", "mine", "mines", "ambush", "ambushes", "rocket",
        "rockets", "kidnapping", "killing", "bombing", "shooting", "beating", "burning", "knife", "knives",
        "poison", "down", "storm", "storms", "harm", "rock", "rocks", "level", "levels", "capture", "sabotage",
        "torture", "dynamite", "machinegun", "fire", "blast", "torch", "slaughter", "machete", "gut", "finish",
        "execution", "whip", "crush", "rout", "trash", "napalm", "flog", "batter", "maul", "graze", "shelling", "bombings", "killings", "kidnappings", "rape", "hurt", "raiding",
    }
)  # fmt: skip
"""Forms that are nouns as well: they count as verbs only where a subject stands right before them."""

WIELD: Final[dict[str, str]] = _forms(
    "plant", "place", "hurl", "toss", "launch", "fire", "detonate", "explode", "activate", "lob", "drop", "use",
    "install", "deposit", "trigger", "pitch", "chuck", "rain", "discharge", "unleash", "empty", "loose", "bury", "attach", "strap", "rig", "leave", "aim", "direct", "spray", "shower", "place",
    irregular={
        "throw": ("threw", "thrown"), "set": ("set",), "leave": ("left",), "lay": ("laid",), "put": ("put",),
        "hide": ("hid", "hidden"), "shoot": ("shot",), "fling": ("flung",), "stick": ("stuck",),
    },
)  # fmt: skip

BURST: Final[dict[str, str]] = _forms(
    "explode", "detonate", "land", "impact",
    irregular={"go": ("went", "gone"), "fall": ("fell", "fallen"), "hit": ("hit",), "strike": ("struck",),
               "burst": ("burst",), "break": ("broke",)},
)  # fmt: skip
"""What bombs, shells and shots do; "go" and "break" need "off" and "out"."""

ARREST: Final[dict[str, str]] = _forms(
    "arrest",
    "detain",
    "apprehend",
    "imprison",
    "jail",
    "round",
    "nab",
    "capture",
    "seize",
    "sentence",
    "raid",
    "charge",
)
"""What authorities do to people; "round" needs "up"."""

FIGHT: Final[dict[str, str]] = _forms(
    "clash", "battle", "engage", "confront", "repel", "repulse", "recapture", "regain", "reoccupy", "overrun", "besiege",
    "encircle", "skirmish", "wrest", "eject", "defeat", "grapple", "expel", "oust", "evict", "dislodge", "capture", "seize", "occupy", "liberate",
    "counterattack", "resist", "push", "advance", "storm",
    irregular={
        "fight": ("fought",), "retake": ("retook", "retaken"), "drive": ("drove", "driven"), "take": ("took", "taken"),
        "overrun": ("overran",), "win": ("won",),
    },
)  # fmt: skip
"""What armed sides do to each other, and to places."""

FIND: Final[dict[str, str]] = _forms(
    "discover", "uncover", "unearth", "recover", "seize", "confiscate", "defuse", "deactivate", "disable", "dismantle",
    "intercept", "impound", "neutralise", "neutralize", "remove", "destroy", "disarm", "locate", "detect", "stop", "foil",
    "thwart", "down", "explode", "spot", "haul", "capture",
    irregular={"find": ("found",), "dig": ("dug",), "shoot": ("shot",), "blow": ("blew",), "come": ("came",)},
)  # fmt: skip
"""What forces do to arms and bombs that hurt nobody."""

PROTEST: Final[dict[str, str]] = _forms(
    "march",
    "protest",
    "demonstrate",
    "rally",
    "picket",
    "barricade",
    "riot",
    "block",
    "blockade",
    "bar",
    "chant",
    "gather",
    "parade",
    "clash",
    "hurl",
    "loot",
    "torch",
    "burn",
    "occupy",
    irregular={"strike": ("struck",), "throw": ("threw", "thrown"), "take": ("took",)},
)
"""What protesters and rioters do."""

FROM_AFAR: Final = frozenset(
    {"shelled", "bombarded", "bombed", "strafed", "pounded", "targeted", "fired", "attacked"}
)
"""What armed bodies do over a distance, with or without an object right after it."""

VERBS: Final = HARM.keys() | WIELD.keys() | ARREST.keys() | FIGHT.keys()
"""Forms that open a clause of their own where an object follows."""

CARRY: Final = (
    r"(?:carr(?:y|ies|ied|ying) out|stag(?:e|es|ed|ing)|launch(?:es|ed|ing)?|mount(?:s|ed|ing)?|perpetrat(?:e|es|ed|ing)"
    r"|commit(?:s|ted|ting)?|conduct(?:s|ed|ing)?|execut(?:e|es|ed|ing)|plann(?:ed|ing)|mastermind(?:ed)?|order(?:ed)?"
    r"|organi[sz](?:ed|ing)|direct(?:ed|ing)|provok(?:ed|ing)|caus(?:ed|ing)|instigat(?:ed|ing)|undert(?:ook|aken)|made|set"
    r"|attempt(?:s|ed|ing)?|initiat(?:es|ed|ing)|resum(?:es|ed|ing)|wag(?:es|ed|ing)|engag(?:es|ed|ing) in)"
)
"""Verbs whose object is the deed."""

DEED_NOUNS: Final = (
    r"(?:attacks?|assaults?|raids?|ambush(?:es)?|bombings?|explosions?|blasts?|strikes?|air ?strikes?|air ?raids?|"
    r"murders?|assassinations?|killings?|slayings?|executions?|massacres?|kidnappings?|abductions?|shootings?|"
    r"sabotage|acts?|actions?|crimes?|operations?|incursions?|hijackings?|robber(?:y|ies)|bombardments?|shelling|"
    r"arson|fires?|offensives?|incidents?|slaughter|outrages?|atrocit(?:y|ies)|attempts?|threats?|hold-?ups?|deaths?|"
    r"destruction|beheadings?|stabbings?|lynchings?|harassment|takeover|occupation|burnings?|wounding|torture|rapes?|"
    r"confrontations?)"
)

OF_DEEDS: Final = (
    r"(?:murders?|assassinations?|killings?|slayings?|executions?|massacres?|kidnappings?|abductions?|shootings?|"
    r"deaths?|destruction|bombings?|burnings?|sabotage|slaughter|wounding|beheadings?|stabbings?|lynchings?|hijackings?|"
    r"robbery|disappearance|torture|shelling|bombardment|occupation|takeover|seizure|capture|rape|dynamiting|downing|"
    r"blowing up|ambush(?:ing)?)"
)
"""Deeds whose sufferer follows "of"."""

ON_DEEDS: Final = (
    r"(?:attacks?|assaults?|raids?|strikes?|air ?strikes?|attempts?|bombs?|bombings?|violence|threats?|"
    r"actions?|aggressions?|fire|offensives?|ambush(?:es)?|operations?|incursions?|harassment|sabotage|"
    r"assassination attempts?|attempt on the li(?:fe|ves))"
)
"""Deeds whose sufferer follows "on" or "against"."""


ON_EITHER: Final = frozenset(
    ["attack", "target", "strike", "hit", "assault", "intercept", "ambush", "harass"]
)
"""Verbs whose object is a person as well as a place; of others ("raid", "storm") a bare name is a place's."""
BY_ANYBODY: Final = frozenset(
    {"use", "used", "uses", "using", "left", "leave", "put", "fell", "went", "gone"}
)
"""Verbs of weapons that say too little for whoever follows "by" to have done it."""


def lemma(form: str) -> str:
    """The verb of a form, near enough to look it up in `ON_BODIES` and `ON_EITHER`."""
    for ending, instead in (("", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("s", "")):
        stem = form[: len(form) - len(ending)] + instead if form.endswith(ending) else ""
        doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else ""
        for verb in (stem, doubled):
            if verb in ON_BODIES | ON_EITHER:
                return verb
    return _IRREGULAR.get(form, form)


_IRREGULAR: Final = {"shot": "shoot", "slain": "slay", "slew": "slay", "beaten": "beat", "struck": "strike"}
