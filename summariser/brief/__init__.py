"""Many articles on one crisis: events that several report side by side, never merged.

from summariser.brief import make_brief, to_html, to_markdown

brief = make_brief(summaries)  # of `Summariser.summarise`, or read from a batch
page = to_html(brief)
"""

from summariser.brief.making import BriefOptions, make_brief
from summariser.brief.markdown import to_markdown
from summariser.brief.page import to_html
from summariser.schemas.brief import Brief

__all__ = ["Brief", "BriefOptions", "make_brief", "to_html", "to_markdown"]
