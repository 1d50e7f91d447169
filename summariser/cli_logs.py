"""The options of the log, for every command that works; and OpenTelemetry, where the environment asks."""

from __future__ import annotations

import logging
import sys
from enum import StrEnum
from typing import Annotated, Any, Final

import typer
from rich.console import Console

from summariser.errors import ConfigurationError
from summariser.logs import tell
from summariser.settings import LogSettings
from summariser.terminal_console import stderr_console
from summariser.terminal_logs import start_log

log = logging.getLogger(__name__)

_LEVELS: Final = {"warning": logging.WARNING, "info": logging.INFO, "debug": logging.DEBUG}


class LogFormat(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"


VerboseOption = Annotated[
    int,
    typer.Option(
        "--verbose", "-v", count=True, show_default=False, metavar="",
        help="Log on stderr what is done; -vv says more. Never a word of an article.",
    ),
]  # fmt: skip
LogFormatOption = Annotated[
    LogFormat | None,
    typer.Option("--log-format", show_default=False, help="Lines to read (the default), or JSON Lines."),
]


def watch(verbose: int, form: LogFormat | None) -> Console:
    """Start the log and, if the environment asks for it, OpenTelemetry.

    Args:
        verbose: How often ``-v`` was given; 0 leaves it to SUMMARISER_LOG.
        form: ``--log-format``; None leaves it to SUMMARISER_LOG_FORMAT.

    Returns:
        Standard error, for live lines: the log appears above them.

    Raises:
        ConfigurationError: A variable that has no such value.
    """
    settings, console = LogSettings.from_environment(), stderr_console()
    level = _LEVELS[settings.level] if not verbose else logging.INFO if verbose == 1 else logging.DEBUG
    start_log(console, level, form.value if form is not None else settings.form)
    if settings.exports:
        _export()
    return console


def _export() -> None:
    """Set up the SDK as the OTEL_* variables say. Where it is not installed, the log says so."""
    try:
        from opentelemetry import trace  # noqa: PLC0415 - an extra
        from opentelemetry.sdk._configuration import _OTelSDKConfigurator  # noqa: PLC0415
        from opentelemetry.sdk.metrics.export import ConsoleMetricExporter  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import ConsoleSpanExporter  # noqa: PLC0415
    except ImportError as missing:
        tell(log, logging.WARNING, "telemetry.off", why=f"{missing.name} is not installed")
        return
    if not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        return  # somebody has set it up: opentelemetry-instrument

    class Configurator(_OTelSDKConfigurator):
        """As the SDK wants it: subclassed."""

    # Standard output is for results.
    to_stderr: dict[type, dict[str, Any]] = {
        ConsoleSpanExporter: {"out": sys.stderr},
        ConsoleMetricExporter: {"out": sys.stderr},
    }
    configurator: Any = Configurator  # it has no types
    try:
        configurator().configure(exporter_args_map=to_stderr)
    except (RuntimeError, ValueError, ImportError) as error:
        raise ConfigurationError(
            f"OpenTelemetry cannot be set up: {error}", "Correct the OTEL_* variables, or unset them"
        ) from error
