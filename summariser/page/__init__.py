"""The local web page: read articles with their summaries beside them, correct, label, compare, take away.

FastAPI and server-rendered HTML, with two small scripts of its own and nothing from another host. Whatever an
article holds is text here: templates escape it, the scripts set text and never markup, and the page's
Content-Security-Policy lets nothing else run (`guard`).

FastAPI is an optional dependency: importing `summariser.page.app` needs the extra ``page``.
"""
