"""The result says which language an article is in, what is less reliable, and what is in another one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.evals.languages.material import cases
from summariser.languages import told_language
from summariser.schemas import IssueCode, Summary

GERMAN = (
    "Mindestens zwölf Menschen wurden bei einem Angriff auf ein Dorf im Norden des Landes getötet, wie die "
    "Polizei am Montag mitteilte. Mehr als 300 Familien sind in die Stadt geflohen und brauchen Wasser."
)
PORTUGUESE = (
    "Pelo menos doze pessoas foram mortas num ataque contra uma aldeia no norte do país, informou a polícia. "
    "Mais de 300 famílias fugiram para a cidade e precisam de água e comida."
)
ITALIAN = (
    "Almeno dodici persone sono state uccise in un attacco a un villaggio nel nord del paese, ha detto la "
    "polizia lunedì. Più di 300 famiglie sono fuggite in città e hanno bisogno di acqua, cibo e un riparo."
)
PERSIAN = (
    "دست کم دوازده نفر در حمله به روستایی در شمال کشور کشته شدند، پلیس گفت. "
    "بیش از ۳۰۰ خانواده به شهر گریختند."
)
RUSSIAN = (
    "По меньшей мере двенадцать человек погибли при нападении на деревню на севере страны, сообщила полиция."
)


@pytest.fixture(scope="module")
def summariser() -> Iterator[Summariser]:
    with Summariser(engine=rules_alone()) as one:
        yield one


def told(summary: Summary) -> list[str]:
    return [i.reason for i in summary.issues if i.code is IssueCode.LANGUAGE]


def test_every_article_of_the_evals_is_in_its_language() -> None:
    for case in cases():
        assert f"lang:{told_language(case.article.text)}" in case.traits, case.id


@pytest.mark.parametrize("text", [GERMAN, PORTUGUESE, ITALIAN, PERSIAN, RUSSIAN])
def test_other_languages_are_not_called_english(text: str) -> None:
    assert told_language(text) == "und"


def test_a_list_of_names_is_not_judged() -> None:
    assert told_language("Goma: 1,200\nBunia: 340\nBeni: 96\nButembo: 12\nKitchanga: 77") == "en"


def test_an_arabic_article_says_so(summariser: Summariser) -> None:
    summary = summariser.summarise(Article("قُتل أحد عشر مدنياً في قصف مدفعي على بلدة الأتارب بريف حلب أمس."))
    assert summary.article.language == "ar"
    (reason,) = told(summary)
    assert reason.startswith("The article is in Arabic. It is read with words of its own language")
    assert "least reliable: what people need" in reason


def test_an_english_article_says_nothing(summariser: Summariser) -> None:
    assert (
        told(summariser.summarise(Article("Shells killed 12 civilians in the market of Sake on Sunday.")))
        == []
    )


def test_quotes_in_another_language_are_named(summariser: Summariser) -> None:
    text = (
        "Shells killed 12 civilians in the market of Sake on Sunday, the mayor said in the town. "
        "« Les obus sont tombés sur le marché et nous avons dû fuir dans la forêt avec les enfants. » "
        "The army denied it."
    )
    summary = summariser.summarise(Article(text))
    assert summary.article.language == "en"
    assert told(summary) == ["Read as French, unlike the rest of the article: S2"]


def test_what_is_in_no_language_that_is_read(summariser: Summariser) -> None:
    summary = summariser.summarise(Article(GERMAN))
    assert summary.article.language == "und"
    assert told(summary)[0].startswith(
        "The article seems to be in none of English, French, Spanish and Arabic"
    )


FOUR = (
    "The army said 5 soldiers were killed in Gao on 4 March 2024. The governor of the region confirmed this. "
    "« Vingt-deux civils ont été tués à Ansongo le 4 mars 2024 », a dit le maire. "
    "Les familles ont fui dans la nuit vers le sud. قتل خمسة جنود في ميناكا يوم الاثنين. "
    "وفرت ثلاثون عائلة إلى المدينة أمس. "
    "En Bogotá murieron 3 personas el 5 de marzo según la policía. "
    "Las familias huyeron hacia el norte del país."
)


def test_every_language_of_a_mixed_article_is_named(summariser: Summariser) -> None:
    first, *others = told(summariser.summarise(Article(FOUR)))
    assert first.startswith(
        "The article is in English, French, Arabic and Spanish. Each sentence is read with"
    )
    assert others == ["Read as English: S1, S2", "Read as Arabic: S5, S6", "Read as Spanish: S7, S8"]


def test_a_mixed_article_is_no_unknown_one(summariser: Summariser) -> None:
    assert told_language(FOUR) != "und"
    assert told_language(" ".join((GERMAN, PORTUGUESE, ITALIAN))) == "und"


def test_half_french_half_english(summariser: Summariser) -> None:
    text = (
        "Le gouvernement a confirmé la mort de 5 soldats à Gao. "
        "Les familles ont fui dans la nuit vers le sud. "
        "The United Nations said that 300 people were displaced by the fighting. "
        "The families were moved to the camps in the north of the region."
    )
    first, *others = told(summariser.summarise(Article(text)))
    assert first.startswith("The article is in French and English.")
    assert others == ["Read as French: S1, S2"]
