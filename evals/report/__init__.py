"""The page that people read: scores with intervals, plots, costs, two runs compared, every case."""

from __future__ import annotations

from summariser.evals.report.data import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.report.page import render, write_report

__all__ = ["ScoredCase", "ScoredRun", "SuiteScores", "render", "write_report"]
