"""MUC-4: predicted incidents against the answer key.

Predicted events are aligned with the key's incidents, one to one, by the assignment that answers the most
fills; of equal assignments the one with the fewest wrong and missing fills is taken, then the one that
answers more of the required incidents. What shares no fill is not aligned.

* **slots** (micro): over all incidents, fills that are right, predicted and expected. A required incident
  that nothing is aligned with misses all its required fills; an event that is aligned with nothing has all
  its fills wrong. An optional incident neither costs nor earns, and neither does the event aligned with it.
* **events**: an incident is detected when an event is aligned with it. One shared fill is enough, and in a
  country at war the country is soon shared; so ``event_found_f1`` counts strictly: the type is right, and
  at least one fill that tells incidents apart (place, perpetrators, targets, instruments, killed, injured).
* **documents**: those with a required incident, against those with any predicted event. Documents whose
  incidents are all optional are not counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from summariser.errors import BadData
from summariser.evals.scorers.alignment import Levels, assign
from summariser.evals.scorers.muc4_form import (
    SLOTS,
    Incident,
    PredictedIncident,
    PredictedIncidents,
    Slot,
)
from summariser.evals.scorers.muc4_slots import Compared, all_wrong, compare
from summariser.evals.tally import CaseScore, Metric, Row, Tally, Verdict, add_up

SCORER: Final = "muc4/1"

METRICS: Final = (
    Metric("slot_f1", "slot", "f1", "fills of all slots, micro-averaged", headline=True),
    Metric("event_f1", "event", "f1", "incidents with which a predicted event is aligned", headline=True),
    Metric("document_f1", "document", "f1", "documents that report an incident", headline=True),
    Metric("slot_recall", "slot", "recall", "fills of the key that are found"),
    Metric("slot_precision", "slot", "precision", "predicted fills that are right"),
    Metric("event_recall", "event", "recall", "incidents of the key with which an event is aligned"),
    Metric("event_precision", "event", "precision", "predicted events that are aligned with an incident"),
    Metric("event_found_f1", "found", "f1", "right type and a fill that tells incidents apart"),
    *(Metric(f"{slot}_f1", f"slot:{slot}", "f1", f"fills of the slot {slot}") for slot in SLOTS),
)  # fmt: skip

_TELLING: Final = frozenset(SLOTS) - {"type", "date", "country"}
"""Type and country are shared by most incidents of a document, and "by D" admits nearly every date."""
_CLOSENESS: Final = 200
"""From this number of wrong and missing fills on, one pair is as bad as another."""


def score(gold: Sequence[Incident], prediction: Mapping[str, Any]) -> CaseScore:
    """Compare a document's predicted events with its key.

    Args:
        gold: The key's incidents, optional ones included; none for an irrelevant document.
        prediction: ``{"id", "events": [{type, date, country, places, ...}]}``.

    Raises:
        BadData: The prediction is not of that form.
    """
    try:
        events = PredictedIncidents.model_validate(prediction).events
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(map(str, problem["loc"]))
        raise BadData(f"muc4: a prediction is not of its form: {place}: {problem['msg']}") from error
    fit: Callable[[Any, Any], Levels] = _fit
    pairs = assign(gold, events, fit)
    taken, used = {i for i, _ in pairs}, {j for _, j in pairs}
    aligned = [(gold[i], events[j], compare(gold[i], events[j])) for i, j in pairs]
    missed = [incident for i, incident in enumerate(gold) if i not in taken]
    extra = [event for j, event in enumerate(events) if j not in used]
    counted = [slots for incident, _, slots in aligned if not incident.optional]
    counted += [compare(incident, _NOTHING) for incident in missed if not incident.optional]
    counted += [all_wrong(event) for event in extra]
    required = sum(not incident.optional for incident in gold)
    waived = sum(incident.optional for incident, _, _ in aligned)
    tallies = _slot_tallies(counted)
    tallies["event"] = Tally(len(pairs) - waived, len(events) - waived, required)
    found = sum(_is_found(slots) for incident, _, slots in aligned if not incident.optional)
    tallies["found"] = Tally(found, len(events) - waived, required)
    if required or not gold:
        tallies["document"] = Tally(int(bool(required and events)), int(bool(events)), int(bool(required)))
    rows = [_aligned_row(*one) for one in aligned]
    rows += [_missed_row(incident) for incident in missed]
    rows += [Row("incident", None, str(event), "extra", _fields(all_wrong(event))) for event in extra]
    return CaseScore(tallies, tuple(rows))


_NOTHING: Final = PredictedIncident(type=None)


def _fit(gold: Incident, event: PredictedIncident) -> Levels:
    slots = compare(gold, event)
    matched = sum(slot.matched for slot in slots.values())
    if not matched:
        return ()
    total = add_up({"slot": slot.tally} for slot in slots.values())["slot"]
    errors = round(total.predicted + total.expected - 2 * total.hits)
    return matched, max(_CLOSENESS - errors, 0), int(not gold.optional)


def _slot_tallies(counted: Sequence[Mapping[Slot, Compared]]) -> dict[str, Tally]:
    tallies = add_up({f"slot:{name}": slot.tally for name, slot in slots.items()} for slots in counted)
    whole = add_up({"slot": tally} for tally in tallies.values())
    return {**whole, **tallies}


def _is_found(slots: Mapping[Slot, Compared]) -> bool:
    return bool(slots["type"].matched) and any(slots[slot].matched for slot in _TELLING)


def _aligned_row(incident: Incident, event: PredictedIncident, slots: Mapping[Slot, Compared]) -> Row:
    verdict: Verdict = "right" if all(slot.right is not False for slot in slots.values()) else "part"
    return Row(
        "incident", _shown(incident), str(event), "optional" if incident.optional else verdict, _fields(slots)
    )


def _missed_row(incident: Incident) -> Row:
    fields = _fields(compare(incident, _NOTHING))
    return Row("incident", _shown(incident), None, "optional" if incident.optional else "missed", fields)


def _fields(slots: Mapping[Slot, Compared]) -> tuple[tuple[str, str, str, bool | None], ...]:
    return tuple(
        (name, slot.gold, slot.predicted, slot.right)
        for name, slot in slots.items()
        if slot.gold or slot.predicted
    )


def _shown(incident: Incident) -> str:
    slots = compare(incident, _NOTHING)
    where = ", ".join(part for part in (slots["places"].gold, slots["country"].gold) if part)
    return " / ".join(part for part in (slots["type"].gold, where, slots["date"].gold) if part)
