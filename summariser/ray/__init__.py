"""The same work on the machines of a Ray cluster: `summarise_dataset`, and ``summariser batch --engine ray``.

    import ray
    from summariser.ray import summarise_dataset

    articles = ray.data.read_parquet("articles/")
    summaries = summarise_dataset(articles, base_url="http://127.0.0.1:8000/v1", in_flight=32)
    summaries.write_parquet("summaries/")

Needs the extra "ray" (``pip install 'summariser[ray]'``) here and on every node; see docs/ray.md. Importing
this package needs nothing: `summarise_dataset` and `RaySummariser` raise `MissingExtra` without it.
"""

from summariser.ray.batches import RaySummariser
from summariser.ray.datasets import summarise_dataset
from summariser.ray.pools import Pool

__all__ = ["Pool", "RaySummariser", "summarise_dataset"]
