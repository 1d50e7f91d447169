"""From a request to a validated value: the one path that every engine's answers take.

instructor holds the loop of validation and re-ask. It is given no more than it needs:

- It never sees our messages. It renders every message as a Jinja template as soon as there is a
  validation context, so an article with ``{{`` in it would be executed, changed or refused (and its
  indentation removed in any case). It holds the re-ask turns only; the messages are put before them
  below it, byte for byte.
- It never sees a transport error as something to re-ask about: those pass through it and are
  raised.
- Its loop is called directly, not through `instructor.patch`: that makes a subclass of the response model for
  each call, works out that one's JSON schema, and walks through all its fields four times, which took longer
  than all that is done with the answer.
- Its values carry the raw answer. What is returned is validated once more.
"""

from __future__ import annotations

import dataclasses
import logging
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextvars import ContextVar
from typing import Any, Generic
from weakref import WeakKeyDictionary

from instructor import Mode, Provider
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from instructor.core.retry import retry_async_v2
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice
from pydantic import BaseModel, ValidationError

from summariser import spans
from summariser.engines.base import Reply, Request, T, Usage
from summariser.engines.calls import Target, watched
from summariser.engines.escaping import encodable
from summariser.engines.retrying import Meter
from summariser.engines.unwrapping import answer_in
from summariser.engines.wire import Completion, Turn
from summariser.errors import SummariserError
from summariser.logs import tell

log = logging.getLogger(__name__)

_ours: ContextVar[bool] = ContextVar("summariser_exchange", default=False)


def _is_not_ours(_: logging.LogRecord) -> bool:
    return not _ours.get()


# instructor logs every invalid answer, which quotes the article, as an error: into any log that the program
# keeps. What it logs of our questions is dropped, and of nobody else's. A filter holds for its own logger
# alone, not for those below it.
for _name in [name for name in logging.root.manager.loggerDict if name.split(".")[0] == "instructor"]:
    logging.getLogger(_name).addFilter(_is_not_ours)

Complete = Callable[[Request[Any], Sequence[Turn], Mapping[str, Any], Meter], Awaitable[Completion]]
"""One call to a model: the request, all turns so far, the response format, and where to count."""

_URL_LINE = re.compile(r"\n *For further information visit \S+")
_MOST_PROBLEMS = 5
_THINKING_TOKENS = 4096
"""Room for the thoughts of a model that did not come to its answer."""


async def ask(request: Request[T], complete: Complete, target: Target) -> Reply[T]:
    """Ask, validate, send back what is invalid, as often as the request allows.

    Args:
        request: The question.
        complete: Makes one call.
        target: Which model it calls, for logs and traces.

    Raises:
        SummariserError: From ``complete``; ``details["usage"]`` holds what was spent until then.
    """
    return await _Exchange(request, complete, target).run()


class _Exchange(Generic[T]):
    """One request's calls: what was spent, and the last answer."""

    def __init__(self, request: Request[T], complete: Complete, target: Target) -> None:
        self._request = request
        self._complete = complete
        self._target = target
        self._meter = Meter()
        self._last: Completion | None = None
        self._failure: BaseException | None = None
        self._turns: list[Turn] = [dataclasses.asdict(message) for message in request.messages]

    async def run(self) -> Reply[T]:
        ours = _ours.set(True)
        try:
            return await self._run()
        except Exception as error:
            _tell_cost(error, self._meter.usage)
            raise
        finally:
            _ours.reset(ours)

    async def _run(self) -> Reply[T]:
        started = time.monotonic()
        error = await self._converse(self._request.reasks)
        if self._only_thought():
            self._meter.add(Usage(reasks=1))
            self._tell_invalid("answer.sent_back")
            room = self._request.max_tokens + _THINKING_TOKENS
            self._request = dataclasses.replace(self._request, max_tokens=room)
            error = await self._converse(self._request.reasks - self._meter.usage.reasks)
        self._meter.add(Usage(seconds=time.monotonic() - started))
        if self._failure is not None:
            raise self._failure
        return self._reply(error)

    async def _converse(self, reasks: int) -> str | None:
        """Ask until the answer is valid; one line on why it is not, where it stays so."""
        request = self._request
        as_configured: Any = None  # as strict as the model's own configuration says
        try:
            await retry_async_v2(
                func=self._create,
                response_model=request.response_model,
                provider=Provider.OPENAI,
                mode=Mode.JSON_SCHEMA,
                context=dict(request.context),
                max_retries=reasks,
                args=(),
                kwargs={"messages": [], "response_format": _response_format(request.response_model)},
                strict=as_configured,
            )
        except IncompleteOutputException:
            return f"cut off at the limit of {request.max_tokens} tokens"
        except InstructorRetryException as exception:
            if not isinstance(exception.__cause__, ValueError):  # pydantic's ValidationError is one
                self._failure = self._failure or exception.__cause__ or exception
            return _explain(exception.__cause__)
        return None

    def _only_thought(self) -> bool:
        """Whether the limit fell before the answer began, and there is a re-ask left to give it room.

        Models that reason spend the limit of a short answer on their thoughts. An answer that was cut off
        itself would be cut off again.
        """
        last = self._last
        if self._failure is not None or last is None or last.finish_reason != "length":
            return False
        left = self._request.reasks - self._meter.usage.reasks
        return left > 0 and not answer_in(last.text).lstrip().startswith("{")

    async def _create(self, **wire: Any) -> ChatCompletion:
        """What instructor takes for the SDK's ``create``."""
        reask_turns = [_shortened(turn) for turn in wire["messages"]]
        if reask_turns:
            self._meter.add(Usage(reasks=1))
            self._tell_invalid("answer.sent_back")
        try:
            if self._meter.usage.reasks and self._request.before_reask is not None:
                self._request.before_reask(self._meter.usage)
            call = self._complete(
                self._request, [*self._turns, *reask_turns], wire["response_format"], self._meter
            )
            completion = await watched(call, self._request, self._target, self._meter.usage.reasks)
        except Exception as exception:
            self._failure = exception
            raise
        self._meter.add(completion.usage)
        completion = dataclasses.replace(completion, text=encodable(completion.text))
        self._last = completion
        return _for_instructor(completion, answer_in(completion.text))

    def _reply(self, error: str | None) -> Reply[T]:
        last = self._last or Completion("")
        value: T | None = None
        # Also after a cut at the limit: the limit may have fallen just behind a complete answer.
        try:
            value = self._request.response_model.model_validate_json(
                answer_in(last.text), context=self._request.context
            )
            error = None
        except ValidationError as exception:
            error = error or _explain(exception)
            self._tell_invalid("answer.invalid")
        return Reply(value, last.text, self._meter.usage, last.finish_reason, error, last.token_logprobs)

    def _tell_invalid(self, event: str) -> None:
        """What was wrong with the last answer, as pydantic's codes: its messages quote the article."""
        span = spans.current()
        if not (span.is_recording or log.isEnabledFor(logging.INFO)):
            return
        problems = ",".join(self._problems())
        tell(log, logging.INFO, event, step=self._request.step, problems=problems)
        span.event(event, {"summariser.problems": problems})

    def _problems(self) -> list[str]:
        text = answer_in(self._last.text) if self._last is not None else ""
        try:
            self._request.response_model.model_validate_json(text, context=self._request.context)
        except ValidationError as exception:
            found = exception.errors(include_url=False, include_input=False, include_context=False)
            return list(dict.fromkeys(problem["type"] for problem in found))
        return ["cut_off"]


def _tell_cost(error: Exception, usage: Usage) -> None:
    """Write down in an error what was spent until then; also in one that nobody expected, for it was paid."""
    if not isinstance(error, SummariserError):
        error.__dict__.setdefault("details", {})
    details = getattr(error, "details", None)
    if isinstance(details, dict):
        details["usage"] = dataclasses.asdict(usage)


_schemas: WeakKeyDictionary[type[BaseModel], dict[str, Any]] = WeakKeyDictionary()
"""JSON schemas of the models that are still in use: one model answers many questions."""


def _response_format(model: type[BaseModel]) -> dict[str, Any]:
    schema = _schemas.get(model)
    if schema is None:
        schema = _schemas[model] = model.model_json_schema()
    return {"type": "json_schema", "json_schema": {"name": model.__name__, "schema": schema}}


def _for_instructor(completion: Completion, answer: str) -> ChatCompletion:
    reason: Any = "length" if completion.finish_reason == "length" else "stop"
    message = ChatCompletionMessage(role="assistant", content=answer)
    choice = Choice(finish_reason=reason, index=0, message=message)
    return ChatCompletion(id="-", choices=[choice], created=0, model="-", object="chat.completion")


def _shortened(turn: Turn) -> Turn:
    """A re-ask turn without the links that pydantic puts under each error: they cost tokens."""
    return {"role": turn["role"], "content": _URL_LINE.sub("", turn["content"])}


def _explain(exception: BaseException | None) -> str:
    """One line on why an answer is invalid, without the answer's own text."""
    if not isinstance(exception, ValidationError):
        return " ".join(str(exception).split())[:300]
    problems = exception.errors(include_url=False, include_input=False, include_context=False)
    lines = [f"{'.'.join(map(str, p['loc'])) or 'answer'}: {p['msg']}" for p in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        lines.append(f"and {len(problems) - _MOST_PROBLEMS} more")
    return " ".join("; ".join(lines).split())
