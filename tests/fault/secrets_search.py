"""Looks for a key in everything that a run leaves behind, in whatever form it may have got there.

Written without a look at how the library cleans text: what it looks for is made here.
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import sqlite3
import urllib.parse
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet

KEY = 'sk-Canary"7Yq+Lm2/Xw9=Zt4%Bv8&Kd1\\Rn6?Pc3'
"""With letters that every kind of quoting changes."""
PIECE = 13
"""A piece of this length is a find. (Shorter ones say nothing: an article may have them too.)"""
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_GZIP = re.compile(rb"\x1f\x8b\x08")


def forms(key: str) -> set[str]:
    """The key as it stands in text, JSON, a URL, HTML, Python's repr, Basic authentication, a hex dump."""
    found = {
        key,
        json.dumps(key)[1:-1],
        json.dumps(json.dumps(key))[3:-3],
        json.dumps(key)[1:-1].replace("/", "\\/"),
        urllib.parse.quote(key),
        urllib.parse.quote(key, safe=""),
        urllib.parse.quote_plus(key),
        html.escape(key),
        repr(key)[1:-1],
        key.encode().hex(),
    }
    for pad in ("", "a", "ab"):
        text = base64.b64encode((pad + key).encode()).decode()
        found.add(text[4 if pad else 0 : -4])
        found.add(text[4 if pad else 0 : -4].replace("+", "-").replace("/", "_"))
    return found


def pieces(key: str) -> set[bytes]:
    return {form[at : at + PIECE].encode() for form in forms(key) for at in range(len(form) - PIECE + 1)}


class Search:
    """For a key and every piece of it."""

    def __init__(self, key: str = KEY) -> None:
        self._pattern = re.compile(b"|".join(sorted(map(re.escape, pieces(key)))))

    def of(self, data: bytes) -> str | None:
        """The first find in the bytes, or in what is compressed in them; with what stands around it."""
        for layer in layers(data):
            if found := self._pattern.search(layer):
                start = max(0, found.start() - 120)
                return layer[start : found.end() + 60].decode(errors="replace")
        return None

    def below(self, folder: Path) -> dict[str, str]:
        """Every find in the names and contents of the files below a folder."""
        finds = {}
        for path in sorted(folder.rglob("*")):
            if find := self.of(str(path.relative_to(folder)).encode()):
                finds[f"name of {path}"] = find
            if path.is_file() and not path.is_symlink():
                for what, data in contents(path):
                    if find := self.of(data):
                        finds[f"{path.relative_to(folder)} ({what})"] = find
        return finds


def layers(data: bytes, depth: int = 2) -> Iterator[bytes]:
    """The bytes, and what any compressed stream in them holds: freed pages of a database have them too."""
    yield data
    if not depth:
        return
    for found in _ZLIB.finditer(data):
        try:
            inner = zlib.decompressobj().decompress(data[found.start() :])
        except zlib.error:
            continue
        if inner:
            yield from layers(inner, depth - 1)
    for found in _GZIP.finditer(data):
        try:
            yield from layers(gzip.GzipFile(fileobj=io.BytesIO(data[found.start() :])).read(), depth - 1)
        except (OSError, EOFError, zlib.error):
            continue


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file's bytes, and what its format holds in a form of its own."""
    data = path.read_bytes()
    yield "bytes", data
    if data[:4] == b"PAR1":
        yield "rows", repr(pyarrow.parquet.read_table(path).to_pylist()).encode()
    if data[:15] == b"SQLite format 3":
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
                rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
                yield f"table {table}", b"\n".join(_cell(cell) for row in rows for cell in row)
    if path.suffix in {".json", ".jsonl"}:
        for line in data.splitlines() if path.suffix == ".jsonl" else [data]:
            try:
                yield "values", "\n".join(_strings(json.loads(line))).encode(errors="surrogatepass")
            except ValueError:
                continue


def _cell(cell: object) -> bytes:
    return cell if isinstance(cell, bytes) else str(cell).encode()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    else:
        yield str(value)
