"""Running headers, footers and page numbers."""

from __future__ import annotations

import pytest

from minutes_miner.ingest.pdf_furniture import furniture
from minutes_miner.ingest.pdf_lines import Line, make_line
from minutes_miner.ingest.pdf_words import Word

HEIGHT = 842.0


def page(number: int, *lines: tuple[float, str]) -> list[Line]:
    return [make_line([Word(text, 72, 200, y, 11, False, False) for text in line.split()], number) for y, line in lines]


def left(pages: list[list[Line]]) -> list[list[str]]:
    """What stays of each page."""
    out = furniture(pages, [HEIGHT] * len(pages))
    return [[line.text for at, line in enumerate(lines) if (number, at) not in out] for number, lines in enumerate(pages)]


@pytest.mark.parametrize(
    "footer",
    ["3", "- 3 -", "Page 3", "Page 3 of 14", "PAGE 3 OF 14", "3 of 14", "P a g e 3", "3 | Page", "Page | 3", "Page 3/14", "p. 3", "iv"],
)
def test_page_numbers_of_a_single_page(footer: str):
    assert left([page(1, (300, "The gate was mended."), (800, footer))]) == [["The gate was mended."]]


@pytest.mark.parametrize("line", ["3 benches", "2024", "Page 3 refers", "of 14"])
def test_lines_that_are_no_page_numbers(line: str):
    assert left([page(1, (300, line), (320, "Noted."))]) == [[line, "Noted."]]


def test_headers_and_footers_that_repeat_or_count():
    pages = [
        page(n, (40, "Parish of Orde"), (300, f"Text {n}"), (790, "Minutes 4 May 2025"), (805, f"Chair's initials ... {n}"))
        for n in (1, 2, 3)
    ]
    assert left(pages) == [["Text 1"], ["Text 2"], ["Text 3"]]


def test_headers_of_left_and_right_pages():
    pages = [page(n, (40, "Parish of Orde" if n % 2 else "Minutes"), (300, f"Text {n} {'x' * n}")) for n in range(1, 7)]
    assert [len(lines) for lines in left(pages)] == [1] * 6


def test_figures_that_count_something_else_are_text():
    pages = [page(1, (40, "Question 1"), (300, "a")), page(2, (40, "Question 5"), (300, "b")), page(3, (40, "Question 2"), (300, "c"))]
    assert left(pages)[0] == ["Question 1", "a"]


def test_a_repeated_line_below_text_stays():
    pages = [page(n, (40, f"Only here {'abc'[n]}"), (60, "Noted."), (300, "x")) for n in range(3)]
    assert all("Noted." in lines for lines in left(pages))


def test_a_first_page_without_header_keeps_its_title():
    pages = [page(1, (70, "PARISH OF ORDE"), (300, "a")), *(page(n, (40, "PARISH OF ORDE"), (300, "b")) for n in (2, 3))]
    assert left(pages) == [["PARISH OF ORDE", "a"], ["b"], ["b"]]
