"""Processes that work on articles, so that all cores do, while one process alone speaks to the endpoint.

An article costs tens of milliseconds of the processor between its calls, and one interpreter uses one core.
So the articles of a large stream go to worker processes: there everything is done but the call itself, which
comes back here, where the connections, the limit on calls in flight and the budget are. Results are the same
to the byte: it is the same code.

``messages``: what is said; ``child``: the worker's side; ``process``: ours, for one worker; ``crew``: all
of them.
"""

from summariser.workers.crew import Crew, make_crew
from summariser.workers.messages import Brief

__all__ = ["Brief", "Crew", "make_crew"]
