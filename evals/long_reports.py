"""Situation reports of any length, made from a seed: for measuring how cost grows with length.

All that happens in them is made up, in real towns of north-east Nigeria. A report is built as such reports
are: highlights that repeat what counts most, a chapter a month with its period, a section a town with
incidents, flight, needs and help, each page under its running title. What is made is told too (`Made`), so
that what comes out can be held against it: every incident once, whoever repeats it.
"""

from __future__ import annotations

import calendar
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

WORDS_A_PAGE: Final = 450
_YEAR: Final = 2024
_TITLE: Final = "North-East Nigeria: Humanitarian Situation Report No. {number}, January to December 2024"
_TOWNS: Final = {
    "Borno State": (
        "Konduga", "Bama", "Gwoza", "Dikwa", "Monguno", "Damboa", "Chibok", "Biu", "Mafa", "Ngala",
        "Kukawa", "Magumeri", "Gubio", "Damasak", "Baga", "Marte", "Askira", "Benisheikh",
    ),
    "Yobe State": ("Damaturu", "Potiskum", "Gashua", "Geidam", "Gujba", "Nguru", "Buni Yadi", "Dapchi"),
    "Adamawa State": ("Yola", "Mubi", "Michika", "Madagali", "Hong", "Gombi", "Numan", "Ganye"),
}  # fmt: skip
_ATTACKERS: Final = ("Boko Haram fighters", "Gunmen", "Armed bandits", "ISWAP fighters", "Militants")
_SOURCES: Final = (
    "local officials", "the police", "the Borno State Emergency Management Agency", "residents",
    "aid workers", "the state governor", "the International Organization for Migration",
)  # fmt: skip
_INCIDENTS: Final = (
    "{who} attacked {town} on {day}, killing {dead} people and wounding {hurt}, {source} said.",
    "On {day}, {who_} raided a village near {town} and killed {dead} farmers; {hurt} others were injured.",
    "A suicide bomber blew himself up at a market in {town} on {day}, killing {dead} people and injuring "
    "{hurt}, according to {source}.",
    "A roadside bomb hit a minibus outside {town} on {day}. {Dead} people were killed and {hurt} wounded, "
    "{source} said.",
    "Shelling of {town} on {day} killed {dead} civilians and injured {hurt}, {source} reported.",
    "Soldiers clashed with {who_} in {town} on {day}; {dead} fighters were killed and {hurt} soldiers "
    "wounded, the army said.",
    "An air strike near {town} on {day} killed {dead} civilians and wounded {hurt}, {source} said.",
)
_FOLLOWED: Final = (
    "Houses were set on fire and cattle were taken.",
    "The dead were buried the same evening, and the market stayed closed for {few} days.",
    "Nobody claimed responsibility.",
    "The local authorities sent reinforcements and imposed a curfew.",
    "Witnesses spoke of columns of motorcycles that came from the bush after dark.",
)
_FLIGHT: Final = (
    "Some {people} people fled {town} to {other} in the days that followed.",
    "About {people} people were displaced from {town}, most of them women and children.",
    "At least {people} families arrived in {other} from {town} and villages around it.",
    "The camp in {other} now hosts {people} displaced people, {few} times what it was built for.",
    "{people} people returned to {town} from {other} after the road was cleared.",
)
_NEEDS: Final = (
    "Water: the two boreholes in {town} yield too little, and families queue for {few} hours.",
    "Health: the clinic in {town} has run out of medicines and has no midwife.",
    "Food: households in {town} have cut their meals to one a day.",
    "Shelter: {people} families in {town} sleep in the open and need tents before the rains.",
    "Education: classes in {town} are suspended, as the school is used by displaced families.",
)
_HELP: Final = (
    "The World Food Programme distributed rations to {people} people in {town}.",
    "UNICEF trucked water to {few} sites in {town}, and the Red Cross set up a mobile clinic.",
    "Humanitarian convoys were denied access to {town} for {few} days because of insecurity on the road.",
    "UNHCR gave blankets and mats to {people} families in {other}.",
)
_FILLERS: Final = (
    "Prices of millet and sorghum rose again in the markets of {state}.",
    "Partners in {town} met weekly to agree on who would cover which ward.",
    "The rains came late, and the harvest around {town} is expected to be below average.",
    "Rapid assessments are planned with the line ministries once the roads can be used.",
    "Mobile networks around {town} worked only at night.",
    "Funding for the plan in {state} stands below half of what was asked for.",
    "Monitoring teams could visit {few} of the wards of {town} during the month.",
    "Community leaders in {town} asked that boreholes be repaired before new ones are drilled.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """One incident of a made report.

    Attributes:
        town: Where.
        day: When.
        dead: How many were killed.
        hurt: How many were wounded.
        told: How often the report tells it.
    """

    town: str
    day: date
    dead: int
    hurt: int
    told: int = 1


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A made report.

    Attributes:
        text: Its text, pages under their running title.
        published: Its day of publication.
        incidents: What happens in it, each once.
    """

    text: str
    published: date
    incidents: tuple[Made, ...]


def made_report(pages: int, seed: int = 1) -> MadeReport:
    """A report of so many pages of ``WORDS_A_PAGE`` words.

    Args:
        pages: How long, to within a section.
        seed: Another gives another report.
    """
    dice = random.Random(f"{seed}:{pages}")  # noqa: S311 - no secret
    months = min(12, max(1, round(pages / 4)))
    sections: list[_Section] = []
    states = _order_of_towns(dice)
    for month in range(1, months + 1):
        share = pages * WORDS_A_PAGE * month / months * 0.93
        chapter = [f"{_month(month)} {_YEAR}\n\nPeriod: 1-{_last(month)} {_month(month)} {_YEAR}"]
        while sum(s.words for s in sections) < share:
            section = _section(dice, *next(states), month)
            section.parts[:0] = chapter
            chapter = []
            sections.append(section)
    incidents = [i for s in sections for i in s.incidents]
    worst = sorted(incidents, key=lambda i: (-i.dead, i.day))[: max(1, len(incidents) // 5)]
    highlights = ["Highlights", *(f"- {_told_again(dice, i)}" for i in worst)]
    title = _TITLE.format(number=seed)
    body = "\n".join(highlights) + "\n\n" + "\n\n".join("\n\n".join(s.parts) for s in sections)
    twice = set(map(id, worst))
    return MadeReport(
        f"{title}\n\n{_paged(body, title)}\n",
        date(_YEAR + 1, 1, 15),
        tuple(Made(i.town, i.day, i.dead, i.hurt, 2 if id(i) in twice else 1) for i in incidents),
    )


@dataclass(slots=True)
class _Section:
    parts: list[str]
    incidents: list[Made]

    @property
    def words(self) -> int:
        return sum(len(p.split()) for p in self.parts)


def _order_of_towns(dice: random.Random) -> Iterator[tuple[str, str]]:
    """Towns without end, each state's together and in an order of its own each time."""
    while True:
        for state, towns in _TOWNS.items():
            order = list(towns)
            dice.shuffle(order)
            yield from ((state, town) for town in order)


def _section(dice: random.Random, state: str, town: str, month: int) -> _Section:
    towns = [t for found in _TOWNS.values() for t in found if t != town]
    parts, incidents = [f"{town}, {state}"], []
    days = sorted(dice.sample(range(1, _last(month) + 1), dice.choice((1, 1, 2, 2, 3))))

    def filled(form: str, **more: object) -> str:
        known = {
            "town": town, "state": state, "other": dice.choice(towns), "few": dice.randint(2, 9),
            "people": f"{dice.randint(2, 99) * 10 ** dice.randint(1, 3):,}", "source": dice.choice(_SOURCES),
        }  # fmt: skip
        return form.format(**known, **more)

    for number in days:
        day = date(_YEAR, month, number)
        dead, hurt = dice.randint(2, 48), dice.randint(2, 70)
        who = dice.choice(_ATTACKERS)
        told = f"{day.day} {_month(month)} {_YEAR}"
        lines = [
            filled(
                dice.choice(_INCIDENTS), who=who, who_=_inside(who), day=told, dead=dead, Dead=dead, hurt=hurt
            ),
            *(filled(f) for f in dice.sample(_FOLLOWED, 2)),
        ]
        incidents.append(Made(town, day, dead, hurt))
        parts.append(" ".join(lines))
    parts.append(" ".join(filled(f) for f in (*dice.sample(_FLIGHT, 2), *dice.sample(_FILLERS, 2))))
    parts.append("\n".join(filled(f) for f in dice.sample(_NEEDS, 3)))
    parts.append(" ".join(filled(f) for f in (*dice.sample(_HELP, 2), *dice.sample(_FILLERS, 3))))
    return _Section(parts, incidents)


def _told_again(dice: random.Random, made: Made) -> str:
    day = f"{made.day.day} {_month(made.day.month)} {_YEAR}"
    form = dice.choice(
        (
            "{dead} people were killed and {hurt} injured in {town} on {day}.",
            "An attack in {town} on {day} killed {dead} people.",
            "Violence in {town} on {day} left {dead} people dead and {hurt} wounded.",
        )
    )
    return form.format(dead=made.dead, hurt=made.hurt, town=made.town, day=day)


def _paged(text: str, title: str) -> str:
    """The text with its running title between pages."""
    out: list[str] = []
    words = 0
    for block in text.split("\n\n"):
        if words >= WORDS_A_PAGE:
            out.append(title)
            words = 0
        out.append(block)
        words += len(block.split())
    return "\n\n".join(out)


def _inside(words: str) -> str:
    return words if words.split(maxsplit=1)[0] in {"Boko", "ISWAP"} else words[0].lower() + words[1:]


def _month(number: int) -> str:
    return calendar.month_name[number]


def _last(month: int) -> int:
    return calendar.monthrange(_YEAR, month)[1]
