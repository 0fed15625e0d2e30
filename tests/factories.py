"""Short makers of model values for tests: each fills the dull fields, a test names only what it is about.

Every place and person here is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from minutes_miner.model import (
    Action,
    ActionMention,
    AgendaItem,
    Attachment,
    AttendanceMatrix,
    Attendee,
    Contribution,
    Due,
    Evidence,
    Ledger,
    Meeting,
    MinuteReference,
    Outcome,
    Progress,
    Question,
    Resolution,
    Speaker,
    Table,
    TrackedAction,
    Truncation,
    Unsettled,
    Vote,
)

ORGANISATION = "Harrowmere Borough Council"
COMMITTEE = "Environment Scrutiny Panel"
SPRING = date(2024, 3, 12)


def evidence(
    quote: str = "The sentence that shows it.", *, start: int = 10, page: int | None = 2, rule: str = "test.rule", **more: Any
) -> Evidence:
    """Evidence for ``quote`` standing at ``start``."""
    return Evidence(start=start, end=start + len(quote), rule=rule, quote=quote, page=page, **more)


def attendee(name: str = "Councillor Ivy Marlowe", status: str = "present", **more: Any) -> Attendee:
    """One line of an attendance list."""
    return Attendee(name=name, status=status, **more)


def contribution(
    speaker: str = "Councillor Ivy Marlowe", text: str = "She said that the bins had been missed twice.", *, start: int = 30
) -> Contribution:
    """One turn of speech."""
    return Contribution(speaker=speaker, text=text, evidence=evidence(text, start=start, rule="speech.said"))


def question(text: str = "Councillor Marlowe asked when the bins would be emptied.", **more: Any) -> Question:
    """A question with its reply."""
    given: dict[str, Any] = {
        "asked_by": "Councillor Ivy Marlowe",
        "answered_by": "Tomas Reyne",
        "answer": "He replied that it would be Friday.",
    }
    return Question(text=text, evidence=evidence(text, start=60, rule="question.asked"), **(given | more))


def resolution(text: str = "That the waste strategy be approved", *, type: str = "approved", start: int = 90, **more: Any) -> Resolution:
    """One limb of a resolution."""
    given: dict[str, Any] = {"label": "(1)", "moved_by": "Councillor Ivy Marlowe", "seconded_by": None, "vote": None, "procedural": False}
    return Resolution(text=text, type=type, evidence=evidence(text, start=start, rule="resolution.resolved"), **(given | more))


def vote(text: str = "For 6, against 2, abstained 1", **more: Any) -> Vote:
    """A recorded vote."""
    given: dict[str, Any] = {"outcome": "carried", "in_favour": 6, "against": 2, "abstained": 1}
    return Vote(text=text, **(given | more))


def due(
    text: str | None = "by 30 April 2024", day: date | None = date(2024, 4, 30), *, kind: str = "exact", rule: str | None = None
) -> Due:
    """When something is due."""
    return Due(text=text, date=day, kind=kind, rule=rule)


def action(text: str = "write to the contractor about missed bins", *, start: int = 120, **more: Any) -> Action:
    """An action with an owner and a due date."""
    given: dict[str, Any] = {"also": (), "owner": "Tomas Reyne", "due": due(), "origin": "undertaking"}
    return Action(text=text, evidence=evidence(f"Tomas Reyne undertook to {text}.", start=start, rule="action.undertook"), **(given | more))


def item(number: str | None = "14", title: str = "Waste Strategy", **more: Any) -> AgendaItem:
    """An agenda item; ``more`` gives its speakers, questions, actions ..."""
    return AgendaItem(number=number, title=title, evidence=evidence(title, start=0, rule="item.heading"), **more)


def full_item(number: str | None = "14", title: str = "Waste Strategy", **more: Any) -> AgendaItem:
    """An item that holds one of everything."""
    given: dict[str, Any] = {
        "agenda_number": "5",
        "minute_number": number,
        "text": "The report set out the café recycling trial.\nShe said that the bins had been missed twice.",
        "speakers": (Speaker("Councillor Ivy Marlowe", ("the Chair",), "Chair", evidence("Councillor Ivy Marlowe")),),
        "contributions": (contribution(),),
        "questions": (question(),),
        "resolutions": (resolution(vote=vote()),),
        "actions": (action(),),
        "references": (MinuteReference("Minute No. 9 of 6 February 2024", "9", date(2024, 2, 6), None, None, evidence()),),
        "progress": (Progress("Litter bins: completed", "replace litter bins", "Tomas Reyne", "completed", "A1", evidence()),),
        "attachments": (Attachment("Waste report", "https://harrowmere.example/waste.pdf", "87 KB", 1),),
        "truncated": Truncation(1, "14", "https://harrowmere.example/item14", 150),
        "under": "Reports of working groups",
    }
    return item(number, title, **(given | more))


def meeting(source: str = "harrowmere/2024-03-12.html", *, day: date | None = SPRING, **more: Any) -> Meeting:
    """A meeting of the Environment Scrutiny Panel with one full item."""
    given: dict[str, Any] = {
        "format": "moderngov-meeting",
        "document_class": "minutes",
        "class_reason": "resolutions and an attendance list",
        "organisation": ORGANISATION,
        "committee": COMMITTEE,
        "digest": f"digest-of-{source}",
        "attendance": (attendee(role="Chair"), attendee("Councillor Ned Ashby", "apologies")),
        "items": (full_item(),),
        "words": 900,
    }
    return Meeting(source=source, date=day, **(given | more))


def full_meeting(source: str = "harrowmere/2024-03-12.html", **more: Any) -> Meeting:
    """A meeting in which no field is empty."""
    given: dict[str, Any] = {
        "time": "6.00 p.m.",
        "venue": "Town Hall, Harrowmere",
        "contact": "Democratic Services",
        "status": "draft",
        "title": "Agenda and draft minutes",
        "url": "https://harrowmere.example/meeting?id=1",
        "next_meeting": date(2024, 5, 14),
        "unsettled": (unsettled(evidence=evidence()),),
        "attachments": (Attachment("Agenda frontsheet", None, None, None),),
        "tables": (Table("Bins by ward", ("Ward", "Bins"), (("Mere", "41"),), 3, None),),
        "matrices": (AttendanceMatrix(("May", "June"), (("I Marlowe", ("P", "A")),), (("P", "present"),), 4),),
        "header_evidence": (("date", evidence("12 March 2024")),),
        "notes": ("one picture left out",),
        "pages": 4,
    }
    return meeting(source, **(given | more))


def unsettled(kind: str = "owner", text: str = "a note be circulated", **more: Any) -> Unsettled:
    """Something for a person to settle."""
    given: dict[str, Any] = {"reason": "nobody is named", "item": "14"}
    return Unsettled(kind=kind, text=text, **(given | more))


def mention(source: str = "harrowmere/2024-05-14.html", **more: Any) -> ActionMention:
    """A later place that takes an action up."""
    given: dict[str, Any] = {
        "date": date(2024, 5, 14),
        "item": "21",
        "how": "reference",
        "score": 1.0,
        "status": "done",
        "quote": "The letter had been sent.",
        "evidence": evidence("The letter had been sent."),
    }
    return ActionMention(source=source, **(given | more))


def tracked(of: Action | None = None, *, within: Meeting | None = None, state: str = "overdue", **more: Any) -> TrackedAction:
    """A followed action of ``within`` (by default the standard meeting), in ``state``."""
    home, subject = within or meeting(), of or action()
    status = {"due soon": "open", "awaiting minutes": "open", "no date stated": "open", "dropped": "superseded"}.get(state, state)
    given: dict[str, Any] = {
        "id": "a1b2c3",
        "item": "14",
        "item_title": "Waste Strategy",
        "reason": "due 30 April 2024 and not reported done",
        "due_date": subject.due.date,
        "days_late": 32 if status == "overdue" else None,
        "meetings_since": 1,
    }
    given |= {"organisation": home.organisation, "committee": home.committee, "meeting_date": home.date}
    return TrackedAction(source=home.source, action=subject, status=status, state=state, **(given | more))


def ledger(*actions: TrackedAction, as_of: date = date(2024, 6, 1), unsettled: Sequence[Unsettled] = ()) -> Ledger:
    """A ledger of ``actions`` as of a day."""
    return Ledger(as_of=as_of, actions=tuple(actions), unsettled=tuple(unsettled))


def followed(*meetings: Meeting, as_of: date = date(2024, 6, 1)) -> Ledger:
    """A ledger in which every action of ``meetings`` stands as overdue."""
    held = [(home, entry, one) for home in meetings for entry in home.items for one in entry.actions]
    rows = [
        replace(tracked(one, within=home), id=f"id{n}", item=entry.number or entry.title, item_title=entry.title)
        for n, (home, entry, one) in enumerate(held)
    ]
    return ledger(*rows, as_of=as_of)


def outcome(source: str = "harrowmere/2024-03-12.html", status: str = "read", reason: str = "minutes", **more: Any) -> Outcome:
    """How one source ended."""
    given: dict[str, Any] = {"format": "moderngov-meeting", "seconds": 0.25, "words": 900}
    return Outcome(source=source, status=status, reason=reason, **(given | more))
