from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_miner.ingest import read_bytes
from minutes_miner.ingest.moderngov_text import read as read_page
from minutes_miner.model import Document

LONG = "The ranger told the panel how the mill path had flooded, which bridges were closed and what the county meant to do about it."

MEETING = f"""\
Calendar
Committees

Agenda and draft minutes

Parks Panel - Tuesday 4 June 2024 6.30 pm

Venue: Guild Room, Fernhold. View directions

Contact: Orla Penhallow, Committee Officer\u00a0

Agenda frontsheet PDF 101 KB

Items
No. Item

41.

Minutes of the Last Meeting pdf icon PDF 87 KB

Minutes:

Resolved:-\u00a0 That the minutes be approved.

\u00a0

42.

Mill Path

View the background to item 42.

\u00b7\u00a0\u00a0 Piet Oakshott

Additional documents:

Survey of the path, item 42. pdf icon PDF 1 MB

Decision:

To close the path.

Minutes:

{LONG}

1.

That the path be closed ... view the full minutes text for item 42.

43.

Dates

To note the dates of the next meetings.

Calendar
Committees
Councillors
\u00a9 2024 Fernhold Council
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), source="page.txt")


def roles(document: Document, item: int | None) -> list[tuple[str, str]]:
    """Role and text of an item's blocks."""
    return [(block.role, document.slice(block.start, block.end)) for block in document.blocks if block.item == item]


def titles(document: Document) -> list[str]:
    """Numbers and titles in order, as "41. Bins"."""
    parts = [document.slice(block.start, block.end) for block in document.blocks if block.role in ("number", "title")]
    return [f"{number} {title}" for number, title in zip(parts[::2], parts[1::2], strict=True)]


def test_a_meeting_page_is_read_into_its_items_and_their_parts() -> None:
    document = read(MEETING)
    assert document.format == "moderngov-meeting"
    assert titles(document) == ["41. Minutes of the Last Meeting", "42. Mill Path", "43. Dates"]
    assert roles(document, 1)[2:] == [("minutes", "Resolved:- That the minutes be approved.")]
    assert roles(document, 2)[2:] == [
        ("agenda", "· Piet Oakshott"),
        ("decision", "To close the path."),
        ("minutes", LONG),
        ("minutes", "1."),
        ("minutes", "That the path be closed"),
    ]
    assert roles(document, 3)[2:] == [("agenda", "To note the dates of the next meetings.")]


def test_a_meeting_page_states_its_head() -> None:
    document = read(MEETING)
    meta = document.meta
    assert (meta.committee, meta.date, meta.time) == ("Parks Panel", "Tuesday 4 June 2024", "6.30 pm")
    assert (meta.venue, meta.contact) == ("Guild Room, Fernhold.", "Orla Penhallow, Committee Officer")
    assert meta.status == "draft"
    assert [text for _, text in roles(document, None)] == [
        "Agenda and draft minutes",
        "Parks Panel - Tuesday 4 June 2024 6.30 pm",
        "Venue: Guild Room, Fernhold.",
        "Contact: Orla Penhallow, Committee Officer",
    ]


def test_documents_and_truncations_belong_to_their_items() -> None:
    document = read(MEETING)
    assert [(found.title, found.size, found.item, found.url) for found in document.attachments] == [
        ("Agenda frontsheet", "101 KB", None, None),
        ("Minutes of the Last Meeting", "87 KB", 1, None),
        ("Survey of the path, item 42.", "1 MB", 2, None),
    ]
    (cut,) = document.truncations
    assert (cut.item, cut.label, cut.url) == (2, "42", None)
    assert document.text[: cut.start].endswith("That the path be closed")


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Agenda", None),
        ("Agenda and minutes", "approved"),
        ("Agenda, decisions and minutes", "approved"),
        ("Agenda, decisions and draft minutes", "draft"),
    ],
)
def test_the_title_tells_the_status(title: str, status: str | None) -> None:
    document = read(MEETING.replace("Agenda and draft minutes", title))
    assert (document.format, document.meta.status, len(titles(document))) == ("moderngov-meeting", status, 3)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Agenda and minutes\nVenue:\nGuild Room\nNo.\tItem\n", id="head of the table behind a tab"),
        pytest.param("Parks Panel - Tuesday 4 June 2024\nAgenda and minutes\n", id="meeting named above the title"),
        pytest.param("", id="copied from the first item on"),
    ],
)
@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("7.\n\nBins\n\nMinutes:\n\nNoted.\n\n8.\n\nAny Other Business\n\nMinutes:\n\nNone.\n", id="own lines"),
        pytest.param("7.\tBins\nMinutes:\nNoted.\n8.\tAny Other Business\nMinutes:\nNone.\n", id="tab"),
        pytest.param("7. Bins PDF 9 KB\nMinutes:\nNoted.\n8. Any Other Business\nMinutes:\nNone.\n", id="space"),
    ],
)
def test_ways_of_writing_a_row_of_the_table(head: str, rows: str) -> None:
    document = read(head + rows)
    assert document.format == "moderngov-meeting"
    assert titles(document) == ["7. Bins", "8. Any Other Business"]
    assert [roles(document, item)[2:] for item in (1, 2)] == [[("minutes", "Noted.")], [("minutes", "None.")]]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "1. Bins\nMinutes:\nResolved: That\n1. the report be noted;\n2. the clerk write\n2. Paths\nMinutes:\nNoted.\n",
            ["1. Bins", "2. Paths"],
            id="limbs without a stop",
        ),
        pytest.param(
            "5. Bins\nMinutes:\nNoted.\n6. Paths\n7. Trees\nMinutes:\nNoted.\n", ["5. Bins", "6. Paths", "7. Trees"], id="no minutes"
        ),
        pytest.param(
            "1.\nBins\nMinutes:\nNoted.\n84.\nPaths\nMinutes:\nNoted.\n3.\nTrees\nMinutes:\nNoted.\n",
            ["1. Bins", "84. Paths", "3. Trees"],
            id="agenda and minute numbers mixed",
        ),
        pytest.param(
            "5a.\nBins\nMinutes:\nNoted.\n35/20\nPaths\nMinutes:\nNoted.\n",
            ["5a. Bins", "35/20 Paths"],
            id="letters and years in numbers",
        ),
        pytest.param(
            f"41.\nBins\nMinutes:\nThat\n1.\nthe report be noted\n2.\n{LONG * 3}\n42.\nPaths\nMinutes:\nNoted.\n",
            ["41. Bins", "42. Paths"],
            id="limbs whose labels stand alone",
        ),
        pytest.param(
            "1. Bins\nMinutes:\nThat\n1. it be so\n2. it be seen\n3. it be sent\n4. it be sold\n", ["1. Bins"], id="limbs of the last item"
        ),
    ],
)
def test_numbered_lines_of_the_record_open_no_items(rows: str, expected: list[str]) -> None:
    assert titles(read(f"Agenda and minutes\n\n{rows}")) == expected


ITEM = (
    f"Agenda item\n\nMill Path (Agenda item 5)\n\nTo hear the ranger.\n\nMinutes:\n\n{LONG}\n\nSupporting documents:\n\nSurvey PDF 2 MB\n"
)


@pytest.mark.parametrize("above", ["", "Parks and Meetings - Agenda item\n\n", "Home\nCommittees\n\n"])
def test_an_item_page_gives_its_item(above: str) -> None:
    document = read(above + ITEM + "Town Hall, Fernhold\n")
    assert document.format == "moderngov-item"
    assert roles(document, 1) == [("number", "5"), ("title", "Mill Path"), ("agenda", "To hear the ranger."), ("minutes", LONG)]
    assert (document.meta.item_number, document.meta.item_title) == ("5", "Mill Path")
    assert [(found.title, found.size, found.item) for found in document.attachments] == [("Survey", "2 MB", 1)]


def test_an_item_page_without_minutes_is_all_record() -> None:
    document = read(f"Agenda item\n\nMill Path\n\n{LONG}\n\nThe Chair asked who would pay.\n\nSupporting documents:\n")
    assert roles(document, 1) == [("title", "Mill Path"), ("minutes", LONG), ("minutes", "The Chair asked who would pay.")]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_an_item_page_names_its_meeting(gap: str) -> None:
    line = f"Meeting of Parks Panel, Tuesday 4 June 2024{gap}6.30 pm (Item 12.)"
    document = read(f"Agenda item\n\nMill Path\n\n{line}\n\nMinutes:\n\n{LONG}\n")
    meta = document.meta
    assert (meta.committee, meta.date, meta.time, meta.item_number) == ("Parks Panel", "Tuesday 4 June 2024", "6.30 pm", "12")
    assert [role for role, _ in roles(document, 1)] == ["number", "title", "minutes"]


def test_a_label_alone_on_its_line_takes_the_next() -> None:
    document = read("Agenda\nVenue:\nGuild Room\n\nContact:\nOrla Penhallow\n\nNo. Item\n1.\nBins\n")
    assert (document.meta.venue, document.meta.contact, titles(document)) == ("Guild Room", "Orla Penhallow", ["1. Bins"])


def test_hard_wrapped_titles_are_joined() -> None:
    wrapped = "The ranger told the panel how the mill path had flooded and what the county\nmeant to do about it.\n\n" * 3
    title = "Report of the working party that looked into the flooding of the mill path\nand its two bridges"
    document = read(f"Agenda and minutes\n\n3.\n\n{title} pdf icon PDF 52 KB\n\nMinutes:\n\n{wrapped}")
    assert titles(document) == [f"3. {title}".replace("\n", " ")]
    assert len(roles(document, 1)) == 5


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Parks Panel\n\n1. Apologies\nNone.\n\n2. Bins\n{LONG}\nRESOLVED: That it be noted.\n", id="numbered minutes"),
        pytest.param("AGENDA AND MINUTES\n\n1. Apologies\nNone.\n2. Bins\nThe clerk reported.\nDecision:\nNoted.\n", id="typed decisions"),
        pytest.param(f"Agenda\nVenue: Guild Room\n1. Apologies\nNone.\n2. Bins\n{LONG}\n", id="agenda with a venue"),
        pytest.param("Agenda item\nDiscussion\nAction\n1.\nApologies\nNone.\n2.\nBins\nNoted.\n", id="heads of a typed table"),
        pytest.param(f"Parks Panel\nMinutes:\n{LONG}\n1. Apologies\nNone.\n", id="the word alone"),
        pytest.param("# Agenda and minutes\n\n## 1. Apologies\n\nNone.\n\n## 2. Bins\n\nNoted.\n", id="Markdown"),
    ],
)
def test_ordinary_minutes_stay_ordinary(text: str) -> None:
    document = read(text)
    assert document.format == "text"
    assert {block.item for block in document.blocks} == {None}


MARKS = ["Minutes:", "Decision:", "No. Item", "Agenda item", "Agenda and minutes", "PDF 9 KB"]
PIECES = [*MARKS, "7.", "8. Bins", "1. that", "Bins", LONG, ""]
BUSINESS = {"number", "title", "agenda", "minutes", "decision"}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=25))
@example([f"The ranger told the panel {'how the mill path had flooded ' * 4}.", "Minutes:", "", "a", "7.", "No. Item"])
def test_any_order_of_lines_gives_blocks_that_fit_the_text(lines: list[str]) -> None:
    document = read_page("\n".join(lines).encode(), source="page.txt")
    if document is not None:
        assert document.text == "\n".join(document.slice(block.start, block.end) for block in document.blocks)
        assert all((block.role in BUSINESS) == (block.item is not None) for block in document.blocks)
