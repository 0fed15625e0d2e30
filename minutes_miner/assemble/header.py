"""The head of a meeting's record: who met, when, where, and when the next meeting is."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.assemble.bodies import Named, line_of
from minutes_miner.assemble.frame_rules import FrameRules, shipped_rules
from minutes_miner.assemble.masthead import Field, fields, head_blocks, lines
from minutes_miner.assemble.meeting_date import MeetingDate, find_meeting_date
from minutes_miner.assemble.next_meeting import coming_meetings, meetings_of_others
from minutes_miner.model import Document, Evidence, Unsettled
from minutes_miner.text import fold, normal

_TIME = re.compile(
    r"\b(\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|noon)(?!\w)|(?<![£\d.:/])\d{1,2}[.:]\d{2}(?![\d/.:]|\s?%))",
    re.IGNORECASE,
)
# "held in the Council Chamber, County Hall on Thursday ...": the place ends at the date or hour.
_VENUE = re.compile(
    r"(?:\b(?:[Hh]eld|HELD|[Cc]onvened)\b.{0,60}? |^[Aa]t [\d.:]+ ?[ap]\.?m\.? )(?:in|at|IN|AT) (?:the )?(?P<venue>[A-Z][^;:|]{3,120}?)"
    r"(?=\s*(?:,?\s(?:on|at|commencing|starting|from)\s(?:\w+day|the|\d)|\.$|\.\s|$))"
)
# What acts in a resolution is the body that met: "That the Homes Commission receive the report", "The Cabinet considered ...".
_ACTS = re.compile(
    r"\b[Tt]he (?P<name>(?:[A-Z][\w’'&-]*,? (?:and |of |for |the )?){0,8}?"
    r"(?:Committee|Sub-Committee|Commission|Cabinet|Board|Panel|Partnership|Executive|Forum))"
    r" (?:receives?|notes?|noted|considered|received|resolved|RESOLVED|agreed|approves?|approved|endorses?|endorsed|thanked"
    r"|recommends?|recommended)\b"
)


@dataclass(frozen=True)
class Header:
    """A meeting's head. ``calendar`` holds all later meetings' dates that the document states, ``others`` other bodies' meetings."""

    organisation: str | None = None
    committee: str | None = None
    date: datetime.date | None = None
    time: str | None = None
    venue: str | None = None
    contact: str | None = None
    status: str | None = None
    title: str | None = None
    next_meeting: datetime.date | None = None
    calendar: tuple[datetime.date, ...] = ()
    others: tuple[tuple[str, datetime.date], ...] = ()
    evidence: tuple[tuple[str, Evidence], ...] = ()
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def body(self) -> str | None:
        """The name of the body that met."""
        return self.committee or self.organisation


def read_header(document: Document, *, rules: FrameRules | None = None) -> Header:
    """The head of ``document``: what the publisher states first, then its title lines and labels, its file name last."""
    return _Reading(document, rules or shipped_rules()).header()


class _Reading:
    """One document's head being read; collects the evidence."""

    def __init__(self, document: Document, rules: FrameRules) -> None:
        self._document, self._rules = document, rules
        blocks = head_blocks(document, rules.labels)
        self._lines = lines(document, blocks)
        self._fields = fields(document, blocks, self._lines, rules.field_words)
        self._evidence: list[tuple[str, Evidence]] = []

    def header(self) -> Header:
        """All fields."""
        if self._document.format == "moderngov-list":  # the dates and words there are of many meetings
            return Header(*self._bodies(), title=self._document.meta.title)
        when = find_meeting_date(self._document, self._lines, self._fields, self._rules)
        self._date_evidence(when)
        organisation, committee = self._bodies()
        coming = coming_meetings(self._document, when.day, self._rules)
        if coming:
            self._note("next_meeting", coming[0].start, coming[0].end, "header.next-meeting")
        return Header(
            organisation=organisation,
            committee=committee,
            date=when.day,
            time=self._time(),
            venue=self._document.meta.venue or self._labelled("venue") or self._held_in(),
            contact=self._document.meta.contact or self._labelled("contact"),
            status=self._document.meta.status or self._status(),
            title=self._title(),
            next_meeting=coming[0].day if coming else None,
            calendar=tuple(each.day for each in coming),
            others=meetings_of_others(self._document, (organisation, committee)),
            evidence=tuple(self._evidence),
            unsettled=(*when.unsettled, *self._no_committee(organisation, committee)),
        )

    def _date_evidence(self, when: MeetingDate) -> None:
        if when.end > when.start:
            self._note("date", when.start, when.end, when.rule)

    def _bodies(self) -> tuple[str | None, str | None]:
        meta, names = self._document.meta, self._rules.bodies
        labelled = self._field("committee")
        told = [line_of(field.value, field.start) for field in (self._field("organisation"), labelled) if field]
        # The line that has the date is this meeting's title; a page's or letterhead's name may be shorter.
        dated = [line for line in self._lines if line.dates]
        found = names.read([*told, *dated, *(line for line in self._lines if not line.dates)])
        organisation = meta.organisation or self._named("organisation", found.organisation)
        committee = meta.committee or self._named("committee", found.committee)
        if not organisation and not committee and meta.title and not meta.item_title:
            titled = names.read([line_of(meta.title, 0)])
            organisation, committee = (each.name if each else None for each in (titled.organisation, titled.committee))
        return organisation, committee or (None if organisation and self._lines else self._acting_body())

    def _named(self, field: str, named: Named | None) -> str | None:
        if named:
            self._note(field, named.start, named.end, f"header.{field}")
        return named.name if named else None

    def _acting_body(self) -> str | None:
        """For a page that names no committee: the body that most often considers and resolves."""
        found = [(fold(match["name"]), match) for match in _ACTS.finditer(self._document.text)]
        # "The Committee noted" names nobody; "The Cabinet noted" does.
        names = [name for name, _ in found if " " in name or name in ("Cabinet", "Executive")]
        if not names:
            return None
        best = max(dict.fromkeys(names), key=names.count)
        match = next(match for name, match in found if name == best)
        self._note("committee", match.start("name"), match.end("name"), "header.acting-body")
        return best

    def _title(self) -> str | None:
        """The title line; of a meeting between the ordinary ones the line that calls it so."""
        extra = (line.text for line in self._lines if self._rules.says(normal(line.text), "extra_meetings"))
        return next(extra, None) or self._document.meta.title or (self._lines[0].text if self._lines else None)

    def _time(self) -> str | None:
        if self._document.meta.time:
            return self._document.meta.time
        labelled = self._field("time")
        for text, start in [(labelled.value, labelled.start)] if labelled else [(line.text, line.start) for line in self._lines]:
            match = _TIME.search(text)
            if match:
                self._note("time", start + match.start(), start + match.end(), "header.time")
                return labelled.value if labelled and len(labelled.value) < 40 else match[1]
        return None

    def _held_in(self) -> str | None:
        for line in self._lines:
            match = _VENUE.search(line.text)
            if match:
                self._note("venue", line.start + match.start("venue"), line.start + match.end("venue"), "header.held-in")
                return match["venue"].rstrip(" ,.")
        return None

    def _labelled(self, field: str) -> str | None:
        found = self._field(field)
        if found:
            self._note(field, found.start, found.end, "header.label")
        return found.value if found else None

    def _field(self, field: str) -> Field | None:
        wanted = self._rules.field_labels[field]
        return next((each for each in self._fields if each.label in wanted), None)

    def _status(self) -> str | None:
        head = normal(" ".join(line.text for line in self._lines))
        for status in ("cancelled", "draft", "approved"):
            if self._rules.says(head, f"{status}_words"):
                return status
        return None

    def _note(self, field: str, start: int, end: int, rule: str) -> None:
        block = self._document.block_at(start)
        quote = self._document.slice(block.start, block.end)[:300] if block else self._document.slice(start, end)
        where = (block.page, block.anchor) if block else (None, None)
        self._evidence.append((field, Evidence(start, end, rule, quote, *where)))

    def _no_committee(self, organisation: str | None, committee: str | None) -> Iterable[Unsettled]:
        if not organisation and not committee:
            yield Unsettled("committee", self._document.source, "no title line, label or resolution names the body that met", None)
