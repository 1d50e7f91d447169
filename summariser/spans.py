"""Spans and metrics for OpenTelemetry, where its API is installed (extra ``otel``); otherwise nothing.

The library uses the API alone: which provider records, samples and exports is the program's choice, and
without one the API does next to nothing. Calls to a model follow the GenAI semantic conventions (0.1.0); what
they have no name for is called ``summariser.*``.

No attribute holds text of an article, of a prompt or of an answer, nor a key; of an error its class alone is
kept, for messages can quote either.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from contextvars import Context, copy_context
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summariser._version import __version__
from summariser.logs import clean

if TYPE_CHECKING:
    from opentelemetry.metrics import Counter, Histogram, Meter, MeterProvider
    from opentelemetry.trace import Span as OtelSpan
    from opentelemetry.trace import Tracer

try:
    from opentelemetry import context as otel_context
    from opentelemetry import metrics, trace
except ImportError:
    INSTALLED = False
else:
    INSTALLED = True

Value = str | int | float | bool | tuple[str, ...] | None
"""What an attribute may be; None means that it is not there."""
Attributes = Mapping[str, Value]

_SCOPE: Final = "summariser"
_SECONDS: Final = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
"""Bounds of the histogram of durations, as the conventions advise."""
_COUNTERS: Final = {
    "input": ("input_tokens", "Tokens of prompts, those from a cache included."),
    "output": ("output_tokens", "Tokens that were generated."),
    "cached": ("cache_read.input_tokens", "Tokens of prompts that came from a cache."),
}


class Span:
    """An open span, or none: where nothing records, every method does nothing."""

    def __init__(self, span: OtelSpan | None = None) -> None:
        self._span = span if span is not None and span.is_recording() else None

    @property
    def is_recording(self) -> bool:
        """Whether it is worth while to work out attributes."""
        return self._span is not None

    def set(self, attributes: Attributes) -> None:
        """Set attributes."""
        if self._span is not None:
            self._span.set_attributes(_tidy(attributes))

    def event(self, name: str, attributes: Attributes) -> None:
        """Something that happened in it."""
        if self._span is not None:
            self._span.add_event(name, _tidy(attributes))

    def fail(self, error: BaseException) -> None:
        """It ended in an error."""
        if self._span is not None:
            self._span.set_attribute("error.type", type(error).__name__)
            self._span.set_status(trace.StatusCode.ERROR)


_NONE: Final = Span()


class Opened(Span):
    """A span that is ended by hand: for a stream, which must not change its caller's context."""

    def context(self) -> Context:
        """A copy of the current context in which this span is the current one."""
        context = copy_context()
        if self._span is not None:
            context.run(otel_context.attach, trace.set_span_in_context(self._span))
        return context

    def end(self) -> None:
        """End it."""
        if self._span is not None:
            self._span.end()


def are_wanted() -> bool:
    """Whether the program has set up a provider of spans or of metrics."""
    if not INSTALLED:
        return False
    # The API's own providers do nothing; whatever else there is was put there to record.
    providers = (trace.get_tracer_provider(), metrics.get_meter_provider())
    own = ("opentelemetry.trace", "opentelemetry.metrics")
    return not all(type(provider).__module__.startswith(own) for provider in providers)


@contextlib.contextmanager
def span(name: str, attributes: Attributes | None = None, *, client: bool = False) -> Iterator[Span]:
    """A span around the block, the current one in it. What the block raises marks it as failed.

    Args:
        name: Its name; of few different values.
        attributes: What is known at its beginning.
        client: Whether it is a call to another program.
    """
    if not INSTALLED:
        yield _NONE
        return
    kind = trace.SpanKind.CLIENT if client else trace.SpanKind.INTERNAL
    # An exception's message and traceback can quote the article: its class alone is kept.
    with _tracer().start_as_current_span(
        clean(name), kind=kind, record_exception=False, set_status_on_exception=False
    ) as current:
        opened = Span(current)
        opened.set(attributes or {})
        try:
            yield opened
        except BaseException as error:
            opened.fail(error)
            raise


def open_span(name: str, attributes: Attributes) -> Opened:
    """A span that is not made the current one; see `Opened`."""
    if not INSTALLED:
        return Opened()
    opened = Opened(_tracer().start_span(name))
    opened.set(attributes)
    return opened


def current() -> Span:
    """The current span."""
    return Span(trace.get_current_span()) if INSTALLED else _NONE


def count_call(
    attributes: Attributes, *, seconds: float, tokens: Mapping[str, int], error: str | None = None
) -> None:
    """Add a call to the metrics.

    Args:
        attributes: Of few different values: operation, provider, model, server.
        seconds: Wall time.
        tokens: As the server counts them: ``input``, ``output``, ``cached``.
        error: The class of the error that it ended in.
    """
    if not INSTALLED:
        return
    instruments, tidy = _instruments(_meter()), _tidy(attributes)
    instruments.duration.record(seconds, {**tidy, **_tidy({"error.type": error})})
    for kind, counter in instruments.tokens.items():
        counter.add(tokens[kind], {**tidy, "gen_ai.token.modality": "text"})


@dataclass(frozen=True, slots=True)
class _Instruments:
    duration: Histogram
    tokens: Mapping[str, Counter]


@lru_cache(maxsize=4)
def _instruments(meter: Meter) -> _Instruments:
    """Made once: without a provider the API keeps whatever it is asked to make."""
    duration = meter.create_histogram(
        "gen_ai.client.inference.duration",
        "s",
        "How long calls to the model took, retries included.",
        explicit_bucket_boundaries_advisory=_SECONDS,
    )
    tokens = {
        kind: meter.create_counter(f"gen_ai.client.inference.usage.{name}", "{token}", about)
        for kind, (name, about) in _COUNTERS.items()
    }
    return _Instruments(duration, tokens)


def _meter() -> Meter:
    return _meter_of(metrics.get_meter_provider())


@lru_cache(maxsize=4)
def _meter_of(provider: MeterProvider) -> Meter:
    return provider.get_meter(_SCOPE, __version__)


def _tracer() -> Tracer:
    return trace.get_tracer(_SCOPE, __version__)


def _tidy(attributes: Attributes) -> dict[str, str | int | float | bool | tuple[str, ...]]:
    return {name: _clean(value) for name, value in attributes.items() if value is not None}


def _clean(value: str | int | float | bool | tuple[str, ...]) -> str | int | float | bool | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(map(clean, value))
    return clean(value) if isinstance(value, str) else value
