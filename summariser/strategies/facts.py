"""Step "facts": needs, access, help and groups at risk, sentence by sentence.

Needs, access and help are told in set phrases ("tents are short", "turned back at a checkpoint", "distributed
300 kits"), which are taken as they stand: the default model was seen to deny half of the true ones. A risk
rests on words that stand together by chance too, so the model is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summariser.access_words import access_in
from summariser.accounting import Account
from summariser.aid_counts import in_need, reached_by
from summariser.closing import facts_question
from summariser.cues import Cue, unit_and_group
from summariser.drafts import DraftAccess, DraftNeed, DraftResponse, DraftRisk
from summariser.engines.base import Request
from summariser.help_words import HelpFound, help_in
from summariser.lexicon.help import HEALS_THEM, MOVES_THEM, SELF
from summariser.lexicon.humanitarian import RISK_GROUPS
from summariser.linking import is_negated, place_for
from summariser.meanings import FigureCandidate
from summariser.need_words import NeedFound, needs_in
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import AccessKind, Cluster, PopulationGroup, ResponseStatus, Severity
from summariser.sentences import Sentence
from summariser.strategies.asking import ask_each, at_once
from summariser.verify.ledger import Ledger

STEP = "facts"
_MOST_SENTENCES, _SENTENCES_A_QUESTION = 14, 3
"""Sentences asked about: 14, or one in 3 of a long article. The rest is in the issues."""
_MOST_FACTS = 12
_TOKENS_A_FACT = 8
_RISK_NEAR = 70
"""Characters between a word of danger and the people it is about."""
_IN_EVERY_REPORT = {PopulationGroup.MEN, PopulationGroup.OFFICIALS}

_RISK_WORDS = "a group of people is in danger or under suspicion"
_BY_CLAUSE = "en"
"""The language whose clauses the lists of needs and help read in full."""
_SHARPER = {
    Cluster.FOOD_SECURITY: Cluster.NUTRITION,
    Cluster.PROTECTION: Cluster.GENDER_BASED_VIOLENCE,
}
"""A general cluster says nothing beside the sharper one."""
_OF_MOVEMENT = {Cluster.SHELTER, Cluster.CAMP_COORDINATION, Cluster.PROTECTION, Cluster.LOGISTICS}
"""Who is sheltered or carried has moved as well."""
_OTHER_FIGURES = {"term", "measure"}
"""A number that counts the dead or the displaced counts nobody in need as well."""

Draft = DraftNeed | DraftAccess | DraftResponse | DraftRisk


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    draft: Draft
    ask: bool


async def name_facts(
    reading: Reading,
    account: Account,
    ledger: Ledger,
    figures: Sequence[tuple[FigureCandidate, str]] = (),
    taken: frozenset[str] = frozenset(),
) -> tuple[Draft, ...]:
    """The needs, constraints, help and risks of an article, in the order of the text.

    Args:
        reading: The article.
        account: Where questions are asked and counted.
        ledger: Where what is refused is written down.
        figures: What its numbers were found to count.
        taken: Ids of numbers that count the people or the room of a site.
    """
    used = taken | {c.number.id for c, label in figures if label.partition(":")[0] in _OTHER_FIGURES}
    found = {s.id: _candidates(reading, s.id, used) for s in reading.sentences if s.role == "body"}
    open_questions = {s: [c for c in cs if c.ask] for s, cs in found.items() if any(c.ask for c in cs)}
    most = max(_MOST_SENTENCES, len(reading.sentences) // _SENTENCES_A_QUESTION)
    for sentence_id in list(open_questions)[most:]:
        ledger.refuse(
            IssueCode.NOT_READ,
            f"More than {most} sentences with candidate facts: not put to the model",
            step=STEP,
            sentence=sentence_id,
            words=open_questions.pop(sentence_id)[0].text,
        )

    async def ask(numbered: tuple[int, str]) -> tuple[list[Draft], Ledger]:
        at, sentence_id = numbered
        aside = ledger.aside()
        account.tell(STEP, at, len(open_questions), sentence_id)
        return await _ask(reading, account, aside, sentence_id, open_questions[sentence_id]), aside

    in_order = list(enumerate(open_questions, 1))
    answered = await ask_each(in_order, ask, at_once(account.engine.info))
    answers = dict(zip(open_questions, answered, strict=True))
    confirmed: list[Draft] = []
    for sentence_id, candidates in found.items():
        confirmed += [c.draft for c in candidates if not c.ask]
        if sentence_id in answers:
            drafts, aside = answers[sentence_id]
            confirmed += drafts
            ledger.take_over(aside)
    return tuple(confirmed)


def tells_of_help(reading: Reading) -> bool:
    """Whether any sentence tells of a need, of help or of an obstacle to it, also where no cue sees one."""
    return any(
        needs_in(s.text, reading.section(s.id)) or help_in(s.text, reading.section(s.id)) or access_in(s.text)
        for s in reading.sentences
    )


def aid_numbers(reading: Reading) -> frozenset[str]:
    """Ids of the numbers that count goods, or people fed, treated or in need, and nobody who moved."""
    found: set[str] = set()
    for sentence in reading.sentences:
        section = reading.section(sentence.id)
        needs = [n for n in needs_in(sentence.text, section) if n.cluster not in _OF_MOVEMENT]
        acts = [h for h in help_in(sentence.text, section) if not {c for c, *_ in h.clusters} & _OF_MOVEMENT]
        for number in reading.numbers_in(sentence.id) if needs or acts else ():
            if any(in_need(reading, number, n) for n in needs) or any(
                h.clusters and reached_by(reading, number, h) is not None for h in acts
            ):
                found.add(number.id)
    return frozenset(found)


def helped_numbers(reading: Reading) -> frozenset[str]:
    """Ids of the numbers of people whom an act of help reached, unless it moved or housed them."""
    found: set[str] = set()
    for sentence in reading.sentences:
        numbers = reading.numbers_in(sentence.id)
        acts = help_in(sentence.text, reading.section(sentence.id)) if numbers else ()
        acts = tuple(h for h in acts if not MOVES_THEM.search(sentence.text, h.start, h.end))
        found |= {n.id for n in numbers for h in acts if n.noun and reached_by(reading, n, h) is not None}
    return frozenset(found)


async def _ask(
    reading: Reading, account: Account, ledger: Ledger, sentence_id: str, found: list[_Candidate]
) -> list[Draft]:
    prompt = load_prompt("facts")
    keys = {chr(ord("a") + i): c for i, c in enumerate(found)}
    before = reading.before(sentence_id)
    request = Request(
        step=STEP,
        messages=prompt.messages(
            before=before.text if before is not None else "-",
            sentence=reading.sentence(sentence_id).text,
            facts=[{"key": k, "text": c.text} for k, c in keys.items()],
        ),
        response_model=facts_question(list(keys)),
        context={},
        max_tokens=16 + _TOKENS_A_FACT * len(keys),
    )
    reply = await account.ask_piece(request, prompt)
    if reply.value is None:
        ledger.refuse(
            IssueCode.NO_ANSWER,
            f"No valid answer on candidate facts: {reply.error}",
            step=STEP,
            sentence=sentence_id,
        )
        return []
    answer = reply.value.model_dump()
    return [c.draft for k, c in keys.items() if answer[k] == "yes"]


def _candidates(reading: Reading, sentence: str, used: frozenset[str]) -> list[_Candidate]:
    mention = place_for(reading, [sentence])
    place = mention.text if mention is not None else None
    told: list[Draft] = [*_needs(reading, sentence, place, used), *_help(reading, sentence, place, used)]
    found = [_Candidate("", draft, False) for draft in told]
    by_cues = (AccessKind(c.value) for c in reading.cues.of(sentence, "access"))
    for kind in dict.fromkeys((*by_cues, *access_in(reading.sentence(sentence).text))):
        found.append(_Candidate("", DraftAccess(kind=kind, sentence=sentence, place=place), False))
    risks = [c for c in reading.cues.of(sentence, "risk") if not is_negated(reading, c)]
    if risks:
        groups = _groups_at_risk(reading.sentence(sentence), risks)
        found += [_Candidate("", DraftRisk(group=g, sentence=sentence), False) for g in groups]
        if not groups:
            group = _group_before(reading, sentence, risks[0].start)
            found.append(_Candidate(_RISK_WORDS, DraftRisk(group=group, sentence=sentence), True))
    return found[:_MOST_FACTS]


def _needs(
    reading: Reading, sentence_id: str, place: str | None, used: frozenset[str] | set[str]
) -> list[DraftNeed]:
    sentence = reading.sentence(sentence_id)
    found: dict[Cluster, list[NeedFound]] = {}
    for need in needs_in(sentence.text, reading.section(sentence_id)):
        found.setdefault(need.cluster, []).append(need)
    if not found and reading.language != _BY_CLAUSE:
        found = _by_cues(reading, sentence)
    return [
        DraftNeed(
            cluster=cluster,
            sentence=sentence_id,
            place=place,
            numbers=tuple(
                n.id
                for n in reading.numbers_in(sentence_id)
                if n.id not in used and any(in_need(reading, n, need) for need in needs)
            ),
        )
        for cluster, needs in found.items()
    ]


def _by_cues(reading: Reading, sentence: Sentence) -> dict[Cluster, list[NeedFound]]:
    """Needs in a language whose clauses are not told apart: a word of a cluster beside one of lack."""
    if "lack:any" not in reading.cues.labels(sentence.id):
        return {}
    clusters = dict.fromkeys(Cluster(c.value) for c in reading.cues.of(sentence.id, "cluster"))
    whole = (0, len(sentence.text))
    return {
        c: [NeedFound(c, *whole, whole, Severity.UNSTATED, None)]
        for c in clusters
        if _SHARPER.get(c) not in clusters
    }


def _help_by_cues(reading: Reading, sentence_id: str, place: str | None) -> list[DraftResponse]:
    if "aid:any" not in reading.cues.labels(sentence_id):
        return []
    actor = next((a.text for a in reading.actors_in(sentence_id) if a.canonical.kind == "organisation"), None)
    clusters = [Cluster(c.value) for c in reading.cues.of(sentence_id, "cluster")]
    end = reading.sentence(sentence_id).end - reading.sentence(sentence_id).start
    statuses = dict.fromkeys(ResponseStatus(c.value) for c in reading.cues.of(sentence_id, "help"))
    whole = HelpFound(ResponseStatus.DELIVERED, 0, 0, (0, end), None, tuple((c, 0, 0) for c in clusters[:1]))
    own = reading.numbers_in(sentence_id)
    numbers = tuple(n.id for n in own if reached_by(reading, n, whole) is not None)
    return [
        DraftResponse(
            status=status, sentence=sentence_id, actor=actor, cluster=clusters[0] if clusters else None,
            place=place, numbers=numbers if at == 0 else (),
        )
        for at, status in enumerate(statuses)
    ]  # fmt: skip


def _help(
    reading: Reading, sentence_id: str, place: str | None, used: frozenset[str] | set[str]
) -> list[DraftResponse]:
    sentence = reading.sentence(sentence_id)
    made: list[DraftResponse] = []
    told = help_in(sentence.text, reading.section(sentence_id))
    if not told and reading.language != _BY_CLAUSE:
        return _help_by_cues(reading, sentence_id, place)
    for one in told:
        actor = sentence.text[slice(*one.actor)] if one.actor is not None else None
        if actor is not None and SELF.fullmatch(actor):
            actor = None  # "we have reached": the text says elsewhere who that is
        heals = HEALS_THEM.search(sentence.text, one.start, one.end) is not None
        numbers = [n for n in reading.numbers_in(sentence_id) if heals or n.id not in used]
        for at, cluster in enumerate([c for c, _, _ in one.clusters] or [None]):
            own = tuple(n.id for n in numbers if reached_by(reading, n, one) == at)
            made.append(
                DraftResponse(
                    status=one.status,
                    sentence=sentence_id,
                    actor=actor,
                    cluster=cluster,
                    place=place,
                    numbers=own,
                )
            )
    return made


@cache
def _risk_groups() -> tuple[tuple[PopulationGroup, re.Pattern[str]], ...]:
    return tuple(
        (group, re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)", re.IGNORECASE))
        for group, words in RISK_GROUPS.items()
    )


def _groups_at_risk(sentence: Sentence, risks: Sequence[Cue]) -> list[PopulationGroup]:
    """The groups that a sentence about danger names; men and officials only beside the words of danger."""
    spans = [(c.start - sentence.start - _RISK_NEAR, c.end - sentence.start + _RISK_NEAR) for c in risks]
    named = [
        group
        for group, pattern in _risk_groups()
        for m in pattern.finditer(sentence.text)
        if group not in _IN_EVERY_REPORT or any(a <= m.start() < b for a, b in spans)
    ]
    return list(dict.fromkeys(named))


def _group_before(reading: Reading, sentence_id: str, position: int) -> PopulationGroup:
    """The people that a risk is about: the last ones named before it in its sentence."""
    sentence = reading.sentence(sentence_id)
    words = sentence.text[: position - sentence.start].split()
    for word in reversed(words):
        meaning = unit_and_group(word)
        if meaning is not None and meaning[1] is not None:
            return PopulationGroup(meaning[1])
    return PopulationGroup.PEOPLE
