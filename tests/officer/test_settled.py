"""Doubts about actions that an officer has answered are no longer listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.model import Unsettled
from minutes_miner.officer import with_corrections, without_answered
from tests import factories as make
from tests.officer.factories import ledger, said, tracked

SWINGS = tracked("aaaa00000001", "the new seat of the swings")
ORDER = tracked("aaaa00000002", "place the order")
KINDS = ("action", "owner", "due date", "question")


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("not an action", "yes", {"question"}),
        ("status", "completed", {"owner", "due date", "question"}),
        ("owner", "Iris Noon", {"due date", "question"}),
        ("due date", "2024-09-01", {"owner", "question"}),
        ("note", "Asked twice.", set(KINDS)),
    ],
)
def test_what_an_officer_set_answers_the_doubts_about_it(field: str, value: str, left: set[str]) -> None:
    doubts = [Unsettled(kind, SWINGS.action.text, "low confidence", "4", SWINGS.action.evidence) for kind in KINDS]
    of_another = Unsettled("action", "place the order", "low confidence", "4", SWINGS.action.evidence._replace(start=7_000, end=7_015))
    meeting = replace(make.meeting(SWINGS.source), unsettled=(*doubts, of_another))
    (now,) = without_answered([meeting], with_corrections(ledger(SWINGS), [said(SWINGS, field, value)]))
    assert {one.kind for one in now.unsettled[:-1]} == left and now.unsettled[-1] == of_another


def test_what_is_the_same_as_another_is_no_doubt_of_its_own() -> None:
    later = replace(ORDER, action=replace(ORDER.action, evidence=ORDER.action.evidence._replace(start=7_000, end=7_015)))
    doubt = Unsettled("action", later.action.text, "low confidence", "4", later.action.evidence)
    meeting = replace(make.meeting(later.source), unsettled=(doubt,))
    (now,) = without_answered([meeting], with_corrections(ledger(SWINGS, later), [said(later, "same as", SWINGS.id, other=SWINGS)]))
    assert now.unsettled == ()


def test_what_later_minutes_report_done_was_an_action() -> None:
    doubts = [Unsettled(kind, SWINGS.action.text, "low confidence", "4", SWINGS.action.evidence) for kind in KINDS]
    meeting = replace(make.meeting(SWINGS.source), unsettled=tuple(doubts))
    done = replace(SWINGS, status="completed", state="completed", closing_quote="The seat was on.")
    (now,) = without_answered([meeting], ledger(done))
    assert [one.kind for one in now.unsettled] == ["question"]


def test_without_corrections_all_doubts_stay() -> None:
    doubt = Unsettled("action", SWINGS.action.text, "low confidence", "4", SWINGS.action.evidence)
    meeting = replace(make.meeting(SWINGS.source), unsettled=(doubt,))
    assert without_answered([meeting], ledger(SWINGS)) == (meeting,)
