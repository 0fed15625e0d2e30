"""What a table is made of, whatever the source: rows of cells of paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from minutes_miner.text import split_label

_LONGEST_LABEL, _LONGEST_ENTRY = 40, 60  # characters: "Also in attendance (non-voting):", "Jo Ash (JA), Partner Member, local authorities"


class Para(NamedTuple):
    """One paragraph of a cell. An empty paragraph is kept: Word users align the action column with blank lines."""

    text: str  # white space folded; a generated number or bullet already written in
    bold: tuple[tuple[int, int], ...] = ()  # stretches within text
    kind: str = "paragraph"  # "heading" | "paragraph" | "list_item", where the source says so
    style: str = ""
    level: int = 0
    indent: float = 0.0
    size: float = 1.0
    page: int | None = None
    top: float | None = None  # vertical position in points, growing downwards over the whole table (PDF); None where unknown

    @property
    def bold_throughout(self) -> bool:
        """Whether every letter of the text after its label is bold."""
        body = split_label(self.text)[1]
        inside = set().union(*(range(a, b) for a, b in self.bold)) if self.bold else set()
        return bool(inside) and all(at in inside for at in range(body, len(self.text)) if self.text[at].isalnum())


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its paragraphs, and how many columns it covers."""

    paras: tuple[Para, ...] = ()
    span: int = 1
    width: float = 0.0  # points; 0 unknown. Used to guess where lines fall when paragraphs carry no ``top``

    @property
    def filled(self) -> tuple[Para, ...]:
        """The paragraphs that have text."""
        return tuple([para for para in self.paras if para.text])

    @property
    def text(self) -> str:
        """The cell's words on one line."""
        if len(self.paras) == 1:
            return self.paras[0].text
        return " ".join([para.text for para in self.paras if para.text])


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``header`` where the source marks it (<th>, a repeated header row in Word)."""

    cells: tuple[Cell, ...]
    header: bool = False

    @property
    def is_list(self) -> bool:
        """Whether it is a short label ("Present:") with a list beside it: several lines that are no sentences."""
        if len(self.cells) != 2:
            return False
        label, listed = self.cells[0].text, self.cells[1].filled
        return (
            0 < len(label) <= _LONGEST_LABEL
            and len(listed) > 1
            and all(len(p.text) <= _LONGEST_ENTRY and p.text[-1] not in ".?!" for p in listed)
        )
