"""Small minutes for tests: a few lines become a Document, and the real pipeline reads it.

A line is a paragraph; "# Flood Defences" is a heading, "> Clerk" an entry of the action column, a list of texts a row of a table.
Everybody and every place here is invented.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.model import AgendaItem, Document, Meeting, SourceMeta
from minutes_miner.pipeline import PipelineSettings, read_one

MEETING = date(2030, 6, 5)  # a Wednesday
NEXT = date(2030, 7, 10)
PRESENT = (
    "Present:- Councillor Hazel Thorne (in the Chair); Councillors Milo Garside, Petra Vance, Owen Tarrow and Iris Quillan.",
    "In attendance:- Dr. Lena Frost (Director of Public Health), Mr. Aldous Pike (Head of Highways) and Ms. Noor Hadley (Clerk).",
)
HEAD = ("# Brightmoor Borough Council", "# Minutes of the Environment Panel", "# Wednesday, 5th June, 2030", *PRESENT)

Line = str | list[str]


def wrong(reason: str) -> pytest.MarkDecorator:
    """Marks a case that the program does not yet do as it should; once it does, the mark has to go."""
    return pytest.mark.xfail(strict=True, reason=reason)


def write(builder: DocumentBuilder, *lines: Line, **marks: Any) -> None:
    """Add ``lines`` to a document; ``marks`` are fields of every block."""
    for number, line in enumerate(lines):
        if isinstance(line, list):
            begins = not (number and isinstance(lines[number - 1], list))
            builder.add_row(line, table=len(builder) if begins else builder.blocks[-1].table, **marks)
        elif line.startswith("# "):
            builder.add(line[2:], **({"kind": "heading"} | marks))
        elif line.startswith("> "):
            builder.add(line[2:], **(marks | {"role": "action"}))
        else:
            block = builder.add(line, **marks)
            if block and block.label:
                builder.amend(len(builder) - 1, kind="list_item")


def paper(*lines: Line, head: tuple[Line, ...] = HEAD, format: str = "text") -> Document:
    """A document without marks of a publisher: ``head`` and then ``lines``."""
    builder = DocumentBuilder()
    write(builder, *head, role="masthead")
    write(builder, *lines)
    return Document(source="brightmoor.txt", format=format, text=builder.text, blocks=builder.blocks)


def page(*items: tuple[str, str, tuple[Line, ...]]) -> Document:
    """A publisher's page of (number, title, lines of its minutes)."""
    builder = DocumentBuilder()
    write(builder, *PRESENT, role="masthead")
    for at, (number, title, lines) in enumerate(items):
        if number:
            builder.add(number, role="number", item=at)
        builder.add(title, role="title", kind="heading", item=at)
        write(builder, *lines, role="minutes", item=at)
    meta = SourceMeta(organisation="Brightmoor Borough Council", committee="Environment Panel", date="Wednesday, 5th June, 2030 2.00 p.m.")
    return Document(source="brightmoor.html", format="moderngov-meeting", text=builder.text, blocks=builder.blocks, meta=meta)


def read(document: Document) -> Meeting:
    """The record of a document, by the default profile."""
    return read_one(document, PipelineSettings())


def record(*lines: Line) -> AgendaItem:
    """The record of one item, "12. Flood Defences", of the meeting of 5 June 2030; the next meeting is on 10 July 2030."""
    closing = ("13.", "Date of next meeting", ("The next meeting of the Panel will be held on Wednesday, 10th July, 2030.",))
    return read(page(("12.", "Flood Defences", lines), closing)).items[0]
