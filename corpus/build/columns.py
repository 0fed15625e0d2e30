"""Parish minutes with an action column: owners' initials in the right margin, or three ruled columns (item, discussion, action)."""

from __future__ import annotations

from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from corpus.build.pdf import Type, build, even_widths, ruled_table
from corpus.build.source import Block, Item, Meeting, runs

_WIDTH = A4[0] - 108  # margins of three quarters of an inch
_DISCUSSION = _WIDTH - 104 - 80  # the middle of three columns


def render_margin(meeting: Meeting) -> bytes:
    """Minutes that run across the page, the owner's initials bold in the right margin at the foot of the passage."""
    type_ = Type("Helvetica", 10, TA_LEFT)
    story = _masthead(meeting, type_)
    widths = [_WIDTH - 48, 48]
    story.append(_grid([[Paragraph("Items", type_.subhead), Paragraph("Action", type_.subhead)]], widths, "BOTTOM"))
    for item in meeting.items:
        heading = Paragraph(f"{item.number}. {type_.rich(item.title)}", type_.subhead)
        story += [Spacer(1, 6), _grid([[heading, ""]], widths, "BOTTOM")]
        for run in runs(item.text):
            if run[0].cells:
                story.append(ruled_table(run, type_, even_widths(run, widths[0])))
            else:
                story.append(_grid([[type_.paragraph(run[0]), _owner(run[0], type_)]], widths, "BOTTOM"))
    return _finish(story, meeting, type_)


def render_columns(meeting: Meeting) -> bytes:
    """Minutes in three ruled columns; the discussion is hyphenated, the owner stands level with its passage."""
    type_ = Type("Times-Roman", 11, hyphens=True)
    story = _masthead(meeting, type_)
    widths = [104.0, _DISCUSSION, 80.0]
    heads = [Paragraph(f"<b>{head}</b>", type_.cell) for head in ("Item", "Discussion", "Action")]
    rows, lines = [heads], [0]
    for item in meeting.items:
        rows += _item_rows(item, type_)
        lines.append(len(rows) - 1)
    style = [("LINEBELOW", (0, n), (-1, n), 0.6, colors.black) for n in lines]
    style += [("BOX", (0, 0), (-1, -1), 0.6, colors.black), ("LINEBEFORE", (1, 0), (-1, -1), 0.6, colors.black)]
    story.append(_grid(rows, widths, "TOP", style, repeat=1))
    return _finish(story, meeting, type_)


def _item_rows(item: Item, type_: Type) -> list[list[Flowable | str]]:
    title: Flowable | str = Paragraph(f"<b>{item.number}. {type_.rich(item.title)}</b>", type_.cell)
    rows: list[list[Flowable | str]] = []
    for run in runs(item.text):
        content = ruled_table(run, type_, even_widths(run, _DISCUSSION - 12)) if run[0].cells else type_.paragraph(run[0])
        rows.append([title, content, _owner(run[-1], type_)])
        title = ""
    return rows


def _owner(block: Block, type_: Type) -> Flowable | str:
    style = ParagraphStyle("owner", parent=type_.cell_bold, fontSize=type_.para.fontSize)
    return Paragraph(type_.rich(block.owner), style) if block.owner else ""


def _grid(rows: list[Any], widths: list[float], align: str, style: list[Any] | None = None, repeat: int = 0) -> Table:
    plain = [("VALIGN", (0, 0), (-1, -1), align), ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    plain += [] if style else [("LEFTPADDING", (0, 0), (0, -1), 0)]
    return Table(rows, colWidths=widths, style=TableStyle(plain + (style or [])), repeatRows=repeat)


def _masthead(meeting: Meeting, type_: Type) -> list[Flowable]:
    story: list[Flowable] = []
    for run in runs(meeting.preamble):
        if run[0].cells and run[0].kind != "header":
            story.append(_grid([[Paragraph(type_.rich(c), type_.para) for c in row.cells] for row in run], even_widths(run, _WIDTH), "TOP"))
        else:
            story.append(ruled_table(run, type_, even_widths(run, _WIDTH)) if run[0].cells else type_.paragraph(run[0]))
    return story


def _finish(story: list[Flowable], meeting: Meeting, type_: Type) -> bytes:
    story += [Spacer(1, 10), *(type_.paragraph(block) for block in meeting.tail)]
    running = meeting.head["running"]

    def draw(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(54, 34, running)
        canvas.drawRightString(A4[0] - 54, 34, f"Page {document.page}")
        canvas.restoreState()

    return build(story, title=running, author=meeting.organisation or "", furniture=draw, margins=54)
