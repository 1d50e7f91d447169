"""What a reader that errs nowhere would get through: answers made from the labels, in one call a kind.

The strategy for large models asks for a whole draft and the verifier holds each value to the text. Here the
draft is written from the label: each labelled value that the article's inventory holds, as the closed schema
offers it. What does not come out then is lost by the library itself (a number not read, a name not listed, a
value refused), whatever the model. ``python -m summariser.evals.perfect`` prints the newsroom's scores.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final

from summariser.api import Summariser
from summariser.drafts import (
    DraftAccess,
    DraftDisplacement,
    DraftEvent,
    DraftFigure,
    DraftHarm,
    DraftNeed,
    DraftResponse,
    DraftRisk,
    DraftSite,
    EventDraft,
    HumanitarianDraft,
)
from summariser.engines.base import Request
from summariser.engines.scripted import ScriptedEngine
from summariser.evals.records import (
    EventRecord,
    FactRecord,
    FigureRecord,
    Name,
    PlaceRecord,
    Records,
    SiteRecord,
)
from summariser.evals.scorers import names
from summariser.evals.suites.base import Case
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.evals.tally import Tally, add_up
from summariser.normalise.dates import resolve_date
from summariser.normalise.places import PlaceResolver
from summariser.reading import Reading, read
from summariser.schemas.codebooks import Certainty

_CONTEXT: Final = 1_000_000
"""Tokens: no article of the suite is too long for the pretended model."""


class _Writer:
    """Writes a label as a draft, with the values that the reading holds."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def sentences(self, fact: FactRecord) -> tuple[str, ...]:
        """The sentences that the fact's quotes stand in."""
        found = [s.id for a, b in fact.spans for s in self.reading.sentences if s.start < b and a < s.end]
        return tuple(dict.fromkeys(found))

    def number(self, figure: FigureRecord) -> str | None:
        """The number of the inventory that the figure is, in its own sentences."""
        own = self.sentences(figure)
        for number in self.reading.numbers:
            same = number.value is not None and number.value == figure.value
            vague = number.qualifier in {str(q) for q in figure.qualifier} and figure.value is None
            bounds = (number.low, number.high) == (figure.low, figure.high) != (None, None)
            if number.sentence in own and (same or vague or bounds):
                return number.id
        return None

    def _words(self, wanted: Name, offered: Iterable[str]) -> str | None:
        """The offered words that are the name, the likest first."""
        scored = [(names.similarity(wanted, (words,)), words) for words in offered]
        fitting = [s for s in scored if s[0] >= names.THRESHOLD]
        return max(fitting, key=lambda s: s[0])[1] if fitting else None

    def place(self, place: PlaceRecord | None) -> str | None:
        if place is None:
            return None
        return self._words(place.name, (form for n in self.reading.names for form in (n.text, *n.aliases)))

    def actor(self, name: Name) -> str | None:
        offered = [a.text for a in self.reading.actors]
        offered += [form for n in self.reading.names for form in (n.text, *n.aliases)]
        return self._words(name, offered)

    def day(self, event: EventRecord) -> str | None:
        """Words of a date that mean the event's days; of several the nearest to its sentences."""
        if event.start is None and event.end is None:
            return None
        own = self.sentences(event)

        def means(words: str) -> tuple[date | None, date | None]:
            found = resolve_date(words, self.reading.article.published)
            return found.start, found.end

        fitting = [d for d in self.reading.dates if means(d.text) == (event.start, event.end)]
        return min(fitting, key=lambda d: d.sentence not in own).text if fitting else None

    def event(self, event: EventRecord) -> DraftEvent:
        def side(found: Sequence[Name]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(a for n in found if (a := self.actor(n)) is not None))[:6]

        return DraftEvent(
            sub_type=event.sub_type[0],
            status=event.status[0],
            sentences=self.sentences(event)[:8],
            date=self.day(event),
            place=self.place(event.place),
            side_a=side(event.side_a),
            side_b=side(event.side_b),
            support_a=side(event.support_a),
            support_b=side(event.support_b),
            figures=tuple(
                DraftFigure(number=n, measure=f.measure[0], **self._claim(f))
                for f in event.figures
                if (n := self.number(f)) is not None
            ),
        )

    def _claim(self, figure: FigureRecord) -> dict[str, Any]:
        """Who says so: None leaves it to the attribution rules, as a model may."""
        source = self.actor(figure.claimed_by) if figure.claimed_by else None
        claimed = source is not None or figure.certainty[0] not in {Certainty.CLAIMED, Certainty.DENIED}
        return {
            "claimed_by": source,
            "certainty": figure.certainty[0] if claimed else None,
            "unit": figure.unit[0],
            "group": figure.group[0] if figure.group else None,
        }

    def events(self, label: Records) -> EventDraft:
        return EventDraft(events=tuple(self.event(e) for e in label.events))

    def facts(self, label: Records) -> HumanitarianDraft:
        def one(fact: FactRecord) -> str:
            return self.sentences(fact)[0]

        return HumanitarianDraft(
            displacement=tuple(
                DraftDisplacement(
                    number=n, term=m.term[0], status=m.status[0], cause=m.cause[0], place=self.place(m.place),
                    origin=self.place(m.origin), destination=self.place(m.destination), **self._claim(m),
                )
                for m in label.displacement
                if (n := self.number(m)) is not None
            ),
            harm=tuple(
                DraftHarm(number=n, measure=h.measure[0], place=self.place(h.place), **self._claim(h))
                for h in label.harm
                if (n := self.number(h)) is not None
            ),
            sites=tuple(found for s in label.sites if (found := self.site(s)) is not None),
            needs=tuple(
                DraftNeed(cluster=n.cluster[0], severity=n.severity[0], sentence=one(n),
                          numbers=self.numbers(n.people),
                          place=self.place(n.place))
                for n in label.needs
            ),
            access=tuple(
                DraftAccess(kind=a.kind[0], sentence=one(a), place=self.place(a.place)) for a in label.access
            ),
            response=tuple(
                DraftResponse(status=r.status[0], sentence=one(r),
                              actor=self.actor(r.actor) if r.actor else None,
                              cluster=r.cluster[0] if r.cluster else None, numbers=self.numbers(r.reached))
                for r in label.response
            ),
            risks=tuple(DraftRisk(group=r.group[0], sentence=one(r)) for r in label.risks),
        )  # fmt: skip

    def numbers(self, figures: Iterable[FigureRecord]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(n for f in figures if (n := self.number(f)) is not None))[:8]

    def site(self, site: SiteRecord) -> DraftSite | None:
        name = self.place(PlaceRecord(name=site.name))
        if name is None:
            return None
        own = (site, *site.population, *site.capacity)
        return DraftSite(
            name=name,
            kind=site.kind[0],
            sentences=tuple(dict.fromkeys(s for fact in own for s in self.sentences(fact)))[:8],
            population=self.numbers(site.population),
            capacity=self.numbers(site.capacity),
            conditions=tuple(dict.fromkeys(s for c in site.conditions for s in self.sentences(c)))[:8],
        )


def script_of(label: Records, reading: Reading) -> Callable[[Request[Any]], str]:
    """Answers as a reader that errs nowhere gives them, as JSON for each kind's one question."""
    writer = _Writer(reading)

    def answer(request: Request[Any]) -> str:
        draft = writer.events(label) if request.step == "events" else writer.facts(label)
        return draft.model_dump_json(exclude_defaults=True)

    return answer


def tallies_of(case: Case, resolver: PlaceResolver) -> dict[str, Tally]:
    """What the suite's scorer counts for the label's own answers."""
    label: Records = case.gold
    script = script_of(label, read(case.article, resolver))
    engine = ScriptedEngine(script, strategy="single", context_tokens=_CONTEXT)
    with Summariser(engine=engine) as summariser:
        summary = summariser.summarise(case.article)
    return dict(NEWSROOM_SUITE.score(case, NEWSROOM_SUITE.predict(case, summary)).tallies)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what of the labels comes through."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.perfect", description=__doc__)
    parser.add_argument("--trait", default="part:dev", help="of which articles (default: part:dev)")
    options = parser.parse_args(arguments)
    resolver = PlaceResolver()
    cases = [c for c in NEWSROOM_SUITE.cases() if options.trait in c.traits]
    total = add_up([tallies_of(c, resolver) for c in cases])
    for metric in NEWSROOM_SUITE.metrics:
        if metric.tally in total:
            value = total[metric.tally].value(metric.kind)
            sys.stdout.write(f"{metric.name:24} {'-' if value is None else format(value, '.3f')}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
