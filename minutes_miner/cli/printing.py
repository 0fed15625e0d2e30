"""Printing marked-up text and tables: as wide as the terminal, 80 columns where there is none, and clean in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

# Longer lines are hard to read.
_WIDEST = 100


@contextmanager
def printing() -> Iterator[Console]:
    """A console; what it was given is printed at the end, without the blanks with which it fills up lines."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else 80, highlight=False)
    console.width = min(console.width, _WIDEST)
    with console.capture() as printed:
        yield console
    click.echo("\n".join(line.rstrip() for line in printed.get().rstrip().splitlines()))


def print_text(text: str, out: Path | None) -> None:
    """Write ``text`` to the file ``out``, or print it. Raises MinutesMinerError where the file cannot be written."""
    if out is None:
        click.echo(text, nl=False)
        return
    from minutes_miner.export.atomic import replacing

    with replacing(out) as part:
        part.write_text(text, encoding="utf-8", newline="")  # a calendar's lines end as its standard says, on every system


def table(first: str, *others: str) -> Table:
    """A table of texts on the left and figures on the right."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    made.add_column(first, overflow="fold")
    for heading in others:
        made.add_column(heading, justify="right", no_wrap=True)
    return made
