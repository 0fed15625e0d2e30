"""Tables of PDFs: ruled and unruled, stacked and turned heads, page breaks, page layout unrolled."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.ingest.pdf import read
from minutes_miner.model import Document
from tests.ingest.pdf_pages import Draw, both, flowing, grid, pdf, picture_font, words

COLUMNS = (60.0, 110.0, 360.0, 450.0, 540.0)
ACTIONS = [
    ("ITEM", "", "BY WHOM", "BY WHEN"),
    ("01/2025", "Notify the county of the appointment of the new chair and put it on the website before the summer", "Clerk", "asap"),
    ("03/2025", "Obtain a quotation", "Ros Mayne/Ken Wray", "01/06/2025"),
]


def read_pdf(data: bytes) -> Document:
    return read(data, source="minutes.pdf")


def rows(document: Document) -> list[tuple[str, ...]]:
    """The cells of all table rows."""
    return [tuple(document.slice(*cell) for cell in block.cells) for block in document.blocks if block.kind == "table_row"]


def test_a_ruled_action_table_keeps_its_cells_and_head():
    document = read_pdf(pdf(both(words((60, 780, "ACTIONS TO BE TAKEN"), bold=True), grid(COLUMNS, ACTIONS, bold_head=True))))
    assert rows(document) == ACTIONS
    assert [block.header_row for block in document.blocks] == [False, True, False, False]
    assert {block.table for block in document.blocks[1:]} == {1}


def test_column_heads_above_the_frame_belong_to_the_table():
    heads = words((65, 752, "ITEM"), (115, 752, "ACTION"), (365, 752, "BY WHOM"), (455, 752, "BY WHEN"), bold=True, size=10)
    document = read_pdf(pdf(both(heads, grid(COLUMNS, ACTIONS[1:], top=745))))
    assert rows(document) == [("ITEM", "ACTION", "BY WHOM", "BY WHEN"), *ACTIONS[1:]]


def test_a_table_goes_on_overleaf_without_its_head_and_mends_the_row_that_was_cut():
    first = [*ACTIONS, ("04/2025", "Write to the owner of the field about the", "Clerk", "asap")]
    second = [("", "broken stile", "", ""), ("05/2025", "Order two benches", "Ken Wray", "July")]
    document = read_pdf(pdf(grid(COLUMNS, first, top=200), grid(COLUMNS, second)))
    assert rows(document) == [*ACTIONS, ("04/2025", "Write to the owner of the field about the broken stile", "Clerk", "asap"), second[1]]
    assert {block.table for block in document.blocks} == {1}
    assert [block.page for block in document.blocks] == [1, 1, 1, 1, 2]


def test_a_head_repeated_overleaf_is_given_once():
    document = read_pdf(pdf(grid(COLUMNS, ACTIONS, top=200), grid(COLUMNS, [ACTIONS[0], ("06/2025", "Paint the gate", "Clerk", "asap")])))
    assert [row[0] for row in rows(document)] == ["ITEM", "01/2025", "03/2025", "06/2025"]


MEMBERS = ("ADA FENN", "ROS MAYNE", "KEN WRAY")
MATRIX_COLUMNS = (60.0, 180.0, 215.0, 250.0)
MARKS = [("P", "S"), ("P", ""), ("A", "P")]


def turned_heads(canvas: Canvas) -> None:
    """An empty head row above the matrix with dates up its side."""
    for x, date in ((200, "05/10/2020"), (235, "07/12/2020")):
        canvas.saveState()
        canvas.translate(x, 693)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, date)
        canvas.restoreState()


@pytest.mark.parametrize(
    ("head", "extra"),
    [
        (("", "05/\n10/\n20\n20", "07/\n12/\n20\n20"), None),
        (("", "\n\n\n\n", "\n\n\n\n"), turned_heads),
    ],
)
def test_attendance_matrix_with_dates_across_the_top(head: tuple[str, ...], extra: Draw | None):
    body = [(name, *marks) for name, marks in zip(MEMBERS, MARKS, strict=True)]
    page = grid(MATRIX_COLUMNS, [head, *body])
    document = read_pdf(pdf(both(page, extra) if extra else page))
    assert rows(document) == [("", "05/10/2020", "07/12/2020"), *body]
    assert document.blocks[0].header_row and document.blocks[0].page == 1


def test_ticks_are_kept_with_and_without_rules():
    path = picture_font()
    if path is None:
        pytest.skip("no font with ticks on this machine")
    pdfmetrics.registerFont(TTFont("Ticks", path))
    lines = [("Attendance", "May", "June", "Sept"), ("Chair", "✓", "✓", "Aps"), ("Police", "D", "✓", "✓"), ("Lay members", "✓", "Aps", "✓")]

    def unruled(canvas: Canvas) -> None:
        canvas.setFont("Ticks", 10)
        for at, line in enumerate(lines):
            for x, text in zip((72, 250, 320, 390), line, strict=True):
                canvas.drawString(x, 700 - 14 * at, text)

    document = read_pdf(pdf(unruled))
    assert rows(document) == lines
    assert document.blocks[0].header_row


LAYOUT_COLUMNS = (50.0, 90.0, 190.0, 470.0, 545.0)
PROSE = "The Clerk explained that the lease of the allotments ran out in March and that the landlord had asked for twice the rent."


def test_ruled_item_discussion_action_columns_are_unrolled_in_reading_order():
    table = [
        ("", "Item", "Notes", "Action"),
        ("WB 01/25", "To record those present and accept apologies", f"{PROSE}\n\nApologies: Ken Wray", ""),
        ("WB 02/25", "Allotments", f"{PROSE}\n\nRos Mayne agreed to write to the landlord.\n\nNoted.", "\n\n\n\nRos Mayne"),
    ]
    document = read_pdf(pdf(grid(LAYOUT_COLUMNS, table)))
    assert [(block.role, document.slice(block.start, block.end)) for block in document.blocks] == [
        ("title", "WB 01/25 To record those present and accept apologies"),
        ("body", PROSE),
        ("body", "Apologies: Ken Wray"),
        ("title", "WB 02/25 Allotments"),
        ("body", PROSE),
        ("body", "Ros Mayne agreed to write to the landlord."),
        ("action", "Ros Mayne"),
        ("body", "Noted."),
    ]
    assert document.blocks[0].label == "WB 01/25" and document.blocks[0].kind == "heading"


def test_a_discussion_that_runs_overleaf_is_one_paragraph():
    first = [("1.", "Allotments", f"{PROSE}\n\nMembers asked that", "")]
    second = [("", "", f"the matter come back in June.\n\n{PROSE}", ""), ("2.", "Pond", f"{PROSE}\n\nNoted.", "Clerk")]
    document = read_pdf(pdf(grid(LAYOUT_COLUMNS, first, top=160), grid(LAYOUT_COLUMNS, second)))
    assert "Members asked that the matter come back in June." in document.text.split("\n")
    assert [block.page for block in document.blocks if block.role == "title"] == [1, 2]


LAYOUT_HEAD = ("", "Item", "Notes", "Action")


def test_a_row_that_the_page_break_leaves_without_a_closing_rule_keeps_its_columns():
    first = [LAYOUT_HEAD, ("1.", "Allotments", PROSE, "Clerk"), ("2.", "Pond", f"{PROSE}\n\nNoted.", "Ken Wray")]
    second = [LAYOUT_HEAD, ("", "", "Ros Mayne will ask for a second price.", "Ros Mayne"), ("3.", "Gate", PROSE, "")]
    document = read_pdf(pdf(grid(LAYOUT_COLUMNS, first, top=240, unclosed="bottom"), grid(LAYOUT_COLUMNS, second)))
    assert [(block.role, document.slice(block.start, block.end)) for block in document.blocks] == [
        ("title", "1. Allotments"),
        ("body", PROSE),
        ("action", "Clerk"),
        ("title", "2. Pond"),
        ("body", PROSE),
        ("action", "Ken Wray"),
        ("body", "Noted."),
        ("body", "Ros Mayne will ask for a second price."),
        ("action", "Ros Mayne"),
        ("title", "3. Gate"),
        ("body", PROSE),
    ]


def test_a_row_that_fills_a_page_without_level_rules_keeps_its_columns():
    first = [LAYOUT_HEAD, ("1.", "Allotments", PROSE, "Clerk"), ("2.", "Pond", f"{PROSE}\n\nMembers asked", "")]
    second = [("", "", f"that it come back.\n\n{PROSE}\n\nThe Clerk will", "\n\n\nKen Wray")]
    third = [("", "", "write in June.", "Clerk"), ("3.", "Gate", PROSE, "")]
    document = read_pdf(
        pdf(
            grid(LAYOUT_COLUMNS, first, top=260, unclosed="bottom"),
            grid(LAYOUT_COLUMNS, second, unclosed="top bottom"),
            grid(LAYOUT_COLUMNS, third, unclosed="top"),
        )
    )
    assert [document.slice(block.start, block.end) for block in document.blocks if block.role == "title"] == [
        "1. Allotments",
        "2. Pond",
        "3. Gate",
    ]
    texts = document.text.split("\n")
    assert "Members asked that it come back." in texts and "The Clerk will write in June." in texts
    assert [document.slice(block.start, block.end) for block in document.blocks if block.role == "action"] == ["Clerk", "Ken Wray", "Clerk"]


def test_a_row_cut_by_the_page_break_is_mended_under_a_repeated_head():
    first = [*ACTIONS, ("04/2025", "Write to the owner of the field about the", "Clerk", "asap")]
    second = [ACTIONS[0], ("", "broken stile", "", ""), ("05/2025", "Order two benches", "Ken Wray", "July")]
    document = read_pdf(pdf(grid(COLUMNS, first, top=200, unclosed="bottom"), grid(COLUMNS, second)))
    assert rows(document) == [*ACTIONS, ("04/2025", "Write to the owner of the field about the broken stile", "Clerk", "asap"), second[2]]


def test_unruled_action_table_with_texts_over_two_lines():
    lines = [
        (700, "Item", "Action", "By whom"),
        (680, "1", "Write to the landlord about the rent of", "Clerk"),
        (667, "", "the allotments", ""),
        (647, "2", "Mend the gate", "Ken Wray"),
        (627, "3", "Order two benches for the green", "Ros Mayne"),
    ]
    drawn = [(x, y, text) for y, *cells in lines for x, text in zip((72, 130, 400), cells, strict=True) if text]
    document = read_pdf(pdf(both(words(*drawn), flowing([PROSE], top=560))))
    assert ("1", "Write to the landlord about the rent of the allotments", "Clerk") in rows(document)
    assert len(rows(document)) == 4


def test_unruled_item_discussion_action_columns_go_on_overleaf():
    def entry(y: float, title: str, text: str, owner: str = "") -> list[Draw]:
        return [
            flowing([f"**{title}"], x=60, width=95, top=y),
            flowing([text], x=170, width=280, top=y),
            words((470, y - 26, owner), bold=True),
        ]

    heads = words((60, 760, "Item"), (170, 760, "Discussion"), (470, 760, "Action"), bold=True)
    first = both(
        heads,
        *entry(736, "1. Rent", PROSE, "Clerk"),
        *entry(676, "2. Allotments and the pond", PROSE),
        *entry(616, "3. Gate", PROSE, "Ken Wray"),
    )
    document = read_pdf(pdf(first, both(*entry(760, "4. Bench", PROSE, "Clerk"))))
    assert [(block.role, document.slice(block.start, block.end)) for block in document.blocks] == [
        ("title", "1. Rent"),
        ("body", PROSE),
        ("action", "Clerk"),
        ("title", "2. Allotments and the pond"),
        ("body", PROSE),
        ("title", "3. Gate"),
        ("body", PROSE),
        ("action", "Ken Wray"),
        ("title", "4. Bench"),
        ("body", PROSE),
        ("action", "Clerk"),
    ]
