"""The workbook goes round: written, edited, moved about, and read back."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from minutes_miner.errors import CorrectionsError
from minutes_miner.export.spec import Register
from minutes_miner.export.xlsx import write_workbook
from minutes_miner.model import Correction, Ledger, TrackedAction
from minutes_miner.officer import with_corrections
from minutes_miner.officer.edits import Edits, edits_of
from minutes_miner.officer.workbook import read_rows
from minutes_miner.statuskey import status_key
from tests.officer.factories import BY, ON, ledger, said, tracked

BINS = tracked("aaaa00000001", "write to the contractor about the missed bins")
HEDGE = tracked("aaaa00000002", "ask the owner to cut the hedge", day=date(2024, 5, 14), state="open", due_date=None)
LAMP = tracked("120000000003", "report the broken lamp", state="completed")
TWIN = tracked("aaaa00000003", "=1+1 mend the swings")
PLAIN = ledger(BINS, HEDGE, LAMP, TWIN)
SET = with_corrections(
    PLAIN,
    [
        said(BINS, "due date", "2024-05-20", why="moved"),
        said(BINS, "note", "Asked “twice”; ü"),
        said(HEDGE, "owner", "none"),
        said(HEDGE, "due date", "none"),
        said(TWIN, "same as", BINS.id, other=BINS),
        said(LAMP, "not an action", "yes"),
        said(LAMP, "status", "dropped"),
    ],
)
Book = Any
WRITTEN = (Phase.explicit, Phase.generate)  # a workbook takes too long to be made for shrinking


def book_of(folder: Path, of: Ledger = PLAIN) -> Path:
    """The workbook of a ledger."""
    write_workbook(folder / "minutes.xlsx", Register([], of))
    return folder / "minutes.xlsx"


def edited(path: Path, change: Callable[[Book], None], of: Ledger = PLAIN, **more: Any) -> Edits:
    """What the workbook asks for after ``change``."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return edits_of(read_rows(path), of, status_key(), by=more.get("by", BY), on=more.get("on", ON))


def put(book: Book, of: TrackedAction, field: str, value: Any, *, sheet: str = "Actions") -> str:
    """Write into the cell of an action's row; returns its place."""
    page = book[sheet]
    headings = [cell.value for cell in page[1]]
    key = headings.index("Key (leave as it is)")
    (row,) = [cells for cells in page.iter_rows(min_row=2) if str(cells[key].value).split()[0] == of.id]
    cell = row[headings.index(f"Officer: {field}")]
    cell.value = value
    return f"{sheet}!{cell.coordinate}"


def made(edits: Edits) -> list[tuple[str, str, str | None]]:
    """Reference, field and value of each change."""
    return [(change.correction.of.ref, change.correction.field, change.correction.value) for change in edits.changes]


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("status", "Complete", "completed"),
        ("status", " complete ", "completed"),
        ("status", "dropped", "dropped"),
        ("status", "Open", "open"),
        ("owner", "Iris  Noon", "Iris Noon"),
        ("owner", "None", "none"),
        ("owner", 12.0, "12"),
        ("due date", datetime(2024, 9, 1), "2024-09-01"),
        ("due date", "1 September 2024", "2024-09-01"),
        ("due date", "01/09/2024", "2024-09-01"),
        ("due date", 45536, "2024-09-01"),
        ("due date", "none", "none"),
        ("note", "Asked twice.\nNo reply.", "Asked twice. No reply."),
        ("note", datetime(2024, 9, 1), "01/09/2024"),
        ("same as (Ref)", "aaaa00000002", "aaaa00000002"),
        ("same as (Ref)", "AAAA00000002 ", "aaaa00000002"),
        ("same as (Ref)", "Ref aaaa00000002;", "aaaa00000002"),
        ("same as (Ref)", "1200", "120000000003"),
        ("same as (Ref)", 120000000003, "120000000003"),
        ("not an action", "Yes", "yes"),
        ("not an action", True, "yes"),
        ("not an action", "x", "yes"),
        ("not an action", "✓", "yes"),
    ],
)
def test_what_an_officer_writes_is_read(tmp_path: Path, field: str, written: Any, value: str) -> None:
    edits = edited(book_of(tmp_path), lambda book: put(book, BINS, field, written) and None)
    assert made(edits) == [(BINS.id, field.removesuffix(" (Ref)"), value)]
    assert edits.refusals == []


@pytest.mark.parametrize(
    ("field", "written", "reason"),
    [
        ("status", "Overdue", "follows from the due date"),
        ("status", "nearly", "choose Complete or Open or Dropped"),
        ("due date", "next tuesdayish", "is not a date"),
        ("due date", 7, "07/01/1900' is before the meeting"),
        ("due date", True, "is not a date"),
        ("due date", datetime(2024, 1, 1), "before the meeting"),
        ("due date", datetime(2924, 1, 1), "year"),
        ("same as (Ref)", "aaaa", "3 actions"),
        ("same as (Ref)", "bb", "no Ref"),
        ("same as (Ref)", BINS.id, "itself"),
        ("not an action", "perhaps", "neither yes nor no"),
        ("owner", "#REF!", "error"),
        ("note", "=1+1", "'=1+1' is a formula whose value was not saved"),
        ("owner", datetime(2024, 9, 1), "01/09/2024' is no name"),
        ("owner", True, "'True' is no name"),
        ("owner", "-", "'-' is no name"),
        ("not an action", "?", "neither yes nor no"),
        ("note", "x" * 2001, "2,001 characters"),
        ("why", "because", "nothing is set"),
    ],
)
def test_nonsense_is_refused_naming_the_cell_and_the_rest_is_followed(tmp_path: Path, field: str, written: Any, reason: str) -> None:
    places: list[str] = []

    def change(book: Book) -> None:
        places.append(put(book, BINS, field, written))
        put(book, HEDGE, "owner", "Iris Noon")

    three = edited(book_of(tmp_path), change)
    assert [refusal.place for refusal in three.refusals] == places
    assert reason in three.refusals[0].reason
    assert made(three) == [(HEDGE.id, "owner", "Iris Noon")]


def test_a_change_knows_who_when_why_and_what_the_minutes_said(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        put(book, BINS, "status", "Complete")
        put(book, BINS, "why", "letter seen")

    (one,) = edited(book_of(tmp_path), change).changes
    assert one.correction == said(BINS, "status", "completed", why="letter seen", found="open")


def test_a_cell_that_is_emptied_takes_the_correction_back(tmp_path: Path) -> None:
    edits = edited(book_of(tmp_path, SET), lambda book: put(book, BINS, "due date", None) and None, SET)
    assert made(edits) == [(BINS.id, "due date", None)]


def test_a_reason_given_later_is_added(tmp_path: Path) -> None:
    edits = edited(book_of(tmp_path, SET), lambda book: put(book, HEDGE, "why", "she left") and None, SET)
    assert [(field, value) for _, field, value in made(edits)] == [("owner", "none"), ("due date", "none")]
    assert {change.correction.why for change in edits.changes} == {"she left"}


def test_what_was_applied_and_is_read_again_changes_nothing(tmp_path: Path) -> None:
    path = book_of(tmp_path)
    first = edited(path, lambda book: put(book, TWIN, "same as (Ref)", BINS.id) and None)
    now = with_corrections(PLAIN, [change.correction for change in first.changes])
    assert edited(path, lambda book: None, now) == Edits(kept=1)


def test_the_sheet_overdue_is_read_too_and_must_not_contradict(tmp_path: Path) -> None:
    both = edited(book_of(tmp_path), lambda book: put(book, BINS, "owner", "Iris Noon", sheet="Overdue") and None)
    assert made(both) == [(BINS.id, "owner", "Iris Noon")]

    def contradict(book: Book) -> None:
        put(book, BINS, "owner", "Ned Ashby")

    again = edited(tmp_path / "minutes.xlsx", contradict)
    assert made(again) == []
    assert "Actions!" in again.refusals[0].reason and "Overdue!" in again.refusals[0].reason


def test_what_somebody_else_set_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = book_of(tmp_path)
    now = with_corrections(PLAIN, [said(BINS, "owner", "Ned Ashby", by="Iris Noon")])
    edits = edited(path, lambda book: put(book, BINS, "owner", "Tomas Reyne the younger") and None, now)
    assert made(edits) == [] and "Iris Noon has set it" in edits.refusals[0].reason
    own = edited(path, lambda book: None, now, by="Iris Noon")
    assert made(own) == [(BINS.id, "owner", "Tomas Reyne the younger")]


@pytest.mark.parametrize(
    ("theirs", "written"),
    [
        ([said(BINS, "status", "completed", by="Iris Noon", why="letter seen")], {"status": "Dropped", "why": "bins sold"}),
        ([said(BINS, "status", "completed", by="Iris Noon")], {"status": "Dropped", "why": "bins sold"}),
        ([said(BINS, "note", "Asked.", by="Iris Noon")], {"status": "nearly", "why": "bins sold"}),
        ([said(BINS, "status", "completed", by="Iris Noon", why="letter seen")], {"why": "bins sold"}),
        ([said(BINS, "status", "completed", by="Iris Noon")], {"why": "bins sold"}),
    ],
)
def test_the_reason_of_what_is_refused_is_not_laid_over_what_somebody_else_set(
    tmp_path: Path, theirs: list[Correction], written: dict[str, str]
) -> None:
    def change(book: Book) -> None:
        for field, value in written.items():
            put(book, BINS, field, value)

    edits = edited(book_of(tmp_path), change, with_corrections(PLAIN, theirs))
    assert made(edits) == [] and edits.refusals


def test_a_reason_goes_with_what_is_followed_of_its_row(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        for field, value in (("status", "Dropped"), ("owner", "Ned Ashby"), ("why", "bins sold")):
            put(book, BINS, field, value)

    now = with_corrections(PLAIN, [said(BINS, "status", "completed", by="Iris Noon", why="letter seen")])
    edits = edited(book_of(tmp_path), change, now)
    assert [(one.correction.field, one.correction.why) for one in edits.changes] == [("owner", "bins sold")]
    assert len(edits.refusals) == 1


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (None, "no key"),
        ("ffff00000001", "holds no action ffff00000001"),
        *((f"{BINS.id} {rest}", "was changed") for rest in ("{", "[1,2]", "7", "null")),
    ],
)
def test_a_row_whose_action_cannot_be_told_is_refused(tmp_path: Path, key: str | None, reason: str) -> None:
    def change(book: Book) -> None:
        put(book, BINS, "owner", "Iris Noon")
        page = book["Actions"]
        at = [cell.value for cell in page[1]].index("Key (leave as it is)")
        next(cells[at] for cells in page.iter_rows(min_row=2) if str(cells[at].value).startswith(BINS.id)).value = key

    edits = edited(book_of(tmp_path), change)
    assert made(edits) == [] and reason in edits.refusals[0].reason


def test_a_row_of_ones_own_is_refused_with_the_reason(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        page = book["Actions"]
        page.cell(page.max_row + 1, [cell.value for cell in page[1]].index("Officer: owner") + 1).value = "Iris Noon"

    edits = edited(book_of(tmp_path), change)
    assert made(edits) == [] and "takes none that is in no minutes" in edits.refusals[0].reason


def test_a_heading_to_write_under_may_be_typed_anew(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        put(book, BINS, "owner", "Iris Noon")
        for page in (book["Actions"], book["Overdue"]):
            headings = [cell.value for cell in page[1]]
            page.cell(1, headings.index("Officer: owner") + 1).value = "officer - OWNER "
            page.cell(1, headings.index("Key (leave as it is)") + 1).value = "Key, leave as it is"

    assert made(edited(book_of(tmp_path), change)) == [(BINS.id, "owner", "Iris Noon")]


def test_what_is_written_on_a_sheet_without_keys_is_not_lost_in_silence(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        put(book, BINS, "owner", "Iris Noon")
        put(book, HEDGE, "note", "Asked.")
        put(book, LAMP, "note", "Mended.", sheet="Actions")
        page = book["Actions"]
        page.delete_cols([cell.value for cell in page[1]].index("Key (leave as it is)") + 1)

    edits = edited(book_of(tmp_path), change)
    assert made(edits) == []
    (refusal,) = edits.refusals
    assert refusal.place.count("Actions!") == 3 and "no column 'Key (leave as it is)'" in refusal.reason


def _swapped(book: Book) -> None:
    """What people see of two rows changed about, the hidden keys left where they were, as where some columns only were sorted."""
    page = book["Actions"]
    for at in range(1, [cell.value for cell in page[1]].index("Officer: status") + 1):
        one, other = page.cell(2, at), page.cell(3, at)
        one.value, other.value = other.value, one.value


def _copied(book: Book) -> None:
    """A row copied to the end, for a task of the officer's own."""
    page = book["Actions"]
    page.append([cell.value for cell in page[2]])
    page.cell(page.max_row, [cell.value for cell in page[1]].index("Action (original wording)") + 1).value = "paint the gate of the yard"


@pytest.mark.parametrize(("change", "row"), [(_swapped, 2), (_copied, 6)])
def test_a_row_that_shows_another_action_than_its_key_means_is_refused(tmp_path: Path, change: Callable[[Book], None], row: int) -> None:
    def both(book: Book) -> None:
        change(book)
        page = book["Actions"]
        page.cell(row, [cell.value for cell in page[1]].index("Officer: owner") + 1).value = "Iris Noon"

    edits = edited(book_of(tmp_path), both)
    assert made(edits) == []
    (refusal,) = edits.refusals
    assert f"{row}" in refusal.place and "another action than the one that its hidden key means" in refusal.reason


def test_a_slip_mended_in_the_wording_leaves_the_row_readable(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        put(book, BINS, "owner", "Iris Noon")
        page = book["Actions"]
        cell = page.cell(2, [cell.value for cell in page[1]].index("Action (original wording)") + 1)
        cell.value = f"{cell.value} (all of them)"

    edits = edited(book_of(tmp_path), change)
    assert made(edits) == [(BINS.id, "owner", "Iris Noon")]
    assert [refusal.reason for refusal in edits.refusals if "is not read" not in refusal.reason] == []


@pytest.mark.parametrize(("heading", "named"), [("New owner", "the heading 'New owner'"), (None, "no heading")])
def test_what_stands_under_a_heading_that_was_renamed_is_named(tmp_path: Path, heading: str | None, named: str) -> None:
    def change(book: Book) -> None:
        place = put(book, BINS, "owner", "Iris Noon").partition("!")[2]
        book["Actions"].cell(1, book["Actions"][place].column).value = heading

    edits = edited(book_of(tmp_path), change)
    assert made(edits) == []
    (refusal,) = edits.refusals
    assert named in refusal.reason and "no column 'Officer: owner'" in refusal.reason


def test_a_column_to_write_in_may_be_deleted(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        put(book, BINS, "owner", "Iris Noon")
        page = book["Actions"]
        page.delete_cols([cell.value for cell in page[1]].index("Officer: note") + 1)

    edits = edited(book_of(tmp_path), change)
    assert (made(edits), edits.refusals) == ([(BINS.id, "owner", "Iris Noon")], [])


@pytest.mark.parametrize(("text", "refused"), [("Iris Noon", True), (None, False)])
def test_a_heading_that_stands_twice_is_read_once(tmp_path: Path, text: str | None, refused: bool) -> None:
    def change(book: Book) -> None:
        page = book["Actions"]
        page.cell(1, page.max_column + 1).value = "Officer: owner"
        page.cell(2, page.max_column).value = text

    edits = edited(book_of(tmp_path), change)
    assert made(edits) == [] and ["stands twice" in refusal.reason for refusal in edits.refusals] == [True] * refused


def test_a_sheet_that_has_lost_its_row_of_headings_is_named(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        put(book, BINS, "owner", "Iris Noon")
        book["Actions"].delete_rows(1)

    edits = edited(book_of(tmp_path), change)
    (refusal,) = edits.refusals
    assert made(edits) == [] and refusal.place.startswith("Actions!") and "no row of headings" in refusal.reason


def test_of_merged_cells_the_first_is_read_and_the_others_are_named_and_take_nothing_back(tmp_path: Path) -> None:
    now = with_corrections(PLAIN, [said(BINS, "owner", "Tom Ash"), said(HEDGE, "owner", "Tom Ash")])

    def change(book: Book) -> None:
        first = put(book, BINS, "owner", "Iris Noon").partition("!")[2]
        second = put(book, HEDGE, "owner", "Tom Ash").partition("!")[2]
        book["Actions"].merge_cells(f"{first}:{second}")

    edits = edited(book_of(tmp_path, now), change, now)
    assert made(edits) == [(BINS.id, "owner", "Iris Noon")]
    (refusal,) = edits.refusals
    assert "merged cells" in refusal.reason


@pytest.mark.parametrize("field", ["status", "due date", "same as (Ref)"])
@pytest.mark.parametrize("before", [False, True])
def test_what_has_no_effect_on_a_row_that_is_called_no_action_is_refused(tmp_path: Path, field: str, before: bool) -> None:
    now = with_corrections(PLAIN, [said(BINS, "not an action", "yes")]) if before else PLAIN
    value = {"status": "Open", "due date": "1 September 2024", "same as (Ref)": HEDGE.id}[field]

    def change(book: Book) -> None:
        put(book, BINS, "not an action", "yes")
        put(book, BINS, field, value)

    edits = edited(book_of(tmp_path, now), change, now)
    assert made(edits) == ([] if before else [(BINS.id, "not an action", "yes")])
    (refusal,) = edits.refusals
    assert "empty one of the two" in refusal.reason
    again = edited(
        book_of(tmp_path, now), lambda book: put(book, BINS, field, value) and put(book, BINS, "not an action", None) and None, now
    )
    assert len(again.changes) == (2 if before else 1) and again.refusals == []


def test_cells_that_nobody_touched_are_not_refused_for_an_action_that_is_gone(tmp_path: Path) -> None:
    left = [
        said(BINS, "due date", "2024-05-20"),
        said(BINS, "status", "completed"),
        said(TWIN, "same as", LAMP.id, other=LAMP),
        said(LAMP, "not an action", "yes"),
    ]
    now = with_corrections(PLAIN, left)
    path = book_of(tmp_path, now)
    assert edits_of(read_rows(path), ledger(HEDGE), status_key(), by=BY, on=ON) == Edits()


def test_a_change_in_a_column_that_is_not_read_is_told_with_its_cells(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        put(book, HEDGE, "note", "Asked twice.")
        page = book["Actions"]
        at = [cell.value for cell in page[1]].index("Owner")
        page.cell(2, at + 1).value = page.cell(3, at + 1).value = "Iris Noon"

    edits = edited(book_of(tmp_path), change)
    assert made(edits) == [(HEDGE.id, "note", "Asked twice.")]
    (refusal,) = edits.refusals
    assert refusal.place.count("Actions!") == 2 and "'Owner' is not read" in refusal.reason


def _rearranged(book: Book, seed: int) -> None:
    """Sorted, with columns moved, added and hidden, rows hidden and put in above, sheets renamed and in another order."""
    chance = random.Random(seed)
    for name in ("Actions", "Overdue"):
        page = book[name]
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        order = list(range(len(rows[0])))
        chance.shuffle(order)
        body = rows[1:]
        chance.shuffle(body)
        page.delete_rows(1, page.max_row)
        if chance.random() < 0.5:
            page.append(["For the meeting of the panel"])
        at = chance.randrange(len(order))
        for row, extra in zip([rows[0], *body], ["My column", *("mine" for _ in body)], strict=True):
            cells = [row[place] for place in order]
            page.append([*cells[:at], extra, *cells[at:]])
            for cell in page[page.max_row]:
                cell.data_type = (
                    "s" if isinstance(cell.value, str) else cell.data_type
                )  # as a spreadsheet keeps a text that begins with "="
        page.row_dimensions[3].hidden = True
        page.column_dimensions["B"].hidden = True
        page.title = f"{name} {chance.randrange(100)}"
    book._sheets.reverse()
    book.create_sheet("Notes of mine")["A1"] = "Officer: status"


@pytest.mark.parametrize("of", [PLAIN, SET], ids=["plain", "set"])
@settings(max_examples=8, phases=WRITTEN, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_a_round_trip_without_edits_changes_nothing(tmp_path: Path, of: Ledger, seed: int) -> None:
    assert edited(book_of(tmp_path, of), lambda book: _rearranged(book, seed), of) == Edits()


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@settings(max_examples=12, phases=WRITTEN, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=_TEXT, owner=_TEXT, due=st.dates(date(2024, 3, 12), date(2090, 1, 1)), status=st.sampled_from(["completed", "open", "dropped"]))
@example(note="Note", owner='\U000b1fd8"', due=date(2039, 12, 15), status="open")  # an owner that would be refused today
def test_what_was_set_comes_back_as_it_was(tmp_path: Path, note: str, owner: str, due: date, status: str) -> None:
    values = {"note": " ".join(note.split()), "owner": " ".join(owner.split()), "due date": due.isoformat(), "status": status}
    given_: list[Correction] = [said(HEDGE, field, value) for field, value in values.items() if value]
    now = with_corrections(PLAIN, given_)
    assert edited(book_of(tmp_path, now), lambda book: None, now) == Edits()


@pytest.mark.parametrize("name", ["notes.xlsx", "notes.ods", "notes.csv"])
def test_what_is_no_workbook_of_ours_is_said_to_be(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"Officer: status\n")
    with pytest.raises(CorrectionsError, match=name):
        read_rows(tmp_path / name)
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(CorrectionsError, match="no sheet has a column 'Key"):
        read_rows(tmp_path / "other.xlsx")


@pytest.mark.parametrize("part", ["workbook.xml", "styles.xml", "sharedStrings.xml", "worksheets/sheet3.xml", "_rels/workbook.xml.rels"])
@pytest.mark.parametrize("kept", [0, 50, 0.6])
def test_a_workbook_that_was_damaged_on_its_way_is_said_to_be(tmp_path: Path, part: str, kept: float) -> None:
    whole, cut = book_of(tmp_path), tmp_path / "cut.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(cut, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[: int(kept * len(data)) if kept < 1 else int(kept)] if name == f"xl/{part}" else data)
    with pytest.raises(CorrectionsError, match=r"cut\.xlsx"):
        read_rows(cut)
