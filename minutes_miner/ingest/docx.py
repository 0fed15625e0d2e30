"""Word documents (.docx): paragraphs, automatic numbering and tables in reading order.

Headers and footers are left out; footnotes and text boxes become blocks of role "aside" after the paragraph they hang on.
A DOCX does not know its pages, so blocks have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minutes_miner.ingest.docx_numbering import Numbering, read_numbering
from minutes_miner.ingest.docx_package import Package, W, open_package, points, switched_on, value, whole
from minutes_miner.ingest.docx_paragraph import Content, paras_of, style_of
from minutes_miner.ingest.layout import Cell, Para, Row
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.ingest.margin import MARK
from minutes_miner.ingest.nested_tables import NestingBuilder
from minutes_miner.model import Document, SourceMeta
from minutes_miner.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_P, _TBL, _TR, _TC, _TEXT_BOX = (W + name for name in ("p", "tbl", "tr", "tc", "txbxContent"))
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_WIDEST = 100  # columns that one cell may cover; more is a slip or an attack
_TITLES = frozenset({"title", "subtitle"})
_LIMITS = ReadLimits()


def read(data: bytes, *, source: str, limits: ReadLimits = _LIMITS) -> Document:
    """A DOCX as a Document of format "docx". Raises Damaged, and TooLarge beyond ``limits.max_unpacked``."""
    package = open_package(data, source=source, limits=limits)
    reader = _Reader(package, read_numbering(package.numbering))
    reader.read()
    blocks = reader.builder.blocks
    untitled = not any(block.kind == "heading" for block in blocks)
    return Document(
        source=source,
        format="docx",
        text=reader.builder.text,
        blocks=blocks,
        meta=SourceMeta(title=package.title if untitled else None),
    )


@dataclass
class _Reader:
    package: Package
    numbering: Numbering
    builder: NestingBuilder = field(default_factory=NestingBuilder)
    _beside: list[Content] = field(default_factory=list)  # what hangs on paragraphs of the table being read

    def read(self) -> None:
        """Read the body's paragraphs and tables in order."""
        for element in _parts(self.package.body):
            if element.tag == _TBL:
                self._table(element)
            elif not self._is_contents_line(element):
                paras, content = paras_of(element, self.package, self.numbering, apart=True)
                for para in paras:
                    self._add(para, "masthead" if para.style.lower() in _TITLES else "body")
                self._asides(content)

    def _paras(self, paragraph: Element) -> tuple[list[Para], Content]:
        return paras_of(paragraph, self.package, self.numbering)

    def _is_contents_line(self, paragraph: Element) -> bool:
        """Lines of a table of contents repeat the headings, and would be taken for items."""
        return style_of(paragraph, self.package)[1].name.lower().startswith(("toc ", "table of figures"))

    def _add(self, para: Para, role: str) -> None:
        kind = para.kind
        if kind == MARK:
            kind, role = "paragraph", "action"
        self.builder.add(fold(para.text), kind=kind, bold=para.bold, role=role, style=para.style, level=para.level, indent=para.indent)

    def _asides(self, content: Content) -> None:
        notes = [self.package.footnotes[name] for name in content.notes if name in self.package.footnotes]
        for part in (*notes, *content.boxes):
            for paragraph in part.iter(_P):
                for para in self._paras(paragraph)[0]:
                    self._add(para, "aside")

    def _table(self, table: Element) -> None:
        rows = self._rows(table, nested=False)
        if _is_frame(rows):
            for para in (para for row in rows for cell in row.cells for para in cell.paras):
                self._add(para, "body")
        else:
            self.builder.put_table(rows)
        waiting, self._beside = self._beside, []
        for content in waiting:
            self._asides(content)

    def _rows(self, table: Element, *, nested: bool) -> list[Row]:
        rows = []
        for row in table.iter(_TR):
            if next(row.iterancestors(_TBL)) is table:
                cells = [self._cell(cell, nested=nested) for cell in row.iter(_TC) if next(cell.iterancestors(_TR)) is row]
                rows.append(Row(tuple(cells), header=bool(switched_on(row.find(f"{W}trPr/{W}tblHeader")))))
        return rows

    def _cell(self, cell: Element, *, nested: bool) -> Cell:
        """A cell; one that continues a cell from above is empty. Inside a nested table all paragraphs are taken as they come."""
        properties = cell.find(W + "tcPr")
        span = 1 if properties is None else min(max(whole(value(properties.find(W + "gridSpan")), 1), 1), _WIDEST)
        merge = None if properties is None else properties.find(W + "vMerge")
        if merge is not None and value(merge) != "restart":
            return Cell(span=span)
        paras: list[Para] = []
        for element in _every_paragraph(cell) if nested else _parts(cell):
            paras += self._inner_table(element) if element.tag == _TBL else self._cell_paras(element)
        width = points(None if properties is None else properties.find(W + "tcW"), "w")
        return Cell(tuple(paras), span=span, width=width)

    def _cell_paras(self, paragraph: Element) -> list[Para]:
        """A paragraph of a cell; kept where it is empty, for users align columns with blank lines."""
        paras, content = self._paras(paragraph)
        self._beside.append(content)
        return paras or [Para("")]

    def _inner_table(self, table: Element) -> list[Para]:
        rows = self._rows(table, nested=True)
        return [para for row in rows for cell in row.cells for para in cell.paras] if _is_frame(rows) else [self.builder.hold(rows)]


def _is_frame(rows: list[Row]) -> bool:
    """Whether a table is a frame around text: one column."""
    return max((len(row.cells) for row in rows), default=0) < 2


def _parts(body: Element) -> Iterator[Element]:
    """Paragraphs and tables of the body or a cell in order, looked for inside content controls and tracked insertions too."""
    for child in body:
        if child.tag in (_P, _TBL):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child)


def _every_paragraph(cell: Element) -> Iterator[Element]:
    """All paragraphs in a cell and in tables inside it, but not those of text boxes."""
    return (paragraph for paragraph in cell.iter(_P) if next(paragraph.iterancestors(_TC, _TEXT_BOX)).tag == _TC)
