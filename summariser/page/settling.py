"""Two labels of one article side by side: where they agree and differ, and the label that settles it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from summariser.errors import BadLabel
from summariser.evals.gold import Label, locate
from summariser.page.label_form import KINDS
from summariser.page.settling_words import in_words, number_in_words, title_of

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
_ALIASED: Final = {
    "place", "origin", "destination", "name", "actor", "claimed_by",
    "side_a", "side_b", "support_a", "support_b",
}  # fmt: skip
_TOGETHER: Final = {
    "value": ("Number", ("value", "low", "high", "qualifier")),
    "start": ("When", ("start", "end", "precision")),
}
"""Fields that are one choice: one reader's bounds beside the other's value are nobody's number."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of two facts that are the same one.

    Attributes:
        name: Its name in a label.
        label: For people.
        values: What each reader says, in words.
        agree: Whether it is the same.
        members: The fields of the label that it is.
    """

    name: str
    label: str
    values: tuple[str, str]
    agree: bool
    members: tuple[str, ...] = ()


@dataclass(slots=True)
class Pair:
    """A fact as two readers have it; None where one has it not.

    Attributes:
        path: Where its choices stand in the form: "events.0".
        title: What it is.
        facts: The fact of each.
        fields: Its fields.
        parts: Nested facts: figures, conditions. Where one reader alone has it, they go with it.
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


def chosen_before(sections: Sequence[Section], gold: JSON, text: str) -> dict[str, str]:
    """What was chosen, as far as a settled label tells; by paths, as `settle` takes it.

    Args:
        sections: From `compare`.
        gold: The fields of the settled label.
        text: The article.
    """
    found: dict[str, str] = {}
    for section in sections:
        _choices_in(section.pairs, gold.get(section.name, []), text, found)
    return found


def _choices_in(pairs: Sequence[Pair], settled: list[JSON], text: str, found: dict[str, str]) -> None:
    left = list(settled)
    for pair in pairs:
        scored = [
            (max(_likeness(fact, one, text) for fact in pair.facts if fact is not None), -n)
            for n, one in enumerate(left)
        ]
        best, at = max(scored, default=(0.0, 0))
        fact = left.pop(-at) if best >= _ALIKE else None
        if not pair.is_shared:
            found[pair.path] = "drop" if fact is None else "keep"
        if fact is None or not pair.is_shared:
            continue
        for one in pair.fields:
            for letter, side in zip("ba", reversed(pair.facts), strict=True):
                if side is not None and all(fact.get(name) == side.get(name) for name in one.members):
                    found[f"{pair.path}.{one.name}"] = letter
        for name in {part.path[len(pair.path) + 1 :].partition(".")[0] for part in pair.parts}:
            parts = [p for p in pair.parts if p.path.startswith(f"{pair.path}.{name}.")]
            _choices_in(parts, fact.get(name, []), text, found)


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
        else:
            fact |= {name: source[name] for name in one.members if name in source}
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
        fields = list(_fields(kind, a or {}, b or {}, text))
        shared = a is not None and b is not None
        both = {
            name: (a or b or {}).get(name)
            for one in fields if one.agree or not shared for name in one.members
        }  # fmt: skip
        parts = [p for part in kind["parts"] for p in _pairs(part, a or {}, b or {}, text, f"{path}.")]
        yield Pair(path, title_of(kind, both), (a, b), fields, parts)


def _fields(kind: JSON, a: JSON, b: JSON, text: str) -> Iterator[Field]:
    """Each field that either has. Two names of one place, or two quotes of one sentence, are the same."""
    kinds = {f["name"]: f["type"] for f in kind["fields"]}
    defaults = {f["name"]: f.get("default") for f in kind["fields"]}
    shown: list[tuple[str, str]] = [(f["name"], f["label"]) for f in kind["fields"]]
    shown += [("quote", "Sentence"), *([("more", "Also in")] if kind.get("more") else [])]
    inner = {name for first, (_, members) in _TOGETHER.items() if first in kinds for name in members}
    for name, label in shown:
        if name in _TOGETHER:
            label_, members = _TOGETHER[name]
            if any(member in fact for member in members for fact in (a, b)):
                words = tuple(_together(name, fact) for fact in (a, b))
                same = all(a.get(member) == b.get(member) for member in members)
                yield Field(name, label_, (words[0], words[1]), same, members)
        elif name not in inner and (name in a or name in b):
            # What is not said is the default: "people" where there is no unit.
            one, other = a.get(name, defaults.get(name)), b.get(name, defaults.get(name))
            same = one == other
            if kinds.get(name) in _NAMED:
                same = same or _is_one_place(one, other)
            elif kinds.get(name) == "names":
                same = same or _are_one_by_one(one, other)
            elif name in {"quote", "more"}:
                same = same or _tell_the_same(a, b, name, text)
            if same and name in _ALIASED:
                one = other = _joined(one, other)
            yield Field(name, label, (in_words(one), in_words(other)), same, (name,))


def _together(name: str, fact: JSON) -> str:
    if name == "value":
        hedge = "" if fact.get("qualifier") == "between" else in_words(fact.get("qualifier"))
        return " ".join(filter(None, (hedge, number_in_words(fact))))
    start, end = in_words(fact.get("start")), in_words(fact.get("end"))
    days = start if start == end else " to ".join(filter(None, (start, end)))
    known = (
        f"known to the {fact['precision']}" if fact.get("precision") not in {None, "day", "unknown"} else ""
    )
    return ", ".join(filter(None, (days, known)))


def _is_one_place(one: object, other: object) -> bool:
    """Whether two places or names have an alias in common, and no two countries."""
    if isinstance(one, dict) and isinstance(other, dict):
        countries = {place["country"] for place in (one, other) if place.get("country")}
        return _meets(one, other) and len(countries) < 2
    return _meets(one, other)


def _are_one_by_one(one: object, other: object) -> bool:
    """Whether each name of one list has an alias in common with one of the other, and none is over."""
    if not (isinstance(one, list) and isinstance(other, list) and len(one) == len(other)):
        return False
    return all(any(_meets(x, y) for y in other) for x in one) and all(
        any(_meets(x, y) for x in one) for y in other
    )


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
    if isinstance(one, list) and isinstance(other, list):
        return [_joined(x, next((y for y in other if _meets(x, y)), x)) for x in one]
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
