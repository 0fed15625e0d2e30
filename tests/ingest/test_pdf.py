"""The PDF reader on whole files: what comes out as blocks, and how bad files end."""

from __future__ import annotations

import time

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.errors import Damaged, Encrypted, NoTextLayer, TooLarge
from minutes_miner.ingest.pdf import PdfLimits, read
from minutes_miner.model import Document
from tests.ingest.pdf_pages import both, flowing, pdf, picture, words

LONG = "The Committee heard that the footbridge at Marl Lock had been closed since the floods and that a detour of two miles was in place."


def texts(document: Document, *, kind: str | None = None, role: str | None = None) -> list[str]:
    """The texts of the blocks of a kind or role."""
    chosen = [block for block in document.blocks if kind in (None, block.kind) and role in (None, block.role)]
    return [document.slice(block.start, block.end) for block in chosen]


def read_pdf(data: bytes) -> Document:
    return read(data, source="minutes.pdf")


def test_headings_paragraphs_and_lists_are_told_apart():
    document = read_pdf(pdf(flowing(["**5. Footbridges", LONG, "(1) That the report be noted.", "(2) That the gate be mended."])))
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "list_item", "list_item"]
    assert [block.label for block in document.blocks] == ["5.", "", "(1)", "(2)"]
    assert document.text == f"5. Footbridges\n{LONG}\n(1) That the report be noted.\n(2) That the gate be mended."
    assert document.format == "pdf" and document.pages == 1


def test_bold_stretches_and_indent_are_recorded():
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(90, 700, "Village pond")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(90 + canvas.stringWidth("Village pond ", "Helvetica-Bold", 11), 700, "was cleared of weed by volunteers in May.")

    document = read_pdf(pdf(draw))
    (block,) = document.blocks
    assert [document.slice(*span) for span in block.bold] == ["Village pond"]
    assert block.kind == "paragraph" and block.indent == pytest.approx(90, abs=0.2)


def test_label_set_off_by_a_tab_stays_with_its_heading():
    page = both(words((72, 700, "4."), (110, 700, "Minutes of Previous Meeting"), bold=True), words((110, 685, "Approved.")))
    document = read_pdf(pdf(page))
    assert texts(document) == ["4. Minutes of Previous Meeting", "Approved."]
    assert (
        document.blocks[0].label == "4."
        and document.slice(document.blocks[0].body, document.blocks[0].end) == "Minutes of Previous Meeting"
    )


def test_a_bare_number_before_a_heading_is_its_label():
    page = both(words((72, 700, "7"), (110, 700, "Police Report"), bold=True), words((110, 685, "No crimes were reported.")))
    block = read_pdf(pdf(page)).blocks[0]
    assert (block.label, block.kind) == ("7", "heading")


def test_a_sentence_runs_on_over_the_page_break_without_header_and_footer():
    def page(number: int, *paragraphs: str):
        head = words((72, 800, "Quillbridge Borough Council - Planning"), (280, 30, f"Page {number} of 3"))
        return both(head, flowing(paragraphs))

    first, second = LONG + " Members asked that the diversion be signed at", "both ends before the summer, and thanked the volunteers."
    document = read_pdf(pdf(page(1, first), page(2, second), page(3, "There was no other business.")))
    assert texts(document) == [f"{first} {second}", "There was no other business."]
    assert [block.page for block in document.blocks] == [1, 3]
    assert document.meta.title == "Quillbridge Borough Council - Planning"


@pytest.mark.parametrize(("title", "kept"), [("Minutes of 3 May", "Minutes of 3 May"), ("Minutes of 6 March 2012", None), ("", None)])
def test_the_file_s_own_title_is_taken_where_the_text_bears_it_out(title: str, kept: str | None):
    page = flowing(["**MINUTES of the meeting of 3 May 2025", LONG])
    assert read_pdf(pdf(page, title=title)).meta.title == kept


def test_two_newspaper_columns_are_read_one_after_the_other():
    left = [LONG, "It was agreed to write to the navigation authority and to ask for a date by which work would begin."]
    right = ["The Clerk reported that three quotations had been received for the fence and that the lowest was from a local firm.", LONG]
    page = both(flowing(left, width=210), flowing(right, x=312, width=210))
    assert texts(read_pdf(pdf(page))) == left + right


def test_titles_beside_their_discussion_without_rules():
    rows = [("Apologies", [LONG, "Noted."]), ("Open forum and public questions", [LONG, LONG])]
    parts, top = [], 760.0
    for title, paragraphs in rows:
        parts += [flowing([title], width=90, top=top), flowing(paragraphs, x=190, width=330, top=top)]
        top -= 150
    document = read_pdf(pdf(both(*parts)))
    assert texts(document, role="title") == ["Apologies", "Open forum and public questions"]
    assert texts(document, role="body") == [LONG, "Noted.", LONG, LONG]


def test_owner_in_the_right_margin_follows_the_paragraph_it_stands_beside():
    page = both(
        words((72, 760, "Items"), (500, 760, "Action"), bold=True),
        flowing([LONG, "A price was awaited for the sign."], width=380, top=740),
        words((505, 714, "RM"), (505, 680, "RM/TB"), bold=True),
    )
    document = read_pdf(pdf(page))
    assert texts(document) == [LONG, "RM", "A price was awaited for the sign.", "RM/TB"]
    assert [block.role for block in document.blocks] == ["body", "action", "body", "action"]


def test_names_and_initials_in_columns_come_out_as_rows():
    lines = [
        ("Present", "Ada Fenn", "AF", "Tom Birk", "TB"),
        ("", "Ros Mayne (Chair)", "RM", "Lil Orde", "LO"),
        ("", "Ken Wray", "KW", "", ""),
    ]
    drawn = [(x, 700 - 14 * at, text) for at, line in enumerate(lines) for x, text in zip((72, 140, 270, 330, 450), line, strict=True)]
    document = read_pdf(pdf(both(words(*drawn), flowing([LONG], top=620))))
    assert texts(document, kind="table_row")[1:] == [" | Ros Mayne (Chair) | RM | Lil Orde | LO", " | Ken Wray | KW |  | "]
    assert document.slice(*document.blocks[0].cells[3]) == "Tom Birk"


def test_pages_without_text_are_named():
    document = read_pdf(pdf(flowing([LONG]), picture, lambda canvas: None, picture))
    assert document.notes == ("pages 2, 4: no text layer (a picture), not read",)


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (pdf(picture, picture), NoTextLayer, "none of its 2 pages has text"),
        (pdf(flowing([LONG]), encrypt=StandardEncryption("secret")), Encrypted, "asks for a password"),
        (pdf(flowing([LONG]))[:-600], Damaged, "breaks off"),
        (b"%PDF-1.4\n" + b"rubbish " * 50 + b"\n%%EOF", Damaged, "does not open"),
    ],
)
def test_bad_files_say_what_is_wrong(data: bytes, error: type[Exception], message: str):
    with pytest.raises(error, match=message):
        read_pdf(data)


def test_a_file_with_an_owner_password_only_is_read():
    assert read_pdf(pdf(flowing([LONG]), encrypt=StandardEncryption("", ownerPassword="owner"))).text == LONG


def test_too_many_pages_are_refused():
    with pytest.raises(TooLarge, match="3 pages; up to 2"):
        read(pdf(*[flowing([LONG])] * 3), source="minutes.pdf", limits=PdfLimits(pages=2))


def test_a_flood_of_drawn_things_is_bounded_and_noted():
    def flood(canvas: Canvas) -> None:
        flowing([LONG])(canvas)
        for at in range(25_000):
            canvas.line(at % 500, at % 700, at % 500 + 9, at % 700)

    started = time.monotonic()
    document = read_pdf(pdf(flood))
    assert time.monotonic() - started < 15
    assert document.text == LONG and "more drawn things" in document.notes[0]


def test_reading_twice_gives_the_same():
    data = pdf(flowing(["**1. Welcome", LONG]))
    assert read_pdf(data) == read_pdf(data)
