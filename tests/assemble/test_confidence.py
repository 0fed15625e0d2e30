"""How sure a row is, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner import rulebook
from minutes_miner.assemble.confidence import Rater, rules_by_id
from tests import factories as make
from tests.papers import paper, read, record

RULES = rulebook.load()


@pytest.mark.parametrize(
    ("kind", "line", "level", "why"),
    [
        ("questions", "Councillor Garside asked if the pump had been mended.", "high", "plain wording"),
        ("questions", "Clarification was sought on the cost of the pump.", "medium", "nobody is named who asked"),
        ("questions", "Councillor Garside if we can be assured that the pump is safe.", "low", "wording that is often something else"),
        ("resolutions", "RESOLVED: That the pump be mended at a cost of £40.", "high", "plain wording"),
        ("resolutions", "RESOLVED: Approved.", "medium", "too few words"),
        ("resolutions", "The Panel agreed to close the path.", "medium", "other uses"),
        ("actions", "ACTION: Clerk to write to the owner.", "high", "marked as an action"),
        ("actions", "RESOLVED: That the Clerk be asked to write to the owner.", "high", "plain wording"),
        ("actions", "It was agreed that the Clerk be asked to write to the owner.", "medium", "told as agreed"),
        ("actions", "Councillor Garside undertook to write to the owner.", "medium", "other uses"),
        ("actions", "Clerk to obtain quotes.", "high", "plain wording"),
        ("actions", "Councillor Garside and the Clerk to meet the owner.", "high", "plain wording"),
        ("actions", "Councillor Garside to be added to the mandate.", "medium", "does not say who is to do it"),
        ("actions", "The gate was rotten, the Clerk to find a joiner.", "medium", "other uses"),
        ("actions", "The list would be circulated.", "low", "nobody is named to do it"),
        ("actions", "The Chair requested that a copy be circulated.", "medium", "other uses"),
    ],
)
def test_a_row_has_a_level_and_a_reason(kind: str, line: str, level: str, why: str) -> None:
    (row,) = getattr(record(line), kind)
    assert row.confidence == level
    assert why in row.confidence_reason


@pytest.mark.parametrize(
    ("owner", "origin", "level", "why"),
    [
        (None, "table", "high", "a row of an action table"),
        ("Clerk", "column", "medium", "the task is taken from the text beside it"),
        ("she", "undertaking", "medium", "the minutes say only 'she'"),
    ],
)  # fmt: skip
def test_an_action_by_its_origin_and_owner(owner: str | None, origin: str, level: str, why: str) -> None:
    found, told = Rater(rules_by_id(RULES)).action(owner, origin, make.evidence())
    assert found == level
    assert why in told


def test_what_stands_where_the_page_breaks_off_is_less_sure() -> None:
    first, last = make.evidence(start=10), make.evidence(start=100)
    rater = Rater(rules_by_id(RULES), cut=last.end)
    assert rater.resolution("That the pump be mended.", first) == ("high", "plain wording")
    assert rater.resolution("That the pump be mended.", last) == ("medium", "plain wording; the page breaks off here")


def test_a_long_question_may_hold_more() -> None:
    assert Rater(rules_by_id(RULES)).question("word " * 70, "Councillor Garside", make.evidence())[0] == "medium"


def test_a_rule_of_ones_own_says_how_sure_it_is() -> None:
    own = {"test.rule": replace(RULES.rules[0], id="test.rule", confidence="low")}
    assert Rater(own).resolution("That the pump be mended.", make.evidence())[0] == "low"


def test_rows_of_low_confidence_are_to_settle_with_the_reason() -> None:
    meeting = read(paper("# 1. Flood Defences", "The list would be circulated.", "Councillor Garside undertook to write to the owner."))
    assert [(point.kind, point.text, point.item) for point in meeting.unsettled if point.evidence] == [
        ("action", "The list would be circulated.", "1")
    ]
    assert meeting.unsettled[-1].reason == "perhaps no action: wording that is often something else; nobody is named to do it"


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("The two prices were agreed.", ["resolution"]),
        ("Apologies from Ned Ashby were received and accepted.", []),
        ("The report on the pump was received and noted.", []),
        ("The Panel agreed to pay.", []),
    ],
)
def test_a_doubtful_decision_from_which_nothing_follows_is_nothing_to_settle(line: str, listed: list[str]) -> None:
    meeting = read(paper("# 1. Flood Defences", line))
    assert [row.confidence for item in meeting.items for row in item.resolutions] == ["low"]
    assert [point.kind for point in meeting.unsettled if point.evidence] == listed
