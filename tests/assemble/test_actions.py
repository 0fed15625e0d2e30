"""Actions: every form of commitment, with owner, due date and origin, once per deliverable; nothing that is none."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.ingest.plain import read as read_plain
from minutes_miner.model import Action
from minutes_miner.pipeline import PipelineSettings, read_one
from tests.papers import NEXT, record

GARSIDE, PIKE, FROST = "Councillor Milo Garside", "Mr. Aldous Pike", "Dr. Lena Frost"


def actions(*lines: str | list[str]) -> list[Action]:
    return list(record(*lines).actions)


def plain(owner: str | None) -> str | None:
    """An owner in one spelling: "the Clerk" and "Clerk" are one."""
    return owner.removeprefix("the ").removeprefix("The ") if owner else None


# (lines, words of the action, owner, origin)
FORMS = [
    (("ACTION: Clerk to write to the owner.",), "Clerk to write to the owner.", "Clerk", "mark"),
    (("Action: Clerk to write to the owner.",), "Clerk to write to the owner.", "Clerk", "mark"),
    (("ACTION – Clerk to write to the owner.",), "Clerk to write to the owner.", "Clerk", "mark"),
    (("The owner would be written to.", "ACTION: Clerk"), "The owner would be written to.", "Clerk", "mark"),
    (("The owner would be written to (Action: Clerk).",), "The owner would be written to", "Clerk", "mark"),
    (
        ("The owner would be written to. (Action: Head of Highways/Clerk)",),
        "The owner would be written to.",
        "Head of Highways/Clerk",
        "mark",
    ),
    (("The owner would be written to. ACTION: Clerk",), "The owner would be written to.", "Clerk", "mark"),
    (("ACTION: Mr. Pike was asked to write to the owner.",), "Mr. Pike was asked to write to the owner.", "Mr. Pike", "mark"),
    (("A letter to the owner was needed.", "> Clerk"), "A letter to the owner was needed.", "Clerk", "column"),
    (("The list would be put on the website.", "> NH"), "The list would be put on the website.", "NH", "column"),
    (("Mr. Pike undertook to write to the owner.",), "Mr. Pike undertook to write to the owner.", PIKE, "undertaking"),
    (("Mr. Pike agreed to circulate the list.",), "Mr. Pike agreed to circulate the list.", PIKE, "undertaking"),
    (("Mr. Pike offered to look into the matter.",), "Mr. Pike offered to look into the matter.", PIKE, "undertaking"),
    (("Mr. Pike would write to the owner.",), "Mr. Pike would write to the owner.", PIKE, "undertaking"),
    (("Mr. Pike said that he would write to the owner.",), "Mr. Pike said that he would write to the owner.", PIKE, "undertaking"),
    (("Mr. Pike would come back to the committee.",), "Mr. Pike would come back to the committee.", PIKE, "undertaking"),
    (
        ("Mr. Pike said that the details would be distributed.",),
        "Mr. Pike said that the details would be distributed.",
        PIKE,
        "undertaking",
    ),
    (
        ("The ferry working party to report on tolls.",),
        "The ferry working party to report on tolls.",
        "The ferry working party",
        "undertaking",
    ),
    (
        ("RESOLVED: That the working group report back in January.",),
        "That the working group report back in January.",
        "the working group",
        "resolution",
    ),
    (
        ("Mr. Pike had no map and promised one by Friday.",),
        "Mr. Pike had no map and promised one by Friday.",
        PIKE,
        "undertaking",
    ),
    (("RESOLVED to write to the owner.",), "to write to the owner.", None, "resolution"),
    (("RESOLVED: To write to the owner.",), "To write to the owner.", None, "resolution"),
    (
        ("It was agreed further to contact the owner about the gate.",),
        "to contact the owner about the gate.",
        None,
        "resolution",
    ),
    (
        ("Proposed by Mr. Pike, seconded by Dr. Frost and agreed to write to the owner.",),
        "Proposed by Mr. Pike, seconded by Dr. Frost and agreed to write to the owner.",
        None,
        "resolution",
    ),
    (
        ("The gate is old, and it was agreed to look at it in May.",),
        "The gate is old, and it was agreed to look at it in May.",
        None,
        "resolution",
    ),
    (("It was agreed that we write to the owner.",), "we write to the owner.", None, "resolution"),
    (("It was agreed that JX should get three prices.",), "JX should get three prices.", "JX", "resolution"),
    (("It was suggested and agreed that Mr. Pike write to him.",), "Mr. Pike write to him.", "Mr. Pike", "resolution"),
    (
        ("Dr. Frost was asked about the verge; she will write to him.",),
        "Dr. Frost was asked about the verge; she will write to him.",
        FROST,
        "undertaking",
    ),
    (
        ("The Chair queried the figure; Mr. Pike to check it.",),
        "The Chair queried the figure; Mr. Pike to check it.",
        "Mr. Pike",
        "undertaking",
    ),
    (
        ("The chimney was bad, and the Clerk was to instruct a mason.",),
        "The chimney was bad, and the Clerk was to instruct a mason.",
        "Clerk",
        "undertaking",
    ),
    (
        ("Mr. Pike has a draft ready, will send it to the paper.",),
        "Mr. Pike has a draft ready, will send it to the paper.",
        PIKE,
        "undertaking",
    ),
    (("The Clerk would give tenants notice.",), "The Clerk would give tenants notice.", "Clerk", "undertaking"),
    (
        ("The Engineer confirmed that he would arrange a survey.",),
        "The Engineer confirmed that he would arrange a survey.",
        "The Engineer",
        "undertaking",
    ),
    (("No reply yet, Clerk to chase.",), "No reply yet, Clerk to chase.", "Clerk", "undertaking"),
    (
        ("The path is covered in brambles Clerk will report to the county.",),
        "The path is covered in brambles Clerk will report to the county.",
        "Clerk",
        "undertaking",
    ),
    (("All trustees to complete the form.",), "All trustees to complete the form.", "All trustees", "undertaking"),
    (("Will report back to the next meeting.",), "Will report back to the next meeting.", None, "undertaking"),
    (("To discuss next meeting.",), "To discuss next meeting.", None, "undertaking"),
    (("Ask the new parents in the summer term.",), "Ask the new parents in the summer term.", None, "undertaking"),
    (("Draft to be with Mr. Pike by 25 July.",), "Draft to be with Mr. Pike by 25 July.", None, "undertaking"),
    (
        ("The lights should be raised with the county council.",),
        "The lights should be raised with the county council.",
        None,
        "undertaking",
    ),
    (("Reminder to go out in the newsletter.",), "Reminder to go out in the newsletter.", None, "undertaking"),
    (("The terms will be confirmed by e-mail.",), "The terms will be confirmed by e-mail.", None, "undertaking"),
    (("The draft plan will now go to the tenants' panel.",), "The draft plan will now go to the tenants' panel.", None, "undertaking"),
    (("The gate is rotten, the Clerk to find a joiner.",), "The gate is rotten, the Clerk to find a joiner.", "Clerk", "undertaking"),
    (
        ("Members discussed it and asked Mr. Pike to find out.",),
        "Members discussed it and asked Mr. Pike to find out.",
        "Mr. Pike",
        "request",
    ),
    (("Mr. Pike would have a word with the landlord.",), "Mr. Pike would have a word with the landlord.", PIKE, "undertaking"),
    (("Mr. Pike said that he was happy to speak to him.",), "Mr. Pike said that he was happy to speak to him.", PIKE, "undertaking"),
    (("Follow up with the county council - Mr. Pike",), "Follow up with the county council - Mr. Pike", PIKE, "undertaking"),
    (("The Clerk was instructed to accept the quote.",), "The Clerk was instructed to accept the quote.", "Clerk", "request"),
    (
        ("In response to a question from Councillor Garside, Mr. Pike undertook to circulate the figures.",),
        "In response to a question from Councillor Garside, Mr. Pike undertook to circulate the figures.",
        "Mr. Pike",
        "undertaking",
    ),
    (
        ("In reply to questions, Mr. Pike advised that there were two and agreed to send Members the list.",),
        "In reply to questions, Mr. Pike advised that there were two and agreed to send Members the list.",
        PIKE,
        "undertaking",
    ),
    (
        ("In reply to a question, Dr. Frost said that a written answer would be sent to all Members.",),
        "In reply to a question, Dr. Frost said that a written answer would be sent to all Members.",
        FROST,
        "undertaking",
    ),
    (("Clerk to write to the owner.",), "Clerk to write to the owner.", "Clerk", "undertaking"),
    (("Councillor Garside to contact the owner.",), "Councillor Garside to contact the owner.", GARSIDE, "undertaking"),
    (("The Chair requested that the report be circulated.",), "The Chair requested that the report be circulated.", None, "request"),
    (("The Chair asked that the report be circulated.",), "The Chair asked that the report be circulated.", None, "request"),
    (("The Clerk was asked to write to the owner.",), "The Clerk was asked to write to the owner.", "Clerk", "request"),
    (("The Chair asked Mr. Pike to write to the owner.",), "The Chair asked Mr. Pike to write to the owner.", "Mr. Pike", "request"),
    (("RESOLVED: That the Clerk write to the Minister.",), "That the Clerk write to the Minister.", "Clerk", "resolution"),
    (("RESOLVED: That the notes be circulated to members.",), "That the notes be circulated to members.", None, "resolution"),
    (
        ("RESOLVED: That the Head of Highways be requested to report back.",),
        "That the Head of Highways be requested to report back.",
        "Head of Highways",
        "resolution",
    ),
    (
        ("RESOLVED: That the Panel recommend to the Cabinet that the ferry be kept.",),
        "That the Panel recommend to the Cabinet that the ferry be kept.",
        "the Cabinet",
        "resolution",
    ),
    (
        ("The rota had not been sent out, the printer having failed, and would follow shortly.",),
        "The rota had not been sent out, the printer having failed, and would follow shortly.",
        None,
        "undertaking",
    ),
    (
        ("RESOLVED: That a further update be provided in six months’ time.",),
        "That a further update be provided in six months’ time.",
        None,
        "resolution",
    ),
    (
        ("The Panel requested that a fuller report be brought back in six months’ time.",),
        "The Panel requested that a fuller report be brought back in six months’ time.",
        None,
        "request",
    ),
]


# The same with the forms in which marks are printed, and with what is said in the discussion: (lines, words of the action, owner)
MARKED: list[tuple[tuple[str, ...], str, str | None]] = [
    (("ACTION POINT 3: Clerk to write to the owner.",), "Clerk to write to the owner", "Clerk"),
    (("AP3: Clerk to write to the owner.",), "Clerk to write to the owner", "Clerk"),
    (("Action 24/03 – Clerk to write to the owner.",), "Clerk to write to the owner", "Clerk"),
    (("Action 3/20/FE: Clerk to write to the owner.",), "Clerk to write to the owner", "Clerk"),
    (("ACTION Clerk to write to the owner.",), "Clerk to write to the owner", "Clerk"),
    (("Agreed action: Clerk to write to the owner.",), "Clerk to write to the owner", "Clerk"),
    (("Action by Clerk: write to the owner.",), "write to the owner", "Clerk"),
    (("ACTION: (JS) write to the owner.",), "write to the owner", "JS"),
    (("ACTION: Write to the owner. (JS)",), "Write to the owner", "JS"),
    (("ACTION:", "Write to the owner."), "Write to the owner", None),
    (("The list would be sent. (Action JS)",), "The list would be sent", "JS"),
    (("The list would be sent (Action JS).",), "The list would be sent", "JS"),
    (("The list would be sent. [Action - Clerk]",), "The list would be sent", "Clerk"),
    (("The list would be sent.", "ACTION JS"), "The list would be sent", "JS"),
    (("The list would be sent.", "Action:", "JS"), "The list would be sent", "JS"),
    (("The list would be sent (JS).",), "The list would be sent (JS)", "JS"),
    (("The tuner is giving up, so Mr. Pike to find another.",), "The tuner is giving up, so Mr. Pike to find another", "Mr. Pike"),
    (("Mr. Pike thinks we could do better so will ring round.",), "Mr. Pike thinks we could do better so will ring round", "Mr. Pike"),
    (("Mr. Pike said he would go and look at it.",), "Mr. Pike said he would go and look at it", PIKE),
    (("The school was to be told; Mr. Pike would do so.",), "The school was to be told; Mr. Pike would do so", "Mr. Pike"),
    (
        ("The gate was open again and it was asked that the owner be spoken to; Mr. Pike would do so.",),
        "The gate was open again and it was asked that the owner be spoken to; Mr. Pike would do so",
        "Mr. Pike",
    ),
    (("The Chair requested that the club be told. Clerk to write.",), "The Chair requested that the club be told", "Clerk"),
    (("Mr. Pike came late. RESOLVED that he obtain three prices.",), "that he obtain three prices", "Mr. Pike"),
    (("RESOLVED that a new slide be priced by Mr. Pike for July.",), "that a new slide be priced by Mr. Pike for July", "Mr. Pike"),
    (
        ("The Chair asked for a letter of thanks to go to the ringers.",),
        "The Chair asked for a letter of thanks to go to the ringers",
        None,
    ),
    (("Comments to him by the end of July please.",), "Comments to him by the end of July please", None),
    (("The list would be sent. [JS/AB]",), "The list would be sent", "JS/AB"),
    (("JS to chase the contractor.",), "JS to chase the contractor", "JS"),
    (("Write to the owner of the bank (JS).",), "Write to the owner of the bank (JS)", "JS"),
    (
        ("Councillor Garside/Councillor Vance to meet.",),
        "Councillor Garside/Councillor Vance to meet",
        "Councillor Garside/Councillor Vance",
    ),
    (("Mr. Pike took an action to write to the owner.",), "Mr. Pike took an action to write to the owner", "Mr. Pike"),
    (("Mr. Pike will take away the question of the fence.",), "Mr. Pike will take away the question of the fence", "Mr. Pike"),
    (("Mr. Pike was tasked with finding a contractor.",), "Mr. Pike was tasked with finding a contractor", "Mr. Pike"),
    (("Mr. Pike was actioned to write to the owner.",), "Mr. Pike was actioned to write to the owner", "Mr. Pike"),
    (("Mr. Pike committed to sharing the figures.",), "Mr. Pike committed to sharing the figures", "Mr. Pike"),
    (
        ("Councillor Vance requested a breakdown of the costs, which officers agreed to provide.",),
        "Councillor Vance requested a breakdown of the costs, which officers agreed to provide",
        "officers",
    ),
    (("A leaflet will be produced by the Clerk.",), "A leaflet will be produced by the Clerk", "Clerk"),
    (("The list will be sent by the end of July.",), "The list will be sent by the end of July", None),
    (("It was decided to obtain quotes.",), "to obtain quotes", None),
    (("Bucko to book rooms for the social.",), "Bucko to book rooms for the social", "Bucko"),
    (
        ("Parks Office and Flood team to share the figures.",),
        "Parks Office and Flood team to share the figures",
        "Parks Office and Flood team",
    ),
    (("The list would be sent out Action: Clerk",), "The list would be sent out", "Clerk"),
    (("The Chair requested that Mr. Pike obtain prices.",), "The Chair requested that Mr. Pike obtain prices", "Mr. Pike"),
    (
        ("Councillor Garside had no news, but the County Council knew of it, and he agreed to chase it up.",),
        "Councillor Garside had no news, but the County Council knew of it, and he agreed to chase it up",
        "Councillor Garside",
    ),
    (("Mo was asked to make enquiries.",), "Mo was asked to make enquiries", "Mo"),
    (("Councillor Garside agreed to go.",), "Councillor Garside agreed to go", "Councillor Garside"),
    (("Mr. Pike said that he would have to check the contract.",), "Mr. Pike said that he would have to check the contract", PIKE),
    (("Mr. Pike will be sending the figures round.",), "Mr. Pike will be sending the figures round", "Mr. Pike"),
    (("This would become an agenda item in July.",), "This would become an agenda item in July", None),
    (("The date to be agreed at the next meeting.",), "The date to be agreed at the next meeting", None),
    (("Mr. Pike had no figures to hand but would e-mail them.",), "Mr. Pike had no figures to hand but would e-mail them", "Mr. Pike"),
    (("Dr. Frost said that her office would be in touch.",), "Dr. Frost said that her office would be in touch", FROST),
    (("The Clerk was told to chase the county.",), "The Clerk was told to chase the county", "Clerk"),
    (("Mr. Pike was asked to have the keys by the next meeting.",), "Mr. Pike was asked to have the keys by the next meeting", "Mr. Pike"),
    (("Dr. Frost and Mr. Pike to arrange this.",), "Dr. Frost and Mr. Pike to arrange this", "Dr. Frost and Mr. Pike"),
    (("The Panel asked for an update at the next meeting.",), "The Panel asked for an update at the next meeting", None),
    (("The Panel requested from Dr. Frost a note by 1 July.",), "The Panel requested from Dr. Frost a note by 1 July", "Dr. Frost"),
    (("The Panel invited Mr. Pike to report back in October.",), "The Panel invited Mr. Pike to report back in October", "Mr. Pike"),
    (("Members requested that officers survey the bridge.",), "Members requested that officers survey the bridge", "officers"),
    (
        ("RESOLVED: That the task and finish group be asked to report.",),
        "That the task and finish group be asked to report",
        "task and finish group",
    ),
    (
        ("RESOLVED: That the petition be referred to the Transport Committee for a report within a month.",),
        "That the petition be referred to the Transport Committee for a report within a month",
        "Transport Committee",
    ),
    (
        ("Councillor Garside asked why the path was shut, and the Clerk will ask the county.",),
        "Councillor Garside asked why the path was shut, and the Clerk will ask the county",
        "Clerk",
    ),
]


@pytest.mark.parametrize(
    ("mark", "number"),
    [("Action 3/20/FE:", "3/20/FE"), ("ACTION 24/03 –", "24/03"), ("AP3:", "AP3"), ("Action 4:", "Action 4"), ("ACTION:", None)],
)
def test_the_councils_own_number_is_kept(mark: str, number: str | None) -> None:
    item = record(f"{mark} Clerk to write to the owner.")
    assert [action.reference for action in item.actions] == [number]
    assert item.references == ()


@pytest.mark.parametrize(("lines", "text", "owner"), MARKED, ids=[" / ".join(case[0])[:60] for case in MARKED])
def test_marks_and_undertakings_in_all_their_forms(lines: tuple[str, ...], text: str, owner: str | None) -> None:
    (action,) = actions("The bank was wet.", *lines)
    assert (action.text.rstrip("."), plain(action.owner)) == (text, owner)


@pytest.mark.parametrize(
    "lines",
    [("To action: JS by 4 July",), ("Action owner: JS. Due: 4 July 2030",), ("Action owner: JS", "Due: 4 July 2030")],
    ids=" / ".join,
)
def test_a_mark_may_say_when(lines: tuple[str, ...]) -> None:
    (action,) = actions("The list would be sent.", *lines)
    assert (action.text, action.owner, action.due.date) == ("The list would be sent.", "JS", date(2030, 7, 4))


def test_a_task_behind_a_mark_may_have_its_date_below() -> None:
    (action,) = actions("Action: Mr. Pike to share the figures.", "Due: July")
    assert (action.text, action.due.date) == ("Mr. Pike to share the figures.", date(2030, 7, 31))


def test_each_doer_of_a_sentence_has_a_row() -> None:
    found = actions("Mr. Pike will write to the owner and Dr. Frost undertook to circulate the figures for May.")
    assert [(a.text, a.owner) for a in found] == [
        ("Mr. Pike will write to the owner", "Mr. Pike"),
        ("Dr. Frost undertook to circulate the figures for May.", "Dr. Frost"),
    ]
    found = actions("Mr. Pike to draft the letter and the Clerk to send it.")
    assert [(a.text, a.owner) for a in found] == [("Mr. Pike to draft the letter", "Mr. Pike"), ("the Clerk to send it.", "the Clerk")]


def test_a_sentence_that_goes_on_with_also_is_a_task_more_of_the_same_doer() -> None:
    found = actions("ACTION: Clerk to write to the owner about the bank, also order the sign for the gate.")
    assert [(a.text, a.owner) for a in found] == [
        ("Clerk to write to the owner about the bank", "Clerk"),
        ("also order the sign for the gate.", "Clerk"),
    ]
    assert len(actions("ACTION: Clerk to write to the owner, who also wants a sign, also the county.")) == 1


def test_the_next_doer_stands_behind_and_then() -> None:
    found = actions("Mr. Pike will write to the owner and then Dr. Frost will circulate the figures for May.")
    assert [(a.text, a.owner) for a in found] == [
        ("Mr. Pike will write to the owner", "Mr. Pike"),
        ("Dr. Frost will circulate the figures for May.", "Dr. Frost"),
    ]


def test_the_answer_to_a_request_of_nobody_is_no_second_row() -> None:
    (action,) = actions("The Chair requested that the maps be sent round.", "Mr. Pike said that this would be done by the end of July.")
    assert (action.owner, action.due.date, len(action.also)) == (PIKE, date(2030, 7, 31), 1)


def test_who_confirms_a_deed_grants_the_request_before_it() -> None:
    (action,) = actions("Dr. Frost asked that the culvert be inspected.", "Mr. Pike confirmed that he would arrange a survey.")
    assert (action.owner, len(action.also)) == (PIKE, 1)


def test_tasks_of_few_words_are_not_taken_for_each_other() -> None:
    found = actions("Discuss at the next meeting.", "Mr. Pike will discuss dogs with the warden.")
    assert len(found) == 2


def test_a_task_listed_with_its_outcome_is_no_new_one() -> None:
    assert actions("Clerk to circulate the slides", "Completed") == []


def test_the_column_stands_beside_the_sentence_that_sets_the_task() -> None:
    (action,) = actions("It was felt that a letter to the owner was needed. Supported.", "> Clerk")
    assert action.text == "It was felt that a letter to the owner was needed."


def same_owner(found: str | None, expected: str | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return plain(found) == plain(expected) or found.split()[-1] == expected.split()[-1]


@pytest.mark.parametrize(("lines", "text", "owner", "origin"), FORMS, ids=[" / ".join(case[0])[:60] for case in FORMS])
def test_every_form_of_commitment_is_an_action(lines: tuple[str, ...], text: str, owner: str | None, origin: str) -> None:
    (action,) = actions(*lines)
    assert (action.text.rstrip("."), action.origin) == (text.rstrip("."), origin)
    assert same_owner(action.owner, owner), action.owner


NONE = [
    "It was agreed not to proceed with the purchase of the field.",
    "It was agreed to make a donation of £50 to the church.",
    "The following were asked to attend:",
    "Mr. Pike asked the Board to look at the following part of the report:",
    "An invoice had been received and councillors agreed to pay.",
    "RESOLVED: to pay the invoice.",
    "The Council of Governors RESOLVED to extend the appointment of the auditor by a year.",
    "The following matters were agreed for the next agenda: finance, policies to be reviewed.",
    "The following policies to be reviewed :-",
    "It was agreed that the form must be used when posts are advertised.",
    "He was employed as Clerk to run the office.",
    "Mr. Pike outlined the data to be published, and highlighted that notes would be provided with them.",
    "Donation £50 resolved to pay",
    "RESOLVED to proceed with the sale.",
    "It was resolved to see how the drains cope this winter.",
    "RESOLVED to accept the quote of Dobbs to mend the roof.",
    "Councillors agreed to monitor this.",
    "The dispute was resolved to the owner's advantage.",
    "It was agreed that the fast track should be used for small schemes.",
    "The policy was approved and will be reviewed annually.",
    "RESOLVED: That the policy be reviewed annually.",
    "Parents have offered to help on the day.",
    "Dr. Frost volunteered to be secretary.",
    "Details to come after Easter.",
    "Suggested to ask the vicar.",
    "Induction for staff to include first aid.",
    "All governors to be kept up to date with changes.",
    "Pupils in the valley will be given the option to attend.",
    "The figures will be collated monthly by the firm.",
    "The website will be developed over time.",
    "Questions were put, no decisions will be made by the Council; matters will be put forward to the next meeting.",
    "If members of the public wished to comment, they would be invited to speak.",
    "Should the Council find rubbish there, will bring the matter up.",
    "Work in March was held up.",
    "Email from the police advising of the meeting on 4 July.",
    "To discuss the date of the next meeting.",
    "It was agreed that the following payments may be made.",
    "At the last meeting the Clerk was asked to write to the owner.",
    "The course can also be offered to staff.",
    "The budget will be reviewed every quarter.",
    "The Chair welcomed Ms. Bell, Chair of the Board, to present the report.",
    "The Head explained that pupils would be assessed in the summer.",
    "The papers will be sent out by the printers.",
    "In reply to a question, Mr. Pike said that the owner would mend the bank in May.",
    "In reply to a question about the ferry, Dr. Frost explained that the bridge would be repaired.",
    "RESOLVED: That the report be noted.",
    "RESOLVED: That the report be received.",
    "RESOLVED: That the minutes be approved as a correct record.",
    "RESOLVED: That Dr. Frost be thanked for her work.",
    "RESOLVED: That the press and public be excluded.",
    "Members noted the report.",
    "The Board will continue to monitor the position.",
    "Work was underway to mend the pump.",
    "The owner would mend the bank in May.",
    "The action plan was noted.",
    "Councillor Garside suggested that a bench might be bought.",
    "The scheme would be the largest in the county.",
    "Councillor Garside asked if the pump had been mended.",
    "Mr. Pike had written to the owner.",
    "The list was circulated in May.",
    "The Chair thanked Mr. Pike for agreeing to attend.",
    "Councillor Garside asked whether a letter would be sent.",
    "Action 3: complete",
    "Request to install a bench.",
    "Amber - to be replaced within five years (12 pumps)",
    "Invitation to attend the fair.",
    "To Receive from the Public any reports to be considered.",
    "They would inspect the hall and report back.",
    "It had been the intention to invite the contractor.",
    "Councillor Garside agreed to the proposal.",
    "The guidance to be produced instead was acceptable.",
    "The work was described along with further areas to be reviewed.",
    "RESOLVED: That the Clerk should be a signatory.",
    "ACTION PLAN FOR THE BANK",
    "The policy will be reviewed annually.",
    "The reports will be circulated as usual.",
    "The damage will be assessed by the insurers.",
    "It was hoped that the path would be completed by July.",
    "Councillor Garside suggested that the path would be cleared sooner by volunteers.",
    "Dr. Frost would consider the matter if funding was made available.",
    "Mr. Pike had agreed to organise the fair.",
    "Mr. Pike reported that Councillor Vance had agreed to organise the fair.",
    "The tenants had been promised a reply.",
    "The Panel asked for an update on the pond.",
    "The Chair invited Mr. Pike to present his report.",
    "RESOLVED: That the contract be extended to 30 September 2031.",
    "RESOLVED: That the charge be raised from £12 to £16.",
    "RESOLVED: That a task and finish group of four Members be set up to look at tolls.",
    "Residents were asked to report faults to the county council.",
    "The public were asked to report faults to the county council.",
    "Bus fund £65. The Councillors resolved to pay all of the above.",
    "> None",
    "> Noted",
]


@pytest.mark.parametrize("line", NONE)
def test_what_commits_nobody_to_anything_is_no_action(line: str) -> None:
    assert actions("It rained.", line) == []


DUE = [
    ("in six months’ time", date(2030, 12, 5), "inferred"),
    ("within the next fortnight", date(2030, 6, 19), "inferred"),
    ("by the end of July", date(2030, 7, 31), "inferred"),
    ("by 1st August, 2030", date(2030, 8, 1), "exact"),
    ("by 30 September", date(2030, 9, 30), "inferred"),
    ("in October", date(2030, 10, 31), "inferred"),
    ("by March", date(2031, 3, 31), "inferred"),
    ("at the next meeting", NEXT, "inferred"),
    ("to the next meeting", NEXT, "inferred"),
    ("in time for the July meeting", NEXT, "inferred"),
    ("in due course", None, "none stated"),
    ("as soon as possible", None, "none stated"),
    ("in the new year", None, "none stated"),
]


@pytest.mark.parametrize(("words", "day", "kind"), DUE)
def test_the_words_that_set_a_date_give_the_date_that_they_mean(words: str, day: date | None, kind: str) -> None:
    (action,) = actions(f"Mr. Pike undertook to report back {words}.")
    assert action.due.date == day
    if day:
        assert action.due.text is not None and action.due.text in words
        assert (action.due.kind == "none stated") is (kind == "none stated")


def test_the_words_after_the_promise_set_the_date() -> None:
    (action,) = actions("Mr. Pike said that a survey was expected in the autumn and undertook to circulate it as soon as it was known.")
    assert action.due.text == "as soon as it was known"


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Pike agreed to mend the gate. This would be done by 30 June.",
        "Mr. Pike agreed to mend the gate. The deadline for this is 30 June.",
        "The deadline for repairs is 30 June. Mr. Pike agreed to mend the gate.",
        "ACTION: Mr. Pike to mend the gate. It is to be ready by 30 June.",
        "Mr. Pike agreed to mend the gate. Hinges to be returned by 30 June.",
        "Mr. Pike agreed to mend the gate. (Later fixed for 30 June.)",
    ],
)
def test_a_sentence_beside_the_task_may_set_the_date(line: str) -> None:
    (action,) = actions(line)
    assert (action.text.endswith("mend the gate."), action.due.date) == (True, date(2030, 6, 30))


@pytest.mark.parametrize("line", ["This was done by 30 May.", "The hedge was cut by 30 June.", "They left by 30 June."])
def test_a_date_of_something_else_is_not_the_tasks(line: str) -> None:
    (action,) = actions(f"Mr. Pike agreed to mend the gate. {line}")
    assert action.due.date is None


@pytest.mark.parametrize(
    "line",
    [
        "The talk has been rescheduled for 4 July. Mr. Pike will be attending.",
        "The walk will be on Thursday 4 July. Mr. Pike agreed to go.",
        "Mr. Pike offered to attend. The first meeting will take place on 4 July.",
        "Mr. Pike will attend the Panel of Friends meeting in Bury on 4 July.",
    ],
)
def test_who_will_be_there_is_due_on_the_day(line: str) -> None:
    (action,) = actions(line)
    assert action.due.date == date(2030, 7, 4)


@pytest.mark.parametrize(
    "line", ["The fair is on 4 July. Mr. Pike will write to the band.", "Mr. Pike offered to attend. The fair on 4 July was discussed."]
)
def test_the_day_of_an_event_is_no_other_tasks(line: str) -> None:
    (action,) = actions(line)
    assert action.due.date is None


def test_how_long_something_lasts_is_no_date_of_the_task_behind_it() -> None:
    (action,) = actions("The rota is full until end July, Mr. Pike to find cover.")
    assert action.due.text is None


def test_no_words_set_no_date() -> None:
    (action,) = actions("Mr. Pike undertook to write to the owner.")
    assert (action.due.text, action.due.date, action.due.kind) == (None, None, "none stated")


ONCE = [
    ("Mr. Pike undertook to circulate the pump survey to all Members.", "RESOLVED: That the pump survey be circulated to all Members."),
    ("Mr. Pike undertook to circulate the pump survey to all Members.", "ACTION: Mr. Pike to circulate the pump survey to all Members."),
    ("The Chair asked that the pump survey be circulated to all Members.", "RESOLVED: That the pump survey be circulated to all Members."),
]


@pytest.mark.parametrize(("first", "formal"), ONCE)
def test_one_deliverable_is_one_row_with_the_formal_statement_first(first: str, formal: str) -> None:
    (action,) = actions(first, formal)
    assert action.text.rstrip(".") == formal.removeprefix("RESOLVED: ").removeprefix("ACTION: ").rstrip(".")
    assert [other.rstrip(".") for other in action.also] == [first.rstrip(".")]


# (what was agreed in the discussion, the marked task behind it, which of the two is the row)
MARKED = [
    ("It was agreed that two benches be bought and that Mr. Pike would arrange the order.", "Mr. Pike to order benches as agreed.", 1),
    ("The Council agreed that Mr. Pike should instruct the lower of the two quotes.", "Mr. Pike to manage quote and instruct joiner.", 1),
    ("It was agreed that Mr. Pike invoice the club for two years of rent.", "Mr. Pike to invoice the club as above.", 0),
    ("It was resolved that this work should be done.", "Mr. Pike to instruct the joiner.", 1),
]


@pytest.mark.parametrize(("agreed", "marked", "row"), MARKED)
def test_the_councils_own_mark_words_what_was_agreed_in_passing(agreed: str, marked: str, row: int) -> None:
    (action,) = actions(agreed, f"ACTION: {marked}")
    assert (action.origin == "mark") is bool(row)
    assert action.text in (agreed, marked)[row] and plain(action.owner) == "Mr. Pike"


def test_of_two_marked_tasks_the_one_most_like_it_is_what_the_discussion_means() -> None:
    found = actions(
        "It was also requested that a letter of thanks be sent to Mr. Leo Vane, the last mole catcher.",
        "ACTIONS: Mr. Pike to instruct mole catcher. Clerk to send letter of thanks to Mr. Vane.",
    )
    assert [len(action.also) for action in found] == [0, 1]


def test_a_row_of_offices_may_follow_a_marked_task() -> None:
    found = actions("ACTIONS: Clerk to write to the owner. Chairman / Clerk to respond to the county.")
    assert [action.owner for action in found] == ["Clerk", "Chairman / Clerk"]


def test_a_task_in_the_action_column_is_one_row_with_the_text_beside_it() -> None:
    (action,) = actions("A letter was needed.", "> Clerk to write to the owner")
    assert {text.rstrip(".") for text in (action.text, *action.also)} == {"A letter was needed", "Clerk to write to the owner"}
    assert (action.owner, action.origin) == ("Clerk", "column")


def test_two_deliverables_are_two_rows() -> None:
    found = actions("Mr. Pike undertook to write to the owner.", "Dr. Frost undertook to circulate the figures for May.")
    assert [action.owner for action in found] == [PIKE, FROST]


def test_two_tasks_of_one_owner_are_not_one_by_the_month_or_year_of_their_dates() -> None:
    found = actions(
        "RESOLVED: That the Clerk consult the residents of Mill Street by 30 June 2030.",
        "ACTION: Clerk to publish the map of cycle lanes by 12 June 2030.",
    )
    assert [action.due.date for action in found] == [date(2030, 6, 30), date(2030, 6, 12)]


def test_the_limbs_that_instruct_are_actions_and_the_others_not() -> None:
    found = actions(
        "RESOLVED: (1) That the report be noted. (2) That the Clerk write to the Minister. (3) That the figures be circulated to Members."
    )
    assert [action.text for action in found] == ["That the Clerk write to the Minister.", "That the figures be circulated to Members."]


def test_tasks_below_a_bare_mark_are_actions() -> None:
    found = actions("The bank was discussed.", "ACTIONS:", "Clerk to write to the owner.", "Councillor Garside to order the sign.")
    assert [action.text.rstrip(".") for action in found] == ["Clerk to write to the owner", "Councillor Garside to order the sign"]


def test_several_tasks_behind_one_mark_are_several_actions() -> None:
    found = actions("ACTIONS: Clerk to write to the owner. Councillor Garside to order the sign.")
    assert [plain(action.owner) for action in found] == ["Clerk", "Councillor Garside"]


TABLE: tuple[str | list[str], ...] = (
    "The following was agreed.",
    ["Item", "Action", "By whom", "By when"],
    ["12", "Write to the owner of the bank", "Clerk", "30 June 2030"],
    ["12", "Order the new sign", "Councillor Garside", "next meeting"],
)


def test_rows_of_an_action_table_are_actions() -> None:
    found = actions(*TABLE)
    assert [(a.text, a.owner, a.due.text, a.due.date, a.origin) for a in found] == [
        ("Write to the owner of the bank", "Clerk", "30 June 2030", date(2030, 6, 30), "table"),
        ("Order the new sign", "Councillor Garside", "next meeting", NEXT, "table"),
    ]


def test_an_action_shows_where_it_stands() -> None:
    (action,) = actions("It rained. Mr. Pike undertook to write to the owner. It stopped.")
    assert action.evidence.quote == action.text
    assert action.evidence.end - action.evidence.start == len(action.text)
    assert action.evidence.rule.startswith("action.")


@pytest.mark.parametrize(
    ("decision", "tasks"),
    [
        (
            "RESOLVED that the Clerk ask for the map, and that Mr. Pike find out the cost.",
            [("that the Clerk ask for the map", "the Clerk"), ("that Mr. Pike find out the cost.", "Mr. Pike")],
        ),
        (
            "RESOLVED that the map be noted and that the Clerk ask for it.",
            [("that the map be noted and that the Clerk ask for it.", "the Clerk")],
        ),
        (
            "It was agreed that JX would ring the owner and Mr. Pike would ask the school if it might help.",
            [("JX would ring the owner", "JX"), ("Mr. Pike would ask the school if it might help.", "Mr. Pike")],
        ),
        (
            "The item was deferred to May and the Clerk will chase the other firms.",
            [("the Clerk will chase the other firms.", "the Clerk")],
        ),
        ("The item was deferred to May and the Chair will be asked again.", []),
        ("The item on sand and gravel was deferred to May.", []),
        (
            "RESOLVED that Mr. Pike and Dr. Frost form a working party and bring prices to the next meeting.",
            [("that Mr. Pike and Dr. Frost form a working party and bring prices to the next meeting.", "Mr. Pike and Dr. Frost")],
        ),
        ("RESOLVED that Mr. Pike and Dr. Frost form a working party.", []),
    ],
)
def test_each_part_of_a_decision_that_sets_a_task_is_one(decision: str, tasks: list[tuple[str, str]]) -> None:
    assert [(a.text, a.owner) for a in actions(decision)] == tasks


@pytest.mark.parametrize(
    "told",
    [
        "RESOLVED that the Clerk write to the mill and that Mr. Pike report back by 1 July.",
        "The Clerk would write to the mill and Mr. Pike would report back by 1 July.",
        "ACTION: Clerk to write to the mill and Mr. Pike to report back by 1 July.",
        "RESOLVED: (1) That the Clerk write to the mill. (2) That Mr. Pike report back by 1 July.",
    ],
)
def test_of_two_tasks_in_a_sentence_each_has_its_own_day(told: str) -> None:
    first, second = actions(told)
    assert (first.due.text, second.due.text) == (None, "by 1 July")


NOTES = """\
Stoke Lyne Hall
Notes of the trustees' meeting, Tuesday 4 June 2030

Here: Jo Ash (JA, chair), Kim Birch (KB), Lee Cole (LC)
Sorry not to be here: Max Dean (MD)

Last notes
Agreed.

What we said we would do
Lock - done.

Building
%s

Money
The deposit account has gone up to four thousand pounds since the spring.
"""


@pytest.mark.parametrize(
    ("told", "tasks"),
    [
        ("The step by the side door is broken. KB", [("The step by the side door is broken.", "KB")]),
        (
            "Polishing - best done in August, KB to leave a week free.",
            [("Polishing - best done in August, KB to leave a week free.", "KB")],
        ),
        ("Max sent his good wishes to the hall. Thanks were given to LC, KB to whom all is owed.", []),
        ("The hall was full. OK", []),
        (
            "The tap in the kitchen drips again. The valve has to be changed soon. Action: LC\n"
            "Curtains are past it. KB to get some prices for blackout ones before July. Action: KB",
            [("The valve has to be changed soon.", "LC"), ("KB to get some prices for blackout ones before July.", "KB")],
        ),
    ],
)
def test_tasks_of_informal_notes(told: str, tasks: list[tuple[str, str]]) -> None:
    meeting = read_one(read_plain((NOTES % told).encode(), source="notes.txt"), PipelineSettings())
    assert [item.title for item in meeting.items] == ["Last notes", "What we said we would do", "Building", "Money"]
    assert [(a.text, a.owner) for item in meeting.items for a in item.actions] == tasks
    assert [person.status for person in meeting.attendance] == ["present"] * 3 + ["apologies"]
