"""Which action a correction means, after the minutes were read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.officer.find import Finder, Found, key_of
from tests.officer.factories import reworded, tracked

BINS = tracked("aaaa00000001", "Tomas Reyne to write to the contractor about the missed bins")
HEDGE = tracked("aaaa00000002", "The Clerk to ask the owner to cut the hedge in Mill Lane")
LAMP_A = tracked("aaaa00000003", "Report the broken lamp at the bus stop in Mere Road")
LAMP_B = tracked("aaaa00000004", "Report the broken lamp at the bus stop in Mill Road")


@pytest.mark.parametrize(
    "wording",
    [
        "Tomas Reyne to write to the contractor about the missed bins",
        "write to the contractor about the missed bins",
        "ACTION: Tomas Reyne to write to the contractor about the missed bins by 30 April.",
        "Tomas Reyne would write to the contractors about missed bins",
    ],
)
def test_an_action_read_with_more_or_fewer_words_is_found_again(wording: str) -> None:
    again = reworded(BINS, "bbbb00000001", wording)
    assert Finder([HEDGE, again]).find(key_of(BINS)).action is again


def test_a_reference_that_now_belongs_to_other_words_is_not_trusted() -> None:
    other = reworded(HEDGE, BINS.id, HEDGE.action.text)
    again = reworded(BINS, "bbbb00000001", BINS.action.text)
    assert Finder([other, again]).find(key_of(BINS)).action is again


def test_of_two_alike_that_of_the_item_is_meant() -> None:
    here, there = (reworded(LAMP_A, f"bbbb0000000{n}", LAMP_A.action.text, item=item) for n, item in enumerate(("14", "15")))
    assert Finder([there, here]).find(key_of(LAMP_A)).action is here


def test_two_that_are_as_like_are_left_to_a_person() -> None:
    found = Finder([LAMP_B, reworded(LAMP_B, "bbbb00000001", "Report the broken lamp at the bus stop in Moor Road")]).find(key_of(LAMP_A))
    assert found.action is None
    assert found.problem and LAMP_B.id in found.problem and "bbbb00000001" in found.problem


@pytest.mark.parametrize("actions", [[], [HEDGE], [tracked("cccc00000001", "Write to the contractor", day=date(2023, 1, 9))]])
def test_an_action_that_is_gone_is_said_to_be(actions: list[object]) -> None:
    found = Finder(actions).find(key_of(BINS))  # type: ignore[arg-type]
    assert (found.action, "no longer found" in (found.problem or "")) == (None, True)


def test_the_same_words_are_found_under_a_date_read_anew() -> None:
    again = tracked("bbbb00000001", BINS.action.text, day=date(2024, 3, 13))
    assert Finder([again]).find(key_of(BINS)).action is again
    assert Finder([HEDGE, again]).find(key_of(BINS)).action is None  # that meeting is still there, so this is another


def test_the_same_words_elsewhere_are_another_action() -> None:
    council = replace(tracked("bbbb00000001", BINS.action.text), organisation="Tollbury Council")
    year = tracked("bbbb00000002", BINS.action.text, day=date(2020, 3, 12))
    undated = replace(council, id="bbbb00000003", meeting_date=None)
    assert Finder([council, year, undated]).find(key_of(BINS)) == Found(None, "the action is no longer found in the minutes", gone=True)
