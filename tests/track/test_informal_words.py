"""The words in which people tell how a thing stands: in a log's cell, in a list, in a sentence, behind the task told again."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import AgendaItem
from minutes_miner.track import track
from minutes_miner.track.outcome import CLOSING, DONE
from minutes_miner.track.phrases import phrase_book
from tests.track.factories import action, full, item, line

JAN, MAR = date(2023, 1, 10), date(2023, 3, 14)
LAMP = ("Repair the street light in Mill Lane", "Street lighting", "The street light in Mill Lane")
BIN = ("Install a dog bin at the green", "Dog bin", "The dog bin at the green")
QUERY = ("Resolve the boundary query with the school", "School boundary", "The boundary query with the school")
BENCH = ("Repair the bench at the pond", "Pond bench", "The bench at the pond")
DRAIN = ("Clear the blocked drain in Church Road", "Drains", "The drain in Church Road")
SALT = ("Order new salt bins", "Salt bins", "The salt bins")
PRICES = ("Obtain quotes for the hall roof", "Hall roof", "The quotes for the roof")
SITE = ("Build a map of the footpaths for the walkers", "Footpath map", "The map of the footpaths for the walkers")
Thing = tuple[str, str, str]

WORDS: list[tuple[Thing, str, str]] = [
    (SITE, "is live", "completed"),
    (SITE, "is now live", "completed"),
    (SITE, "went live on 3 March", "completed"),
    (SITE, "up and running", "completed"),
    (LAMP, "fixed at long last", "completed"),
    (LAMP, "mended at last", "completed"),
    (LAMP, "all sorted", "completed"),
    (LAMP, "sorted", "completed"),
    (LAMP, "is now working again", "completed"),
    (BIN, "now in place", "completed"),
    (BIN, "in situ", "completed"),
    (QUERY, "has been put to bed", "completed"),
    (QUERY, "put to bed", "completed"),
    (BENCH, "job done", "completed"),
    (BENCH, "done and dusted", "completed"),
    (BENCH, "taken care of", "completed"),
    (BENCH, "has been seen to", "completed"),
    (BENCH, "has been put right", "completed"),
    (BENCH, "made good", "completed"),
    (BENCH, "as good as new", "completed"),
    (BENCH, "ticked off", "completed"),
    (BENCH, "matter now closed", "completed"),
    (DRAIN, "is clear", "completed"),
    (DRAIN, "is running freely again", "completed"),
    (DRAIN, "was jetted on 2 March", "completed"),
    (SALT, "are here", "completed"),
    (PRICES, "are in", "completed"),
    (PRICES, "now to hand", "completed"),
    (QUERY, "no further action", "dropped"),
    (BENCH, "no longer an issue", "dropped"),
    (BENCH, "not being taken forward", "dropped"),
    (BENCH, "can be taken off the list", "dropped"),
    (BENCH, "work is now finished", "completed"),
    (BENCH, "repairs carried out", "completed"),
    # wrong again, or not to be done
    (BENCH, "was repaired but has broken again", "open"),
    (BENCH, "cannot be repaired", "open"),
    (BENCH, "has nearly been finished", "open"),
    (PRICES, "one received so far", "open"),
    # no news, or not yet
    (QUERY, "nothing further to report", "open"),
    (QUERY, "nothing to report", "open"),
    (QUERY, "no news", "open"),
    (QUERY, "no change", "open"),
    (QUERY, "rumbles on", "open"),
    (SITE, "is not live yet", "open"),
    (SITE, "will go live in May", "open"),
    (SITE, "should be up and running by May", "open"),
    (BIN, "is not in place yet", "open"),
    (BIN, "to be put in place in May", "open"),
    (BENCH, "to be sorted", "open"),
    (BENCH, "has not been sorted yet", "open"),
    (BENCH, "will be put right in May", "open"),
    (BENCH, "on the back burner", "open"),
    (DRAIN, "is still blocked", "open"),
    (PRICES, "one in, two to come", "open"),
    (SALT, "delivery expected in April", "open"),
]


def _stands(thing: Thing, later: AgendaItem) -> str:
    task, title, _ = thing
    (tracked,) = track([full(JAN, item("4", title, task, action(task))), full(MAR, later)], as_of=date(2023, 12, 31)).actions
    assert tracked.mentions
    return tracked.state if tracked.state in ("completed", "dropped") else "open"


@pytest.mark.parametrize(("thing", "words", "state"), WORDS)
def test_in_a_cell(thing: Thing, words: str, state: str) -> None:
    log = item("3", "Action log", progress=(line(f"{thing[0]} | Clerk | {words}", thing[0], status=words),))
    assert _stands(thing, log) == state


@pytest.mark.parametrize(("thing", "words", "state"), WORDS)
def test_in_a_list(thing: Thing, words: str, state: str) -> None:
    assert _stands(thing, item("3", "Matters arising", f"{thing[0]} - {words}")) == state


@pytest.mark.parametrize(("thing", "words", "state"), WORDS)
def test_in_a_sentence(thing: Thing, words: str, state: str) -> None:
    assert _stands(thing, item("3", thing[1], f"{thing[2]} {words}.")) == state


@pytest.mark.parametrize(("thing", "words", "state"), WORDS)
def test_behind_the_task_told_again(thing: Thing, words: str, state: str) -> None:
    again = f"It was agreed at the last meeting that the Clerk would {thing[0][0].lower()}{thing[0][1:]}. {thing[2]} {words}."
    assert _stands(thing, item("3", thing[1], again)) == state


NOTES = [
    ("Review the dog policy", "review complete", "completed"),
    ("Circulate the draft budget", "went round to all members last week", "completed"),
    ("Order new salt bins", "on order", "completed"),
    ("Order new salt bins", "order placed 3 March", "completed"),
    ("Draft a dog policy", "drafted, for approval tonight", "completed"),
    ("Write to the bus company", "sent, awaiting reply", "completed"),
    ("Write to the bus company", "will go out shortly", "open"),
    ("Resolve the boundary query with the school", "NFA", "dropped"),
]


@pytest.mark.parametrize(("task", "words", "state"), NOTES)
@pytest.mark.parametrize("column", [True, False])
def test_notes_of_a_log(task: str, words: str, state: str, column: bool) -> None:
    log = item("3", "Action log", progress=(line(f"{task} | Clerk | {words}", task, status=words if column else None),))
    assert _stands((task, "Other business", ""), log) == state


@pytest.mark.parametrize(
    ("task", "title", "told", "state"),
    [
        ("Fit a new soap dispenser in the hall", "Hall", "A new soap dispenser was up.", "completed"),
        ("Fit a new soap dispenser in the hall", "Hall", "Cllr Carr has put a soap dispenser up in the hall.", "completed"),
        ("Apply for the road closure of Mill Lane", "Road closure", "The Clerk had the closure order for Mill Lane.", "completed"),
        ("Put the register of gifts on the website", "Register of gifts", "The register could now be seen on the website.", "completed"),
        ("Obtain three prices for a new slide", "Slide", "Three prices for the slide were before the meeting.", "completed"),
        ("Obtain three prices for a new slide", "Slide", "The Clerk had two prices for the slide and a third on the way.", "open"),
        ("That a new slide be priced by Cllr Carr", "Slide", "Cllr Carr had two prices for the slide.", "completed"),
        (
            "Clerk to bring proposals for the slide to the next meeting",
            "Slide",
            "The Clerk presented proposals for the slide.",
            "completed",
        ),
        ("Send the admission arrangements to the county", "Admission", "The admission arrangements went to the county.", "completed"),
    ],
)
def test_in_other_words(task: str, title: str, told: str, state: str) -> None:
    assert _stands((task, title, ""), item("3", title, told)) == state


def test_a_letter_to_somebody_does_not_act() -> None:
    thing = ("Write to the bus company", "Bus service", "")
    assert _stands(thing, item("3", "Bus service", "The letter to the bus company will go out shortly.")) == "open"
    assert _stands(thing, item("3", "Bus service", "The letter to the bus company has gone.")) == "completed"
    assert _stands(thing, item("3", "Bus service", "The bus company will run the 6.15 again.")) == "completed"


@pytest.mark.parametrize(
    "sentence",
    [
        "Cracks can now be seen in the wall.",
        "The gate no longer shuts properly.",
        "The door neither opens nor closes properly.",
        "The office closes again on Friday.",
        "The tap drips again.",
        "Water was running freely down the lane.",
        "Sewage was flowing again.",
        "The contractor had put the price up.",
        "The county has put the repair back to May.",
        "The letter has gone astray.",
        "The form went to the wrong department.",
        "The hall fees are up.",
        "The number of complaints is up.",
        "The oak has a tree preservation order.",
        "The site has a licence for ten caravans.",
        "Cllr Ash asked whether the quotations were in.",
        "Clerk to report when all the quotations are in.",
        "It is unclear whether the drain is clear.",
        "Once the bench is in place the ground can be seeded.",
        "The roof is not 100% complete.",
        "Action: footpath to be closed.",
        "Item 4: the lane to be closed.",
        "Two names to be taken off the waiting list.",
        "The barn is listed.",
        "The invoice was queried.",
        "The Clerk was thanked.",
        "The complaint is connected with the drain.",
    ],
)
def test_words_much_like_those_of_a_thing_done_close_nothing(sentence: str) -> None:
    assert phrase_book().outcome(sentence)[0] not in CLOSING


@pytest.mark.parametrize(
    "sentence",
    [
        "The Clerk had the closure order.",
        "The Council now has a licence.",
        "Action 12 to be closed.",
        "The figures are now in.",
        "The new sign is up.",
    ],
)
def test_words_of_a_thing_done_close_it(sentence: str) -> None:
    assert phrase_book().outcome(sentence)[0] == DONE
