"""Sentences that send their reader on to another item of the same minutes."""

from __future__ import annotations

import pytest

from tests.track.factories import full, item
from tests.track.test_link import JAN, LAMP, MAR, followed

LIGHTS = item("17", "Lights", "The supplier had been and the matter was at an end.")
MILL = item("18", "Old mill", "The roof was looked at by two members.")


@pytest.mark.parametrize(
    ("sentence", "taken_up"),
    [
        ("The lamp in Fuller's Lane – see item 17.", ["3", "17"]),
        ("The lamp in Fuller's Lane would be discussed under agenda item 17.", ["3", "17"]),
        ("The lamp in Fuller's Lane was covered further at item no. 17 and closed.", ["3", "17"]),
        ("The lamp in Fuller's Lane: see below (“Lights”).", ["3", "17"]),
        ("The lamp in Fuller's Lane had been reported, as was item 17.", ["3"]),
        ("The lamp in Fuller's Lane: the invoice was for payment under item 17.", ["3"]),
        ("The lamp in Fuller's Lane had been reported; see item 45.", ["3"]),  # no item of this meeting
        ("The lamp in Fuller's Lane had been reported; see item 3.", ["3"]),
        ("The cable below the lamp in Fuller's Lane (“Old mill”) had been reported.", ["3"]),
    ],
)
def test_what_it_takes_up_is_gone_on_with_there(sentence: str, taken_up: list[str]) -> None:
    (lamp,) = followed(full(JAN, LAMP), full(MAR, item("3", "Matters arising", sentence), LIGHTS, MILL))
    assert [mention.item for mention in lamp.mentions] == taken_up
