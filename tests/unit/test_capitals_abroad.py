"""Spanish and French articles that are all in capitals: which words are names of places."""

from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.capitals import with_small_letters
from summariser.evals.first_choice import rules_alone
from summariser.normalise.gazetteer import Gazetteer

SPANISH = " LAS PERSONAS TUVIERON QUE DEJAR SUS CASAS POR LA MAÑANA, DIJO LA POLICÍA."
FRENCH = " LES PERSONNES ONT DÛ QUITTER LEURS MAISONS DANS LA MATINÉE, A DIT LA POLICE."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("shouted", "read"),
    [
        ("MURIERON EN SAN VICENTE DEL CAGUÁN.", "Murieron en San Vicente del Caguán."),
        ("UNAS 1.500 PERSONAS HUYERON A FLORENCIA.", "Unas 1.500 personas huyeron a Florencia."),
        ("DOS CIVILES MURIERON EN YABTECLUM.", "Dos civiles murieron en Yabteclum."),
        ("EN EL MUNICIPIO DE TORIBÍO HUBO HERIDOS.", "En el municipio de Toribío hubo heridos."),
        ("COMBATES ENTRE CALOTO, CORINTO Y TORIBÍO.", "Combates entre Caloto, Corinto y Toribío."),
        ("HERIDOS EN SANTANDER DE QUILICHAO (CAUCA).", "Heridos en Santander de Quilichao (Cauca)."),
    ],
)
def test_spanish_names(shouted: str, read: str, gazetteer: Gazetteer) -> None:
    _reads(shouted, SPANISH, read, gazetteer)


@pytest.mark.parametrize(
    ("shouted", "read"),
    [
        ("TROIS CIVILS ONT ETE TUES A GAO.", "Trois civils ont ete tues a Gao."),
        ("300 FAMILLES ONT FUI VERS ANSONGO.", "300 familles ont fui vers Ansongo."),
        ("DES BLESSÉS À GASKINDÉ ET PRÈS D'ARIBINDA.", "Des blessés à Gaskindé et près d'Aribinda."),
        ("LE MAIRE D'ARIBINDA A PARLÉ. ARIBINDA A FAIM.", "Le maire d'Aribinda a parlé. Aribinda a faim."),
    ],
)
def test_french_names(shouted: str, read: str, gazetteer: Gazetteer) -> None:
    _reads(shouted, FRENCH, read, gazetteer)


@pytest.mark.parametrize(
    ("shouted", "around"),
    [
        # no names: words nobody knows behind an article, infinitives, abstract nouns, months, numbers
        ("DUERMEN EN EL ESTADIO EN RIESGO, Y CASAS EN LLAMAS.", SPANISH),
        ("EN TRESCIENTAS CASAS Y EN MEDIACIÓN DE LA IGLESIA.", SPANISH),
        ("LE SYNDICAT APPELLE À DÉFILER MARDI, À CAUSE DE LA FAIM.", FRENCH),
        ("TROIS JOURS DE DEUIL ONT ETE DECRETES, A L'HÔPITAL.", FRENCH),
        ("LE GOUVERNEMENT A DECLARE QUE LA SITUATION VA CHANGER.", FRENCH),
    ],
)
def test_words_that_are_no_names(shouted: str, around: str, gazetteer: Gazetteer) -> None:
    _reads(shouted, around, shouted[0] + shouted[1:].lower(), gazetteer)


def _reads(shouted: str, around: str, read: str, gazetteer: Gazetteer) -> None:
    done = with_small_letters(shouted + around, gazetteer)
    assert done is not None
    assert done.after[: len(read)] == read
    assert done.after.upper() == done.before


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "BAMAKO, 4 MARS 2024 - VINGT-DEUX CIVILS ONT ETE TUES MARDI A GAO PAR DES HOMMES ARMES. "
            "MILLE DEUX CENTS PERSONNES ONT FUI VERS ANSONGO.",
            ("Gao", "Ansongo"),
        ),
        (
            "BOGOTÁ, 4 MAR 2024 - VEINTITRÉS PERSONAS MURIERON AYER EN UN ATAQUE EN SAN VICENTE DEL CAGUÁN. "
            "UNAS 1.500 PERSONAS HUYERON A FLORENCIA.",
            ("San Vicente del Caguán", "Florencia"),
        ),
    ],
)
def test_the_dateline_is_not_where_it_happened(text: str, where: tuple[str, str]) -> None:
    with Summariser(engine=rules_alone()) as summariser:
        summary = summariser.summarise(Article(text, published=date(2024, 3, 7)))
    assert summary.events is not None
    assert summary.humanitarian is not None
    (event,) = summary.events.events
    (moved,) = summary.humanitarian.displacement
    assert event.place is not None
    assert moved.destination is not None
    assert (event.place.name, moved.destination.name) == where
    assert event.place.words.text == where[0].upper()
