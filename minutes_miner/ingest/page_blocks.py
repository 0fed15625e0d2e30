"""Paragraphs and tables of a page into a document, under the role of the part that is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.html_table import table_rows
from minutes_miner.ingest.layout import Layout, Para, Row, add_rows, find_layout, unroll
from minutes_miner.ingest.margin import MARK
from minutes_miner.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass
class PageBlocks:
    """Where a Flow's paragraphs and tables go. ``role``, ``item`` and ``anchor`` are set by the reader as it moves on."""

    builder: DocumentBuilder = field(default_factory=DocumentBuilder)
    role: str = "body"
    item: int | None = None
    anchor: str | None = None  # stands in for the paragraph's own, where the publisher gives one to the whole part
    tables: int = 0  # data tables met so far

    def para(self, para: Para, anchor: str | None) -> None:
        """Add one paragraph."""
        text, bold, kind, style, level, *_ = para
        role = self.role
        if kind == MARK:
            kind, role = "paragraph", "action"
        self.builder.add(text, kind=kind, bold=bold, role=role, style=style, level=level, item=self.item, anchor=self.anchor or anchor)

    def table(self, element: Element, anchor: str | None) -> bool:
        """Add a table; False where it only holds other blocks and is to be walked."""
        rows = table_rows(element)
        if rows is None:
            return False
        caption = element.find("caption")
        if caption is not None:
            self.para(Para(fold(" ".join(caption.itertext())), style="caption"), anchor)
        marks = {"item": self.item, "anchor": self.anchor or anchor}
        layout = find_layout(rows)
        if layout:
            self._layout_table(rows, layout, marks)
        else:
            self.tables += 1
            add_rows(self.builder, rows, table=self.tables, role=self.role, **marks)
        return True

    def _layout_table(self, rows: list[Row], layout: Layout, marks: dict[str, Any]) -> None:
        """Unroll a table; its discussion goes under the role of the part that it stands in."""
        first = len(self.builder)
        unroll(self.builder, rows, layout, **marks)
        for index, block in enumerate(self.builder.blocks[first:], first):
            if block.role == "body":
                self.builder.amend(index, role=self.role)
