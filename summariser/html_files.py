"""What pages that are made by templates have in common: where these are, how they are rendered, what may run.

Every page is rendered strictly (what is not given is an error) with all text escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined


def own_file(package: str, *names: str) -> str:
    """The text of a file in a package of ours."""
    return resources.files(package).joinpath(*names).read_text("utf-8")


def hash_source(text: str) -> str:
    """An inline style or script as a Content-Security-Policy names it, with the quotes."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def templates(package: str, finalize: Callable[[object], object] | None = None) -> Environment:
    """The templates in a package's folder ``templates``.

    Args:
        package: Its name.
        finalize: What is done to every value before it is escaped.
    """
    return Environment(
        loader=FunctionLoader(lambda name: own_file(package, "templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
