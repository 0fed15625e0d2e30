"""A meeting as rows of the database: one dictionary per row, keyed by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from minutes_miner.model import (
    Action,
    ActionMention,
    AgendaItem,
    Attachment,
    Evidence,
    Meeting,
    Question,
    Resolution,
    TrackedAction,
    Unsettled,
    Vote,
)
from minutes_miner.store.keys import Ids

Rows = dict[str, list[dict[str, Any]]]
ActionKey = tuple[int, int, str]  # evidence offsets and wording: one action within its document

_NO_VOTE = Vote(text="")


def meeting_row(meeting: Meeting) -> dict[str, Any]:
    """The meeting's own row, without id and fingerprint."""
    plain = (
        "source", "digest", "organisation", "committee", "time", "venue", "contact", "status", "title", "url", "format",
        "document_class", "class_reason", "words", "pages",
    )  # fmt: skip
    dates = {"date": _iso(meeting.date), "next_meeting": _iso(meeting.next_meeting)}
    return {name: getattr(meeting, name) for name in plain} | dates | {"notes": _lines(meeting.notes)}


def action_key(action: Action) -> ActionKey:
    """What tells an action from the others of its document."""
    return action.evidence.start, action.evidence.end, action.text


def part_rows(
    meeting: Meeting, meeting_id: int, tracked: Mapping[ActionKey, TrackedAction], *, as_of: date | None, unsettled: Iterable[Unsettled]
) -> Rows:
    """Everything under ``meeting`` as rows by table. ``tracked`` is what became of its actions, ``unsettled`` what that left open."""
    parts = _Parts(meeting_id)
    for attendee in meeting.attendance:
        parts.add(
            "attendance",
            None,
            attendee.evidence,
            name=attendee.name,
            status=attendee.status,
            role=attendee.role,
            initials=attendee.initials,
        )
    for item in meeting.items:
        parts.item(item, tracked, as_of)
    for one in (*meeting.unsettled, *unsettled):
        parts.add("unsettled", None, one.evidence, kind=one.kind, text=one.text, reason=one.reason, item=one.item)
    for attached in meeting.attachments:
        parts.attachment(None, attached)
    return parts.rows


class _Parts:
    """The rows of one meeting as they are gathered."""

    def __init__(self, meeting_id: int) -> None:
        self.rows: Rows = defaultdict(list)
        self._meeting_id, self._ids = meeting_id, Ids()

    def add(self, table: str, item_id: str | None, evidence: Evidence | None, *, id: str | None = None, **values: Any) -> str:
        """Add a row and return its id, which is made from its wording and item where none is given."""
        wording = (values.get("label"), values.get("number"), values.get("title"), values.get("name"), values.get("text"))
        row_id = id or self._ids.of(table, item_id, *wording)
        head = {"meeting_id": self._meeting_id, "id": row_id, "item_id": item_id, "position": len(self.rows[table])}
        self.rows[table].append(head | values | _evidence(evidence))
        return row_id

    def item(self, item: AgendaItem, tracked: Mapping[ActionKey, TrackedAction], as_of: date | None) -> None:
        """Add an item and all that stands under it."""
        cut = item.truncated
        of = self.add(
            "items",
            None,
            item.evidence,
            **{name: getattr(item, name) for name in ("number", "agenda_number", "minute_number", "title", "level", "text")},
            cut_short=(cut.url or cut.label) if cut else None,
        )
        self.rows["items"][-1]["item_id"] = of
        for speaker in item.speakers:
            self.add("speakers", of, speaker.evidence, name=speaker.name, aliases=_lines(speaker.aliases), role=speaker.role)
        for turn in item.contributions:
            self.add("contributions", of, turn.evidence, speaker=turn.speaker, text=turn.text)
        for asked in item.questions:
            self.add(
                "questions",
                of,
                asked.evidence,
                text=asked.text,
                asked_by=asked.asked_by,
                answered_by=asked.answered_by,
                answer=asked.answer,
                **_confidence(asked),
            )
        for decided in item.resolutions:
            self.add("resolutions", of, decided.evidence, **_resolution(decided))
        for action in item.actions:
            self._action(of, action, tracked.get(action_key(action)), as_of)
        self._links(of, item)

    def _action(self, of: str, action: Action, tracked: TrackedAction | None, as_of: date | None) -> None:
        given = self._ids.only(tracked.id) if tracked else None
        # What the minutes say and what an officer says of it are kept apart; the view of actions lays the one over the other.
        found = tracked.found or tracked if tracked else None
        action = found.action if found else action  # with the due date as the committee's calendar settles it
        row_id = self.add("actions", of, action.evidence, id=given, **_action(action), **_standing(action, found, as_of))
        for mention in found.mentions if found else ():
            self.add("action_mentions", of, mention.evidence, action_id=row_id, **_mention(mention))
        if tracked and tracked.found:
            self.add("officer_actions", of, None, action_id=row_id, **_officers(tracked))

    def _links(self, of: str, item: AgendaItem) -> None:
        for one in item.references:
            self.add(
                "minute_references",
                of,
                one.evidence,
                text=one.text,
                number=one.number,
                date=_iso(one.date),
                title=one.title,
                committee=one.committee,
            )
        for line in item.progress:
            values = {name: getattr(line, name) for name in ("text", "action_text", "owner", "status_word", "reference")}
            self.add("progress", of, line.evidence, **values)
        for attached in item.attachments:
            self.attachment(of, attached)

    def attachment(self, of: str | None, attached: Attachment) -> None:
        """Add a linked document."""
        self.add("attachments", of, None, title=attached.title, url=attached.url, size=attached.size)


def _resolution(decided: Resolution) -> dict[str, Any]:
    vote = asdict(decided.vote or _NO_VOTE)
    counted = decided.vote is not None
    plain = {name: getattr(decided, name) for name in ("label", "text", "type", "moved_by", "seconded_by", "procedural")}
    return plain | {
        "vote": vote["text"] or None,
        "outcome": vote["outcome"],
        "unanimous": vote["unanimous"] if counted else None,
        "nem_con": vote["nem_con"] if counted else None,
        "votes_for": vote["in_favour"],
        "votes_against": vote["against"],
        "abstained": vote["abstained"],
        "names_for": _lines(vote["names_for"]),
        "names_against": _lines(vote["names_against"]),
        "names_abstained": _lines(vote["names_abstained"]),
        **_confidence(decided),
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "text": action.text,
        "also": _lines(action.also),
        "owner": action.owner,
        "due_text": action.due.text,
        "first_due_date": _iso(action.due.date),
        "due_kind": action.due.kind,
        "due_rule": action.due.rule,
        "origin": action.origin,
        "reference": action.reference,
        **_confidence(action),
    }


def _confidence(row: Question | Resolution | Action) -> dict[str, str]:
    return {"confidence": row.confidence, "confidence_reason": row.confidence_reason}


def _standing(action: Action, tracked: TrackedAction | None, as_of: date | None) -> dict[str, Any]:
    names = ("status", "state", "reason", "days_late", "meetings_late", "meetings_since", "closing_quote", "closing_source")
    standing = {name: getattr(tracked, name, None) for name in names}
    return standing | {"due_date": _iso(tracked.due_date if tracked else action.due.date), "as_of": _iso(as_of) if tracked else None}


def _officers(tracked: TrackedAction) -> dict[str, Any]:
    names = ("status", "state", "reason", "days_late", "meetings_late", "closing_quote")
    standing = {name: getattr(tracked, name) for name in names} | {"due_date": _iso(tracked.due_date), "owner": tracked.action.owner}
    return standing | {"set_fields": _lines(one.field for one in tracked.corrections), "note": tracked.set_to("note")}


def _mention(mention: ActionMention) -> dict[str, Any]:
    plain = {name: getattr(mention, name) for name in ("source", "item", "how", "score", "status")}
    due = {"due_text": mention.due and mention.due.text, "due_date": _iso(mention.due.date) if mention.due else None}
    return plain | {"date": _iso(mention.date), "text": mention.quote} | due


def _evidence(evidence: Evidence | None) -> dict[str, Any]:
    if evidence is None:
        return dict.fromkeys(("start_offset", "end_offset", "page", "anchor", "rule", "quote", "document"))
    return {
        "start_offset": evidence.start,
        "end_offset": evidence.end,
        "page": evidence.page,
        "anchor": evidence.anchor,
        "rule": evidence.rule,
        "quote": evidence.quote,
        "document": evidence.source,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _lines(parts: Iterable[str]) -> str | None:
    """Several texts in one column, a line each; None where there is none."""
    return "\n".join(parts) or None
