"""What assembly hands on: the record of one meeting."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from datetime import date

from minutes_miner.model.document import Attachment, Evidence, Truncation

PRESENT, IN_ATTENDANCE, APOLOGIES, ABSENT = "present", "in attendance", "apologies", "absent"

# The status of a meeting that was abandoned, or could decide nothing for want of a quorum: its record is none of a meeting held.
NOT_HELD = "not held"

CONFIDENCE = HIGH, MEDIUM, LOW = "high", "medium", "low"

RESOLUTION_TYPES = (
    "noted",
    "approved",
    "agreed",
    "recommended",
    "referred",
    "deferred",
    "appointed",
    "requested",
    "delegated",
    "endorsed",
    "received",
    "lost",
    "other",
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person or body listed as present, in attendance, absent, or as having sent apologies."""

    name: str
    status: str  # one of PRESENT, IN_ATTENDANCE, APOLOGIES, ABSENT
    role: str | None = None  # "Chair", "Clerk", "substitute for Cllr Ash"
    initials: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or office to whom an item's minutes attribute speech."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """One turn of speech: who, and the sentences."""

    speaker: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the minutes record as asked, with the reply that follows it."""

    text: str
    asked_by: str | None
    answered_by: str | None
    answer: str | None
    evidence: Evidence
    confidence: str = HIGH  # how sure the row is: one of CONFIDENCE
    confidence_reason: str = ""  # in plain words


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as recorded; counts and names only where they are printed."""

    text: str
    outcome: str | None = None  # "carried" | "lost" | None
    unanimous: bool = False
    nem_con: bool = False
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """One limb of what the meeting decided."""

    label: str | None
    text: str
    type: str  # one of RESOLUTION_TYPES
    moved_by: str | None
    seconded_by: str | None
    vote: Vote | None
    procedural: bool  # approving the last minutes, excluding press and public, and the like
    evidence: Evidence
    confidence: str = HIGH  # how sure the row is: one of CONFIDENCE
    confidence_reason: str = ""  # in plain words


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due. ``date`` is None unless the words fix a day; nothing is ever invented.

    ``kind`` is "exact" (the words name the day), "inferred" (counted from the meeting's date or read from the
    calendar; ``rule`` says how) or "none stated" (no words, or words that fix no day).
    """

    text: str | None
    date: date | None
    kind: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A commitment or instruction that someone will do a specific thing after the meeting."""

    text: str
    also: tuple[str, ...]  # other statements of the same action in the same item
    owner: str | None
    due: Due
    origin: str  # "mark" | "table" | "column" | "resolution" | "undertaking" | "request"
    evidence: Evidence
    reference: str | None = None  # the council's own action number, where one is printed
    confidence: str = HIGH  # how sure the row is: one of CONFIDENCE
    confidence_reason: str = ""  # in plain words


@dataclass(frozen=True, slots=True)
class MinuteReference:
    """A mention of another minute, item or meeting: "Minute No. 57 of 11th June, 2031"."""

    text: str
    number: str | None  # "304", "191(5)", "FGB 03/2021"
    date: date | None  # of the meeting referred to, where stated
    title: str | None
    committee: str | None
    evidence: Evidence


# The kind of point that tells of a correction made to a record when its minutes were approved; its evidence names the later document.
CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Something that a person must settle: what, and why the program could not."""

    kind: str  # "meeting date" | "committee" | "speaker" | "owner" | "due date" | "reference" | "link" | ...
    text: str
    reason: str
    item: str | None  # number or title of the item
    evidence: Evidence | None = None
    source: str | None = None  # the document, of a point found between meetings; None: the document whose record lists it
    about: tuple[str | None, str | None, date | None] = (None, None, None)  # organisation, committee and day, where no document is known


@dataclass(frozen=True, slots=True)
class Progress:
    """A line of an action log, of matters arising or of an "actions from the last meeting" table: what became of an earlier action."""

    text: str  # the whole line or sentence
    action_text: str | None  # the earlier action as this document words it, where it stands apart
    owner: str | None
    status_word: str | None  # the council's own word: "Ongoing"; of a tick or a day, with the column's meaning: "Completed: 2 May 2031"
    reference: str | None
    evidence: Evidence
    due_text: str | None = None  # what a log's column of dates says now
    number: str | None = None  # the action's own in the log, beside a reference to its minute: "Action 3"


@dataclass(frozen=True)
class AgendaItem:
    """One numbered or headed piece of business."""

    number: str | None  # minute number where printed, else agenda number; without a trailing dot
    title: str
    evidence: Evidence
    agenda_number: str | None = None
    minute_number: str | None = None
    level: int = 1  # 2 for an entry inside a container item
    text: str = ""  # the item's record, blocks joined by newlines
    speakers: tuple[Speaker, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    questions: tuple[Question, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    actions: tuple[Action, ...] = ()
    references: tuple[MinuteReference, ...] = ()
    progress: tuple[Progress, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    truncated: Truncation | None = None
    under: str = ""  # the title or heading that holds it together with others: "Matters arising" over "1. Staffing"

    @property
    def rows(self) -> list[tuple[str, Question | Resolution | Action]]:
        """Its questions, resolutions and actions, each with the name of its kind."""
        return [
            *[("question", question) for question in self.questions],
            *[("resolution", resolution) for resolution in self.resolutions],
            *[("action", action) for action in self.actions],
        ]


@dataclass(frozen=True, slots=True)
class Table:
    """A table kept as printed: a report's figures, a register, a list of payments."""

    title: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class AttendanceMatrix:
    """Attendance over several meetings: who or what body, under each meeting's heading, as printed and as read."""

    meetings: tuple[str, ...]  # column headings as printed: "May", "12/06/23"
    rows: tuple[tuple[str, tuple[str, ...]], ...]  # name, marks as printed ("✓", "Aps", "D", "")
    key: tuple[tuple[str, str], ...] = ()  # mark -> meaning, where the document prints a key
    page: int | None = None


@dataclass(frozen=True)
class Meeting:
    """The record of one document: a meeting's header, attendance and items, and what could not be settled."""

    source: str
    format: str
    document_class: str  # "minutes" | "agenda only" | "action log" | "report" | "other"
    class_reason: str
    organisation: str | None = None
    committee: str | None = None
    date: date | None = None
    time: str | None = None
    venue: str | None = None
    contact: str | None = None
    status: str | None = None  # "draft" | "approved" | "cancelled" | NOT_HELD
    title: str | None = None
    url: str | None = None
    digest: str = ""
    next_meeting: datetime.date | None = None  # the next meeting's date where this document states it
    attendance: tuple[Attendee, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tables: tuple[Table, ...] = ()
    matrices: tuple[AttendanceMatrix, ...] = ()
    header_evidence: tuple[tuple[str, Evidence], ...] = ()  # ("date", ...), ("committee", ...)
    notes: tuple[str, ...] = ()
    words: int = 0
    pages: int | None = None
