"""What needs no cluster: the ledger, the gate, rows of a dataset, and what is said where Ray is missing."""

from __future__ import annotations

import asyncio
import importlib
import pickle
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pydantic import SecretStr

from summariser.api import Summariser
from summariser.articles import Article
from summariser.batch import Columns, Limits
from summariser.cli import main
from summariser.engines.base import Usage
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ConfigurationError, EmptyArticle, MissingExtra, StoreInUse, UnknownPrice
from summariser.prices import Price
from summariser.ray import Pool, RaySummariser, summarise_dataset
from summariser.ray.batches import _reason
from summariser.ray.extra import connect, ray_module
from summariser.ray.ledger import DEATHS_IN_A_ROW, GIVEN_UP_AFTER, IDLE_SECONDS, Ledger, Post, Verdict
from summariser.ray.rows import DatasetForm, Done, FeedForm, packed
from summariser.ray.shelves import Result, Shelf, check
from summariser.ray.worker import Gate, Plan, settings_here, settings_to_send
from summariser.settings import Settings
from summariser.store import Store

A, B = Post("actor-a", "a1", "node-1"), Post("actor-b", "b1", "node-2")
KEY = b"k"


def spent(tokens: int) -> Usage:
    return Usage(tokens_in=tokens, calls=1)


def ledger(per_node: int | None = None, total: int | None = None, **options: Any) -> Ledger:
    return Ledger(Limits(tokens=per_node), Limits(tokens=total), None, **options)


async def begin(books: Ledger, post: Post, article: str, *, alone: bool = False) -> str:
    return (await books.begin(post, article, KEY, alone=alone)).word


async def loses(books: Ledger, article: str, times: int) -> Post:
    """An actor whose process ends so often in the middle of the article."""
    for life in range(times + 1):
        post = Post("actor-a", f"life {life}", "node-1")
        await books.arrive(post)
        if life < times:
            await begin(books, post, article, alone=True)
    return post


async def test_an_article_that_was_lost_twice_is_worked_on_alone() -> None:
    books = ledger()
    post = await loses(books, "x", 1)
    assert await begin(books, post, "x") == "go"
    post = Post("actor-a", "next", "node-1")
    await books.arrive(post)
    assert await begin(books, post, "x") == "alone"
    assert await begin(books, post, "y") == "go", "its neighbours are not held up by the ledger"
    assert await begin(books, post, "x", alone=True) == "go"
    await books.end(post, "x", spent(1), Result(KEY, "{}", None, 1.0))
    assert await begin(books, post, "x") == "go", "finished, it is an article as any other"


async def test_an_article_that_was_lost_too_often_is_given_up() -> None:
    books = ledger()
    post = await loses(books, "x", GIVEN_UP_AFTER - 1)
    assert await begin(books, post, "x", alone=True) == "go"
    post = Post("actor-a", "last", "node-1")
    await books.arrive(post)
    assert await begin(books, post, "x") == "lost"


async def test_an_article_in_two_actors_at_once_is_not_a_lost_one() -> None:
    books = ledger()
    for number in range(6):
        post = Post(f"actor-{number}", f"life-{number}", "node-1")
        await books.arrive(post)
        assert await begin(books, post, "twin") == "go"


async def test_an_actor_that_only_dies_is_told_to_give_up() -> None:
    books = ledger()
    for life in range(DEATHS_IN_A_ROW + 1):
        post = Post("actor-a", f"life {life}", "node-1")
        await books.arrive(post)
        assert await begin(books, post, f"x{life}") == ("broken" if life == DEATHS_IN_A_ROW else "go")


async def test_a_death_now_and_then_does_not_end_the_run() -> None:
    books = ledger()
    for life in range(2 * DEATHS_IN_A_ROW):
        post = Post("actor-a", f"life {life}", "node-1")
        await books.arrive(post)
        assert await begin(books, post, f"done{life}") == "go"
        await books.end(post, f"done{life}", spent(1), Result(KEY, "{}", None, 1.0))
        assert await begin(books, post, f"lost{life}") == "go"


async def test_a_worker_may_spend_what_the_others_left() -> None:
    books = ledger(per_node=100, total=1000)
    same_node = Post("actor-c", "c1", "node-1")
    assert await books.begin(A, "x", KEY) == Verdict("go", tokens=100)
    await books.end(A, "x", spent(30))
    assert (await books.begin(A, "y", KEY)).tokens == 100, "its own are counted by itself"
    assert (await books.begin(same_node, "z", KEY)).tokens == 70
    assert (await books.begin(B, "w", KEY)).tokens == 100, "another node has its own limit"


async def test_who_is_cut_short_is_told_the_limit_and_what_was_spent() -> None:
    books = ledger(per_node=100, total=1000)
    await begin(books, A, "x")
    await begin(books, A, "y")
    # The worker knows of both articles' calls, the ledger of the first one's alone.
    told = await books.end(A, "x", spent(90), is_cut_short=True)
    assert told is not None
    assert told.startswith("Stopped at the limit of 100 tokens of each node; the node spent: 90 tokens in")
    books = ledger(total=1000)
    await begin(books, A, "x")
    told = await books.end(A, "x", spent(990), is_cut_short=True)
    assert told is not None
    assert told.startswith("Stopped at the limit of 1,000 tokens; spent: 990 tokens in")


async def test_the_total_holds_over_all_nodes() -> None:
    books = ledger(total=100)
    assert await begin(books, A, "x") == "go"
    assert "the limit of 100 tokens" in (await books.end(A, "x", spent(120)) or "")
    verdict = await books.begin(B, "y", KEY)
    assert verdict.word == "refuse"
    assert "the limit of 100 tokens" in verdict.text


async def test_a_spent_node_holds_its_articles_while_another_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summariser.ray.ledger.TICK_SECONDS", 0.001)
    now = [0.0]
    books = ledger(per_node=100, workers=2, clock=lambda: now[0])
    await books.arrive(A)
    await begin(books, A, "x")
    await books.end(A, "x", spent(120))
    assert await begin(books, A, "z") == "hold"
    held = asyncio.ensure_future(books.hold(A, "z"))
    now[0] += IDLE_SECONDS + 1
    await asyncio.sleep(0.02)
    assert not held.done(), "the other worker is still starting"
    await books.arrive(B)
    await begin(books, B, "y")
    now[0] += IDLE_SECONDS + 1
    await asyncio.sleep(0.02)
    assert not held.done(), "node-2 works"
    await books.end(B, "y", spent(10))
    await asyncio.sleep(0.02)
    assert not held.done(), "node-2 may get the next one"
    now[0] += IDLE_SECONDS
    assert "the limit of 100 tokens of each node" in await held


async def test_held_articles_go_at_once_when_every_node_is_spent() -> None:
    books = ledger(per_node=100, workers=2)
    for post in (A, B):
        await books.arrive(post)
        await begin(books, post, "x")
    await books.end(A, "x", spent(120))
    held = asyncio.ensure_future(books.hold(A, "z"))
    await asyncio.sleep(0)
    assert not held.done()
    await books.end(B, "x", spent(120))
    assert "of each node" in await held
    assert "of each node" in await books.hold(B, "w")


async def test_held_articles_go_when_all_others_of_the_batch_are_given_back() -> None:
    books = ledger(per_node=100, workers=2)
    await begin(books, A, "x")
    await begin(books, B, "y")
    await books.end(A, "x", spent(120))
    held = asyncio.ensure_future(books.hold(A, "z"))
    await books.expect(4)
    await books.end(B, "y", spent(10))
    await asyncio.sleep(0)
    assert not held.done(), "one is on its way"
    await begin(books, B, "w")
    await books.end(B, "w", spent(10))
    assert "of each node" in await held


async def test_a_stop_lets_held_articles_go_and_refuses_the_rest() -> None:
    books = ledger(per_node=100, workers=2)
    await begin(books, A, "x")
    await begin(books, B, "y")
    await books.end(A, "x", spent(120))
    held = asyncio.ensure_future(books.hold(A, "z"))
    await asyncio.sleep(0)
    await books.stop("Stopped")
    assert await held == "Stopped"
    assert await books.hold(A, "late") == "Stopped"
    assert await begin(books, B, "w") == "refuse"


async def test_minutes_of_each_node_count_from_its_first_article() -> None:
    now = [0.0]
    books = Ledger(Limits(minutes=1), Limits(), None, clock=lambda: now[0])
    assert await begin(books, A, "x") == "go"
    now[0] = 59
    assert await begin(books, B, "y") == "go"
    now[0] = 61
    assert await begin(books, A, "z") == "hold"
    assert await begin(books, B, "z") == "go"


async def test_the_ledger_keeps_results(tmp_path: Path) -> None:
    books = ledger(shelf=Shelf(tmp_path / "kept"))
    await begin(books, A, "x")
    await books.end(A, "x", spent(1), Result(KEY, None, EmptyArticle("None", "Give one"), 1.0))
    assert await begin(books, A, "x") == "go", "a failure is tried again"
    summary = await Summariser(engine=ScriptedEngine({"figures": "{}"})).asummarise(Article("Nothing."))
    await books.end(A, "x", spent(1), Result(KEY, summary.model_dump_json(), None, 1.0))
    verdict = await books.begin(B, "x", KEY)
    assert (verdict.word, verdict.summary) == ("kept", summary.model_dump_json())


def test_a_store_in_use_is_waited_for_and_then_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Store(tmp_path / "kept")
    monkeypatch.setattr("summariser.ray.shelves.PATIENCE_SECONDS", 0.0)
    with pytest.raises(StoreInUse, match="is in use already"):
        check(tmp_path / "kept")
    monkeypatch.setattr("summariser.ray.shelves.PATIENCE_SECONDS", 60.0)
    monkeypatch.setattr("summariser.ray.shelves.time.sleep", lambda _: held.close())
    check(tmp_path / "kept")


def test_money_needs_a_price() -> None:
    with pytest.raises(UnknownPrice):
        Ledger(Limits(cost_usd=1), Limits(), None)
    Ledger(Limits(cost_usd=1), Limits(), Price(1, 1, 1, "a test"))


async def test_alone_is_alone() -> None:
    gate, inside = Gate(), []

    async def together(name: str, leave: asyncio.Event) -> None:
        async with gate.with_others():
            inside.append(name)
            await leave.wait()

    async def alone() -> None:
        async with gate.alone():
            inside.append("alone")

    leave, late = asyncio.Event(), asyncio.Event()
    first = asyncio.ensure_future(together("first", leave))
    await asyncio.sleep(0.01)
    single = asyncio.ensure_future(alone())
    await asyncio.sleep(0.01)
    last = asyncio.ensure_future(together("last", late))
    await asyncio.sleep(0.01)
    assert inside == ["first"]
    leave.set()
    await asyncio.gather(first, single)
    late.set()
    await last
    assert inside == ["first", "alone", "last"]


def test_rows_of_a_dataset() -> None:
    table = pa.table(
        {
            "body": ["Rebels shelled Homs.", None, b"\xff".decode("latin-1"), " "],
            "id": ["a", "b", None, "d"],
            "published": ["2024-03-05T10:00", "2024-03-05", None, "yesterday"],
            "url": ["ua", "ub", "uc", "ud"],
        }
    )
    form = DatasetForm(Columns(text="body"), carry=("url",))
    rows = form.read(table)
    assert [row.id for row in rows] == ["a", "b", "a row without an id", "d"]
    assert rows[0].article is not None
    assert str(rows[0].article.published) == "2024-03-05"
    assert [type(row.error).__name__ for row in rows] == ["NoneType", "BadRow", "NoneType", "BadDate"]
    done = [Done(left="Stopped at the limit"), *(Done(error=row.error) for row in rows[1:])]
    done[2] = Done(error=EmptyArticle("Nothing", "Give one"), usage=spent(5), seconds=2.0)
    out = form.write(table, rows, done, Price(1_000_000, 0, 0, "a test")).to_pylist()
    assert [row["error_kind"] for row in out] == ["BudgetSpent", "BadRow", "EmptyArticle", "BadDate"]
    assert [row["url"] for row in out] == ["ua", "ub", "uc", "ud"]
    assert (out[2]["tokens_in"], out[2]["cost_usd"], out[2]["seconds"]) == (5, 5.0, 2.0)


def test_a_dataset_without_the_column_has_errors_and_not_fewer_rows() -> None:
    rows = DatasetForm(Columns()).read(pa.table({"other": ["x", "y"]}))
    assert [type(row.error).__name__ for row in rows] == ["BadRow", "BadRow"]


def test_an_article_goes_to_a_worker_and_back_as_it_is() -> None:
    article = Article("A text.", source="A", title="B", name="c.jsonl:1")
    table = pa.table({"index": [7, 8], "article": [packed(article), b""]})
    rows = FeedForm().read(table)
    assert (rows[0].article, rows[1].article) == (article, None)
    usage = Usage(1, 2, 3, 4, 5, 6, 7.5, 8, 9)
    error = EmptyArticle("Nothing", "Give one")
    written = FeedForm().write(table, rows, [Done("{}", usage=usage, seconds=1.5), Done(error=error)], None)
    (seven, first), (eight, second) = FeedForm.results(written)
    assert (seven, first) == (7, Done("{}", usage=usage, seconds=1.5))
    assert (eight, type(second.error), str(second.error)) == (8, EmptyArticle, str(error))


async def test_a_feed_keeps_the_place_of_every_article() -> None:
    pytest.importorskip("ray")
    from summariser.ray.feeding import Feed  # noqa: PLC0415 - needs Ray

    feed = Feed()
    waiting = asyncio.ensure_future(feed.get(0))
    await feed.put(1, b"second")
    await asyncio.sleep(0)
    assert not waiting.done(), "calls come in any order, and the first is on its way"
    await feed.put(0, b"first")
    assert await waiting == b"first"
    await feed.put(2, b"third")
    await feed.done(2)
    await feed.done(0)
    await feed.end(3)
    # Read again from the beginning, as Ray does after a loss.
    assert [await feed.get(n) for n in range(4)] == [b"", b"second", b"", None]
    await feed.done(1)
    assert [await feed.get(n) for n in range(4)] == [b"", b"", b"", None]


def test_the_key_is_in_nothing_that_ray_keeps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(base_url="http://127.0.0.1:1/v1", api_key=SecretStr("sk-very-secret"))
    plan = Plan(settings_to_send(settings), None, None, "all", {}, None, None, FeedForm(), 1, None)
    assert b"sk-very-secret" not in pickle.dumps(plan)
    assert "sk-very-secret" not in repr(plan)
    here = settings_here(plan.settings, settings.api_key)
    assert here.api_key == settings.api_key
    assert here.base_url == settings.base_url


def test_a_node_takes_its_own_cache_and_the_drivers_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "answers.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    sent = settings_to_send(Settings(model="scripted:answers.json"))
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", "/of/the/node")
    monkeypatch.setenv("SUMMARISER_MODEL", "another")
    here = settings_here(sent, None)
    assert here.model == f"scripted:{tmp_path / 'answers.json'}"
    assert here.cache_dir == Path("/of/the/node")


def test_a_node_with_another_model_is_refused(tmp_path: Path) -> None:
    script = tmp_path / "answers.json"
    script.write_text("{}")
    settings = Settings(model=f"scripted:{script}")
    facts = Pool(settings).local().identity().facts
    plan = Plan(settings_to_send(settings), None, None, "all", facts, None, None, FeedForm(), 1, None)
    plan.open(None)
    script.write_text('{"figures": {}}')
    with pytest.raises(ConfigurationError, match="other model_sha256"):
        plan.open(None)


@pytest.mark.parametrize("call", [lambda: summarise_dataset(None), lambda: RaySummariser(Settings())])
def test_without_ray_it_says_what_to_install(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name == "ray" or name.startswith("ray.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ray", None)
    importlib.import_module("summariser.ray")  # needs nothing
    with pytest.raises(MissingExtra, match=r"pip install 'summariser\[ray\]'"):
        call()


def test_our_package_does_not_hide_ray() -> None:
    pytest.importorskip("ray")
    assert hasattr(ray_module(), "init")


def test_ray_client_is_refused() -> None:
    pytest.importorskip("ray")
    with pytest.raises(ConfigurationError, match="Ray Client"):
        connect("ray://head:10001")


def test_options_of_ray_need_its_engine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["batch", str(tmp_path), str(tmp_path / "out.jsonl"), "--max-tokens-per-node", "5"]
    assert main(arguments) == 2
    assert "--engine ray" in capsys.readouterr().err


def test_the_innermost_cause_is_told() -> None:
    outside = RuntimeError("outside")
    outside.__cause__ = ValueError("inside\nthe reason")
    assert _reason(outside) == "ValueError: the reason"
