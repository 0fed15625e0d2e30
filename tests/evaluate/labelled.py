"""Short makers of labels and records for tests: the form that labels have."""

from __future__ import annotations

from typing import Any

HEAD = {"organisation": "Harrowmere Borough Council", "committee": "Panel", "date": "2030-06-05"}


def item(number: str | None = "1", title: str = "Gate", **more: Any) -> dict[str, Any]:
    """An item without rows but those of ``more``."""
    return {"number": number, "title": title, "speakers": [], "questions": [], "resolutions": [], "actions": [], **more}


def record(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A document's labels or record."""
    return {"source": "m.txt", "meeting": HEAD, "attendance": [], "items": list(items), **more}


def speaker(name: str, *aliases: str) -> dict[str, Any]:
    """A speaker."""
    return {"name": name, "aliases": list(aliases)}


def question(text: str, asked_by: str | None = None, answered_by: str | None = None) -> dict[str, Any]:
    """A question."""
    return {"text": text, "asked_by": asked_by, "answered_by": answered_by}


def resolution(text: str, type: str = "agreed", moved_by: str | None = None) -> dict[str, Any]:
    """A resolution."""
    return {"label": None, "text": text, "type": type, "moved_by": moved_by, "seconded_by": None}


def action(text: str, owner: str | None = None, *also: str, due_text: str | None = None, due_date: str | None = None) -> dict[str, Any]:
    """An action."""
    return {"text": text, "also": list(also), "owner": owner, "due_text": due_text, "due_date": due_date}
