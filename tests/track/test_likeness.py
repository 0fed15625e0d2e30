"""What makes a later sentence a likelier fate of an action, one kind of evidence at a time."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import Action, AgendaItem, Meeting
from minutes_miner.track.likeness import Likeness
from minutes_miner.track.passages import Passage, passages_of
from minutes_miner.track.phrases import phrase_book
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.subjects import subject_of
from minutes_miner.track.words import Rarity, terms
from tests.track.factories import STANDING, action, full, item

JAN, MAR = date(2023, 1, 10), date(2023, 3, 14)
BOOK = phrase_book()
LAMP = "Clerk to report the broken lantern in Fuller's Lane to the supplier."


def points(first: Action, later: AgendaItem, *, title: str = "Correspondence", said: str = "") -> float:
    """The points of the likeliest sentence of ``later`` as the fate of ``first``, raised in January under ``title``."""
    raised, meeting = item("9", title, said, first), full(MAR, later)
    rarity = Rarity(BOOK.business_words, BOOK.office_words)
    for each in (*STANDING, *STANDING, raised, *meeting.items):
        rarity.add_item(terms(f"{each.title}\n{each.text}"))
    subject = subject_of(first, raised, full(JAN, raised), BOOK, due=first.due.date)
    likeness = Likeness(rarity, BOOK, TrackSettings())
    return max(likeness.points(subject, passage, passed=0) for passage in _passages(meeting, later))


def _passages(meeting: Meeting, later: AgendaItem) -> list[Passage]:
    return [passage for passage in passages_of(meeting, BOOK) if passage.item is later]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(
            points(action(LAMP, due=date(2023, 3, 10)), item("7", "Highways", "The lantern was looked at.")),
            points(action(LAMP, due=date(2023, 9, 10)), item("7", "Highways", "The lantern was looked at.")),
            id="it falls due about the day of the meeting",
        ),
        pytest.param(
            points(action(LAMP), item("7", "Fuller's Lane", "The supplier had looked at the lantern.")),
            points(action(LAMP), item("7", "Fuller's Lane lantern", "The supplier had called.")),
            id="its words stand in the sentence and not in the heading alone",
        ),
        pytest.param(
            points(action(LAMP), item("7", "Matters arising", "The lantern had been looked at.")),
            points(action(LAMP), item("7", "Highways", "The lantern had been looked at.")),
            id="the item goes through earlier actions",
        ),
        pytest.param(
            points(action(LAMP), item("7", "Matters arising", "Fuller's Lane – there was a lantern.")),
            points(action(LAMP), item("7", "Matters arising", "Orchard gate – there was a lantern.")),
            id="the paragraph is headed with its words and not with another matter",
        ),
        pytest.param(
            points(action(LAMP), item("7", "Fuller's Lane", "The lantern of the supplier was awaited.")),
            points(action(LAMP), item("7", "Fuller's Lane", "The lantern of the supplier was green.")),
            id="the sentence says that a thing is awaited",
        ),
        pytest.param(
            points(action("Clerk to report the lamp."), item("7", "Roads", "A lighting column was bent.")),
            points(action("Clerk to report the lamp."), item("7", "Roads", "A drying rack was bent.")),
            id="it names the thing in other words",
        ),
        pytest.param(
            points(action("Clerk to look at the play area."), item("7", "Parks", "The swings were bent.")),
            points(action("Clerk to look at the slide."), item("7", "Parks", "The swings were bent.")),
            id="it names a part of the thing, and not another part",
        ),
        pytest.param(
            points(action("Clerk to ask the Harbour Lighting Board."), item("7", "Roads", "The HLB met.")),
            points(action("Clerk to ask the Harbour Lighting Board."), item("7", "Roads", "The BGW met.")),
            id="it has a name by its initials",
        ),
        pytest.param(
            points(action("Clerk to progress."), item("7", "Weir", "The weir had been measured."), title="Weir"),
            points(action("Clerk to progress."), item("7", "Weir", "A gull had been seen."), title="Weir"),
            id="an action without a subject is about its heading",
        ),
        pytest.param(
            points(action("Clerk to progress."), item("7", "Roads", "A tree near the weir had been felled."), title="Trees near the weir"),
            points(action("Clerk to progress."), item("7", "Roads", "A heron near the weir had been seen."), title="Trees near the weir")
            + 2,
            id="such an action is about the thing at a place, and not about the place",
        ),
        pytest.param(
            points(action("Clerk to buy varnish for the chapel gate."), item("7", "Varnish, chapel gate", "Two had come.")),
            points(action("Clerk to buy varnish for the chapel gate."), item("7", "Chapel", "Two had come."))
            + TrackSettings().weights.core / 2,
            id="the later heading names more than one of its things",
        ),
        pytest.param(
            points(action(LAMP), item("7", "Highways", "A lantern was seen.")),
            points(action(LAMP, due=date(2023, 3, 10)), item("7", "Highways", "A cow was seen.")),
            id="a due day does not stand in for words",
        ),
    ],
)
def test_evidence_adds_up(more: float, less: float) -> None:
    assert more > less + 0.25


def test_a_task_about_the_same_thing_is_not_the_same_task() -> None:
    later = item(
        "7", "Hall", "The Clerk showed three quotations for the chapel roof.", action("Cllr Moss to ask for a grant for the chapel roof.")
    )
    assert points(action("Clerk to obtain three quotations for the chapel roof."), later) > TrackSettings().accept
    again = item("7", "Hall", "The chapel roof leaked.", action("Clerk to obtain three quotations for the chapel roof again."))
    assert points(action("Clerk to obtain three quotations for the chapel roof."), again) < TrackSettings().accept


@pytest.mark.parametrize(
    ("liker", "less"),
    [
        pytest.param(
            points(action(LAMP), item("7", "Matters arising", "The lantern is out again.", action("Clerk to report the lantern again."))),
            points(action(LAMP), item("7", "Street lights", "The lantern is out again.", action("Clerk to report the lantern again."))),
            id="a task set while earlier actions are gone through goes on with one",
        ),
        pytest.param(
            points(action(LAMP), item("7", "Payments", "The supplier of the lantern was paid £90.")),
            points(
                action(LAMP),
                item(
                    "7",
                    "Payments",
                    "Payments: supplier of the lantern £90, mower fuel £31, stamps £12, hall hire £45, hedge cut £200, salt £18, paper £9, "
                    "ink £40, chairs £310, bunting £22, paint £17, gravel £130, compost £26, skip £220, plumber £75, window cleaner £15.",
                ),
            ),
            id="a long list of payments shares words by chance",
        ),
    ],
)
def test_evidence_is_less_in_passing(liker: float, less: float) -> None:
    assert liker > less + 0.5
