"""Corrections that are made when earlier minutes are approved."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import AgendaItem, Meeting
from minutes_miner.track import track
from tests.track.factories import action, item, meeting, reference

JAN, MAR, MAY = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9)
FIRST = meeting(JAN, item("5", "Bus shelter", "", action("Clerk to paint the bus shelter at Mill Lane.")))
SECOND = meeting(MAR, item("5", "Bridge", "The bridge was closed."))


def corrections(*meetings: Meeting) -> list[tuple[str | None, str]]:
    """The record that each correction is shown on, and its words."""
    return [(u.source, u.text) for u in track(meetings, as_of=date(2023, 12, 31)).unsettled if u.kind == "correction"]


@pytest.mark.parametrize(
    ("approval", "source"),
    [
        (item("2", "Minutes", "Approved, subject to the amendment of item 5 to show Pound Green."), SECOND.source),
        (item("2", "Minutes of 10 January 2023", "Agreed, subject to Cllr Carr being added to those present."), FIRST.source),
        (item("2", "Minutes", "Agreed, subject to the amendment of item 5: to show 3 January 2023."), SECOND.source),
        (item("2", "Minutes", "Agreed, subject to the amendment of item 5 to show 1 June 2023."), SECOND.source),
        (item("2", "Opening", "The minutes of 10 January 2023 were amended to read Pound Green."), FIRST.source),
        (
            item("2", "Opening", "The minutes of 10 January were agreed with one correction: item 5, by 1 June 2023, not 1 April 2023."),
            FIRST.source,
        ),
        (item("2", "Opening", "The minutes were approved, with one change: in minute 5 for 1 April 2023 read 1 June 2023."), SECOND.source),
        (item("2", "Opening", "Subject to a correction in minute 5, the minutes of 10 January 2023 were approved."), FIRST.source),
        (item("2", "Minutes of 4 July 2022", "Confirmed, subject to the deletion of the last line."), f"thornbeck/{MAY}.html"),
    ],
)
def test_a_correction_is_shown_on_the_record_that_it_changes(approval: AgendaItem, source: str) -> None:
    assert corrections(FIRST, SECOND, meeting(MAY, approval)) == [(source, approval.text)]


@pytest.mark.parametrize(
    "other",
    [
        item("2", "Minutes", "The minutes were approved as a true record and signed."),
        item("2", "Grants", "The grant to the hall was approved, subject to the inclusion of a lease."),
    ],
)
def test_other_approvals_correct_nothing(other: AgendaItem) -> None:
    assert corrections(FIRST, SECOND, meeting(MAY, other)) == []


def test_the_minute_corrected_is_not_thereby_taken_up_again() -> None:
    words = "The minutes were agreed, subject to Pound Green being read for Mill Lane in Minute 5."
    later = meeting(MAR, item("2", "Minutes", words, references=(reference("Minute 5", "5"),)))
    ledger = track([FIRST, later], as_of=MAY)
    assert [t.mentions for t in ledger.actions] == [()]
    assert [(u.kind, u.item, u.source) for u in ledger.unsettled] == [("correction", "5", FIRST.source)]
    assert ledger.actions[0].action.text == "Clerk to paint the bus shelter at Mill Lane."


@pytest.mark.parametrize(
    "words",
    [
        "The minutes were approved subject to the following amendment: minute 5, “Clerk to paint it” to read “Cllr Carr to paint it”.",
        "Minutes of 10 January were agreed with one correction: item 5, the bus shelter at Mill Lane to be painted by 1 June, not 1 April.",
        "The minutes of the last meeting were confirmed with one change: in minute 5 the bus shelter at Mill Lane had been painted.",
    ],
)
def test_what_corrects_an_action_says_nothing_of_its_fate(words: str) -> None:
    ledger = track([FIRST, meeting(MAR, item("2", "Matters arising", words))], as_of=MAY)
    assert [(t.status, t.mentions) for t in ledger.actions] == [("open", ())]
    assert [(u.kind, u.source) for u in ledger.unsettled] == [("correction", FIRST.source)]
