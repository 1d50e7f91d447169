"""Settings: what the caller, or else the environment, asks for. The only reader of the environment.

Nothing is decided here that needs the model catalogue: which engine a name means is
``summariser.engines.make_engine``'s business. An argument wins over a ``SUMMARISER_*`` variable,
which wins over an ``OPENAI_*`` one; an empty variable counts as unset. The key is a ``SecretStr``
from the first moment, so that no repr, log or error can show it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, Self
from urllib.parse import quote, urlsplit

import platformdirs
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)

from summariser.errors import BadEndpoint, ConfigurationError, SummariserError

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
    "openai_headers": ("OPENAI_CUSTOM_HEADERS",),
}
_KEY_NAMES: Final = re.compile(
    r"(?i)api[-_]?key|secret|passw|authorization|bearer|credential|(?:access|auth)[-_]?token"
)
"""Names of fields that hold a key."""


_SHORTEST_KEY: Final = 8


_LOG_VARIABLES = {"level": "SUMMARISER_LOG", "form": "SUMMARISER_LOG_FORMAT"}
_EXPORTERS = ("OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER", "OTEL_CONFIG_FILE")


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


class LogSettings(BaseModel):
    """What the command line logs, as far as no option says so, and whether it sends telemetry."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Literal["warning", "info", "debug"] = "warning"
    form: Literal["text", "json"] = "text"
    exports: bool = False
    """Whether a variable of OpenTelemetry's names an exporter."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """From SUMMARISER_LOG, SUMMARISER_LOG_FORMAT and the OTEL_* variables.

        Args:
            environment: In place of ``os.environ``, for tests.

        Raises:
            ConfigurationError: A value that there is not.
        """
        variables = os.environ if environment is None else environment
        values: dict[str, Any] = {
            name: variables[variable].strip().lower()
            for name, variable in _LOG_VARIABLES.items()
            if variables.get(variable, "").strip()
        }
        exporters = (variables.get(name, "").strip().lower() for name in _EXPORTERS)
        values["exports"] = any(value not in {"", "none"} for value in exporters)
        try:
            return cls(**values)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            name = str(first["loc"][0])
            raise _invalid(name, _LOG_VARIABLES[name], first["msg"]) from None


class Settings(BaseModel):
    """Everything that can be set about the engine. Frozen; build it with ``from_environment``."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

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
    timeout_seconds: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """For one call, from sending to the last byte; by default 120 for an endpoint, 900 embedded."""
    attempts: int = Field(default=5, ge=1, le=20)
    """How often one call is sent at most, the first time included."""
    retry_seconds: float = Field(default=600.0, gt=0, allow_inf_nan=False)
    """After this long no further attempt at the same call begins; a longer Retry-After is not waited for."""
    first_wait_seconds: float = Field(default=0.5, ge=0, allow_inf_nan=False)
    """Pause before the second attempt; doubles each time, with jitter, unless Retry-After says more."""
    start_timeout_seconds: float = Field(default=180.0, gt=0, allow_inf_nan=False)
    """How long the embedded engine may take to load its model."""
    offline: bool = False
    """Never fetch a model over the network."""
    extra_body: dict[str, Any] = Field(default_factory=dict)
    """Sent with each request to an endpoint beside the standard fields. No secret: it is recorded."""
    openai_headers: SecretStr | None = None
    """OPENAI_CUSTOM_HEADERS, a ``Name: value`` a line: sent to the OpenAI API, or what OPENAI_BASE_URL names
    in its place, and to nobody else."""

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except (SummariserError, ValidationError) as error:
            # Raised from here and with nothing in this frame: the values of frames, which a handler of
            # exceptions may show, and pydantic's own error hold what was given.
            problem = error if isinstance(error, SummariserError) else _explained(error)
            del self, values
            raise problem.with_traceback(None) from None

    @field_validator("base_url", "openai_base_url")
    @classmethod
    def _check_url(cls, url: str | None) -> str | None:
        return None if url is None else check_base_url(url)

    @field_validator("api_key")
    @classmethod
    def _check_key(cls, key: SecretStr | None) -> SecretStr | None:
        if key is None or not key.get_secret_value().strip():
            return None
        # What cannot stand in a header must fail here: the HTTP client's own complaint would print the key.
        # (A pasted key often ends in a newline.) The key in the clear is in no variable, for the frames of
        # what is raised may be shown with their values.
        if not _can_stand_in_a_header(key):
            raise ConfigurationError("The API key holds characters that no key has", "Copy it again")
        return SecretStr(key.get_secret_value().strip())

    @model_validator(mode="after")
    def _check_that_keys_are_where_keys_belong(self) -> Self:
        if _names_a_key(self.extra_body) or any(_holds(self.extra_body, secret) for secret in self.secrets):
            raise ConfigurationError(
                "extra_body holds a key, and what is in it is recorded", "Give the key as api_key"
            )
        urls = [url for url in (self.base_url, self.openai_base_url) if url]
        if any(_holds(urls, secret) for secret in self.secrets):
            raise BadEndpoint("The base URL holds the API key", "Give the key as api_key alone")
        return self

    @property
    def headers(self) -> dict[str, SecretStr]:
        """The extra headers by name; none where the OpenAI API is not meant."""
        if self.openai_headers is None or self.base_url is not None:
            return {}
        pairs = (line.partition(":") for line in self.openai_headers.get_secret_value().splitlines())
        return {name.strip(): SecretStr(value.strip()) for name, colon, value in pairs if colon}

    @property
    def secrets(self) -> tuple[SecretStr, ...]:
        """All that is sent and must not be seen."""
        return (*([self.api_key] if self.api_key else []), *self.headers.values())

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
        given: dict[str, Any] = {"model": model, "base_url": base_url, "api_key": api_key, **overrides}
        del model, base_url, api_key, overrides
        try:
            return cls._from(given, os.environ if environment is None else environment)
        except SummariserError as error:
            given, environment = {}, None
            raise error.with_traceback(None) from None

    @classmethod
    def _from(cls, given: Mapping[str, Any], variables: Mapping[str, str]) -> Self:
        values = {name: value for name, value in given.items() if value is not None}
        origin: dict[str, str] = {}
        for name, candidates in _VARIABLES.items():
            variable = next((v for v in candidates if variables.get(v, "").strip()), None)
            if variable and name not in values:
                values[name], origin[name] = variables[variable].strip(), variable
        try:
            return cls(**values)
        except ConfigurationError as error:
            wrong = str(error.details.get("setting"))
            if wrong not in origin:
                raise
            raise _invalid(wrong, origin[wrong], str(error.details["problem"])) from None


def _can_stand_in_a_header(key: SecretStr) -> bool:
    text = key.get_secret_value().strip()
    return text.isascii() and text.isprintable() and " " not in text


def _names_a_key(value: object) -> bool:
    """Whether a field's name, at any depth, says that its value is a key."""
    if isinstance(value, Mapping):
        return any(
            (isinstance(name, str) and _KEY_NAMES.search(name) is not None) or _names_a_key(inner)
            for name, inner in value.items()
        )
    return isinstance(value, list | tuple) and any(map(_names_a_key, value))


def _holds(value: object, secret: SecretStr) -> bool:
    """Whether a text, at any depth, holds the secret. What is short is a placeholder and no secret."""
    if isinstance(value, Mapping):
        return any(_holds(inner, secret) for inner in (*value.keys(), *value.values()))
    if isinstance(value, list | tuple):
        return any(_holds(inner, secret) for inner in value)
    key = secret.get_secret_value()
    return (
        isinstance(value, str)
        and len(key) >= _SHORTEST_KEY
        and (key in value or quote(key, safe="") in value)
    )


def _explained(error: ValidationError) -> ConfigurationError:
    """One line for the first wrong setting, never showing a value."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else "settings"
    return _invalid(name, name, first["msg"])


def _invalid(name: str, source: str, problem: str) -> ConfigurationError:
    return ConfigurationError(
        f"{source} is not valid: {problem}", f"Correct {source}", setting=name, source=source, problem=problem
    )
