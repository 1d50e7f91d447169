"""Actors: which names lead to whom, and which words in a text name an actor at all."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.errors import InputError
from summariser.normalise.actors import ActorKind, aliases_in, canonical_actor, find_actors
from summariser.sentences import Sentence, split_sentences

DATA = json.loads(resources.files("summariser.normalise").joinpath("actors.json").read_text(encoding="utf-8"))
COUNTRIES = json.loads(
    resources.files("summariser.normalise").joinpath("countries.json").read_text(encoding="utf-8")
)["countries"]
LISTED = [(name, row["name"]) for row in DATA["actors"] for name in (row["name"], *row["aliases"])]


def whole(text: str) -> list[Sentence]:
    return [Sentence("S1", 0, len(text), text, 0, "body")]


def found(text: str) -> list[tuple[str, str]]:
    """Each mention with the name it leads to, after its offsets are checked."""
    mentions = find_actors(text, whole(text))
    assert [mention.id for mention in mentions] == [f"A{n}" for n in range(1, len(mentions) + 1)]
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    return [(mention.text, mention.canonical.name) for mention in mentions]


@pytest.mark.parametrize(
    ("words", "name", "kind", "country"),
    [
        ("SDF", "Syrian Democratic Forces", "rebel_group", "SYR"),
        ("Syrian Democratic Forces", "Syrian Democratic Forces", "rebel_group", "SYR"),
        ("the Syrian Democratic Forces (SDF)", "Syrian Democratic Forces", "rebel_group", "SYR"),
        ("US-backed SDF fighters", "Syrian Democratic Forces", "rebel_group", "SYR"),
        ("three members of the SDF", "Syrian Democratic Forces", "rebel_group", "SYR"),
        ("ISIS", "Islamic State", "rebel_group", None),
        ("ISIL", "Islamic State", "rebel_group", None),
        ("Daesh", "Islamic State", "rebel_group", None),
        ("IS", "Islamic State", "rebel_group", None),
        ("داعش", "Islamic State", "rebel_group", None),
        ("islamic state", "Islamic State", "rebel_group", None),  # a model that lost the capitals
        ("Islamic State's fighters", "Islamic State", "rebel_group", None),
        ("suspected Boko Haram militants", "Boko Haram", "rebel_group", "NGA"),
        ("ISWAP", "Islamic State West Africa Province", "rebel_group", None),
        ("Al Qaida", "al-Qaeda", "rebel_group", None),
        ("Kurdistan Workers Party", "Kurdistan Workers' Party", "rebel_group", "TUR"),
        ("Ansar Allah", "Houthis", "rebel_group", "YEM"),
        ("Sendero Luminoso", "Shining Path", "rebel_group", "PER"),
        (
            "Farabundo Martí National Liberation Front",
            "Farabundo Marti National Liberation Front",
            "rebel_group",
            "SLV",
        ),
        ("M-19", "19th of April Movement", "rebel_group", "COL"),
        ("Contras", "Contras", "rebel_group", "NIC"),
        ("RSF", "Rapid Support Forces", "rebel_group", "SDN"),
        ("Wagner mercenaries", "Wagner Group", "external_forces", "RUS"),
        ("US-led coalition", "Global Coalition against Daesh", "external_forces", None),
        ("UNIFIL", "United Nations Interim Force in Lebanon", "external_forces", "LBN"),
        (
            "International Committee for the Red Cross",
            "International Committee of the Red Cross",
            "organisation",
            None,
        ),
        ("Doctors Without Borders", "Médecins Sans Frontières", "organisation", None),
        ("U.N.", "United Nations", "organisation", None),
        # States, by pattern.
        ("Sudanese army", "Sudanese Armed Forces", "state_forces", "SDN"),
        ("SAF", "Sudanese Armed Forces", "state_forces", "SDN"),
        ("Israeli troops", "Israel Defense Forces", "state_forces", "ISR"),
        ("IDF", "Israel Defense Forces", "state_forces", "ISR"),
        ("Peruvian soldiers", "Armed forces of Peru", "state_forces", "PER"),
        ("the Peruvian military", "Armed forces of Peru", "state_forces", "PER"),
        ("Armed Forces of Peru", "Armed forces of Peru", "state_forces", "PER"),
        ("Mexico's navy", "Navy of Mexico", "state_forces", "MEX"),
        ("Colombian police", "Police of Colombia", "state_forces", "COL"),
        ("Nigerien soldiers", "Armed forces of Niger", "state_forces", "NER"),
        ("Nigerian soldiers", "Armed forces of Nigeria", "state_forces", "NGA"),
        ("South Sudanese government", "Government of South Sudan", "state_forces", "SSD"),
        ("U.S. troops", "Armed forces of the United States", "state_forces", "USA"),
        ("Ukrainian defence ministry", "Defence ministry of Ukraine", "organisation", "UKR"),
        ("Israel", "Government of Israel", "state_forces", "ISR"),
        ("Lebanese forces", "Lebanese Armed Forces", "state_forces", "LBN"),
        ("Lebanese Forces", "Lebanese Forces", "political_militia", "LBN"),  # the militia has the capital
    ],
)
def test_known_actors(words: str, name: str, kind: str, country: str | None) -> None:
    actor = canonical_actor(words)
    assert (actor.name, actor.kind, actor.country, actor.known) == (name, ActorKind(kind), country, True)


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("gunmen", "gunmen", "political_militia"),
        ("Unidentified men", "unidentified men", "political_militia"),
        ("the rebels", "rebels", "rebel_group"),
        ("jihadists", "jihadists", "rebel_group"),
        ("guerrillas", "guerrillas", "rebel_group"),
        ("the army", "army", "state_forces"),
        ("security forces", "security forces", "state_forces"),
        ("a mob", "mob", "rioters"),
        ("protesters", "protesters", "protesters"),
        ("villagers", "villagers", "civilians"),
        ("peasants", "peasants", "civilians"),
        ("peacekeepers", "peacekeepers", "external_forces"),
        ("Syrian rebels", "Syrian rebels", "rebel_group"),
        ("Tobias Rell", "Tobias Rell", "unknown"),
        ("Zandara Liberation Front", "Zandara Liberation Front", "unknown"),
        ("Zandara Relief Committee", "Zandara Relief Committee", "organisation"),
        ("Congolese army", "Congolese army", "state_forces"),  # of which Congo is not said
        ("SNA", "SNA", "unknown"),  # Syria's or Somalia's
        ("National Liberation Army", "National Liberation Army", "unknown"),
        ("is", "is", "unknown"),
        ("who", "who", "unknown"),
        ("former FARC rebels", "former FARC rebels", "unknown"),  # not FARC any more
        ("ISIS wives", "ISIS wives", "unknown"),
    ],
)
def test_actors_that_the_table_does_not_know(words: str, name: str, kind: str) -> None:
    actor = canonical_actor(words)
    assert (actor.name, actor.kind, actor.known) == (name, ActorKind(kind), False)


def test_the_articles_own_short_names_come_first() -> None:
    aliases = {
        "SAF": "South African Forces",
        "ZLF": "Zandara Liberation Front",
        "GDP": "Gross Domestic Product",
    }
    assert canonical_actor("SAF", text_aliases=aliases).name == "Armed forces of South Africa"
    assert canonical_actor("ZLF fighters", text_aliases=aliases).name == "Zandara Liberation Front"
    assert (
        canonical_actor("zandara liberation front", text_aliases=aliases).name == "Zandara Liberation Front"
    )
    assert canonical_actor("SAF").name == "Sudanese Armed Forces"


@pytest.mark.parametrize("words", ["", "  ", "“”"])
def test_an_actor_without_words_is_an_error(words: str) -> None:
    with pytest.raises(InputError):
        canonical_actor(words)


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("the Syrian Democratic Forces (SDF) said", {"SDF": "Syrian Democratic Forces"}),
        ("SDF (Syrian Democratic Forces) said", {"SDF": "Syrian Democratic Forces"}),
        ("the Committee for the Care of Zandara (CCZ)", {"CCZ": "Committee for the Care of Zandara"}),
        ("the “Zandara People's Front” (ZPF)", {"ZPF": "Zandara People's Front"}),
        ("the UN Refugee Agency (UNRA)", {"UNRA": "UN Refugee Agency"}),
        (
            "Cooperative for the Development of Zandara (CODEZA)",
            {"CODEZA": "Cooperative for the Development of Zandara"},
        ),
        ("Jama'at Nusrat al-Islam wal-Muslimin (JNIM)", {"JNIM": "Jama'at Nusrat al-Islam wal-Muslimin"}),
        ("Tobias Rell Patriotic Front (FPTR)", {"FPTR": "Tobias Rell Patriotic Front"}),  # Spanish order
        ("Army of National Liberation (ELN)", {"ELN": "Army of National Liberation"}),  # the table agrees
        ("the Zandara Army (ZA, 1985) and Front (ZF)", {"ZA": "Zandara Army"}),
        ("Zandara Liberation Movement/Army (ZLM/A)", {"ZLM/A": "Zandara Liberation Movement/Army"}),
        # Near misses.
        ("Syrian Democratic Forces (UK)", {}),
        ("Tobias Rell (REUTERS)", {}),
        ("the Zandara Liberation Front (see below)", {}),
        ("forces of the Zandara district. Front (ZDF)", {}),  # a full stop between
        ("SDF (a Kurdish-led force)", {}),
        ("the army (AP)", {}),
        ("(SDF)", {}),
        ("", {}),
    ],
)
def test_aliases(text: str, aliases: dict[str, str]) -> None:
    assert aliases_in(text) == aliases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The US-backed Syrian Democratic Forces (SDF) fought on.",
            [("Syrian Democratic Forces", "Syrian Democratic Forces"), ("SDF", "Syrian Democratic Forces")],
        ),
        ("Islamic State’s last town", [("Islamic State", "Islamic State")]),
        ("ISIS fighters and Hamas gunmen", [("ISIS", "Islamic State"), ("Hamas", "Hamas")]),
        ("UN aid workers", [("UN", "United Nations"), ("aid workers", "aid workers")]),
        (
            "Islamic\nState and al\u2011Shabaab",
            [("Islamic\nState", "Islamic State"), ("al\u2011Shabaab", "al-Shabaab")],
        ),
        ("Syrian army units left", [("Syrian army units", "Syrian Armed Forces")]),
        ("Myanmar's military", [("Myanmar's military", "Myanmar Armed Forces")]),
        ("the government of Chad", [("government of Chad", "Government of Chad")]),
        (
            "Russian and Syrian warplanes",
            [("Russian", "Air force of Russia"), ("Syrian warplanes", "Air force of Syria")],
        ),
        ("Iraqi civilians fled", [("Iraqi civilians", "Iraqi civilians")]),
        ("A mob and unidentified men", [("mob", "mob"), ("unidentified men", "unidentified men")]),
        ("38 Jihadis died", [("Jihadis", "jihadis")]),
        ("Government air strikes", [("Government", "government")]),
        ("the Israeli military said it", [("Israeli military", "Israel Defense Forces")]),
        ("GUNMEN KILL FIVE, ARMY SAYS", [("GUNMEN", "gunmen"), ("ARMY", "army")]),
        ("the Farmers Party met", [("Farmers Party", "Farmers Party")]),
        ("the Treasury Police fired", [("Treasury Police", "Treasury Police")]),
        (
            "The Front for the Liberation of Zandara and the Mirok Urban Command",
            [
                ("Front for the Liberation of Zandara", "Front for the Liberation of Zandara"),
                ("Mirok Urban Command", "Mirok Urban Command"),
            ],
        ),
        ("the National Police Director Tobias Rell", [("National Police", "national police")]),
        ("Captain Rell of the Mirok Guard", [("Mirok Guard", "Mirok Guard")]),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Who is he? It is us who did it.",  # acronyms are upper case
        "THE WAR IS OVER AND THOSE WHO FLED RETURN",  # where all is upper case they are words again
        "The WAR IS OVER said the paper",
        "a shining path and an islamic state of mind",
        "the ISIS-held town, a Hamas-run office, the US-backed side, an al-Qaeda-linked cell",
        "pro-Hamas slogans, anti-Taliban talk",
        "the police station, an army base, the rebel-held north",
        "the military operation, a government decision, coalition talks, the Israeli military campaign",
        "on the Eastern Front",
        "an army of volunteers",
        "Syrian refugee policy and Israeli wine",
        "Michael Jordan and Chad Rell met in Georgia",
        "Mr Wagner smiled",
        "ex-soldiers",
        "polices, rebelled, protesting",
    ],
)
def test_near_misses(text: str) -> None:
    assert found(text) == []


def test_a_shared_name_is_told_apart_only_by_the_article() -> None:
    assert found("The National Liberation Army left.") == [
        ("National Liberation Army", "National Liberation Army")
    ]
    told = found("The National Liberation Army left; ELN men stayed.")
    assert told[0] == ("National Liberation Army", "National Liberation Army (Colombia)")
    assert found("the coalition said")[0] == ("coalition", "coalition")
    assert found("The Saudi-led coalition left. The coalition said")[1] == (
        "coalition",
        "Saudi-led coalition",
    )


def test_an_articles_definition_beats_the_table() -> None:
    assert found("Sea Air Freight (SAF) flew. SAF said no.") == []
    own = found("The Sorin Alliance Front (SAF) fled. SAF men died.")
    assert {name for _, name in own} == {"Sorin Alliance Front"}
    assert found("The Rapid Support Force (RSF) left.")[1] == ("RSF", "Rapid Support Forces")


def test_sentences_hold_their_mentions() -> None:
    text = "The SDF left. Gunmen came to the SDF post."
    mentions = find_actors(text, split_sentences(text))
    assert [(m.sentence, m.text, m.start, m.end) for m in mentions] == [
        ("S1", "SDF", 4, 7),
        ("S2", "Gunmen", 14, 20),
        ("S2", "SDF", 33, 36),
    ]


def test_a_mention_and_its_words_lead_to_the_same_actor() -> None:
    text = (
        "The Zandara Relief Front (ZRF) said U.S. troops, Peruvian police and gunmen were there. "
        "Mirok Urban Command men shot at ZRF medics, villagers and the Interior Ministry in Chad's capital, "
        "Human Rights Watch said; the government of Chad and Boko Haram did not reply."
    )
    mentions = find_actors(text, split_sentences(text))
    assert len(mentions) == 12
    for mention in mentions:
        assert canonical_actor(mention.text, text_aliases=aliases_in(text)) == mention.canonical


def test_the_table_is_large_and_consistent() -> None:
    actors = DATA["actors"]
    names = [row["name"] for row in actors]
    assert len(names) == len(set(names)) >= 250
    assert len({row["kind"] for row in actors} | {kind.value for kind in ActorKind}) == len(ActorKind)
    assert {row["country"] for row in actors} - {None} <= set(COUNTRIES)
    assert {bearer for bearers in DATA["ambiguous"].values() for bearer in bearers} <= set(names)
    branches = [(row["country"], row["branch"]) for row in actors if "branch" in row]
    assert len(branches) == len(set(branches))
    assert {branch for _, branch in branches} <= set(DATA["branches"])


def test_every_listed_name_leads_to_its_actor_and_to_no_other() -> None:
    wrong = [(name, actor) for name, actor in LISTED if canonical_actor(name).name != actor]
    assert wrong == []
    assert not {name for name, _ in LISTED} & set(DATA["ambiguous"])


def test_every_listed_name_is_found_in_a_text() -> None:
    lost = []
    for name, actor in LISTED:
        text = f"It was told that {name}, of all, came."
        if (name, actor) not in found(text):
            lost.append(name)
    assert lost == []


WORDS = (
    "SDF UN and of (SDF) pro- IS Mexico's U.S. navy the ’s al- Qaeda Russian coalition military People's Army"
)
PIECES = st.sampled_from(
    [*WORDS.split(), "ISIS fighters", "Syrian warplanes", "Zandara Relief Front", ", ", ". ", "\n"]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=12), st.sampled_from([" ", ""]))
def test_offsets_give_the_text_back_and_never_overlap(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    end = 0
    for mention in find_actors(text, whole(text)):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        end = mention.end


@given(st.text(min_size=1, max_size=40))
def test_any_words_have_a_canonical_actor(words: str) -> None:
    try:
        assert canonical_actor(words).name
    except InputError:
        assert not any(letter.isalnum() for letter in words)
