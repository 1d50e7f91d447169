"""Words for victims of whom nothing is said, for whom a place holds, and for those who are taken away."""

import re
from typing import Final

from summariser.schemas.codebooks import PopulationGroup as G

NOBODY_IN_PARTICULAR: Final = re.compile(
    r"(?:(?:\w+ly|more|other|further|charred|burned|lifeless|bullet-riddled|mutilated|human|bound) )*"
    r"(?:dead|killed|wounded|injured|hurt|missing|bod(?:y|ies)|corpses?|remains|casualt(?:y|ies)|victims?|deaths?|fatalit(?:y|ies)|injuries|lives|souls"
    r"|others?|more|further|arrests?|disappearances?)",
    re.IGNORECASE,
)
"""A counted noun that tells what befell them, and not who they were."""
HIT: Final[dict[G, re.Pattern[str]]] = {
    G.POLICE: re.compile(r"\b(?:polic\w*|gendarm\w*|constabulary)\b", re.IGNORECASE),
    G.FIGHTERS: re.compile(
        r"\b(?:guerr?illas?|rebels?|militants?|insurgents?|jihad\w*|dissidents?|fighters?|militia\w*|training camps?|hide-?outs?)\b",
        re.IGNORECASE,
    ),
    G.SOLDIERS: re.compile(
        r"\b(?:army|military|troop|soldiers?|naval|barracks|garrisons?|tanks?|outposts?|bunkers?|trench\w*|armou?red|infantry|gun positions?|artillery|air base"
        r"|regiment\w*|battalions?|warships?|patrol (?:boat|car|vehicle)s?)\b",
        re.IGNORECASE,
    ),
    G.DISPLACED: re.compile(
        r"\b(?:displace\w*|IDP|displacement) (?:\w+ )?(?:camps?|sites?|centres?|centers?)\b", re.IGNORECASE
    ),
    G.REFUGEES: re.compile(r"\brefugee (?:camps?|sites?|centres?|centers?|hostels?)\b", re.IGNORECASE),
    G.CIVILIANS: re.compile(
        r"\b(?:(?:mini)?bus(?:es)?|coach(?:es)?|trains?|trams?|taxis?|ferr(?:y|ies)|markets?|market ?places?|bazaars?|souks?|shops?|shopping|stores?|malls?|stalls?|kiosks?"
        r"|mosques?|church(?:es)?|chapels?|shrines?|temples?|pagodas?|synagogues?|monaster(?:y|ies)|seminar(?:y|ies)|schools?|colleges?|universit(?:y|ies)|kindergartens?|hospitals?"
        r"|clinics?|maternity|hotels?|restaurants?|caf[eé]s?|bars?|discos?|discotheques?|night-?clubs?|cinemas?|theatres?|stadiums?|banks?|houses?|homes?|huts?|apartments?|flats?"
        r"|tenements?|dwellings?|villages?|hamlets?|neighbou?rhoods?|residential|suburbs?|farms?|fields|plantations?|mills?|bakeries|bakery|weddings?|funerals?|queues?|bus stops?|stations?"
        r"|petrol stations?|crowds?|parks?|playgrounds?|orphanages?|wells?)\b",
        re.IGNORECASE,
    ),
}
"""Whom a struck place or vehicle held, the narrower sort first."""
STRUCK: Final = re.compile(
    r"\b(?:through|on|onto|at|in|into|under|beneath|aboard|inside|outside|beside|against|among|between|hit|hits|hitting|struck|strikes|striking|wrecked|wrecks|peppered)\s+"
    r"(?:(?:an?|the|his|her|its|their|two|three|several|crowded|packed|busy)\s+)+(?P<what>[\w'’-]+(?:\s+[\w'’-]+){0,2})",
    re.IGNORECASE,
)
"""What a device or a shell went off at, as the sentence tells before it counts."""
TAKING_THEM: Final = re.compile(
    r"(?!.*\b(?:kidnap|abduct|hostage|ransom|captiv)).*", re.IGNORECASE | re.DOTALL
)
"""Takes them away, whoever does it: "led off", "seized", "snatched"."""
IN_BATTLE: Final = re.compile(r"\b(?:captives?|prisoners?)\b", re.IGNORECASE)
"""How armed people are taken who lost a fight."""
TAKEN_BY_FORCE: Final = re.compile(
    r"\b(?:polic\w*|gendarm\w*|soldiers?|troops?|army|military|security (?:forces|agents|services?)|garrison|navy|marines|coast ?guard|intelligence|customs|authorities"
    r"|government (?:forces|troops))\b",
    re.IGNORECASE,
)
"""A state's forces by their common names."""
ARRESTED_FOR: Final = re.compile(
    r"\b(?:over|for|in connection with|on suspicion|suspected|accused|linked|who (?:had |have |allegedly )?(?:kill|murder|shot)\w*|behind"
    r"|blamed|wanted|por|tras|acusad[oa]s?|sospechos[oa]s?|vinculad[oa]s?|pour|soupçonné\w*|accusé\w*|auteurs?"
    r"|autores?|responsables?)\b"
    r"|(?<!\w)(?:بتهمة|للاشتباه|على خلفية|متهم\w*|مشتبه\w*)",
    re.IGNORECASE,
)
"""Between an arrest and the dead: they died in what it is for."""
