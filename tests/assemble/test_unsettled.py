"""What is put before a person, and what nobody could settle either."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from minutes_miner.assemble.unsettled import open_points
from minutes_miner.model import AgendaItem
from tests import factories as make
from tests.papers import paper


def _points(item: AgendaItem) -> list[tuple[str, str]]:
    return [(one.kind, one.reason) for one in open_points([item], paper("# 1. Salt"))]


@pytest.mark.parametrize(
    ("words", "rule", "listed"),
    [
        ("by the 3rd week of Lent", "due.not-understood", True),
        ("before the second Martinmas meeting", "due.not-understood", True),
        ("by 31st April", "due.no-such-day", True),
        ("as appropriate", "due.not-understood", False),
        ("if required", "due.not-understood", False),
        ("in due course", None, False),
    ],
)
def test_words_that_may_name_a_day_are_listed(words: str, rule: str | None, listed: bool) -> None:
    due = make.due(words, None, kind="none stated", rule=rule)
    assert bool(_points(make.item(actions=(make.action(due=due),)))) == listed


def test_an_owner_that_is_a_pronoun_is_listed() -> None:
    assert _points(make.item(actions=(make.action(owner="she"),))) == [("owner", "the minutes say only 'she'")]


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        ({}, ["resolution"]),
        ({"procedural": True}, []),
        ({"type": "noted"}, []),
        ({"text": "to pay both"}, []),
        ({"confidence": "medium"}, []),
    ],
)
def test_a_doubtful_decision_is_listed_where_something_follows_from_it(more: dict[str, Any], kinds: list[str]) -> None:
    low: dict[str, Any] = {"confidence": "low", "confidence_reason": "wording that is often something else"}
    assert [kind for kind, _ in _points(make.item(resolutions=(make.resolution(**(low | more)),)))] == kinds


def test_one_sentence_is_listed_once() -> None:
    low: dict[str, Any] = {"confidence": "low", "confidence_reason": "wording that is often something else"}
    said = "The cost of a bench was agreed for the Clerk to order."
    at: dict[str, Any] = {"evidence": make.evidence(said)}
    both = make.item(actions=(replace(make.action(said, **low), **at),), resolutions=(replace(make.resolution(said, **low), **at),))
    assert _points(both) == [("action", "perhaps no action: wording that is often something else")]
