"""The same work on the machines of a Ray cluster: `summarise_dataset`, and ``summariser batch --engine ray``.

    import ray
    from summariser.ray import summarise_dataset

    articles = ray.data.read_parquet("articles/")
    summaries = summarise_dataset(articles, base_url="http://127.0.0.1:8000/v1", in_flight=32)
    summaries.write_parquet("summaries/")

Needs the extra "ray" (``pip install 'summariser[ray]'``) here and on every node; see docs/ray.md. Importing
this package needs nothing: `summarise_dataset` and `RaySummariser` raise `MissingExtra` without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summariser.ray.batches import RaySummariser
    from summariser.ray.datasets import summarise_dataset
    from summariser.ray.pools import Pool

_HOMES = {"Pool": "pools", "RaySummariser": "batches", "summarise_dataset": "datasets"}

__all__ = ["Pool", "RaySummariser", "summarise_dataset"]


def __getattr__(name: str) -> Any:
    # Loaded on first use: who only counts or hands out on a cluster need not know how to read.
    if name in _HOMES:
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(f"summariser.ray.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'summariser.ray' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
