"""The form of the practice material, and how it is halved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.errors import BadData
from summariser.evals.documents import load_document
from summariser.evals.gold import load_label
from summariser.evals.halves import Half, half_of
from summariser.evals.records import from_label
from summariser.evals.suites.base import Case
from summariser.schemas.codebooks import (
    AccessKind,
    Cause,
    Cluster,
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
    PopulationGroup,
    ResponseStatus,
    Severity,
    SiteKind,
    SubEventType,
)

FOLDER: Final = Path(__file__).resolve().parent


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ToldFigure(_Form):
    """A number of an incident, as the sentence has it."""

    n: str
    measure: Measure
    group: PopulationGroup | None = None


class Told(_Form):
    """An incident."""

    event: SubEventType
    status: EventStatus = EventStatus.OCCURRED
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    place: str | None = None
    figures: tuple[ToldFigure, ...] = ()


class Moved(_Form):
    """A displacement figure."""

    n: str
    term: DisplacementTerm
    status: MovementStatus = MovementStatus.OCCURRED
    cause: Cause = Cause.UNKNOWN
    unit: Literal["people", "households", "homes"] = "people"


class Lack(_Form):
    """A need."""

    cluster: Cluster
    severity: Severity = Severity.UNSTATED


class Help(_Form):
    """What an actor gives."""

    actor: str | None = None
    cluster: Cluster | None = None
    status: ResponseStatus


class NamedSite(_Form):
    """A camp or shelter."""

    name: str
    kind: SiteKind


class SiteFigure(_Form):
    """A number of a site."""

    n: str
    what: Literal["population", "capacity"]


class AidFigure(_Form):
    """A number of people in need or reached, or of supplies."""

    n: str
    what: Literal["in_need", "reached", "supplies"]


class Line(_Form):
    """A sentence or two, and all that they tell.

    ``why`` says what the text is about where it tells nothing that is coded.
    """

    lang: Literal["en", "es", "fr", "ar", "pt"]
    text: str = Field(min_length=1)
    kind: Literal["events", "humanitarian"]
    events: tuple[Told, ...] = ()
    displacement: tuple[Moved, ...] = ()
    needs: tuple[Lack, ...] = ()
    access: tuple[AccessKind, ...] = ()
    response: tuple[Help, ...] = ()
    site: NamedSite | None = None
    site_figures: tuple[SiteFigure, ...] = ()
    risks: tuple[PopulationGroup, ...] = ()
    harm: tuple[ToldFigure, ...] = ()
    aid_figures: tuple[AidFigure, ...] = ()
    why: str | None = None

    @property
    def half(self) -> Half:
        """Which half it belongs to."""
        return half_of(self.text)

    def copied(self) -> list[str]:
        """Everything that is copied from the text letter for letter."""
        words = [w for e in self.events for w in (*e.by, *e.on, *([e.place] if e.place else []))]
        words += [f.n for e in self.events for f in e.figures]
        words += [x.n for x in self.displacement] + [x.n for x in self.site_figures]
        words += [x.n for x in self.harm] + [x.n for x in self.aid_figures]
        words += [r.actor for r in self.response if r.actor]
        return words + ([self.site.name] if self.site else [])


def sentences(folder: Path = FOLDER) -> tuple[Line, ...]:
    """The labelled sentences, file by file.

    Raises:
        BadData: A line is not in the form, or a value does not stand in its text.
    """
    found = []
    for path in sorted((folder / "sentences").glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            where = f"{path.name}, line {number}"
            try:
                one = Line.model_validate(json.loads(line))
            except (ValueError, ValidationError) as error:
                raise BadData(f"{where}: {error}", "Mend the line") from error
            if strange := [w for w in one.copied() if w not in one.text]:
                raise BadData(f"{where}: {strange[0]!r} does not stand in the text", "Mend the line")
            found.append(one)
    return tuple(found)


def articles(folder: Path = FOLDER) -> tuple[Case, ...]:
    """The articles that were read once, with the label of that reading."""
    found = []
    for path in sorted((folder / "articles").glob("*.txt")):
        document = load_document(path)
        gold = from_label(load_label(folder / "labels" / f"{path.stem}.json"), document.text)
        traits = (*document.tags, f"lang:{document.language}", f"part:{half_of(document.id)}")
        found.append(Case("newsroom", document.id, document.article, gold, traits))
    return tuple(found)
