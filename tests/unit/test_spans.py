"""Spans and metrics: the tree, under every article its own, errors, and never a text."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from answers import agree
from opentelemetry import trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.semconv._incubating.attributes import gen_ai_attributes
from opentelemetry.trace import SpanKind, StatusCode

from summariser import spans
from summariser.api import Summariser
from summariser.articles import Article
from summariser.engines.base import EngineInfo
from summariser.engines.calls import Target
from summariser.engines.loop import run_sync
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import RateLimited
from summariser.normalise.places import PlaceResolver
from summariser.settings import Settings
from tests.unit.canary import ARTICLE, echo, leaks

NEAR = "Boko Haram was near the village on Monday: {} people were killed in an attack."
Make = Callable[..., Summariser]


class Traced:
    """What was recorded."""

    def __init__(self, exporter: InMemorySpanExporter, reader: InMemoryMetricReader) -> None:
        self.exporter, self.reader = exporter, reader

    @property
    def spans(self) -> list[ReadableSpan]:
        return list(self.exporter.get_finished_spans())

    def named(self, name: str) -> list[ReadableSpan]:
        return [s for s in self.spans if s.name == name]

    def parent(self, span: ReadableSpan) -> ReadableSpan | None:
        above = [s for s in self.spans if span.parent and s.context.span_id == span.parent.span_id]
        return above[0] if above else None

    def path(self, span: ReadableSpan) -> list[str]:
        above = self.parent(span)
        return [*(self.path(above) if above else []), span.name]

    def metrics(self) -> dict[str, list[Any]]:
        data = self.reader.get_metrics_data()
        assert data is not None
        return {
            metric.name: list(metric.data.data_points)
            for resource in data.resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
        }


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> Traced:
    exporter, reader = InMemorySpanExporter(), InMemoryMetricReader()
    provider, meters = TracerProvider(), MeterProvider([reader])
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(spans, "_tracer", lambda: provider.get_tracer("summariser"))
    monkeypatch.setattr(spans, "_meter", lambda: meters.get_meter("summariser"))
    return Traced(exporter, reader)


@pytest.fixture
def make(resolver: PlaceResolver) -> Make:
    def made(engine: Any = None) -> Summariser:
        face = Summariser(engine=engine or ScriptedEngine(agree), settings=Settings())
        face._resolver = resolver
        return face

    return made


def test_an_article_its_steps_and_their_calls(make: Make, traced: Traced) -> None:
    article = Article(NEAR.format(12))
    summary = make().summarise(article)
    (root,) = traced.named("article")
    assert root.parent is None
    attributes = dict(root.attributes or {})
    assert attributes["summariser.article.sha256"] == article.sha256[:12]
    assert attributes["summariser.article.events"] == len(summary.events.events)
    assert attributes["summariser.article.issues"] == len(summary.issues)
    steps = [s for s in traced.spans if s.name.startswith("step ")]
    assert {s.name for s in steps} >= {
        "step read",
        "step topic",
        "step events",
        "step verify",
        "step narrative",
    }
    assert all(traced.parent(s) is root for s in steps)
    calls = traced.named("chat scripted")
    assert len(calls) == summary.provenance.calls > 0
    assert {tuple(traced.path(c)) for c in calls} == {("article", "step events", "chat scripted")}
    assert root.status.status_code is StatusCode.UNSET


def test_a_call_is_named_as_the_conventions_say(make: Make, traced: Traced) -> None:
    summary = make().summarise(Article(NEAR.format(12)))
    call = traced.named("chat scripted")[0]
    attributes = dict(call.attributes or {})
    assert call.kind is SpanKind.CLIENT
    assert attributes == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "scripted",
        "gen_ai.request.model": "scripted",
        "gen_ai.output.type": "json",
        "gen_ai.request.max_tokens": attributes["gen_ai.request.max_tokens"],
        "gen_ai.request.temperature": 0.0,
        "gen_ai.prompt.name": summary.provenance.prompts[-1].name,
        "gen_ai.prompt.version": summary.provenance.prompts[-1].version,
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.usage.input_tokens": summary.provenance.tokens_in,
        "gen_ai.usage.output_tokens": summary.provenance.tokens_out,
        "gen_ai.usage.cache_read.input_tokens": 0,
        "summariser.step": "events",
        "summariser.reask": 0,
    }
    # What the installed package knows of the conventions, which have moved on since, agrees.
    known = {v for k, v in vars(gen_ai_attributes).items() if k.startswith("GEN_AI_")}
    ours = {name for name in attributes if name.startswith("gen_ai.")}
    assert ours - known == {"gen_ai.prompt.version"}


def test_where_a_call_goes() -> None:
    def target(engine: Any, base_url: str | None = None) -> tuple[Any, ...]:
        made = Target.of(EngineInfo(engine, "1", "m", None, 1, "single"), base_url)
        return made.provider, made.address, made.port

    assert target("openai") == ("openai", "api.openai.com", 443)
    assert target("openai", "http://gpu.example/v1") == ("openai", "gpu.example", 80)
    assert target("embedded", "http://127.0.0.1:4321/v1") == ("llama.cpp", "127.0.0.1", 4321)
    assert target("scripted") == ("scripted", None, None)


@pytest.mark.parametrize("ordered", [True, False])
def test_sixteen_articles_at_once_each_under_its_own(make: Make, traced: Traced, ordered: bool) -> None:
    """The calls of all are held until all have asked: contexts that leak into one another would show."""
    count, met = 16, asyncio.Event()
    waiting: list[str] = []

    class Together(ScriptedEngine):
        async def _complete(self, *arguments: Any) -> Any:
            waiting.append("here")
            if len(waiting) == count:
                met.set()
            await asyncio.wait_for(met.wait(), 60)
            await asyncio.sleep(0)
            return await super()._complete(*arguments)

    articles = [Article(NEAR.format(100 + n)) for n in range(count)]
    outcomes = list(make(Together(agree)).summarise_many(articles, concurrency=count, ordered=ordered))
    assert all(o.summary for o in outcomes)
    (batch,) = traced.named("batch")
    roots = traced.named("article")
    assert sorted((r.attributes or {})["summariser.article.index"] for r in roots) == list(range(count))
    assert all(traced.parent(r) is batch for r in roots)
    assert len({s.context.trace_id for s in traced.spans}) == 1
    by_id = {(r.attributes or {})["summariser.article.sha256"]: r for r in roots}
    for article in articles:
        root = by_id[article.sha256[:12]]
        below = [s for s in traced.spans if traced.parent(s) is root]
        calls = [s for s in traced.spans if traced.parent(s) in below]
        assert [s.name for s in calls] == ["chat scripted"]
        assert all(root.start_time <= s.start_time <= s.end_time <= root.end_time for s in (*below, *calls))
    assert dict(batch.attributes or {}) == {
        "summariser.kind": "all", "summariser.batch.concurrency": count, "summariser.engine": "scripted",
        "summariser.model": "scripted", "summariser.batch.done": count, "summariser.batch.failed": 0,
        "summariser.batch.reused": 0,
    }  # fmt: skip


def test_under_the_callers_span_through_the_thread_of_the_synchronous_face(
    make: Make, traced: Traced
) -> None:
    face = make()
    with spans.span("request"):
        face.summarise(Article(NEAR.format(12)))
        for _ in face.summarise_many([Article(NEAR.format(13))]):
            with spans.span("between"):
                pass
    paths = [traced.path(s) for s in traced.spans]
    assert ["request", "article"] in paths
    assert ["request", "batch", "article", "step events", "chat scripted"] in paths
    assert ["request", "between"] in paths, "the stream has not changed its caller's context"


def test_a_stream_that_its_caller_leaves_ends_its_span(make: Make, traced: Traced) -> None:
    for _ in make().summarise_many([Article(NEAR.format(n)) for n in range(10, 20)], concurrency=1):
        break
    assert trace.get_current_span() is trace.INVALID_SPAN
    (batch,) = traced.named("batch")
    assert batch.status.status_code is StatusCode.UNSET


def test_errors(make: Make, traced: Traced) -> None:
    def refuse(_: object) -> Any:
        raise RateLimited("The server said: 12 people were killed", "Wait")

    (outcome,) = make(ScriptedEngine(refuse)).summarise_many([Article(NEAR.format(12))])
    assert outcome.error is not None
    failed = [s for s in traced.spans if s.status.status_code is StatusCode.ERROR]
    assert [s.name for s in failed] == ["chat scripted", "step events", "article"]
    assert {(s.attributes or {})["error.type"] for s in failed} == {"RateLimited"}
    assert all(not s.events and not s.status.description for s in failed), "a message can quote the article"
    (batch,) = traced.named("batch")
    assert (batch.attributes or {})["summariser.batch.failed"] == 1


def test_what_is_sent_back_is_an_event_of_the_step(make: Make, traced: Traced) -> None:
    make(ScriptedEngine(lambda request: '{"by": "none of these"}')).summarise(Article(NEAR.format(12)))
    assert [(c.attributes or {})["summariser.reask"] for c in traced.named("chat scripted")] == [0, 1]
    (step,) = traced.named("step events")
    assert [(e.name, dict(e.attributes or {})) for e in step.events] == [
        ("answer.sent_back", {"summariser.problems": "literal_error"}),
        ("answer.invalid", {"summariser.problems": "literal_error"}),
    ]


def test_metrics(make: Make, traced: Traced) -> None:
    face = make()
    costs = [face.summarise(Article(NEAR.format(n))).provenance for n in (12, 13)]
    found = traced.metrics()
    assert set(found) == {
        "gen_ai.client.inference.duration",
        "gen_ai.client.inference.usage.input_tokens",
        "gen_ai.client.inference.usage.output_tokens",
        "gen_ai.client.inference.usage.cache_read.input_tokens",
    }
    (duration,) = found["gen_ai.client.inference.duration"]
    assert duration.count == sum(c.calls for c in costs)
    assert duration.explicit_bounds[0] == 0.01
    (tokens,) = found["gen_ai.client.inference.usage.input_tokens"]
    assert tokens.value == sum(c.tokens_in for c in costs)
    assert dict(tokens.attributes) == {
        "gen_ai.operation.name": "chat", "gen_ai.provider.name": "scripted",
        "gen_ai.request.model": "scripted", "gen_ai.token.modality": "text",
    }  # fmt: skip


@pytest.mark.parametrize("script", [agree, echo, lambda r: RateLimited(echo(r), "Wait", raw=echo(r))])
def test_no_word_of_the_article_no_answer_no_key(make: Make, traced: Traced, script: Any) -> None:
    list(make(ScriptedEngine(script)).summarise_many([ARTICLE]))
    assert traced.named("chat scripted"), "the model was asked"
    for span in traced.spans:
        told = {k: v for k, v in (span.attributes or {}).items() if "sha256" not in k}
        assert not leaks(f"{span.name} {told} {span.status.description}")
        assert not leaks(str([(e.name, dict(e.attributes or {})) for e in span.events]))
    assert not leaks(str([p.attributes for points in traced.metrics().values() for p in points]))


def test_hostile_names_are_made_harmless(traced: Traced) -> None:
    with spans.span("chat m\nx\x1b[2J", {"gen_ai.request.model": "m\nx", "reasons": ("a\nb",)}):
        pass
    (span,) = traced.spans
    assert span.name == r"chat m\nx\x1b[2J"
    assert dict(span.attributes or {}) == {"gen_ai.request.model": r"m\nx", "reasons": (r"a\nb",)}


def test_nothing_is_recorded_without_a_provider(make: Make) -> None:
    assert not spans.current().is_recording
    with spans.span("x") as opened:
        assert not opened.is_recording
    assert make().summarise(Article(NEAR.format(12))).provenance.calls > 0


WITHOUT = """
import sys

class Without:
    def find_spec(self, name, *_):
        if name.split(".")[0] == "opentelemetry":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Without())
from summariser import Article, Settings, Summariser, spans
from summariser.engines.scripted import ScriptedEngine
from summariser.normalise.places import PlaceResolver
from pathlib import Path
assert not spans.INSTALLED
face = Summariser(engine=ScriptedEngine([{"by": "Boko Haram"}]), settings=Settings())
face._resolver = PlaceResolver(Path(sys.argv[1]))
(outcome,) = face.summarise_many([Article("%s")])
assert outcome.summary.provenance.calls == 1, outcome
assert not [name for name in sys.modules if name.startswith("opentelemetry")]
print("done")
"""


def test_without_the_extra(index_folder: Any) -> None:
    code = WITHOUT % NEAR.format(12)
    done = subprocess.run(
        [sys.executable, "-c", code, str(index_folder)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("done\n", "")


def test_two_loops_at_once(make: Make, traced: Traced) -> None:
    """The caller's own loop beside that of the synchronous face."""
    face = make()

    async def both() -> None:
        with spans.span("here"):
            await asyncio.gather(
                face.asummarise(Article(NEAR.format(12))),
                asyncio.to_thread(run_sync, face.asummarise(Article(NEAR.format(13)))),
            )

    asyncio.run(both())
    assert [traced.path(a) for a in traced.named("article")] == [["here", "article"]] * 2
    assert all(traced.path(c)[:2] == ["here", "article"] for c in traced.named("chat scripted"))
