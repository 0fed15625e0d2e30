from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_miner.ingest.plain import read as read_plain
from minutes_miner.model import Document
from tests.ingest.pages import block_of, texts

WRAPPED = """\
The Chair welcomed all to the meeting and thanked the clerk for the
papers. It was noted that the mill path had flooded again and that the
county had been told.
Apologies were read.
"""


def read(text: str) -> Document:
    return read_plain(text.encode(), source="minutes.txt")


def test_hard_wrapped_paragraphs_are_joined_and_short_lines_are_not() -> None:
    assert texts(read(WRAPPED)) == [WRAPPED[: WRAPPED.index("\nApol")].replace("\n", " "), "Apologies were read."]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\r\r\n"])
def test_the_line_ends_of_any_system_are_one_end(end: str) -> None:
    text = f"{WRAPPED}\n4. Gates\n"
    assert texts(read(text.replace("\n", end))) == texts(read(text))


def test_one_line_paragraphs_stay_apart() -> None:
    long = "The panel heard at length how the path had flooded, who had been told and what the county would do about it. " * 3
    assert texts(read(f"{long}\n{long}\nNoted.\n")) == [long.strip(), long.strip(), "Noted."]


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        ("2014. The Chair then closed the item and thanked all who had come.", True),
        ("(2) That the county be told of it as soon as the water goes down.", False),
        ("- that the county be told of it as soon as the water goes down on", False),
        ("Item 6 - the county had been told of it as soon as it had flooded", True),
        ("Apologies: Cllr Ash and Cllr Birch, who were both away at the time", False),
    ],
)
def test_labels_and_fields_begin_blocks_but_a_year_does_not(second: str, joined: bool) -> None:
    first = "(1) It was recorded that the path had been closed since September,"
    assert len(texts(read(f"{WRAPPED}\n{first}\n{second}\n"))) == (3 if joined else 4)


@pytest.mark.parametrize("opening", ["Item 6 -", "Minute No. 6 -", "Action 6 -"])
def test_a_line_that_cites_a_minute_behind_a_full_stop_begins_a_paragraph(opening: str) -> None:
    first = "Item 5 - It was recorded that the path was closed all September."
    assert len(texts(read(f"{WRAPPED}\n{first}\n{opening} the county had been told of it as soon as it flooded\n"))) == 4


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Repair the long bench on the upper green (Clerk): no change at all", "Paint the bus shelter (Cllr Ash): completed", False),
        ("Clerk to repair the long bench on the upper green – still ongoing", "Cllr Ash to paint the shelter – completed", False),
        ("Clerk told of the bench – long known to be unsafe – and asked of the", "County Council – which owns it – for help", True),
        ("It was noted that the long bench on the upper green was ours, and", "Cllr Ash, who had the time, would see to it", True),
    ],
)
def test_entries_of_a_list_that_fill_their_lines_stay_apart(one: str, other: str, joined: bool) -> None:
    assert len(texts(read(f"{WRAPPED}\n{one}\n{other}\n"))) == (3 if joined else 4)


def test_lines_none_of_which_breaks_a_sentence_were_not_wrapped() -> None:
    lines = [
        "The Clerk had mended the bench, and Mr Ash was thanked for it",
        "Cllr Birch had painted the shelter and sent in the bill.",
    ]
    assert texts(read("\n".join(lines))) == lines


def test_a_line_much_longer_than_the_wrapped_ones_is_a_paragraph() -> None:
    whole = "The panel heard how the path had flooded, who had been told and what the county would do about it. " * 2
    assert texts(read(f"{WRAPPED}\n\n{whole}\nThe bench was painted.\n"))[-2:] == [whole.strip(), "The bench was painted."]


def test_a_hanging_indent_goes_on_and_a_first_line_indent_begins() -> None:
    text = "(a)  The Chair welcomed all to the meeting and thanked the clerk for\n     the papers that had come.\n"
    assert len(texts(read(WRAPPED + "\n" + text))) == 3
    indented = "   The Chair welcomed all to the meeting and thanked the clerk, for the\npapers that had come.\n" * 2
    assert len(texts(read(WRAPPED + "\n" + indented))) == 4


@pytest.mark.parametrize(
    ("text", "heading", "level"),
    [
        ("# Minutes\n\ntext", "Minutes", 1),
        ("### 4. Bins ###\n\ntext", "4. Bins", 3),
        ("Minutes\n=======\ntext", "Minutes", 1),
        ("Apologies\n---------\ntext", "Apologies", 2),
        ("3. MATTERS ARISING\nThe clerk had written.", "3. MATTERS ARISING", 0),
        ("**5. Finance**\n\ntext", "5. Finance", 0),
    ],
)
def test_headings(text: str, heading: str, level: int) -> None:
    document = read(text)
    assert (document.blocks[0].kind, document.blocks[0].level) == ("heading", level)
    assert texts(document)[0] == heading


def test_lists() -> None:
    document = read("Points:\n- one\n* two\n    (a) three\n1. Four\n")
    assert [(block.kind, block.label) for block in document.blocks[1:]] == [
        ("list_item", "-"),
        ("list_item", "*"),
        ("list_item", "(a)"),
        ("paragraph", "1."),
    ]
    assert document.blocks[3].level == 2


def test_bold_emphasis_links_and_escapes() -> None:
    document = read("1\\. **ACTION:** the *clerk* to see [the map](https://x.example/map) by 4\\*5\n")
    assert texts(document) == ["1. ACTION: the clerk to see the map by 4*5"]
    assert [document.slice(*span) for span in document.blocks[0].bold] == ["ACTION:"]


@pytest.mark.parametrize(
    ("front", "kept"),
    [
        ('---\nlayout: post\ntitle: "General meeting, 7 May 2024"\ntags:\n  - minutes\n---\n', ["General meeting, 7 May 2024"]),
        ("---\r\nlayout: post\r\n---\r\n", []),
        ("---\nPresent: Cllr Ash\n---\n", ["Present: Cllr Ash"]),
        ("<!-- drawn up by\nthe clerk -->\n", []),
    ],
)
def test_what_a_site_does_not_print_is_left_out(front: str, kept: list[str]) -> None:
    assert texts(read(f"{front}\n1. GATES\\\nThey were painted.\n\n<!-- -->\n\n2. HEDGES\n")) == [
        *kept, "1. GATES", "They were painted.", "2. HEDGES"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Chairman: ________ Date: ____", "5 * 3 * 2 is thirty", "a ** b", "[sic] (as said)"])
def test_signs_that_are_no_markdown_stay(text: str) -> None:
    assert texts(read(text)) == [text]


@pytest.mark.parametrize(
    "table",
    [
        "| Item | Owner | Due |\n|---|:--:|---|\n| Hedge | Clerk | **May** |\n",
        "Item\tOwner\tDue\nHedge\tClerk\tMay\n",
    ],
)
def test_tables(table: str) -> None:
    document = read(f"Actions\n\n{table}\nClosed.\n")
    assert texts(document) == ["Actions", "Item | Owner | Due", "Hedge | Clerk | May", "Closed."]
    assert {block.table for block in document.blocks if block.kind == "table_row"} == {1}


def test_a_row_that_leaves_cells_out_and_mark_up_about_a_table_do_not_break_it() -> None:
    rows = ("| Item | Owner | Due |", "|---|---|---|", "| **Grounds** |", "| Hedge | Clerk | May |", "| Gate ||| ")
    document = read("\n".join(['<div style="overflow-x:auto">', "", *rows, "", "</div>", ""]))
    assert [block.table for block in document.blocks] == [1] * 4
    assert texts(document)[-2:] == ["Hedge | Clerk | May", "Gate |  | "]


def test_a_tab_after_a_name_is_no_table() -> None:
    assert texts(read("Present:\tCllr Ash\nIn attendance:\tthe clerk\n")) == ["Present: Cllr Ash", "In attendance: the clerk"]


def test_form_feeds_are_pages_and_may_part_a_paragraph() -> None:
    lines = WRAPPED.splitlines()
    document = read("\n".join([lines[0], "\f" + lines[1], lines[2], "", "", "\fThe end."]))
    assert document.pages == 3
    assert [block.page for block in document.blocks] == [1, 3]
    assert read("No feeds.").pages is None


def test_rules_part_and_say_nothing() -> None:
    assert texts(read("one\n\n-----\n\ntwo\n* * *\nthree")) == ["one", "two", "three"]


def test_text_copied_from_a_council_page_loses_its_furniture() -> None:
    document = read("4.\nBins pdf icon PDF 87 KB\nMinutes:\nNoted.\n\n… view the full minutes text for item 4.\n")
    # "Minutes:" stays: it may be a clerk's own heading; pages copied whole are read by moderngov_text.
    assert texts(document) == ["4.", "Bins", "Minutes:", "Noted."]
    assert [(cut.label, cut.start) for cut in document.truncations] == [("4", len(document.text))]


def test_windows_encoding() -> None:
    document = read_plain("The “mill” path – £5".encode("cp1252"), source="m.txt")
    assert document.text == "The “mill” path – £5"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1.()*_-|=#\t\n\f \\[]>:Z"), max_size=200))
def test_blocks_and_text_agree_whatever_comes(text: str) -> None:
    document = read(text)
    assert "\n".join(texts(document)) == document.text
    for block in document.blocks:
        assert block.start <= block.body <= block.end
        assert all(block.start <= start < end <= block.end for start, end in block.bold)
        told = document.slice(block.start, block.end)
        assert block.kind == "table_row" or told == " ".join(told.split())  # between the strokes of a row may stand nothing


def test_every_word_is_kept() -> None:
    assert sorted(read(WRAPPED).text.split()) == sorted(WRAPPED.split())
    assert block_of(read(WRAPPED), "Apologies").kind == "paragraph"


def test_each_numbered_field_begins_a_block_however_long_the_line_before() -> None:
    lines = ("Action 1: The courses - two of three completed, and one member of staff is away.", "Action 2: The signs - Complete")
    assert texts(read("\n".join(lines))) == [*lines]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("**Cllr Jo Ash                  JA        Chair**", 3),
        ("Present:      Jo Ash            Practice Manager", 3),
        ("PRESENT   A Ash   B Elm   C Fir", 4),
        ("The Clerk would write to the owner of the field.          Clerk", 0),
        ("3.   Bins          Clerk", 0),
        ("Jo Ash  Chair", 0),
        ("Action:   Officers to discuss it", 0),
        ("The Clerk to write to the county again       JA", 0),
    ],
)
def test_short_parts_that_stand_apart_are_the_cells_of_a_row(line: str, cells: int) -> None:
    document = read(f"Minutes\n\n{line}\n\nThe end.\n")
    assert [len(block.cells) for block in document.blocks if block.kind == "table_row"] == ([cells] if cells else [])


@pytest.mark.parametrize(
    ("second", "joined"), [("was mended after the flood of June, as the county had promised.", True), ("Was it mended?", False)]
)
def test_a_sentence_wrapped_by_its_printed_width_goes_on(second: str, joined: bool) -> None:
    first = "The Chair asked at some length when the path by the mill"
    assert len(texts(read(f"{WRAPPED}\n{first}\n{second}\n"))) == (3 if joined else 4)


def test_an_owner_beside_a_line_within_a_paragraph_is_taken_out() -> None:
    text = f"{WRAPPED}\n      The Clerk was asked to write to the county            JA\n      again about the mill path.\n"
    blocks = read(text).blocks
    assert [(block.role, text) for block, text in zip(blocks[2:], texts(read(text))[2:], strict=True)] == [
        ("body", "The Clerk was asked to write to the county again about the mill path."), ("action", "JA")
    ]  # fmt: skip


def test_owners_in_the_margin_do_not_widen_the_text_beside_them() -> None:
    paragraph = "4.{} The Clerk was asked to write to the county about the mill path by\n    15 March and to tell the trust.{}JA\n"
    blocks = read("".join(paragraph.format(n, " " * 53) for n in range(1, 9))).blocks
    assert [block.role for block in blocks] == ["body", "action"] * 8
