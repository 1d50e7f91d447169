"""What a run cost, step by step, and who is told about its progress."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from summariser import spans
from summariser.engines.base import Engine, Reply, Request, T, Usage
from summariser.errors import ArticleTooLong, ModelRefused, SummariserError
from summariser.logs import bound, tell
from summariser.progress import Progress
from summariser.prompting import Prompt
from summariser.schemas import PromptUsed, StepCost, Summary
from summariser.stopwatch import Stopwatch

log = logging.getLogger(__name__)

OnProgress = Callable[[Progress], None]


@dataclass(slots=True)
class Account:
    """The account of one article: every question goes through it, so that none is forgotten."""

    engine: Engine
    on_progress: OnProgress | None = None
    article: str = ""
    """SHA-256 of its text."""
    usage: dict[str, Usage] = field(default_factory=dict)
    watch: Stopwatch = field(default_factory=Stopwatch)
    prompts: dict[str, PromptUsed] = field(default_factory=dict)
    _step: str | None = None
    answered: int = 0
    """Pieces of the article that the model took, whether its answer was valid or not."""
    refused: list[SummariserError] = field(default_factory=list)
    """Why it did not take others."""

    async def ask_piece(self, request: Request[T], prompt: Prompt) -> Reply[T]:
        """As ``ask``, about a piece of the article that cannot be made smaller.

        A piece that the model declines, or that is too long for it, is a reply without a value: the rest of
        the article is not lost with it.
        """
        try:
            reply = await self.ask(request, prompt)
        except (ModelRefused, ArticleTooLong) as error:
            self.refused.append(error)
            return Reply(None, "", Usage(), "refused", error.message)
        self.answered += 1
        return reply

    def check_taken(self) -> None:
        """After the last piece.

        Raises:
            ModelRefused: The model declined every piece.
            ArticleTooLong: Every piece was too long for it.
        """
        if self.refused and not self.answered:
            raise self.refused[0]

    async def ask(self, request: Request[T], prompt: Prompt) -> Reply[T]:
        """Ask, and write down what it cost, also when it fails."""
        self.prompts[prompt.name] = prompt.used
        request = replace(request, prompt=(prompt.name, prompt.version))
        spent = Usage()
        try:
            with self.timed(request.step):
                reply = await self.engine.ask(request)
        except Exception as error:
            spent = spent_until(error)
            raise
        else:
            spent = reply.usage
            return reply
        finally:
            self.usage[request.step] = self.usage.get(request.step, Usage()) + spent

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """A step, or a part of one: its seconds are counted apart from those of the step around it."""
        if self._step == step:  # a question inside its own step
            yield
            return
        around, self._step = self._step, step
        began = time.perf_counter()
        try:
            with bound(step=step), spans.span(f"step {step}", {"summariser.step": step}):
                with self.watch.step(step):
                    yield
                tell(log, logging.DEBUG, "step.done", seconds=time.perf_counter() - began)
        finally:
            self._step = around

    def tell(self, stage: str, done: int, total: int, text: str = "") -> None:
        """Tell the listener, if there is one."""
        if self.on_progress is not None:
            self.on_progress(Progress(stage, done, total, text, self.article))

    def show(self, stage: str, part: Summary) -> None:
        """Hand the listener what there is so far."""
        if self.on_progress is not None:
            self.on_progress(Progress(stage, 1, 1, "", self.article, part))

    def total(self) -> Usage:
        """All steps together."""
        return sum(self.usage.values(), Usage())

    def steps(self) -> tuple[StepCost, ...]:
        """The cost by step, in the order of first use."""
        return tuple(
            StepCost(
                step=step,
                calls=(u := self.usage.get(step, Usage())).calls,
                reasks=u.reasks,
                retries=u.retries,
                tokens_in=u.tokens_in,
                tokens_cached=u.tokens_cached,
                tokens_out=u.tokens_out,
                seconds=round(seconds, 3),
            )
            for step, seconds in self.watch.seconds.items()
        )


def spent_until(error: BaseException) -> Usage:
    """What an engine had spent when it failed, as its error's details say."""
    details = getattr(error, "details", None)
    usage = details.get("usage") if isinstance(details, dict) else None
    if isinstance(usage, Usage):
        return usage
    return Usage(**usage) if isinstance(usage, dict) else Usage()
