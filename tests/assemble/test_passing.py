"""Decisions of other bodies and of earlier days are told in passing: they are none of this meeting's."""

from __future__ import annotations

import pytest

from tests.papers import record

# The meeting is of the Environment Panel of Brightmoor Borough Council, in June 2030.
ELSEWHERE = [
    "The County Council approved the scheme in May.",
    "The Planning Committee agreed that the lease be renewed.",
    "The scheme was approved by Brightmoor Housing Association.",
    "The Harbour Trust resolved that the wall be mended.",
]
EARLIER = [
    "Councillor Garside was elected Chair in 2012.",
    "The lease had been agreed in March.",
    "The Clerk reported that the Cabinet had approved the scheme.",
    "The policy was approved in March 2029.",
    "The plan was approved last year.",
    "The plan was previously approved.",
    "It had been agreed that the gate be shut.",
]
HERE = [
    "The Environment Panel approved the scheme.",
    "Full Council approved the budget.",
    "The Borough Council approved the budget.",
    "The scheme was approved by the Panel.",
    "Councillor Garside was elected Chair for the year.",
    "The minutes of the meeting held on 5 March 2029 were approved.",
    "The accounts were approved as a true record of the year ended 31 March 2029.",
    "It was agreed that the plan of 2019 be kept.",
]


@pytest.mark.parametrize("line", [*ELSEWHERE, *EARLIER])
def test_what_others_or_earlier_meetings_decided_is_no_resolution(line: str) -> None:
    assert record(line).resolutions == ()


@pytest.mark.parametrize("line", HERE)
def test_what_this_meeting_decides_is_one(line: str) -> None:
    assert len(record(line).resolutions) == 1
