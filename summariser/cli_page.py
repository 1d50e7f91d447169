"""``summariser serve``: the local web page."""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import platformdirs
import typer

from summariser.cli_logs import LogFormatOption, VerboseOption, watch
from summariser.cli_options import ModelOption, UrlOption
from summariser.errors import StoreInUse, UnreadableSource
from summariser.files import check_place
from summariser.output import complain

if TYPE_CHECKING:
    from summariser.page.serving import Addresses

PORT: Final = 8642
_DATA: Final = Path(platformdirs.user_data_dir("summariser", appauthor=False))

EPILOG: Final = """\b
Examples:
  summariser serve --open
  summariser serve --store crisis.sqlite --labels labels/
  summariser serve --host 0.0.0.0                           (other machines too; asks for a token)
  summariser serve --host 0.0.0.0 --name desk.example.org   (and by that name)"""
LABEL_EPILOG: Final = """\b
Examples:
  summariser label articles/ --by Ana --open
  summariser label articles/ --by Ben           (another reader, who does not see the first one's labels)
  summariser eval check articles/labels/gold/*.json
  summariser eval --suite newsroom --data articles/labels"""
HostOption = Annotated[
    str,
    typer.Option(metavar="ADDRESS", help="Where to listen. Any but loopback needs a token."),
]
PortOption = Annotated[int, typer.Option(min=0, max=65535, help="Which port; 0 takes one that is free.")]
TokenOption = Annotated[
    str | None,
    typer.Option(
        envvar="SUMMARISER_PAGE_TOKEN", metavar="TEXT",
        help="What must be shown to be let in; a random one is made where one is needed.", show_envvar=True,
    ),
]  # fmt: skip
NameOption = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        metavar="HOST",
        help="A further name or address that it goes by, as browsers call it; may be repeated.",
    ),
]
OpenOption = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who labels; by default the user's name.")
]


def serve(
    *,
    host: HostOption = "127.0.0.1",
    port: PortOption = PORT,
    token: TokenOption = None,
    name: NameOption = None,
    open_: OpenOption = False,
    store: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where articles, summaries and labels that are begun are kept."),
    ] = None,
    labels: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where labels are written.", show_default=False)
    ] = None,
    by: ByOption = None,
    model: ModelOption = None,
    base_url: UrlOption = None,
    at_once: Annotated[int, typer.Option(min=1, max=32, help="Articles that are worked on at a time.")] = 1,
    verbose: VerboseOption = 0,
    log_format: LogFormatOption = None,
) -> None:
    """Read, correct and label articles on a local web page."""
    watch(verbose, log_format)
    from summariser.page.extra import check_extra  # noqa: PLC0415 - what stands behind takes a second to load

    check_extra()
    from summariser.page.folder import Folder  # noqa: PLC0415
    from summariser.page.opening import open_room  # noqa: PLC0415
    from summariser.page.serving import make_door  # noqa: PLC0415
    from summariser.page.serving import serve as run  # noqa: PLC0415
    from summariser.settings import Settings  # noqa: PLC0415

    door = make_door(host, port, token, name or ())
    path = store or _default(_DATA / "page.sqlite")
    check_place(path)
    with contextlib.ExitStack() as stack:
        room = open_room(
            stack, path, Folder(labels or _DATA / "labels"), by or whoami(),
            settings=Settings.from_environment(model, base_url), at_once=at_once,
        )  # fmt: skip
        run(room, door, lambda found: _tell(found, open_=open_))
    complain("Stopped.")


def label(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Articles to label, or a suite of the evals' form."),
    ],
    *,
    host: HostOption = "127.0.0.1",
    port: PortOption = PORT,
    token: TokenOption = None,
    name: NameOption = None,
    open_: OpenOption = False,
    by: ByOption = None,
    model: ModelOption = None,
    base_url: UrlOption = None,
    verbose: VerboseOption = 0,
    log_format: LogFormatOption = None,
) -> None:
    """Label a folder of articles on a local web page, one after the other.

    Articles are the files below FOLDER that every command reads. Labels are written into FOLDER/labels; into
    FOLDER itself where it has the form of the evals (articles/ with headers, readings/, gold/). No model is
    asked unless you ask for a summary.
    """
    if not folder.is_dir():
        raise UnreadableSource(f"There is no folder {folder}", "Name a folder with articles in it")
    watch(verbose, log_format)
    from summariser.page.extra import check_extra  # noqa: PLC0415 - see serve

    check_extra()
    from summariser.page.folder import Folder  # noqa: PLC0415
    from summariser.page.labellers import known_in  # noqa: PLC0415
    from summariser.page.opening import open_room  # noqa: PLC0415
    from summariser.page.serving import make_door  # noqa: PLC0415
    from summariser.page.serving import serve as run  # noqa: PLC0415
    from summariser.settings import Settings  # noqa: PLC0415

    door = make_door(host, port, token, name or ())
    queue = Folder.of_queue(folder)
    reader = known_in(queue, by or whoami())
    with contextlib.ExitStack() as stack:
        try:
            room = open_room(
                stack, _default(queue.root / _drafts_of(reader)), queue, reader,
                settings=Settings.from_environment(model, base_url), at_once=1,
            )  # fmt: skip
        except StoreInUse:
            raise StoreInUse(
                f"{reader} labels this folder already", "Use that page, or stop it; another reader gives --by"
            ) from None
        room.looks.read_ahead()
        run(room, door, lambda found: _tell(found, "labels", open_=open_))
    complain("Stopped.")


def whoami() -> str:
    """The user's name, as far as the system tells."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "labeller"


def _drafts_of(reader: str) -> str:
    """A file for each reader: two label one folder at a time, and a file of drafts belongs to one process."""
    return f"drafts-{hashlib.sha256(reader.encode()).hexdigest()[:12]}.sqlite"


def _default(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _tell(found: Addresses, path: str = "", *, open_: bool) -> None:
    here = _at(found.here, path)
    complain(f"The page is at {here}")
    for address in found.elsewhere:
        complain(f"From other machines: {_at(address, path)}")
    if found.is_everywhere:
        unknown = "" if found.elsewhere else "No address of this machine was found. "
        complain(f"{unknown}Does it go by another name or address out there? Start it with --name HOST.")
    complain("Ctrl-C stops it.")
    if open_:
        webbrowser.open_new_tab(here)


def _at(address: str, path: str) -> str:
    page, mark, token = address.partition("?")
    return f"{page}{path}{mark}{token}"
