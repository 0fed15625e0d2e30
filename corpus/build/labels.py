"""Labels in the form of the gold files, made from a meeting's source and checked against its text."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from corpus.build.source import Block, CorpusError, Item, Meeting, block_text

_TYPES = "noted approved agreed recommended referred deferred appointed requested delegated endorsed received lost other"
STATUSES = ("present", "in attendance", "apologies", "absent")


def record(meeting: Meeting, source: str, *, part: str = "all", item: str | None = None) -> dict[str, Any]:
    """The gold record of one file of a meeting.

    ``part`` is "before cut" for a meeting page that breaks an item off, else "all"; ``item`` picks the item of an item page.
    """
    items = [i for i in meeting.items if item is None or i.number == item]
    return {
        "source": source,
        "meeting": {
            "organisation": meeting.organisation,
            "committee": meeting.committee,
            "date": meeting.date.isoformat() if meeting.date else None,
        },
        "attendance": [] if item else _attendance(meeting),
        "items": [_item(meeting, i, part) for i in items],
    }


def _attendance(meeting: Meeting) -> list[dict[str, str]]:
    rows = [
        {"name": name.strip(), "status": status}
        for status in STATUSES
        for name in meeting.attendance.get(status, "").split("|")
        if name.strip()
    ]
    seen = " ".join(block_text(b) for b in (*meeting.preamble, *(b for i in meeting.items for b in i.text)))
    for row in rows:
        surname = row["name"].split()[-1]
        if surname.casefold() not in seen.casefold():
            raise CorpusError(f"{meeting.path.name}: {row['name']} is labelled {row['status']} but printed nowhere")
    return rows


def _item(meeting: Meeting, item: Item, part: str) -> dict[str, Any]:
    finder = Finder(meeting, item)
    keep = finder.kept if part == "before cut" else (lambda _: True)
    questions = [_question(finder, row) for row in item.labels["questions"]]
    resolutions = [_resolution(finder, row) for row in item.labels["resolutions"]]
    actions = [action_record(finder, row) for row in item.labels["actions"]]
    return {
        "number": item.number,
        "title": item.title,
        "speakers": [_speaker(row) for row in item.labels["speakers"] if part == "all" or not row.startswith("+")],
        "questions": [row for row in questions if keep(row["text"])],
        "resolutions": [row for row in resolutions if keep(row["text"])],
        "actions": [row for row in actions if keep(row["text"])],
    }


class Finder:
    """Finds labelled stretches in one item's text."""

    def __init__(self, meeting: Meeting, item: Item) -> None:
        self.place = f"{meeting.path.name}, item {item.number or item.title}"
        # An action table at the head of the minutes states tasks of later items.
        elsewhere = " ".join(map(block_text, (*meeting.preamble, *meeting.tail)))
        self.text = " ".join(map(block_text, (*item.text, *item.decision))) + " ¶ " + elsewhere
        self.shown = " ".join(map(block_text, (*before_cut(item.text), *item.decision)))

    def find(self, wanted: str) -> str:
        """The stretch of the item's text that ``wanted`` names. Raises CorpusError where there is none."""
        begin, _, end = (part.strip() for part in wanted.partition(" ~ "))
        start = self.text.find(begin)
        stop = self.text.find(end, start + len(begin)) + len(end) if end else start + len(begin)
        found = self.text[start:stop]
        if start < 0 or (end and stop < start + len(begin) + len(end)) or "¶" in found:
            raise CorpusError(f"{self.place}: {wanted!r} does not stand in the text; copy its words as they stand there")
        return found

    def kept(self, text: str) -> bool:
        """Whether a labelled text stands before the cut."""
        return text in self.shown


def before_cut(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that a meeting page shows of an item: all, or those up to the cut."""
    shown: list[Block] = []
    for block in blocks:
        if "[[cut]]" in block.text:
            shown.append(Block(block.kind, block.text.split("[[cut]]")[0].rstrip(), block.label))
            break
        shown.append(block)
    return tuple(shown)


def _fields(row: str, count: int) -> list[str | None]:
    parts = [part.strip() for part in row.split(" | ")]
    if len(parts) > count:
        raise CorpusError(f"{row!r} has {len(parts)} fields, expected at most {count}")
    parts += ["-"] * (count - len(parts))
    return [None if part == "-" else part for part in parts]


def _speaker(row: str) -> dict[str, Any]:
    name, *aliases = (part.strip() for part in row.lstrip("+ ").split(" = "))
    return {"name": name, "aliases": aliases}


def _pair(field: str | None, mark: str) -> tuple[str | None, str | None]:
    left, _, right = (field or "").partition(mark)
    return (None if left.strip() in ("", "-") else left.strip()), (None if right.strip() in ("", "-") else right.strip())


def _question(finder: Finder, row: str) -> dict[str, Any]:
    text, people = _fields(row, 2)
    asked_by, answered_by = _pair(people, " > ")
    return {"text": finder.find(text or ""), "asked_by": asked_by, "answered_by": answered_by}


def _resolution(finder: Finder, row: str) -> dict[str, Any]:
    label, kind, text, people = _fields(row, 4)
    if kind not in _TYPES.split():
        raise CorpusError(f"{finder.place}: {kind!r} is no type of resolution; use one of {_TYPES}")
    moved_by, seconded_by = _pair(people, " / ")
    return {"label": label, "text": finder.find(text or ""), "type": kind, "moved_by": moved_by, "seconded_by": seconded_by}


def action_record(finder: Finder, row: dict[str, Any]) -> dict[str, Any]:
    owner, due, text = _fields(row["do"], 3)
    due_text, due_date = _pair(due, " = ")
    if due_date:
        date.fromisoformat(due_date)
    if due_text and not re.search(re.escape(due_text), finder.text):
        raise CorpusError(f"{finder.place}: the due words {due_text!r} do not stand in the text")
    return {
        "text": finder.find(text or ""),
        "also": [finder.find(other) for other in row.get("also", [])],
        "owner": owner,
        "due_text": due_text,
        "due_date": due_date,
    }
