"""Which dates in an action's sentence are its deadline, and which are those of something else. The meeting is that of 9 December 2031."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.assemble.deadlines import Deadlines

MEETING, NEXT = date(2031, 12, 9), date(2032, 1, 13)
DEADLINES = [
    ("Officers to submit the bid, the deadline for which is 10 January.", date(2032, 1, 10)),
    ("Cllr Moss to speak at the planning committee on 8 January.", date(2032, 1, 8)),
    ("Clerk to buy poppies in time for 11 January.", date(2032, 1, 11)),
    ("Clerk to cut the hedge in January or February.", date(2032, 2, 29)),
    ("Clerk to get prices in 3-4 weeks.", date(2032, 1, 6)),
    ("The owner has until 31 January to remove the fence.", date(2032, 1, 31)),
    ("Clerk to send the return by 30 January 2032.", date(2032, 1, 30)),
    ("Clerk to send the return by 31 January.", date(2032, 1, 31)),
    ("Clerk to write to the mill by no later than 16/1/32.", date(2032, 1, 16)),
    ("Cllr Moss to have the plan ready by the end of February.", date(2032, 2, 29)),
    ("The Clerk to report back in three months.", date(2032, 3, 9)),
    ("Clerk to reply within 28 days.", date(2032, 1, 6)),
    ("Clerk to reply to the county within 14 days of the meeting.", date(2031, 12, 23)),
    ("Clerk to bring prices to the next meeting.", NEXT),
    ("Officers to bring a report to the March committee.", date(2032, 3, 31)),
    ("Clerk to report in March.", date(2032, 3, 31)),
    ("Treasurer to send the accounts to the auditor by 30th June 2032", date(2032, 6, 30)),
    ("Cllr Dale to walk the path by Christmas.", date(2031, 12, 25)),
    ("Clerk to invoice the club by Friday.", date(2031, 12, 12)),
    ("Clerk to book the hall w/c 12 January.", date(2032, 1, 12)),
    ("Report to be submitted by Quarter 1 of 2032-33.", date(2032, 6, 30)),
    ("Clerk to send the form by close of play on Thursday.", date(2031, 12, 11)),
    ("Clerk to get prices (by 20 January).", date(2032, 1, 20)),
    ("Cllr Moss to draft a letter - deadline 20 January.", date(2032, 1, 20)),
    ("Clerk to chase; target date 31/03/2032.", date(2032, 3, 31)),
    ("Clerk to return the survey, the closing date being 16 January.", date(2032, 1, 16)),
    ("Clerk to submit a response to the consultation by the deadline of 16 January.", date(2032, 1, 16)),
    ("Clerk to submit comments before the consultation closes on 16 January.", date(2032, 1, 16)),
    ("Cllr Dale to attend the training on 14 January.", date(2032, 1, 14)),
    ("A site visit to be held on 20 January 2032.", date(2032, 1, 20)),
    ("The owner be given until 31 January to remove the fence.", date(2032, 1, 31)),
    ("Clerk to bring the report to the meeting on 10 February.", date(2032, 2, 10)),
    ("Clerk to put the item on the agenda for 10 February.", date(2032, 2, 10)),
    ("Cabinet to receive the report on 10 February 2032.", date(2032, 2, 10)),
    ("Officers to provide the figures within ten working days.", date(2031, 12, 23)),
    ("Clerk to order a bin by March and to report in May.", date(2032, 3, 31)),
    ("Clerk to write to X and report back by 3 March.", date(2032, 3, 3)),
    ("Clerk to renew the insurance annually in May.", date(2032, 5, 31)),
    ("Clerk to have the hedge trimmed in March.", date(2032, 3, 31)),
    ("Clerk to ensure that the hedge is cut by March.", date(2032, 3, 31)),
    ("Clerk to hold the fete on 5 June 2032.", date(2032, 6, 5)),
    ("Cllr Moss to report on the fete in July.", date(2032, 7, 31)),
    ("The decision be deferred until 10 February 2032.", date(2032, 2, 10)),
    ("That the hedge be cut and the path cleared in March.", date(2032, 3, 31)),
]
# No day: words that fix none, and the dates of other things: an event, a letter, a period, a contract's end, when it was asked for.
NONE = [
    "Clerk to contact the contractor, who is due to start on 6 February.",
    "Officers to review the pilot, which began in April.",
    "Clerk to tell residents about the drop-in session at the hall on 2 February.",
    "Clerk to ask the school if the hall is free on 14 February.",
    "Clerk to send out the invitation to the opening of the hall on 1 March.",
    "Clerk to note that the bank holiday on 1 January falls on a Thursday.",
    "Clerk to reply within 28 days of receipt.",
    "Clerk to report in six months after the trial.",
    "Clerk to let the plot, no earlier than 1 March.",
    "The contract has been extended until March 2033 and the Clerk would tell the owners.",
    "Cllr Moss has looked after the key until March; Clerk to find another.",
    "Clerk to write to the school before the end of term.",
    "Clerk to order bulbs in time for the autumn.",
    "Clerk to circulate the accounts before the AGM.",
    "Clerk to report in two meetings' time.",
    "Clerk to bring this back to the meeting after next.",
    "Grass contract to be reviewed ahead of the summer.",
    "Head to share the data at the spring term meeting.",
    "Clerk to pay the levy by Q4.",
    "Clerk to submit a response to the consultation, which closes on 16 January.",
    "Clerk to write before Easter.",
    "Clerk to send the plan to members in the new year.",
    "Clerk to ask the county about the letter of 3 November.",
    "Clerk to reply to the email received on 1 December.",
    "Clerk to reply to the resident's letter dated 14 November 2031.",
    "Clerk to extend the mowing contract until March 2033.",
    "Clerk to renew the lease to 31 March 2036.",
    "Clerk to add the 2032/33 budget to the agenda.",
    "Clerk to close the car park from 5 January until 9 January.",
    "Clerk to put up notices of the closure of Mill Lane from 12 to 16 January.",
    "Clerk to write to the county about the road closure on 14 January.",
    "Clerk to get prices for the jubilee party on 5 June 2032.",
    "Clerk to hire a marquee for the gala on 5 June.",
    "Clerk to buy medals for the VE Day celebrations in May.",
    "Clerk to circulate the notes of the site meeting on 2 December.",
    "Clerk to circulate the minutes of the meeting held on 11 November 2031.",
    "Clerk to apply for the grant which runs until 31 March 2033.",
    "The scheme would run until March 2033 and the Clerk would tell the owners.",
    "Clerk to pay the subscription for the year to 31 March 2033.",
    "Clerk to check the accounts for the year ending 31 March 2032.",
    "Clerk to check the bank balance as at 30 November.",
    "Clerk to write to the tenant whose lease expires on 25 March 2032.",
    "Clerk to thank Mr Ash, who will retire on 31 January.",
    "Clerk to respond to the consultation on the plan for 2032 to 2040.",
    "Clerk to publish the accounts for the quarter ended 31 December.",
    "Clerk to ask the police for the figures for January.",
    "Clerk to check the meter readings since June.",
    "Clerk to claim the grant for April to June.",
    "Clerk to advertise the vacancy, with interviews in February.",
    "Clerk to write a job advert for a post starting on 1 April 2032.",
    "Clerk to let the plot from 1 April.",
    "Clerk to put forward a motion on the 30 mph limit agreed in May.",
    "Clerk to send the report asked for in October.",
    "Clerk to chase the quotation requested at the November meeting.",
    "Clerk to chase the repair agreed at the meeting on 11 November.",
    "Clerk to ask why the bus had not run on 28 November.",
    "Clerk to write to the hirer about the damage on New Year's Eve.",
    "Clerk to tell the school that the hall is booked on 20 January.",
    "Clerk to book the hall for 20 January.",
    "Clerk to confirm the booking of the hall for Saturday 20 March 2032.",
    "Clerk to tell members of the training on 14 January.",
    "Clerk to circulate details of the conference on 14 January.",
    "Clerk to order a wreath for Remembrance Sunday.",
    "Clerk to add the elections in May 2032 to the website.",
    "Clerk to find out when the works due in March will begin.",
    "Clerk to issue permits valid until 31 December 2032.",
    "Clerk to keep the gate shut until 1 March.",
    "Cllr Dale to act as chair until May.",
    "Clerk to keep the matter under review until the spring.",
    "Clerk to put the budget for 2032/33 before the Finance Committee.",
    "Clerk to review last year's precept of December 2030.",
    "Clerk to mark the hundredth anniversary in 2034.",
    "Clerk to obtain quotes for the Christmas lights.",
    "Clerk to check planning application 24/03/2032.",
    "Clerk to ask the contractor about the works planned for February.",
    "Clerk to book places on the course on 27 February 2032.",
    "Clerk to circulate the figures asked for in May.",
    "Clerk to advise that the office will be shut on 2 January.",
]


def due(text: str) -> date | None:
    """The day on which ``text``, agreed at the meeting, is due."""
    return Deadlines(MEETING, NEXT, (NEXT,), "Nettleham Parish Council").due(text).date


@pytest.mark.parametrize(("text", "day"), DEADLINES)
def test_a_deadline_is_read(text: str, day: date) -> None:
    assert due(text) == day


@pytest.mark.parametrize("text", NONE)
def test_the_date_of_something_else_is_none(text: str) -> None:
    assert due(text) is None
