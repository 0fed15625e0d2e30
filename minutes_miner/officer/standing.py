"""How an action stands once an officer has set its status or date, or called two actions the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from minutes_miner.dates import long_date
from minutes_miner.model import ActionMention, Correction, TrackedAction
from minutes_miner.model.corrections import NOT_AN_ACTION, SAME_AS_ANOTHER

_CLOSED = ("completed", "superseded")


def by_date(action: TrackedAction, *, as_of: date, due_soon_days: int, held: Sequence[date]) -> TrackedAction:
    """``action`` open, and late or not by its due date; ``held`` are the days of its body's meetings."""
    due, late, passed = action.due_date, None, None
    unreported = action.status not in _CLOSED
    if due is None:
        status, state, reason = "open", "no date stated", "no date stated" + (" and no report of its being done" if unreported else "")
    elif due < as_of:
        late, passed = (as_of - due).days, sum(due < day <= as_of for day in held)
        meetings = f" and {_many(passed, 'meeting')}" if passed else ""
        ago = f"due {long_date(due)}, {_many(late, 'day')}{meetings} ago"
        status, state, reason = "overdue", "overdue", ago + (", and not done" if unreported else "")
    else:
        soon = due - as_of <= timedelta(days=due_soon_days)
        status, state, reason = "open", "due soon" if soon else "open", f"due {long_date(due)}"
    return replace(
        action, status=status, state=state, reason=reason, days_late=late, meetings_late=passed, closing_quote=None, closing_source=None
    )


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def kept_open(action: TrackedAction, by: Correction, *, found: TrackedAction) -> TrackedAction:
    """``action``, which stands by its date, with the officer's word for it; where the minutes close it, that is said too."""
    said = f"opened again by {said_by(by)}; the minutes: {found.reason}" if found.status in _CLOSED else f"open: {said_by(by)}"
    return replace(action, reason=f"{action.reason}; {said}")


def closed(action: TrackedAction, status: str, state: str, by: Correction) -> TrackedAction:
    """``action`` closed by an officer's word."""
    return replace(action, status=status, state=state, reason=f"{state}: {said_by(by)}", days_late=None, meetings_late=None)


def set_aside(action: TrackedAction, by: Correction, *, kept: TrackedAction | None = None) -> TrackedAction:
    """``action`` as none of its own: the same as ``kept``, or no action at all."""
    none: dict[str, Any] = {"days_late": None, "meetings_late": None, "closing_quote": None, "closing_source": None}
    if kept is None:
        return replace(action, status="superseded", state=NOT_AN_ACTION, reason=f"not an action: {said_by(by)}", **none)
    return replace(action, status="superseded", state=SAME_AS_ANOTHER, reason=f"the same as {kept.id}: {said_by(by)}", **none)


def merged(kept: TrackedAction, others: Sequence[TrackedAction]) -> TrackedAction:
    """``kept`` with the story of the ``others``, later ones, in its own: done if one of them is, else as the last that stated a date."""
    mentions = {(one.source, one.item, one.quote): one for one in kept.mentions}
    for other in others:
        mentions |= {(one.source, one.item, one.quote): one for one in (_raised_again(other), *other.mentions)}
    story = tuple(sorted(mentions.values(), key=lambda one: (one.date or date.min, one.source)))
    both = (kept, *others)
    done = next((one for one in both if one.status == "completed"), None)
    dated = [one for one in both if one.due_date and one.status not in _CLOSED]
    stands = done or (kept if kept.status in _CLOSED else (dated[-1] if dated else kept))
    names = ("status", "state", "reason", "due_date", "days_late", "meetings_late", "closing_quote", "closing_source")
    return replace(kept, mentions=story, **{name: getattr(stands, name) for name in names})


def _raised_again(other: TrackedAction) -> ActionMention:
    due = other.action.due if other.action.due.text else None
    return ActionMention(other.source, other.meeting_date, other.item, "officer", 1.0, None, other.action.text, due, other.action.evidence)


def said_by(one: Correction) -> str:
    """Who says so, when and why: "J Harker on 31 March 2025 (letter seen)"."""
    return f"{one.by} on {long_date(one.on)}" + (f" ({one.why})" if one.why else "")
