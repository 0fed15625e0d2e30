"""minutes-miner report outstanding and minutes-miner history: from the register that a run has made."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cli.runner import run
from tests.conftest import CORPUS

AS_OF = "2025-04-30"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a run over the sample minutes of a school, with an owner that an officer has put right."""
    out = tmp_path_factory.mktemp("register")
    assert run("run", CORPUS / "saltings", "--out", out, "--as-of", AS_OF).code == 0
    book = openpyxl.load_workbook(out / "minutes.xlsx")
    sheet = book["Overdue"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Officer: owner") + 1).value = "Iris Noon"
    book.save(out / "minutes.xlsx")
    assert run("apply", out / "minutes.xlsx", "--by", "J Harker", "--on", "2025-04-20").code == 0
    return out / "minutes.db"


def test_the_paper_shows_what_an_officer_set_without_another_run(db: Path) -> None:
    done = run("report", "outstanding", "--db", db)
    assert (done.code, done.err) == (0, "")
    assert "# Outstanding actions" in done.out and "As of 30 April 2025" in done.out and "Iris Noon" in done.out


def test_the_folder_of_a_run_will_do_for_its_database(db: Path) -> None:
    assert run("report", "outstanding", "--db", db.parent) == run("report", "outstanding", "--db", db)


def test_minutes_named_are_read_and_give_the_same_paper(db: Path) -> None:
    named = run("report", "outstanding", CORPUS / "saltings", "--as-of", AS_OF, "--db", db)
    assert (named.code, named.out) == (0, run("report", "outstanding", "--db", db).out)


@pytest.mark.parametrize("form", ["docx", "html", "md", "ics"])
def test_each_form_is_written(db: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"paper.{form}"
    done = run("report", "outstanding", "--db", db, "--format", form, "--out", out)
    assert (done.code, done.out) == (0, "") and "written" in done.err
    if form == "docx":
        assert docx.Document(str(out)).tables
    else:
        assert out.read_bytes().startswith({"html": b"<!DOCTYPE", "md": b"# Out", "ics": b"BEGIN:VCALENDAR\r\n"}[form])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--committee", "owls"), "no committee is called 'owls': there are Full Governing Body, SALTINGS PRIMARY ACADEMY"),
        (("--committee", "full goverment body"), "did you mean Full Governing Body, SALTINGS PRIMARY ACADEMY?"),
        (("--format", "docx"), "--out"),
        (("--as-events",), "--format ics"),
    ],
)
def test_what_cannot_be_done_is_said(db: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("report", "outstanding", "--db", db, *arguments)
    assert (done.code, done.out) == (2, "") and said in done.err


@pytest.mark.parametrize("day", ["2024-11-01", "2025-03-30", "2025-12-31"])
def test_the_database_gives_the_paper_of_any_day(db: Path, tmp_path: Path, day: str) -> None:
    kept = run("report", "outstanding", "--db", db, "--as-of", day)
    read = run("report", "outstanding", CORPUS / "saltings", "--db", db, "--as-of", day)
    assert (kept.code, kept.out) == (0, read.out)
    assert ("left out in following actions" in kept.err) == (day < AS_OF)


@pytest.mark.parametrize("named", [True, False])
def test_the_paper_of_a_past_day_leaves_out_what_officers_set_later_and_says_so(db: Path, named: bool) -> None:
    paths = [CORPUS / "saltings"] if named else []
    before = run("report", "outstanding", *paths, "--db", db, "--as-of", "2025-04-19")
    assert "Iris Noon" not in before.out and "Without 1 correction that officers made after that day" in before.out
    after = run("report", "outstanding", *paths, "--db", db, "--as-of", "2025-04-20")
    assert "Iris Noon" in after.out and "Without" not in after.out


def test_the_calendar_and_the_history_of_a_past_day_say_so_beside(db: Path) -> None:
    actions = json.loads((db.parent / "actions.json").read_text(encoding="utf-8"))
    put_right = next(one["id"] for one in actions if "Iris Noon" in run("history", one["id"], "--db", db).out)
    for command in (("report", "outstanding", "--format", "ics"), ("history", put_right)):
        then = run(*command, "--db", db, "--as-of", "2025-04-19")
        assert then.code == 0 and "note: without 1 correction that officers made after that day" in then.err
        assert "correction" not in run(*command, "--db", db, "--as-of", "2025-04-30").err


def test_a_day_before_the_first_action_has_a_paper_that_says_so(db: Path) -> None:
    done = run("report", "outstanding", "--db", db, "--as-of", "2020-01-01")
    assert done.code == 0 and "No actions are outstanding" in done.out


def test_a_history_is_told_up_to_a_day(db: Path) -> None:
    actions = json.loads((db.parent / "actions.json").read_text(encoding="utf-8"))
    one = next(action for action in actions if action["mentions"])
    before = json.loads(run("history", one["id"], "--db", db, "--format", "json", "--as-of", one["meeting_date"]).out)
    assert (before["as_of"], before["status"], len(before["events"])) == (one["meeting_date"], "open", 2)


def test_a_later_day_is_refused_where_the_run_left_out_minutes_up_to_it(tmp_path: Path) -> None:
    assert run("run", CORPUS / "saltings", "--out", tmp_path, "--as-of", "2024-11-01").code == 0
    done = run("report", "outstanding", "--db", tmp_path / "minutes.db", "--as-of", "2025-04-30")
    assert (done.code, done.out) == (2, "")
    assert "made as of 1 November 2024" in done.err and "--as-of 2025-04-30" in done.err


def test_a_calendar_of_events_for_programs_that_take_no_to_dos(db: Path) -> None:
    done = run("report", "outstanding", "--db", db, "--format", "ics", "--as-events")
    assert done.code == 0 and "BEGIN:VEVENT" in done.out and "VTODO" not in done.out


def test_minutes_of_which_none_can_be_read_give_no_paper(db: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 cut short")
    done = run("report", "outstanding", tmp_path / "broken.pdf", "--db", db)
    assert (done.code, done.out) == (1, "") and "broken.pdf" in done.err and "no action" not in done.err


def test_a_history_by_reference_words_and_as_json(db: Path) -> None:
    actions = json.loads((db.parent / "actions.json").read_text(encoding="utf-8"))
    one = next(action for action in actions if action["mentions"])
    told = run("history", one["id"], "--db", db)
    assert told.code == 0 and "raised" in told.out and one["id"] in told.out
    assert all(len(line) <= 80 for line in told.out.splitlines())
    assert run("history", *one["text"].replace("-", " ").split(), "--db", db).out == told.out
    record = json.loads(run("history", one["id"], "--db", db, "--format", "json").out)
    assert len(record["events"]) == len(one["mentions"]) + 2
    assert run("history", one["id"], "--db", db, "--format", "md").out.startswith("# ")


def test_several_are_listed_and_none_is_said(db: Path) -> None:
    several = run("history", "the", "--db", db)
    assert several.code == 2 and "name one by its whole reference" in several.err and len(several.out.splitlines()) > 1
    none = run("history", "owls", "--db", db)
    assert (none.code, none.out) == (1, "") and "No action" in none.err


def test_a_folder_without_minutes_is_said_to_be_one(tmp_path: Path) -> None:
    done = run("report", "outstanding", tmp_path)
    assert (done.code, done.out) == (1, "") and f"No minutes were found in {tmp_path}" in done.err and "web page, PDF, Word" in done.err


@pytest.mark.parametrize(
    ("wanted", "said", "listed"),
    [("ffffffffffff", "first column of the sheet Actions", 0), ("a grant toward the hall rooof", "the nearest are", 1)],
)
def test_an_action_that_is_not_found_has_the_nearest_beside_it(db: Path, wanted: str, said: str, listed: int) -> None:
    done = run("history", wanted, "--db", db)
    assert done.code == 1 and "No action has" in done.err and said in done.err
    assert len(done.out.splitlines()) >= listed


DRAFT = """Little Marlpit Parish Council
DRAFT minutes of the meeting held on Tuesday 8 October 2024

Present: Cllrs A Ember (Chair), B Oriel, C Frayne. In attendance: D Mott (Clerk).

1. Apologies
None.

2. Works
Cllr Frayne to paint the bus shelter by 31 October 2024.
Clerk to obtain three quotes for the gate.
"""


def test_what_officers_set_of_a_draft_goes_to_the_final_minutes_and_every_paper_counts_once(tmp_path: Path) -> None:
    folder, out = tmp_path / "minutes", tmp_path / "out"
    folder.mkdir()
    (folder / "draft-8-october.txt").write_text(DRAFT)
    assert run("run", folder, "--out", out, "--as-of", "2024-11-20").code == 0
    book = openpyxl.load_workbook(out / "minutes.xlsx")
    sheet = book["Actions"]
    headings = [cell.value for cell in sheet[1]]
    (shelter,) = [row for row in sheet.iter_rows(min_row=2) if "shelter" in row[headings.index("Action (original wording)")].value]
    shelter[headings.index("Officer: owner")].value, ref = "Cllr Oriel", shelter[0].value
    book.save(out / "minutes.xlsx")
    assert run("apply", out / "minutes.xlsx", "--by", "J Harker").code == 0
    (folder / "draft-8-october.txt").unlink()
    (folder / "minutes-8-october.txt").write_text(DRAFT.replace("DRAFT minutes", "Minutes").replace("the bus", "the stone bus"))
    assert run("run", folder, "--out", out, "--as-of", "2024-11-22").code == 0
    paper = run("report", "outstanding", "--db", out / "minutes.db").out
    assert "2 actions are outstanding, 1 overdue" in paper and "stone bus shelter" in paper and "Cllr Oriel" in paper
    shelter[headings.index("Officer: note")].value = "Paint is bought."
    book.save(tmp_path / "draft's copy.xlsx")
    assert run("apply", tmp_path / "draft's copy.xlsx", "--db", out / "minutes.db", "--by", "J Harker").code == 0
    assert "Paint is bought." in run("report", "outstanding", "--db", out / "minutes.db").out
    story = run("history", ref, "--db", out / "minutes.db")
    assert story.code == 0 and "stone bus shelter" in story.out and "earlier version of these minutes, draft-8-october.txt" in story.err
