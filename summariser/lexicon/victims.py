"""Who or what is hit: words by which an attack on the unarmed is told from a fight between armed sides."""

import re
from typing import Final

ARMED: Final = re.compile(
    r"\b(?:soldiers?|troops?|troopers?|police(?:m[ae]n|wom[ae]n)?|(?:police|army|military|security) (?:officers?|personnel|agents?|forces?|men|units?|guards?)"
    r"|(?:national |civil |border |republican |palace |prison |security )?guards?(?:m[ae]n)?|gendarmes?|carabineros?|rangers|constables?|corporals?|sergeants?"
    r"|lieutenants?|marines|commandos?|conscripts|recruits|servicem[ae]n|guerr?illas?|rebels?|militants?|insurgents?|fighters?|militia(?:m[ae]n)?|jihadists?|jihadis"
    r"|terrorists?|subversives|paramilitar(?:y|ies)|bandits?|gang members|gunm[ae]n|combatants|peacekeepers?|patrols?|garrisons?|barracks|military bases?|army bases?"
    r"|outposts?|checkpoints?|command posts?|positions?|battalions?|brigades?|columns?|army|units?|(?:military|army|armou?red|police) (?:convoys?|vehicles?|posts?|columns?)"
    r"|members of the (?:army|police|national guard|security forces)|police stations?|civil defen[cs]e|self-defen[cs]e|vigilantes?"
    r"|drug (?:traffickers?|dealers?|lords?)|traffickers?|gangsters?|mobsters?|hitm[ae]n|sicarios?|(?:gang|cartel|militia|rebel|insurgent|taliban|mara) (?:members?|leaders?|commanders?|fighters?)"
    r"|(?:members?|leaders?|commanders?|associates?) of (?:an? |the |rival )?(?:\w+ )?(?:gangs?|cartels?|(?:organi[sz]ed crime|drug trafficking|criminal|armed|rebel|militant) (?:groups?|organi[sz]ations?|gangs?|factions?))"
    r"|(?-i:(?!(?:Parliament|Congress|Party|Council|Senate|Union|House|Assembly|Cabinet|Board)\b)[A-Z][\w-]+ (?:militants?|fighters?|rebels?|insurgents?|commanders?)))\b",
    re.IGNORECASE,
)

UNARMED: Final = re.compile(
    r"\b(?:civilians?|people|persons?|residents?|villagers?|townspeople|inhabitants|farmers?|farmworkers?|peasants?|campesinos?|labou?rers?|workers?|employees|teachers?"
    r"|students?|pupils|schoolchildren|wom[ae]n|children|child|girls?|boys?|bab(?:y|ies)|m[ae]n|youths?|youngsters|elders?|priests?|nuns?|jesuits?|monks?|pastors?|imams?|clerics?"
    r"|bishops?|archbishops?|missionar(?:y|ies)|mayors?|councill?ors?|councill?or|councilm[ae]n|councilwom[ae]n|governors?|deput(?:y|ies)|senators?|congressm[ae]n|congresswom[ae]n"
    r"|ministers?|judges?|magistrates?|prosecutors?|attorneys?|lawyers?|journalists?|reporters?|newsm[ae]n|cameram[ae]n|photographers?|editors?|doctors?|nurses?|medics?|paramedics?"
    r"|aid workers?|volunteers?|candidates?|leaders?|activists?|unionists?|officials?|politicians?|businessm[ae]n|merchants?|ranchers?|landowners?|cattlem[ae]n|professors?|ambassadors?"
    r"|diplomats?|envoys?|consuls?|famil(?:y|ies)|couple|brothers?|sisters?|mother|father|wife|husband|sons?|daughters?|relatives|passengers?|drivers?|travell?ers|commuters|tourists?"
    r"|shoppers?|traders?|vendors?|herders?|shepherds?|fisherm[ae]n|miners?|worshippers?|mourners|refugees?|displaced|prisoners?|inmates?|indians?|natives|buses|bus|taxis?|houses?|homes?"
    r"|markets?|schools?|universit(?:y|ies)|church(?:es)?|mosques?|hospitals?|clinics?|embass(?:y|ies)|consulates?|newspapers?|radio stations?|offices?|banks?|hotels?|restaurants?|bars?"
    r"|shops?|farms?|plantations?|villages?|hamlets?|camps? for|settlements?|party headquarters|union headquarters|town halls?|convoy of (?:aid|food|trucks))\b",
    re.IGNORECASE,
)

PASSIVE_BEFORE: Final = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got)\s+(?:\w+ly\s+|also\s+|reportedly\s+|all\s+)*$", re.IGNORECASE
)
"""Right before a verb: what stands before it is hit."""

TARGET: Final = re.compile(
    r"^\W{0,3}(?:dead\W+|down\W+)?(?:on|against|at|of|upon|into)?\W*(?P<what>[^.;:!?]{0,60})"
)
"""Right after a verb or noun of attack: what is hit."""

DOER: Final = re.compile(r"\b(?:by|when|while|after|before|as|but|during|in an?)\b", re.IGNORECASE)
"""Where the words of what is hit end."""

ONE_SIDED: Final = re.compile(
    r"(?:ambush|assault|storm|fir(?:ed|ing)|fire (?:on|at)|shot at|opened|overr|besieg|laid siege|laying siege|harass|offens|raid|attack|laid into|fell (?:up)?on|set (?:up)?on|charg|rush|surpris|burst|came under|coming under)",
    re.IGNORECASE,
)
"""How a word of fighting begins that says what one side does: done to the unarmed it is an attack."""

BODILY: Final = re.compile(
    r"(?:kill|shot|shoot|fire|firing|gun|wound|beat|opened|sniper|hang|hung)", re.IGNORECASE
)
"""How a general word begins that says that people were hit, and not only things."""

POST: Final = re.compile(
    r"\b(?:garrisons?(?! town)|barracks|bases?|(?:military |army |police |command )?(?:out)?posts?|(?:military|army|police|naval) bases?|checkpoints?|police stations?|positions?|patrols?|convoys?|columns?|units?"
    r"|battalions?|detachments?|stations?)\b",
    re.IGNORECASE,
)
"""What belongs to an armed body and is no place of its own."""

_PARTY_MEN: Final = r"(?:party |youth |student )?(?:activists|supporters|cadres|workers|members|sympathi[sz]ers|fans|loyalists)"
CROWDS: Final = re.compile(
    rf"\b(?:{_PARTY_MEN}|students?|youths|villagers|residents|locals|fans|communit(?:y|ies)|worshippers|settlers|rioters|inmates|prisoners|detainees|vendors|traders|drivers|farmers|herders"
    r"|(?:two|rival|opposing) (?:\w+ )?(?:groups|factions|families|sides|villages))\b",
    re.IGNORECASE,
)
"""Who clashes without arms."""
ARMS: Final = re.compile(
    r"\b(?:armed|guns?|gun\w+|fire|fired|firing|shots?|shot|shoot\w*|rifles?|pistols?|bullets?|weapons?|grenades?|bombs?|explos\w+|mortars?|artillery|ambush\w*|soldiers?|troops|army|military"
    r"|police\w*|officers?|gendarm\w+|rangers|forces|militia\w*|militants?|rebels?|insurgents?|guerr?illas?|fighters?|combatants?|gangs?|cartels?|bandits?|terrorists?|jihad\w*|paramilitar\w+|traffick\w+|criminal\w*|mafia|vigilantes?|battalions?|brigades?)\b",
    re.IGNORECASE,
)
"""Beside these a clash is one of armed sides."""
CROWD_DOER: Final = re.compile(
    rf"\b(?:(?:a |the )?(?:(?:large |small |angry )?(?:group|crowd|mob|number)s? of|dozens of|hundreds of|some|several|angry|other) (?:[\w-]+ ){{0,2}}?(?:people|locals|residents|villagers|youths|students|workers|fans|supporters|relatives|traders|drivers|vendors|neighbou?rs|settlers|passers-by|persons|individuals)"
    rf"|(?:locals|residents|villagers|townspeople|neighbou?rs|bystanders|onlookers|fans|students|settlers)|{_PARTY_MEN} (?:of|from|affiliated|belonging))\b",
    re.IGNORECASE,
)
"""Where the doer stands: people without arms."""
