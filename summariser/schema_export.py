"""The result's JSON Schema as a published artefact, and the check that a new one breaks no reader.

``python -m summariser.schema_export`` writes the files under ``schemas/published/``. A program that
reads results relies on them, so they are kept: a change that breaks it needs a new major version.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

import summariser.schemas
from summariser.errors import ConfigurationError
from summariser.files import write_whole
from summariser.schema_compatibility import breaking_changes
from summariser.schemas import SCHEMA_VERSION, EventSummary, HumanitarianSummary, Strict, Summary
from summariser.schemas.brief import Brief

KINDS: Final[dict[str, type[Strict]]] = {
    "events": EventSummary,
    "humanitarian": HumanitarianSummary,
    "summary": Summary,
    "brief": Brief,
}
COMMAND: Final = "python -m summariser.schema_export"
Schema = dict[str, Any]

_KEYWORDS: Final = (
    *("$schema", "$id", "title", "description", "version", "type", "const", "enum", "anyOf", "$ref"),
    *("format", "pattern", "minLength", "maxLength", "minimum", "exclusiveMinimum", "maximum"),
    *("exclusiveMaximum", "items", "prefixItems", "minItems", "maxItems", "properties", "required", "$defs"),
)
"""The order of the keywords in a published file, so that a change shows as a small difference."""
_RENAMED: Final = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
"""What pydantic leaves untranslated where a bound stands on a union (``int | float``)."""


def published_schema(kind: str) -> Schema:
    """JSON Schema (draft 2020-12) of what `summarise` prints, of one of its two parts, or of a brief.

    Args:
        kind: ``"events"``, ``"humanitarian"``, ``"summary"`` (the whole result), or ``"brief"`` (what many
            results are put side by side in).

    Raises:
        ConfigurationError: Another kind.
    """
    if kind not in KINDS:
        raise ConfigurationError(f"There is no schema {kind!r}", f"Choose one of {', '.join(KINDS)}")
    schema = _as_read(KINDS[kind].model_json_schema(mode="serialization"))
    if "schema_version" in schema["properties"]:
        # Each release of a major version is read by whoever reads the first: the number itself may rise.
        major = SCHEMA_VERSION.split(".")[0]
        schema["properties"]["schema_version"] = {
            "type": "string",
            "pattern": rf"^{major}\.[0-9]+\.[0-9]+$",
            "description": "Semantic version of this schema.",
        }
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["$id"] = f"urn:summariser:schema:{kind}:{SCHEMA_VERSION}"
    schema["version"] = SCHEMA_VERSION
    return _ordered(schema)


def published_folder() -> Path:
    """Where the published files lie, in a checkout as in an installed package."""
    return Path(summariser.schemas.__file__).resolve().parent / "published"


def published_name(kind: str, version: str = SCHEMA_VERSION) -> str:
    """``events-1.0.0.json``."""
    return f"{kind}-{version}.json"


def to_json(schema: Schema) -> str:
    """The text of a published file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _as_read(node: Any) -> Any:
    """The schema from a reader's side.

    We refuse unknown fields; a reader ignores those of a later release. And every field is always
    there, so its default says nothing.
    """
    if isinstance(node, list):
        return [_as_read(item) for item in node]
    if not isinstance(node, dict):
        return node
    schema = {
        _RENAMED.get(k, k): _as_read(v)
        for k, v in node.items()
        if k not in {"default", "additionalProperties"}
    }
    if "properties" in schema:
        # Below "properties" and "$defs" stand names, not keywords, hence the untouched names here.
        schema["properties"] = {name: _as_read(part) for name, part in node["properties"].items()}
        schema["required"] = list(node["properties"])
    if "$defs" in node:
        schema["$defs"] = {name: _as_read(part) for name, part in node["$defs"].items()}
    return schema


def _ordered(schema: Schema) -> Schema:
    """Keywords in a fixed order, definitions by name; properties keep theirs, which is the models'."""
    place = {keyword: position for position, keyword in enumerate(_KEYWORDS)}
    ordered: Schema = {}
    for key in sorted(schema, key=lambda k: (place.get(k, len(place)), k)):
        value = schema[key]
        if key == "$defs":
            value = {name: _ordered(value[name]) for name in sorted(value)}
        elif key == "properties":
            value = {name: _ordered(part) for name, part in value.items()}
        elif key in {"anyOf", "prefixItems"}:
            value = [_ordered(part) for part in value]
        elif isinstance(value, dict):
            value = _ordered(value)
        ordered[key] = value
    return ordered


def latest_published(kind: str, major: int) -> Schema | None:
    """The newest published schema of a major version; None where there is none."""
    versions = []
    for path in published_folder().glob(f"{kind}-{major}.*.*.json"):
        version = tuple(int(part) for part in path.stem.removeprefix(f"{kind}-").split("."))
        versions.append((version, path))
    if not versions:
        return None
    schema: Schema = json.loads(max(versions)[1].read_text(encoding="utf-8"))
    return schema


def main(arguments: list[str] | None = None) -> int:
    """Write the current version's files; 1, and nothing written, where that would break readers."""
    parser = argparse.ArgumentParser(prog=COMMAND, description="Write the published JSON Schemas.")
    parser.add_argument(
        "--unreleased",
        action="store_true",
        help="replace the files although readers would break: only before this version was ever released",
    )
    options = parser.parse_args(arguments)
    schemas = {kind: published_schema(kind) for kind in KINDS}
    major = int(SCHEMA_VERSION.split(".")[0])
    broken = []
    for kind, schema in schemas.items():
        before = latest_published(kind, major)
        broken += [f"{kind}: {change}" for change in breaking_changes(before, schema)] if before else []
    if broken and not options.unreleased:
        sys.stderr.write(
            "\n".join([*broken, "Raise the major version of SCHEMA_VERSION, or pass --unreleased.\n"])
        )
        return 1
    published_folder().mkdir(exist_ok=True)
    for kind, schema in schemas.items():
        path = published_folder() / published_name(kind)
        write_whole(path, to_json(schema))
        sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
