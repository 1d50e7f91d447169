"""Two labels of one article side by side: where they agree and differ, and the label that settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from summariser.errors import BadLabel
from summariser.evals.gold import Label, locate
from summariser.number_words import number
from summariser.page.label_form import KINDS

JSON = dict[str, Any]
_ALIKE: Final = 2.0
"""Two facts are the same one from here on: a sentence in common, or the same code and number."""
_WEIGHTS: Final = {
    "sub_type": 1.0, "term": 1.0, "cluster": 1.5, "measure": 1.0, "kind": 1.0, "group": 1.5, "name": 2.0,
    "actor": 1.0, "value": 1.5, "low": 1.0, "place": 0.5, "severity": 0.5, "start": 0.5,
}  # fmt: skip
_SENTENCE: Final = 1.5
_NAMED: Final = {"place", "name"}
"""Types of fields with aliases: any of them is right."""
_ALIASED: Final = {"place", "origin", "destination", "name", "actor", "claimed_by"}
_CODES: Final = ("measure", "sub_type", "term", "cluster", "kind", "group", "severity")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of two facts that are the same one.

    Attributes:
        name: Its name in a label.
        label: For people.
        values: What each reader says, in words.
        agree: Whether it is the same.
    """

    name: str
    label: str
    values: tuple[str, str]
    agree: bool


@dataclass(slots=True)
class Pair:
    """A fact as two readers have it; None where one has it not.

    Attributes:
        path: Where its choices stand in the form: "events.0".
        title: What it is.
        facts: The fact of each.
        fields: Its fields, where both have it.
        parts: Nested facts: figures, conditions.
    """

    path: str
    title: str
    facts: tuple[JSON | None, JSON | None]
    fields: list[Field] = field(default_factory=list)
    parts: list[Pair] = field(default_factory=list)

    @property
    def is_shared(self) -> bool:
        """Whether both have it."""
        return None not in self.facts

    @property
    def agrees(self) -> bool:
        """Whether nothing is to be settled."""
        return self.is_shared and all(f.agree for f in self.fields) and all(p.agrees for p in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """All facts of one kind."""

    name: str
    label: str
    pairs: tuple[Pair, ...]


def compare(first: Label, second: Label, text: str) -> list[Section]:
    """Both labels side by side, kind by kind."""
    one, other = (label.model_dump(mode="json", exclude_defaults=True) for label in (first, second))
    return [
        Section(kind["name"], kind["label"], tuple(_pairs(kind, one, other, text, "")))
        for kind in KINDS
        if one.get(kind["name"]) or other.get(kind["name"])
    ]


def settle(sections: Sequence[Section], choices: Mapping[str, str]) -> JSON:
    """The fields of a label from what was chosen.

    Args:
        sections: From `compare`.
        choices: By a path: ``a`` or ``b`` for a field; ``keep`` or ``drop`` for a fact that one reader has.
            The first reader's where nothing was chosen, and a fact that one reader has stays.
    """
    return {s.name: [fact for p in s.pairs if (fact := _settled(p, choices)) is not None] for s in sections}


def open_questions(sections: Sequence[Section]) -> tuple[int, int]:
    """How many facts agree, and how many there are."""
    pairs = [pair for section in sections for pair in section.pairs]
    return sum(pair.agrees for pair in pairs), len(pairs)


def _settled(pair: Pair, choices: Mapping[str, str]) -> JSON | None:
    first, second = pair.facts
    if first is None or second is None:
        return None if choices.get(pair.path) == "drop" else dict(first or second or {})
    fact: JSON = {}
    for one in pair.fields:
        source = second if choices.get(f"{pair.path}.{one.name}") == "b" else first
        if one.agree and one.name in _ALIASED:
            fact[one.name] = _joined(first.get(one.name), second.get(one.name))
        elif one.name in source:
            fact[one.name] = source[one.name]
    by_part: dict[str, list[JSON]] = {}
    for part in pair.parts:
        name = part.path[len(pair.path) + 1 :].partition(".")[0]
        kept = _settled(part, choices)
        if kept is not None:
            by_part.setdefault(name, []).append(kept)
    return {**fact, **by_part}


def _pairs(kind: JSON, one: JSON, other: JSON, text: str, above: str) -> Iterator[Pair]:
    """Facts of one kind that are the same one, the best matches first; then what only one reader has."""
    left, right = list(one.get(kind["name"], [])), list(other.get(kind["name"], []))
    scored = sorted(
        ((_likeness(a, b, text), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda s: (-s[0], s[1], s[2]),
    )
    partner: dict[int, int] = {}
    for score, i, j in scored:
        if score >= _ALIKE and i not in partner and j not in partner.values():
            partner[i] = j
    facts: list[tuple[JSON | None, JSON | None]] = [
        (fact, right[partner[i]] if i in partner else None) for i, fact in enumerate(left)
    ]
    facts += [(None, fact) for j, fact in enumerate(right) if j not in partner.values()]
    for n, (a, b) in enumerate(facts):
        path = f"{above}{kind['name']}.{n}"
        pair = Pair(path, title_of(kind, a or b or {}), (a, b))
        if a is not None and b is not None:
            pair.fields = list(_fields(kind, a, b, text))
            pair.parts = [p for part in kind["parts"] for p in _pairs(part, a, b, text, f"{path}.")]
        yield pair


def _fields(kind: JSON, a: JSON, b: JSON, text: str) -> Iterator[Field]:
    """Each field that either has. Two names of one place, or two quotes of one sentence, are the same."""
    kinds = {f["name"]: f["type"] for f in kind["fields"]}
    shown: list[tuple[str, str]] = [(f["name"], f["label"]) for f in kind["fields"]]
    shown += [("quote", "Sentence"), *([("more", "Also in")] if kind.get("more") else [])]
    for name, label in shown:
        if name in a or name in b:
            one, other = a.get(name), b.get(name)
            same = one == other
            if kinds.get(name) in _NAMED:
                same = same or _meets(one, other)
            elif name in {"quote", "more"}:
                same = same or _tell_the_same(a, b, name, text)
            yield Field(name, label, (in_words(one), in_words(other)), same)


def _tell_the_same(a: JSON, b: JSON, name: str, text: str) -> bool:
    """Whether two readers point at the same sentences, with whatever words of them."""
    if name == "quote":
        return any(_overlap(str(a.get("quote", "")), quote, text) for quote in _quotes(b))
    return all(
        any(_overlap(x, y, text) for y in _quotes(other))
        for one, other in ((a, b), (b, a))
        for x in _quotes(one)
    )


def _joined(one: Any, other: Any) -> Any:
    """What both say, with the aliases of both."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {**other, **one, "name": _joined(one.get("name", ""), other.get("name", ""))}
    if isinstance(one, str) and isinstance(other, str):
        return "|".join(dict.fromkeys([*one.split("|"), *other.split("|")]))
    return one if one is not None else other


def _likeness(a: JSON, b: JSON, text: str) -> float:
    score = sum(w for name, w in _WEIGHTS.items() if name in a and _meets(a[name], b.get(name)))
    # A sentence may hold several numbers, each a fact of its own; it seldom holds two needs of a kind.
    counts = any(name in fact for fact in (a, b) for name in ("value", "low", "high"))
    near = _SENTENCE if counts else _ALIKE
    return score + (near if _near(a, b, text) else 0)


def _meets(a: object, b: object) -> bool:
    """Whether two values are the same, or have an alternative in common."""
    if isinstance(a, dict) and isinstance(b, dict):
        return _meets(a.get("name"), b.get("name"))
    if isinstance(a, str) and isinstance(b, str):
        return bool({p.casefold() for p in a.split("|")} & {p.casefold() for p in b.split("|")})
    return a == b and a is not None


def _near(a: JSON, b: JSON, text: str) -> bool:
    """Whether their quotes overlap, or stand in one line of the article."""
    return any(_overlap(x, y, text) for x in _quotes(a) for y in _quotes(b))


def _quotes(fact: JSON) -> list[str]:
    return [str(fact.get("quote", "")), *map(str, fact.get("more", []))]


def _overlap(x: str, y: str, text: str) -> bool:
    try:
        (a, b), (c, d) = locate(x, text), locate(y, text)
    except BadLabel:
        return False
    if a < d and c < b:
        return True
    between = text[min(b, d) : max(a, c)]
    return not any(stop in between for stop in (". ", "\n", "! ", "? ", "؟ "))


def title_of(kind: JSON, fact: JSON) -> str:
    """A fact in a few words: its code, its number, its place."""
    parts = [in_words(fact.get(name)) for name in _CODES]
    number = in_words(fact.get("value")) or " to ".join(
        p for p in (in_words(fact.get("low")), in_words(fact.get("high"))) if p
    )
    rest = [in_words(fact.get(n)) for n in ("name", "actor", "start", "place")]
    words = [part for part in (number, *parts, *rest) if part]
    return " · ".join(dict.fromkeys(words)) or str(kind.get("one", "fact"))


def in_words(value: object) -> str:
    """A value of a label for people."""
    words: list[tuple[type, Callable[[Any], str]]] = [
        (bool, lambda v: "yes" if v else "no"),
        (dict, lambda v: ", ".join(in_words(p) for p in v.values() if p)),
        (list, lambda v: "; ".join(map(in_words, v))),
        (float, number),
        (int, number),
        (str, lambda v: v.replace("|", " or ").replace("_", " ")),
    ]
    return next((say(value) for kind, say in words if isinstance(value, kind)), "")
