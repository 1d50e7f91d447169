"""Takes a place expression apart: what is named, what sort of thing it is, and what it lies in.

"near the Syrian town of Manbij, in Aleppo province" is a name (Manbij), a sort (town), a country said
in passing (Syria), a name around it (Aleppo province) and a distance (near). Only the grammar is
read here; whether such a place exists is asked elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from summariser.normalise.place_tables import country_codes, demonym_codes

Sort = Literal["area", "district", "town", "camp", "site"]

_SORTS: dict[Sort, str] = {
    "area": (
        "province|governorate|state|region|regional state|department|oblast|prefecture|canton|emirate"
        "|voivodeship|wilaya|krai|autonomous region|division|county"
    ),
    "district": (
        "district|sub-?district|municipality|township|commune|locality|territory|zone|woreda|upazila"
        "|tehsil|taluk|cercle|local government area|borough|parish|payam|ward"
    ),
    "town": "town|city|village|hamlet|capital|settlement|port city|border town|port|village tract",
    "camp": (
        r"(?:(?:refugee|IDP|IDPs|displacement|displaced persons|tent|transit|detention|informal) )?camps?"
        r"|camp for (?:the )?(?:internally )?displaced(?: people| persons)?"
    ),
    "site": (
        "airport|air ?base|military base|base|prison|bridge|dam|border crossing|crossing|checkpoint"
        "|hospital|university|stadium|seaport|oil ?field|gas field|neighbou?rhoods?|suburbs?|outskirts"
        "|countryside|quarter|areas?|valley|hills|mountains?|road|highway|front ?line|enclave|pocket"
        "|market|church|mosque|school"
    ),
}
_SORTS_ABROAD: dict[Sort, str] = {
    "area": (
        "provinces?|gouvernorats?|régions?|départements?|État|préfecture|wilaya"
        "|provincia|departamento|estado|gobernación|gobernorado|región"
        "|محافظة|ولاية|إقليم"
    ),
    "district": (
        "districts?|communes?|territoire|cercle|arrondissement|sous-préfecture|localité"
        "|distrito|municipio|cantón|parroquia|corregimiento|localidad"
        "|قضاء|مديرية|محلية|ناحية"
    ),
    "town": "villes?|villages?|ciudad|pueblo|aldea|مدينة|بلدة|قرية",
    "camp": (
        "camps?(?: de (?:réfugiés|déplacés))?|campamentos?|campos?(?: de (?:refugiados|desplazados))?"
        "|مخيم|معسكر"
    ),
}
_BEFORE_ABROAD = re.compile(
    "^(?:(?:la|le|les|el|los|las) |l['’]|[وف]?[بل]?(?=[ء-ي]))?(?:"
    + "|".join(f"(?P<{sort}>{words})" for sort, words in _SORTS_ABROAD.items())
    + r") (?:(?:de la|de los|de las|del|des|du|de) |(?:de )?[ldLD]['’])?(?P<name>\S.*)$"
)
"""French, Spanish and Arabic say the sort before the name: "province d'Idleb", "محافظة إدلب"."""
_AREA_BEFORE = re.compile(
    r"(?:(?<!\w)(?:provinces?|gouvernorat|région|département|préfecture|provincia|departamento|estado|gobernación"
    r"|gobernorado)\s+(?:de\s+la\s+|del\s+|du\s+|de\s+|(?:de\s+)?[ld]['’])|État\s+(?:de\s+|du\s+|d['’])"
    r"|(?<!\w)[وف]?[بل]?(?:محافظة|ولاية|إقليم)\s+)$"
)
"""Right before a name in running text: a first-level area is meant and not the town of that name."""
_ANY_SORT = "|".join(f"(?P<{sort}>{words})" for sort, words in _SORTS.items())
_AFTER = re.compile(rf"^(?P<name>.+?)[\s-]+(?:{_ANY_SORT})s?$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"^(?P<lead>(?:[\w'’-]+ ){{0,6}}?)(?:{_ANY_SORT})s? (?:called|named|known as|of|in|around)"
    r" (?:the )?(?P<name>.+)$",
    re.IGNORECASE,
)
_SIDE = (
    r"(?:(?:north|south)[- ]?(?:east|west)?|east|west|centre|center|central|upper|lower|mid|inner|rural"
    r"|coastal)"
    r"(?:ern|ernmost)?"
)
_DIRECTION = re.compile(
    rf"^(?:(?:far|deep|remote|most(?:ly)?|mountainous) )*{_SIDE}(?:,? and {_SIDE})?[ -](?=\S)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"^(?:the )?(?:(?:{_SIDE}|far|rural|remote|some|most|many|large|other|several|various)[ -])*"
    rf"(?:{_SIDE}|parts?|areas?|half|corner|tip|edge|heart|interior|coast|regions?|rest|whole|all)"
    r" of (?:the )?",
    re.IGNORECASE,
)
_THE_SIDE = re.compile(rf"^(?:in |at |to |from )?the {_SIDE} of (?:the )?", re.IGNORECASE)
_LENGTH = r"[\d.,]+ ?-?(?:km|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?)"
_NEAR = re.compile(
    r"^(?:(?:just|some|about|around|roughly|approximately) )*"
    rf"(?:{_LENGTH} (?:away )?from|(?:{_LENGTH} )?(?:(?:to )?(?:the )?{_SIDE}(?:ly)? of"
    r"|near(?:by)?(?: to)?|outside(?: of)?|close to|next to|not far from|around|adjacent to|opposite"
    r"|(?:on |in |at )?(?:the )?(?:outskirts|suburbs?|environs|vicinity|countryside|gates|entrance) (?:of|to)"
    r")) (?:the )?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"[\s,]+(?=(?:{_LENGTH} (?:away )?from"
    rf"|(?:{_LENGTH} )?(?:near|outside|close to|not far from|{_SIDE} of))\s)",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(
    r"^(?:(?:[^\W\d_]+-(?:held|controlled|occupied|administered|run|ruled|hit|torn|ravaged|stricken"
    r"|majority|dominated|affected)|besieged|occupied|neighbou?ring|nearby|restive|volatile|embattled"
    r"|ancient|historic|remote|greater) )+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"^(?:(?:in|at|from|to|into|inside|within|across|throughout|through|towards?|over|on|by|of) )+(?:the )?",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*[,(;/]\s*(?:(?:in|at) )?|\)\s*| (?:in|inside|within|across) (?:the )?", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"^(?P<owner>\S(?:.*?\S)?)['’]s? (?P<rest>.+)$")
_EDGES = " \t\r\n\"“”«»'’‘.:–—-[]{}*_"
_SUBURB = re.compile(r"\b(?:suburbs?|outskirts|countryside|vicinity|environs)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A place expression taken apart."""

    names: tuple[tuple[str, Sort | None, bool], ...] = ()
    """Readings of the name, to be tried in this order: (name, sort, is only a part of it)."""
    near: bool = False
    outer: tuple[str, ...] = ()
    """Names around it, the nearest first ("Aleppo province", "Syria")."""
    beside: str | None = None
    """A name that it lies near ("Baghouz, near Abu Kamal")."""
    country: tuple[str, ...] = ()
    """ISO3 that a demonym or an owner states ("the Syrian town of", "Iraq's")."""


def parse_place(words: str) -> PlacePhrase:
    """Take `words` apart. Never fails: words without a name give a phrase without names."""
    text = " ".join(words.split()).strip(_EDGES)
    beside = None
    the_side, text = _take(_THE_SIDE, text)
    text, *rest = _BESIDE.split(text, maxsplit=1)
    if rest and has_name(text):
        beside = rest[0]
    elif rest:
        text = rest[0]
    near, text = _take(_NEAR, text)
    pieces = [piece for piece in map(_strip, _SPLIT.split(text)) if piece]
    setting = " ".join(piece for piece in pieces if not has_name(piece))
    pieces = [piece for piece in pieces if has_name(piece)]
    if not pieces:
        return PlacePhrase()
    near = near or bool(_SUBURB.search(f"{setting} {pieces[0]}"))
    phrase = _read_head(pieces[0], part=the_side, camp="camp" in setting.lower().split())
    return PlacePhrase(phrase.names, near or phrase.near, tuple(pieces[1:]), beside, phrase.country)


def as_area(words: str, before: str) -> str:
    """A name with the sort that stands before it, where that says that an area is meant.

    >>> as_area("Alep", "dans la province d'"), as_area("Alep", "au nord d'")
    ('Alep province', 'Alep')
    """
    return f"{words} province" if _AREA_BEFORE.search(before[-40:]) else words


def has_name(text: str) -> bool:
    """Could a name stand in it: a capital, or a letter of a script that has none?"""
    return any(letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper()) for letter in text)


def _read_head(head: str, *, part: bool, camp: bool) -> PlacePhrase:
    whole = head
    head, owner, beside_owner = _owner(head)
    is_part, head = _take(_PART_OF, head)
    head, lead_sort, lead_country = _lead(head)
    head, demonym = _demonym(head)
    sort_before: Sort | None = lead_sort or ("camp" if camp else None)
    names = [
        (name, sort or sort_before, part or is_part or direction) for name, sort, direction in _readings(head)
    ]
    if whole != head and whole[:1].isupper():
        names.insert(0, (whole, None, False))  # "District of Columbia" is a name as a whole
    return PlacePhrase(tuple(names), near=beside_owner, country=demonym or lead_country or owner)


def _strip(piece: str) -> str:
    piece = piece.strip(_EDGES)
    piece = _PREPOSITION.sub("", piece)
    return re.sub(r"^the (?=\S)", "", piece, flags=re.IGNORECASE)


def _take(pattern: re.Pattern[str], text: str) -> tuple[bool, str]:
    """Whether the pattern stands at the start, and the rest. Never the whole text."""
    match = pattern.match(text)
    if match and match.end() < len(text):
        return True, text[match.end() :]
    return False, text


def _owner(head: str) -> tuple[str, tuple[str, ...], bool]:
    """The name, the country that owns it, and whether it is a part or the surroundings of the owner.

    "Syria's Idlib" is Idlib in Syria; "Aleppo's eastern suburbs" is near Aleppo; "Cox's Bazar" is
    neither.
    """
    match = _POSSESSIVE.match(head)
    if not match:
        return head, (), False
    owner, rest = match["owner"], match["rest"]
    codes = country_codes(_take(_DIRECTION, owner)[1])
    if has_name(rest):
        return (rest, codes, False) if codes else (head, (), False)
    return owner, (), True


def _lead(head: str) -> tuple[str, Sort | None, tuple[str, ...]]:
    """ "the rebel-held Syrian town of Manbij": the sort and the demonym before the name."""
    abroad = _BEFORE_ABROAD.match(head)
    if abroad and not country_codes(head) and has_name(abroad["name"]):
        return abroad["name"], next(sort for sort in _SORTS_ABROAD if abroad[sort]), ()
    match = _BEFORE.match(head)
    # "Ivory Coast", "Republic of the Congo", "State of Mexico" and their like are names as a whole.
    if not match or country_codes(head) or not has_name(match["name"]):
        return head, None, ()
    country: tuple[str, ...] = ()
    for word in match["lead"].split():
        country = demonym_codes(word) or country
    return match["name"], _sort(match), country


def _demonym(head: str) -> tuple[str, tuple[str, ...]]:
    """ "Afghan Nuristan", "South Sudanese Malakal"; not "Central African Republic"."""
    words = head.split()
    for size in (2, 1):
        if len(words) > size and words[size][:1].isupper() and not country_codes(head):
            codes = demonym_codes(" ".join(words[:size]))
            if codes:
                return " ".join(words[size:]), codes
    return head, ()


def _readings(head: str) -> list[tuple[str, Sort | None, bool]]:
    """The name as it stands, without its sort, and without a direction before it.

    "South Sudan" and "Mexico City" are names as they stand, so the whole is always tried first.
    """
    readings: list[tuple[str, Sort | None, bool]] = []
    head = re.sub(r"['’]s?$", "", head)
    match = _AFTER.match(head)
    sort = _sort(match) if match else None
    # A sort in lower case is a description ("Aleppo province"); with a capital it may be the name.
    described = match is not None and head[match.end("name") :].strip(" -")[:1].islower()
    if not described:
        readings.append((head, None if sort is None or sort == "town" else sort, False))
    if match:
        readings.append((match["name"], sort, False))
    for name, known, _part in tuple(readings):
        qualified, bare = _take(_QUALIFIER, name)
        side, rest = _take(_DIRECTION, bare)
        if qualified and has_name(bare):
            readings.append((bare, known, False))
        if side and has_name(rest):
            readings.append((rest, known, True))
    return readings


def _sort(match: re.Match[str]) -> Sort:
    return next(sort for sort in _SORTS if match[sort])
