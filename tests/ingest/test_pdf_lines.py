"""Words put together to lines: signs, drop caps, kerning, ordinals."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.ingest.pdf import read
from minutes_miner.ingest.pdf_lines import drop_caps_set_back, gaps, group_lines, make_line
from minutes_miner.ingest.pdf_words import Word
from tests.ingest.pdf_pages import pdf


def word(text: str, x0: float, x1: float, y: float = 100.0, *, size: float = 12.0, bold: bool = False, turned: bool = False) -> Word:
    return Word(text, x0, x1, y, size, bold, turned)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([word("Q", 50, 58), word("uestions", 58.5, 100)], "Questions"),  # split off by kerning
        ([word("A", 50, 58), word("resident", 61.4, 100)], "A resident"),  # a true space
        ([word("A", 50, 58), word("Resident", 58.2, 100)], "A Resident"),
        ([word("25", 50, 62), word("th", 62.3, 68, 96, size=7), word("May", 71, 90)], "25th May"),
        ([word("DATE:", 50, 80, 100), word("4 May", 120, 150, 106)], "DATE: 4 May"),  # a value in a box, half a line lower
        ([word("late", 90, 110), word("came", 50, 80)], "came late"),
        ([word("up", 10, 12, 90, turned=True), word("text", 50, 80)], "text"),
    ],
)
def test_words_of_a_line(words: list[Word], text: str):
    assert [line.text for line in group_lines(words, 1)] == [text]


def test_words_printed_twice_are_bold_once():
    (line,) = group_lines([word("Finance", 50, 90), word("Finance", 50.4, 90.4)], 1)
    assert line.text == "Finance" and line.bold


def test_a_drop_cap_joins_the_first_line_beside_it():
    words = [
        word("T", 50, 66, 126, size=36),
        word("he", 68, 80, 100),
        word("pond", 84, 110, 100),
        word("was", 68, 90, 113),
        word("low.", 50, 70, 139),
    ]
    assert [line.text for line in group_lines(words, 1)] == ["The pond", "was", "low."]


def test_a_large_letter_alone_is_no_drop_cap():
    words = [word("A", 50, 66, 126, size=36), word("Annex", 200, 240, 100)]
    assert drop_caps_set_back(words) == words


def test_the_gap_after_a_label_is_no_column():
    line = make_line([word("4.", 50, 60), word("Pond", 90, 120), word("AF", 300, 312)], 1)
    assert gaps(line, 1.2) == [(120, 300)]


@pytest.mark.parametrize(("font", "code", "sign"), [("Symbol", "\xb7", "•"), ("ZapfDingbats", "✔", "✓")])
def test_signs_of_symbol_fonts(font: str, code: str, sign: str):
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 11)
        canvas.drawString(72, 700, code)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(90, 700, "the gate to be mended")

    assert read(pdf(draw), source="x.pdf").text == f"{sign} the gate to be mended"
