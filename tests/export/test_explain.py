"""Minutes marked up in place: what is marked where, what stands beside it, and the page."""

from __future__ import annotations

import re

import pytest

from minutes_miner.export.explain import Marking, lines, markings
from minutes_miner.export.explain_page import explain_html, marked
from minutes_miner.model import Document, Meeting
from tests.papers import page, paper, read

ITEM = (
    "Councillor Garside asked if the pump was safe. Mr. Pike replied that it was. He said that it had been tried.",
    "Mr. Pike undertook to circulate the figures by the end of June.",
    "RESOLVED: That the Clerk be asked to write to the owner.",
    "The list would be circulated.",
)


@pytest.fixture(scope="module")
def document() -> Document:
    return page(("12.", "Flood Defences", ITEM))


@pytest.fixture(scope="module")
def meeting(document: Document) -> Meeting:
    return read(document)


def marks(document: Document, meeting: Meeting, kind: str) -> list[tuple[str, str]]:
    """The words marked as a kind, and what is told of them."""
    return [(document.slice(m.start, m.end), m.told) for m in markings(document, meeting) if m.kind == kind]


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("item", [("Flood Defences", "Item 12")]),
        ("question", [("Councillor Garside asked if the pump was safe.", "Councillor Milo Garside asks, Mr. Aldous Pike answers")]),
        ("due", [("by the end of June", "due 30 June 2030 (inferred), of Mr. Aldous Pike")]),
        ("resolution", [("That the Clerk be asked to write to the owner.", "requested")]),
    ],
)
def test_what_is_marked_and_told(document: Document, meeting: Meeting, kind: str, found: list[tuple[str, str]]) -> None:
    assert marks(document, meeting, kind) == found


def test_speakers_are_marked_by_name_where_each_turn_begins(document: Document, meeting: Meeting) -> None:
    assert [words for words, _ in marks(document, meeting, "speaker")] == ["Councillor Garside", "Mr. Pike", "Mr. Pike"]


def test_actions_tell_owner_and_date_and_how_sure_they_are(document: Document, meeting: Meeting) -> None:
    told = [(m.told, m.how, m.doubtful) for m in markings(document, meeting) if m.kind == "action"]
    assert told[0] == (
        "Mr. Aldous Pike, due 30 June 2030 (inferred)",
        "medium confidence: wording that has other uses too; rule action.undertook",
        False,
    )
    assert told[1][:2] == ("the Clerk, no date stated", "rule resolution.resolved")
    assert told[2][0] == "nobody named, no date stated"
    assert told[2][2]


def test_the_due_words_of_a_table_stand_in_their_own_cell() -> None:
    document = paper(
        "# 1. Actions",
        ["Item", "Action", "By whom", "By when"],
        ["1", "Order the new sign", "Clerk", "31/07/2030"],
        ["1", "Mend the gate", "Chair", ""],
    )
    assert marks(document, read(document), "due") == [("31/07/2030", "due 31 July 2030, of Clerk")]


def test_a_number_in_a_block_of_its_own_is_shown_with_its_title(document: Document, meeting: Meeting) -> None:
    shown = [(line.number, document.slice(line.block.start, line.block.end)) for line in lines(document, meeting)]
    assert ("12.", "Flood Defences") in shown
    assert not [text for _, text in shown if text == "12."]


def test_the_page_holds_marks_notes_and_points_to_settle(document: Document, meeting: Meeting) -> None:
    html = explain_html(document, meeting)
    assert '<mark class="due"' in html
    assert '<mark class="action low"' in html
    assert "<b>Action</b>: Mr. Aldous Pike, due 30 June 2030 (inferred)</p>" in html
    assert re.search(r"<b>To settle</b>, action: perhaps no action: wording that is often something else; nobody is named", html)
    assert "<script" not in html and "http" not in html.replace("https://brightmoor", "")


def test_what_a_document_says_is_never_run() -> None:
    document = paper("# 1. <script>alert(1)</script>", "Councillor Garside asked if <b>it</b> was safe.")
    html = explain_html(document, read(document))
    assert "<script>" not in html and "<b>it</b>" not in html


def test_marks_that_overlap_are_nested_and_the_innermost_tells_of_all() -> None:
    question, speaker = Marking(0, 9, "question", "asks", "rule q"), Marking(0, 3, "speaker", "Ash", "rule s")
    assert marked("Ash asks?", 0, 9, [question, speaker]) == (
        '<mark class="question"><mark class="speaker" title="speaker: Ash (rule s)\nquestion: asks (rule q)">Ash</mark></mark>'
        '<mark class="question" title="question: asks (rule q)"> asks?</mark>'
    )
