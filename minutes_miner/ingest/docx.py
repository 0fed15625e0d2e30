"""Word documents (.docx): paragraphs, automatic numbering and tables in reading order.

Headers and footers are left out; footnotes and text boxes become blocks of role "aside" after the paragraph they hang on.
A DOCX does not know its pages, so blocks have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.docx_numbering import Numbering, read_numbering
from minutes_miner.ingest.docx_package import Package, W, open_package, points, switched_on, value, whole
from minutes_miner.ingest.docx_paragraph import Content, paras_of, style_of
from minutes_miner.ingest.layout import Cell, Para, Row, add_table
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.model import Document, SourceMeta

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_P, _TBL, _TC, _TEXT_BOX = W + "p", W + "tbl", W + "tc", W + "txbxContent"
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_WIDEST = 100  # columns that one cell may cover; more is a slip or an attack
_LIMITS = ReadLimits()


def read(data: bytes, *, source: str, limits: ReadLimits = _LIMITS) -> Document:
    """A DOCX as a Document of format "docx". Raises Damaged, and TooLarge beyond ``limits.max_unpacked``."""
    package = open_package(data, source=source, limits=limits)
    reader = _Reader(package, read_numbering(package.numbering))
    reader.read(package.body)
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
    builder: DocumentBuilder = field(default_factory=DocumentBuilder)
    _tables: int = 0

    def read(self, body: Element) -> None:
        """Read paragraphs and tables in order."""
        for element in _parts(body):
            if element.tag == _TBL:
                self._table(element)
            elif not self._is_contents_line(element):
                paras, content = self._paras(element)
                for para in paras:
                    self._add(para, "masthead" if para.style.lower() in ("title", "subtitle") else "body")
                self._asides(content)

    def _paras(self, paragraph: Element) -> tuple[list[Para], Content]:
        return paras_of(paragraph, self.package, self.numbering)

    def _is_contents_line(self, paragraph: Element) -> bool:
        """Lines of a table of contents repeat the headings, and would be taken for items."""
        return style_of(paragraph, self.package)[1].name.lower().startswith(("toc ", "table of figures"))

    def _add(self, para: Para, role: str) -> None:
        self.builder.add(para.text, kind=para.kind, bold=para.bold, role=role, style=para.style, level=para.level, indent=para.indent)

    def _asides(self, content: Content) -> None:
        notes = [self.package.footnotes[name] for name in content.notes if name in self.package.footnotes]
        for part in (*notes, *content.boxes):
            for paragraph in part.iter(_P):
                for para in self._paras(paragraph)[0]:
                    self._add(para, "aside")

    def _table(self, table: Element) -> None:
        boxed: list[Content] = []
        rows = [self._row(row, boxed) for row in table.iter(W + "tr") if next(row.iterancestors(_TBL)) is table]
        if max((len(row.cells) for row in rows), default=0) < 2:  # a frame around text
            for para in (para for row in rows for cell in row.cells for para in cell.paras):
                self._add(para, "body")
        else:
            self._tables += not add_table(self.builder, rows, table=self._tables + 1)
        for content in boxed:
            self._asides(content)

    def _row(self, row: Element, boxed: list[Content]) -> Row:
        cells = [self._cell(cell, boxed) for cell in row.iter(_TC) if next(cell.iterancestors(W + "tr")) is row]
        return Row(tuple(cells), header=bool(switched_on(row.find(f"{W}trPr/{W}tblHeader"))))

    def _cell(self, cell: Element, boxed: list[Content]) -> Cell:
        """A cell with the paragraphs of any table inside it; one that continues a cell from above is empty."""
        properties = cell.find(W + "tcPr")
        span = 1 if properties is None else min(max(whole(value(properties.find(W + "gridSpan")), 1), 1), _WIDEST)
        merge = None if properties is None else properties.find(W + "vMerge")
        if merge is not None and value(merge) != "restart":
            return Cell(span=span)
        paras: list[Para] = []
        for paragraph in cell.iter(_P):
            if next(paragraph.iterancestors(_TC, _TEXT_BOX)).tag == _TC:
                found, content = self._paras(paragraph)
                paras += found or [Para("")]
                boxed.append(content)
        width = points(None if properties is None else properties.find(W + "tcW"), "w")
        return Cell(tuple(paras), span=span, width=width)


def _parts(body: Element) -> Iterator[Element]:
    """Paragraphs and tables of the body in order, looked for inside content controls and tracked insertions too."""
    for child in body:
        if child.tag in (_P, _TBL):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child)
