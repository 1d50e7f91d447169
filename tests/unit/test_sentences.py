"""Sentences of real-looking news text: where they end, what their line is, and that offsets are exact."""

import pytest

from summariser.sentences import MAX_SENTENCE, guess_language, split_sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


# A bar marks every boundary that must be found; the text is joined without the bars.
BOUNDARIES = [
    ("The raid failed. |They left.", "plain"),
    ("Gen. Omar and Lt. Col. Sami met Mr. Haddad. |They left.", "ranks before names"),
    ("Dr. J. K. Rahman of St. Mary's spoke. |He left.", "initials and saints"),
    ("U.S. troops met the U.N. Mission. |They left.", "an acronym inside a sentence"),
    ("He lives in the U.S. |The others do not.", "an acronym at the end, before a usual first word"),
    ("Shells fell at 5 p.m. Friday near Homs. |They hurt two.", "a weekday belongs to the clock time"),
    ("Shells fell at 5 p.m. |The army answered.", "the clock time ends the sentence"),
    ("Shells fell on Jan. 5 and Sept. 12. |Two died.", "months before days"),
    ("No. 5 Squadron left. |It was late.", "No. before a number"),
    ("It lies approx. 5 km. away. |It is small.", "lower case goes on"),
    ("Rebels vs. army, e.g. here, i.e. there. |It is small.", "Latin abbreviations"),
    ("Oil Inc. said so. |It is small.", "a company"),
    ("Prices rose 3.5 percent. |It hurt.", "a decimal point"),
    ("It cost Rs. 500 crore. |It hurt.", "rupees"),
    ("Wait... what? |Then it ended.", "an ellipsis before lower case goes on"),
    ("Then silence… |It ended.", "an ellipsis before a capital ends"),
    ('"We left. We lost all," he said. |She wept.', "a short quote stays whole"),
    ('"Why?" he asked. |"Go!" she cried.', "question and answer"),
    ("“We left.” |She wept.", "the closing mark stays with its sentence"),
    ("« Non. » |Elle est partie.", "French quotes with inner spaces"),
    ("(He left.) |She wept.", "the closing bracket stays with its sentence"),
    ("See the map (p. 5). |She wept.", "an abbreviation in brackets"),
    ("He left. |[passage omitted] She wept.", "an editor's note opens its sentence"),
    ("THE ARMY SAID SO. |GEN. OMAR CAME. |20 MEN DIED.", "telex"),
    ("He left.|She came.", "a missing space"),
    ("It is on example.org/News today. |Read it.", "a stop inside an address"),
    ("1. On Monday shells fell. |2. On Tuesday they ceased.", "list numbers open their sentence"),
    ("قال الوزير ذلك. |هل وصل الوفد؟ |نعم!", "Arabic stops"),
    ("El Sr. Pérez dijo que no. |Llegaron ayer. |¿Quién? |¡Nadie!", "Spanish: no is a word here"),
    ("M. Dupont est venu. |Mme. Leroy est partie.", "French titles"),
    ("😀 Good news. |😀 More news.", "emoji do not shift offsets"),
    ("he left. then he died.", "text without any capital", "he left. |then he died."),
]


@pytest.mark.parametrize("case", BOUNDARIES, ids=lambda case: case[-1])
def test_boundaries(case: tuple[str, ...]) -> None:
    marked = case[-1] if len(case) == 3 else case[0]
    assert texts(marked.replace("|", "")) == [part.strip() for part in marked.split("|")], case[1]


LINES = [
    ("Troops left\nand went. They\ncame.", ["Troops left\nand went.", "They\ncame."], "wrapped lines"),
    (
        "It was near the U.S.\nArmy base.",
        ["It was near the U.S.\nArmy base."],
        "an acronym ends a wrapped line",
    ),
    ("First paragraph\n\nSecond one.", ["First paragraph", "Second one."], "a blank line ends a sentence"),
    ("First part\r\n\r\nSecond one.", ["First part", "Second one."], "Windows line ends"),
    (
        "Flood kills 30\nThe river rose on Monday.",
        ["Flood kills 30", "The river rose on Monday."],
        "a headline",
    ),
    ("Needs:\n- water\n- 20 tents\n• food", ["Needs:", "- water", "- 20 tents", "• food"], "bullets"),
    ("Homs\n80 moved\nHama\n30 moved", ["Homs", "80 moved", "Hama", "30 moved"], "items under each other"),
    ("321\nHouses\ndestroyed", ["321\nHouses\ndestroyed"], "a wrapped cell"),
    ("It stood so as at\n1 May.", ["It stood so as at\n1 May."], "a date ends a wrapped sentence"),
    ("One.\u2028Two.\x85Three.", ["One.", "Two.", "Three."], "separators that make sentencex panic"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LINES, ids=[row[2] for row in LINES])
def test_lines(text: str, expected: list[str], why: str) -> None:
    assert texts(text) == expected, why


DOCUMENT = """\
Floods drive hundreds from homes
Army sends boats to the villages on the coast

LIMA, Peru

By Ana Torres

LIMA, 20 Aug (EFE) -- Floods hit the coast. Two people died.

The rest fled.

Source: example.org
"""


def test_roles_and_paragraphs_of_a_document() -> None:
    found = split_sentences(DOCUMENT)
    assert [(s.role, s.paragraph) for s in found] == [
        ("headline", 0),
        ("headline", 0),
        ("dateline", 1),
        ("dateline", 2),
        ("body", 3),
        ("body", 3),
        ("body", 4),
        ("footer", 5),
    ]
    assert found[4].text == "LIMA, 20 Aug (EFE) -- Floods hit the coast."
    assert [s.id for s in found] == [f"S{number}" for number in range(1, 9)]


ROLES = [
    ("Published: 12 March 2019 14:30", "dateline", "a date line"),
    ("Tuesday, 5 May 2015", "dateline", "a weekday and a date"),
    ("BAGHDAD, Iraq (Reuters) -", "dateline", "place and agency"),
    ("2019-03-12", "dateline", "an ISO date"),
    ("Two died on 5 May 2015", "body", "a sentence that ends with a date is none"),
    ("Fuente: example.org", "footer", "a Spanish source"),
    ("© Example News", "footer", "copyright"),
    ("https://example.org/a/b", "footer", "an address alone"),
    ("Sources close to the army spoke.", "body", "sources as a word"),
]


@pytest.mark.parametrize(("line", "role", "why"), ROLES, ids=[row[2] for row in ROLES])
def test_role_of_a_line(line: str, role: str, why: str) -> None:
    found = split_sentences(f"A long first paragraph stands here.\n\n{line}\n\nAnother one ends it.")
    assert [s.role for s in found if s.text == line] == [role], why


def test_a_short_text_without_body_has_no_headline() -> None:
    assert [s.role for s in split_sentences("146 homes destroyed")] == ["body"]


def test_a_first_sentence_with_a_stop_is_no_headline() -> None:
    assert [s.role for s in split_sentences("Two died.\n\nThe rest fled.")] == ["body", "body"]


def test_a_long_quote_is_split_inside() -> None:
    quote = "“" + "We had to leave the house at night and walk. " * 12 + "”"
    assert len(texts(quote)) == 12


def test_a_line_without_stops_is_cut_at_white_space() -> None:
    pieces = texts("word " * 2_000)
    assert all(len(piece) <= MAX_SENTENCE for piece in pieces)
    assert " ".join(pieces).split() == ["word"] * 2_000


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u2028"])
def test_nothing_to_read(text: str) -> None:
    assert split_sentences(text) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that 20 people were killed.", "en"),
        ("Les pluies ont détruit des maisons dans la ville.", "fr"),
        ("Las lluvias han destruido las casas de la ciudad.", "es"),
        ("قال الوزير إن عشرين شخصا قتلوا", "ar"),
        ("78,000 IDPs registered", "en"),
        ("The mayor of La Paz and of Los Angeles met in El Paso.", "en"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert guess_language(text) == language
