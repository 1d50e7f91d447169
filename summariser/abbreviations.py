"""Whether a stop belongs to an abbreviation or ends a sentence: English, French, Spanish and Arabic.

A stop is judged by the words on its two sides alone, so that one table of words serves all four languages:
a quotation in Spanish inside an English report has Spanish titles. What no table can hold is told by form:
initials ("J.-P.", "S. A."), doubled letters of a plural ("EE. UU."), a unit behind its number ("14.30 h.").
"""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Always followed by a name or by more of the same sentence.
_TITLES: Final = _words(
    "gen lt col maj capt cpl sgt pvt pfc adm cmdr cdr brig mr mrs ms messrs dr prof rev fr hon gov sen "
    "rep pres st ste mt ft supt insp det amb lic ing atty sr sra srta dra gral gnral tte cnel cap mons "
    "mme mlle mgr vs viz cf e.g i.e eg ie approx ca sq esp incl "
    # French
    "gén cne cdt cpt adjt pr drs mmes mlles mgrs av bd blvd "
    # Spanish
    "dña sres sras srtas dres dras sgto subtte cte cmte almte vicealm pdte pdta arq abog sta sto avda cra "
    "hna hno cía dpto depto ej dn prof profa"
)
_CAPITAL_TITLES: Final = frozenset({"M", "MM", "Da", "Ma", "Ud", "Uds", "Vd", "Vds", "Pbro"})
"""Titles only with their capital: "5 m.", "lo que da." and "30 mm." end a sentence."""
_OF_NAMES: Final = _words("le la las de des du del el los al l d")
"""Starters that surnames begin with: "M. Le Guen", "A. El Hassan"."""
_MONTHS: Final = _words(
    "jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil déc ene abr ago dic"
)
_BEFORE_DIGIT: Final = _words(
    "no nos nr núm num art arts sec fig figs vol ch chap "
    "para paras p pp pg eq rs tel ext c op res ver lat long art lit rte hwy ap "
    # French
    "tél réf env art al tabl "
    # Spanish
    "núms pág págs tfno aprox cra kra ref"
)
_ROUND: Final = _words("max min máx mín km")
"""Before a number "at most" or "kilometre 30 of the road", behind one a unit, which ends a sentence."""
_STARTERS: Final = _words(
    "the a an he she it they we you i this that these those there his her their its our in on at by for "
    "from but and or so yet if when while after before since as although though however meanwhile no not "
    "some many most all both what who why how where then now today earlier later police officials more "
    "according"
)
# French and Spanish.
_STARTERS_ABROAD: Final = _words(
    "le la les un une des du ce cet cette ces il elle ils elles on nous vous je leur leurs son sa ses "
    "dans sur au aux en par pour selon après avant depuis mais et ou si quand lorsque tandis qui "
    "aucun aucune plusieurs certains certaines tous toutes hier aujourd'hui plus "
    # Spanish
    "el los las lo una unos unas este esta estos estas ese esa esos esas aquel él ella ellos ellas yo al "
    "del por para con sin según tras desde hasta entre pero y o si cuando mientras también además ayer "
    "hoy otro otra otros otras ningún ninguna varios varias muchos todos todas más se su sus hay fue"
)
_AFTER_CLOCK: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january "
    "february march april may june july august september october november december gmt utc est edt cst "
    "cdt pst pdt et ct pt cet bst ist local eastern central pacific"
)
_LAST_WORD: Final = re.compile(r"[^\W_][\w.'’]*$")
_FIRST_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_ELIDED: Final = re.compile(r"^(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\b[ap]\.\s?m$", re.IGNORECASE)
_UNIT: Final = re.compile(r"(?<=\d)\s?(?:[a-zµ]|م|هـ?)$")
"""A single small letter behind a number: "14.30 h.", "5 m.", "٢٠٢٤ م."."""
_MINUTES: Final = re.compile(r"[0-5]\d(?=\s?[,;.)»])")
_SPACED: Final = re.compile(r"\b(?:i\.\s?e|e\.\s?g|arts?\.\s[LRD])$", re.IGNORECASE)
_ERA: Final = re.compile(r"(?:de\s)?(?:J\.\s?)?C\.")
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"\d{4}\b")
_SECTION: Final = re.compile(r"\d|[A-Z]{1,2}\.?\s?\d")
"""Of a law: "art. 5", "art. L. 121-1"."""
_SAID: Final = re.compile(r"\b(?:que|said|says|answered|dijo|dijeron|respondió|contestó)$", re.IGNORECASE)
_INITIAL: Final = re.compile(r"[^\W\d_]\.")
_SPELT: Final = re.compile(r"(?:(?:^|[\s(])[^\W\d_]\.|\b(?:av|ap|apr)\.\s?J\.\s?-)$")
"""Before a last letter: more letters with stops, or those of an era."""
_DOUBLED: Final = re.compile(r"(?:^|[^\w.])([^\W\d_])\1$")
_DOUBLED_NEXT: Final = re.compile(r"([^\W\d_])\1\.")
_ARABIC_LETTER: Final = re.compile(r"(?:^|[\s(«\"])و?[أدمصجتطهقع]$")
"""Doctor, professor, engineer; page, part, telephone: "لا." is a word."""


def is_abbreviation(before: str, after: str) -> bool:
    """Whether a stop is that of an abbreviation and the sentence goes on behind it.

    Args:
        before: What stands before the stop, of the same sentence.
        after: What stands behind it, without white space, brackets and quotation marks; not empty.
    """
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    shown = _ELIDED.sub("", last[0])
    word = shown.lower()
    lead = before[: last.start()].rstrip()
    first = _FIRST_WORD.match(after)
    following = first[0].lower() if first else ""
    starts = first is not None and _starts(first[0])
    if word in ("a.m", "p.m") or _CLOCK.search(before):
        return following in _AFTER_CLOCK
    if (word in ("a", "d") and _ERA.match(after)) or _SPACED.search(before):
        return True
    if _UNIT.search(before):
        return word == "h" and _MINUTES.match(after) is not None
    if word in _ROUND:
        return after[0].isdigit() and not lead[-1:].isdigit()
    initial = _INITIAL.match(after) is not None or _ELIDED.sub("", following) in _OF_NAMES
    if shown in _CAPITAL_TITLES:
        return not starts or initial
    if word in _TITLES:
        return True
    if _is_doubled(before):
        # "EE. UU. cerró", "las FF. AA.": the second half ends what a capital follows.
        return _DOUBLED_NEXT.match(after) is not None
    if _DOTTED.match(shown) and after[0].isalpha() and (shown[-1].isupper() or "." in shown):
        # "S. A. negó": a letter with a stop of its own is an initial, whatever word it would be.
        # "A. El Hassan" is a man, "R.D.C. Le maire", "D. C. Los demás" and "av. J.-C. Les" are ends.
        several = "." in shown or _SPELT.search(lead) is not None
        return not starts or (_INITIAL.match(after) is not None if several else initial)
    if word in _MONTHS or word in _BEFORE_DIGIT:
        return _before_number(word, shown, lead, after)
    if _ARABIC_LETTER.search(before):
        return after[0].isalnum()
    return _DOTTED.match(shown) is not None and after[0].isalpha() and not starts


def _before_number(word: str, shown: str, lead: str, after: str) -> bool:
    """Whether a word that is short for another one before a number has its number behind it."""
    if word in _MONTHS and shown[0].islower():
        # "cayeron al mar. 12 personas": in French and Spanish the day stands before, the year behind.
        return _YEAR.match(after) is not None
    if word == "no" and _SAID.search(lead):
        return False
    return (_SECTION if word.startswith("art") else _DIGIT).match(after) is not None


def _starts(word: str) -> bool:
    """Whether a sentence often begins with a word. "U.S. UN staff": letters are no "un"."""
    small = word.lower()
    if small in _STARTERS:
        return True
    return (len(word) < 2 or not word.isupper()) and (
        small in _STARTERS_ABROAD or _ELIDED.match(small) is not None
    )


def _is_doubled(before: str) -> bool:
    """Whether the last word is one capital twice: "EE", "FF"."""
    found = _DOUBLED.search(before)
    return found is not None and found[1].isupper()
