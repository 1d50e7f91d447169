"""Summaries in the forms that other tools read: `render` and `export`.

    from pathlib import Path
    from summariser.exports import export

    report = export([summary], "acled", Path("events.csv"))
    for reason, times in report.reasons():
        print(times, reason)

What each form holds, column by column, stands in docs/exports.md. Every row carries its evidence and an id
that survives re-runs (`event_id`, `record_id`).
"""

from summariser.exports.forms import FORMS, Form
from summariser.exports.ids import article_id, event_id, record_id
from summariser.exports.inputs import Unreadable, read_summaries, summaries_in
from summariser.exports.rendering import Rendered, export, form_of, render, rendered
from summariser.exports.report import ExportReport, LeftOut, Named, reasons

__all__ = [
    "FORMS",
    "ExportReport",
    "Form",
    "LeftOut",
    "Named",
    "Rendered",
    "Unreadable",
    "article_id",
    "event_id",
    "export",
    "form_of",
    "read_summaries",
    "reasons",
    "record_id",
    "render",
    "rendered",
    "summaries_in",
]
