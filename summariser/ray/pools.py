"""The pool of actors: how many, where, and how much each has in hand."""

from __future__ import annotations

import math
import weakref
from dataclasses import dataclass
from typing import Any, Final

from summariser.api import Summariser
from summariser.budgets import Limits
from summariser.errors import ConfigurationError
from summariser.pipeline import Kind
from summariser.prices import Price
from summariser.ray.extra import beside_the_driver, ray_module, reserved, working_nodes
from summariser.ray.ledger import Ledger
from summariser.ray.rows import Form
from summariser.ray.shelves import RemoteShelf
from summariser.ray.worker import MakeEngine, Plan, Worker, settings_to_send
from summariser.settings import Settings

_AT_HAND: Final = 8
"""Articles that wait in an actor for their turn, so that it is not idle until the next one comes."""
_MOST: Final = 1000
"""Articles at once in one actor; each takes a thread of Ray's."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The actors of one run.

    Args:
        settings: Which model answers, and how it is asked.
        engine: Makes the engine on each actor, in place of what the settings mean.
        min_confidence: As for `Summariser`.
        actors: How many, each with an engine of its own; None for one on each node that offers a CPU.
        cores: CPUs that each reserves, and threads of an embedded engine. None reserves next to nothing.
        per_node: What each node may spend.

    Raises:
        ConfigurationError: A number that there cannot be.
    """

    settings: Settings
    engine: MakeEngine | None = None
    min_confidence: float | None = None
    actors: int | None = None
    cores: float | None = None
    per_node: Limits = Limits()  # noqa: RUF009 - frozen

    def __post_init__(self) -> None:
        if self.actors is not None and self.actors < 1:
            raise ConfigurationError(f"The number of engines is {self.actors}", "Give 1 or more")
        if self.cores is not None and not 0 < self.cores < math.inf:
            raise ConfigurationError(f"The number of cores is {self.cores}", "Give more than 0, or none")

    def local(self) -> Summariser:
        """A summariser on this machine, for prices and keys. Its engine is never started."""
        engine = None if self.engine is None else self.engine()
        return Summariser(engine=engine, settings=self.settings, min_confidence=self.min_confidence)

    def size(self) -> int:
        """How many actors there will be. Ray must have been joined."""
        return self.actors or working_nodes()

    def over(
        self, dataset: Any, form: Form, ledger: Any, *, in_flight: int, kind: Kind, price: Price | None
    ) -> Any:
        """The dataset of what became of a dataset's articles, one block for each.

        Args:
            dataset: A block for each article.
            form: How its rows are read and written.
            ledger: From `books`.
            in_flight: Articles at once in each actor.
            kind: Which summaries to make.
            price: What the model costs.

        Raises:
            ConfigurationError: More in flight than an actor can have.
        """
        if not 1 <= in_flight <= _MOST:
            raise ConfigurationError(f"{in_flight} articles at once in each engine", f"Use 1 to {_MOST}")
        size = self.size()
        plan = Plan(
            settings_to_send(self.settings),
            self.engine,
            self.min_confidence,
            kind,
            self.local().identity(kind).facts,
            price,
            self.per_node.calls_per_article,
            form,
            share=math.ceil(size / working_nodes()),
            cores=self.cores,
        )
        compute = ray_module().data.ActorPoolStrategy(
            size=size,
            max_concurrent_calls_per_actor=in_flight,
            max_tasks_in_flight_per_actor=in_flight + min(in_flight, _AT_HAND),
        )
        return dataset.map_batches(
            Worker,
            fn_constructor_args=(plan, ledger),
            batch_size=None,
            batch_format="pyarrow",
            compute=compute,
            num_cpus=reserved(self.cores),
            udf_modifying_row_count=False,
        )

    def books(self, total: Limits, price: Price | None, shelf: Any = None) -> Any:
        """A `Ledger` for one run, as an actor; ``shelf``, from `shelf_of`, lives as long as it does."""
        keeps = None if shelf is None else RemoteShelf(shelf)
        ledger = beside_the_driver(Ledger, self.per_node, total, price, keeps, self.size())
        if shelf is not None:
            weakref.finalize(ledger, _let_go, shelf).atexit = False
        # Waited for: its calls come in any order, and a worker may ask for the key at once.
        ray_module().get(ledger.entrust.remote(self.settings.api_key))
        return ledger


def _let_go(_shelf: Any) -> None:
    """Nothing: until it is called, its argument is known."""
