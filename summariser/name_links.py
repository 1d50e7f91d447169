"""Which forms are names of the same thing: acronyms, surnames, camps with and without the word camp.

Joining is by hashing, never by comparing every name with every other, so that a long text costs no more
than its length. Where a form could belong to two names it is left on its own.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summariser.name_kinds import Evidence
from summariser.name_runs import Run, is_organisation_word
from summariser.name_tokens import Token
from summariser.normalise.place_keys import exact_key, loose_key
from summariser.normalise.place_tables import country_codes, is_acronym
from summariser.normalise.place_words import alias_sets, lower_words

_LINK_WORDS = frozenset({"of", "for", "the", "and", "in"})
_BRACKETS = ("(", "[")


@dataclass(slots=True)
class Form:
    """One spelling of a name with its mentions."""

    text: str
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    """(start, end, sentence id), in text order."""
    evidence: Evidence = field(default_factory=Evidence)
    key: str = ""

    def __post_init__(self) -> None:
        self.key = name_key(self.text)


@dataclass(slots=True)
class Group:
    """All forms of one name."""

    forms: list[Form]

    @property
    def text(self) -> str:
        """The longest form, the earliest of equals."""
        return max(self.forms, key=lambda form: (len(form.text), -form.spans[0][0])).text

    @property
    def evidence(self) -> Evidence:
        """The evidence of all forms together."""
        total = Evidence()
        for form in self.forms:
            total.add(form.evidence)
        return total


def name_key(text: str) -> str:
    """Forms with the same key are the same name.

    >>> name_key("the al-Hol camp") == name_key("Al Hol"), name_key("U.S.") == name_key("United States")
    (True, True)
    """
    codes = country_codes(text)
    if len(codes) == 1:
        return f"={codes[0]}"
    if is_acronym(text) and text.replace(".", "").isupper():
        return text.replace(".", "")  # "WHO" is not "who", nor "US" "us"
    words = [word for word in exact_key(text).split() if word not in _LINK_WORDS]
    while len(words) > 1 and words[-1] in lower_words("camp_ends") | {"refugee", "idp", "displacement"}:
        words.pop()
    return " ".join(words)


def defined_acronym(run: Run) -> Token | None:
    """The acronym in brackets right after a name that it may stand for: "X Y Z (XYZ)"."""
    token = run.following()
    if token is None or not token.shouted or token.gap.strip() not in _BRACKETS:
        return None
    words = [word for word in run.words if word[:1].isupper()]
    initials = "".join(word[0] for word in words)
    likely = token.text[0] == initials[:1] or _is_subsequence(token.text, initials)
    return token if len(words) > 1 and (likely or is_organisation_word(words[-1])) else None


def link_forms(forms: Sequence[Form], defined: Iterable[tuple[str, str]]) -> list[Group]:
    """Join the forms of one name.

    Args:
        forms: Forms with different keys.
        defined: Pairs of keys that the text itself declares to be one ("X Y Z (XYZ)").
    """
    parents = {form.key: form.key for form in forms}

    def root(key: str) -> str:
        while parents[key] != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    def join(one: str, other: str) -> None:
        if one in parents and other in parents:
            parents[root(one)] = root(other)

    for one, other in (*defined, *_initials(forms), *_known_aliases(), *_surnames(forms), *_spellings(forms)):
        join(one, other)
    groups: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        groups[root(form.key)].append(form)
    return [Group(members) for members in groups.values()]


def _initials(forms: Sequence[Form]) -> list[tuple[str, str]]:
    """An acronym and the one name in the text whose initials it has."""
    by_initials: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        words = [word for word in form.text.split() if word[:1].isupper()]
        if len(words) > 2:
            by_initials["".join(word[0] for word in words)].append(form.key)
    pairs = []
    for form in forms:
        spelt = form.text.replace(".", "")
        if len(spelt) > 2 and spelt.isupper() and len(by_initials.get(spelt, ())) == 1:
            pairs.append((form.key, by_initials[spelt][0]))
    return pairs


@functools.cache
def _known_aliases() -> list[tuple[str, str]]:
    # Each with each: the one that an article has need not be the first of the list.
    keys = [[name_key(name) for name in names] for names in alias_sets()]
    return [(one, other) for line in keys for one in line for other in line if one != other]


def _surnames(forms: Sequence[Form]) -> list[tuple[str, str]]:
    """ "Bali" and "Mustafa Bali": an end, or a later word, of a name that only one person here bears."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        words = form.text.split()
        if 1 < len(words) < 6 and _could_be_person(form):
            ends = {_bare(" ".join(words[start:])) for start in range(1, len(words))}
            for part in ends | {_bare(word) for word in words[1:]}:
                bearers[part].add(form.key)
    pairs = []
    for form in forms:
        found = bearers.get(_bare(form.text), set()) - {form.key}
        # "Diaz Caro" ends "Victor Diaz Caro", and "Caro" ends both: the longest bearer stands for all.
        if found and not country_codes(form.text) and form.evidence.place <= form.evidence.person + 2:
            longest = max(found, key=len)
            if all(longest.endswith(other) for other in found):
                pairs.append((form.key, longest))
    return pairs


def _could_be_person(form: Form) -> bool:
    evidence = form.evidence
    if evidence.body or evidence.place > evidence.person or country_codes(form.text):
        return False
    return not any(is_organisation_word(word) for word in form.text.split())


def _spellings(forms: Sequence[Form]) -> list[tuple[str, str]]:
    """Two romanisations of one place in one text."""
    first: dict[str, str] = {}
    pairs = []
    for form in forms:
        if form.evidence.place <= 0 or country_codes(form.text):
            continue
        key = loose_key(form.text)
        if len(key) > 4:
            pairs.append((form.key, first.setdefault(key, form.key)))
    return pairs


def _bare(word: str) -> str:
    """A surname without its article: "al-Abadi" and "Abadi" are one."""
    key = exact_key(word)
    return key.removeprefix("al ").removeprefix("el ")


def _is_subsequence(letters: str, of: str) -> bool:
    rest = iter(of)
    return all(letter in rest for letter in letters)
