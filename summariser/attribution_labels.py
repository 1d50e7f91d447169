"""Who says so where a line opens with its source and a colon: "10:50 | Health ministry: 12 dead".

Only where the words before the colon are those of a body that counts the dead and is counted by nobody:
"Army: 12 dead; rebels: 30" says of whom they were, and "Hospital: 12 dead" where.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.reading import Reading
from summariser.schemas import Claimant
from summariser.sentences import Sentence

_SOURCES: Final = (
    r"ministr(?:y|ies)|minist[èe]re|ministerio|civil defen[cs]e|protection civile|protección civil"
    r"|red (?:cross|crescent)|croix-rouge|croissant-rouge|cruz roja|media luna roja|UN|ONU|OCHA"
    r"|governor|gouverneur|gobernador|spokes(?:man|woman|person)|porte-parole|portavoz|vocer[oa]"
    r"|officials|authorities|autorités|autoridades|observatory|observatoire|observatorio|defensoría|fiscalía"
    r"|(?:medical|security|hospital|military|local|official) sources?"
    r"|sources? (?:médicale|hospitalière|sécuritaire|militaire|locale|officielle)s?"
    r"|fuentes (?:médica|hospitalaria|militare|locale|oficiale)s?"
)
_SOURCES_AR: Final = (
    r"وزارة|الدفاع المدني|الهلال الأحمر|الصليب الأحمر|المحافظ|محافظ|المتحدث|متحدث|الناطق|ناطق"
    r"|السلطات|سلطات|المرصد|الأمم المتحدة|مصدر \S+|مصادر \S+"
)
_CLOCK: Final = r"\[?\(?\d{1,2}\s?[:hH.]\s?\d{2}\)?\]?(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC))?"
CLOCK: Final = re.compile(rf"\W*(?:{_CLOCK})\s*(?:[-–—|:]\s*)?", re.IGNORECASE)
"""At the head of an entry of a live blog."""
_LABEL: Final = re.compile(
    rf"\W*(?:{_CLOCK}\s*(?:[-–—|:]\s*)?)?(?P<source>(?:[^\W\d_][\w'’.-]*\s){{0,5}}?"
    rf"(?:(?:{_SOURCES})(?!\w)|(?:{_SOURCES_AR})(?!\w))(?:\s[\w'’.-]+){{0,4}})\s?:\s(?=\S)",
    re.IGNORECASE,
)
_COUNT_OF: Final = re.compile(
    rf"\W*(?:{_CLOCK}\s*(?:[-–—|:]\s*)?)?(?:[^\W\d_]+ )?(?:balance|bilan|toll|count|tally|حصيلة)\s"
    r"(?:de la |de l[’']|del |du |de |from the |by the |of the |from |by )?"
    rf"(?P<source>(?:[\w'’.-]+\s){{0,3}}?(?:{_SOURCES}|{_SOURCES_AR}|hospital|hôpital|polic[eí]a?|مستشفى)(?!\w)(?:\s[\w'’.-]+){{0,4}})\s?:\s(?=\S)",
    re.IGNORECASE,
)
"""Whose count it is: "Primer balance del hospital Carlos Monge: siete muertos"."""
_ARE_COUNTED: Final = re.compile(
    r"(?:\b(?:staff|workers|employees|personnel|guards|convoys?|buildings?|employés"
    r"|agents|empleados|funcionarios|trabajadores)\b|موظف)",
    re.IGNORECASE,
)
"""They are no source: "Ministry staff: 12 dead"."""
_ARTICLE: Final = re.compile(r"(?:the |el |la |los |las |le |les |l[’'])", re.IGNORECASE)


def labelled_source(reading: Reading, sentence: Sentence) -> tuple[Claimant, int] | None:
    """The source that a line opens with, and the offset from where on it speaks; None where there is none."""
    label = _LABEL.match(sentence.text) or _COUNT_OF.match(sentence.text)
    if label is None or _ARE_COUNTED.search(label["source"]) or not reading.cues.of(sentence.id, "measure"):
        return None
    start, end = sentence.start + label.start("source"), sentence.start + label.end("source")
    start += len(match[0]) if (match := _ARTICLE.match(label["source"])) else 0
    body = next((m for m in reading.actors_in(sentence.id) if start <= m.start and m.end <= end), None)
    known = body.canonical.name if body is not None and body.canonical.known else None
    words = reading.span(start, end)
    claimant = Claimant(name=known or words.text, words=words, affiliation=None)
    return claimant, sentence.start + label.end()
