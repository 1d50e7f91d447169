"""LangExtract with its OpenAI provider, an output schema made by its own helpers, and the same examples.

Each fact is an extraction, whose words are the span; what it says is in the attributes. An event's figures
follow it.
"""

from __future__ import annotations

import logging
from typing import Any, Final

from summariser.evals.peers.forms import FORMS, MOST, Answer, Example, Prompts, prompts, worded
from summariser.evals.peers.mapping import prediction
from summariser.evals.peers.systems import (
    MAX_TOKENS,
    Answered,
    Meter,
    Server,
    digest,
    failure,
    metered_client,
    versions,
)
from summariser.evals.suites.base import Case, Suite

CLASSES: Final[dict[str, dict[str, str]]] = {
    "idmc": {"figure": "IdmcFigure"},
    "muc4": {"incident": "Muc4Incident"},
    "newsroom": {"event": "NewsEvent", "figure": "NewsFigure", "displacement": "NewsDisplacement"},
}
"""Extraction classes, and the form that each one's attributes fill in."""
_LISTS: Final = {"idmc": {"figure": "figures"}, "muc4": {"incident": "incidents"}}
_HOW: Final = (
    "\n\nEach fact is one extraction. Its text is the words that state it, copied exactly, "
    "in the order of the article."
)
_HOW_EVENTS: Final = " The figures of an event follow it."


class LangExtractPeer:
    """One call a chunk; an article of the suites is one chunk."""

    name = "langextract"

    def __init__(self, server: Server) -> None:
        from langextract.providers.openai import OpenAILanguageModel  # noqa: PLC0415 - the group "peers"

        self._server = server
        self._meter = Meter()
        self._model = OpenAILanguageModel(
            model_id=server.model,
            api_key=server.api_key.get_secret_value(),
            base_url=server.base_url,
            temperature=0.0,
            max_workers=1,
            max_output_tokens=MAX_TOKENS,
        )
        # Its own client counts no tokens, has no time limit of ours, and sends again by itself.
        self._model._client = metered_client(server, lambda: self._meter)

    def fingerprint(self, suite: str) -> str:
        """See ``System``."""
        limits = (MAX_TOKENS, self._server.call_seconds)
        told = prompts(suite)
        asked = (description(suite, told), told.examples, told.chunk_characters)
        return digest(
            self.name, versions("langextract"), asked, output_schema(suite), self._server.model, limits
        )

    def answer(self, suite: Suite, case: Case) -> Answered:
        """See ``System``."""
        import langextract  # noqa: PLC0415
        from langextract.prompt_validation import PromptValidationLevel  # noqa: PLC0415

        logging.getLogger("absl").setLevel(logging.ERROR)
        self._meter = Meter()
        told = prompts(suite.name)
        published = case.article.published
        try:
            found = langextract.extract(
                case.article.text,
                prompt_description=description(suite.name, told),
                examples=[example_data(suite.name, example) for example in told.examples],
                model=self._model,
                output_schema=output_schema(suite.name),
                max_char_buffer=told.chunk_characters,
                additional_context=worded(published, "").strip() or None,
                resolver_params={"suppress_parse_errors": False},
                # An example without any fact fails the check of prompts.
                prompt_validation_level=PromptValidationLevel.OFF,
                show_progress=False,
                batch_length=1,
                max_workers=1,
            )
            answer = form_of(suite.name, found.extractions or [])
            return Answered(prediction(case.id, case.article, answer), cost=self._meter)
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is its failure on this article
            return failure(error, self._meter)


def description(suite: str, told: Prompts) -> str:
    """The prompt: the guide that instructor has, and how extractions are written."""
    return told.guide + _HOW + (_HOW_EVENTS if suite == "newsroom" else "")


def output_schema(suite: str) -> dict[str, Any]:
    """LangExtract's envelope, with the attributes of our forms."""
    items = []
    definitions = FORMS[suite].model_json_schema()["$defs"]
    for name, form in CLASSES[suite].items():
        fields = dict(definitions[form]["properties"])
        # The extraction's own words are the quote; figures are extractions by themselves.
        attributes = {f: _inline(s, definitions) for f, s in fields.items() if f not in {"quote", "figures"}}
        required = [f for f in definitions[form].get("required", ()) if f in attributes]
        items.append(
            {
                "type": "object",
                "properties": {
                    name: {"type": "string"},
                    f"{name}_attributes": {
                        "type": "object",
                        "properties": attributes,
                        "required": required,
                        "additionalProperties": False,
                    },
                },
                "required": [name, f"{name}_attributes"],
                "additionalProperties": False,
            }
        )
    most = MOST * len(items)
    extractions = {
        "type": "array",
        "maxItems": most,
        "items": items[0] if len(items) == 1 else {"anyOf": items},
    }
    return {
        "type": "object",
        "properties": {"extractions": extractions},
        "required": ["extractions"],
        "additionalProperties": False,
    }


def _inline(schema: Any, definitions: dict[str, Any]) -> Any:
    """The schema without references: the envelope has no place for definitions."""
    if isinstance(schema, list):
        return [_inline(part, definitions) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inline(definitions[schema["$ref"].rsplit("/", 1)[1]], definitions)
    return {
        k: _inline(v, definitions) for k, v in schema.items() if k not in {"title", "default", "description"}
    }


def example_data(suite: str, example: Example) -> Any:
    """An example as LangExtract takes it."""
    from langextract.data import ExampleData, Extraction  # noqa: PLC0415

    extractions = [
        Extraction(extraction_class=name, extraction_text=words, attributes=attributes)
        for name, words, attributes in facts_of(suite, example)
    ]
    return ExampleData(text=example.text, extractions=extractions)


def facts_of(suite: str, example: Example) -> list[tuple[str, str, dict[str, Any]]]:
    """An example's facts one by one: class, words, attributes."""
    found: list[tuple[str, str, dict[str, Any]]] = []

    def add(name: str, fact: dict[str, Any]) -> None:
        words = fact.get("words") or fact["quote"]
        inside = {k: v for k, v in fact.items() if k not in {"words", "quote", "figures"}}
        found.append((name, words, inside))

    if suite in _LISTS:
        for name, part in _LISTS[suite].items():
            for fact in example.answer[part]:
                add(name, fact)
        return found
    for event in example.answer["events"]:
        add("event", event)
        for figure in event["figures"]:
            add("figure", figure)
    for movement in example.answer["displacement"]:
        add("displacement", movement)
    return found


def form_of(suite: str, extractions: list[Any]) -> Answer:
    """The form that extractions fill in.

    Raises:
        ValidationError: They do not.
    """
    facts = [(e.extraction_class, e.extraction_text, dict(e.attributes or {})) for e in extractions]
    if suite in _LISTS:
        ((name, part),) = _LISTS[suite].items()
        return FORMS[suite].model_validate({part: [fact for kind, _, fact in facts if kind == name][:MOST]})
    events: list[dict[str, Any]] = []
    moved = [fact for kind, _, fact in facts if kind == "displacement"]
    for kind, words, fact in facts:
        if kind == "event":
            events.append({**fact, "quote": words[:200], "figures": []})
        elif kind == "figure" and events and len(events[-1]["figures"]) < MOST:
            events[-1]["figures"].append(fact)
    return FORMS[suite].model_validate({"events": events[:MOST], "displacement": moved[:MOST]})
