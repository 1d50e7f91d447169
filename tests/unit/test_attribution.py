"""Who says the number, and how sure the text is of it."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from summariser.attribution import find_statements, statement_at
from summariser.certainty import certainty_of
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.schemas import Claimant
from summariser.schemas.codebooks import Certainty

Read = Callable[..., Reading]
NOBODY = None


def number_of(reading: Reading, words: str) -> NumberMention:
    return next(n for n in reading.numbers if n.text == words)


def source_of(reading: Reading, words: str) -> Claimant | None:
    number = number_of(reading, words)
    statement = statement_at(find_statements(reading), number.sentence, number.start)
    if statement is None:
        return None
    span = statement.claimant.words
    assert reading.article.text[span.start : span.end] == span.text
    assert span.start >= reading.sentence(statement.named_in).start
    assert span.end <= reading.sentence(statement.named_in).end
    return statement.claimant


SOURCES = [
    # text, number, name of the source, words of the source, why
    ("Police said 12 people were killed.", "12", "police", "Police", "named before"),
    ("Twelve people were killed, police said.", "Twelve", "police", "police", "named after the last comma"),
    ("Officials say 12 people died.", "12", "officials", "Officials", "in the present, plural"),
    ("More than 200 have died, doctors say.", "200", "doctors", "doctors", "the same, behind"),
    ("It killed 12, according to the health ministry.", "12", "health ministry", "the health ministry", "according to, behind"),
    ("According to the Red Cross, 300 families fled.", "300", "International Committee of the Red Cross", "the Red Cross", "according to, before, canonical name"),
    ("According to the army 12 people died.", "12", "army", "the army", "no comma: the source ends at the number"),
    ("Twelve died according to officials in Dorra.", "Twelve", "officials", "officials", "the source ends at the place"),
    ("The health ministry has so far confirmed 12 deaths.", "12", "health ministry", "The health ministry", "auxiliaries and adverbs are no words of the source"),
    ("In a statement on Monday the army said it killed 12.", "12", "army", "the army", "openings are no words of the source"),
    ("The boy recovered. Residents said 20 houses burned.", "20", "residents", "Residents", "the sentence of its own"),
    ("Residents spoke of 12 dead.", "12", "residents", "Residents", "a verb with its preposition"),
    ("The mayor gave a toll of 12 dead.", "12", "mayor", "The mayor", "a verb with its noun"),
    ("The front insists on 7 deaths.", "7", "front", "The front", "insists"),
    ("At least 40 were killed, if the relief agency is right.", "40", "relief agency", "the relief agency", "if it is right"),
    ("By the reckoning of monitors, 4,000 have died.", "4,000", "monitors", "monitors", "by the reckoning of"),
    ("It killed 63 people (Civil Defence, 23 July).", "63", "Civil Defence", "Civil Defence", "in brackets"),
    ("The mayor put the losses of the town at 12 dead.", "12", "mayor", "The mayor", "put the losses at"),
    ("The prefect spoke of 20 dead, the opposition of 40.", "40", "opposition", "the opposition", "a second source without a verb"),
    ("Two were detained, their editor said.", "Two", "editor", "their editor", "a source by trade"),
    ("Des inconnus ont attaqué le marché, tuant deux femmes et 14 civils, dont un imam, ont indiqué à Radio Mahi un élu local et une habitante.", "14", "élu local et une habitante", "un élu local et une habitante", "what was done is no speaker, nor whom it was told to"),
    ("El martes murieron 13 vecinos, dejando además casas quemadas, informó a la agencia Sol un portavoz del hospital.", "13", "portavoz del hospital", "un portavoz del hospital", "the same in Spanish"),
    # People
    ("Hassan Omar, head of the relief office, said 14 died.", "14", "Hassan Omar", "Hassan Omar", "an apposition between commas"),
    ("Maria Lopez, director of the relief agency said 14 died.", "14", "Maria Lopez", "Maria Lopez", "an apposition that no comma closes"),
    ('"We counted 40 bodies," said Colonel Juan Perez.', "40", "Juan Perez", "Juan Perez", "after the quotation"),
    ("“We counted 40 bodies,” Juan Perez told reporters.", "40", "Juan Perez", "Juan Perez", "after the quotation, before the verb"),
    ("The army killed 12 people, said Omar Haddad.", "12", "Omar Haddad", "Omar Haddad", "inverted: the army is what he speaks of"),
    ("Some 12 died when the army opened fire, said police.", "12", "police", "police", "inverted, behind a clause of time"),
    ("Local mayor Jose Ruiz told a reporter 12 died.", "12", "Jose Ruiz", "Jose Ruiz", "a title before the name"),
    # Bodies and generic sources
    ("A senior official of the World Food Programme said 2,000 had fled.", "2,000", "World Food Programme", "A senior official of the World Food Programme", "an official speaks for the body"),
    ("Two officials, speaking in private, said 17 died.", "17", "two officials", "Two officials", "what follows the comma is no name"),
    ("The army, which lost 4 men, said it killed 12.", "12", "army", "The army", "nor is a relative clause"),
    ("A doctor who treated the wounded after the raid said 12 died.", "12", "doctor who treated the wounded after the raid", "A doctor who treated the wounded after the raid", "a relative clause without commas is"),
    ("Unconfirmed reports said 40 were killed.", "40", "unconfirmed reports", "Unconfirmed reports", "reports are a source and no verb here"),
    ("On Monday, the spokesman said 4 were hurt.", "4", "spokesman", "the spokesman", "nobody named before: he stands for himself"),
    ("Wire services, citing the governor, reported that 12 died.", "12", "governor", "the governor", "who is cited, not who cites"),
    ("State television quoted the governor as saying 12 died.", "12", "governor", "the governor", "who is quoted"),
    ("The governor was quoted by state media as saying 12 died.", "12", "governor", "The governor", "who is quoted, passive"),
    ("Twelve deaths were reported by the ministry.", "Twelve", "ministry", "the ministry", "passive with an agent"),
    ("The toll, confirmed by the army, was 12.", "12", "army", "the army", "a participle with an agent"),
    ("Syrian doctors said 12 died.", "12", "Syrian doctors", "Syrian doctors", "a nationality keeps its capital"),
    # Going on
    ("Omar Haddad said it began at dawn. He added that 23 were wounded.", "23", "Omar Haddad", "Omar Haddad", "a pronoun is the last speaker"),
    ("Amina Yusuf said the road was cut. Omar Haddad said 12 died, and he added that 30 were hurt.", "30", "Omar Haddad", "Omar Haddad", "the last one of the same sentence, not of the one before"),
    ("General Omar Haddad said it began at dawn. The general said 23 were wounded.", "23", "Omar Haddad", "Omar Haddad", "a title taken up again"),
    ("General Omar Haddad said it began at dawn. The mayor said 23 were wounded.", "23", "mayor", "The mayor", "another office is another source"),
    ("“Some 30 shells fell,” said Omar Haddad. “We lost 14 people that day.”", "14", "Omar Haddad", "Omar Haddad", "a quotation without a new speaker"),
    ("“Some 30 shells fell,” Omar Haddad said. “At least 14 died. Another 12 are missing.” The road was cut.", "12", "Omar Haddad", "Omar Haddad", "a quotation over several sentences"),
    ('"Some 30 shells fell," Omar Haddad said. "At least 14 died. Another 12 are missing." Rain fell.', "12", "Omar Haddad", "Omar Haddad", "the same in straight marks"),
    ("The relief agency said the road was cut. The town holds 300 families, it added.", "300", "relief agency", "The relief agency", "a body goes on as it"),
    # Two sources
    ("The army said 12 soldiers died; the rebels put the toll at 30.", "12", "army", "The army", "the first of two"),
    ("The army said 12 soldiers died; the rebels put the toll at 30.", "30", "rebels", "the rebels", "the second of two"),
    ("The army said 12 rebels died, while the rebels said they lost only 3 men.", "3", "rebels", "the rebels", "cut at while"),
    ("According to police, 12 died, but witnesses spoke of 30.", "30", "witnesses", "witnesses", "cut at but"),
    ("Twelve died, police said, and 30 were hurt, doctors said.", "Twelve", "police", "police", "both behind their numbers: the first"),
    ("Twelve died, police said, and 30 were hurt, doctors said.", "30", "doctors", "doctors", "both behind their numbers: the second"),
    ("The governor said the command had confirmed that 9 soldiers died.", "9", "governor", "The governor", "nested: the outer one speaks"),
    ("Witnesses told police that gunmen shot 7 people.", "7", "witnesses", "Witnesses", "who is told says nothing"),
    # Near misses: nobody is named, or somebody who is named says nothing
    ("Six soldiers died in the ambush near the river.", "Six", NOBODY, None, "the article's own voice"),
    ("It was reported that 9 soldiers died.", "9", NOBODY, None, "passive without an agent"),
    ("The deaths of 9 soldiers were widely reported.", "9", NOBODY, None, "the same"),
    ("The raid, which killed 11 people, was claimed by Islamic State.", "11", NOBODY, None, "claimed by: who did it"),
    ("The militants said to have killed 3 people were arrested.", "3", NOBODY, None, "said to have: they are spoken of"),
    ("The said agreement covers 3 villages.", "3", NOBODY, None, "no verb"),
    ("The attack came after the army announced a truce, and killed 12.", "12", NOBODY, None, "in a clause of time: the truce was announced"),
    ("The army posted 300 soldiers near the border.", "300", NOBODY, None, "posted is no word of saying here"),
    ("The government dismissed 40 officers after the attack.", "40", NOBODY, None, "nor is dismissed"),
    ("Police declined to confirm reports that 12 died.", "12", NOBODY, None, "to decline to confirm is to say nothing"),
    ("He said 40 people were killed.", "40", NOBODY, None, "a pronoun that stands for nobody"),
    ('The mayor said the raid was over. "Operation Dawn" killed 30 people.', "30", NOBODY, None, "a name in quotation marks is no quotation"),
    ("Omar Haddad said the raid was “a crime. The fire burned 5 trucks.\n\nIn the north 7 people died.", "7", NOBODY, None, "a mark that is never closed does not swallow the rest"),
    ("“It was hell,” Omar Haddad said. Eleven people died in the fire.", "Eleven", NOBODY, None, "the quotation is over"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "name", "words", "why"), SOURCES)
def test_who_says_a_number(
    read_text: Read, text: str, number: str, name: str | None, words: str | None, why: str
) -> None:
    source = source_of(read_text(text), number)
    assert (source and source.name) == name, why
    assert (source and source.words.text) == words, why


@pytest.mark.parametrize(
    ("text", "body", "why"),
    [
        ("UNHCR spokesman Babar Khan said 3,000 had fled.", "UNHCR", "before the name"),
        ("Babar Khan of UNHCR said 3,000 had fled.", "UNHCR", "after the name"),
        ("A spokesman for UNHCR, Babar Khan, said 3,000 had fled.", "UNHCR", "the name is the apposition"),
        ("Babar Khan, a spokesman for UNHCR, said 3,000 had fled.", "UNHCR", "the apposition between commas"),
        ("Some 3,000 had fled, said Babar Khan, a spokesman for UNHCR.", "UNHCR", "... and at the end"),
        ("3,000 had fled, according to Babar Khan, head of UNHCR in Mali.", "UNHCR", "... of according to"),
        ("Babar Khan said 3,000 had fled.", None, "none is given"),
        ("3,000 had fled, said Babar Khan, and UNHCR opened a camp.", None, "a new clause is no apposition"),
    ],
)
def test_for_whom_a_person_speaks(read_text: Read, text: str, body: str | None, why: str) -> None:
    source = source_of(read_text(text), "3,000")
    assert source is not None
    assert (source.name, source.affiliation) == ("Babar Khan", body), why


def test_a_speaker_who_goes_on_is_proved_by_the_sentence_that_names_him(read_text: Read) -> None:
    reading = read_text("Omar Haddad said it began at dawn. He added that 23 were wounded.")
    number = number_of(reading, "23")
    statement = statement_at(find_statements(reading), number.sentence, number.start)
    assert statement is not None
    assert (statement.sentence, statement.named_in) == ("S2", "S1")


def test_a_denial_says_from_where(read_text: Read) -> None:
    text = "The army, which lost 4 men, denied that 40 civilians were killed."
    [statement] = find_statements(read_text(text))
    assert statement.denied_from is not None
    assert text.index("4 men") < statement.denied_from < text.index("40 civilians")


def test_statements_cover_each_sentence_without_overlap(read_text: Read) -> None:
    text = "The army said 12 died; the rebels put it at 30, and doctors say 50 were hurt. Police said 3 fled."
    reading = read_text(text)
    statements = find_statements(reading)
    for sentence in reading.sentences:
        own = [s for s in statements if s.sentence == sentence.id]
        assert [own[0].start, own[-1].end] == [sentence.start, sentence.end]
        assert all(a.end == b.start for a, b in pairwise(own))


CERTAINTIES = [
    ("12 soldiers died.", False, "stated", "the article's own voice"),
    ("Police said 12 soldiers died.", True, "claimed", "somebody says so"),
    ("The army confirmed that 12 soldiers died.", True, "confirmed", "by its own word"),
    ("Investigators verified 12 deaths.", True, "confirmed", "another word for it"),
    ("The army refused to confirm that 12 died.", False, "estimated", "not confirmed after all"),
    ("The toll of 40 has yet to be confirmed, police said.", True, "estimated", "nor here"),
    ("The army said 12 died, but this cannot be confirmed.", True, "estimated", "nor here"),
    ("The toll could not immediately be verified.", True, "estimated", "nor here"),
    ("Neither toll could be checked independently.", False, "estimated", "nor here"),
    ("There was no independent confirmation.", True, "estimated", "a noun"),
    ("Unconfirmed reports said 40 were killed.", True, "estimated", "an adjective"),
    ("Officials estimate that 40 died.", True, "estimated", "a verb"),
    ("An estimated 5,000 people fled, UNHCR said.", True, "estimated", "an adjective"),
    ("A provisional toll put it at 12.", False, "estimated", "of a toll"),
    ("The provisional government said 12 died.", True, "claimed", "not of a government"),
    ("Some 30 people are feared dead.", False, "estimated", "feared, of a fate"),
    ("Families who feared revenge fled, police said.", True, "claimed", "not of a threat"),
    ("The dead are believed to number 40.", False, "estimated", "believed to"),
    ("The army denied the claim.", True, "disputed", "a claim is denied"),
    ("It says 40 died, which the army denies.", True, "disputed", "at the end"),
    ("The government dismissed the figure of 40 as false.", True, "disputed", "a figure is dismissed"),
    ("The toll was disputed by residents.", False, "disputed", "passive"),
    ("Police said 12 officers were dismissed.", True, "claimed", "people are dismissed"),
    ("Four soldiers died in the disputed region, police said.", True, "claimed", "a region is disputed"),
    ("The rebels rejected the truce and killed 3, police said.", True, "claimed", "a truce is rejected"),
    ("Police said 12 families were denied access.", True, "claimed", "denied access"),
    (
        "The mayor denied involvement in the killing of 12.",
        True,
        "claimed",
        "the part is denied, not the toll",
    ),
]


@pytest.mark.parametrize(("text", "claimed", "certainty", "why"), CERTAINTIES)
def test_how_sure_a_sentence_is(text: str, claimed: bool, certainty: str, why: str) -> None:
    assert certainty_of(text, claimed) == Certainty(certainty), why


@pytest.mark.parametrize(
    ("number", "certainty", "why"),
    [
        ("12", "claimed", "the estimate is of another number"),
        ("30", "estimated", "it is of this one"),
        ("7", "claimed", "a number behind it is not meant"),
    ],
)
def test_an_estimate_in_passing_is_of_the_next_number_only(number: str, certainty: str, why: str) -> None:
    text = "Police said 12 people were killed, an estimated 30 wounded and 7 arrested."
    assert certainty_of(text, True, number=text.index(number)) == Certainty(certainty), why


def test_confirmed_in_another_clause_is_of_another_figure() -> None:
    text = "The army confirmed 12 dead; residents said 30 died."
    cut = text.index(";")
    at = text.index("30")
    assert certainty_of(text, True, number=at, clause=(cut, len(text))) is Certainty.CLAIMED
    assert certainty_of(text, True, number=text.index("12"), clause=(0, cut)) is Certainty.CONFIRMED
