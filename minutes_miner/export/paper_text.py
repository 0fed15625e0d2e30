"""A paper as Markdown, for a web editor or an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_miner.export.cells import printable
from minutes_miner.export.paper_parts import Grid, Paper

# What Markdown would take for mark-up within a line.
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def paper_markdown(paper: Paper) -> str:
    """``paper`` as Markdown with tables; the lines of a cell are parted by <br>."""
    lines = [f"# {paper.title}", "", *(f"{plain_text(line)}  " for line in paper.beneath), ""]
    for section in paper.sections:
        if section.heading:
            lines += [f"## {plain_text(section.heading)}", ""]
        lines += [plain_text(section.said), ""]
        for grid in section.grids:
            lines += _grid(grid, level=3 if section.heading else 2, shown=grid.caption != section.heading)
    return "\n".join(lines).rstrip() + "\n"


def _grid(grid: Grid, *, level: int, shown: bool) -> Iterator[str]:
    if shown:
        yield from (f"{'#' * level} {plain_text(grid.caption)}", "")
    yield "| " + " | ".join(column.heading for column in grid.columns) + " |"
    yield "|" + "---|" * len(grid.columns)
    for row in grid.rows:
        yield "| " + " | ".join("<br>".join(plain_text(line) for line in cell.lines) for cell in row) + " |"
    yield ""


def plain_text(text: str) -> str:
    """``text`` on one line, with nothing in it that Markdown would take for mark-up."""
    return _MARKS.sub(r"\\\1", " ".join(printable(text).split()))
