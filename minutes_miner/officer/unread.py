"""What stands in a workbook and is not read, so that nothing is lost in silence: headings gone, rows torn apart, columns not for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from minutes_miner.model import TrackedAction
from minutes_miner.model.corrections import HEADINGS, KEY
from minutes_miner.officer.find import key_of, likeness
from minutes_miner.officer.values import Refusal
from minutes_miner.officer.workbook import HEADS, KEYS, SheetRow
from minutes_miner.text import normal

_NAMED = 10  # places of one kind that are named
# Of 100: an officer who mends a slip or adds a word leaves two thirds of a wording as it was; two tasks have hardly half in common.
_ONE_TASK = 60.0


def is_of_another(row: SheetRow, actions: Mapping[str, TrackedAction]) -> bool:
    """Whether a row shows another task than that of its key: some columns were sorted without the others, or the row is a copy."""
    action = actions.get(row.key.partition(" ")[0])
    return bool(action and row.wording and likeness(row.wording, key_of(action).wording, part=True) < _ONE_TASK)


def unread(rows: Iterable[SheetRow], actions: Mapping[str, TrackedAction]) -> list[Refusal]:
    """What is not read of ``rows``, for each reason one refusal that names the cells."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        for place, reason in _places(row, actions):
            found[place.rpartition("!")[0], reason].append(place)
    return [Refusal(_named(places), reason) for (_, reason), places in found.items()]


def _places(row: SheetRow, actions: Mapping[str, TrackedAction]) -> Iterator[tuple[str, str]]:
    sheet = row.place.rpartition("!")[0]
    if row.lacks == HEADS:
        yield (
            row.place,
            f"the sheet has no row of headings any more, by which its columns are known: write into a copy of {sheet} that has it",
        )
    elif row.lacks == KEYS and any(cell.value is not None for cell in row.cells.values()):
        yield (
            row.place,
            f"the sheet has no column {HEADINGS[KEY]!r} any more, by which a row is known: write into a copy of {sheet} that has it",
        )
    elif is_of_another(row, actions):
        yield (
            row.place,
            "the row shows another action than the one that its hidden key means, and nothing in it is read: were columns sorted without "
            "the others, or was the row copied? Write into a copy of the workbook in which the rows are whole",
        )
    else:
        yield from (
            (place, "stands in merged cells, of which only the first is read: unmerge them, and write into each") for place in row.merged
        )
        for heading, place in row.unknown:
            yield place, _unknown(heading, [known for field, known in HEADINGS.items() if field != KEY and field not in row.cells])
        for heading, place in row.changed:
            yield place, f"was changed, but the column {heading!r} is not read, and the next run writes over it: use the violet columns"


def _unknown(heading: str, gone: Sequence[str]) -> str:
    if normal(heading) in map(normal, HEADINGS.values()):
        return f"the heading {heading!r} stands twice, and only the first column is read: leave one of them"
    under = f"the heading {heading!r}" if heading else "no heading"
    lost = ", ".join(map(repr, gone))
    return f"stands under {under}, and the sheet has no column {lost} any more: put that heading back if this is what it is about"


def _named(places: Sequence[str]) -> str:
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return ", ".join(places[:_NAMED]) + more
