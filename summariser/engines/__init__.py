"""Engines: from settings to something that answers.

``make_engine`` decides which engine a set of settings means. Without any it is the embedded model;
a base URL or a key makes it an endpoint; ``scripted:FILE`` is a script.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from summariser.engines.base import Engine, EngineInfo
from summariser.engines.catalogue import CatalogueModel, catalogue
from summariser.engines.models import ModelFile, Progress, ShowProgress, ensure_model
from summariser.errors import ConfigurationError, UnreadableSource
from summariser.files import mark_of
from summariser.settings import Settings

__all__ = ["make_engine"]

_SCRIPTED = "scripted:"
_ANY_MODEL = "default"
"""What to call the model of a server that serves one and does not care for its name."""
_ENDPOINT_SECONDS = 120.0
_EMBEDDED_SECONDS = 900.0


def make_engine(settings: Settings, progress: ShowProgress | None = None) -> Engine:
    """The engine that the settings mean. Nothing is started, fetched or called yet.

    ====================================== =====================================================
    settings                               engine
    ====================================== =====================================================
    nothing                                embedded, the catalogue's default model
    model of the catalogue, or a .gguf     embedded, that model (OPENAI_BASE_URL is not meant)
    base_url                               that endpoint; the key is optional
    key only, or a key and a model         the OpenAI API, or OPENAI_BASE_URL
    ``scripted:FILE``                      answers from the file
    ====================================== =====================================================

    Args:
        settings: What is asked for.
        progress: Shown how a model's file is fetched, when the first question needs it.

    Raises:
        UnknownModel: A name that is in no list, without an endpoint to ask for it.
        ConfigurationError: A hosted model without a key.
        UnreadableSource: A model file or script that is not there.
    """
    name = settings.model
    if name and name.startswith(_SCRIPTED):
        from summariser.engines.scripted import ScriptedEngine  # noqa: PLC0415 - see _embedded

        return ScriptedEngine.from_file(
            name.removeprefix(_SCRIPTED), strategy=settings.strategy or "stepwise"
        )
    if settings.base_url is None:
        if name and name.lower().endswith(".gguf"):
            return _own_file(settings, Path(name).expanduser())
        known = catalogue().find(name) if name else None
        if known is None and name is None and not (settings.api_key or settings.openai_base_url):
            known = catalogue().get(catalogue().default)
        if known is not None:
            return _from_catalogue(settings, known, progress)
    return _endpoint(settings)


def _from_catalogue(settings: Settings, model: CatalogueModel, progress: ShowProgress | None) -> Engine:
    def find_model(check: Callable[[], None]) -> ModelFile:
        def show(state: Progress) -> None:
            check()
            if progress is not None:
                progress(state)

        return ensure_model(model.name, cache_dir=settings.cache_dir, progress=show, offline=settings.offline)

    info = EngineInfo(
        engine="embedded",
        engine_version=_version("xllamacpp"),
        model=model.name,
        model_sha256=model.sha256,
        context_tokens=settings.context_tokens or model.context_tokens,
        strategy=settings.strategy or model.strategy,
    )
    return _embedded(settings, info, find_model)


def _own_file(settings: Settings, path: Path) -> Engine:
    """A .gguf file of the caller's; no catalogue vouches for it, so its hash stays unknown."""
    if not path.is_file():
        raise UnreadableSource(f"There is no model file {path}", "Check the path", path=str(path))
    default = catalogue().get(catalogue().default)
    info = EngineInfo(
        engine="embedded",
        engine_version=_version("xllamacpp"),
        model=path.stem,
        model_sha256=None,
        context_tokens=settings.context_tokens or default.context_tokens,
        strategy=settings.strategy or default.strategy,
    )

    def find_model(_: Callable[[], None]) -> ModelFile:
        try:
            return ModelFile(path, mark_of(path))
        except OSError:
            raise UnreadableSource(
                f"There is no model file {path}", "Check the path", path=str(path)
            ) from None

    return _embedded(settings, info, find_model)


def _embedded(
    settings: Settings, info: EngineInfo, find_model: Callable[[Callable[[], None]], ModelFile]
) -> Engine:
    # Imported here: the SDK behind it takes a second to import, which `summariser --help` need not wait for.
    from summariser.engines.embedded import EmbeddedEngine, EmbeddedOptions  # noqa: PLC0415

    options = EmbeddedOptions(
        threads=settings.threads,
        timeout_seconds=settings.timeout_seconds or _EMBEDDED_SECONDS,
        start_timeout_seconds=settings.start_timeout_seconds,
    )
    return EmbeddedEngine(info, find_model, options)


def _endpoint(settings: Settings) -> Engine:
    from summariser.engines.openai_compatible import Endpoint, OpenAICompatibleEngine  # noqa: PLC0415
    from summariser.engines.retrying import Patience  # noqa: PLC0415
    from summariser.engines.wire import Dialect  # noqa: PLC0415

    base_url = settings.base_url or settings.openai_base_url
    name = settings.model or _hosted_name(settings)
    if base_url is None and settings.api_key is None:
        if not catalogue().is_hosted(name):
            raise catalogue().unknown_model(name)
        raise ConfigurationError(
            f"The hosted model {name} needs a key",
            "Set OPENAI_API_KEY, or give api_key or base_url",
            model=name,
        )
    rule, here = catalogue().rule(name), catalogue().find(name)
    info = EngineInfo(
        engine="openai",
        engine_version=_version("openai"),
        model=name,
        model_sha256=None,
        context_tokens=settings.context_tokens or (here or rule).context_tokens,
        strategy=settings.strategy or (here or rule).strategy,
    )
    dialect = Dialect(rule.limit_parameter, rule.temperature, rule.logprobs)
    patience = Patience(
        attempts=settings.attempts,
        timeout_seconds=settings.timeout_seconds or _ENDPOINT_SECONDS,
        retry_seconds=settings.retry_seconds,
        first_wait_seconds=settings.first_wait_seconds,
    )
    endpoint = Endpoint(
        base_url,
        settings.api_key,
        name,
        dialect,
        settings.extra_body,
        headers=settings.headers,
        is_openais=settings.base_url is None,
    )
    return OpenAICompatibleEngine(info, endpoint, patience)


def _hosted_name(settings: Settings) -> str:
    # A base URL chosen for summariser is somebody's own server, which has no model of OpenAI's.
    return _ANY_MODEL if settings.base_url or not settings.api_key else catalogue().hosted_default


@cache
def _version(distribution: str) -> str:
    # Kept: the whole of a distribution's metadata, its readme among it, is parsed for each answer.
    try:
        return f"{distribution} {importlib.metadata.version(distribution)}"
    except importlib.metadata.PackageNotFoundError:
        return distribution
