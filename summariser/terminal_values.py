"""Figures, times, places and actors in words, for the page in the terminal."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from summariser.normalise.place_tables import country_name
from summariser.number_words import HEDGES, number
from summariser.schemas import Actor, Claimant, DisplacementFigure, Figure, Place, When
from summariser.schemas.codebooks import (
    ActorKind,
    Cause,
    Certainty,
    DatePrecision,
    DisplacementTerm,
    GeoPrecision,
    Measure,
    MovementStatus,
    PopulationGroup,
)
from summariser.schemas.figures import VAGUE
from summariser.schemas.results import Origin
from summariser.terminal_text import quoted, shown

_ORIGINS: Final = {
    "page_markup": "the page’s markup",
    "pdf_metadata": "the PDF’s metadata",
    "docx_properties": "the file’s properties",
    "mail_header": "the mail’s header",
}
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COUNT_NOUNS: Final = frozenset({Measure.STRIKES, Measure.MUNITIONS, Measure.PARTICIPANTS, Measure.OTHER})
"""Measures whose counted noun says it all: "20 air raids", not "20 strikes · air raids"."""
_TERMS: Final = {
    DisplacementTerm.SHELTERED: "sheltered or in need of shelter",
    DisplacementTerm.IN_RELIEF_CAMP: "in a relief camp",
    DisplacementTerm.DESTROYED_HOUSING: "housing destroyed",
    DisplacementTerm.PARTIALLY_DESTROYED_HOUSING: "housing damaged",
    DisplacementTerm.UNINHABITABLE_HOUSING: "housing uninhabitable",
    DisplacementTerm.OTHER: "moved (term not in the list)",
}
_GROUPS: Final = {
    PopulationGroup.ELDERLY: "elderly people",
    PopulationGroup.DISPLACED: "displaced people",
    PopulationGroup.DISABLED: "people with disabilities",
    PopulationGroup.MINORITIES: "members of minorities",
}
_PLAIN_WORD: Final = re.compile(r"[^\W\d_]+(-[^\W\d_]+)?")
"""A number in one word ("seven", "forty-one"): repeating it behind its figure tells nobody anything."""
_GEO: Final = {
    GeoPrecision.NEAR: "near it",
    GeoPrecision.ADMIN: "region only",
    GeoPrecision.COUNTRY: "country only",
    GeoPrecision.UNRESOLVED: "not located",
}


def words(term: str) -> str:
    """An enum's value as a reader would write it: ``side_a`` is ``side a``."""
    return term.replace("_", " ")


def day(value: date) -> str:
    """``Sun 16 Nov 2025``: with the day of the week, so that "on Sunday" can be checked at a glance."""
    return f"{_DAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]} {value.year}"


def quantity(figure: Figure) -> str:
    """The number as it was understood, and the article's words where they are not the same."""
    if figure.value is not None:
        read = HEDGES.get(figure.qualifier, "") + number(figure.value)
    elif figure.low is not None and figure.high is not None:
        read = f"{number(figure.low)} to {number(figure.high)}"
    elif figure.low is not None:
        read = f"at least {number(figure.low)}"
    else:
        read = f"at most {number(figure.high or 0)}"
    if figure.qualifier in VAGUE:
        return f"{quoted(figure.words.text)} ({read})"
    if _same(read, figure.words.text) or (
        figure.derived is None and _PLAIN_WORD.fullmatch(figure.words.text)
    ):
        return read
    return f"{read} ({quoted(figure.words.text)})"


def _same(read: str, text: str) -> bool:
    return read.replace(",", "").casefold() == "".join(text.split(",")).strip().casefold()


def noun(figure: Figure) -> str:
    """Who or what is counted: the article's noun, then group and affiliation where it leaves them open."""
    group = "" if figure.group in {None, PopulationGroup.PEOPLE} else words(str(figure.group))
    text = shown(figure.counted) if figure.counted else group_name(figure.group) if group else _unit(figure)
    if group.casefold() not in text.casefold():
        text += f" ({group})"
    if figure.affiliation and figure.affiliation.casefold() not in text.casefold():
        text += f" of {shown(figure.affiliation)}"
    return text


def group_name(group: PopulationGroup | None) -> str:
    """``displaced people``, ``women and children``."""
    return _GROUPS.get(group, words(group)) if group else ""


def _unit(figure: Figure) -> str:
    return "" if figure.unit == "other" else words(figure.unit)


def measured(figure: Figure, measure: Measure) -> str:
    """``41 killed · fighters``, or ``20 air raids``."""
    if measure in _COUNT_NOUNS:
        return f"{quantity(figure)} {noun(figure) or words(measure)}"
    return " · ".join(part for part in (f"{quantity(figure)} {words(measure)}", noun(figure)) if part)


def claimant(who: Claimant | None) -> str:
    """``Mustafa Bali (Syrian Democratic Forces)``."""
    if who is None:
        return ""
    name = shown(who.name)
    if who.affiliation and who.affiliation.casefold() not in who.name.casefold():
        return f"{name} ({shown(who.affiliation)})"
    return name


def according_to(who: Claimant | None) -> str:
    """``according to UNHCR``, or nothing."""
    return f"according to {claimant(who)}" if who else ""


def backing(figure: Figure) -> str:
    """Who says it and how sure the text is, and how it was derived where it was."""
    who = claimant(figure.claimed_by)
    certainty = {
        Certainty.STATED: f"according to {who}" if who else "stated by the article",
        Certainty.CONFIRMED: f"confirmed by {who}" if who else "confirmed",
        Certainty.CLAIMED: f"claimed by {who}",
        Certainty.ESTIMATED: f"estimated by {who}" if who else "an estimate",
        Certainty.DISPUTED: f"disputed, from {who}" if who else "disputed",
        Certainty.DENIED: f"denied by {who}",
    }[figure.certainty]
    if figure.derived:
        certainty += f" · derived: {shown(figure.derived.rule)}"
    return certainty + in_table(figure) + sure(figure.confidence)


def in_table(figure: Figure) -> str:
    """`` · table: “Abs”, “IDPs” (a total)``: the heads of its cell; nothing for what stands in no table."""
    cell = figure.evidence[0].cell
    if cell is None:
        return ""
    heads = ", ".join(map(quoted, cell.heads)) or quoted(cell.words.text)
    return f" · table: {heads}{' (a total)' if cell.total else ''}"


def sure(confidence: float | None) -> str:
    """`` · sure 0.82``; nothing where the way of asking has not been calibrated."""
    return "" if confidence is None else f" · sure {confidence:.2f}"


def movement(figure: DisplacementFigure) -> tuple[str, ...]:
    """The source's term, the status where it is not done, the cause where it is known."""
    return (
        _TERMS.get(figure.term, words(figure.term)),
        "" if figure.status is MovementStatus.OCCURRED else words(figure.status),
        "" if figure.cause is Cause.UNKNOWN else f"cause: {words(figure.cause)}",
    )


def journey(figure: DisplacementFigure) -> tuple[str, ...]:
    """Where people are, come from and go to."""
    named = (("in", figure.place), ("from", figure.origin), ("to", figure.destination))
    return tuple(f"{preposition} {spot(place)}" for preposition, place in named if place)


def when(value: When) -> str:
    """The words, the days they mean, and why they are open where they are."""
    said = quoted(value.words.text) if value.words else ""
    reason = f" ({shown(value.reason)})" if value.reason else ""
    if value.start is None and value.end is None:
        return f"{said} → left open{reason}" if said else f"not stated{reason}"
    return f"{said} → {_span(value)}{reason}"


def moment(value: When) -> str:
    """`when` for the middle of a line: nothing where the text gives no time."""
    return when(value) if value.words else ""


def _span(value: When) -> str:
    precision = {DatePrecision.DAY: "", DatePrecision.UNKNOWN: ""}.get(
        value.precision, f", to the {value.precision}"
    )
    if value.start is None:
        return f"until {day(value.end)}{precision}" if value.end else ""
    if value.end is None:
        return f"from {day(value.start)}, end open{precision}"
    if value.start == value.end:
        return day(value.start) + precision
    return f"{day(value.start)} to {day(value.end)}{precision}"


def country(code: str) -> str:
    """``Mali``; the code itself where no name is known for it."""
    return country_name(code)


def place(value: Place) -> str:
    """The words, what the gazetteer makes of them, and why it is less than a point on the map."""
    known = _known(value)
    said = quoted(value.words.text)
    if not known:
        text = said
    elif value.name == value.words.text:
        text = known
    else:
        text = f"{said} → {known}"
    parts = [text, _GEO.get(value.precision, "")]
    if value.lat is not None and value.lon is not None:
        parts.append(f"{value.lat:.2f}, {value.lon:.2f}")
    if value.reason:
        parts.append(shown(value.reason))
    return " · ".join(part for part in parts if part)


def spot(value: Place) -> str:
    """`place` for the middle of a line: the name and the country."""
    name = shown(value.name or value.words.text)
    if value.country is None or country(value.country) == name:
        return name
    return f"{name} ({country(value.country)}{_from_context(value)})"


def _known(value: Place) -> str:
    name = shown(value.name) if value.name else ""
    state = country(value.country) if value.country else ""
    parts = [name, shown(value.admin) if value.admin else "", state]
    # A country is its own name; a province may bear the name of its town, then it is said once.
    return ", ".join(dict.fromkeys(part for part in parts if part)) + _from_context(value)


def _from_context(value: Place) -> str:
    return ", country from context" if value.country_from == "context" else ""


def actor(value: Actor) -> str:
    """``Syrian Democratic Forces (“SDF”) · rebel group · Syria``."""
    name = shown(value.name)
    if value.words.text.casefold() != value.name.casefold():
        name += f" ({quoted(value.words.text)})"
    kind = "" if value.kind is ActorKind.UNKNOWN else words(value.kind)
    return " · ".join(part for part in (name, kind, country(value.country) if value.country else "") if part)


def by_whom(origin: Origin | None) -> str:
    """Who says so, where that is not the caller: " (by the PDF’s metadata)"."""
    told = _ORIGINS.get(origin or "caller")
    return f" (by {told})" if told else ""
