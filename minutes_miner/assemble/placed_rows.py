"""The item and the paragraph that each row of an action table belongs to, by their number or title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from minutes_miner.assemble.item_spans import ItemSpan, goes_through_earlier
from minutes_miner.assemble.logs import progress_rows
from minutes_miner.assemble.statements import Statement
from minutes_miner.assemble.tables import Grid, action_rows
from minutes_miner.model import Block, Document, Progress
from minutes_miner.text import normal

_START = attrgetter("start")
# "5.3", "5(b)", "5b": a paragraph of item 5; "24/07.2" one of 24/07.
_PART = re.compile(r"(?P<item>.*\d)(?:\.(?P<figure>\d{1,3})|\s?\(?(?P<letter>[a-z])\)?)\.?")

Rows = tuple[list[Statement], list[Progress]]


def placed_rows(document: Document, tables: Sequence[Grid], spans: Sequence[ItemSpan], earlier: Sequence[str]) -> dict[int, Rows]:
    """The rows of action tables and logs under the item that they name, else the item that holds the table."""
    placed: dict[int, Rows] = {i: ([], []) for i in range(len(spans))}
    if not spans:
        return {}
    for grid in tables:
        holder = next((i for i in reversed(range(len(spans))) if spans[i].start <= grid.start), 0)
        listed = goes_through_earlier(spans[holder].title, earlier)
        for statement in action_rows(grid, earlier=listed):
            named = _item_named(statement.place, spans, document)
            if named is None:
                named = _item_titled(statement.place, spans)
            statement.beside = _paragraph(document, spans[named], statement) if named is not None else None
            placed[holder if named is None else named][0].append(statement)
        for line in progress_rows(grid, earlier=listed):
            placed[holder][1].append(line)
    return placed


def _item_named(reference: str | None, spans: Sequence[ItemSpan], document: Document) -> int | None:
    """The one item whose number a table's reference names ("07/2021" for "FGB 07/2021", "14c/2021" for an entry of "FGB 14/2021"), or
    which holds the paragraph of that number ("5.3")."""
    if not reference:
        return None
    plain = _plain(reference)
    named = [i for i, s in enumerate(spans) if s.number and (_plain(s.number) == plain or _plain(s.number).endswith(" " + plain))]
    part = None if named else _PART.fullmatch(reference)
    if part:
        whole = normal(part["item"])
        named = [i for i, s in enumerate(spans) if s.number and normal(s.number) == whole and _labelled(document, s, reference)]
    return named[0] if len(named) == 1 else None


def _plain(number: str) -> str:
    """A number without the letters of its entries: "14c/2021" -> "14 2021"."""
    words = normal(number).split()
    return " ".join(w.rstrip("abcdefghij") if w[0].isdigit() else w for w in words)


def _item_titled(title: str | None, spans: Sequence[ItemSpan]) -> int | None:
    """The one item of a title that a table gives instead of a number, in full or cut short."""
    said = normal(title or "")
    if not said or said.replace(" ", "").isdigit():
        return None
    titled = [i for i, s in enumerate(spans) if s.title and normal(s.title) == said]
    titled = titled or [i for i, s in enumerate(spans) if s.title and f"{normal(s.title)} ".startswith(f"{said} ")]
    return titled[0] if len(titled) == 1 else None


def _paragraph(document: Document, span: ItemSpan, statement: Statement) -> tuple[int, int] | None:
    """The stretch of the paragraph whose number a row gives, up to the next of a number or letter of its own; of an item's number none."""
    if span.number and _plain(statement.place or "") == _plain(span.number):
        return None
    labelled = _labelled(document, span, statement.place or "")
    if not labelled:
        return None
    further = (b for b in _blocks(document, labelled.end, span.end) if (b.label and b.label[-1] != b.label[:1]) or b.kind == "table_row")
    return labelled.start, next((b.start for b in further), span.end)


def _labelled(document: Document, span: ItemSpan, reference: str) -> Block | None:
    """The block of an item that has the number of a paragraph: "5.3" itself, or "(b)" of "5(b)"."""
    part = _PART.fullmatch(reference)
    wanted = {normal(reference), part["letter"]} if part and part["letter"] else {normal(reference)}
    return next((b for b in _blocks(document, span.start, span.end) if b.label and normal(b.label) in wanted), None)


def _blocks(document: Document, start: int, end: int) -> Iterable[Block]:
    blocks = document.blocks
    return blocks[bisect_left(blocks, start, key=_START) : bisect_left(blocks, end, key=_START)]
