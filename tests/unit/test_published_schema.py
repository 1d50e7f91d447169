"""The published JSON Schemas: they say what we emit, and a change that breaks a reader cannot slip in."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from sample import empty_summary, sample_summary

from summariser import schema_export
from summariser.errors import ConfigurationError
from summariser.schema_compatibility import breaking_changes
from summariser.schema_export import (
    COMMAND,
    KINDS,
    latest_published,
    published_folder,
    published_name,
    published_schema,
)
from summariser.schemas import SCHEMA_VERSION, Summary

MAJOR = int(SCHEMA_VERSION.split(".")[0])


class TestPublished:
    @pytest.mark.parametrize("kind", KINDS)
    def test_the_file_of_this_version_is_current(self, kind: str) -> None:
        path = published_folder() / published_name(kind)
        assert path.is_file(), f"write it with: {COMMAND}"
        published = json.loads(path.read_text(encoding="utf-8"))
        assert published == published_schema(kind), f"the schema has changed. Write it anew with: {COMMAND}"

    @pytest.mark.parametrize("kind", KINDS)
    def test_readers_of_this_major_version_are_not_broken(self, kind: str) -> None:
        before = latest_published(kind, MAJOR)
        if before is None:
            pytest.skip(f"no {kind} schema of major version {MAJOR} was published before")
        changes = breaking_changes(before, published_schema(kind))
        assert not changes, "raise the major version of SCHEMA_VERSION:\n" + "\n".join(changes)

    @pytest.mark.parametrize("kind", KINDS)
    def test_names_itself(self, kind: str) -> None:
        schema = published_schema(kind)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == f"urn:summariser:schema:{kind}:{SCHEMA_VERSION}"
        assert schema["version"] == SCHEMA_VERSION
        assert schema["title"]

    @pytest.mark.parametrize("kind", KINDS)
    def test_leaves_readers_room(self, kind: str) -> None:
        assert "additionalProperties" not in json.dumps(published_schema(kind))
        assert '"ge"' not in json.dumps(published_schema(kind))

    def test_a_later_release_of_this_major_version_still_fits(self) -> None:
        version = published_schema("summary")["properties"]["schema_version"]
        assert version["pattern"] == rf"^{MAJOR}\.[0-9]+\.[0-9]+$"

    def test_other_kinds_are_refused(self) -> None:
        with pytest.raises(ConfigurationError, match="events, humanitarian, summary"):
            published_schema("everything")

    @pytest.mark.parametrize("summary", [sample_summary(), empty_summary()], ids=["full", "empty"])
    def test_what_we_emit_is_what_it_says(self, summary: Summary) -> None:
        schema = published_schema("summary")
        assert list(faults(json.loads(summary.model_dump_json()), schema, schema)) == []

    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            (lambda s: s.pop("issues"), "issues"),
            (lambda s: s["events"]["events"][0].update(type="Quarrel"), "type"),
            (lambda s: s["article"].update(characters="many"), "characters"),
            (lambda s: s.update(events=3), "events"),
        ],
    )
    def test_and_the_check_above_can_fail(self, change: Any, fault: str) -> None:
        schema = published_schema("summary")
        emitted = json.loads(sample_summary().model_dump_json())
        change(emitted)
        assert any(fault in found for found in faults(emitted, schema, schema))


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "$") -> Any:
    """A small validator for the keywords that decide about shape: no library for it is a dependency."""
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, path)
        return
    if "anyOf" in schema:
        tried = [list(faults(value, part, root, path)) for part in schema["anyOf"]]
        if all(tried):
            yield from min(tried, key=len)
        return
    python = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "array": list,
        "object": dict,
        "null": type(None),
    }
    if not isinstance(value, python[schema["type"]]):  # type: ignore[arg-type]
        yield f"{path} is {type(value).__name__}, not {schema['type']}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path} is {value!r}"
    if isinstance(value, dict):
        yield from (f"{path}.{name} is missing" for name in schema["required"] if name not in value)
        yield from (
            f"{path}.{name} is not in the schema" for name in value if name not in schema["properties"]
        )
        for name, part in schema["properties"].items():
            if name in value:
                yield from faults(value[name], part, root, f"{path}.{name}")
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from faults(item, schema["items"], root, f"{path}[{position}]")


OLD: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "kind": {"$ref": "#/$defs/Kind"},
        "count": {"anyOf": [{"type": "integer"}, {"type": "null"}], "minimum": 0},
        "share": {"type": "number", "maximum": 1},
        "day": {"type": "string", "format": "date"},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}, "maxItems": 5},
        "free": {},
    },
    "required": ["name", "kind", "parts"],
    "$defs": {
        "Kind": {"type": "string", "enum": ["a", "b"]},
        "Part": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "pattern": "^P"},
                "inner": {"anyOf": [{"$ref": "#/$defs/Part"}, {"type": "null"}]},
            },
            "required": ["id"],
        },
    },
}


def changed(*path: str, to: Any) -> dict[str, Any]:
    """`OLD` with the value at ``path`` replaced; ``...`` removes it."""
    schema = copy.deepcopy(OLD)
    node = schema
    for key in path[:-1]:
        node = node[key]
    if to is ...:
        del node[path[-1]]
    else:
        node[path[-1]] = to
    return schema


PROPERTIES = "properties"


class TestBreakingChanges:
    @pytest.mark.parametrize(
        ("new", "change"),
        [
            (changed(PROPERTIES, "name", to=...), "$.name: removed"),
            (changed("required", to=["kind", "parts"]), "$.name: no longer always there"),
            (changed("$defs", "Part", "required", to=[]), "$.parts[].id: no longer always there"),
            (changed("$defs", "Part", PROPERTIES, "id", to=...), "$.parts[].id: removed"),
            (changed("$defs", "Kind", "enum", to=["a", "b", "c"]), "$.kind: new term 'c'"),
            (changed("$defs", "Kind", "enum", to=["a"]), "$.kind: term 'b' removed"),
            (
                changed("$defs", "Kind", to={"type": "string"}),
                "$.kind: any value may now come, not only the listed terms",
            ),
            (changed(PROPERTIES, "name", "enum", to=["x"]), "$.name: only listed terms may now come"),
            (changed(PROPERTIES, "name", "type", to=["string", "null"]), "$.name: may now be null"),
            (changed(PROPERTIES, "share", "type", to="integer"), "$.share: may no longer be number"),
            (changed(PROPERTIES, "count", to={"type": "integer"}), "$.count: may no longer be null"),
            (
                changed(PROPERTIES, "count", "anyOf", to=[{"type": "number"}, {"type": "null"}]),
                "$.count: may now be number",
            ),
            (changed(PROPERTIES, "count", "minimum", to=...), "$.count: minimum loosened from 0 to None"),
            (changed(PROPERTIES, "count", "minimum", to=-1), "$.count: minimum loosened from 0 to -1"),
            (changed(PROPERTIES, "share", "maximum", to=2), "$.share: maximum loosened from 1 to 2"),
            (changed(PROPERTIES, "name", "minLength", to=0), "$.name: minLength loosened from 1 to 0"),
            (changed(PROPERTIES, "parts", "maxItems", to=9), "$.parts: maxItems loosened from 5 to 9"),
            (
                changed(PROPERTIES, "day", "format", to="date-time"),
                "$.day: format changed from 'date' to 'date-time'",
            ),
            (
                changed("$defs", "Part", PROPERTIES, "id", "pattern", to="^Q"),
                "$.parts[].id: pattern changed from '^P' to '^Q'",
            ),
            (changed(PROPERTIES, "parts", to={"type": "array"}), "$.parts: its items may now be anything"),
            (changed(PROPERTIES, "free", to={"type": "string"}), "$.free: may no longer be anything"),
            (changed(PROPERTIES, "name", to={}), "$.name: may now be anything"),
        ],
    )
    def test_breaks(self, new: dict[str, Any], change: str) -> None:
        assert change in breaking_changes(OLD, new)

    @pytest.mark.parametrize(
        ("new", "why"),
        [
            (OLD, "nothing changed"),
            (changed(PROPERTIES, "extra", to={"type": "string"}), "a reader ignores what is new"),
            (changed("required", to=["name", "kind", "parts", "day"]), "always there is more than sometimes"),
            (changed("$defs", "Kind", "enum", to=["b", "a"]), "the order of terms says nothing"),
            (changed(PROPERTIES, "name", "description", to="Text"), "words for people"),
            (changed(PROPERTIES, "name", "title", to="Text"), "words for people"),
            (changed(PROPERTIES, "name", "minLength", to=3), "tighter"),
            (changed(PROPERTIES, "share", "maximum", to=0.5), "tighter"),
            (
                changed(PROPERTIES, "kind", to={"type": "string", "enum": ["a", "b"]}),
                "written out instead of referred to",
            ),
            (
                changed(PROPERTIES, "count", "anyOf", to=[{"type": "null"}, {"type": "integer"}]),
                "order of alternatives",
            ),
            (changed("$defs", "Unused", to={"type": "string"}), "nobody refers to it"),
        ],
    )
    def test_does_not_break(self, new: dict[str, Any], why: str) -> None:
        assert breaking_changes(OLD, new) == []

    def test_a_number_may_become_a_whole_number_beside_it(self) -> None:
        both = {"anyOf": [{"type": "integer"}, {"type": "number"}]}
        assert breaking_changes({"type": "number"}, both) == []
        assert breaking_changes(both, {"type": "number"}) == []

    def test_a_break_deep_inside_the_real_schema_is_found(self) -> None:
        new = copy.deepcopy(published_schema("summary"))
        new["$defs"]["Span"]["properties"].pop("start")
        new["$defs"]["Certainty"]["enum"].append("rumoured")
        changes = breaking_changes(published_schema("summary"), new)
        assert any(change.endswith(".words.start: removed") for change in changes)
        assert any(change.endswith(".certainty: new term 'rumoured'") for change in changes)


class TestCommand:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr(schema_export, "published_folder", lambda: tmp_path / "published")
        return tmp_path / "published"

    def test_writes_every_file(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert schema_export.main([]) == 0
        assert sorted(path.name for path in folder.iterdir()) == sorted(map(published_name, KINDS))
        text = (folder / published_name("events")).read_text(encoding="utf-8")
        assert json.loads(text) == published_schema("events")
        assert text.endswith("}\n")
        assert schema_export.main([]) == 0, "writing the same again is no change"

    def test_does_not_overwrite_what_readers_rely_on(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        schema_export.main([])
        path = folder / published_name("events")
        schema = json.loads(path.read_text(encoding="utf-8"))
        schema["properties"]["lost"] = {"type": "string"}
        path.write_text(json.dumps(schema), encoding="utf-8")
        before = path.read_bytes()
        assert schema_export.main([]) == 1
        assert "events: $.lost: removed" in capsys.readouterr().err
        assert path.read_bytes() == before
        assert schema_export.main(["--unreleased"]) == 0
        assert json.loads(path.read_text(encoding="utf-8")) == published_schema("events")

    def test_the_latest_is_by_number_not_by_letter(self, folder: Path) -> None:
        folder.mkdir()
        for version in ("1.9.0", "1.10.0", "2.0.0"):
            (folder / f"events-{version}.json").write_text(json.dumps({"version": version}))
        assert latest_published("events", 1) == {"version": "1.10.0"}
        assert latest_published("events", 3) is None
