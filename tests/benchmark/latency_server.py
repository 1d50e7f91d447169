"""An endpoint that takes its time and nothing else: for the benchmark of the flow, in a process of its own.

    python tests/benchmark/latency_server.py SECONDS

Prints its port. Every call is answered SECONDS after it came, with the first thing that its schema admits;
``GET /times`` gives the moments of the answers since the last such request (the system's monotonic clock)
and how many calls were in flight at most.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from functools import lru_cache
from typing import Any

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


def first(schema: dict[str, Any], types: dict[str, Any]) -> Any:
    """The first thing that a schema admits; of the sides of an event "nobody", as one name cannot be both."""
    if "$ref" in schema:
        return first(types[schema["$ref"].rpartition("/")[2]], types)
    if "enum" in schema:
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    if "anyOf" in schema:
        return first(schema["anyOf"][0], types)
    kind = schema.get("type")
    if kind == "object":
        made = {name: first(part, types) for name, part in schema.get("properties", {}).items()}
        return made | {side: "nobody" for side in ("by", "on") if isinstance(made.get(side), str)}
    if kind == "array":
        return [first(schema["items"], types) for _ in range(schema.get("minItems", 0))]
    return {"null": None, "integer": 0, "number": 0, "boolean": False}.get(str(kind), "")


@lru_cache(maxsize=256)
def answer(schema: str) -> bytes:
    """The response to a call with this schema."""
    known = json.loads(schema)
    content = json.dumps(first(known, known.get("$defs", {})))
    message = {"role": "assistant", "content": content}
    return _response(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "m",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": {"prompt_tokens": 1000, "completion_tokens": 30, "total_tokens": 1030},
        }
    )


def _response(value: Any) -> bytes:
    body = json.dumps(value).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Server:
    """Answers, and remembers when."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._times: list[float] = []
        self._flying = self._most = 0

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, call by call."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                came = time.monotonic()
                if head.startswith(b"GET"):
                    writer.write(_response({"times": self._times, "most": self._most}))
                    self._times, self._most = [], 0
                    continue
                length = _LENGTH.search(head)
                body = await reader.readexactly(int(length[1]) if length else 0)
                self._flying += 1
                self._most = max(self._most, self._flying)
                reply = answer(json.dumps(json.loads(body)["response_format"]["json_schema"]["schema"]))
                await asyncio.sleep(came + self._seconds - time.monotonic())
                self._flying -= 1
                self._times.append(time.monotonic())
                writer.write(reply)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def serve(self) -> None:
        """Until killed."""
        server = await asyncio.start_server(self.connected, "127.0.0.1", 0, backlog=1024, limit=2**23)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(Server(float(sys.argv[1])).serve())
