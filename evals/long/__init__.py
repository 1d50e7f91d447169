"""A fictional monthly situation report of 30 pages, with labels, and what of them a summary of it holds.

The report (``report.md``) was written for this project; none of it happened. Its labels (``labels.json``)
were made by reading it, before any summary of it was. ``python -m summariser.evals.long`` makes the PDF,
summarises it by the rules alone and scores the summary.
"""
