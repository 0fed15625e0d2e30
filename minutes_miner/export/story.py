"""One action's life: raised, reported on, put right by officers, and how it stands; and finding the action that somebody means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from minutes_miner.dates import long_date
from minutes_miner.export.paper import NO_OWNER
from minutes_miner.export.record import file_name, plain
from minutes_miner.model import ActionMention, Correction, Due, TrackedAction
from minutes_miner.statuskey import StatusKey, in_words
from minutes_miner.text import normal

_ALIKE = 80  # of 100: a letter or two wrong in a few words
SHORTEST_REF = 4  # figures of a reference from which its beginning will do


@dataclass(frozen=True)
class Event:
    """One thing that happened to an action: what, the words, and where they stand."""

    day: date | None
    what: str
    words: str
    where: str


def find_actions(actions: Sequence[TrackedAction], wanted: str) -> list[TrackedAction]:
    """The actions meant: of that reference or the council's own number; else of a reference that begins so, or with all these words in
    the wording, item, owner or body; else with what later meetings told of them too.

    "cafe" and "added" are words, and the beginnings of references too.
    """
    text = " ".join(wanted.split()).lower()
    exact = [one for one in actions if one.id == text or normal(one.action.reference or "") == normal(text) != ""]
    begun = [one for one in actions if len(text) >= SHORTEST_REF and one.id.startswith(text)]
    words = set(normal(wanted).split())
    told = [one for one in actions if words and words <= set(normal(_searched(one)).split())]
    near = [*begun, *(one for one in told if one not in begun)]
    return exact or near or [one for one in actions if words and words <= set(normal(_story(one)).split())]


def near_actions(actions: Sequence[TrackedAction], wanted: str, *, most: int) -> list[TrackedAction]:
    """The actions whose words come nearest to ``wanted``, the nearest first: what is meant where a word is misspelt."""
    from rapidfuzz import fuzz

    words = normal(wanted)
    scored = [(fuzz.partial_ratio(words, normal(_searched(one)), score_cutoff=_ALIKE), one) for one in actions] if words else []
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0])[:most] if score]


def events(action: TrackedAction, *, as_of: date, key: StatusKey) -> list[Event]:
    """The action's life by date; how it stands now comes last."""
    raised = Event(action.meeting_date, "raised", _raised(action), _place(action.document, action.item, action.action.evidence.page))
    told = [Event(one.date, one.status or "mentioned", _told(one), _linked(one)) for one in action.mentions]
    said = [Event(one.on, "corrected", _said(one, key), f"by {one.by}") for one in action.corrections]
    story = sorted((raised, *told, *said), key=lambda one: one.day or date.min)
    late = f"; {action.days_late} days late" if action.days_late else ""
    return [
        *story,
        Event(as_of, key.of(action.state).word.lower(), action.reason + (late if "ago" not in action.reason else ""), "as it stands"),
    ]


def story_record(action: TrackedAction, *, as_of: date, key: StatusKey) -> dict[str, Any]:
    """The action and its life as a dictionary that ``json.dump`` takes."""
    story = events(action, as_of=as_of, key=key)
    found = [{"day": plain(one.day), "what": one.what, "words": one.words, "where": one.where} for one in story]
    head = {"id": action.id, "organisation": action.organisation, "committee": action.committee, "item": action.item}
    head |= {"item_title": action.item_title, "text": action.action.text, "owner": action.action.owner}
    return head | {
        "due_date": plain(action.due_date),
        "status": action.status,
        "state": action.state,
        "as_of": as_of.isoformat(),
        "events": found,
    }


def story_markdown(action: TrackedAction, *, as_of: date, key: StatusKey) -> str:
    """The action's life as a list in Markdown."""
    from minutes_miner.export.paper_text import plain_text

    lines = [f"# {plain_text(action.action.text)}", "", plain_text("; ".join(head_lines(action))), ""]
    for one in events(action, as_of=as_of, key=key):
        what = f"{long_date(one.day) if one.day else 'undated'}, {plain_text(one.what)}"
        lines.append(f"* **{what}**: {plain_text(one.words)} *({plain_text(one.where)})*")
    return "\n".join(lines) + "\n"


def head_lines(action: TrackedAction) -> tuple[str, ...]:
    """Whose action it is, where it was raised, and its reference."""
    body = ", ".join(filter(None, (action.committee, action.organisation))) or "committee not named"
    title = f" {action.item_title}" if action.item != action.item_title else ""
    return body, f"item {action.item}{title}", f"Ref {action.id}"


def _searched(one: TrackedAction) -> str:
    parts = (one.action.text, one.item_title, one.action.owner, one.committee, one.organisation)
    return " ".join(part for part in parts if part)


def _story(one: TrackedAction) -> str:
    return " ".join((_searched(one), *(told.quote for told in one.mentions)))


def _raised(action: TrackedAction) -> str:
    first = (action.found or action).action
    return f"“{first.text}” Owner: {first.owner or NO_OWNER}. {_due(first.due)}"


def _due(due: Due) -> str:
    words = f" (“{due.text}”)" if due.text else ""
    return f"Due {long_date(due.date)}{words}." if due.date else f"No date stated{words}."


def _told(one: ActionMention) -> str:
    return f"“{one.quote}”" + (f" {_due(one.due)}" if one.due and one.due.date else "")


def _linked(one: ActionMention) -> str:
    return f"{_place(one.source, one.item, one.evidence.page if one.evidence else None)}, linked by {one.how}"


def _place(source: str, item: str, page: int | None) -> str:
    return f"{file_name(source)}, item {item}" + (f", page {page}" if page else "")


def _said(one: Correction, key: StatusKey) -> str:
    value = in_words(one.field, one.value, key) if one.value else None
    was = f" (the minutes: {in_words(one.field, one.found)})" if one.found else ""
    return f"{one.field} set to {value}{was}" + (f": {one.why}" if one.why else "")
