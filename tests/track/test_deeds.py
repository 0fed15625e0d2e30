"""What sort of deed an action asks for, and of what sorts a later sentence tells the fate."""

from __future__ import annotations

import pytest

from minutes_miner.track.phrases import phrase_book

DEEDS = phrase_book().deeds


@pytest.mark.parametrize(
    ("action", "sentence", "same"),
    [
        ("Cllr Moss to order a chain.", "The new chain had been fitted.", True),
        ("Clerk to get a price for the gate.", "Cllr Moss has a quote of £30.", True),
        ("Clerk to write to the owner.", "No reply had come.", True),
        ("Clerk to report the pothole.", "It had been repaired.", True),
        ("Members to let the Clerk have their pictures.", "The pictures came in from all.", True),
        ("Clerk to advertise the vacancy.", "Mr Vane had been appointed.", True),
        ("That the Cabinet be recommended to keep the ferry.", "The Cabinet had accepted it.", True),
        ("Cllr Moss to purchase a mower.", "The mower was bought in May.", True),
        ("Cllr Moss to fit a better lock.", "Cllr Moss had put a hasp on.", True),
        ("Clerk to ask the cleaner to fit another dispenser.", "A new dispenser was up.", True),
        ("Cllr Moss to order a tree.", "The tree is coming on the 6th.", True),
        ("Cllr Moss to get the lamp seen to.", "The lamp has arrived.", True),
        ("Cllr Moss to see to the gate.", "The gate had been repainted.", True),
        ("Clerk to empty the bin.", "It was seen to on Friday.", True),
        ("Members to return their forms.", "The forms were handed in.", True),
        ("Clerk to redraft the policy.", "The policy was tabled.", True),
        ("Clerk to paint the gate.", "Mr Vane had been appointed.", False),
        ("Cllr Moss to get on to the two builders.", "He had been on to one of them.", True),
        ("Cllr Moss to have a quiet word with the owner.", "The owner had been spoken to.", True),
        ("Cllr Moss to ask about the limit.", "Cllr Moss had no news of it.", True),
        ("Clerk to open an account.", "The account has been opened.", True),
        ("Clerk to fill the form in.", "The form was completed.", True),
        ("Clerk to have the bin moved, and to relocate the sign.", "It has been moved to the gate.", True),
        ("Clerk to sell the mower.", "It fetched £40.", True),
        ("The Chair to sign the lease.", "Both signatures are on it.", True),
        ("Clerk to paint the gate.", "The tree is coming on the 6th.", False),
        ("Clerk to paint the sign.", "The minutes were signed.", False),
        ("Clerk to relocate the sign.", "It was moved by Cllr Moss that the gate be green.", False),
        ("Cllr Moss to fit a lock.", "The price is up to £30.", False),
        ("Clerk to hang the picture.", "He put the question to the vote.", False),
        ("Clerk to get a price for the gate.", "The gate squeaks.", False),
        ("Clerk to invoice the club.", "The club met on Friday.", False),
    ],
)
def test_a_deed_asked_for_and_its_fate(action: str, sentence: str, same: bool) -> None:
    assert bool(DEEDS.asked(action) & DEEDS.told(sentence)) is same
