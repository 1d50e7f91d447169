"""A village is where its municipality lies, which has the name of a town. Made-up sentences."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Summarise


@pytest.mark.parametrize(
    ("text", "admin"),
    [
        ("Hombres armados atacaron El Carmen (municipio de Tumaco) el 3 de marzo y mataron a dos.", "Nariño"),
        ("Unos hombres atacaron San Antonio, municipio de Ituango, el 3 de marzo.", "Antioquia"),
        ("Gunmen attacked El Carmen, in the municipality of Tumaco, on 3 March and killed two.", "Nariño"),
        # a list of two towns, a town of the whole name, and a municipality of which there are several
        ("Hombres armados atacaron Cali y el municipio de Tumaco el 3 de marzo.", "Valle del Cauca"),
        ("Hombres armados atacaron El Carmen de Bolívar el 3 de marzo y mataron a dos.", "Bolívar"),
        ("Hombres armados atacaron Popayán, en el municipio de San José, el 3 de marzo.", "Cauca"),
    ],
)  # fmt: skip
def test_a_village_lies_where_its_municipality_does(by_rules: Summarise, text: str, admin: str) -> None:
    events = by_rules(text, published=date(2024, 3, 20)).events
    assert events is not None
    assert [e.place.admin for e in events.events if e.place is not None][:1] == [admin]
