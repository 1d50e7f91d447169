"""What an endpoint does not take: how its refusals are understood, and what is made of them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest

from summariser.engines.adapting import Dialects, Way
from summariser.engines.constraining import Form
from summariser.engines.statuses import Peer, of_status
from summariser.engines.wire import Dialect
from summariser.errors import RequestRefused, SchemaRefused

PEER = Peer("http://host/v1", "m")
START = Way(Form.CLOSED, Dialect())


def parameter(text: str, status: int = 400, **body: Any) -> object:
    return of_status(status, body, text, {}, PEER).error.details.get("parameter")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Unsupported parameter: 'max_tokens' is not supported with this model.", "max_tokens"),
        ("Unrecognized request argument supplied: max_completion_tokens", "max_completion_tokens"),
        ("property 'logprobs' is unsupported", "logprobs"),
        ("You are not allowed to request logprobs from this model.", "logprobs"),
        ('Invalid JSON payload received. Unknown name "top_logprobs": Cannot find field.', "top_logprobs"),
        ("{'detail': [{'type': 'extra_forbidden', 'loc': ['body', 'logprobs']}]}", "logprobs"),
        ("Extra inputs are not permitted, field: 'temperature', value: 0.0", "temperature"),
        ("`temperature` is deprecated for this model.", "temperature"),
        ("Requested sample logprobs of 20, which is greater than max allowed: 5", "logprobs"),
        ("Invalid value for 'top_logprobs': must be less than or equal to 5", "top_logprobs"),
        ("openai does not support parameters: ['temperature'], for model=m", "temperature"),
        ("this model doesn't support temperature", "temperature"),
        ("Temperature is not supported", "temperature"),
        # What another limit, another article or another model would cure
        ("'max_tokens' is too large: 50. This model's maximum context length is 40 tokens", None),
        ("max_tokens must be at most 4096", None),
        ("max_tokens: invalid value 50", None),
        ("no", None),
        ("Unknown field 'my_max_tokens_field'", None),
        ("Unsupported parameter: 'seed'", None),
        ("Unsupported value: 'messages[0].role' does not support 'system' with this model", None),
        ("not supported." + " word" * 40 + " The temperature fell.", None),
    ],
)
def test_what_a_refusal_names(text: str, named: str | None) -> None:
    assert parameter(text) == named
    assert parameter(text, 422) == named


@pytest.mark.parametrize(
    ("text", "body", "status", "named"),
    [
        ("no such value", {"param": "temperature"}, 400, "temperature"),
        ("only for some", {"param": "top_logprobs"}, 400, "top_logprobs"),
        ("too much", {"param": "max_tokens"}, 400, None),
        ("unsupported", {"param": "max_tokens"}, 400, "max_tokens"),
        ("unsupported temperature", {"code": "context_length_exceeded"}, 400, None),
        ("this key may not use logprobs: not allowed", {}, 403, "logprobs"),
        ("temperature is not allowed for this key", {}, 403, None),
        ("temperature is not supported", {}, 401, None),
        ("temperature is not supported", {}, 404, None),
        ("temperature is not supported", {}, 500, None),
        ("temperature is not supported", {}, 429, None),
    ],
)
def test_where_it_is_named(text: str, body: dict[str, Any], status: int, named: str | None) -> None:
    assert parameter(text, status, **body) == named


def refused(name: str | None, kind: type[RequestRefused] = RequestRefused) -> RequestRefused:
    return kind("no", "x", parameter=name) if name else kind("no", "x")


def test_each_parameter_is_changed_once() -> None:
    way: Way | None = START
    for name in ("max_tokens", "temperature", "top_logprobs"):
        assert way is not None
        way = way.after(refused(name))
    assert way is not None
    assert way.dialect == Dialect("max_completion_tokens", temperature=False, logprobs=False)
    for name in ("max_tokens", "max_completion_tokens", "temperature", "logprobs", "seed", None):
        assert way.after(refused(name)) is None


def test_what_is_not_sent_is_not_what_is_refused() -> None:
    without = replace(START, dialect=Dialect("max_completion_tokens", temperature=False, logprobs=False))
    for name in ("max_tokens", "temperature", "logprobs"):
        assert without.after(refused(name)) is None
    back = without.after(refused("max_completion_tokens"))
    assert back is not None
    assert back.dialect.limit_parameter == "max_tokens"


def test_a_parameter_is_given_up_before_the_schema() -> None:
    first = START.after(refused("logprobs", SchemaRefused))
    assert first is not None
    assert (first.form, first.dialect.logprobs) == (Form.CLOSED, False)
    second = first.after(refused("logprobs", SchemaRefused))
    assert second is not None
    assert (second.form, second.dialect) == (Form.PLAIN, first.dialect)
    assert replace(START, form=Form.FREE).after(refused(None, SchemaRefused)) is None


def test_two_questions_at_once_learn_from_each_other(caplog: pytest.LogCaptureFixture) -> None:
    dialects = Dialects("http://host/v1", Dialect())
    ways = [START.after(refused(name)) for name in ("temperature", "max_tokens", "temperature")]
    with caplog.at_level(logging.WARNING, "summariser"):
        for way in ways:
            assert way is not None
            dialects.remember(way)
        dialects.remember(START)
    assert dialects.known == Dialect("max_completion_tokens", temperature=False)
    assert len(caplog.records) == 2
