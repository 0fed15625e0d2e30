"""The paper of outstanding actions, and its forms: Markdown, web page, Word document."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest

from minutes_miner.errors import UsageError
from minutes_miner.export.paper import outstanding_paper
from minutes_miner.export.paper_docx import write_paper
from minutes_miner.export.paper_html import paper_html
from minutes_miner.export.paper_parts import Paper, Section
from minutes_miner.export.paper_text import paper_markdown
from minutes_miner.model import Held, TrackedAction
from minutes_miner.officer import with_corrections
from minutes_miner.officer.apply import in_minutes
from minutes_miner.statuskey import status_key
from tests import factories as make
from tests.officer.factories import said, tracked

MAY = date(2024, 5, 14)
LATE = tracked(
    "aaaa00000001",
    "write to the contractor | about <b>missed</b> bins",
    mentions=(make.mention(status="awaited", quote="It *was* awaited."),),
)
LATER = tracked("aaaa00000002", "mend the gate", due_date=date(2024, 5, 20), days_late=12, owner=None)
OPEN = tracked("aaaa00000003", "cut the hedge", state="due soon", due_date=date(2024, 6, 10))
NO_DATE = tracked(
    "aaaa00000004", "ask about the lamp", state="no date stated", due_date=None, due=make.due("in due course", None, kind="none stated")
)
DONE = tracked(
    "aaaa00000005",
    "publish the survey",
    state="completed",
    mentions=(make.mention(date=MAY, quote="It had been published."),),
    closing_quote="It had been published.",
    closing_source="harrowmere/2024-05-14.html",
)
BEFORE = replace(DONE, id="aaaa00000006", mentions=(make.mention(date=make.SPRING, quote="It had been published."),))
GONE = tracked("aaaa00000007", "paint the railings", state="dropped")
ALL = (NO_DATE, GONE, OPEN, LATER, LATE, DONE, BEFORE)
HELD = tuple(Held(make.ORGANISATION, make.COMMITTEE, day) for day in (make.SPRING, MAY, date(2024, 7, 9)))
CABINET = replace(tracked("cccc00000001", "report on the pool"), committee="Cabinet")


def paper(*actions: TrackedAction, **more: Any) -> Paper:
    """The paper as of 1 June 2024."""
    return outstanding_paper(make.ledger(*(actions or ALL)), more.pop("held", HELD), key=status_key(), **more)


def refs(section: Section, grid: int) -> list[str]:
    """The references of a table's rows."""
    return [row[0].lines[-1].removeprefix("Ref ") for row in section.grids[grid].rows]


def test_what_is_due_first_stands_first_what_has_no_date_last_what_is_closed_nowhere() -> None:
    one = paper().sections[0]
    assert refs(one, 0) == [LATE.id, LATER.id, OPEN.id, NO_DATE.id]
    assert one.said == "4 actions are outstanding, 2 overdue. 1 action was reported completed at the meeting of 14 May 2024 or since."


def test_completed_is_what_the_last_meeting_heard_or_an_officer_marked_since() -> None:
    ledger = with_corrections(
        make.ledger(*ALL), [said(OPEN, "status", "completed", on=date(2024, 5, 20)), said(LATE, "status", "completed")]
    )
    one = outstanding_paper(ledger, HELD, key=status_key()).sections[0]
    assert refs(one, 1) == [DONE.id, OPEN.id, LATE.id]
    assert one.grids[1].rows[0][-1].lines == ("“It had been published.”",)
    assert "J Harker" in one.grids[1].rows[1][-1].lines[0]


def test_a_row_says_all_that_a_meeting_asks() -> None:
    row = paper().sections[0].grids[0].rows[0]
    said_ = [cell.lines for cell in row]
    assert said_ == [
        ("Minute 14 of 12 March 2024", "Waste Strategy", "Ref aaaa00000001"),
        (LATE.action.text,),
        ("Tomas Reyne",),
        ("30 April 2024", "32 days late"),
        ("14 May 2024, awaited: “It *was* awaited.”",),
        ("Overdue",),
    ]
    assert row[-1].colour == "red"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("He would find out and email the Clerk.", ("He would find out and email the Clerk.", "(under Waste Strategy)")),
        ("Cllr Ash to repair it.", ("Cllr Ash to repair it.", "(under Waste Strategy)")),
        ("That it be noted that the Clerk write to the owner.", ("That it be noted that the Clerk write to the owner.",)),
        ("Clerk to order the gate and fit it.", ("Clerk to order the gate and fit it.",)),
    ],
)
def test_a_wording_that_speaks_of_something_named_before_has_its_item_beside_it(text: str, lines: tuple[str, ...]) -> None:
    assert paper(tracked("aaaa00000008", text)).sections[0].grids[0].rows[0][1].lines == lines


def test_a_day_that_was_moved_stands_above_the_first() -> None:
    moved = replace(LATE, due_date=date(2024, 5, 20), days_late=12)
    assert paper(moved).sections[0].grids[0].rows[0][3].lines == ("20 May 2024", "first due 30 April 2024", "12 days late")


def test_a_date_that_no_words_fix_is_never_invented() -> None:
    assert paper().sections[0].grids[0].rows[-1][3].lines == ("no date stated", "“in due course”", "raised 1 meeting ago")


def test_many_reports_are_cut_to_the_latest_and_the_note_is_shown() -> None:
    mentions = tuple(make.mention(date=date(2024, month, 1), quote=f"Said in {month}.") for month in range(1, 6))
    ledger = with_corrections(make.ledger(replace(LATE, mentions=mentions)), [said(LATE, "note", "Asked twice.")])
    progress = outstanding_paper(ledger, HELD, key=status_key()).sections[0].grids[0].rows[0][4].lines
    assert [line.split(":")[0] for line in progress] == [
        "2 earlier reports", "1 March 2024, done", "1 April 2024, done", "1 May 2024, done", "20 May 2024, J Harker"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("of", "field", "value", "line"),
    [
        (DONE, "status", "open", "20 May 2024, J Harker: not done: opened again (one page is wanting)"),
        (GONE, "status", "open", "20 May 2024, J Harker: not dropped: opened again (one page is wanting)"),
        (LATE, "due date", "2024-09-01", "20 May 2024, J Harker: due date set to 1 September 2024 (one page is wanting)"),
        (LATE, "due date", "none", "20 May 2024, J Harker: due date set to none (one page is wanting)"),
        (LATE, "status", "open", None),
        (LATE, "owner", "Iris Noon", None),
    ],
)
def test_what_officers_say_against_the_minutes_stands_beside_their_words(of: TrackedAction, field: str, value: str, line: str) -> None:
    found = in_minutes(of, field)
    ledger = with_corrections(make.ledger(of), [said(of, field, value, found=found, why="one page is wanting")])
    progress = outstanding_paper(ledger, HELD, key=status_key()).sections[0].grids[0].rows[0][4].lines
    assert [one for one in progress if "Harker" in one] == ([line] if line else [])


def test_what_officers_set_after_the_day_is_said_on_the_paper() -> None:
    then, later = (with_corrections(make.ledger(LATE), [said(LATE, "status", "completed", on=day)]) for day in (MAY, date(2024, 11, 22)))
    one, other = (outstanding_paper(ledger, HELD, key=status_key()) for ledger in (then, later))
    assert one.beneath[-1] == "As of 1 June 2024"
    assert other.beneath[-1] == "With what officers set up to 22 November 2024"
    assert [at.sections[0].grids[0].rows[0][3].lines for at in (one, other)] == [("14 May 2024",), ("day not stated",)]
    none = make.ledger(LATE, OPEN)
    mixed = with_corrections(none, [said(OPEN, "not an action", "yes", on=date(2024, 11, 22))])
    told = outstanding_paper(mixed, HELD, key=status_key(), left_out=[said(LATE, "note", "Asked twice.")]).beneath
    assert told[2:] == (
        "Without 1 correction that officers made after that day, except what they found to be no action or one action twice",
    )
    left_out = [said(LATE, "status", "completed"), said(LATE, "note", "Asked twice."), said(CABINET, "owner", "the Leader")]
    assert paper(LATE, CABINET, left_out=left_out).beneath[-1] == "Without 3 corrections that officers made after that day"
    assert paper(LATE, CABINET, left_out=left_out, committee="cabinet").beneath[-1].startswith("Without 1 correction that")


def test_what_is_overdue_is_counted_by_owner() -> None:
    (grid,) = paper().sections[-1].grids
    assert [[cell.lines[0] for cell in row][:3] for row in grid.rows] == [["nobody named", "1", "12 days"], ["Tomas Reyne", "1", "32 days"]]


def test_the_clerks_of_two_councils_are_two_owners() -> None:
    clerk = make.action(owner="the Clerk")
    other = make.tracked(make.action(owner="Clerk"), within=make.meeting("d.html", organisation="Tollbury Council"), meetings_late=2)
    made = paper(make.tracked(clerk), other)
    (grid,) = made.sections[-1].grids
    assert [row[0].lines for row in grid.rows] == [(f"Clerk ({make.ORGANISATION})",), ("Clerk (Tollbury Council)",)]
    assert made.sections[1].grids[0].rows[0][3].lines == ("30 April 2024", "32 days and 2 meetings late")


def test_several_committees_have_a_section_each_and_one_can_be_chosen() -> None:
    assert [one.heading for one in paper(*ALL, CABINET).sections] == ["Cabinet", make.COMMITTEE, "Overdue by owner"]
    chosen = paper(*ALL, CABINET, committee="cabinet")
    assert [one.heading for one in chosen.sections] == [None, "Overdue by owner"]
    assert chosen.beneath == (f"Cabinet, {make.ORGANISATION}", "As of 1 June 2024")
    with pytest.raises(UsageError, match=r"no committee is called 'owls'.*Cabinet, Harrowmere"):
        paper(*ALL, CABINET, committee="owls")


def test_nothing_outstanding_is_said_so() -> None:
    one = paper(GONE)
    assert (one.sections[0].said, one.sections[0].grids) == (
        "No actions are outstanding. No actions were reported completed at the meeting of 14 May 2024 or since.",
        (),
    )


def test_a_body_that_has_raised_nothing_by_the_day_has_a_paper_that_says_so() -> None:
    nothing = outstanding_paper(make.ledger(), HELD, key=status_key())
    assert [(one.heading, one.said[:28]) for one in nothing.sections] == [(None, "No actions are outstanding. ")]
    held = (*HELD, Held(make.ORGANISATION, "Cabinet", MAY))
    assert paper(held=held, committee="cabinet").beneath[0] == f"Cabinet, {make.ORGANISATION}"
    with pytest.raises(UsageError, match="no meeting whose date is known"):
        outstanding_paper(make.ledger(), (), key=status_key())


def test_the_page_can_be_read_aloud_and_runs_nothing() -> None:
    text = paper_html(paper())
    page = lxml.html.document_fromstring(text)
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == f"Outstanding actions – {make.COMMITTEE}, {make.ORGANISATION}"
    for table in page.iter("table"):
        heads, rows = table.findall("thead/tr/th"), table.findall("tbody/tr")
        assert table.findtext("caption") and rows
        above = table.getparent().findtext("h2")
        assert (table.find("caption").get("class") == "unseen") is (table.findtext("caption") == above)  # said once to the eye
        assert all(head.get("scope") == "col" for head in heads)
        for row in rows:
            assert [cell.tag for cell in row] == ["th", *["td"] * (len(heads) - 1)]
            assert row[0].get("scope") == "row"
    assert "<b>missed" not in text and not re.search(r"<script|https?://|\son\w+=", text)


def test_markdown_keeps_its_columns_whatever_the_words() -> None:
    lines = [line for line in paper_markdown(paper()).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {7, 6, 5}
    assert any(r"\| about \<b\>missed\</b\>" in line and r"It \*was\* awaited" in line for line in lines)


def test_the_word_document_is_a4_across_with_heads_that_repeat_and_rows_that_stay_whole(tmp_path: Path) -> None:
    write_paper(tmp_path / "paper.docx", paper())
    document = docx.Document(str(tmp_path / "paper.docx"))
    (page,) = document.sections
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (29.7, 21.0)  # type: ignore[union-attr]
    assert document.core_properties.title == "Outstanding actions" and document.core_properties.language == "en-GB"
    assert document.paragraphs[0].style.name == "Heading 1"  # type: ignore[union-attr]
    for table in document.tables:
        assert round(sum(column.width.cm for column in table.columns), 1) == 26.7  # type: ignore[union-attr,misc]
        assert "w:tblHeader" in table.rows[0]._tr.xml and "w:tblHeader" not in table.rows[1]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)
    assert LATE.action.text in document.tables[0].rows[1].cells[1].text
    said = next(one for one in document.paragraphs if "outstanding" in one.text and one.text.endswith("."))
    assert said.paragraph_format.keep_with_next and document.tables[0].rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next
