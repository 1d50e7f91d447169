"""Names and descriptions that say what kind of actor somebody is, in English and in the words of four languages."""

from __future__ import annotations

import re
from typing import Final

_BODY: Final = r"(?:forces?|guards?|guardsm[ae]n|troops|personnel|officers?|agents?|members?|units?|patrols?|service|agency|command)"
STATE_BODY: Final = re.compile(
    rf"\b(?:(?:national|coast|border|presidential|republican|civil) ?guards?m?[ae]?n?|(?:riot|military|federal|municipal|national|state|border|traffic) police"
    rf"|(?:security|government|pro-government|regular|special|riot|border|customs|counter-?terroris[tm]|anti-terroris[tm]) (?:operations )?{_BODY}"
    r"|air ?force|gendarmerie|(?:national |state |military )?(?:intelligence|security) (?:agency|service|directorate|services)|coast ?guard"
    r"|guardia (?:civil|nacional)|garde nationale|garde-côtes|gendarmerie|forces (?:de (?:sécurité|l['’]ordre)|gouvernementales|armées)"
    r"|fuerzas (?:de seguridad|armadas|del orden|gubernamentales)|guardacostas)\b"
    r"|قوات (?:الأمن|حكومية|الحكومة)|خفر السواحل|الحرس (?:الوطني|الجمهوري)|الدرك",
    re.IGNORECASE,
)
"""A state's own: "the coast guard", "security forces"."""
NOT_THE_STATES: Final = re.compile(
    r"\b(?:private|former|ex-|rebel|anti-government|opposition|people['’]s|self-|community|separatist|seguridad privada|privée?s?)\b",
    re.IGNORECASE,
)
PRIVATE: Final = re.compile(
    r"\bprivate (?:military|security)\b|(?<!national )(?<!state )\bsecurity guards?\b|\bmercenar(?:y|ies)\b"
    r"|\b(?:seguridad privada|guardias? de seguridad|sécurité privée|vigiles?|mercenarios?|mercenaires?)\b|مرتزقة",
    re.IGNORECASE,
)
"""Armed for a company: ACLED has them with forces from outside."""
IDENTITY: Final = re.compile(
    r"\b(?:communal|ethnic|(?:sub-?|sub )?clan|tribal|inter-?communal|confessional|sectarian|caste) (?:[\w-]+ ){0,2}?"
    r"(?:militia(?:s|m[ae]n)?|fighters|gunm[ae]n|warriors|militants|groups? of armed \w+)\b"
    r"|\b(?:armed |suspected |gunmen believed to be )(?:[A-Z]\w+ )?(?:herd(?:er|sm[ae]n|ers)|pastoralists?|settlers?)\b"
    r"|\bmilices? (?:communautaires?|ethniques?|tribales?|villageoises?)\b|\bmilicias? (?:comunal(?:es)?|étnicas?|tribal(?:es)?)\b"
    r"|(?:مليشيا|ميليشيا|مسلحو|مسلحون من) (?:قبلية|عشائرية|القبائل|العشائر|قبيلة)",
    re.IGNORECASE,
)
"""Armed along the lines of a people, a clan or a faith."""
UNIDENTIFIED: Final = re.compile(
    r"\b(?:armed|masked|hooded|unidentified|unknown|gun-?wielding|machete-wielding|disguised)(?:,? (?:and )?[\w-]+){0,3}? "
    r"(?:m[ae]n|women|woman|groups?|bands?|persons?|people|individuals?|assailants?|attackers?|suspects?|youths?|elements?|civilians|motorcyclists?|subjects|riders?|gangs?)\b"
    r"|\b(?:m[ae]n|persons?|people|individuals?|youths?|group|band|assailants?) (?:heavily )?(?:armed with|in masks|wearing masks|on motor(?:cycle|bike)s?)\b"
    r"|\b(?:criminal|drug[- ]trafficking|drug|organi[sz]ed crime) (?:groups?|organi[sz]ations?|gangs?|bands?|factions?)\b"
    r"|\b(?:hommes|individus|personnes|groupes?|bandits|inconnus|éléments) (?:non identifiés? )?(?:lourdement )?(?:armée?s?|masqués?|encagoulés?)\b"
    r"|\b(?:hombres|sujetos|individuos|personas|grupos?|civiles|desconocidos) (?:fuertemente )?(?:armad[oa]s?|encapuchad[oa]s?|enmascarad[oa]s?)\b"
    r"|(?:مسلحون|مسلحين|رجال مسلحون|مجهولون|مجهولين|مجموعة مسلحة)",
    re.IGNORECASE,
)
"""Armed people of whom nobody knows whose they are: by ACLED's codes a political militia."""
