"""`summarise_dataset`: a Ray Dataset of articles in, one of summaries out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from summariser.batch.tables import Columns, find
from summariser.budgets import Limits
from summariser.errors import ConfigurationError
from summariser.pipeline import Kind
from summariser.ray.extra import connect, ray_module
from summariser.ray.pools import Pool
from summariser.ray.rows import DatasetForm
from summariser.ray.shelves import shelf_of
from summariser.ray.worker import MakeEngine
from summariser.settings import Settings


def summarise_dataset(
    ds: Any,
    *,
    text_column: str = "text",
    id_column: str | None = None,
    published_column: str | None = None,
    source_column: str | None = None,
    carry: Sequence[str] = (),
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | SecretStr | None = None,
    settings: Settings | None = None,
    engine: MakeEngine | None = None,
    min_confidence: float | None = None,
    kind: Kind = "all",
    concurrency: int | None = None,
    in_flight: int = 4,
    cores: float | None = None,
    limits: Limits | None = None,
    prices: Path | None = None,
    store: Path | str | None = None,
    timings: bool = False,
) -> Any:
    """Summarise every row of a dataset. Lazy, as Ray's own transformations are.

    Args:
        ds: A ``ray.data.Dataset``, a row for each article.
        text_column: The column with the text.
        id_column: With the article's id; by default "id" where there is one.
        published_column: With its day of publication; by default "published" where there is one.
        source_column: With who published it; by default "source" where there is one.
        carry: Columns that are handed through.
        model: As for `Summariser`, and so are the next three.
        base_url: An endpoint; seen from each node, so that 127.0.0.1 is a server on every one.
        api_key: Its key.
        settings: Ready settings, in place of these three.
        engine: Makes the engine of an actor, in place of all of these; must be importable on the nodes.
        min_confidence: As for `Summariser`.
        kind: Which summaries to make.
        concurrency: How many actors, each with an engine of its own; by default one on each node.
        in_flight: Articles at once in each actor (1 to 1000).
        cores: CPUs that each actor reserves; an embedded engine gets as many threads. By default next to
            nothing is reserved, so that the actor of a lost node finds room on another.
        limits: What each node may spend. An article that no node may work on has `BudgetSpent` as its error.
        prices: A price list, see `summariser.prices`.
        store: A file on this machine for finished work: what is in it is not done again. One process may
            use it at a time: here an actor beside this one, as long as one of the returned datasets lives,
            which they share.
        timings: With the seconds that were measured in the summaries, in which two runs differ.

    Returns:
        A dataset with one row for each row of ``ds``, in no order: ``id``, ``place`` (for people),
        ``summary`` (JSON), ``error_kind``, ``error_message``, ``error_advice`` as a batch writes them; and
        what each article cost this time: ``calls``, ``tokens_in``, ``tokens_cached``, ``tokens_out``,
        ``cost_usd`` (US dollars, null without a price), ``seconds``. Ids are not checked: two rows with one
        id are two rows of the result.

    Raises:
        MissingExtra: Ray is not installed.
        ConfigurationError: A column, a number, a model, a price that cannot be.
        StoreError: The store cannot be used.
    """
    ray_module()
    columns = Columns(text_column, id_column, published_column, source_column)
    _check_columns(ds, columns, carry)
    if settings is not None and (model or base_url or api_key):
        raise ConfigurationError("Settings were given beside model, base_url or api_key", "Give one of them")
    settings = settings or Settings.from_environment(model, base_url, api_key)
    limits = limits or Limits()
    pool = Pool(settings, engine, min_confidence, concurrency, cores, limits)
    price = pool.local().budget(limits, prices).price
    path = None if store is None else Path(store).resolve()
    connect(None)
    shelf = None if path is None else shelf_of(path)
    form = DatasetForm(columns, tuple(carry), timings)
    # A block for each article: what is lost with a node is then only what was in flight there.
    single = ds.repartition(target_num_rows_per_block=1)
    ledger = pool.books(Limits(), price, shelf)
    return pool.over(single, form, ledger, in_flight=in_flight, kind=kind, price=price)


def _check_columns(ds: Any, columns: Columns, carry: Sequence[str]) -> None:
    """See that the columns are there, where that is known without reading the dataset."""
    schema = ds.schema(fetch_if_missing=False)
    if schema is None or not schema.names:
        return
    missing = next((name for name in columns.wanted() if find(name, schema.names) is None), None)
    missing = missing or next((name for name in carry if name not in schema.names), None)
    if missing is not None:
        raise ConfigurationError(
            f"The dataset has no column {missing!r}; it has {', '.join(map(repr, schema.names))}",
            "Name its columns: text_column, id_column, published_column, source_column, carry",
        )
