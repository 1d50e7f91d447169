"""Words of a sum: a toll of many incidents, or of a month, is the toll of no incident that is told beside it."""

import re
from typing import Final

_HEDGE: Final = r"(?:(?:about|some|around|nearly|over|at least|more than|a total of|the|these|those|all) )*"
_MANY: Final = (
    r"(?:[5-9]|[1-9]\d{1,3}|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|(?:twen|thir|for|fif|six|seven|eigh|nine)ty-\w+|(?:dozens|scores|hundreds) of)"
)
_KINDS: Final = r"(?:attacks|clashes|raids|bombings|explosions|shootings|battles|ambushes|strikes|air ?strikes|killings|assaults)"
OF_MANY: Final = re.compile(
    rf"\b(?:in|by|from|across|during) {_HEDGE}(?:(?!and\b|or\b)[\w-]+ ){{0,4}}(?:incidents|security events|episodes of violence)\b"
    rf"|\b(?:in|by|from|across|during) {_HEDGE}{_MANY} (?:(?!and\b|or\b)[\w-]+ ){{0,3}}{_KINDS}\b",
    re.IGNORECASE,
)
"""What a sum is over: "in eleven recorded incidents", "in incidents known to the agency", "in 19 attacks"."""

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?! \d{1,2}\b)"
)
OVER_A_PERIOD: Final = re.compile(
    rf"^\W*(?:in|during|over|throughout|between|for) (?:the )?(?:(?:whole|course|entire) )?(?:of )?(?:the )?"
    rf"(?:{_MONTH}|(?:(?:first|second|third|fourth|last|past|previous|reporting|same) )?(?:\w+ )?"
    r"(?:quarter|half|months?|years?|semester|period)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that tells of a month or more: "In the whole of June", "During the third quarter"."""

COMPARED: Final = re.compile(
    rf"^\W*(?:in all|in total|altogether|overall|all told)\b[^.;]{{0,90}}\b(?:in|during|over|since) (?:the )?(?:{_MONTH}|(?:past|last|whole|same|reporting) )"
    rf"|\b(?:in|during|over) (?:the (?:month|quarter|year) of )?(?:{_MONTH}|the (?:first|second|third|fourth|last) (?:quarter|half))\b[^.;]{{0,70}}"
    r"(?:,|\b(?:was|were)) (?:up|down|compared (?:to|with)|as against|against|after) (?:from )?\d",
    re.IGNORECASE,
)
"""Sums told in the sentence: "In all, 48 people died in May in the region", "31 died in May, up from 20"."""

_MONTHS: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"

OF_A_WAR: Final = re.compile(
    r"^\W*(?:(?:the|this|that|a|an) )?(?:[\w’'-]+ ){0,4}?(?:war|insurgency|rebellion|conflict)"
    r"(?=,| (?:which|that|in|on|of|between|against|has|have|had|there|now|with|since)\b)"
    r"[^.;]{0,80}\b(?:has|have|had) (?:\w+ ){0,3}?(?:killed|claimed|cost|displaced|uprooted|forced|driven|left)\b"
    r"|\b(?:every|each|per) (?:year|month)(?! (?:since|after|on|at|,))\b",
    re.IGNORECASE,
)
"""What a whole war has done, or what happens year by year: "The war, which began in 2023, has killed"."""

_MONTHS_FR: Final = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
)
_MONTHS_ES: Final = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_MONTHS_AR: Final = r"(?:يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين)"
_YEAR: Final = r"(?:19|20)\d\d"
CUMULATIVE: Final = re.compile(
    # English
    rf"\bsince (?:early |late |mid-?|last )?(?:{_MONTH}|{_YEAR}\b|(?:last )?year\b)"
    r"|\bsince (?:the )?(?:start|beginning|outbreak|outset|onset) of (?:the |this |last )?(?:\w+ )?(?:years?|months?|war|conflict|crisis|insurgency|uprising)\b"
    rf"|\bsince (?:the )?(?:start|beginning|outbreak|outset|onset) of (?:{_MONTH}|{_YEAR}\b)"
    r"|\bsince the (?:\w+ )?(?:war|conflict|crisis|insurgency|uprising) (?:began|started|erupted|broke)\b"
    r"|\b(?:so far|already|to date) this year\b|\bthis year alone\b"
    rf"|\bbetween (?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS} )?(?:\d{{4}} )?and (?:the )?\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}\b"
    rf"|\b(?:in|during|over) the first (?:\w+ )?(?:months?|weeks|quarter|half) of (?:(?:the|this|last) year\b|{_YEAR}\b)"
    # French
    rf"|\bdepuis (?:{_MONTHS_FR}\b|{_YEAR}\b|(?:le )?debut (?:de l['’]annee|de {_YEAR}|du conflit|de la guerre|de la crise|de {_MONTHS_FR})\b)"
    # Spanish
    rf"|\bdesde (?:{_MONTHS_ES}\b|{_YEAR}\b|(?:el )?(?:inicio|comienzo)s? (?:del? )?(?:este )?(?:ano|conflicto|la guerra|la crisis|{_YEAR}|{_MONTHS_ES})\b"
    rf"|principios de (?:ano|{_YEAR}|{_MONTHS_ES})\b)|\ben lo que va (?:del? )(?:este )?(?:ano|{_YEAR})\b"
    # Arabic
    rf"|منذ (?:(?:بدايه|مطلع|بدء|اندلاع|اول) )?(?:(?:العام|السنه|عام|سنه|هذا العام|الحرب|النزاع|الصراع|الازمه)(?!\w)|(?:شهر )?{_MONTHS_AR}(?!\w))",
    re.IGNORECASE,
)
"""What is counted since a month or a year, or since a war began; to be searched in levelled text."""
