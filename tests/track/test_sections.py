"""Sub-headings within an item: which lines are some, and what they say of actions and of later reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.track.passages import passages_of
from minutes_miner.track.phrases import phrase_book
from minutes_miner.track.sections import lines_of
from tests.track.factories import action, full, item
from tests.track.test_link import JAN, MAR, followed

BELOW = "The working group has met twice and has talked to the staff of every branch."
MORE = "Three firms have been asked for their terms and none of them has replied so far."


@pytest.mark.parametrize(
    ("said", "heads"),
    [
        (["Pay scheme", BELOW, "Vans", MORE], ["Pay scheme", "Vans"]),
        (["1. Governance", BELOW], ["Governance"]),
        (["\u2022 Staffing", "Pay scheme", BELOW], ["Staffing \u2013 Pay scheme"]),
        (["Matters arising", "12. Board vacancy", BELOW], ["Matters arising \u2013 Board vacancy"]),
        ([BELOW, "Clerk", MORE], []),  # an owner in the margin
        ([BELOW, "NS", MORE], []),
        (["Ada Moss", "Ben Carr", "Cy Dale", "Di Eames", BELOW], []),  # a list
        (["\u2022 Vans", "\u2022 Staffing", BELOW], []),
        (["The pay scheme was approved", BELOW], []),
        (["Vote: unanimous", BELOW], []),
        (["Proposed Ada Moss", BELOW], []),
        (["Monday 6 March", BELOW], []),
        (["The group has talked about the terms with the staff of the", "Eastern Branch", MORE], []),  # a wrapped line
        (["Pay scheme", "See below"], []),
        # Of entries lettered from a) on, the long ones too, and those with words that sub-headings else do not have.
        (
            ["a) Vans", BELOW, "b) Police action at the mill", MORE, "c) Pay scheme", BELOW],
            ["Vans", "Police action at the mill", "Pay scheme"],
        ),
        (
            ["a) Vans", BELOW, "b) Post", MORE, "c) What is to be done with the old mill and the weir", BELOW],
            ["Vans", "Post", "What is to be done with the old mill and the weir"],
        ),
        (["a) Vans", BELOW, "c) Police action at the mill", MORE, "d) Pay scheme", BELOW], ["Vans", "Pay scheme"]),  # no run
        (
            ["a) Vans", BELOW, "b) Post", MORE, "c) Cllr Moss and the mill", BELOW, "d) A dated list", MORE],
            ["Vans", "Post", "Cllr Moss and the mill", "A dated list"],
        ),
        (["a) The vans were sold", "b) The posts were filled", "c) The mill was let", BELOW], []),
    ],
)
def test_a_short_line_above_a_paragraph_is_its_sub_heading(said: list[str], heads: list[str]) -> None:
    task = action("Clerk to report.", "Clerk")
    lines = lines_of(replace(item("4", "Committees", "\n".join(said)), actions=(task,)))
    assert list(dict.fromkeys(line.head for line in lines if line.head and not line.is_head)) == heads


PAPER = action("The paper will come back in March for adoption.", None, due=date(2023, 3, 14))


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("Reward scheme", True),
        ("Mobile vans", False),
    ],
)
def test_an_action_is_about_the_sub_heading_that_it_stands_below(above: str, found: bool) -> None:
    text = f"{above}\nMembers went through the draft and thanked the group for it. {PAPER.text}"
    first = replace(item("4", "Committee reports", text), actions=(PAPER,))
    later = item("11", "Reward scheme", "The paper on the reward scheme was adopted.")
    (tracked,) = followed(full(JAN, first), full(MAR, later))
    assert bool(tracked.mentions) is found


@pytest.mark.parametrize(("above", "found"), [("Matters arising\n", True), ("", False)])
def test_matters_arising_may_be_a_sub_heading(above: str, found: bool) -> None:
    told = item("2", "Minutes of the last meeting", f"{above}Weir Hill \u2013 the county has promised one for the coming winter months.")
    assert any(passage.taking_up for passage in passages_of(full(MAR, told), phrase_book())) is found


def test_an_action_stated_twice_is_found_by_either_wording() -> None:
    row = replace(action("Walk FP11", "Cllr Moss"), also=("Cllr Moss agreed to walk the diverted way past the mill with its owner.",))
    first = replace(item("9", "Paths", "Cllr Moss agreed to walk the diverted way past the mill with its owner."), actions=(row,))
    later = item("8", "Reports", "The diverted way past the mill was walked with its owner on 3 March, and found dry.")
    (tracked,) = followed(full(JAN, first), full(MAR, later))
    assert tracked.mentions
