"""Answers to questions on other people's texts, kept so that only who has the text can read them.

An answer may repeat words of the article (a name, a place), and no text of external data is committed. So
the answer is sealed with the question itself: a stream of bytes made from the request's body by SHAKE-256
is laid over it. A replay asks the same question and opens it; without the article the bytes say nothing.
This keeps text out of the repository; it is no protection of a secret.
"""

from __future__ import annotations

import base64
import hashlib


def seal(text: str, body: str) -> str:
    """The text, readable only with the body of the request that it answers."""
    return base64.b64encode(_under(text.encode("utf-8"), body)).decode("ascii")


def unseal(sealed: str, body: str) -> str:
    """The text again. With another body the result is noise, or a ``ValueError``."""
    return _under(base64.b64decode(sealed), body).decode("utf-8")


def _under(data: bytes, body: str) -> bytes:
    stream = hashlib.shake_256(body.encode("utf-8")).digest(len(data))
    return bytes(a ^ b for a, b in zip(data, stream, strict=True))
