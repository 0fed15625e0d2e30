"""What no longer needs a person: the doubts in reading an action that an officer has since answered, or that is over and done with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutes_miner.model import Evidence, Ledger, Meeting, TrackedAction, Unsettled
from minutes_miner.model.corrections import DUE, NO_ACTION, OWNER, SAME_AS, STATUS

# Of each kind of doubt, the fields with which an officer answers it. Who sets owner, date or status takes the action for one.
_ANSWERS = {
    "action": frozenset({NO_ACTION, SAME_AS, STATUS, OWNER, DUE}),
    "owner": frozenset({NO_ACTION, SAME_AS, OWNER}),
    "due date": frozenset({NO_ACTION, SAME_AS, DUE}),
}


def without_answered(meetings: Iterable[Meeting], ledger: Ledger) -> tuple[Meeting, ...]:
    """``meetings`` without the doubts about actions that the corrections laid over ``ledger`` answer, or that later minutes close."""
    answers: dict[tuple[str, Evidence | None], frozenset[str]] = {
        (one.source, one.action.evidence): _given(one) for one in ledger.actions if one.corrections or one.closing_quote
    }

    def left(points: Sequence[Unsettled], source: str) -> tuple[Unsettled, ...]:
        return tuple(one for one in points if not _ANSWERS.get(one.kind, frozenset()) & answers.get((source, one.evidence), frozenset()))

    return tuple(replace(one, unsettled=left(one.unsettled, one.source)) for one in meetings) if answers else tuple(meetings)


def _given(action: TrackedAction) -> frozenset[str]:
    """The fields that officers have set. Of what is reported done nobody asks any more whose it was, and that it was an action is plain."""
    return frozenset(one.field for one in action.corrections) | (frozenset({NO_ACTION}) if action.closing_quote else frozenset())
