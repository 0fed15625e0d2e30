"""A sentence that closes all actions of the last meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.model import Action
from minutes_miner.track import track
from tests.track.factories import action, full, item

JAN, MAR, MAY = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9)
LAMP = action("Report the broken lamp to the supplier")
PLUM = action("Order a plum tree for the orchard")
LATER = action("Clerk to bring the accounts to the May meeting.", due=MAY)


def statuses(said: str, *, title: str = "Matters arising", actions: tuple[Action, ...] = (LAMP, PLUM)) -> list[str]:
    """The statuses of January's actions after a meeting in March whose item ``title`` records ``said``."""
    first = full(JAN, item("9", "Orchard and lamps", "", *actions))
    ledger = track([first, full(MAR, item("3", title, said))], as_of=MAR)
    return [each.status for each in ledger.actions if each.meeting_date == JAN]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("All actions from the previous meeting had been completed.", ["completed", "completed"]),
        ("All action points completed.", ["completed", "completed"]),
        ("The actions from the last meeting had all been done.", ["completed", "completed"]),
        ("There were no outstanding actions.", ["completed", "completed"]),
        ("All actions had been completed except for the plum tree.", ["completed", "open"]),
        ("All actions had been completed except for actions 4 and 6.", ["open", "open"]),
        ("All actions had been completed apart from one.", ["open", "open"]),
        ("All but one of the actions had been completed.", ["open", "open"]),
        ("All actions were to be completed by May.", ["open", "open"]),
        ("Not all the actions had been completed.", ["open", "open"]),
        ("The Chair asked whether all actions had been completed.", ["open", "open"]),
        ("All actions had been completed. The plum tree had not yet been ordered.", ["completed", "open"]),
    ],
)
def test_all_actions_at_once(said: str, found: list[str]) -> None:
    assert statuses(said) == found


def test_it_must_be_said_of_the_last_meeting() -> None:
    assert statuses("All actions had been completed.", title="Fire drill") == ["open", "open"]
    assert statuses("All actions from the last meeting had been completed.", title="Welcome") == ["completed", "completed"]


def test_what_is_not_due_yet_is_not_meant() -> None:
    assert statuses("All actions had been completed.", actions=(LAMP, LATER)) == ["completed", "open"]


def test_where_actions_are_set_out_only_these_are_meant() -> None:
    promise = replace(PLUM, origin="undertaking")
    assert statuses("All actions had been completed.", actions=(LAMP, promise)) == ["completed", "open"]
    assert statuses("All actions had been completed.", actions=(promise,)) == ["completed"]
