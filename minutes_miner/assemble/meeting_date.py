"""The day of the meeting: from the publisher, a label, a title line, or last the file's name; doubts are listed, not smoothed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from minutes_miner.assemble.bodies import Line
from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.assemble.masthead import Field
from minutes_miner.dates import find_dates, long_date, parse_date, weekday_of
from minutes_miner.dates_written import MONTH
from minutes_miner.model import Document, Unsettled

_ISO_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")
# The item that approves the last meeting's minutes names that meeting's date: a head with the same date was not brought up to date.
# The pattern is for text in small letters, and begins with a plain word, which is looked for fast.
_PREVIOUS = re.compile(r"minutes\s+(?:of|from)\s+(?:the\s+)?(?:previous|last)?\s*(?:[\w-]+\s+){0,3}meeting\b[^.;]{0,40}")
# Title lines stand within the first half page; an approval of minutes comes after the attendance.
_TITLE_REACH = 500
# What of a date stands at the beginning of a line: "March 2031", "2031".
_GOES_ON = re.compile(rf"(?:{MONTH}\b|(?:19|20)\d\d\b)", re.IGNORECASE)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """The day, where it stands (start == end where it stands outside the text), how it was found, and what is doubtful."""

    day: date | None
    start: int = 0
    end: int = 0
    rule: str = ""
    unsettled: tuple[Unsettled, ...] = ()


def find_meeting_date(document: Document, lines: Sequence[Line], fields: Sequence[Field], rules: FrameRules) -> MeetingDate:
    """The day on which the meeting was held; None with an Unsettled where nothing states it."""
    stated = next(_stated(document, lines, fields, rules), None)
    named = _file_date(document.source) or _file_date(document.meta.title or "")
    if stated is None:
        if named:
            return MeetingDate(named, rule="header.file-name")
        filed = parse_date(document.meta.filed) if document.meta.filed else None
        if filed:
            reason = "the text states no date of the meeting; this is the day under which its site files it"
            return MeetingDate(filed, rule="header.filed", unsettled=(Unsettled("meeting date", document.meta.filed or "", reason, None),))
        reason = "the document states no date of the meeting"
        return MeetingDate(None, unsettled=(Unsettled("meeting date", document.source, reason, None),))
    return _doubted(document, stated, named)


def _stated(document: Document, lines: Sequence[Line], fields: Sequence[Field], rules: FrameRules) -> Iterator[MeetingDate]:
    published = parse_date(document.meta.date) if document.meta.date else None
    if published:
        yield MeetingDate(published, rule="header.publisher")
    for field in fields:
        day = parse_date(field.value) if field.label in rules.field_labels["date"] else None
        if day:
            yield MeetingDate(day, field.start, field.end, "header.label")
    for line, below in zip_longest(lines, lines[1:]):
        for start, end, day in line.dates or (_wrapped(document, line, below) if below else ()):
            yield MeetingDate(day, line.start + start, line.start + end, "header.title-line")
    titled = parse_date(document.meta.title) if document.meta.title else None
    if titled:
        yield MeetingDate(titled, rule="header.page-title")


def _wrapped(document: Document, line: Line, below: Line) -> list[tuple[int, int, date]]:
    """The date that begins at the end of a title line and ends on the next: "held on Tuesday 4 March" / "2031"."""
    if not _GOES_ON.match(below.text):
        return []
    found = find_dates(document.slice(line.start, below.start + len(below.text)))
    return [each for each in found if each[0] < len(line.text) < each[1]]


def _file_date(name: str) -> date | None:
    last = name.rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    figures = _ISO_NAME.search(stem)
    if figures:
        return parse_date("-".join(figures.groups()))
    return parse_date(re.sub(r"[-_]+", " ", stem))


def _doubted(document: Document, stated: MeetingDate, named: date | None) -> MeetingDate:
    """The stated date with what speaks against it. The file's name or title wins only over a date that belongs to the meeting before."""
    assert stated.day is not None
    words = document.slice(stated.start, stated.end)
    if stated.day in _previous_dates(document) and stated.rule != "header.publisher":
        reason = f"the head says {long_date(stated.day)}, which is also the date of the minutes that were approved"
        note = (Unsettled("meeting date", words, reason, None),)
        if named and named > stated.day:
            return MeetingDate(named, rule="header.file-name", unsettled=note)
        return MeetingDate(stated.day, stated.start, stated.end, stated.rule, note)
    printed = weekday_of(words)
    if printed is not None and printed != stated.day.weekday():
        reason = f"{long_date(stated.day)} was a {_WEEKDAYS[stated.day.weekday()]}, the document says {_WEEKDAYS[printed]}"
        return MeetingDate(stated.day, stated.start, stated.end, stated.rule, (Unsettled("meeting date", words, reason, None),))
    return stated


def _previous_dates(document: Document) -> set[date]:
    """The dates of the minutes that this meeting approved; the document's own title ("Minutes of the meeting held on ...") is none."""
    approvals = _PREVIOUS.finditer(document.small, _TITLE_REACH)
    return {day for match in approvals for _, _, day in find_dates(match[0])}
