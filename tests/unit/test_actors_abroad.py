"""Actors in Arabic, French and Spanish have the English name of the tables beside their own words."""

from __future__ import annotations

import pytest

from summariser.normalise.actor_table import in_english
from summariser.normalise.actors import canonical_actor, find_actors
from summariser.sentences import split_sentences


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("قوات الدعم السريع", "Rapid Support Forces"),
        ("القوات الإسرائيلية", "Israel Defense Forces"),
        ("الجيش العراقي", "Iraqi Armed Forces"),
        ("الشرطة السودانية", "Police of Sudan"),
        ("جماعة الحوثي", "Houthis"),
        ("برنامج الأغذية العالمي", "World Food Programme"),
        ("الهلال الأحمر السوداني", "Sudanese Red Crescent"),
        ("armée malienne", "Malian Armed Forces"),
        ("État islamique au Grand Sahara", "Islamic State Sahel Province"),
        ("Ejército colombiano", "Armed forces of Colombia"),
    ],
)
def test_the_english_name(words: str, name: str) -> None:
    assert canonical_actor(words).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("forces de défense et de sécurité", "defence and security forces"),
        ("hombres armados", "armed men"),
        ("مسلحون", "gunmen"),
        ("gunmen", "gunmen"),
    ],
)
def test_english_for_who_has_no_name(words: str, name: str) -> None:
    assert in_english(words) == name


def test_what_is_written_onto_an_arabic_name_is_no_part_of_it() -> None:
    text = "وقصف الجيش السوداني البلدة، وردت قوات الدعم السريع. والجيش العراقي بعيد، وللحوثيين طائرات."
    found = [(a.text, a.canonical.name) for a in find_actors(text, split_sentences(text))]
    assert found == [
        ("الجيش السوداني", "Sudanese Armed Forces"),
        ("قوات الدعم السريع", "Rapid Support Forces"),
        ("الجيش العراقي", "Iraqi Armed Forces"),
        ("للحوثيين", "Houthis"),
    ]


def test_money_is_no_army_of_mali() -> None:
    text = "قدمت المنظمة مساعدات مالية للأسر."
    assert find_actors(text, split_sentences(text)) == ()
