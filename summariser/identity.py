"""What a result depends on, as one hash: the key of finished work.

Two runs have the same key for an article exactly when they would make the same summary: the same text,
pages, day of publication, source and title, told by the same; the same prompts, schemas and rules; the same
model, asked in the same way. So a rerun finds what is done, and does anew what has changed and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from summariser._version import __version__
from summariser.articles import TOLD, Article
from summariser.confidence import Rater
from summariser.engines.base import EngineInfo
from summariser.prompting import load_prompt
from summariser.schemas import SCHEMA_VERSION
from summariser.settings import Settings

_SHOWS_OR_KEEPS = (
    "api", "batch", "brief", "budgets", "cli", "evals", "exports", "files", "identity", "logs", "outline",
    "output", "page", "pictures", "prices", "progress", "prompts", "ray", "schema_", "settings", "spans",
    "start", "stopwatch", "store", "stream_log", "terminal", "workers", "__",
)  # fmt: skip
"""Beginnings of the names of modules that change no result: what shows, keeps, counts or starts it. (Prompts
have hashes of their own.)"""
_ANY_MODEL = "default"


class Identity:
    """Everything that a result depends on beside its article.

    Args:
        info: Which model answers.
        settings: How it is asked.
        kind: Which summaries are made.
        min_confidence: What is left out of them.
        rater: What gives values their confidence.
    """

    def __init__(
        self, info: EngineInfo, settings: Settings, *, kind: str, min_confidence: float | None, rater: Rater
    ) -> None:
        self.facts: dict[str, object] = {
            "summariser": __version__,
            "rules": rules_sha256(),
            "prompts": _prompts(),
            "schema": SCHEMA_VERSION,
            "engine": info.engine,
            "model": info.model,
            "model_sha256": info.model_sha256 or _own_file(settings),
            # A server that is asked for "whatever you have" is known by its address alone.
            "address": (settings.base_url or settings.openai_base_url) if info.model == _ANY_MODEL else None,
            "extra_body": settings.extra_body,
            "context_tokens": info.context_tokens,
            "strategy": info.strategy,
            "kind": kind,
            "min_confidence": min_confidence,
            "rater": getattr(rater, "__qualname__", type(rater).__name__),
        }
        self._sha256 = _hash(self.facts)

    def key(self, article: Article) -> bytes:
        """The key of an article's result: 32 bytes of SHA-256."""
        published = article.published.isoformat() if article.published else None
        of_article = [article.sha256, published, article.source, article.title]
        of_file = [article.pages, article.unread, [article.origin_of(field) for field in TOLD]]
        return bytes.fromhex(_hash([self._sha256, of_article, of_file]))


@cache
def rules_sha256() -> str:
    """Hash of the rules, schemas, word lists and tables: in a checkout they change between versions."""
    digest = hashlib.sha256()
    for name, file in sorted(_rule_files(resources.files("summariser"), "")):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _rule_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if name.startswith(_SHOWS_OR_KEEPS):
            continue
        if entry.is_dir():
            yield from _rule_files(entry, f"{name}/")
        elif name.endswith((".py", ".json")):
            yield name, entry


@cache
def _prompts() -> tuple[tuple[str, str, str], ...]:
    """Name, version and hash of every prompt: which of them an article needs is known only after it."""
    folder = resources.files("summariser.prompts")
    names = sorted(f.name for f in folder.iterdir() if f.is_dir() and (f / "examples.json").is_file())
    return tuple((p.name, p.version, p.sha256) for p in map(load_prompt, names))


def _own_file(settings: Settings) -> str | None:
    """Hash of a model or script that is a file of the caller's, which no catalogue vouches for."""
    name = (settings.model or "").removeprefix("scripted:")
    if name == settings.model and not name.lower().endswith(".gguf"):
        return None
    path = Path(name).expanduser()
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hash(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
