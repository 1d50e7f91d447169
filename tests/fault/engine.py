"""One question, and an engine that asks it of a server of the tests."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, SecretStr, ValidationInfo, field_validator

from summariser import errors
from summariser.engines.base import EngineInfo, Message, Reply, Request
from summariser.engines.openai_compatible import Endpoint, OpenAICompatibleEngine
from summariser.engines.retrying import Patience

KEY = "canary-0123456789abcdef"
GOOD = '{"dead": 3}'


class Answer(BaseModel):
    dead: int

    @field_validator("dead")
    @classmethod
    def stands_in_the_text(cls, value: int, info: ValidationInfo) -> int:
        allowed = (info.context or {}).get("numbers")
        if allowed is not None and value not in allowed:
            raise ValueError(f"{value} is not among the numbers of the text")
        return value


def engine(base_url: str, **patience: float) -> OpenAICompatibleEngine:
    info = EngineInfo("openai", "openai test", "m", None, 8192, "single")
    options = {"attempts": 3, "timeout_seconds": 5.0, "retry_seconds": 20.0, "first_wait_seconds": 0.01}
    return OpenAICompatibleEngine(
        info, Endpoint(base_url, SecretStr(KEY), "m"), Patience(**{**options, **patience})
    )


def request(text: str = "How many?", **options: Any) -> Request[Answer]:
    options.setdefault("max_tokens", 50)
    return Request("count", (Message("system", "You count."), Message("user", text)), Answer, **options)


async def outcome(
    base_url: str, asked: Request[Answer] | None = None, **patience: float
) -> Reply[Answer] | errors.SummariserError:
    """The reply, or the error that was raised instead."""
    one = engine(base_url, **patience)
    try:
        return await one.ask(asked or request())
    except errors.SummariserError as error:
        return error
    finally:
        await one.aclose()
