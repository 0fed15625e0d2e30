"""The tables as pandas frames, for work in a notebook: columns named by key, dates as datetime64, numbers nullable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutes_miner.export.actions import actions_table
from minutes_miner.export.business import items_table, questions_table, resolutions_table, speakers_table
from minutes_miner.export.meetings import attendance_table, meetings_table
from minutes_miner.export.spec import Register, Table
from minutes_miner.model import Ledger, Meeting
from minutes_miner.statuskey import status_key

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {"date": "datetime64[s]", "number": "Int64", "decimal": "Float64", "bool": "boolean"}


def actions_frame(meetings: Meeting | Iterable[Meeting], *, ledger: Ledger | None = None, profile: str = "default") -> pd.DataFrame:
    """One row per action; with ``ledger`` also its standing (status, state, days late, progress ...) as of the ledger's day, and the
    word that the key of ``profile`` has for it (column ``rag``)."""
    return _frame(actions_table(Register(_several(meetings), ledger, key=status_key(profile))))


def questions_frame(
    meetings: Meeting | Iterable[Meeting], *, ledger: Ledger | None = None, rules: str | Path | None = None
) -> pd.DataFrame:
    """One row per question, with asker, answerer and answer; with ``ledger`` also what became of a promise in the answer. ``rules``: a
    folder of rules laid over the shipped ones."""
    return _frame(questions_table(Register(_several(meetings), ledger, rules=Path(rules) if rules else None)))


def resolutions_frame(meetings: Meeting | Iterable[Meeting]) -> pd.DataFrame:
    """One row per limb of a resolution, with type, mover, seconder and vote."""
    return _frame(resolutions_table(Register(_several(meetings))))


def speakers_frame(meetings: Meeting | Iterable[Meeting]) -> pd.DataFrame:
    """One row per speaker and item, with contributions and words counted."""
    return _frame(speakers_table(Register(_several(meetings))))


def items_frame(meetings: Meeting | Iterable[Meeting]) -> pd.DataFrame:
    """One row per agenda item, with its record and how much was found under it."""
    return _frame(items_table(Register(_several(meetings))))


def meetings_frame(meetings: Meeting | Iterable[Meeting]) -> pd.DataFrame:
    """One row per meeting document."""
    return _frame(meetings_table(Register(_several(meetings))))


def attendance_frame(meetings: Meeting | Iterable[Meeting]) -> pd.DataFrame:
    """One row per person or body on a meeting's attendance list."""
    return _frame(attendance_table(Register(_several(meetings))))


def _several(meetings: Meeting | Iterable[Meeting]) -> Sequence[Meeting]:
    return [meetings] if isinstance(meetings, Meeting) else list(meetings)


def _frame(table: Table) -> pd.DataFrame:
    import pandas as pd

    series: dict[str, Any] = {
        column.key: pd.Series(table.column(column.key), dtype=_DTYPES.get(column.kind, "string")) for column in table.columns
    }
    return pd.DataFrame(series)
