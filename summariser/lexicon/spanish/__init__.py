"""The Spanish of wire news and situation reports."""

from typing import Final

from summariser.lexicon.spanish.events import EVENTS, NOT_AN_EVENT, OFF_TOPIC
from summariser.lexicon.spanish.humanitarian import FACTS
from summariser.lexicon.spanish.people import GROUPS, UNITS
from summariser.lexicon.spanish.tolls import NOT_A_TOLL, TOLLS
from summariser.lexicon.tongues import Tongue

SPANISH: Final = Tongue(
    cues={**EVENTS, **TOLLS, **FACTS, **OFF_TOPIC},
    not_an_event=NOT_AN_EVENT,
    not_a_toll=NOT_A_TOLL,
    groups=GROUPS,
    units=UNITS,
)
