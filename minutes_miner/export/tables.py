"""Which tables there are, in the order in which a workbook shows them. Workbook, CSV, Parquet and frames all start here."""

from __future__ import annotations

from collections.abc import Callable

from minutes_miner.export.actions import actions_table, overdue_table
from minutes_miner.export.business import items_table, questions_table, resolutions_table, speakers_table
from minutes_miner.export.meetings import attendance_table, meetings_table, outcomes_table
from minutes_miner.export.spec import Register, Table
from minutes_miner.export.summary import summary_table
from minutes_miner.export.unsettled import unsettled_table

Builder = Callable[[Register], Table]

ALWAYS: tuple[Builder, ...] = (
    actions_table,
    questions_table,
    resolutions_table,
    speakers_table,
    items_table,
    meetings_table,
    attendance_table,
    unsettled_table,
    outcomes_table,
)


def build_tables(register: Register) -> tuple[Table, ...]:
    """Every table of ``register``: Summary first; Overdue only where a ledger says what is."""
    followed: tuple[Builder, ...] = (overdue_table,) if register.ledger is not None else ()
    return tuple(build(register) for build in (summary_table, *followed, *ALWAYS))
