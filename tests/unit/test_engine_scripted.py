"""The scripted engine: answers, re-asks and counts like any other."""

from __future__ import annotations

import asyncio
import json

import pytest
from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from summariser import errors
from summariser.engines.base import Message, Request, Usage
from summariser.engines.scripted import ScriptedEngine


class Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    dead: int

    @field_validator("dead")
    @classmethod
    def stands_in_the_text(cls, value: int, info: ValidationInfo) -> int:
        allowed = (info.context or {}).get("numbers")
        if allowed is not None and value not in allowed:
            raise ValueError(f"{value} is not among the numbers of the text")
        return value


def request(step: str = "count", **options: object) -> Request[Answer]:
    return Request(step, (Message("user", "How many of them died?"),), Answer, **options)


@pytest.mark.parametrize(
    ("answer", "why"),
    [({"dead": 3}, "a dict"), (Answer(dead=3), "a model"), ('{"dead": 3}', "the model's text")],
)
async def test_kinds_of_answers(answer, why):
    reply = await ScriptedEngine([answer]).ask(request())
    assert reply.value == Answer(dead=3), why
    assert type(reply.value) is Answer
    assert reply.error is None
    assert json.loads(reply.raw) == {"dead": 3}


async def test_list_in_order_and_then_no_more():
    engine = ScriptedEngine([{"dead": 1}, {"dead": 2}])
    assert [(await engine.ask(request())).value.dead for _ in range(2)] == [1, 2]
    with pytest.raises(errors.ConfigurationError, match="no answer left for step 'count'"):
        await engine.ask(request())


async def test_mapping_by_step():
    engine = ScriptedEngine({"count": [{"dead": 1}, {"dead": 2}], "always": {"dead": 9}})
    steps = ["always", "count", "always", "count"]
    assert [(await engine.ask(request(step))).value.dead for step in steps] == [9, 1, 9, 2]
    with pytest.raises(errors.ConfigurationError, match="'other'"):
        await engine.ask(request("other"))


async def test_function_sees_the_longer_conversation_of_a_re_ask():
    def answer(asked: Request[Answer]) -> dict[str, int]:
        return {"dead": 3 if len(asked.messages) > 1 else 4}

    engine = ScriptedEngine(answer)
    reply = await engine.ask(request(context={"numbers": {3}}))
    assert reply.value == Answer(dead=3)
    assert [message.role for message in engine.requests[1].messages] == ["user", "assistant", "user"]
    assert "4 is not among the numbers of the text" in engine.requests[1].messages[2].content


@pytest.mark.parametrize(
    ("reasks", "answers", "value", "calls", "why"),
    [
        (0, ["no", {"dead": 3}], None, 1, "no re-ask allowed"),
        (1, ["no", {"dead": 3}], 3, 2, "the re-ask helps"),
        (1, ["no", "no", {"dead": 3}], None, 2, "one re-ask is not two"),
        (2, ["no", "no", {"dead": 3}], 3, 3, "two are"),
        (1, [{"dead": 3, "more": 1}, {"dead": 3}], 3, 2, "the model's own strictness holds"),
    ],
)
async def test_re_asks(reasks, answers, value, calls, why):
    reply = await ScriptedEngine(answers).ask(request(reasks=reasks))
    assert (reply.value and reply.value.dead) == value, why
    assert (reply.usage.calls, reply.usage.reasks) == (calls, calls - 1)


async def test_error_names_the_field_and_not_the_text():
    reply = await ScriptedEngine([{"dead": "secret words"}]).ask(request(reasks=0))
    assert reply.error.startswith("dead: ")
    assert "secret" not in reply.error
    assert reply.raw == '{"dead": "secret words"}'


async def test_usage_counts_words():
    reply = await ScriptedEngine([{"dead": 3}]).ask(request())
    assert (reply.usage.tokens_in, reply.usage.tokens_out, reply.usage.tokens_cached) == (5, 2, 0)


@pytest.mark.parametrize("error", [errors.RateLimited("slow down"), RuntimeError("a bug")])
async def test_exceptions_are_raised(error):
    with pytest.raises(type(error)):
        await ScriptedEngine([error]).ask(request())


async def test_failure_after_an_answer_tells_what_was_spent():
    engine = ScriptedEngine(["no", errors.EngineTimeout("late")])
    with pytest.raises(errors.EngineTimeout) as caught:
        await engine.ask(request())
    assert caught.value.details["usage"]["calls"] == 1


async def test_concurrent_asks_each_get_an_answer():
    engine = ScriptedEngine([{"dead": number} for number in range(20)])
    replies = await asyncio.gather(*(engine.ask(request()) for _ in range(20)))
    assert sorted(reply.value.dead for reply in replies) == list(range(20))


def test_works_in_any_event_loop():
    engine = ScriptedEngine({"count": {"dead": 3}})
    assert [asyncio.run(engine.ask(request())).value.dead for _ in range(2)] == [3, 3]


# --- files -------------------------------------------------------------------------------------


async def test_file(tmp_path):
    path = tmp_path / "script.json"
    path.write_text(
        json.dumps(
            {
                "count": [{"$raw": "not JSON"}, {"dead": 3}],
                "fail": {"$error": "RateLimited", "message": "slow"},
            }
        )
    )
    engine = ScriptedEngine.from_file(path, strategy="single")
    assert engine.info.model == "scripted:script.json"
    assert engine.info.strategy == "single"
    reply = await engine.ask(request())
    assert (reply.value, reply.usage.reasks) == (Answer(dead=3), 1)
    with pytest.raises(errors.RateLimited, match="slow"):
        await engine.ask(request("fail"))


async def test_file_with_a_list(tmp_path):
    path = tmp_path / "script.json"
    path.write_text('[{"dead": 3}, "no"]')
    engine = ScriptedEngine.from_file(path)
    assert (await engine.ask(request())).value == Answer(dead=3)
    assert (await engine.ask(request(reasks=0))).value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, errors.UnreadableSource),
        ("{", errors.ConfigurationError),
        ("3", errors.ConfigurationError),
        ("[3]", errors.ConfigurationError),
        ('[{"$error": "Exception"}]', errors.ConfigurationError),
        ('[{"$error": "annotations"}]', errors.ConfigurationError),
        ('{"a": null}', errors.ConfigurationError),
    ],
)
def test_bad_file(tmp_path, text, expected):
    path = tmp_path / "script.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(expected):
        ScriptedEngine.from_file(path)


# --- usage -------------------------------------------------------------------------------------


def test_usage_adds_up():
    one = Usage(10, 4, 3, 1, 0, 2, 0.5)
    assert one + Usage() == one
    assert one + one == Usage(20, 8, 6, 2, 0, 4, 1.0)
    assert sum([one, one], Usage()) == one + one
    with pytest.raises(TypeError):
        one + 3
