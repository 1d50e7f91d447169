"""``summariser model``: the models that can run on this machine, and their files."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from summariser.cli_logs import LogFormatOption, VerboseOption, watch
from summariser.engines.catalogue import catalogue
from summariser.engines.models import Progress as FileProgress
from summariser.engines.models import ensure_model, list_models, model_path
from summariser.output import complain, write_stdout
from summariser.progress import Progress
from summariser.settings import Settings
from summariser.terminal_progress import ProgressLine

models = typer.Typer(
    help="The models that can run on this machine, and their files.",
    epilog="""\b
Examples:
  summariser model list
  summariser model pull
  ls -l "$(summariser model path)\"""",
    rich_markup_mode=None,
)
ModelName = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME", help="A name of the list; by default the default model.", show_default=False
    ),
]


def show_help(context: typer.Context) -> None:
    """A command that was given without its sub-command explains itself, as an error."""
    if context.invoked_subcommand is None:
        sys.stderr.write(context.get_help() + "\n")
        raise typer.Exit(2)


@models.callback(invoke_without_command=True)
def _models(context: typer.Context) -> None:
    show_help(context)


@models.command(
    "list",
    epilog="""\b
Example:
  summariser model list""",
)
def list_() -> None:
    """List the models that can run on this machine."""
    default = catalogue().default
    for status in list_models(Settings.from_environment().cache_dir):
        model = status.model
        marks = ["default"] if model.name == default else []
        marks.append("here" if status.present else "not fetched")
        size = f"{model.size / 1e6:,.0f} MB"
        facts = f"{model.name:<20} {size:>9}  {model.licence:<10}  {model.strategy:<8}  {', '.join(marks)}"
        write_stdout(f"{facts}\n  {model.description}\n")


@models.command(
    epilog="""\b
Examples:
  summariser model pull
  summariser model pull smollm2-135m"""
)
def pull(name: ModelName = None, *, verbose: VerboseOption = 0, log_format: LogFormatOption = None) -> None:
    """Fetch a model's file, or check the one that is there, and print where it is.

    A download that was cut off is taken up again.
    """
    settings = Settings.from_environment()
    wanted = name or catalogue().default
    progress = ProgressLine(watch(verbose, log_format))

    def show(state: FileProgress) -> None:
        progress(Progress("model", state.done_bytes, state.total_bytes, state.stage))

    with progress.during(wanted):
        found = ensure_model(
            wanted, cache_dir=settings.cache_dir, progress=show, offline=settings.offline, again=True
        )
    write_stdout(f"{found.path}\n")


@models.command(
    epilog="""\b
Example:
  ls -l "$(summariser model path)\""""
)
def path(name: ModelName = None) -> None:
    """Print where a model's file is, or would be."""
    wanted = name or catalogue().default
    place = model_path(wanted, Settings.from_environment().cache_dir)
    write_stdout(f"{place}\n")
    if not place.is_file():
        complain(f"{wanted} is not there yet. Fetch it with 'summariser model pull {wanted}'")
