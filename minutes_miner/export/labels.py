"""A record as a draft of labels: what a person corrects to make a test set of the council's own."""

from __future__ import annotations

from typing import Any

from minutes_miner.export.record import file_name
from minutes_miner.model import Action, AgendaItem, Meeting, Question, Resolution, Speaker

Json = dict[str, Any]


def to_labels(meeting: Meeting) -> Json:
    """The record with exactly the keys that labelled documents have: no evidence, no rule ids, no further fields."""
    return {
        "source": file_name(meeting.source),
        "meeting": {
            "organisation": meeting.organisation,
            "committee": meeting.committee,
            "date": meeting.date.isoformat() if meeting.date else None,
        },
        "attendance": [{"name": a.name, "status": a.status} for a in meeting.attendance],
        "items": [_item(item) for item in meeting.items],
    }


def _item(item: AgendaItem) -> Json:
    return {
        "number": item.number,
        "title": item.title,
        "speakers": [_speaker(s) for s in item.speakers],
        "questions": [_question(q) for q in item.questions],
        "resolutions": [_resolution(r) for r in item.resolutions],
        "actions": [_action(a) for a in item.actions],
    }


def _speaker(speaker: Speaker) -> Json:
    return {"name": speaker.name, "aliases": list(speaker.aliases)}


def _question(question: Question) -> Json:
    return {"text": question.text, "asked_by": question.asked_by, "answered_by": question.answered_by}


def _resolution(resolution: Resolution) -> Json:
    return {
        "label": resolution.label,
        "text": resolution.text,
        "type": resolution.type,
        "moved_by": resolution.moved_by,
        "seconded_by": resolution.seconded_by,
    }


def _action(action: Action) -> Json:
    return {
        "text": action.text,
        "also": list(action.also),
        "owner": action.owner,
        "due_text": action.due.text,
        "due_date": action.due.date.isoformat() if action.due.date else None,
    }
