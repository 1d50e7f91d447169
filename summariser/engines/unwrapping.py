"""The JSON object in a model's text, where it put something around it.

Under constrained decoding an answer is an object and nothing else. Models that are not constrained think
aloud before it, fence it as Markdown, or explain it afterwards. What stands around it is not part of the
answer, and asking again would bring the same again. Where it is not plain which object is the answer, the
text stays as it is: it is then invalid, and is sent back. The answer is never guessed.
"""

from __future__ import annotations

import json

_DECODER = json.JSONDecoder()
_THOUGHT, _THOUGHT_END = "<think>", "</think>"
"""What DeepSeek, Qwen and their kin put around their reasoning; some servers cut off the first of the two."""


def answer_in(text: str) -> str:
    """The one JSON object in a text, as it stands there; the text itself where there is not exactly one.

    Objects in the reasoning before the answer do not count, the same object said twice counts once, and an
    object inside a list is no answer.

    Args:
        text: What the model wrote.
    """
    said = _after_thoughts(text)
    start = said.find("{")
    if start < 0 or said[:start].rstrip().endswith(("[", ",")):
        return text
    found = _object_at(said, start)
    if found is None:
        return text
    value, end = found
    return said[start:end] if _only(value, said, end) else text


def _after_thoughts(text: str) -> str:
    """What follows the reasoning; nothing where the text was cut off within it."""
    if text.lstrip().startswith("{"):
        return text
    opened, closed = text.rfind(_THOUGHT), text.rfind(_THOUGHT_END)
    if opened > closed:
        return ""
    return text[closed + len(_THOUGHT_END) :] if closed >= 0 else text


def _object_at(text: str, start: int) -> tuple[object, int] | None:
    """What the brace at ``start`` opens, and where that ends; None for no complete JSON."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return value, end


def _only(value: object, text: str, end: int) -> bool:
    """Whether no other object follows."""
    while (start := text.find("{", end)) >= 0:
        found = _object_at(text, start)
        if found is None:
            end = start + 1  # a brace in prose
            continue
        if found[0] != value:
            return False
        end = found[1]
    return True
