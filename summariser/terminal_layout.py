"""The page's shapes: a heading, and rows of label, list mark and value with a hanging indent.

Rich's own tables pad every line with spaces to the full width, which shows as soon as a page is piped,
copied or searched; these rows end where their text ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

MARK: Final = "•"
NESTED: Final = " "
"""In the place of a list mark: the value belongs to the marked one above it."""
Row = tuple[str, str, Text]
"""Label, list mark, value. Without a mark the value begins where the marks stand."""
_MIN_VALUE_WIDTH: Final = 20


def heading(title: str, width: int) -> Iterator[Text]:
    """A blank line, then the title with a rule behind it."""
    yield Text()
    yield Text.assemble((title, "bold"), (" " + "─" * max(0, width - len(title) - 1), "dim"))


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under each other; a value that needs several lines stays in its column."""

    rows: tuple[Row, ...]
    label_width: int = 0
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The rows as lines of text."""
        before = self.indent + (self.label_width + 1 if self.label_width else 0)
        for label, mark, value in self.rows:
            hanging = before + (2 if mark else 0)
            width = max(_MIN_VALUE_WIDTH, options.max_width - hanging)
            for position, part in enumerate(value.wrap(console, width, overflow="fold")):
                part.rstrip()
                lead = Text(" " * hanging) if position else self._lead(label, mark)
                yield lead + part

    def _lead(self, label: str, mark: str) -> Text:
        text = Text(" " * self.indent)
        if self.label_width:
            text.append(label.ljust(self.label_width) + " ", style="cyan")
        return text.append(f"{mark} " if mark else "")


def grid(rows: Iterable[Row], label_width: int = 0, indent: int = 0) -> Grid:
    """A `Grid` of any rows."""
    return Grid(tuple(rows), label_width, indent)


def paragraph(text: Text) -> Grid:
    """Text without label or mark."""
    return Grid((("", "", text),))


def listed(label: str, values: Iterable[Text]) -> Iterator[Row]:
    """One marked row for each value; the label stands once."""
    for position, value in enumerate(values):
        yield ("" if position else label), MARK, value
