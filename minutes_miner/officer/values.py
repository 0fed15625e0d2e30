"""What an officer writes into a cell, read as the value of a correction; what makes no sense is refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from minutes_miner.model import TrackedAction
from minutes_miner.model.corrections import DUE, NO_ACTION, NONE, NOTE, OWNER, SAME_AS, STATUS, WHY, YES
from minutes_miner.statuskey import StatusKey
from minutes_miner.text import fold, normal

_LONGEST = 2_000  # characters: a page of a note; the key of a row holds it again, and a cell takes 32,767
_SHORTEST_REF = 4  # figures from which the beginning of a reference will do, as far as only one begins so
_REF = 12  # figures of a reference: one of decimal figures alone comes back from a spreadsheet as a number, its noughts gone
_BESIDE_REF = re.compile(r"^ref\b[\s.:]*|[\s.,;:]+$")  # as the paper prints it: "Ref 03c44656c9d6"
_TICKS = "✓✔☑√"
_LATEST = 2100  # a year beyond it is a slip of the hand
_SERIALS = range(36_526, 73_051)  # days as Excel counts them, 2000 to 2099, where a cell has lost its format


@dataclass(frozen=True)
class Refusal:
    """A cell, or several, that are not followed, and why."""

    place: str
    reason: str


class Refused(ValueError):
    """A cell whose text is nonsense; the message completes "'text' ..."."""


class Formula(str):
    """A formula whose value no program has worked out: one that a script wrote, or a program that does not calculate."""


@dataclass(frozen=True)
class CellReader:
    """Reads the cells of one row: of ``action``, among the actions of the register by reference."""

    action: TrackedAction
    actions: Mapping[str, TrackedAction]
    key: StatusKey

    def value(self, field: str, given: Any) -> str | None:
        """The value that a cell sets ``field`` to; None for an empty cell. Raises Refused."""
        readers: dict[str, Callable[[Any], str | None]] = {
            STATUS: self._status, OWNER: _owner, DUE: self._due, NOTE: cell_text, SAME_AS: self._same_as, NO_ACTION: _yes, WHY: cell_text
        }  # fmt: skip
        if given is None:
            return None
        if isinstance(given, str) and given.startswith("#") and given.rstrip("!?").isupper():
            raise Refused("is an error of a formula: write the value itself")
        if isinstance(given, Formula):
            raise Refused("is a formula whose value was not saved: write the value itself")
        value = readers[field](given)
        return NONE if value is not None and field in (OWNER, DUE) and normal(value) == NONE else value

    def _status(self, given: Any) -> str:
        meant = self.key.meaning(str(given))
        if meant is None:
            choices = " or ".join(self.key.choices)
            late = normal(str(given)) in ("overdue", normal(self.key.of("overdue").word))
            if late:
                raise Refused(f"follows from the due date: change that, or choose {choices}")
            raise Refused(f"is no status: choose {choices}, or name with --profile the profile whose word it is")
        return meant

    def _due(self, given: Any) -> str:
        if isinstance(given, str) and normal(given) == NONE:
            return NONE
        day = _day(given)
        if day is None:
            raise Refused("is not a date: write it as 31/03/2025 or 31 March 2025, or none")
        raised = self.action.meeting_date
        if raised and day < raised:
            raise Refused(f"is before the meeting that raised the action ({raised:%d/%m/%Y})")
        if day.year > _LATEST:
            raise Refused("is too far off: is the year right?")
        return day.isoformat()

    def _same_as(self, given: Any) -> str:
        text = str(int(given)).zfill(_REF) if isinstance(given, int | float) else _BESIDE_REF.sub("", fold(str(given)).lower())
        begin = [ref for ref in self.actions if ref.startswith(text)] if len(text) >= _SHORTEST_REF else []
        found = [text] if text in self.actions else begin
        if not found:
            raise Refused("is no Ref of the sheet Actions: copy the other action's Ref into the cell")
        if len(found) > 1:
            raise Refused(f"begins the Ref of {len(found)} actions: copy the whole of it")
        if found[0] == self.action.id:
            raise Refused("is the Ref of this row itself: write that of the other action")
        return found[0]


def _day(given: Any) -> date | None:
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    if isinstance(given, int | float) and not isinstance(given, bool) and int(given) in _SERIALS:
        from openpyxl.utils.datetime import from_excel

        return _day(from_excel(int(given)))
    from minutes_miner.dates import parse_date

    return parse_date(fold(given)) if isinstance(given, str) else None


def _owner(given: Any) -> str | None:
    if isinstance(given, bool | date | time | timedelta):
        raise Refused("is no name: write who it is, or none")
    text = cell_text(given)
    if text and not any(map(str.isalnum, text)):
        raise Refused("is no name: write who it is, or none")
    return text


def cell_text(given: Any) -> str | None:
    """A cell as a text on one line, without what cannot be printed; None where nothing is left. Raises Refused where it is too long."""
    if isinstance(given, date):
        given = f"{given:%d/%m/%Y}"
    elif isinstance(given, float) and given.is_integer():
        given = int(given)
    text = "".join(character for character in fold(str(given)) if character.isprintable())
    if len(text) > _LONGEST:
        raise Refused(f"has {len(text):,} characters: at most {_LONGEST:,}")
    return text or None


def _yes(given: Any) -> str | None:
    text = normal(str(given))
    if text in ("yes", "y", "true", "1", "x") or (not text and str(given).strip(_TICKS + " ") == ""):
        return YES
    if text in ("no", "n", "false", "0"):
        return None
    raise Refused("is neither yes nor no: write yes, or leave the cell empty")
