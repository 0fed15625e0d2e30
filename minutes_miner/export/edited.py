"""The columns of the Actions and Overdue sheets in which an officer writes, filled with what officers have set so far."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from minutes_miner.cellmarks import marks_of
from minutes_miner.export.spec import Cell, Column
from minutes_miner.model import TrackedAction
from minutes_miner.model.corrections import DUE, HEADINGS, KEY, MARKS, NO_ACTION, NOTE, OWNER, SAME_AS, STATUS, WHY, YES
from minutes_miner.statuskey import StatusKey

Row = TypeVar("Row")


def edited_columns(key: StatusKey, tracked: Callable[[Row], TrackedAction], beside: Sequence[Column[Row]]) -> tuple[Column[Row], ...]:
    """The columns for rows whose action ``tracked`` gives: those of HEADINGS, the row's key last. ``beside`` are the sheet's others."""
    kept = [one for one in beside if one.kind != "link"]

    def column(field: str, width: int, value: Callable[[TrackedAction], Cell], kind: str = "text", *choices: str) -> Column[Row]:
        name = "officer_" + field.replace(" ", "_")
        return Column(name, HEADINGS[field], width, lambda row: value(tracked(row)), kind, wrap=True, edited=True, choices=choices)

    return (
        column(STATUS, 13, lambda one: _word(key, one), "text", *key.choices),
        column(OWNER, 16, lambda one: one.set_to(OWNER)),
        column(DUE, 12, lambda one: one.set_to(DUE), "day"),
        column(NOTE, 30, lambda one: one.set_to(NOTE)),
        column(SAME_AS, 14, lambda one: one.set_to(SAME_AS)),
        column(NO_ACTION, 11, lambda one: one.set_to(NO_ACTION), "text", YES),
        column(WHY, 22, lambda one: one.set_to(WHY)),
        Column("key", HEADINGS[KEY], 14, lambda row: row_key(tracked(row), {one.heading: one.value(row) for one in kept}), hidden=True),
    )


def row_key(action: TrackedAction, beside: Mapping[str, Cell]) -> str:
    """The action's reference, and after a blank what the officer's cells of its row hold as they are written, and marks of those beside.

    By it a workbook that comes back tells what was edited in it, and a row is known wherever sorting has put it.
    """
    values = {field: action.set_to(field) for field in HEADINGS if field != KEY}
    kept = {field: value for field, value in values.items() if value is not None}
    return f"{action.id} {json.dumps({**kept, MARKS: marks_of(beside)}, ensure_ascii=False)}"


def _word(key: StatusKey, action: TrackedAction) -> str | None:
    value = action.set_to(STATUS)
    return key.of(value).word if value else None
