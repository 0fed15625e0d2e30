"""What was found in a document and where: the marks and margin notes by which a person checks a page of minutes.

``explain_page`` shows them as a web page, the command ``explain`` in a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutes_miner.dates import long_date
from minutes_miner.model import HIGH, LOW, Action, AgendaItem, Block, Document, Due, Evidence, Meeting, Question, Resolution, Unsettled

#: What is marked, in the order in which marks that overlap are nested: the widest kind outermost.
KINDS = ("item", "resolution", "action", "question", "speaker", "due", "header")
#: The kinds of which the margin tells what was read.
TOLD = ("question", "resolution", "action")
# What is no record of business: shown in grey, as nothing is read from it.
_GREY = frozenset({"agenda", "aside"})
# A table's due words stand in another cell of the row, some way behind the task.
_ROW = 250
_PRONOUN = re.compile(r"(?:He|She|They)\b")


@dataclass(frozen=True, slots=True)
class Marking:
    """A stretch of the document, what it is, what was read from it in a few words, and how it came to be read."""

    start: int
    end: int
    kind: str
    told: str
    how: str
    doubtful: bool = False  # of low confidence


@dataclass(frozen=True, slots=True)
class Line:
    """A block as it is shown: its number where that stands in a block of its own, marks that touch it, points to settle in it."""

    block: Block
    number: str
    marks: tuple[Marking, ...]
    points: tuple[Unsettled, ...]

    @property
    def grey(self) -> bool:
        """Whether the block is no part of the record."""
        return self.block.role in _GREY

    @property
    def notes(self) -> tuple[Marking, ...]:
        """The marks of which the margin tells: those that begin here."""
        return tuple(m for m in self.marks if m.kind in TOLD and m.start >= self.block.start)


def lines(document: Document, meeting: Meeting) -> Iterator[Line]:
    """The document block by block, with what was found in each."""
    marks = markings(document, meeting)
    number = ""
    for block in document.blocks:
        if block.role == "number":
            number = document.slice(block.start, block.end)
            continue
        touching = tuple(m for m in marks if m.start < block.end and m.end > block.start)
        points = tuple(p for p in meeting.unsettled if p.evidence and block.start <= p.evidence.start < block.end)
        yield Line(block, number, touching, points)
        number = ""


def markings(document: Document, meeting: Meeting) -> list[Marking]:
    """What was found in a document, in order of place."""
    found = [m for item in meeting.items for m in _of_item(document, item)]
    found += [_marking(at, "header", name.replace("_", " ")) for name, at in meeting.header_evidence if at.end > at.start]
    return sorted(set(found), key=lambda m: (m.start, KINDS.index(m.kind), -m.end))


def _of_item(document: Document, item: AgendaItem) -> Iterator[Marking]:
    yield _marking(item.evidence, "item", f"Item {item.number or 'without a number'}")
    yield from _speakers(document, item)
    for question in item.questions:
        yield _row(question, "question", f"{question.asked_by or 'nobody named'} asks, {question.answered_by or 'nobody named'} answers")
    for resolution in item.resolutions:
        people = [f"{done} {who}" for done, who in (("moved by", resolution.moved_by), ("seconded by", resolution.seconded_by)) if who]
        yield _row(resolution, "resolution", ", ".join([resolution.type, *people]))
    for action in item.actions:
        yield _row(action, "action", f"{action.owner or 'nobody named'}, {due_in_short(action.due)}")
        yield from _due(document, action)


def _row(row: Question | Resolution | Action, kind: str, told: str) -> Marking:
    mark = _marking(row.evidence, kind, told)
    sure = f"{row.confidence} confidence: {row.confidence_reason}; " if row.confidence != HIGH else ""
    return replace(mark, how=f"{sure}{mark.how}", doubtful=row.confidence == LOW)


def due_in_short(due: Due) -> str:
    """ "due 30 June 2024 (inferred)", or why there is no day."""
    if due.date is None:
        return f"due “{due.text}” (no day)" if due.text else "no date stated"
    return f"due {long_date(due.date)}" + (f" ({due.kind})" if due.kind != "exact" else "")


def _due(document: Document, action: Action) -> Iterator[Marking]:
    """The words that set an action's date: within its sentence, else in the next cells of its row."""
    at = action.evidence
    start = document.text.find(action.due.text, at.start, at.end + _ROW) if action.due.text else -1
    if start >= 0 and action.due.text:
        rule = action.due.rule or "a date"
        yield Marking(
            start, start + len(action.due.text), "due", f"{due_in_short(action.due)}, of {action.owner or 'nobody named'}", f"rule {rule}"
        )


def _speakers(document: Document, item: AgendaItem) -> Iterator[Marking]:
    """Where an item's minutes name who speaks: at the beginning of each turn, and where each speaker is first met."""
    names = {speaker.name: (speaker.name, *speaker.aliases) for speaker in item.speakers}
    turns = [(turn.speaker, turn.evidence) for turn in item.contributions]
    turns += [(speaker.name, speaker.evidence) for speaker in item.speakers if speaker.evidence]
    for name, evidence in turns:
        start, end = _named(document.text, evidence, names.get(name, (name,)))
        also = ", ".join(other for other in names.get(name, ()) if other != name)
        told = f"{name} speaks" + (f", also called {also}" if also else "")
        yield replace(_marking(evidence, "speaker", told), start=start, end=end)


def _named(text: str, at: Evidence, names: Iterable[str]) -> tuple[int, int]:
    """The first of the names within a stretch, whole or by its last word, or the pronoun that opens it; else the whole stretch."""
    said = text[at.start : at.end]
    for wordings in (sorted(names, key=len, reverse=True), [name.split()[-1] for name in names]):
        places = [m.span() for name in wordings if (m := re.search(rf"\b{re.escape(name)}(?!\w)", said, re.IGNORECASE))]
        if places:
            start, end = min(places)
            return at.start + start, at.start + end
    pronoun = _PRONOUN.match(said)
    return (at.start, at.start + pronoun.end()) if pronoun else (at.start, at.end)


def _marking(evidence: Evidence, kind: str, told: str) -> Marking:
    return Marking(evidence.start, evidence.end, kind, told, f"rule {evidence.rule}")


def general_points(meeting: Meeting) -> Sequence[Unsettled]:
    """The points to settle that stand nowhere in particular."""
    return [point for point in meeting.unsettled if point.evidence is None]


def facts(meeting: Meeting) -> tuple[str, str]:
    """Whose meeting it was and when, and how much was found, each as a line."""
    day = long_date(meeting.date) if meeting.date else "no date found"
    whose = " · ".join(fact for fact in (meeting.organisation, meeting.committee, day) if fact)
    numbers = {kind: sum(len(getattr(item, kind)) for item in meeting.items) for kind in ("questions", "resolutions", "actions")}
    parts = [f"{len(meeting.items)} items", *(f"{number} {kind}" for kind, number in numbers.items())]
    return whose, ", ".join([*parts, f"{len(meeting.unsettled)} to settle"])
