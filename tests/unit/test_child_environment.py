"""What the processes that we start are told of our environment."""

from __future__ import annotations

import pytest

from summariser.engines.child_environment import of_pip, of_the_engine

SECRETS = (
    "OPENAI_API_KEY",
    "SUMMARISER_API_KEY",
    "OPENAI_ADMIN_KEY",
    "Openai_Api_Key",
    "SUMMARISER_BASE_URL",
)
OTHERS = (
    "ANTHROPIC_API_KEY",
    "HF_TOKEN",
    "AWS_SECRET_ACCESS_KEY",
    "DATABASE_URL",
    "HTTPS_PROXY",
    "PGPASSWORD",
)


@pytest.mark.parametrize("name", [*SECRETS, *OTHERS])
def test_the_engine_gets_no_key(name: str) -> None:
    assert of_the_engine({name: "x", "PATH": "/bin"}) == {"PATH": "/bin"}


@pytest.mark.parametrize(
    "name",
    ["PYTHONPATH", "LD_LIBRARY_PATH", "OMP_NUM_THREADS", "LC_ALL", "SystemRoot", "CUDA_VISIBLE_DEVICES"],
)
def test_the_engine_gets_what_it_needs(name: str) -> None:
    assert of_the_engine({name: "x"}) == {name: "x"}


@pytest.mark.parametrize("name", SECRETS)
def test_pip_gets_none_of_our_keys(name: str) -> None:
    assert of_pip({name: "x", "PIP_INDEX_URL": "y"}) == {"PIP_INDEX_URL": "y"}


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "PIP_CONFIG_FILE", "SSL_CERT_FILE"])
def test_pip_gets_what_the_user_set_up_for_it(name: str) -> None:
    assert of_pip({name: "x"}) == {name: "x"}
