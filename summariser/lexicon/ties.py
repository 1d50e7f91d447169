"""The prepositions, conjunctions and modals by which places and times are tied to what is told."""

import re

OF_SAYING = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:said|told \w+(?: \w+)?|announced|reported|wrote|confirmed|added|statement|stated|warned|denied|tweeted)(?: here| today)?(?: late| early)?\s*(?:on |in |, )?$",
    re.IGNORECASE,
)

SEQUENCE = re.compile(
    r"\b(?:after|following|since|before(?! dawn| noon| midnight| daybreak| sunrise| first light)|until|ahead of|prior to|but|while|whereas)\b|;",
    re.IGNORECASE,
)

DATELINE = re.compile(r"^[^.!?]{2,70}?(?:\([^)]{2,40}\)\s*)?\.?(?:--|[-–—])\s")
"""The day of a dateline is that of writing."""

NEGATION = re.compile(
    r"\b(?:no|not|without|never|neither|nor)\s+(?:\w+\s+){0,3}$|\bdenied\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)

ORIGIN = re.compile(
    r"\b(?:from|out of|left|leaving|fled|fleeing|abandoned|escaped|outside of)\s+(?:\S+\s+){0,5}$",
    re.IGNORECASE,
)

DESTINATION = re.compile(
    r"\b(?:to|into|towards?|reached|entered|crossed into|arrived (?:in|at))\s+(?:\S+\s+){0,5}$", re.IGNORECASE
)

LOCATIVE = re.compile(
    r"\b(?:in|at|near|on|around|outside|across|of|inside|within|from|to|into|over|against|between|through|toward|towards|for)"
    r"\s+(?:the\s+)?(?:\w+\s+){0,4}$"
    r"|\b(?:bombed|bombing|hit|hitting|struck|striking|shelled|shelling|attacked|attacking|targeted|targeting|captured|seized|retook|recaptured"
    r"|stormed|entered|reached|left|overran|besieged|rocked|retaken|pounded|fled)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)

SOON = re.compile(
    r"^(?:expected|due|set|scheduled|planned|plan|plans|planning|will|would|to be|going|intend|about|expressed)",
    re.IGNORECASE,
)

ARE_TO = re.compile(
    r"\b(?:is|are|was|were|am)\s+(?:\w+ly\s+|all\s+|also\s+|both\s+|now\s+|soon\s+)?to\s+(?:be(?:gin|\s+\w+ly)?\s+|start\s+)?$",
    re.IGNORECASE,
)
"""Right before a verb: it is planned. "They are to return", "were to be evacuated"."""

ONGOING = re.compile(
    r"\b(?:are|is|being|continu\w+|still|keep|have been|has been)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
