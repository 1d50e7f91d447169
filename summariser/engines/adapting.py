"""How a question is put to an endpoint that does not take all of it.

Hosted models differ in the parameters that they take: some want ``max_completion_tokens`` in place of
``max_tokens``, some take no temperature but their own, some give no log-probabilities. What is known of them
is in the catalogue; of the others, and of those that will come, it is learnt from the refusal: what it names
is left out or renamed, once for each question, and remembered as soon as an answer shows that it was that.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from typing import Final

from summariser.engines.constraining import Form
from summariser.engines.wire import Dialect
from summariser.errors import RequestRefused, SchemaRefused
from summariser.logs import tell

log = logging.getLogger(__name__)

_LIMITS: Final = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
"""The two names of one thing: an answer without a limit is not asked for."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to put a question.

    Attributes:
        form: In which its schema is given.
        dialect: Which parameters are sent.
        changed: What is otherwise in the dialect than at first: each field is changed once.
    """

    form: Form
    dialect: Dialect
    changed: frozenset[str] = frozenset()

    def after(self, refusal: RequestRefused) -> Way | None:
        """What to try next; None where that would bring the same.

        A refusal may seem to be about a parameter and about the schema: a parameter is the lesser loss.
        """
        parameter = str(refusal.details.get("parameter"))
        name = "limit_parameter" if parameter in _LIMITS else parameter.removeprefix("top_")
        dialect = None if name in self.changed else _without(self.dialect, name, parameter)
        if dialect is not None:
            return replace(self, dialect=dialect, changed=self.changed | {name})
        if isinstance(refusal, SchemaRefused) and self.form.next is not None:
            return replace(self, form=self.form.next)
        return None


def _without(dialect: Dialect, name: str, parameter: str) -> Dialect | None:
    """The dialect with one field changed; None where the parameter is not sent in any case."""
    if name == "limit_parameter":
        is_sent = dialect.limit_parameter == parameter
        return replace(dialect, limit_parameter=_LIMITS[parameter]) if is_sent else None
    if name == "temperature" and dialect.temperature:
        return replace(dialect, temperature=False)
    if name == "logprobs" and dialect.logprobs:
        return replace(dialect, logprobs=False)
    return None


class Dialects:
    """What is known of an endpoint's dialect. Safe to use from several threads.

    Args:
        endpoint: Its name, for the log.
        known: What to send at first.
    """

    def __init__(self, endpoint: str, known: Dialect) -> None:
        self.endpoint = endpoint
        self.known = known
        """What to send."""
        self._lock = threading.Lock()

    def remember(self, way: Way) -> None:
        """Take note that a question was answered that was put in this way."""
        for name in sorted(way.changed):
            value = getattr(way.dialect, name)
            with self._lock:
                is_news = getattr(self.known, name) != value
                self.known = replace(self.known, **{name: value})
            if is_news:
                # Without a temperature, answers to the same question may differ from here on.
                tell(log, logging.WARNING, "parameter.not_taken", peer=self.endpoint, parameter=name)
