"""What an officer says of an action against, or beside, what the minutes say: who, when and why, and which action is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

STATUS, OWNER, DUE, NOTE, SAME_AS, NO_ACTION = "status", "owner", "due date", "note", "same as", "not an action"
FIELDS = (STATUS, OWNER, DUE, NOTE, SAME_AS, NO_ACTION)
# What an officer may set a status to; "overdue" is no choice: it follows from the due date.
SETTABLE = ("completed", "open", "dropped")
NONE, YES = "none", "yes"  # values: nobody, or no date, whatever the minutes say; and the only value of NO_ACTION
# States that only a correction gives.
NOT_AN_ACTION, SAME_AS_ANOTHER = "not an action", "same as another"

# The headings of the columns in which an officer edits a workbook, by field; WHY is the reason for all that is set in a row.
WHY, KEY = "why", "key"
WORDING = "Action (original wording)"  # the heading of the column by whose words people know which action a row is of
DOCUMENT, WEB_PAGE = "Document", "Web page"  # the headings of links, whose cells show another thing than they hold and have no mark
MARKS = "marks"  # in a row's key: the marks of the cells that are not for writing in
HEADINGS = {
    STATUS: "Officer: status",
    OWNER: "Officer: owner",
    DUE: "Officer: due date",
    NOTE: "Officer: note",
    SAME_AS: "Officer: same as (Ref)",
    NO_ACTION: "Officer: not an action",
    WHY: "Officer: why",
    KEY: "Key (leave as it is)",
}


@dataclass(frozen=True, slots=True)
class ActionKey:
    """Which action is meant. Should ``ref`` be gone from the register, its place and its wording find it again."""

    ref: str
    organisation: str | None
    committee: str | None
    date: date | None
    item: str
    wording: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that an officer set: ``value`` is a text, an ISO date, or one of SETTABLE, NONE and YES; None takes an earlier one back."""

    of: ActionKey
    field: str  # one of FIELDS
    value: str | None  # of SAME_AS: the reference of ``other``
    by: str
    on: date
    why: str | None = None
    found: str | None = None  # what the minutes alone said of the field then, by which a later reading that differs is noticed
    other: ActionKey | None = None
