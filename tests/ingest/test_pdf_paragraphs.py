"""Lines put together to paragraphs: what parts them and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_miner.ingest.pdf import read
from minutes_miner.ingest.pdf_lines import Line, make_line, within
from minutes_miner.ingest.pdf_paragraphs import paragraphs, type_of
from minutes_miner.ingest.pdf_words import Word
from tests.ingest.pdf_pages import flowing, pdf

LETTER = 5.0  # points to a letter in these lines: a column of 60 letters is 300 points wide
FULL = "and so the Committee went on to the next matter on the list"  # fills such a column


def line(text: str, y: float, *, x: float = 50.0, page: int = 1, size: float = 10.0, bold: bool = False) -> Line:
    """A line of words in a column from 50 to 350 points; a tabulator sets the next word at the next multiple of 50."""
    words: list[Word] = []
    for part in text.replace("\t", " \t ").split(" "):
        if part == "\t":
            x = (x // 50 + 1) * 50
        elif part:
            words.append(Word(part, x, x + LETTER * len(part), y, size, bold, False))
            x += LETTER * (len(part) + 1)
    return within(make_line(words, page), 50.0, 350.0)


def centred(text: str, y: float) -> Line:
    """A bold line in the middle of that column."""
    return line(text, y, x=200 - LETTER * len(text) / 2, bold=True)


def read_lines(*lines: Line) -> list[tuple[str, str]]:
    """(kind, text) of the paragraphs."""
    body = [line(FULL, 12.0 * at, page=99) for at in range(20)]  # what the document's size and spacing are taken from
    return [(para.kind, para.text) for para, _ in paragraphs(lines, type_of([*body, *lines]))]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([line(FULL, 100), line("which was noted.", 112)], 1),
        ([line(FULL, 100), line("Which was noted.", 125)], 2),  # a gap
        ([line("That was noted.", 100), line("The Chair went on.", 112)], 2),  # room left, a sentence ended
        ([line("That was noted with thanks by", 100), line("Cllr Fenn and others.", 112)], 1),  # room left, but no end
        ([line(FULL, 100), line("(2) That the gate be mended.", 112)], 2),  # a label
        ([line("he had read it on page and liked what he read there on page", 100), line("14. The Chair agreed.", 112)], 1),
        ([line("(1) " + FULL, 100), line("which was noted.", 112, x=70)], 1),  # hanging indent
        ([line(FULL, 100, x=70), line("The Chair went on to thank all.", 112)], 2),  # the left edge steps out
        ([line("Pond", 100, bold=True), line("The pond was cleared of weed in May by the volunteers again", 112)], 2),
        ([line(FULL, 100, page=1), line("which was noted.", 60, page=2)], 1),
        ([line("That was noted and agreed by all who were present that day.", 100, page=1), line("The Chair went on.", 60, page=2)], 2),
        ([line("Rent\t\t£40", 100), line("Hire of hall\t£20", 112)], 2),  # set with the tabulator
        ([line("Signed ____________ Chair", 100), line("Dated 4 May", 112)], 2),
        ([line(FULL, 100), line("of the list", 112, size=10.5)], 1),  # a slip of size
        ([line(FULL, 100), line("of the list", 114, size=14)], 2),
        # Centred titles: the room on either side is room for the next word.
        ([centred("Elmbridge Church of England Primary School", 100), centred("Minutes of the Meeting of Governors", 112)], 2),
        ([centred("Review of what the school charges for its clubs, and for", 100), centred("Meals and Trips", 112)], 1),
        ([centred("Review of the charges that the school makes for its clubs", 100), centred("Registered with the Trust", 112)], 1),
    ],
)
def test_lines_joined_or_parted(lines: list[Line], count: int):
    assert len(read_lines(*lines)) == count


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ([line("Matters arising", 100, bold=True)], "heading"),
        (
            [line("5. Matters arising from the minutes of the meeting held on the", 100, bold=True), line("fourth of May", 112, bold=True)],
            "heading",
        ),
        ([line("ANY OTHER BUSINESS", 100)], "heading"),
        ([line("Annual report", 100, size=14)], "heading"),
        ([line("The gate was mended.", 100, bold=True)], "paragraph"),
        ([line("• mend the gate", 100)], "list_item"),
        ([line("None", 100)], "paragraph"),
    ],
)
def test_kinds(lines: list[Line], kind: str):
    assert [found for found, _ in read_lines(*lines)] == [kind]


def test_bold_says_nothing_in_a_document_set_in_bold():
    lines = [line(FULL, 100 + 12 * at, bold=True) for at in range(5)]
    assert [para.kind for para, _ in paragraphs([line("Gate", 300, bold=True)], type_of(lines))] == ["paragraph"]


SENTENCES = st.lists(
    st.sampled_from(["the", "pond", "was", "cleared", "of", "weed", "in", "May", "by", "volunteers", "from", "Orde", "and", "Marl"]),
    min_size=1,
    max_size=40,
)


@settings(max_examples=30, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_no_word_is_lost_or_moved(paragraph_words: list[list[str]]):
    printed = [" ".join(words).capitalize() + "." for words in paragraph_words]
    document = read(pdf(flowing(printed)), source="x.pdf")
    assert document.text.split() == " ".join(printed).split()
    assert all(document.text[block.start : block.end].strip() for block in document.blocks)
