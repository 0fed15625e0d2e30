"""Whether a sentence has an action's own verb as a thing done."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.track.phrases import phrase_book
from minutes_miner.track.subjects import Subject, subject_of
from minutes_miner.track.verbs import has_own_verb, is_only_set
from tests.track.factories import action, full, item


def subject(task: str, owner: str) -> Subject:
    """What an action worded ``task`` is about."""
    what = action(task, owner)
    place = item("9", "Weir", "", what)
    return subject_of(what, place, full(date(2023, 1, 10), place), phrase_book(), due=None)


@pytest.mark.parametrize(
    ("task", "later", "done"),
    [
        ("Cllr Moss to measure the weir.", "The weir had been measured.", True),
        ("Cllr Moss to measure the weir.", "Cllr Moss measured it in May.", True),
        ("Cllr Moss to measure the weir.", "A visitor measured it in May.", False),
        ("Cllr Moss to measure the weir.", "Cllr Moss had not measured it.", False),
        ("Cllr Moss to write to the mill.", "Cllr Moss wrote to the mill.", True),
        ("Cllr Moss to report the weir.", "Cllr Moss reported that the weir leaked.", False),
        ("Cllr Moss to chase the builder.", "The builder had been chased.", True),
    ],
)
def test_the_actions_own_verb(task: str, later: str, done: bool) -> None:
    assert has_own_verb(later, subject(task, "Cllr Moss")) is done


@pytest.mark.parametrize(
    ("task", "later", "only"),
    [
        ("Owner to cut the hedge.", "The owner had agreed to cut the hedge.", True),
        ("Owner to cut the hedge.", "The owner had been asked by the Clerk to cut the hedge.", True),
        ("Clerk to ask the owner to cut the hedge.", "The owner had been asked to cut the hedge.", False),
        ("Owner to cut the hedge.", "The owner had agreed to pay for a fence.", False),
        ("Owner to cut the hedge.", "The hedge had been cut.", False),
    ],
)
def test_who_agreed_or_was_asked_has_not_done_it(task: str, later: str, only: bool) -> None:
    assert is_only_set(later, subject(task, "Owner"), phrase_book()) is only
