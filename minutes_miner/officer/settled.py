"""What no longer needs a person: the doubts in reading an action that an officer has since answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutes_miner.model import Evidence, Ledger, Meeting, Unsettled
from minutes_miner.model.corrections import DUE, NO_ACTION, OWNER, SAME_AS, STATUS

# Of each kind of doubt, the fields with which an officer answers it. Who sets owner, date or status takes the action for one.
_ANSWERS = {
    "action": frozenset({NO_ACTION, SAME_AS, STATUS, OWNER, DUE}),
    "owner": frozenset({NO_ACTION, SAME_AS, OWNER}),
    "due date": frozenset({NO_ACTION, SAME_AS, DUE}),
}


def without_answered(meetings: Iterable[Meeting], ledger: Ledger) -> tuple[Meeting, ...]:
    """``meetings`` without the doubts about actions that the corrections laid over ``ledger`` answer."""
    said: dict[tuple[str, Evidence | None], set[str]] = {
        (one.source, one.action.evidence): {given.field for given in one.corrections} for one in ledger.actions if one.corrections
    }

    def left(points: Sequence[Unsettled], source: str) -> tuple[Unsettled, ...]:
        return tuple(one for one in points if not _ANSWERS.get(one.kind, frozenset()) & said.get((source, one.evidence), set()))

    return tuple(replace(one, unsettled=left(one.unsettled, one.source)) for one in meetings) if said else tuple(meetings)
