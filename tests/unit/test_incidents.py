"""Which candidates a sentence is held against."""

from __future__ import annotations

from summariser.incident_index import Candidates, Incident


def _candidates(*told: tuple[int, str]) -> Candidates:
    found = Candidates()
    for at, place in told:
        incident = Incident(frozenset({"attack"}))
        found.begin(incident)
        found.note(incident, at, [place])
        incident.places.add(place)
    return found


def test_of_a_thousand_candidates_those_near_or_tied_are_possible() -> None:
    found = _candidates(*((10 * n, f"P{n}") for n in range(1000)))
    assert [i.places for i in found.tied(5000, 6, ["P7"])] == [{"P500"}, {"P7"}]
    assert [i.places for i in found.tied(5004, 6, [])] == [{"P501"}, {"P500"}, {"P499"}][:2]
    assert found.tied(5005, 4, []) == []


def test_the_last_begun_comes_first_and_each_comes_once() -> None:
    found = _candidates((1, "P1"), (2, "P1"), (3, "P2"))
    assert [i.places for i in found.tied(2, 1, ["P1", "P2"])] == [{"P2"}, {"P1"}, {"P1"}]
    assert [i.places for i in found.at(3, 2)] == [{"P2"}, {"P1"}]
    assert found.around(20, 3) == []
