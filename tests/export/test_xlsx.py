"""The workbook as another program reads it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from minutes_miner.errors import MinutesMinerError
from minutes_miner.export import xlsx
from minutes_miner.export.spec import Register
from minutes_miner.export.xlsx import write_workbook
from minutes_miner.export.xlsx_style import lines_in
from minutes_miner.model import Meeting
from minutes_miner.statuskey import Shown, StatusKey, status_key
from tests import factories as make


def _open(folder: Path, register: Register) -> Any:
    write_workbook(folder / "minutes.xlsx", register)
    return openpyxl.load_workbook(folder / "minutes.xlsx")


def _followed(*meetings: Meeting) -> Register:
    return Register(meetings, make.followed(*meetings), [make.outcome()])


def _cell(sheet: Any, heading: str, row: int = 2) -> Any:
    headings = [cell.value for cell in sheet[1]]
    return sheet.cell(row=row, column=headings.index(heading) + 1)


def _with_action(text: str, **more: Any) -> Meeting:
    return make.meeting(items=(make.full_item(actions=(make.action(text, **more),)),))


def test_the_sheets_are_those_an_officer_expects(tmp_path: Path) -> None:
    book = _open(tmp_path, _followed(make.full_meeting()))
    assert book.sheetnames[:3] == ["Summary", "Overdue", "Actions"]
    assert book.sheetnames[-1] == "Run report"


def test_dates_are_real_and_written_the_british_way(tmp_path: Path) -> None:
    cell = _cell(_open(tmp_path, _followed(make.meeting()))["Actions"], "Due date")
    assert (cell.value, cell.number_format) == (datetime(2024, 4, 30), "dd/mm/yyyy")


def test_a_date_before_excel_counts_is_kept_as_text(tmp_path: Path) -> None:
    book = _open(tmp_path, Register([make.meeting(day=date(1894, 12, 4))]))
    assert _cell(book["Questions"], "Meeting date").value == "04/12/1894"


def test_headings_stay_in_view_can_be_filtered_and_are_printed_on_each_page(tmp_path: Path) -> None:
    book = _open(tmp_path, _followed(make.full_meeting()))
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2", sheet.title
        assert sheet.auto_filter.ref.startswith("A1:"), sheet.title
        assert sheet.print_title_rows == "$1:$1", sheet.title
        assert sheet.page_setup.orientation == "landscape", sheet.title
        assert sheet.page_setup.fitToHeight == 0, sheet.title
        assert sheet.column_dimensions["A"].width > 5, sheet.title


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 1632 960001", "-report back", "@clerk", '=HYPERLINK("http://x.example")', "http://x.example", "{=A1}"]
)
def test_text_is_never_run(tmp_path: Path, text: str) -> None:
    cell = _cell(_open(tmp_path, _followed(_with_action(text)))["Actions"], "Action (original wording)")
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_control_characters_go_and_long_text_is_cut_with_a_note(tmp_path: Path) -> None:
    book = _open(tmp_path, _followed(_with_action("a\x00b\x0bc " + "x" * 40_000)))
    value = _cell(book["Actions"], "Action (original wording)").value
    assert value.startswith("abc xxx")
    assert len(value) <= 32_767
    assert "characters more" in value


def test_documents_are_linked_by_their_way_from_the_workbook(tmp_path: Path) -> None:
    source = tmp_path / "docs" / "a b.html"
    source.parent.mkdir()
    source.write_text("minutes")
    book = _open(tmp_path / "outputs", _followed(make.meeting(str(source), url="https://harrowmere.example/m?id=1")))
    document, page = _cell(book["Actions"], "Document"), _cell(book["Actions"], "Web page")
    assert document.value == "a b.html"
    assert document.hyperlink.target.replace("\\", "/") == "../docs/a%20b.html"
    assert page.hyperlink.target == "https://harrowmere.example/m?id=1"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/hosts", "https://harrowmere.example/" + "x" * 2_080])
def test_what_excel_cannot_or_should_not_follow_is_no_link(tmp_path: Path, url: str) -> None:
    assert _cell(_open(tmp_path, _followed(make.meeting("gone.html", url=url)))["Actions"], "Web page").hyperlink is None


def test_a_document_that_is_not_there_is_named_without_a_link(tmp_path: Path) -> None:
    cell = _cell(_open(tmp_path, _followed(make.meeting("gone/minutes.html")))["Actions"], "Document")
    assert (cell.value, cell.hyperlink) == ("minutes.html", None)


def test_beyond_excels_number_of_links_addresses_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LINK_LIMIT", 1)
    items = tuple(make.full_item(str(number)) for number in range(3))
    sheet = _open(tmp_path, _followed(make.meeting("gone.html", url="https://harrowmere.example", items=items)))["Questions"]
    assert [_cell(sheet, "Web page", row).hyperlink is not None for row in (2, 3, 4)] == [True, False, False]


def test_beyond_excels_number_of_rows_the_rest_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROW_LIMIT", 4)
    items = tuple(make.full_item(str(number)) for number in range(5))
    sheet = _open(tmp_path, Register([make.meeting(items=items)]))["Questions"]
    assert sheet.max_row == 4
    assert sheet["A4"].value == "3 rows more than a sheet holds: see the CSV file questions.csv"


def test_overdue_rows_and_states_are_coloured_by_rule(tmp_path: Path) -> None:
    rules = _open(tmp_path, _followed(make.meeting()))["Actions"].conditional_formatting
    formulas = {rule.formula[0] for area in rules for rule in area.rules}
    assert {'"overdue"', '"completed"', '"open"'} <= formulas
    assert any(formula.endswith('2="overdue"') for formula in formulas)


def test_columns_of_evidence_are_grouped_and_kept_out_of_print(tmp_path: Path) -> None:
    sheet = _open(tmp_path, _followed(make.meeting()))["Actions"]
    headings = [cell.value for cell in sheet[1]]
    printed = openpyxl.utils.range_boundaries(sheet.print_area.split("!")[-1].replace("$", ""))[2]
    assert headings[printed - 1] == "RAG"
    outlined = openpyxl.utils.get_column_letter(headings.index("Why this status") + 1)
    assert sheet.column_dimensions[outlined].outlineLevel == 1


def test_columns_to_write_in_are_coloured_offer_the_councils_words_and_the_key_is_hidden(tmp_path: Path) -> None:
    book = _open(tmp_path, _followed(make.meeting()))
    for sheet in (book["Actions"], book["Overdue"]):
        status, plain = _cell(sheet, "Officer: status"), _cell(sheet, "Owner")
        assert status.fill.start_color.rgb not in (plain.fill.start_color.rgb, "00000000")
        offered = {str(one.sqref).split(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
        assert offered[status.coordinate] == '"Complete,Open,Dropped"'
        key = _cell(sheet, "Key (leave as it is)")
        assert sheet.column_dimensions[key.column_letter].hidden


def test_a_followed_action_is_shown_in_the_words_of_the_councils_key(tmp_path: Path) -> None:
    key = StatusKey({**status_key().states, "overdue": Shown("Slipping", "amber")})
    meeting = make.meeting()
    sheet = _open(tmp_path, Register([meeting], make.followed(meeting), key=key))["Actions"]
    assert _cell(sheet, "RAG").value == "Slipping"
    assert '"Slipping"' in {rule.formula[0] for area in sheet.conditional_formatting for rule in area.rules}


def test_rows_are_high_enough_for_what_is_wrapped(tmp_path: Path) -> None:
    sheet = _open(tmp_path, _followed(_with_action("word " * 100)))["Actions"]
    assert sheet.row_dimensions[2].height > 80


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("short", 10, 1),
        ("word " * 40, 46, 4),
        ("a\nb", 10, 2),
        ("x" * 30, 1, 8),
        ("Harrowmere and Ashcombe Joint Parish Council", 20, 2),
        ("HARROWMERE AND ASHCOMBE JOINT PARISH COUNCIL", 20, 3),
    ],
)
def test_lines_are_reckoned_from_width(text: str, width: int, lines: int) -> None:
    assert lines_in(text, width) == lines


def test_the_summary_says_whose_register_it_is_and_as_of_when(tmp_path: Path) -> None:
    book = _open(tmp_path, _followed(make.full_meeting()))
    said = [cell.value for row in book["Summary"].iter_rows() for cell in row if cell.value is not None]
    assert "Register of actions and decisions" in said
    assert "As of 1 June 2024" in said
    assert "Harrowmere Borough Council · meetings of 12 March 2024" in said
    assert said[said.index("overdue") - 6] == 1  # six figures stand in the row above their names


def test_committees_are_charted_where_there_is_something_to_compare(tmp_path: Path) -> None:
    one, two = make.meeting(), make.meeting("c.html", committee="Cabinet")
    charts = [len(_open(tmp_path, register)["Summary"]._charts) for register in (_followed(one), _followed(one, two))]
    assert charts == [0, 1]


@pytest.mark.parametrize(
    "register", [Register([]), Register([], make.ledger()), Register([make.full_meeting()])], ids=["nothing", "no action", "no ledger"]
)
def test_a_workbook_of_little_is_still_a_workbook(tmp_path: Path, register: Register) -> None:
    book = _open(tmp_path, register)
    assert ("Overdue" in book.sheetnames) == (register.ledger is not None)
    assert book["Run report"]["A2"].value == "Nothing found."


def test_the_same_register_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, _followed(make.full_meeting()))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_workbook_open_in_excel_is_named_with_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(MinutesMinerError, match=r"minutes\.xlsx.*Excel"):
        write_workbook(tmp_path / "minutes.xlsx", Register([]))
