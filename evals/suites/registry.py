"""Which suites there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summariser.errors import BadData
from summariser.evals.suites.base import Suite
from summariser.evals.suites.idmc import IDMC
from summariser.evals.suites.injection import INJECTION
from summariser.evals.suites.muc4 import MUC4
from summariser.evals.suites.newsroom import BAGHOUZ_SUITE, NEWSROOM_SUITE

SUITES: Final[tuple[Suite, ...]] = (NEWSROOM_SUITE, BAGHOUZ_SUITE, MUC4, IDMC, INJECTION)


def find_suites(names: Sequence[str] = ()) -> tuple[Suite, ...]:
    """The suites of these names; all where none is named.

    Raises:
        BadData: There is none of a name.
    """
    known = {suite.name: suite for suite in SUITES}
    if strange := [name for name in names if name not in known]:
        raise BadData(f"There is no suite {strange[0]!r}", f"There are {', '.join(known)}")
    return tuple(known[name] for name in dict.fromkeys(names)) if names else SUITES
