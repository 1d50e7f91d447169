"""IDMC facts: which of the figures that analysts labelled were returned, and how many others with them.

A fact is a quantity, a term and a unit; all three must agree. Predicted and labelled facts are paired one to
one, so a fact that is returned twice is right once and wrong once. The gold holds one figure a record even
where the text states others: precision is a lower bound, and recall is read together with how many facts
were returned for each labelled one.

Location and country are asked only of labelled facts whose quantity was found, and only where the gold has
them. A location is right when its token-set F1 with the gold's, or with one of the places that the gold
lists ("X, Y and Z"), is at least a half; words like "province" do not count. A country is an exact code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.errors import BadData
from summariser.evals.scorers.alignment import Levels, assign
from summariser.evals.scorers.names import same
from summariser.evals.tally import CaseScore, Metric, Row, Tally, Verdict

SCORER: Final = "idmc/1"

METRICS: Final = (
    Metric("fact_recall", "fact", "recall", "labelled (quantity, term, unit) facts found", headline=True),
    Metric("fact_f1", "fact", "f1", "F1 of (quantity, term, unit), a repeated fact wrong", headline=True),
    Metric("fact_precision", "fact", "precision", "returned facts that are labelled: a lower bound"),
    Metric(
        "facts_per_gold", "fact", "ratio", "facts returned for each labelled one",
        lower_is_better=True, headline=True,  # fewer is better only because recall stands beside it
    ),
    Metric("quantity_recall", "quantity", "recall", "labelled quantities found, whatever the term and unit"),
    Metric("quantity_f1", "quantity", "f1", "F1 of the quantity alone"),
    Metric("term_given_quantity", "term", "recall", "right term, where the quantity is found"),
    Metric("unit_given_quantity", "unit", "recall", "right unit, where the quantity is found"),
    Metric(
        "location_given_quantity", "location", "recall",
        "right place, where the quantity is found and a place is labelled", headline=True,
    ),
    Metric("country_given_quantity", "country", "recall", "right country, where the quantity is found"),
    Metric("location_recall", "location_all", "recall", "quantity and place right, of all labelled places"),
)  # fmt: skip

_LIST: Final = re.compile(r"\s*(?:[,;/&]|\band\b)\s*", re.IGNORECASE)


class Fact(BaseModel):
    """A labelled or a predicted figure, in IDMC's terms."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore", allow_inf_nan=False)

    quantity: Annotated[int | float, Field(ge=0)]
    term: Annotated[str, Field(min_length=1)]
    unit: Annotated[str, Field(min_length=1)]
    location: str | None
    """The place in the article's words, perhaps several in a list."""
    country: str | None
    """ISO 3166-1 alpha-3, or the code that IDMC gives a disputed area."""

    @property
    def what(self) -> tuple[float, str, str]:
        """What makes two facts the same."""
        return self.quantity, self.term.casefold(), self.unit.casefold()

    def __str__(self) -> str:
        where = " / ".join(part for part in (self.location, self.country) if part)
        return f"{self.quantity:,} {self.unit}: {self.term}" + (f" ({where})" if where else "")


class Facts(BaseModel):
    """A prediction: everything that was returned for one record."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")

    id: str
    figures: list[Fact]


def score(gold: Sequence[Fact], prediction: Mapping[str, Any]) -> CaseScore:
    """Compare what was returned with what is labelled.

    Args:
        gold: The labelled facts.
        prediction: ``{"id", "figures": [{quantity, term, unit, location, country}]}``.

    Raises:
        BadData: The prediction is not of that form.
    """
    try:
        returned = Facts.model_validate(prediction).figures
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(map(str, problem["loc"]))
        raise BadData(f"idmc: a prediction is not of its form: {place}: {problem['msg']}") from error
    pairs = assign(gold, returned, _fit)
    taken, used = {i for i, _ in pairs}, {j for _, j in pairs}
    together = [(gold[i], returned[j]) for i, j in pairs]
    rows = [_pair_row(*pair) for pair in together]
    rows += [Row("figure", str(f), None, "missed") for i, f in enumerate(gold) if i not in taken]
    rows += [_extra_row(f, gold) for j, f in enumerate(returned) if j not in used]
    return CaseScore(_tallies(gold, returned, together), tuple(rows))


def right_place(gold: str, predicted: str | None) -> bool:
    """Whether a predicted place is the labelled one, or one of those that the label lists."""
    if not predicted:
        return False
    listed = [part for part in _LIST.split(gold) if part]
    return same((predicted,), (gold, *listed))


def _fit(gold: Fact, returned: Fact) -> Levels:
    """Only equal quantities are paired; among them those that agree in most."""
    if gold.quantity != returned.quantity:
        return ()
    agree = _agreement(gold, returned)
    return (
        1,
        int(gold.what == returned.what),
        int(agree["term"]) + int(agree["unit"]),
        int(agree.get("location", False)),
        int(agree.get("country", False)),
    )


def _agreement(gold: Fact, returned: Fact) -> dict[str, bool]:
    """Field by field; a field that the gold leaves open is not there."""
    found = {
        "term": gold.what[1] == returned.what[1],
        "unit": gold.what[2] == returned.what[2],
    }
    if gold.location:
        found["location"] = right_place(gold.location, returned.location)
    if gold.country:
        found["country"] = gold.country == returned.country
    return found


def _tallies(
    gold: Sequence[Fact], returned: Sequence[Fact], pairs: Sequence[tuple[Fact, Fact]]
) -> dict[str, Tally]:
    facts = sum(g.what == r.what for g, r in pairs)
    tallies = {
        "fact": Tally(facts, len(returned), len(gold)),
        "quantity": Tally(len(pairs), len(returned), len(gold)),
    }
    agreements = [_agreement(*pair) for pair in pairs]
    for field in ("term", "unit", "location", "country"):
        answers = [agree[field] for agree in agreements if field in agree]
        if answers:  # not asked is no count, which is not the same as none right
            tallies[field] = Tally(sum(answers), len(answers), len(answers))
    if placed := sum(bool(fact.location) for fact in gold):
        right = sum(agree.get("location", False) for agree in agreements)
        tallies["location_all"] = Tally(right, placed, placed)
    return tallies


def _pair_row(gold: Fact, returned: Fact) -> Row:
    agree = _agreement(gold, returned)
    fields = tuple(
        (name, str(ours or ""), str(theirs or ""), agree.get(name))
        for name, ours, theirs in (
            ("term", gold.term, returned.term),
            ("unit", gold.unit, returned.unit),
            ("location", gold.location, returned.location),
            ("country", gold.country, returned.country),
        )
    )
    verdict: Verdict = "right" if all(agree.values()) else "part"
    return Row("figure", str(gold), str(returned), verdict, fields)


def _extra_row(fact: Fact, gold: Sequence[Fact]) -> Row:
    """What was returned beside the label; a labelled fact told once more is wrong, not only extra."""
    repeated = any(fact.what == labelled.what for labelled in gold)
    return Row(
        "figure", None, f"{fact} (repeated)" if repeated else str(fact), "wrong" if repeated else "extra"
    )
