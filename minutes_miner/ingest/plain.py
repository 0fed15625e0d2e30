"""Plain text and Markdown: paragraphs put together from hard-wrapped lines, headings, lists, tables; form feeds are pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.encoding import decode
from minutes_miner.ingest.layout import Cell, Para, Row, add_table
from minutes_miner.ingest.margin import split_lines_mark, split_mark
from minutes_miner.ingest.markdown_inline import inline
from minutes_miner.ingest.moderngov_furniture import full_text_notice, split_file_size
from minutes_miner.ingest.plain_lines import Line, columns, goes_on, split_lines, wrap_width
from minutes_miner.ingest.site_marks import OPENS_MARKUP, filed_under
from minutes_miner.ingest.stretches import fold_stretches, is_bold_heading
from minutes_miner.ingest.text_markup import add_markup, markup_end
from minutes_miner.ingest.text_tables import read_table, table_starts
from minutes_miner.model import COLUMNS, Document, SourceMeta, Truncation
from minutes_miner.text import split_label

_LONGEST_HEADING = 100  # characters of a line in capitals; beyond it, it is shouting
_DIVIDER = re.compile(r":?-+:?$")  # a cell of the line under a Markdown table's headings
_LIST_LABEL = re.compile(r"[^\w\s(].*|.*\)$|o$")  # a bullet, "(a)" or "a)"; "4." may be an item's number


def read(data: bytes, *, source: str) -> Document:
    """A text or Markdown file as a Document of format "text"."""
    decoded = decode(data)
    lines, pages = split_lines(decoded.text)
    reader = TextReader(lines)
    reader.read()
    return Document(
        source=source,
        format="text",
        text=reader.builder.text,
        blocks=reader.builder.blocks,
        meta=SourceMeta(filed=filed_under(decoded.text)),
        truncations=tuple(reader.truncations),
        pages=pages,
        notes=(decoded.note,) if decoded.note else (),
    )


@dataclass
class TextReader:
    """Reads lines into ``builder``; ``role`` and ``item`` are set by a caller that knows the parts of a publisher's page."""

    lines: list[Line]
    builder: DocumentBuilder = field(default_factory=DocumentBuilder)
    truncations: list[Truncation] = field(default_factory=list)
    role: str = "body"
    item: int | None = None
    _end: int = 0
    _tables: int = 0
    _last_row: int = -1  # how many blocks there were after the last line in columns

    def __post_init__(self) -> None:
        self._width = wrap_width(self.lines)
        self._starts = table_starts(self.lines)

    def read(self, start: int = 0, end: int | None = None) -> None:
        """Read the lines from ``start`` up to ``end`` (all, unless given), block by block."""
        at, self._end = start, len(self.lines) if end is None else end
        while at < self._end:
            line = self.lines[at]
            if at in self._starts and (after := self._action_table(at)) > at:
                at = after
            elif line.is_plain:
                at = self._paragraph(at)
            elif not line.text or line.is_rule:
                at += 1
            elif line.atx:
                level, words = line.atx
                self._add(words, line, kind="heading", level=level)
                at += 1
            elif (end := self._table_end(at)) > at:
                self._table(at, end)
                at = end
            elif (end := markup_end(self.lines, at, self._end)) > at:
                rows = "\n".join([line.text for line in self.lines[at:end]])
                self._tables = add_markup(self.builder, rows, role=self.role, item=self.item, tables=self._tables)
                at = end
            else:
                at = self._paragraph(at)

    def _paragraph(self, at: int) -> int:
        """Add the paragraph that begins at a line; the index of the first line after it."""
        end = at + 1
        first = self.lines[at]
        if end < self._end and not self.lines[end].is_plain and self.lines[end].is_underline and not first.label.startswith("-"):
            self._add(first.text, first, kind="heading", level=1 if self.lines[end].text[0] == "=" else 2)
            return end + 1
        cells = columns(first.text) if "   " in first.text and not first.label else []
        if cells:
            self._row(cells, first)
            return end
        end = min(self.paragraph_end(at), self._end)
        words, mark = (first.text, "") if end == at + 1 else split_lines_mark([line.text for line in self.lines[at:end]])
        self._add(words, first)
        if mark:
            self.builder.add(mark, role="action", page=first.page, item=self.item)
        return end

    def _action_table(self, at: int) -> int:
        """Add the action table whose headings stand at a line; the index after it, ``at`` where no rows follow."""
        heads = self._starts[at]
        table = read_table(self.lines, heads, self._end)
        if table is None:
            return at
        self._tables += 1
        for cells in (heads.texts, *table.rows):
            self.builder.add_row(
                ["".join(text for text, _ in inline(cell)) for cell in cells],
                table=self._tables,
                header_row=cells is heads.texts,
                page=self.lines[at].page,
                role=self.role,
                item=self.item,
            )
        return table.end

    def _row(self, cells: list[str], line: Line) -> None:
        """Add a line in columns as a row of a table, the same as that of the line above."""
        self._tables += self._last_row != len(self.builder)
        self.builder.add_row(cells, table=self._tables, style=COLUMNS, page=line.page, role=self.role, item=self.item)
        self._last_row = len(self.builder)

    def paragraph_end(self, at: int) -> int:
        """The index of the first line after the paragraph that begins at a line."""
        end = at + 1
        while end < len(self.lines) and self._continues(end, self.lines[at]):
            end += 1
        return end

    def _continues(self, at: int, first: Line) -> bool:
        line = self.lines[at]
        if at in self._starts:
            return False
        if not line.is_plain and (not line.text or line.is_rule or line.atx or len(line.fields) > 1 or OPENS_MARKUP.match(line.text)):
            return False
        if "   " in line.text and (cells := columns(line.text)) and not self._ends_sentence(at, cells):
            return False
        return goes_on(self.lines[at - 1], line, first, self._width)

    def _ends_sentence(self, at: int, cells: list[str]) -> bool:
        """Whether a line in two columns is the last of a sentence, with its owner in the margin: "July meeting.       JA"."""
        return len(cells) == 2 and cells[0][-1] in ".?!" and self.lines[at - 1].text[-1:] not in ".;:!?"

    def _add(self, words: str, line: Line, *, kind: str | None = None, level: int = 0) -> None:
        notice = full_text_notice(words)
        words = words.removesuffix(notice.group()) if notice else split_file_size(words)[0]
        pieces, mark = split_mark(inline(words))
        text, bold = fold_stretches(pieces)
        if kind is None:
            label, body = split_label(text)
            kind = "paragraph"
            if text and (is_bold_heading(text, bold) or _is_capitals(text[body:])):
                kind = "heading"
            elif label and _LIST_LABEL.match(label):
                kind, level = "list_item", 1 + line.indent // 4
        self.builder.add(text, kind=kind, bold=bold, level=level, page=line.page, role=self.role, item=self.item)
        if mark:
            self.builder.add(mark, role="action", page=line.page, item=self.item)
        if notice and notice.group(1).lower() != "agenda":
            self.truncations.append(Truncation(self.item, notice.group(2), None, self.builder.length))

    def _table_end(self, at: int) -> int:
        """The index after the last row of a table (two rows or more) that begins at a line; ``at`` where none does.

        Rows are of one width, but that a row framed by pipes may leave its last cells out.
        """
        width = len(self.lines[at].fields)
        end = at
        framed = self.lines[at].text.startswith("|")
        while width > 1 and end < self._end and self._is_row(self.lines[end], width, framed=framed):
            end += 1
        return end if end - at > 1 else at

    def _is_row(self, line: Line, width: int, *, framed: bool) -> bool:
        cells = len(line.fields)
        return cells == width or (framed and 0 < cells < width and line.text.startswith("|"))

    def _table(self, at: int, end: int) -> None:
        rows, width = [], len(self.lines[at].fields)
        for index in range(at, end):
            fields = [*self.lines[index].fields, *[""] * width][:width]
            if all(_DIVIDER.match(cell) for cell in fields):
                continue
            header = index == at and all(_DIVIDER.match(cell) for cell in self.lines[at + 1].fields)
            rows.append(Row(tuple(Cell((Para(*fold_stretches(inline(cell))),)) for cell in fields), header=header))
        before = len(self.builder)
        self._tables += not add_table(self.builder, rows, table=self._tables + 1, page=self.lines[at].page, item=self.item)
        if self.role != "body":
            for index, block in enumerate(self.builder.blocks[before:], before):
                if block.role == "body":
                    self.builder.amend(index, role=self.role)


def _is_capitals(text: str) -> bool:
    return text.isupper() and 2 < len(text) <= _LONGEST_HEADING and text[-1] not in ".;,"
