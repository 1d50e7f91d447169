"""Harm that nobody meant: crashes, collapses, fires, illness, animals; and words of war for what is none."""

import re
from typing import Final

_CRAFT: Final = (
    r"(?:(?:mini|school |tourist )?bus(?:es)?|minibus(?:es)?|coach(?:es)?|matatus?|taxis?|trucks?|lorr(?:y|ies)|cars?|vans?|pick-?ups?|vehicles?|jeeps?|motor(?:cycle|bike)s?|(?:fuel |oil |petrol )?tankers?|trailers?|convoys?"
    r"|trains?|locomotives?|trams?|carriages?|(?:air)?planes?|aircraft|airliners?|helicopters?|choppers?|jets?|gliders?|balloons?|ferr(?:y|ies)|boats?|ships?|dingh(?:y|ies)|canoes?|pirogues?|vessels?|trawlers?|rafts?|barges?|dhows?|cable cars?|lifts?|elevators?)"
)
_GOES_WRONG: Final = (
    r"(?:plung(?:ed|es|ing)|roll(?:ed|s|ing) (?:over|off|down)|overturn(?:ed|s|ing)|crash(?:ed|es|ing)|collid(?:ed|es|ing)|skidd(?:ed|ing)|veer(?:ed|s|ing)|swerv(?:ed|es|ing)|capsiz(?:ed|es|ing)|sank|sunk|sinking|sinks|derail(?:ed|s|ing)|jumped the (?:rails|tracks)"
    r"|(?:ran|run|running|slid|skidded|drove) off|ran aground|went (?:down|off|over)|going down|burst a ty?re|fell|falls|falling|tumbled|careered|careened|flipped|ditched|broke down|lost (?:control|power|its brakes)|(?:hit|struck|rammed into|smashed into|slammed into|ploughed into|plowed into) (?:an?|the) (?:\w+ )?(?:tree|wall|pole|pothole|truck|lorry|car|bus|van|train|barrier|mountain|hill(?:side)?|rock|reef|power line))"
)
MISHAP: Final = re.compile(
    rf"\b{_CRAFT}\b(?: [\w'’-]+){{0,6}}? {_GOES_WRONG}\b"
    rf"|\b{_CRAFT} (?:crash(?:es)?|accidents?|collisions?|smash|pile-?up|wreck|disasters?|roll-?over|sinkings?|derailments?|fires?)\b"
    r"|\b(?:road|traffic|rail|air|aviation|boating|ferry|mining|industrial|workplace|work|hunting|skiing|climbing|diving|maritime|highway) (?:crash(?:es)?|accidents?|collisions?|disasters?|mishaps?)\b"
    r"|\b(?:the|a|an|this|that|fatal|deadly|tragic|horrific|worst|freak) (?:accidents?|crash|mishaps?|collision|pile-?up|capsizing|derailment|shipwreck|rollover|roll-over)\b"
    r"|\bstamped(?:e|es|ed|ing)\b|\bcrowd (?:crush|surge)\b|\bcapsiz\w+|\bshipwrecks?\b|\bderailments?\b|\bcollisions? (?:between|of|with|involving)\b|\bcollid\w+ (?:with|near|in|on|head-on)\b"
    r"|\b(?:buildings?|bridges?|roofs?|walls?|dams?|tunnels?|stands?|grandstands?|scaffold(?:ing)?|cranes?|churches|church|mines?|pits?|quarr(?:y|ies)|balcon(?:y|ies)|ceilings?|floors?|blocks?|towers?|footbridges?) (?:\w+ ){0,2}?(?:collaps(?:e|es|ed|ing)|caved in|gave way|cave-ins?)\b|\b(?:collapse|cave-in) (?:of|at)\b|\bcollapsed (?:mine|building|bridge|roof|wall|tunnel)\b"
    r"|\b(?:due|owing|put down) to (?:over-?loading|overcrowding|a (?:short[- ]circuit|leak|technical (?:fault|failure)|faulty \w+))\b|\b(?:cooking|kitchen|cooker|stove|candle|domestic|camp) ?fires?\b|\bfires? (?:\w+ ){0,3}(?:caused|started|sparked) by (?:an? |the )?(?:\w+ )?(?:stove|candle|cooker|cooking|short[- ]circuit|lightning|wiring|lamp)\b"
    r"|\bheart (?:attacks?|failure)\b|\bcardiac arrest\b|\b(?:suffered|of|had|from) (?:a|an) (?:\w+ )?(?:stroke|aneurysm)\b|\bnatural causes\b|\b(?:food|alcohol|methanol|carbon monoxide|lead) poisoning\b|\b(?:drown(?:ed|ing)|swept away) (?:while|when|after|in a (?:pool|river|lake|well|pond))\b|\boverdos\w+"
    r"|\b(?:boiler|gas|tyre|tire|transformer|furnace|grain|silo|dust|mine|colliery|refinery|fireworks?|cylinder|pipeline|tanker|chemical|firework) (?:\w+ )?(?:explo(?:sion|ded|des)|blasts?|burst)\b"
    r"|\b(?:house|forest|market|factory|warehouse|hostel|dormitory|kitchen|hotel|nightclub|club|wild|bush|grass|brush|apartment|flat|hospital|school|shop|electrical) ?fires?\b|\b(?:died|killed|perished|dead|injured|hurt|burn(?:ed|t)) in (?:an?|the) (?:\w+ )?(?:fire|blaze)\b(?! ?fight)|\binferno\b|\b(?:the|a) (?:\w+ )?(?:blaze|fire) (?:at|in|on|swept|tore|ripped|broke out|which|that|gutted|destroyed|killed|has|had|was)\b|\bnot (?:an? (?:case of )?)?arson\b",
    re.IGNORECASE,
)
"""In the sentence: something went wrong that nobody aimed."""

BEASTS: Final = re.compile(
    r"\b(?:[Ee]lephants?|lion(?:s|ess|esses)?|leopards?|tigers?|(?:[Hh]ippo(?:s|potamus(?:es)?)?)|[Cc]rocodiles?|[Aa]lligators?|[Ss]harks?|bears?|wolves|wolf|[Hh]y(?:a?enas?)|buffalo(?:es)?|[Ss]tray dogs?|(?:[Ff]eral|[Ww]ild|[Rr]abid) (?:\w+ )?(?:dogs?|animals?|boars?)|dogs|[Ss]nakes?|[Cc]obras?|[Bb]ees|[Ww]asps|[Hh]ornets|[Bb]ulls?|[Cc]ows?|[Cc]amels?|[Bb]aboons?|[Mm]onkeys?|[Mm]osquitoes|[Ll]ocusts|[Jj]ellyfish|[Ss]corpions?)"
    r"(?: [\w'’-]+){0,4}? (?:kill(?:ed|s|ing)?|trampl(?:ed|es|ing)|maul(?:ed|s|ing)?|attack(?:ed|s|ing)?|gor(?:ed|es|ing)|bit|bites?|bitten|stung|charg(?:ed|es|ing)|devour(?:ed|s|ing)|savag(?:ed|es|ing)|raid(?:ed|s|ing)?|invad(?:ed|es|ing)|destroy(?:ed|s|ing)|injur(?:ed|es|ing)|wound(?:ed|s|ing)|stamped\w+|swarm\w+)\b"
    r"|\b(?:trampled|mauled|bitten|gored|attacked|killed|stung|eaten|savaged|crushed) (?:to death )?by (?:an? |the )?(?:\w+ ){0,2}?(?:elephants?|lions?|lioness|leopards?|tigers?|hippo\w*|crocodiles?|alligators?|sharks?|bears?|wolves|wolf|hy(?:a?enas?)|buffalo(?:es)?|dogs?|snakes?|cobras?|bees|wasps|hornets|bulls?|cows?|camels?|boars?|baboons?|monkeys?|animals?)\b"
    r"|\btrampled to death\b|\b(?:shark|snake|crocodile|lion|bear|dog|elephant|wolf|tiger|leopard|animal) (?:attacks?|bites?|maulings?)\b"
)
"""In the sentence: animals did it. Who is called the Tigers or the Lions has a capital."""

FIGURATIVE: Final = re.compile(
    r"\b(?:bombard\w*|barrag\w+|blitz\w*|besieg\w+|flood\w+|assault\w*|attack\w*|pelt\w+|pepper\w*|shower\w+|hit|pound\w+)(?: [\w'’-]+){0,5}? (?:with|by|of) (?:\w+ ){0,3}?(?:advertis\w+|adverts?|ads|commercials|questions?|quer(?:y|ies)|calls|phone calls|messages?|texts?|e-?mails?|letters|complaints?|requests?|information|images|news|propaganda|slogans|offers|spam|criticism|insults|demands|tweets|posts|marketing|pop-ups|paperwork|bills|lawsuits|inflation|taxes|prices)\b"
    r"|\b(?:price|trade|tariff|bidding|ratings|browser|currency|culture|format|fare|chip|tug[- ]of|words?) wars?\b|\bwars? (?:of words|on (?:poverty|want|waste|graft|corruption|litter|obesity|cancer|inflation|plastic|rats))\b"
    r"|\bexplosions? (?:of|in) (?:colou?r|joy|interest|demand|growth|anger|laughter|applause|cases|numbers|popularity|tourism|sales|prices|debt)\b|\bpopulation explosion\b|\bbombshells?\b|\b(?:shot|fired) (?:to fame|into the lead|a (?:film|video|documentary)|up the charts)\b|\bcame under fire (?:for|over|from (?:critics|fans|mps|parents|unions|the opposition))\b",
    re.IGNORECASE,
)
"""In the sentence: words of war for trade, talk and growth."""

MEANT: Final = re.compile(
    r"\b(?:gunm[ae]n|militants?|rebels?|insurgents?|guerrillas?|jihad\w+|terror\w*|militia\w*|fighters?|gangs?|bandits?|extremists?|bomb(?!shell|ard)\w*|IEDs?|land ?mines?|(?:hit|struck|stepped on|over|on|detonated|by) (?:an? )?(?:\w+ )?mines?|explosives?|grenades?|rockets?|missiles?|drones?|air ?strikes?|strikes? (?:on|by)|shell(?:s|ed|ing|fire)|shot|shoot\w*|gun ?fire|gunshots?"
    r"|open(?:ed)? fire|ambush\w*|(?<!heart )(?<!panic )attack\w*|assail\w*|clash\w*|fighting|raid(?:s|ed|ers|ing)?|hijack\w*|torch(?:ed|ing)|set (?:\w+ ){0,4}?(?:on fire|ablaze|alight)|set fire|arson\w*|deliberate\w*|intentional\w*|on purpose|sabotag\w*|assault\w*|suicide|tear ?gas|stab\w*|abduct\w*|kidnap\w*|downed|brought down|murder\w*|massacre\w*|riot\w*|protest\w*|blown up|blew up|ramm(?:ed|ing) (?:\w+ ){0,3}?(?:into|crowds?)|drove into (?:a |the )?crowds?|invasion|offensive|arrest\w*|demonstrat\w*|looted?|looting|war planes?|warplanes?)\b",
    re.IGNORECASE,
)
"""Words of somebody's intent: beside them a crash may be no accident."""

NOT_MEANT: Final = re.compile(
    r"\b(?:not?|nor|without|neither|rul(?:ed|es|ing) out|excluded?|no (?:sign|evidence|indication|hint|suspicion) of)(?: (?:an?|any|the|it|case|of|sign|act|or|was|been))* (?:arson|terror\w*|sabotage|attack|bomb|deliberate|intentional|foul play|explosives?)\b(?:,? (?:or|nor|and) (?:arson|terror\w*|sabotage|attack|bomb))?",
    re.IGNORECASE,
)
"""Intent that is denied is none."""
