"""What a cell of an action log, or the end of a list's line, closes and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import AgendaItem, Evidence, Progress
from minutes_miner.track import track
from minutes_miner.track.cells import update_in
from minutes_miner.track.phrases import phrase_book
from tests.track.factories import action, full, item, line

JAN, MAR = date(2023, 1, 10), date(2023, 3, 14)
AS_OF = date(2023, 12, 31)

PAINT, FORM, POLICY = "Paint the bus shelter", "Circulate the skills form", "Send the finance return to the county"
PRICES, REPORT, TRAINING = "Obtain three quotations for the wall", "Report the loose kerb to Highways", "Book first aid training"
WRITE, GRANT, RISKS = "Write to the brewery", "Apply for the lottery grant", "Draft the risk register"
TREE, RAISE, UPDATE, HEDGE = (
    "Inspect the lime tree",
    "Refer the lease to the Finance Committee",
    "Bring an update on the pump",
    "Trim the hedge",
)
POST, BUY = "Recruit a caretaker", "Purchase a notice board"

CELLS = [
    # final words
    (PAINT, "Completed", "completed"),
    (PAINT, "Done 4 May", "completed"),
    (PAINT, "Actioned by the Clerk", "completed"),
    (PAINT, "This has been done", "completed"),
    (PAINT, "Now complete", "completed"),
    (PAINT, "Action closed", "completed"),
    (PAINT, "Contractor came on 3 May. Completed", "completed"),
    (PAINT, "In progress at the last meeting; now completed", "completed"),
    (FORM, "All returned - complete", "completed"),
    (UPDATE, "On agenda, item 4. Closed", "completed"),
    (PAINT, "Discharged", "completed"),
    # the action's own deed
    (PAINT, "Painted", "completed"),
    (PAINT, "Shelter painted 3 May", "completed"),
    (PAINT, "Painted by Cllr Carr; invoice awaited", "completed"),
    (FORM, "Circulated by e-mail", "completed"),
    (WRITE, "Letter sent 30/1", "completed"),
    (WRITE, "Letter sent, no reply", "completed"),
    (GRANT, "Application submitted in February", "completed"),
    (TRAINING, "Training took place 15 January", "completed"),
    (PRICES, "Three quotations received", "completed"),
    (REPORT, "Raised with Highways", "completed"),
    (REPORT, "Reported 4 May", "completed"),
    (TREE, "Checked 12/2", "completed"),
    (RAISE, "Referred to the Finance Committee", "completed"),
    (UPDATE, "Verbal update given", "completed"),
    (RISKS, "Circulated to members", "completed"),
    (HEDGE, "Cut on 3 March", "completed"),
    (POST, "Mr Vane appointed", "completed"),
    # steps on the way
    (PAINT, "Contractor found", "open"),
    (PAINT, "Contractor appointed", "open"),
    (PAINT, "Contractor instructed", "open"),
    (PAINT, "Contacted contractor, no reply", "open"),
    (PAINT, "Looked into; too costly at present", "open"),
    (PAINT, "Contract signed, work to start in January", "open"),
    (PAINT, "Passed to Cllr Carr", "open"),
    (PAINT, "Referred to Finance Committee", "open"),
    (PAINT, "Escalated to Director", "open"),
    (PAINT, "Raised with Highways", "open"),
    (PAINT, "Added to agenda for December", "open"),
    (PAINT, "Parts ordered", "open"),
    (PAINT, "Verbal update given", "open"),
    (PAINT, "Quotes received", "open"),
    (PAINT, "E-mail sent to landowner", "open"),
    (BUY, "Raised at Finance", "open"),
    (GRANT, "Added to agenda for December", "open"),
    (WRITE, "Referred to Finance Committee", "open"),
    # undone, in part, put off
    (PAINT, "Held up by weather", "open"),
    (PAINT, "Nothing done", "open"),
    (PAINT, "Half painted", "open"),
    (PAINT, "Reopened", "open"),
    (PAINT, "No change", "open"),
    (PAINT, "Chased", "open"),
    (PAINT, "To be completed", "open"),
    (PAINT, "Completed in part", "open"),
    (PAINT, "Complete apart from the gate", "open"),
    (PAINT, "Done but needs redoing", "open"),
    (PAINT, "Clerk believes this has been done", "open"),
    (PAINT, "Painted on one side; the rest to be done in May", "open"),
    (POLICY, "Draft complete, to be signed off tonight", "open"),
    (PRICES, "Two quotations received, a third is awaited", "open"),
    (PRICES, "Two received, third awaited", "open"),
    (FORM, "Circulated; 5 of 8 returned. C/F", "open"),
    (FORM, "Circulated. Carried forward", "open"),
    (TRAINING, "Not booked as provider had withdrawn. Date now set for 15 April", "open"),
    (TRAINING, "Not booked as the provider had withdrawn", "open"),
    # given up
    (TRAINING, "Cancelled", "superseded"),
    (TRAINING, "No longer required", "superseded"),
]


def _stands(task: str, later: AgendaItem) -> str:
    first = item("9", "Business", "", action(task))
    ledger = track([full(JAN, first), full(MAR, later)], as_of=AS_OF)
    (tracked,) = [each for each in ledger.actions if each.meeting_date == JAN]
    assert len(tracked.mentions) == 1
    return tracked.status


@pytest.mark.parametrize(("task", "cell", "status"), CELLS)
def test_a_cell_of_a_log(task: str, cell: str, status: str) -> None:
    assert _stands(task, item("5", "Action log", progress=(line(f"{task} | {cell}", task, status=cell),))) == status


@pytest.mark.parametrize("form", ["{} - {}.", "• {} – {}", "{} (Clerk): {}"])
@pytest.mark.parametrize(("task", "cell", "status"), CELLS)
def test_the_end_of_a_line_of_earlier_actions(task: str, cell: str, status: str, form: str) -> None:
    said = "\n".join([form.format(task, cell), form.format("Mend the gate of the glebe", "completed on 3 February")])
    assert _stands(task, item("5", "Actions from the last meeting", said)) == status


def test_the_next_entry_in_the_same_paragraph_closes_nothing() -> None:
    said = f"Clerk to {PAINT.lower()} - no change. Cllr Carr to mend the gate of the glebe - completed 3 February."
    assert _stands(f"Clerk to {PAINT.lower()}.", item("5", "Actions from the last meeting", said)) == "open"


HEADED = [
    (PAINT, "Bus shelter - painted by Cllr Carr on 3 February.", "completed"),
    (PAINT, "Bus shelter: the roof and the posts painted last week.", "completed"),
    (PAINT, "Bus shelter - no change.", "open"),
    (PAINT, "Bus shelter - c/f", "open"),
    (PAINT, "Bus shelter - 60% complete.", "open"),
    (PAINT, "Bus shelter - 100% complete.", "completed"),
    (PAINT, "Bus shelter - draft specification complete, to be agreed tonight.", "open"),
    (PAINT, "Bus shelter - to be painted by Cllr Carr.", "open"),
    (PRICES, "Wall - two quotations received, a third is awaited. Deferred to May.", "overdue"),
    ("Fit new pads to the defibrillator", "Defibrillator - new pads fitted.", "completed"),
    ("Fit new pads to the hall defibrillator", "Hall defibrillator - the new pads and a battery fitted on 2 February.", "completed"),
    ("Lay the poppy wreath at the cross", "Poppy wreath - laid by Cllr Carr.", "completed"),
    (REPORT, "Loose kerb - reported to the county on 4 February.", "completed"),
    ("Build a step for the churchyard stile", "Churchyard stile step - built by the wardens.", "completed"),
]


@pytest.mark.parametrize(("task", "said", "status"), HEADED)
@pytest.mark.parametrize("form", ["{}", "57/22 {}", "Minute 57/22 {}"])
def test_a_remark_behind_the_name_of_the_thing(task: str, said: str, status: str, form: str) -> None:
    assert _stands(task, item("5", "Matters arising", form.format(said))) == status


@pytest.mark.parametrize(
    ("task", "said", "status"),
    [
        (PRICES, "The Clerk reported on the wall: two quotations received, a third is awaited.", "open"),
        ("Obtain quotations for the wall", "Quotations for the wall had been obtained. Deferred to May.", "overdue"),
        ("Obtain quotations for the wall", "Quotations for the wall had been obtained. The gate was deferred to May.", "completed"),
        ("Order the winter salt", "It was agreed that once the winter salt had been ordered, the bin would be moved.", "open"),
        ("Order the winter salt", "Once the winter salt had been ordered the bin was moved.", "completed"),
        (PAINT, "The painting of the bus shelter was complete apart from the gate.", "open"),
    ],
)
def test_prose_that_takes_back_what_it_seems_to_report_done(task: str, said: str, status: str) -> None:
    assert _stands(task, item("5", "Business", said)) == status


@pytest.mark.parametrize(
    ("text", "task", "owner", "status", "told"),
    [
        ("EP.4 | Speak to the owner | JA | Amber | Left two messages", "Speak to the owner", "JA", "Amber", "Left two messages"),
        ("3 | Paint the shelter | Clerk | Done | ", "Paint the shelter", "Clerk", "Done", "Done"),
        ("3 | Paint the shelter | Clerk | Amber", "Paint the shelter", "Clerk", "Amber", "3 | Paint the shelter | Clerk | Amber"),
    ],
)
def test_a_line_is_quoted_by_the_cell_that_tells_how_the_action_stands(text: str, task: str, owner: str, status: str, told: str) -> None:
    line = Progress(text, task, owner, status, None, Evidence(0, len(text), "test.rule", text))
    assert update_in(line, phrase_book()) == told
