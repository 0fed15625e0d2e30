"""Layout tables told from data tables, and both put into the document."""

from __future__ import annotations

import pytest

from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.layout import Cell, Layout, Para, Row, add_table, find_layout

PROSE = "The Clerk explained that the lease of the allotments ran out in March and that the landlord had asked for twice the rent."
MORE = "Members thought this too much and asked for a valuation."


def cell(*texts: str, span: int = 1, width: float = 0.0) -> Cell:
    """A cell of paragraphs; "**" before a text sets it bold."""
    return Cell(
        tuple(Para(text.removeprefix("**"), bold=((0, len(text) - 2),) if text.startswith("**") else ()) for text in texts), span, width
    )


def row(*cells: str | Cell, header: bool = False) -> Row:
    return Row(tuple(cell(each) if isinstance(each, str) else each for each in cells), header)


def added(rows: list[Row]) -> tuple[bool, list[tuple[str, str, str]]]:
    """What add_table answers, and (kind, role, text) of each block."""
    builder = DocumentBuilder()
    unrolled = add_table(builder, rows, table=1)
    return unrolled, [(block.kind, block.role, builder.text[block.start : block.end]) for block in builder.blocks]


NUMBERED = [row("1.", cell("**Apologies", "None."), ""), row("2.", cell("**Allotments", PROSE, MORE), cell("KW"))]


@pytest.mark.parametrize(
    ("rows", "layout"),
    [
        (NUMBERED, Layout(body=1, number=0, action=2)),
        ([row("WB 01/25", "Allotments", cell(PROSE, MORE), "Clerk")], Layout(body=2, number=0, title=1, action=3)),
        (
            [row("Item", "Discussion", "Action"), row("Pond", cell(PROSE, MORE), "KW"), row("Gate", "Mended.", "")],
            Layout(body=1, title=0, action=2),
        ),
        ([row("5", cell(PROSE, MORE))], Layout(body=1, number=0)),
        ([row("Pond", cell(PROSE, MORE)), row("Gate", cell(PROSE, MORE))], Layout(body=1, title=0)),
        (
            [
                row("No.", "Item", "Discussion and decision", "Action by", "Date"),
                row("1", "Pond", MORE, "KW", "1 May"),
                row("2", "Gate", "Mended.", "", ""),
            ],
            Layout(body=2, number=0, title=1, action=3, due=4),
        ),
        (
            [row("1", "POND", ""), row("1.1", MORE, "KW"), row("2", "GATE", ""), row("2.1", "Mended.", ""), row("2.2", MORE, "AF")],
            Layout(body=1, number=0, action=2, outlined=True),
        ),
        ([row("B/24/41", cell("Pond", PROSE, MORE), "KW"), row("B/24/42", cell("Gate", MORE), "")], Layout(body=1, number=0, action=2)),
        ([row("1", MORE, "KW"), row("2", PROSE, "AF"), row("3", MORE, "KW")], None),
        # Heads may say so where the texts are short.
        ([row("Item", "Notes", "Action"), row("Pond", MORE, "KW"), row("Gate", "Mended.", "")], Layout(1, None, 0, 2)),
        ([row("Item", "Action", "Owner"), row("Pond", MORE, "KW"), row("Gate", "Mended.", "AF")], None),
        # An action table: each text one paragraph, and more than one column behind it.
        ([row("ITEM", "", "BY WHOM", "BY WHEN"), row("01/25", PROSE, "Clerk", "asap"), row("02/25", MORE, "KW", "May")], None),
        ([row("1", cell(PROSE, MORE), "KW", "May"), row("2", cell(PROSE, MORE), "AF", "June")], None),
        ([row("Date", "4 May 2025"), row("Attendees", f"{PROSE} {PROSE} {PROSE}"), row("Place", "Village hall")], None),
        ([row("", "May", "June"), row("Chair", "P", "A"), row("Police", "P", "P")], None),
        ([row("One column only")], None),
        ([], None),
    ],
)
def test_layout_found_or_not(rows: list[Row], layout: Layout | None):
    assert find_layout(rows) == layout


def test_number_and_bold_first_paragraph_make_the_title():
    assert added(NUMBERED) == (
        True,
        [
            ("heading", "title", "1. Apologies"),
            ("paragraph", "body", "None."),
            ("heading", "title", "2. Allotments"),
            ("paragraph", "body", PROSE),
            ("paragraph", "action", "KW"),
            ("paragraph", "body", MORE),
        ],
    )


def test_a_number_without_title_opens_the_first_paragraph():
    unrolled, blocks = added([row("3", cell(PROSE, MORE), "KW")])
    assert unrolled and blocks[0] == ("paragraph", "body", f"3 {PROSE}")


def test_title_column_and_cells_that_cover_it_and_the_discussion():
    rows = [row("WB 01/25", "Allotments", cell(PROSE, MORE), ""), row("WB 02/25", cell("Division of agenda", span=2), "None")]
    assert added(rows)[1][-2:] == [("heading", "title", "WB 02/25 Division of agenda"), ("paragraph", "action", "None")]


def test_bold_moves_with_its_text():
    builder = DocumentBuilder()
    add_table(builder, [row("WB 01/25", cell("**Pond"), cell(PROSE, MORE), "KW")], table=1)
    block = builder.blocks[0]
    assert [builder.text[a:b] for a, b in block.bold] == ["Pond"]


def test_an_outline_gives_titles_and_numbered_paragraphs():
    rows = [row("1", "POND", ""), row("1.1", MORE, "KW"), row("2", "GATE", ""), row("2.1", "Mended.", "")]
    assert added(rows)[1] == [
        ("heading", "number", "1"),
        ("heading", "title", "POND"),
        ("list_item", "body", f"1.1 {MORE}"),
        ("paragraph", "action", "KW"),
        ("heading", "number", "2"),
        ("heading", "title", "GATE"),
        ("list_item", "body", "2.1 Mended."),
    ]


def test_a_date_goes_with_the_entry_beside_it():
    rows = [row("Item", "Discussion", "Action by", "By when"), row("Pond", MORE, "KW", "1 May"), row("Gate", "Mended.", "", "")]
    assert [text for _, role, text in added(rows)[1] if role == "action"] == ["KW – 1 May"]


def test_entries_stand_beside_paragraphs_by_blank_lines():
    body = cell("**Pond", "Cleared in May.", "", "A price was awaited.", "Agreed.", width=300)
    entries = cell("", "", "", "KW", "", width=50)
    texts = [text for _, _, text in added([row("1", body, entries), row("2", cell(PROSE, MORE), "")])[1]]
    assert texts[:6] == ["1", "Pond", "Cleared in May.", "A price was awaited.", "KW", "Agreed."]


def test_entries_stand_beside_paragraphs_by_height():
    body = Cell((Para("Cleared in May.", top=100), Para("A price was awaited.", top=140), Para("Agreed.", top=180)))
    entries = Cell((Para("KW", top=138), Para("AF", top=155), Para("RM", top=400)))
    texts = [text for _, _, text in added([Row((cell("1"), body, entries)), row("2", cell(PROSE, MORE), "")])[1]]
    assert texts[:6] == ["1 Cleared in May.", "A price was awaited.", "KW", "AF", "Agreed.", "RM"]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([row("ITEM", "BY WHOM"), row("Mend gate", "Clerk")], [True, False]),
        ([row(cell("**Subject"), cell("**Lead")), row("Finance", "Ros Mayne")], [True, False]),
        ([row("Name", "Mark", header=True), row("A", "B")], [True, False]),
        ([row("", "May", "June"), row("Chair", "P", "A"), row("Police", "P", "P")], [True, False, False]),
        ([row("Body", "May", "June"), *(row(name, "P", "Aps") for name in ("Chair", "Police", "Clerk"))], [True, False, False, False]),
        ([row("Budget", "2024", "2025"), row("Rent", "200", "210")], [False, False]),
        ([row("Date", "4 May 2025"), row("Place", "Village hall")], [False, False]),
        ([row("Chair", "P", "A"), row("Police", "P", "P"), row("Clerk", "P", "A"), row("Lay", "A", "P")], [False] * 4),
    ],
)
def test_column_heads_of_data_tables(rows: list[Row], heads: list[bool]):
    builder = DocumentBuilder()
    assert not add_table(builder, rows, table=4)
    assert [block.header_row for block in builder.blocks] == heads
    assert {block.table for block in builder.blocks} == {4}


def test_a_cell_over_several_columns_keeps_the_others_in_place():
    builder = DocumentBuilder()
    add_table(builder, [row(cell("Total", span=2), "9"), row("Rent", "May", "4")], table=1)
    assert [len(block.cells) for block in builder.blocks] == [3, 3]
    assert builder.text == "Total |  | 9\nRent | May | 4"


def test_marks_are_passed_on():
    builder = DocumentBuilder()
    add_table(builder, NUMBERED, table=1, anchor="#minutes")
    assert {block.anchor for block in builder.blocks} == {"#minutes"}
