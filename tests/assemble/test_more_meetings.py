"""A file that holds the minutes of more than one meeting."""

from __future__ import annotations

import pytest

from minutes_miner.ingest.plain import read as read_plain
from tests.papers import read

FIRST = ("Milford Parish Council", "Minutes of the meeting held on 4 March 2030", "Present: Cllr Ash, Cllr Elm", "1. Apologies", "None.",
         "2. Gates", "The Clerk to paint the gate.")  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Minutes of the meeting held on 1 April 2030", "Present: Cllr Ash", "1. Apologies", "Cllr Elm."), 1),
        (("Minutes of the meeting held on 4 March 2030, part two", "Present: Cllr Ash", "3. Staff", "Noted."), 0),
        (("3. Next meeting", "The next meeting will be on 1 April 2030.", "Present circumstances were noted."), 0),
    ],
)
def test_a_second_meeting_is_told(lines: tuple[str, ...], told: int) -> None:
    meeting = read(read_plain("\n\n".join((*FIRST, *lines)).encode(), source="m.txt"))
    assert len([each for each in meeting.unsettled if each.kind == "meeting"]) == told
