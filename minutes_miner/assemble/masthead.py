"""The head of a document: its title lines and label/value pairs, up to the lists of people and the first item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from minutes_miner.assemble.list_labels import ListLabels
from minutes_miner.model import IN_ATTENDANCE, Block, Document
from minutes_miner.text import normal

# The longest head met (a council's with a list of documents) has a dozen blocks; beyond, running text would be read as a title.
_MOST_BLOCKS = 16
_LONGEST_LINE = 400  # characters; a paragraph longer than this is prose, not a title
# A full sentence of this length is prose, unless it says that the meeting was held.
_PROSE = 120
_BUSINESS_ROLES = frozenset(("number", "title", "agenda", "minutes", "decision", "action"))


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the head that may hold a title: a block, or a cell of a layout row."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the stretch ends in the document."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value: "Venue: Town Hall", or two neighbouring cells."""

    label: str  # in comparing form
    value: str
    start: int  # of the value

    @property
    def end(self) -> int:
        """Where the value ends in the document."""
        return self.start + len(self.value)


def head_blocks(document: Document, labels: ListLabels) -> tuple[Block, ...]:
    """The blocks of the head."""
    head: list[Block] = []
    for block in document.blocks[:_MOST_BLOCKS]:
        if _business_begins(document, block, labels) and (head or block.role != "masthead"):
            break
        head.append(block)
    return tuple(head)


def _business_begins(document: Document, block: Block, labels: ListLabels) -> bool:
    if block.role in _BUSINESS_ROLES or block.item is not None:
        return True
    if re.match(r"\d", block.label) and block.kind != "table_row":
        return True
    text = document.slice(block.start, block.end)
    if len(text) > _PROSE and text.endswith(".") and not re.search(r"\b(?:held|meeting|convened)\b", text, re.IGNORECASE):
        return True
    first = block.cells[0] if block.cells else (block.start, block.end)
    label = labels.read(document.slice(*first))
    # "Clerk: A Name, telephone ..." is the letterhead; only the lists of members and those beside them end the head.
    return label is not None and (label.status != IN_ATTENDANCE or label.words.startswith(("in attendance", "also")))


def lines(document: Document, blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """The head's stretches in order; cells of a row apart."""
    spans = [span for block in blocks for span in (block.cells or ((block.start, block.end),))]
    return tuple(Line(document.slice(*span), span[0]) for span in spans if 0 < span[1] - span[0] <= _LONGEST_LINE)


def fields(document: Document, blocks: tuple[Block, ...], labels: Sequence[str]) -> tuple[Field, ...]:
    """Label/value pairs: neighbouring cells, a line with a colon, known ``labels`` along a line, a label line before its value."""
    known = _along_a_line(labels)
    found: list[Field] = []
    for block in blocks:
        cells = [Line(document.slice(*span), span[0]) for span in block.cells if span[1] > span[0]]
        found += [Field(normal(left.text), right.text, right.start) for left, right in pairwise(cells)]
        if not cells:
            line = Line(document.slice(block.start, block.end), block.start)
            found += [*_run_on_fields(line, known), *_colon_fields(line)]
    return (*found, *_stacked_fields(lines(document, blocks)))


@lru_cache(maxsize=4)
def _along_a_line(labels: Sequence[str]) -> re.Pattern[str]:
    """The labels in capitals or before a colon: "COMMITTEE Full Governing Body DATE 05/10/2031"."""
    words = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:(?P<label>(?i:{words}))\s?[:;]|(?P<capitals>{words.upper()})(?=\s))\s*")


def _run_on_fields(line: Line, known: re.Pattern[str]) -> Iterator[Field]:
    marks = list(known.finditer(line.text)) if known.match(line.text) and not line.text.isupper() else []
    if len(marks) < 2:
        return
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        value = line.text[mark.end() : after.start() if after else len(line.text)].rstrip(" ;,")
        if value:
            yield Field(normal(mark["label"] or mark["capitals"]), value, line.start + mark.end())


def _colon_fields(line: Line) -> Iterator[Field]:
    match = re.match(r"([^:;]{2,40})[:;]\s*(\S.*)", line.text)
    if match:
        yield Field(normal(match[1]), match[2], line.start + match.start(2))


def _stacked_fields(found: tuple[Line, ...]) -> Iterator[Field]:
    for label, value in pairwise(found):
        if len(label.text) <= 40 and label.text.endswith(":"):
            yield Field(normal(label.text), value.text, value.start)
