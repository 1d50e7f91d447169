"""Keys are taken out of other people's text, whole or in pieces, and nothing else is."""

from __future__ import annotations

import base64
import gc
import json
import logging
import pickle
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from summariser.engines.redaction import Redactor, keep_from_logs

KEY = 'sk-"quoted"/and+more=1234567890'
REDACTOR = Redactor((SecretStr(KEY),))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"Bearer {KEY}", "as it was sent"),
        (f"wrong key {KEY[:14]}...", "its beginning"),
        (f"wrong key ...{KEY[-14:]}", "its end"),
        (json.dumps({"key": KEY}), "in JSON"),
        (f"/login?key={urllib.parse.quote(KEY)}", "in a URL"),
        (f"/login?key={urllib.parse.quote(KEY, safe='')}", "in a URL, every sign quoted"),
        (base64.b64encode(f"user:{KEY}".encode()).decode(), "basic authentication"),
        (base64.b64encode(f"me:{KEY}".encode()).decode(), "basic authentication, otherwise aligned"),
        (base64.urlsafe_b64encode(KEY.encode()).decode(), "in URL-safe Base64"),
        (KEY.encode().hex(), "as a dump"),
        (f"{KEY}{KEY} and {KEY}", "more than once"),
    ],
)
def test_no_piece_is_left(text, why):
    cleaned = REDACTOR.clean(text)
    assert "***" in cleaned
    for form in (KEY, json.dumps(KEY)[1:-1], urllib.parse.quote(KEY), KEY.encode().hex()):
        assert not any(form[at : at + 13] in cleaned for at in range(len(form) - 12)), why


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        (KEY, "Three people were killed in Idlib.", "words"),
        (KEY, "sk-proj-abc", "the beginning that all keys have"),
        ("none", "none of it", "a placeholder"),
        ("", "anything", "an empty key"),
        (KEY, "", "no text"),
    ],
)
def test_what_is_no_key_stays(key, text, why):
    assert Redactor((SecretStr(key),)).clean(text) == text, why


def test_a_short_key_is_taken_out_whole():
    assert Redactor((SecretStr("abcdef7"),)).clean("key abcdef7, abcdef8") == "key ***, abcdef8"


@given(
    st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=12, max_size=80), st.data()
)
def test_whatever_the_key_no_run_of_it_is_left(key, data):
    start = data.draw(st.integers(0, len(key) - 1))
    end = data.draw(st.integers(start, len(key)))
    before, after = data.draw(st.text(max_size=20)), data.draw(st.text(max_size=20))
    cleaned = Redactor((SecretStr(key),)).clean(f"{before}{key[start:end]}{after}")
    assert not any(key[at : at + 13] in cleaned for at in range(len(key) - 12))


def test_several_secrets():
    redactor = Redactor((SecretStr("first-secret-1"), SecretStr("second-secret-2")))
    assert redactor.clean("first-secret-1 second-secret-2") == "*** ***"


def test_it_holds_no_secret_in_the_clear():
    REDACTOR.clean(f"Bearer {KEY}")
    assert KEY[:13] not in f"{REDACTOR!r} {vars(REDACTOR)}"


def test_the_libraries_logs_are_cleaned_while_the_engine_lives(caplog):
    caplog.set_level(logging.DEBUG)
    redactor = Redactor((SecretStr(KEY),))
    keep_from_logs(redactor)
    keep_from_logs(Redactor((SecretStr(KEY),)))  # another engine with the same key, gone at once
    gc.collect()
    logger = logging.getLogger("httpcore2.http11")
    logger.debug("headers %r", [("x-echo", KEY)])
    try:
        int(KEY)
    except ValueError:
        logger.exception("failed")
    logger.debug("%d bytes", 3)
    assert KEY[:13] not in caplog.text
    assert "x-echo" in caplog.text
    assert "ValueError: invalid literal for int() with base 10: '***'" in caplog.text
    assert caplog.records[-1].args == (3,)
    assert pickle.dumps(caplog.records[0].__dict__["args"]) == pickle.dumps(())
