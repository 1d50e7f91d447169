"""Who or what is hit: words by which an attack on the unarmed is told from a fight between armed sides."""

import re
from typing import Final

ARMED: Final = re.compile(
    r"\b(?:soldiers?|troops?|troopers?|police(?:m[ae]n|wom[ae]n)?|(?:police|army|military|security) (?:officers?|personnel|agents?|forces?|men|units?|guards?)"
    r"|(?:national |civil |border |republican |palace |prison |security )?guards?(?:m[ae]n)?|gendarmes?|carabineros?|rangers|constables?|corporals?|sergeants?"
    r"|lieutenants?|marines|commandos?|conscripts|recruits|servicem[ae]n|guerr?illas?|rebels?|militants?|insurgents?|fighters?|militia(?:m[ae]n)?|jihadists?|jihadis"
    r"|terrorists?|subversives|paramilitar(?:y|ies)|bandits?|gang members|gunm[ae]n|combatants|peacekeepers?|patrols?|garrisons?|barracks|military bases?|army bases?"
    r"|outposts?|checkpoints?|command posts?|positions?|battalions?|brigades?|columns?|army|units?|(?:military|army|armou?red|police) (?:convoys?|vehicles?|posts?|columns?)"
    r"|members of the (?:army|police|national guard|security forces)|police stations?|civil defen[cs]e|self-defen[cs]e|vigilantes?)\b",
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
