"""Numbers as Arabic, French and Spanish write them: in words, by halves, in two words or one."""

from __future__ import annotations

import pytest

from summariser.normalise.numbers import NumberMention, find_numbers
from summariser.sentences import split_sentences

SETTING = {
    "ar": "",
    "fr": " Les autorités ont dit que la situation est grave dans le pays.",
    "es": " Las autoridades dijeron que la situación es grave en el país.",
}
"""What makes a sentence of four words one of its language."""
# (language, sentence, its counts: value or bounds, and how exact)
CASES = [
    ("ar", "قُتل أحد عشر مدنياً في القصف.", "11 exactly"),
    ("ar", "أصيب اثنا عشر شخصاً بجروح.", "12 exactly"),
    ("ar", "وصلت إحدى عشرة أسرة إلى المخيم.", "11 exactly"),
    ("ar", "نزحت مئة وخمسون ألف عائلة.", "150000 exactly"),
    ("ar", "نزح مئة وعشرون ألفاً من السكان.", "120000 exactly"),
    ("ar", "عاد نحو ألف وثمانمئة شخص إلى المدينة.", "1800 about"),
    ("ar", "قتل خمسة وعشرون جندياً.", "25 exactly"),
    ("ar", "غادرت خمس وعشرون أسرة القرية.", "25 exactly"),
    ("ar", "سقط ثلاثة قتلى واثنا عشر جريحاً.", "3 exactly;12 exactly"),
    ("ar", "وصل قتيلان وجريحان إلى المستشفى.", "2 exactly;2 exactly"),
    ("ar", "قُتل شرطيان وأُصيب جنديان.", "2 exactly;2 exactly"),
    ("ar", "أسفر الهجوم عن مقتل شخصين وإصابة ثلاثة آخرين.", "2 exactly;3 exactly"),
    ("ar", "احترقت مركبتان ومنزلان.", "2 exactly;2 exactly"),
    ("ar", "قتل ما لا يقل عن ٢٣ شخصاً.", "23 at_least"),
    ("ar", "نزح ٤٬٢٠٠ شخص من البلدة.", "4200 exactly"),
    ("ar", "يحتاج ٣٫٤ مليون شخص إلى المساعدة.", "3400000 exactly"),
    ("ar", "وصل ما يزيد عن ألفي نازح.", "2000 at_least"),
    ("ar", "وصل أكثر من ثلاثة آلاف نازح.", "3000 at_least"),
    ("ar", "قتل العشرات في الغارة.", "10.."),
    ("ar", "نزح عشرات الآلاف من المدنيين.", "10000.."),
    ("ar", "نزح مئات الأشخاص.", "100.."),
    ("ar", "نزح ما بين ٥٠ و٦٠ عائلة.", "50..60 between"),
    ("ar", "قتل بين عشرين وثلاثين شخصاً.", "20..30 between"),
    ("ar", "أصيب زهاء أربعين متظاهراً.", "40 about"),
    ("ar", "شارك ما يقارب خمسمئة شخص في المسيرة.", "500 about"),
    ("ar", "سقطت خمس عشرة قذيفة على الحي.", "15 exactly"),
    ("ar", "دُمر سبعة وثلاثون منزلاً.", "37 exactly"),
    ("ar", "استشهد ثمانية وستون فلسطينياً.", "68 exactly"),
    ("ar", "توفي ثمانية أشخاص وثماني نساء.", "8 exactly;8 exactly"),
    ("ar", "وخطف المسلحون أربع فتيات وثلاثة فتيان.", "4 exactly;3 exactly"),
    ("ar", "يؤوي المخيم ثلاثمئة وخمسين ألف نازح.", "350000 exactly"),
    ("ar", "قدم الهلال الأحمر مئتي خيمة وخمسمئة بطانية.", "200 exactly;500 exactly"),
    ("ar", "نزح مليون ونصف مليون شخص.", "1500000 exactly"),
    ("ar", "فرّ ربع مليون امرأة من المدينة.", "250000 exactly"),
    ("ar", "وعاد أكثر من نصف مليون لاجئ.", "500000 at_least"),
    ("ar", "وصلت المساعدات إلى نحو ثلاثة أرباع مليون إنسان.", "750000 about"),
    ("ar", "تضرر ثلث مليون إنسان.", "333333 about"),
    ("ar", "استضافت البلاد مليونا ونصف المليون لاجئ.", "1500000 exactly"),
    ("ar", "استضافت البلاد مليوناً وربع المليون لاجئ.", "1250000 exactly"),
    ("ar", "وعاد خمسة آلاف رجل وربع مليون طفل.", "5000 exactly;250000 exactly"),
    ("ar", "فرّ مليونا امرأة وألفا طفل.", "2000000 exactly;2000 exactly"),
    ("ar", "يؤوي المخيم مئتا رجل ومليونان من النساء.", "200 exactly;2000000 exactly"),
    ("ar", "حصلت مليونا أسرة على الخبز.", "2000000 exactly"),
    ("ar", "بلغ عدد اللاجئين مليونا في آذار.", "1000000 exactly"),
    ("ar", "بلغ عدد اللاجئين مليوناً.", "1000000 exactly"),
    ("ar", "فقد نصف الأهالي بيوتهم.", ""),
    ("ar", "فقد ثلاثة أرباع الأهالي بيوتهم.", ""),
    ("ar", "قتل ١٢ شخصا على الأقل.", "12 at_least"),
    ("ar", "وصل ما يصل إلى مئتي ألف لاجئ.", "200000 at_most"),
    ("ar", "أصيب تسعة عشر آخرون.", "19 exactly"),
    ("ar", "قُتل واحد وعشرون شخصاً.", "21 exactly"),
    ("ar", "بلغ عدد القتلى مئة وواحداً وعشرين.", "121 exactly"),
    ("ar", "استقبل المركز ألفاً ومئتي عائلة.", "1200 exactly"),
    ("ar", "عاد سبعة آلاف وخمسمئة شخص.", "7500 exactly"),
    ("fr", "Quatre-vingts familles dorment dehors.", "80 exactly"),
    ("fr", "Soixante-dix ménages ont fui.", "70 exactly"),
    ("fr", "Soixante et onze personnes sont mortes.", "71 exactly"),
    ("fr", "Quatre-vingt-dix-sept maisons ont été détruites.", "97 exactly"),
    ("fr", "Quatre-vingt-onze soldats ont été tués.", "91 exactly"),
    ("fr", "Une quinzaine de camions ont brûlé.", "15 about"),
    ("fr", "Une cinquantaine de maisons ont été détruites.", "50 about"),
    ("fr", "Une soixantaine de familles et une centaine d'enfants sont arrivés.", "60 about;100 about"),
    ("fr", "Une vingtaine de personnes ont été blessées.", "20 about"),
    ("fr", "Des dizaines de personnes ont été tuées.", "10.."),
    ("fr", "Plusieurs centaines de familles ont fui.", "100.."),
    ("fr", "Quelques dizaines de manifestants se sont rassemblés.", "10.."),
    ("fr", "Deux cent dix ménages ont reçu des bâches.", "210 exactly"),
    ("fr", "Mille deux cents personnes ont été déplacées.", "1200 exactly"),
    ("fr", "Près de 3 500 personnes ont fui.", "3500 about"),
    ("fr", "Quelque 1 300 habitants ont fui.", "1300 about"),
    ("fr", "Environ deux mille cinq cents réfugiés sont arrivés.", "2500 about"),
    ("fr", "Pas moins de quarante-deux civils ont péri.", "42 at_least"),
    ("fr", "Un million et demi de personnes ont faim.", "1500000 exactly"),
    ("fr", "Un quart de million d'enfants ont faim.", "250000 exactly"),
    ("fr", "Plus de trois quarts d'un million de foyers ont faim.", "750000 at_least"),
    ("fr", "Un tiers de million d'enfants ont faim.", "333333 about"),
    ("fr", "Les trois quarts des habitants ont faim.", ""),
    ("es", "Un cuarto de millón de niños huyeron.", "250000 exactly"),
    ("es", "Dos tercios de los vecinos huyeron.", ""),
    ("fr", "Plus d'un millier de familles ont fui.", "1000 at_least"),
    ("fr", "Une demi-douzaine de soldats ont été blessés.", "6 about"),
    ("fr", "Trois à quatre mille personnes ont fui.", "3000..4000 between"),
    ("fr", "Entre 20 et 30 personnes ont été tuées.", "20..30 between"),
    ("fr", "2,5 millions de personnes ont besoin d'aide.", "2500000 exactly"),
    ("fr", "Le bilan est passé à vingt et un morts.", "21 exactly"),
    ("fr", "21 h 10 - Quatre morts.", "4 exactly"),
    ("fr", "À 19h45, trois blessés.", "3 exactly"),
    ("fr", "Quelque quatre-vingts militaires sont morts.", "80 about"),
    ("fr", "Soixante-dix-huit personnes sont portées disparues.", "78 exactly"),
    ("es", "Una veintena de personas resultaron heridas.", "20 about"),
    ("es", "Medio centenar de viviendas quedaron averiadas.", "50 about"),
    ("es", "Mil doscientas viviendas quedaron bajo el agua.", "1200 exactly"),
    ("es", "Docenas de heridos esperan.", "12.."),
    ("es", "Decenas de personas murieron.", "10.."),
    ("es", "Trescientas cincuenta y dos personas están en el albergue.", "352 exactly"),
    ("es", "Ciento cuarenta y nueve personas están albergadas.", "149 exactly"),
    ("es", "Un millar y medio de militares fueron desplegados.", "1500 about"),
    ("es", "Unos ochenta muertos dejó la ofensiva.", "80 about"),
    ("es", "Casi once mil personas han huido.", "11000 about"),
    ("es", "Cerca de 2.850 personas están confinadas.", "2850 about"),
    ("es", "Más de mil cruzaron a Venezuela.", "1000 at_least"),
    ("es", "Al menos 17 personas murieron.", "17 at_least"),
    ("es", "Entre quince y veinte personas murieron.", "15..20 between"),
    ("es", "De 20 a 30 personas murieron.", "20..30 between"),
    ("es", "Una quincena de hombres atacó el pueblo.", "15 about"),
    ("es", "Un centenar de familias huyó.", "100 about"),
    ("es", "Una decena de soldados murió.", "10 about"),
    ("es", "Cientos de miles de personas huyeron.", "100000.."),
    ("es", "Medio millón de personas huyeron.", "500000 exactly"),
    ("es", "Dos millones y medio de personas huyeron.", "2500000 exactly"),
    ("es", "Sesenta y dos policías resultaron heridos.", "62 exactly"),
    ("es", "Veintisiete familias volvieron.", "27 exactly"),
    ("es", "Veintiún personas murieron.", "21 exactly"),
    ("es", "Treinta y un civiles murieron.", "31 exactly"),
    ("es", "Una treintena de casas y una docena de tiendas ardieron.", "30 about;12 about"),
    ("es", "Una cuarentena de vecinos fue evacuada.", "40 about"),
    ("es", "Una cincuentena de personas resultó herida.", "50 about"),
    ("es", "Más de medio centenar de personas huyeron.", "50 at_least"),
    ("es", "2,5 millones de personas necesitan ayuda.", "2500000 exactly"),
    ("es", "22:05 Doce fallecidos en Juliaca.", "12 exactly"),
    ("es", "Hasta 300 personas fueron detenidas.", "300 at_most"),
    ("es", "Quinientos veintitrés hogares llegaron.", "523 exactly"),
    ("es", "Tres mil quinientas familias llegaron.", "3500 exactly"),
    ("es", "A las 8 h murieron dos personas.", "2 exactly"),
    ("ar", "أغلق المعبر في الثاني عشر من مارس.", ""),
    ("ar", "لست متأكداً من الخبر.", ""),
    ("ar", "وخطف المسلحون ثلاثة فتيان.", "3 exactly"),
    ("ar", "وصل بضعة عشر شخصاً.", "11.."),
    ("es", "La quincena pasada hubo calma en el pueblo.", ""),
    ("fr", "Une quinzaine d'autres blessés sont à l'hôpital.", "15 about"),
    ("fr", "Une quarantaine d'un mois a été imposée au village.", ""),
    ("ar", "جُرحت طفلتان يوم الأحد.", "2 exactly"),
    ("ar", "استمر القصف خمسة أيام.", ""),
]


def shown(mention: NumberMention) -> str:
    if mention.value is None:
        return f"{mention.low}.." if mention.high is None else f"{mention.low}..{mention.high} between"
    value = f"{mention.value:g}" if isinstance(mention.value, float) else str(mention.value)
    return f"{value} {mention.qualifier}"


@pytest.mark.parametrize(("language", "sentence", "expected"), CASES)
def test_counts_of_a_sentence(language: str, sentence: str, expected: str) -> None:
    text = sentence + SETTING[language]
    found = [m for m in find_numbers(text, split_sentences(text)) if m.start < len(sentence)]
    assert ";".join(shown(m) for m in found if m.kind == "count") == expected


def test_vowel_signs_stand_in_the_words_and_part_nothing() -> None:
    text = "قُتِلَ أَحَدَ عَشَرَ مَدَنِيّاً في القَصْف."
    (found,) = find_numbers(text, split_sentences(text))
    assert (found.value, found.text, found.noun) == (11, "أَحَدَ عَشَرَ", "مَدَنِيّاً")


def test_the_hour_of_a_live_blog_counts_nobody() -> None:
    text = "21 h 10 - La Protection civile porte le bilan à neuf morts dans le quartier."
    kinds = {m.text: m.kind for m in find_numbers(text, split_sentences(text))}
    assert kinds == {"21 h 10": "time", "neuf": "count"}


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Huyeron 900 vecinos, trescientos de ellos menores, según la junta.", ["vecinos", "menores"]),
        ("Llegaron 80 familias y veinte de ellas siguen en la escuela del pueblo.", ["familias", None]),
        ("Le village a perdu 200 habitants, et trente d'entre eux sont des enfants.", ["habitants", None]),
        ("وصل 700 نازح، ثلاثمئة منهم نساء، إلى المخيم.", ["نازح", "نساء"]),
    ],
)  # fmt: skip
def test_a_part_names_its_own_people_behind_of_them(text: str, nouns: list[str | None]) -> None:
    found = [m for m in find_numbers(text, split_sentences(text)) if m.kind == "count"]
    assert [None if m.inherited else m.noun for m in found] == nouns
