"""Prompts: versioned template files, rendered strictly, hashed into every result.

A prompt is a folder under ``prompts/``: ``v1.system.jinja`` (instructions and worked examples, the same
for every article, so that an engine's prefix cache keeps it), ``v1.user.jinja`` (the question) and
``examples.json`` (worked examples, which a test grounds in their own text). The first line of each
template is a comment with its version.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from summariser.engines.base import Message
from summariser.schemas import PromptUsed

_HEADER = re.compile(r"\{#\s*version:\s*(?P<version>\d+\.\d+\.\d+)\s*#\}")
_TOKEN = re.compile(r"<(?=[|｜/A-Za-z_])|[|｜](?=>)|\[(?=/?INST\])")
"""Where a blank breaks what some model's tokenizer takes for a control token."""
_ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - prompts are not markup


@cache
def _template(source: str) -> Template:
    """A template, parsed once and not for each question."""
    return _ENVIRONMENT.from_string(source)


@dataclass(frozen=True)
class Prompt:
    """One prompt: its templates, its examples, its identity."""

    name: str
    version: str
    sha256: str
    system: str
    """The rendered system text."""
    user: str
    """Source of the user template."""
    examples: tuple[dict[str, Any], ...]

    @property
    def used(self) -> PromptUsed:
        """Its identity, for the provenance."""
        return PromptUsed(name=self.name, version=self.version, sha256=self.sha256)

    def messages(self, **values: object) -> tuple[Message, ...]:
        """The system text and the question.

        Raises:
            jinja2.UndefinedError: The template uses a value that was not given.
        """
        question = _template(self.user).render(**{k: _inert(v) for k, v in values.items()})
        return (Message("system", self.system), Message("user", question.strip()))


def _inert(value: object) -> object:
    """Article text without chat-template tokens.

    llama.cpp reads ``<|im_start|>`` and ``<tool_call>`` in a message as control tokens, other servers
    ``[INST]``, so an article could forge a turn of the conversation. Only the prompt's copy is changed;
    offsets and evidence use the original.
    """
    if isinstance(value, str):
        return _TOKEN.sub(r"\g<0> ", value)
    if isinstance(value, (list, tuple)):
        return [_inert(v) for v in value]
    if isinstance(value, dict):
        return {k: _inert(v) for k, v in value.items()}
    return value


@cache
def load_prompt(name: str) -> Prompt:
    """The newest version of a prompt.

    Raises:
        FileNotFoundError: There is no such prompt (a programming error).
        ValueError: A template lacks its version header, or the two disagree.
    """
    folder = resources.files("summariser.prompts") / name
    system = (folder / "v1.system.jinja").read_text("utf-8")
    user = (folder / "v1.user.jinja").read_text("utf-8")
    raw_examples = (folder / "examples.json").read_text("utf-8")
    versions = {m.group("version") for m in (_HEADER.match(system), _HEADER.match(user)) if m}
    if len(versions) != 1:
        raise ValueError(
            f"prompt {name}: both templates need the same version header, found {sorted(versions)}"
        )
    examples = tuple(json.loads(raw_examples))
    digest = hashlib.sha256("\0".join((system, user, raw_examples)).encode()).hexdigest()
    rendered = [
        {
            "question": _ENVIRONMENT.from_string(user).render(**e["question"]).strip(),
            "answer": json.dumps(e["answer"], ensure_ascii=False, separators=(",", ":")),
        }
        for e in examples
    ]
    text = _ENVIRONMENT.from_string(system).render(examples=rendered).strip()
    return Prompt(name, versions.pop(), digest, text, user, examples)
