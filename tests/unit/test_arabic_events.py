"""Short Arabic news: what kind of event it is, where, and who stands on its sides."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.schemas import Event
from tests.conftest import Summarise

DAY = date(2024, 3, 20)


def events(by_rules: Summarise, text: str) -> list[Event]:
    made = by_rules(text, published=DAY).events
    return list(made.events) if made is not None else []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل قيادي في حركة الشباب في ضربة أمريكية بطائرة مسيرة جنوب الصومال.", "Air/drone strike"),
        ("ضرب شبان غاضبون سائقا حتى الموت في مدينة الموصل.", "Mob violence"),
        ("هاجم شباب من القرية مركز الشرطة في بلدة الزاوية.", "Mob violence"),
    ],
)
def test_al_shabaab_is_no_mob(by_rules: Summarise, text: str, kind: str) -> None:
    assert [e.sub_type.value for e in events(by_rules, text)] == [kind]


def test_an_execution_by_a_state_is_no_attack(by_rules: Summarise) -> None:
    assert events(by_rules, "أعدمت السلطات الإيرانية رجلين أدينا بقتل عنصر في الباسيج.") == []
    assert len(events(by_rules, "أعدم مسلحون رجلين في بلدة البصيرة يوم الأحد.")) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("أسقطت الدفاعات الجوية السعودية طائرة مسيرة أطلقها الحوثيون باتجاه مدينة خميس مشيط.", "مدينة"),
        ("قصفت طائرات مدينة الزاوية فجر الاثنين.", "مدينة الزاوية"),
        ("Rebeldes atacaron la ciudad de Popayán el lunes.", "ciudad"),
        ("Des hommes armés ont attaqué la ville de Djibo lundi.", "ville"),
    ],
)
def test_a_town_is_nobody(by_rules: Summarise, text: str, place: str) -> None:
    (event,) = events(by_rules, text)
    assert all(place not in actor.words.text for actor in event.actors)
    assert event.place is not None
