"""What a sentence's place in a report says of it."""

from __future__ import annotations

from summariser.schemas.codebooks import Cluster
from summariser.sections import Section, find_sections
from summariser.sentences import split_sentences


def _sections(text: str) -> dict[str, Section]:
    sentences = split_sentences(text)
    found = find_sections(text, sentences)
    return {s.text: found[s.id] for s in sentences}


REPORT = """HUMANITARIAN NEEDS AND RESPONSE

Shelter and household goods

Needs:
- Blankets have run out in Dorra.

Response:
- The Red Cross brought tents to Dorra.

Health

Two clinics are shut.

ACCESS

The road is cut.
"""


def test_a_cluster_and_its_needs_and_response() -> None:
    found = _sections(REPORT)
    need, help_ = found["- Blankets have run out in Dorra."], found["- The Red Cross brought tents to Dorra."]
    assert (need.cluster, need.topics) == (Cluster.SHELTER, {"needs"})
    assert (help_.cluster, help_.topics) == (Cluster.SHELTER, {"response"})


def test_a_cluster_takes_what_the_heading_over_it_is_about() -> None:
    found = _sections(REPORT)["Two clinics are shut."]
    assert (found.cluster, found.topics) == (Cluster.HEALTH, {"needs", "response"})


def test_a_heading_ends_the_one_before() -> None:
    found = _sections(REPORT)["The road is cut."]
    assert (found.cluster, found.topics) == (None, {"access"})


def test_labels_hold_for_their_own_line() -> None:
    found = _sections(
        "NEEDS BY SECTOR\n\nWater: trucks reach two sites only. Wells are dry.\n\nThe rains are late.\n\n"
        "Education. Classes are called off.\n"
    )
    assert found["Wells are dry."].cluster is Cluster.WASH
    assert found["The rains are late."].cluster is None
    assert found["Classes are called off."].cluster is Cluster.EDUCATION


def test_a_plain_article_has_no_sections() -> None:
    found = _sections("Health workers fled Dorra on Monday. They said: food is short.")
    assert not any(s.topics or s.cluster or s.is_heading for s in found.values())
