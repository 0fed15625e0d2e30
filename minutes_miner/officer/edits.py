"""What an officer changed in a workbook, as corrections: each cell against what the workbook held as it was written, and holds now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from minutes_miner.dates import long_date
from minutes_miner.model import Correction, Ledger, TrackedAction
from minutes_miner.model.corrections import DUE, MARKS, NO_ACTION, SAME_AS, STATUS, WHY
from minutes_miner.officer.apply import in_minutes
from minutes_miner.officer.find import key_of
from minutes_miner.officer.unread import is_of_another, unread
from minutes_miner.officer.values import CellReader, Refusal, Refused, cell_text
from minutes_miner.officer.workbook import SheetRow
from minutes_miner.statuskey import StatusKey, in_words

_SHOWN = 60  # characters of a cell that is refused
_OWN_ROW = (
    "the row has no key, so that no action is known by it: the register takes none that is in no minutes; of a row whose key is gone, run "
    "again, and write into the new workbook"
)


@dataclass(frozen=True)
class Change:
    """A correction that a cell makes; ``before`` is what had been set until now, ``late`` whether the minutes leave the action overdue."""

    place: str
    correction: Correction
    before: str | None
    late: bool = False


@dataclass
class Edits:
    """What a workbook asks for: in the order of its sheets and rows."""

    changes: list[Change] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    kept: int = 0  # cells that ask for what the register already holds
    strange: int = 0  # rows with a key, where the register holds the action of none of them


@dataclass(frozen=True)
class _Wish:
    """A cell that differs from what was written into it."""

    place: str
    value: str | None
    was: str | None
    beside: Mapping[str, str | None]  # what had been set in the row, by field, as the workbook was written


def edits_of(rows: Iterable[SheetRow], ledger: Ledger, key: StatusKey, *, by: str, on: date) -> Edits:
    """The changes in ``rows`` of a workbook, made by ``by`` on the day ``on``, to ``ledger`` with the corrections so far laid over it."""
    actions = {one.id: one for one in ledger.actions}
    found, rows = Edits(), list(rows)
    refs = [row.key.partition(" ")[0] for row in rows if row.key]
    if refs and not any(ref in actions for ref in refs):
        found.strange = len(refs)
        return found
    wishes: dict[str, dict[str, list[_Wish]]] = defaultdict(lambda: defaultdict(list))
    refused: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.lacks or is_of_another(row, actions):
            continue
        before = len(found.refusals)
        for ref, name, wish in _wishes(row, actions, key, found.refusals):
            wishes[ref][name].append(wish)
        refused[row.key.partition(" ")[0]] += len(found.refusals) - before
    for ref, by_field in wishes.items():
        before = len(found.refusals)
        found.kept += sum(name != WHY and all(wish.value == actions[ref].set_to(name) for wish in of) for name, of in by_field.items())
        settled = dict(_settled(actions[ref], by_field, key, by=by, refusals=found.refusals))
        settled = _consistent(actions[ref], settled, found.refusals)
        in_part = refused[ref] + len(found.refusals) > before
        found.changes += _changes(actions[ref], settled, actions, by=by, on=on, in_part=in_part, refusals=found.refusals)
    found.refusals += unread(rows, actions)
    return found


def _consistent(action: TrackedAction, settled: dict[str, _Wish], refusals: list[Refusal]) -> dict[str, _Wish]:
    """``settled`` without what has no effect on an action that the officer calls none."""
    mark = settled[NO_ACTION].value if NO_ACTION in settled else action.set_to(NO_ACTION)
    for name in (STATUS, DUE, SAME_AS) if mark else ():
        if name in settled and settled[name].value:
            refusals.append(Refusal(settled.pop(name).place, "has no effect, as the row says that this is no action: empty one of the two"))
    return settled


def _wishes(
    row: SheetRow, actions: Mapping[str, TrackedAction], key: StatusKey, refusals: list[Refusal]
) -> Iterator[tuple[str, str, _Wish]]:
    ref, _, shown = row.key.partition(" ")
    try:
        base = {name: cell_text(value) for name, value in dict(json.loads(shown)).items() if name != MARKS} if shown else {}
    except (ValueError, TypeError):
        refusals.append(Refusal(row.place, "the key of this row was changed: copy it from another copy of the workbook, or run again"))
        return
    action = actions.get(ref)
    if action is None:
        if any(_as_kept(name, cell.value, key) != base.get(name) for name, cell in row.cells.items()):
            missing = _OWN_ROW if not ref else f"the register holds no action {ref} any more: run again, and write into the new workbook"
            refusals.append(Refusal(row.place, missing))
        return
    reader = CellReader(action, actions, key)
    for name, cell in row.cells.items():
        try:
            value = reader.value(name, cell.value)
        except Refused as refused:
            if _as_kept(name, cell.value, key) == base.get(name):
                continue  # not this edit: the minutes are read otherwise since
            refusals.append(Refusal(cell.place, f"{_as_seen(cell.value)!r} {refused}"))
            continue
        if value != base.get(name):
            yield ref, name, _Wish(cell.place, value, base.get(name), base)


def _as_kept(field: str, value: object, key: StatusKey) -> str | None:
    """A cell's value as its row's key would hold it, whatever it is worth."""
    if field == STATUS and value is not None:
        return key.meaning(str(value)) or str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    try:
        return None if value is None else cell_text(value)
    except Refused:
        return str(value)  # longer than anything that is kept


def _as_seen(value: object) -> str:
    """A cell's value as the officer sees it, cut where it is long."""
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + " …"


def _settled(
    action: TrackedAction, by_field: Mapping[str, Sequence[_Wish]], key: StatusKey, *, by: str, refusals: list[Refusal]
) -> Iterator[tuple[str, _Wish]]:
    """The wishes that can be followed: one for each field, and none against what somebody else has set since."""
    for name, wishes in by_field.items():
        if len({wish.value for wish in wishes}) > 1:
            said = "; ".join(f"{wish.place} says {_told(name, wish.value, key)}" for wish in wishes)
            refusals.append(Refusal(wishes[0].place, f"the rows of one action differ: {said}. Leave one of them"))
            continue
        wish, now = wishes[0], action.set_to(name)
        if wish.value == now:
            continue
        last = next((one for one in action.corrections if one.field == name), None)
        if now != wish.was and last is not None and last.by != by:
            since = f"{last.by} has set it to {_told(name, now, key)} on {long_date(last.on)}, since this workbook was written"
            refusals.append(Refusal(wish.place, f"{since}: run again, and write into the new workbook"))
            continue
        yield name, wish


def _told(field: str, value: str | None, key: StatusKey) -> str:
    return repr(in_words(field, value, key)) if value else "nothing"


def _changes(
    action: TrackedAction,
    settled: Mapping[str, _Wish],
    actions: Mapping[str, TrackedAction],
    *,
    by: str,
    on: date,
    in_part: bool,
    refusals: list[Refusal],
) -> Iterator[Change]:
    """The changes that ``settled`` makes; ``in_part``: another cell of the row is refused, and a reason by itself would be of that."""
    why = settled.get(WHY)
    reason = why.value if why else None
    fields = {name: wish for name, wish in settled.items() if name != WHY}
    for name, wish in fields.items():
        other = key_of(actions[wish.value]) if name == SAME_AS and wish.value else None
        said = Correction(key_of(action), name, wish.value, by, on, reason, in_minutes(action, name), other)
        yield Change(wish.place, said, action.set_to(name), late=(action.found or action).status == "overdue")
    if why and not fields:
        about = [] if in_part else _reasoned(action, why, by=by)
        if not about:
            what = "it is of what is refused in this row" if in_part else "nothing is set in this row"
            refusals.append(Refusal(why.place, f"gives a reason, but {what}"))
        for one in about:
            yield Change(why.place, replace(one, by=by, on=on, why=reason), one.value)


def _reasoned(action: TrackedAction, why: _Wish, *, by: str) -> list[Correction]:
    """The corrections that a reason written by itself is about: one's own, and of others what the row showed with its reason."""
    return [one for one in action.corrections if one.by == by or (one.value == why.beside.get(one.field) and one.why == why.was)]
