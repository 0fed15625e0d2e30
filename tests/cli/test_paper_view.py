"""The paper in a terminal: each row with its headings, whole words, no wider than the terminal."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.cli.paper_view import print_paper
from minutes_miner.export.paper import outstanding_paper
from minutes_miner.model import Held
from minutes_miner.statuskey import status_key
from tests import factories as make
from tests.officer.factories import tracked

LATE = tracked("aaaa00000001", "write to the contractor about the missed bins and ask for the figures of the last quarter")
OPEN = tracked("aaaa00000002", "cut the hedge", state="open", due_date=date(2024, 9, 1))
HELD = [Held(make.ORGANISATION, make.COMMITTEE, make.SPRING)]


def test_a_row_is_read_from_its_headings(capsys: pytest.CaptureFixture[str]) -> None:
    print_paper(outstanding_paper(make.ledger(LATE, OPEN), HELD, key=status_key()))
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80 and not any(line.endswith(" ") for line in lines)
    assert (lines[0], lines[4]) == (
        "Outstanding actions",
        "2 actions are outstanding, 1 overdue. No actions were reported completed at the",
    )
    begin = lines.index("Outstanding") + 1
    assert [line.split()[0] for line in lines[begin : begin + 9] if line[:1].strip()] == [
        "Reference", "Action", "Owner", "Due", "Progress", "Status", "Reference"
    ]  # fmt: skip
    assert sum(line == "Overdue by owner" for line in lines) == 1


def test_a_paper_of_nothing_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    print_paper(outstanding_paper(make.ledger(), HELD, key=status_key()))
    assert "No actions are outstanding. No actions were reported completed at the" in capsys.readouterr().out
