"""The scripted engine: answers that were written beforehand, through the real path.

For tests, demonstrations and dry runs (``--model scripted:FILE``). An answer is validated, sent
back and counted exactly like a model's: the script only takes the model's place at the bottom.
"""

from __future__ import annotations

import asyncio
import collections
import json
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from summariser import errors
from summariser.engines import structured
from summariser.engines.base import EngineInfo, Message, Reply, Request, Strategy, T, Usage
from summariser.engines.calls import Target
from summariser.engines.wire import Completion, Turn

_KEPT_REQUESTS = 1000
"""A batch runs for days; each request holds the schema of its article."""


@dataclass(frozen=True, slots=True)
class Slow:
    """An answer that takes its time.

    Args:
        answer: The model's text.
        seconds: How long it takes.
    """

    answer: str
    seconds: float


Answer = Mapping[str, Any] | Sequence[Any] | BaseModel | str | Slow | Exception
"""A value for the response model; a ``str`` is the model's text as it is, valid or not; an exception
is raised; a ``Slow`` is a text that takes its time."""
AnswerFunction = Callable[[Request[Any]], Answer]
Script = Iterable[Answer] | Mapping[str, Answer | list[Answer]] | AnswerFunction


class ScriptedEngine:
    """Answers from a script.

    Args:
        script: One of

            - a list: the answers in the order of the calls (a re-ask is a call);
            - a mapping from a request's ``step`` to its answers in order, or to the one answer
              that it always gets;
            - a function of the request, called again for a re-ask with the longer conversation.
        model: Name for the provenance.
        strategy: Which strategy the pipeline shall follow.
        context_tokens: The context window to pretend.
    """

    def __init__(
        self,
        script: Script,
        *,
        model: str = "scripted",
        strategy: Strategy = "stepwise",
        context_tokens: int = 8192,
    ) -> None:
        self.info = EngineInfo("scripted", "scripted 1", model, None, context_tokens, strategy)
        self.requests: collections.deque[Request[Any]] = collections.deque(maxlen=_KEPT_REQUESTS)
        """The last calls, re-asks with their longer conversation, for tests to look at."""
        self._next = _answers(script)
        self._target = Target.of(self.info)
        self._lock = threading.Lock()

    @classmethod
    def from_file(cls, path: str | Path, *, strategy: Strategy = "stepwise") -> ScriptedEngine:
        """From a JSON file: a list, or an object from step to answers.

        An answer ``{"$raw": "text"}`` is the model's text as it is, and ``{"$error": "RateLimited"}``
        (with an optional ``"message"``) raises that class of ``summariser.errors``. Beside ``$raw``,
        ``"$seconds": 0.5`` makes the answer take so long.

        Raises:
            UnreadableSource: No such file.
            ConfigurationError: Not such a script.
        """
        path = Path(path)
        try:
            script = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise errors.UnreadableSource(
                f"The script {path} cannot be read: {error.strerror}", "Check the path", path=str(path)
            ) from error
        except ValueError as error:
            raise errors.ConfigurationError(
                f"The script {path} is not JSON: {error}", "Correct it"
            ) from error
        return cls(_decoded(script, path), model=f"scripted:{path.name}", strategy=strategy)

    async def ask(self, request: Request[T]) -> Reply[T]:
        """Answer one request; see ``Engine.ask``."""
        return await structured.ask(request, self._complete, self._target)

    async def aclose(self) -> None:
        """Nothing to let go of."""

    async def _complete(self, request: Request[Any], turns: Sequence[Turn], *_: object) -> Completion:
        asked = replace(request, messages=tuple(Message(turn["role"], turn["content"]) for turn in turns))
        with self._lock:
            self.requests.append(asked)
            answer = self._next(asked)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Slow):
            await asyncio.sleep(answer.seconds)
            answer = answer.answer
        text = _text(answer)
        words_in = sum(len(message.content.split()) for message in asked.messages)
        usage = Usage(tokens_in=words_in, tokens_out=len(text.split()), calls=1)
        return Completion(text, "stop", usage)


def _answers(script: Script) -> AnswerFunction:
    """Every kind of script as a function."""
    if callable(script):
        return script
    if not isinstance(script, Mapping):
        return _in_order(list(script))
    queues: dict[str, AnswerFunction] = {
        step: _in_order(answers) if isinstance(answers, list) else _always(answers)
        for step, answers in script.items()
    }

    def by_step(request: Request[Any]) -> Answer:
        if request.step not in queues:
            raise _no_answer(request)
        return queues[request.step](request)

    return by_step


def _in_order(answers: list[Answer]) -> AnswerFunction:
    waiting = iter(answers)

    def take(request: Request[Any]) -> Answer:
        for answer in waiting:
            return answer
        raise _no_answer(request)

    return take


def _always(answer: Answer) -> AnswerFunction:
    return lambda _: answer


def _no_answer(request: Request[Any]) -> errors.ConfigurationError:
    return errors.ConfigurationError(
        f"The script has no answer left for step {request.step!r}", "Add one to the script", step=request.step
    )


def _text(answer: Answer) -> str:
    if isinstance(answer, str):
        return answer
    if isinstance(answer, BaseModel):
        return answer.model_dump_json()
    return json.dumps(answer, ensure_ascii=False, default=str)


def _decoded(script: Any, path: Path) -> Script:
    if isinstance(script, list):
        return [_answer(item, path) for item in script]
    if isinstance(script, dict):
        return {
            step: [_answer(item, path) for item in item_or_items]
            if isinstance(item_or_items, list)
            else _answer(item_or_items, path)
            for step, item_or_items in script.items()
        }
    raise errors.ConfigurationError(f"The script {path} is neither a list nor an object", "Correct it")


def _answer(item: Any, path: Path) -> Answer:
    if not isinstance(item, dict | list | str):
        raise errors.ConfigurationError(f"The script {path} holds an answer that is no object", "Correct it")
    if isinstance(item, dict) and "$raw" in item:
        text = str(item["$raw"])
        return Slow(text, float(item["$seconds"])) if "$seconds" in item else text
    if isinstance(item, dict) and "$error" in item:
        cls = getattr(errors, str(item["$error"]), None)
        if not (isinstance(cls, type) and issubclass(cls, errors.SummariserError)):
            raise errors.ConfigurationError(
                f"The script {path} names an unknown error {item['$error']!r}",
                "Use a class of summariser.errors",
            )
        return cls(str(item.get("message", "The script says so")), "Change the script")
    return item
