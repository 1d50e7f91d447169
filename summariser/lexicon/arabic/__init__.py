"""The Arabic of wire news and situation reports; written here with or without vowel signs and hamzas."""

from typing import Final

from summariser.lexicon.arabic.events import EVENTS, NOT_AN_EVENT, OFF_TOPIC
from summariser.lexicon.arabic.humanitarian import FACTS
from summariser.lexicon.arabic.people import GROUPS, UNITS
from summariser.lexicon.arabic.tolls import NOT_A_TOLL, TOLLS
from summariser.lexicon.tongues import Tongue

ARABIC: Final = Tongue(
    cues={**EVENTS, **TOLLS, **FACTS, **OFF_TOPIC},
    not_an_event=NOT_AN_EVENT,
    not_a_toll=NOT_A_TOLL,
    groups=GROUPS,
    units=UNITS,
    before="[وف]?[سبلك]?(?:ال|لل)?",
    after="(?:ا|ه|ها|هم|هن|هما|نا|ت|تا|وا|ون|ين|ان|ات|تان|تين)?",
)
