"""The tables as flat files: CSV that Excel opens as it should, and Parquet for analysts; one file per table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutes_miner.export.atomic import replacing
from minutes_miner.export.cells import harmless, printable
from minutes_miner.export.spec import Cell, Register, Table
from minutes_miner.export.tables import build_tables

if TYPE_CHECKING:
    import pyarrow as pa


def write_csv(folder: Path, register: Register, *, tables: Sequence[Table] | None = None) -> list[Path]:
    """Write every table of ``register`` to ``folder`` as CSV (headings as in the workbook, dates as 2024-03-12) and return the paths.

    UTF-8 with a byte-order mark, by which Excel knows the encoding. Raises MinutesMinerError where a file cannot be written.
    ``tables``: those of the register, where they are built already.
    """
    return [_write_csv(folder / f"{table.name}.csv", table) for table in tables or build_tables(register)]


def write_parquet(folder: Path, register: Register, *, tables: Sequence[Table] | None = None) -> list[Path]:
    """Write every table of ``register`` to ``folder`` as Parquet (columns named by key, real dates and whole numbers) and return the paths.

    Raises MinutesMinerError where a file cannot be written.
    ``tables``: those of the register, where they are built already.
    """
    import pyarrow.parquet as pq

    written = []
    for table in tables or build_tables(register):
        target = folder / f"{table.name}.parquet"
        with replacing(target) as part:
            pq.write_table(arrow_table(table), part, compression="zstd")
        written.append(target)
    return written


def arrow_table(table: Table) -> pa.Table:
    """``table`` as an Arrow table: text, date32, int64, float64 and bool columns, named by key."""
    import pyarrow as pa

    types = {"date": pa.date32(), "number": pa.int64(), "decimal": pa.float64(), "bool": pa.bool_()}
    schema = pa.schema([pa.field(column.key, types.get(column.kind, pa.string())) for column in table.columns])
    columns: list[tuple[Cell, ...]] = list(zip(*table.rows, strict=True)) if table.rows else [() for _ in table.columns]
    arrays = [pa.array([_storable(cell) for cell in cells], type=field.type) for cells, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _write_csv(target: Path, table: Table) -> Path:
    with replacing(target) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([column.heading for column in table.columns])
        writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return target


def _csv_cell(cell: Cell) -> Any:
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell.isoformat() if isinstance(cell, date) else cell


def _storable(cell: Cell) -> Cell:
    return printable(cell) if isinstance(cell, str) else cell
