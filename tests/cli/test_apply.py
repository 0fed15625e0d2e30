"""minutes-miner apply: an officer's edits, from the workbook to the next run."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.cli.runner import Done, run
from tests.conftest import CORPUS

AS_OF = "2025-04-30"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """What a run over the sample minutes of one parish wrote."""
    assert run("run", CORPUS / "saltings", "--out", tmp_path / "register", "--as-of", AS_OF).code == 0
    return tmp_path / "register"


def write(out: Path, field: str, value: object, *, row: int = 2) -> str:
    """Write into the sheet Actions; returns the action's reference."""
    book = openpyxl.load_workbook(out / "minutes.xlsx")
    sheet = book["Actions"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(row, headings.index(f"Officer: {field}") + 1).value = value
    book.save(out / "minutes.xlsx")
    return str(sheet.cell(row, 1).value)


def apply(out: Path, *more: str) -> Done:
    """The command, as J Harker."""
    return run("apply", out / "minutes.xlsx", "--by", "J Harker", "--on", "2025-05-01", *more)


def again(out: Path) -> dict[str, dict[str, object]]:
    """The actions after another run."""
    assert run("run", CORPUS / "saltings", "--out", out, "--as-of", AS_OF).code == 0
    return {one["id"]: one for one in json.loads((out / "actions.json").read_text(encoding="utf-8"))}


def test_a_workbook_without_edits_changes_nothing(out: Path) -> None:
    done = apply(out)
    assert (done.code, done.err) == (0, "") and "no edits in its violet columns, and no other columns are read" in done.out
    assert not (out / "corrections.json").exists()


def test_edits_are_shown_first_then_kept_and_show_from_the_next_run_on(out: Path) -> None:
    ref = write(out, "owner", "Iris Noon")
    shown = apply(out, "--dry-run")
    assert shown.code == 0 and "Iris Noon" in shown.out and "Actions!" in shown.out and ref in shown.out
    assert not (out / "corrections.json").exists()
    kept = apply(out)
    assert kept.code == 0 and "corrections.json" in kept.out
    assert all(len(line) <= 80 for line in shown.out.splitlines()[:-1])
    action = again(out)[ref]
    assert action["owner"] == "Iris Noon"
    (said,) = action["corrections"]  # type: ignore[misc]
    assert (said["by"], said["on"]) == ("J Harker", "2025-05-01")
    assert again(out)[ref] == action
    assert "no edits" in apply(out).out


@pytest.mark.parametrize("edited", [False, True])
def test_the_workbook_of_another_register_is_told_to_be_so(out: Path, tmp_path: Path, edited: bool) -> None:
    other = tmp_path / "other"
    assert run("run", CORPUS / "brackenholt" / "brackenholt-2024-10-03.txt", "--out", other, "--as-of", AS_OF).code == 0
    if edited:
        write(other, "owner", "Iris Noon")
    done = run("apply", other / "minutes.xlsx", "--db", out / "minutes.db", "--by", "J Harker")
    assert (done.code, done.out) == (1, "") and "another register" in done.err and str(out / "minutes.db") in " ".join(done.err.split())


def test_what_held_before_is_told_as_the_workbook_shows_it(out: Path) -> None:
    sheet = openpyxl.load_workbook(out / "minutes.xlsx")["Actions"]
    status = [cell.value for cell in sheet[1]].index("Status")
    row = next(number for number, cells in enumerate(sheet.iter_rows(values_only=True), 1) if cells[status] == "overdue")
    write(out, "status", "Complete", row=row)
    assert "from Overdue (minutes)" in " ".join(apply(out, "--dry-run").out.split())


def test_days_are_shown_as_people_write_them(out: Path) -> None:
    write(out, "due date", datetime(2030, 3, 31))
    done = apply(out, "--dry-run")
    assert "to 31 March 2030" in done.out and "2030-03-31" not in done.out


@pytest.mark.parametrize(("others", "code"), [(False, 1), (True, 3)])
def test_nonsense_is_named_and_the_exit_code_says_whether_anything_was_followed(out: Path, others: bool, code: int) -> None:
    write(out, "due date", "next tuesdayish")
    if others:
        write(out, "note", "Asked twice.", row=3)
    done = apply(out)
    assert done.code == code
    assert "Actions!" in done.err and "'next tuesdayish' is not a date" in done.err
    assert (out / "corrections.json").exists() == others


def test_a_correction_holds_where_other_rules_read_the_action_in_other_words(out: Path) -> None:
    ref = write(out, "owner", "Iris Noon")
    apply(out)
    file = out / "corrections.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    key = data["corrections"][0]["action"]
    data["corrections"][0]["action"] |= {"ref": "f" * 12, "wording": f"ACTION – {key['wording']} (from the minutes)"}
    file.write_text(json.dumps(data), encoding="utf-8")
    assert again(out)[ref]["owner"] == "Iris Noon"


def test_a_correction_whose_action_is_gone_is_to_settle(out: Path) -> None:
    write(out, "owner", "Iris Noon")
    apply(out)
    file = out / "corrections.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    place = {"organisation": "Harrowmere Borough Council", "committee": "Parks Panel", "date": "2019-05-01"}
    data["corrections"][0]["action"] |= {"ref": "f" * 12, "wording": "paint the railings of the bandstand", **place}
    file.write_text(json.dumps(data), encoding="utf-8")
    again(out)
    sheet = openpyxl.load_workbook(out / "minutes.xlsx")["To settle"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    (row,) = [row for row in rows if row[0] == "officer's correction"]
    where = ("Harrowmere Borough Council", "Parks Panel", datetime(2019, 5, 1))
    assert (row[1], *row[5:8]) == ("paint the railings of the bandstand", *where)
    assert len(json.loads(file.read_text(encoding="utf-8"))["corrections"]) == 1


def test_a_file_of_corrections_that_is_broken_stops_the_run(out: Path) -> None:
    (out / "corrections.json").write_text("{", encoding="utf-8")
    done = run("run", CORPUS / "saltings", "--out", out)
    assert done.code == 1 and "corrections.json" in done.err


def test_track_takes_corrections_too(out: Path) -> None:
    ref = write(out, "not an action", "yes")
    apply(out)
    done = run("track", CORPUS / "saltings", "--as-of", AS_OF, "--corrections", out / "corrections.json")
    assert [one["state"] for one in json.loads(done.out) if one["id"] == ref] == ["not an action"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("no-such.xlsx",), 2), (("minutes.db",), 1), (("minutes.xlsx", "--by", " "), 2), (("minutes.xlsx", "--db", "x.db"), 1)],
)
def test_what_cannot_be_done_is_said(out: Path, arguments: tuple[str, ...], code: int) -> None:
    done = run("apply", out / arguments[0], *arguments[1:])
    assert done.code == code and "Error: " in done.err and "Traceback" not in done.err
