"""What following actions and running over many sources hand on: histories, standings, and how each source ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minutes_miner.model.corrections import WHY, Correction
from minutes_miner.model.document import Evidence
from minutes_miner.model.meeting import Action, Due, Unsettled


@dataclass(frozen=True, slots=True)
class ActionMention:
    """A later place that takes an action up again."""

    source: str
    date: date | None
    item: str  # number, or title where the item has none
    how: str  # "reference" | "action table" | "wording" | "officer" | CORRECTION
    score: float
    status: (
        str | None
    )  # what the place says became of it: "done" | "part done" | "awaited" | "deferred" | "replaced" | "dropped" | "noted" | None
    quote: str
    due: Due | None = None  # a new date that the place sets
    evidence: Evidence | None = None


@dataclass(frozen=True)
class TrackedAction:
    """An action with its dated history and its standing as of a day."""

    id: str  # stable: from organisation, committee, meeting date, item and wording
    source: str  # of the meeting's record
    organisation: str | None
    committee: str | None
    meeting_date: date | None
    item: str
    item_title: str
    action: Action
    status: str  # "completed" | "overdue" | "open" | "superseded"
    state: str  # finer: "completed", "overdue", "due soon", "awaiting minutes", "open", "no date stated", "superseded", "dropped",
    # and of an officer's making "not an action", "same as another"
    reason: str  # why this status, in words
    due_date: date | None = None  # as it stands now, after any deferral
    days_late: int | None = None
    meetings_late: int | None = None  # meetings of the committee held since it fell due, up to as_of, where it is overdue
    meetings_since: int | None = None  # meetings of the committee held since the action was raised, up to as_of
    mentions: tuple[ActionMention, ...] = ()
    closing_quote: str | None = None
    closing_source: str | None = None
    corrections: tuple[Correction, ...] = ()  # an officer's, as they are in force
    found: TrackedAction | None = None  # the action as the minutes alone give it, where corrections changed it

    @property
    def document(self) -> str:
        """The document on which the action stands: a page of one item may complete the meeting's own."""
        return self.action.evidence.source or self.source

    def set_to(self, field: str) -> str | None:
        """What officers have set ``field`` to; of WHY, the reason that was given last."""
        if field == WHY:
            return next((one.why for one in reversed(self.corrections) if one.why), None)
        return next((one.value for one in self.corrections if one.field == field), None)


@dataclass(frozen=True)
class Ledger:
    """What the tracker hands on: every action followed, as of a day, and the links that it declined to make."""

    as_of: date
    actions: tuple[TrackedAction, ...]
    unsettled: tuple[Unsettled, ...] = ()  # each with its source


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that was held, and whose document is in the collection."""

    organisation: str | None
    committee: str | None
    date: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one source ended: kept, passed over, set aside as a duplicate, or failed - and why."""

    source: str
    status: str  # "read" | "duplicate" | "not minutes" | "skipped" | "failed"
    reason: str
    format: str | None = None
    seconds: float = 0.0
    words: int = 0
    pages: int | None = None
    notes: tuple[str, ...] = ()
