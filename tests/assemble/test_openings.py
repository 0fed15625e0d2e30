"""What stands between the opening word of a decision and the decision itself is passed over, and nothing more."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.openings import opening_length

OPENINGS = [
    (": That", "That"),
    (":- that", "that"),
    (" – T H A T the", "the"),
    (" unanimously to approve", "to approve"),
    (", nem. con., that", "that"),
    (" nem con to", "to"),
    (" by 6 votes to 3: That", "That"),
    (", by a majority of 6 to 3, that", "that"),
    (" by 8 votes to 4, with 1 abstention, that", "that"),
    (" (12 for, 3 against, 1 abstention) that", "that"),
    (" (14:0:1) that", "that"),
    (" with one abstention that", "that"),
    (" on the casting vote of the Chairman that", "that"),
    (" on a show of hands that", "on a show of hands that"),
    (" (unanimous): That", "That"),
    (" 24/117 to approve", "to approve"),
    (" (24/117): That", "That"),
    (" FC24/117 that", "that"),
    (" 2024-25/17 That", "That"),
    (", on the motion of Councillor Ash, seconded by Councillor Bell, that", "that"),
    (" on the proposal of Mr Ash to shut", "to shut"),
    (" (Proposed Cllr Ash, seconded Cllr Bell) that", "that"),
    (" to Council: That", "That"),
    # near misses: words of the decision itself
    (" to pay 6 invoices", "to pay 6 invoices"),
    (": One of the gates be mended", "One of the gates be mended"),
    (" for the year to go on", "for the year to go on"),
    (" 1. That", "1. That"),
    (" (1) That", "(1) That"),
    (": 3 benches be bought", "3 benches be bought"),
    (" on the motion to adjourn", "on the motion to adjourn"),
]


@pytest.mark.parametrize(("text", "rest"), OPENINGS)
def test_the_decision_begins_after_vote_number_and_movers(text: str, rest: str) -> None:
    assert text[opening_length(text) :].strip(" ,:()") == rest.strip(" ,:()") or text[opening_length(text) :] == rest
