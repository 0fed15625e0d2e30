"""What closes an action and what only seems to."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import AgendaItem
from minutes_miner.track import track
from tests.track.factories import action, full, item, line, reference

JAN, MAR, MAY = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9)
AS_OF = date(2023, 12, 31)


def status_of(first: AgendaItem, later: AgendaItem) -> tuple[str, int]:
    """The status of the one action of ``first`` after a meeting with ``later``, and the number of its mentions."""
    ledger = track([full(JAN, first), full(MAR, later)], as_of=AS_OF)
    (tracked,) = [each for each in ledger.actions if each.item == first.number and each.meeting_date == JAN]
    return tracked.status, len(tracked.mentions)


GRANT = item("9", "Bowling green", "", action("Cllr Moss to apply to the Heritage Lottery for a grant.", "Cllr Moss"))
LIGHTS = item("9", "Christmas tree", "", action("Cllr Carr to buy the lanterns and to test them.", "Cllr Carr"))
BRIDGE = item("9", "Footbridge", "", action("That the Cabinet be recommended to extend the footbridge contract.", None))
POSTS = item("9", "Columns", "", action("Red columns to be replaced within the year.", None))
DRAIN = item(
    "9",
    "Public session",
    "Mrs Fell of Kiln Lane asked when the culvert outside her house would be cleared. The Clerk would report it to Highways tomorrow.",
    action("The Clerk would report it to Highways tomorrow."),
)

MEADOW = item("9", "Meadow", "", action("That the Head of Parks submit a report on the meadow to the next meeting.", "Head of Parks"))
WEIR = item("9", "Weir", "", action("Cllr Moss to find out whether the weir would be closed at night.", "Cllr Moss"))
SIGN = item("9", "Village sign", "", action("Clerk to ask Mr Fell to regild the village sign."))
PUMP = item("9", "Pump", "", action("Clerk to ask Coldwell Engineering for a quotation for the pump."))

YEARLY = item(
    "9", "Solar lamps", "", action("The manager would report on the second trial of solar lamps in January.", due=date(2024, 1, 9))
)
HEDGE = item("9", "Glebe hedge", "", action("Mr Fell to cut the glebe hedge.", "Mr Fell"))
CHASE = item("9", "Glebe hedge", "", action("Clerk to chase Mr Fell about the glebe hedge."))
PRICES = item("9", "Chapel wall", "", action("Clerk to get three quotations for the chapel wall."))
QUOTES = item("9", "Chapel wall", "", action("Clerk to get three quotations for the chapel wall and bring them to the next meeting."))
SHOPS = item("9", "Vacant shops", "", action("Members asked that the vacant shops be discussed at the next meeting.", None))
BEACON = item("9", "Beacon", "", action("That the Cabinet be recommended to buy the beacon.", None))
FUND = item("9", "Sluice", "", action("Clerk to apply to the Waterways Fund for the sluice."))
EXPLORE = item("9", "Sports grants", "", action("Clerk to explore Sports Fund options for the pavilion."))

WALK = item("9", "Bridleway", "", action("Cllr Dove to walk the bridleway.", "Cllr Dove"))
OWL = item("9", "Owl Farm", "", action("Clerk to send the letter to Owl Farm."))
DRAFT = item("9", "Mooring rules", "", action("Clerk to draft rules for mooring at the quay."))
TRIP = item("9", "Sorting plant", "", action("Clerk to arrange a visit to the sorting plant."))
ROOF = item("9", "Pavilion roof", "", action("Clerk to get the pavilion roof repaired."))

SWING = item("9", "Swing", "", action("Clerk to order the new swing seat."))
FITTED = item("9", "Swing", "", action("Clerk to have the new swing seat fitted."))
LUNCH = item("9", "Harvest lunch", "", action("Mrs Dabney to order the cake for the harvest lunch.", "Mrs Dabney"))
SITE = item("9", "Bench", "", action("Cllr Moss to find a site for the bench.", "Cllr Moss"))
GRIT = item("9", "Grit bin", "", action("Clerk to ask the county for a grit bin in Hob Lane."))
VACANCY = item("9", "Vacancy", "", action("Clerk to advertise the vacancy for a treasurer."))
TYRES = item("9", "Minibus", "", action("Transport lead to change the minibus tyres.", "Transport lead"))
LAMPS = item("9", "Lamps", "", action("That the Clerk obtain a price for four lamps."))
CUP = item("9", "Kitchen", "", action("Bookings Officer to buy crockery for the kitchen.", "Bookings Officer"))
COURSE = item("9", "First aid", "", action("All trustees to complete the first aid course.", "All trustees"))
MOWER = item("9", "Mower and fence", "", action("Mr Reed to sharpen the mower.", "Mr Reed"))
BAND = item("9", "Fair", "", action("Ms Quine to book a band for the fair.", "Ms Quine"))
SPEAKER = item("9", "Annual meeting", "", action("Secretary to find a speaker for the annual meeting.", "Secretary"))
BOARD = item("9", "Notice board", "", action("It was agreed to purchase a notice board for the green.", None))
KEYS = item("9", "Keys and alarm", "", action("Caretaker to cut new keys.", "Caretaker"))
LICENCE = item("9", "Licence", "", action("Clerk to renew the premises licence."))
HALL = item("9", "Hall charges", "", action("The hall charges to be discussed at the next Board meeting.", None))
FIGURES = item("9", "Footfall", "", action("The footfall figures will be available for the next Board meeting in March.", None))
BARN = item("9", "Planning", "", action("Clerk to submit comments on the barn in Hob Lane by 20 January."))
OWNERS = item("9", "Verges", "", action("Clerk to draft a letter to the owners of the caravans.", "Clerk"))
SCOUTS = item("9", "Bonfire", "", action("See Scouts about the bonfire", "Cllr Moss"))
KIOSK = item("9", "Kiosk", "", action("Cllr Moss to draw up plans for a kiosk.", "Cllr Moss"))
CALENDAR = item("9", "Sports pictures", "", action("Discuss calendar at the next meeting.", None, due=MAR))
STREET = item("9", "Street lighting", "", action("Clerk to report the lamp in Hob Lane to the county."))
RAILS = item("9", "Footbridge", "", action("Members agreed to carry out repairs to the rails of the footbridge.", "Members"))
SHARE = item("9", "Library", "", action("Head of Culture to report on the library to the next meeting.", "Head of Culture"))


@pytest.mark.parametrize(
    ("first", "later", "status"),
    [
        (SWING, "The new swing seat has been ordered and will be fitted in October.", "completed"),
        (FITTED, "The new swing seat has been ordered and will be fitted in October.", "open"),
        (FITTED, "The new swing seat has been ordered.", "open"),
        (FITTED, "The new swing seat has been ordered and fitted.", "completed"),
        (LUNCH, "It was agreed that the harvest lunch be called off.", "superseded"),
        (LUNCH, "The raffle at the harvest lunch was called off.", "open"),
        (LUNCH, "Mr Pell will see to the cake for the harvest lunch now, as Mrs Dabney is away.", "superseded"),
        (LUNCH, "Mrs Dabney will see to the cake for the harvest lunch now.", "open"),
        (LUNCH, "Mr Pell offered to order the cake for the harvest lunch instead of Mrs Dabney.", "superseded"),
        (SITE, "Cllr Moss had looked at two sites for the bench; neither would do.", "open"),
        (SITE, "A site for the bench has been found.", "completed"),
        (GRIT, "The county would not supply a grit bin for Hob Lane.", "completed"),
        (GRIT, "The county hopes to put a grit bin in Hob Lane before the frost.", "completed"),
        (GRIT, "The county will be asked for a grit bin in Hob Lane.", "open"),
        (GRIT, "It was agreed that the county be asked for a grit bin in Hob Lane.", "open"),
        (VACANCY, "Nobody had come forward in answer to the notice of the vacancy for a treasurer.", "completed"),
        (VACANCY, "Nobody had come forward for the vacancy.", "open"),
        (TYRES, "The minibus had been sold, so no tyres were needed.", "superseded"),
        (TYRES, "The minibus needed no petrol, the tyres having been changed.", "completed"),
        (TYRES, "Minibus: insurance renewed, tyres still to be changed.", "open"),
        (LAMPS, "Lumen Ltd would supply four lamps for £2,960.", "completed"),
        (LAMPS, "The budget for the four lamps is £3,000.", "open"),
        (CUP, "Payments: Potter & Son, crockery for the kitchen, £188.", "completed"),
        (CUP, "Half the crockery for the kitchen has been bought; the rest is out of stock.", "open"),
        (COURSE, "All but Mr Jarrow had completed the first aid course.", "open"),
        (MOWER, "Mr Reed had sharpened the mower. The fence was put off until May.", "completed"),
        (KEYS, "The alarm was mended, while the keys will have to wait until May.", "overdue"),
        (LICENCE, "The form for the premises licence had been filled in but not posted.", "open"),
        (SWING, "The new swing seat had been ordered but not delivered.", "completed"),
        (SWING, "The new swing seat was ordered on 12 February and has not yet been fitted.", "completed"),
        (FITTED, "The new swing seat was ordered on 12 February and has not yet been fitted.", "open"),
        (QUOTES, "The Clerk reported that two of the three quotations for the chapel wall had been received.", "open"),
        (QUOTES, "All three quotations for the chapel wall are now in.", "completed"),
        (QUOTES, "None of the quotations for the chapel wall is in.", "open"),
        (QUOTES, "The Clerk reported that all three quotations for the chapel wall had been received.", "completed"),
        (BOARD, "A quotation of £900 had been received for the notice board.", "open"),
        (BOARD, "The notice board was bought for £900.", "completed"),
        (BAND, "The band for the fair was booked, but cancelled last week; Ms Quine is looking for another.", "open"),
        (BAND, "The band for the fair was booked, but cancelled last week because of illness.", "superseded"),
        (SPEAKER, "It was decided to have music at the annual meeting in place of a speaker.", "superseded"),
        (SITE, "There was still no site for the bench. Cllr Carr said that she would find one.", "open"),
        (LUNCH, "Mrs Dabney had not ordered the cake. Mr Pell would order the cake for the harvest lunch.", "superseded"),
        (GRIT, "Tenants of Hob Lane did not want a grit bin. No further action.", "superseded"),
        (SHARE, "The report on the library was withdrawn from the agenda.", "open"),
        (SHARE, "The report on the library was withdrawn, the building having been sold.", "superseded"),
        (HALL, "Application for the hall charges is pending.", "completed"),
        (FIGURES, "The footfall figures are going to be discussed today.", "completed"),
        (FIGURES, "The footfall figures will not be discussed today.", "open"),
        (BARN, "Barn in Hob Lane: refused by the county, which quoted the comments.", "completed"),
        (OWNERS, "The caravans were gone, though the owners had not replied, following the letter sent.", "completed"),
        (SCOUTS, "The Scouts will light the bonfire at nine.", "completed"),
        (KIOSK, "The plans for a kiosk are not to be taken forward.", "superseded"),
        (KIOSK, "The plans for a kiosk had not been taken forward.", "open"),
        (CALENDAR, "The printers had been chosen.", "overdue"),
        (CALENDAR, "The calendar was gone through.", "completed"),
        (STREET, "It was reported that the lamp in Hob Lane was flashing.", "open"),
        (STREET, "The lamp in Hob Lane was reported to the county.", "completed"),
        (RAILS, "The wood for the rails of the footbridge has been delivered.", "open"),
    ],
)
def test_what_a_sentence_under_the_same_title_makes_of_it(first: AgendaItem, later: str, status: str) -> None:
    assert status_of(first, item("7", first.title, later)) == (status, 1)


@pytest.mark.parametrize(
    ("first", "later", "status"),
    [
        (YEARLY, item("7", "Solar lamps", "The manager gave a verbal update on the solar lamps trial."), "open"),
        (HEDGE, item("7", "Glebe hedge", "Mr Fell had agreed to cut the glebe hedge."), "open"),
        (HEDGE, item("7", "Glebe hedge", "Further complaints had been received about the glebe hedge."), "open"),
        (HEDGE, item("7", "Glebe hedge", "The glebe hedge had been cut."), "completed"),
        (CHASE, item("7", "Glebe hedge", "Mr Fell had now been chased by telephone; the hedge was his."), "completed"),
        (PRICES, item("7", "Chapel wall", "Two quotations had been received for the chapel wall."), "open"),
        (PRICES, item("7", "Chapel wall", "Three quotations had been received for the chapel wall."), "completed"),
        (SHOPS, item("7", "Vacant shops", "The officer went through the vacant shops street by street."), "completed"),
        (SHOPS, item("7", "Vacant shops", "The vacant shops were deferred to May."), "open"),
        (BEACON, item("7", "Beacon", "The Cabinet had declined to buy the beacon."), "superseded"),
        (FUND, item("7", "Sluice", "The application to the Waterways Fund for the sluice had been turned down."), "completed"),
        (EXPLORE, item("7", "Sports grants", "The Clerk advised that the Sports Fund was for clubs only."), "completed"),
        (EXPLORE, item("7", "Sports grants", "The Clerk advised that she was awaiting an answer from the Sports Fund."), "open"),
        (
            MEADOW,
            item("7", "Meadow", "The Head of Parks introduced a report on the meadow. Two of five acres were cut."),
            "completed",
        ),
        (MEADOW, item("7", "Meadow", "The Head of Parks told members that the report on the meadow was not ready."), "open"),
        (MEADOW, item("7", "Meadow", "The Head of Parks advised that the report on the meadow was deferred to May."), "open"),
        (WEIR, item("7", "Weir", "Cllr Moss said that the weir would be closed on five nights."), "completed"),
        (WEIR, item("7", "Weir", "Cllr Moss had heard nothing yet about closing the weir at night."), "open"),
        (SIGN, item("5", "Matters arising", "Village sign. Mr Fell had retired. Another painter would have to be found."), "superseded"),
        (
            SIGN,
            item("5", "Matters arising", "Village sign. Not yet regilded. It was agreed instead that one be bought."),
            "superseded",
        ),
        (SIGN, item("5", "Matters arising", "Village sign. It was agreed that Mr Fell be asked to regild the village sign."), "open"),
        (PUMP, item("7", "Pump", "The quotation from Coldwell Engineering was £640."), "completed"),
        (PUMP, item("7", "Pump", "The quotation from Coldwell Engineering was awaited."), "open"),
        (GRANT, item("7", "Bowling green", "Cllr Moss had the forms for the Heritage Lottery. The hedge had been cut."), "open"),
        (GRANT, item("7", "Bowling green", "The form for a grant from the Heritage Lottery had been sent off by Cllr Moss."), "completed"),
        (GRANT, item("7", "Bowling green", "The Heritage Lottery had closed to new applications for grants."), "superseded"),
        (LIGHTS, item("7", "Christmas tree", "Cllr Carr had bought the lanterns but not yet tested them."), "open"),
        (LIGHTS, item("5", "Matters arising", "Christmas lanterns: tested by Cllr Carr and put up on 1st March."), "completed"),
        (BRIDGE, item("7", "Footbridge", "The Chair asked whether the Cabinet had considered extending the footbridge contract."), "open"),
        (
            BRIDGE,
            item(
                "7",
                "Footbridge",
                "The Chair asked whether the Cabinet had considered extending the footbridge contract. "
                "The Leader answered that it had been agreed.",
            ),
            "completed",
        ),
        (POSTS, item("7", "Columns", "Of the 44 red columns, 29 had been replaced within the year."), "open"),
        (DRAIN, item("5", "Matters arising", "Culvert in Kiln Lane. Reported on 5th February. Mrs Fell had been told."), "completed"),
        (WALK, item("7", "Bridleway", "Cllr Dove had walked part of the bridleway; the rest would be walked in May."), "open"),
        (WALK, item("7", "Bridleway", "Cllr Dove had walked the bridleway north of the ford; the rest would be walked in May."), "open"),
        (WALK, item("7", "Bridleway", "Cllr Dove will have walked the bridleway by the end of May."), "open"),
        (WALK, item("7", "Bridleway", "Cllr Dove had walked the bridleway, part of it in snow."), "completed"),
        (OWL, item("7", "Owl Farm", "The Clerk had drafted the letter to Owl Farm; it was to be sent after Easter."), "open"),
        (OWL, item("7", "Owl Farm", "The letter to Owl Farm had been drafted and sent to the owner."), "completed"),
        (
            DRAFT,
            item("7", "Quay", "The mooring rules (Minute 9 refers) had been drafted.", references=(reference("Minute 9", "9"),)),
            "completed",
        ),
        (
            TRIP,
            item(
                "7",
                "Sorting plant",
                "The visit to the sorting plant had been arranged but had to be called off because of snow and would be rearranged.",
            ),
            "open",
        ),
        (
            TRIP,
            item("7", "Sorting plant", "The visit to the sorting plant had been arranged and the date had been sent to members."),
            "completed",
        ),
        (ROOF, item("7", "Pavilion roof", "The pavilion roof will have been repaired by the end of May."), "open"),
        (OWL, item("7", "Owl Farm", "The letter to Owl Farm had been sent but no reply had come."), "completed"),
    ],
)
def test_what_closes_an_action(first: AgendaItem, later: AgendaItem, status: str) -> None:
    found, mentions = status_of(first, later)
    assert (found, mentions) == (status, 1)


VISIT = item("8", "Work programme", "", action("That the Clerk arrange a visit to the sorting plant.", "Clerk"))


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (
            item(
                "26",
                "Work programme - review",
                "That the visit agreed on in January (Minute 8) be not proceeded with.",
                references=(reference("Minute 8", "8"),),
            ),
            "superseded",
        ),
        (
            item(
                "26",
                "Waste",
                "The Clerk laid the dates of the visit (Minute 8 refers). It drew 12 people.",
                references=(reference("Minute 8", "8"),),
            ),
            "completed",
        ),
        (item("26", "Waste", "The visit due under Minute 8 was not ready.", references=(reference("Minute 8", "8"),)), "open"),
        (
            item("26", "Waste", "The lease agreed on in February (Minute 8) was dropped.", references=(reference("Minute 8", "8"),)),
            "open",
        ),
    ],
)
def test_a_reference_with_a_fate_decides(later: AgendaItem, status: str) -> None:
    assert status_of(VISIT, later)[0] == status


def test_the_minutes_title_in_a_reference_singles_no_action_out() -> None:
    answer = action("The manager would provide a written answer about the skips.", "Manager")
    report = action("That a report on missed collections be presented in May.", None)
    cites = reference("Minute 15 (Missed Collections)", "15", title="Missed Collections")
    first = item("15", "Missed Collections", "", answer, report)
    said = "Arising from Minute 15 (Missed Collections), the written answer had been sent."
    later = item("5", "Matters arising", said, references=(cites,))
    ledger = track([full(JAN, first), full(MAR, later)], as_of=AS_OF)
    assert [t.status for t in ledger.actions] == ["completed", "open"]


def test_one_rare_word_in_another_task_does_not_make_a_report_routine() -> None:
    asked = item("6", "Highways", "The finger post was broken.", action("Cllr Moss to ask the blacksmith.", "Cllr Moss"))
    said = "The blacksmith had been asked by Cllr Moss and wanted £275 to mend the finger post."
    later = item("6", "Highways", said, action("Clerk to place the order with the blacksmith."))
    assert status_of(asked, later) == ("completed", 1)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("The salt bin has been filled.", "completed"),
        ("The flagpole has been painted.", "open"),
    ],
)
def test_what_an_action_is_about_may_stand_in_the_sentence_before_it(said: str, status: str) -> None:
    task = action("Clerk to ask for it to be replenished.")
    first = item("11", "Lanes", f"The salt bin at Top Cross is empty. {task.text}", task)
    assert status_of(first, item("9", "Lanes", said))[0] == status


@pytest.mark.parametrize(
    ("status", "told", "listed"),
    [
        ("Closed - not done", "open", False),
        ("Closed (not completed)", "open", False),
        ("Done (in part)", "open", False),
        ("Completed – partially", "open", False),
        ("Closed - no longer needed", "superseded", False),
        ("Done – reply awaited", "completed", False),
        ("Closed", "completed", False),
        ("Complete? see item 6", "open", True),
        ("RED", "open", True),
        ("Ongoing", "open", False),
    ],
)
def test_a_status_that_takes_its_word_back_or_is_not_understood(status: str, told: str, listed: bool) -> None:
    text = "Cllr Carr to buy the lanterns and to test them."
    log = item("5", "Action log", progress=(line(f"{text} | {status}", text, status=status),))
    ledger = track([full(JAN, LIGHTS), full(MAR, log)], as_of=AS_OF)
    assert [t.status for t in ledger.actions] == [told]
    assert [u.text for u in ledger.unsettled if u.kind == "status"] == [text] * listed


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("The hedge had not been cut. It was agreed to extend the deadline to 31 December 2023.", date(2023, 12, 31)),
        ("The glebe hedge had not been cut. The item was deferred to the May meeting.", MAY),
        ("The glebe hedge had not been cut. The grant to the museum was deferred to the May meeting.", None),
    ],
)
def test_a_sentence_that_names_nothing_else_puts_the_thing_off(said: str, due: date | None) -> None:
    meetings = [full(JAN, HEDGE), full(MAR, item("7", "Glebe hedge", said)), full(MAY, item("7", "Bridge", "It was sound."))]
    (tracked,) = track(meetings, as_of=AS_OF).actions
    assert (tracked.status != "completed", tracked.due_date) == (True, due)


def test_a_task_told_as_not_done_is_the_earlier_one() -> None:
    late = "The hedgerow figures had not been circulated, the Clerk having been ill, and would follow in due course."
    asked = action("Cllr Moss asked for the hedgerow figures to be circulated with the next agenda.")
    later = item("7", "Reports", f"Payments of £655.00 were approved. {late}", action(late))
    assert status_of(item("9", "Reports", "Payments of £512.10 were approved.", asked), later) == ("open", 1)


GATE = item("9", "Lych gate", "", action("Mr Oake to mend the lych gate by 1 March.", "Mr Oake", due=date(2023, 3, 1)))


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Mr Oake had not been able to mend the lych gate. It will now be done in May.", date(2023, 5, 31)),
        ("The lych gate was not mended. Mr Oake hoped to finish it by 21 April.", date(2023, 4, 21)),
        ("The lych gate was not mended. The fair will be held on 21 April.", date(2023, 3, 1)),
        ("The lych gate was not mended, though Mr Oake would have mended it by 1 March.", date(2023, 3, 1)),
    ],
)
def test_what_is_promised_anew_has_the_new_day(said: str, due: date) -> None:
    (tracked,) = track([full(JAN, GATE), full(MAR, item("7", "Lych gate", said))], as_of=AS_OF).actions
    assert (tracked.status, tracked.due_date) == ("overdue", due)


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ("Complete - the letter went on 4 February.", "completed"),
        ("Not complete. The letter had not been sent.", "open"),
        ("Partially complete. One of two letters had been sent.", "open"),
    ],
)
def test_the_line_below_an_action_printed_again_tells_its_fate(below: str, status: str) -> None:
    owl = action("Clerk to send the letter to Owl Farm about the footbridge.")
    update = f"Action 1: Clerk to send the letter to Owl Farm about the footbridge.\n• {below}"
    assert status_of(item("9", "Owl Farm", "", owl), item("2", "Update on actions", update))[0] == status


@pytest.mark.parametrize(
    ("task", "said", "status"),
    [
        ("Mr Oake to organise the plant sale.", "Plant sale: posters are up.", "open"),
        ("Mr Oake to organise the plant sale.", "Plant sale: posters are up and there are twelve helpers.", "open"),
        ("Mr Oake to put up the posters for the plant sale.", "Plant sale: posters are up.", "completed"),
        ("Clerk to have a notice of the plant sale put up.", "The notice is up.", "completed"),
        ("Mr Oake to organise the plant sale.", "Plant sale: Mr Oake is ill, so we will hold this over to June.", "open"),
        (
            "Mr Oake to borrow tables for the plant sale.",
            "Plant sale tables: the school lends its own, so we don’t need any after all.",
            "superseded",
        ),
    ],
)
def test_what_is_there_must_be_what_was_asked_for(task: str, said: str, status: str) -> None:
    assert status_of(item("9", "Plant sale", "", action(task)), item("7", "Plant sale", said))[0] == status
