r"""Text for programs within an article: markup, addresses, paths, templates, assignments.

Nothing of it is a report: the number in an address counts nobody, and what a page hides is not told. Every
pattern is bounded, and what opens without an end is looked for once: a megabyte of ``<!--`` costs one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_UNSHOWN: Final = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|\bhidden\b"
)
_OPENS: Final = re.compile(
    r"<!--|<(?P<inner>script|style|template|noscript|iframe|svg|object|textarea)(?=[\s>/])"
    rf"|<(?P<outer>div|p|span|section|li|td|font|b|i)\s(?=[^<>]{{0,500}}(?:{_UNSHOWN}))",
    re.IGNORECASE,
)
"""What is left out up to its end: comments, scripts, and elements that their style hides."""
_ELEMENTS: Final = (
    "a|abbr|address|article|aside|audio|b|base|blockquote|body|br|button|canvas|caption|center|cite|code|col"
    "|dd|del|details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|h[1-6]|head|header"
    "|hr|html|i|iframe|img|input|ins|label|legend|li|link|main|map|mark|marquee|math|meta|nav|noscript|object"
    "|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub"
    "|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|u|ul|var|video|wbr"
)
_REST: Final = r"[^\s<>\"“”\x00-\x1f\x7f-\x9f]{1,2000}"
_CODE: Final = re.compile(
    rf"</?(?:{_ELEMENTS})(?:\s[^<>]{{0,2000}}|/)?>"
    r"|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp|period|comma);(?:#?\w{1,8};)?"
    r"|!\[[^\[\]\n]{0,300}\]\([^()\s]{0,1000}\)"
    r"|(?<=\])\((?:https?|file|data|javascript|mailto|ftp):[^()\s]{0,1000}(?:\([^()\s]{0,200}\))?[^()\s]{0,200}\)"
    rf"|\b(?:https?|ftps?|file|ldaps?|wss?)://?{_REST}"
    rf"|\b(?:data|javascript|mailto):(?=\S){_REST}"
    rf"|\bwww\.{_REST}"
    r"|(?<![\w.-])[\w-]{1,40}\.(?:com|org|net|int|edu|gov|info|example|io)/[^\s<>\"“”]{0,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,5}"
    r"|(?<![\w/\\])(?:[a-z]:\\|\\\\|\.{1,2}[/\\]|~/)[^\s<>\"“”]{1,500}"
    r"|(?<![\w/.])/(?:[\w.-]{1,60}/){2,20}[\w.-]{0,60}"
    r"|(?<!\w)#\d+[^\W\d]\w{0,60}"
    r"|\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\$\{[^{}]{0,500}\}|%\([^()\s]{0,100}\)[\w.]{1,20}"
    r"|\{\d*(?:\.__\w{1,40}__){1,9}\}"
    r"|(?<![\w.])[a-z_]{3,40}\s?=\s?(?:\d[\d,.]{0,40}|'[^'\n]{0,200}'|\"[^\"\n]{0,200}\")"
    r"|(?<![\w=])=[A-Z]{2,20}\([^\n]{0,300}?\)",
    re.IGNORECASE,
)
"""Tags, entities, links, addresses, paths, templates, assignments, formulas."""
_SIGNS: Final = re.compile(r"[<&@#{=\\~]|:/|:\S|www\.|\]\(|\./|/\S{1,60}/", re.IGNORECASE)


def find_code(text: str) -> Iterator[tuple[int, int]]:
    """Where code stands in a text, in no order; stretches may overlap."""
    if _SIGNS.search(text) is None:
        return
    yield from _whole_elements(text)
    yield from (match.span() for match in _CODE.finditer(text))


def _whole_elements(text: str) -> Iterator[tuple[int, int]]:
    if "<" not in text:
        return
    lower = text.lower() if len(text.lower()) == len(text) else text  # "İ" has two letters in lower case
    unclosed: set[str] = set()
    at = 0
    while (match := _OPENS.search(text, at)) is not None:
        at = match.end()
        name = (match["inner"] or match["outer"] or "").lower()
        close = f"</{name}" if name else "-->"
        found = -1 if close in unclosed else lower.find(close, at)
        if found < 0:
            unclosed.add(close)
            continue
        end = lower.find(">", found)
        if end < 0:
            return
        yield match.start(), end + 1
        at = end + 1
