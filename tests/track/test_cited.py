"""Which of a minute's actions a reference means, and what its paragraph tells of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.model import AgendaItem
from minutes_miner.track import track
from tests.track.factories import action, full, item, line, reference

JAN, MAR, AS_OF = date(2023, 1, 10), date(2023, 3, 14), date(2023, 12, 31)

WRITE = action("The Clerk would write to the farmer.", "The Clerk")
ANSWER = action("The Clerk promised a written answer within 21 days.", "The Clerk")
OPEN_FORUM = AgendaItem(
    "14/23",
    "Public session",
    WRITE.evidence,
    text="Mr Gorse of Quarry Road complained of mud from the beet lorries, which came from the farm next to it. "
    "The Clerk would write to the farmer.\nMrs Tansy asked what the fireworks had cost. The Clerk promised a written answer "
    "within 21 days.",
    actions=(WRITE, ANSWER),
)


def _quotes(first: AgendaItem, later: AgendaItem) -> dict[str, tuple[str, list[str]]]:
    """The status and the quotes of each action of ``first`` after a meeting with ``later``."""
    ledger = track([full(JAN, first), full(MAR, later)], as_of=AS_OF)
    return {t.action.text: (t.status, [m.quote for m in t.mentions]) for t in ledger.actions}


def test_paragraphs_that_cite_one_minute_each_tell_of_their_own_action() -> None:
    said = (
        "14/23 - Mud in Quarry Road. The Clerk had heard back from Mr Sedge, whose lorries they are. He has promised to sweep it weekly.\n"
        "14/23 - Mrs Tansy has had her reply (£310 with the hire of the barrier)."
    )
    later = item("31/23", "Matters arising", said, references=(reference("14/23", "14/23"), reference("14/23", "14/23")))
    told = _quotes(OPEN_FORUM, later)
    assert told[ANSWER.text] == ("completed", ["14/23 - Mrs Tansy has had her reply (£310 with the hire of the barrier)."])
    assert not any("Tansy" in quote for quote in told[WRITE.text][1])


SHOWN = action("Ms Teal undertook to send a written answer to all Members within ten days.", "Ms Teal")
BARRED = action("That the Head of Parks report on moorings to the May meeting.", "Head of Parks")
PARKS = AgendaItem(
    "15",
    "Parks",
    SHOWN.evidence,
    text="Councillor Rudd asked how much the splash pad cost to run. Ms Teal undertook to send a written answer to all Members within ten "
    "days.\nRESOLVED:\n(1) That the Head of Parks report on moorings to the May meeting.",
    actions=(SHOWN, BARRED),
)


def test_a_row_in_words_of_the_discussion_is_of_the_action_set_there() -> None:
    row = "15 | Cost of the splash pad | Head of Parks | Sent to Members on 20 January | Complete"
    progress = line(row, "Cost of the splash pad", status="Complete", number="15")
    told = _quotes(PARKS, item("22", "Action sheet", progress=(replace(progress, owner="Head of Parks"),)))
    assert (told[SHOWN.text][0], told[BARRED.text]) == ("completed", ("open", []))


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("14/23 - Kerbs and cones.", True),
        ("14/23 - The letter to the farmer had been sent.", False),
        ("14/23 - The letter to the farmer had not been sent.", False),
    ],
)
def test_what_cites_an_action_and_tells_nothing_is_for_a_person_to_settle(said: str, listed: bool) -> None:
    first = item("14/23", "Quarry Road", "", WRITE)
    later = item("31/23", "Matters arising", said + " It rained.", references=(reference("14/23", "14/23"),))
    ledger = track([full(JAN, first), full(MAR, later)], as_of=AS_OF)
    assert [one.text for one in ledger.unsettled if one.kind == "status"] == [WRITE.text] * listed


@pytest.mark.parametrize(
    ("update", "due"),
    [("As Mr Elder was ill, to 11 July", date(2023, 7, 11)), ("Mr Elder was ill on 11 February", date(2023, 3, 14))],
)
def test_an_update_beside_a_status_names_the_day_to_which_a_thing_is_put_off(update: str, due: date) -> None:
    task = "Visit to the mill"
    first = item("9", "Mill", "", action(task, "Mr Elder", due=MAR))
    row = line(f"9 | {task} | Mr Elder | {update} | Deferred", task, status="Deferred", number="9")
    (tracked,) = track([full(JAN, first), full(MAR, item("4", "Actions", progress=(row,)))], as_of=AS_OF).actions
    assert (tracked.due_date, tracked.status) == (due, "overdue")
