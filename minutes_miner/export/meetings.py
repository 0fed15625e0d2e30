"""The tables of the meetings as a whole: headers, attendance, and how each source ended."""

from __future__ import annotations

from collections import defaultdict

from minutes_miner.export.entries import Entry, in_order, of_meeting
from minutes_miner.export.places import MEETING, SOURCE
from minutes_miner.export.spec import Column, Register, Table, fill
from minutes_miner.model import CORRECTION, Attendee, Meeting, Outcome


def meetings_table(register: Register) -> Table:
    """One row per meeting document: its header, class and size."""
    rows = (of_meeting(meeting, meeting) for meeting in in_order(register.meetings))
    corrected: dict[str | None, list[str]] = defaultdict(list)
    for one in register.ledger.unsettled if register.ledger else ():
        if one.kind == CORRECTION and one.evidence and one.evidence.source:  # else no earlier record is known
            corrected[one.source].append(f"{one.text} ({one.reason})")
    column: Column[Entry[Meeting]] = Column(
        "corrected", "Corrected when approved", 52, lambda row: "\n".join(corrected[row.value.source]) or None, wrap=True
    )
    return fill("meetings", "Meetings", (*_MEETINGS, column, *_MEETINGS_FOUND) if register.ledger else (*_MEETINGS, *_MEETINGS_FOUND), rows)


def attendance_table(register: Register) -> Table:
    """One row per person or body that a meeting lists as present, in attendance, absent or with apologies."""
    rows = (of_meeting(meeting, one, evidence=one.evidence) for meeting in in_order(register.meetings) for one in meeting.attendance)
    return fill("attendance", "Attendance", _ATTENDANCE, rows)


def outcomes_table(register: Register) -> Table:
    """One row per source that the run met, the failed first, then by name."""
    rows = sorted(register.outcomes, key=lambda one: (one.status != "failed", one.source))
    return fill("run_report", "Run report", _OUTCOMES, rows)


_MEETINGS: tuple[Column[Entry[Meeting]], ...] = (
    *MEETING,
    Column("time", "Time", 11, lambda row: row.value.time),
    Column("venue", "Venue", 32, lambda row: row.value.venue, wrap=True),
    Column("status", "Minutes are", 12, lambda row: row.value.status),
    Column("class", "Kind of document", 16, lambda row: row.value.document_class),
    Column("next_meeting", "Next meeting", 12, lambda row: row.value.next_meeting, "date"),
    Column("items", "Items", 8, lambda row: len(row.value.items), "number"),
    Column("actions", "Actions", 9, lambda row: sum(len(item.actions) for item in row.value.items), "number"),
    Column("words", "Words", 9, lambda row: row.value.words, "number"),
    Column("pages", "Pages", 8, lambda row: row.value.pages, "number"),
    Column("contact", "Contact", 32, lambda row: row.value.contact, wrap=True),
)
_MEETINGS_FOUND: tuple[Column[Entry[Meeting]], ...] = (
    Column("why_class", "Why this kind", 36, lambda row: row.value.class_reason, wrap=True, detail=True),
    Column("title", "Title of the page", 36, lambda row: row.value.title, wrap=True, detail=True),
    Column("format", "Format", 17, lambda row: row.value.format, detail=True),
    Column("notes", "Notes", 36, lambda row: "; ".join(row.value.notes) or None, wrap=True, detail=True),
    Column("digest", "SHA-256", 16, lambda row: row.value.digest or None, detail=True),
    *SOURCE,
)
_ATTENDANCE: tuple[Column[Entry[Attendee]], ...] = (
    *MEETING,
    Column("name", "Name", 32, lambda row: row.value.name, wrap=True),
    Column("attendance", "Attendance", 14, lambda row: row.value.status),
    Column("role", "Role", 32, lambda row: row.value.role, wrap=True),
    Column("initials", "Initials", 9, lambda row: row.value.initials),
    Column("page", "Page", 7, lambda row: row.page, "number", detail=True),
    *SOURCE,
)
_OUTCOMES: tuple[Column[Outcome], ...] = (
    Column("document", "Document", 40, lambda row: row.source, "link", wrap=True),
    Column("outcome", "Outcome", 13, lambda row: row.status),
    Column("reason", "Reason", 60, lambda row: row.reason, wrap=True),
    Column("format", "Format", 18, lambda row: row.format),
    Column("words", "Words", 9, lambda row: row.words, "number"),
    Column("pages", "Pages", 8, lambda row: row.pages, "number"),
    Column("notes", "Notes", 52, lambda row: "; ".join(row.notes) or None, wrap=True),
    Column("path", "As given", 52, lambda row: row.source, wrap=True, detail=True),
)
