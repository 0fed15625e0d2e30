"""PDF files: their lines, tables and paragraphs in reading order.

Words and drawn lines come from pypdfium2; pages with ruled tables go through pdfplumber's table finder as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from minutes_miner.errors import NoTextLayer
from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.layout import Layout, Row, add_rows, find_layout, unroll
from minutes_miner.ingest.pdf_file import Page, PdfLimits, load
from minutes_miner.ingest.pdf_flow import in_reading_order
from minutes_miner.ingest.pdf_lines import Line
from minutes_miner.ingest.pdf_paragraphs import BARE_NUMBER, Type, paragraphs, type_of
from minutes_miner.ingest.pdf_tables import Flow, Region, table_rows
from minutes_miner.model import Document, SourceMeta
from minutes_miner.text import fold, normal

_DEFAULT = PdfLimits()
_OPENING = 3_000  # characters: the first page


def read(data: bytes, *, source: str, limits: PdfLimits = _DEFAULT) -> Document:
    """The document in ``data``; raises Encrypted, Damaged, NoTextLayer or TooLarge."""
    content = load(data, source=source, limits=limits)
    pages = content.pages
    if not any(page.words for page in pages):
        raise NoTextLayer(
            f"{source}: none of its {len(pages)} pages has text, they are pictures; have them recognised (OCR) or ask for the original"
        )
    reading = in_reading_order(pages)
    builder = DocumentBuilder()
    _add_flow(builder, reading.flow)
    return Document(
        source=source,
        format="pdf",
        text=builder.text,
        blocks=builder.blocks,
        meta=SourceMeta(title=reading.header or _own_title(content.title, builder.text)),
        pages=len(pages),
        notes=tuple(_notes(pages)),
    )


def _own_title(title: str, text: str) -> str | None:
    """The title in the file's own data, if the text bears it out: templates hand on the title of the meeting they were made for."""
    words = normal(title).split()
    return fold(title) if words and set(words) <= set(normal(text[:_OPENING]).split()) else None


def _add_flow(builder: DocumentBuilder, flow: Sequence[Flow]) -> None:
    """Paragraphs and tables, added in order."""
    kind = type_of(_all_lines(flow))
    tables_read = _tables([part for part in flow if isinstance(part, Region)], kind)
    tables = 0
    for is_line, group in groupby(flow, key=lambda part: isinstance(part, Line)):
        parts = list(group)
        if is_line:
            _add_paragraphs(builder, [part for part in parts if isinstance(part, Line)], kind)
            continue
        for region in (part for part in parts if isinstance(part, Region)):
            rows, layout = tables_read[id(region)]
            if layout:
                unroll(builder, rows, layout)
            else:
                tables += 1
                add_rows(builder, rows, table=tables)


def _all_lines(flow: Iterable[Flow]) -> Iterator[Line]:
    for part in flow:
        if isinstance(part, Line):
            yield part
        else:
            yield from (line for row in part.rows for slot in row for line in slot.lines)


def _tables(regions: Sequence[Region], kind: Type) -> dict[int, tuple[list[Row], Layout | None]]:
    """Each table's rows, and its layout where it is page layout. Tables of the same columns are judged as one."""
    rows = {id(region): table_rows(region, kind) for region in regions}
    found: dict[int, tuple[list[Row], Layout | None]] = {}
    for region in regions:
        if id(region) not in found:
            alike = [other for other in regions if region.like(other)]
            layout = find_layout([row for other in alike for row in rows[id(other)]])
            found.update((id(other), (rows[id(other)], layout)) for other in alike)
    return found


def _add_paragraphs(builder: DocumentBuilder, lines: Sequence[Line], kind: Type) -> None:
    for para, role in paragraphs(lines, kind):
        kind_of_block = "paragraph" if role == "action" else para.kind
        block = builder.add(
            fold(para.text), kind=kind_of_block, bold=para.bold, role=role, indent=para.indent, size=para.size, page=para.page
        )
        if block and para.style == BARE_NUMBER:
            number = para.text.split(" ", 1)[0]
            builder.amend(len(builder) - 1, label=number, body=block.start + len(number) + 1)


def _notes(pages: Sequence[Page]) -> Iterator[str]:
    """What was left out, for the run report."""
    for pages_left, reason in (
        ([page.number for page in pages if page.scanned], "no text layer (a picture), not read"),
        ([page.number for page in pages if page.damaged], "damaged, not read"),
        ([page.number for page in pages if page.flooded], "more drawn things than are looked at: text read, tables not looked for"),
    ):
        if pages_left:
            yield f"page{'s' if len(pages_left) > 1 else ''} {', '.join(map(str, pages_left))}: {reason}"
