"""Printed minutes as a county's committee publishes them, and the front sheet and report that go with them.

A masthead, PRESENT and IN ATTENDANCE, bold numbered headings with the agenda's "(Item 3)" below, numbered paragraphs,
a running header from the second page on and "Page 3" at the foot.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Paragraph, Spacer

from corpus.build.pdf import Type, build, even_widths, ruled_table
from corpus.build.source import Block, Item, Meeting, runs

_WIDTH = A4[0] - 144  # between margins of an inch


def render(meeting: Meeting) -> bytes:
    """The minutes as a PDF."""
    type_ = Type(meeting.head.get("font", "Helvetica"), 11)
    story: list[Flowable] = [Paragraph((meeting.organisation or "").upper(), type_.centre)]
    story += [HRFlowable(width="100%", color="black"), Spacer(1, 8)]
    story += _flow(meeting.preamble, type_)
    for item in meeting.items:
        story += _item(item, type_)
    story += _flow(meeting.tail, type_)
    return build(story, title=meeting.head["running"], author=meeting.organisation or "", furniture=_furniture(meeting.head["running"]))


def _flow(blocks: tuple[Block, ...], type_: Type) -> list[Flowable]:
    """Blocks as flowables, tables ruled."""
    story: list[Flowable] = []
    for run in runs(blocks):
        story.append(ruled_table(run, type_, even_widths(run, _WIDTH)) if run[0].cells else type_.paragraph(run[0]))
    return story


def _item(item: Item, type_: Type) -> list[Flowable]:
    number = f"{item.number}.&nbsp;&nbsp;&nbsp;" if item.number else ""
    story: list[Flowable] = [CondPageBreak(70), Spacer(1, 4), Paragraph(number + type_.rich(item.title), type_.subhead)]
    if item.agenda_number:
        story.append(Paragraph(f"(Item {item.agenda_number})", type_.italic))
    return story + _flow(item.text, type_)


def _furniture(running: str) -> Any:
    def draw(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 9)
        if document.page > 1:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 42, running)
        canvas.drawCentredString(A4[0] / 2, 36, f"Page {document.page}")
        canvas.restoreState()

    return draw
