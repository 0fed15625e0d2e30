"""The figures that open a register: what stands where, by committee and by owner, and what was read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minutes_miner.dates import long_date
from minutes_miner.export.entries import Entry, Standing, owner_of, standings
from minutes_miner.export.spec import Column, Register, Table, fill
from minutes_miner.export.unsettled import unsettled_table
from minutes_miner.model import Meeting
from minutes_miner.text import normal

NO_OWNER = "no owner named"

# The order in which a reader asks for them: each status, and the finer states that are part of it.
_STATES = {
    "overdue": ("awaiting minutes",),
    "open": ("due soon", "no date stated"),
    "completed": (),
    "superseded": ("dropped", "same as another", "not an action"),
}
_ENDS = ("read", "duplicate", "not minutes", "skipped", "failed")


@dataclass(frozen=True)
class Figure:
    """One number with its name: ``note`` says of what it is a part, or what to look at."""

    section: str
    name: str
    value: int | None
    note: str = ""


@dataclass(frozen=True)
class Tally:
    """Actions of one committee or owner, counted by status; only ``actions`` is counted where nothing was followed."""

    name: str
    actions: int
    overdue: int
    open: int
    completed: int
    superseded: int


@dataclass(frozen=True)
class Summary:
    """What the Summary sheet shows. ``as_of`` is None where nothing was followed."""

    as_of: date | None
    organisations: tuple[str, ...]
    first: date | None
    last: date | None
    total: Tally
    figures: tuple[Figure, ...]
    committees: tuple[Tally, ...]
    owners: tuple[Tally, ...]


def summarise(register: Register) -> Summary:
    """The figures of ``register``."""
    actions = list(standings(register.meetings, register.ledger))
    days = sorted(meeting.date for meeting in register.meetings if meeting.date)
    organisations = tuple(sorted({meeting.organisation for meeting in register.meetings if meeting.organisation}))
    committees = _tallies((_body(row, several=len(organisations) > 1), row) for row in actions)
    owners = _tallies((_owner(row, several=len(organisations) > 1), row) for row in actions)
    return Summary(
        as_of=register.ledger.as_of if register.ledger else None,
        organisations=organisations,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        total=_tally("all", actions),
        figures=(*_action_figures(actions), *_content_figures(register), *_source_figures(register)),
        committees=committees,
        owners=owners,
    )


def summary_table(register: Register) -> Table:
    """The same figures as one long table: section, measure, figure, note."""
    summary = summarise(register)
    as_of = [Figure("Standing", "as of", None, long_date(summary.as_of))] if summary.as_of else []
    tallies = [*_tally_figures("By committee", summary.committees), *_tally_figures("By owner", summary.owners)]
    return fill("summary", "Summary", _COLUMNS, [*as_of, *summary.figures, *tallies])


def _body(row: Entry[Standing], *, several: bool) -> str:
    """The committee as people know it: a council that meets as a whole has none, and goes by its own name."""
    if not row.committee:
        return row.organisation or "committee not named"
    return f"{row.committee} ({row.organisation})" if several and row.organisation else row.committee


def _owner(row: Entry[Standing], *, several: bool) -> str:
    """The owner as named; of several organisations each has its own "Clerk"."""
    owner = owner_of(row.value.action) or NO_OWNER
    return f"{owner} ({row.organisation})" if several and row.organisation else owner


def _tallies(named: Iterable[tuple[str, Entry[Standing]]]) -> tuple[Tally, ...]:
    """One tally per name (spelt as first met), the most overdue first, then the most open."""
    spelling: dict[str, str] = {}
    groups: dict[str, list[Entry[Standing]]] = defaultdict(list)
    for name, row in named:
        spelling.setdefault(normal(name), name)
        groups[normal(name)].append(row)
    tallies = [_tally(spelling[key], rows) for key, rows in groups.items()]
    return tuple(sorted(tallies, key=lambda one: (-one.overdue, -one.open, -one.actions, one.name)))


def _tally(name: str, rows: Sequence[Entry[Standing]]) -> Tally:
    by = Counter(row.value.tracked.status for row in rows if row.value.tracked)
    return Tally(name, len(rows), by["overdue"], by["open"], by["completed"], by["superseded"])


def _tally_figures(section: str, tallies: Iterable[Tally]) -> list[Figure]:
    return [
        Figure(
            section,
            one.name,
            one.actions,
            f"{one.overdue} overdue, {one.open} open, {one.completed} completed, {one.superseded} superseded",
        )
        for one in tallies
    ]


def _action_figures(rows: Sequence[Entry[Standing]]) -> list[Figure]:
    owned = sum(bool(row.value.action.owner) for row in rows)
    dated = sum(bool(row.value.tracked.due_date if row.value.tracked else row.value.action.due.date) for row in rows)
    beside = (
        Figure("Actions", name, part, _share(part, len(rows)))
        for name, part in (("with an owner named", owned), ("with a due date", dated))
    )
    return [Figure("Actions", "in all", len(rows)), *_standing_figures(rows), *beside]


def _standing_figures(rows: Sequence[Entry[Standing]]) -> Iterator[Figure]:
    """How many are of each status, as the list of them counts; under it the states that are part of it."""
    stands = [row.value.tracked for row in rows if row.value.tracked]
    by_status, by_state = Counter(one.status for one in stands), Counter(one.state for one in stands)
    for status, states in _STATES.items():
        if by_status[status]:
            yield Figure("Actions", status, by_status[status], _share(by_status[status], len(rows)))
        yield from (Figure("Actions", state, by_state[state], f"of the {status}") for state in states if by_state[state])


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %" if whole else ""


def _content_figures(register: Register) -> list[Figure]:
    items = [item for meeting in register.meetings for item in meeting.items]
    questions = [question for item in items for question in item.questions]
    answered = sum(bool(one.answer or one.answered_by) for one in questions)
    return [
        Figure("What the minutes hold", "meetings", len(register.meetings), _classes(register.meetings)),
        Figure("What the minutes hold", "agenda items", len(items)),
        Figure("What the minutes hold", "resolutions", sum(len(item.resolutions) for item in items)),
        Figure("What the minutes hold", "questions", len(questions), f"{answered} with an answer recorded" if questions else ""),
        Figure("What the minutes hold", "to settle by a person", len(unsettled_table(register).rows)),
    ]


def _classes(meetings: Iterable[Meeting]) -> str:
    other = Counter(meeting.document_class for meeting in meetings if meeting.document_class != "minutes")
    return ", ".join(f"{number} {name}" for name, number in sorted(other.items()))


def _source_figures(register: Register) -> list[Figure]:
    if not register.outcomes:
        return []
    ends = Counter(outcome.status for outcome in register.outcomes)
    words = sum(outcome.words for outcome in register.outcomes if outcome.status == "read")
    notes = {"read": f"{words:,} words", "failed": "see Run report" if ends["failed"] else ""}
    return [Figure("Documents", end, ends[end], notes.get(end, "")) for end in _ENDS]


_COLUMNS: tuple[Column[Figure], ...] = (
    Column("section", "Section", 24, lambda row: row.section),
    Column("measure", "Measure", 40, lambda row: row.name),
    Column("figure", "Figure", 10, lambda row: row.value, "number"),
    Column("note", "Note", 52, lambda row: row.note or None),
)
