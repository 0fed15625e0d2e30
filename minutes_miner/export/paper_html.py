"""A paper as a web page: one file, no script, readable aloud, and printed on A4 across with its headings on every page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from minutes_miner.export.cells import printable
from minutes_miner.export.paper_parts import Cell, Grid, Paper
from minutes_miner.export.xlsx_style import FONT, HEADER, INK, KEY_TONES, LINE, MUTED

_STYLE = f"""
@page {{ size: A4 landscape; margin: 15mm }}
body {{ font: 10.5pt/1.35 {FONT}, Helvetica, sans-serif; color: {INK}; max-width: 1120px; margin: 1.5rem auto; padding: 0 1rem }}
h1 {{ color: {HEADER}; margin: 0 }} h2 {{ color: {HEADER}; margin: 2rem 0 .3rem }}
.beneath {{ color: {MUTED}; margin: .2rem 0 }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100%; margin: 1rem 0 }}
caption {{ text-align: left; font-weight: bold; color: {HEADER}; padding: .3rem 0 }}
caption.unseen {{ position: absolute; left: -999rem }}
thead {{ display: table-header-group }} tr {{ break-inside: avoid }}
th, td {{ text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid {LINE}; overflow-wrap: break-word }}
thead th {{ background: {HEADER}; color: #fff }} tbody th {{ font-weight: normal }}
p {{ margin: 0 0 .25rem }} p + p.less {{ color: {MUTED}; font-size: 9.5pt }}
td.status {{ font-weight: bold }}
@media print {{ body {{ margin: 0; padding: 0; max-width: none }} * {{ print-color-adjust: exact }} }}
"""


def paper_html(paper: Paper) -> str:
    """``paper`` as a page that needs nothing else."""
    tones = "".join(f"td.{name} {{ color: {tone.ink}; background: {tone.tint} }}\n" for name, tone in KEY_TONES.items())
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en-GB">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(paper.title)} – {_text(paper.beneath[0])}</title>",
            f"<style>{_STYLE}{tones}</style></head>",
            "<body><main>",
            f"<h1>{_text(paper.title)}</h1>",
            *(f'<p class="beneath">{_text(line)}</p>' for line in paper.beneath),
            *_sections(paper),
            "</main></body></html>",
            "",
        ]
    )


def _sections(paper: Paper) -> Iterator[str]:
    for section in paper.sections:
        yield "<section>"
        if section.heading:
            yield f"<h2>{_text(section.heading)}</h2>"
        yield f"<p>{_text(section.said)}</p>"
        for grid in section.grids:
            yield from _grid(grid, seen=grid.caption != section.heading)
        yield "</section>"


def _grid(grid: Grid, *, seen: bool) -> Iterator[str]:
    """The table; its caption, where the heading above says the same, only for those who have the page read to them."""
    whole = sum(column.width for column in grid.columns)
    shown = "" if seen else ' class="unseen"'
    yield f"<table><caption{shown}>{_text(grid.caption)}</caption>"
    yield "<colgroup>" + "".join(f'<col style="width:{100 * one.width / whole:.1f}%">' for one in grid.columns) + "</colgroup>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{_text(one.heading)}</th>' for one in grid.columns) + "</tr></thead><tbody>"
    for first, *others in grid.rows:
        yield f'<tr><th scope="row">{_lines(first)}</th>' + "".join(_cell(cell) for cell in others) + "</tr>"
    yield "</tbody></table>"


def _cell(cell: Cell) -> str:
    classes = f' class="status {cell.colour}"' if cell.colour else ""
    return f"<td{classes}>{_lines(cell)}</td>"


def _lines(cell: Cell) -> str:
    first, *others = cell.lines
    less = "" if cell.alike else ' class="less"'
    return f"<p>{_text(first)}</p>" + "".join(f"<p{less}>{_text(line)}</p>" for line in others)


def _text(text: str) -> str:
    return escape(printable(text))
