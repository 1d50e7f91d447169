"""Settings: what wins over what, and what is refused."""

from __future__ import annotations

import pickle
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser import settings as settings_module
from summariser.errors import BadEndpoint, ConfigurationError, SummariserError
from summariser.settings import Settings, check_base_url


def settings(environment: dict[str, str] | None = None, **arguments: object) -> Settings:
    return Settings.from_environment(environment=environment or {}, **arguments)


def test_nothing_set():
    found = settings()
    assert (found.model, found.base_url, found.api_key, found.offline) == (None, None, None, False)
    assert found.cache_dir.name == "summariser"


@pytest.mark.parametrize(
    ("environment", "arguments", "field", "expected", "why"),
    [
        ({"SUMMARISER_MODEL": "a"}, {}, "model", "a", "from the environment"),
        ({"SUMMARISER_MODEL": "a"}, {"model": "b"}, "model", "b", "an argument wins"),
        ({"SUMMARISER_MODEL": "a"}, {"model": None}, "model", "a", "None is no argument"),
        ({"SUMMARISER_MODEL": "  "}, {}, "model", None, "an empty variable is unset"),
        ({"SUMMARISER_MODEL": " a "}, {}, "model", "a", "blanks around are not meant"),
        ({"SUMMARISER_THREADS": "3"}, {}, "threads", 3, "a number"),
        ({"SUMMARISER_THREADS": "3"}, {"threads": 2}, "threads", 2, "an argument wins"),
        ({"SUMMARISER_OFFLINE": "1"}, {}, "offline", True, "a switch"),
        ({"SUMMARISER_OFFLINE": "false"}, {}, "offline", False, "a switch that is off"),
        ({"SUMMARISER_BASE_URL": "http://a/v1/"}, {}, "base_url", "http://a/v1", "no slash at the end"),
        ({"OPENAI_BASE_URL": "http://a/v1"}, {}, "base_url", None, "not chosen for this program"),
        ({"OPENAI_BASE_URL": "http://a/v1"}, {}, "openai_base_url", "http://a/v1", "kept apart"),
        ({"SUMMARISER_TIMEOUT": "2.5"}, {}, "timeout_seconds", 2.5, "seconds"),
        ({"HOME": "/x", "THREADS": "9"}, {}, "threads", None, "a variable of somebody else's"),
    ],
)
def test_precedence(environment, arguments, field, expected, why):
    assert getattr(settings(environment, **arguments), field) == expected, why


@pytest.mark.parametrize(
    ("environment", "arguments", "expected"),
    [
        ({"OPENAI_API_KEY": "sk-1"}, {}, "sk-1"),
        ({"OPENAI_API_KEY": "sk-1", "SUMMARISER_API_KEY": "sk-2"}, {}, "sk-2"),
        ({"OPENAI_API_KEY": "sk-1"}, {"api_key": "sk-3"}, "sk-3"),
        ({"OPENAI_API_KEY": "sk-1\n"}, {}, "sk-1"),
        ({}, {"api_key": "sk-4\r\n"}, "sk-4"),
    ],
)
def test_key(environment, arguments, expected):
    assert settings(environment, **arguments).api_key.get_secret_value() == expected


def test_blank_key_is_no_key():
    assert settings(api_key="  ").api_key is None


@pytest.mark.parametrize("key", ["sk-secret secret", "sk-sécret", "sk-sec\x00ret", "sk-sec\nret"])
def test_key_that_no_header_can_carry(key):
    with pytest.raises(ConfigurationError) as caught:
        settings(api_key=key)
    assert "ret" not in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"extra_body": {"api_key": "x"}}, "named as one"),
        ({"extra_body": {"user": [{"Authorization": "x"}]}}, "named as one, at some depth"),
        ({"extra_body": {"note": ["my sk-secret-key"]}}, "the key itself"),
        ({"base_url": "http://host/sk-secret-key/v1"}, "in the address"),
        ({"openai_base_url": "http://host/sk-secret-key/v1"}, "in the other address"),
    ],
)
def test_a_key_where_none_belongs(arguments, why):
    with pytest.raises(ConfigurationError) as caught:
        settings(api_key="sk-secret-key", **arguments)
    assert "sk-secret" not in str(caught.value), why
    assert caught.value.advice


@pytest.mark.parametrize(
    "name", ["max_tokens", "stop_token_ids", "cache_prompt", "top_k", "skip_special_tokens"]
)
def test_an_ordinary_extra_field_is_no_key(name):
    assert settings(api_key="sk-secret-key", extra_body={name: 1}).extra_body == {name: 1}


def test_headers_of_the_environment_are_the_openai_apis():
    environment = {"OPENAI_CUSTOM_HEADERS": "X-One: a: b\nno header\nX-Two:c"}
    found = settings(environment).headers
    assert {name: value.get_secret_value() for name, value in found.items()} == {
        "X-One": "a: b",
        "X-Two": "c",
    }
    assert settings(environment, base_url="http://host/v1").headers == {}


def test_made_directly_a_wrong_value_is_the_same_error():
    with pytest.raises(ConfigurationError, match="threads is not valid"):
        Settings(threads="secret")


def test_the_frames_of_an_error_hold_no_key():
    with pytest.raises(ConfigurationError) as caught:
        settings({"OPENAI_API_KEY": "sk-secret-key", "SUMMARISER_THREADS": "many"})
    trace = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in trace.stack if frame.filename == settings_module.__file__]
    assert [frame.name for frame in ours] == ["from_environment"]
    assert "sk-secret" not in str([frame.locals for frame in ours])


def test_key_is_never_shown():
    found = settings(api_key="sk-secret")
    assert "secret" not in f"{found!r} {found} {found.model_dump_json()} {found.model_dump()}"
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("127.0.0.1:8000", "no scheme"),
        ("localhost:8000/v1", "a scheme called localhost"),
        ("ftp://host/v1", "another scheme"),
        ("file:///etc/passwd", "a file"),
        ("http://", "no host"),
        ("http:///v1", "no host"),
        ("https://:8000/v1", "a port without a host"),
        ("http://host:port/v1", "a port that is no number"),
        ("http://host:99999/v1", "a port that does not exist"),
        ("http://[::1/v1", "an open bracket"),
        ("http://ho st/v1", "a blank"),
        ("http://user:pass@host/v1", "a password in the URL"),
        ("http://host/v1?key=abc", "a query"),
        ("http://host/v1#abc", "a fragment"),
        ("", "nothing"),
        ("v1", "a word"),
    ],
)
def test_bad_base_url(url, why):
    with pytest.raises(BadEndpoint) as caught:
        settings(base_url=url)
    assert caught.value.advice, why
    assert "pass@" not in str(caught.value)
    assert "abc" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1"),
        (" https://host/v1/ ", "https://host/v1"),
        ("HTTP://Host", "HTTP://Host"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"),
    ],
)
def test_good_base_url(url, expected):
    assert check_base_url(url) == expected


@given(st.text(max_size=60))
def test_any_text_as_base_url_is_taken_or_refused(text):
    try:
        url = check_base_url(text)
    except BadEndpoint:
        return
    assert url.lower().startswith(("http://", "https://"))
    assert check_base_url(url) == url


@pytest.mark.parametrize(
    ("environment", "arguments", "source"),
    [
        ({"SUMMARISER_THREADS": "many"}, {}, "SUMMARISER_THREADS"),
        ({"SUMMARISER_THREADS": "0"}, {}, "SUMMARISER_THREADS"),
        ({"SUMMARISER_TIMEOUT": "-1"}, {}, "SUMMARISER_TIMEOUT"),
        ({"SUMMARISER_TIMEOUT": "inf"}, {}, "SUMMARISER_TIMEOUT"),
        ({"SUMMARISER_RETRY_SECONDS": "nan"}, {}, "SUMMARISER_RETRY_SECONDS"),
        ({"SUMMARISER_ATTEMPTS": "999"}, {}, "SUMMARISER_ATTEMPTS"),
        ({"SUMMARISER_STRATEGY": "both"}, {}, "SUMMARISER_STRATEGY"),
        ({}, {"threads": 0}, "threads"),
        ({}, {"colour": "red"}, "colour"),
    ],
)
def test_malformed_value_names_its_source(environment, arguments, source):
    with pytest.raises(ConfigurationError) as caught:
        settings(environment, **arguments)
    assert source in str(caught.value)


def test_frozen():
    with pytest.raises(Exception, match="frozen"):
        settings().model = "x"  # type: ignore[misc]


def test_errors_are_of_the_tree():
    assert issubclass(BadEndpoint, SummariserError)
