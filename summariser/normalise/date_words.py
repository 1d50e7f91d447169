"""The words of dates in English, French, Spanish and Arabic: months, weekdays, numbers, units.

One table for all four languages: their words hardly ever collide, and an article quotes across
languages. Where they do collide with plain English ("may", "march", "second"), the finder decides
by the letters' case and by what stands around; see `date_finding`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from summariser.normalise.word_lists import listed

# One character for one character, so that offsets survive.
_LEVEL: Final = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹’‘ʼ´`–—‒‑−\u00a0\u202f\u2009\u200e\u200f\u061c،",
    "01234567890123456789'''''-----      ,",
)


def level(text: str) -> str:
    """The text with one kind of digit, apostrophe, dash, comma and space; same length, same offsets."""
    return text.translate(_LEVEL)


ENGLISH_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_OTHER_MONTHS: Final = (
    "janvier|enero|يناير|كانون الثاني|جانفي",
    "février|fevrier|febrero|فبراير|شباط|فيفري",
    "mars|marzo|مارس|آذار|اذار",
    "avril|abril|أبريل|ابريل|إبريل|نيسان|أفريل",
    "mai|mayo|مايو|أيار|ايار|ماي|مايس",
    "juin|junio|يونيو|يونية|حزيران|جوان",
    "juillet|julio|يوليو|يوليه|يوليوز|تموز|جويلية",
    "août|aout|agosto|أغسطس|اغسطس|غشت|آب|أوت",
    "septembre|septiembre|setiembre|سبتمبر|شتنبر|أيلول|ايلول",
    "octobre|octubre|أكتوبر|اكتوبر|تشرين الأول|تشرين الاول",
    "novembre|noviembre|نوفمبر|نونبر|تشرين الثاني",
    "décembre|decembre|diciembre|ديسمبر|دجنبر|كانون الأول|كانون الاول",
)
"""By language, and Arabic by region: Egypt and Gulf, Levant and Iraq, Algeria and Tunisia, Morocco."""
MONTHS: Final = ENGLISH_MONTHS | {
    name: number for number, names in enumerate(_OTHER_MONTHS, start=1) for name in names.split("|")
}

_WEEKDAYS: Final = (
    "monday|lundi|lunes|الاثنين|الإثنين",
    "tuesday|mardi|martes|الثلاثاء",
    "wednesday|mercredi|miércoles|miercoles|الأربعاء|الاربعاء",
    "thursday|jeudi|jueves|الخميس",
    "friday|vendredi|viernes|الجمعة",
    "saturday|samedi|sábado|sabado|السبت",
    "sunday|dimanche|domingo|الأحد|الاحد",
)
WEEKDAYS: Final = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split("|")}
SPANISH_WEEKDAYS: Final = listed("lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo")

_NUMBERS: Final = (
    "a|an|one|un|une|una|uno|واحد",
    "two|deux|dos|اثنين",
    "three|trois|tres|ثلاثة|ثلاث",
    "four|quatre|cuatro|أربعة|أربع",
    "five|cinq|cinco|خمسة|خمس",
    "six|seis|ستة|ست",
    "seven|sept|siete|سبعة|سبع",
    "eight|huit|ocho|ثمانية|ثماني",
    "nine|neuf|nueve|تسعة|تسع",
    "ten|dix|diez|عشرة|عشر",
    "eleven|onze|once",
    "twelve|douze|doce",
    "thirteen|treize|trece",
    "fourteen|quatorze|catorce",
    "fifteen|quinze|quince",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty|vingt|veinte",
)
NUMBERS: Final = {name: number for number, names in enumerate(_NUMBERS, 1) for name in names.split("|")}

_UNITS: Final = {
    "minute": "minutes|minute|minutos|minuto|دقائق|دقيقة",
    "hour": "hours|hour|heures|heure|horas|hora|ساعات|ساعة",
    "day": "days|day|jours|jour|días|dias|día|dia|أيام|يوما|يوم",
    "week": "weeks|week|semaines|semaine|semanas|semana|أسابيع|أسبوعا|أسبوع",
    "month": "months|month|mois|meses|mes|أشهر|شهور|شهرا|شهر",
    "year": "years|year|années|année|annees|annee|ans|an|años|año|anos|سنوات|أعوام|عاما|سنة|عام",
}
UNITS: Final = {name: unit for unit, names in _UNITS.items() for name in names.split("|")}
# Arabic says "two weeks" in one word.
PAIRS: Final = {
    "يومين": "day",
    "أسبوعين": "week",
    "شهرين": "month",
    "عامين": "year",
    "سنتين": "year",
    "ساعتين": "hour",
}


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longest first so that "ans" is not read as "an"."""
    return "|".join(
        re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def month_of_word(word: str) -> int:
    """The month that a match of `MONTH` names, full or abbreviated."""
    return MONTHS[" ".join(word.lower().split()).rstrip(".")]


def number_of(word: str) -> int | None:
    """The number that a word or digits stand for; None for "few", "several" and anything else."""
    return int(word) if word.isdecimal() else NUMBERS.get(word.lower())


# Pieces of patterns. A space stands for any white space; `compiled` turns it into \s+.
_ABBREVIATIONS: Final = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
MONTH: Final = rf"(?:(?:{_ABBREVIATIONS})\.|(?:{any_of(MONTHS)})(?!\w))"
WEEKDAY: Final = rf"(?:{any_of(WEEKDAYS)})"
DAY: Final = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ero?|ro|\.?º)?)(?![\d.,]*\d)"
_UNITS_AR: Final = ["حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع"]
_FIRST_TEN: Final = [
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
]  # fmt: skip
_ORDINALS_AR: Final = [
    *_FIRST_TEN,
    *(f"ال{unit} عشر" for unit in _UNITS_AR),
    "العشرين",
    *(f"ال{unit} والعشرين" for unit in _UNITS_AR),
    "الثلاثين",
    "الحادي والثلاثين",
]
DAYS_IN_WORDS: Final = {name: number for number, name in enumerate(_ORDINALS_AR, start=1)} | {
    "primero": 1,
    "premier": 1,
}
"""Days of a month that are written out."""
HIJRI_MONTHS: Final = [
    "محرم", "صفر", "ربيع الأول", "ربيع الثاني", "ربيع الآخر", "جمادى الأولى", "جمادى الثانية",
    "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذي القعدة", "ذو الحجة",
    "ذي الحجة", "muharram", "mouharram", "safar", "rabi al-awwal", "rabi al-thani", "rajab",
    "sha'ban", "shaban", "ramadan", "shawwal", "dhul qadah", "dhu al-qadah", "dhul hijjah",
    "dhu al-hijjah",
]  # fmt: skip
"""Months of the Islamic calendar, whose days are not converted: it follows the sight of the moon."""
# "in 2019 people fled" may count people: a year is never read directly before something counted.
_COUNTED: Final = (
    "people|persons?|individuals|families|family|households?|homes?|houses?|buildings|shelters|tents|refugees|"
    "idps|displaced|dead|deaths|injured|wounded|cases|civilians|children|women|men|fighters|soldiers|troops|"
    "villages|towns|districts|localities|sites|camps|schools|hectares|acres|km|kilomet(?:re|er)s?|m|met(?:re|er)s?|"
    "miles|feet|tonnes?|tons?|dollars|euros|pesos|gmt|utc|hours|hrs|local time|personnes|familles|soldats|"
    "personas|familias|شخص"
)
YEAR: Final = rf"(?:(?:19|20)\d\d)(?![\d\w])(?![,.]\d)(?![^\S\t]+(?:{_COUNTED})(?!\w))"
"""Of the heads "1 March 2022 | IDPs 2 March 2022", the year counts nobody in the next cell."""
COUNT: Final = rf"(?:\d{{1,3}}|{any_of(NUMBERS)})"
UNIT: Final = rf"(?:{any_of(UNITS)})"
TIME_OF_DAY: Final = (
    "(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|"
    "matin|après-midi|soir|nuit|por la mañana|por la tarde|por la noche|en la noche|صباحا|مساء)"
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which a space means any run of white space."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)
