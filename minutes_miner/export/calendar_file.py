"""Due dates as a calendar file (RFC 5545): a to-do for each action with a date, to be taken into Outlook or any other calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import shorten

from minutes_miner.export.cells import printable
from minutes_miner.export.paper import NO_OWNER, closing_day, reference
from minutes_miner.model import TrackedAction

_OCTETS = 75  # RFC 5545, 3.1: a line is no longer, its end not counted
_SUMMARY = 120  # characters: what a calendar shows on a line or two


def calendar_text(actions: Iterable[TrackedAction], *, as_of: date) -> str:
    """A VCALENDAR with a VTODO for each of ``actions`` that has a due date and is not set aside; what is completed closes its to-do.

    An action keeps its UID from run to run, so that a calendar that is taken in again brings the old entries up to date.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//minutes-miner//Outstanding actions//EN", "CALSCALE:GREGORIAN"]
    for one in actions:
        if one.due_date and one.status != "superseded":
            lines += _todo(one, one.due_date, as_of)
    return "".join(f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in _folded(line))


def _todo(one: TrackedAction, due: date, as_of: date) -> Iterator[str]:
    owner, text = one.action.owner or NO_OWNER, one.action.text
    told = text if text.startswith(owner) else f"{owner}: {text}"
    story = [text, f"Owner: {owner}", "; ".join(reference(one)), *(f"“{told.quote}”" for told in one.mentions), one.reason]
    yield "BEGIN:VTODO"
    yield f"UID:{one.id}@minutes-miner"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"SUMMARY:{_text(shorten(told, _SUMMARY, placeholder=' …'))}"
    yield f"DESCRIPTION:{_text(chr(10).join(story))}"
    yield f"DUE;VALUE=DATE:{due:%Y%m%d}"
    yield f"CATEGORIES:{_text(one.committee or one.organisation or 'Actions')}"
    if one.status == "completed":
        day = closing_day(one)
        yield "STATUS:COMPLETED"
        yield from [f"COMPLETED:{day:%Y%m%d}T000000Z"] if day else []
    else:
        yield "STATUS:NEEDS-ACTION"
    yield "END:VTODO"


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
