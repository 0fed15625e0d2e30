"""Actions struck out when their minutes are approved."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import TrackedAction
from minutes_miner.track import track
from tests.track.factories import action, full, item

OCT, NOV = date(2023, 10, 10), date(2023, 11, 14)


def followed(text: str, *, as_of: date = NOV) -> dict[str, TrackedAction]:
    """The actions of October, by their words, after November's meeting has approved the minutes so."""
    shelter = action("Clerk to paint the bus shelter"), action("Cllr Carr to sweep the shelter floor")
    bridge = action("Cllr Carr to write to the county")
    raised = full(OCT, item("45", "Bus shelter", "", *shelter), item("46", "Bridge", "The arch leans.", bridge))
    ledger = track([raised, full(NOV, item("50", "Minutes of the last meeting", text))], as_of=as_of)
    return {each.action.text: each for each in ledger.actions}


def struck(text: str) -> list[str]:
    return [words for words, each in followed(text).items() if each.state == "dropped"]


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("The minutes were approved, subject to minute 46 being deleted.", ["write to the county"]),
        ("It was resolved that minute 45 be deleted and the minutes signed.", ["paint the bus shelter", "sweep the shelter floor"]),
        ("The minutes were approved once minute 46 had been struck out.", ["write to the county"]),
        ("Approved subject to the deletion of item 46.", ["write to the county"]),
        ("The minutes were signed with one correction: remove the paragraph on the bridge.", ["write to the county"]),
        ("Approved, subject to the removal of the sentence about the floor in minute 45.", ["sweep the shelter floor"]),
        (
            "Delete from minute 45 the sentence “Cllr Carr to sweep the shelter floor”. The minutes were then signed.",
            ["sweep the shelter floor"],
        ),
    ],
)
def test_what_is_struck_out_of_the_minutes_is_dropped(text: str, out: list[str]) -> None:
    found = followed(text)
    dropped = [words for words, each in found.items() if each.state == "dropped"]
    assert [words.partition(" to ")[2] for words in dropped] == out
    for words in dropped:
        (told,) = found[words].mentions
        assert (told.how, told.status, told.item) == ("correction", "dropped", "50")
        assert told.quote in text
        assert found[words].action.text == words
        assert "struck out" in found[words].reason


@pytest.mark.parametrize(
    "text",
    [
        "The minutes were approved as a true record.",
        "Approved, subject to the paragraph on the bus shelter being removed.",  # which of its two actions?
        "Approved, subject to the deletion of “Mr Vane” from minute 46.",
        "Minute 46: delete “county” and insert “parish”. The minutes were signed.",
        "The minutes were approved. The broken section of the bridge was removed.",
        "The minutes were approved, subject to the paragraph on the cemetery being deleted.",
    ],
)
def test_what_does_not_tell_which_action_drops_none(text: str) -> None:
    assert struck(text) == []


def test_before_the_approval_it_stands() -> None:
    assert all(
        each.state != "dropped" for each in followed("Approved, subject to minute 46 being deleted.", as_of=date(2023, 11, 1)).values()
    )
