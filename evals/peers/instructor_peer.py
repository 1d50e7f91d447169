"""instructor in JSON-schema mode: the plain way, and with definitions and worked examples."""

from __future__ import annotations

from typing import Any, Final, cast

import instructor

from summariser.evals.peers.forms import FORMS, compact, prompts, worded
from summariser.evals.peers.mapping import prediction
from summariser.evals.peers.systems import (
    MAX_TOKENS,
    Answered,
    Meter,
    Server,
    digest,
    failure,
    metered_client,
    versions,
)
from summariser.evals.suites.base import Case, Suite

_REASKS: Final = 1
"""As often as summariser sends an invalid answer back."""


class InstructorPeer:
    """One call an article, the whole form at once."""

    def __init__(self, server: Server, *, examples: bool) -> None:
        self.name = "instructor-good" if examples else "instructor-plain"
        self._server = server
        self._examples = examples
        self._meter = Meter()
        client = metered_client(server, lambda: self._meter)
        self._client = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)

    def fingerprint(self, suite: str) -> str:
        """See ``System``."""
        asked = self.messages(suite, "")
        form = FORMS[suite].model_json_schema()
        limits = (MAX_TOKENS, self._server.call_seconds, _REASKS)
        return digest(self.name, versions("instructor"), asked, form, self._server.model, limits)

    def messages(self, suite: str, article: str) -> list[dict[str, str]]:
        """What is sent for an article."""
        told = prompts(suite)
        turns = [{"role": "system", "content": told.guide if self._examples else told.plain}]
        for example in told.examples if self._examples else ():
            turns.append({"role": "user", "content": worded(example.published, example.text)})
            turns.append({"role": "assistant", "content": compact(suite, example.answer)})
        return [*turns, {"role": "user", "content": article}]

    def answer(self, suite: Suite, case: Case) -> Answered:
        """See ``System``."""
        self._meter = Meter()
        article = worded(case.article.published, case.article.text)
        try:
            filled: Any = cast(Any, self._client).chat.completions.create(
                model=self._server.model,
                messages=self.messages(suite.name, article),
                response_model=FORMS[suite.name],
                max_tokens=MAX_TOKENS,
                max_retries=_REASKS,
                temperature=0,
            )
            return Answered(prediction(case.id, case.article, filled), cost=self._meter)
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is its failure on this article
            return failure(error, self._meter)
