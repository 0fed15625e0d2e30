"""How the workbook looks: calm colours that stay apart in greyscale (every colour is said in words too), and its formats."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

INK, MUTED, LINE, PAPER = "#1F2933", "#5F6B76", "#D5DCE2", "#F4F6F8"
HEADER = "#23445C"
FONT = "Arial"  # plain, on every council machine, and LibreOffice has a font of the same widths
LINE_HEIGHT = 13  # points to a line of FONT at 10 points
DATE = "dd/mm/yyyy"


@dataclass(frozen=True)
class Tone:
    """Ink on a tint; the tints differ in lightness too, so that they can be told apart on a grey print."""

    ink: str
    tint: str


OVERDUE = Tone("#8E1B12", "#F8D7D3")
DUE_SOON = Tone("#6B4E00", "#FFF0C2")
OPEN = Tone("#1D4E79", "#E3EEF7")
DONE = Tone("#25613A", "#EAF5EC")
GONE = Tone("#5F6B76", "#EFEFEF")

# Every word that the State and Outcome columns may hold and that is worth a colour.
TONES = {
    "overdue": OVERDUE,
    "failed": OVERDUE,
    "due soon": DUE_SOON,
    "awaiting minutes": DUE_SOON,
    "no date stated": OPEN,
    "open": OPEN,
    "completed": DONE,
    "read": DONE,
    "superseded": GONE,
    "dropped": GONE,
    "not an action": GONE,
    "same as another": GONE,
    "duplicate": GONE,
    "not minutes": GONE,
    "skipped": GONE,
}
# The colours of a council's key.
KEY_TONES = {"red": OVERDUE, "amber": DUE_SOON, "green": DONE, "blue": OPEN, "grey": GONE}
EDITED = Tone("#4A3B78", "#F1EDF9")  # cells for an officer to write in: a tint that no state has
OVERDUE_ROW = "#FDF1EF"  # the whole row of an overdue action: fainter than its state, so that black text stays easy to read


def lines_in(text: str, width: int) -> int:
    """About how many lines ``text`` takes in a wrapped cell ``width`` characters wide.

    FONT sets some 1.35 of its characters to one of the width's (which counts the digits of an 11-point font), as measured in
    LibreOffice; the indent costs two, and breaking between words about half a word a line. Capitals throughout are reckoned at four
    tenths more, which is not measured: rather a line too many than one cut off.
    """
    one = 1.35 * width - 2
    return sum(1 if long <= one else ceil(long / max(one - 3, 4)) for long in map(_length, text.split("\n")))


def _length(text: str) -> float:
    return 1.4 * len(text) if text.isupper() else len(text)


class Formats:
    """The workbook's formats, each made once: ``formats(bold=True, ...)`` gives the same object for the same properties."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **properties: Any) -> Any:
        """The cell format with ``properties`` (XlsxWriter's names) over the house font."""
        return self.over(**({"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "top"} | properties))

    def over(self, **properties: Any) -> Any:
        """A format of ``properties`` alone, for a rule that lays them over what a cell has."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def header(self, *, edited: bool = False) -> Any:
        """A column heading; of a column to write in, in that colour."""
        colour = EDITED.ink if edited else HEADER
        edge = {"bottom": 1, "bottom_color": colour}
        return self(bold=True, font_color="#FFFFFF", bg_color=colour, text_wrap=True, valign="vcenter", align="left", indent=1, **edge)

    def cell(self, kind: str, *, wrap: bool, edited: bool = False) -> Any:
        """A table's cell for a column of ``kind``, with a hair line under it."""
        line = {"bottom": 4, "bottom_color": LINE, "align": "left", "indent": 1}
        if edited:
            line |= {"bg_color": EDITED.tint, "font_color": EDITED.ink, "left": 4, "left_color": LINE}
            # Text, so that a spreadsheet makes no figure of a reference that is typed in.
            return self(**line, num_format=DATE if kind == "day" else "@", text_wrap=wrap)
        if kind == "date":
            return self(**line, num_format=DATE)
        if kind == "link":
            return self(**line, font_color=OPEN.ink, underline=1, text_wrap=wrap)
        if kind in ("number", "decimal"):
            return self(**line | {"align": "right"}, num_format="0.00" if kind == "decimal" else "0")
        return self(**line, text_wrap=wrap)
