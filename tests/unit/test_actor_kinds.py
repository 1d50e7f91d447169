"""What kind of actor somebody is, by the words and by the part played in the event. Made-up sentences."""

from __future__ import annotations

import pytest

from summariser.actor_kinds import kind_by_words, kind_in_event, state_of
from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Actor
from summariser.schemas.codebooks import ActorKind as K
from summariser.schemas.codebooks import ActorRole as R
from summariser.schemas.codebooks import SubEventType as S


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the Zandaran coast guard", K.STATE_FORCES),
        ("National Security Agency", K.STATE_FORCES),
        ("pro-government forces", K.STATE_FORCES),
        ("forces de sécurité", K.STATE_FORCES),
        ("fuerzas de seguridad", K.STATE_FORCES),
        ("قوات الأمن", K.STATE_FORCES),
        ("unidentified armed men", K.POLITICAL_MILITIA),
        ("masked youths", K.POLITICAL_MILITIA),
        ("hommes armés", K.POLITICAL_MILITIA),
        ("sujetos armados", K.POLITICAL_MILITIA),
        ("مجهولون", K.POLITICAL_MILITIA),
        ("Omari clan militia", K.IDENTITY_MILITIA),
        ("milicia comunal", K.IDENTITY_MILITIA),
        ("private security guards", K.EXTERNAL_FORCES),
        ("guardias de seguridad", K.EXTERNAL_FORCES),
        # near misses
        ("anti-government forces", None),
        ("People's Security Forces", None),
        ("unarmed men", None),
        ("men", None),
        ("clan elders", None),
        ("herders", None),
    ],
)
def test_what_words_say(words: str, kind: K | None) -> None:
    assert kind_by_words(words) is kind


def test_a_states_own_craft() -> None:
    assert state_of("Kenyan gunboats") == "KEN"
    assert state_of("a Kenyan army drone") == "KEN"
    assert state_of("Kenyan fishermen") is None
    assert state_of("Kenyan-backed fighters") is None
    assert state_of("gunboats") is None


@pytest.mark.parametrize(
    ("kind", "sub_type", "role", "found"),
    [
        (K.CIVILIANS, S.PEACEFUL_PROTEST, R.SIDE_A, K.PROTESTERS),
        (K.ORGANISATION, S.PROTEST_WITH_INTERVENTION, R.SIDE_A, K.PROTESTERS),
        (K.STATE_FORCES, S.PEACEFUL_PROTEST, R.SIDE_A, K.PROTESTERS),  # policemen who march for their pay
        (K.STATE_FORCES, S.EXCESSIVE_FORCE, R.SIDE_A, K.STATE_FORCES),
        (K.STATE_FORCES, S.PROTEST_WITH_INTERVENTION, R.SIDE_B, K.STATE_FORCES),
        (K.UNKNOWN, S.MOB_VIOLENCE, R.SIDE_A, K.RIOTERS),
        (K.CIVILIANS, S.MOB_VIOLENCE, R.SIDE_B, K.CIVILIANS),
        (K.POLITICAL_MILITIA, S.MOB_VIOLENCE, R.SIDE_B, K.CIVILIANS),  # a thief who is lynched
        (K.POLITICAL_MILITIA, S.ATTACK, R.SIDE_B, K.POLITICAL_MILITIA),
        (K.REBEL_GROUP, S.VIOLENT_DEMONSTRATION, R.SIDE_A, K.REBEL_GROUP),
        (K.CIVILIANS, S.ATTACK, R.SIDE_A, K.CIVILIANS),
    ],
)
def test_the_part_played_decides(kind: K, sub_type: S, role: R, found: K) -> None:
    assert kind_in_event(kind, role, sub_type, known=False, of=None, at=None) is found


def test_forces_abroad() -> None:
    def at(country: str | None, of: str | None = "KEN", kind: K = K.STATE_FORCES) -> K:
        return kind_in_event(kind, R.SIDE_A, S.SHELLING, known=True, of=of, at=country)

    assert at("SOM") is K.EXTERNAL_FORCES
    assert at("KEN") is K.STATE_FORCES
    assert at(None) is K.STATE_FORCES
    assert at("SOM", of=None) is K.STATE_FORCES
    assert at("SOM", kind=K.REBEL_GROUP) is K.REBEL_GROUP


def actors(text: str) -> list[tuple[str, str, str]]:
    def told(actor: Actor) -> tuple[str, str, str]:
        return actor.role.value, actor.words.text, actor.kind.value

    with Summariser(engine=rules_alone()) as summariser:
        events = summariser.summarise(Article(text)).events
    return [told(a) for e in (events.events if events else ()) for a in e.actors]


def test_kinds_in_records() -> None:
    assert actors("On Monday nurses staged a sit-in in Nairobi over unpaid wages.") == [
        ("side_a", "nurses", "protesters")
    ]
    assert actors("People marched in Nairobi demanding the resignation of the Kenyan government.") == [
        ("side_a", "People", "protesters")
    ]
    assert actors("Residents of Kisumu beat a man accused of theft to death in the market.")[0] == (
        "side_a",
        "Residents",
        "rioters",
    )
    assert ("side_a", "Ethiopian forces", "external_forces") in actors(
        "Ethiopian forces shelled a village near Kismayo in Somalia on Friday, killing two farmers."
    )
    assert ("side_a", "Somali forces", "state_forces") in actors(
        "Somali forces shelled a village near Kismayo in Somalia on Friday, killing two farmers."
    )
