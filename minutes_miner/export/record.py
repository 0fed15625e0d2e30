"""Meetings and followed actions as JSON-ready dictionaries: the shape that ``minutes-record.schema.json`` publishes.

A record carries the keys that officers' labels carry (``source``, ``meeting``, ``attendance``, ``items`` ...) and beside
them what shows where each value stands: ``evidence`` with offsets, page, anchor, rule and the sentence.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from minutes_miner.model import Action, ActionMention, AgendaItem, Correction, Due, Meeting, TrackedAction, Unsettled

Json = dict[str, Any]

_HEADER = ("organisation", "committee", "date", "time", "venue", "contact", "status", "next_meeting")
_OWN_SHAPE = ("source", "items", "header_evidence", *_HEADER)


def to_record(meeting: Meeting) -> Json:
    """One meeting document as a dictionary that ``json.dump`` takes: dates are ISO strings, tuples lists, nothing left out."""
    header = {name: plain(getattr(meeting, name)) for name in _HEADER}
    rest = {name: plain(getattr(meeting, name)) for name in _names(Meeting) if name not in _OWN_SHAPE}
    return {
        "source": file_name(meeting.source),
        "path": meeting.source,
        "meeting": header,
        "header_evidence": [{"field": name, "evidence": plain(evidence)} for name, evidence in meeting.header_evidence],
        "items": [_item(item) for item in meeting.items],
        **rest,
        "unsettled": [_point(point) for point in meeting.unsettled],
    }


def tracked_record(tracked: TrackedAction) -> Json:
    """One followed action as a dictionary: what was undertaken, its standing as of the ledger's day, and every later mention."""
    return {
        "id": tracked.id,
        "document": file_name(tracked.document),
        "path": tracked.document,
        "organisation": tracked.organisation,
        "committee": tracked.committee,
        "meeting_date": plain(tracked.meeting_date),
        "item": tracked.item,
        "item_title": tracked.item_title,
        **_action(tracked.action),
        "due_date": plain(tracked.due_date),
        "first_due_date": plain(tracked.action.due.date),
        "status": tracked.status,
        "state": tracked.state,
        "reason": tracked.reason,
        "days_late": tracked.days_late,
        "meetings_late": tracked.meetings_late,
        "meetings_since": tracked.meetings_since,
        "closing_quote": tracked.closing_quote,
        "closing_document": tracked.closing_source and file_name(tracked.closing_source),
        "mentions": [_mention(mention) for mention in tracked.mentions],
        "corrections": [_correction(one) for one in tracked.corrections],
    }


def file_name(source: str) -> str:
    """The last part of a source's path: the name by which people know the document."""
    return PurePosixPath(source).name or source


def plain(value: Any) -> Any:
    """``value`` with dataclasses and named tuples as dictionaries, tuples as lists and dates as ISO strings."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return {name: plain(one) for name, one in value._asdict().items()}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return {name: plain(getattr(value, name)) for name in _names(type(value))}


def _names(of: type[Any]) -> list[str]:
    return [field.name for field in fields(of)]


def _item(item: AgendaItem) -> Json:
    record: Json = plain(item)
    record["actions"] = [_action(action) for action in item.actions]
    return record


def _point(point: Unsettled) -> Json:
    record: Json = plain(point)
    del record["source"], record["about"]  # the record's own
    return record


def _action(action: Action) -> Json:
    record: Json = plain(action)
    del record["due"]
    return record | _due(action.due)


def _mention(mention: ActionMention) -> Json:
    record: Json = plain(mention)
    del record["due"], record["source"]
    return {"document": file_name(mention.source), "path": mention.source, **record, **_due(mention.due)}


def _correction(one: Correction) -> Json:
    return {"field": one.field, "value": one.value, "by": one.by, "on": plain(one.on), "why": one.why, "minutes_said": one.found}


def _due(due: Due | None) -> Json:
    due = due or Due(None, None, "none stated")
    return {"due_text": due.text, "due_date": plain(due.date), "due_kind": due.kind, "due_rule": due.rule}
