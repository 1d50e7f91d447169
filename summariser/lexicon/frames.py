"""Frames of deeds: a verb, and what must stand where its doer and its object stand for it to be violence.

"Took" tells of nothing by itself. Of a town that fighters took, of a teacher whom gunmen took and of a hill that
soldiers took it tells of three kinds of event. So the verb is listed with classes of nouns, and any word of the
class will do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summariser.lexicon import parties
from summariser.lexicon.events import GENERIC_ATTACK
from summariser.lexicon.function_words import words
from summariser.lexicon.people import GROUP_NOUNS
from summariser.schemas.codebooks import PopulationGroup as G
from summariser.schemas.codebooks import SubEventType as S

_UNARMED_GROUPS: Final = (
    G.CIVILIANS, G.WOMEN, G.CHILDREN, G.MEN, G.ELDERLY, G.AID_WORKERS, G.HEALTH_WORKERS, G.JOURNALISTS, G.OFFICIALS,
    G.REFUGEES, G.DISPLACED, G.RETURNEES, G.MINORITIES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NounClass:
    """Nouns of one kind: single ones in the singular, and what takes several words or a capital."""

    nouns: frozenset[str]
    also: re.Pattern[str] | None = None


STATE: Final = parties.ARMED_PEOPLE | words(
    "infantry infantryman jawan sapper guard commando cavalry artilleryman gunner legionnaire carabinero carabiniere "
    "peacekeeper askari constabulary cop trooper paratroop regular warder intelligence junta militarymen deminer customs "
    "legion navy army military regime convoy detachment"
)
REBELS: Final = (parties.DOERS - words("individual stranger subjects republican leftist rightist royalist culprit")) | words(
    "warrior tribesman clansman cadre mujahedin mujahideen mujahid faction irregular partisan shooter pistolero militiamen "
    "herdsman settler insurgency saboteur kidnapper pirate cultist bandit armed-men gunmen"
)  # fmt: skip
_STATE_INITIALS: Final = "IDF|SAF|FARDC|UPDF|PNP|CRPF|BSF|FAMa|KDF|ENDF|SSPDF|SNA|ANDSF|UNIFIL|MONUSCO|MINUSMA|MINUSCA|AMISOM|ATMIS|ISAF|NATO|KFOR|SFOR|PNH|TSK|ECOMOG|DST|FSB|KGB|DINA|CIA|FBI|RUC|SADF|PLA|LAF|ISF|NSS|NISS|RAB|BGB|CRS|JTF|CJTF|AFPFL"
_NAMED: Final = (
    rf"\b(?!(?:{_STATE_INITIALS})\b)(?!(?:U[NSK]|EU|AFP?|UPI|IPS|TV|NGO|MSF|ICRC|WFP|UNHCR|UNICEF|OCHA|MP|GMT|ID|AM|PM|DC)\b)[A-Z][A-Z0-9]{{1,6}}(?:-[A-Z0-9]+)?\b(?! ?[,):—–]| -)"
    r"|\b(?:Boko Haram|[Aa]l[- ][SQ][hā]?\w+|Islamic State|Daesh|Talib(?:an|s)|Hamas|Hezbollah|Houthis?|Contras?|Khmer Rouge|Shining Path|Sendero|Tigers"
    r"|Viet ?Cong|Mai[- ]Mai|Wazalendo|Janjaweed|Fano|Wagner|Arakan Army|Renamo|Unita|Swapo|Frelimo|Polisario|Fatah|Peshmerga|Naxal\w*|Ansar\w*|Jund \w+"
    r"|Jaysh \w+|Lashkar\S*|(?:Liberation|Resistance|Salvation|Defen[cs]e|Independence|National|People'?s|Revolutionary|Popular) (?:Army|Front|Forces?|Brigades?|Movement|Guards?|Union))\b"
)
_MEN_AT_ARMS: Final = (
    r"\b(?i:(?:armed|masked|hooded|unknown|unidentified|uniformed|camouflaged|plain-?clothes?|\w+-mounted|heavily armed) (?:\w+ )?(?:m[ae]n|wom[ae]n|individuals?"
    r"|persons?|people|groups?|bands?|youths?|youngsters?|settlers?|civilians?|assailants?|elements?)|m[ae]n (?:in (?:uniforms?|fatigues|camouflage|masks?|balaclavas?|black|hoods|army|police)"
    r"|on (?:motor\w+|horse\w*|camels?|foot)|with (?:rifles|guns|machetes|masks|automatic|covered)|armed|loyal to|of the (?:\w+ ){1,4}(?:front|army|brigade|division|militia|group)))\b|['’]s men\b|\bhis men\b"
)
_BY_CALLING: Final = r"\b(?i:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|some|dozens of|young|old|elderly) (?:[\w-]+ ){0,2}[a-z]+(?:ers|ors|ists|ians|eers|men|women|ees)|an? (?:[\w-]+ ){0,2}(?:[a-z]{2,}(?:herd|keeper|maker|seller|wright|monger|smith|worker|hand|ist|ian)))\b"
"""People by a calling that no list holds: "two millers", "a clockmaker"."""
CLASSES: Final[dict[str, NounClass]] = {
    "state": NounClass(STATE, re.compile(rf"\b(?i:security|government|regime|junta|armed|special|defen[cs]e|federal|regional|air|naval|occupation) (?i:forces?|services?)\b|\b(?:Guardia|National Guards?|Rangers|Marines|Gendarmerie|{_STATE_INITIALS})\b")),
    "rebels": NounClass(REBELS, re.compile(f"{_NAMED}|{_MEN_AT_ARMS}")),
    "crowd": NounClass(words("crowd mob rioter protester protestor demonstrator marcher striker villager resident youth inhabitant local neighbour neighbor student mourner townspeople fan supporter picketer looter worshipper onlooker bystander parent relative kinsman trader miner fisherman farmer picket")),
    "people": NounClass((parties.PEOPLE - STATE - words("leader chief head member follower supporter group crowd staff")) | frozenset(n for g in _UNARMED_GROUPS for n in GROUP_NOUNS[g]) | words("him her them me us boys girls porter hamlet village family schoolgirl schoolboy"), re.compile(_BY_CALLING)),
    "things": NounClass(parties.THINGS | words(
        "mast tree vineyard olive orchard granary bazaar quarter village hamlet tomb grave icon altar rig sawmill skidder borehole statue hut roof mill yard tent car "
        "bulldozer town homestead shamba clinic stack haystack nursery dyke canal archive harvest forest thicket bungalow palace chapel barn registry")),
    "goods": NounClass(words(
        "cattle cow goat sheep camel livestock herd head rice grain food medicine aid fuel cash money jewellery jewelry motorbike motorcycle vehicle truck lorry boat engine battery copper ration stock "
        "supply sack icon bag bicycle flour drug phone computer furniture harvest crop cocoa coffee timber gold diamond salary payroll savings wage instrument animal donkey mule horse pickup car tanker "
        "generator laptop mattress vaccine fishing catch net sugar oil petrol diesel maize sorghum millet")),
    "weapons": NounClass((parties.WEAPONS - words("stone rock stick club knife dagger hammer razor gasoline petrol acid gas powder charge device spear arrow")) | words(
        "ammunition ammo rounds cartridge bullet caps pistol kalashnikov arsenal cache arms bomblet munition ordnance armament bandolier magazine detonator warhead fertiliser nitrate launcher belt vest sidearm hardware firearm"),
        re.compile(r"\b(?i:(?:explosive|incendiary|pressure|roadside|culvert|suspicious|time|timed|culvert|plastic|improvised|home-?made|remote-controlled) (?:\w+ )?(?:devices?|charges?|packages?|parcels?|objects?)|ammonium nitrate|detonating cord|blasting caps)\b")),
    "shells": NounClass(words("shell rocket missile mortar salvo volley barrage projectile grad katyusha howitzer battery tube artillery cannon qassam scud artilleryman gunner iskander shelling bombardment"), re.compile(r"\b(?i:(?:\w+ )guns|\d+[- ]?mm|rocket fire|(?<!live )(?<!rubber )(?<!warning )(?<!gas )(?<!blank )rounds(?! of (?:tear|talks|live))|hail of (?:rockets|shells))\b")),
    "air": NounClass(words("warplane plane jet aircraft helicopter gunship fighter-bomber drone uav quadcopter chopper mig sukhoi warplanes airman"), re.compile(r"\b(?:Su-?\d+\w*|MiGs?(?:-?\d+\w*)?|F-?(?:4|5|7|14|15|16|18|22|35)\w*|A-37\w*|A-10s?|Mi-?\d+\w*|Mirages?|Tornado(?:e?s)?|Canberras?|Apaches?|Cobras?|Antonovs?|Skyhawks?|Phantoms?|Kfirs?|(?:Super )?Tucanos?|Bayraktars?|TB2s?|Shaheds?|Reapers?|Predators?|Pucar[aá]s?|Hinds?|air force|[Aa]irmen)\b")),
    "bomb": NounClass(words("bomb mine landmine device charge ied explosive dynamite semtex bomblet ordnance booby-trap tripwire fuse"), re.compile(r"\b(?i:unexploded|tilt switch|pressure plate)\b")),
    "blades": NounClass(words("machete knife axe spear arrow club stick sword bayonet hatchet cudgel dagger panga cutlass bat pole slingshot fist stone brick hoe catapult sickle whip truncheon baton")),
    "cause": NounClass(words(
        "protest wage wages salary pay arrears price prices cut cuts reform release justice resignation departure eviction law bill tax taxes tariff subsidy independence missing disappeared corruption verdict amnesty "
        "blackout curfew rent fare pension layoff closure fraud impunity banner placard slogan petition chant demand anthem portrait candle quota constitution referendum expulsion occupation deportation ration redundancy"),
        re.compile(r"\b(?i:demand(?:ed|ing|s)|protest\w*|unpaid|against (?:the|a|an|his|their|its|new|rising)|in support of|calling for|call for|chant(?:ed|ing)|power cuts|water cuts|shout(?:ed|ing)|in memory of|in solidarity|opposition|strik(?:e|ers|ing))\b")),
    "fire": NounClass(words("fire gunfire bullet shot burst volley fusillade salvo sniper rifle gun machine-gun pistol revolver shotgun submachine-gun kalashnikov round ak-47")),
    "gunmen": NounClass(words("gunman gunwoman raider assailant attacker bandit kidnapper hitman sicario intruder sniper marauder rustler arsonist saboteur pirate abductor hijacker assassin executioner pistolero shooter robber outlaw"), re.compile(_MEN_AT_ARMS)),
    "fight": NounClass(words("fight battle clash skirmish combat firefight gunfight engagement ambush siege resistance offensive assault crossfire trench front frontline shooting")),
    "mob": NounClass(words("crowd mob rioter villager resident inhabitant townspeople youth fan inmate prisoner local looter neighbour neighbor onlooker relative vigilante hooligan mourner horde")),
    "marchers": NounClass(parties.PEOPLE - STATE - words("president minister leader chief head governor mayor")| frozenset(n for g in _UNARMED_GROUPS for n in GROUP_NOUNS[g]) | words("crowd column procession protester protestor demonstrator marcher striker union student thousand hundred thousands hundreds supporter resident docker taxi trucker procession people family mother widow women men")),
    "deal": NounClass(words("deal accord agreement pact protocol truce ceasefire cease-fire treaty peace settlement armistice declaration roadmap memorandum charter compact prisoner captive")),
    "place": NounClass(words("town village city hill ridge post outpost base garrison bridge airport airfield district quarter capital fort port island crossing neighbourhood stronghold trench suburb hamlet barracks centre headquarters camp market school dam heights slag checkpoint line"), re.compile(r"\b(?!(?:I|He|She|The|They|It|On|In|At|Mr|General|Colonel|President|Commander)\b)[A-ZÀ-Þ][\w'’-]+")),
}  # fmt: skip
"""What a noun can be for a frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb, and the classes of which one must stand as its doer, as its object, or anywhere in its clause."""

    kind: str
    verbs: str
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    lead: re.Pattern[str] | None = None
    """What must stand right before the verb."""


_DOUBLED: Final = words(
    "club stab rob rip hit set strip drop grab nab pin bar rig trap beat net snap slit slip stop throb transfer repel expel evict_ plan gun garrot"
)


def _forms(verbs: str, *, base: bool = False) -> str:
    """The past and the "-ing" of regular verbs, with ``base`` the present as well."""
    made: list[str] = []
    for verb in verbs.split():
        stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in _DOUBLED else verb
        past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{stem}ed"
        third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
        made += [past, f"{stem}ing", *([verb, third] if base else [])]
    return "|".join(made)


ARMED: Final = ("state", "rebels")
_TOOK: Final = (
    r"t(?:ook|aken|aking|akes?)(?! (?:up|part|place|refuge|cover|shelter|out|to))|captur(?:ed|es|ing)|seiz(?:ed|es?|ing)|overr(?:an|un)|sw(?:ept|eeps?) into|"
    r"conquer(?:ed|s|ing)?|occup(?:ied|ies|ying)|secur(?:ed|es|ing)|rolled into|marched into|moved in behind|(?:is|are|now|still|already) (?:in )?hold(?:s|ing)?|"
    r"wrest(?:ed|s|ing)|wrench(?:ed|es|ing)|snatch(?:ed|es|ing)|chas(?:ed?|es|ing)|dislodg(?:ed?|es|ing)|eject(?:ed|s|ing)?|"
    r"oust(?:ed|s|ing)?|evict(?:ed|s|ing)?|expel(?:led|s|ling)?|clear(?:ed|ing)|push(?:ed|es|ing)|drove|driven|driving|flush(?:ed|es|ing)|threw|thrown"
)
_SEIZE_PEOPLE: Final = (
    r"t(?:ook|aken|aking|akes?)(?! (?:part|place|note|over|off|down|up|to|on|in|aim|refuge|shelter|cover|root|advantage|responsibility|office|power|charge|care|\w+ rifles))|"
    r"seiz(?:ed|es?|ing)|grab(?:bed|s|bing)?|snatch(?:ed|es|ing)?|carr(?:ied|ies|ying) (?:off|away)|led (?:off|away)|march(?:ed|ing) (?:off|away)|"
    r"drag(?:ged|s|ging)|bundl(?:ed|es|ing)|pull(?:ed|s|ing) (?:\w+ ){0,4}(?:from|off|out of)|haul(?:ed|s|ing)|spirit(?:ed|ing)|whisk(?:ed|ing)|"
    r"drove (?:off|away) with|made off with|went off with|held up|(?:is|are|was|were) holding|(?:is|are|was|were|been|being) held|ma[dk]e (?:\w+ ){0,3}vanish|"
    r"herd(?:ed|ing)|round(?:ed|ing) up|corral(?:led|ling)|intercept(?:ed|ing)|waylaid|pick(?:ed|ing) (?:\w+ ){0,2}(?:out|up)"
)
_WOUNDING: Final = _forms(
    "bayonet spear strangle throttle bludgeon butcher garrotte impale knife hack machete disembowel cudgel lance axe behead decapitate flog whip truncheon "
    "torture castrate scalp dismember club stab slash pistol-whip gun execute murder assassinate liquidate slaughter"
)
_BURN: Final = (
    _forms("torch raze burn sack ransack loot pillage plunder smash wreck demolish vandalise vandalize bulldoze uproot fell topple sabotage dynamite destroy flatten strip gut level trash desecrate "
           "cripple disable sever axe vandalize deface poison contaminate", base=True)
    + r"|burnt|tore down|torn down|broke up|cut(?: down| through)?|cutting(?: down)?|knocked (?:down|over|out)|pull(?:ed|ing) down|brought down|blew up|blown up|set upon"
)  # fmt: skip

_ENGAGED: Final = (
    r"met|caught|overwhelm(?:ed|ing)|swamp(?:ed|ing)|maul(?:ed|ing)|bloodied|savag(?:ed|ing)|tangl(?:ed|ing) with|grappl(?:ed|ing) with|prob(?:ed|ing)|infiltrat(?:ed|ing)|descend(?:ed|ing) (?:up)?on|swoop(?:ed|ing) on|clos(?:ed|ing) in|c[ao]me at|took on"
    r"|turned on|bumped into|stumbl(?:ed|ing) (?:up)?on|jump(?:ed|ing)|sprang|pounc(?:ed|ing) on|cut off|corner(?:ed|ing)|resist(?:ed|ing)|parr(?:ied|ying)|blunt(?:ed|ing)|confront(?:ed|ing)|hit back at|took to task|struck at|hammer(?:ed|ing)|tackled|bested|whittl(?:ed|ing)|"
    r"ambush(?:ed|ing)|assault(?:ed|ing)|storm(?:ed|ing)|fell (?:up)?on|laid into|set (?:up)?on|charged|rushed|engag(?:ed|ing)|fought|tackl(?:ed|ing)|surpris(?:ed|ing)|clash(?:ed|es|ing)? with|wip(?:ed|ing) out"
    r"|rout(?:ed|ing)|beat(?:en)? (?:off|back)|thr(?:ew|own) back|held (?:off|up)|drove (?:off|back)|kept (?:\w+ ){0,4}(?:out|at bay)|hunt(?:ed|ing)? down|smok(?:ed|ing) out|pursu(?:ed|ing)|overpower(?:ed|ing)|outflank(?:ed|ing)"
    r"|encircl(?:ed|ing)|surround(?:ed|ing)|pinn(?:ed|ing) down|ran into|came to grips|crush(?:ed|ing)|crossed fire with|repuls(?:ed|ing)|repell(?:ed|ing)|trapped|besieg(?:ed|ing)|harr(?:ied|ying)|duell?(?:ed|ing) with"
)

_TO_COME: Final = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were) (?:to|going to|due to|set to|about to|planning to|preparing to|plotting to|ready to|to have)|plan(?:s|ned|ning)? to|plott(?:ed|ing) to|prepar(?:es|ed|ing) to|intend(?:s|ed|ing)? to|scheduled to"
    r"|threaten(?:s|ed|ing)? to|vow(?:s|ed|ing) to|sw(?:ore|orn|ears?) to|promis(?:es|ed|ing) to|pledg(?:es|ed|ing) to|announc(?:es|ed|ing) (?:that )?(?:it|they|he|she) (?:will|would)|(?:says?|said|warn(?:s|ed|ing)|declar(?:es|ed)|vow(?:s|ed)) (?:that )?(?:it|they|he|she|we) (?:will|would|shall)"
    r"|tr(?:ies|ied|ying) to|attempt(?:s|ed|ing)? to|bid to|attempts? to|failed to|meant to|was to|sought to|order(?:s|ed)? (?:\w+ ){1,3}to|urg(?:ed|ing) (?:\w+ ){1,4}to|call(?:ed|ing) on (?:\w+ ){1,4}to|ready to|poised to)\s+(?:\w+ly\s+|then\s+|also\s+|not\s+)?$",
    re.IGNORECASE,
)

FRAMES: Final[tuple[Frame, ...]] = (
    # fire, by whom it is hit
    Frame(S.ARMED_CLASH, r"(?:came|come|coming|was|were|been|got) under (?:[\w-]+ ){0,3}(?:fire|attack)", on=("state", "rebels")),
    Frame(S.ATTACK, r"(?:rak(?:ed|ing)|riddl(?:ed|ing)|spray(?:ed|ing)|pepper(?:ed|ing)|mow(?:ed|n|ing) down|cut(?:ting)? down|pick(?:ed|ing) off|fir(?:ed|es|ing) (?:up)?on|blast(?:ed|ing))", on=("people", "crowd", "things")),
    Frame(GENERIC_ATTACK, r"(?:pump(?:ed|ing)|put(?:ting)?|fir(?:ed|es|ing)|loos(?:ed|ing)|emptied|let(?:ting)? (?:off|fly|loose)|discharg(?:ed|ing)|unload(?:ed|ing))", on=("fire",), by=()),
    Frame(GENERIC_ATTACK, r"fir(?:ed|es|ing) (?:\w+ )?(?:on|at|into|through|from|across|over|towards?|upon)", by=ARMED),
    Frame(GENERIC_ATTACK, r"(?:attack(?:ed|ing)|hit(?:ting)?|struck|striking|raid(?:ed|ing)|kill(?:ed|s|ing)|shot)", by=("rebels",), on=("state",)),
    Frame(GENERIC_ATTACK, r"(?:attack(?:ed|ing)|hit(?:ting)?|struck|striking|raid(?:ed|ing)|kill(?:ed|s|ing)|shot|neutrali[sz](?:ed|es|ing)|eliminat(?:ed|ing))", by=("state",), on=("rebels",)),
    Frame(S.ARMED_CLASH, _ENGAGED, by=("rebels",), on=("state",)),
    Frame(S.ARMED_CLASH, _ENGAGED, by=("state",), on=("rebels",)),
    # what people called by their violence do
    Frame(GENERIC_ATTACK, r"(?:c[ao]me for|visited|descended|arrived|burst|broke|barged|kicked|forced|invaded|stopped|halted|flagged down|boarded|waylaid|struck|hit|opened|swept|rode|drove|swarmed|crept|emerged|appeared|cut|put|threw|hurled|placed|left|tied|stripped|entered|stormed|surrounded|targeted|set|walked up|approached|knocked|scaled|climbed|jumped|pulled up|drew up|intercepted|ordered|demanded|robbed|chased|tracked|followed|fled (?:after|with|leaving)|escaped (?:after|with|leaving)|made off|sped off|melted|roared|pounced)", by=("gunmen",)),
    Frame(S.ARMED_CLASH, r"(?:advanc(?:ed|ing)|enter(?:ed|ing)|push(?:ed|ing)|press(?:ed|ing)|withdr(?:ew|awing)|retreat(?:ed|ing)|fought|fight|shoot(?:ing)? back|return(?:ed|ing) fire|repl(?:ied|ying)|hold(?:ing)? out|held|los(?:t|ing)|gave (?:ground|way)|fell back)", near=("fight",), by=ARMED),
    # by hand
    Frame(S.ATTACK, _WOUNDING),
    Frame(GENERIC_ATTACK, r"(?:shot|kill(?:ed|s|ing)|attack(?:ed|ing)|fell upon|set upon|kick(?:ed|ing)|punch(?:ed|ing)|thrash(?:ed|ing)|manhandl(?:ed|ing)|assault(?:ed|ing)|beat(?:en|ing)?|maul(?:ed|ing)|hang(?:ed|ing)|hung|poison(?:ed|ing)|drown(?:ed|ing)|finish(?:ed|ing) (?:\w+ ){0,2}off|dispatch(?:ed|ing)|put (?:\w+ ){0,3}to death|silenc(?:ed|ing)|struck down|slew|slain|open(?:ed|ing) up on|turned (?:their|his|its|a|the) (?:\w+ )?(?:guns?|weapons?|rifles?) on|lined up|crucif(?:ied|ying)|cane?d|chop(?:ped|ping)|ran (?:over|down)|ramm(?:ed|ing)|drove over|crush(?:ed|ing)|doused|scald(?:ed|ing)|blind(?:ed|ing)|gouged|pistol-whipped|smother(?:ed|ing)|stoned|mistook|mow(?:ed|n|ing) down|rough(?:ed|ing) up|brutali[sz](?:ed|ing)|terrori[sz](?:ed|ing)|fell on|bur(?:ied|y) alive|maim(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|shoot(?:s|ing)?|gun(?:s|ned)? down|thr(?:ew|own) (?:\w+ ){1,4}(?:from|off|into) (?:a|the))", by=ARMED, on=("people",)),
    Frame(S.SEXUAL_VIOLENCE, r"(?:violat(?:ed|es|ing)|defil(?:ed|es|ing)|abus(?:ed|es|ing)|molest(?:ed|s|ing)|dishonou?r(?:ed|ing)|outrag(?:ed|ing)|forc(?:ed|es|ing) (?:him|them)sel(?:f|ves) (?:up)?on|fell upon|had (?:their|his) way with|ravish(?:ed|ing)|strip(?:ped|ping))(?: (?:up)?on)? (?:an? |the |two |three |four |five |several |\w+ )?(?:[\w-]+ )?(?:girls?|wom[ae]n|wives|wife|daughters?|schoolteachers?|schoolgirls?|nuns?|nurses?|widows?|female|mothers?|vendors?|teachers?)"),
    Frame(S.SEXUAL_VIOLENCE, r"(?:violated|defiled|molested|dishonou?red|gang-raped)", on=("people",)),
    # shells, air, bombs
    Frame(S.SHELLING, r"(?:fell|fall(?:s|en|ing)?|land(?:ed|s|ing)?|hit(?:s|ting)?|struck|strik(?:es|ing)|came down|crash(?:ed|es|ing)|plough(?:ed|ing)|tore|tearing|whistl(?:ed|ing)|rain(?:ed|s|ing)|slam(?:med|s|ming)|burst|impact(?:ed|s|ing)|demolish(?:ed|es|ing)|smash(?:ed|es|ing)|walked across|straddl(?:ed|ing)|bracket(?:ed|ing)|rock(?:ed|ing)|shook|thud(?:ded|ding)|sail(?:ed|ing)|streak(?:ed|ing)|scream(?:ed|ing)|punch(?:ed|ing)|goug(?:ed|ing)|slic(?:ed|ing)|cut|wreck(?:ed|ing)|gutt(?:ed|ing)|shredd(?:ed|ing)|obliterat(?:ed|ing)|left|buried|caught|found|set|reach(?:ed|ing)|collapsed|damag(?:ed|es|ing)|kill(?:ed|s|ing)?|wound(?:ed|ing)|exploded|open(?:ed|s) (?:up|fire)|ranged? (?:in )?on|turned on|answered|replied|thunder(?:ed|ing)|thump(?:ed|ing)|lob(?:bed|bing)|hurl(?:ed|ing)|pour(?:ed|ing)|pound(?:ed|s|ing)?|batter(?:ed|ing)|zero(?:ed|ing) in)", by=("shells",)),
    Frame(S.SHELLING, r"(?:lob(?:bed|bing|s)|hurl(?:ed|ing|s)|fir(?:ed|es|ing)|launch(?:ed|es|ing)|pour(?:ed|ing)|sent|put|dropp(?:ed|ing)|unleash(?:ed|es|ing)|loos(?:ed|ing)|let fly)", on=("shells",)),
    Frame(S.AIR_STRIKE, r"(?:bomb(?:ed|ing)|struck|striking|hit(?:s|ting)?|attack(?:ed|ing)|fir(?:ed|ing)|flatten(?:ed|s|ing)|dropp(?:ed|ing)|destroy(?:ed|s|ing)|kill(?:ed|s|ing)|demolish(?:ed|ing)|level(?:l?ed|l?ing)|pound(?:ed|ing)|target(?:ed|ing)|straf(?:ed|ing)|rocket(?:ed|ing)|napalm(?:ed|ing)|spray(?:ed|ing)|unload(?:ed|ing)|releas(?:ed|es|ing)|raid(?:ed|ing)|sank|sunk|incinerat(?:ed|ing)|machine-gunn(?:ed|ing)|took (?:\w+ ){1,4}for|took out|swoop(?:ed|ing)|div(?:ed|ing)|turned|came in low|left|shatter(?:ed|ing)|reduc(?:ed|ing)|burn(?:ed|t|ing)|obliterat(?:ed|ing)|wip(?:ed|ing) out|pick(?:ed|ing) off|wound(?:ed|ing)|set|tore|wreck(?:ed|ing)|blast(?:ed|ing)|loos(?:ed|ing)|pepper(?:ed|ing)|shell(?:ed|ing)|hammer(?:ed|ing)|smash(?:ed|ing)|exploded|slammed|crashed into|damag(?:ed|ing))", by=("air",)),
    Frame(S.AIR_STRIKE, r"(?:conduct(?:ed|s|ing)?|carr(?:ied|ies|ying) out|flew|mount(?:ed|ing)|launch(?:ed|ing)) (?:an? |the |\w+ )?(?:\w+ )?(?:strikes?|sorties?|bombing runs?)"),
    Frame(S.SUICIDE_BOMB, r"(?:blew|blow(?:s|ing)?|blown) (?:him|her|them|it)sel(?:f|ves)\b(?: \w+){0,3}"),
    Frame(S.SUICIDE_BOMB, r"(?:set(?:ting)? off|detonat(?:ed|es|ing)|trigger(?:ed|ing)|explod(?:ed|es|ing)|press(?:ed|es|ing)|touch(?:ed|ing) off|activat(?:ed|ing)) (?:\w+ ){0,5}(?:vests?|belts?|(?:strapped|tied|taped|sewn|fastened) (?:to|round|around|into) (?:his|her|their)|him|herself|himself|button)"),
    Frame(S.REMOTE_EXPLOSIVE, r"(?:set(?:ting)? off|went off|gone off|goes off|went up|touch(?:ed|ing) off|trod|stepp(?:ed|ing)|struck|hit|found|pick(?:ed|ing) up|lift(?:ed|s|ing)|blew|blown|burst|kill(?:ed|s|ing)?|maim(?:ed|ing)|tore|ripp?(?:ed|ing)|shatter(?:ed|ing)|wreck(?:ed|ing)|brought down|bring down|plant(?:ed|ing)|laid|destroy(?:ed|ing)|damag(?:ed|ing)|took off|exploded|explod(?:es|ing)|detonated|rock(?:ed|ing)|shook|slic(?:ed|ing)|shredd(?:ed|ing)|shear(?:ed|ing)|erupted|flung|hurled|threw|cost|claimed|ended|left|caught|sent|was meant|took|awaited|collaps(?:ed|ing)|blast(?:ed|ing)|overturn(?:ed|ing))", by=("bomb",)),
    # people taken
    Frame(S.ABDUCTION, r"(?:detain(?:ed|ing)|walked off with|sped off with|lur(?:ed|ing)|rop(?:ed|ing)|tied up|conscript(?:ed|ing)|press-gang(?:ed|ing)|recruit(?:ed|ing)|forc(?:ed|ing) (?:\w+ ){1,4}(?:to (?:join|follow|march|carry|come)|into)|kept|abduct(?:ed|ing)|captur(?:ed|ing)|trussed|roped|gagged)", by=("rebels",), on=("people",)),
    Frame(S.ARRESTS, r"(?:caught|lock(?:ed|ing) up|interned|booked|escorted|nicked|lifted|question(?:ed|ing)|interrogat(?:ed|ing)|search(?:ed|ing)|remov(?:ed|ing)|driven away|pick(?:ed|ing) up|arrest(?:ed|ing)|detain(?:ed|ing)|held)", by=("state",), on=("people", "rebels")),
    Frame(S.LOOTING, r"(?:seiz(?:ed|es|ing)|t(?:ook|aking)|confiscat(?:ed|ing)|stole|commandeer(?:ed|ing)) (?:an? |the |\d+ |two |three |four |five |several |some |their |his |her )?(?:\w+ )?(?:trucks?|vehicles?|motor(?:cycles|bikes?|cycle)|cars?|pickups?|cattle|livestock|cows|sheep|goats|goods|cash|money|phones?|mobile phones?|food|fuel|medicines?|supplies|tricycles?)\b", by=("rebels",)),
    Frame(S.ABDUCTION, _SEIZE_PEOPLE, by=("rebels",), on=("people", "state")),
    Frame(S.ARRESTS, _SEIZE_PEOPLE + r"|blindfold(?:ed|ing)|t(?:ook|aken) in|stopp(?:ed|ing)|surpris(?:ed|ing)|collar(?:ed|ing)|net(?:ted|ting)|swept up|cuff(?:ed|ing)|handcuff(?:ed|ing)|frog-?march(?:ed|ing)|led away|c[ao]me for (?:him|her|them)|swoop(?:ed|ing)", by=("state",), on=("people", "rebels")),
    # places taken
    Frame(S.NON_STATE_OVERTAKES_TERRITORY, r"(?:ran up|hoist(?:ed|ing)|rais(?:ed|ing)|plant(?:ed|ing)|unfurl(?:ed|ing)|flew|tore down|pull(?:ed|ing) down) (?:\w+ ){0,4}(?:flags?|colours|banners?|tricolou?rs?|standards?)", by=ARMED),
    Frame(S.NON_STATE_OVERTAKES_TERRITORY, r"(?:" + _TOOK + r")", by=("rebels",), on=("place",)),
    Frame(S.GOVERNMENT_REGAINS_TERRITORY, r"(?:" + _TOOK + r")", by=("state",), on=("place",)),
    # things
    Frame(S.LOOTING, _BURN, by=ARMED, on=("things",)),
    Frame(S.LOOTING, r"(?:steal(?:s|ing)?|stole|stolen|rustl(?:ed|es|ing)|drove off|driv(?:en|ing) off|made off with|mak(?:es|ing) off with|got away with|gets away with|carr(?:ied|ies|ying) (?:off|away)|help(?:ed|ing) themselves to|hijack(?:ed|ing)|commandeer(?:ed|ing)|confiscat(?:ed|es|ing)|strip(?:ped|s|ping)?|empt(?:ied|ying)|cart(?:ed|ing) (?:off|away)|walked off with|relieved (?:\w+ ){1,3}of|loot(?:ed|ing)|requisition(?:ed|ing)|siphon(?:ed|ing)|t(?:ook|aken|aking))", by=ARMED, on=("goods",)),
    # crowds
    Frame(S.MOB_VIOLENCE, r"(?:burn(?:ed|t|ing)|torch(?:ed|ing)|smash(?:ed|ing)|ransack(?:ed|ing)|loot(?:ed|ing)|attack(?:ed|ing)|ston(?:ed|ing)|beat(?:en|ing)?|lynch(?:ed|ing)|hang(?:ed|ing)|dragg(?:ed|ing)|chas(?:ed|ing)|overturn(?:ed|ing)|set (?:up)?on|set (?:\w+ ){0,4}(?:alight|ablaze|on fire)|storm(?:ed|ing)|sack(?:ed|ing)|wreck(?:ed|ing)|hack(?:ed|ing)|club(?:bed|bing)|kill(?:ed|ing)|kick(?:ed|ing)|dous(?:ed|ing)|pelt(?:ed|ing)|invad(?:ed|ing)|thrash(?:ed|ing)|corner(?:ed|ing)|demolish(?:ed|ing)|trampl(?:ed|ing)|pull(?:ed|ing) (?:\w+ ){0,3}(?:from|out of|off)|besieg(?:ed|ing)|raz(?:ed|ing)|tore (?:down|apart)|broke into|fell (?:up)?on|burst into)", by=("mob",)),
    Frame(S.MOB_VIOLENCE, r"(?:fought|clash(?:ed|ing)|battl(?:ed|ing)|brawl(?:ed|ing)|came to blows|attack(?:ed|ing) each other|lash(?:ed|ing) out|la(?:id|ying) about|went for)", near=("blades",), by=("crowd", "mob", "people")),
    Frame(S.PEACEFUL_PROTEST, r"(?:march(?:ed|ing)|rall(?:ied|ying)|demonstrat(?:ed|ing)|picket(?:ed|ing)|parad(?:ed|ing)|troop(?:ed|ing)|fil(?:ed|ing) (?:past|through|into|out)|process(?:ed|ing)|gather(?:ed|ing)|assembl(?:ed|ing)|mass(?:ed|ing)|converg(?:ed|ing)|chant(?:ed|ing)|knelt|kneeling|lay down|sat|squatt(?:ed|ing)|camp(?:ed|ing)|fast(?:ed|ing)|linked arms|join(?:ed|ing) hands|h[eo]ld hands|block(?:ed|ing)|barricad(?:ed|ing)|occup(?:ied|ying)|walked|stopped work|boycott(?:ed|ing)|wav(?:ed|ing)|carr(?:ied|ying)(?! out)|bang(?:ed|ing)|honk(?:ed|ing)|sang|singing|wore|deliver(?:ed|ing)|hand(?:ed|ing) (?:in|over) (?:a|their) petition|laid|crowd(?:ed|ing)|fill(?:ed|ing)|throng(?:ed|ing)|stood|turn(?:ed|ing) out|c[ao]me out|encircl(?:ed|ing)|circl(?:ed|ing)|drove (?:\w+ )?(?:tractors?|taxis|trucks|lorries)|dump(?:ed|ing)|shout(?:ed|ing)|read out|whistl(?:ed|ing)|boo(?:ed|ing)|shut|clos(?:ed|ing))", by=("marchers",), near=("cause",)),
    # what is to come, or was only tried
    Frame(S.REMOTE_EXPLOSIVE, r"(?:bomb|blow up|detonate|derail|mine|plant)", lead=_TO_COME),
    Frame(S.SHELLING, r"(?:shell|bombard|rocket|pound|fire (?:up)?on|fire (?:\w+ ){0,3}(?:rockets|missiles|shells)|launch)", lead=_TO_COME, near=("shells", "place", *ARMED)),
    Frame(S.ABDUCTION, r"(?:abduct|kidnap|snatch|hijack|take (?:\w+ ){0,3}hostage)", lead=_TO_COME),
    Frame(S.ATTACK, r"(?:kill|shoot|execute|murder|behead|hang|stab|assassinate|lynch|poison|gun down|knife|slaughter|massacre|hunt down|finish off)", lead=_TO_COME, near=ARMED),
    Frame(S.ARMED_CLASH, r"(?:storm|assault|ambush|retake|recapture|capture|seize|take|overrun|enter|invade|cross into|break (?:through|into)|lift|attack|strike|dislodge|march on|move (?:in|on))", lead=_TO_COME, by=ARMED, near=("place",)),
    Frame(S.LOOTING, r"(?:burn|demolish|raze|cut|sabotage|loot|destroy|torch|tear down|bulldoze|set fire to|dynamite)", lead=_TO_COME, near=("things",)),
    Frame(S.PEACEFUL_PROTEST, r"(?:march|demonstrate|rally|strike|picket|blockade|block|walk out|shut|occupy|protest|converge|gather|take to the streets|down tools|paraly[sz]e|close)", lead=_TO_COME, by=("marchers",)),
    Frame(S.NON_VIOLENT_TRANSFER, r"(?:hand (?:over|back)|withdraw(?: from)?|pull out|vacate|evacuate|relinquish|cede)", lead=_TO_COME, near=ARMED),
    Frame(S.AGREEMENT, r"(?:sign|conclude|seal|initial|ratify|exchange (?:\w+ )?(?:prisoners|captives))", lead=_TO_COME, near=("deal",)),
    # weapons found
    Frame(S.DISRUPTED_WEAPONS_USE, r"(?:seiz(?:ed|es?|ing)|f(?:ou|i)nd(?:s|ing)?|unearth(?:ed|s|ing)?|uncover(?:ed|s|ing)?|discover(?:ed|s|ing)?|recover(?:ed|s|ing)?|dug (?:up|out|\w+ \w+ \w+ out)|stumbl(?:ed|ing) (?:up)?on|came (?:up)?on|came across|turn(?:ed|s|ing) up|yield(?:ed|s|ing)?|led (?:\w+ ){1,4}to|confiscat(?:ed|es|ing)|impound(?:ed|s|ing)?|intercept(?:ed|s|ing)?|snag(?:ged|ging)?|locat(?:ed|es|ing)|lift(?:ed|s|ing)?|clear(?:ed|s|ing)?|remov(?:ed|es|ing)|net(?:ted|ting)|haul(?:ed|ing) (?:in|up|away)|neutrali[sz](?:ed|es|ing)|disarm(?:ed|s|ing)?|dismantl(?:ed|es|ing)|disabl(?:ed|es|ing)|destroy(?:ed|s|ing)?|blew up|detonat(?:ed|ing)|swept|hand(?:ed|ing) in|surrender(?:ed|ing))", on=("weapons",), by=("state",)),
    Frame(S.DISRUPTED_WEAPONS_USE, r"(?:unearth(?:ed|s|ing)?|uncover(?:ed|s|ing)?|discover(?:ed|s|ing)?|stumbl(?:ed|ing) (?:up)?on|came (?:up)?on|yield(?:ed|s|ing)?|confiscat(?:ed|es|ing)|impound(?:ed|s|ing)?|neutrali[sz](?:ed|es|ing)|render(?:ed|ing) harmless|ma[dk](?:e|ing) safe|disarm(?:ed|s|ing)?|dismantl(?:ed|es|ing)|came to light|turned up|was found|were found|l[ae]y unexploded|dug)", on=("weapons", "bomb")),
    Frame(S.DISRUPTED_WEAPONS_USE, r"(?:knock(?:ed|ing)|shot|sho+t(?:ing)?|br(?:ought|ing)|pluck(?:ed|ing)|swat(?:ted|ting)|t(?:ook|aken)) (?:\w+ ){0,4}(?:down|out of the (?:sky|air))", on=("air", "shells")),
    # somebody was hit, beside what hits
    Frame(GENERIC_ATTACK, r"(?:dead|died(?= (?:\w+ )?(?:when|in|as|after|on the spot|instantly|of (?:\w+ )?wounds))|perish(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|maimed|bled (?:out|to death)|lifeless|slumped|killed|never got up|did not (?:survive|live)|fell|lay (?:still|dead)|collapsed)", near=("rebels", "shells", "air", "bomb", "fire", "blades")),
)  # fmt: skip
"""Tried in this order; the first that fits names the deed."""
