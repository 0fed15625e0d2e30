"""Handing out what was found: records for programs, tables for people, one definition of each."""

from __future__ import annotations

from minutes_miner.export.flat import write_csv, write_parquet
from minutes_miner.export.record import to_record, tracked_record
from minutes_miner.export.spec import Register
from minutes_miner.export.xlsx import write_workbook

__all__ = ["Register", "to_record", "tracked_record", "write_csv", "write_parquet", "write_workbook"]
