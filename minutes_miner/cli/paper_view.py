"""A paper in a terminal, where a table of six columns cannot be read. What goes to a file or a pipe is Markdown instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_miner.cli.printing import printing
from minutes_miner.export.paper_parts import Grid, Paper

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_COLOURS = {"red": "red", "amber": "yellow", "green": "green", "blue": "blue", "grey": "dim"}


def print_paper(paper: Paper) -> None:
    """Print ``paper`` for reading on the spot."""
    from rich.text import Text

    with printing() as console:
        console.print(Text(paper.title, style="bold"), *(Text(line, style="dim") for line in paper.beneath), sep="\n")
        for section in paper.sections:
            console.print()
            if section.heading:
                console.print(Text(section.heading, style="bold"))
            console.print(Text(section.said))
            for grid in section.grids:
                console.print(*_rows(grid, titled=grid.caption != section.heading), sep="\n")


def _rows(grid: Grid, *, titled: bool) -> Iterator[Table | Text]:
    """The rows one beneath the other, each as headings with what stands under them: six columns side by side leave no room for words."""
    from rich.table import Table
    from rich.text import Text

    yield Text(f"\n{grid.caption}" if titled else "", style="bold")
    for row in grid.rows:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(ratio=1)
        for column, cell in zip(grid.columns, row, strict=True):
            lines = ("\n" if cell.alike else "; ").join(cell.lines)
            table.add_row(column.heading.partition(" (")[0], Text(lines, style=_COLOURS[cell.colour] if cell.colour else ""))
        yield table
        yield Text()
