"""A minute with several actions that is reported on as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import Ledger
from minutes_miner.track import track
from tests.track.factories import action, full, item, line, reference

JAN, MAR = date(2024, 1, 9), date(2024, 3, 12)
SEVERAL = item("57/24", "Village hall", "", action("Order tables for the hall", "Cllr Moss"), action("Paint the porch ceiling", "Clerk"))


def after(text: str, *, title: str = "Matters arising") -> Ledger:
    """What becomes of the two actions of January's minute 57/24 by a text of March that cites it."""
    return track(
        [full(JAN, SEVERAL), full(MAR, item("70/24", title, text, references=(reference("57/24", "57/24"),)))], as_of=date(2024, 6, 1)
    )


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("57/24 - completed", ["completed", "completed"]),
        ("57/24 Village hall – completed.", ["completed", "completed"]),
        ("Minute 57/24: both done.", ["completed", "completed"]),
        ("Minute 57/24 has been actioned.", ["completed", "completed"]),
        ("57/24 - ongoing", ["open", "open"]),
        ("57/24 – no further action", ["superseded", "superseded"]),
    ],
)
def test_all_its_actions_are_meant_where_nothing_singles_one_out(text: str, statuses: list[str]) -> None:
    ledger = after(text)
    assert [each.status for each in ledger.actions] == statuses
    assert [[told.item for told in each.mentions] for each in ledger.actions] == [["70/24"], ["70/24"]]
    assert not ledger.unsettled


@pytest.mark.parametrize(
    "text",
    [
        "57/24 - sent",  # which of the two?
        "57/24 Village hall - sent",
        "57/24 - one completed",
        "57/24 - letter completed",
        "57/24 - completed by Cllr Dale",
        "57/24 – noted",
        "The Chair reported that he had written, as agreed under 57/24, and that the reply was outstanding.",
        "57/24 – done?",
    ],
)
def test_else_a_person_is_to_say_which_is_meant(text: str) -> None:
    ledger = after(text)
    assert [each.status for each in ledger.actions] == ["open", "open"]
    assert [one.kind for one in ledger.unsettled] == ["link"]


def test_in_the_discussion_of_other_matters_a_person_is_to_say() -> None:
    ledger = after("57/24 - completed", title="Letters")
    assert [each.status for each in ledger.actions] == ["open", "open"]


def test_what_is_told_of_one_of_them_is_told_of_that_one() -> None:
    assert [each.status for each in after("57/24 - tables ordered").actions] == ["completed", "open"]


def test_the_title_behind_the_number_singles_none_out() -> None:
    assert [each.status for each in after("57/24 Village hall - tables ordered").actions] == ["completed", "open"]
    assert [each.status for each in after("57/24 Village hall: the porch was painted.").actions] == ["open", "completed"]


def test_a_line_of_a_log_may_be_of_the_whole_minute() -> None:
    log = item("70/24", "Action log", progress=(line("57/24 | Completed", status="Completed", number="57/24"),))
    ledger = track([full(JAN, SEVERAL), full(MAR, log)], as_of=date(2024, 6, 1))
    assert [each.status for each in ledger.actions] == ["completed", "completed"]
