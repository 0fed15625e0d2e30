"""The paper of outstanding actions as it goes on an agenda: what it says, before it is a page, a document or plain text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from minutes_miner.dates import long_date
from minutes_miner.export.entries import owner_of
from minutes_miner.export.paper_bodies import Body, body_of, chosen_actions, is_of, named, whose
from minutes_miner.export.paper_parts import Cell, Column, Grid, Paper, Section
from minutes_miner.model import Correction, Held, Ledger, TrackedAction
from minutes_miner.model.corrections import DUE, NOTE, STATUS
from minutes_miner.statuskey import StatusKey, in_words
from minutes_miner.text import normal

NO_OWNER = "nobody named"
_OUTSTANDING = ("overdue", "open")
_PROGRESS_SHOWN = 3  # the latest reports; the whole story is in the workbook and in `history`

# Words for what the sentence before has named: as the subject, or as what is to be dealt with, right behind the verb.
_POINTS_BACK = re.compile(r"(?:that )?(?:he|she|they|these|those|both|this)\b(?! (?:committee|council|board|meeting)\b)", re.IGNORECASE)
_SHORT_AND_POINTS_BACK = re.compile(
    r"(?:(?!\band\b).)*\b(?:to|would|will|should)\s\w+\s(?:it|them|these|those|this|her|him|both)\b(?:(?!\bthat\b).)*", re.IGNORECASE
)

# 26.7 cm: A4 across less margins of 1.5.
_OPEN_COLUMNS = (
    Column("Reference", 4.2),
    Column("Action (original wording)", 8.0),
    Column("Owner", 3.2),
    Column("Due", 3.0),
    Column("Progress", 6.0),
    Column("Status", 2.3),
)
_DONE_COLUMNS = (*_OPEN_COLUMNS[:3], Column("Completed", 3.0), Column("How it was reported", 8.3))
_OWNER_COLUMNS = (Column("Owner", 6.0), Column("Overdue", 2.2), Column("Longest", 3.5), Column("Actions", 15.0))


def outstanding_paper(
    ledger: Ledger, held: Sequence[Held], *, key: StatusKey, committee: str | None = None, left_out: Iterable[Correction] = ()
) -> Paper:
    """What is outstanding as of the ledger's day, what was completed since each body's last meeting, and what is overdue by owner.

    ``committee`` takes the bodies in whose name all its words stand. Raises UsageError, naming the bodies, where it takes none.
    ``left_out``: corrections that are not in the ledger, made after its day.
    """
    chosen = chosen_actions(ledger.actions, committee, held)
    last = _last_meetings(held, ledger.as_of)
    bodies: dict[Body, list[TrackedAction]] = defaultdict(list)
    for one in chosen:
        bodies[body_of(one)].append(one)
    if not chosen:
        bodies |= {body_of(one): [] for one in held if is_of(one, committee)}
    several = len({organisation for organisation, _ in bodies}) > 1
    sections = [
        _section(named(body, several) if len(bodies) > 1 else None, actions, key=key, since=last.get(_normal(body)), as_of=ledger.as_of)
        for body, actions in sorted(bodies.items())
    ]
    late = [one for one in chosen if one.status == "overdue"]
    if late:
        sections.append(Section("Overdue by owner", _count(len(late), "is overdue", "are overdue") + ".", (_by_owner(late, several),)))
    of = named(next(iter(bodies)), True) if len(bodies) == 1 else whose(bodies)
    beneath = (of, f"As of {long_date(ledger.as_of)}", *later_words(chosen, ledger.as_of, left_out, committee))
    return Paper("Outstanding actions", beneath, ledger.as_of, tuple(sections))


def later_words(
    actions: Iterable[TrackedAction], as_of: date, left_out: Iterable[Correction], committee: str | None = None
) -> Iterator[str]:
    """What a reader of ``actions`` as of a day must know of corrections made after it: those ``left_out`` (of the committee), those in."""
    without = sum(is_of(one.of, committee) for one in left_out)
    last = max((said.on for one in actions for said in one.corrections), default=as_of)
    if without:
        # What says how the minutes are to be read holds for any day.
        rest = ", except what they found to be no action or one action twice" if last > as_of else ""
        yield f"Without {_many(without, 'correction')} that officers made after that day{rest}"
    elif last > as_of:
        yield f"With what officers set up to {long_date(last)}"


def closing_day(action: TrackedAction) -> date | None:
    """The day on which an action was reported done, or marked so by an officer."""
    if action.set_to(STATUS) == "completed":
        return next(one.on for one in action.corrections if one.field == STATUS)
    told = [one.date for one in action.mentions if (one.source, one.quote) == (action.closing_source, action.closing_quote)]
    return told[0] if told else None


def reference(action: TrackedAction) -> tuple[str, ...]:
    """How people refer to an action: the council's own number where there is one, the minute with its day, and the register's reference."""
    day = long_date(action.meeting_date) if action.meeting_date else "an undated meeting"
    minute = f"Minute {action.item} of {day}" if action.item != action.item_title else f"Minutes of {day}"
    return tuple(line for line in (action.action.reference, minute, action.item_title, f"Ref {action.id}") if line)


def _section(heading: str | None, actions: Sequence[TrackedAction], *, key: StatusKey, since: date | None, as_of: date) -> Section:
    waiting = sorted((one for one in actions if one.status in _OUTSTANDING), key=_pressing)
    late = sum(one.status == "overdue" for one in waiting)
    done = [(day, one) for one in actions if one.status == "completed" and (day := closing_day(one)) and (since is None or day >= since)]
    done.sort(key=lambda pair: pair[0])
    # The last meeting's own reports are what its members have not yet seen in a paper.
    when = f"at the meeting of {long_date(since)} or since" if since else "so far"
    said = [_count(len(waiting), "is outstanding", "are outstanding") + (f", {late} overdue" if late else "")]
    said.append(_count(len(done), f"was reported completed {when}", f"were reported completed {when}"))
    grids = (
        Grid("Outstanding", _OPEN_COLUMNS, tuple(_open_row(one, key) for one in waiting)),
        Grid(f"Reported completed {when}", _DONE_COLUMNS, tuple(_done_row(one, day, as_of) for day, one in done)),
    )
    return Section(heading, ". ".join(said) + ".", tuple(grid for grid in grids if grid.rows))


def _open_row(one: TrackedAction, key: StatusKey) -> tuple[Cell, ...]:
    shown = key.of(one.state)
    return (
        *_head(one),
        Cell(_due(one)),
        Cell(tuple(_progress(one)) or ("Nothing reported yet.",), alike=True),
        Cell((shown.word,), shown.colour),
    )


def _done_row(one: TrackedAction, day: date, as_of: date) -> tuple[Cell, ...]:
    """The row of what is done; an officer's mark of a later day than the paper's says nothing of when it was."""
    said = f"“{one.closing_quote}”" if one.closing_quote else f"{one.reason}."
    return *_head(one), Cell((long_date(day) if day <= as_of else "day not stated",)), Cell((said,))


def _head(one: TrackedAction) -> tuple[Cell, ...]:
    return Cell(reference(one)), Cell(_wording(one), alike=True), Cell((owner_of(one.action) or NO_OWNER,))


def _wording(one: TrackedAction) -> tuple[str, ...]:
    """The wording, with its item's title where it speaks of somebody or something that was named before it."""
    text = one.action.text
    referring = _POINTS_BACK.match(text) or _SHORT_AND_POINTS_BACK.fullmatch(text)
    return (text, f"(under {one.item_title})") if referring and one.item_title else (text,)


def _due(one: TrackedAction) -> tuple[str, ...]:
    if one.due_date is None:
        return ("no date stated", *([f"“{one.action.due.text}”"] if one.action.due.text else []), *_moved(one), *_age(one))
    late = [_many(number, what) for number, what in ((one.days_late, "day"), (one.meetings_late, "meeting")) if number]
    return (long_date(one.due_date), *_moved(one), *([f"{' and '.join(late)} late"] if late else []))


def _moved(one: TrackedAction) -> list[str]:
    """The day that was first set, where a later meeting, a correction of the minutes or an officer has set another."""
    first = (one.found or one).action.due.date
    return [f"first due {long_date(first)}"] if first and first != one.due_date else []


def _age(one: TrackedAction) -> list[str]:
    """How old an action without a date is: it is never late, and must not be lost."""
    return [f"raised {_many(one.meetings_since, 'meeting')} ago"] if one.meetings_since else []


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _progress(one: TrackedAction) -> Iterator[str]:
    """The latest reports with their day and words, and what officers say against them or beside them."""
    earlier = len(one.mentions) - _PROGRESS_SHOWN
    if earlier > 0:
        yield f"{earlier} earlier {'report' if earlier == 1 else 'reports'}"
    for told in one.mentions[-_PROGRESS_SHOWN:]:
        day = long_date(told.date) if told.date else "undated"
        yield f"{day}{f', {told.status}' if told.status else ''}: “{told.quote}”"
    for said in one.corrections:
        if words := _officers_words(said):
            yield f"{long_date(said.on)}, {said.by}: {words}"


def _officers_words(said: Correction) -> str | None:
    """A note, and what a reader of the minutes' words could not make out: that they hold an action done that is open, or another date."""
    why = f" ({said.why})" if said.why else ""
    if said.field == STATUS and said.value == "open" and said.found in ("completed", "dropped"):
        return f"not {'done' if said.found == 'completed' else said.found}: opened again{why}"
    if said.field == DUE and said.value:
        return f"due date set to {in_words(DUE, said.value)}{why}"
    return said.value if said.field == NOTE else None


def _by_owner(late: Sequence[TrackedAction], several: bool) -> Grid:
    """What is overdue by owner; of several organisations each has its own "Clerk"."""
    owners: dict[str, list[TrackedAction]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for one in sorted(late, key=_pressing):
        owner = owner_of(one.action) or NO_OWNER
        owner = f"{owner} ({one.organisation})" if several and one.organisation else owner
        spelt.setdefault(normal(owner), owner)
        owners[normal(owner)].append(one)
    rows = [
        (
            Cell((spelt[owner],)),
            Cell((str(len(held)),)),
            Cell((_many(max(one.days_late or 0 for one in held), "day"),)),
            Cell(tuple(f"{one.action.text} (Ref {one.id})" for one in held), alike=True),
        )
        for owner, held in sorted(owners.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    return Grid("Overdue by owner", _OWNER_COLUMNS, tuple(rows))


def _pressing(one: TrackedAction) -> tuple[bool, date, date]:
    """What is due first comes first, what has no date last, the oldest of it first."""
    return one.due_date is None, one.due_date or date.max, one.meeting_date or date.max


def _last_meetings(held: Iterable[Held], as_of: date) -> dict[Body, date]:
    last: dict[Body, date] = {}
    for one in held:
        body = _normal(body_of(one))
        if one.date <= as_of:
            last[body] = max(one.date, last.get(body, date.min))
    return last


def _normal(body: Body) -> Body:
    return normal(body[0]), normal(body[1])


def _count(number: int, one: str, many: str) -> str:
    return f"1 action {one}" if number == 1 else f"{number or 'No'} actions {many}"
