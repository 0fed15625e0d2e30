"""The columns that a text sets out by blanks, tabs or bars: which cell of a table each part of a line belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

# What stands in one cell of a line: words with single blanks between them.
_PART = re.compile(r"\S+(?: \S+)*")
_NEAR = 1  # columns by which writers miss the place of the heading or of the cell above
_TAB = 8  # columns, as terminals and editors set plain text with several tabs for one gap

# The cells of a line, one per heading; None where the line is no line of the table.
Cut = Callable[[str], "list[str] | None"]


class Part(NamedTuple):
    """Words of a line that stand apart, and where."""

    start: int
    end: int  # the column after its last sign
    text: str


def parts_of(raw: str) -> list[Part]:
    """The parts of a line that two blanks or more, or tabs, set apart."""
    return [Part(match.start(), match.end(), match.group()) for match in _PART.finditer(raw.expandtabs(_TAB).replace("\u00a0", " "))]


def by_bars(count: int) -> Cut:
    """Rows whose cells are parted by "|"; a row may leave its last cells out."""

    def cut(raw: str) -> list[str] | None:
        bare = raw.strip()
        framed = bare.startswith("|")
        cells = [cell.strip() for cell in (bare.removeprefix("|").removesuffix("|") if framed else bare).split("|")]
        cells = cells[: len(cells) - (len(cells) > count and not cells[-1])]
        fits = len(cells) == count or (framed and len(cells) < count)
        return cells + [""] * (count - len(cells)) if fits and "|" in bare else None

    return cut


def by_tabs(count: int) -> Cut:
    """Rows with one tab between two cells; editors cut the tabs behind the last."""

    def cut(raw: str) -> list[str] | None:
        cells = [cell.strip() for cell in raw.split("\t")]
        cells = cells[: len(cells) - (len(cells) > count and not cells[-1])]
        return cells + [""] * (count - len(cells)) if 1 < len(cells) <= count else None

    return cut


def by_blanks(heads: Sequence[Part]) -> Cut:
    """Rows whose cells stand below their headings."""

    def cut(raw: str) -> list[str] | None:
        printed = parts_of(raw)
        if len(printed) == 1 and printed[0].start < heads[1].start < printed[0].end:
            return None  # a sentence or a heading
        parts = list(_divided(printed, heads))
        if len(parts) == len(heads):
            return [part.text for part in parts]
        cells = [""] * len(heads)
        last = 0
        for part in parts:
            at = _column(part, heads, cells)
            if at < last or (_runs_over(part, at, heads) and not _is_set(printed, heads)):
                return None
            cells[at] = f"{cells[at]} {part.text}".strip()
            last = at
        return cells

    return cut


def _divided(parts: Sequence[Part], heads: Sequence[Part]) -> Iterator[Part]:
    """The parts, cut where one fills its column so that a single blank is left before the next heading's place."""
    for part in parts:
        rest = part
        for head in heads[1:]:
            at = head.start - rest.start
            if 0 < at < len(rest.text) and rest.text[at - 1] == " ":
                yield Part(rest.start, head.start - 1, rest.text[: at - 1])
                rest = Part(head.start, rest.end, rest.text[at:])
        yield rest


def _column(part: Part, heads: Sequence[Part], cells: Sequence[str]) -> int:
    """The column in which a part stands: that whose heading it begins below, or before which it begins where headings are centred."""
    for at, (head, behind) in enumerate(pairwise(heads)):
        if part.start <= head.end:
            return at
        if part.start < behind.start - _NEAR and part.end < behind.start and not cells[at]:
            return at
    return len(heads) - 1


def _runs_over(part: Part, at: int, heads: Sequence[Part]) -> bool:
    """Whether a part goes on into the next column."""
    return at + 1 < len(heads) and part.end > heads[at + 1].start


def _is_set(parts: Sequence[Part], heads: Sequence[Part]) -> bool:
    """Whether all parts begin below headings: a cell is too long then, and the line no sentence."""
    return len(parts) > 1 and all(any(abs(part.start - head.start) <= _NEAR for head in heads) for part in parts)
