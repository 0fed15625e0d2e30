"""Blocks of HTML within a text or Markdown file: tables that an export left as they were, whole pages below their front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes_miner.ingest.site_marks import OPENS_MARKUP

if TYPE_CHECKING:
    from minutes_miner.ingest.build import DocumentBuilder
    from minutes_miner.ingest.plain_lines import Line

# Elements that may hold blank lines and still go on; within others, Markdown begins again after one.
_HOLDER = re.compile(r"<(/?)(table|ul|ol|dl|pre)\b", re.IGNORECASE)


def markup_end(lines: Sequence[Line], at: int, end: int) -> int:
    """The index after the block of mark-up that begins at a line; ``at`` where none does."""
    if not lines[at].text.startswith("<") or not OPENS_MARKUP.match(lines[at].text):
        return at
    depth = 0
    for index in range(at, end):
        text = lines[index].text
        if not text and depth <= 0:
            return index
        if "<" in text:
            depth += sum(-1 if closes else 1 for closes, _ in _HOLDER.findall(text))
    return end


def add_markup(builder: DocumentBuilder, text: str, *, role: str, item: int | None, tables: int) -> int:
    """Add a block of mark-up to a document, as a page's would be; how many data tables the document has then (``tables`` before)."""
    from minutes_miner.ingest.flow import Flow
    from minutes_miner.ingest.markup import parse_page
    from minutes_miner.ingest.page_blocks import PageBlocks

    body = parse_page(text.encode(), source="").root.find("body")
    if body is None:
        return tables
    blocks = PageBlocks(builder=builder, role=role, item=item, tables=tables)
    Flow(blocks.para, blocks.table, apart=True).read(body)
    return blocks.tables
