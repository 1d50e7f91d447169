"""An HTTP client that takes no more of an answer than an answer can have.

A server that never stops sending would fill the memory long before the time limit; a compressed body of a
megabyte can unpack to a gigabyte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import openai

from summariser.errors import ServerFault

if TYPE_CHECKING:
    import httpx2

MOST_BYTES: Final = 16 * 2**20
"""Of one body, unpacked. The longest answer that is asked for has 4,096 tokens: with the twenty likeliest in
place of each it takes some eight megabytes."""
_REPLACED = {"content-encoding", "content-length", "transfer-encoding"}
"""Headers that say how a body was packed; it is unpacked here."""


class BoundedClient(openai.DefaultAsyncHttpxClient):
    """As the SDK's own client, with a limit on the body's length."""

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send a request and read the whole answer, also where a stream is asked for.

        Raises:
            ServerFault: The body is longer than ``MOST_BYTES``.
        """
        response = await super().send(request, **{**options, "stream": True})
        body = bytearray()
        try:
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise ServerFault(
                        f"{request.url.host} sent more than {MOST_BYTES >> 20} MB in answer to one question",
                        "Asking again would not help; look at what the endpoint sends",
                        url=str(request.url),
                    )
        finally:
            await response.aclose()
        headers = [(k, v) for k, v in response.headers.raw if k.decode("latin-1").lower() not in _REPLACED]
        return type(response)(
            response.status_code,
            headers=headers,
            content=bytes(body),
            request=response.request,
            extensions=response.extensions,
        )
