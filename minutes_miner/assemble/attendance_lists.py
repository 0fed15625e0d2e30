"""Lists of people under a label: "PRESENT: ...", a heading "In attendance" with lines below it, label cells of a table, an item Apologies."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from minutes_miner.assemble.list_entry import Entry, entries
from minutes_miner.assemble.list_labels import ListLabels
from minutes_miner.assemble.name_lists import NameLists
from minutes_miner.model import APOLOGIES, Block, Document
from minutes_miner.text import normal

# Lists of those present open the minutes: within this many blocks, tables of members counted row by row.
_OPENING = 90
# Small words that a list of people may hold; any other word in small letters makes the line a sentence.
_SMALL = frozenset("and of for to the from with at in on by plus as a an item items only de van der den von la le du di da al bin &".split())


def listed(document: Document, labels: ListLabels, names: NameLists, *, skip: Container[int]) -> Iterator[Entry]:
    """Each person in a labelled list; ``skip`` are the numbers of tables read otherwise."""
    reading = _Lists(document, labels, names)
    for block in document.blocks[:_OPENING]:
        if block.table is None or block.table not in skip:
            yield from reading.take(block)


class _Lists:
    """Goes through the blocks with the list in hand: its status, and the table it stands in."""

    def __init__(self, document: Document, labels: ListLabels, names: NameLists) -> None:
        self._document, self._labels, self._names = document, labels, names
        self._status: str | None = None
        self._columns: dict[int, str] = {}
        self._table: int | None = None

    def take(self, block: Block) -> Iterator[Entry]:
        """The persons that the block lists."""
        if block.cells:
            yield from self._row(block)
            return
        self._columns = {}
        text = self._document.slice(block.body, block.end)
        label = self._labels.read(text)
        if block.role in ("title", "number", "agenda") or (re.match(r"\w", block.label) and not label) or _is_item(block):
            self._status = APOLOGIES if _is_apologies(text) else None
            return
        if label is None and block.kind == "heading":
            self._status = None
        yield from self._list(text, block.body)

    def _list(self, text: str, start: int) -> Iterator[Entry]:
        for label, begin, end in self._labels.parts(text):
            if label:
                self._status = label.status
            stretch = text[begin:end]
            if self._status is None or not stretch.strip():
                continue
            if not reads_as_list(stretch):
                self._status = None
                return
            yield from entries(stretch, start + begin, self._status, "attendance.list", self._names)

    def _row(self, block: Block) -> Iterator[Entry]:
        if block.table != self._table:
            self._table, self._columns = block.table, {}
        cells = [(self._document.slice(*span), span[0]) for span in block.cells]
        statuses = {n: status for n, (text, _) in enumerate(cells) if (status := self._labels.status_of(text))}
        if len(statuses) > 1 and len(statuses) == sum(bool(text) for text, _ in cells):
            self._columns = statuses
            return
        if self._columns:
            for n, status in self._columns.items():
                if n < len(cells):
                    yield from entries(cells[n][0], cells[n][1], status, "attendance.list", self._names)
            return
        yield from self._label_cells(block, cells)

    def _label_cells(self, block: Block, cells: list[tuple[str, int]]) -> Iterator[Entry]:
        """A row whose first cell is a label, or which goes on under the label of a row above; other label cells may follow."""
        at = block.start
        for text, start in cells:
            label = self._labels.read(text)
            if text and label and label.end >= len(text):
                yield from self._stretch(at, start)
                self._status, at = label.status, start + len(text)
            elif text and start == block.start and not reads_as_list(text):
                self._status = None
        yield from self._stretch(at, block.end)

    def _stretch(self, start: int, end: int) -> Iterator[Entry]:
        text = self._document.slice(start, end)
        if self._status and reads_as_list(text):
            yield from entries(text, start, self._status, "attendance.list", self._names)


def _is_item(block: Block) -> bool:
    return block.kind == "heading" and bool(re.search(r"\d", block.label))


def _is_apologies(text: str) -> bool:
    return "apologies" in normal(text) and len(text) < 80


def reads_as_list(text: str) -> bool:
    """Whether ``text`` is a list of names and offices rather than a sentence."""
    bare = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", " ", text)
    words = re.findall(r"(?<![\w’'-])[a-z][\w’'-]*", bare)
    return all(word in _SMALL for word in words)
