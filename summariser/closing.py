"""Closed schemas: for one article, models whose fields admit only its own values and the codebooks' terms.

Small questions (`event_question`, `figure_question`, `facts_question`) suit a small model that is led
step by step. The whole draft (`closed_drafts`) suits a large one that answers in a single call. Where
an article has more values than an endpoint takes in an enum, or a script whose names cannot be listed,
the same draft stays open (`drafts.py`) and the verifier alone holds the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, Literal, Optional

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, create_model, model_validator
from typing_extensions import TypeAliasType

from summariser import drafts
from summariser.reading import Reading

NONE = "none"
"""The answer "nothing of the kind"."""
NOBODY = "nobody"
"""The answer "the text names nobody"."""
MOST_ENUM_VALUES = 400
"""Endpoints are known to refuse schemas with more values than about this in all their enums."""
_MOST_RECORDS = 24


def literal(values: Sequence[str]) -> Any:
    """A ``Literal`` of the values, in their order, each once."""
    unique = tuple(dict.fromkeys(values))
    return Literal[unique]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EventAnswer(_Answer):
    """One candidate event: what kind, whether it happened, by whom, on whom."""

    kind: str
    how: str
    by: str
    on: str

    @model_validator(mode="after")
    def _sides_differ(self, info: ValidationInfo) -> EventAnswer:
        """Nobody attacks himself: two names of one actor are one actor. Sent back once, then refused."""
        same = (info.context or {}).get("same_actor", {})
        one, other = (same.get(n, n) for n in (self.by, self.on))
        if self.kind != NONE and one == other and one != NOBODY:
            raise ValueError(
                f'"by" and "on" both name {one}. Who did it, and to whom? Use {NOBODY} if not said'
            )
        return self


def event_question(
    kinds: Sequence[str], statuses: Sequence[str], by: Sequence[str], on: Sequence[str]
) -> type[EventAnswer]:
    """The answer's model for one candidate event.

    Args:
        kinds: Sub-event types that its words admit.
        statuses: Statuses that its sentences have words for.
        by: Who may have done it.
        on: Who may have suffered it.
    """
    return create_model(
        "EventAnswer",
        __base__=EventAnswer,
        kind=(literal([*kinds, NONE]), ...),
        how=(literal(statuses), ...),
        by=(literal([*by, NOBODY]), ...),
        on=(literal([*on, NOBODY]), ...),
    )


class SidesAnswer(_Answer):
    """Who did an event whose kind is plain, and who suffered it; only what was asked is there."""

    @model_validator(mode="after")
    def _sides_differ(self, info: ValidationInfo) -> SidesAnswer:
        """As for `EventAnswer`."""
        by, on = getattr(self, "by", NOBODY), getattr(self, "on", NOBODY)
        same = (info.context or {}).get("same_actor", {})
        one, other = (same.get(n, n) for n in (by, on))
        if one == other != NOBODY:
            raise ValueError(
                f'"by" and "on" both name {one}. Who did it, and to whom? Use {NOBODY} if not said'
            )
        return self


def sides_question(by: Sequence[str], on: Sequence[str]) -> type[SidesAnswer]:
    """The answer's model for the sides of one event.

    Args:
        by: Who may have done it; empty where that is not asked.
        on: Who may have suffered it; empty where that is not asked.
    """
    fields: dict[str, Any] = {
        name: (literal([*names, NOBODY]), ...) for name, names in (("by", by), ("on", on)) if names
    }
    return create_model("SidesAnswer", __base__=SidesAnswer, **fields)


class TopicAnswer(_Answer):
    """What an article is about."""

    topic: str


def topic_question(topics: Sequence[str]) -> type[TopicAnswer]:
    """The answer's model for the topic of an article."""
    return create_model("TopicAnswer", __base__=TopicAnswer, topic=(literal(topics), ...))


class FigureAnswer(_Answer):
    """What one number counts."""

    counts: str


def figure_question(options: Sequence[str]) -> type[FigureAnswer]:
    """The answer's model for one number with several admissible readings."""
    return create_model("FigureAnswer", __base__=FigureAnswer, counts=(literal(options), ...))


class FactsAnswer(_Answer):
    """Which of a sentence's candidate facts it really states."""


def facts_question(keys: Sequence[str]) -> type[FactsAnswer]:
    """The answer's model for the candidate facts of one sentence: yes or no to each."""
    fields: dict[str, Any] = dict.fromkeys(keys, (Literal["yes", "no"], ...))
    return create_model("FactsAnswer", __base__=FactsAnswer, **fields)


def closed_drafts(reading: Reading) -> tuple[type[drafts.EventDraft], type[drafts.HumanitarianDraft]]:
    """The two drafts with every reference narrowed to what stands in the article.

    A draft falls back to the open one when its schema would hold more values than an endpoint takes.
    """
    names = [form for n in reading.names for form in (n.text, *n.aliases)]
    actors = [a.text for a in reading.actors]
    closer = _Closer(
        sentence=_values("SentenceRef", [s.id for s in reading.sentences]),
        number=_values("NumberRef", [n.id for n in reading.numbers]),
        date=_values("DateWords", [d.text for d in reading.dates]),
        name=_values("NameWords", names),
        actor=_values("ActorWords", [*actors, *names]),
    )
    events, facts = closer.events(), closer.humanitarian()
    # Each value once, for a schema states a named type once.
    added = sum(map(len, (reading.sentences, reading.numbers, reading.dates, actors))) + 2 * len(names)
    return (
        events if _is_small(events, drafts.EventDraft, added) else drafts.EventDraft,
        facts if _is_small(facts, drafts.HumanitarianDraft, added) else drafts.HumanitarianDraft,
    )


def _is_small(closed: type[BaseModel], open_: type[BaseModel], added: int) -> bool:
    """Whether an endpoint takes the schema: by an upper bound, or else by the schema, which is slow."""
    return (
        _values_of_open(open_) + added <= MOST_ENUM_VALUES
        or _enum_values(closed.model_json_schema()) <= MOST_ENUM_VALUES
    )


@cache
def _values_of_open(model: type[BaseModel]) -> int:
    return _enum_values(model.model_json_schema())


def _values(name: str, values: Sequence[str]) -> Any:
    """A named type of the values, None without any.

    The name matters: a schema states a named type once and refers to it, where a bare ``Literal`` is
    written out at each field that uses it, and every copy costs tokens and counts against the limit.
    """
    return TypeAliasType(name, literal(values)) if values else None


def _or_null(kind: Any) -> Any:
    return Optional[kind]  # noqa: UP045 - `None | None` is no type


def _enum_values(schema: Any) -> int:
    """How many values all enums of a JSON schema hold together."""
    if isinstance(schema, dict):
        own = len(schema["enum"]) if isinstance(schema.get("enum"), list) else 0
        return own + ("const" in schema) + sum(map(_enum_values, schema.values()))
    return sum(map(_enum_values, schema)) if isinstance(schema, list) else 0


class _Closer:
    """Narrows the draft models; a kind of value that the article lacks becomes an empty list or null."""

    def __init__(self, *, sentence: Any, number: Any, date: Any, name: Any, actor: Any) -> None:
        self.sentence = sentence
        self.number = number
        self.name = name
        self.actor = actor
        self.date, self.place, self.source = map(_or_null, (date, name, actor))

    def _many(self, value: Any, least: int = 0, most: int = 8) -> Any:
        if value is None:
            return Annotated[tuple[()], Field(max_length=0)]
        return Annotated[tuple[value, ...], Field(min_length=least, max_length=most)]

    def _narrow(self, base: type[BaseModel], **fields: Any) -> Any:
        """A subclass with some fields narrowed; a field that had a default keeps it."""
        narrowed: dict[str, Any] = {}
        for key, kind in fields.items():
            default = base.model_fields[key]
            narrowed[key] = (kind, ... if default.is_required() else default.get_default())
        # The base's attribute docstrings are read already. To look for more, pydantic would parse source
        # files anew for each of these models.
        bare: dict[str, Any] = {"use_attribute_docstrings": False}
        return create_model(base.__name__, __base__=base, __cls_kwargs__=bare, **narrowed)

    def _records(self, base: type[BaseModel], **fields: Any) -> Any:
        record: Any = self._narrow(base, **fields)
        return Annotated[tuple[record, ...], Field(max_length=_MOST_RECORDS)]

    def _nothing(self) -> Any:
        return Annotated[tuple[()], Field(max_length=0)]

    def _lines(self) -> dict[str, Any]:
        line: Any = self._narrow(drafts.DraftLine, sentences=self._many(self.sentence, 1, 4))
        return {"headline": line | None, "narrative": Annotated[tuple[line, ...], Field(max_length=5)]}

    def events(self) -> type[drafts.EventDraft]:
        figures: Any = self._nothing()
        if self.number is not None:
            figures = self._records(drafts.DraftFigure, number=self.number, claimed_by=self.source)
        sides = {
            side: self._many(self.actor, 0, 6) for side in ("side_a", "side_b", "support_a", "support_b")
        }
        events = self._records(
            drafts.DraftEvent,
            sentences=self._many(self.sentence, 1),
            date=self.date,
            place=self.place,
            figures=figures,
            **sides,
        )
        closed: type[drafts.EventDraft] = self._narrow(drafts.EventDraft, events=events, **self._lines())
        return closed

    def humanitarian(self) -> type[drafts.HumanitarianDraft]:
        place, date = self.place, self.date
        counted: dict[str, Any] = {"displacement": self._nothing(), "harm": self._nothing()}
        if self.number is not None:
            shared = {"number": self.number, "place": place, "date": date, "claimed_by": self.source}
            counted["displacement"] = self._records(
                drafts.DraftDisplacement, origin=place, destination=place, **shared
            )
            counted["harm"] = self._records(drafts.DraftHarm, **shared)
        numbers, one = self._many(self.number), self.sentence
        sites: Any = self._nothing()
        if self.name is not None:
            several = self._many(one, 1)
            sites = self._records(
                drafts.DraftSite, name=self.name, sentences=several, population=numbers, capacity=numbers,
                conditions=self._many(one),
            )  # fmt: skip
        closed: type[drafts.HumanitarianDraft] = self._narrow(
            drafts.HumanitarianDraft,
            sites=sites,
            needs=self._records(drafts.DraftNeed, sentence=one, numbers=numbers, place=place),
            access=self._records(drafts.DraftAccess, sentence=one, place=place),
            response=self._records(
                drafts.DraftResponse, sentence=one, numbers=numbers, place=place, actor=self.source
            ),
            risks=self._records(drafts.DraftRisk, sentence=one),
            **counted,
            **self._lines(),
        )
        return closed
