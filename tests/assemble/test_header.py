"""The head of a meeting's record, in the forms that documents give it."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.assemble.header import Header, read_header
from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.model import Document, SourceMeta


def document(*lines: str | list[str], source: str = "minutes.pdf", meta: SourceMeta | None = None, file_format: str = "pdf") -> Document:
    """A document of paragraphs (texts) and table rows (lists of cells)."""
    builder = DocumentBuilder()
    for line in lines:
        if isinstance(line, list):
            builder.add_row(line, table=1)
        else:
            builder.add(line)
    return Document(source=source, format=file_format, text=builder.text, blocks=builder.blocks, meta=meta or SourceMeta())


def head(*lines: str | list[str]) -> Header:
    return read_header(document(*lines, "PRESENT: Cllr P Moss (Chair), Cllr J Hill", "1. Apologies", "None."))


TITLES = [
    (
        (
            "ASHDALE COUNTY COUNCIL",
            "CABINET",
            "MINUTES of a meeting of the Cabinet held in the Long Room, Shire Hall, Ashby on Thursday, 9 January 2031.",
        ),
        ("ASHDALE COUNTY COUNCIL", "Cabinet", date(2031, 1, 9)),
    ),
    (
        ("ASHDALE COUNTY COUNCIL", "COUNTY COUNCIL", "MINUTES of a meeting of the County Council held on Thursday, 13 March 2031."),
        ("ASHDALE COUNTY COUNCIL", "County Council", date(2031, 3, 13)),
    ),
    (
        ("FOSTER CARE PANEL – 10th December 2030", "MINUTES of the meeting held in the Elm Room."),
        (None, "FOSTER CARE PANEL", date(2030, 12, 10)),
    ),
    (("Milford Parish Council - 2nd July 2030",), ("Milford Parish Council", None, date(2030, 7, 2))),
    (("Milford Parish Council A.G.M. - 2nd May 2030",), ("Milford Parish Council", None, date(2030, 5, 2))),
    (
        ("Elm and Oakley Parish Council – Ordinary Meeting Tuesday 4th April 2030, 7.30pm Elm Village Hall",),
        ("Elm and Oakley Parish Council", None, date(2030, 4, 4)),
    ),
    (
        ("Wharram Community Council", "Minutes of a Meeting held on Tuesday 2 April 2030"),
        ("Wharram Community Council", None, date(2030, 4, 2)),
    ),
    (
        ("NORTHBY PRIMARY SCHOOL BOARD OF GOVERNORS", ["COMMITTEE", "Full Governing Body", "DATE", "08/11/2030"]),
        ("NORTHBY PRIMARY SCHOOL", "Full Governing Body", date(2030, 11, 8)),
    ),
    (
        ("NORTHBY PRIMARY SCHOOL BOARD OF GOVERNORS", "COMMITTEE Finance Committee DATE 08/11/2030"),
        ("NORTHBY PRIMARY SCHOOL", "Finance Committee", date(2030, 11, 8)),
    ),
    (
        (["Title of Meeting", "Ashdale Libraries CIC - Board Meeting"], ["Date", "29th May 2030"], ["Place", "Main Hall"]),
        ("Ashdale Libraries CIC", "Board", date(2030, 5, 29)),
    ),
    (("Ashby Town Council Planning Committee 5/6/2031",), ("Ashby Town Council", "Planning Committee", date(2031, 6, 5))),
    (
        ("London Borough of Ashby", "Health and Wellbeing Board", "Date: Monday, 3rd March 2031", "Time: 6.30 pm"),
        ("London Borough of Ashby", "Health and Wellbeing Board", date(2031, 3, 3)),
    ),
    (
        ("Minutes of the Annual Meeting of Milford Parish Council held at the Village Hall on Monday 5th May 2031 at 7pm",),
        ("Milford Parish Council", None, date(2031, 5, 5)),
    ),
    (
        ("Milford Parish Council", "Minutes of the Annual Meeting of the Council held on Monday 5th May 2031 at 7pm"),
        ("Milford Parish Council", None, date(2031, 5, 5)),
    ),
    (
        ("MILFORD PARISH COUNCIL", "Minutes of the Meeting of the Parish Council held on Tuesday 2 May 2030 at 7.00 pm"),
        ("MILFORD PARISH COUNCIL", None, date(2030, 5, 2)),
    ),
    (
        ("Ashby Town Council", "Minutes of a meeting of the Town Council held on 2 May 2030", "Planning Committee"),
        ("Ashby Town Council", "Planning Committee", date(2030, 5, 2)),
    ),
    # Without a longer name the kind is all that is known.
    (("Minutes of the Meeting of the Parish Council held on 2 May 2030",), ("Parish Council", None, date(2030, 5, 2))),
    (
        ("DRAFT MINUTES OF THE MEETING OF THE OVERVIEW AND SCRUTINY COMMITTEE, HELD ON WEDNESDAY 9TH JANUARY 2031",),
        (None, "OVERVIEW AND SCRUTINY COMMITTEE", date(2031, 1, 9)),
    ),
]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Milford Parish Council", "Minutes of the meeting held on Tuesday 4th March", "2031"), date(2031, 3, 4)),
        (("Milford Parish Council", "Minutes of the meeting held on Tuesday 4th", "March 2031 at 7pm in the Hall"), date(2031, 3, 4)),
        (("Milford Parish Council", "Minutes of the meeting held on Tuesday", "4th March 2031"), date(2031, 3, 4)),
        (("Milford Parish Council", "Minutes of the summer meeting", "2031"), None),
        (("Milford Parish Council", "Plan of 4 March", "March 2031"), None),
    ],
)
def test_a_date_may_be_wrapped_in_the_heading(lines: tuple[str, ...], day: date | None) -> None:
    assert head(*lines).date == day


@pytest.mark.parametrize(("lines", "wanted"), TITLES)
def test_who_met_and_when(lines: tuple[str | list[str], ...], wanted: tuple[str | None, str | None, date]) -> None:
    header = head(*lines)
    assert (header.organisation, header.committee, header.date) == wanted


def test_the_publishers_own_statement_comes_first() -> None:
    meta = SourceMeta(organisation="Ashdale Council", committee="Cabinet", date="Wednesday, 19th November, 2031 2.00 p.m.", status="draft")
    header = read_header(document("Something else - 3 May 2030", meta=meta, file_format="moderngov-meeting"))
    assert (header.organisation, header.committee, header.date, header.status) == (
        "Ashdale Council",
        "Cabinet",
        date(2031, 11, 19),
        "draft",
    )


def test_an_item_page_without_a_date_has_none_and_says_so() -> None:
    page = document(
        "Annual report",
        "The Homes Select Commission considered the report.",
        "RESOLVED: That the Homes Select Commission receive the report.",
    )
    header = read_header(page)
    assert header.date is None
    assert header.committee == "Homes Select Commission"
    assert [u.kind for u in header.unsettled] == ["meeting date"]


def test_a_head_left_from_the_meeting_before_gives_way_to_the_file_name() -> None:
    page = document(
        ["Date", "29th May 2030"], "1. Welcome", "x " * 260, "2. Minutes of previous meeting (29th May 2030)", source="board-2030-07-31.pdf"
    )
    header = read_header(page)
    assert header.date == date(2030, 7, 31)
    assert "29 May 2030" in header.unsettled[0].reason


def test_a_wrong_weekday_is_listed_and_the_date_kept() -> None:
    header = head("Milford Parish Council - Monday 2nd July 2030")
    assert header.date == date(2030, 7, 2)
    assert "Tuesday" in header.unsettled[0].reason


NEXT = [
    (("9. Date of Next Meeting", "Tuesday 7 May 2030 at 7pm in the hall."), (date(2030, 5, 7),)),
    (("9. Date of Next Meeting", "9.1 Tuesday 7 May 2030 at 7pm in the hall."), (date(2030, 5, 7),)),
    (("9. Date of Next Meeting", "10. Letter of 5 June 2030"), ()),
    (("Next Meeting Tuesday, 3rd September 2030",), (date(2030, 9, 3),)),
    (("The next meeting would be held in the hall on Tuesday 7 May 2030 at 7.00pm.",), (date(2030, 5, 7),)),
    (("Gate; bench. Next meeting Thursday 9th May 2030 at 7.30pm.",), (date(2030, 5, 9),)),
    (("MATTERS FOR THE NEXT MEETING: TO BE HELD: THURSDAY 9th May 2030, 7pm.",), (date(2030, 5, 9),)),
    (("Dates for future meetings: -", "• 14th May, 2030;", "• 18th June, 2030."), (date(2030, 5, 14), date(2030, 6, 18))),
    (("12. Date of Next Meeting:", "18th September 2030 – Induction", "25th September 2030 – Board Meeting"), (date(2030, 9, 25),)),
    (("11 Next Meeting", "Tuesday 7th May at 7.30 in the school."), (date(2030, 5, 7),)),
    (("Date of next meeting", "To be confirmed.", "3. Letter of 5 June 2030"), ()),
    (("Date of next meeting", "The next meeting will be on 7th May 2029."), (date(2030, 5, 7),)),  # a slip: the year gone by
    (("Date of next meeting", "The last was on 12th November 2029."), ()),
    (
        ("9. Date of next meeting", "The meeting on 7 May was cancelled. The next meeting would be held on 14 May 2030."),
        (date(2030, 5, 14),),
    ),
    (("9. Date of next meeting", "14 May 2030, rescheduled from 7 May 2030."), (date(2030, 5, 14),)),
    (("9. Date of next meeting", "14 May 2030 instead of 7 May 2030."), (date(2030, 5, 14),)),
    (("Next one: 13th May, 7.30 at Jo's.",), (date(2030, 5, 13),)),
    (("Next: 7pm Tuesday 4 June",), (date(2030, 6, 4),)),
    (("9. Next time – 4 June 2030",), (date(2030, 6, 4),)),
    (("Next meeting 4/6/30",), (date(2030, 6, 4),)),
    (("Gate; bench. Next meeting 4/6/30.",), (date(2030, 6, 4),)),
    (("Gate; bench. Next meeting: 7pm Tues 4 June",), (date(2030, 6, 4),)),
    (("Next time: 3 lamps to be tested by 4 June.",), ()),
    (("Next to the church 4 June saw a fair.",), ()),
    (("Next one: 13 May.", "Date of next meeting: 20 May."), (date(2030, 5, 20),)),
    (
        ("The roads meeting: noted that the next meeting of that group is on 1 May 2030.", "9. Date of next meeting", "7 May 2030"),
        (date(2030, 5, 7),),
    ),
]


@pytest.mark.parametrize(("lines", "days"), NEXT)
def test_the_meetings_to_come(lines: tuple[str, ...], days: tuple[date, ...]) -> None:
    header = read_header(document("Milford Parish Council - 2nd April 2030", "Present: Cllr P Moss", *lines))
    assert header.calendar == days
    assert header.next_meeting == (days[0] if days else None)


def test_the_yearly_meeting_is_known_where_it_is_dated() -> None:
    header = read_header(document("Milford Friends - 2nd April 2030", "1. Plans", "Plans for the AGM on 11th September 2030 were shown."))
    assert header.others == (("AGM", date(2030, 9, 11)),)


def test_another_bodys_meeting_is_kept_apart() -> None:
    header = read_header(
        document("Milford Parish Council - 2nd April 2030", "1. Finance", "To go to the Finance Committee meeting on 16 May 2030.")
    )
    assert header.others == (("Finance Committee", date(2030, 5, 16)),)
    assert header.next_meeting is None


def test_time_place_and_status_from_the_title() -> None:
    header = head("UNCONFIRMED", "Minutes of a Meeting of Milford Parish Council held on Tuesday 2 April 2030 at 7.00 pm in Milford Hall")
    assert (header.time, header.venue, header.status) == ("7.00 pm", "Milford Hall", "draft")


@pytest.mark.parametrize("kind", ["Extraordinary Meeting", "Annual Parish Meeting"])
def test_the_title_tells_a_meeting_between_the_ordinary_ones(kind: str) -> None:
    line = f"Minutes of the {kind} held on Tuesday 22 October 2030"
    assert head("Ashdale Parish Council", line).title == line
    assert head("Ashdale Parish Council", "Minutes of the meeting held on Tuesday 22 October 2030").title == "Ashdale Parish Council"


def test_every_field_from_the_text_has_its_evidence() -> None:
    page = document("ASHBY TOWN COUNCIL", "PLANNING COMMITTEE", "Minutes of the meeting held on 3 May 2030")
    header = read_header(page)
    found = {field: page.slice(evidence.start, evidence.end) for field, evidence in header.evidence}
    assert found["committee"] == "PLANNING COMMITTEE"
    assert found["organisation"] == "ASHBY TOWN COUNCIL"
    assert found["date"] == "3 May 2030"
