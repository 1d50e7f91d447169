"""The engine for every OpenAI-compatible endpoint: hosted, self-hosted, or the embedded server.

Layers, from the top: instructor (validation and re-asks, ``structured``), what the endpoint takes of a
question (``adapting``, ``constraining``), our retries (``retrying``), the official SDK with its own retries
off, HTTP. One HTTP client for each event loop, because its connections belong to the loop that opened them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import openai
from openai.types.chat import ChatCompletion
from pydantic import SecretStr

from summariser.engines import structured, wire
from summariser.engines.adapting import Dialects, Way
from summariser.engines.base import EngineInfo, Reply, Request, T, Usage
from summariser.engines.bounded import BoundedClient
from summariser.engines.calls import Target
from summariser.engines.constraining import Form, Forms, told
from summariser.engines.constraining import response_format as shaped
from summariser.engines.limiter import Limiter
from summariser.engines.loop import PerLoop
from summariser.engines.redaction import Redactor, keep_from_logs
from summariser.engines.retrying import Meter, Patience, send
from summariser.engines.statuses import AnswerFault, Peer
from summariser.errors import RequestRefused, SummariserError
from summariser.logs import tell

log = logging.getLogger(__name__)

_CONNECT_SECONDS = 10.0
_NO_KEY = SecretStr("none")
"""The SDK wants a key; servers without one ignore it."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is and how it is spoken to.

    Attributes:
        base_url: Without a trailing slash; None for the SDK's own default.
        api_key: None where no key is needed.
        model: Name that the endpoint knows the model by.
        dialect: What this family of models wants otherwise.
        extra_body: Fields beyond the standard that every request carries.
        headers: Headers beyond the standard, secret ones among them.
        is_openais: Whether the OpenAI API is meant, or what stands in for it: only there the organisation
            and the project of the environment (OPENAI_ORG_ID, OPENAI_PROJECT_ID) go.
    """

    base_url: str | None
    api_key: SecretStr | None
    model: str
    dialect: wire.Dialect = field(default_factory=wire.Dialect)
    extra_body: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, SecretStr] = field(default_factory=dict)
    is_openais: bool = False

    @property
    def secrets(self) -> tuple[SecretStr, ...]:
        """What is sent and must not be seen."""
        return (*([self.api_key] if self.api_key else []), *self.headers.values())


class OpenAICompatibleEngine:
    """Asks an OpenAI-compatible endpoint."""

    def __init__(self, info: EngineInfo, endpoint: Endpoint, patience: Patience | None = None) -> None:
        self.info = info
        self._endpoint = endpoint
        self._patience = patience or Patience()
        redactor = Redactor(endpoint.secrets)
        self._peer = Peer(endpoint.base_url or "the OpenAI API", endpoint.model, redactor)
        keep_from_logs(redactor)
        self._forms = Forms(self._peer.name)
        self._dialects = Dialects(self._peer.name, endpoint.dialect)
        self.target = Target.of(info, endpoint.base_url)
        self._clients: PerLoop[openai.AsyncOpenAI] = PerLoop(self._new_client)
        self._limiter = Limiter(
            self._peer.name,
            first_pause=self._patience.first_wait_seconds,
            most_pause=self._patience.most_wait_seconds,
            patience=self._patience.retry_seconds,
        )

    @property
    def limit(self) -> int | None:
        """How many calls the endpoint takes at once, as it has shown; None as long as it refused none."""
        return self._limiter.limit

    async def ask(self, request: Request[T]) -> Reply[T]:
        """Answer one request; see ``Engine.ask``."""
        return await structured.ask(request, self.complete, self.target)

    async def aclose(self) -> None:
        """Close the connections."""
        here = asyncio.get_running_loop()
        for loop, client in self._clients.pop_all():
            if loop is here:
                await client.close()
            elif loop.is_running():
                with contextlib.suppress(RuntimeError):  # it may stop between the question and the call
                    asyncio.run_coroutine_threadsafe(client.close(), loop)

    async def complete(
        self,
        request: Request[Any],
        turns: Sequence[wire.Turn],
        response_format: Mapping[str, Any],
        meter: Meter,
    ) -> wire.Completion:
        """Make one call, with retries.

        Args:
            request: Its limits and its messages; the model in it is not looked at.
            turns: The whole conversation.
            response_format: What constrains the answer.
            meter: Where the retries are counted.

        Raises:
            SummariserError: As ``Engine.ask``.
        """
        schema, name = response_format["json_schema"]["schema"], response_format["json_schema"]["name"]
        way = Way(self._forms.of(schema), self._dialects.known)
        while True:
            asked = told(turns, len(request.messages) - 1, schema, way.form)
            try:
                completion = await self._send(
                    request, asked, shaped(schema, name, way.form), way.dialect, meter
                )
            except RequestRefused as refusal:
                other = way.after(refusal)
                if other is None:
                    raise
                self._tell_refusal(way, other)
                way = other
                meter.add(Usage(retries=1))
                continue
            self._dialects.remember(way)
            if way.form is not Form.CLOSED:
                self._forms.remember(schema, way.form)
                completion = replace(completion, usage=completion.usage + Usage(unconstrained=1))
            return completion

    def _tell_refusal(self, way: Way, other: Way) -> None:
        # Not the message: a server may quote the schema, and with it the article.
        if other.form is not way.form:
            form = other.form.name.lower()
            tell(log, logging.INFO, "schema.refused", peer=self._peer.name, form=form)
            return
        (name,) = other.changed - way.changed
        tell(log, logging.INFO, "parameter.refused", peer=self._peer.name, parameter=name)

    async def _send(
        self,
        request: Request[Any],
        turns: Sequence[wire.Turn],
        response_format: Mapping[str, Any] | None,
        dialect: wire.Dialect,
        meter: Meter,
    ) -> wire.Completion:
        endpoint = self._endpoint
        arguments = wire.body(request, turns, response_format, endpoint.model, dialect)
        completions = self._clients.get().chat.completions

        async def call() -> wire.Completion:
            try:
                raw = await completions.create(**arguments, extra_body=dict(endpoint.extra_body) or None)
            except openai.APIStatusError as error:
                meter.add(wire.usage_of_refusal(error.response))
                raise
            try:
                return wire.read(raw, self._peer)
            except (SummariserError, AnswerFault):
                if isinstance(raw, ChatCompletion):
                    meter.add(wire.usage_of(raw))  # a refusal has been paid for as well
                raise

        return await send(call, self._patience, self._peer, meter, self._limiter)

    def _new_client(self) -> openai.AsyncOpenAI:
        endpoint, timeout = self._endpoint, self._patience.timeout_seconds
        http_client = BoundedClient(
            timeout=openai.Timeout(timeout, connect=min(_CONNECT_SECONDS, timeout)),
            # A redirected POST would lose its body or carry the article to an address nobody chose.
            follow_redirects=False,
            # A proxy for the outside world must not be asked for an address on this machine.
            trust_env=not _is_loopback(endpoint.base_url),
            # Without TLS there is nothing to verify, and loading the certificates takes longer than a
            # short answer of the embedded server.
            verify=not (endpoint.base_url or "").lower().startswith("http://"),
        )
        client = openai.AsyncOpenAI(
            api_key=(endpoint.api_key or _NO_KEY).get_secret_value(),
            base_url=endpoint.base_url,
            max_retries=0,
            http_client=http_client,
        )
        # The SDK has read the environment by itself. What is in it for the OpenAI API is nobody else's
        # business, and a header that we do not know of could not be kept from errors and logs.
        client._custom_headers = {name: value.get_secret_value() for name, value in endpoint.headers.items()}
        client.admin_api_key = client.webhook_secret = None
        if not endpoint.is_openais:
            client.organization = client.project = None
        return client


def _is_loopback(base_url: str | None) -> bool:
    host = urlsplit(base_url or "").hostname or ""
    return host in {"localhost", "::1"} or host.startswith("127.")
