"""Closed schemas: for one article, models whose fields admit only its own values and the codebooks' terms.

Small questions (`event_question`, `figure_question`, `facts_question`) suit a small model that is led
step by step. The whole draft (`closed_drafts`) suits a large one that answers in a single call. Where
an article has more values than an endpoint takes in an enum, or a script whose names cannot be listed,
the same draft stays open (`drafts.py`) and the verifier alone holds the line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Annotated, Any, ClassVar, Literal, Optional, TypeVar, cast

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
_KEPT_MODELS = 256
_HEAVY = ("__pydantic_validator__", "__pydantic_serializer__", "__pydantic_core_schema__", "__signature__")
"""What a model is built for, and nearly all that it takes."""


def literal(values: Sequence[str]) -> Any:
    """A ``Literal`` of the values, in their order, each once."""
    unique = tuple(dict.fromkeys(values))
    return Literal[unique]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


A = TypeVar("A", bound=_Answer)
D = TypeVar("D", drafts.EventDraft, drafts.HumanitarianDraft)


def _closed(base: type[A], **choices: Sequence[str]) -> type[A]:
    """A subclass whose fields admit these values only."""
    return cast("type[A]", _closed_once(base, tuple((name, tuple(v)) for name, v in choices.items())))


@lru_cache(maxsize=_KEPT_MODELS)
def _closed_once(base: type[_Answer], choices: tuple[tuple[str, tuple[str, ...]], ...]) -> type[_Answer]:
    # Kept: most questions of most articles admit the same few terms, and pydantic takes longer to build a
    # model than all that is then done with the answer.
    fields: dict[str, Any] = {name: (literal(values), ...) for name, values in choices}
    return create_model(base.__name__, __base__=base, **fields)


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
    return _closed(EventAnswer, kind=[*kinds, NONE], how=statuses, by=[*by, NOBODY], on=[*on, NOBODY])


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
    return _closed(
        SidesAnswer, **{name: [*names, NOBODY] for name, names in (("by", by), ("on", on)) if names}
    )


class TopicAnswer(_Answer):
    """What an article is about."""

    topic: str


def topic_question(topics: Sequence[str]) -> type[TopicAnswer]:
    """The answer's model for the topic of an article."""
    return _closed(TopicAnswer, topic=topics)


class FigureAnswer(_Answer):
    """What one number counts."""

    counts: str


def figure_question(options: Sequence[str]) -> type[FigureAnswer]:
    """The answer's model for one number with several admissible readings."""
    return _closed(FigureAnswer, counts=options)


class FactsAnswer(_Answer):
    """Which of a sentence's candidate facts it really states."""


def facts_question(keys: Sequence[str]) -> type[FactsAnswer]:
    """The answer's model for the candidate facts of one sentence: yes or no to each."""
    return _closed(FactsAnswer, **dict.fromkeys(keys, ("yes", "no")))


def closed_drafts(
    reading: Reading, part: Sequence[str] | None = None, above: Sequence[str] = ()
) -> tuple[type[drafts.EventDraft], type[drafts.HumanitarianDraft]]:
    """The two drafts with every reference narrowed to what stands in the article.

    A draft falls back to the open one when its schema would hold more values than an endpoint takes.

    Args:
        reading: The article.
        part: Ids of the sentences that are asked about; None for all.
        above: Ids of the headings that these stand under, whose places and days may be theirs.
    """
    return (
        closed_draft(drafts.EventDraft, reading, part, above),
        closed_draft(drafts.HumanitarianDraft, reading, part, above),
    )


def closed_draft(
    kind: type[D], reading: Reading, part: Sequence[str] | None = None, above: Sequence[str] = ()
) -> type[D]:
    """One of the two drafts by itself: the other takes as long to build.

    Args:
        kind: Which.
        reading: The article.
        part: Ids of the sentences that are asked about; None for all.
        above: Ids of the headings that these stand under, whose places and days may be theirs.
    """
    values = _values(reading) if part is None else _values_of(reading, part, above)
    names, actors = values["NameWords"], values["ActorWords"]
    closer = _Closer({name: tuple(dict.fromkeys(v)) for name, v in values.items() if v})
    made: Any = closer.events() if issubclass(kind, drafts.EventDraft) else closer.humanitarian()
    closed: type[D] = made
    # Each value once, for a schema states a named type once.
    added = sum(len(values[ref]) for ref in ("SentenceRef", "NumberRef", "DateWords"))
    added += len(names) + len(actors)
    if _is_small(closed, kind, added):
        return closed
    let_go(closed)
    return kind


def let_go(model: type[BaseModel]) -> None:
    """Empty a closed draft that nothing will be read with any more; an open one stays as it is.

    A class refers to itself, so that it waits for the collector, which comes the later the more there is to
    look at: of a document of 200 pages the schemas and validators of a hundred drafts waited, some 20 MB.

    Args:
        model: It cannot be used afterwards, nor can its values: who needs them makes others of them first.
    """
    for part in getattr(model, "parts", ()):
        for name in _HEAVY:
            setattr(part, name, None)
        part.__pydantic_fields__ = {}
        part.__annotations__ = {}


def _values(reading: Reading) -> dict[str, list[str]]:
    names = [form for n in reading.names for form in (n.text, *n.aliases)]
    return {
        "SentenceRef": [s.id for s in reading.sentences],
        "NumberRef": [n.id for n in reading.numbers],
        "DateWords": [d.text for d in reading.dates],
        "NameWords": names,
        "ActorWords": [*(a.text for a in reading.actors), *names],
    }


def _values_of(reading: Reading, part: Sequence[str], above: Sequence[str]) -> dict[str, list[str]]:
    """As they stand in some sentences and in the lines above these."""
    around = (*above, *part)
    names = [m.text for s in around for _, m in reading.names_in(s)]
    return {
        "SentenceRef": list(part),
        "NumberRef": [n.id for s in part for n in reading.numbers_in(s)],
        "DateWords": [d.text for s in around for d in reading.dates_in(s)],
        "NameWords": names,
        "ActorWords": [*(a.text for s in around for a in reading.actors_in(s)), *names],
    }


def _is_small(closed: type[BaseModel], open_: type[BaseModel], added: int) -> bool:
    """Whether an endpoint takes the schema: by an upper bound, or else by the schema, which is slow."""
    return (
        _values_of_open(open_) + added <= MOST_ENUM_VALUES
        or _enum_values(closed.model_json_schema()) <= MOST_ENUM_VALUES
    )


@cache
def _values_of_open(model: type[BaseModel]) -> int:
    return _enum_values(model.model_json_schema())


def _named(name: str, values: Mapping[str, Sequence[str]]) -> Any:
    """A named type of its values, None without any.

    The name matters: a schema states a named type once and refers to it, where a bare ``Literal`` is
    written out at each field that uses it, and every copy costs tokens and counts against the limit.
    """
    return TypeAliasType(name, literal(values[name])) if name in values else None


def _or_null(kind: Any) -> Any:
    return Optional[kind]  # noqa: UP045 - `None | None` is no type


def _enum_values(schema: Any) -> int:
    """How many values all enums of a JSON schema hold together."""
    if isinstance(schema, dict):
        own = len(schema["enum"]) if isinstance(schema.get("enum"), list) else 0
        return own + ("const" in schema) + sum(map(_enum_values, schema.values()))
    return sum(map(_enum_values, schema)) if isinstance(schema, list) else 0


class _Moulded(BaseModel):
    """A closed draft, whose JSON schema differs from that of the next article in the listed values only.

    pydantic takes as long to work out the schema of one as a page to be read. So it does that once for each
    set of kinds of values that an article may have.
    """

    values: ClassVar[Mapping[str, Sequence[str]]]
    """The article's values by the name of their type."""
    parts: ClassVar[Sequence[type[BaseModel]]]
    """All models of which it is made, itself among them."""

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """The schema; by its own rules where it is asked for in another way than by default."""
        if args or options:
            return super().model_json_schema(*args, **options)
        mould = (cls.__name__, frozenset(cls.values))
        if mould not in _moulds:
            _moulds[mould] = json.dumps(super().model_json_schema())
        schema: dict[str, Any] = json.loads(_moulds[mould])  # whoever gets it may change it
        for name in cls.values.keys() & schema["$defs"].keys():
            listed = list(cls.values[name])
            stated = {"enum": listed} if len(listed) > 1 else {"const": listed[0]}
            schema["$defs"][name] = {**stated, "type": "string"}
        return schema


_moulds: dict[tuple[str, frozenset[str]], str] = {}
"""By the name of the draft and the kinds of values: at most 64."""


class _Closer:
    """Narrows the draft models; a kind of value that the article lacks becomes an empty list or null."""

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self.values = values
        self.made: list[type[BaseModel]] = []
        self.sentence = _named("SentenceRef", values)
        self.number = _named("NumberRef", values)
        self.name = _named("NameWords", values)
        self.actor = _named("ActorWords", values)
        self.date = _or_null(_named("DateWords", values))
        self.place, self.source = _or_null(self.name), _or_null(self.actor)

    def _many(self, value: Any, least: int = 0, most: int = 8) -> Any:
        if value is None:
            return Annotated[tuple[()], Field(max_length=0)]
        return Annotated[tuple[value, ...], Field(min_length=least, max_length=most)]

    def _draft(self, base: type[BaseModel], **fields: Any) -> Any:
        """The outermost model."""
        closed = self._narrow(base, _Moulded, **fields)
        closed.values, closed.parts = self.values, tuple(self.made)
        return closed

    def _narrow(self, base: type[BaseModel], *mixed_in: type[BaseModel], **fields: Any) -> Any:
        """A subclass with some fields narrowed; a field that had a default keeps it."""
        narrowed: dict[str, Any] = {}
        for key, kind in fields.items():
            default = base.model_fields[key]
            narrowed[key] = (kind, ... if default.is_required() else default.get_default())
        # The base's attribute docstrings are read already. To look for more, pydantic would parse source
        # files anew for each of these models. And it need not make a validator for each of the inner ones,
        # which the outermost does without.
        bare: dict[str, Any] = {"use_attribute_docstrings": False, "defer_build": True}
        made = create_model(base.__name__, __base__=(base, *mixed_in), __cls_kwargs__=bare, **narrowed)
        self.made.append(made)
        return made

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
        closed: type[drafts.EventDraft] = self._draft(drafts.EventDraft, events=events, **self._lines())
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
        closed: type[drafts.HumanitarianDraft] = self._draft(
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
