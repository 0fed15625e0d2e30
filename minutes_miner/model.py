"""The values that every stage hands to the next: frozen, plain, and free of parser objects.

All offsets are character positions into ``Document.text`` (half open, ``[start, end)``); pages count from 1.
This module imports nothing of the package, so that any stage may import it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from datetime import date

PRESENT, IN_ATTENDANCE, APOLOGIES, ABSENT = "present", "in attendance", "apologies", "absent"

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
class Block:
    """One piece of a document in reading order: a heading, paragraph, list item or row of a table.

    ``label`` is the number or letter that opens the text ("307.", "(1)", "a)", "-"), as printed; the text from
    ``body`` on is what follows it. ``role`` says which part of the publisher's page the block stands in:

    ========== ==================================================================================
    body       running text of minutes where the source does not say more
    masthead   title lines, venue, contact: what stands before the business
    number     the number cell of an agenda item, where the source marks it
    title      an item's title, where the source marks it
    agenda     the agenda's own text under an item: what was to be done, no record of what was
    minutes    the record, where the source marks it
    decision   a decision block, where the source marks it (it may repeat the minutes)
    action     the action column or right margin: whose task the text beside it (before it) is
    aside      a box, footnote or picture caption that interrupts the reading order
    ========== ==================================================================================
    """

    kind: str  # "heading" | "paragraph" | "list_item" | "table_row"
    start: int
    end: int
    body: int  # offset at which the text after the label begins; equals start where there is no label
    label: str = ""
    role: str = "body"
    style: str = ""  # the source's own name for it: "h2", "MsoListParagraph", "Heading 1"
    level: int = 0  # heading level 1-6, or nesting depth of a list item; 0 unknown
    indent: float = 0.0  # left edge in points (PDF, DOCX) or 0
    size: float = 1.0  # font size as a ratio to the document's commonest size
    bold: tuple[tuple[int, int], ...] = ()  # stretches printed bold, offsets into Document.text
    cells: tuple[tuple[int, int], ...] = ()  # for a table_row: each cell's stretch, empty cells as (n, n)
    table: int | None = None  # number of the table that a row belongs to, counted through the document
    header_row: bool = False  # the row of column headings of its table
    item: int | None = None  # number of the publisher's item (ModernGov row) that the block belongs to
    page: int | None = None
    anchor: str | None = None  # fragment or URL of the source at which a reader finds the block


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that the source links to an item or to the meeting."""

    title: str
    url: str | None
    size: str | None  # as printed: "87 KB"
    item: int | None  # the publisher's item (as Block.item), None for the meeting's own


@dataclass(frozen=True, slots=True)
class Truncation:
    """An item whose minutes the page shows only in part ("view the full minutes text for item 311")."""

    item: int | None  # the publisher's item, as Block.item
    label: str  # the item number as the notice names it, "311"
    url: str | None
    start: int  # where the text breaks off


@dataclass(frozen=True, slots=True)
class SourceMeta:
    """What a source states of itself outside the running text (page head, title line, PDF metadata), as printed."""

    title: str | None = None
    organisation: str | None = None
    committee: str | None = None
    date: str | None = None
    time: str | None = None
    venue: str | None = None
    contact: str | None = None
    status: str | None = None  # "draft" | "approved" | "cancelled" | None
    url: str | None = None
    item_number: str | None = None  # of an item page
    item_title: str | None = None


@dataclass(frozen=True)
class Document:
    """One source in reading order. ``text`` is the blocks' texts joined by a newline, white space folded within each."""

    source: str  # the file's name as the user gave it, with forward slashes
    format: str  # "moderngov-meeting" | "moderngov-item" | "moderngov-list" | "html" | "pdf" | "docx" | "text"
    text: str
    blocks: tuple[Block, ...]
    meta: SourceMeta = field(default_factory=SourceMeta)
    attachments: tuple[Attachment, ...] = ()
    truncations: tuple[Truncation, ...] = ()
    pages: int | None = None
    digest: str = ""  # sha256 of the bytes
    notes: tuple[str, ...] = ()  # what the reader noticed, for the run report

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a document that a rule found; ``value`` is the rule's own word for it ("noted", "ask", "she").

    Kinds: "sentence", "name", and the kinds that the rule files declare ("speech", "question", "resolution", ...).
    """

    kind: str
    start: int
    end: int
    rule: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in its document a value was found, by which rule, and the sentence that shows it."""

    start: int
    end: int
    rule: str
    quote: str
    page: int | None = None
    anchor: str | None = None


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


@dataclass(frozen=True, slots=True)
class MinuteReference:
    """A mention of another minute, item or meeting: "Minute No. 57 of 11th June, 2031"."""

    text: str
    number: str | None  # "304", "191(5)", "FGB 03/2021"
    date: date | None  # of the meeting referred to, where stated
    title: str | None
    committee: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Something that a person must settle: what, and why the program could not."""

    kind: str  # "meeting date" | "committee" | "speaker" | "owner" | "due date" | "reference" | "link" | ...
    text: str
    reason: str
    item: str | None  # number or title of the item
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A line of an action log, of matters arising or of an "actions from the last meeting" table: what became of an earlier action."""

    text: str  # the whole line or sentence
    action_text: str | None  # the earlier action as this document words it, where it stands apart
    owner: str | None
    status_word: str | None  # the council's own word: "Completed", "Ongoing"
    reference: str | None
    evidence: Evidence


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
    status: str | None = None  # "draft" | "approved" | "cancelled"
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


@dataclass(frozen=True, slots=True)
class ActionMention:
    """A later place that takes an action up again."""

    source: str
    date: date | None
    item: str  # number, or title where the item has none
    how: str  # "reference" | "action table" | "wording"
    score: float
    status: (
        str | None
    )  # what the place says became of it: "done" | "part done" | "awaited" | "deferred" | "replaced" | "dropped" | "noted" | None
    quote: str
    due: Due | None = None  # a new date that the place sets
    evidence: Evidence | None = None


@dataclass(frozen=True)
class TrackedAction:
    """An action with its dated history and its standing as of a day."""

    id: str  # stable: from organisation, committee, meeting date, item and wording
    source: str
    organisation: str | None
    committee: str | None
    meeting_date: date | None
    item: str
    item_title: str
    action: Action
    status: str  # "completed" | "overdue" | "open" | "superseded"
    state: str  # finer: "completed", "overdue", "due soon", "awaiting minutes", "open", "no date stated", "superseded", "dropped"
    reason: str  # why this status, in words
    due_date: date | None = None  # as it stands now, after any deferral
    days_late: int | None = None
    meetings_since: int | None = None  # meetings of the committee held since the action was raised, up to as_of
    mentions: tuple[ActionMention, ...] = ()
    closing_quote: str | None = None
    closing_source: str | None = None


@dataclass(frozen=True)
class Ledger:
    """What the tracker hands on: every action followed, as of a day, and the links that it declined to make."""

    as_of: date
    actions: tuple[TrackedAction, ...]
    unsettled: tuple[Unsettled, ...] = ()  # each text names its document


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one source ended: kept, passed over, set aside as a duplicate, or failed - and why."""

    source: str
    status: str  # "read" | "duplicate" | "not minutes" | "skipped" | "failed"
    reason: str
    format: str | None = None
    seconds: float = 0.0
    words: int = 0
    pages: int | None = None
    notes: tuple[str, ...] = ()
