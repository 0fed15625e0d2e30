"""Governors' minutes as a Word document: attendance matrix, table of actions, and the business in a layout table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from corpus.build.source import Block, Item, Meeting, runs

# Zip entries and core properties carry a time; one moment for all keeps the files the same from build to build.
_MOMENT = datetime(2025, 1, 1, 9, 0, 0)
_STYLES = {"bullet": "List Bullet", "subhead": "Normal", "centre": "Heading 1", "italic": "Normal", "para": "Normal", "limb": "Normal"}


def render(meeting: Meeting) -> bytes:
    """The minutes as DOCX bytes, the same each time."""
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.4)
    for run in runs(meeting.preamble):
        _add(document, run)
    _business(document, meeting)
    for run in runs(meeting.tail):
        _add(document, run)
    footer = section.footer.paragraphs[0]
    footer.text = meeting.head["running"]
    _fix(document, meeting)
    buffer = io.BytesIO()
    document.save(buffer)
    return _rezip(buffer.getvalue())


def _business(document: Any, meeting: Meeting) -> None:
    """The layout table: number, title, discussion, and who is to act."""
    layout = document.add_table(rows=0, cols=4, style="Table Grid")
    for item in meeting.items:
        cells = layout.add_row().cells
        cells[0].text, cells[1].text = item.number or "", item.title
        _discussion(document, cells[2], item)
        cells[3].text = "\n".join(block.owner for block in item.text if block.owner)
    _widen(layout, (2.8, 4.2, 14.2, 3.6))


def _discussion(document: Any, cell: Any, item: Item) -> None:
    first = cell.paragraphs[0]
    for run in runs(item.text):
        if run[0].cells:
            _table(cell.add_table(rows=0, cols=len(run[0].cells)), run, 13.6)
        else:
            _fill(document, first or cell.add_paragraph(), run[0])
        first = None


def _add(document: Any, run: tuple[Block, ...]) -> None:
    if run[0].cells:
        _table(document.add_table(rows=0, cols=len(run[0].cells)), run, 24.8)
        document.add_paragraph()
    else:
        _fill(document, document.add_paragraph(), run[0])


def _table(table: Any, rows: tuple[Block, ...], width: float) -> None:
    table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = ""
            _rich(cell.paragraphs[0], f"**{text}**" if row.kind == "header" and text else text)
    longest = [max(len(row.cells[n]) for row in rows) + 8 for n in range(len(rows[0].cells))]
    _widen(table, [width * length / sum(longest) for length in longest])


def _widen(table: Any, widths: Sequence[float]) -> None:
    """Column widths in centimetres, in the grid and in each cell: Word reads the one, LibreOffice the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _fill(document: Any, paragraph: Any, block: Block) -> None:
    paragraph.style = document.styles[_STYLES[block.kind]]
    if block.kind == "centre":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    text = f"{block.label} {block.text}".strip()
    _rich(paragraph, f"**{text}**" if block.kind == "subhead" else text)


def _rich(paragraph: Any, text: str) -> None:
    for n, part in enumerate(re.split(r"\*\*", text)):
        if part:
            paragraph.add_run(part).bold = True if n % 2 else None


def _fix(document: Any, meeting: Meeting) -> None:
    properties = document.core_properties
    properties.title, properties.author = meeting.head["running"], meeting.organisation
    properties.created = properties.modified = _MOMENT
    properties.last_modified_by, properties.revision, properties.comments = meeting.organisation, 1, ""


def _rezip(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _MOMENT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
