"""What the page needs beside a plain installation."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from summariser.errors import MissingExtra

_NEEDED: Final = ("fastapi", "uvicorn", "python_multipart")


def check_extra() -> None:
    """See that the page's packages are there.

    Raises:
        MissingExtra: One is not.
    """
    missing = next((name for name in _NEEDED if find_spec(name) is None), None)
    if missing is not None:
        raise MissingExtra(
            f"The page needs {missing}, and the extra 'page' is not installed",
            "Run: pip install 'summariser[page]'",
            extra="page",
        )
