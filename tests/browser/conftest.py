"""What all tests in the browser have."""

from __future__ import annotations

import pytest

from tests.browser.chromium import Seen


@pytest.fixture
def seen() -> Seen:
    """What the page did."""
    return Seen()
