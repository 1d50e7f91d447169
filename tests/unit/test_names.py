"""Names: which words of a text are names, of what kind, and which forms are one name."""

from __future__ import annotations

import itertools
import time

import pytest

from summariser.name_headlines import is_headline
from summariser.name_tokens import tokenise
from summariser.names import Name, find_names, find_places
from summariser.normalise.places import PlaceResolver
from summariser.sentences import Sentence, split_sentences
from tests.timing import fair_seconds


def names_of(text: str, resolver: PlaceResolver | None) -> tuple[Name, ...]:
    """The names, with their offsets and their order checked."""
    found = find_names(text, split_sentences(text), resolver)
    assert [name.id for name in found] == [f"P{number}" for number in range(1, len(found) + 1)]
    assert [name.mentions[0].start for name in found] == sorted(name.mentions[0].start for name in found)
    for name in found:
        assert all(text[mention.start : mention.end] == mention.text for mention in name.mentions)
        assert {mention.text for mention in name.mentions} == {name.text, *name.aliases}
    return found


# (text, {name: kind} of all names in it, why)
CASES = [
    # places by the words around them
    ("Calm returned to Baghouz.", {"Baghouz": "unknown"}, "to alone is weak"),
    ("They fought in Baghouz for weeks.", {"Baghouz": "place"}, "in"),
    (
        "Shells fell near Kafr Zita and outside Morek.",
        {"Kafr Zita": "place", "Morek": "place"},
        "near, outside",
    ),
    ("A blast shook Baghouz, Syria, at dawn.", {"Baghouz": "place", "Syria": "place"}, "a country after it"),
    ("Clashes broke out at Wadi Sorren.", {"Wadi Sorren": "place"}, "at"),
    ("He shouted at Karim Dellal.", {"Karim Dellal": "person"}, "at a person"),
    ("An analyst at Corvin Hale spoke.", {"Corvin Hale": "person"}, "at an employer"),
    ("Two rockets were fired at Wadi Sorren.", {"Wadi Sorren": "place"}, "rockets at"),
    ("A woman died on the square of Wadi Sorren.", {"Wadi Sorren": "place"}, "a site of"),
    ("They lost control of Wadi Sorren.", {"Wadi Sorren": "place"}, "control of"),
    ("Jets bombed Wadi Sorren twice.", {"Wadi Sorren": "place"}, "bombed"),
    ("Drones circled over Wadi Sorren.", {"Wadi Sorren": "place"}, "flown over"),
    ("Men at the Wadi Sorren checkpoint fired.", {"Wadi Sorren": "place"}, "a site after it"),
    ("They marched through District 14.", {"District 14": "place"}, "a numbered place"),
    ("A bomb went off in the Plaza Serrana.", {"Plaza Serrana": "place"}, "a head of place names"),
    ("A white Toyota exploded.", {"Toyota": "unknown"}, "a make of car"),
    ("The village of Tal Rifaat was hit.", {"Tal Rifaat": "place"}, "sort before it"),
    ("Floods hit Idlib province.", {"Idlib province": "place"}, "the sort belongs to the name"),
    ("Idlib fell, not Idlib province.", {"Idlib": "place", "Idlib province": "place"}, "a town and an area"),
    ("They live at al-Hol camp.", {"al-Hol camp": "camp"}, "camp after it"),
    ("People fled to Kakuma refugee camp.", {"Kakuma refugee camp": "camp"}, "refugee camp after it"),
    ("A baby died at al-Roj, another camp nearby.", {"al-Roj": "camp"}, "said after a comma"),
    ("Troops took Chalatenango Department.", {"Chalatenango Department": "place"}, "sort with a capital"),
    ("Syria's Idlib is quiet.", {"Syria": "place", "Idlib": "place"}, "a possessive ends a name"),
    ("Washington does not believe it.", {"Washington": "place"}, "a large town needs no preposition"),
    (
        "Rain fell over Deir al-Zor and N'Djamena.",
        {"Deir al-Zor": "place", "N'Djamena": "place"},
        "signs inside",
    ),
    (
        "He left the Democratic Republic of the Congo.",
        {"Democratic Republic of the Congo": "place"},
        "particles",
    ),
    ("He met envoys of Bosnia and Herzegovina.", {"Bosnia and Herzegovina": "place"}, "and inside a country"),
    ("Envoys of Iraq and Syria met.", {"Iraq": "place", "Syria": "place"}, "and between countries"),
    ("Lima, 20 Aug 88 (EFE) -- Two men died.", {"Lima": "place", "EFE": "organisation"}, "dateline"),
    ("Residents of Quetzaltepeque heard shots.", {"Quetzaltepeque": "place"}, "residents of"),
    ("Turkish forces shelled northern Syria.", {"Syria": "place"}, "a direction is not part of it"),
    ("Northern Mali is dry.", {"Mali": "place"}, "nor with a capital at the start"),
    # persons
    ("Mustafa Bali, head of the office, spoke.", {"Mustafa Bali": "person"}, "a role after the comma"),
    ("Mr. Washington was there.", {"Washington": "person"}, "a title, though it is a city"),
    ("Gen. Salva Kiir left.", {"Salva Kiir": "person"}, "an abbreviated title"),
    ("The spokesman Kino Gabriel declined.", {"Kino Gabriel": "person"}, "a role before it"),
    (
        "Iraqi Prime Minister Haider al-Abadi spoke.",
        {"Haider al-Abadi": "person"},
        "demonym and title left out",
    ),
    ("Ali Hassan, 35, lost his home.", {"Ali Hassan": "person"}, "an age"),
    ("Fatima Omar said that she walked.", {"Fatima Omar": "person"}, "a verb of saying"),
    ("President Mohammed bin Salman came.", {"Mohammed bin Salman": "person"}, "a particle inside"),
    ("Jordan Henderson scored.", {"Jordan Henderson": "person"}, "a given name that is a country"),
    ("Prosecutor Juan Carbone asked for more.", {"Juan Carbone": "person"}, "a title at the start"),
    (
        "Supreme Court President Luis Maldonado agreed.",
        {"Supreme Court": "organisation", "Luis Maldonado": "person"},
        "a title between two names",
    ),
    # bodies and groups
    (
        "The Syrian Observatory for Human Rights said so.",
        {"Syrian Observatory for Human Rights": "organisation"},
        "for",
    ),
    (
        "The Ministry of Health and Welfare agreed.",
        {"Ministry of Health and Welfare": "organisation"},
        "of, and",
    ),
    (
        "The Institute for the Study of War agreed.",
        {"Institute for the Study of War": "organisation"},
        "twice",
    ),
    ("The Free Syrian Army withdrew.", {"Free Syrian Army": "organisation"}, "a demonym inside"),
    ("The president of Syria spoke.", {"Syria": "place"}, "of does not always link"),
    ("Two officers left the Army.", {"Army": "organisation"}, "a body by its common name"),
    ("Soldiers fought M23 rebels.", {"M23": "organisation"}, "letters and digits, and who follows them"),
    ("Houthi fighters fired.", {"Houthi": "group"}, "a known group"),
    (
        "Some 12 Palestinians and two Iraqis died.",
        {"Palestinians": "group", "Iraqis": "group"},
        "plural demonyms",
    ),
    ("It sheltered South Sudanese.", {"South Sudanese": "group"}, "a demonym of two words"),
    ("The UN and UNHCR agreed.", {"UN": "organisation", "UNHCR": "organisation"}, "acronyms"),
    (
        "An al-Shabaab-linked gunman and anti-ISIS units met.",
        {"al-Shabaab": "group", "ISIS": "group"},
        "compounds",
    ),
    ("US-backed Kurdish units moved.", {"US": "place"}, "the first part of a compound"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[0][:40] for case in CASES])
def test_names_and_kinds(resolver: PlaceResolver, text: str, expected: dict[str, str], why: str) -> None:
    assert {name.text: name.kind for name in names_of(text, resolver)} == expected, why


# Texts without a single name: near misses.
NO_NAMES = [
    ("About 300 people fled. Around noon it rained. It was over.", "first words of sentences"),
    ("However, most stayed. Many left. The rest hid. Thousands of them.", "first words of sentences"),
    ("Monday was calm. On Sunday, in March, they left. Ramadan began.", "weekdays, months and feasts"),
    ("Three died. Twenty were hurt. Dozens fled.", "number words"),
    ("COVID-19 cases rose. I think TV helped.", "terms"),
    ("Police said so. Hope remained. Reading took hours. Nice weather followed.", "towns that are words"),
    ("The President left. He told the Prime Minister.", "titles alone"),
    ("Syrian troops and Kurdish fighters met. British planes flew.", "demonyms as adjectives"),
    ("South Sudanese soldiers left.", "a demonym of two words as an adjective"),
    ("Besieged for weeks, they ate grass. Fearing attacks, others left.", "participles"),
    ("“Figures are not official,” he said. “Those people are a threat.”", "first words of quotations"),
    ("THE FIGHTING STOPPED AT NOON AND RESUMED BEFORE MIDNIGHT.", "capitals throughout"),
    ("Jets struck. Rebels answered. Shelling went on. Residents hid.", "common nouns at the start"),
    ("", "nothing"),
    ("12 + 30 = 42 !!!", "no letters"),
    ("قال المسؤول إن القوات انسحبت.", "a script without capitals"),
]


@pytest.mark.parametrize(("text", "why"), NO_NAMES)
def test_no_names(resolver: PlaceResolver, text: str, why: str) -> None:
    assert [name.text for name in names_of(text, resolver)] == [], why


# (text, longest form, aliases, number of mentions, why)
ALIASES = [
    (
        "The Syrian Democratic Forces (SDF) advanced. The SDF said so.",
        "Syrian Democratic Forces", ["SDF"], 3, "defined in brackets",
    ),
    (
        "Mustafa Bali spoke. Later Bali wrote more.",
        "Mustafa Bali", ["Bali"], 2, "a surname, though it is an island",
    ),
    (
        "Kino Gabriel told a channel that it was over. Gabriel gave no date.",
        "Kino Gabriel", ["Gabriel"], 2, "a surname at the start of a sentence",
    ),
    (
        "Victor Diaz Caro spoke. Diaz Caro left. Caro returned.",
        "Victor Diaz Caro", ["Diaz Caro", "Caro"], 3, "two surnames and one",
    ),
    (
        "Haider al-Abadi spoke. Mr Abadi left.",
        "Haider al-Abadi", ["Abadi"], 2, "with and without the article",
    ),
    (
        "They reached al-Hol camp. Life in al-Hol is hard. Al Hol is full.",
        "al-Hol camp", ["al-Hol", "Al Hol"], 3, "with and without the word camp, and spelt otherwise",
    ),
    (
        "Islamic State withdrew. ISIS denied it. Daesh is weak.",
        "Islamic State", ["ISIS", "Daesh"], 3, "known aliases",
    ),
    (
        "The International Committee of the Red Cross came. The "
        "International Committee for the Red Cross (ICRC) left.",
        "International Committee for the Red Cross", ["International Committee of the Red Cross", "ICRC"], 3,
        "particles do not tell apart",
    ),
    (
        "The United States agreed. The U.S. paid. In the US nobody knew.",
        "United States", ["U.S.", "US"], 3, "forms of one country",
    ),
    (
        "Deir Ezzor fell. They bombed targets in Deir ez-Zor and near Deir Ezzor.",
        "Deir ez-Zor", ["Deir Ezzor"], 3, "romanisations of one place",
    ),
    (
        "Fighters of the National Liberation Front spoke. NLF units left.",
        "National Liberation Front", ["NLF"], 2, "initials without a definition",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "longest", "aliases", "mentions", "why"), ALIASES)
def test_forms_of_one_name(
    resolver: PlaceResolver, text: str, longest: str, aliases: list[str], mentions: int, why: str
) -> None:
    found = {name.text: name for name in names_of(text, resolver)}
    assert longest in found, (why, list(found))
    assert sorted(found[longest].aliases) == sorted(aliases), why
    assert len(found[longest].mentions) == mentions, why


# Names that must stay apart: (text, one, other, why)
APART = [
    ("Ali Hassan met Omar Hassan. Hassan left.", "Ali Hassan", "Omar Hassan", "two bearers of a surname"),
    ("South Sudan and Sudan met.", "South Sudan", "Sudan", "one name ends the other"),
    ("Niger and Nigeria met.", "Niger", "Nigeria", "one begins the other"),
    ("San Salvador lies in El Salvador.", "San Salvador", "El Salvador", "a city and a country"),
    ("He left Homs for Hama.", "Homs", "Hama", "two towns"),
    ("The Red Cross helped. The Red Crescent too.", "Red Cross", "Red Crescent", "two bodies"),
]


@pytest.mark.parametrize(("text", "one", "other", "why"), APART)
def test_names_that_stay_apart(resolver: PlaceResolver, text: str, one: str, other: str, why: str) -> None:
    texts = [name.text for name in names_of(text, resolver)]
    assert one in texts, (why, texts)
    assert other in texts, (why, texts)


def test_a_surname_of_two_bearers_belongs_to_neither(resolver: PlaceResolver) -> None:
    found = {name.text: name for name in names_of("Ali Hassan met Omar Hassan. Then Hassan left.", resolver)}
    assert found["Ali Hassan"].aliases == ()
    assert found["Omar Hassan"].aliases == ()


def test_a_headline_takes_its_names_from_the_text(resolver: PlaceResolver) -> None:
    text = (
        "Rebels Kill Dozens in Northern Syria Attack\n\n"
        "Gunmen of the Ajnad Front killed 30 soldiers near Morek in Syria on Monday."
    )
    found = {name.text: len(name.mentions) for name in names_of(text, resolver)}
    assert found == {"Syria": 2, "Ajnad Front": 1, "Morek": 1}


def test_a_shouted_word_is_no_acronym(resolver: PlaceResolver) -> None:
    text = "SDF VICTORY: four dead in final Syria SHOWDOWN, say officials\n\nThe SDF won in Syria."
    assert {name.text: len(name.mentions) for name in names_of(text, resolver)} == {"SDF": 2, "Syria": 2}


def test_telex_style_has_places_titles_and_known_acronyms(resolver: PlaceResolver) -> None:
    text = "GENERAL JORGE RABANAL SAID FMLN REBELS ATTACKED SAN MIGUEL IN EL SALVADOR NEAR THE RIVER."
    found = {name.text: name.kind for name in names_of(text, resolver)}
    assert found == {
        "JORGE RABANAL": "person",
        "FMLN": "organisation",
        "SAN MIGUEL": "place",
        "EL SALVADOR": "place",
    }


def test_without_a_gazetteer_countries_are_still_known() -> None:
    found = {name.text: name.kind for name in names_of("Chad and Mali closed borders near Homs.", None)}
    assert found == {"Chad": "place", "Mali": "place", "Homs": "place"}


def test_candidates_for_where(resolver: PlaceResolver) -> None:
    text = (
        "Mustafa Bali, head of the SDF office, spoke in Hajin. Calm returned to Zorvak. "
        "Families left al-Hol camp. Vrnok agreed."
    )
    names = names_of(text, resolver)
    assert [name.text for name in find_places(names)] == ["Hajin", "Zorvak", "al-Hol camp"]
    assert {name.text for name in names} >= {"Mustafa Bali", "Vrnok"}


def test_a_name_at_the_start_counts_if_it_stands_elsewhere_too(resolver: PlaceResolver) -> None:
    alone = "Hope remained. They went on."
    assert names_of(alone, resolver) == ()
    text = "Zarzis was quiet. In Zarzis nobody spoke."
    assert [(name.text, len(name.mentions)) for name in names_of(text, resolver)] == [("Zarzis", 2)]


def test_offsets_are_code_points_of_the_original() -> None:
    text = "😀 Very naïve, that café.\r\n\r\nIn\u00a0Syria, 😀 the “Ajnad Front” fought near Morek’s walls."
    assert [name.text for name in names_of(text, None)] == ["Syria", "Ajnad Front", "Morek"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rebels Kill Dozens in Northern Syria Attack", True),
        ("TROOPS KILL DOZENS NEAR BORDER", True),
        ("Rebels killed dozens in northern Syria", False),
        ("Gen. Salva Kiir met Riek Machar.", False),
        ("Syria", False),
    ],
)
def test_headlines(line: str, expected: bool) -> None:
    assert is_headline(tokenise(line, 0, len(line)), line) is expected


@pytest.mark.parametrize(
    ("word", "text", "capital", "possessive"),
    [
        ("US-backed", "US", True, False),
        ("anti-ISIS", "ISIS", True, False),
        ("al-Hol", "al-Hol", True, False),
        ("al-Shabaab-linked", "al-Shabaab", True, False),
        ("Sar-e-Pul", "Sar-e-Pul", True, False),
        ("Syria's", "Syria", True, True),
        ("Syria’s", "Syria", True, True),
        ("Sana'a", "Sana'a", True, False),
        ("children's", "children", False, True),
        ("U.S.", "U.S.", True, False),
        ("well-known", "well-known", False, False),
    ],
)
def test_tokens(word: str, text: str, capital: bool, possessive: bool) -> None:
    (token,) = tokenise(word, 0, len(word))
    assert (token.text, token.capital, token.possessive) == (text, capital, possessive)
    assert word[token.start : token.end] == token.text


ARTICLE = (
    "Shelling killed nine people in Morek on Tuesday, the Ajnad Front said. Omar Haddad, head of the "
    "relief office in Hama, said families had left for camps near Idlib. The United Nations (UN) asked Syria "
    "for access. Haddad told reporters that the UN had no staff there. "
)


def test_an_article_takes_less_than_thirty_milliseconds(resolver: PlaceResolver) -> None:
    text = ARTICLE * 12  # some 600 words
    sentences = split_sentences(text)
    find_names(text, sentences, resolver)
    assert fair_seconds(lambda: find_names(text, sentences, resolver), times=5) < 0.03


def test_time_grows_with_the_length_and_no_faster(resolver: PlaceResolver) -> None:
    numbers = itertools.count()

    def seconds(copies: int) -> float:
        # Each copy has names of its own, so that nothing is answered by what was seen before.
        text = " ".join(
            ARTICLE.replace("Morek", f"Mor{n}ek").replace("Haddad", f"Had{n}ad")
            for n in itertools.islice(numbers, copies)
        )
        whole = split_sentences(text)
        start = time.process_time()
        find_names(text, whole, resolver)
        return time.process_time() - start

    seconds(20)
    # The least of some: what else the process does, and the machine, comes on top.
    small, large = (min(seconds(copies) for _ in range(3)) for copies in (60, 480))
    assert large < 8 * small * 3


@pytest.mark.parametrize(
    "text",
    [
        "A of " * 20_000,
        "al-" * 30_000,
        "A-" * 30_000,
        "U.S." * 20_000,
        "Syria " * 10_000,
        "(" * 50_000,
        "x" * 90_000,
    ],
    ids=lambda text: text[:6],
)
def test_hostile_texts_take_no_longer(resolver: PlaceResolver, text: str) -> None:
    sentence = Sentence(id="S1", start=0, end=len(text), text=text, paragraph=0, role="body")
    assert fair_seconds(lambda: find_names(text, [sentence], resolver)) < 2.0
