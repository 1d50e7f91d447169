"""Days as Arabic, French and Spanish tell them: the one phrase of a sentence, and the days that it means."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.normalise.dates import find_dates, resolve_date
from summariser.sentences import split_sentences

PUBLISHED = date(2024, 3, 12)
"""A Tuesday."""
PLANS = ("défileront", "rentreront", "Marcharán", "Volverán", "يعودون", "تبدأ")
# (sentence, first and last day)
CASES = [
    ("قُتل ثلاثة أمس في حلب.", "2024-03-11 2024-03-11"),
    ("قُتل ثلاثة أمس الأول في حلب.", "2024-03-10 2024-03-10"),
    ("قُتل ثلاثة أول أمس في حلب.", "2024-03-10 2024-03-10"),
    ("قُتل ثلاثة الخميس الماضي في حلب.", "2024-03-07 2024-03-07"),
    ("قُتل ثلاثة يوم الجمعة الماضي في حلب.", "2024-03-08 2024-03-08"),
    ("قُتل ثلاثة مساء الأحد في حلب.", "2024-03-10 2024-03-10"),
    ("قُتل ثلاثة فجر اليوم الثلاثاء في حلب.", "2024-03-12 2024-03-12"),
    ("قُتل ثلاثة صباح اليوم في حلب.", "2024-03-12 2024-03-12"),
    ("قُتل ثلاثة أمس الاثنين في حلب.", "2024-03-11 2024-03-11"),
    ("قُتل ثلاثة ليلة أمس في حلب.", "2024-03-11 2024-03-11"),
    ("قُتل ثلاثة مساء أمس في حلب.", "2024-03-11 2024-03-11"),
    ("وقع الهجوم في 5 آذار/مارس.", "2024-03-05 2024-03-05"),
    ("وقع الهجوم في 5 مارس/آذار 2023.", "2023-03-05 2023-03-05"),
    ("وقع الهجوم في 5 مارس (آذار) الماضي.", "2024-03-05 2024-03-05"),
    ("وقع الهجوم في ٥ مارس ٢٠٢٤.", "2024-03-05 2024-03-05"),
    ("وقع الهجوم منتصف آذار/مارس.", "2024-03-11 2024-03-12"),
    ("وقع الهجوم في منتصف شباط/فبراير.", "2024-02-11 2024-02-20"),
    ("وقع الهجوم مطلع كانون الثاني/يناير 2024.", "2024-01-01 2024-01-10"),
    ("وقع الهجوم أواخر شباط الماضي.", "2024-02-21 2024-02-29"),
    ("وقع الهجوم في تشرين الأول 2023.", "2023-10-01 2023-10-31"),
    ("وقع الهجوم في جانفي 2024.", "2024-01-01 2024-01-31"),
    ("وقع الهجوم في غشت 2023.", "2023-08-01 2023-08-31"),
    ("وقع الهجوم في شتنبر 2023.", "2023-09-01 2023-09-30"),
    ("وقع الهجوم في نونبر 2023.", "2023-11-01 2023-11-30"),
    ("وقع الهجوم في دجنبر 2023.", "2023-12-01 2023-12-31"),
    ("وقع الهجوم في يوليوز 2023.", "2023-07-01 2023-07-31"),
    ("وقع الهجوم في مايس 2023.", "2023-05-01 2023-05-31"),
    ("وقع الهجوم في الأول من مارس.", "2024-03-01 2024-03-01"),
    ("وقع الهجوم في الثاني عشر من شباط.", "2024-02-12 2024-02-12"),
    ("وقع الهجوم قبل يومين.", "2024-03-10 2024-03-10"),
    ("وقع الهجوم قبل ثلاثة أيام.", "2024-03-09 2024-03-09"),
    ("وقع الهجوم الأسبوع الماضي.", "2024-03-04 2024-03-10"),
    ("وقع الهجوم الشهر الماضي.", "2024-02-01 2024-02-29"),
    ("وقع الهجوم العام الماضي.", "2023-01-01 2023-12-31"),
    ("نزحوا منذ مطلع الشهر.", "None None"),
    ("نزحوا بين ١ و٥ آذار.", "2024-03-01 2024-03-05"),
    ("نزحوا من 3 إلى 7 مارس.", "2024-03-03 2024-03-07"),
    ("نزحوا بين 28 شباط و4 آذار.", "2024-02-28 2024-03-04"),
    ("نزحوا خلال الأسبوعين الماضيين.", "2024-02-27 2024-03-12"),
    ("نزحوا خلال الأيام الثلاثة الماضية.", "2024-03-09 2024-03-12"),
    ("نزحوا هذا الأسبوع.", "2024-03-11 2024-03-12"),
    ("وقع الهجوم في 10 رمضان 1445.", "None None"),
    ("وقع الهجوم في 5 محرم 1445 هـ.", "None None"),
    ("يعودون غدا الأربعاء.", "2024-03-13 2024-03-13"),
    ("تبدأ الحملة الأسبوع المقبل.", "2024-03-18 2024-03-24"),
    ("تبدأ الحملة يوم الأحد المقبل.", "2024-03-17 2024-03-17"),
    ("Trois civils sont morts hier.", "2024-03-11 2024-03-11"),
    ("Trois civils sont morts avant-hier.", "2024-03-10 2024-03-10"),
    ("Trois civils sont morts jeudi dernier.", "2024-03-07 2024-03-07"),
    ("Trois civils sont morts le 1er mars.", "2024-03-01 2024-03-01"),
    ("Trois civils sont morts à la mi-février.", "2024-02-11 2024-02-20"),
    ("Trois civils sont morts mi-février.", "2024-02-11 2024-02-20"),
    ("Trois civils sont morts début mars.", "2024-03-01 2024-03-10"),
    ("Trois civils sont morts fin février.", "2024-02-21 2024-02-29"),
    ("Trois civils sont morts dans la nuit de dimanche à lundi.", "2024-03-10 2024-03-11"),
    ("Trois civils sont morts dans la nuit du 9 au 10 mars.", "2024-03-09 2024-03-10"),
    ("Trois civils sont morts hier soir.", "2024-03-11 2024-03-11"),
    ("Trois civils sont morts ce matin.", "2024-03-12 2024-03-12"),
    ("Trois civils sont morts la semaine dernière.", "2024-03-04 2024-03-10"),
    ("Trois civils sont morts le mois dernier.", "2024-02-01 2024-02-29"),
    ("Trois civils sont morts il y a trois jours.", "2024-03-09 2024-03-09"),
    ("Trois civils sont morts depuis le 5 mars.", "2024-03-05 2024-03-12"),
    ("Trois civils sont morts en février dernier.", "2024-02-01 2024-02-29"),
    ("Trois civils sont morts lundi 4 mars.", "2024-03-04 2024-03-04"),
    ("Trois civils sont morts entre le 4 et le 7 mars.", "2024-03-04 2024-03-07"),
    ("Ils défileront mardi prochain.", "2024-03-19 2024-03-19"),
    ("Ils rentreront à la fin du mois.", "2024-03-21 2024-03-31"),
    ("Ils rentreront le mois prochain.", "2024-04-01 2024-04-30"),
    ("Ils rentreront demain.", "2024-03-13 2024-03-13"),
    ("Trois civils sont morts samedi matin.", "2024-03-09 2024-03-09"),
    ("Tres civiles murieron ayer.", "2024-03-11 2024-03-11"),
    ("Tres civiles murieron anteayer.", "2024-03-10 2024-03-10"),
    ("Tres civiles murieron anteanoche.", "2024-03-10 2024-03-11"),
    ("Tres civiles murieron antier.", "2024-03-10 2024-03-10"),
    ("Tres civiles murieron antes de ayer.", "2024-03-10 2024-03-10"),
    ("Tres civiles murieron el jueves pasado.", "2024-03-07 2024-03-07"),
    ("Tres civiles murieron el pasado jueves.", "2024-03-07 2024-03-07"),
    ("Tres civiles murieron a mediados de febrero.", "2024-02-11 2024-02-20"),
    ("Tres civiles murieron a principios de marzo.", "2024-03-01 2024-03-10"),
    ("Tres civiles murieron a comienzos de marzo.", "2024-03-01 2024-03-10"),
    ("Tres civiles murieron a finales de febrero.", "2024-02-21 2024-02-29"),
    ("Tres civiles murieron la semana pasada.", "2024-03-04 2024-03-10"),
    ("Tres civiles murieron el mes pasado.", "2024-02-01 2024-02-29"),
    ("Tres civiles murieron hace tres días.", "2024-03-09 2024-03-09"),
    ("Tres civiles murieron anoche.", "2024-03-11 2024-03-12"),
    ("Tres civiles murieron la madrugada de este martes.", "2024-03-12 2024-03-12"),
    ("Tres civiles murieron este lunes.", "2024-03-11 2024-03-11"),
    ("Tres civiles murieron esta mañana.", "2024-03-12 2024-03-12"),
    ("Tres civiles murieron el 1.º de marzo.", "2024-03-01 2024-03-01"),
    ("Tres civiles murieron el primero de marzo.", "2024-03-01 2024-03-01"),
    ("Tres civiles murieron el 5 de marzo de 2024.", "2024-03-05 2024-03-05"),
    ("Tres civiles murieron el miércoles por la noche.", "2024-03-06 2024-03-06"),
    ("Tres civiles murieron entre el 4 y el 7 de marzo.", "2024-03-04 2024-03-07"),
    ("Tres civiles murieron desde el 5 de marzo.", "2024-03-05 2024-03-12"),
    ("Tres civiles murieron el domingo por la madrugada.", "2024-03-10 2024-03-10"),
    ("Marcharán el próximo martes.", "2024-03-19 2024-03-19"),
    ("Marcharán mañana.", "2024-03-13 2024-03-13"),
    ("Volverán a fin de mes.", "2024-03-21 2024-03-31"),
    ("Volverán el próximo año.", "2025-01-01 2025-12-31"),
    ("Volverán la próxima semana.", "2024-03-18 2024-03-24"),
    ("Volverán el año que viene.", "2025-01-01 2025-12-31"),
    ("Tres civiles murieron a principios del mes de marzo.", "2024-03-01 2024-03-10"),
    ("Tres civiles murieron a finales del mes de febrero.", "2024-02-21 2024-02-29"),
    ("Tres civiles murieron la pasada noche.", "2024-03-11 2024-03-12"),
    ("Tres civiles murieron el pasado 3 de marzo.", "2024-03-03 2024-03-03"),
    ("Trois civils sont morts au début du mois de mars.", "2024-03-01 2024-03-10"),
    ("Trois civils sont morts à la fin du mois de février.", "2024-02-21 2024-02-29"),
    ("Trois civils sont morts à la fin du mois.", "None None"),
    ("Trois civils sont morts le 3 mars dernier.", "2024-03-03 2024-03-03"),
    ("Trois civils sont morts en mars dernier.", "2023-03-01 2023-03-31"),
    ("Tres civiles murieron en la primera semana de marzo.", "2024-03-01 2024-03-12"),
    ("Trois civils sont morts la dernière semaine de février.", "2024-02-01 2024-02-29"),
    ("وقع الهجوم في الأسبوع الأخير من شباط.", "2024-02-01 2024-02-29"),
    ("Janvier a vu 300 départs.", "2024-01-01 2024-01-31"),
    ("Enero trajo 300 desplazados.", "2024-01-01 2024-01-31"),
    ("قُتل ثلاثة الليلة الماضية في حلب.", "2024-03-11 2024-03-12"),
    ("قُتل ثلاثة ليلة الأحد الاثنين في حلب.", "2024-03-10 2024-03-11"),
    ("قُتل ثلاثة ليل الأحد - الاثنين في حلب.", "2024-03-10 2024-03-11"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_days_of_a_sentence(text: str, expected: str) -> None:
    future = any(word in text for word in PLANS)
    found = [resolve_date(m.text, PUBLISHED, future=future) for m in find_dates(text, split_sentences(text))]
    assert [f"{day.start} {day.end}" for day in found] == [expected]


@pytest.mark.parametrize(
    "words", ["10 رمضان 1445", "5 محرم 1445 هـ", "شهر شعبان 1446", "12 Ramadan 1445", "27 rajab 1446"]
)
def test_a_day_of_the_islamic_calendar_is_told_and_not_converted(words: str) -> None:
    found = resolve_date(words, PUBLISHED)
    assert found.start is None
    assert found.reason == "a date of the Islamic calendar, which is not converted"


def test_who_bears_the_name_of_a_month_is_no_date() -> None:
    text = "قال رمضان الخطيب إن المدرسة أغلقت."
    assert find_dates(text, split_sentences(text)) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("la veille", "2024-03-01"),
        ("l'avant-veille", "2024-02-29"),
        ("le lendemain", "2024-03-03"),
        ("le surlendemain", "2024-03-04"),
        ("le jour même", "2024-03-02"),
        ("trois jours plus tard", "2024-03-05"),
        ("deux jours auparavant", "2024-02-29"),
        ("al día siguiente", "2024-03-03"),
        ("el día anterior", "2024-03-01"),
        ("la víspera", "2024-03-01"),
        ("dos días después", "2024-03-04"),
        ("ese mismo día", "2024-03-02"),
        ("في اليوم التالي", "2024-03-03"),
        ("في اليوم السابق", "2024-03-01"),
        ("في اليوم نفسه", "2024-03-02"),
    ],
)
def test_days_that_are_counted_from_the_day_told(words: str, expected: str) -> None:
    found = resolve_date(words, PUBLISHED, told=date(2024, 3, 2))
    assert str(found.start) == expected
    assert resolve_date(words, PUBLISHED).start is None, "no day was told"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January brought 300 newly displaced people.", ["January"]),
        ("It ended. January saw 300 leave.", ["January"]),
        ("Gen. March saw them leave.", []),
        ("Ms. January saw them leave.", []),
        ("They fled in the last week of August.", ["in the last week of August"]),
        ("A third had gone by the last week of October.", ["by the last week of October"]),
    ],
)
def test_a_month_that_is_the_subject(text: str, expected: list[str]) -> None:
    found = find_dates(text, split_sentences(text))
    assert [m.text for m in found] == expected
    assert all(resolve_date(m.text, PUBLISHED).end is not None for m in found)
