"""Every error that summariser raises, under one root.

::

    SummariserError
    ├── InputError                     the article or an argument is at fault        (exit code 2)
    │   ├── EmptyArticle               nothing to read
    │   ├── NotText                    binary content, or an encoding that is not known
    │   ├── ArticleTooLong             more than the reader or the model can take
    │   ├── UnreadableSource           missing file, a directory, no permission
    │   ├── BadDate                    a date that is malformed or in the future
    │   ├── BadRow                     a row of a table that holds no article
    │   ├── BadName                    a file's name that does not fit the pattern given for it
    │   └── DuplicateId                an id that an earlier row has
    ├── ConfigurationError             the caller's set-up is at fault               (exit code 2)
    │   ├── UnknownModel               a model name that is in no catalogue
    │   ├── BadEndpoint                a base URL that is not one, or does not speak the protocol
    │   ├── MissingExtra               an optional dependency that is not installed
    │   ├── OutputExists               a batch's output is there already
    │   ├── BadPrices                  a price list that is not one
    │   ├── UnknownPrice               a limit on money, and no price of the model
    │   └── UnknownUsage               a limit on tokens or money, and an endpoint that counts none
    ├── EngineError                    the model or the way to it is at fault        (exit code 3)
    │   ├── TransportError             could not reach it, or it answered with a fault
    │   │   ├── ConnectionRefused      nobody listens there
    │   │   ├── EngineTimeout          no answer in time
    │   │   ├── RateLimited            429 until the retries were spent
    │   │   └── ServerFault            5xx until the retries were spent
    │   ├── KeyRefused                 401 or 403
    │   ├── RequestRefused             any other 4xx: asking again would not help
    │   │   └── SchemaRefused          the endpoint takes no form of the answer's schema
    │   ├── EngineCrashed              the embedded engine's process died or hung
    │   ├── EngineNotStarted           the embedded engine could not be started
    │   ├── ModelRefused               the model declined to answer
    │   └── InvalidReply               nothing valid after the re-ask, or cut off at the token limit
    ├── ModelFileError                 the model's file is at fault                  (exit code 3)
    │   ├── DownloadFailed             no source could be reached
    │   ├── HashMismatch               the bytes are not those of the catalogue
    │   └── DiskFull                   no room for the file
    ├── StoreError                     the store of finished work is at fault        (exit code 2)
    │   ├── StoreInUse                 another process works with it
    │   ├── StoreVersion               another version of summariser made it
    │   └── StoreDamaged               a file that is no store, or a broken one
    ├── WorkerDied                     a process that works on articles died         (exit code 3)
    ├── BudgetSpent                    a limit on tokens, calls, time or money       (exit code 4)
    │   └── CallsSpent                 one article took more calls than it may
    └── EvalError                      the evals' data or recordings are at fault    (exit code 2)
        ├── SuiteNotHere               a suite's data is not on this machine
        ├── BadData                    a suite's data file is not of its form
        ├── BadLabel                   a label, or an article's header, is not of its form
        ├── BadLog                     a file that is no run log
        ├── CassetteFault              a recording is missing, stale, or cannot be kept
        └── NetworkBlocked             something asked the network during a replay

Each carries ``message`` (what happened), ``advice`` (what to do about it, in one sentence) and
``details`` (machine-readable facts; never a key). ``str()`` is the one line that the command line
prints. An error that is a single document's failure is caught by the batch and becomes a value.
"""

from __future__ import annotations

from typing import ClassVar


class SummariserError(Exception):
    """Root of the tree.

    Args:
        message: What happened, without a final full stop.
        advice: What the reader can do about it.
        **details: Facts for programs: path, url, status, limit... Never a secret.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, advice: str = "", **details: object) -> None:
        self.message = message
        self.advice = advice
        self.details = details
        super().__init__(message)

    def __str__(self) -> str:
        # One line, always: an error that wraps someone else's text must not break a log or a terminal.
        text = f"{self.message}. {self.advice}" if self.advice else self.message
        return " ".join(text.split())

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword arguments do not pickle by themselves; batches cross processes.
        return (_rebuild, (type(self), self.message, self.advice, self.details))


def _rebuild(
    cls: type[SummariserError], message: str, advice: str, details: dict[str, object]
) -> SummariserError:
    return cls(message, advice, **details)


def fault(error: Exception) -> SummariserError:
    """An error that nobody expected, as one of ours: what one article brings out must not cost the others."""
    found = SummariserError(
        f"A fault in summariser: {type(error).__name__}: {error}", "Report it with the article"
    )
    found.__cause__ = error
    return found


class InputError(SummariserError):
    """The article or an argument cannot be used as it is."""

    exit_code = 2


class EmptyArticle(InputError):
    """There is no text to read."""


class NotText(InputError):
    """The content is binary, or its encoding is not known."""


class ArticleTooLong(InputError):
    """The article is larger than the reader or the model can take."""


class UnreadableSource(InputError):
    """A file that is missing, is a directory, or may not be read."""


class BadDate(InputError):
    """A date that is malformed or lies in the future."""


class BadRow(InputError):
    """A row of a table that holds no article: no text, not JSON, not a date."""


class BadName(InputError):
    """A file's name that does not fit the pattern that the caller gave for the names."""


class DuplicateId(InputError):
    """An id that an earlier article of the same batch has."""


class ConfigurationError(SummariserError):
    """The set-up asks for something that does not exist or does not fit together."""

    exit_code = 2


class UnknownModel(ConfigurationError):
    """A model name that is in no catalogue and has no base URL to go with it."""


class BadEndpoint(ConfigurationError):
    """A base URL that is not one, or that does not speak the OpenAI protocol."""


class MissingExtra(ConfigurationError):
    """An optional dependency is needed and not installed."""


class OutputExists(ConfigurationError):
    """The output of a batch is there already, and nobody said to go on with it."""


class BadPrices(ConfigurationError):
    """A price list that cannot be read or is not one."""


class UnknownPrice(ConfigurationError):
    """There is a limit on money, and nobody knows what the model costs."""


class UnknownUsage(ConfigurationError):
    """There is a limit on tokens or money, and the endpoint does not tell how many it took."""


class EngineError(SummariserError):
    """The model, or the way to it, failed."""


class TransportError(EngineError):
    """The engine could not be reached, or answered with a fault."""


class ConnectionRefused(TransportError):
    """Nobody listens at the address."""


class EngineTimeout(TransportError):
    """No answer within the time limit."""


class RateLimited(TransportError):
    """The endpoint kept answering 429 until the retries were spent."""


class ServerFault(TransportError):
    """The endpoint kept answering 5xx until the retries were spent."""


class KeyRefused(EngineError):
    """The endpoint refused the key (401 or 403)."""


class RequestRefused(EngineError):
    """The endpoint refused the request (another 4xx): asking again would not help."""


class SchemaRefused(RequestRefused):
    """The endpoint refused the schema of the answer, in every form in which it can be given."""


class EngineCrashed(EngineError):
    """The embedded engine's process died or hung while it was needed.

    ``details["crashes"]``, where it is there, says how often over one article: see ``engines.surviving``.
    """


class EngineNotStarted(EngineError):
    """The embedded engine could not be started."""


class ModelRefused(EngineError):
    """The model declined to answer."""


class InvalidReply(EngineError):
    """No valid answer after the re-ask, or an answer cut off at its token limit.

    ``details["raw"]`` holds the last text so that a caller can keep what is valid of it.
    """


class ModelFileError(SummariserError):
    """The model's file could not be had or is not what it should be."""


class DownloadFailed(ModelFileError):
    """No source of the model could be reached."""


class HashMismatch(ModelFileError):
    """The file's bytes are not those that the catalogue names."""


class DiskFull(ModelFileError):
    """There is not enough room for the file."""


class StoreError(SummariserError):
    """The store of finished work cannot be used as it is."""

    exit_code = 2


class StoreInUse(StoreError):
    """Another process works with the store."""


class StoreVersion(StoreError):
    """The store has the form of another version of summariser."""


class StoreDamaged(StoreError):
    """The file is no store, or it is broken."""


class WorkerDied(SummariserError):
    """A worker process died, or could not be started."""


class BudgetSpent(SummariserError):
    """A limit on tokens, calls, time or money was reached; finished work is kept."""

    exit_code = 4


class CallsSpent(BudgetSpent):
    """One article took more calls to the model than it may. The others are not touched."""


def befalls_all(error: SummariserError) -> bool:
    """Whether every further article would meet the same error."""
    return isinstance(error, _HOPELESS) and not isinstance(error, CallsSpent)


_HOPELESS = (BudgetSpent, ConfigurationError, ModelFileError, KeyRefused, EngineNotStarted, StoreError)


class EvalError(SummariserError):
    """The evals' data, labels, logs or recordings cannot be used as they are."""

    exit_code = 2


class SuiteNotHere(EvalError):
    """The data of a suite is not on this machine. It counts as not run, never as passed."""


class BadData(EvalError):
    """A suite's data file does not have the form that the suite reads."""


class BadLabel(EvalError):
    """A label, or the header of an article of the evals, does not fit its form or its article."""


class BadLog(EvalError):
    """A file that is no run log."""


class CassetteFault(EvalError):
    """A cassette that is missing, does not hold what is asked now, holds more, or cannot be kept."""


class NetworkBlocked(EvalError):
    """A replay tried to open a connection."""
