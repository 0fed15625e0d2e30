"""The Summary sheet: what a head of service reads first, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from minutes_miner.dates import long_date
from minutes_miner.export.cells import within_cell
from minutes_miner.export.spec import Table
from minutes_miner.export.summary import Figure, Summary, Tally
from minutes_miner.export.xlsx_style import DONE, FONT, GONE, HEADER, INK, LINE, MUTED, OPEN, OVERDUE, PAPER, Formats, Tone

# The sheet is a grid: a margin, six columns, a gap, six columns. Tiles take two columns each, tables six.
_LEFT, _RIGHT, _SPAN = 1, 8, 6
_COLUMN, _MARGIN = 11, 2  # characters
_TABLE_TOP = 8  # row of the first heading under the tiles, counted from 0
_SHOWN = 10  # lines to a table: what fits one page; the sheets hold them all
_NAME = 48  # characters of a name: what the columns hold, shrunk a little
_CHART_FROM = 2  # committees with something overdue or open: a single bar says no more than its number
_HEADS = ("Overdue", "Open", "Completed")


def write_summary(book: Any, sheet: Any, formats: Formats, summary: Summary, tables: Sequence[Table]) -> None:
    """Fill ``sheet``: title and day, six figures, committees and owners, a chart of what is owed, and what was read."""
    page = _Page(book, sheet, formats)
    page.set_up()
    page.title(summary)
    page.tiles(_tiles(summary, {table.name: table for table in tables}))
    left = page.tallies(_TABLE_TOP, "By committee", summary.committees, followed=summary.as_of is not None)
    left = page.tallies(left + 1, "By owner", summary.owners, followed=summary.as_of is not None)
    right = page.chart(_TABLE_TOP, summary)
    for section in dict.fromkeys(figure.section for figure in summary.figures):
        right = page.figures(right, section, [figure for figure in summary.figures if figure.section == section])
    page.close(max(left, right))


def _tiles(summary: Summary, tables: dict[str, Table]) -> list[tuple[str, int, str, Tone]]:
    """Label, figure, sheet that it leads to, and tone."""
    plain = Tone(HEADER, PAPER)

    def count(name: str) -> tuple[int, str, Tone]:
        return len(tables[name].rows), tables[name].title, plain

    if summary.as_of is None:
        names = ("actions", "questions", "resolutions", "items", "meetings", "to_settle")
        return [(tables[name].title.lower(), *count(name)) for name in names]
    total = summary.total
    return [
        ("overdue", total.overdue, "Overdue", OVERDUE if total.overdue else DONE),
        ("open", total.open, "Actions", OPEN),
        ("completed", total.completed, "Actions", DONE),
        ("superseded", total.superseded, "Actions", GONE),
        ("resolutions", *count("resolutions")),
        ("to settle", *count("to_settle")),
    ]


class _Page:
    """The sheet as it is filled from the top."""

    def __init__(self, book: Any, sheet: Any, formats: Formats) -> None:
        self._book, self._sheet, self._formats = book, sheet, formats

    def set_up(self) -> None:
        """Columns, grid lines and print: landscape, one page."""
        self._sheet.hide_gridlines(2)
        self._sheet.set_column(0, 0, _MARGIN)
        self._sheet.set_column(_LEFT, _LEFT + _SPAN - 1, _COLUMN)
        self._sheet.set_column(_RIGHT - 1, _RIGHT - 1, _MARGIN)
        self._sheet.set_column(_RIGHT, _RIGHT + _SPAN - 1, _COLUMN)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 1)
        self._sheet.center_horizontally()

    def title(self, summary: Summary) -> None:
        """What this is, of whom, as of when."""
        self._sheet.set_row(1, 30)
        self._sheet.write_string(
            1, _LEFT, "Register of actions and decisions", self._formats(font_size=20, bold=True, font_color=HEADER, valign="vcenter")
        )
        self._sheet.write_string(2, _LEFT, within_cell(_whose(summary)), self._formats(font_size=11, font_color=MUTED))
        if summary.as_of:
            right = self._formats(font_size=12, bold=True, align="right", valign="vcenter")
            self._sheet.merge_range(1, _RIGHT + 2, 1, _RIGHT + _SPAN - 1, f"As of {long_date(summary.as_of)}", right)

    def tiles(self, tiles: Sequence[tuple[str, int, str, Tone]]) -> None:
        """Six figures across the page, each a link to its sheet."""
        self._sheet.set_row(4, 36)
        self._sheet.set_row(5, 18)
        starts = [_LEFT, _LEFT + 2, _LEFT + 4, _RIGHT, _RIGHT + 2, _RIGHT + 4]
        for start, (label, number, sheet, tone) in zip(starts, tiles, strict=True):
            white = {"left": 5, "right": 5, "left_color": "#FFFFFF", "right_color": "#FFFFFF"}
            big = self._formats(font_size=24, bold=True, align="center", valign="vcenter", font_color=tone.ink, bg_color=tone.tint, **white)
            small = self._formats(align="center", font_color=tone.ink, bg_color=tone.tint, **white)
            self._sheet.merge_range(4, start, 4, start + 1, number, big)
            self._sheet.merge_range(5, start, 5, start + 1, "", small)
            self._sheet.write_url(5, start, f"internal:'{sheet}'!A1", small, label)

    def tallies(self, row: int, heading: str, tallies: Sequence[Tally], *, followed: bool) -> int:
        """A table of committees or owners; returns the row after it."""
        heads = _HEADS if followed else ("Actions",)
        self._heading(row, _LEFT, heading, heads)
        for line, one in enumerate(tallies[:_SHOWN], start=row + 1):
            numbers = (one.overdue, one.open, one.completed) if followed else (one.actions,)
            self._line(line, _LEFT, one.name, numbers)
        end = row + 1 + min(len(tallies), _SHOWN)
        if len(tallies) > _SHOWN:
            self._sheet.write_string(
                end, _LEFT, f"and {len(tallies) - _SHOWN} more: see Actions", self._formats(italic=True, font_color=MUTED)
            )
            end += 1
        return end

    def figures(self, row: int, heading: str, figures: Sequence[Figure]) -> int:
        """A section of figures with their notes; returns the row after it and a gap."""
        self._heading(row, _RIGHT, heading, ())
        for line, one in enumerate(figures, start=row + 1):
            name, number = self._formats(bottom=4, bottom_color=LINE), self._formats(bottom=4, bottom_color=LINE, bold=True, align="right")
            note = self._formats(bottom=4, bottom_color=LINE, font_color=MUTED, align="left", indent=1)
            self._sheet.merge_range(line, _RIGHT, line, _RIGHT + 1, one.name, name)
            self._sheet.write_number(line, _RIGHT + 2, one.value or 0, number)
            self._sheet.merge_range(line, _RIGHT + 3, line, _RIGHT + _SPAN - 1, within_cell(one.note), note)
        return row + len(figures) + 2

    def chart(self, row: int, summary: Summary) -> int:
        """Bars of what each committee owes, where there is something to compare; returns the row after it and a gap."""
        owing = sum(bool(one.overdue or one.open) for one in summary.committees[:_SHOWN])
        if owing < _CHART_FROM:
            return row
        lines, height = min(owing, _SHOWN), 60 + 26 * min(owing, _SHOWN)
        chart = self._book.add_chart({"type": "bar", "subtype": "stacked"})
        first, last = _TABLE_TOP + 1, _TABLE_TOP + lines
        for offset, name, colour, label in ((3, "Overdue", OVERDUE.ink, "#FFFFFF"), (4, "Open", "#A9C4DC", INK)):
            place = _LEFT + offset
            chart.add_series(
                {
                    "name": name,
                    "categories": [self._sheet.name, first, _LEFT, last, _LEFT],
                    "values": [self._sheet.name, first, place, last, place],
                    "fill": {"color": colour},
                    "gap": 60,
                    # A nought is no bar, and its label would stand on the next one.
                    "data_labels": {"value": True, "num_format": "0;;", "font": {"name": FONT, "size": 9, "color": label}},
                }
            )
        _plain_axes(chart, f"What committees owe as of {long_date(summary.as_of)}" if summary.as_of else "")
        chart.set_size({"width": 500, "height": height})
        self._sheet.insert_chart(row, _RIGHT, chart, {"object_position": 1})
        return row + height // 20 + 2  # a row is 20 pixels high

    def close(self, last: int) -> None:
        """The line at the foot, and the area to print."""
        text = "Made from published minutes by rule. Every row names its document and sentence; what could not be settled is on To settle."
        self._sheet.write_string(last + 1, _LEFT, text, self._formats(italic=True, font_size=9, font_color=MUTED))
        self._sheet.print_area(0, 0, last + 1, _RIGHT + _SPAN - 1)

    def _heading(self, row: int, start: int, text: str, heads: Sequence[str]) -> None:
        style = self._formats(bold=True, font_size=11, font_color=HEADER, bottom=2, bottom_color=HEADER)
        right = self._formats(bold=True, font_color=HEADER, bottom=2, bottom_color=HEADER, align="right")
        for place in range(start, start + _SPAN):
            self._sheet.write_blank(row, place, None, style)
        self._sheet.write_string(row, start, text, style)
        for place, head in enumerate(heads, start=start + _SPAN - len(heads)):
            self._sheet.write_string(row, place, head, right)

    def _line(self, row: int, start: int, name: str, numbers: Sequence[int]) -> None:
        text = self._formats(bottom=4, bottom_color=LINE, shrink=True)
        self._sheet.merge_range(row, start, row, start + _SPAN - len(numbers) - 1, shorten(name, _NAME, placeholder=" …"), text)
        for place, number in enumerate(numbers, start=start + _SPAN - len(numbers)):
            tone = (
                {"font_color": OVERDUE.ink, "bold": True} if len(numbers) > 1 and place == start + _SPAN - len(numbers) and number else {}
            )
            self._sheet.write_number(row, place, number, self._formats(bottom=4, bottom_color=LINE, **tone))


def _whose(summary: Summary) -> str:
    names = ", ".join(summary.organisations) if len(summary.organisations) <= 3 else f"{len(summary.organisations)} organisations"
    if summary.first is None or summary.last is None:
        return names
    period = long_date(summary.first) if summary.first == summary.last else f"{long_date(summary.first)} to {long_date(summary.last)}"
    return f"{names} · meetings of {period}" if names else f"Meetings of {period}"


def _plain_axes(chart: Any, title: str) -> None:
    font = {"name": FONT, "size": 9, "color": MUTED}
    chart.set_title({"name": title, "name_font": {"name": FONT, "size": 11, "bold": True, "color": HEADER}, "overlay": False})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": LINE}, "major_tick_mark": "none"})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"none": True}})
