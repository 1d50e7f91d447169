"""The phrases that name one day, week, month or year: each rule is a pattern and how to read it.

The same patterns find dates in running text and read the words that a model gives back, so whatever
is found can be read, and what cannot be read is never offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from summariser.normalise import date_readers as readers
from summariser.normalise.date_calendar import Frame, ResolvedDate
from summariser.normalise.date_words import (
    COUNT,
    DAY,
    DAYS_IN_WORDS,
    HIJRI_MONTHS,
    MONTH,
    PAIRS,
    TIME_OF_DAY,
    UNIT,
    WEEKDAY,
    YEAR,
    any_of,
    compiled,
)

Reader = Callable[[re.Match[str], Frame], ResolvedDate]


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of date phrase.

    Attributes:
        name: What the finder's checks call it.
        pattern: With named groups; a space means any white space.
        read: From a match of the whole phrase to its days.
    """

    name: str
    pattern: str
    read: Reader

    def match(self, words: str) -> re.Match[str] | None:
        """A match of the whole phrase."""
        return compiled(self.pattern).fullmatch(words)


# "Beginning in March" starts something, "beginning of March" is a third of the month.
_PART: Final = (
    r"(?:(?P<part>(?:early|mid|late|début|mi|fin)(?= in | of | de | du |-| )"
    r"|(?:beginning|start|middle|end|first half|second half|milieu|"
    r"principios|comienzos|mediados|finales|fines)"
    r"(?= of | de | du | del )|(?:مطلع|أوائل|بداية|منتصف|أواسط|أواخر|نهاية)(?= ))"
    r"(?: of | in | de | du | del |-| )(?:the )?)"
)
_ON_WEEKDAY: Final = rf"(?:(?:يوم )?(?:{WEEKDAY}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,? )?"
_THIS_PART: Final = "this (?:very )?(?:morning|afternoon|evening)"
VAGUE: Final = (
    rf"{COUNT} (?:or|to|ou|o) {COUNT}|a few|few|several|some|many|a couple of|a number of|a handful of|"
    "quelques|plusieurs|unos|unas|varios|varias|algunos|algunas|عدة"
)
_WHICH: Final = (
    "(?P<which>last|this past|past|next|this coming|the coming|coming|upcoming|this|"
    "ce|este|el pasado|pasado|el próximo|próximo)"
)
# "On Friday last" is a Friday, "on Friday last week" is not read as one.
_AFTER: Final = (
    rf"(?P<after>{any_of(readers.PAST | readers.AHEAD)})"
    r"(?! (?:year|month|week|night|summer|winter|spring|autumn|fall)(?!\w))"
)
_OF_YEAR: Final = rf"(?:(?:,?\s*| of | de | del )(?P<y>{YEAR})| (?P<yearly>{any_of(readers.YEARLY)}))"

POINTS: Final = (
    Rule("iso", r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", readers.read_iso),
    Rule(
        "numeric",
        r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<yy>\d{4}|\d\d)",
        readers.read_numeric,
    ),
    Rule(
        "day",
        # A two-digit year only where the phrase ends: "on 5 May 20 people" holds no year.
        rf"{_ON_WEEKDAY}(?:the |le |el )?(?P<d>{DAY})\s*-?(?:of |de |من )?(?P<m>{MONTH})(?:\s*/\s*{MONTH})?"
        rf"(?:{_OF_YEAR}|(?: |-)'?(?P<yy>\d\d)(?=\s*(?:[,.;:()\n-]|$))| (?:dernier|pasado|الماضي)(?!\w))?",
        readers.read_day,
    ),
    Rule(
        "day in words",
        rf"{_ON_WEEKDAY}(?:le |el )?(?P<word>{any_of(DAYS_IN_WORDS)}) (?:de |من )?(?:شهر )?(?P<m>{MONTH})"
        rf"(?:\s*/\s*{MONTH})?{_OF_YEAR}?",
        readers.read_day,
    ),
    Rule(
        "hijri",
        rf"(?:(?P<d>{DAY}) )?(?:من )?(?P<moon>شهر )?(?P<h>{any_of(HIJRI_MONTHS)})(?!\w)"
        r"(?:,? (?:من )?(?:عام |سنة |لعام )?(?P<y>1[34]\d\d))?(?:\s?هـ|\s?AH(?!\w))?",
        readers.read_hijri,
    ),
    Rule("day", rf"{_ON_WEEKDAY}(?P<m>{MONTH}) (?:the )?(?P<d>{DAY}){_OF_YEAR}?", readers.read_day),
    Rule(
        "month",
        # "The first week of May" is left at the month: whose first week begins when differs.
        rf"(?P<some>(?:the )?(?:first|second|third|fourth|last|final|opening|closing) (?:{COUNT} )?"
        r"(?:week|weeks|days|weekend) of "
        r"|(?:la )?(?:première|deuxième|seconde|troisième|dernière) semaine (?:de |d'|du )"
        r"|(?:la )?(?:primera|segunda|tercera|última) semana (?:de |del )"
        r"|الأسبوع (?:الأول|الثاني|الثالث|الأخير) من )?"
        rf"(?:the )?{_PART}?(?:{_WHICH} )?(?:the )?(?:month of |mois de |mes de |شهر )?(?P<m>{MONTH})"
        rf"(?:\s*/\s*{MONTH})?(?:{_OF_YEAR}| {_AFTER})?",
        readers.read_month,
    ),
    Rule(
        "year",
        rf"(?:the )?{_PART}?(?:the )?(?:year |l'année |l'an |el año |عام |سنة )?(?P<y>{YEAR})",
        readers.read_year,
    ),
    Rule(
        "season",
        rf"(?:the |{_PART})?(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<y>{YEAR})",
        readers.read_year,
    ),
    Rule("ordinal", r"(?:the )?(?P<d>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))", readers.read_ordinal),
    Rule("decade", r"(?:the |early |mid-|late )?(?P<decade>(?:19|20)\d0)'?s", readers.read_year),
    Rule(
        "weekday",
        rf"(?:(?:early|late)(?: on)? )?(?:{_WHICH} )?(?:يوم )?(?P<w>{WEEKDAY})(?!\w)"
        rf"(?: {_AFTER})?(?: {TIME_OF_DAY})?",
        readers.read_weekday,
    ),
    Rule(
        "near",
        rf"(?:(?:early|earlier|late|later) )?(?P<near>{any_of(readers.NEAR)}|{_THIS_PART})(?!\w)"
        rf"(?: (?:يوم )?{WEEKDAY}(?!\w))?(?: {TIME_OF_DAY})?",
        readers.read_near,
    ),
    Rule(
        "unit",
        r"(?:(?P<part>earlier|later|early|mid|late|so far|thus far)(?: |-))?"
        r"(?P<which>last|next|this|this coming|cette|ce|esta|este) "
        r"(?P<u>week|month|year|weekend|semaine|mois|année|week-end|semana|mes|año|fin de semana)(?P<after>)",
        readers.read_unit,
    ),
    Rule(
        "unit",
        r"(?P<part>)(?P<which>)(?:la |le |l'|el )"
        r"(?P<u>semaine|mois|année|an|week-end|semana|mes|año|fin de semana) (?P<after>dernier|dernière|"
        r"derniere|prochain|prochaine|passé|pasado|pasada|próximo|próxima|que viene)",
        readers.read_unit,
    ),
    Rule(
        "unit",
        r"(?P<part>)(?:el |la |le )(?P<which>próximo|próxima|pasado|pasada|prochain|prochaine) "
        r"(?P<u>semana|mes|año|fin de semana|semaine|mois|week-end)(?P<after>)",
        readers.read_unit,
    ),
    Rule(
        "unit",
        r"(?P<part>)(?P<which>)(?:ال)(?P<u>أسبوع|شهر|عام|سنة) "
        r"(?P<after>الماضي|الماضية|المقبل|القادم|المقبلة|القادمة)",
        readers.read_unit,
    ),
    Rule("unit", r"(?P<part>)(?P<which>هذا|هذه) ال(?P<u>أسبوع|شهر|عام|سنة)(?P<after>)", readers.read_unit),
    Rule(
        "unit",
        r"(?P<part>مطلع|أوائل|بداية|منتصف|أواسط|أواخر|نهاية)(?P<which>) ال(?P<u>شهر|عام|سنة)"
        r"(?P<after>) (?:الجاري|الحالي|الجارية|الحالية)",
        readers.read_unit,
    ),
    Rule(
        "weekend",
        r"(?P<part>)(?P<which>)(?P<after>)(?:over |at |during )(?:the )(?P<u>weekend)",
        readers.read_unit,
    ),
    Rule(
        "unit end",
        r"(?:the )?(?P<part>end|beginning|start|middle) of (?:the |this )(?P<u>week|month|year)",
        readers.read_unit_end,
    ),
    Rule(
        "unit end",
        r"(?:à la |la |le |au )?(?P<part>fin|début|milieu) (?:du |de la |de l'|de ce |de cette )"
        r"(?P<u>mois|semaine|année)(?!\w)(?! (?:dernier|dernière|prochain|prochaine|passé|de|d'))",
        readers.read_unit_end,
    ),
    Rule(
        "unit end",
        r"(?:a )?(?P<part>fin|fines|finales|principios|comienzos|mediados) (?:del?|de la|de este|de esta) "
        r"(?P<u>mes|semana|año)(?!\w)(?! (?:pasad|próxim|que viene|de))",
        readers.read_unit_end,
    ),
    Rule(
        "unit end",
        r"(?P<part>مطلع|أوائل|بداية|منتصف|أواخر|نهاية) ال(?P<u>شهر|عام|سنة|أسبوع)(?!\w)"
        r"(?! (?:الماضي|المقبل|القادم|الجاري|الحالي))",
        readers.read_unit_end,
    ),
    Rule(
        "ago",
        rf"(?:(?:about|around|some|nearly|almost) )?(?:(?P<n>{COUNT}|{VAGUE}) )?(?P<u>{UNIT}) ago",
        readers.read_ago,
    ),
    Rule(
        "ago", rf"(?:il y a|hace|قبل|منذ) (?:(?P<n>{COUNT}|{VAGUE}) )?(?P<u>{UNIT})(?!\w)", readers.read_ago
    ),
    Rule("ago", rf"(?:قبل|منذ) (?P<pair>{any_of(PAIRS)})", readers.read_ago),
    Rule("feast", rf"(?P<feast>{any_of(readers.FEASTS)})(?:,? (?P<y>{YEAR}))?", readers.read_feast),
    Rule(
        "elsewhere",
        rf"(?:the|that|this)(?: very)? same (?:{TIME_OF_DAY}|day|week|weekend|month|year)"
        rf"|the (?:following|next|previous|preceding) (?:{TIME_OF_DAY}|day|week|weekend|month|year|{WEEKDAY})"
        r"|the (?:day|night|evening|morning) (?:before|after)"
        r"(?! (?:the|a|an|his|her|their|its|he|she|they|it)(?!\w))"
        rf"|that (?:very )?(?:{TIME_OF_DAY}|day|week|month|year)"
        rf"|(?P<count>(?:{COUNT}|{VAGUE}) )(?:{UNIT}) (?:later|earlier|afterwards?|beforehand|before|after)"
        r"|(?:hours|minutes) (?:later|earlier|afterwards|before)"
        r"|(?:le (?:sur)?lendemain|la veille|l'avant-veille|le même jour|le jour même|le soir même|ce jour-là"
        rf"|{COUNT} jours (?:plus tard|plus tôt|auparavant|après|avant)"
        r"|(?:al|el) día siguiente|al otro día|(?:el|la) (?:día|noche|tarde|mañana) anterior|la víspera"
        rf"|{COUNT} días (?:después|más tarde|antes)|el mismo día|esa (?:misma )?noche|ese (?:mismo )?día"
        r"|(?:في )?اليوم (?:التالي|السابق|نفسه|ذاته))",
        readers.read_elsewhere,
    ),
)
"""Every form, the more exact first: the first one that fits the whole phrase reads it."""
