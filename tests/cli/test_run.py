"""minutes-miner run: the main job, end to end on the sample minutes."""

from __future__ import annotations

import csv
import json
import sqlite3
from datetime import date
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from minutes_miner.export.schema import record_schema, tracked_schema
from tests.cli.runner import Done, run
from tests.conftest import CORPUS

SHEETS = [
    "Summary",
    "Overdue",
    "Actions",
    "Questions",
    "Resolutions",
    "Speakers",
    "Agenda items",
    "Meetings",
    "Attendance",
    "To settle",
    "Run report",
]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Path]:
    out = tmp_path_factory.mktemp("run") / "register"
    return run("run", CORPUS, "--out", out, "--as-of", "30 June 2025", "--workers", "1"), out


def test_all_outputs_are_written(ran: tuple[Done, Path]) -> None:
    done, out = ran
    assert done.code == 0
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    tables = {"actions", "attendance", "items", "meetings", "overdue", "questions", "resolutions", "run_report", "speakers", "to_settle"}
    assert {
        "minutes.xlsx",
        "minutes.db",
        "minutes.json",
        "actions.json",
        "minutes-record.schema.json",
        "tracked-action.schema.json",
    } <= names
    assert {f"csv/{name}.csv" for name in tables} <= names
    assert {f"parquet/{name}.parquet" for name in tables} <= names
    assert [name for name in names if name.endswith((".tmp", ".part", "~"))] == []


def test_the_summary_tells_what_was_read_and_where_it_is(ran: tuple[Done, Path]) -> None:
    done, out = ran
    assert "Register as of 30 June 2025" in done.out
    assert all(words in done.out for words in ("Documents of minutes read", "Questions", "Resolutions", "Actions", "Overdue"))
    assert out.as_posix() in done.out


def test_json_outputs_are_as_their_schemas_say(ran: tuple[Done, Path]) -> None:
    for name, schema in (("minutes.json", record_schema()), ("actions.json", tracked_schema())):
        records = json.loads((ran[1] / name).read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        assert records and [error.message for record in records for error in validator.iter_errors(record)] == []


def test_the_workbook_has_its_sheets_with_real_dates(ran: tuple[Done, Path]) -> None:
    book = openpyxl.load_workbook(ran[1] / "minutes.xlsx")
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes, f"{sheet.title} has no frozen header"
    cells = [cell for row in book["Overdue"].iter_rows(min_row=2) for cell in row]
    assert any(cell.is_date for cell in cells)


def test_everything_that_the_minutes_record_is_in_the_database(ran: tuple[Done, Path]) -> None:
    written = json.loads((ran[1] / "minutes.json").read_text(encoding="utf-8"))
    records = [record for record in written if record["document_class"] in ("minutes", "action log")]
    connection = sqlite3.connect(ran[1] / "minutes.db")
    try:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        counts = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("meetings", "questions", "resolutions")
        }
    finally:
        connection.close()
    assert {"meetings", "questions", "resolutions", "actions"} <= tables
    # Of agendas and cancelled meetings the day is kept, by which it is known when a committee meets.
    days = [record for record in written if record["document_class"] == "agenda only" or record["meeting"]["status"] == "cancelled"]
    assert counts["meetings"] == len(records) + len(days)
    for kind in ("questions", "resolutions"):
        assert counts[kind] == sum(len(item[kind]) for record in records for item in record["items"])


def test_what_is_overdue_is_overdue_on_that_day(ran: tuple[Done, Path]) -> None:
    actions = json.loads((ran[1] / "actions.json").read_text(encoding="utf-8"))
    late = [action for action in actions if action["status"] == "overdue"]
    assert late and all(date.fromisoformat(action["due_date"]) < date(2025, 6, 30) for action in late)
    with (ran[1] / "csv" / "overdue.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) - 1 == len(late)


def test_the_run_report_names_every_file(ran: tuple[Done, Path]) -> None:
    with (ran[1] / "csv" / "run_report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    told = " ".join(cell for row in rows for cell in row)
    labels = [path for path in CORPUS.rglob("*") if path.is_file() and path.suffix in (".html", ".pdf", ".docx", ".txt")]
    assert [path.name for path in labels if path.name not in told] == []


def test_each_meeting_stands_once(ran: tuple[Done, Path]) -> None:
    records = json.loads((ran[1] / "minutes.json").read_text(encoding="utf-8"))
    held = [(r["meeting"]["organisation"], r["meeting"]["committee"], r["meeting"]["date"]) for r in records]
    assert len(set(held)) == len(held)


AS_OF = ["2025-06-30", "30/06/2025", "30 June 2025", "30th June, 2025", "Monday 30 June 2025"]


@pytest.mark.parametrize("written", AS_OF)
def test_the_day_may_be_written_as_people_write_it(tmp_path: Path, written: str) -> None:
    done = run("run", CORPUS / "brackenholt" / "brackenholt-2024-09-05.txt", "--out", tmp_path, "--as-of", written)
    assert done.code == 0 and "Register as of 30 June 2025" in done.out


def test_without_a_day_it_is_today(tmp_path: Path) -> None:
    today = date.today()
    done = run("run", CORPUS / "brackenholt" / "brackenholt-2024-09-05.txt", "--out", tmp_path)
    assert f"Register as of {today.day} {today:%B %Y}" in done.out


def test_without_paths_and_corpus_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("run")
    assert done.code == 2 and "name files or folders" in done.err


def test_without_paths_it_reads_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    source = CORPUS / "brackenholt" / "brackenholt-2024-09-05.txt"
    (tmp_path / "corpus" / source.name).write_bytes(source.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert run("run").code == 0
    assert (tmp_path / "outputs" / "minutes.xlsx").is_file()


def test_a_folder_without_minutes_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = run("run", tmp_path / "in", "--out", tmp_path / "out")
    assert done.code == 1 and "nothing was written" in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["run", "track", "report outstanding"])
def test_meetings_after_the_day_are_said_to_be_left_out(tmp_path: Path, command: str) -> None:
    source = CORPUS / "brackenholt" / "brackenholt-2024-09-05.txt"
    place = {"run": ["--out", tmp_path], "track": [], "report outstanding": ["--db", tmp_path / "minutes.db"]}[command]
    said = "note: 1 meeting after 1 January 2024 is left out in following actions"
    assert said in run(*command.split(), source, *place, "--as-of", "2024-01-01").err
    assert "left out" not in run(*command.split(), source, *place, "--as-of", "2024-09-05").err


@pytest.mark.parametrize("beside", [False, True])
def test_where_no_minutes_are_found_the_reason_of_each_file_is_told(tmp_path: Path, beside: bool) -> None:
    for name in ("notes.txt", "more.txt"):
        (tmp_path / name).write_text("Minutes of a meeting.\n\nThe hall roof was discussed. Mr Lake to ring the builder.\n")
    if beside:
        (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64))
    done = run("run", tmp_path, "--out", tmp_path / "out")
    assert done.code == 1 and "nothing was written" in done.err and ("failed: old.doc" in done.err) == beside
    assert "not minutes: more.txt and 1 more: " in done.err


@pytest.mark.parametrize(("taken", "out"), [("taken", "taken/below"), ("out/csv", "out"), ("out/parquet", "out")])
def test_a_file_where_a_folder_is_to_be_is_named_before_the_reading(tmp_path: Path, taken: str, out: str) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("a file")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 cut short")
    done = run("run", tmp_path / "broken.pdf", "--out", tmp_path / out)
    assert done.code == 2 and f"{tmp_path / taken} is a file where a folder is to be" in " ".join(done.err.split())
    assert "failed" not in done.err
