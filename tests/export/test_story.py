"""One action's life, and finding the action that somebody means."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.export.story import events, find_actions, story_markdown, story_record
from minutes_miner.officer import with_corrections
from minutes_miner.statuskey import status_key
from tests import factories as make
from tests.officer.factories import AS_OF, said, tracked

BINS = tracked("aaaa00000001", "write to the contractor about the missed bins", mentions=(make.mention(status="awaited", due=make.due()),))
GATE = tracked("aaaa00000002", "mend the gate of the bins' store", owner="Iris Noon")
LAMP = replace(tracked("bbbb00000003", "report the lamp"), action=make.action("report the lamp", reference="Action 3/24"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("aaaa00000001", [BINS]),
        ("AAAA00000001", [BINS]),
        ("bbbb", [LAMP]),
        ("aaaa", [BINS, GATE]),
        ("bbb", []),
        ("Action 3/24", [LAMP]),
        ("missed bins", [BINS]),
        ("bins", [BINS, GATE]),
        ("gate noon", [GATE]),
        ("bins owls", []),
        ("letter sent", [BINS]),  # words of a later report
        ("!", []),
    ],
)
def test_an_action_is_found_by_reference_number_or_words(wanted: str, found: list[object]) -> None:
    assert find_actions([BINS, GATE, LAMP], wanted) == found


def test_a_word_that_also_begins_a_reference_finds_both() -> None:
    numbered, told = tracked("cafe00000001", "order the paint"), tracked("dddd00000002", "ask the cafe for its bins")
    assert find_actions([told, numbered], "cafe") == [numbered, told]


def test_a_life_is_told_by_date_and_ends_with_how_it_stands() -> None:
    ledger = with_corrections(
        make.ledger(BINS), [said(BINS, "status", "dropped", why="sold", found="open"), said(BINS, "owner", "Ned Ashby")]
    )
    story = events(ledger.actions[0], as_of=AS_OF, key=status_key())
    assert [(one.day, one.what) for one in story] == [
        (make.SPRING, "raised"),
        (date(2024, 5, 14), "awaited"),
        (date(2024, 5, 20), "corrected"),
        (date(2024, 5, 20), "corrected"),
        (AS_OF, "dropped"),
    ]
    raised, told, status, *_ = story
    assert "“write to the contractor about the missed bins” Owner: Tomas Reyne. Due 30 April 2024" in raised.words
    assert "“The letter had been sent.” Due 30 April 2024" in told.words and "linked by reference" in told.where
    assert (status.words, status.where) == ("status set to Dropped (the minutes: open): sold", "by J Harker")


def test_as_json_and_markdown() -> None:
    record = json.loads(json.dumps(story_record(BINS, as_of=AS_OF, key=status_key())))
    assert (record["id"], record["due_date"], [one["what"] for one in record["events"]]) == (
        BINS.id,
        "2024-04-30",
        ["raised", "awaited", "overdue"],
    )
    lines = story_markdown(BINS, as_of=AS_OF, key=status_key()).splitlines()
    assert lines[0] == "# write to the contractor about the missed bins"
    assert [line[:22] for line in lines if line.startswith("* ")] == [
        "* **12 March 2024, rai",
        "* **14 May 2024, await",
        "* **1 June 2024, overd",
    ]
