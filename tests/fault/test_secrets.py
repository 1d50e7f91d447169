"""A key shows in nothing that a run leaves behind: files, output, logs, errors, child processes.

One process uses the library and the command line with a canary key, set in every way, against a server that
gives the key back in every form it can think of; the finest logging is on. Then every artefact is searched
for the key and its pieces (``secrets_search``). A planted leak of each kind is found.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import json
import os
import sqlite3
import subprocess
import sys
import urllib.parse
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from tests.fault import engine_stub, server
from tests.fault.secrets_search import KEY, Search
from tests.fault.server import Behaviour, Handler, as_json, completion, free_address, ok, serve

ROOT = Path(__file__).parents[2]
NEAR = "Boko Haram was near the {} village on Monday: {} people were killed in an attack."
CASE = "abs-sites-report-four"


# --- a server that gives the key back -----------------------------------------------------------


def sent(handler: Handler) -> str:
    return handler.headers["authorization"]


def error(status: int, words: Any, **headers: str) -> Behaviour:
    """An error whose message is made from the request."""

    def answer(handler: Handler) -> None:
        body = {"error": {"message": words(handler), "code": None}}
        handler.send(status, json.dumps(body).encode(), **headers)

    return answer


def key_refused(handler: Handler) -> None:
    error(401, lambda h: f"Incorrect API key provided: {sent(h)}. Find your key at ...")(handler)


def key_refused_in_part(handler: Handler) -> None:
    error(401, lambda h: f"Incorrect API key provided: {sent(h)[7:27]}... ({sent(h)[-16:]})")(handler)


def headers_repeated(handler: Handler) -> None:
    error(400, lambda h: f"bad request: {json.dumps(dict(h.headers))} {dict(h.headers)}")(handler)


def every_form(handler: Handler) -> None:
    key = sent(handler).removeprefix("Bearer ")
    forms = [
        key, base64.b64encode(f"user:{key}".encode()).decode(), urllib.parse.quote(key), key.encode().hex(),
        base64.urlsafe_b64encode(f"ab{key}".encode()).decode(), json.dumps(key),
        urllib.parse.quote(key, safe=""),
    ]  # fmt: skip
    handler.send(500, " | ".join(forms).encode(), "text/plain")


def page(handler: Handler) -> None:
    handler.send(200, f"<html>{sent(handler)}</html>".encode(), "text/html")


def redirect(handler: Handler) -> None:
    where = f"http://127.0.0.1:9/login?key={urllib.parse.quote(sent(handler))}"
    handler.send(302, b"{}", Location=where)


def answered(content: str, **more: Any) -> Behaviour:
    """An answer with the key in it: in the text, in fields around it, in the headers."""

    def answer(handler: Handler) -> None:
        value = completion(content.replace("KEY", sent(handler)))
        value |= {name: text.replace("KEY", sent(handler)) for name, text in more.items()}
        body = json.dumps(value).encode()
        handler.send(200, body, X_Echo=sent(handler), X_Request_Id=sent(handler).replace(" ", "-"))

    return answer


def refused(handler: Handler) -> None:
    as_json(completion(None, refusal=f"I will not, {sent(handler)}"))(handler)


def wrapped(handler: Handler) -> None:
    as_json({"error": {"message": f"upstream said {sent(handler)}"}})(handler)


INVALID = answered('{"Authorization": "KEY"}', model="KEY", id="KEY", object="KEY", system_fingerprint="KEY")
PROSE = answered("I was sent KEY and know no answer")
LIMITED = error(429, lambda h: f"slow down, {sent(h)}", Retry_After="0")
BEHAVIOURS: dict[str, list[Behaviour]] = {
    "answered": [INVALID],
    "prose": [PROSE],
    "key-refused": [key_refused],
    "key-refused-in-part": [key_refused_in_part],
    "headers-repeated": [headers_repeated],
    "every-form": [every_form],
    "page": [page],
    "redirect": [redirect],
    "refused": [refused],
    "wrapped": [wrapped],
    "limited": [LIMITED],
    "dropped": [server.drops],
    "reset": [server.resets_mid_body],
    "well": [ok("{}")],
    # One article each, but for the answers: they are sent back once.
    "mixed": [
        INVALID, INVALID, headers_repeated, every_form, LIMITED, server.drops, refused, wrapped, PROSE, PROSE,
    ],
}  # fmt: skip
MIXED_ARTICLES = 8
FILES = (
    "out.jsonl", "out.jsonl.store", "out.parquet", "bad-jsonl.jsonl", "answered.json", "run.jsonl",
    "report.html", "again.html",
)  # fmt: skip
KINDS = (
    "KeyRefused", "ServerFault", "BadEndpoint", "ModelRefused", "RateLimited", "TransportError",
    "ConfigurationError", "ZeroDivisionError", "EngineCrashed",
)  # fmt: skip
LOGGERS = (
    "DEBUG:openai._base_client", "DEBUG:httpcore2.http11", "ERROR:somebody", "summariser.engines.embedded",
)  # fmt: skip
IN_THE_LIBRARY = {"answered", "key-refused", "every-form", "page", "refused", "wrapped", "dropped", "limited"}
"""Those whose errors are shown with all their frames as well; for the others it would be the same."""


# --- the run ------------------------------------------------------------------------------------


@dataclass
class Ran:
    """What the run left: the folder that it worked in, and what it printed."""

    folder: Path
    printed: dict[str, bytes]
    own_keys: list[str]
    seen_by_child: bytes


def steps(folder: Path, urls: dict[str, str], model: Path) -> list[dict[str, Any]]:
    """Everything that is done, in one process."""
    article, rows = folder / "article.txt", folder / "rows.jsonl"
    article.write_text(NEAR.format("Gamboru", 12))
    lines = [{"id": f"a{n}", "text": NEAR.format(f"Town{n}", n + 5)} for n in range(MIXED_ARTICLES)]
    rows.write_text("".join(json.dumps(line) + "\n" for line in lines))
    summarise = ["summarise", str(article), "--json", "--verbose", "--model", "m"]
    found: list[dict[str, Any]] = []

    def step(name: str, **what: Any) -> None:
        found.append({"name": name, **what})

    for name, url in urls.items():
        step(name, command=[*summarise, "--base-url", url, "--output", str(folder / f"{name}.json")])
        if name in IN_THE_LIBRARY:
            step(f"library {name}", library={"model": "m", "base_url": url, "api_key": "KEY"})
    step("nobody", command=[*summarise, "--base-url", free_address()])
    only_openais = {"SUMMARISER_API_KEY": None, "OPENAI_API_KEY": "KEY"}
    step("OPENAI_API_KEY", environment=only_openais, command=[*summarise, "--base-url", urls["key-refused"]])
    openais = {**only_openais, "OPENAI_BASE_URL": urls["headers-repeated"]}
    step("OPENAI_BASE_URL", environment=openais, command=summarise)
    gateway = {"OPENAI_CUSTOM_HEADERS": "X-Gateway-Key: KEY", "OPENAI_API_KEY": "another-key-0123456789"}
    step(
        "OPENAI_CUSTOM_HEADERS", command=summarise,
        environment={"SUMMARISER_API_KEY": None, "OPENAI_BASE_URL": urls["headers-repeated"], **gateway},
    )  # fmt: skip

    # A batch, with its store, both formats, a file of errors, and a second run that tries the failures again.
    for ending in ("jsonl", "parquet"):
        output = ["batch", str(rows), str(folder / f"out.{ending}"), "--model", "m", "--concurrency", "1"]
        errors = ["--errors", str(folder / f"bad-{ending}.jsonl")]
        step(f"batch {ending}", command=[*output, *errors, "--base-url", urls["mixed"]])
        step(f"batch {ending} again", command=[*output, "--resume", "--base-url", urls["well"]])
    step(
        "batch refused",
        command=["batch", str(rows), str(folder / "r.jsonl"), "--base-url", urls["key-refused"]],
    )

    # The evals: recorded answers, their log, the predictions, the page.
    evaluate = ["eval", "--record", "--suite", "newsroom", "--only", CASE, "--model", "m"]
    kept = ["--cassettes", str(folder / "cassettes"), "--log", str(folder / "run.jsonl")]
    kept += ["--predictions", str(folder / "predictions"), "--html", str(folder / "report.html")]
    step("eval", command=[*evaluate, *kept, "--base-url", urls["answered"]])
    step("eval refused", command=[*evaluate, *kept, "--again", "--base-url", urls["key-refused"]])
    step("eval faults", command=[*evaluate, *kept, "--again", "--base-url", urls["every-form"]])
    step("score", command=["eval", "score", str(folder / "run.jsonl"), "--html", str(folder / "again.html")])

    # Keys where none belongs, and what is wrong beside a key that is right.
    for url in (
        "http://user:KEY@127.0.0.1:9/v1",
        "http://127.0.0.1:9/v1?api_key=KEY",
        "http://127.0.0.1:9/KEY/v1",
    ):
        step(f"url {url}", command=[*summarise, "--base-url", url])
        for name in ("SUMMARISER_BASE_URL", "OPENAI_BASE_URL"):
            step(f"{name} {url}", command=summarise, environment={name: url})
        step(f"library {url}", library={"base_url": url, "api_key": "KEY"})
        step(f"settings {url}", settings={"base_url": url, "api_key": "KEY"})
    for wrong in (
        {"threads": "KEY"}, {"colour": "KEY"}, {"timeout_seconds": -1}, {"api_key": "KEY KEY"},
        {"extra_body": {"user": {"api_key": "KEY"}}}, {"extra_body": {"note": "KEY"}}, {"extra_body": "KEY"},
        {"model": ["KEY"]}, {"api_key": ["KEY"]}, {"strategy": "KEY"}, {"cache_dir": 3},
    ):  # fmt: skip
        step(f"settings {list(wrong)}", settings={"api_key": "KEY", **wrong})
    step("SUMMARISER_THREADS", environment={"SUMMARISER_THREADS": "many"}, settings={})
    step("api_key of two lines", environment={"SUMMARISER_API_KEY": "KEY\nKEY"}, command=summarise)

    # Bugs: nobody knows the exception, so its frames come out as they are.
    step("bug", library={"model": "m", "base_url": urls["well"], "api_key": "KEY"}, bug=True)

    # The embedded engine, whose process dies over the article, with the key in our environment.
    step("embedded", command=["summarise", str(article), "--model", str(model), "--verbose"])
    step("embedded library", library={"model": str(model)})
    return found


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Ran]:
    base = tmp_path_factory.mktemp("secrets")
    folder, aside = base / "artefacts", base / "aside"
    for made in (folder / "home", folder / "cache", folder / "tmp", aside):
        made.mkdir(parents=True)
    for index in index_folder.iterdir():  # built once for all tests; links are not searched
        (folder / "cache" / index.name).symlink_to(index)
    with contextlib.ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        model = engine_stub.install(aside, patch)
        model.write_text("answer crash answer crash segv crash crash")
        urls = {name: stack.enter_context(serve(*b)).base_url for name, b in BEHAVIOURS.items()}
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(aside / "library"), str(ROOT)]),
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            "SUMMARISER_CACHE_DIR": str(folder / "cache"),
            "SUMMARISER_API_KEY": KEY,
            "OPENAI_API_KEY": KEY,
            "SUMMARISER_ATTEMPTS": "1",
            "OPENAI_LOG": "debug",
        }
        command = [sys.executable, str(Path(__file__).with_name("secrets_driver.py"))]
        with subprocess.Popen(
            command, cwd=folder, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            said = f"{KEY}\n{json.dumps(steps(folder, urls, model))}".encode()
            out, err = process.communicate(said)
        assert process.returncode == 0, err.decode()[-3000:]
        own = Path(f"{model}.key").read_text().split()
        yield Ran(folder, {"stdout": out, "stderr": err}, own, Path(f"{model}.seen").read_bytes())


def test_the_run_did_what_it_should(ran: Ran) -> None:
    """Or there would be nothing to search."""
    out = ran.printed["stdout"].decode()
    err = ran.printed["stderr"].decode()
    for file in FILES:
        assert (ran.folder / file).stat().st_size > 50, file
    assert list(ran.folder.glob("cassettes/m*/newsroom/*.json"))
    assert list(ran.folder.glob("predictions/*.jsonl"))
    for kind in KINDS:
        assert f"ERROR {kind}" in out, kind
    assert "***" in out, "the server's words were quoted"
    for logger in LOGGERS:
        assert logger in err, logger
    assert len(ran.own_keys) == len(set(ran.own_keys)) >= 4


def test_no_file_holds_the_key(ran: Ran) -> None:
    assert Search().below(ran.folder) == {}


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_nothing_that_is_printed_logged_or_shown_holds_the_key(ran: Ran, stream: str) -> None:
    search = Search()
    part, finds = "", []
    for line in ran.printed[stream].splitlines():
        if line.startswith(b"STEP "):
            part = line.decode()
        elif find := search.of(line):
            finds.append((part, find))
    assert finds == []


def test_the_engines_process_gets_no_key_of_ours(ran: Ran) -> None:
    assert b"GOMP_SPINCOUNT" in ran.seen_by_child, "its environment was written down"
    assert b"embedded_child.py" in ran.seen_by_child, "and its arguments"
    assert Search().of(ran.seen_by_child) is None


def test_the_engines_own_keys_show_nowhere(ran: Ran) -> None:
    for key in ran.own_keys:
        search = Search(key)
        assert search.below(ran.folder) == {}
        assert search.of(ran.printed["stdout"]) is None
        assert search.of(ran.printed["stderr"]) is None
        assert search.of(ran.seen_by_child) is None


def test_no_process_leaves_an_image_of_its_memory(ran: Ran) -> None:
    assert [p for p in ran.folder.rglob("core*") if p.is_file() and "cassettes" not in p.parts] == []


# --- and the search finds what is there ---------------------------------------------------------


def plant_in_freed_pages(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")  # some builds of SQLite overwrite what they free
        connection.execute("CREATE TABLE results (summary BLOB)")
        connection.execute("INSERT INTO results VALUES (?)", [zlib.compress(f"Bearer {KEY}".encode())])
        connection.commit()
        connection.execute("DELETE FROM results")
        connection.commit()


def plant_in_a_log_of_writes(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("INSERT INTO t VALUES (?)", [KEY])
    # What a killed process leaves: the log of writes alone.
    kept = path.with_name("kept-wal")
    kept.write_bytes(path.with_name(path.name + "-wal").read_bytes())
    connection.close()
    path.unlink()


PLANTS: dict[str, Any] = {
    "text": lambda p: p.write_text(f"Bearer {KEY}"),
    "piece": lambda p: p.write_text(f"sent {KEY[20:34]}..."),
    "json": lambda p: p.write_text(json.dumps({"a": {"b": [f"x{KEY}"]}})),
    "json in json": lambda p: p.write_text(json.dumps({"a": json.dumps({"b": KEY})})),
    "basic": lambda p: p.write_bytes(b"Basic " + base64.b64encode(f"somebody:{KEY}".encode())),
    "url": lambda p: p.write_text(urllib.parse.quote(KEY, safe="")),
    "repr": lambda p: p.write_text(repr(KEY)),
    "zlib": lambda p: p.write_bytes(b"\0" * 50 + zlib.compress(KEY.encode())),
    "gzip": lambda p: p.write_bytes(gzip.compress(KEY.encode())),
    "parquet": lambda p: pyarrow.parquet.write_table(pyarrow.table({"a": [KEY]}), p, compression="zstd"),
    "freed pages": plant_in_freed_pages,
    "log of writes": plant_in_a_log_of_writes,
    "name": lambda p: p.with_name(f"{KEY[:13]}.json").write_text(""),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_leak_is_found(tmp_path: Path, plant: str) -> None:
    PLANTS[plant](tmp_path / "artefact")
    assert Search().below(tmp_path)


def test_what_is_no_leak_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bearer ***, sk-Canary, the key was refused")
    assert Search().below(tmp_path) == {}
