"""Web pages around an article: menus, adverts, related stories and readers' comments, in several layouts.

What stands around the article tells of violence as well, as it does on news sites: whatever of it comes out
is a fault. The layouts are made here after how such pages are built, and are nobody's page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

AROUND: Final = (
    "Suicide bomber kills 417 people in Kandahar",
    "Floods displace 83,500 families in Sylhet",
    "Militants abduct 619 pupils near Maiduguri, governor says",
    "Opinion: why the Mopti ceasefire failed",
)
"""Teasers of other stories."""
COMMENTS: Final = (
    "My cousin says 5,150 soldiers were killed in Kandahar and nobody writes about it!",
    "Another 733 people fled from Sylhet yesterday, you forgot that.",
    "First! Great article, thank you for your work.",
)
"""What readers write below."""
PLANTED: Final = ("417", "83,500", "619", "5,150", "733", "Kandahar", "Sylhet", "Maiduguri", "Mopti")
"""Numbers and names that stand around the articles alone."""

_BULLET: Final = re.compile(r"\s*[-•*]\s+(.*)")


def _blocks(text: str) -> tuple[str, list[str]]:
    headline, _, body = text.strip().partition("\n")
    return headline, [block for block in re.split(r"\n\s*\n", body.strip()) if block.strip()]


def _paragraph(block: str) -> str:
    lines = block.splitlines()
    bullets = [_BULLET.fullmatch(line) for line in lines]
    if all(bullets):
        return "<ul>" + "".join(f"<li>{escape(m[1])}</li>" for m in bullets if m) + "</ul>"
    return "<p>" + "<br>\n".join(escape(line) for line in lines) + "</p>"


def _links(items: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="/story/{n}">{escape(item)}</a></li>' for n, item in enumerate(items))


_MENU: Final = ("Home", "World", "Politics", "Business", "Sport", "Weather", "Subscribe", "Sign in")
_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Daily Example</title>
<meta property="og:site_name" content="The Daily Example"></head><body>{inside}
<footer><p>© 2024 The Daily Example. All rights reserved.</p>
<ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy</a></li></ul></footer></body>
</html>"""
_SHARE: Final = '<ul class="share-buttons"><li>Share</li><li>Tweet</li><li>Email</li><li>Print</li></ul>'
_NEWS: Final = """
<div class="cookie-banner" role="dialog"><p>We use cookies on this site.
By accepting you agree.</p><button>Accept</button></div>
<header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1>{share}{body}</article>
<section class="related"><h2>Related stories</h2><ul>{around}</ul></section>
<section id="comments" class="comments"><h2>3 comments</h2>{comments}</section></main>"""
_BLOG: Final = """
<div id="page"><div id="menu" class="menu"><ul>{menu}</ul></div>
<div class="post"><h1 class="entry-title">{title}</h1><div class="entry-content">{body}</div></div>
<div id="sidebar" class="sidebar widget"><h3>Recent posts</h3><ul>{around}</ul></div>
<div class="commentlist">{comments}</div>
<div id="respond"><h3>Leave a reply</h3><form><textarea></textarea></form></div></div>"""
_PORTAL: Final = """
<header class="site-header"><nav><ul>{menu}</ul></nav></header><div class="breadcrumbs">Home / World</div>
<main><h1>{title}</h1>{share}<div class="article-body" itemprop="articleBody">{boxed}</div>
<div class="author-box"><p>The writer is a correspondent of ours.</p></div>
<div class="comments-area">{comments}</div></main>"""
"""Boxes stand between the paragraphs, and the headline outside the body."""
_OLD: Final = """
<table width="100%"><tr><td width="15%"><ul>{menu}</ul></td><td><h2>{title}</h2>{body}</td>
<td width="20%"><b>Latest</b><br><ul>{around}</ul></td></tr></table>"""
"""Laid out with a table, as on an old site."""
LAYOUTS: Final[Mapping[str, str]] = {"news": _NEWS, "blog": _BLOG, "portal": _PORTAL, "old": _OLD}


def page(text: str, layout: str) -> str:
    """An article as a web page; its first line is the headline.

    Raises:
        KeyError: The layout is none of `LAYOUTS`.
    """
    title, blocks = _blocks(text)
    comments = [f'<div class="comment"><b>reader</b><p>{escape(c)}</p></div>' for c in COMMENTS]
    inside = LAYOUTS[layout].format(
        title=escape(title),
        menu=_links(_MENU),
        share=_SHARE,
        around=_links(AROUND),
        comments="".join(comments),
        body="".join(map(_paragraph, blocks)),
        boxed="".join(_boxed(blocks)),
    )
    return _PAGE.format(title=escape(title), inside=inside)


def _boxed(blocks: list[str]) -> Iterator[str]:
    """The paragraphs, with a box of other matter after every second."""
    boxes = (
        f'<aside class="read-also"><p>Read also: <a href="/1">{escape(AROUND[0])}</a></p></aside>',
        '<div class="advert ad-slot"><p>Advertisement</p></div>',
        f'<div class="related-box"><h3>More on this</h3><ul>{_links(AROUND[1:])}</ul></div>',
        '<div class="newsletter-signup"><p>Get our newsletter.</p><input type="email"></div>',
    )
    for at, block in enumerate(blocks):
        yield _paragraph(block)
        if at % 2:
            yield boxes[at // 2 % len(boxes)]
