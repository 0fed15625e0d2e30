"""Short makers of meetings for the tracker's tests: an invented parish council, its items, actions and later reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from minutes_miner.model import Action, ActionMention, AgendaItem, Attendee, Due, Evidence, Meeting, MinuteReference, Progress, Resolution

COUNCIL = "Thornbeck Parish Council"
NO_DUE = Due(None, None, "none stated")


def evidence(quote: str) -> Evidence:
    """Evidence for ``quote``."""
    return Evidence(0, len(quote), "test.rule", quote)


def action(
    text: str, owner: str | None = "Clerk", *, due: date | None = None, due_text: str | None = None, reference: str | None = None
) -> Action:
    """An action, due on ``due`` or with due words that fix no day."""
    when = Due(due_text or (due.isoformat() if due else None), due, "exact" if due else "none stated")
    return Action(text, (), owner, when, "mark", evidence(text), reference)


def item(number: str | None, title: str, text: str = "", *actions: Action, **more: Any) -> AgendaItem:
    """An item whose record is ``text`` and, as the house prints them, its actions below."""
    printed = "\n".join([text, *(f"ACTION: {each.text}" for each in actions)]).strip()
    return AgendaItem(number, title, evidence(title), text=printed, actions=actions, **more)


def meeting(day: date | None, *items: AgendaItem, **more: Any) -> Meeting:
    """Minutes of the council's meeting on ``day``."""
    given: dict[str, Any] = {
        "source": f"thornbeck/{day}.html",
        "organisation": COUNCIL,
        "document_class": "minutes",
        "attendance": (Attendee("Cllr Ada Moss", "present"), Attendee("Cllr Ben Carr", "present")),
    }
    return Meeting(format="html", class_reason="test", date=day, items=items, **(given | more))


# Business that meetings have anyway, so that the words of the test's own items are as rare as they are in real minutes.
STANDING = tuple(
    item(str(number), title, text)
    for number, (title, text) in enumerate(
        [
            ("Apologies for absence", "Apologies were received from Cllr Dale."),
            ("Declarations of interest", "There were none."),
            ("Finance", "The bank reconciliation was reviewed and the cheques were approved for payment."),
            ("Planning applications", "The council had no objection to the extension at Orchard View."),
            ("Police report", "Two thefts and a broken window had been reported since the last meeting."),
            ("Cemetery", "The mower was serviced and the grass along the east wall was cut twice."),
            ("Allotments", "Seven plots were let; the water butts leaked in the frost."),
            ("Broadband", "Cabinet upgrades would reach the hamlet by autumn."),
            ("Training", "Members were reminded of the course on conduct."),
            ("Newsletter", "Copy for the summer number was wanted by Friday."),
            ("Flood wardens", "Sandbags had been stacked behind the fire station."),
            ("Youth club", "Table tennis drew fourteen on Thursdays."),
        ],
        start=101,
    )
)


def full(day: date | None, *items: AgendaItem, **more: Any) -> Meeting:
    """Minutes with the standing business before ``items``."""
    return meeting(day, *STANDING, *items, **more)


def reference(
    text: str, number: str | None, *, day: date | None = None, title: str | None = None, committee: str | None = None
) -> MinuteReference:
    """A mention of an earlier minute."""
    return MinuteReference(text, number, day, title, committee, evidence(text))


def line(text: str, action_text: str | None = None, *, status: str | None = None, number: str | None = None) -> Progress:
    """A line of an action log."""
    return Progress(text, action_text, None, status, number, evidence(text))


def limb(label: str, text: str) -> Resolution:
    """A limb of a resolution."""
    return Resolution(label, text, "requested", None, None, None, False, evidence(text))


def told(day: date, status: str | None, *, score: float = 0.9, due: date | None = None, number: str = "5") -> ActionMention:
    """A later place that says ``status`` of an action."""
    new = Due(str(due), due, "exact") if due else None
    return ActionMention(f"thornbeck/{day}.html", day, number, "wording", score, status, f"Said on {day}.", new)


def links(tracked: Sequence[ActionMention]) -> list[tuple[str, str]]:
    """(source, item) of each mention."""
    return [(each.source, each.item) for each in tracked]
