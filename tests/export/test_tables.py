"""What stands in the tables, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from minutes_miner.export.spec import Register, Table
from minutes_miner.export.summary import summarise
from minutes_miner.export.tables import build_tables
from minutes_miner.model import Action, Outcome, Speaker
from tests import factories as make


def _tables(register: Register) -> dict[str, Table]:
    return {table.name: table for table in build_tables(register)}


def _row(table: Table, place: int = 0) -> dict[str, object]:
    return dict(zip(table.keys, table.rows[place], strict=True))


def test_the_tables_stand_in_the_order_of_the_workbook() -> None:
    meetings = [make.full_meeting()]
    titles = [table.title for table in build_tables(Register(meetings, make.followed(*meetings)))]
    assert titles == [
        "Summary",
        "Overdue",
        "Actions",
        "Questions",
        "Resolutions",
        "Speakers",
        "Agenda items",
        "Meetings",
        "Attendance",
        "To settle",
        "Run report",
    ]


def test_without_a_ledger_nothing_is_said_of_standing() -> None:
    tables = _tables(Register([make.full_meeting()]))
    assert "overdue" not in tables
    assert not {"ref", "status", "state", "days_late"} & set(tables["actions"].keys)
    assert tables["actions"].column("due_date") == [date(2024, 4, 30)]


def test_every_table_has_keys_of_its_own_and_whole_rows() -> None:
    meetings = [make.full_meeting()]
    for table in build_tables(Register(meetings, make.followed(*meetings), [make.outcome()])):
        assert len(set(table.keys)) == len(table.keys), table.name
        assert table.rows, table.name
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_rows_stand_by_date_then_in_document_order() -> None:
    items = (make.full_item("1", "First"), make.full_item("2", "Second"))
    late, early, undated = (make.meeting(f"{day}.html", day=day, items=items) for day in (date(2024, 6, 1), date(2023, 1, 9), None))
    table = _tables(Register([late, undated, early]))["questions"]
    assert table.column("meeting_date") == [date(2023, 1, 9)] * 2 + [date(2024, 6, 1)] * 2 + [None] * 2
    assert table.column("number") == ["1", "2"] * 3


@pytest.mark.parametrize(
    ("answer", "reply", "state", "kept_by"),
    [
        ("He had no figures and undertook to send them to members.", "reply promised", "completed", "The figures had been sent."),
        ("The Clerk said that a written answer would follow.", "reply promised", "not found as an action", None),
        ("It would be Friday.", "answered", None, None),
        (None, "no answer recorded", None, None),
    ],
)
def test_a_question_is_told_with_the_promise_in_its_answer(answer: str | None, reply: str, state: str | None, kept_by: str | None) -> None:
    promised = make.action("undertook to send them to members")
    home = make.meeting(items=(make.item(questions=(make.question(answer=answer),), actions=(promised,)),))
    followed = make.tracked(promised, within=home, state="completed", closing_quote="The figures had been sent.")
    row = _row(_tables(Register([home], make.ledger(followed)))["questions"])
    assert (row["reply"], row["promise"], row["kept_by"]) == (reply, state, kept_by)
    assert "promise" not in _tables(Register([home]))["questions"].keys


@pytest.mark.parametrize(
    ("answer", "promised", "reply"),
    [
        (None, make.action("He would find out and email the Clerk.", start=118), "reply promised"),  # right behind the question
        (None, make.action("He would mend the gate.", start=118), "no answer recorded"),
        (None, make.action("He would find out and email the Clerk.", start=300), "no answer recorded"),
        ("The first roll would come with the bin.", make.action("The first roll would come with the bin.", confidence="low"), "answered"),
        ("He would bring the analysis to the next meeting.", make.action("Analysis of absence", start=400), "reply promised"),
        ("Ms Ash agreed to compare both years and report in March.", make.action("Compare", start=400), "reply promised"),
        ("The hall would be open for the next meeting.", make.action("Compare", start=400), "answered"),
    ],
)
def test_a_promise_to_reply_is_told_from_a_plain_answer(answer: str | None, promised: Action, reply: str) -> None:
    home = make.meeting(items=(make.item(questions=(make.question(answer=answer),), actions=(promised,)),))
    row = _row(_tables(Register([home], make.ledger(make.tracked(promised, within=home))))["questions"])
    assert row["reply"] == reply


def test_a_promise_told_beside_its_row_of_a_table_is_that_of_the_answer() -> None:
    promised = make.action("Send the figures", also=("He undertook to send them to members.",))
    home = make.meeting(items=(make.item(questions=(make.question(answer="He undertook to send them to members."),), actions=(promised,)),))
    row = _row(_tables(Register([home], make.ledger(make.tracked(promised, within=home))))["questions"])
    assert row["promise"] == "overdue"


def test_a_correction_names_the_one_action_of_the_item_that_it_changes() -> None:
    one = make.meeting("a.html")
    action = make.tracked(make.action(owner="Cllr Ash"), within=one)
    point = make.unsettled("correction", "delete “Cllr Ash” and insert “Cllr Elm”", source=one.source)
    other = make.tracked(make.action(owner="the Clerk"), within=one)
    for actions, ref in (((action,), action.id), ((action, replace(action, id="b2")), None), ((other,), None)):
        table = _tables(Register([one], replace(make.ledger(*actions), unsettled=(point,))))["to_settle"]
        assert table.column("ref") == [ref]


def test_a_correction_made_at_approval_stands_with_the_record_that_it_changes() -> None:
    early, late = make.meeting("a.html"), make.meeting("b.html", day=date(2024, 5, 14))
    at = make.evidence("subject to the inclusion of Cllr Ash", source=late.source)
    point = make.unsettled(
        "correction", "subject to the inclusion of Cllr Ash", reason="made on 14 May 2024", source=early.source, evidence=at
    )
    ledger = replace(make.ledger(), unsettled=(point, replace(point, source=late.source, evidence=make.evidence("x"))))
    tables = _tables(Register([early, late], ledger))
    assert tables["meetings"].column("corrected") == ["subject to the inclusion of Cllr Ash (made on 14 May 2024)", None]
    assert tables["to_settle"].column("document") == ["b.html", "b.html"]


def test_a_rule_of_ones_own_tells_a_promise(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        "rules:\n- {id: answer.ours, kind: answer promised, reason: Our phrase., pattern: took it away, "
        "match: [He took it away.], no_match: [It would be Friday.]}\n",
        encoding="utf-8",
    )
    home = make.meeting(items=(make.item(questions=(make.question(answer="The Clerk took it away."),)),))
    tables = (_tables(Register([home], make.ledger(), rules=rules))["questions"] for rules in (None, tmp_path))
    assert [_row(table)["reply"] for table in tables] == ["answered", "reply promised"]


def test_an_action_is_told_with_its_progress_and_how_its_date_was_read() -> None:
    mentions = (make.mention(quote="It was in hand."), make.mention("harrowmere/2024-05-14.html", quote="The letter had been sent."))
    inferred = make.action(due=make.due("in six months", date(2024, 9, 12), kind="inferred", rule="months from the meeting"))
    followed = make.tracked(inferred, mentions=mentions, state="completed", closing_quote="The letter had been sent.")
    row = _row(_tables(Register([make.meeting()], make.ledger(followed)))["actions"])
    assert row["progress"] == "The letter had been sent. (2024-05-14.html, item 21, 14 May 2024)"
    assert row["due_how"] == "inferred: months from the meeting"
    assert (row["ref"], row["status"], row["number"], row["item"]) == ("a1b2c3", "completed", "14", "Waste Strategy")


def test_a_date_that_was_moved_says_by_what() -> None:
    later = make.due("by the July meeting", date(2024, 7, 9), kind="inferred", rule="calendar")
    followed = make.tracked(due_date=date(2024, 7, 9), mentions=(make.mention(due=later),))
    row = _row(_tables(Register([make.meeting()], make.ledger(followed)))["actions"])
    assert (row["due_date"], row["due_how"]) == (date(2024, 7, 9), "moved by 2024-05-14.html: by the July meeting (inferred: calendar)")


def test_an_item_without_a_number_is_told_by_its_title_alone() -> None:
    followed = make.tracked(item="Waste Strategy", item_title="Waste Strategy")
    row = _row(_tables(Register([], make.ledger(followed)))["actions"])
    assert (row["number"], row["item"], row["link"]) == (None, "Waste Strategy", None)


def test_overdue_puts_the_longest_late_first() -> None:
    rows = [make.tracked(days_late=days) for days in (3, 90, 20)] + [make.tracked(state="open")]
    assert _tables(Register([], make.ledger(*rows)))["overdue"].column("days_late") == [90, 20, 3]


def test_speakers_are_counted_under_all_their_names() -> None:
    item = make.full_item(
        speakers=(Speaker("Councillor Ivy Marlowe", ("the Chair",)), Speaker("Tomas Reyne")),
        contributions=(make.contribution(text="one two"), make.contribution("the Chair", "three four five")),
    )
    table = _tables(Register([make.meeting(items=(item,))]))["speakers"]
    assert list(zip(table.column("speaker"), table.column("contributions"), table.column("words"), strict=True)) == [
        ("Councillor Ivy Marlowe", 2, 5),
        ("Tomas Reyne", 0, 0),
    ]


@pytest.mark.parametrize(
    ("vote", "unanimous"),
    [(None, None), (make.vote(), False), (make.vote(unanimous=True), True), (make.vote(nem_con=True), True)],
)
def test_a_vote_is_unanimous_only_where_one_is_recorded(vote: object, unanimous: bool | None) -> None:
    item = make.full_item(resolutions=(make.resolution(vote=vote),))
    assert _tables(Register([make.meeting(items=(item,))]))["resolutions"].column("unanimous") == [unanimous]


@pytest.mark.parametrize(
    ("url", "anchor", "link"),
    [
        (None, None, None),
        (None, "item3", None),
        ("https://x.example/m", None, "https://x.example/m"),
        ("https://x.example/m", "item3", "https://x.example/m#item3"),
        ("https://x.example/m", "#item3", "https://x.example/m#item3"),
        ("https://x.example/m#top", "item3", "https://x.example/m#top"),
        ("https://x.example/m", "https://x.example/i?id=3", "https://x.example/i?id=3"),
    ],
)
def test_a_link_leads_as_near_as_the_source_allows(url: str | None, anchor: str | None, link: str | None) -> None:
    question = replace(make.question(), evidence=make.evidence(anchor=anchor))
    meeting = make.meeting(url=url, items=(make.item(questions=(question,)),))
    assert _tables(Register([meeting]))["questions"].column("link") == [link]


def test_what_following_left_open_is_to_settle_too() -> None:
    of_meeting = make.unsettled("link", "two candidates", item=None, source="harrowmere/2024-03-12.html")
    ledger = make.ledger(unsettled=[of_meeting, make.unsettled("link", source="gone.html")])
    table = _tables(Register([make.full_meeting()], ledger))["to_settle"]
    assert table.column("kind") == ["link", "link", "owner"]
    assert table.column("document") == ["gone.html", "harrowmere/2024-03-12.html", "harrowmere/2024-03-12.html"]
    assert table.column("organisation") == [None, make.ORGANISATION, make.ORGANISATION]


def test_what_matters_most_is_settled_first() -> None:
    texts = ("soon", "late", "done", "later")
    tasks = [make.action(text, start=place * 100) for place, text in enumerate(texts)]
    states = ("due soon", "overdue", "completed", "open")
    points = [make.unsettled("action", one.text, evidence=one.evidence, item="14") for one in tasks]
    early = make.meeting("a.html", unsettled=(*points[:3], make.unsettled("reference", "Minute 3"), make.unsettled("attendance", "P/A")))
    late = make.meeting("b.html", day=date(2024, 5, 14), unsettled=(points[3], make.unsettled("meeting", "draft.html")))
    homes = (early, early, early, late)
    rows = [
        make.tracked(one, within=home, state=state, id=one.text) for one, home, state in zip(tasks, homes, states, strict=True)
    ]  # fmt: skip
    conflict = make.unsettled("officer's correction", "cut the hedge", source="a.html", evidence=tasks[0].evidence)
    table = _tables(Register([early, late], make.ledger(*rows, unsettled=[conflict])))["to_settle"]
    assert table.column("text") == ["cut the hedge", "draft.html", "late", "later", "soon", "done", "P/A", "Minute 3"]
    assert table.column("ref") == ["soon", None, "late", "later", "soon", "done", None, None]
    assert [bool(told) for told in table.column("to_do")] == [True] * 6 + [False, True]


def test_rows_tell_how_sure_they_are() -> None:
    sure = {"confidence": "medium", "confidence_reason": "nobody is named who asked"}
    item = make.item(questions=(make.question(**sure),), resolutions=(make.resolution(**sure),), actions=(make.action(**sure),))
    for name in ("questions", "resolutions", "actions"):
        row = _row(_tables(Register([make.meeting(items=(item,))]))[name])
        assert (row["confidence"], row["confidence_reason"]) == ("medium", "nobody is named who asked"), name


def test_the_run_report_names_failures_first() -> None:
    outcomes = [
        make.outcome("b.html"),
        make.outcome("c.pdf", "failed", "Damaged: it breaks off"),
        make.outcome("a.html", "duplicate", "of b.html"),
    ]
    table = _tables(Register([], outcomes=outcomes))["run_report"]
    assert table.column("document") == ["c.pdf", "a.html", "b.html"]


def test_the_clerks_of_two_councils_are_two_owners_and_none_is_left_out() -> None:
    other = make.meeting("d.html", organisation="Tollbury Council")
    clerk = make.action(owner="Clerk")
    many = [make.tracked(make.action(owner=f"Officer {chr(65 + n)}"), state="due soon") for n in range(11)]
    summary = summarise(Register([make.meeting(), other], make.ledger(make.tracked(clerk), make.tracked(clerk, within=other), *many), []))
    names = {one.name: one.actions for one in summary.owners}
    assert names["Clerk (Tollbury Council)"] == names[f"Clerk ({make.ORGANISATION})"] == 1
    assert len(names) == 13


def test_the_summary_counts_by_committee_and_owner() -> None:
    cabinet = make.meeting("c.html", committee="Cabinet")
    ledger = make.ledger(
        make.tracked(),
        make.tracked(state="completed"),
        make.tracked(make.action(owner="tomas reyne"), state="due soon"),
        make.tracked(make.action(owner=None), within=cabinet, state="no date stated", due_date=None),
    )
    outcomes = [make.outcome(), Outcome("x.pdf", "failed", "Damaged")]
    summary = summarise(Register([make.meeting(), cabinet], ledger, outcomes))
    assert (summary.total.actions, summary.total.overdue, summary.total.open, summary.total.completed) == (4, 1, 2, 1)
    assert [(one.name, one.actions, one.overdue) for one in summary.committees] == [("Environment Scrutiny Panel", 3, 1), ("Cabinet", 1, 0)]
    assert [(one.name, one.actions) for one in summary.owners] == [("Tomas Reyne", 3), ("no owner named", 1)]
    figures = {(figure.section, figure.name): (figure.value, figure.note) for figure in summary.figures}
    assert figures["Actions", "with an owner named"] == (3, "75 %")
    assert figures["Actions", "with a due date"] == (3, "75 %")
    assert figures["Documents", "failed"] == (1, "see Run report")
    assert figures["Documents", "read"] == (1, "900 words")


def test_the_summary_counts_a_status_as_its_sheet_does_and_its_states_as_part_of_it() -> None:
    stands = ("overdue", "awaiting minutes", "open", "due soon", "completed", "superseded", "dropped", "not an action")
    parts = {"awaiting minutes": "overdue", "due soon": "open", "dropped": "superseded", "not an action": "superseded"}
    summary = summarise(Register([], make.ledger(*(replace(make.tracked(state=one), status=parts.get(one, one)) for one in stands))))
    figures = {figure.name: (figure.value, figure.note) for figure in summary.figures if figure.section == "Actions"}
    total = summary.total
    assert figures["overdue"] == (total.overdue, "25 %") == (2, "25 %")
    assert figures["open"] == (total.open, "25 %") and figures["superseded"] == (total.superseded, "38 %") == (3, "38 %")
    assert {name: figures[name] for name in parts} == {name: (1, f"of the {status}") for name, status in parts.items()}


@pytest.mark.parametrize(
    ("organisations", "committee", "name"),
    [
        (["Harrowmere Borough Council"], "Cabinet", "Cabinet"),
        (["Ashcombe Parish Council"], None, "Ashcombe Parish Council"),
        (["Harrowmere Borough Council", "Ashcombe Parish Council"], "Cabinet", "Cabinet (Harrowmere Borough Council)"),
        ([None], None, "committee not named"),
    ],
)
def test_a_committee_goes_by_the_name_people_know(organisations: list[str | None], committee: str | None, name: str) -> None:
    meetings = [make.meeting(f"{number}.html", organisation=body, committee=committee) for number, body in enumerate(organisations)]
    assert summarise(Register(meetings, make.followed(meetings[0]))).committees[0].name == name


def test_the_summary_table_says_of_which_day_it_is() -> None:
    row = _row(_tables(Register([], make.ledger(as_of=date(2024, 6, 1))))["summary"])
    assert (row["measure"], row["figure"], row["note"]) == ("as of", None, "1 June 2024")
