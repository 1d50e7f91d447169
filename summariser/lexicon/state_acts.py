"""A country, or the word for its people, before an act of war: its forces did it."""

import re
from typing import Final

_NAME: Final = r"(?P<who>(?:[A-Z][\w.’'-]*[\w.])(?: [A-Z][\w-]+){0,2})"
_ADVERBS: Final = (
    r"(?:(?:has|have|had|also|again|later|then|repeatedly|reportedly|earlier|on \w+day)\s+){0,3}"
)
_HITS: Final = r"(?:bomb(?:ed|s|ards|arded)|shell(?:ed|s)|struck|strikes|attack(?:ed|s)|invad(?:ed|es)|pound(?:ed|s)|targeted|raided|killed|assassinated|destroyed)"
_LETS_FLY: Final = r"(?:fir(?:ed|es)|launch(?:ed|es)|dropped|carried out|conducted|unleashed|sent|rained|lobbed) (?:[\w,-]+ ){0,5}?(?:missiles?|rockets?|drones?|bombs?|shells?|air ?strikes?|strikes?|raids?|attacks?|artillery|projectiles?|mortars?|warplanes?|jets?|barrages?|salvos?|offensive|assault|operation)"
_ACT: Final = rf"(?:{_HITS}|{_LETS_FLY})"
COUNTRY_ACTS: Final = re.compile(
    rf"\b{_NAME} (?:{_ADVERBS}{_ACT}|(?:said|says|claimed|claims|announced|confirmed|admitted|reported)(?: on \w+day)?(?: that)? (?:it|its \w+) {_ADVERBS}{_ACT})\b"
)
"""The country stands as the doer: "Russia fired missiles at", "Israel said it killed"."""
PEOPLES_ARMS: Final = re.compile(
    rf"\b{_NAME} (?:overnight |night |heavy |ground |naval |cross-border |deadly |fresh |new |separate |drone |missile |rocket |artillery |air |tank |precision )*"
    r"(?:air ?strikes?|airstrikes?|air raids?|strikes?|raids?|missiles?|drones?|rockets?|bombs?|bombing|bombings|bombardments?|shelling|shells?|shellfire|war ?planes?|fighter jets?|jets?|gunboats?|tanks?|artillery|invasion|offensive|attacks?|gunfire|fire|barrages?|helicopters?)\b"
)
"""The word for its people says whose arms they are: "Israeli strikes on"."""
BY_COUNTRY: Final = re.compile(
    rf"\b(?:bombed|shelled|struck|attacked|invaded|killed|fired|launched|hit|carried out|targeted|destroyed) (?:[\w'’-]+ ){{0,6}}?by {_NAME}\b"
)
"""A country after the "by" of a passive."""
THREATENS: Final = re.compile(
    r"\s+(?:has |have |had |also |again |on \w+day )*(?:threaten(?:ed|s)|vow(?:ed|s)|pledg(?:ed|es)|sw(?:ore|ears)|plan(?:ned|s)|prepar(?:ed|es)|promis(?:ed|es)|warned (?:that )?(?:it|they) (?:would|will)|said (?:it|they) (?:would|will))"
    r" (?:to )?(?:\w+ )?(?:attack|bomb|strike|shell|kill|storm|raid|invade|target|hit|seize|capture|overrun|march|assault|destroy|retaliate|avenge)"
)
"""Right after an armed body: what it says it will do."""

INTERVENES: Final = re.compile(
    r"(?: (?:forces?|officers?|units?|troops|agents?|personnel|members))?(?: (?:\w+ly|then|later|also|had|have|has|subsequently))* "
    r"(?:interven(?:ed|es|ing)|dispers(?:ed|es|ing)|us(?:ed|es|ing) (?:\w+ ){0,3}?(?:tear|gas|water|force|batons?|pepper|rubber|live)"
    r"|(?:fir|lobb|launch)(?:ed|es|ing) (?:\w+ ){0,3}?(?:tear ?gas|teargas|rubber|live|in|into|at|shots|warning|water)|opened fire|br(?:oke|eaks|eaking|oken) up"
    r"|arrest(?:ed|s|ing)|detain(?:ed|s|ing)|charg(?:ed|es|ing)|clear(?:ed|s|ing)|remov(?:ed|es|ing)|prevent(?:ed|s|ing)|block(?:ed|s|ing)|push(?:ed|es|ing)|beat)\b",
    re.IGNORECASE,
)
"""After a force that steps in where people protest."""
BY_FORCE: Final = re.compile(
    r"\b(?:dispers|arrest|detain|remov|clear|block|stopp|prevent|disrupt|interrupt|charg|beaten|broken up|pushed back|held back)\w* (?:\w+ ){0,3}?by (?:the )?(?:[A-Z]\w+ )?$",
    re.IGNORECASE,
)
"""Before it, in the passive."""
