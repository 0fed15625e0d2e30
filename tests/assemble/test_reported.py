"""What sets a task and what only reports one: wordings that differ by little, each beside its near miss; whose task it is."""

from __future__ import annotations

import pytest

from minutes_miner.model import Action
from tests.papers import record

FROST = "Dr. Lena Frost"  # whom the attendance list names in full


def actions(text: str) -> tuple[Action, ...]:
    return record(text).actions


# (sentence that sets a task, its owner)
TASKS = [
    ("Members agreed the draft and requested Mr. Pike, Oakshire County Council, to look into the cost.", "Mr. Pike"),
    ("The Council needs to revise its complaints procedure before the audit.", "The Council"),
    ("It was left with Councillor Garside to approach the bowls club.", "Councillor Garside"),
    ("Mr. Pike would do a short talk on drains.", "Mr. Pike"),
    ("Dr. Frost was worried about the roses and proposed to speak to the nursery.", FROST),
    ("Dr. Frost had read the paper and would like the legal team to check it.", "the legal team"),
    ("The Clerk has been asked to obtain a price for new nets.", "The Clerk"),
    ("Councillors are asked to return their forms to the Clerk by 27 March.", "Councillors"),
    ("The Chair suggested that the Friends be invited to the next meeting.", None),
    ("The Clerk also to ask the vicar.", "The Clerk"),
    ("The revised charges will now go to the hall users' forum.", None),
    ("Members felt the policy was old and it should be brought back to the May meeting.", None),
    ("Discuss at the next meeting.", None),
    ("Payment to be approved at the next meeting.", None),
    ("Agreed that the Clerk writes to the bus company.", "the Clerk"),
    ("The working group will meet in June and will bring its proposal to the Panel.", "The working group"),
    ("Councillors looked at the seat and will arrange a day to mend it.", "Councillors"),
    ("The Manager, Community Lead and Clerk will be attending the meeting.", "The Manager, Community Lead and Clerk"),
    ("Copies of the map will be sent round by the Parish Council.", "the Parish Council"),
    ("The forms will be completed by the end of May.", None),
    ("An inspection of the works will be carried out in May.", None),
    ("The Clerk will send a letter of thanks to the band.", "The Clerk"),
    ("The Panel talked about staffing and asked Mr. Pike, Treasurer, to model the cost of a sixth post.", "Mr. Pike"),
    ("The Chair and the Clerk were asked to go and see the landowner.", "The Chair and the Clerk"),
    ("Dr. Frost was asked whether the gate would be locked and said that she would find out.", "Dr. Frost"),
    ("It was agreed to back the scheme and to authorise the Clerk to begin.", "the Clerk"),
    ("The Clerk was given permission to pay the deposit.", "The Clerk"),
    ("RESOLVED: That the update be noted and that ward members be told by e-mail.", None),
    ("Governors should return their forms to the Clerk by Friday 20 June.", "Governors"),
    ("It was agreed that Dr. Frost and the Clerk should meet the architect.", "Dr. Frost and the Clerk"),
    ("The levy of £40 to be paid by end December.", None),
    ("A note of this would be in the next Village Drop.", None),
    ("The report will be published by Monday Evening.", None),
    ("Mr. Pike said that he had written to the owner; they would meet at the weir and Mr. Pike would report back.", "Mr. Pike"),
    ("A list to be sent round by the Clerk.", "the Clerk"),
    ("RESOLVED: That the Clerk should continue to ask for prices and write to the county.", "the Clerk"),
    ("RESOLVED: That the Council accept the offer and instruct the Clerk to reply.", "the Clerk"),
    ("It was agreed to raise the matter of the fees with the county.", None),
    ("The Clerk needs to renew the insurance.", "The Clerk"),
    ("The Clerk has been tasked with finding a contractor.", "The Clerk"),
    ("Dr. Frost undertook the task of painting the bench.", "Dr. Frost"),
    ("A report on the lamps is to come to the July meeting.", None),
    ("It was suggested that the Clerk write to the owner. All agreed.", "the Clerk"),
    ("It was proposed to obtain three quotes. Agreed.", None),
    ("RESOLVED: That a report on the payments be made to the July meeting.", None),
    ("The letter would be sent if possible.", None),
    ("The lists will be published on the website.", None),
    ("A letter about the calendar to be sent out by the end of July by the Clerk.", "the Clerk"),
    ("The plan will be completed by the end of July and is being led by Dr. Frost.", "Dr. Frost"),
    ("Play area inspection to be booked.", None),
    ("Lottery application to be submitted when it is ready.", None),
    ("Forms to be ready and to be submitted by July.", None),
    ("Dr. Frost to be added to the bank mandate.", None),
    ("Dr. Frost to be asked to write to the bank.", "Dr. Frost"),
    ("It was agreed to invite Dr. Frost, Director, to the July meeting.", None),
    ("Members were asked to send any comments to the Clerk by 14 July.", "Members"),
    ("Dr. Frost was asked to send any comments to the Clerk.", "Dr. Frost"),
    ("The Chair of Governors would write to the Head.", "Chair of Governors"),
    ("By spring a list of paths will be circulated.", None),
    ("The costs will be circulated to members.", None),
    ("Mr. Pike advised that he could send the plan round as soon as it is drawn.", "Mr. Aldous Pike"),
    ("Dr. Frost had written up the accounts and would be sending them to the bank.", "Dr. Frost"),
    ("It was also noted that a bill for the pitch should be sent to the club.", None),
    ("Two fees were unpaid and the Clerk to send reminders.", "the Clerk"),
    ("Boundary walk put off. To be on the next meeting agenda.", None),
    ("The Council would write in support of the shop.", "The Council"),
    ("The Chair asked Mr. Pike to give an update at the next meeting.", "Mr. Pike"),
    ("There was no time and a list would be sent round.", None),
    ("Details of the walk will be included in the May newsletter.", None),
    ("It was agreed that the draft should come to the November meeting.", None),
    ("It was agreed to have the car park as an item at the December meeting.", None),
    ("It was agreed that there should be a review of the hall charges.", None),
    ("RESOLVED: That the Clerk re-examine the ledger before 31 March.", "the Clerk"),
    ("The Council consented to authorise the Clerk to sign the deed.", "the Clerk"),
    ("Our Treasurer would ask the bank for a card.", "Our Treasurer"),
    ("The Clerk has spoken to the contractor and will chase the invoice.", "The Clerk"),
    ("The Clerk is awaiting a reply from the county and will report at the next meeting.", "The Clerk"),
    ("Noted. Clerk to respond.", "Clerk"),
    ("The school had not been told. Mr. Pike would do this.", "Mr. Pike"),
    ("Matter to be listed at next meeting.", None),
    ("To go on next agenda.", None),
    ("Put on agenda for May.", None),
    ("The Clerk will look to arrange a visit.", "The Clerk"),
    ("Dr. Frost was nominated to meet the builder.", "Dr. Frost"),
    ("Mr. Pike would double check the figures.", "Mr. Pike"),
    ("Mr. Pike advised that officers were working on a paper which would be brought to the Panel in June.", None),
    ("The Chair thanked the officers and asked that they return in a year.", None),
    ("The Chair ended by asking Mr. Pike to bring the plan back in May.", "Mr. Pike"),
    ("Mr. Pike took that as an action.", "Mr. Pike"),
    ("It was confirmed that the figures would be shared after the meeting.", None),
    ("The Board would receive a further report in July.", None),
    ("Governors were reminded to complete their training by the end of term.", "Governors"),
    ("The Panel noted that Mr. Pike would circulate the figures.", "Mr. Pike"),
    ("With all this in mind it was resolved a letter should be sent to the owner.", None),
    ("The bench will be repaired by the end of May.", None),
    ("Mr. Pike said that the bench would be repaired.", "Mr. Aldous Pike"),
    ("The bench is to be repaired.", None),
    ("A price would be obtained and the Clerk would bring it to the next meeting.", "the Clerk"),
]

# The near misses: nobody here is to do anything.
REPORTS = [
    "Members were asked to send any comments to the Clerk.",
    "The experience of Dr. Frost would add to the panel.",
    "By printing the list a saving would be made.",
    "The additional cost of the lamp will be included in next year's bill.",
    "The Clerk spoke of changes which the Council needs to make.",
    "Dr. Frost told of a report which the County Council needs to publish.",
    "Councillor Vance advised that the levy would be raised by 3 per cent.",
    "The results will be published in August.",
    "The police would be informed if it happened again.",
    "RESOLVED: That the payments be made.",
    "RESOLVED: That a donation of £50 be made to the church.",
    "RESOLVED: That the Council proceed with the purchase of the mower.",
    "It was suggested that the Clerk write to the owner. The Chair spoke of the gate.",
    "It was agreed that the Clerk should continue to monitor the drain.",
    "RESOLVED: That the Council accept the quotation of £300 from Dobbs to mend the roof.",
    "It was agreed to raise the rent.",
    "The Committee agreed that the price of a ticket should be lowered.",
    "The plan was dear, so that whatever the County Council decides in its budget would be well published.",
    "The lamp stays, and should the lamp fail it will be removed.",
    "The report will be published by Education Oakshire in January.",
    "(e) Repair work on the porch has begun, and will be completed as soon as possible.",
    "Mr. Pike advised that he had been in contact with Dobbs, they will inspect and report back.",
    "The following payments were approved: 1. Weir Reading Room, Hire of Hall, October, £28.00 2. Mrs. Jane Dale, salary",
    "Members agreed the draft, which Mr. Pike, Oakshire County Council, had asked for.",
    "The Council needs to be more open.",
    "It was left with Councillor Garside's other papers.",
    "Mr. Pike would do well to wait.",
    "Oakshire County Council has been asked to clear the drain.",
    "Councillors are asked to let the Clerk know of their wishes.",
    "The Chair suggested that the Friends were tired.",
    "The bus will now go to the hospital.",
    "The roof works are on programme and will be completed in October.",
    "Mr. Pike said that the deficit would be cleared in two years.",
    "The resurfacing of Mill Lane will be done in August.",
    "The county has promised to resurface Mill Lane.",
    "An anonymous donor has kindly offered to pay for the repairs.",
    "Mr. Pike said that the supplier was looking at the monitor and would advise on its repair.",
    "The Clerk can confirm that the grant has been paid.",
    "Mr. Pike would be happy to see the old sign go.",
    "The Clerk will pass on the Council's thanks to the band.",
    "The hours would be shared between two teachers.",
    "The figures will be presented as four grades.",
    "A final answer would be issued by the Department in due course.",
    "Councillors agreed to continue with the subscription.",
    "Aim to get more gifts.",
    "No decisions will be made today; matters will be put forward to the next meeting.",
    "Mr. Pike reminded the Panel that the plan would be reviewed in May.",
    "It was agreed that no response be sent.",
    "The Chair asked Mr. Pike to explain the figures.",
    "Members were asked to note the change of venue.",
    "The Panel had asked Mr. Pike to model the cost.",
    "Residents were asked to write to the county.",
    "RESOLVED: That the minutes be approved and that they be signed by the Chair.",
    "The Clerk was given permission last year.",
    "Governors should return to the old way.",
    "The engineer told the Clerk that he would order the part.",
    "RESOLVED: That the Council will not charge for seats.",
    "Lottery application - ready to be submitted.",
    "Village hall grant: application ready to be submitted by the Clerk.",
    "Two lamps waiting to be fitted.",
    "Mr. Pike said that he could see the weir from his window.",
    "The bowls club hopes to mend its roof and will be asking for help.",
    "It was also noted that dogs should be kept on a lead.",
    "A meeting of the Chair and the Clerk to discuss the lease was useful.",
    "The county has engaged an ecologist and a Planning Officer to look into the smell.",
    "The Council was asked to pay for the hire of the marquee.",
    "The Chair asked the Board to review and adopt the policy.",
    "The Chair asked Mr. Pike to give an update on the bridge.",
    "The Clerk said that the claim had failed and that no further notice would be issued.",
    "Sessions will probably begin at lunchtime, and parents will be invited to later ones.",
    "The Act has requirements for the drains to be inspected.",
    "If they wished to speak on an item they should say so and they would be invited to the table.",
    "More detail will be included regarding membership.",
    "Further talks would be arranged on an ad hoc basis.",
    "Plot 7 had been given up and offered to the next on the list.",
    "The service is currently offered to schools.",
    "The Clerk said that the developer had advised he had seen the hole and he would be discussing it with his men.",
    "The highways department is not prepared to pipe the ditch, but will place a grid.",
    "RESOLVED: That the Panel note the Play Team Update.",
    "Payments were approved: Clerk £312.00, Reading Room hire £18.00.",
    "The appointment was agreed to by all councillors present.",
    "The policy was agreed subject to adding the statement: ‘The Clerk will be told of any loss’.",
    "It was agreed that the requirement for members to pay a fee should be dropped.",
    "The bench will be repaired.",
    "The contractor has looked at it and will send a price.",
    "The last line of item 6 should read: Mr. Pike will speak with the vicar.",
    "The police will be told if it happens again.",
    "Mr. Pike advised that officers were working on a paper which would be brought to the Panel.",
    "The Board would receive a further report.",
    "Governors are reminded to complete their training.",
    "The Panel noted that Mr. Pike would be leaving in May.",
    "It was noted that the road would be closed.",
    "Dr. Frost was nominated to the panel.",
    "The markings at the bend would be renewed as part of the dressing.",
]


@pytest.mark.parametrize(("text", "owner"), TASKS)
def test_a_task_is_found_with_its_owner(text: str, owner: str | None) -> None:
    (action,) = actions(text)
    assert (action.owner or "").casefold().removeprefix("the ") == (owner or "").casefold().removeprefix("the ")


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_sets_no_task(text: str) -> None:
    assert not actions(text)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Mr. Pike to ring the county and the Clerk will ring the district.", ["Mr. Pike", "the Clerk"]),
        ("The county will be asked for cones and the Clerk will order salt.", [None, "the Clerk"]),
        ("Mr. Pike would ring Dr. Frost and the Clerk would ring the vicar.", ["Mr. Pike", "the Clerk"]),
        ("Mr. Pike would talk to the vicar and the Clerk was asked to withhold the cheque.", ["Mr. Pike", "the Clerk"]),
        ("The Chair requested that the leaflet be shared, and Mr. Pike agreed to do so.", ["Mr. Pike"]),
        ("ACTION: Clerk to book rooms for the fair. ACTION: Clerk to book two small rooms if possible.", ["Clerk", "Clerk"]),
        ("A leaflet will be made. This will be an agenda item for the next meeting.", [None, None]),
        ("The fair was discussed with Long Beacon, Mr. Pike will book a band.", ["Mr. Pike"]),
    ],
)
def test_each_of_several_doers_has_a_task_of_his_own(text: str, owners: list[str | None]) -> None:
    assert [action.owner for action in actions(text)] == owners


@pytest.mark.parametrize("promise", ["The Clerk did not know and would ask.", "The Clerk agreed to do so."])
def test_a_promise_that_says_nothing_of_its_own_is_the_marked_task(promise: str) -> None:
    (action,) = actions(f"The cost of salt was wondered at. {promise} ACTION: Clerk to find out the price of salt by 30 June.")
    assert (action.text, action.also) == ("Clerk to find out the price of salt by 30 June.", (promise,))


def test_a_promise_with_words_of_its_own_is_a_task_beside_the_marked_one() -> None:
    found = actions("The Clerk would write to the school. ACTION: Clerk to find out the price of salt by 30 June.")
    assert [action.owner for action in found] == ["The Clerk", "Clerk"]
