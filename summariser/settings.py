"""Settings: what the caller, or else the environment, asks for. The only reader of the environment.

Nothing is decided here that needs the model catalogue: which engine a name means is
``summariser.engines.make_engine``'s business. An argument wins over a ``SUMMARISER_*`` variable,
which wins over an ``OPENAI_*`` one; an empty variable counts as unset. The key is a ``SecretStr``
from the first moment, so that no repr, log or error can show it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from summariser.errors import BadEndpoint, ConfigurationError

_VARIABLES: dict[str, tuple[str, ...]] = {
    # field: the variables that can set it, first one wins
    "model": ("SUMMARISER_MODEL",),
    "base_url": ("SUMMARISER_BASE_URL",),
    "openai_base_url": ("OPENAI_BASE_URL",),
    "api_key": ("SUMMARISER_API_KEY", "OPENAI_API_KEY"),
    "strategy": ("SUMMARISER_STRATEGY",),
    "cache_dir": ("SUMMARISER_CACHE_DIR",),
    "threads": ("SUMMARISER_THREADS",),
    "context_tokens": ("SUMMARISER_CONTEXT",),
    "timeout_seconds": ("SUMMARISER_TIMEOUT",),
    "attempts": ("SUMMARISER_ATTEMPTS",),
    "retry_seconds": ("SUMMARISER_RETRY_SECONDS",),
    "offline": ("SUMMARISER_OFFLINE",),
}


def check_base_url(url: str) -> str:
    """The URL without a trailing slash, or a ``BadEndpoint`` that says what is wrong with it.

    Raises:
        BadEndpoint: No http(s) scheme, no host, or secrets inside the URL.
    """
    advice = "Give something like http://127.0.0.1:8000/v1"
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise BadEndpoint("The base URL is not a URL", advice) from None
    if parts.username or parts.password or parts.query or parts.fragment:
        # A URL stands in logs and reports; what is secret in it would stand there too. Not echoed.
        raise BadEndpoint(
            "The base URL holds a user, a query or a fragment", "Give the key as api_key instead"
        )
    if parts.scheme not in {"http", "https"} or not host or any(c.isspace() for c in url.strip()):
        raise BadEndpoint(f"{url.strip()[:80]!r} is no http(s) URL with a host", advice)
    return url.strip().rstrip("/")


class Settings(BaseModel):
    """Everything that can be set about the engine. Frozen; build it with ``from_environment``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str | None = None
    """A catalogue name, a hosted model's name, a path to a .gguf file, or ``scripted:FILE``."""
    base_url: str | None = None
    """An OpenAI-compatible endpoint that the caller chose for summariser."""
    openai_base_url: str | None = None
    """OPENAI_BASE_URL: meant for every program, so a model that runs here is not sent to it."""
    api_key: SecretStr | None = None
    strategy: Literal["stepwise", "single"] | None = None
    """Overrides the catalogue's strategy for the model."""
    cache_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_cache_dir("summariser", False)))
    threads: int | None = Field(default=None, ge=1, le=1024)
    """Threads of the embedded engine; by default one for each physical core that may be used."""
    context_tokens: int | None = Field(default=None, ge=256)
    """Context window, in tokens; by default the catalogue's."""
    timeout_seconds: float | None = Field(default=None, gt=0)
    """For one call, from sending to the last byte; by default 120 for an endpoint, 900 embedded."""
    attempts: int = Field(default=5, ge=1, le=20)
    """How often one call is sent at most, the first time included."""
    retry_seconds: float = Field(default=600.0, gt=0)
    """After this long no further attempt at the same call begins; a longer Retry-After is not waited for."""
    first_wait_seconds: float = Field(default=0.5, ge=0)
    """Pause before the second attempt; doubles each time, with jitter, unless Retry-After says more."""
    start_timeout_seconds: float = Field(default=180.0, gt=0)
    """How long the embedded engine may take to load its model."""
    offline: bool = False
    """Never fetch a model over the network."""
    extra_body: dict[str, Any] = Field(default_factory=dict)
    """Sent with each request to an endpoint beside the standard fields."""

    @field_validator("base_url", "openai_base_url")
    @classmethod
    def _check_url(cls, url: str | None) -> str | None:
        return None if url is None else check_base_url(url)

    @field_validator("api_key")
    @classmethod
    def _check_key(cls, key: SecretStr | None) -> SecretStr | None:
        if key is None:
            return None
        # A pasted key often ends in a newline. What cannot stand in a header must fail here: the HTTP
        # client's own complaint would print the key.
        text = key.get_secret_value().strip()
        if not text:
            return None
        if not text.isascii() or not text.isprintable() or " " in text:
            raise ConfigurationError("The API key holds characters that no key has", "Copy it again")
        return SecretStr(text)

    @classmethod
    def from_environment(
        cls,
        model: str | None = None,
        base_url: str | None = None,
        api_key: str | SecretStr | None = None,
        *,
        environment: Mapping[str, str] | None = None,
        **overrides: Any,
    ) -> Self:
        """Settings from the arguments, then the environment, then the defaults.

        Args:
            model: Model name, path or ``scripted:FILE``.
            base_url: Endpoint; with it the embedded engine is not used.
            api_key: Key for the endpoint.
            environment: In place of ``os.environ``, for tests.
            **overrides: Any other field; ``None`` means not given.

        Raises:
            BadEndpoint: The base URL is not one.
            ConfigurationError: Another value is malformed; names the variable it came from.
        """
        variables = os.environ if environment is None else environment
        values: dict[str, Any] = {"model": model, "base_url": base_url, "api_key": api_key, **overrides}
        values = {name: value for name, value in values.items() if value is not None}
        origin = {}
        for name, candidates in _VARIABLES.items():
            variable = next((v for v in candidates if variables.get(v, "").strip()), None)
            if variable and name not in values:
                values[name], origin[name] = variables[variable].strip(), variable
        try:
            return cls(**values)
        except ValidationError as error:
            raise _explained(error, origin) from None


def _explained(error: ValidationError, origin: Mapping[str, str]) -> ConfigurationError:
    """One line for the first wrong setting, naming where it came from and never showing a value."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else "settings"
    source = origin.get(name, name)
    return ConfigurationError(
        f"{source} is not valid: {first['msg']}", f"Correct {source}", setting=name, source=source
    )
