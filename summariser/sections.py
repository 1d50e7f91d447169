"""The build of a situation report: which heading, row label and cluster each sentence stands under.

A report says "Health" once and then lists under it what is lacking and what is done. A sentence there need
not say again what it is about, so what the heading says is known of every line below it, until the next
heading. A label at the start of a line ("Water: trucks reach eleven sites", "Education. Classes are called
off") holds for its own line. An article without headings has no sections at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summariser.lexicon.headings import CLUSTER_TITLES, REPORT, SITES, TITLE_WORDS, TOPICS
from summariser.schemas.codebooks import Cluster
from summariser.sentences import Sentence

_LONGEST_TITLE, _MOST_WORDS, _LONGEST_NAME = 80, 9, 45
_MARK = re.compile(r"^(?:#+\s*|\*{1,2}\s*(?=\S.*\*$)|(?:\d{1,2}|[IVX]{1,5}|[A-H])[.)]\s+)")
_BULLET = re.compile(r"^(?:[-–—*•◦▪●‣·>]\s*|\(?[a-z0-9]{1,2}[.)]\s+)")
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^\n:.!?;|]{1,60}?)\s*(?P<mark>[:.]|\s[–—-])(?=\s|$)")
_NUMERAL = re.compile(r"(?:\d{1,2}|[IVXLivxl]{1,5}|[A-H])[.)]")


@dataclass(frozen=True, slots=True)
class Section:
    """What is known of a sentence by its place in a report."""

    topics: frozenset[str] = frozenset()
    """"sites", "needs", "response", "access", "displacement"; those of its heading and of its label."""
    cluster: Cluster | None = None
    is_heading: bool = False
    row: bool = False
    """It begins a line of its own: a bullet, a row, a labelled line."""
    body: int = 0
    """Where in the sentence the text after bullet and label begins."""


NOWHERE = Section()


def find_sections(text: str, sentences: Sequence[Sentence]) -> Mapping[str, Section]:
    """The section of every sentence that stands under a heading or a label.

    Args:
        text: The article.
        sentences: Its sentences.
    """
    found: dict[str, Section] = {}
    heading = line = NOWHERE
    parent: frozenset[str] = frozenset()
    for at, sentence in enumerate(sentences):
        starts = _starts_line(text, sentences, at)
        ends = at + 1 == len(sentences) or "\n" in text[sentence.end : sentences[at + 1].start]
        if starts and ends and (_is_heading(sentence) or _is_title_of_sites(sentence)):
            heading, parent = _under(sentence.text, heading, parent)
            line = heading
            found[sentence.id] = replace(heading, is_heading=True)
            continue
        bullet = _BULLET.match(sentence.text) if starts else None
        skip = bullet.end() if bullet else 0
        label = _label(sentence.text[skip:], bulleted=bullet is not None) if starts else None
        if starts and (at == 0 or bullet or label or sentence.paragraph != sentences[at - 1].paragraph):
            line = heading
        body = skip
        if label is not None:
            line = _labelled(label["label"], line)
            body = skip + label.end()
        listed = starts and ends and sentence.text[-1] not in ".!?" and bool(re.search(r"\d", sentence.text))
        # "Al-Dorra. 1,240 families." under a heading of sites
        named = starts and not ends and SITES in line.topics and len(sentence.text) - skip <= _LONGEST_NAME
        found[sentence.id] = replace(line, row=bool(bullet or label) or listed or named, body=body)
    return found


def _starts_line(text: str, sentences: Sequence[Sentence], at: int) -> bool:
    if at and _NUMERAL.fullmatch(sentences[at - 1].text):
        at -= 1  # "III." and "Evacuation centres" are one line
    return at == 0 or "\n" in text[sentences[at - 1].end : sentences[at].start]


def _label(line: str, *, bulleted: bool) -> re.Match[str] | None:
    """The label of a line: anything before a colon; before a full stop or a dash, a title only."""
    label = _LABEL.match(line)
    if label is None or label["mark"] == ":":
        return label
    title = _title_cluster(label["label"]) is not None or _only_topics(label["label"])
    return label if title and (label["mark"] == "." or bulleted) else None


def _is_heading(sentence: Sentence) -> bool:
    words = _MARK.sub("", sentence.text).strip(" *_#:")
    if not words or len(words) > _LONGEST_TITLE or len(words.split()) > _MOST_WORDS or "|" in words:
        return False
    if words[-1] in ".!?;," and _title_cluster(words) is None:
        return False
    if _BULLET.match(sentence.text) and not _MARK.match(sentence.text):
        return False
    return (
        words[0].isalpha() and not re.search(r":\s*\S", words) and not re.search(r"\d[\d.,]*\s*\w*$", words)
    )


def _is_title_of_sites(sentence: Sentence) -> bool:
    """Whether the title of a report says that it is about sites: "Displacement sites in Abs: report 4"."""
    if sentence.role != "headline" or not REPORT.search(sentence.text):
        return False
    return TOPICS[SITES].search(sentence.text) is not None


def _under(text: str, before: Section, parent: frozenset[str]) -> tuple[Section, frozenset[str]]:
    """The section that a heading opens, and what the heading over it is about."""
    words = _MARK.sub("", text).strip(" *_#")
    topics = _topics(words)
    cluster = _title_cluster(words)
    if cluster is not None:
        # "Health" under "Needs and response" is about needs and response of health.
        return Section(topics or parent, cluster), parent
    if topics and words.endswith(":"):
        return Section(topics, before.cluster), parent
    return Section(topics), topics


def _labelled(label: str, line: Section) -> Section:
    cluster = _title_cluster(label)
    topics = _topics(label) if cluster is None and _only_topics(label) else frozenset()
    return Section(topics or line.topics, cluster or line.cluster)


def _only_topics(words: str) -> bool:
    """Whether the words are a title ("Gaps", "Evacuation centres") and no more."""
    rest = words
    for pattern in TOPICS.values():
        rest = pattern.sub(" ", rest)
    return rest != words and all(TITLE_WORDS.fullmatch(w) for w in rest.split())


def _topics(words: str) -> frozenset[str]:
    return frozenset(topic for topic, pattern in TOPICS.items() if pattern.search(words))


def _title_cluster(words: str) -> Cluster | None:
    """The cluster that a title names: nothing else may stand in it but needs, response and "and"."""
    rest = words.strip(" .:")
    found: list[tuple[int, Cluster]] = []
    for cluster, pattern in CLUSTER_TITLES.items():
        match = pattern.search(words)
        if match:
            found.append((match.start(), cluster))
            rest = pattern.sub(" ", rest)
    if not found:
        return None
    for pattern in TOPICS.values():
        rest = pattern.sub(" ", rest)
    left = [w for w in rest.split() if not TITLE_WORDS.fullmatch(w.strip(",;()&/-") or "-")]
    return min(found, key=lambda f: f[0])[1] if not left else None
