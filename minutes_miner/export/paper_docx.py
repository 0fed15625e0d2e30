"""A paper as a Word document: A4 across, real headings, tables whose head row repeats and whose rows stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from minutes_miner.export.atomic import replacing
from minutes_miner.export.cells import printable
from minutes_miner.export.paper_parts import Cell, Column, Grid, Paper
from minutes_miner.export.xlsx_style import FONT, HEADER, INK, KEY_TONES, LINE, MUTED

_A4 = (29.7, 21.0)  # centimetres, across
_MARGIN = 1.5
_ROOM = "45"  # above and below the text of a cell, in twentieths of a point: less, and it stands on the rule


def write_paper(target: Path, paper: Paper) -> None:
    """Write ``paper`` to ``target`` as .docx, whole or not at all. Raises MinutesMinerError where it cannot be written."""
    import docx

    document = docx.Document()
    _set_up(document, paper)
    document.add_heading(paper.title, level=1)
    for line in paper.beneath:
        document.add_paragraph(printable(line))
    for section in paper.sections:
        if section.heading:
            document.add_heading(printable(section.heading), level=2)
        # Else a heading with its sentence may stand alone at the foot of a page.
        document.add_paragraph(printable(section.said)).paragraph_format.keep_with_next = bool(section.grids)
        for grid in section.grids:
            if grid.caption != section.heading:
                document.add_heading(printable(grid.caption), level=3 if section.heading else 2)
            _table(document, grid)
    with replacing(target) as part, part.open("wb") as stream:
        document.save(stream)


def _set_up(document: Any, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Cm(_A4[0]), Cm(_A4[1])
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    for name, size, colour in (("Normal", 10, INK), ("Heading 1", 20, HEADER), ("Heading 2", 14, HEADER), ("Heading 3", 11, HEADER)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor.from_string(colour[1:])
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for place in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):  # else the template's theme wins
            fonts.attrib.pop(qn(place), None)
        fonts.set(qn("w:hAnsi"), FONT)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    language = _element("w:lang", val="en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    about, day = document.core_properties, datetime(paper.as_of.year, paper.as_of.month, paper.as_of.day)
    about.title, about.author, about.comments, about.language = paper.title, "", "; ".join(paper.beneath), "en-GB"
    about.created = about.modified = day
    _page_numbers(page.footer.paragraphs[0])


def _table(document: Any, grid: Grid) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(grid.columns))
    table.autofit = False
    lines = {
        edge: "single" if edge in ("bottom", "insideH") else "nil" for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    }
    borders = _element("w:tblBorders")
    for edge, value in lines.items():
        borders.append(_element(f"w:{edge}", val=value, sz="4", color=LINE[1:]))
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)  # the standard has an order for these, and Word keeps to it
    room = _element("w:tblCellMar")
    room.append(_element("w:top", w=_ROOM, type="dxa"))
    room.append(_element("w:bottom", w=_ROOM, type="dxa"))
    layout.addnext(room)
    for column, given in zip(table.columns, grid.columns, strict=True):
        column.width = Cm(given.width)  # LibreOffice goes by the grid, Word by the cells
    _row(table.rows[0], [Cell((column.heading,)) for column in grid.columns], grid.columns, head=True)
    for row in grid.rows:
        _row(table.add_row(), row, grid.columns, head=False)


def _row(row: Any, cells: Sequence[Cell], columns: Sequence[Column], *, head: bool) -> None:
    from docx.shared import Cm

    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if head:
        properties.append(_element("w:tblHeader"))
    for place, cell, column in zip(row.cells, cells, columns, strict=True):
        place.width = Cm(column.width)
        tone = KEY_TONES[cell.colour] if cell.colour else None
        if head or tone:
            place._tc.get_or_add_tcPr().append(
                _element("w:shd", val="clear", color="auto", fill=HEADER[1:] if head or not tone else tone.tint[1:])
            )
        for number, line in enumerate(cell.lines):
            paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
            _write(
                paragraph,
                line,
                head=head,
                ink=tone.ink if tone else INK if number == 0 or cell.alike else MUTED,
                bold=head or tone is not None,
            )


def _write(paragraph: Any, line: str, *, head: bool, ink: str, bold: bool) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(printable(line))
    run.bold, run.font.size = bold, Pt(9)
    run.font.color.rgb = RGBColor.from_string("FFFFFF" if head else ink[1:])
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.keep_with_next = Pt(1), head or None


def _page_numbers(paragraph: Any) -> None:
    """ "Page 2 of 5", kept up to date by Word."""
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(text)
        simple = _element("w:fldSimple", instr=field)
        paragraph._p.append(simple)


def _element(name: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element
