"""The officer's hand: corrections kept apart from what the minutes say, laid over a ledger, and read back from a workbook."""

from __future__ import annotations

from minutes_miner.officer.apply import known_on, with_corrections
from minutes_miner.officer.file import FILE, read_corrections, written
from minutes_miner.officer.settled import without_answered

__all__ = ["FILE", "known_on", "read_corrections", "with_corrections", "without_answered", "written"]
