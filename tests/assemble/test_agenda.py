"""Agenda items: one for each numbered or headed piece of business, however the council numbers and sets them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.assemble.chains import best_chain
from minutes_miner.assemble.headings import Candidate
from minutes_miner.assemble.numbers import ItemNumber
from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.plain import read as read_plain
from minutes_miner.model import Attachment, Document, SourceMeta, Truncation
from tests.papers import HEAD, Line, page, paper, read

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
    # Forms that are no label by themselves.
    ("1", "2", "3"),
    ("1.0", "2.0", "3.0"),
    ("PR1", "PR2", "PR3"),
    ("A1", "A2", "A3"),
    ("PC.045", "PC.046", "PC.047"),
    ("F01:04/24", "F02:04/24", "F03:04/24"),
    ("Cou/286/07-08", "Cou/287/07-08", "Cou/288/07-08"),
    ("P/24/45", "P/24/46", "P/24/47"),
    ("B/24/41", "B/24/42", "B/24/43"),
    ("25-26/FA/1", "25-26/FA/2", "25-26/FA/3"),
    ("2023/045", "2023/046", "2023/047"),
    ("24/25-101", "24/25-102", "24/25-103"),
    ("2024/25/101", "2024/25/102", "2024/25/103"),
    ("045/24-25", "046/24-25", "047/24-25"),
    ("24-101", "24-102", "24-103"),
    ("1[24]", "2[24]", "3[24]"),
]
NAMES = ("Apologies for absence", "Flood Defences", "Any other business")


@pytest.mark.parametrize("numbers", NUMBERS, ids=lambda numbers: numbers[0])
@pytest.mark.parametrize("mark", ["# ", ""], ids=["headings", "plain lines"])
def test_items_are_told_by_their_numbers(numbers: tuple[str, str, str], mark: str) -> None:
    lines = [line for number, name in zip(numbers, NAMES, strict=True) for line in (f"{mark}{number} {name}", PROSE)]
    assert items(*lines) == [(number.rstrip(".)"), name) for number, name in zip(numbers, NAMES, strict=True)]


@pytest.mark.parametrize("before", ["Item {}:", "Agenda Item {}", "Item {} –", "Minute {}", "Item No. {}"])
def test_a_word_before_the_number_is_no_part_of_it(before: str) -> None:
    lines = [line for n, name in enumerate(NAMES, 4) for line in (f"{before.format(n)} {name}", PROSE)]
    assert items(*lines) == [(str(n), name) for n, name in enumerate(NAMES, 4)]


@pytest.mark.parametrize("number", ["{}.", "{}", "{}/24"])
@pytest.mark.parametrize("mark", ["# ", ""], ids=["headings", "plain lines"])
def test_a_number_may_stand_on_the_line_above_its_title(number: str, mark: str) -> None:
    lines = [line for n, name in enumerate(NAMES, 45) for line in (number.format(n), mark + name, PROSE)]
    assert items(*lines) == [(number.format(n).rstrip("."), name) for n, name in enumerate(NAMES, 45)]


@pytest.mark.parametrize(
    "lines",
    [
        ("12 High Street", PROSE, "14 Mill Lane", PROSE),
        ("14 May 2024", PROSE, "15 May 2024", PROSE, "16 May 2024", PROSE),
        ("3 Members were absent.", PROSE, "4 Members of the public spoke.", PROSE, "5 Trees fell.", PROSE),
    ],
    ids=["addresses", "dates", "sentences"],
)
def test_lines_that_open_with_a_number_are_no_items_for_that(lines: tuple[str, ...]) -> None:
    assert items("# 1. Reports", *lines, "# 2. Close", PROSE) == [("1", "Reports"), ("2", "Close")]
    assert items(*lines) == [(None, "")]


@pytest.mark.parametrize("between", [": ", " - ", " – ", ". "])
def test_numbered_paragraphs_may_open_with_their_titles(between: str) -> None:
    lines = [f"{n}. {name}{between}{PROSE}" for n, name in enumerate(NAMES, 7)]
    assert items(*lines) == [(str(n), name) for n, name in enumerate(NAMES, 7)]


def test_numbered_paragraphs_without_titles_have_none() -> None:
    assert items(f"1. {PROSE}", f"2. {PROSE}", "3. Bins: none were full.") == [("1", ""), ("2", ""), ("3", "")]


@pytest.mark.parametrize(
    "line",
    ["6. {}: none", "6. {}:", "6. {}. There were none.", "6. {} There were none.", "6 {}. There were none."],
    ids=["colon", "colon at the end", "full stop", "opening word", "no dot"],
)
def test_a_title_ends_where_its_record_begins(line: str) -> None:
    titles = ("Matters arising", "To receive reports from the public", "Any other business")
    lines = [line.replace("6", str(n)).format(title) for n, title in enumerate(titles, 6)]
    assert [title for _, title in items(*lines)] == list(titles)


def test_numbers_with_and_without_their_dot_are_one_chain() -> None:
    lines = ("1. Apologies for absence", PROSE, "2 Flood Defences", PROSE, "3 Street lights", PROSE, "4. Any other business", PROSE)
    assert [number for number, _ in items(*lines)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The accounts were presented.", "The accounts were presented"),
        (
            "The minutes of the meeting of 1 May were agreed as a true record by all who had been there.",
            "The minutes of the meeting of 1 May",
        ),
        ("Noise, as reported by Mrs. Vance.", "Noise, as reported by Mrs. Vance"),
    ],
)
def test_a_number_that_the_chain_skips_is_an_item_where_it_stands_in_its_place(sentence: str, title: str) -> None:
    lines = ("# 1. Gate", PROSE, "# 2. Pump", PROSE, f"3. {sentence}", PROSE, "# 4. Bank", PROSE)
    assert items(*lines) == [("1", "Gate"), ("2", "Pump"), ("3", title), ("4", "Bank")]


def test_an_item_that_runs_on_within_a_paragraph_does_not_end_the_chain() -> None:
    lines = [
        "# 1. Apologies", "None.", "# 2. Gates", "The lock was new.", "# 3. Paths", "It was noted by all. 4. Bins The lid was lost.",
        "5. The hedges were cut.", "6. Ponds were cleaned.", "7. Trees were planted.", "8. Next meeting in May.",
    ]  # fmt: skip
    assert [number for number, _ in items(*lines)] == ["1", "2", "3", "4", "5", "6", "7", "8"]


@pytest.mark.parametrize("within", ["It cost 3. That was noted.", "See page 3. of the report.", "The 3. was lost."])
def test_a_number_within_a_sentence_begins_no_item(within: str) -> None:
    assert "3" not in [number for number, _ in items("1. Apologies: none", f"2. Gates: {within}", "4. Bins: none", "5. Hedges: none")]


def test_numbered_paragraphs_go_on_after_one_that_runs_on() -> None:
    lines = ["1. Chair It was agreed that Jo stay.", "2. Vice-Chair It was agreed that Kim stay. 3. Minutes These were agreed.",
             "4. Gates It was noted that they rust.", "5. Bins • It was noted that the lid is lost."]  # fmt: skip
    assert items(*lines) == [("1", "Chair"), ("2", "Vice-Chair"), ("3", "Minutes"), ("4", "Gates"), ("5", "Bins")]


def test_a_numbered_list_of_actions_counts_no_items() -> None:
    tasks = ("# Actions", "1. Jo to paint the gate", "2. Kim to buy a bin", "3. Pat to cut the hedge")
    assert items("# Gates", PROSE, "# Bins", PROSE, *tasks, "# Next meeting", "In May.") == [
        (None, "Gates"),
        (None, "Bins"),
        (None, "Next meeting"),
    ]
    # The same word may stand over the column of owners.
    assert [number for number, _ in items("# ACTION", "1. Gates", PROSE, "2. Bins", PROSE, "3. Hedges", PROSE)] == ["1", "2", "3"]
    assert [number for number, _ in items("# Business", "1. Gates", PROSE, "2. Bins", PROSE, "3. Hedges", PROSE)] == ["1", "2", "3"]


def test_initials_behind_a_title_in_capitals_are_no_part_of_it() -> None:
    lines = ("1. GATES - JA has painted them.", "2. BINS - KE to buy one.", "3. PAT TESTING - was done.")
    assert [title for _, title in items(*lines)] == ["GATES", "BINS", "PAT TESTING"]


def test_a_list_that_counts_up_to_the_missing_number_is_no_item() -> None:
    steps = [f"{n}. {PROSE}" for n in (1, 2, 3, 4)]
    lines = ("# 1. Gate", PROSE, "# 2. Pump", PROSE, "# 3. Bank", *steps, "# 5. Bins", PROSE)
    assert [number for number, _ in items(*lines)] == ["1", "2", "3", "5"]


def test_plain_lines_with_text_under_them_are_titles() -> None:
    lines = ("Barn roof", PROSE, "Hall hire £20", "Action 3", "Members noted:", PROSE, "Footbridge at the weir", PROSE, "New bins", PROSE)
    assert items(*lines) == [(None, "Barn roof"), (None, "Footbridge at the weir"), (None, "New bins")]


def test_lines_that_end_with_a_colon_may_be_titles() -> None:
    lines = ("Apologies for absence:", PROSE, "Flood Defences:", PROSE, "Members were asked to:", PROSE, "Any other business:", PROSE)
    assert items(*lines) == [(None, name) for name in NAMES]


@pytest.mark.parametrize("part", ["PART B - PRIVATE", "Part 2", "EXEMPT BUSINESS", "Confidential items"])
def test_numbers_may_begin_again_in_the_private_part(part: str) -> None:
    public = [line for n, name in enumerate(NAMES, 1) for line in (f"# {n}. {name}", PROSE)]
    private = ["# 1. Staffing", PROSE, "# 2. Land at Mill Lane", PROSE]
    numbers = [number for number, _ in items(*public, f"# {part}", *private)]
    assert numbers == ["1", "2", "3", "1", "2"]


def test_items_may_have_headings_without_numbers() -> None:
    assert items(*[line for name in NAMES for line in (f"# {name}", PROSE)]) == [(None, name) for name in NAMES]


@pytest.mark.parametrize("when", ["19:00, 6 May 2031, Village Hall", "Tuesday 6 May 2031", "6th May 2031 at the Village Hall"])
def test_the_time_of_the_next_meeting_is_no_item(when: str) -> None:
    lines = ("# Apologies", "None.", "# Bins", PROSE, "# Next meeting", f"# {when}", "All are welcome.")
    assert [item.title for item in read(paper(*lines)).items] == ["Apologies", "Bins", "Next meeting"]


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


@pytest.mark.parametrize("cited", [(3, 4, 4), (5, 6, 7, 8)])
@pytest.mark.parametrize("title", ["Matters arising", "Actions from the last meeting"])
def test_numbers_that_go_back_under_matters_arising_are_earlier_minutes(title: str, cited: tuple[int, ...]) -> None:
    before = ["26/08 Apologies", "None.", "26/09 Minutes", PROSE, f"26/10 {title}"]
    lines = [f"26/{n:02} Gate: {PROSE}" for n in cited]
    after = ["26/11 Pump", PROSE, "26/12 Bank", "None.", "26/13 Close", "None."]
    assert [number for number, _ in items(*before, *lines, *after)] == [f"26/{n:02}" for n in range(8, 14)]


def test_a_number_that_goes_on_only_in_one_of_its_figures_is_no_repeated_one() -> None:
    lines = ["24/30 Gate", PROSE, "24/31 Planning", "24/0311 Mill House: to be refused.", "24/0298 Elm Cottage: no objection."]
    lines += ["24/32 Pump", PROSE, "24/33 Close", "None."]
    assert [number for number, _ in items(*lines)] == ["24/30", "24/31", "24/32", "24/33"]


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


@pytest.mark.parametrize(("title", "parts"), [("Finance", 0), ("Financial matters", 0), ("Pump", 1)])
def test_payments_are_a_part_of_the_numbered_item_on_money(title: str, parts: int) -> None:
    found = items("# 1. Gate", PROSE, f"# 2. {title}", PROSE, "# Payments", "The Mill Trust £40.", "# 3. Ferry", PROSE)
    assert [heading for number, heading in found if not number] == ["Payments"] * parts


def test_opening_matter_is_no_item() -> None:
    lines = ("# Present", "Councillor Ash", "# 1. Gate", PROSE, "# 2. Pump", PROSE)
    assert items(*lines) == [("1", "Gate"), ("2", "Pump")]


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


def test_the_chain_goes_through_lists_that_count_from_one() -> None:
    # After each item a list that counts from 1 to 3: those numbers come again and again.
    numbers = [n for item in range(1, 1001) for n in (item, 1, 2, 3)]
    found = [
        Candidate(ItemNumber(str(n), "9", n), None, "Gate", at, at, at + 4, at + 5, "plain", 1.0, (0.0, 0), False, "agenda.numbered")
        for at, n in zip(range(0, 10 * len(numbers), 10), numbers, strict=True)
    ]
    chain = [candidate.number.value for candidate in best_chain(found, (), (), 10 * len(numbers)) if candidate.number]
    assert list(dict.fromkeys(chain)) == list(range(1, 1001))


def of_markdown(*lines: str) -> Titles:
    """The items of a Markdown file of these paragraphs, with prose under every heading that does not end with a colon."""
    told = [f"{line.removesuffix(':')}\n" + (f"\n{PROSE}\n" if line.startswith("#") and not line.endswith(":") else "") for line in lines]
    text = "\n".join(["Minutes of the Parents' Association, 5 June 2030\n", "Present: Ann Lee, Bo Marsh\n", *told])
    return [(item.number, item.title) for item in read(read_plain(text.encode(), source="a.md")).items]


NAMED = ["### Staffing", "### School garden", "### Newsletter", "### Fundraising", "### Handbook"]
ALL = [(None, "Staffing"), (None, "School garden"), (None, "Newsletter"), (None, "Fundraising"), (None, "Handbook")]


@pytest.mark.parametrize(
    "numbered",
    [
        ("1. Community group", "2. Gardeners", "3. Health"),
        ("#### 1. Community group", "#### 2. Gardeners", "#### 3. Health"),
    ],
)
def test_a_numbered_list_under_one_of_many_headings_is_no_list_of_items(numbered: tuple[str, ...]) -> None:
    assert of_markdown(*NAMED[:2], *numbered, *NAMED[2:]) == ALL


def test_numbered_items_with_a_heading_here_and_there_are_the_items() -> None:
    found = of_markdown("## Business", "1. Staffing", PROSE, "2. Garden", PROSE, "### Plants", "3. Newsletter", PROSE, "## Notes")
    assert [number for number, _ in found] == ["1", "2", "3"]


def test_headings_that_only_hold_deeper_ones_together_give_way_to_them() -> None:
    assert of_markdown("## Meeting:", *NAMED, "## After the meeting:", "### Tea") == [*ALL, (None, "Tea")]


def test_headings_below_one_without_text_are_items_beside_it_and_others_are_of_their_item() -> None:
    top = ["## Welcome", "## Reports:", *NAMED[:2], "## Newsletter", "### Copy", "## Fundraising", "## Handbook"]
    assert [title for _, title in of_markdown(*top)] == [
        "Welcome", "Reports", "Staffing", "School garden", "Newsletter", "Fundraising", "Handbook"
    ]  # fmt: skip
