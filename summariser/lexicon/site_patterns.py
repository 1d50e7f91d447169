"""The ways in which a camp or shelter is named, as patterns over one sentence."""

import re
from typing import Final

from summariser.lexicon.sites import BUILDINGS, CAMP_WORDS, NAME

CAMP: Final = "|".join(f"(?:{p})" for p in CAMP_WORDS.values())
_OF = r"(?:\s+(?:for\s+(?:\w+\s+){1,4}?)?(?:of|at|in|near|outside|on|called|named|known\s+as|de|du|des|del|de\s+la|de\s+los|d['’]|à|en|do|da)\s*(?:the\s+|la\s+|le\s+|el\s+|los\s+|las\s+)?)"


def any_case(words: str) -> str:
    """A part of a pattern in which capitals and small letters are one."""
    return f"(?i:{words})"


CAMP_HINT: Final = re.compile(
    r"camp|shelter|site|cent(?:re|er)|settlement|tent|alberg|refugio|abri|asentam|alojam|facilit|town|point",
    re.IGNORECASE,
)
BUILDING_HINT: Final = re.compile(
    r"chapel|school|colleg|universit|institut|academ|stadium|colise|arena|gym|hall|court|complex|ground|pitch|field|racecourse|church|cathedral|basilica|mosque|monaster|temple|convent|seminary"
    r"|mission|madrasa|cinema|cinéma|theat|hangar|airport|warehouse|factory|barracks|dormitor|hostel|hotel|cent(?:re|er)|gurdwara|auditorium|library|market|école|lycée|collège|stade|église|mosquée"
    r"|salle|paroisse|cour |escuela|escola|colegio|liceo|estadio|iglesia|parroquia|polideportivo|unidad|cancha|casa|salón|centro",
    re.IGNORECASE,
)
"""What every such name has in it: most sentences need no closer look."""
CAMP_AFTER: Final = re.compile(rf"(?P<name>{NAME})(?:['’]s)?,?\s+(?P<word>{any_case(CAMP)})(?!\w)")
CAMP_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<word>{any_case(CAMP)})(?P<of>{any_case(_OF)}|\s+)[\"“«]?\s?(?P<name>{NAME})"
)
APPOSED: Final = re.compile(
    rf"(?P<name>{NAME}),\s+(?:{any_case('a|an|the|another|one of the|un|une|le|la|el|una')})\s+(?:[\w-]+\s+){{0,3}}?(?P<word>{any_case(CAMP)})(?!\w)"
)
BUILDING_AFTER: Final = re.compile(rf"(?P<name>(?:{NAME}\s+)+?{any_case(BUILDINGS)})(?!\w)")
BUILDING_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<name>{any_case(BUILDINGS)}(?:{any_case(_OF)}(?P<where>{NAME})|\s+(?P<own>{NAME})))"
)
GREAT_SITE: Final = re.compile(
    rf"(?P<name>{NAME}),\s+{any_case('(?:the|a|one of the)')}\s+(?:[\w’'-]+\s+){{0,2}}?(?:largest|biggest|main|oldest|newest|smallest|second[- ]largest|busiest)\s+(?P<word>(?:\w+\s+)?(?i:sites?|settlements?))(?!\w)"
)
"""Its size is told beside its name: "Al Dorra, the largest site of the country"."""
INLINE: Final = re.compile(rf"(?P<name>{NAME})\s+\((?:some\s+|about\s+|around\s+)?\d")
INLINE_LEAD: Final = re.compile(
    r"^\W*(?:Sites?|Camps?|Shelters|(?:Evacuation |Collective )?Cent(?:re|er)s|Locations|Settlements)(?:\s+\w+){0,3}:\s"
)
"""A list within a line: "Sites: Dorra (480 households), Karsa (90)"."""
KNOWN: Final = re.compile(
    r"(?<![\w-])(?P<name>Kakuma(?: [1-4])?|Kalobeyei|Bidi ?[Bb]idi|Nakivale|Kyangwali|Imvepi|Palorinya|Nyarugusu|Nduta|Mtendeli|Mbera|Minawao|Za[’']?atari|Kutupalong|Nayapara|Bhasan Char|[Aa]l[- ]H[oa]w?l|[Aa]l[- ]Roj"
    r"|Zamzam|Abu Shouk|Kalma|Rukban|Mae La|Dzaleka|Tongogara|Mahama|Kiziba|Lusenda|Mulongwe|Ain (?:al|el)-Hil?weh|Nahr al-Bared|Shatila|Dadaab|Hagadera|Dagahaley)(?![\w-])"
)
"""Camps that are named without the word: they are known for nothing else."""
OF_ANOTHER_SORT: Final = re.compile(
    r"\b(?:the coach|striker|midfielder|goalkeeper|bowlers?|batsm[ae]n|(?:the|their|its) squad|squad['’]s|cricket|cellists?|violinists?|orchestra|choir|rough sleepers?|spectators|ticket holders|puppies|kennels?|stray dogs?|cyclists|holidaymakers"
    r"|boy scouts|girl guides|billets?|billeted|barracks for|athletes?|sprinters?|festival[- ]?goers|campers|campsite|glamping)\b",
    re.IGNORECASE,
)
"""Sport, music, animals, soldiers, the town's own poor: where they stay is no site of ours."""
PLAIN_SITE: Final = re.compile(
    rf"(?<!\w)(?:[Ss]ites?\s+(?:de|du|des|d['’])\s*(?:la\s+)?(?P<name>{NAME})|(?P<before>(?!(?:Le|La|El|The|This|That|Each|Another|Ce)\b){NAME})\s+site(?!\w))"
)
OPENING: Final = re.compile(
    rf"^(?:(?:At|In)\s+)?(?P<name>{NAME})(?:,[^,]{{1,60}},)?\s+(?:was|is|has|had|holds?|houses|hosts|shelters|can|now|opened|received|accueille|abrite|aloja|alberga)\b"
)
GENERIC: Final = re.compile(
    any_case(
        r"(?:the\s+)?(?:grounds?|fields?|courts?|complex|cent(?:re|er)|market|halls?|library|chapel|school|church|mission|hotels?|camp|university|academy|institutes?|college|factory|temple|mosque|barracks|salles?|institutions?)\b.*"
    )
)
LABELLED: Final = re.compile(
    rf"^[\W\d]*(?P<word>(?:Name of (?:the )?)?(?:Site|Camp|Cent(?:re|er)|Shelter|Settlement|Albergue|Campamento|Nom du site)(?: name)?)(?:\s+(?:no\.? ?)?\d{{1,2}})?\s*(?::|\s[–—-])\s+(?P<name>{NAME})"
)
NEAR: Final = re.compile(
    rf"^(?:['’]s)?\s*(?:{any_case(CAMP)})?,?\s*(?:in|at|of|outside|near|beside|(?:north|south|east|west) of|à|en|de|près de|cerca de)\s+(?:the\s+)?$"
)
COMMON_GROUND: Final = re.compile(
    r"\b(?:the|The)\s+(?P<name>(?:\w+\s+)?(?i:fairgrounds|showgrounds?|stadium|coliseum|convention center|convention centre|civic center))\b"
)
ROW: Final = re.compile(
    r"(?P<name>[^\W\d_][^:|()\t;]{2,70}?)\s*(?:,\s*(?P<where>[^:|()\t;,]{2,40}?))?\s*(?:[:|(\t]|\s[–—-]\s|,\s(?=(?:some |about )?\d))\s*"
)
PLACE_TAIL: Final = re.compile(rf"\s+(?:in|at|near|outside|en|à)\s+(?P<where>{NAME})")
PEOPLE_OF: Final = re.compile(
    r"(?:[A-Z]\w*(?:s|tion|ple|ces)|Part|Half|Most|Much|Life)\s+(?:of|in|at|from)\s+(?:the\s+)?(?=[^\W\d_])"
)
NO_NAME: Final = re.compile(
    r"(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|May|June|July|August|September|October|November|December|The|A|An|In|At|On|Of|It|They|There|Here|He|She|We|You|What|Where|When|If|As|But|And|So|Then|After|Before|Since|During|About|Around|For|With|Another|More|Women|Men|Children|People|Families|Officials|Police|This|That|These|Those|Some|Almost|Nearly|Over|Approximately|Additional|Many|Most|Other|Others|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Dozens|Hundreds|Thousands|Scores|Several|Each|Every|All|Both|No|Their|Its|His|Her|Our|Inside|Outside|Near|From"
    r"|IDP|UN|UNHCR|IOM|Red|New|Total|Sub-?total|TOTAL|Source|Note|Sites?|Camps?|Centres?|Centers?|District|Location|Name|Shelters?|Le|La|Les|L['’]|Un|Une|El|Al|Del|Il|Elle|Ils|Hay|Su|Sus|Este|Esta|Ese|Esa|Los|Las|En|Au|Aux|Dans|Ces|Cette|Ce|Refugee|Displaced"
    r"|Government|Red Cross|Relief|Temporary|Transit|Evacuation|Collective|Emergency|Palestinian|Rohingya|Syrian|Afghan|Sudanese|Somali|Iraqi|Congolese|Burundian|Turkish|Kurdish)"
)  # fmt: skip

WHOLE_ROW: Final = re.compile(rf"(?P<name>{NAME}(?:\s+(?i:{CAMP}|{BUILDINGS}))?)(?:\s*\([^()]*\))?\.")
"""A row that is a name and a full stop; its numbers come after."""

IN_BRACKETS: Final = re.compile(
    rf"(?P<name>{NAME})\s+\((?:the\s+)?(?:(?i:{CAMP})|[Ss]ite)\s*(?:no\.?\s*)?\d*\)"
)
"""A site by its number: "Al-Dorra (Site 2)"."""
COUNTED: Final = re.compile(
    rf"^(?:At|In)\s+(?P<name>{NAME}),?\s+(?:the (?:count|number|population)\s+(?:is|was|stands at|stood at)\s+)?(?:some |about |nearly |over )?\d"
)
"""Under a heading of sites: "At Al-Dorra, 310 families share 12 latrines"."""
SHELTERS_WHOM: Final = re.compile(
    r"\s+(?:some\s+|about\s+|around\s+|nearly\s+|more than\s+|over\s+|at least\s+)?(?:\d|hundreds|thousands|dozens|families|people|the\b)"
)
"""After "shelters" as a verb."""
