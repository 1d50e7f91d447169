"""Whether a new JSON Schema of our output breaks those who rely on the old one.

Two sorts of readers count. A program written for the old schema meets new results: a property that it
needs must not go, and no value may come that it never had to know. And results stored under the old
schema are read by a program written for the new one: a type or a term that they use must stay.
Properties may be added, and bounds may become tighter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

Schema = Mapping[str, Any]

_LOWER_BOUNDS: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_UPPER_BOUNDS: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")
_ALSO_FIXED: Final = ("const", "format", "pattern")
_NOTES: Final = ("title", "description", "default", "$defs", "$schema", "$id", "version")
_DEFINITION: Final = "$definition"
"""Our own mark on a resolved reference: where it came from."""
_ANYTHING: Final = "anything"


def breaking_changes(old: Schema, new: Schema) -> list[str]:
    """What in ``new`` breaks a reader of ``old``, one line each; empty where nothing does.

    A change in a definition is reported for the first place that refers to it.

    Args:
        old: The last published schema, with its ``$defs``.
        new: The schema to publish.
    """
    return list(dict.fromkeys(_Comparison(old, new).compare(old, new, "$")))


class _Comparison:
    def __init__(self, old_root: Schema, new_root: Schema) -> None:
        self._old_root = old_root
        self._new_root = new_root
        self._seen: set[tuple[object, object]] = set()

    def compare(self, old: Schema, new: Schema, path: str) -> Iterator[str]:
        before = self._alternatives(old, self._old_root)
        after = self._alternatives(new, self._new_root)
        # "integer" is part of "number": 7 is no news to a reader of numbers.
        known = before.keys() | ({"integer"} if "number" in before else set())
        kept = after.keys() | ({"integer"} if "number" in after else set())
        if _ANYTHING not in before:
            yield from (f"{path}: may now be {kind}" for kind in sorted(after.keys() - known))
        if _ANYTHING not in after:
            yield from (f"{path}: may no longer be {kind}" for kind in sorted(before.keys() - kept))
        for kind in sorted(before.keys() & after.keys()):
            yield from self._compare_leaves(before[kind], after[kind], path)

    def _alternatives(self, schema: Schema, root: Schema) -> dict[str, Schema]:
        """The JSON types that a value may have, each with the schema for it."""
        # Bounds may stand beside a reference or a union; they hold for each alternative.
        beside = {k: v for k, v in schema.items() if k not in {"$ref", "anyOf", "oneOf", *_NOTES}}
        if "$ref" in schema:
            ref = str(schema["$ref"])
            return self._alternatives({**_resolve(ref, root), **beside, _DEFINITION: ref}, root)
        parts = schema.get("anyOf") or schema.get("oneOf")
        if parts:
            found: dict[str, Schema] = {}
            for part in parts:
                for kind, leaf in self._alternatives({**part, **beside}, root).items():
                    # Several objects in one union are told apart by their titles.
                    title = f" {leaf.get('title', '')}" if kind == "object" and kind in found else ""
                    found[kind + title] = leaf
            return found
        kinds = schema.get("type", _ANYTHING)
        return dict.fromkeys([kinds] if isinstance(kinds, str) else kinds, schema)

    def _compare_leaves(self, old: Schema, new: Schema, path: str) -> Iterator[str]:
        definitions = (old.get(_DEFINITION), new.get(_DEFINITION))
        if all(definitions):
            if definitions in self._seen:  # once is enough, and what refers to itself has no end
                return
            self._seen.add(definitions)
        yield from _compare_terms(old, new, path)
        yield from _compare_bounds(old, new, path)
        yield from self._compare_properties(old, new, path)
        if "items" in old and "items" in new:
            yield from self.compare(old["items"], new["items"], f"{path}[]")
        elif "items" in old:
            yield f"{path}: its items may now be anything"
        elif "items" in new:
            yield f"{path}: its items may no longer be anything"

    def _compare_properties(self, old: Schema, new: Schema, path: str) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        for name, schema in before.items():
            if name not in after:
                yield f"{path}.{name}: removed"
                continue
            if name in old.get("required", ()) and name not in new.get("required", ()):
                yield f"{path}.{name}: no longer always there"
            yield from self.compare(schema, after[name], f"{path}.{name}")


def _resolve(ref: str, root: Schema) -> Schema:
    found: Any = root
    for part in ref.removeprefix("#/").split("/"):
        found = found[part.replace("~1", "/").replace("~0", "~")]
    return dict(found)


def _compare_terms(old: Schema, new: Schema, path: str) -> Iterator[str]:
    before, after = old.get("enum"), new.get("enum")
    if before is not None and after is None:
        yield f"{path}: any value may now come, not only the listed terms"
    elif before is None and after is not None:
        yield f"{path}: only listed terms may now come"
    elif before is not None and after is not None:
        yield from (f"{path}: new term {term!r}" for term in after if term not in before)
        yield from (f"{path}: term {term!r} removed" for term in before if term not in after)
    for keyword in _ALSO_FIXED:
        if old.get(keyword) != new.get(keyword):
            yield f"{path}: {keyword} changed from {old.get(keyword)!r} to {new.get(keyword)!r}"


def _compare_bounds(old: Schema, new: Schema, path: str) -> Iterator[str]:
    for keywords, sign in ((_LOWER_BOUNDS, 1), (_UPPER_BOUNDS, -1)):
        for keyword in keywords:
            before, after = old.get(keyword), new.get(keyword)
            if before is not None and (after is None or sign * after < sign * before):
                yield f"{path}: {keyword} loosened from {before} to {after}"
