"""The table of what a person must settle: what matters most first, and with each point what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from minutes_miner.export.entries import Entry, of_meeting
from minutes_miner.export.places import EVIDENCE, MEETING
from minutes_miner.export.spec import Column, Register, Table, fill
from minutes_miner.model import CORRECTION, Evidence, Meeting, TrackedAction, Unsettled
from minutes_miner.text import has_last_name

_SET = "on the sheet Actions, at this Ref"
# The kinds of point in the order in which they matter, each with what a person can do: first what makes the register wrong as a whole, then
# what makes an action look late, or done, that is not; last what has no other end than that somebody knows of it.
_TO_DO = {
    "officer's correction": "change or empty what was set on the sheet Actions; where the action is gone, set it at the one that is meant",
    "meeting date": "put the date into the name of the file (2025-03-31), or into its heading, and run again",
    "meeting": "see which documents belong in the folder, and run again",
    "items": "look at the document: save it in another form if there is one (web page, Word), and run again",
    "truncated item": "open the item's own page, save it into the folder, and run again",
    "status": "set the status on the sheet Actions, if the line says that it was done",
    "link": "see which action is meant, and set its status on the sheet Actions",
    "action": f"if it is none, write yes under Officer: not an action {_SET}; if it is one, set its status, owner or date there",
    "owner": f"write the name under Officer: owner {_SET}",
    "due date": f"write the day under Officer: due date {_SET}, or none",
    "resolution": "read the sentence; count on it only if it is a decision",
    "question": "read the sentence; count on it only if it is a question",
    "committee": "name the committee in the heading of the document, if it matters, and run again",
    "reference": "save the minutes that are meant into the folder too, if an action of theirs is to be followed",
    CORRECTION: "where an action or a name was put right, set it on the sheet Actions (at this Ref, where one is given)",
}
_ORDER = {kind: place for place, kind in enumerate(_TO_DO)}
_AMONG_OTHERS = _ORDER["resolution"]  # kinds without a place of their own, as of attendance
_LATE, _OPEN, _NEITHER = range(3)

_Places = dict[tuple[str, Evidence | None], TrackedAction]


@dataclass(frozen=True)
class Point:
    """A point to settle, and the action that it is about, where it is about one."""

    unsettled: Unsettled
    action: TrackedAction | None = None


def unsettled_table(register: Register) -> Table:
    """What the program would not guess: what it is, why it needs a person, and what to do."""
    return fill("to_settle", "To settle", _COLUMNS, sorted(_points(register), key=_pressing))


def _points(register: Register) -> Iterator[Entry[Point]]:
    ledger = register.ledger
    actions: _Places = {(one.source, one.action.evidence): one for one in (ledger.actions if ledger else ())}
    for meeting in register.meetings:
        for one in meeting.unsettled:
            yield of_meeting(meeting, Point(one, actions.get((meeting.source, one.evidence))), evidence=one.evidence)
    homes: dict[str | None, Meeting] = {meeting.source: meeting for meeting in register.meetings}
    for one in ledger.unsettled if ledger else ():
        of = _corrected(one, ledger.actions) if ledger and one.kind == CORRECTION else actions.get((one.source or "", one.evidence))
        home, point = homes.get(one.source), Point(one, of)
        yield of_meeting(home, point, evidence=one.evidence) if home else Entry(point, one.source or "", *one.about, evidence=one.evidence)


def _corrected(point: Unsettled, actions: Iterable[TrackedAction]) -> TrackedAction | None:
    """The only action of the item that a correction made at approval changes, where it names the action's owner."""
    there = [one for one in actions if point.item and (one.source, one.item) == (point.source, point.item)]
    if len(there) != 1:
        return None
    return there[0] if has_last_name(point.text, (there[0].found or there[0]).action.owner) else None


def _pressing(row: Entry[Point]) -> tuple[int, int, int, str]:
    """By kind; among them overdue actions first, and the latest meeting before earlier ones."""
    action = row.value.action
    stands = _NEITHER if action is None else {"overdue": _LATE, "open": _OPEN}.get(action.status, _NEITHER)
    day = row.day or date.max
    return _ORDER.get(row.value.unsettled.kind, _AMONG_OTHERS), stands, -day.toordinal(), row.source


_COLUMNS: tuple[Column[Entry[Point]], ...] = (
    Column("kind", "What", 14, lambda row: row.value.unsettled.kind, wrap=True),
    Column("text", "As printed", 48, lambda row: row.value.unsettled.text, wrap=True),
    Column("reason", "Why it needs a person", 40, lambda row: row.value.unsettled.reason, wrap=True),
    Column("to_do", "What to do", 36, lambda row: _TO_DO.get(row.value.unsettled.kind), wrap=True),
    Column("ref", "Ref", 13, lambda row: row.value.action.id if row.value.action else None),
    *MEETING,
    Column("item", "Item", 24, lambda row: row.value.unsettled.item, wrap=True),
    *EVIDENCE,
)
