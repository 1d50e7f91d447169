"""The French of wire news and situation reports."""

from typing import Final

from summariser.lexicon.french.events import EVENTS, NOT_AN_EVENT, OFF_TOPIC
from summariser.lexicon.french.humanitarian import FACTS
from summariser.lexicon.french.people import GROUPS, UNITS
from summariser.lexicon.french.tolls import NOT_A_TOLL, TOLLS
from summariser.lexicon.tongues import Tongue

FRENCH: Final = Tongue(
    cues={**EVENTS, **TOLLS, **FACTS, **OFF_TOPIC},
    not_an_event=NOT_AN_EVENT,
    not_a_toll=NOT_A_TOLL,
    groups=GROUPS,
    units=UNITS,
)
