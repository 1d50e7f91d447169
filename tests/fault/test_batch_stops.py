"""What may happen to a batch beside a kill: then ``--resume`` ends as an undisturbed run does, to the byte.

Real signals to real processes, files that may not grow, folders that may not be written to, a server that
goes away. What is done is done at an event, never at a time.
"""

from __future__ import annotations

import contextlib
import os
import pty
import select
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nursery import Nursery, Step, send, write_input
from server import dies_before_the_answer, ok, serve

ARTICLES = 44
IN_FLIGHT = 4
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Nursery]:
    folder = tmp_path_factory.mktemp("batch")
    write_input(folder, ARTICLES)
    nursery = Nursery(folder, index_folder)
    yield nursery
    nursery.close()


@pytest.fixture
def output(nursery: Nursery) -> str:
    """A name of the test's own, so that none goes on with another's work."""
    return f"{len(list(nursery.folder.iterdir()))}.jsonl"


class Paused:
    """A batch whose model holds its answers back, after so many, until it is let go."""

    def __init__(self, nursery: Nursery, output: str, after: int = 10) -> None:
        self._nursery, self._output = nursery, output
        self._after = after
        self._go = nursery.folder / f"go-{Path(output).stem}"

    def run(self, *steps: Step, **conditions: Any) -> tuple[bytes, int]:
        """The first step's event is that all that is in flight waits."""
        named = {"pause_after": self._after, "go": str(self._go), **conditions}
        return self._nursery.run(self._output, *steps, **named)

    def go(self, _: int) -> None:
        self._go.touch()


def waiting(act: Callable[[int], object]) -> Step:
    """Something that is done when all that is in flight waits."""
    return b"h", IN_FLIGHT, act


def told(*acts: Callable[[int], object]) -> Step:
    """What is done once the batch has said something."""
    return b"c", 1, lambda child: [act(child) for act in acts]


def resumes(
    nursery: Nursery, output: str, whole: bytes | None = None, model: list[str] | None = None
) -> bytes:
    """What is left is done, with nothing done twice and nothing left lying about; the events."""
    events, code = nursery.run(output, model=model)
    assert code == 5, nursery.told()
    assert (nursery.folder / output).read_bytes() == (whole or nursery.whole)
    made = sorted(p.name for p in nursery.folder.iterdir() if output in p.name)
    assert made == [output, f"{output}.store"]
    return events


def lines(nursery: Nursery, output: str) -> int:
    return len((nursery.folder / output).read_bytes().splitlines())


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_finishes_what_is_in_flight(
    nursery: Nursery, output: str, number: signal.Signals, code: int
) -> None:
    paused = Paused(nursery, output)
    events, ended = paused.run(waiting(send(number)), told(paused.go))
    assert ended == code, nursery.told()
    assert "finishing what is in flight; Ctrl-C again stops now" in nursery.told()
    assert "are left: go on with --resume; spent:" in nursery.told()
    done = events.count(b">")
    assert done == events.count(b"<") == 10 + IN_FLIGHT  # nothing was cut short
    assert done < lines(nursery, output) < ARTICLES  # with bad rows as well
    again = resumes(nursery, output)
    assert done + again.count(b">") == ARTICLES - 2


def test_a_second_hangup_changes_nothing(nursery: Nursery, output: str) -> None:
    paused, hang_up = Paused(nursery, output), send(signal.SIGHUP)
    _, code = paused.run(waiting(hang_up), told(hang_up, paused.go))
    assert code == 129
    assert lines(nursery, output) < ARTICLES
    resumes(nursery, output)


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ([signal.SIGINT, signal.SIGINT], 130),
        ([signal.SIGTERM, signal.SIGTERM], 143),
        ([signal.SIGHUP, signal.SIGINT], 129),
    ],
)
def test_a_second_signal_stops_now(
    nursery: Nursery, output: str, numbers: list[signal.Signals], code: int
) -> None:
    first, second = map(send, numbers)
    # It is never let go: the first signal alone would not end it.
    events, ended = Paused(nursery, output).run(waiting(first), told(second))
    assert ended == code, nursery.told()
    assert f"go on with --resume ({output} was not written)" in nursery.told()
    assert "Traceback" not in nursery.told()
    assert not (nursery.folder / output).exists()
    again = resumes(nursery, output)
    assert events.count(b">") + again.count(b">") == ARTICLES - 2


def test_the_terminal_is_closed(nursery: Nursery, output: str) -> None:
    master, slave = pty.openpty()
    closing = threading.Event()

    def look() -> None:  # a terminal that nobody reads would fill up
        while not closing.is_set():
            if select.select([master], [], [], 0.02)[0]:
                os.read(master, 4096)

    screen = threading.Thread(target=look, daemon=True)
    screen.start()

    def close(_: int) -> None:
        closing.set()
        screen.join()
        os.close(slave)
        os.close(master)

    paused = Paused(nursery, output)
    events, code = paused.run(waiting(close), told(paused.go), terminal=os.ttyname(slave))
    assert code == 129
    assert events.count(b">") == 10 + IN_FLIGHT
    assert 10 < lines(nursery, output) < ARTICLES
    resumes(nursery, output)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_the_disk_is_full(nursery: Nursery, output: str, share: float) -> None:
    """From no room for the store to nearly enough for the output, which is larger than the store."""
    room = int(share * len(nursery.whole))
    _, code = nursery.run(output, largest_file=room)
    assert code == 3, nursery.told()
    assert "no room for" in nursery.told() or "cannot be written" in nursery.told()
    assert "Traceback" not in nursery.told()
    assert not (nursery.folder / output).exists()
    assert not list(nursery.folder.glob(f".{output}*"))
    resumes(nursery, output)


def test_room_that_was_made_goes_to_results(nursery: Nursery, output: str) -> None:
    """Not to the list of articles, which the run before has written."""
    done = []
    for share in (0.2, 0.3):
        events, code = nursery.run(output, largest_file=int(share * len(nursery.whole)))
        assert code == 3, nursery.told()
        done.append(events.count(b">"))
    assert done[0] > 3
    assert done[1] > 5
    assert "are left the store needs about" in nursery.told()
    resumes(nursery, output)


def test_the_disk_is_full_and_an_earlier_output_stays(nursery: Nursery, output: str) -> None:
    paused = Paused(nursery, output)
    paused.run(waiting(send(signal.SIGINT)), told(paused.go))
    before = (nursery.folder / output).read_bytes()
    assert nursery.run(output, largest_file=int(0.9 * len(nursery.whole)))[1] == 3
    assert (nursery.folder / output).read_bytes() == before
    resumes(nursery, output)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


def test_a_folder_that_may_not_be_written_to(nursery: Nursery) -> None:
    (folder := nursery.folder / "closed").mkdir()
    with read_only(folder):
        events, code = nursery.run("closed/out.jsonl", obeys=True)
    assert code == 2
    assert "its folder may not be written to" in nursery.told()
    assert events == b""
    assert not list(folder.iterdir())


def test_a_folder_that_may_be_written_to_no_more(nursery: Nursery) -> None:
    (folder := nursery.folder / "closing").mkdir()
    paused = Paused(nursery, "closing/out.jsonl")

    def close(child: int) -> None:
        folder.chmod(0o555)
        paused.go(child)

    try:
        events, code = paused.run(waiting(close), obeys=True)
    finally:
        folder.chmod(0o755)
    assert code == 2, nursery.told()
    assert "its folder may not be written to" in nursery.told()
    assert not (folder / "out.jsonl").exists()
    assert events.count(b">") == ARTICLES - 2  # the store was open: the work is kept
    events, code = nursery.run("closing/out.jsonl")
    assert code == 5
    assert b">" not in events
    assert (folder / "out.jsonl").read_bytes() == nursery.whole
    assert sorted(p.name for p in folder.iterdir()) == ["out.jsonl", "out.jsonl.store"]


def test_the_network_is_lost_and_comes_back(nursery: Nursery, output: str) -> None:
    with serve(ok("{}")) as server:
        model = ["--base-url", server.base_url, "--model", "m"]
        assert nursery.run("undisturbed.jsonl", model=model)[1] == 5, nursery.told()
        whole = (nursery.folder / "undisturbed.jsonl").read_bytes()

        server.behaviours[:] = [*[ok("{}")] * 40, dies_before_the_answer]
        events, code = nursery.run(output, model=model)
        assert code == 3, nursery.told()
        assert "are left: go on with --resume" in nursery.told()
        assert events.count(b">") < ARTICLES - 2

        assert nursery.run(output, model=model)[1] == 3  # it is not there yet
        server.behaviours[:] = [ok("{}")]
        server.come_back()
        again = resumes(nursery, output, whole, model)
        assert ARTICLES - 2 - 20 <= again.count(b">") < ARTICLES - 2
