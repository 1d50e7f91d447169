"""Which Arabic words are names of places, and of which country an article speaks: nothing has capitals."""

from __future__ import annotations

import pytest

from summariser.normalise.places import PlaceResolver
from tests.conftest import Read

LEADS = ("في", "من", "إلى", "قرب")


@pytest.mark.parametrize(
    "word",
    ["مدينة", "بلدة", "قرية", "حي", "وادي", "جبل", "معبر", "معسكر", "ميدان", "الشمال", "الجنوب", "الساحل"],
)
@pytest.mark.parametrize("lead", LEADS)
def test_words_for_sorts_of_places_speak_of_no_country(resolver: PlaceResolver, lead: str, word: str) -> None:
    assert resolver.context(f"قتل 3 أشخاص {lead} {word} أمس").weights == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قتل 3 أشخاص في سوريا", "SYR"),
        ("نزح المئات من فلسطين", "PSE"),
        ("وصلوا إلى إيران أمس", "IRN"),
        ("مخيم للاجئين في بنغلاديش", "BGD"),
        ("قتل 3 أشخاص في حلب", "SYR"),
        ("وصل الوفد إلى عمّان", "JOR"),
        ("وصل الوفد إلى سلطنة عمان", "OMN"),
        ("زاروا المدينة المنورة في السعودية", "SAU"),
        ("اشتباكات في ولاية الجزيرة", "SDN"),
    ],
)
def test_names_of_places_do(resolver: PlaceResolver, text: str, code: str) -> None:
    assert resolver.context(text).main == code


def test_a_broadcaster_is_no_state_of_sudan(resolver: PlaceResolver) -> None:
    assert resolver.context("قالت قناة الجزيرة إن ثلاثة قتلوا").weights == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 3 أشخاص في سوريا.", [("سوريا", "SYR")]),
        ("نزح أكثر من 12 ألف شخص من مدينة سراقب خلال أسبوع.", [("سراقب", "SYR")]),
        ("قتل ثلاثة في انفجار في ميدان التحرير وسط القاهرة.", [("القاهرة", "EGY")]),
        ("قتل 3 أشخاص في ساحة الأمويين في دمشق.", [("دمشق", "SYR")]),
        ("قتل 4 أشخاص في قصف على معسكر للجيش في مأرب.", [("مأرب", "YEM")]),
        ("نزح 400 شخص من بلدة معرة النعمان إلى مدينة إدلب.", [("معرة النعمان", "SYR"), ("إدلب", "SYR")]),
    ],
)
def test_the_places_of_a_sentence(read_text: Read, text: str, found: list[tuple[str, str]]) -> None:
    assert [(s.text, s.country) for s in read_text(text).place_spans["S1"]] == found


@pytest.mark.parametrize(
    ("text", "where", "around"),
    [
        ("قتل خمسة مدنيين في قصف على بلدة كفر نوران في ريف حلب.", "كفر نوران", "حلب"),
        ("انفجرت عبوة ناسفة في سوق بمدينة الباب شمال حلب.", "الباب", "حلب"),
        ("قتل 3 مدنيين في غارة على مدينة صعدة شمالي اليمن.", "صعدة", "اليمن"),
        ("اشتباكات في بلدة الزاوية غرب طرابلس.", "الزاوية", "طرابلس"),
    ],
)
def test_what_it_lies_beside_is_no_second_scene(read_text: Read, text: str, where: str, around: str) -> None:
    spans = read_text(text).place_spans["S1"]
    assert [(s.text, s.role, s.outer) for s in spans if not s.outer] == [(where, "in", False)]
    assert [s.text for s in spans if s.outer] == [around]


def test_two_scenes_are_two(read_text: Read) -> None:
    spans = read_text("قتل شخصان في مدينة حماة وثالث في حمص.").place_spans["S1"]
    assert [(s.text, s.outer) for s in spans] == [("حماة", False), ("حمص", False)]
