"""An event as a card: type and status, then when, where, who, with what, and each figure on its own line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from summariser.schemas import Event, Span
from summariser.schemas.codebooks import ActorRole
from summariser.terminal_layout import Row, grid, listed, paragraph
from summariser.terminal_text import line, shown, tag
from summariser.terminal_values import actor, backing, measured, place, sure, when, words

_LABEL_WIDTH: Final = 9
_SIDES: Final = {
    ActorRole.SIDE_A: "Side A",
    ActorRole.SIDE_B: "Side B",
    ActorRole.SUPPORT_A: "Backing A",
    ActorRole.SUPPORT_B: "Backing B",
}


def card(event: Event, tag_of: Callable[[Span], str]) -> RenderableType:
    """One event.

    Args:
        event: The event.
        tag_of: Gives the tag of the sentence in which words stand; a time has no evidence of its own.
    """
    head = Text.assemble((f"{event.id}  ", "dim"), (event.sub_type, "bold"))
    head.append(f" · {event.type} · {words(event.status)}{sure(event.confidence)}")
    head.append(f" {tag(event.evidence)}", style="dim")
    return Group(paragraph(head), grid(_rows(event, tag_of), label_width=_LABEL_WIDTH, indent=4))


def _rows(event: Event, tag_of: Callable[[Span], str]) -> Iterator[Row]:
    yield "When", "", line(when(event.when), tags=tag_of(event.when.words) if event.when.words else "")
    where = event.place
    yield "Where", "", line(place(where), tags=tag(where.evidence)) if where else line("not stated")
    for role, label in _SIDES.items():
        yield from listed(label, (line(actor(a), tags=tag(a.evidence)) for a in event.side(role)))
    yield from listed("Means", (line(shown(m.words), tags=tag(m.evidence)) for m in event.means))
    yield from listed("Hit", (line(shown(t.words.text), tags=tag(t.evidence)) for t in event.targets))
    yield from listed(
        "Damage", (line(f"{d.measure}: {shown(d.words.text)}", tags=tag(d.evidence)) for d in event.damage)
    )
    for label, figures in (("Toll", (*event.fatalities, *event.injuries)), ("Figures", event.other_figures)):
        yield from listed(
            label, (line(measured(f, f.measure), backing(f), tags=tag(f.evidence, f.id)) for f in figures)
        )
