"""References to other minutes, in the forms that councils print them."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.assemble.references import own_numbering
from minutes_miner.dates import find_dates
from minutes_miner.model import MinuteReference
from tests.papers import paper, read, record

TAIL = ", the Clerk reported that the bank was safe."
JUNE = date(2029, 6, 11)
# (words, number, date, title)
FORMS = [
    ("In accordance with Minute No. 57 of 11th June, 2029", "57", JUNE, None),
    ("In accordance with Minute No. 57 of the meeting of 11th June, 2029", "57", JUNE, None),
    ("In accordance with Minute No. 57 of the meeting held on 11th June, 2029", "57", JUNE, None),
    ("In accordance with Minute 57 (11 June 2029)", "57", JUNE, None),
    ("Further to Minute No. 191(5) (Families for Change)", "191(5)", None, "Families for Change"),
    ("Further to Minute No. 191(5) (Families for Change) of 11 June 2029", "191(5)", JUNE, "Families for Change"),
    ("Arising from Minute No. 281(2)", "281(2)", None, None),
    ("In relation to 309 (Budget Analysis)", "309", None, "Budget Analysis"),
    ("Further to 12.3 (Gate)", "12.3", None, "Gate"),
    ("As set out (Minute No. 3 refers)", "3", None, None),
    ("Minute 27 refers", "27", None, None),
    ("Further to minute 84.1", "84.1", None, None),
    ("Further to Minute 35/20", "35/20", None, None),
    ("Further to Minute No FGB 03/2029", "FGB 03/2029", None, None),
    ("Further to Minute MW/23/14", "MW/23/14", None, None),
    ("Further to Min. 19.07.04", "19.07.04", None, None),
    ("Further to Minute C048/23", "C048/23", None, None),
    ("Further to Minute Number 12(a)(ii)", "12(a)(ii)", None, None),
    ("Arising from 191(5)", "191(5)", None, None),
    ("Further to 191(5) of 11 June 2029", "191(5)", JUNE, None),
    ("As set out in item 4 of 11 June 2029", "4", JUNE, None),
    ("As agreed under item 4 of the meeting held on 11 June 2029", "4", JUNE, None),
    ("As agreed under agenda item 4.2 of the last meeting", "4.2", None, None),
    ("As set out in item 4 of 21 January", "4", date(2030, 1, 21), None),
    ("Further to Minute 14 (Gates) of the meeting on 24th September", "14", date(2029, 9, 24), "Gates"),
    ("Action 3/20/FE", "3/20/FE", None, None),
    ("Action ref. 12/23", "12/23", None, None),
]


def references(*lines: str) -> list[MinuteReference]:
    return list(record(*lines).references)


@pytest.mark.parametrize(("words", "number", "day", "title"), FORMS, ids=[case[0] for case in FORMS])
def test_a_reference_gives_number_date_and_title(words: str, number: str, day: date | None, title: str | None) -> None:
    (reference,) = references(words + TAIL)
    assert (reference.number, reference.date, reference.title) == (number, day, title)
    assert reference.text in words


@pytest.mark.parametrize(
    ("words", "body", "day"),
    [
        ("Further to Minute 14 of the Roads Committee of 11 June 2029", "Roads Committee", JUNE),
        ("Further to Minute 14 of 11 June 2029 of the Roads Committee", "Roads Committee", JUNE),
        ("In accordance with Cabinet Minute No. 57", "Cabinet", None),
        ("As set out in the Roads Committee’s Minute 5", "Roads Committee", None),
        ("As set out (Full Council Minute 5)", "Full Council", None),
        ("Further to Minute 14 of the Committee", None, None),
        ("At the Roads Committee, it was said that Minute 14", None, None),
    ],
)
def test_a_reference_names_the_body_whose_minute_it_is(words: str, body: str | None, day: date | None) -> None:
    (reference,) = references(words + TAIL)
    assert (reference.committee, reference.date) == (body, day)


@pytest.mark.parametrize("line", ["Minute 110 - Defib - now been checked.", "Minute 110 – Defib – now been checked."])
def test_matters_arising_name_their_minute(line: str) -> None:
    assert [reference.number for reference in references(line)] == ["110"]


def test_several_references_in_one_sentence_are_all_found() -> None:
    found = references("Further to Minute No. 12 of 11 June 2029 and Minute No. 14 of 5 March 2030" + TAIL)
    assert [(r.number, r.date) for r in found] == [("12", JUNE), ("14", date(2030, 3, 5))]


@pytest.mark.parametrize("line", ["Minutes Nos. 12 and 14 were taken up.", "Minutes 12, 14 refer."])
def test_numbers_that_share_the_word_are_all_found(line: str) -> None:
    assert [r.number for r in references(line)] == ["12", "14"]


def test_the_dates_of_a_sentence_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def counted(text: str) -> list[tuple[int, int, date]]:
        searched.append(text)
        return find_dates(text)

    monkeypatch.setattr("minutes_miner.assemble.references.find_dates", counted)
    cited = [f"Minute No. {number} of {1 + number % 28} March 2030" for number in range(100, 160)]
    found = references("The Clerk spoke further to " + " and ".join(cited) + ".")
    assert [(r.number, r.date) for r in found] == [(str(n), date(2030, 3, 1 + n % 28)) for n in range(100, 160)]
    assert len(searched) == len(set(searched))


def test_a_date_far_behind_a_reference_is_not_its_date() -> None:
    (reference,) = references("Further to Minute No. 12 " + "the bank was safe and " * 10 + "it would be seen again on 5 March 2030.")
    assert reference.date is None


NONE = [
    "The bus leaves in 10 minutes.",
    "It took 45 minutes to arrive.",
    "The minutes of 5 June were approved.",
    "The minutes of the last meeting were approved.",
    "Three minutes were allowed for each speaker.",
    "The Clerk took the minutes.",
    "It was 5 minutes 30 seconds long.",
    "Apologies were received in relation to 3 (three) people.",
    "The minutes 5 June 2030 were approved.",
    "The cost fell following 2 (two) bids.",
    "This was dealt with under item 5 below.",
    "Item 4 of the schedule was paid.",
    "Action 3 was closed.",
    "The bank was safe, with 3 (three) keys.",
    "FGB 03/2029 was read out.",
]


@pytest.mark.parametrize("line", NONE)
def test_other_minutes_and_numbers_are_no_references(line: str) -> None:
    assert references(line) == []


def test_a_reference_shows_where_it_stands() -> None:
    (reference,) = references("It rained. Further to Minute No. 12 of 11 June 2029, it stopped.")
    assert reference.text == "Minute No. 12 of 11 June 2029"
    assert reference.evidence.end - reference.evidence.start == len(reference.text)
    assert reference.evidence.rule.startswith("reference.")


STROKES = ("29/061", "29/062", "29/063", None)


@pytest.mark.parametrize(
    ("numbers", "text", "found"),
    [
        (("FGB 01/2029", "FGB 02/2029"), "The grant asked for under FGB 03/2029 could not be had.", ["FGB 03/2029"]),
        (("FGB 01/2029", None), "It had been agreed in FGB 3/2029 and FGB 04/2029.", ["FGB 3/2029", "FGB 04/2029"]),
        (("FGB 01/2029",), "Planning application DC 03/2029 was looked at.", []),
        (("FGB 01/2029",), "Invoice FGB 03/2029/7 was paid.", []),
        (STROKES, "29/066(2) - the gate had been painted.", ["29/066(2)"]),
        (STROKES, "b) 29/066: done.", ["29/066"]),
        (STROKES, "The gate (29/072) had been painted.", ["29/072"]),
        (STROKES, "The gate had been painted (29/072 refers).", ["29/072"]),
        (STROKES, "The gate at 29/072 had been painted.", []),
        (STROKES, "29/0721 Mill House: an extension.", []),
        (("61/29", "62/29", "63/29"), "58/28 – the gate had been painted.", ["58/28"]),
        (("29.07.04", "29.07.05", "29.07.06"), "29.06.03 – the gate had been painted.", ["29.06.03"]),
    ],
)
def test_numbers_in_the_documents_own_style_need_no_word(numbers: tuple[str | None, ...], text: str, found: list[str]) -> None:
    numbering = own_numbering(numbers)
    assert [match["number"] for pattern in numbering for match in pattern.finditer(text)] == found


def test_plain_numbers_always_need_a_word() -> None:
    assert own_numbering(("12", "19.07.04", "35/20", None)) == ()


def test_an_item_refers_by_the_documents_own_numbers() -> None:
    blocks = ("# FGB 11/2029 Welcome", "All were welcome.", "# FGB 12/2029 Roof", "The grant asked for under FGB 03/2029 could not be had.")
    found = [r for each in read(paper(*blocks)).items for r in each.references]
    assert [(r.number, r.evidence.rule) for r in found] == [("FGB 03/2029", "reference.own-numbering")]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("57/29 Wreath - laid by Cllr Vance.", "57/29"),
        ("57/29 - completed", "57/29"),
        ("(a) 57/29 The wreath had been laid by Cllr Vance.", "57/29"),
        ("157/28 Wreath - laid by Cllr Vance.", "157/28"),
        ("057/29 A barn at Low Farm.", None),
        ("57/29 of the trees were felled.", None),
        ("57/28 Wreath - laid by Cllr Vance.", None),  # of another year and lower: nothing tells that it is a minute's
        ("3/4 of the wall was mended.", None),
    ],
)
def test_a_number_that_goes_back_opens_a_line_as_a_reference(line: str, number: str | None) -> None:
    lines = ("# 70/29 Apologies", "None.", "# 71/29 Matters arising", line, "# 72/29 Finance", "Noted.", "# 73/29 Highways", "Noted.")
    found = next(each for each in read(paper(*lines)).items if each.title == "Matters arising")
    assert [each.number for each in found.references] == ([number] if number else [])
