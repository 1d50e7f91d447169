"""Many articles from folders and tables into one file, with nothing lost: `run_batch`.

    from pathlib import Path
    from summariser import Summariser
    from summariser.batch import BatchOptions, Limits, run_batch

    with Summariser() as summariser:
        state = run_batch(
            [Path("articles.jsonl")], Path("summaries.jsonl"),
            BatchOptions(resume=True, limits=Limits(minutes=480)), summariser=summariser,
        )

For articles that are already in memory there is ``Summariser.summarise_many(articles, store="work.store")``.
"""

from summariser.batch.origins import Origins
from summariser.batch.running import BatchOptions, BatchState, Workforce, run_batch, store_beside
from summariser.batch.tables import Columns
from summariser.budgets import Budget, Limits

__all__ = [
    "BatchOptions",
    "BatchState",
    "Budget",
    "Columns",
    "Limits",
    "Origins",
    "Workforce",
    "run_batch",
    "store_beside",
]
