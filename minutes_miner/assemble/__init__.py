"""Assembly: mentions and blocks, read in document order, become a Meeting.

``read_frame`` reads what stands around the business (header and attendance); the names it gives help to find mentions;
``assemble`` then puts the record together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from minutes_miner.assemble.agenda import find_items, whole_record
from minutes_miner.assemble.attendance import AttendanceReading, read_attendance
from minutes_miner.assemble.classify import classify
from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.assemble.header import Header, read_header
from minutes_miner.assemble.item_spans import Head, title_words
from minutes_miner.assemble.items import Assembler
from minutes_miner.assemble.more_meetings import more_meetings
from minutes_miner.assemble.not_held import moved_to, not_held
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.script import build_script
from minutes_miner.assemble.tables import Grid, grids, kept_tables
from minutes_miner.assemble.unsettled import open_points
from minutes_miner.model import IN_ATTENDANCE, NOT_HELD, PRESENT, AgendaItem, Document, Meeting, Mention, Unsettled
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import count_words, normal

# The lines that name the body, the meeting and the day; further down a heading is one of business.
_HEAD_BLOCKS = 8
_HEAD_SHARE = 0.4  # of the text: lists of those present further down belong to an item


@dataclass(frozen=True)
class Frame:
    """What stands around the business of a document: who met, when, and who was there."""

    header: Header
    attendance: AttendanceReading
    text: str

    @cached_property
    def people(self) -> People:
        """The document's people as its attendance list gives them; ``assemble`` adds those whom the record names."""
        return People(self.attendance.attendees, self.text)

    def head(self, document: Document) -> Head:
        """The head of the document; its ends are 0 where it does not stand at the top."""
        top = document.blocks[_HEAD_BLOCKS - 1].end if len(document.blocks) >= _HEAD_BLOCKS else len(document.text)
        named = (e.end for field, e in self.header.evidence if field in ("organisation", "committee", "date"))
        names = max((end for end in named if end <= top), default=0)
        lowest = len(document.text) * _HEAD_SHARE
        there = [a.evidence.end for a in self.attendance.attendees if a.evidence and a.status in (PRESENT, IN_ATTENDANCE)]
        people = max([end for end in there if end <= lowest], default=names)
        listed = [a.name for a in self.attendance.attendees]  # a list of names in bold is no list of titles
        return Head(names, people, frozenset(normal(name) for name in (self.header.organisation, self.header.committee, *listed) if name))

    def known_names(self) -> tuple[str, ...]:
        """Names, forenames and initials by which the record may call those attending."""
        return self.people.known_names()


def read_frame(document: Document, book: RuleBook) -> Frame:
    """The header and attendance of ``document``."""
    rules = FrameRules.of(book)
    header = read_header(document, rules=rules)
    return Frame(header, read_attendance(document, header, rules=rules), document.text)


def assemble(document: Document, mentions: Sequence[Mention], frame: Frame, book: RuleBook) -> Meeting:
    """The record of one document."""
    spans = find_items(document, title_words(book.words), head=frame.head(document))
    script = build_script(document, mentions)
    tables = grids(document)
    assembler = Assembler(document, script, tables, frame.people, book, frame.header)
    items = assembler.items(spans)
    decisions = sum(len(i.resolutions) + len(i.actions) for i in items)
    kind, reason = classify(document, frame.header, n_items=len(items), n_decisions=decisions, rules=FrameRules.of(book))
    headless = kind == "minutes" and not items and frame.header.date is not None
    if headless:
        items = assembler.items([whole_record(document)])
    if kind == "minutes" and not items and frame.header.date is None:
        kind, reason = "other", f"neither a date nor an item of business was found, although {reason}"
    if kind in ("report", "other"):
        items = ()
    meeting = _meeting(document, frame, items, tables, kind, reason)
    if kind == "minutes" and (at := not_held(document, items, meeting.date, FrameRules.of(book))) is not None:
        later = moved_to(document, at, meeting.date) or meeting.next_meeting
        meeting = replace(meeting, status=NOT_HELD, next_meeting=later)
    if further := tuple(more_meetings(document, frame.header.date, FrameRules.of(book))):
        meeting = replace(meeting, unsettled=(*meeting.unsettled, *further))
    if headless:
        why = "no headings or numbers divide these minutes into items: all of it is shown as one item without a title"
        meeting = replace(meeting, unsettled=(*meeting.unsettled, Unsettled("items", document.source, why, None)))
    return meeting


def _meeting(document: Document, frame: Frame, items: tuple[AgendaItem, ...], tables: Sequence[Grid], kind: str, reason: str) -> Meeting:
    header, attendance = frame.header, frame.attendance
    return Meeting(
        source=document.source,
        format=document.format,
        document_class=kind,
        class_reason=reason,
        organisation=header.organisation,
        committee=header.committee,
        date=header.date,
        time=header.time,
        venue=header.venue,
        contact=header.contact,
        status=header.status,
        title=header.title,
        url=document.meta.url,
        digest=document.digest,
        next_meeting=header.next_meeting,
        attendance=attendance.attendees,
        items=items,
        unsettled=(*header.unsettled, *attendance.unsettled, *open_points(items, document)),
        attachments=tuple(a for a in document.attachments if a.item is None),
        tables=kept_tables(tables),
        matrices=attendance.matrices,
        header_evidence=tuple(header.evidence),
        notes=document.notes,
        words=count_words(document.text),
        pages=document.pages,
    )
