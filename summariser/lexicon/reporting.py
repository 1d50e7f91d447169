"""How a text speaks of violence: as something that happened, or as possible, general, counted, tried in court."""

import re
from typing import Final

_WORDS: Final = r"(?:[\w'’,-]+\s+)"
_PLAIN: Final = r"(?:[\w'’-]+\s+)"
"""A word of the same clause: no comma after it."""

POSSIBLE: Final = re.compile(
    r"\b(?:any|could|might|(?-i:may)|would|can|cannot|should|must|will|shall|if|unless|whether|in case(?: of)?|risk(?:s|ed|ing|ked)?(?: of)?"
    r"|fear(?:s|ed|ing|ful)?(?: of| that)?|possib(?:ility|le)(?: of)?|dangers? of|prospects? of|likelihood of|chances? of|potential(?: for)?"
    r"|avoid(?:ing|ed|s)?|prevent(?:ing|ed|s|ion)?(?: of)?|deter(?:s|ring)?|avert(?:ing)?|protect(?:ed|ing|ion|s)? (?:\w+ )?(?:from|against)"
    r"|prepar(?:e|ed|ing|ation|ations) (?:for|against)|ready (?:for|to)|readiness|alert (?:for|to|against|in view of)|defen[cs]e against"
    r"|capable of|able to|unable to|aim(?:s|ed|ing)? (?:at|to)|desire to|hop(?:e|es|ed|ing) to|refus(?:e|es|ed) to|stop(?:ped|s)?|suspend"
    r"|renounc\w+|abandon(?:ing)?|cease|halt(?:ing)?|an end to|put(?:ting)? (?:an )?end to|minimi[sz]e|reduce|combat(?:ing|t)?|fight against"
    r"|struggle against|war (?:on|against)|against|warn(?:ed|s|ing)? (?:of|against|that)|instead of|rather than|plan(?:s|ned)? for|way to"
    r"|would-be|what if|so-called|seek(?:s|ing)? to|(?:right|freedom) to|allow\w* to|permission to|how to|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|contemplat(?:es|ed|ing)|propos(?:es|ed|ing))\s+"
    + _WORDS
    + r"{0,3}$",
    re.IGNORECASE,
)
"""Shortly before the word: the event is feared, prevented, prepared for, not reported."""

INFINITIVE: Final = re.compile(r"\b(?:to|order to|for)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
"""Right before a verb in its plain form: what somebody means to do."""

TRIED: Final = re.compile(
    r"\b(?:tr(?:ied|ying) to|attempt(?:ed|ing)? to|attempts? (?:to|at)|failed to|bid to|an attempted|attempted|foiled|thwarted|abortive"
    r"|unsuccessful(?:ly)?|failed|botched|would-be)\s+" + _PLAIN + r"{0,3}$",
    re.IGNORECASE,
)
"""Shortly before the word: begun, and came to nothing."""

_FORTH: Final = r"(?:a|an|another|any|more|further|new|fresh|major|big|large|limited|possible|its|his|their|(?:air|drone|missile)(?=\s?strikes?))"
"""What opens the object of a plan: "plans a strike", not "the men who planned the strike"."""

TO_COME: Final = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were) (?:to|going to|due to|set to|about to|planning to|preparing to|plotting to|ready to)"
    r"|would (?:soon|next|now|then|also|be)|plan(?:s|ned|ning)? to|plott?(?:s|ed|ing)(?: to)?|prepar(?:es|ed|ing) to|intend(?:s|ed)? to|scheduled to|called for|call(?:s|ing)? for"
    rf"|(?:plan(?:s|ned|ning)?|prepar(?:e|es|ed|ing)|schedul(?:es|ed|ing)|intends?|envisag(?:es|ed|ing)) {_FORTH}"
    r"|next|upcoming|planned(?! the\b)|plans? (?:for|of)|going to)\s+" + _PLAIN + r"{0,3}$",
    re.IGNORECASE,
)
"""Shortly before the word: announced or planned."""

CARRIED_OUT: Final = re.compile(
    r"\b(?:carr(?:y|ies|ied|ying) out|launch(?:es|ed|ing)?|stag(?:es|ed|ing)|execut(?:es|ed|ing)|began|begun|beg(?:in|ins|inning)|conduct(?:s|ed|ing)?|mount(?:s|ed|ing)?|complet(?:es|ed|ing))"
    r"\s+(?:a|an|the|its|their|his)\s+(?:\w+\s+|\w+-)?planned\s+" + _PLAIN + r"{0,3}$",
    re.IGNORECASE,
)
"""Shortly before the word: planned, and done."""

ANNOUNCED: Final = re.compile(
    r"\b(?:announc|call|schedul)(?:e|es|ed|ing|s)\s+" + _PLAIN + r"{0,3}$", re.IGNORECASE
)
FOR_TIME: Final = re.compile(
    r"[^.;:,]{0,50}?\bfor (?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next|the coming|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)",
    re.IGNORECASE,
)
"""Before and after the word: "announced airstrikes on Goma for 20 March"."""

FOR_A_DAY: Final = re.compile(
    r"\s*(?:(?:on|against|in|at|of|near|by|for|to) (?:the )?(?:(?!the\b|an?\b)[\w'’-]+\s*){1,2}){0,2},?\s*(?:which |that )?(?:(?:is|are|was|were|had been|has been) )?"
    r"(?:(?:planned|scheduled|slated|foreseen) (?:for|on|to|at|next|in the coming|tomorrow|later)|(?:set|due|expected) (?:for|next|tomorrow|to (?:take place|begin|start|be held)))\b",
    re.IGNORECASE,
)
"""Right after the word: "the offensive, planned for Monday", "a march is scheduled for 5 May"."""

THREATENED: Final = re.compile(
    r"\b(?:threaten(?:s|ed|ing)? (?:to|with|that|him|her|them|the)|threats? (?:to|of)|vow(?:s|ed|ing) to|sw(?:ore|orn) to|warn(?:s|ed|ing)? (?:that )?(?:it|they|he|she)"
    r"|ultimatum|would)\s+" + _PLAIN + r"{0,4}$",
    re.IGNORECASE,
)
"""Shortly before the word: threatened."""

MASS: Final = re.compile(
    r"\b(?:acts? of|forms? of|waves? of|climate of|cycles? of|spirals? of|years? of|decades? of|months? of|weeks? of|history of|culture of|end of"
    r"|levels? of|spates? of|spread of|kinds? of|types? of|use of|series of|phenomenon of|problem of|issue of|cause of|causes of|victims of"
    r"|survivors of|theat(?:re|er) of|amid|despite|because of|due to|owing to|political|sectarian|communal|ethnic|domestic|gang|growing|rising"
    r"|continued|continuing|ongoing|recurrent|widespread|indiscriminate|increas(?:ed|ing)|renewed|frequent|regular|daily|repeated|sporadic"
    r"|persistent|constant|any|all|no|more|further|such|other|future|possible|alleged|similar|numerous|many|most|countless|subject to)\s+"
    + _WORDS
    + r"{0,2}$",
    re.IGNORECASE,
)
"""Shortly before a noun: violence as a general state of things."""

COUNTED_OVER_TIME: Final = re.compile(
    r"\b(?:since (?:the )?(?:beginning|start|outbreak|onset|\w+ (?:began|started)|early|late|mid-?|(?:19|20)\d\d|(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december)\b)|(?:thus|so) far (?:this|in) \w+|averag(?:e|es|ing)|(?:per|each|every|a) (?:day|week|month|year)\b"
    r"|between (?:19|20)\d\d and|from (?:19|20)\d\d to|(?:in|over|during|for) the (?:past|last|previous|first) (?:\w+ )?(?:weeks|months|years|decades?|quarter|half)"
    r"|annual(?:ly)?|statistics|interviewed|surveyed|respondents|crime figures|(?:crimes?|offences|burglaries|thefts|assaults|murders) (?:were )?(?:recorded|reported|fell|rose|down|up)|per ?cent of|a total of \d+ \w+ (?:have|had) been|in recent (?:weeks|months|years)|this year alone|over (?:\w+ )?(?:years|decades|months)"
    r"|during (?:the )?(?:same )?(?:period|month)|in the (?:same )?period|more than \w+ years|(?:years|months) of|since it began|(?:since|in) (?:19|20)\d\d"
    r"|(?:in|of|from) (?:\w+ ){0,3}(?:documented|recorded|registered|verified|known) (?:\w+ )?(?:incidents|attacks|cases|events)|(?:incidents|attacks|cases) (?:documented|recorded|registered|verified|known to)"
    r"|of (?:the )?(?:war|conflict|insurgency|rebellion|campaign|armed struggle) (?:began|started))",
    re.IGNORECASE,
)
"""In the sentence: a sum over months and years."""

IN_COURT: Final = re.compile(
    r"\b(?:accused of|charg(?:ed|es) (?:with|of|for|against)|convict(?:ed|ion)s?|sentenc(?:ed|es|ing)?|trials?|tried (?:for|in)|indict(?:ed|ment)s?|prosecutors?"
    r"|extradit\w+|courts?|tribunals?|judges?|lawsuits?|penalt(?:y|ies)|prison terms?|amnest(?:y|ied)|bills?|legislation|penal code|laws?|pleaded|lawyers?"
    r"|verdicts?|acquitt\w+|testif\w+|hearings?|imprisonment|autops(?:y|ies)|inquir(?:y|ies)|inquest|investigat(?:e|ion|ions|ing|ors?)|warrants?)\b",
    re.IGNORECASE,
)
"""In the sentence: what is said of an act before a judge, mostly an old one."""

ALLUDES: Final = re.compile(
    r"\b(?:accus(?:ed|es|ing) (?:\w+ ){0,3}of|charged with|convicted of|wanted for|blamed for|suspected of|(?<!claims )(?<!claimed )(?<!claiming )responsibility (?:in|for)|responsible for|involv(?:ed|ement) in"
    r"|linked (?:to|with)|related to|connection with|connected (?:to|with)|implicated (?:\w+ ){0,3}in|part(?:icipat\w+)? in|investigat\w+(?: of| into)?|inquiry into"
    r"|cases? (?:of|such as)|condemn(?:ed|s|ing|ation)?(?: of)?|denounc(?:ed|es|ing)|deplor(?:ed|es|ing)|reject(?:ed|s|ing)?|protest(?:ing|ed)? (?:against|at)?"
    r"|comment(?:s|ed|ing)? on|discuss(?:ed|ing)?|issues? of|such as|like|reminiscent of|similar to|memory of|anniversary of|following|after|before|since|during)\s+"
    + _WORDS
    + r"{0,3}$",
    re.IGNORECASE,
)
"""Shortly before a noun: the act is known, and something else is told of it."""

HABIT: Final = re.compile(
    r"\b(?:every (?:day|night|week|month|year)|daily|weekly|often|always|usually|regularly|frequently|constantly|repeatedly|routinely|sometimes|from time to time"
    r"|on several occasions|time and again|generally|traditionally|almost never|used to|are being|keeps? (?:on )?\w+ing|tends? to)\b",
    re.IGNORECASE,
)
"""In the sentence: what happens again and again."""

WEAPON: Final = re.compile(
    r"(?:\w+[ -])?(?:bombs?|grenades?|mines?|explosives|dynamite|rockets?|missiles?|mortars?(?: rounds| shells)?|artillery|projectiles?|howitzers?|shells?"
    r"|molotov cocktails?|explosive (?:devices?|charges?)|(?:sticks?|charges?|cartridges?) of \w+|rocket-propelled grenades?|RPGs?|improvised explosive(?: devices?)?"
    r"|IEDs?|unexploded \w+|booby[ -]traps?|gunfire|live (?:ammunition|rounds))",
    re.IGNORECASE,
)
"""A cue that only names a weapon."""

DRONE: Final = re.compile(
    r"(?:[\w-]+ ){0,3}(?:drone|uav|quadcopter|loitering munition|aircraft|unmanned aerial vehicle)",
    re.IGNORECASE,
)
"""A cue that names one thing that flies: where it was brought down, it struck nobody; of many some get through."""
ANSWERED: Final = re.compile(
    r"^\W*(?:(?:the |local |several |\w+ )?(?:police|polic\w+|authorities|security forces|officers|soldiers|troops|gendarmes|forces|guards|army)\b"
    r"|(?:the |an? |one |two |three|four|five|six|some |at least |both |all )*(?:\d+ |\w+ )?(?:suspects?|attackers?|assailants?|perpetrators?|gunm[ae]n|culprits?|protest\w+|demonstrators?|rioters?|participants?|marchers?|driver|of them)\b"
    r"|they\b|(?:at least |about )?(?:\d+|\w+) (?:people )?(?:were )?(?:arrested|detained|held))",
    re.IGNORECASE,
)
"""How a sentence begins that goes on with what was done about an event: who answers, or those who took part."""
SOMEBODY_HIT: Final = re.compile(
    r"(?:shot|killed|beaten|stabbed|wounded|injured|murdered|hacked|killing|found dead)\b", re.IGNORECASE
)
"""How a cue begins that only says that somebody was hit."""

USED: Final = re.compile(
    r"\b(?:explo\w+|detonat\w+|went off|blast\w*|blew|blown|hit|hits|hitting|struck|strik\w+|land(?:ed|ing)|fell|fall(?:ing|en)?|kill\w*|wound\w*|injur\w+|maim\w+|fired|firing|launch\w+"
    r"|thr(?:ew|own)|hurl\w+|lobb\w+|toss\w+|dropp\w+|plant\w+|plac(?:ed|ing)|laid|lay|left|destroy\w+|damag\w+|shatter\w+|rock(?:ed|ing)|shook|attack\w*|pound\w+|shell\w+|rain\w+"
    r"|set off|trigger\w+|died|dead|demolish\w+|wreck\w+|lost|tore|ripp\w+|dynamit\w+|defus\w+|deactivat\w+|aimed|targeted|used|salvos?|barrages?|burst|misfir\w+|sent)\b",
    re.IGNORECASE,
)
"""What is told of a weapon that was used."""

STORED: Final = re.compile(
    r"\b(?:seiz\w+|confiscat\w+|captur\w+|found|recover\w+|discover\w+|carr(?:y|ied|ying)|arm(?:ed|s) with|equipped with|possess\w*|arsenals?|caches?|stor(?:e|ed|ing|age)|material for|making"
    r"|manufactur\w+|purchas\w+|suppl(?:y|ied|ies)|smuggl\w+|train(?:ed|ing)|deliver(?:y|ies|ed)|pictures? of|including|deactivat\w+|clear(?:ed|ing|ance)|range|type)\s+"
    + _WORDS
    + r"{0,8}$",
    re.IGNORECASE,
)
"""Before a weapon: it was found, carried, made or shown, not used."""

DEFINITE: Final = re.compile(
    r"\b(?:the|this|that|these|those|his|her|their|its|such)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""Right before a noun: an act that has been told of already."""

ONE: Final = re.compile(
    r"\b(?:an?|one|two|three|four|five|another|several|a (?:series|string|number) of|fresh|new|heavy|fierce|the (?:first|second|third|latest|most recent))\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Right before a noun: an act that is told of now."""

THREATS: Final = re.compile(
    r"(?:death )?threat|vow|swor|promis|(?:would|will|is|are|was|were|be|you.re|they.re) next", re.IGNORECASE
)
"""A cue that is itself a threat."""

FAILED: Final = re.compile(
    r"\b(?:misfir\w+|fail(?:ed|s|ing) to (?:explode|detonate|go off|reach)|did not (?:explode|detonate|go off)|defus\w+|deactivat\w+|made safe|malfunction\w+"
    r"|before (?:it|they) could (?:explode|be (?:detonated|used))|minutes before (?:it|they) (?:was|were)|tr(?:ied|ying) to (?:kill|blow up|bomb|attack|plant))\b",
    re.IGNORECASE,
)
"""Beside a weapon: it did not do what it was laid for."""

NATURE: Final = re.compile(
    r"\b(?:floods?|flooding|flooded|floodwaters?|rivers?|creeks?|rain(?:s|fall|storms?)?|downpours?|winds?|gusts?|storms?|cyclones?|hurricanes?|typhoons?|tornado(?:es)?|earthquakes?"
    r"|quakes?|tremors?|aftershocks?|volcano\w*|volcanic|ashfall|lava|eruptions?|erupt(?:ed|ing)|landslides?|mudslides?|droughts?|wildfires?|bushfires?|blazes?|cholera|measles|malaria"
    r"|ebola|epidemics?|outbreaks?|virus|diseases?|tides?|tidal|surges?|levees?|sandbags?|snow(?:fall|storms?)?|avalanches?|tsunamis?|heatwaves?|waves?|water level|magma|phreatic)\b",
    re.IGNORECASE,
)
"""Weather, water, fire and illness, which do what armies do in the words of reporters."""

SPOKEN: Final = re.compile(r"\b(?:I|we|our|us|you|your|my)\b(?! ?\.)|\bI['’]", 0)
"""Somebody speaks of himself: talk about events rather than a report of one."""

ELSEWHERE: Final = re.compile(
    r"^\W*(?:meanwhile|elsewhere|separately|in (?:a|an|another|other) (?:separate|different|second|other|similar|unrelated)?\s*\w*\s*(?:attack|incident|action|raid|operation|development|ambush|bombing|case|area|part)s?"
    r"|in (?:another|a separate|other)|(?:further|farther) (?:north|south|east|west)|on the other hand|on the same (?:day|night)|that same (?:day|night)|hours (?:later|earlier)|(?:minutes|an hour) (?:later|earlier))\b",
    re.IGNORECASE,
)
"""The sentence goes over to something else."""

ANOTHER: Final = re.compile(
    r"\b(?:another|a (?:second|third|fourth|separate|different|similar|further)|(?:the )?(?:second|third|fourth) (?=attack|bomb|explosion|blast|incident)|the other|other)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Right before a noun: one more of the kind."""

ONE_MORE: Final = re.compile(r"(?:another|second|third|fourth|fifth|other)\b", re.IGNORECASE)
"""The first word of a cue that is one more of the kind."""

YET_TO_BE: Final = re.compile(
    r"\b(?:will|shall|may|might|could|would|(?:is|are) to|due|expected|scheduled|planned|set) "
    r"(?:[^\s.,;:]+ ){0,8}$",
    re.IGNORECASE,
)
"""Before a day: "they may be allowed home on Thursday" says nothing of the day of what happened."""

THE: Final = re.compile(
    r"(?:\b(?:the|this|that|these|those|el|la|los|las|est[ea]|es[ea]|dich[oa]|la|le|les|cet|cette|ce)\s+"
    r"(?:(?:alleged|reported|supposed|deadly|fatal|latest|recent|presunto|mortífero|prétendue?|présumée?)\s+)?"
    r"|l['’]|(?<!\w)(?:[وفبل])?ال(?:\w+\s+)?)$",
    re.IGNORECASE,
)
"""Right before what was told of before: "the strike", "l'attaque", "الغارة"."""
