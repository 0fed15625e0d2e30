"""What a sentence says became of an action."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.track.phrases import clauses, phrase_book


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The bus shelter has now been cleaned.", "done"),
        ("The Clerk had written to the county council.", "done"),
        ("The bench was installed on 3 May.", "done"),
        ("COMPLETED", "done"),
        ("Action closed.", "done"),
        ("Letter sent.", "done"),
        ("Reported to the county council on 4 May.", "done"),
        ("c. Complaints Policy - agreed", "done"),
        ("The new lights are up and running.", "done"),
        ("The site visit had taken place.", "done"),
        ("Cllr Moss has a quote for the fence.", "done"),
        ("It was suggested that the item could be closed.", "done"),
        ("The Clerk has not yet heard from the county council.", "awaited"),
        ("The sign hasn’t been put up.", "awaited"),
        ("The sign has never been properly put up.", "awaited"),
        ("No reply has been received.", "awaited"),
        ("No quotation had been received.", "awaited"),
        ("A response is still awaited.", "awaited"),
        ("The repair remains outstanding.", "awaited"),
        ("Footpath at the mill – nothing to report.", "awaited"),
        ("Letter to be sent.", "awaited"),
        ("The sign will be put up in May.", "awaited"),
        ("The contractor was unable to start.", "awaited"),
        ("Not complete", "awaited"),
        ("Ongoing.", "part done"),
        ("The addresses are in progress.", "part done"),
        ("The hedge was partly done.", "part done"),
        ("It was agreed to defer the item to the September meeting.", "deferred"),
        ("Lease – carried forward", "deferred"),
        ("This has been superseded by the new lease.", "replaced"),
        ("Superseded", "replaced"),
        ("It was agreed not to proceed with the purchase.", "dropped"),
        ("The council is not eligible for the grant.", "dropped"),
        ("The sign was no longer needed.", "dropped"),
        ("The update was noted.", "noted"),
        ("The report was not ready.", "awaited"),
        ("None of the wardens in the valley had had the printed list.", "awaited"),
        ("Despite promises nothing had yet appeared.", "awaited"),
        ("Nobody had been told.", "awaited"),
        ("Neither of the lamps had been repaired.", "awaited"),
        ("He had bought the bulbs but not yet tested them.", "awaited"),
        ("It was too early to say how the new pump had been received.", "awaited"),
        ("The ministry had acknowledged it and no more.", "awaited"),
        ("The drain was still blocked.", "awaited"),
        ("Of the 44 red posts, 29 had been replaced.", "part done"),
        ("29 of the 44 posts had been replaced.", "part done"),
        ("Two of five maps sent", "part done"),
        ("All 44 of the 44 posts had been replaced.", "done"),
        ("The firm had been invited under Minute 14 of 18 September.", "done"),
        ("Mrs Hale had reported on the halls, of which five out of six wanted lamps.", "done"),
        ("The notice had been on the board since 20th September.", "done"),
        ("The forms came in from everybody by 14th October.", "done"),
        ("Lamps: tested by Cllr Moss and put up on 1st December.", "done"),
        ("The fund had closed to new applications.", "dropped"),
        ("That the visit agreed on in June be not proceeded with.", "dropped"),
        ("After discussion it was agreed that a further meeting be sought.", None),
        ("It was unanimously resolved to accept the price.", None),
        ("It was agreed that the matter be deferred.", "deferred"),
        ("The price was agreed.", "done"),
        ("It was agreed instead that the hall be hired.", "replaced"),
        ("Another joiner would have to be found.", "replaced"),
        ("The quotes from both firms were £640 and £700.", "done"),
        ("The smith was instructed on 4 May.", "done"),
        ("The vacancy has been advertised.", "done"),
        ("Complete – remove from the log.", "done"),
        ("The action had been completed and could be removed from the list.", "done"),
        ("The Committee agreed to close this action.", "done"),
        ("Propose to close", "done"),
        ("Response circulated to members by e-mail.", "done"),
        ("The letter has gone out.", "done"),
        ("The policy is now on the website.", "done"),
        ("The letter should have been sent.", "awaited"),
        ("Once the survey has been completed the work will start.", "awaited"),
        ("The work could not start until the licence had been granted.", "awaited"),
        ("If the quotation was accepted the work would start.", "awaited"),
        ("The Chair asked that this be completed by the next meeting.", "awaited"),
        ("The Clerk had hoped to bring the figures.", "awaited"),
        ("The report was expected in March.", "awaited"),
        ("The Clerk had forgotten to send it.", "awaited"),
        ("The Clerk was reminded to send the letter.", "awaited"),
        ("A reminder has been sent.", "awaited"),
        ("The Clerk has written again to the county.", "awaited"),
        ("Further complaints had been received about the gate.", "awaited"),
        ("Little progress had been made.", "awaited"),
        ("The matter is with the council's solicitor.", "awaited"),
        ("TBC", "awaited"),
        ("Partly met", "part done"),
        ("The Clerk is obtaining quotations.", "part done"),
        ("Discussions are continuing.", "part done"),
        ("Most of the lamps had been replaced.", "part done"),
        ("All but one of the lamps had been replaced.", "part done"),
        ("Nine of fourteen steps had been completed.", "part done"),
        ("An interim update was given.", "part done"),
        ("The policy is currently being reviewed.", "part done"),
        ("The survey was booked for 3 March.", "part done"),
        ("C/f", "deferred"),
        ("Moved to June meeting", "deferred"),
        ("The visit has been rescheduled to June.", "deferred"),
        ("The deadline was extended to 30 June.", "deferred"),
        ("The report would now come to the June meeting.", "deferred"),
        ("This will come to the next meeting.", "deferred"),
        ("It was agreed to give the contractor until the end of June.", "deferred"),
        ("The training was cancelled and is to be rearranged.", "deferred"),
        ("It was resolved to rescind the resolution of 4 May.", "replaced"),
        ("The decision made in May was reversed.", "replaced"),
        ("It was agreed to buy a bench instead.", "replaced"),
        ("Merged with action 7.", "replaced"),
        ("It was agreed to drop the matter.", "dropped"),
        ("The fair would not now take place.", "dropped"),
        ("The visit was cancelled.", "dropped"),
        ("Members agreed to remove this item from the list.", "dropped"),
        ("NFA", "dropped"),
        ("The shelter is to come down, so that the glass need not be replaced.", "dropped"),
        ("No tyres were needed, the old ones having been repaired.", "done"),
        ("Members thought it too dear and agreed to leave it.", "dropped"),
        ("It was agreed to leave it until May.", "deferred"),
        ("The report was withdrawn from the agenda.", "deferred"),
        ("The gate will now be mended in May.", "deferred"),
        ("Everyone but Mr Vane had replied.", "part done"),
        ("All the trustees but one had been trained.", "part done"),
        ("The survey of 412 users, made in November, showed that two of the three halls were used by bus drivers.", "done"),
        ("Two of the three prices had come in.", "part done"),
        ("The hedge is tidy again.", "done"),
        ("The lamp is out again.", None),
        ("Details were taken twice to no avail.", "awaited"),
        ("Mr Vane reported that the lamp was out.", None),
        ("The fence is green.", None),
        ("Cllr Moss to obtain quotes.", None),
        ("", None),
    ],
)
def test_what_a_sentence_says(sentence: str, status: str | None) -> None:
    found, rule = phrase_book().outcome(sentence)
    assert (found, rule is not None) == (status, status is not None)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("He had closed the gate but had not yet mended it.", ["He had closed the gate", "had not yet mended it."]),
        ("Mr Ash and Ms Elm had been written to and Mr Ash had replied.", ["Mr Ash", "Ms Elm had been written to", "Mr Ash had replied."]),
        ("Salt and grit in store", ["Salt and grit in store"]),
        ("Ordered; delivery in May", ["Ordered", "delivery in May"]),
        ("The seat has been ordered and will be fitted in May.", ["The seat has been ordered", "will be fitted in May."]),
        ("All but Mr Ash had replied.", ["All but Mr Ash had replied."]),
    ],
)
def test_clauses_turn_where_the_sentence_does(sentence: str, parts: list[str]) -> None:
    assert list(clauses(sentence)) == parts


@pytest.mark.parametrize(
    ("sentence", "question", "goes_on"),
    [
        ("The Chair asked whether the lease had been signed.", True, False),
        ("Had the lease been signed?", True, False),
        ("The smith had been asked by Cllr Moss.", False, False),
        ("It was mended in May.", False, True),
        ("Reported on 5th June and cleared on the 19th.", False, True),
        ("The officer answered that both had been accepted.", False, True),
        ("The hedge had been cut and the bins emptied.", False, False),
    ],
)
def test_questions_and_sentences_that_go_on(sentence: str, question: bool, goes_on: bool) -> None:
    book = phrase_book()
    assert (book.is_question(sentence), book.does_go_on(sentence)) == (question, goes_on)


@pytest.mark.parametrize(
    ("title", "taking_up", "formal", "ahead"),
    [
        ("Matters arising from the minutes", True, False, False),
        ("Action log", True, False, False),
        ("Apologies for absence", False, True, False),
        ("To approve the minutes of the meeting held on 3 May 2022", False, True, False),
        ("Date of next meeting", False, False, True),
        ("Playing field", False, False, False),
    ],
)
def test_kinds_of_item(title: str, taking_up: bool, formal: bool, ahead: bool) -> None:
    book = phrase_book()
    assert (book.is_taking_up(title), book.is_formal(title), book.is_looking_ahead(title)) == (taking_up, formal, ahead)


def test_an_overlay_adds_the_councils_own_status_words(tmp_path: Path) -> None:
    own = """rules:
  - id: own.green
    kind: progress
    value: done
    where: whole sentence
    reason: our key
    pattern: green
    match: Green
    no_match: The green gate
"""
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    assert phrase_book(tmp_path).outcome("GREEN.") == ("done", "own.green")
    assert phrase_book().outcome("GREEN.") == (None, None)
