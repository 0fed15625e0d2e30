"""The head of a document: its title lines and label/value pairs, up to the lists of people and the first item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutes_miner.assemble.bodies import Line, line_of
from minutes_miner.assemble.list_labels import ListLabels
from minutes_miner.model import IN_ATTENDANCE, Block, Document
from minutes_miner.text import normal

# The longest head met (a council's with a list of documents) has a dozen blocks; beyond, running text would be read as a title.
_MOST_BLOCKS = 16
_LONGEST_LINE = 400  # characters; a paragraph longer than this is prose, not a title
# A full sentence of this length is prose, unless it says that the meeting was held.
_PROSE = 120
_HELD = re.compile(r"\b(?:held|meeting|convened)\b", re.IGNORECASE)
# "DRAFT MINUTES OF THE MEETING OF ... HELD AT ... ON ... PRESENT: ...", all in one paragraph.
_RUNS_ON = re.compile(
    r"(?:draft |unconfirmed )?(?:minutes|notes)\b.*?(?=\s(?:present|those attending|attendees|in attendance)\b)", re.IGNORECASE
)
_COLON = re.compile(r"(?P<label>[^:;]{2,40})[:;]\s*(?P<value>\S.*)")
_BUSINESS_ROLES = frozenset(("number", "title", "agenda", "minutes", "decision", "action"))


class Field(NamedTuple):
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
    if block.label[:1].isdigit() and block.kind != "table_row":
        return True
    text = document.slice(block.start, block.end)
    if len(text) > _PROSE and text.endswith(".") and not _HELD.search(text):
        return True
    first = block.cells[0] if block.cells else (block.start, block.end)
    label = labels.read(document.slice(*first))
    # "Clerk: A Name, telephone ..." is the letterhead; only the lists of members and those beside them end the head.
    return label is not None and (label.status != IN_ATTENDANCE or label.words.startswith(("in attendance", "also")))


def lines(document: Document, blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """The head's stretches in order; cells of a row apart."""
    spans = [span for block in blocks for span in (block.cells or ((block.start, _title_end(document, block)),))]
    return tuple([line_of(document.slice(*span), span[0]) for span in spans if 0 < span[1] - span[0] <= _LONGEST_LINE])


def _title_end(document: Document, block: Block) -> int:
    """Where a title ends that runs on into the list of those present and what came of it."""
    if block.end - block.start <= _LONGEST_LINE:
        return block.end
    match = _RUNS_ON.match(document.text, block.start, block.start + _LONGEST_LINE)
    return match.end() if match else block.end


def fields(document: Document, blocks: tuple[Block, ...], head: Sequence[Line], labels: Sequence[str]) -> tuple[Field, ...]:
    """Label/value pairs: neighbouring cells, a line with a colon, known ``labels`` along a line, a label line before its value.

    ``head`` are the lines of ``blocks``.
    """
    known = _along_a_line(labels)
    found: list[Field] = []
    for block in blocks:
        cells = [(document.slice(*span), span[0]) for span in block.cells if span[1] > span[0]]
        if cells:
            found += [Field(normal(label), value, start) for (label, _), (value, start) in pairwise(cells)]
        else:
            text = document.slice(block.start, block.end)
            found += [*_run_on_fields(text, block.start, known), *_colon_fields(text, block.start)]
    return (*found, *_stacked_fields(head))


@lru_cache(maxsize=4)
def _along_a_line(labels: Sequence[str]) -> re.Pattern[str]:
    """The labels in capitals or before a colon: "COMMITTEE Full Governing Body DATE 05/10/2031"."""
    words = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:(?P<label>(?i:{words}))\s?[:;]|(?P<capitals>{words.upper()})(?=\s))\s*")


def _run_on_fields(text: str, start: int, known: re.Pattern[str]) -> Iterator[Field]:
    marks = list(known.finditer(text)) if known.match(text) and not text.isupper() else []
    if len(marks) < 2:
        return
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        value = text[mark.end() : after.start() if after else len(text)].rstrip(" ;,")
        if value:
            yield Field(normal(mark["label"] or mark["capitals"]), value, start + mark.end())


def _colon_fields(text: str, start: int) -> Iterator[Field]:
    match = _COLON.match(text)
    if match:
        yield Field(normal(match["label"]), match["value"], start + match.start("value"))


def _stacked_fields(found: Sequence[Line]) -> Iterator[Field]:
    for label, value in pairwise(found):
        if len(label.text) <= 40 and label.text.endswith(":"):
            yield Field(normal(label.text), value.text, value.start)
