"""Which of the grammar's matches in running text are dates: the case of the letters, and the neighbours.

"The march reached Gaza", "he may return", "the Sunday Times" and "2019 people" all fit some pattern.
Each check here has its counter-example beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from summariser.abbreviations import is_abbreviation
from summariser.normalise.date_words import ENGLISH_MONTHS, SPANISH_WEEKDAYS, compiled, number_of

_PAPERS: Final = compiled(
    r"\s(?:times|telegraph|mail|express|mirror|herald|independent|post|tribune|world|star|vision|monitor|"
    r"standard|sun|nation|school|league|gras|agreement|accords?|mosque|market|club)(?!\w)"
)
_NAMED_DAYS: Final = compiled(
    r"(?:black|bloody|good|ash|easter|palm|super|holy|maundy|cyber|shrove|santo|giving|fat|fridays for) $"
)
_REPORTING: Final = compiled(
    r"(?:said|says|told \w+|reported|announced|confirmed|added|claimed|killed|died|resigned|fired|began|"
    r"ended|attacked|struck|met|arrived|warned|and|late|early|of) $"
)
_EVERY: Final = compiled(r"(?:every|each|any|per) $")
_SUPERLATIVE: Final = re.compile(
    r"(?:\b(?:first|worst|only|\w+est|most|least|record)\b[^.;:]{0,60})$", re.IGNORECASE
)
_CHANGED: Final = compiled(
    r"(?:rose|risen|grew|increased|fell|dropped|decreased|cut|raised|up|down|reduced) $"
)
_MONTH_NEEDS: Final = compiled(r"(?:in|during|throughout|as of|as at|dated|en|au|في) $")
_MONTH_DOES: Final = compiled(r"\s(?:brought|saw|a vu|a été|a connu|a apporté|trajo|vio|registró|شهد)(?!\w)")
"""Behind a month that is the subject: "September brought 30,150 newly displaced people"."""
_YEAR_NEEDS: Final = compiled(r"(?:in|during|throughout|as of|en|في|dated) $")
_COUNT_ON: Final = compiled(r"\s*(?:to|-) \d")
_ORDINAL_ENDS: Final = compiled(
    r"\s*(?:[,.;:)]|$)|\s(?:and|when|at|in|near|by|that|with|after|before|as|but|while)(?!\w)"
)
_ORDINAL_DOES: Final = compiled(
    r"\s(?:(?:also|alone|then|reportedly) )?(?:killed|injured|wounded|displaced|left|forced|drove|destroyed|"
    r"damaged|hit|struck|saw|sent|uprooted|claimed|caused|cost|cut|hurt|took) (?:an?|the|at|about|around|"
    r"some|more|over|nearly|almost|up|as|between|several|dozens|scores|hundreds|thousands|many|no|all|both|"
    r"[\w-]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|families|people|civilians|\d[\d,.]*)(?!\w)"
)
"""Behind a day that ends the subject: "clashes on the 9th killed four". "The 9th wounded man" is no day."""
_NOT_NIGHT: Final = compiled(r"\s(?:curfew|stay|stays|success|sensation|bag|train|bus)(?!\w)")


def _before(match: re.Match[str], text: str) -> str:
    return text[max(0, match.start() - 80) : match.start()]


def _month_in_lower_case(match: re.Match[str], text: str) -> bool:
    """ "On the 2 may" and "in march": English writes its months with a capital."""
    words = re.findall(r"[^\W\d_]+", text[match.start("body") : match.end("body")])
    months = [word for word in words if word.lower() in ENGLISH_MONTHS]
    return any(word.islower() for word in months)


def _has_year(words: str) -> bool:
    return re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", words) is not None


def _day(match: re.Match[str], text: str) -> bool:
    return _has_year(match["body"]) or not _month_in_lower_case(match, text)


def _month(match: re.Match[str], text: str) -> bool:
    groups = match.groupdict()
    if _has_year(match["body"]):
        return True
    if _month_in_lower_case(match, text):
        return False
    if (
        groups.get("some")
        or groups.get("part")
        or groups.get("which")
        or groups.get("after")
        or groups.get("yearly")
    ):
        return True
    # "March" and "Mars" alone are marches, surnames and planets: a bare month needs its preposition.
    if _MONTH_NEEDS.search(match["lead"] or "") is not None:
        return True
    return not match["lead"] and _opens(match, text) and _MONTH_DOES.match(text, match.end()) is not None


def _opens(match: re.Match[str], text: str) -> bool:
    """Whether a phrase opens its sentence: "Gen. March saw them" is of a man."""
    before = _before(match, text).rstrip(" ")
    if before.endswith("."):
        return not is_abbreviation(before[:-1], match["body"])
    return not before or before[-1] in "\n•"


def _year(match: re.Match[str], text: str) -> bool:
    if _CHANGED.search(_before(match, text)) or _COUNT_ON.match(text, match.end()):
        return False
    if match.groupdict().get("part") or re.search(r"[^\W\d]", match["body"]):
        return True
    return _YEAR_NEEDS.search(match["lead"] or "") is not None


def _weekday(match: re.Match[str], text: str) -> bool:
    before, lead = _before(match, text), match["lead"] or ""
    word = text[match.start("w") : match.end("w")]
    if _PAPERS.match(text, match.end()) or _NAMED_DAYS.search(before + lead) or _EVERY.search(before):
        return False
    # Santo Domingo, Domingo Cavallo: Spanish writes its weekdays small.
    if word.lower() in SPANISH_WEEKDAYS and not word.islower():
        return False
    if word.islower():
        return True  # "ont attaqué lundi Gao"
    followed = re.match(r"\s+([A-Z]\w+)", text[match.end() : match.end() + 40])
    if not followed or lead or match["which"] or match["after"] or match["body"].lower() != word.lower():
        return True
    # "Sunday Igboho was arrested" is a man; "officials said Sunday Israeli jets..." is a day.
    return followed[1].lower() in ENGLISH_MONTHS or _REPORTING.search(before) is not None


def _near(match: re.Match[str], text: str) -> bool:
    word, before = text[match.start("near") : match.end("near")], _before(match, text)
    if word.istitle() and re.search(r"[A-Z]\w*\s+$", before) and not before.rstrip().endswith("."):
        return False  # "Russia Today reported"
    if word.lower() == "mañana" and (
        re.search(r"\b(?:la|por|esta|una|cada)\s+$", before, re.IGNORECASE) or match["lead"]
    ):
        return False  # "por la mañana" is "in the morning"
    return not (word.lower() == "overnight" and _NOT_NIGHT.match(text, match.end()))


def _range(match: re.Match[str], text: str) -> bool:
    if _month_in_lower_case(match, text) and not _has_year(match["body"]):
        return False
    first = match.groupdict().get("a") or ""
    return (
        not first.isdecimal()
        or "-" in match["body"]
        or re.match(r"(?i)from|between|de|entre|بين|من", match["body"]) is not None
    )


def _one_sided(match: re.Match[str], text: str) -> bool:
    point = match["point"]
    if _month_in_lower_case(match, text) and not _has_year(point):
        return False
    if _PAPERS.match(text, match.end()) or _NAMED_DAYS.search(match["body"][: -len(point)]):
        return False
    # "About 2000 were killed" counts the dead.
    if point.isdecimal():
        return (
            not match["around"]
            and not _COUNT_ON.match(text, match.end())
            and not _CHANGED.search(_before(match, text))
        )
    return True


def _within(match: re.Match[str], text: str) -> bool:
    """ "The worst attack in years" and "rose by a tenth in one day" date nothing."""
    if (match.groupdict().get("n") or "").lower() in {"one", "1"} and match["body"].lower().startswith("in"):
        return False
    return _SUPERLATIVE.search(_before(match, text)) is None


def _for(match: re.Match[str], _: str) -> bool:
    """ "For weeks" reaches to now; "for 25 years" of prison says nothing about when."""
    return match["u"].lower().endswith("s") and (match["n"] is None or number_of(match["n"]) is None)


def _ordinal(match: re.Match[str], text: str) -> bool:
    """ "On the 16th, rebels fired": not "on the 16th floor", "the 17th century"."""
    the = "the " in text[match.start() : match.end()].lower()
    if not the or not match["lead"]:
        return False
    if _ORDINAL_ENDS.match(text, match.end()) is not None:
        return True
    return match["lead"].lower() == "on " and _ORDINAL_DOES.match(text, match.end()) is not None


def _hijri(match: re.Match[str], _: str) -> bool:
    """ "Ramadan al-Khatib said" is a man: a day, a year or the word "month" must stand beside it."""
    return any(match[group] for group in ("d", "y", "moon"))


_CHECKS: Final[Mapping[str, Callable[[re.Match[str], str], bool]]] = {
    "day": _day,
    "days": _day,
    "month": _month,
    "year": _year,
    "weekday": _weekday,
    "near": _near,
    "range": _range,
    "bare range": _range,
    "one-sided": _one_sided,
    "within": _within,
    "for": _for,
    "ordinal": _ordinal,
    "hijri": _hijri,
}


def is_date(rule: str, match: re.Match[str], text: str) -> bool:
    """Whether what a rule matched in the text is a date.

    Args:
        rule: The rule's name.
        match: With the groups `lead` (the preposition) and `body`, at the text's own offsets.
        text: The original text.
    """
    check = _CHECKS.get(rule)
    return check is None or check(match, text)
