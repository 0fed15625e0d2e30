"""Agenda items: one for each numbered or headed piece of business, however the council numbers and sets them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.assemble import agenda
from minutes_miner.assemble.headings import Candidate
from minutes_miner.assemble.numbers import ItemNumber
from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.model import Attachment, Document, SourceMeta, Truncation
from tests.papers import HEAD, Line, page, paper, read, wrong

Titles = list[tuple[str | None, str]]
PROSE = "The Clerk reported that the gate had been mended and that the lock was new. Members noted the position."


def items(*lines: Line) -> Titles:
    return [(item.number, item.title) for item in read(paper(*lines)).items]


NUMBERS = [
    ("307.", "308.", "309."),
    ("84.1", "84.2", "84.3"),
    ("35/20", "36/20", "37/20"),
    ("FGB 01/2021", "FGB 02/2021", "FGB 03/2021"),
    ("19.07.01", "19.07.02", "19.07.03"),
    ("2307.04", "2307.05", "2307.06"),
    ("GBP/2223/001", "GBP/2223/002", "GBP/2223/003"),
    ("MW/23/14", "MW/23/15", "MW/23/16"),
    ("C048/23", "C049/23", "C050/23"),
    ("1.", "2.", "3."),
    ("a)", "b)", "c)"),
]
NAMES = ("Apologies for absence", "Flood Defences", "Any other business")


@pytest.mark.parametrize("numbers", NUMBERS, ids=lambda numbers: numbers[0])
@pytest.mark.parametrize("mark", ["# ", ""], ids=["headings", "plain lines"])
def test_items_are_told_by_their_numbers(numbers: tuple[str, str, str], mark: str) -> None:
    lines = [line for number, name in zip(numbers, NAMES, strict=True) for line in (f"{mark}{number} {name}", PROSE)]
    assert items(*lines) == [(number.rstrip(".)"), name) for number, name in zip(numbers, NAMES, strict=True)]


def test_items_may_have_headings_without_numbers() -> None:
    assert items(*[line for name in NAMES for line in (f"# {name}", PROSE)]) == [(None, name) for name in NAMES]


def test_items_in_capitals_that_run_into_their_text() -> None:
    lines = [f"{n}. {name.upper()} {PROSE}" for n, name in enumerate(NAMES, 1)]
    assert items(*lines) == [(str(n), name.upper()) for n, name in enumerate(NAMES, 1)]


def test_a_number_may_be_left_out_or_repeated() -> None:
    lines = [
        line
        for n, name in (("1.", "Gate"), ("2.", "Pump"), ("4.", "Bank"), ("4.", "Bins"), ("5.", "Close"))
        for line in (f"# {n} {name}", PROSE)
    ]
    assert items(*lines) == [("1", "Gate"), ("2", "Pump"), ("4", "Bank"), ("4", "Bins"), ("5", "Close")]


def test_numbered_paragraphs_of_a_discussion_are_no_items() -> None:
    lines = ["# 28. Gate", f"1. {PROSE}", f"2. {PROSE}", "# 29. Pump", f"1. {PROSE}", f"2. {PROSE}", "# 30. Bank", PROSE]
    assert items(*lines) == [("28", "Gate"), ("29", "Pump"), ("30", "Bank")]


def test_limbs_and_bullets_are_no_items() -> None:
    lines = [
        "# 1. Gate",
        "RESOLVED:",
        "(1) That the gate be shut.",
        "(2) That it be painted.",
        "# 2. Pump",
        "• It was mended",
        "• It was new",
    ]
    assert items(*lines) == [("1", "Gate"), ("2", "Pump")]


@pytest.mark.parametrize("furniture", ["Minutes:", "Decision:", "Supporting documents:", "Additional documents:", "Resolved", "Actions"])
def test_furniture_is_no_item(furniture: str) -> None:
    lines = ["# Gate", f"# {furniture}", PROSE, "# Pump", f"# {furniture}", PROSE, "# Bank", PROSE]
    assert items(*lines) == [(None, "Gate"), (None, "Pump"), (None, "Bank")]


def test_agenda_and_minute_numbers_are_both_kept() -> None:
    lines = ("# 84. Apologies (Item 1)", PROSE, "# 85. Flood Defences (Item 2)", PROSE)
    assert [(i.number, i.minute_number, i.agenda_number, i.title) for i in read(paper(*lines)).items] == [
        ("84", "84", "1", "Apologies"),
        ("85", "85", "2", "Flood Defences"),
    ]


def test_an_agenda_number_on_a_line_of_its_own() -> None:
    lines = ("# 27. Apologies", "(Item 1)", PROSE, "# 28. Flood Defences", "(Item 2)", PROSE)
    found = read(paper(*lines)).items
    assert [(i.number, i.agenda_number, i.title) for i in found] == [("27", "1", "Apologies"), ("28", "2", "Flood Defences")]
    assert found[0].text == PROSE


def test_the_closing_business_is_an_item_although_it_has_no_number() -> None:
    lines = ("# 1. Gate", PROSE, "# 2. Pump", PROSE, "# Date of next meeting", "It will be held on 10 July 2030.")
    assert items(*lines) == [("1", "Gate"), ("2", "Pump"), (None, "Date of next meeting")]


def test_opening_matter_is_no_item() -> None:
    lines = ("# Present", "Councillor Ash", "# 1. Gate", PROSE, "# 2. Pump", PROSE)
    assert items(*lines) == [("1", "Gate"), ("2", "Pump")]


@wrong("headings above the list of those present are taken for items where items have no numbers")
def test_title_lines_that_no_reader_marks_are_no_items() -> None:
    lines = [line for name in NAMES for line in (f"# {name}", PROSE)]
    found = read(paper(*HEAD, *lines, head=())).items
    assert [(i.number, i.title) for i in found] == [(None, name) for name in NAMES]


def columns() -> Document:
    """A page of three columns, item | discussion | action, as the PDF reader hands it on."""
    builder = DocumentBuilder()
    builder.add("Minutes of Brightmoor Parish Council, 5 June 2030", kind="heading", role="masthead")
    builder.add("Present: Councillor Hazel Thorne", role="masthead")
    for number, title in (("1.", "Gate"), ("2.", "Pump")):
        builder.add(number, role="number")
        builder.add(title, kind="heading", role="title")
        builder.add(PROSE)
        builder.add("Clerk", role="action")
    return Document(source="m.pdf", format="pdf", text=builder.text, blocks=builder.blocks)


def test_columns_give_titles_text_and_owners() -> None:
    found = read(columns()).items
    assert [(i.number, i.title) for i in found] == [("1", "Gate"), ("2", "Pump")]
    assert [action.owner for i in found for action in i.actions] == ["Clerk", "Clerk"]


PAGE = page(
    ("307.", "Apologies for absence", ("None.",)), ("308.", "Flood Defences", (PROSE,)), ("", "Urgent business", ("There was none.",))
)


def test_a_publishers_page_gives_its_items() -> None:
    found = read(PAGE).items
    assert [(i.number, i.title) for i in found] == [("307", "Apologies for absence"), ("308", "Flood Defences"), (None, "Urgent business")]


def test_what_stands_before_the_minutes_is_the_agendas_own_text() -> None:
    builder = DocumentBuilder()
    builder.add("5.", role="number", item=0)
    builder.add("Lease", role="title", kind="heading", item=0)
    builder.add("To consider whether the lease should be renewed. RESOLVED: That it be so.", role="agenda", item=0)
    builder.add("Members noted the position.", role="minutes", item=0)
    document = Document(
        source="m.html", format="moderngov-meeting", text=builder.text, blocks=builder.blocks, meta=SourceMeta(date="5 June 2030")
    )
    (item,) = read(document).items
    assert item.text == "Members noted the position."
    assert [r.type for r in item.resolutions] == ["noted"]


def test_attachments_and_cut_off_text_go_with_their_item() -> None:
    document = replace(
        PAGE,
        attachments=(Attachment("Survey", "https://brightmoor.example/s.pdf", "87 KB", 1), Attachment("Agenda", None, None, None)),
        truncations=(Truncation(1, "308", "https://brightmoor.example/308", 10),),
    )
    meeting = read(document)
    assert [[a.title for a in i.attachments] for i in meeting.items] == [[], ["Survey"], []]
    assert [a.title for a in meeting.attachments] == ["Agenda"]
    assert [i.truncated.label for i in meeting.items if i.truncated] == ["308"]
    assert [(u.kind, u.item) for u in meeting.unsettled if u.kind == "truncated item"] == [("truncated item", "308")]


def test_titles_lose_numbers_and_stops() -> None:
    assert items("# 1. Gate:", PROSE, "# 2. Pump.", PROSE, "# 3. Bank –", PROSE) == [("1", "Gate"), ("2", "Pump"), ("3", "Bank")]


def test_an_items_text_ends_where_the_next_begins() -> None:
    found = read(paper("# 1. Gate", "It was shut.", "It was old.", "# 2. Pump", "It was mended.")).items
    assert [i.text for i in found] == ["It was shut.\nIt was old.", "It was mended."]


def test_an_item_shows_where_its_title_stands() -> None:
    document = paper("# 1. Gate", PROSE, "# 2. Pump", PROSE)
    for item in read(document).items:
        assert document.slice(item.evidence.start, item.evidence.end) == item.title
        assert item.evidence.rule.startswith("agenda.")


def test_thousands_of_numbered_lines_are_chained_by_looking_back_at_few(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Candidate] = []
    value = agenda._value
    monkeypatch.setattr(agenda, "_value", lambda candidate: looked.append(candidate) or value(candidate))  # type: ignore[func-returns-value]
    # After each item a list that counts from 1 to 3: those numbers come again and again.
    numbers = [n for item in range(1, 1001) for n in (item, 1, 2, 3)]
    found = [
        Candidate(ItemNumber(str(n), "9", n), None, "Gate", at, at, at + 4, at + 5, "plain", 1.0, (0.0, 0), False, "agenda.numbered")
        for at, n in zip(range(0, 10 * len(numbers), 10), numbers, strict=True)
    ]
    chain = [candidate.number.value for candidate in agenda._heaviest_rise(found, 10 * len(numbers)) if candidate.number]
    assert list(dict.fromkeys(chain)) == list(range(1, 1001))
    assert len(looked) < 10 * len(found)
