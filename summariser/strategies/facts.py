"""Step "facts": needs, access, help and groups at risk, sentence by sentence.

Access and help are told in set phrases ("turned back at a checkpoint", "distributed 300 kits"), which are
taken as they stand: the default model was seen to deny half of the true ones. A need or a risk rests on
words that stand together by chance too, so the model is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summariser.accounting import Account
from summariser.closing import facts_question
from summariser.cues import unit_and_group
from summariser.drafts import DraftAccess, DraftNeed, DraftResponse, DraftRisk
from summariser.engines.base import Request
from summariser.linking import is_negated, place_for
from summariser.meanings import FigureCandidate
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import AccessKind, Cluster, PopulationGroup, ResponseStatus
from summariser.verify.ledger import Ledger

STEP = "facts"
_MOST_SENTENCES, _SENTENCES_A_QUESTION = 14, 3
"""Sentences asked about: 14, or one in 3 of a long article. The rest is in the issues."""
_MOST_FACTS = 5
_TOKENS_A_FACT = 8

_NEED_WORDS = {
    Cluster.FOOD_SECURITY: "people lack food",
    Cluster.NUTRITION: "people are malnourished",
    Cluster.WASH: "people lack water or sanitation",
    Cluster.HEALTH: "people lack health care or suffer from disease",
    Cluster.SHELTER: "people lack shelter or household goods",
    Cluster.EDUCATION: "children lack schooling",
    Cluster.PROTECTION: "people need protection",
    Cluster.CHILD_PROTECTION: "children need protection",
    Cluster.GENDER_BASED_VIOLENCE: "people suffer sexual violence",
    Cluster.HOUSING_LAND_PROPERTY: "people lose land or housing rights",
    Cluster.MINE_ACTION: "mines endanger people",
    Cluster.LOGISTICS: "fuel or transport is lacking",
    Cluster.TELECOMMUNICATIONS: "phone or internet is cut",
    Cluster.CAMP_COORDINATION: "a camp is overcrowded or badly run",
    Cluster.EARLY_RECOVERY: "livelihoods or power supply are lost",
}
_ACCESS_WORDS = {
    AccessKind.DENIED: "help is kept out or refused passage",
    AccessKind.HOSTILITIES: "fighting or insecurity keeps help away",
    AccessKind.ROADS_CUT: "roads or crossings are cut",
    AccessKind.BUREAUCRATIC: "permits or procedures hold people or help up",
    AccessKind.ATTACKS_ON_AID: "aid workers or aid goods were attacked",
    AccessKind.MINES: "mines block access",
    AccessKind.WEATHER: "weather blocks access",
    AccessKind.MOVEMENT_OF_PEOPLE: "people are trapped or may not leave",
}
_HELP_WORDS = {
    ResponseStatus.DELIVERED: "help was delivered",
    ResponseStatus.ONGOING: "help is being given",
    ResponseStatus.PLANNED: "help is promised, planned or appealed for",
    ResponseStatus.SUSPENDED: "help was suspended",
    ResponseStatus.REFUSED: "help was refused",
}
_RISK_WORDS = "a group of people is in danger or under suspicion"
_SHARPER = {
    Cluster.FOOD_SECURITY: Cluster.NUTRITION,
    Cluster.PROTECTION: Cluster.GENDER_BASED_VIOLENCE,
}
"""A general cluster is not asked about where the sentence has the sharper one."""

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
) -> tuple[Draft, ...]:
    """The needs, constraints, help and risks that the model confirms, in the order of the text."""
    found = {s.id: _candidates(reading, s.id, figures) for s in reading.sentences if s.role == "body"}
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
    confirmed: list[Draft] = []
    asked = 0
    for sentence_id, candidates in found.items():
        confirmed += [c.draft for c in candidates if not c.ask]
        if sentence_id in open_questions:
            asked += 1
            account.tell(STEP, asked, len(open_questions), sentence_id)
            confirmed += await _ask(reading, account, ledger, sentence_id, open_questions[sentence_id])
    return tuple(confirmed)


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
    reply = await account.ask(request, prompt)
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


def _candidates(
    reading: Reading, sentence: str, figures: Sequence[tuple[FigureCandidate, str]]
) -> list[_Candidate]:
    labels = reading.cues.labels(sentence)
    counted = {
        label: tuple(c.number.id for c, found in figures if found == label and c.number.sentence == sentence)
        for label in ("need:people", "response:reached")
    }
    mention = place_for(reading, [sentence])
    place = mention.text if mention is not None else None
    found: list[_Candidate] = []
    clusters = [Cluster(c.value) for c in reading.cues.of(sentence, "cluster")]
    if "lack:any" in labels:
        for cluster in dict.fromkeys(clusters):
            if _SHARPER.get(cluster) not in clusters:
                found.append(
                    _Candidate(
                        _NEED_WORDS[cluster],
                        DraftNeed(
                            cluster=cluster, sentence=sentence, place=place, numbers=counted["need:people"]
                        ),
                        True,
                    )
                )
    for kind in dict.fromkeys(AccessKind(c.value) for c in reading.cues.of(sentence, "access")):
        found.append(
            _Candidate(_ACCESS_WORDS[kind], DraftAccess(kind=kind, sentence=sentence, place=place), False)
        )
    if "aid:any" in labels:
        actor = next(
            (a.text for a in reading.actors_in(sentence) if a.canonical.kind == "organisation"), None
        )
        about = clusters[0] if clusters else None
        for status in dict.fromkeys(ResponseStatus(c.value) for c in reading.cues.of(sentence, "help")):
            draft = DraftResponse(
                status=status, sentence=sentence, actor=actor, cluster=about, place=place,
                numbers=counted["response:reached"],
            )  # fmt: skip
            found.append(_Candidate(_HELP_WORDS[status], draft, False))
    risks = [c for c in reading.cues.of(sentence, "risk") if not is_negated(reading, c)]
    if risks:
        group = _group_before(reading, sentence, risks[0].start)
        found.append(_Candidate(_RISK_WORDS, DraftRisk(group=group, sentence=sentence), True))
    return found[:_MOST_FACTS]


def _group_before(reading: Reading, sentence_id: str, position: int) -> PopulationGroup:
    """The people that a risk is about: the last ones named before it in its sentence."""
    sentence = reading.sentence(sentence_id)
    words = sentence.text[: position - sentence.start].split()
    for word in reversed(words):
        meaning = unit_and_group(word)
        if meaning is not None and meaning[1] is not None:
            return PopulationGroup(meaning[1])
    return PopulationGroup.PEOPLE
