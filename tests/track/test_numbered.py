"""Actions cited by the numbers that the council gave them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.model import Action, Progress
from minutes_miner.track import track
from minutes_miner.track.numbered import numbers_in, own_number
from tests.track.factories import action, full, item, line
from tests.track.test_link import AS_OF, JAN, MAR, MAY


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Action 3", "action 3"),
        ("ACTION POINT 03", "action 3"),
        ("AP3", "action 3"),
        ("AP 3", "action 3"),
        ("A3", "action 3"),
        ("Action No. 12", "action 12"),
        ("Action 4.1", "action 4.1"),
        ("Action 24/03", "24/3"),
        ("24/03", "24/3"),
        ("3", None),
        ("4.1", None),
        ("Minute 3", None),
        ("Min 45", None),
        ("5 (12 June 2024)", None),
    ],
)
def test_what_is_a_councils_own_number(printed: str, number: str | None) -> None:
    assert own_number(printed) == number


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Actions 1, 3 and 5 were complete.", ["1", "3", "5"]),
        ("Actions 2 to 4 were closed.", ["2", "3", "4"]),
        ("Action points 2-4 and 7: done", ["2", "3", "4", "7"]),
        ("Action 1 and Action 2 had been done.", ["1", "2"]),
        ("AP3 – no news.", ["3"]),
        ("Action 4.1 was complete.", ["4.1"]),
        ("Action 3, 4 posts had been painted.", ["3"]),
        ("Action 3 – 12 posts had been painted.", ["3"]),
        ("The action plan had 14 lines.", []),
        ("Action 3 of 5 was complete.", []),
        ("Action 24/03 was complete.", []),
        ("Action 3 March: the gate.", []),
        ("Items 3 to 6 were closed.", []),
    ],
)
def test_numbers_cited_in_a_sentence(text: str, cited: list[str]) -> None:
    assert [number for _, _, numbers in numbers_in(text) for number in numbers] == [f"action {n}" for n in cited]


def test_items_of_an_action_log_are_cited_as_well() -> None:
    assert [numbers for *_, numbers in numbers_in("Items 3 and 4 were closed.", items=True)] == [("action 3", "action 4")]
    assert not numbers_in("Item 3 of the agenda was taken first.", items=True)


BOILER = action("Clerk to have the boiler serviced.", reference="ACTION 1")
NURSERY = action("Cllr Carr to visit the nursery.", "Cllr Carr", reference="ACTION 2")
FENCE = action("Cllr Moss to paint the railings.", "Cllr Moss", reference="ACTION 3")


def fates(said: str, *rows: Progress, title: str = "Matters arising", actions: tuple[Action, ...] = (BOILER, NURSERY, FENCE)) -> list[str]:
    """What March's item says became of January's three numbered actions; "" of one that it does not take up."""
    ledger = track([full(JAN, item("9", "Hall", "", *actions)), full(MAR, item("3", title, said, progress=rows))], as_of=AS_OF)
    return [str(each.mentions[0].status) if each.mentions else "" for each in ledger.actions if each.meeting_date == JAN]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Actions 1 and 3 complete. Action 2 was carried forward.", ["done", "deferred", "done"]),
        ("Action 1: Complete\nAction 2: Not started\nAction 3: Done", ["done", "awaited", "done"]),
        ("Action 1 – it had been done in the holidays, and had cost £90.", ["done", "", ""]),
        ("It was reported that action 2 had been done and that action 3 was outstanding.", ["", "done", "awaited"]),
        ("Action 2. This was with the school. It has not been done yet.", ["", "awaited", ""]),
        ("All actions but action 2 had been completed.", ["done", "", "done"]),
        ("All actions had been completed apart from actions 1 and 2, which were ongoing.", ["part done", "part done", "done"]),
        ("All actions had been completed apart from action 8.", ["", "", ""]),
    ],
)
def test_actions_are_followed_by_their_numbers(said: str, found: list[str]) -> None:
    assert fates(said) == found


def test_elsewhere_a_number_is_any_lists() -> None:
    assert fates("Action 2 of the plan, on buses, was complete. Action 3 was complete.", title="Transport plan") == ["", "", ""]


@pytest.mark.parametrize("printed", ["Action 2", "AP2", "2"])
def test_a_line_of_a_log_goes_by_its_number(printed: str) -> None:
    assert fates("", line("2 | School | Complete", "School", status="Complete", number=printed)) == ["", "done", ""]


def test_a_line_worded_like_another_action_is_left_to_a_person() -> None:
    first = full(JAN, item("9", "Hall", "", BOILER, NURSERY))
    said = "Action 2: the boiler has been serviced."
    ledger = track([first, full(MAR, item("3", "Matters arising", said))], as_of=AS_OF)
    assert ledger.actions[1].mentions == ()
    assert [(u.kind, u.text) for u in ledger.unsettled] == [("reference", said)]


def test_a_number_that_no_action_has_is_left_to_a_person() -> None:
    first = full(JAN, item("9", "Hall", "", BOILER))
    ledger = track([first, full(MAR, item("3", "Matters arising", "Action 7: complete"))], as_of=AS_OF)
    assert [(u.kind, u.text) for u in ledger.unsettled] == [("reference", "Action 7: complete")]
    unnumbered = full(JAN, item("9", "Hall", "", replace(BOILER, reference=None)))
    assert not track([unnumbered, full(MAR, item("3", "Matters arising", "Action 7: complete"))], as_of=AS_OF).unsettled


def test_where_each_meeting_counts_its_own_actions_the_last_ones_are_meant() -> None:
    later = action("Cllr Moss to see the bell founder.", "Cllr Moss", reference="ACTION 1")
    meetings = [
        full(JAN, item("9", "Hall", "", BOILER, NURSERY)),
        full(MAR, item("9", "Church", "", later)),
        full(MAY, item("3", "Matters arising", "Action 1 was complete. Action 2 was complete.")),
    ]
    ledger = track(meetings, as_of=AS_OF)
    assert [len(each.mentions) for each in ledger.actions] == [0, 0, 1]


def test_a_number_counted_on_stays_the_actions() -> None:
    meetings = [
        full(JAN, item("9", "Hall", "", BOILER, NURSERY)),
        full(MAR, item("9", "Church", "", replace(FENCE, reference="ACTION 3"))),
        full(MAY, item("3", "Matters arising", "Action 1 was complete. Action 3 was complete.")),
    ]
    assert [len(each.mentions) for each in track(meetings, as_of=AS_OF).actions] == [1, 0, 1]


def test_the_number_in_one_log_is_kept_in_the_next() -> None:
    lamp = action("Clerk to report the lamp in Fuller's Lane to the supplier.")
    row = "Report the lamp in Fuller's Lane to the supplier"
    meetings = [
        full(JAN, item("9", "Roads", "", lamp)),
        full(MAR, item("3", "Action log", progress=(line(f"41 | {row} | Open", row, status="Open", number="41"),))),
        full(MAY, item("3", "Action log", progress=(line("41 | Lighting | Closed", "Lighting", status="Closed", number="41"),))),
    ]
    (tracked,) = track(meetings, as_of=AS_OF).actions
    assert [each.status for each in tracked.mentions] == ["part done", "done"]


def test_a_minutes_number_beside_an_action_is_no_number_of_its_own() -> None:
    first = full(JAN, item("9", "Hall", "", replace(BOILER, reference="9"), replace(NURSERY, reference="9")))
    log = item("3", "Action log", progress=(line("9 | Boiler service | Closed", "Boiler service", status="Closed", number="9"),))
    assert [len(each.mentions) for each in track([first, full(MAR, log)], as_of=AS_OF).actions] == [1, 0]


@pytest.mark.parametrize(
    ("printed", "taken_up"),
    [
        ("Clerk to write to the owner of the weir", [0, 1]),  # the log counts for itself
        ("Owner of the hut to be written to", [1, 0]),
    ],
)
def test_an_action_printed_again_is_meant_whatever_number_its_line_has(printed: str, taken_up: list[int]) -> None:
    first = item("7", "Mill", "It was looked at.", action("Clerk to price a door for the hut.", reference="Action 2"))
    second = item("8", "River", "It was high.", action("Clerk to write to the owner of the weir."))
    log = replace(
        item("3", "Action log", ""), progress=(line(f"Action 2: {printed}\nComplete.", printed, status="Complete", number="Action 2"),)
    )
    ledger = track([full(JAN, first), full(MAR, second), full(MAY, log)], as_of=AS_OF)
    assert [len(one.mentions) for one in ledger.actions] == taken_up


def test_a_line_of_a_log_cites_an_action_by_item_and_count() -> None:
    policy = action("Clerk to circulate the weir policy.", reference="Action 4.1")
    figures = action("The Clerk will bring the figures for the weir policy.")
    rows = (line("4.1 | Circulate the weir policy | Done", "Circulate the weir policy", status="Done", number="4.1"),)
    ledger = track([full(JAN, item("4", "Weir", "", figures, policy)), full(MAR, item("3", "Actions", progress=rows))], as_of=AS_OF)
    assert [(t.action.text, t.status, len(t.mentions)) for t in ledger.actions] == [
        (figures.text, "open", 0),
        (policy.text, "completed", 1),
    ]


@pytest.mark.parametrize(
    ("update", "below", "status"),
    [
        ("Verbal update", "The Clerk named the four owners. Action 7 to be closed.", "completed"),
        ("Awaiting reply", "Action 7 was now complete.", "completed"),
        ("Completed", "On action 7 the Chair thanked the Clerk.", "completed"),
        ("Completed", "On action 7 a further reply was awaited.", "completed"),
        ("Verbal update", "On action 7 the Chair thanked the Clerk.", "open"),
    ],
)
def test_what_is_said_below_a_log_of_one_of_its_lines_counts_too(update: str, below: str, status: str) -> None:
    task = "Find out which owners have not signed"
    raised = full(JAN, item("17", "Orchard", "", action(task, "Clerk", reference="7")))
    log = item("25", "Action log", below, progress=(line(f"7 | {task} | {update}", task, status=update, number="7"),))
    (tracked,) = track([raised, full(MAR, log)], as_of=AS_OF).actions
    assert (tracked.status, [told.item for told in tracked.mentions]) == (status, ["25"])
