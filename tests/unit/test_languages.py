"""Spanish, French and Arabic: what their words find, and what they leave alone."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

from collections.abc import Callable

import pytest

from summariser.attribution import find_statements
from summariser.cues import find_cues, unit_and_group
from summariser.languages import languages_by_sentence
from summariser.meanings import figure_candidates
from summariser.polarity import why_not_asserted
from summariser.reading import Reading
from summariser.sentences import guess_language, split_sentences

Read = Callable[..., Reading]


def _labels(text: str) -> set[str]:
    sentences = split_sentences(text)
    cues = find_cues(text, sentences)
    return {c.label for s in sentences for c in cues.of(s.id)}


def _figures(reading: Reading) -> list[tuple[object, str, str | None, tuple[str, ...]]]:
    found = figure_candidates(reading)
    return [(c.number.value, str(c.unit), str(c.group) if c.group else None, c.options) for c in found]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("La guerrilla emboscó a una patrulla y los combates duraron toda la noche.", "event:Armed clash"),
        ("Aviones del gobierno bombardearon el caserío por la mañana.", "event:Air/drone strike"),
        ("Unas 400 familias fueron evacuadas por la crecida del río.", "term:evacuated"),
        ("La carretera sigue cortada por un derrumbe desde ayer.", "access:roads_cut"),
        ("L'armée a mené deux frappes aériennes sur le village dans la nuit.", "event:Air/drone strike"),
        ("Les habitants ont fui vers la ville après l'attaque du marché.", "term:forced_to_flee"),
        ("Les déplacés manquent d'eau potable et de vivres sur le site.", "lack:any"),
        ("Des hommes armés ont enlevé trois enseignants près de la rivière.", "event:Abduction/forced disappearance"),
        ("شنّ الطيران الحربي غارات على البلدة فجر اليوم.", "event:Air/drone strike"),
        ("وأُصيب ثلاثة مدنيين بجروح في القرية.", "measure:injured"),
        ("نزحت مئات العائلات من المدينة نحو الجنوب.", "term:displaced"),
        ("أعلن الطرفان وقف إطلاق النار لمدة شهر.", "event:Agreement"),
    ],
)  # fmt: skip
def test_the_words_of_a_language_are_found(text: str, label: str) -> None:
    assert label in _labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "El senador murió de un ataque al corazón en su casa de campo.",
        "La cadena libra una guerra de precios con los demás supermercados de la ciudad.",
        "L'ancien ministre a fait une crise cardiaque dans son bureau de la capitale.",
        "تعرض المدير لأزمة قلبية في مكتبه صباح اليوم.",
    ],
)
def test_an_idiom_reports_no_event(text: str) -> None:
    assert not {label for label in _labels(text) if label.startswith("event:")}


def test_accents_and_vowel_signs_do_not_matter() -> None:
    assert _labels("Murieron seis personas y mas de diez resultaron heridas en la explosion.") == _labels(
        "Murieron seis personas y más de diez resultaron heridas en la explosión."
    )
    assert _labels("قُتِلَ أربعةُ أشخاصٍ في القَصْف.") == _labels("قتل أربعة أشخاص في القصف.")


def test_a_cue_stands_where_the_article_has_it() -> None:
    text = "قالت المصادر إنه قُتِلَ أربعة أشخاص في القَصْفِ على السوق."
    sentences = split_sentences(text)
    cues = find_cues(text, sentences).of(sentences[0].id)
    assert cues
    assert all(text[c.start : c.end] == c.text for c in cues)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Quedaron destruidas 40 casas en la parte baja del pueblo.", (40, "homes", None, ("term:destroyed_housing",))),
        ("Más de 1.300 personas fueron evacuadas de la zona por las lluvias.", (1300, "people", "people", ("term:evacuated",))),
        ("Au moins 1 250 ménages ont été déplacés par les combats dans la région.", (1250, "households", None, ("term:displaced",))),
        ("Les pluies ont laissé 40 maisons détruites dans le quartier et la ville.", (40, "homes", None, ("term:destroyed_housing",))),
        ("أصيب 30 شخصا في انفجار وسط المدينة.", (30, "people", "people", ("measure:injured",))),
        ("فرّت نحو ٢٥٠ أسرة من القرية بعد القصف.", (250, "households", None, ("term:forced_to_flee",))),
    ],
)  # fmt: skip
def test_what_a_number_counts(read_text: Read, text: str, figure: tuple[object, ...]) -> None:
    assert figure in _figures(read_text(text))


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("guerrilleros", ("people", "fighters")),
        ("viviendas", ("homes", None)),
        ("ménages", ("households", None)),
        ("écoles", ("buildings", None)),
        ("agents de santé", ("people", "health_workers")),
        ("القتلى", ("people", "people")),
        ("عائلة", ("households", None)),
        ("مدنياً", ("people", "civilians")),
        ("relatos", None),
        ("frontières", None),
    ],
)
def test_unit_and_group_of_a_noun(phrase: str, meaning: tuple[str, str | None] | None) -> None:
    assert unit_and_group(phrase) == meaning


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hay 400 evacuados y tres heridos.", "es"),
        ("Près de 300 ménages ont fui leurs villages.", "fr"),
        ("Some 300 families left La Paz for El Alto.", "en"),
        ("U selu se smatra da su stradale 43 kuće i dva mosta na rijeci.", "en"),
    ],
)
def test_short_texts_are_told_apart(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_quotation_in_another_language_is_read_in_it() -> None:
    text = (
        "The ministry published a note on the floods on Monday, and it was short. "
        "Las lluvias de la semana dejaron una persona muerta y los ríos se han desbordado en el sur. "
        "The governor said that the army had been sent to the valley."
    )
    sentences = split_sentences(text)
    assert list(languages_by_sentence(text, sentences).values()) == ["en", "es", "en"]
    assert "measure:killed" in find_cues(text, sentences).labels("S2")


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Según el Ministerio de Salud, doce personas murieron en la explosión.", "Ministerio de Salud"),
        ("El alcalde de la ciudad informó de que hay tres heridos.", "alcalde de la ciudad"),
        ("Les combats ont fait neuf morts dans le village, selon la préfecture.", "préfecture"),
        (
            "Le ministère de la Défense a annoncé la mort de six soldats dans le nord.",
            "ministère de la Défense",
        ),
        ("قالت وزارة الصحة إن ستة أشخاص قتلوا في القصف.", "وزارة الصحة"),
        ("قتل ستة أشخاص في القصف، بحسب الدفاع المدني.", "الدفاع المدني"),
        ("Doce personas murieron en la explosión de la fábrica y hay tres heridos.", None),
        ("Les combats ont fait neuf morts dans le village et les habitants sont partis.", None),
    ],
)
def test_who_says_so(read_text: Read, text: str, claimant: str | None) -> None:
    statements = find_statements(read_text(text))
    assert (statements[0].claimant.name if statements else None) == claimant


def test_a_denial_holds_from_its_verb(read_text: Read) -> None:
    (statement,) = find_statements(read_text("El ejército negó que haya muerto un civil en la operación."))
    assert statement.denied_from is not None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Dos hombres armados mataron a tres campesinos en la vereda.", {2: "participants", 3: "killed"}),
        ("Deux assaillants ont tué trois civils dans le village.", {2: "participants", 3: "killed"}),
        ("Deux civils ont été tués dans le village par des hommes armés.", {2: "killed"}),
        ("Murieron 12 personas y otras 30 resultaron heridas en el ataque.", {12: "killed", 30: "injured"}),
        ("قتل 14 شخصا وأصيب 30 آخرون في غارة جوية على السوق.", {14: "killed", 30: "injured"}),
    ],
)
def test_each_number_has_its_own_verb(read_text: Read, text: str, figures: dict[int, str]) -> None:
    found = figure_candidates(read_text(text))
    assert {c.number.value: c.options[0] for c in found} == {n: f"measure:{m}" for n, m in figures.items()}


def test_an_arabic_dual_is_two(read_text: Read) -> None:
    found = figure_candidates(read_text("قتل جنديان وجرح طفلان في انفجار لغم أرضي."))
    assert [(c.number.value, str(c.group), c.options) for c in found] == [
        (2, "soldiers", ("measure:killed",)),
        (2, "children", ("measure:injured",)),
    ]


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("El simulacro dejó cuarenta heridos sobre el puente de la ciudad.", False),
        ("La explosión dejó cuarenta heridos sobre el puente de la ciudad.", True),
        ("Le maire affirme que les tirs n'ont fait aucun mort parmi les 40 blessés.", True),
        ("Los rebeldes intentaron secuestrar a 12 mineros en la zona.", False),
        ("Los rebeldes secuestraron a 12 mineros en la zona.", True),
        ("لم يقتل 12 شخصا في القصف كما ذكرت المصادر.", False),
    ],
)
def test_what_did_not_happen(read_text: Read, text: str, asserted: bool) -> None:
    reading = read_text(text)
    (candidate,) = (c for c in figure_candidates(reading) if (c.number.value or 0) > 10)
    assert (why_not_asserted(reading, candidate.number, candidate.options[0]) is None) is asserted
