"""One meeting published twice - as page and PDF, as draft and final, an item on a page of its own - is one meeting in the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from minutes_miner.model import AgendaItem, Meeting, Outcome, Unsettled
from minutes_miner.sameness import DOUBTFUL, SAME, Sameness, rank, stage
from minutes_miner.text import normal

# The classes of document that a register is made from.
RECORDS = frozenset({"minutes", "action log"})
# What stands under an item with evidence of its own.
_PARTS = ("speakers", "contributions", "questions", "resolutions", "actions", "references", "progress")


def without_duplicates(meetings: Sequence[Meeting], outcomes: Sequence[Outcome]) -> tuple[tuple[Meeting, ...], tuple[Outcome, ...]]:
    """Meetings that are records of minutes, each once, and the outcomes with the sources set aside marked "duplicate".

    Of two sources of one meeting the final one is kept before the draft, then the better format, then the longer text. An item page
    gives its full text to the meeting page that shows the item only in part. Where it cannot be told whether two records are of one
    meeting, or which of two that differ is the later, the meeting kept says so in ``unsettled``.
    """
    kept, same = _Kept(), Sameness()
    aside: dict[str, str] = {}
    completed: set[tuple[str, str]] = set()
    for meeting in sorted((m for m in meetings if m.document_class in RECORDS), key=rank):
        verdicts = [(place, same.of(kept.meetings[place], meeting)) for place in kept.places_of(meeting)]
        twin = next((place for place, verdict in verdicts if verdict == SAME), None)
        if twin is None:
            perhaps = [kept.meetings[place] for place, verdict in verdicts if verdict == DOUBTFUL]
            kept.add(replace(meeting, unsettled=(*meeting.unsettled, *map(_perhaps_one, perhaps))))
            continue
        before = kept.meetings[twin]
        after, aside[meeting.source] = _with(before, meeting)
        unclear = before.format == meeting.format and stage(before) == stage(meeting) and same.differ(before, meeting)
        kept.meetings[twin] = replace(after, unsettled=(*after.unsettled, _which_is_later(meeting))) if unclear else after
        completed |= {(before.source, i.truncated.label) for i in before.items if i.truncated} - {
            (before.source, i.truncated.label) for i in after.items if i.truncated
        }
    order = {m.source: i for i, m in enumerate(meetings)}
    marked = tuple(_marked(o, aside, completed) for o in outcomes)
    return tuple(sorted(kept.meetings, key=lambda m: order[m.source])), marked


class _Kept:
    """The meetings kept so far; which of them may be the same as another is asked of its own day only, not of the whole archive."""

    def __init__(self) -> None:
        self.meetings: list[Meeting] = []
        self._by_day: dict[date | None, list[int]] = defaultdict(list)
        self._by_digest: dict[str, int] = {}

    def add(self, meeting: Meeting) -> None:
        self._by_day[meeting.date].append(len(self.meetings))
        self._by_digest.setdefault(meeting.digest, len(self.meetings))
        self.meetings.append(meeting)

    def places_of(self, meeting: Meeting) -> Sequence[int]:
        """Where those stand that ``meeting`` is to be compared with."""
        if meeting.digest and meeting.digest in self._by_digest:
            return (self._by_digest[meeting.digest],)
        if meeting.date is None:
            return range(len(self.meetings))
        return sorted((*self._by_day[meeting.date], *self._by_day[None]))


def _perhaps_one(other: Meeting) -> Unsettled:
    """The point to settle of a meeting that may be another state of ``other``."""
    reason = (
        "both documents are minutes of this body, day and agenda, but too little is worded alike for a draft and its final minutes; both "
        "are counted: if they are of one meeting, take the earlier one out of the folder"
    )
    return Unsettled("meeting", other.source, reason, None)


def _which_is_later(other: Meeting) -> Unsettled:
    """The point to settle of a meeting of which two texts differ."""
    reason = (
        "the two documents differ, and neither says which is the later: this one is kept; if it is the other, put the word final into the "
        "name of its file, or take this one out of the folder"
    )
    return Unsettled("meeting", other.source, reason, None)


def _marked(outcome: Outcome, aside: Mapping[str, str], completed: Iterable[tuple[str, str]]) -> Outcome:
    """The outcome of a source set aside says so; of a page that an item page completes, the note on that item goes."""
    if outcome.source in aside and outcome.status == "read":
        return replace(outcome, status="duplicate", reason=aside[outcome.source])
    gone = tuple(f"item {label} is shown only in part" for source, label in completed if source == outcome.source)
    return replace(outcome, notes=tuple(n for n in outcome.notes if not gone or not n.startswith(gone))) if gone else outcome


def _with(kept: Meeting, other: Meeting) -> tuple[Meeting, str]:
    """``kept`` with what ``other`` adds to it, and the reason why ``other`` is set aside."""
    if other.format != "moderngov-item" or len(other.items) != 1:
        return kept, f"the same meeting as {kept.source}, which is kept ({_why(kept, other)})"
    (full,) = other.items
    filled = [item for item in kept.items if item.truncated and normal(item.title) == normal(full.title)]
    reason = f"an item of {kept.source}"
    if not filled:
        return kept, reason
    items = tuple(_completed(item, full, other) if item in filled else item for item in kept.items)
    names = {name for item in (*filled, full) for name in (item.number, item.title) if name}
    points = [one for one in kept.unsettled if one.item not in names]
    points += (_moved(one, other) for one in other.unsettled if one.item in names)
    return replace(kept, items=items, unsettled=tuple(points)), f"{reason}, whose text it completes"


def _completed(shown: AgendaItem, full: AgendaItem, other: Meeting) -> AgendaItem:
    """``shown`` in part, with all that its own page ``other`` holds; what the meeting page shows too keeps its place there."""
    head = {name: getattr(shown, name) for name in ("number", "minute_number", "agenda_number", "attachments", "evidence")}
    parts: dict[str, Any] = {name: tuple(_placed(getattr(full, name), getattr(shown, name), other)) for name in _PARTS}
    return replace(full, **head, **parts)


def _placed(values: Iterable[Any], shown: Iterable[Any], other: Meeting) -> Iterator[Any]:
    places = {_words(one): one.evidence for one in shown}
    for one in values:
        known = places.get(_words(one))
        yield replace(one, evidence=known) if known else _moved(one, other)


def _words(value: Any) -> str:
    """What tells a value from the others of its kind; a page that breaks off may do so before the full stop."""
    return normal(getattr(value, "text", None) or value.name)


def _moved(value: Any, other: Meeting) -> Any:
    """``value`` with the document in its evidence, and the address of the page where it has one: offsets count in another text."""
    at = value.evidence
    if at is None:
        return value
    own = f"{other.url}#{at.anchor}" if other.url and at.anchor and "#" not in other.url else other.url
    return replace(value, evidence=at._replace(source=other.source, anchor=own or at.anchor))


def _why(kept: Meeting, other: Meeting) -> str:
    if kept.digest and kept.digest == other.digest:
        return "the files are identical"
    if stage(kept) != stage(other):
        return "it is the later state of the minutes"
    return "it is the better source" if kept.format != other.format else "it is the fuller text"


def one_spelling(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """The meetings with one spelling for each organisation and committee: the least capital of those that differ in nothing else."""
    spellings: dict[str, str] = {}
    for name in (n for m in meetings for n in (m.organisation, m.committee) if n):
        key = normal(name)
        spellings[key] = min(spellings.get(key, name), name, key=lambda n: sum(map(str.isupper, n)))
    return tuple(
        replace(m, organisation=spellings.get(normal(m.organisation or "")), committee=spellings.get(normal(m.committee or "")))
        for m in meetings
    )
