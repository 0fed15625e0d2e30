"""Rows before they are cells: a value with the meeting and item that it stands in, in the order in which people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from minutes_miner.model import Action, AgendaItem, Evidence, Ledger, Meeting, TrackedAction

Value = TypeVar("Value")


@dataclass(frozen=True)
class Entry(Generic[Value]):
    """A value and where it stands: the meeting (None where only its name is known), the item, and the evidence."""

    value: Value
    source: str
    organisation: str | None = None
    committee: str | None = None
    day: date | None = None
    number: str | None = None
    title: str | None = None
    evidence: Evidence | None = None
    url: str | None = None

    @property
    def page(self) -> int | None:
        """The page of the evidence, counted from 1."""
        return self.evidence.page if self.evidence else None

    @property
    def quote(self) -> str | None:
        """The sentence that shows the value."""
        return self.evidence.quote if self.evidence else None

    @property
    def rule(self) -> str | None:
        """The id of the rule that found it."""
        return self.evidence.rule if self.evidence else None

    @property
    def address(self) -> str | None:
        """The web address at which a reader finds the value, as near as the source allows; None where it was never published."""
        anchor = self.evidence.anchor if self.evidence else None
        if anchor and anchor.startswith(("http://", "https://")):
            return anchor
        if self.url and anchor and "#" not in self.url:
            return f"{self.url}#{anchor.lstrip('#')}"
        return self.url


@dataclass(frozen=True)
class Standing:
    """An action, and what became of it where it was followed."""

    action: Action
    tracked: TrackedAction | None = None


def in_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings by date (those without one last), then organisation, committee and source."""
    return sorted(meetings, key=lambda one: (one.date or date.max, one.organisation or "", one.committee or "", one.source))


def owner_of(action: Action) -> str | None:
    """The owner as a list names it: "the Clerk" and "Clerk" are one."""
    owner = re.sub(r"^the\s+", "", action.owner or "", flags=re.IGNORECASE)
    return owner[:1].upper() + owner[1:] or None


def of_meeting(meeting: Meeting, value: Value, *, evidence: Evidence | None = None, item: AgendaItem | None = None) -> Entry[Value]:
    """The entry of a value that stands in ``meeting``, under ``item`` where it belongs to one."""
    return Entry(
        value,
        source=(evidence.source if evidence else None) or meeting.source,
        organisation=meeting.organisation,
        committee=meeting.committee,
        day=meeting.date,
        number=item.number if item else None,
        title=item.title if item else None,
        evidence=evidence,
        url=meeting.url,
    )


def items_of(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, AgendaItem]]:
    """Every item with its meeting, meetings in order."""
    for meeting in in_order(meetings):
        for item in meeting.items:
            yield meeting, item


def standings(meetings: Iterable[Meeting], ledger: Ledger | None) -> Iterator[Entry[Standing]]:
    """Every action with what became of it: those of the ledger where there is one, else those of the meetings."""
    if ledger is not None:
        return _followed(meetings, ledger)
    return (
        of_meeting(meeting, Standing(one), evidence=one.evidence, item=item) for meeting, item in items_of(meetings) for one in item.actions
    )


def _followed(meetings: Iterable[Meeting], ledger: Ledger) -> Iterator[Entry[Standing]]:
    homes = {meeting.source: meeting for meeting in meetings}
    for one in sorted(ledger.actions, key=_place):
        home = homes.get(one.source)
        yield Entry(
            Standing(one.action, one),
            source=one.document,
            organisation=one.organisation,
            committee=one.committee,
            day=one.meeting_date,
            number=_number(one),
            title=one.item_title,
            evidence=one.action.evidence,
            url=home.url if home else None,
        )


def _place(one: TrackedAction) -> tuple[date, str, str, str]:
    return one.meeting_date or date.max, one.organisation or "", one.committee or "", one.source


def _number(one: TrackedAction) -> str | None:
    """The item's number; an item without one is tracked under its title, which has a column of its own."""
    return None if one.item == one.item_title else one.item
