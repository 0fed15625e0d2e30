"""A folder's `series.json`: every action of its meetings, where it was taken up again, and how it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from corpus.build.labels import Finder, action_record
from corpus.build.source import CorpusError, Meeting

STATUSES = frozenset({"completed", "overdue", "open", "superseded"})


def series(meetings: list[Meeting], as_of: date) -> dict[str, Any]:
    """The followed actions of ``meetings`` (in date order) as of a day; the first file of a meeting stands for it."""
    documents = {m.path.stem: (next(iter(m.files.values())), {i.number or i.title for i in m.items}) for m in meetings}
    actions = [
        _followed(Finder(meeting, item), row, meeting.files, documents, as_of)
        for meeting in meetings
        for item in meeting.items
        for row in item.labels["actions"]
    ]
    return {"as_of": as_of.isoformat(), "actions": actions}


def _followed(
    finder: Finder, row: dict[str, Any], files: dict[str, str], documents: dict[str, tuple[str, set[str]]], as_of: date
) -> dict[str, Any]:
    action = action_record(finder, row)
    document = next(iter(files.values()))
    if not finder.kept(action["text"]) and "moderngov" in files:
        # The meeting page breaks off before the action; the item page beside it has it.
        document = next(name for kind, name in files.items() if kind.startswith("item "))
    late = bool(action["due_date"] and action["due_date"] < as_of.isoformat())
    status, _, places = (part.strip() for part in row.get("then", "- | ").partition("|"))
    status = status if status != "-" else ("overdue" if late else "open")
    if status not in STATUSES or (status == "open" and late) or (status == "overdue" and not late):
        raise CorpusError(f"{finder.place}: {status!r} cannot be the status of an action due {action['due_date']} on {as_of}")
    return {
        "document": document,
        "text": action["text"],
        "status": status,
        "due_date": action["due_date"],
        "mentions": [_mention(finder, place, documents) for place in filter(None, map(str.strip, places.split(",")))],
    }


def _mention(finder: Finder, place: str, documents: dict[str, tuple[str, set[str]]]) -> dict[str, str]:
    stem, _, item = place.partition("#")
    if stem not in documents or item not in documents[stem][1]:
        raise CorpusError(f"{finder.place}: the mention {place!r} names no item of this series")
    return {"document": documents[stem][0], "item": item}
