"""Tasks that are done by what is told: a price got, an answer found out, others asked, a thing ordered or set going."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.track import track
from tests.track.factories import action, full, item

SHELTER, HEDGE, LAMP, BINS = "Bus shelter", "Hedges", "Street lighting", "Litter bins"


@pytest.mark.parametrize(
    ("title", "task", "told", "status"),
    [
        # Prices dealt with are there, if there are as many as were asked for.
        (SHELTER, "Clerk to obtain three quotes for the shelter.", "The three quotes for the shelter were considered.", "completed"),
        (SHELTER, "Clerk to obtain three quotes for the shelter.", "The Clerk presented three quotes for the shelter.", "completed"),
        (SHELTER, "Clerk to obtain quotes for the shelter.", "Members looked at the quotes for the shelter.", "completed"),
        (SHELTER, "Clerk to obtain quotes for the shelter.", "The quotes for the shelter were too high.", "completed"),
        (
            SHELTER,
            "Clerk to obtain quotes for the shelter.",
            "It was agreed to accept the quote of Bray Brothers for the shelter.",
            "completed",
        ),
        (SHELTER, "Clerk to obtain three quotes for the shelter.", "Two quotes for the shelter were considered.", "open"),
        (SHELTER, "Clerk to obtain quotes for the shelter.", "The quotes for the shelter will be considered in May.", "open"),
        (SHELTER, "Clerk to obtain quotes for the shelter.", "It was agreed to ask for a further quote for the shelter.", "open"),
        (SHELTER, "Clerk to repair the shelter.", "The quotes for the shelter were considered.", "open"),
        # What was to be found out is stated; that it ought to be is no answer.
        (SHELTER, "Clerk to check whether the shelter is insured.", "The shelter is insured under the main policy.", "completed"),
        (SHELTER, "Clerk to check whether the shelter is insured.", "The insurers say that the shelter is covered.", "completed"),
        (SHELTER, "Clerk to check whether the shelter is insured.", "The shelter should be insured by May.", "open"),
        (SHELTER, "Clerk to check whether the shelter is insured.", "A member asked whether the shelter was insured.", "open"),
        # Others have done what they were to be asked for, have answered, or will not.
        (HEDGE, "Clerk to ask the county to cut the hedge.", "The county's contractor cut the hedge last week.", "completed"),
        (HEDGE, "Clerk to ask the county to cut the hedge.", "The county had replied that the hedge is to be cut in May.", "completed"),
        (HEDGE, "Clerk to ask the county to cut the hedge.", "The county had not replied about the hedge.", "open"),
        (HEDGE, "Clerk to ask the county to cut the hedge.", "A resident offered to cut the hedge.", "open"),
        (HEDGE, "Cllr Moss to speak to the owner about the hedge.", "The owner is not willing to cut the hedge.", "completed"),
        (LAMP, "Clerk to ask the county to mend the lamp.", "The county mended the lamp in February.", "completed"),
        (LAMP, "Clerk to ask the county to mend the lamp.", "A resident asked the county to mend the lamp.", "open"),
        (LAMP, "Clerk to have the lamp mended.", "The lamp is working again.", "completed"),
        (LAMP, "Clerk to have the lamp mended.", "The lamp is not working again.", "open"),
        # What is ordered or booked is on order, or is booked.
        (BINS, "Clerk to order two bins.", "The two bins are on order.", "completed"),
        (BINS, "Clerk to order two bins.", "The two bins are not yet on order.", "open"),
        # A paper is appended, a talk was had, somebody confirmed what he was to confirm, a body agreed to what it was recommended.
        (
            SHELTER,
            "The Clerk undertook to provide a plan of the shelter.",
            "A plan of the shelter was attached at Appendix B.",
            "completed",
        ),
        (
            SHELTER,
            "Clerk to meet the owner about the shelter.",
            "The Clerk had had a useful meeting with the owner about the shelter.",
            "completed",
        ),
        (
            SHELTER,
            "Clerk to confirm the date of the shelter's repair.",
            "The Clerk confirmed that the shelter's repair was for May.",
            "completed",
        ),
        (
            SHELTER,
            "That Cabinet be recommended to repair the shelter.",
            "The Cabinet had agreed to repair the shelter in May.",
            "completed",
        ),
        (SHELTER, "Clerk to repair the shelter.", "The Clerk had agreed to repair the shelter in May.", "open"),
        ("Annual meeting", "Clerk to book the hall for the meeting in May.", "The hall is booked for 9 May.", "completed"),
        ("Annual meeting", "Clerk to book the hall for the meeting in May.", "The hall is not booked for 9 May.", "open"),
    ],
)
def test_a_task_is_done_by_what_is_told(title: str, task: str, told: str, status: str) -> None:
    meetings = [full(date(2023, 1, 10), item("4", title, task, action(task))), full(date(2023, 3, 14), item("5", title, told))]
    followed = track(meetings, as_of=date(2023, 12, 31)).actions[0]
    assert followed.status == status
    assert followed.mentions, "the later item takes the action up"
