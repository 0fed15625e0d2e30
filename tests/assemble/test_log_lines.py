"""Lines under matters arising that tell what became of a numbered action."""

from __future__ import annotations

import pytest

from minutes_miner.model import AgendaItem
from tests.papers import paper, read


def item(title: str, *lines: str) -> AgendaItem:
    """The item of this title and lines, between two others."""
    record = read(paper("# 1. Apologies", "None.", f"# 2. {title}", *lines, "# 3. Any other business", "None."))
    return record.items[1]


@pytest.mark.parametrize(
    ("line", "number", "task", "status"),
    [
        ("Action 1: Boiler. Done.", "Action 1", "Boiler", "Done"),
        (
            "ACTION 2: Training courses - two of three completed, one to come",
            "ACTION 2",
            "Training courses",
            "two of three completed, one to come",
        ),
        ("AP3: Elm Lane signs – Complete", "AP3", "Elm Lane signs", "Complete"),
        ("Action 4: Nursery. Cllr Vance visited on 2 April.", "Action 4", "Nursery", "Cllr Vance visited on 2 April"),
        ("Action 5: Railings - no news.", "Action 5", "Railings", "no news"),
        ("Action 6: Gate. Not before May.", "Action 6", "Gate", "Not before May"),
        ("Boiler: Done.", None, "Boiler", "Done"),
    ],
)
def test_what_became_of_a_numbered_action_is_progress_and_no_new_action(line: str, number: str | None, task: str, status: str) -> None:
    found = item("Matters arising", line)
    assert [(each.reference, each.action_text, each.status_word) for each in found.progress] == [(number, task, status)]
    assert not found.actions


@pytest.mark.parametrize(
    ("line", "task", "status"),
    [
        ("Clerk to mend the bench - no change.", "Clerk to mend the bench", "no change"),
        ("Cllr Vance to paint the shelter - completed 3 November.", "Cllr Vance to paint the shelter", "completed 3 November"),
        ("Cllr Vance to paint the shelter – cancelled", "Cllr Vance to paint the shelter", "cancelled"),
        ("Clerk to mend the bench - the joiner came on Monday.", "Clerk to mend the bench", "the joiner came on Monday"),
        ("Paint the shelter (Cllr Vance): in hand", "Paint the shelter (Cllr Vance)", "in hand"),
        ("Clerk to write to the brewery - C/F", "Clerk to write to the brewery", "C/F"),
        ("Clerk to write to the brewery - ongoing, ready by June", "Clerk to write to the brewery", "ongoing, ready by June"),
        ("Clerk to mend the bench - to be completed", "Clerk to mend the bench", "to be completed"),
    ],
)
def test_a_task_printed_again_with_what_became_of_it_is_progress_and_no_new_action(line: str, task: str, status: str) -> None:
    found = item("Matters arising", line)
    assert [(each.reference, each.action_text, each.status_word) for each in found.progress] == [(None, task, status)]
    assert not found.actions


@pytest.mark.parametrize(
    "line",
    [
        "Clerk to mend the bench - Clerk to chase the joiner",
        "Cllr Vance to paint the shelter - by 3 December",
        "Cllr Vance to buy salt - agreed.",
        "Cllr Vance to buy salt - needed before the frost.",
        "Clerk to write to the county - the verge is overgrown.",
        "Clerk to mend the bench - Cllr Ash",
    ],
)
def test_a_task_with_its_reason_owner_or_date_behind_it_is_an_action(line: str) -> None:
    found = item("Matters arising", line)
    assert not found.progress
    assert [action.text for action in found.actions] == [line]


def test_a_task_set_anew_behind_what_became_of_one_is_an_action() -> None:
    found = item("Matters arising", "Clerk to write to the brewery - no reply had come. Clerk to ring them.")
    assert [each.text for each in found.progress] == ["Clerk to write to the brewery - no reply had come."]
    assert [action.text for action in found.actions] == ["Clerk to ring them."]


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ("Complete. The letter had gone on 3 May.", "Complete"),
        ("- Partially complete – two of three owners had answered.", "Partially complete"),
        ("Not complete. The owner was not known.", "Not complete"),
        ("Not to be taken forward. The county would do it.", "Not to be taken forward"),
        ("Ongoing", "Ongoing"),
    ],
)
def test_what_became_of_an_action_may_open_the_next_paragraph(below: str, status: str) -> None:
    found = item("Minutes and update on actions", "Action 2: Clerk to write to the owner.", below, "Action 3: Clerk to tell the school.")
    assert [(each.reference, each.action_text, each.status_word) for each in found.progress] == [
        ("Action 2", "Clerk to write to the owner", status)
    ]
    assert [action.text for action in found.actions] == ["Clerk to tell the school."]


def test_a_paragraph_that_opens_otherwise_says_nothing_of_the_action_before_it() -> None:
    found = item("Update on actions", "Action 2: Clerk to write to the owner.", "Completed works were shown on a map.")
    assert not found.progress and found.actions


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Matters arising", "Action 1: Clerk to write to the owner."),
        ("Matters arising", "Action 1: JS – write to the owner who had complained."),
        ("Matters arising", "Action 1: Boiler. Clerk to ask for two quotations."),
        ("Premises", "Action 1: Clerk to write to the owner. The boiler was old."),
    ],
)
def test_a_new_action_is_no_progress(title: str, line: str) -> None:
    found = item(title, line)
    assert not found.progress
    assert found.actions


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("The following actions were complete:", "The following actions were complete"),
        ("Outstanding actions:", "Outstanding actions"),
        ("In hand:", "In hand"),
        ("Present:", None),
        ("The following were asked:", None),
    ],
)
def test_a_list_below_a_status_is_of_actions_that_stand_so(head: str, status: str | None) -> None:
    found = item("Matters arising", head, "- Boiler service", "- Report on the trees")
    assert [(each.action_text, each.status_word) for each in found.progress] == (
        [("Boiler service", status), ("Report on the trees", status)] if status else []
    )


def test_what_follows_the_list_is_not_of_it() -> None:
    found = item("Matters arising", "The following were outstanding:", "- Boiler service", "The Chair thanked the Clerk.", "- Trees")
    assert [each.text for each in found.progress] == ["Boiler service"]


@pytest.mark.parametrize(("line", "task"), [("Ring the engineer ✓", "Ring the engineer"), ("Ring the engineer – ☑", "Ring the engineer")])
def test_a_tick_behind_a_task_says_that_it_is_done(line: str, task: str) -> None:
    (found,) = item("Actions from the last meeting", line).progress
    assert (found.action_text, found.status_word) == (task, f"Completed: {line[-1]}")
