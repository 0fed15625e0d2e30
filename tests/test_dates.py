"""Written dates, and the days that due words mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.dates import add_months, add_working_days, find_dates, find_day_months, parse_date, resolve_due, weekday_of

MEETING = date(2031, 4, 8)  # a Tuesday
NEXT = date(2031, 5, 13)
CALENDAR = (NEXT, date(2031, 7, 8), date(2031, 9, 9))

WRITTEN = [
    ("24th September, 2014", date(2014, 9, 24)),
    ("Tuesday 2 April 2019", date(2019, 4, 2)),
    ("05/10/2020", date(2020, 10, 5)),
    ("12.06.23", date(2023, 6, 12)),
    ("2014-11-19", date(2014, 11, 19)),
    ("WEDNESDAY, 9TH JANUARY 2019", date(2019, 1, 9)),
    ("Thursday 31 st July, 2014", date(2014, 7, 31)),
    ("Tuesday the 12th of November 2019", date(2019, 11, 12)),
    ("14th day of May 2019", date(2019, 5, 14)),
    ("March 7th, 2017", date(2017, 3, 7)),
    ("7 Sept. 2015", date(2015, 9, 7)),
    ("2-Apr-2019", date(2019, 4, 2)),
    ("Wednesday, 19th November, 2014 2.00 p.m.", date(2014, 11, 19)),
    ("9th January2019", date(2019, 1, 9)),
    ("5 , June 2012", date(2012, 6, 5)),  # only dateparser reads this one
    ("1/2/99", date(1999, 2, 1)),
]
NO_DATE = [
    "",
    "31/02/2019",
    "2016-17",
    "35/20",
    "£12.50.20",
    "v1.2.13",
    "October 2014",
    "192.168.1.20",
    "24 May",
    "3 May 2014 and 4 May 2014",
]

FORMS = [
    "%A %-d %B %Y", "%-d %B %Y", "%d/%m/%Y", "%-d/%-m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%A, %-d %B, %Y", "%a %-d %b %Y",
    "%B %-d, %Y", "%-d-%b-%Y",
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), WRITTEN)
def test_written_dates_are_read_in_uk_order(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_single_full_date_gives_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(FORMS))
def test_a_date_comes_back_from_every_written_form(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(["st", "nd", "rd", "th", "TH", " th"]))
def test_ordinals_come_back_in_any_case(day: date, ending: str) -> None:
    assert parse_date(day.strftime(f"%A, %-d{ending} %B %Y").upper()) == day


@given(st.text(max_size=60))
def test_any_text_is_read_without_error_and_spans_hold_the_dates(text: str) -> None:
    for start, end, day in find_dates(text):
        assert 0 <= start < end <= len(text)
        assert find_dates(text[start:end])[0][2] == day


def test_dates_are_found_in_running_text_with_their_weekday() -> None:
    text = "The minutes of Tuesday 4th March 2031 were signed on 8/4/31; ref 19/0403."
    assert [(text[s:e], day) for s, e, day in find_dates(text)] == [
        ("Tuesday 4th March 2031", date(2031, 3, 4)),
        ("8/4/31", date(2031, 4, 8)),
    ]


def test_a_day_without_a_year_is_told_from_a_full_date() -> None:
    text = "by 5th June, and again on 7 June 2031"
    assert [(part.day, part.month) for part in find_day_months(text)] == [(5, 6)]


@pytest.mark.parametrize(("text", "weekday"), [("Tuesday 4 March 2031", 1), ("SUN 9 March", 6), ("4 March 2031", None)])
def test_the_printed_weekday(text: str, weekday: int | None) -> None:
    assert weekday_of(text) == weekday


DUE = [
    ("in six months’ time", date(2031, 10, 8), "due.relative-months"),
    ("within the next six months", date(2031, 10, 8), "due.relative-months"),
    ("in 9 to 18 months", date(2032, 10, 8), "due.relative-months"),
    ("within the next fortnight", date(2031, 4, 22), "due.relative-fortnights"),
    ("in a month's time", date(2031, 5, 8), "due.relative-months"),
    ("within the next month", date(2031, 5, 8), "due.relative-months"),
    ("within 28 days", date(2031, 5, 6), "due.relative-days"),
    ("in a couple of weeks", date(2031, 4, 22), "due.relative-weeks"),
    ("six weeks from today", date(2031, 5, 20), "due.relative-weeks"),
    ("within 48 hours", date(2031, 4, 10), "due.relative-hours"),
    ("5 working days", date(2031, 4, 15), "due.working-days"),
    ("by the end of March", date(2032, 3, 31), "due.month-end"),
    ("by the end of June, 2033", date(2033, 6, 30), "due.month-end"),
    ("in October", date(2031, 10, 31), "due.month-end"),
    ("by Jan 32", date(2032, 1, 31), "due.month-end"),
    ("Oct 12", date(2031, 10, 12), "due.day-month"),
    ("2 October meeting", date(2031, 10, 2), "due.day-month"),
    ("between May and July", date(2031, 7, 31), "due.month-end"),
    ("before June deadline", date(2031, 6, 30), "due.month-end"),
    ("before June", date(2031, 5, 31), "due.month-before"),
    ("before April", date(2032, 3, 31), "due.month-before"),
    ("next month", date(2031, 5, 31), "due.month-end"),
    ("by the end of the month", date(2031, 4, 30), "due.month-end"),
    ("at the start of June", date(2031, 6, 1), "due.month-start"),
    ("by the end of the week", date(2031, 4, 13), "due.week-end"),
    ("by the end of the week (11th April)", date(2031, 4, 11), "due.day-month"),
    ("by the end of the financial year", date(2032, 3, 31), "due.year-end"),
    ("by the end of the year", date(2031, 12, 31), "due.year-end"),
    ("on 16 November", date(2031, 11, 16), "due.day-month"),
    ("until 15th January", date(2032, 1, 15), "due.day-month"),
    ("at its meeting on 5 June", date(2031, 6, 5), "due.day-month"),
    ("by 29 February", date(2032, 2, 29), "due.day-month"),
    ("by Friday", date(2031, 4, 11), "due.weekday"),
    ("next Tuesday", date(2031, 4, 15), "due.weekday"),
    ("by the 28th", date(2031, 4, 28), "due.day-of-month"),
    ("tomorrow", date(2031, 4, 9), "due.tomorrow"),
    ("the next day", date(2031, 4, 9), "due.tomorrow"),
    ("at the next meeting", NEXT, "due.next-meeting"),
    ("following meeting", NEXT, "due.next-meeting"),
    ("at the next meeting of the Panel", NEXT, "due.next-meeting"),
    ("to the next Highways Panel meeting", NEXT, "due.next-meeting"),
    ("on the May agenda", NEXT, "due.stated-meeting"),
    ("in time for the September meeting", date(2031, 9, 9), "due.stated-meeting"),
    ("at the June meeting", date(2031, 6, 30), "due.meeting-month"),
    ("at June's meeting", date(2031, 6, 30), "due.meeting-month"),
    ("at the meeting in September", date(2031, 9, 9), "due.stated-meeting"),
    ("to the Panel meeting in September", date(2031, 9, 9), "due.stated-meeting"),
    ("at its next meeting in June", date(2031, 6, 30), "due.meeting-month"),
    ("on the agenda for June", date(2031, 6, 30), "due.meeting-month"),
    ("at the next Audit Board meeting in September", date(2031, 9, 30), "due.meeting-month"),
    ("by mid-July", date(2031, 7, 31), "due.month-end"),
    ("by close of play Friday", date(2031, 4, 11), "due.weekday"),
    ("by Christmas", date(2031, 12, 25), "due.feast"),
    ("by the 8th", date(2031, 5, 8), "due.day-of-month"),
    ("by the 5th of next month", date(2031, 5, 5), "due.day-of-month"),
    ("before Easter", date(2031, 4, 13), "due.feast"),
    ("in time for Good Friday", date(2031, 4, 11), "due.feast"),
    ("by Easter 2032", date(2032, 3, 28), "due.feast"),
    ("before Mothering Sunday", date(2032, 3, 7), "due.feast"),
    ("by Remembrance Sunday", date(2031, 11, 9), "due.feast"),
    ("no later than Advent Sunday", date(2031, 11, 30), "due.feast"),
    ("before Father’s Day", date(2031, 6, 15), "due.feast"),
    ("by St. George's Day", date(2031, 4, 23), "due.feast"),
    ("by Bonfire Night", date(2031, 11, 5), "due.feast"),
    ("by May Day", date(2031, 5, 1), "due.feast"),
    ("in Quarter 2 of 2031-32", date(2031, 9, 30), "due.quarter-end"),
    ("Q4 2031/32", date(2032, 3, 31), "due.quarter-end"),
]


@pytest.mark.parametrize(("text", "day", "rule"), DUE)
def test_due_words_are_counted_from_the_meeting(text: str, day: date, rule: str) -> None:
    due = resolve_due(text, meeting=MEETING, next_meeting=NEXT, calendar=CALENDAR, body="Highways Panel")
    assert (due.date, due.rule, due.kind, due.text) == (day, rule, "inferred", text)


@pytest.mark.parametrize("text", ["by the 31st of this month", "by the 5th of this month"])
def test_a_day_that_its_month_has_not_or_that_is_past_is_of_no_other_month(text: str) -> None:
    assert resolve_due(text, meeting=MEETING, next_meeting=NEXT, calendar=CALENDAR).date is None


@pytest.mark.parametrize(("text", "day"), [("by 1st April, 2015", date(2015, 4, 1)), ("01/11/2031", date(2031, 11, 1))])
def test_a_full_date_is_exact_and_needs_no_meeting(text: str, day: date) -> None:
    due = resolve_due(text, meeting=None, next_meeting=None)
    assert (due.date, due.kind) == (day, "exact")


NO_DAY = [
    "asap", "as soon as possible", "in due course", "in the spring", "in the new year", "Quarter 3", "by the AGM", "annually",
    "at a later date", "around the half term holiday", "over the coming weeks", "next committee meetings", "for six months",
    "within 28 days of receipt", "two weeks before the meeting", "within the 20 working day timeframe", "every six months",
    "before the Christmas holidays", "over Christmas",
    "before the Easter holidays", "by the end of term", "with the next agenda", "this weekend",
    "that week", "immediately", "before they ran out", "following this meeting", "after the late May bank holiday", "straight away",
    "to the next Finance Committee meeting", "by the next Cabinet", "when the paint is dry", "mañana", "after the next meeting",
    "following discussion at the next meeting", "subsequent to approval at our June meeting",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DAY)
def test_words_that_fix_no_day_have_none(text: str) -> None:
    due = resolve_due(text, meeting=MEETING, next_meeting=NEXT, calendar=CALENDAR, body="Highways Panel")
    assert (due.date, due.kind, due.text) == (None, "none stated", text)
    assert due.rule


@pytest.mark.parametrize("text", ["by 31st April", "by 29 February 2031", "by 31/6/31", "by Friday 30th February, 2032"])
def test_a_day_that_there_is_not_is_no_date(text: str) -> None:
    due = resolve_due(text, meeting=MEETING, next_meeting=NEXT)
    assert (due.date, due.kind, due.rule) == (None, "none stated", "due.no-such-day")


def test_a_leap_day_is_not_looked_for_years_ahead() -> None:
    assert resolve_due("by 29 February", meeting=date(2032, 12, 7), next_meeting=None).date is None


def test_another_bodys_meeting_is_dated_where_the_document_says_when() -> None:
    others = (("Finance Committee", date(2031, 4, 29)), ("Finance Committee", date(2031, 3, 4)))
    due = resolve_due("next Finance Committee meeting", meeting=MEETING, next_meeting=NEXT, body="Highways Panel", others=others)
    assert (due.date, due.rule) == (date(2031, 4, 29), "due.other-body")


@pytest.mark.parametrize(("text", "day"), [("to the AGM", date(2031, 9, 11)), ("before the Annual Parish Meeting", date(2031, 5, 4))])
def test_a_yearly_meeting_is_dated_where_the_document_says_when(text: str, day: date) -> None:
    others = (("AGM", date(2031, 9, 11)), ("AGM", date(2030, 9, 12)), ("Annual Parish Meeting", day))
    assert resolve_due(text, meeting=MEETING, next_meeting=NEXT, body="Parish Council", others=others).date == day


@pytest.mark.parametrize(("body", "day"), [("Parish Council", None), ("Board of Governors", None), ("Finance Committee", NEXT)])
def test_a_committee_is_a_part_of_the_council_whose_minutes_these_are(body: str, day: date | None) -> None:
    assert resolve_due("at the next committee meeting", meeting=MEETING, next_meeting=NEXT, body=body).date == day


def test_initials_of_the_body_are_its_name() -> None:
    due = resolve_due("at the next FGB meeting", meeting=MEETING, next_meeting=NEXT, body="Full Governing Body")
    assert due.date == NEXT


@pytest.mark.parametrize(("body", "day"), [(None, NEXT), ("Finance Committee", None)])
def test_minutes_that_name_no_body_mean_their_own_association(body: str | None, day: date | None) -> None:
    assert resolve_due("at the next PTA meeting", meeting=MEETING, next_meeting=NEXT, body=body).date == day


@pytest.mark.parametrize("text", ["at the next meeting", "on the May agenda"])
def test_the_next_meeting_is_not_guessed(text: str) -> None:
    due = resolve_due(text, meeting=MEETING, next_meeting=None)
    assert due.rule in ("due.next-meeting", "due.meeting-month")
    assert due.date in (None, date(2031, 5, 31))


@pytest.mark.parametrize("text", ["in six months' time", "in October", "at the next meeting", None, ""])
def test_nothing_is_counted_without_a_meeting_date(text: str | None) -> None:
    assert resolve_due(text, meeting=None, next_meeting=None).date is None


@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.sampled_from([text for text, _, rule in DUE if "stated" not in rule and "next-m" not in rule]),
)
def test_forward_words_never_go_back_before_the_meeting(meeting: date, text: str) -> None:
    due = resolve_due(text, meeting=meeting, next_meeting=None)
    assert due.date is not None or "29 February" in text  # not every year has one
    assert due.date is None or due.date >= meeting or "203" in text  # a year that the words name
    assert due == resolve_due(text, meeting=meeting, next_meeting=None)


@given(st.text(max_size=80), st.dates())
def test_any_words_are_taken_without_error(text: str, meeting: date) -> None:
    due = resolve_due(text, meeting=meeting, next_meeting=None)
    assert due.kind in ("exact", "inferred", "none stated")
    assert (due.date is None) == (due.kind == "none stated")


def test_months_end_where_the_day_is_wanting() -> None:
    assert add_months(date(2031, 8, 31), 6) == date(2032, 2, 29)
    assert add_working_days(date(2031, 4, 11), 1) == date(2031, 4, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sep 23", date(2023, 9, 30)),
        ("by Jan 24", date(2024, 1, 31)),
        ("Sep 25", date(2023, 9, 25)),
        ("September 23", date(2023, 9, 23)),
        ("23 Sep", date(2023, 9, 23)),
    ],
)
def test_a_short_month_with_the_year_is_that_month(text: str, day: date) -> None:
    assert resolve_due(text, meeting=date(2023, 7, 13), next_meeting=None).date == day
