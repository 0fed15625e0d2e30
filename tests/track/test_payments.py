"""Lists of payments: one entry for each, and what an entry tells of an action."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.track import track
from minutes_miner.track.payments import payments_in
from tests.track.factories import action, full, item

JAN, MAR = date(2023, 1, 10), date(2023, 3, 14)
IN_ONE = "2087 Moss Ltd Lamp column £140.00 2088 R Vane Stamps £6.60 2089 Fenny Training Service Subscription £90.00"


@pytest.mark.parametrize(
    ("paragraph", "entries"),
    [
        (IN_ONE, ["2087 Moss Ltd Lamp column £140.00", "2088 R Vane Stamps £6.60", "2089 Fenny Training Service Subscription £90.00"]),
        ("Moss Ltd | Lamp column | £140.00", ["Moss Ltd | Lamp column | £140.00"]),
        ("Moss Ltd would mend the lamp for £140.00", []),
        ("The invoice of £140.00 was for the lamp column.", []),
        ("Balance at the bank £9,140.00", []),
        ("The lamp was mended.", []),
    ],
)
def test_the_entries_of_a_list_of_payments(paragraph: str, entries: list[str]) -> None:
    assert payments_in(paragraph) == entries


@pytest.mark.parametrize(
    ("title", "said", "task", "status"),
    [
        # A task that names no subject is about its item's, which has been paid for.
        ("Fenny Training Service", "Cllr Carr proposed that the council subscribe.", "Clerk to progress.", "completed"),
        ("Fenny Training Service", "Cllr Carr proposed that the council ask.", "Clerk to read the training service's rules.", "open"),
    ],
)
def test_a_payment_shows_that_a_thing_was_had(title: str, said: str, task: str, status: str) -> None:
    raised = item("9", title, said, action(task))
    (tracked,) = track([full(JAN, raised), full(MAR, item("20", "Accounts", IN_ONE))], as_of=date(2023, 4, 1)).actions
    assert tracked.status == status
