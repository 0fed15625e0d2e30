"""CSV for Excel and Parquet for analysts: the same tables, nothing that runs, nothing half written."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.errors import MinutesMinerError
from minutes_miner.export.atomic import replacing
from minutes_miner.export.cells import CELL_LIMIT, harmless, printable, within_cell
from minutes_miner.export.flat import write_csv, write_parquet
from minutes_miner.export.spec import Register
from tests import factories as make


def _register(text: str = "write to the contractor") -> Register:
    meetings = [make.full_meeting(items=(make.full_item(actions=(make.action(text),)),))]
    return Register(meetings, make.followed(*meetings), [make.outcome()])


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_a_cell_that_would_run_is_shown_as_text(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "1.1 Minutes", "a=b", "'=1", " =1", "£5"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_no_text_leaves_a_cell_that_runs_or_that_cannot_be_written(text: str) -> None:
    safe = harmless(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert safe.removeprefix("'") in (printable(text), printable(text).removeprefix("'"))
    safe.encode("utf-8")


@given(st.text(alphabet=st.sampled_from("a😀\x00\n"), max_size=40), st.integers(1, 4000))
def test_a_cell_holds_what_excel_holds(text: str, times: int) -> None:
    cell = within_cell(text * times)
    assert len(cell.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert cell == printable(text * times) or "characters more" in cell


def test_what_was_cut_is_counted() -> None:
    cell = within_cell("x" * (CELL_LIMIT + 1))
    kept = cell.index(" … [cut")
    assert f"[cut: {CELL_LIMIT + 1 - kept} characters more" in cell


def test_csv_opens_in_excel_as_it_should(tmp_path: Path) -> None:
    paths = write_csv(tmp_path / "csv", _register("=SUM(A1) for the café"))
    assert {path.name for path in paths} >= {"summary.csv", "overdue.csv", "to_settle.csv", "run_report.csv"}
    actions = tmp_path / "csv" / "actions.csv"
    assert actions.read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = _csv(actions)
    assert row["Action (original wording)"] == "'=SUM(A1) for the café"
    assert (row["Due date"], row["Days late"], row["Meeting date"]) == ("2024-04-30", "32", "2024-03-12")
    assert _csv(tmp_path / "csv" / "resolutions.csv")[0]["Procedural"] == "no"


def test_parquet_keeps_dates_and_whole_numbers(tmp_path: Path) -> None:
    write_parquet(tmp_path, _register())
    actions = pq.read_table(tmp_path / "actions.parquet")
    assert actions.schema.field("due_date").type == pa.date32()
    assert actions.schema.field("days_late").type == pa.int64()
    assert actions.to_pylist()[0]["due_date"] == date(2024, 4, 30)
    assert pq.read_table(tmp_path / "resolutions.parquet").column("procedural").to_pylist() == [False]


def test_parquet_of_nothing_keeps_its_columns(tmp_path: Path) -> None:
    write_parquet(tmp_path, Register([]))
    questions = pq.read_table(tmp_path / "questions.parquet")
    assert questions.num_rows == 0
    assert questions.schema.field("meeting_date").type == pa.date32()


def test_the_flat_tables_hold_the_same_rows(tmp_path: Path) -> None:
    register = _register()
    for csv_path, parquet_path in zip(write_csv(tmp_path, register), write_parquet(tmp_path, register), strict=True):
        assert csv_path.stem == parquet_path.stem
        assert len(_csv(csv_path)) == pq.read_table(parquet_path).num_rows


def test_the_same_register_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_csv(tmp_path / name, _register()) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_file_that_fails_midway_is_not_there(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(target) as part:
        part.write_text("half")
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_open_elsewhere_is_named_with_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    with (
        pytest.raises(MinutesMinerError, match=r"actions\.csv.*open in another program.*Close it"),
        replacing(tmp_path / "actions.csv") as part,
    ):
        part.write_text("new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("")
    with pytest.raises(MinutesMinerError, match="cannot be written"):
        write_csv(tmp_path / "outputs", replace(_register(), outcomes=()))
