"""A library in the place of xllamacpp: it serves canned answers and dies on demand.

The real parent and the real child process run; only what is native in the child is replaced. The model's
file is the script: words that say what to do with each request, taken one after the other across restarts.

==================  =============================================================
``answer``          an answer (also when the script is over)
``crash``           SIGKILL, as from the system when memory is short
``segv``, ``abort`` those signals
``exit``            exit code 3
``stop``            SIGSTOP: the process is there and does nothing
``hang``            the request is never answered
``drop``            the connection is closed without an answer
``load:kill``...    at the head of the script when a process starts: it dies, exits or hangs as it loads
``fail``            anywhere in the script: the library refuses the model's file
==================  =============================================================

Beside the script each process leaves ``.seen``, its environment and arguments, ``.key``, the key it was
given, and ``.pid``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from summariser.engines.base import EngineInfo
from summariser.engines.embedded import EmbeddedEngine, EmbeddedOptions
from summariser.engines.models import ModelFile
from summariser.files import mark_of

STUB = '''
import json, os, signal, socket, threading, types
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SIGNALS = {"crash": signal.SIGKILL, "segv": signal.SIGSEGV, "abort": signal.SIGABRT, "stop": signal.SIGSTOP,
           "load:kill": signal.SIGKILL}

class CommonParams(types.SimpleNamespace):
    def __init__(self):
        super().__init__(model=types.SimpleNamespace(), cpuparams=types.SimpleNamespace())

class llama_load_mode:
    LLAMA_LOAD_MODE_MMAP = 1

class Server:
    """params.model.path is a file of lines: what to do with each request, across restarts."""

    def __init__(self, params):
        print("native chatter on standard output")
        with open(params.model.path + ".seen", "ab") as seen:  # what other programs can see of this process
            for name in ("environ", "cmdline"):
                if os.path.exists("/proc/self/" + name):
                    seen.write(open("/proc/self/" + name, "rb").read())
        with open(params.model.path + ".pid", "w") as pid:
            pid.write(str(os.getpid()))
        with open(params.model.path + ".key", "a") as key:
            key.write(params.api_keys[0] + "\\n")
        if self.take(params, peek=True)[:1] in (["load:kill"], ["load:exit"], ["load:hang"]):
            self.end(self.take(params))
        if "fail" in self.take(params, peek=True):
            os.write(2, b"0.00.005.000 E load: invalid magic characters\\n")
            os.write(2, b"0.00.005.001 E load: giving up\\n")
            raise RuntimeError("Failed to init server")
        outer = self
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["content-length"]))
                if self.headers["authorization"] != "Bearer " + params.api_keys[0]:
                    return self.answer(401, {"error": {"message": "Invalid API Key"}})
                what = outer.take(params)
                if what == "drop":
                    self.close_connection = True
                    return self.connection.shutdown(socket.SHUT_RDWR)
                outer.end(what)
                content = json.dumps({"dead": 3, "pid": os.getpid()})
                self.answer(200, {"id": "1", "object": "chat.completion", "created": 0, "model": "m",
                    "choices": [{"index": 0, "finish_reason": "stop",
                                 "message": {"role": "assistant", "content": content}}],
                    "usage": {"prompt_tokens": 10, "completion_tokens": 3, "total_tokens": 13},
                    "seen": {"threads": params.cpuparams.n_threads}})
            def answer(self, status, value):
                data = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            def log_message(self, *args):
                pass
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.listening_address = "http://127.0.0.1:%d" % server.server_address[1]

    def end(self, how):
        if how in SIGNALS:
            os.write(2, b"GGML_ASSERT(n > 0) failed\\n")
            os.kill(os.getpid(), SIGNALS[how])
            threading.Event().wait()  # another thread may take the signal, a moment later
        if how in ("exit", "load:exit"):
            os._exit(3)
        if how in ("hang", "load:hang"):
            threading.Event().wait()

    def take(self, params, peek=False):
        with open(params.model.path, "r+") as file:
            lines = file.read().split()
            if not peek:
                file.seek(0)
                file.truncate()
                file.write(" ".join(lines[1:]))
        return lines if peek else (lines or ["answer"])[0]
'''


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the stub in the native library's place for processes started from now on.

    Returns:
        The script, empty.
    """
    library = folder / "library"
    library.mkdir()
    (library / "xllamacpp.py").write_text(STUB)
    monkeypatch.setenv("PYTHONPATH", str(library))
    path = folder / "model.gguf"
    path.write_text("")
    return path


def new_engine(script: Path, **options: float) -> EmbeddedEngine:
    info = EngineInfo("embedded", "stub", "m", None, 8192, "stepwise")
    return EmbeddedEngine(
        info, lambda _: ModelFile(script, mark_of(script)), EmbeddedOptions(**{"threads": 1, **options})
    )
