"""Words between noun phrases: what stops one, and what may stand before its first word."""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """A set of words, written as a line of text."""
    return frozenset(text.split())


DETERMINERS: Final = words(
    "the a an this that these those his her its their our my your another other others some any several many few "
    "no each every both all certain various such more most numerous "
)
ARTICLES: Final = words("the a an this that these those his her its their our my your")
NUMBERS: Final = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen "
    "dozens scores hundreds thousands half"
)
PREPOSITIONS: Final = words(
    "of in on at by to from for with against into onto near under over through during after before between among "
    "within without outside inside behind beside beneath toward towards along across around about upon off out up "
    "down via per throughout above below until since despite amid amidst opposite"
)
CONJUNCTIONS: Final = words(
    "and or but nor while when whereas because although though if unless as than that which who whom whose where "
    "why how whether so yet meanwhile however moreover furthermore therefore then later also"
)
PRONOUNS: Final = words("he she it they we you i him them us me himself herself itself themselves who whom")
AUXILIARIES: Final = words(
    "is are was were be been being am has have had having do does did will would shall should can could may might "
    "must not never get got gets getting"
)
STOPS: Final = (
    PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | AUXILIARIES
    | words("yesterday today tonight tomorrow there here ago early late early monday tuesday wednesday thursday friday "
             "saturday sunday january february march april may june july august september october november december")
)  # fmt: skip
ADVERBS: Final = words(
    "also allegedly apparently reportedly presumably seriously gravely critically slightly badly severely fatally "
    "brutally savagely cruelly violently simultaneously subsequently previously recently again already still just "
    "only even once twice first immediately later partially partly completely totally nearly almost directly "
    "indiscriminately repeatedly deliberately accidentally mortally instantly personally then now"
)
OTHER_VERBS: Final = words(
    "said says say told tell tells reported report reports stated states added adds noted notes announced announces "
    "claimed claims claim took take takes taken taking made make makes went go goes gone came come comes left leave "
    "leaves found find finds gave give gives given got get gets held hold holds kept keep keeps knew know knows "
    "known let lets put puts ran run runs saw see sees seen sent send sends began begin begins begun became become "
    "brought bring brings broke fell fall falls felt fought fight fights fled flee flees forced forces escaped "
    "led lost lose loses met meet meets paid rose rise rises sought seek seeks spoke stood stand stands threw throw "
    "throws thrown thought understood won wrote blew blow blows died die dies killed burned used uses use "
    "included includes include including according arrived called calls confirmed continued carried carry carries "
    "caused cause causes managed tried try tries want wants wanted travelled traveled remained remain remains "
    "occurred occur occurs happened happen happens resulted result results ordered opened open opens entered enter "
    "enters approached drove drive drives driving wearing carrying riding belonging using trying heard hear hears "
    "believe believed believes blamed blame blames accused accuse accuses attributed suspect suspected identified "
    "appeared appear appears seemed seem seems lived live lives worked work works served"
)
"""Frequent verbs that are no acts of violence; they end a noun phrase to their right."""
BE: Final = words("is are was were be been being get got gets")
HAVE: Final = words("has have had having")
MODALS: Final = words("to will would could can may might must should")
RELATIVES: Final = words("who which that")
PERSONAL: Final = words("they he she it")
WHERE: Final = words(
    "in inside at near outside under underneath beneath against into on onto opposite beside behind over through "
    "amid amidst among aboard"
)
"""Words before the place where a weapon goes off."""
BOUNDARIES: Final = words("; : while but because although when after before if whereas")
NEGATIONS: Final = words("not never neither nor no")
NAME_PARTICLES: Final = words("de del la las los el y e da do dos das van von bin ibn al du des der den")
WHOSE: Final = words("of belonging loyal linked allied affiliated owned used operated for run")
"""What stands between a thing and whose it is, a people and what they belong to."""
HEDGES: Final = words(
    "least about approximately around some nearly almost more than other another several many various few all "
    "both dozens hundreds thousands scores"
)
NOUNS_IN_ING: Final = words(
    "neighboring neighbouring living mining printing manufacturing processing training shopping fishing parking "
    "visiting ruling outgoing housing banking pumping building trading broadcasting drilling packing working "
    "leading standing boarding farming shipping engineering riding"
)
"""Words in -ing that qualify a noun."""
