"""What a reader hands on: a source in reading order, and where in it a value was found."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

_START = attrgetter("start")
COLUMNS = "columns"  # the style of a table's row that a text sets out by blanks, so that a label in it stands over the rows below, too


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document in reading order: a heading, paragraph, list item or row of a table.

    ``label`` is the number or letter that opens the text ("307.", "(1)", "a)", "-"), as printed; the text from
    ``body`` on is what follows it. ``role`` says which part of the publisher's page the block stands in:

    ========== ==================================================================================
    body       running text of minutes where the source does not say more
    masthead   title lines, venue, contact: what stands before the business
    number     the number cell of an agenda item, where the source marks it
    title      an item's title, where the source marks it
    agenda     the agenda's own text under an item: what was to be done, no record of what was
    minutes    the record, where the source marks it
    decision   a decision block, where the source marks it (it may repeat the minutes)
    action     the action column or right margin: whose task the text beside it (before it) is
    aside      a box, footnote or picture caption that interrupts the reading order
    ========== ==================================================================================
    """

    kind: str  # "heading" | "paragraph" | "list_item" | "table_row"
    start: int
    end: int
    body: int  # offset at which the text after the label begins; equals start where there is no label
    label: str = ""
    role: str = "body"
    style: str = ""  # the source's own name for it: "h2", "MsoListParagraph", "Heading 1"
    level: int = 0  # heading level 1-6, or nesting depth of a list item; 0 unknown
    indent: float = 0.0  # left edge in points (PDF, DOCX) or 0
    size: float = 1.0  # font size as a ratio to the document's commonest size
    bold: tuple[tuple[int, int], ...] = ()  # stretches printed bold, offsets into Document.text
    cells: tuple[tuple[int, int], ...] = ()  # for a table_row: each cell's stretch, empty cells as (n, n)
    table: int | None = None  # number of the table that a row belongs to, counted through the document
    header_row: bool = False  # the row of column headings of its table
    item: int | None = None  # number of the publisher's item (ModernGov row) that the block belongs to
    page: int | None = None
    anchor: str | None = None  # fragment or URL of the source at which a reader finds the block


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that the source links to an item or to the meeting."""

    title: str
    url: str | None
    size: str | None  # as printed: "87 KB"
    item: int | None  # the publisher's item (as Block.item), None for the meeting's own


@dataclass(frozen=True, slots=True)
class Truncation:
    """An item whose minutes the page shows only in part ("view the full minutes text for item 311")."""

    item: int | None  # the publisher's item, as Block.item
    label: str  # the item number as the notice names it, "311"
    url: str | None
    start: int  # where the text breaks off


@dataclass(frozen=True, slots=True)
class SourceMeta:
    """What a source states of itself outside the running text (page head, title line, PDF metadata), as printed."""

    title: str | None = None
    organisation: str | None = None
    committee: str | None = None
    date: str | None = None
    filed: str | None = None  # the day under which a site files the text: the meeting's, or that on which it was put there
    time: str | None = None
    venue: str | None = None
    contact: str | None = None
    status: str | None = None  # "draft" | "approved" | "cancelled" | None
    url: str | None = None
    item_number: str | None = None  # of an item page
    item_title: str | None = None


@dataclass(frozen=True)
class Document:
    """One source in reading order. ``text`` is the blocks' texts joined by a newline, white space folded within each."""

    source: str  # the file's name as the user gave it, with forward slashes
    format: str  # "moderngov-meeting" | "moderngov-item" | "moderngov-list" | "html" | "pdf" | "docx" | "text"
    text: str
    blocks: tuple[Block, ...]
    meta: SourceMeta = field(default_factory=SourceMeta)
    attachments: tuple[Attachment, ...] = ()
    truncations: tuple[Truncation, ...] = ()
    pages: int | None = None
    digest: str = ""  # sha256 of the bytes
    notes: tuple[str, ...] = ()  # what the reader noticed, for the run report

    @cached_property
    def small(self) -> str:
        """``text`` in small letters, character for character (some capitals have two in small letters: they stay)."""
        small = self.text.lower()
        return small if len(small) == len(self.text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.text[start:end]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``; None between blocks."""
        at = bisect_right(self.blocks, offset, key=_START) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None


class Mention(NamedTuple):
    """A stretch of a document that a rule found; ``value`` is the rule's own word for it ("noted", "ask", "she").

    A named tuple and no dataclass (as Evidence is), since there are more of them than of all other values: it is made in a third
    of the time.

    Kinds: "sentence", "name", and the kinds that the rule files declare ("speech", "question", "resolution", ...).
    """

    kind: str
    start: int
    end: int
    rule: str
    value: str = ""


class Evidence(NamedTuple):
    """Where in its document a value was found, by which rule, and the sentence that shows it."""

    start: int
    end: int
    rule: str
    quote: str
    page: int | None = None
    anchor: str | None = None
    source: str | None = None  # the document, where it is another than the record's: an item page that completes a meeting page
