"""The strategy for large models where a document is too long for one call: the same question to each piece.

The pieces (`cutting`) are asked about at once, as many as the endpoint takes. What comes back is put together
in the order of the document: records of one site by its name, all else as it is. What recurs across pieces is
merged when it is verified (`verify.recurring`, `verify.merging`). A piece whose answer is cut off, or that
the model declines, is asked about in halves; what is left of that is an issue. The narrative is composed from
the records, as no piece knows the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from summariser.accounting import Account
from summariser.closing import closed_draft, let_go
from summariser.drafts import DraftSite, EventDraft, HumanitarianDraft
from summariser.engines.base import Message, Request
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.strategies.asking import AT_ONCE, ask_each
from summariser.strategies.cutting import MOST_CARRIED, Piece, cut, halves
from summariser.strategies.single import CHARACTERS_A_TOKEN, MAX_TOKENS, NotInOneCall, with_tables
from summariser.verify.ledger import Ledger

_PROMPT: Final = "piece"
_WANTED: Final = {"events": "events", "facts": "humanitarian facts"}
D = TypeVar("D", EventDraft, HumanitarianDraft)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A piece as it is asked about."""

    piece: Piece
    number: int
    of: int


def pieces_for(reading: Reading, context_tokens: int) -> tuple[Piece, ...]:
    """The pieces of an article for a model with this context; empty where not even one sentence fits."""
    system = len(load_prompt(_PROMPT).system)
    room = (context_tokens - MAX_TOKENS) * CHARACTERS_A_TOKEN - system - MOST_CARRIED
    longest = max((len(s.text) for s in reading.sentences), default=0)
    return cut(reading, room) if room > longest else ()


async def draft_pieces(
    reading: Reading,
    pieces: Sequence[Piece],
    account: Account,
    ledger: Ledger,
    *,
    events: bool,
    humanitarian: bool,
) -> tuple[EventDraft, HumanitarianDraft]:
    """Ask for each wanted kind in each piece, and put the answers together.

    Args:
        reading: The article.
        pieces: Its pieces.
        account: Where questions are asked and counted.
        ledger: Where what is refused is written down; it is told which sentence was in which piece.
        events: Whether events are wanted.
        humanitarian: Whether humanitarian facts are wanted.

    Raises:
        NotInOneCall: The model took none of them.
    """
    ledger.trusts_reader = True
    ledger.pieces = {s.id: at for at, piece in enumerate(pieces) for s in piece.sentences}
    told, facts = EventDraft(), HumanitarianDraft()
    if events:
        told = EventDraft(
            events=tuple(
                e
                for d in await _all(reading, pieces, account, ledger, "events", EventDraft)
                for e in d.events
            )
        )
    if humanitarian:
        facts = _together(await _all(reading, pieces, account, ledger, "facts", HumanitarianDraft))
    return with_tables(reading, ledger, told if events else None, facts if humanitarian else None)


async def _all(
    reading: Reading,
    pieces: Sequence[Piece],
    account: Account,
    ledger: Ledger,
    step: str,
    kind: type[D],
) -> list[D]:
    """The drafts of all pieces, in their order."""
    done = 0

    async def one(asked: _Asked) -> tuple[list[D], Ledger]:
        nonlocal done
        aside = ledger.aside()
        drafts = await _ask(reading, asked, account, aside, step, kind)
        done += 1
        account.tell(step, done, len(pieces), asked.piece.sentences[0].id)
        return drafts, aside

    account.tell(step, 0, len(pieces))
    with account.timed(step):
        in_order = [_Asked(p, at, len(pieces)) for at, p in enumerate(pieces, 1)]
        answered = await ask_each(in_order, one, AT_ONCE)
    for _, aside in answered:
        ledger.take_over(aside)
    drafts = [draft for found, _ in answered for draft in found]
    if not drafts:
        raise NotInOneCall(step, "the model took no piece of it")
    return drafts


async def _ask(
    reading: Reading, asked: _Asked, account: Account, ledger: Ledger, step: str, kind: type[D]
) -> list[D]:
    """The draft of a piece, or those of its halves; empty where the model takes neither."""
    request = _request(reading, asked, step, kind)
    reply = await account.ask_piece(request, load_prompt(_PROMPT))
    # Without its closed schema, which a draft of that type holds.
    told = kind.model_validate(reply.value.model_dump()) if reply.value is not None else None
    let_go(request.response_model)
    if told is not None:
        return [told]
    parts = halves(reading, asked.piece) if reply.finish_reason in {"length", "refused"} else (asked.piece,)
    if len(parts) > 1:
        tried = [
            await _ask(reading, _Asked(p, asked.number, asked.of), account, ledger, step, kind) for p in parts
        ]
        return [draft for drafts in tried for draft in drafts]
    first, last = asked.piece.sentences[0].id, asked.piece.sentences[-1].id
    ledger.refuse(
        IssueCode.NO_ANSWER,
        f"No valid answer about {first} to {last}: {reply.error}",
        step=step,
        sentence=first,
    )
    return []


def _request(reading: Reading, asked: _Asked, step: str, kind: type[D]) -> Request[D]:
    piece = asked.piece
    return Request(
        step=step,
        messages=_messages(reading, asked, _WANTED[step]),
        response_model=closed_draft(kind, reading, [s.id for s in piece.sentences], piece.headings),
        context={},
        max_tokens=MAX_TOKENS,
    )


def _messages(reading: Reading, asked: _Asked, wanted: str) -> tuple[Message, ...]:
    piece, published = asked.piece, reading.article.published
    own = [s.id for s in piece.sentences]
    names = [*(a.text for s in own for a in reading.actors_in(s))]
    names += [m.text for s in own for _, m in reading.names_in(s)]
    return load_prompt(_PROMPT).messages(
        published=published.isoformat() if published else "not known",
        title=piece.title,
        part=asked.number,
        parts=asked.of,
        crisis=piece.crisis or "here",
        headings=[reading.sentence(h).text for h in piece.headings],
        aliases=list(piece.aliases),
        sentences=[{"id": s.id, "text": s.text} for s in piece.sentences],
        numbers=[
            {"id": n.id, "text": n.text, "sentence": n.sentence} for s in own for n in reading.numbers_in(s)
        ],
        names=list(dict.fromkeys(names)),
        wanted=wanted,
    )


def _together(drafts: Sequence[HumanitarianDraft]) -> HumanitarianDraft:
    """All facts in the order of the document; sites of one name are one."""
    lists = ("displacement", "harm", "needs", "access", "response", "risks")
    return HumanitarianDraft(
        sites=_sites(s for d in drafts for s in d.sites),
        **{name: tuple(f for d in drafts for f in getattr(d, name)) for name in lists},
    )


def _sites(drafted: Iterable[DraftSite]) -> tuple[DraftSite, ...]:
    """Each site once, with the sentences and numbers of all pieces that name it."""
    found: dict[str, DraftSite] = {}
    for site in drafted:
        key = site.name.casefold()
        first = found.get(key)
        if first is None:
            found[key] = site
            continue
        both = {
            name: tuple(dict.fromkeys((*getattr(first, name), *getattr(site, name))))
            for name in ("sentences", "population", "capacity", "conditions")
        }
        found[key] = first.model_copy(
            update={**both, "where": first.where or site.where, "kind": first.kind or site.kind}
        )
    return tuple(found.values())
