"""Owners set apart at a paragraph's end by white space, as writers of web pages and word processors put them in the margin."""

from __future__ import annotations

import io

import docx
import pytest

from minutes_miner.ingest.docx import read as read_docx
from minutes_miner.ingest.html import read as read_html
from minutes_miner.ingest.margin import split_mark
from minutes_miner.ingest.plain import read as read_plain
from tests.ingest.pages import texts

SAID = "The gate on Mill Lane was still broken."


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"{SAID}\t\t\tClerk", "Clerk"),
        (f"{SAID}         Cllr. O. Fenwick", "Cllr. O. Fenwick"),
        (f"{SAID}\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0HL/GD", "HL/GD"),
        (f"{SAID} \t\t ALL ", "ALL"),
        (f"{SAID}\t\tClerk and Cllr Ash", "Clerk and Cllr Ash"),
        (f"{SAID}\t\t\tNoted", ""),
        (f"{SAID}\t\tNoted/Web Site", ""),
        (f"{SAID}  Clerk", ""),
        (f"{SAID}\n          Clerk", ""),
        (f"{SAID}\t\t£40.00", ""),
        ("Present.\t\tCllr Ash", ""),
        ("Councillors who came to the meeting were\t\tCllr Ash", ""),
        (f"{SAID}\t\tClerk to see to it.", ""),
    ],
)
def test_what_is_set_apart(text: str, mark: str) -> None:
    pieces, found = split_mark([(text[:10], False), (text[10:], False)])
    assert found == mark
    assert "".join(piece for piece, _ in pieces) == (SAID if mark else text)


def test_one_tab_sets_apart_in_a_word_processors_file_only() -> None:
    text = f"{SAID}\tClerk"
    assert (split_mark([(text, False)])[1], split_mark([(text, False)], tabs=1)[1]) == ("", "Clerk")


def test_each_reader_gives_the_owner_a_block_of_its_own() -> None:
    page = f"<html><body><h1>Minutes</h1><p>{SAID}\t\t\t<b>Clerk</b></p><p>{SAID}</p></body></html>"
    document = docx.Document()
    document.add_paragraph(f"{SAID}\tClerk")
    held = io.BytesIO()
    document.save(held)
    for found in (
        read_html(page.encode(), source="a.html"),
        read_docx(held.getvalue(), source="a.docx"),
        read_plain(f"{SAID}                  Clerk\n".encode(), source="a.txt"),
    ):
        assert texts(found, "action") == ["Clerk"] and SAID in texts(found, "body")
