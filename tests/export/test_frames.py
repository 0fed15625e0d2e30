"""The tables as pandas frames."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from minutes_miner.export import frames
from tests import factories as make

FRAMES = [
    frames.actions_frame,
    frames.questions_frame,
    frames.resolutions_frame,
    frames.speakers_frame,
    frames.items_frame,
    frames.meetings_frame,
    frames.attendance_frame,
]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_has_a_row_for_each_value_and_real_dates(frame: Callable[..., Any]) -> None:
    found = frame([make.full_meeting(), make.full_meeting("other.html", day=None)])
    assert len(found) in (2, 4)
    assert found["meeting_date"].dtype.kind == "M"
    assert found["meeting_date"].isna().sum() == len(found) / 2


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_of_nothing_keeps_its_columns(frame: Callable[..., Any]) -> None:
    empty = frame([])
    assert len(empty) == 0
    assert list(empty.columns) == list(frame(make.full_meeting()).columns)


def test_one_meeting_or_a_generator_will_do() -> None:
    assert len(frames.questions_frame(make.meeting())) == len(frames.questions_frame(one for one in [make.meeting()])) == 1


def test_actions_have_their_standing_only_with_a_ledger() -> None:
    meeting = make.meeting()
    assert "status" not in frames.actions_frame(meeting).columns
    followed = frames.actions_frame(meeting, ledger=make.followed(meeting))
    assert followed.loc[0, ["status", "days_late"]].tolist() == ["overdue", 32]
    assert followed.loc[0, "due_date"] == pd.Timestamp(date(2024, 4, 30))


def test_counts_are_whole_numbers_that_may_be_missing() -> None:
    votes = make.meeting(items=(make.item(resolutions=(make.resolution(vote=make.vote()), make.resolution(vote=None))),))
    column = frames.resolutions_frame(votes)["votes_for"]
    assert str(column.dtype) == "Int64"
    assert column.isna().tolist() == [False, True]
