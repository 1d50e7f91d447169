"""A brief as Markdown: headings, tables and footnotes that lead to the sentences.

Nothing of an article is markup: every sign that Markdown could obey is escaped, also where only one of its
dialects would. Footnotes are those of most dialects (``[^12]``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summariser.brief import wording as words
from summariser.exports.common import in_table
from summariser.exports.footnotes import escaped
from summariser.schemas.brief import Brief, BriefArticle, EventGroup, Ground, NearMiss


def to_markdown(brief: Brief) -> str:
    """The brief in Markdown, ended by a line feed."""
    return "\n".join(_Writer(brief).lines()) + "\n"


class _Writer:
    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._number = {a.id: n for n, a in enumerate(brief.articles, start=1)}
        self._group = {g.id: g for g in brief.groups}

    def lines(self) -> Iterator[str]:
        brief = self._brief
        yield f"# {escaped(brief.title)}"
        yield ""
        yield words.head_words(brief)
        yield from self._totals()
        yield from self._events()
        yield from self._apart()
        yield from self._displacement()
        yield from self._sites()
        yield from self._needs()
        yield from self._help()
        yield from self._sources()

    def _totals(self) -> Iterator[str]:
        if not self._brief.totals:
            return
        yield from _heading(f"Totals, {words.period_words(self._brief.start, self._brief.end)}")
        yield from _table(
            ("Measure", "Range", "Events"),
            (
                (words.measure_name(t.measure), words.range_words(t), str(len(t.groups)))
                for t in self._brief.totals
            ),
        )
        yield ""
        yield words.HOW_TOTALS_ARE_MADE

    def _events(self) -> Iterator[str]:
        if not self._brief.groups:
            return
        yield from _heading("Events")
        yield words.HOW_GROUPS_ARE_MADE
        groups = self._brief.groups
        for group in groups:
            if group.counted:
                yield from self._event(group)
        for title, apart in (
            (words.NOT_HAPPENED, words.not_happened(groups)),
            (words.EARLIER, words.background(groups)),
        ):
            if apart:
                yield from _heading(title, 3)
            for group in apart:
                yield from self._event(group, 4)

    def _event(self, group: EventGroup, level: int = 3) -> Iterator[str]:
        yield from _heading(_title(group), level)
        facts = [f"{words.measure_name(r.measure)} {words.range_words(r)}" for r in group.ranges]
        if len(group.members) > 1:
            facts.insert(0, words.plural(len(group.members), "report"))
        facts += [f"**{words.status_words(group)}**"] if words.status_words(group) else []
        if group.why_not_counted and group.took_place:
            facts.append(f"not in the totals: {group.why_not_counted}")
        if facts:
            yield "; ".join(facts)
            yield ""
        alone = len(group.members) == 1
        for member in group.members:
            told = [member.sub_type.value, *words.where_parts(member), words.when_words(member)]
            said = [] if alone else [", ".join(map(escaped, told))]
            said += [member.status.value] if member.status.value != "occurred" else []
            said += [escaped(words.sides(member))] if words.sides(member) else []
            said += [f"hit: {escaped(', '.join(member.damage))}"] if member.damage else []
            tail = f": {'; '.join(said)}" if said else ""
            yield f"- {self._article(member.article)}{tail}{_refs(member.notes)}"
        if alone:
            yield from self._few_claims(group)
        elif words.claims_by_measure(group):
            yield ""
            yield from _table(("", "Figure", "Who says so", "In print", "Notes"), self._claims(group))
        for link in group.links:
            yield ""
            yield f"Together because: {_grounds(link.grounds)}."
        yield ""
        yield f"`{group.id}`"

    def _claims(self, group: EventGroup) -> Iterator[Sequence[str]]:
        for measure, claims in words.claims_by_measure(group):
            for claim in claims:
                sure = words.how_sure(claim)
                yield (
                    words.measure_name(measure),
                    escaped(words.claim_words(claim)) + (f" ({sure})" if sure else ""),
                    escaped(words.says_who(claim)),
                    (f"{claim.published} " if claim.published else "") + self._article(claim.article),
                    _refs(claim.notes),
                )

    def _few_claims(self, group: EventGroup) -> Iterator[str]:
        for measure, claims in words.claims_by_measure(group):
            for claim in claims:
                sure = f" ({words.how_sure(claim)})" if words.how_sure(claim) else ""
                who = f", says {escaped(claim.claimed_by)}" if claim.claimed_by else ""
                said = f"{words.measure_name(measure)}: {escaped(words.claim_words(claim))}"
                yield f"- {said}{who}{sure}{_refs(claim.notes)}"

    def _apart(self) -> Iterator[str]:
        if not self._brief.near_misses:
            return
        yield from _heading("Kept apart, though alike")
        for miss in self._brief.near_misses[: words.MOST_NEAR_MISSES]:
            yield f"- {self._miss(miss)}"
        if (more := len(self._brief.near_misses) - words.MOST_NEAR_MISSES) > 0:
            yield f"- and {more:,} more, which the JSON has"

    def _miss(self, miss: NearMiss) -> str:
        one, other = (_title(self._group[name]) for name in (miss.one, miss.other))
        verdict = "may be one" if miss.maybe else "two events"
        return f"**{verdict}**: {one} – {other}. {escaped(miss.reason)} ({_grounds(miss.grounds)})"

    def _displacement(self) -> Iterator[str]:
        if not self._brief.displacement:
            return
        yield from _heading("Displacement")
        yield from _table(
            ("When", "Figure", "Term", "Where", "Who says so", "Notes"),
            (
                (
                    words.movement_day(d),
                    escaped(f"{d.said} {d.counted}"),
                    words.term_words(d.term.value)
                    + (f" ({d.status.value})" if d.status.value != "occurred" else ""),
                    escaped(words.movement_words(d)),
                    ", ".join([*map(escaped, d.claimed_by), *map(self._article, d.articles)]),
                    _refs(d.notes),
                )
                for d in self._brief.displacement
            ),
        )

    def _sites(self) -> Iterator[str]:
        if not self._brief.sites:
            return
        yield from _heading("Camps and shelters")
        yield from _table(
            ("Site", "People", "Made for", "Ratio", "Conditions", "Source", "Notes"),
            (
                (
                    escaped(s.name),
                    escaped(s.population or ""),
                    escaped(s.capacity or ""),
                    str(s.ratio or ""),
                    escaped("; ".join(s.conditions)),
                    self._article(s.article),
                    _refs(s.notes),
                )
                for s in self._brief.sites
            ),
        )

    def _needs(self) -> Iterator[str]:
        if not self._brief.needs:
            return
        yield from _heading("Needs by cluster")
        for cluster in self._brief.needs:
            yield from _heading(cluster.name, 3)
            for need in cluster.needs:
                parts = [need.place or "", ", ".join(need.people), f"“{need.words}”" if need.words else ""]
                said = "; ".join(escaped(p) for p in parts if p)
                where = self._article(need.article)
                yield f"- **{need.severity.value}** {said}{' ' if said else ''}{where}{_refs(need.notes)}"

    def _help(self) -> Iterator[str]:
        if self._brief.access:
            yield from _heading("Access")
            for line in self._brief.access:
                said = escaped(
                    f"{words.term_words(line.kind.value)}{f': {line.place}' if line.place else ''}"
                )
                yield f"- {said} {', '.join(map(self._article, line.articles))}{_refs(line.notes)}"
        if self._brief.response:
            yield from _heading("Response")
            for aid in self._brief.response:
                parts = [aid.actor or "Not named", aid.cluster.value if aid.cluster else "", aid.status.value]
                said = ", ".join(escaped(p) for p in (*parts, *aid.reached) if p)
                yield f"- {said} {', '.join(map(self._article, aid.articles))}{_refs(aid.notes)}"

    def _sources(self) -> Iterator[str]:
        yield from _heading("Sources")
        for article in self._brief.articles:
            yield f"{self._number[article.id]}. {_source(article)}"
        if self._brief.notes:
            yield ""
        for note in self._brief.notes:
            where = f"A{self._number[note.article]}, {note.evidence.sentence}"
            where += f", p. {note.evidence.page}" if note.evidence.page else ""
            where += f", cell {escaped(in_table(note.evidence.cell))}" if note.evidence.cell else ""
            yield f"[^{note.number}]: {where}: {escaped(note.evidence.text)}"

    def _article(self, name: str) -> str:
        return f"A{self._number[name]}"


def _title(group: EventGroup) -> str:
    return ", ".join(map(escaped, words.heading_parts(group)))


def _source(article: BriefArticle) -> str:
    copies = f"; same text: {escaped('; '.join(article.copies))}" if article.copies else ""
    printed = ", ".join(map(escaped, words.source_parts(article)))
    return f"{escaped(article.name)}. {printed}{copies} `{article.id}`"


def _grounds(grounds: Iterable[Ground]) -> str:
    return "; ".join(f"{g.aspect.value} {g.verdict.value}: {escaped(g.reason)}" for g in grounds)


def _heading(text: str, level: int = 2) -> tuple[str, str, str]:
    return "", f"{'#' * level} {text}", ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _refs(notes: Iterable[int]) -> str:
    return "".join(f"[^{n}]" for n in notes)
