"""The process in which the embedded model runs: llama.cpp's own HTTP server on a loopback port.

Run as a file by ``server_process``, with nothing of the package imported, so that it starts fast
and a native crash takes nobody else down. It reads one line of JSON from its standard input
(the key must not stand in arguments or the environment, which other users can list), announces its
address as one line of JSON on its standard output, and lives until its input ends: however the
parent dies, the operating system closes that pipe.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import time
from typing import Any

_PROMPT_CACHE_MIB = 512
"""For the prompts of articles other than the current one; the server's default is 8 GiB."""
_LOG_ERRORS = 1
_LOG_SECONDS = 0.5
"""llama.cpp writes its log from a thread, which has the line that says what is wrong with a model's file."""


def main() -> None:
    """Serve until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to decide on
    _leave_no_core()
    parent = os.getppid()
    config = json.loads(_read_line())
    threading.Thread(target=_exit_with_input, daemon=True).start()
    # Standard output is for the announcement alone: what native code prints must not get in between.
    announce = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    server = _serve(config)
    announce.write(json.dumps({"address": server.listening_address}) + "\n")
    announce.close()
    # A process that the parent forked keeps our input open even when the parent has died.
    while os.name != "posix" or os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


def _leave_no_core() -> None:
    """Have no image of this process written when it crashes: the key and the articles are in its memory."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # no such limits on Windows
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _serve(config: dict[str, Any]) -> Any:
    import xllamacpp  # type: ignore[import-untyped]  # noqa: PLC0415 - here, so that a failing import is reported like a failing load

    params = xllamacpp.CommonParams()
    params.model.path = config["model_path"]
    params.model_alias = {config["model"]}
    params.load_mode = xllamacpp.llama_load_mode.LLAMA_LOAD_MODE_MMAP
    params.fit_params = False  # reads the model twice to see how much of it a small card could hold
    params.n_ctx = config["context_tokens"]
    params.n_parallel = 1  # one slot: every question on an article finds the article in the cache
    params.cache_prompt = True
    params.cache_ram_mib = _PROMPT_CACHE_MIB
    if config["threads"]:
        params.cpuparams.n_threads = config["threads"]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [config["api_key"]]
    params.ui = False
    params.endpoint_slots = False
    params.endpoint_props = False
    params.endpoint_metrics = False
    # No web page is to read an answer, even of what is open to everybody. (The key keeps them out as well.)
    for name, value in {"cors_origins": "", "cors_origins_explicit": True, "cors_credentials": False}.items():
        if hasattr(params, name):  # some versions of the library have no such switch
            setattr(params, name, value)
    params.offline = True
    params.verbosity = _LOG_ERRORS
    return xllamacpp.Server(params)


def _read_line() -> bytes:
    # Unbuffered: a thread that waits inside a buffered stdin aborts the interpreter at its exit.
    line = b""
    while not line.endswith(b"\n"):
        chunk = os.read(0, 1)
        if not chunk:
            os._exit(0)
        line += chunk
    return line


def _exit_with_input() -> None:
    while os.read(0, 1024):
        pass
    os._exit(0)


if __name__ == "__main__":
    try:
        main()
    except Exception as error:  # noqa: BLE001 - the last line of the log is what the parent shows
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        sys.stderr.flush()
        time.sleep(_LOG_SECONDS)
        os._exit(1)
