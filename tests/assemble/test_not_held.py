"""Records of meetings that came to nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import minutes_miner as mm

HEAD = """Nettleham Parish Council
Minutes of the meeting held on Tuesday 12 November 2024
Present: Cllr A Ember. In attendance: D Mott (Clerk).

1. Apologies
Apologies were received from Cllrs B Noon and C Frayne.

2. Business
"""


@pytest.mark.parametrize(
    ("text", "status", "later"),
    [
        ("The meeting was inquorate and was abandoned at 7.35pm.", "not held", None),
        ("The meeting was inquorate. All business was deferred to 10 December 2024.", "not held", date(2024, 12, 10)),
        ("There being no quorum the meeting was adjourned until 19 November.", "not held", date(2024, 11, 19)),
        ("The meeting of 8 October had been inquorate.", None, None),
        ("The October meeting had been inquorate.", None, None),
        ("The meeting was inquorate from 9pm.\nRESOLVED: That the lease be signed.", None, None),
        ("The path was muddy.", None, None),
    ],
)
def test_a_record_says_that_its_meeting_could_decide_nothing(text: str, status: str | None, later: date | None, tmp_path: Path) -> None:
    page = tmp_path / "minutes.txt"
    page.write_text(f"{HEAD}{text}\n", encoding="utf-8")
    (record,) = mm.read(page)
    assert (record.status, record.next_meeting, record.document_class) == (status, later, "minutes")
