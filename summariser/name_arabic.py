"""Place names of Arabic text, which has no capitals: by the word of place before them and the gazetteer.

A name is one to three words after "محافظة", "بلدة" and their like, or words after a preposition or a comma
that the gazetteer knows as a place. Only places are found; what no word and no gazetteer shows is
no name here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summariser.normalise.places import PlaceContext, PlaceResolver

_ARABIC = re.compile("[\u0621-\u064a]")
_WORD = re.compile("[\u0621-\u0652\u0670-\u06d3]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SORTS = _words(
    "محافظت محافظة محافظات مدينة مدينتي بلدة بلدتي بلدات قرية قريتي قرى مخيم مخيمات ريف منطقة "
    "مناطق معسكر معسكرات حي أحياء ناحية قضاء مديرية مديريات ولاية ولايات بلدية محلية إقليم قطاع جزيرة ضاحية "
    "ضواحي مطار معبر جبل جبال وادي سهل شارع جسر ساحل ميناء مركز سوق ميدان ساحة دوار حاجز حدود أطراف مشارف "
    "محيط وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي "
)
_SORT = re.compile("^(?:و|ف)?(?:بال|لل|ال|[بل])?(?P<sort>" + "|".join(sorted(_SORTS)) + ")$")
_TIED = _words(
    "في من إلى الى نحو باتجاه قرب على عند داخل خارج بين حول عبر مغادرة غادروا غادر بلغوا دخل دخلوا "
    "استهدف استهدفت قصف قصفت"
)
_ENDS = _words(
    "في من إلى الى على عن عند بعد قبل منذ خلال حيث التي الذي "
    "الذين وقد وقال قال قالت ما هذا هذه ذلك مع أن إن كما "
    "كان كانت كانوا و أو ثم لأن بأن كأن إنه إنها إنهم أنه أنها أنهم لكن بل "
    "قد لم لن لا أي كل بعض هو هي هم هناك هنا "
    "أمس اليوم الأحد الإثنين الاثنين "
    "الثلاثاء الأربعاء الخميس الجمعة السبت يوم ليلة صباح مساء "
    "بحسب وفق جراء إثر بسبب لليوم نتيجة السورية السوري السودانية السوداني العراقية اليمنية الليبية اللبنانية "
    "الواقعة الواقع المجاورة الحدودية الساحلية الرئيسية القديمة "
    "الصحي الطبي للنازحين النازحين للاجئين اللاجئين "
    "الحكومة الجيش القوات المدينة المنطقة المحافظة القرية البلدة المخيم البلاد"
)
"""Words that end a name: prepositions, relatives, days, adjectives that describe it."""
_BEGIN_NAMES = _words(
    "كفر تل عين دير أم أبو بني خان بيت رأس الشيخ شيخ معرة جسر بئر قلعة حمام باب مزرعة خربة سيدي دار برج قصر "
    "حوش بركة نبع جب ولد أولاد آل ابن بن عرب ذي ذو"
)
"""Words that begin names of villages and end none: "Tell ...", "Deir ..."."""
_CAMPS = frozenset({"مخيم", "مخيمات", "معسكر", "معسكرات"})
_OF_PEOPLE = re.compile("نازح|نزح|لاجئ|نزوح|لجوء")
"""Where none of these stands in an article, "معسكر" is a barracks."""
_LONGEST = 3
_TOWN = 50_000
"""A single word is a town of so many people, or one of a country that the article speaks of."""


def is_arabic(text: str) -> bool:
    """Whether it is written in Arabic letters, mostly."""
    return len(_ARABIC.findall(text[:2_000])) * 3 > len(text[:2_000])


def find_arabic_places(
    text: str, start: int, end: int, resolver: PlaceResolver | None, context: PlaceContext | None
) -> Iterator[tuple[int, int, bool]]:
    """Spans of places in ``text[start:end]``, left to right, and whether each is a camp."""
    tokens = list(_WORD.finditer(text, start, end))
    index, beside = 0, -1
    while index < len(tokens):
        found = _place_at(text, tokens, index, index == beside, resolver, context)
        if found is not None:
            first, size, skip, camp = found
            beside = first + size
            yield tokens[first].start() + skip, tokens[first + size - 1].end(), camp
            index = first + size
        else:
            index += 1


def _place_at(
    text: str,
    tokens: list[re.Match[str]],
    index: int,
    listed: bool,
    resolver: PlaceResolver | None,
    context: PlaceContext | None,
) -> tuple[int, int, int, bool] | None:
    """(first token, how many, letters of its first that are prefixed to it, is a camp).

    Args:
        text: The article.
        tokens: The words of a sentence.
        index: Which of them is asked about.
        listed: Whether a place ends right before it: "حلب وحماة".
        resolver: The gazetteer.
        context: The countries that the article speaks of.
    """
    word = tokens[index][0]
    sort = _SORT.match(word)
    if sort is not None and _DEFINITE.match(word):
        sort = None  # "المدينة خالية": the city is empty
    if sort is not None and index + 1 < len(tokens) and _adjacent(text, tokens, index):
        if _SORT.match(tokens[index + 1][0]):
            return None  # "ريف محافظة حلب": the next word is asked
        size = _known_size(text, tokens, index + 1, 0, resolver, context)
        if sort["sort"] in {"معسكر", "معسكرات"} and not _OF_PEOPLE.search(text):
            return None
        if size or (_names(sort["sort"]) and tokens[index + 1][0] not in _ENDS):
            return index + 1, size or _unknown_size(text, tokens, index + 1), 0, sort["sort"] in _CAMPS
        return None
    if _is_function_word(word):
        return None
    before = tokens[index - 1][0] if index else ""
    comma = index and text[tokens[index - 1].end() : tokens[index].start()].strip() in {"،", ","}
    tied = before in _TIED or (before[:1] in "وف" and before[1:] in _TIED) or comma
    for prefix in ("", "و", "ب", "ل", "ف", "وب", "ول"):
        if not word.startswith(prefix) or len(word) - len(prefix) < 3:
            continue
        # "والحي" is "and the quarter": a small town is meant only in a list, or where "in" is prefixed.
        spoken = context if prefix in {"", "ب", "وب"} or listed else None
        size = _known_size(text, tokens, index, len(prefix), resolver, spoken)
        if size > 1 or (size and (prefix or tied or not index)):
            return index, size, len(prefix), False
    return None


def _unknown_size(text: str, tokens: list[re.Match[str]], first: int) -> int:
    """How many words of a name that the gazetteer does not have: "كفر" does not end one, "كفر نوران" does."""
    goes_on = tokens[first][0] in _BEGIN_NAMES and first + 1 < len(tokens) and _adjacent(text, tokens, first)
    return 2 if goes_on and tokens[first + 1][0] not in _ENDS else 1


_DEFINITE = re.compile("^[وف]?(?:بال|لل|ال)")


def _is_function_word(word: str) -> bool:
    """Whether it ends a name wherever it stands, "and" before it or not: "وإن" is no town."""
    return word in _ENDS or (word[:1] in "وفبلك" and word[1:] in _ENDS)


def _names(sort: str) -> bool:
    """Whether a name must follow: after "بلدة" it does, after "مركز" or "شمال" it may not."""
    return sort in {
        *(
            "محافظة",
            "مدينة",
            "بلدة",
            "قرية",
            "مخيم",
            "معسكر",
            "ريف",
            "ناحية",
            "قضاء",
            "مديرية",
            "ولاية",
            "بلدية",
            "محلية",
            "حي",
        ),
        *("ضاحية", "معبر", "إقليم"),
    }


def _adjacent(text: str, tokens: list[re.Match[str]], index: int) -> bool:
    return text[tokens[index].end() : tokens[index + 1].start()].isspace()


def _known_size(
    text: str,
    tokens: list[re.Match[str]],
    first: int,
    skip: int,
    resolver: PlaceResolver | None,
    context: PlaceContext | None,
) -> int:
    """How many words from here are a name that the gazetteer has; 0 if none."""
    if resolver is None or tokens[first][0][skip:] in _ENDS:
        return 0
    longest = 1
    while (
        longest < _LONGEST and first + longest < len(tokens) and _adjacent(text, tokens, first + longest - 1)
    ):
        longest += 1
    for size in range(longest, 0, -1):
        words = text[tokens[first].start() + skip : tokens[first + size - 1].end()]
        if resolver.gazetteer.country(words):
            return size
        places = resolver.gazetteer.places(words)
        spoken = context.countries[:3] if context is not None else ()
        least = _TOWN if size == 1 else 0
        if any(p.population >= least or p.capital or p.country in spoken for p in places):
            return size
    return 0
