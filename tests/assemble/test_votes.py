"""Votes: counts, names and outcome, as far as they are printed beside the decision and no further."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_miner.model import Vote
from tests.papers import record

DECISION = "RESOLVED: That the scheme be approved."
COUNTS = {"in_favour": 26, "against": 20, "abstained": 1}


def vote(*lines: str) -> Vote | None:
    return record(*lines).resolutions[0].vote


def known(found: Vote | None) -> dict[str, Any]:
    """What a vote states, without its text."""
    if found is None:
        return {}
    told = {name: getattr(found, name) for name in Vote.__slots__ if name != "text"}
    return {name: value for name, value in told.items() if value}


CASES = [
    ((DECISION, "For 26 / Against 20 / Abstain 1"), COUNTS | {"outcome": "carried"}),
    ((DECISION, "For: 26 Against: 20 Abstentions: 1"), COUNTS | {"outcome": "carried"}),
    ((DECISION, "For – 26; Against – 20; Abstained – 1"), COUNTS | {"outcome": "carried"}),
    ((DECISION, "For: 26", "Against: 20", "Abstain: 1"), COUNTS | {"outcome": "carried"}),
    ((DECISION, "26 in favour, 20 against and 1 abstention."), COUNTS | {"outcome": "carried"}),
    ((DECISION, "26 members voted for, 20 voted against and 1 abstained."), COUNTS | {"outcome": "carried"}),
    (("RESOLVED by 26 votes to 20: That the scheme be approved.",), {"in_favour": 26, "against": 20, "outcome": "carried"}),
    ((DECISION + " (26 votes to 20)",), {"in_favour": 26, "against": 20, "outcome": "carried"}),
    (
        ("On being put to the vote the motion was carried by 26 votes to 20.", DECISION),
        {"in_favour": 26, "against": 20, "outcome": "carried"},
    ),
    ((DECISION, "Voting: seven for, two against, one abstention."), {"in_favour": 7, "against": 2, "abstained": 1, "outcome": "carried"}),
    ((DECISION, "The motion was carried unanimously."), {"unanimous": True, "outcome": "carried"}),
    (("RESOLVED unanimously: That the scheme be approved.",), {"unanimous": True, "outcome": "carried"}),
    (("It was unanimously agreed that the gate stay shut.",), {"unanimous": True, "outcome": "carried"}),
    ((DECISION, "All in favour."), {"unanimous": True, "outcome": "carried"}),
    ((DECISION, "All agreed."), {"unanimous": True, "outcome": "carried"}),
    (("It was resolved nem con that the scheme be approved.",), {"nem_con": True, "outcome": "carried"}),
    (("RESOLVED, nem. con., that the scheme be approved.",), {"nem_con": True, "outcome": "carried"}),
    ((DECISION, "CARRIED"), {"outcome": "carried"}),
    (("The motion was put to the vote and LOST.",), {"outcome": "lost"}),
    (("The amendment was lost by 12 votes to 3.",), {"in_favour": 3, "against": 12, "outcome": "lost"}),
    (("The amendment was lost by 3 votes to 12.",), {"in_favour": 3, "against": 12, "outcome": "lost"}),
    ((DECISION, "FOR: 26", "AGAINST: 20", "ABSTENTIONS: 1"), COUNTS | {"outcome": "carried"}),
    ((DECISION + " (26:20:1)",), COUNTS | {"outcome": "carried"}),
    ((DECISION + " (Vote: 26/20/1)",), COUNTS | {"outcome": "carried"}),
    (("RESOLVED: That the scheme be approved (26 for, 20 against, 1 abstention).",), COUNTS | {"outcome": "carried"}),
    (("RESOLVED, by a majority of 26 to 20, that the scheme be approved.",), {"in_favour": 26, "against": 20, "outcome": "carried"}),
    (("RESOLVED by 26 votes to 20 with 1 abstention: That the scheme be approved.",), COUNTS | {"outcome": "carried"}),
    (("Mr Ash moved, seconded by Mr Elm, that the fee stay.", "The motion was not carried."), {"outcome": "lost"}),
    ((DECISION + " (12/06/2030)",), {}),
    ((DECISION, "There were arguments for and against it."), {}),
    ((DECISION,), {}),
    ((DECISION, "The meeting moved from item 3 to 4."), {}),
    ((DECISION, "It ran from 2 to 4 pm."), {}),
    ((DECISION, "The vote in May was for 26 new benches."), {}),
]


@pytest.mark.parametrize(("lines", "expected"), CASES, ids=lambda value: " / ".join(value)[-60:] if isinstance(value, tuple) else "")
def test_a_vote_holds_what_is_printed(lines: tuple[str, ...], expected: dict[str, Any]) -> None:
    assert known(vote(*lines)) == expected


DIVISIONS = [
    (
        "Those voting for: Councillors Garside, Vance, Tarrow (3)",
        "Those voting against: Councillor Quillan (1)",
        "Abstaining: Councillor Thorne",
    ),
    ("In favour – Councillors Garside, Vance and Tarrow – 3", "Against – Councillor Quillan – 1", "Abstained – Councillor Thorne – 1"),
    ("For (3)", "Councillors Garside, Vance and Tarrow", "Against (1)", "Councillor Quillan", "Abstain (1)", "Councillor Thorne"),
    ("For: Councillors Garside, Vance and Tarrow", "Against: Councillor Quillan", "Abstained: Councillor Thorne"),
    ("For (3): Councillors Garside, Vance, Tarrow", "Against (1): Councillor Quillan", "Abstained (1): Councillor Thorne"),
    (
        "Members voting for: Councillors Garside, Vance and Tarrow.",
        "Members voting against: Councillor Quillan.",
        "Members abstaining: Councillor Thorne.",
    ),
]


@pytest.mark.parametrize("lines", DIVISIONS, ids=lambda lines: lines[0][:20])
def test_a_named_division_names_everybody_once(lines: tuple[str, ...]) -> None:
    found = vote(DECISION, *lines)
    assert found is not None
    assert found.names_for == ("Councillor Garside", "Councillor Vance", "Councillor Tarrow")
    assert (found.names_against, found.names_abstained) == (("Councillor Quillan",), ("Councillor Thorne",))


@pytest.mark.parametrize("lines", DIVISIONS, ids=lambda lines: lines[0][:20])
def test_a_division_may_stand_before_the_resolution(lines: tuple[str, ...]) -> None:
    found = vote("A recorded vote was called for and the voting was as follows:", *lines, "Motion carried.", DECISION)
    assert found is not None
    assert found.names_for == ("Councillor Garside", "Councillor Vance", "Councillor Tarrow")
    assert (found.names_against, found.names_abstained) == (("Councillor Quillan",), ("Councillor Thorne",))


def test_a_named_division_counts_where_counts_are_printed() -> None:
    found = vote(DECISION, "For (3)", "Councillors Garside, Vance and Tarrow", "Against (1)", "Councillor Quillan")
    assert found is not None
    assert (found.in_favour, found.against, found.outcome) == (3, 1, "carried")


def test_a_tie_has_no_outcome_of_its_own() -> None:
    assert known(vote(DECISION, "For 10, Against 10.")) == {"in_favour": 10, "against": 10}


def test_each_decision_has_its_own_vote() -> None:
    found = record(
        "RESOLVED: That the scheme be approved.", "For 26 / Against 20", "RESOLVED: That the report be noted.", "For 40 / Against 2"
    ).resolutions
    assert [(r.vote.in_favour, r.vote.against) for r in found if r.vote] == [(26, 20), (40, 2)]


def test_all_limbs_share_the_vote_on_them() -> None:
    found = record("RESOLVED: (1) That the scheme be approved. (2) That the report be noted.", "For 26 / Against 20").resolutions
    assert [r.vote.in_favour for r in found if r.vote] == [26, 26]


def test_a_vote_keeps_the_words_that_record_it() -> None:
    found = vote(DECISION, "For 26 / Against 20 / Abstain 1")
    assert found is not None and found.text == "For 26 / Against 20 / Abstain 1"
