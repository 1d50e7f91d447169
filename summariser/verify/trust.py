"""How far a draft is believed where the lexicon has no word for what it says.

Drafts that rules and a small model made rest on the lexicon's words: what has none is refused. A large model
reads an article by itself, in words and languages that no list holds. Its reading stands where the lexicon is
silent, and falls where the text says otherwise: a number that the words around it clearly make wounded is not
dead, whoever says so. Values are held to the article in either case.
"""

from __future__ import annotations

from typing import Final

from summariser.meanings import FigureCandidate, figure_candidates
from summariser.normalise.numbers import NumberMention
from summariser.schemas.codebooks import DisplacementTerm, Measure
from summariser.verify.ledger import Ledger

_DEAD: Final = "dead"
_FATES: Final = {
    **{
        f"measure:{m}": str(m) for m in (Measure.INJURED, Measure.MISSING, Measure.ABDUCTED, Measure.ARRESTED)
    },
    **{f"measure:{m}": _DEAD for m in (Measure.KILLED, Measure.DIED)},
    **{f"term:{t}": "moved" for t in DisplacementTerm},
    **{
        f"term:{t}": "homes"
        for t in (DisplacementTerm.DESTROYED_HOUSING, DisplacementTerm.PARTIALLY_DESTROYED_HOUSING)
    },
}
"""What excludes what: the dead are not wounded. Terms of movement are each other's neighbours."""
_OPEN: Final = {f"term:{DisplacementTerm.AFFECTED}", f"term:{DisplacementTerm.OTHER}"}
"""Says too little to exclude anything."""


def is_contradicted(ledger: Ledger, number: NumberMention, label: str) -> bool:
    """Whether the words around a number clearly say that something else befell those it counts."""
    fate = _FATES.get(label)
    if fate is None or label in _OPEN:
        return False
    found = _candidates(ledger).get(number.id)
    if found is None or not found.is_clear or found.options[0] in _OPEN:
        return False
    return _FATES.get(found.options[0], fate) != fate


def _candidates(ledger: Ledger) -> dict[str, FigureCandidate]:
    """What the rules make of each number, found once an article."""
    if ledger.by_rules is None:
        ledger.by_rules = {c.number.id: c for c in figure_candidates(ledger.reading)}
    return ledger.by_rules
