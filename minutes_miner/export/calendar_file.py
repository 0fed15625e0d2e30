"""Due dates as a calendar file (RFC 5545): a to-do for each action with a date, or a whole day's event for programs that take no to-dos.

Outlook is such a program: of a file it takes in events alone ([MS-OXCICAL]).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import shorten

from minutes_miner.export.cells import printable
from minutes_miner.export.entries import owner_of
from minutes_miner.export.paper import NO_OWNER, closing_day, reference
from minutes_miner.model import TrackedAction

_OCTETS = 75  # RFC 5545, 3.1: a line is no longer, its end not counted
_ENDED = {"completed": "Done: ", "superseded": "Dropped: "}  # before the title of an event, by status
_SUMMARY = 120  # characters: what a calendar shows on a line or two


def calendar_text(actions: Iterable[TrackedAction], *, as_of: date, as_events: bool = False) -> str:
    """A VCALENDAR with a VTODO for each of ``actions`` that has a due date; what is completed closes its to-do, what is dropped cancels it.

    With ``as_events`` each is a VEVENT of its due day instead, and of what is completed or dropped the title says so.
    An action keeps its UID from run to run, by which a calendar that is taken in again knows the old entries: one that were left out
    once it is dropped would stay a to-do there for ever.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//minutes-miner//Outstanding actions//EN", "CALSCALE:GREGORIAN"]
    for one in actions:
        if one.due_date:
            lines += _event(one, one.due_date, as_of) if as_events else _todo(one, one.due_date, as_of)
    return "".join(f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in _folded(line))


def _todo(one: TrackedAction, due: date, as_of: date) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield from _told(one, _summary(one), as_of)
    yield f"DUE;VALUE=DATE:{due:%Y%m%d}"
    if one.status == "completed":
        day = closing_day(one)
        yield "STATUS:COMPLETED"
        yield from [f"COMPLETED:{day:%Y%m%d}T000000Z"] if day else []
    else:
        yield "STATUS:CANCELLED" if one.status == "superseded" else "STATUS:NEEDS-ACTION"
    yield "END:VTODO"


def _event(one: TrackedAction, due: date, as_of: date) -> Iterator[str]:
    """A whole day, which keeps nobody busy; an event has no status of being done."""
    yield "BEGIN:VEVENT"
    yield from _told(one, _ENDED.get(one.status, "") + _summary(one), as_of)
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield from ["STATUS:CANCELLED"] if one.status == "superseded" else []
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(one: TrackedAction) -> str:
    owner, text = owner_of(one.action) or NO_OWNER, one.action.text
    return text if text.startswith((owner, one.action.owner or NO_OWNER)) else f"{owner}: {text}"


def _told(one: TrackedAction, summary: str, as_of: date) -> Iterator[str]:
    """What an entry of either kind says of the action."""
    owner = owner_of(one.action) or NO_OWNER
    story = [one.action.text, f"Owner: {owner}", "; ".join(reference(one)), *(f"“{told.quote}”" for told in one.mentions), one.reason]
    yield f"UID:{one.id}@minutes-miner"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"SUMMARY:{_text(shorten(summary, _SUMMARY, placeholder=' …'))}"
    yield f"DESCRIPTION:{_text(chr(10).join(story))}"
    yield f"CATEGORIES:{_text(one.committee or one.organisation or 'Actions')}"


def _text(text: str) -> str:
    """A value of type TEXT (3.3.11): backslash, semicolon and comma escaped, a line end as \\n."""
    plain = printable(text).replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """``line`` in pieces of at most 75 octets, each after the first led by a blank; no character is cut in two."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
