"""Actions linked to the later items that take them up, and those that are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.model import AgendaItem, Meeting, Progress, TrackedAction
from minutes_miner.track import track
from tests.track.factories import action, full, item, limb, line, links, meeting, reference

JAN, MAR, MAY = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9)
AS_OF = date(2023, 12, 31)


def followed(*meetings: Meeting) -> list[TrackedAction]:
    """The actions of the first meeting, followed through the others."""
    ledger = track(meetings, as_of=AS_OF)
    return [each for each in ledger.actions if each.source == meetings[0].source]


LAMP = item(
    "9",
    "Correspondence",
    "A resident had written about the lamp in Fuller's Lane.",
    action("Clerk to report the lamp in Fuller's Lane to the supplier."),
)
STANDING = "Update and sign the Register of Pecuniary Interests"
PLUM = item("10", "Play area", "The swing chain was worn.", action("Cllr Moss to order a chain for the swing.", "Cllr Moss"))


@pytest.mark.parametrize(
    ("first", "later", "found", "status"),
    [
        (LAMP, item("12", "Matters arising", "The lamp in Fuller's Lane had been repaired by the supplier."), ["12"], "completed"),
        (LAMP, item("12", "Matters arising", "The lamp in Fuller's Lane had not yet been repaired."), ["12"], "open"),
        (LAMP, item("12", "Highways", "The verge in Mill Road had been cut."), [], "open"),
        (LAMP, item("12", "Date of next meeting", "The lamp in Fuller's Lane will be on the agenda."), [], "open"),
        (PLUM, item("8", "Play area", "The chain for the swing had been ordered by Cllr Moss and fitted."), ["8"], "completed"),
        (PLUM, item("8", "Play area", "The swing chain was no longer needed, as the swing had been taken away."), ["8"], "superseded"),
        (
            item("9", "Noticeboards", "Three designs were looked at.", action("Clerk to progress.")),
            item("8", "Noticeboards", "The noticeboards had been ordered."),
            ["8"],
            "completed",
        ),
        (
            # A standing line of the agenda that is printed again says nothing; with a final word behind it, it does.
            item("9", "Trustees", f"{STANDING}.", action(f"{STANDING} to be on the May agenda.")),
            item("8", "Trustees", f"{STANDING} - completed."),
            ["8"],
            "completed",
        ),
        (
            item("9", "Trustees", f"{STANDING}.", action(f"{STANDING} to be on the May agenda.")),
            item("8", "Trustees", f"{STANDING}."),
            [],
            "open",
        ),
        (
            item(
                "9",
                "Any other business",
                "• Pump House – a price for the pump was awaited.",
                action("Pump House – a price for the pump was awaited.", "BC"),
            ),
            item("8", "Matters arising", "• Pump House – the firm had agreed to supply the pump."),
            ["8"],
            "completed",
        ),
    ],
)
def test_links_by_wording(first: AgendaItem, later: AgendaItem, found: list[str], status: str) -> None:
    (tracked,) = followed(full(JAN, first), full(MAR, later))
    assert [m.item for m in tracked.mentions] == found
    assert tracked.status == status
    assert all(m.how == "wording" and 0 < m.score <= 1 for m in tracked.mentions)


def test_a_clause_tells_each_action_its_own_fate() -> None:
    close = action("Cllr Carr to close the climbing frame.", "Cllr Carr")
    price = action("Cllr Carr to get a quotation for repairs.", "Cllr Carr")
    said = "Cllr Carr had closed the climbing frame but had not yet found a quotation for repairs."
    first = item("9", "Correspondence", "A letter about the climbing frame was read.", close, price)
    tracked = followed(full(JAN, first), full(MAR, item("8", "Matters arising", said)))
    assert [(t.status, [m.status for m in t.mentions]) for t in tracked] == [("completed", ["done"]), ("open", ["awaited"])]
    assert tracked[0].closing_quote == said and tracked[0].closing_source == f"thornbeck/{MAR}.html"
    evidence = tracked[0].mentions[0].evidence
    assert evidence and (evidence.rule, evidence.quote) == ("progress.perfect", said)


def test_a_sentence_of_its_own_tells_each_action_its_fate() -> None:
    post = action("Clerk to report the finger post at Mill Lane End to Highways.")
    price = action("Cllr Carr to get a price for mending it.", "Cllr Carr")
    first = item("9", "Roads", "The finger post at Mill Lane End had been knocked over.", post, price)
    said = "The finger post at Mill Lane End had been reported to Highways. Cllr Carr had not yet got a price for mending it."
    tracked = followed(full(JAN, first), full(MAR, item("8", "Roads", said)))
    assert [(t.status, [m.status for m in t.mentions]) for t in tracked] == [("completed", ["done"]), ("open", ["awaited"])]


def test_an_action_without_a_subject_takes_nothing_from_one_that_is_named() -> None:
    order = action("Clerk to place the order.")
    gate = action("Cllr Carr to look at the spring of the gate.", "Cllr Carr")
    first = item("9", "Playground", "Three quotations for seats were considered.", order, gate)
    later = item("8", "Playground", "The seats had been ordered. Cllr Carr had not yet been able to look at the gate.")
    tracked = followed(full(JAN, first), full(MAR, later))
    assert [(t.status, [m.status for m in t.mentions]) for t in tracked] == [("completed", ["done"]), ("open", ["awaited"])]


@pytest.mark.parametrize(
    ("title", "said", "status", "found"),
    [
        ("Lanterns", "These have now been delivered.", "completed", ["20"]),
        ("Lanterns", "These have not yet been received.", "open", ["20"]),
        ("Lanterns", "These were discussed.", "open", []),  # no word of what was asked for
        ("Bus shelters", "These have now been delivered.", "open", []),
    ],
)
def test_an_item_may_begin_with_a_pronoun_for_its_title(title: str, said: str, status: str, found: list[str]) -> None:
    raised = item("9", "Lanterns - options", "A catalogue was shown.", action("Cllr Moss to choose one and place the order.", "Cllr Moss"))
    (tracked,) = followed(full(JAN, raised), full(MAR, item("20", title, said)))
    assert (tracked.status, [mention.item for mention in tracked.mentions]) == (status, found)


@pytest.mark.parametrize(("term", "found"), [("autumn", ["20"]), ("spring", [])])
def test_the_programme_of_one_season_is_not_that_of_another(term: str, found: list[str]) -> None:
    programme = action("Clerk to forward the autumn programme of pond dipping to the wardens.")
    later = item("20", "Wardens", f"The {term} programme of pond dipping is with the wardens.")
    (tracked,) = followed(full(JAN, item("9", "Pond", "Pond dipping was popular.", programme)), full(MAR, later))
    assert [mention.item for mention in tracked.mentions] == found


def test_routine_set_afresh_at_each_meeting_is_no_report() -> None:
    routine = item("3", "Minutes", "Agreed and signed.", action("Minutes to the website"))
    (tracked,) = followed(meeting(JAN, routine), meeting(MAR, routine))
    assert tracked.mentions == ()


TASK = "Clerk to answer the consultation on the reservoir."


def test_of_twins_the_one_whose_item_is_meant_is_linked() -> None:
    raised = (item("9", "Reservoir", "The plan was read.", action(TASK)), item("10", "Forest", "The scheme was read.", action(TASK)))
    later = full(MAR, item("8", "Reservoir", "The Clerk had answered the consultation on the reservoir."))
    assert [bool(t.mentions) for t in followed(full(JAN, *raised), later)] == [True, False]


def test_between_twins_that_nothing_tells_apart_a_person_decides() -> None:
    raised = (item("9", "Correspondence", "", action(TASK)), item("10", "Any other business", "", action(TASK)))
    later = full(MAR, item("8", "Matters arising", "The Clerk had answered the consultation on the reservoir."))
    ledger = track([full(JAN, *raised), later], as_of=AS_OF)
    assert [t.mentions for t in ledger.actions] == [(), ()]
    assert [(u.kind, u.item, u.source) for u in ledger.unsettled] == [("link", "8", f"thornbeck/{MAR}.html")] * 2
    assert {u.evidence.quote for u in ledger.unsettled if u.evidence} == {"The Clerk had answered the consultation on the reservoir."}


def test_an_action_raised_again_is_reported_with_the_first() -> None:
    again = item("9", "Correspondence", "", action(TASK))
    later = full(MAY, item("8", "Matters arising", "The Clerk had answered the consultation on the reservoir."))
    ledger = track([full(JAN, again), full(MAR, again), later], as_of=AS_OF)
    assert [(t.status, len(t.mentions)) for t in ledger.actions] == [("completed", 1), ("completed", 1)]


def test_an_agenda_reports_nothing() -> None:
    agenda = meeting(MAR, item("8", "Matters arising", "The lamp in Fuller's Lane had been repaired."), document_class="agenda only")
    (tracked,) = followed(full(JAN, LAMP), agenda)
    assert tracked.mentions == ()


@pytest.mark.parametrize(
    ("progress", "status"),
    [
        (
            line(
                "Report the lamp in Fuller's Lane to the supplier | Clerk | Completed",
                "Report the lamp in Fuller's Lane to the supplier",
                status="Completed",
            ),
            "completed",
        ),
        (
            line(
                "Report the lamp in Fuller's Lane to the supplier | Clerk | Ongoing",
                "Report the lamp in Fuller's Lane to the supplier",
                status="Ongoing",
            ),
            "open",
        ),
        (line("Report the lamp in Fuller's Lane to the supplier - done in May"), "completed"),
        (line("Report the lamp in Fuller's Lane to the supplier"), "open"),
    ],
)
def test_links_by_action_log(progress: Progress, status: str) -> None:
    log = item("7", "Action log", "", progress=(progress,))
    (tracked,) = followed(full(JAN, LAMP, PLUM), full(MAR, log))[:1]
    assert [(m.how, m.item) for m in tracked.mentions] == [("action table", "7")]
    assert tracked.status == status


def test_a_line_of_an_action_log_goes_to_the_action_of_its_number() -> None:
    one = item("9", "Hall", "", action("Get a price", reference="3/20/FE"), action("Get another price", reference="4/20/FE"))
    log = item("7", "Action log", "", progress=(line("Both prices are in: closed", number="4/20/FE"),))
    tracked = followed(full(JAN, one), full(MAR, log))
    assert [len(t.mentions) for t in tracked] == [0, 1]
    assert tracked[1].mentions[0].score == 1.0


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Done – reply awaited", "completed"),
        ("Not done", "open"),
        ("See item 8", "open"),
        ("Overdue", "open"),
        ("On track", "open"),
        ("Open", "open"),
        ("Not due", "open"),
        ("Not yet due", "open"),
        ("Not started", "open"),
        ("Off track", "open"),
        ("Amber", "open"),
        ("Closed", "completed"),
        ("Complete", "completed"),
        ("Not accepted", "superseded"),
        ("Completed: ✓", "completed"),
        ("Completed: 27/03/23; Open", "completed"),
        ("Not completed", "open"),
        ("Overtaken by the new lighting contract; no longer required", "superseded"),
    ],
)
def test_the_first_stretch_of_a_status_word_decides(word: str, status: str) -> None:
    task = "Report the lamp in Fuller's Lane to the supplier"
    log = item("7", "Action log", "", progress=(line(f"{task} | {word}", task, status=word),))
    assert followed(full(JAN, LAMP), full(MAR, log))[0].status == status


@pytest.mark.parametrize(
    ("columns", "word", "status"),
    [
        ("None; two reminders sent", "Overdue", "open"),
        ("Letter sent on 4 May", "Open", "open"),
        ("Survey to begin on 18 November", "On track", "open"),
        ("Overtaken by the new lighting contract; no longer required", "Closed", "superseded"),
        ("Lamp replaced on 4 May", "Closed", "completed"),
        ("Replaced on 4 May", "Green", "completed"),
        ("Part awaited", "Green", "open"),
        ("Closed", "See item 9", "completed"),
        ("Open", "See item 9", "open"),
    ],
)
def test_the_status_column_is_believed_and_a_colour_is_not_read_as_words(columns: str, word: str, status: str) -> None:
    task = "Report the lamp in Fuller's Lane to the supplier"
    text = f"{task} | {columns} | {word}"
    log = item("7", "Action log", "", progress=(line(text, task, status=word),))
    tracked = followed(full(JAN, LAMP), full(MAR, log))[0]
    assert tracked.status == status
    assert [m.quote in (columns, word) for m in tracked.mentions] == [True]  # not the task over again


@pytest.mark.parametrize(
    ("word", "due"),
    [("Open; Revised date: 11 July 2023", date(2023, 7, 11)), ("Revised date: 11 July 2023", date(2023, 7, 11)), ("Open", JAN)],
)
def test_a_revised_date_puts_off(word: str, due: date) -> None:
    task = "Report the lamp in Fuller's Lane to the supplier"
    lamp = item("9", "Correspondence", "", action(f"Clerk to {task[0].lower()}{task[1:]}.", due=JAN))
    log = item("7", "Action log", "", progress=(line(f"{task} | 10 January 2023 | {word} | 1 March 2023", task, status=word),))
    assert followed(full(JAN, lamp), full(MAR, log))[0].due_date == due


def test_of_the_lines_that_cite_one_minute_the_one_worded_like_the_action_is_taken_before_a_sentence_that_cites_it() -> None:
    survey = item("21", "Blocks", "", action("Officers to survey the users of the three blocks.", "Officers"))
    rows = (
        line("21 | What closing would save | E-mail of 13 January | Complete", "What closing would save", status="Complete", number="21"),
        line(
            "21 | Survey of users of the blocks | Begins in May | On track", "Survey of users of the blocks", status="On track", number="21"
        ),
    )
    said = "That the recommendation under Minute 21 be withdrawn."
    log = item("27", "Matters arising", said, progress=rows, references=(reference("Minute 21", "21"),))
    (tracked,) = followed(full(JAN, survey), full(MAR, log))
    assert [(m.how, m.status, m.quote) for m in tracked.mentions] == [("action table", "part done", rows[1].text)]


@pytest.mark.parametrize(
    "said",
    [
        "The minutes of 10 January were approved, subject to the insertion in Minute 22 of the words “on Saturdays” after “two routes”.",
        "In Minute 22 “two routes” was corrected to “three routes”, and the minutes were signed.",
        "The minutes were signed with one correction: Minute 22, line 3, delete “two”.",
    ],
)
def test_a_correction_of_an_earlier_minute_is_no_mention_of_its_action(said: str) -> None:
    first = item("22", "Bus routes", "", action("Clerk to ask the county for the figures of the two routes."))
    later = item("26", "Minutes", said, references=(reference("Minute 22", "22"),))
    (tracked,) = followed(full(JAN, first), full(MAR, later))
    assert tracked.mentions == ()


def test_a_head_under_matters_arising_names_the_action_by_its_own_head() -> None:
    bench = action("Cllr Carr offered to see to it in time for the fete.", "Cllr Carr")
    first = item("9", "Any other business", f"• Bench at the pond – two slats were broken. {bench.text}", bench)
    later = item("8", "Matters arising", "Bench at the pond. Mended on 18th May with the thanks of the council.")
    (tracked,) = followed(full(JAN, first), full(MAR), full(MAY, later))
    assert [(m.item, m.status) for m in tracked.mentions] == [("8", "done")]


def test_what_follows_under_the_same_head_is_the_successors() -> None:
    price = action("Village sign – a second quotation for gilding was to be had.", "BC")
    start = action("Cllr Carr would ask the gilder to start.", "Cllr Carr")
    first = item("5", "Matters arising", "• Village sign – a second quotation for gilding was to be had.", price)
    second = item("5", "Matters arising", f"• Village sign – the quotation for gilding had been received. {start.text}", start)
    third = item("5", "Matters arising", "Village sign. The gilder had not yet been asked to start.")
    ledger = track([full(JAN, first), full(MAR, second), full(MAY, third)], as_of=AS_OF)
    assert [(t.status, [m.source[10:20] for m in t.mentions]) for t in ledger.actions] == [("completed", [str(MAR)]), ("open", [str(MAY)])]


def test_a_sentence_that_cites_one_minute_is_not_of_another() -> None:
    other = item("11", "Lamps", "", action("Clerk to report the lamp in Fuller's Lane to the county."))
    later = item(
        "20", "Lamps", "Further to Minute 9 the lamp in Fuller's Lane had been reported.", references=(reference("Minute 9", "9"),)
    )
    ledger = track([full(JAN, LAMP, other), full(MAR, later)], as_of=AS_OF)
    assert [[m.how for m in t.mentions] for t in ledger.actions] == [["reference"], []]


def test_one_reference_may_mean_two_actions_by_two_sentences() -> None:
    wreath, lights = action("Clerk to order the wreath."), action("Cllr Carr to test the lights.", "Cllr Carr")
    first = item("8", "Remembrance", "", wreath, lights)
    said = "Minute 8 refers: the wreath had been ordered. Cllr Carr had not yet tested the lights."
    later = item("5", "Matters arising", said, references=(reference("Minute 8", "8"),))
    tracked = followed(full(JAN, first), full(MAR, later))
    assert [[(m.how, m.status) for m in t.mentions] for t in tracked] == [[("reference", "done")], [("reference", "awaited")]]


def test_what_follows_a_cited_action_in_its_paragraph_is_not_its_siblings() -> None:
    plan = action("Head of Parks to bring a plan for the pond.", "Head of Parks")
    review = action("Head of Roads to review the gritting of lanes by May.", "Head of Roads", due=MAY)
    said = "Minute 9: the Head of Parks apologised that the plan for the pond was not ready. The item was deferred to the May meeting."
    later = item("20", "Matters arising", said, references=(reference("Minute 9", "9"),))
    tracked = followed(full(JAN, item("9", "Services", "", plan, review)), full(MAR, later), full(MAY))
    assert [[m.how for m in t.mentions] for t in tracked] == [["reference"], []]


def test_links_by_reference() -> None:
    later = item("20", "Petition", "Further to Minute 9 the Clerk had spoken to the firm.", references=(reference("Minute 9", "9"),))
    (tracked,) = followed(full(JAN, LAMP), full(MAR, later))
    assert [(m.how, m.item, m.score, m.status) for m in tracked.mentions] == [("reference", "20", 1.0, "done")]


def test_under_the_minutes_of_another_body_its_minutes_are_cited() -> None:
    said = "In relation to Minute 9 the lamp had been mended."
    later = item("20", "Minutes of the Highways Committee", said, references=(reference("Minute 9", "9"),))
    ledger = track([full(JAN, LAMP), full(MAR, later)], as_of=AS_OF)
    assert ledger.actions[0].mentions == ()
    assert [(u.kind, u.reason) for u in ledger.unsettled] == [("reference", "the minutes of Highways Committee are not in the collection")]


def hall(*rows: tuple[str, str | None, str]) -> list[list[str | None]]:
    """The statuses that a log gives January's two actions of minute 9: each row with its task, owner and status."""
    boiler, trees = action("Clerk to have the boiler serviced."), action("Head of Parks to survey the trees.", "Head of Parks")
    lines = tuple(
        replace(line(f"9 | {task} | {owner} | {status}", task, status=status, number="9"), owner=owner) for task, owner, status in rows
    )
    tracked = followed(full(JAN, item("9", "Hall", "", boiler, trees)), full(MAR, item("7", "Action log", progress=lines)))
    return [[m.status for m in t.mentions] for t in tracked]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("Tree survey", None, "Closed"), ("Boiler", None, "Open")], [["part done"], ["done"]]),
        ([("Follow up", "Head of Parks", "Closed"), ("Follow up", "Clerk", "Open")], [["part done"], ["done"]]),
        ([("Boiler", "Clerk", "Closed"), ("Shrubbery", "Head of Parks", "Open")], [["done"], ["part done"]]),
        ([("Boiler", "Clerk", "Closed"), ("Shrubbery", "Cllr Moss", "Open")], [["done"], []]),
        ([("Boiler", "Clerk/JP", "Closed"), ("Shrubbery", "JP/Head of Parks", "Open")], [["done"], ["part done"]]),
        ([("Boiler", None, "Closed"), ("Price of benches", None, "Open")], [["done"], []]),
    ],
)
def test_a_log_goes_through_the_actions_of_one_minute(rows: list[tuple[str, str | None, str]], found: list[list[str | None]]) -> None:
    assert hall(*rows) == found


@pytest.mark.parametrize(
    ("printed", "found"), [("9 (January 2023)", [1, 0]), ("January 2023", [1, 0]), ("9 (14/03/23)", [0, 1]), ("9", [0, 1])]
)
def test_a_log_names_the_meeting_whose_minute_is_meant(printed: str, found: list[int]) -> None:
    heat, wall = item("9", "Heating", "", action("Clerk to service the boiler.")), item("9", "Wall", "", action("Clerk to see the mason."))
    task = "Boiler service" if printed.startswith("J") else "Follow up"
    log = item("7", "Action log", progress=(line(f"{printed} | {task} | Closed", task, status="Closed", number=printed),))
    tracked = track([full(JAN, heat), full(MAR, wall), full(MAY, log)], as_of=AS_OF).actions
    assert [len(each.mentions) for each in tracked] == found


DRAIN = item("9", "Roads", "", action("Clerk to ask the county about the drain in Mill Lane."))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("At the last meeting it was agreed to ask the county about the drain. The county had now cleaned it out.", ["done"]),
        ("The Clerk had been asked at the January meeting to write about the drain, and a reply had been received.", ["done"]),
        ("The Clerk had been asked at the December meeting to write about the drain, and a reply had been received.", []),
        ("A letter about the drain had been agreed between meetings, and a reply had been received.", []),
        ("A letter about the drain had been sent between meetings, and a reply had been received.", ["done"]),
    ],
)
def test_a_sentence_may_name_the_meeting_that_asked_for_it(said: str, found: list[str]) -> None:
    (tracked,) = followed(full(JAN, DRAIN), full(MAR, item("20", "Roads", said)))
    assert [m.status for m in tracked.mentions] == found


def test_the_clerks_report_on_one_action_is_not_of_its_sibling() -> None:
    first = item(
        "4",
        "Heart machine",
        "One should hang at the chapel. It was agreed that Cllr Moss order the machine.",
        action("Cllr Moss to order the machine.", "Cllr Moss"),
        action("Clerk to look into lottery money."),
    )
    said = "Heart machine: The Clerk reported that the order for the machine had been placed as agreed at the last meeting."
    ordered, money = followed(full(JAN, first), full(MAR, item("6", "Clerk's report", said)))
    assert [m.status for m in ordered.mentions] == ["done"]
    assert money.mentions == ()


@pytest.mark.parametrize("head", ["3.2 Chapel roof.", "(b) Chapel roof."])
def test_what_is_quoted_is_the_sentence_below_a_head_and_not_the_head(head: str) -> None:
    first = item("4", "Premises", "The roof leaked.", action("Clerk to get a price for the chapel roof."))
    (tracked,) = followed(full(JAN, first), full(MAR, item("6", "Premises", f"{head} Two prices had been received.")))
    assert [m.quote for m in tracked.mentions] == ["Two prices had been received."]


def test_a_row_of_a_log_that_prints_an_action_is_of_it_whatever_its_number() -> None:
    bins = item("5", "Bins", "", action("Cllr Moss to empty the bins.", "Cllr Moss"))
    tap = item("6", "Burial ground", "", action("Clerk to inspect the water supply at the burial ground."))
    row = "Inspect the water supply at the burial ground"
    log = item("7", "Action log", "", progress=(line(f"5 | {row} | Clerk | Done", row, status="Done", number="5"),))
    emptied, inspected = followed(full(JAN, bins, tap), full(MAR, log))
    assert (emptied.mentions, inspected.status) == ((), "completed")


def test_a_limb_says_which_action_a_reference_means() -> None:
    write, paint = action("That the Clerk write to the mill"), action("That the gate be painted")
    gates = item("191", "Gates", "", write, paint, resolutions=(limb("(1)", write.text), limb("(2)", paint.text)))
    later = item(
        "20", "Gates again", "In accordance with Minute 191(2) this had been done.", references=(reference("Minute 191(2)", "191(2)"),)
    )
    tracked = followed(full(JAN, gates), full(MAR, later))
    assert [len(t.mentions) for t in tracked] == [0, 1]


def test_a_reference_that_cannot_be_resolved_is_listed_and_links_nothing() -> None:
    later = item("20", "Petition", "See Minute 400.", references=(reference("Minute 400", "400"),))
    ledger = track([full(JAN, LAMP), full(MAR, later)], as_of=AS_OF)
    assert [(u.kind, u.item) for u in ledger.unsettled] == [("reference", "20")]
    assert (ledger.unsettled[0].source, ledger.unsettled[0].text) == (f"thornbeck/{MAR}.html", "Minute 400")
    assert all(not t.mentions for t in ledger.actions)


def test_a_minute_of_several_actions_needs_the_wording_to_single_one_out() -> None:
    several = item("9", "Hall", "", action("Order tables for the hall", "Cllr Moss"), action("Paint the porch ceiling", "Cllr Carr"))
    vague = item("20", "Letters", "Minute 9 refers.", references=(reference("Minute 9", "9"),))
    clear = item("21", "Porch", "Minute 9 refers: the porch ceiling had been painted.", references=(reference("Minute 9", "9"),))
    ledger = track([full(JAN, several), full(MAR, vague), full(MAY, clear)], as_of=AS_OF)
    assert [links(t.mentions) for t in ledger.actions] == [[], [(f"thornbeck/{MAY}.html", "21")]]
    assert [(u.kind, u.item) for u in ledger.unsettled] == [("link", "20")]


def test_a_deferral_moves_the_due_date() -> None:
    lease = item("9", "Lease of the mill", "", action("Clerk to bring the lease of the mill to the meeting.", due=MAR))
    put_off = item("8", "Lease of the mill", "The lease of the mill was deferred to 11 July 2023.")
    (tracked,) = followed(full(JAN, lease), full(MAR, put_off))
    assert (tracked.mentions[0].status, tracked.due_date, tracked.status) == ("deferred", date(2023, 7, 11), "overdue")


def test_a_report_put_off_to_a_meeting_is_looked_for_there() -> None:
    asked = item("9", "Leisure centre", "", action("That a progress report on the gym be brought to the March meeting.", None, due=MAR))
    put_off = item("7", "Gym", "The progress report on the gym was deferred to the meeting on 9 May 2023.")
    brought = item("7", "Gym", "Mr Vane presented the progress report.")
    (tracked,) = followed(full(JAN, asked), full(MAR, put_off), full(MAY, brought))
    assert ([m.date for m in tracked.mentions], tracked.status) == ([MAR, MAY], "completed")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The Chair reported that the County Council had decided in February not to go ahead with the charges.", "superseded"),
        ("Cllr Moss had decided not to go ahead with the charges for the pond.", "open"),
    ],
)
def test_a_recommendation_is_answered_by_the_body_that_has_the_last_word(told: str, status: str) -> None:
    task = action("That the Cabinet Member be recommended to set the charge at no more than £600 a year for each child.", "Cabinet Member")
    (tracked,) = followed(full(JAN, item("9", "School coach policy", "", task)), full(MAR, item("7", "School coach consultation", told)))
    assert tracked.status == status


MANY = (
    "Clerk to progress.",
    "Clerk to order gravel for the ford.",
    "Clerk to write to Mr Fell.",
    "Cllr Moss to draw a map of the culverts.",
)


@pytest.mark.parametrize(("tasks", "found"), [(MANY[:1], ["7"]), (MANY, [])])
def test_one_of_many_actions_of_an_item_is_not_about_the_whole_of_it(tasks: tuple[str, ...], found: list[str]) -> None:
    first = full(JAN, item("9", "Ford and culverts", "", *(action(each) for each in tasks)))
    tracked, *_ = followed(first, full(MAR, item("7", "Ford and culverts", "The work at the ford had been held up by rain.")))
    assert [mention.item for mention in tracked.mentions] == found


def test_the_sentence_with_the_reference_tells_of_the_action_before_the_next_does() -> None:
    plots = item("5", "Allotments", "", action("Clerk to write to the tenants of plots 14 and 16, which are overgrown."))
    told = "Minute 5 - letters were sent on 10 February. Plot 14 has since been dug; plot 16 is still overgrown."
    later = item("3", "Matters arising", told, references=(reference("Minute 5", "5"),))
    (tracked,) = followed(full(JAN, plots), full(MAR, later))
    assert tracked.status == "completed"
