"""minutes-miner track: how every action stands on a day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from minutes_miner.export.schema import tracked_schema
from tests.cli.runner import run
from tests.conftest import CORPUS

SALTINGS = CORPUS / "saltings"


@pytest.fixture(scope="module")
def actions() -> list[dict[str, Any]]:
    done = run("track", SALTINGS, "--as-of", "2025-04-30")
    assert done.code == 0
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


def test_json_is_one_object_for_each_action(actions: list[dict[str, Any]]) -> None:
    assert actions
    for action in actions:
        assert {"document", "text", "owner", "due_date", "status", "mentions"} <= set(action)
        assert action["status"] in ("completed", "overdue", "open", "superseded")
        assert all({"document", "item"} <= set(mention) for mention in action["mentions"])


def test_objects_are_as_the_published_schema_says(actions: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(tracked_schema())
    assert [error.message for action in actions for error in validator.iter_errors(action)] == []


def test_what_is_completed_shows_the_sentence_that_closed_it(actions: list[dict[str, Any]]) -> None:
    done = [action for action in actions if action["status"] == "completed"]
    assert done and all(action["closing_quote"] and action["closing_document"] for action in done)


def test_mentions_stand_in_later_documents(actions: list[dict[str, Any]]) -> None:
    mentions = [(action["document"], mention["document"]) for action in actions for mention in action["mentions"]]
    assert mentions and all(later >= raised for raised, later in mentions)


def test_nothing_is_overdue_before_it_was_due() -> None:
    actions = json.loads(run("track", SALTINGS, "--as-of", "2024-10-07").out)
    assert [action for action in actions if action["status"] == "overdue"] == []


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_tables_are_written_where_told(tmp_path: Path, form: str) -> None:
    out = tmp_path / ("tables" if form == "csv" else "deep/actions.xlsx")
    done = run("track", SALTINGS, "--as-of", "2025-04-30", "--format", form, "--out", out)
    assert (done.code, done.out) == (0, "")
    if form == "csv":
        assert (out / "actions.csv").is_file()
    else:
        assert "Actions" in openpyxl.load_workbook(out, read_only=True).sheetnames


def test_json_may_go_to_a_file(tmp_path: Path, actions: list[dict[str, Any]]) -> None:
    out = tmp_path / "actions.json"
    assert run("track", SALTINGS, "--as-of", "2025-04-30", "--out", out).out == ""
    assert json.loads(out.read_text(encoding="utf-8")) == actions


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path, form: str) -> None:
    (tmp_path / "taken").write_text("a file")
    out = tmp_path / "taken" if form == "csv" else tmp_path / "taken" / f"x.{form}"
    done = run("track", SALTINGS / "saltings-2024-10-07.docx", "--format", form, "--out", out)
    assert done.code == 1 and f"{tmp_path / 'taken'} is a file, no folder" in " ".join(done.err.split())


@pytest.mark.parametrize(
    ("page", "number", "document"),
    [
        ("wendlebourne/wendlebourne-2024-09-10", "21", "wendlebourne-2024-09-10.html"),  # the meeting page shows two of the actions, too
        ("tollbury/tollbury-2024-11-13", "25", "tollbury-2024-11-13-item-25.html"),
    ],
)
def test_an_action_names_the_page_on_which_it_stands(page: str, number: str, document: str) -> None:
    done = run("track", CORPUS / f"{page}.html", CORPUS / f"{page}-item-{number}.html", "--as-of", "2025-02-28")
    places = [row["document"] for row in json.loads(done.out) if row["item"] == number]
    assert places.count(document) >= 2


HEAD = "Thrale Parish Council\n\nMinutes of the meeting of the Council held on {day} in the Village Hall\n\nPresent: Cllr A Brock\n"
TASK = "\n2. HIGHWAYS\nThe Clerk undertook to report on the gully at the next meeting.\n"
CANCELLED = "<html><body><h1>Thrale Parish Council</h1><p>The meeting on Tuesday 4 February 2025 has been CANCELLED.</p></body></html>"


def test_a_page_of_a_cancelled_meeting_moves_what_was_due_at_it(tmp_path: Path) -> None:
    closing = "\n3. DATE OF NEXT MEETING\nThe next meeting will be held on Tuesday 4 February 2025.\n"
    (tmp_path / "a.txt").write_text(HEAD.format(day="Tuesday 7 January 2025") + TASK + closing, encoding="utf-8")
    (tmp_path / "b.txt").write_text(HEAD.format(day="Tuesday 4 March 2025") + "\n2. PONDS\nNothing to report.\n", encoding="utf-8")
    (tmp_path / "c.html").write_text(CANCELLED, encoding="utf-8")
    for files, due in (("ab", "2025-02-04"), ("abc", "2025-03-04")):
        paths = [path for path in sorted(tmp_path.iterdir()) if path.stem in files]
        (action,) = json.loads(run("track", *paths, "--as-of", "2025-03-31").out)
        assert (action["due_date"], action["status"]) == (due, "overdue")
    assert run("run", tmp_path, "--out", tmp_path / "out", "--as-of", "2025-03-31").code == 0
    done = run("report", "outstanding", "--db", tmp_path / "out" / "minutes.db", "--as-of", "2025-03-20")
    assert "4 March 2025" in done.out and "16 days late" in done.out
