"""Options that several commands have, each said once."""

from __future__ import annotations

from typing import Annotated

import typer

ModelOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="A model of 'summariser model list', a hosted model, a .gguf file, or scripted:FILE.",
    ),
]
UrlOption = Annotated[
    str | None, typer.Option(metavar="URL", help="Any endpoint that speaks the OpenAI protocol.")
]
ConfidenceOption = Annotated[
    float | None,
    typer.Option(
        metavar="SHARE",
        min=0,
        max=1,
        help="Leave out values that are less sure than this (0 to 1); they are listed with the issues.",
    ),
]
ConcurrencyOption = Annotated[
    int, typer.Option(metavar="N", min=1, max=1000, help="Articles that are worked on at once.")
]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD, of articles that do not tell it."),
]
SourceOption = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Who published the articles that do not tell it.")
]
FileNamesOption = Annotated[
    str | None,
    typer.Option(
        metavar="PATTERN",
        help="How the names of text files tell it, such as '{published}_{source}_*'; * is anything.",
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")]
