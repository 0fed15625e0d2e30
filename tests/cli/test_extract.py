"""minutes-miner extract: records on standard output, all else on standard error."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from minutes_miner.export.schema import record_schema
from tests.cli.runner import run
from tests.conftest import CORPUS
from tests.test_pipeline import MINUTES

SALTINGS = CORPUS / "saltings"
KEYS = {"source", "meeting", "attendance", "items"}


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    done = run("extract", SALTINGS)
    assert done.code == 0
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


def test_json_is_one_record_for_each_document(records: list[dict[str, Any]]) -> None:
    assert [record["source"] for record in records] == sorted(path.name for path in SALTINGS.glob("*.docx"))
    assert all(set(record) >= KEYS for record in records)


def test_records_are_as_the_published_schema_says(records: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(record_schema())
    assert [error.message for record in records for error in validator.iter_errors(record)] == []


def test_records_have_the_keys_of_the_labels(records: list[dict[str, Any]]) -> None:
    label = json.loads((SALTINGS / "saltings-2024-10-07.gold.json").read_text(encoding="utf-8"))
    record = records[0]
    assert set(label) <= set(record) and set(label["meeting"]) <= set(record["meeting"])
    for kind in ("speakers", "questions", "resolutions", "actions"):
        rows = [row for item in record["items"] for row in item[kind]]
        assert rows and all(set(label["items"][0][kind][0] if label["items"][0][kind] else ()) <= set(row) for row in rows)


def test_json_lines_hold_the_same_records(records: list[dict[str, Any]]) -> None:
    done = run("extract", SALTINGS, "--format", "jsonl")
    assert [json.loads(line) for line in done.out.splitlines()] == records


def test_what_is_passed_over_is_named_on_standard_error_only(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "style.css").write_text("p {}", encoding="utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    done = run("extract", tmp_path)
    assert done.code == 3
    assert [record["source"] for record in json.loads(done.out)] == ["m.txt"]
    assert "passed over: style.css: " in done.err and "failed: empty.html: " in done.err


def test_what_is_passed_over_for_one_reason_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MINUTES, encoding="utf-8")
    for name in ("a.css", "b.css", "c.css", "d.js"):
        (tmp_path / name).write_text("p {}", encoding="utf-8")
    lines = run("extract", tmp_path).err.splitlines()
    assert [line.partition(": no")[0] for line in lines] == ["passed over: a.css and 2 more", "passed over: d.js"]


def test_a_pipe_gets_json_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MINUTES, encoding="utf-8")
    command = [sys.executable, "-m", "minutes_miner", "extract", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, timeout=60, cwd=CORPUS.parent)
    assert done.returncode == 0
    assert len(json.loads(done.stdout.decode("utf-8"))) == 1


def test_records_may_go_to_a_file(tmp_path: Path, records: list[dict[str, Any]]) -> None:
    out = tmp_path / "records.json"
    done = run("extract", SALTINGS, "--out", out)
    assert (done.code, done.out) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8")) == records


def test_tables_as_csv(tmp_path: Path, records: list[dict[str, Any]]) -> None:
    done = run("extract", SALTINGS, "--format", "csv", "--out", tmp_path / "tables")
    assert (done.code, done.out) == (0, "")
    with (tmp_path / "tables" / "resolutions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) - 1 == sum(len(item["resolutions"]) for record in records for item in record["items"])


def test_tables_as_a_workbook(tmp_path: Path, records: list[dict[str, Any]]) -> None:
    done = run("extract", SALTINGS, "--format", "xlsx", "--out", tmp_path / "deep" / "m.xlsx")
    assert (done.code, done.out) == (0, "")
    book = openpyxl.load_workbook(tmp_path / "deep" / "m.xlsx", read_only=True)
    assert "Resolutions" in book.sheetnames and "Actions" in book.sheetnames


def test_nothing_readable_gives_an_empty_list_and_exit_code_one(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    done = run("extract", tmp_path)
    assert (done.code, json.loads(done.out)) == (1, [])


def test_rules_of_ones_own_are_laid_over(tmp_path: Path) -> None:
    rule = "- {id: x.y, kind: action, reason: R., pattern: bagsied, match: [], no_match: [b]}"
    (tmp_path / "mine.yaml").write_text(f"rules:\n{rule}\n", encoding="utf-8")
    done = run("extract", SALTINGS, "--rules", tmp_path)
    assert done.code == 2 and "mine.yaml: rule x.y: match is missing" in done.err
