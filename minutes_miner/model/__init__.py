"""The values that every stage hands to the next: frozen, plain, and free of parser objects.

All offsets are character positions into ``Document.text`` (half open, ``[start, end)``); pages count from 1.
This package imports nothing of ours, so that any stage may import it.
"""

from __future__ import annotations

from minutes_miner.model.corrections import ActionKey, Correction
from minutes_miner.model.document import (
    Attachment,
    Block,
    Document,
    Evidence,
    Mention,
    SourceMeta,
    Truncation,
)
from minutes_miner.model.ledger import (
    ActionMention,
    Held,
    Ledger,
    Outcome,
    TrackedAction,
)
from minutes_miner.model.meeting import (
    ABSENT,
    APOLOGIES,
    CONFIDENCE,
    CORRECTION,
    HIGH,
    IN_ATTENDANCE,
    LOW,
    MEDIUM,
    PRESENT,
    RESOLUTION_TYPES,
    Action,
    AgendaItem,
    AttendanceMatrix,
    Attendee,
    Contribution,
    Due,
    Meeting,
    MinuteReference,
    Progress,
    Question,
    Resolution,
    Speaker,
    Table,
    Unsettled,
    Vote,
)

__all__ = [
    "ABSENT",
    "APOLOGIES",
    "CONFIDENCE",
    "CORRECTION",
    "HIGH",
    "IN_ATTENDANCE",
    "LOW",
    "MEDIUM",
    "PRESENT",
    "RESOLUTION_TYPES",
    "Action",
    "ActionKey",
    "ActionMention",
    "AgendaItem",
    "Attachment",
    "AttendanceMatrix",
    "Attendee",
    "Block",
    "Contribution",
    "Correction",
    "Document",
    "Due",
    "Evidence",
    "Held",
    "Ledger",
    "Meeting",
    "Mention",
    "MinuteReference",
    "Outcome",
    "Progress",
    "Question",
    "Resolution",
    "SourceMeta",
    "Speaker",
    "Table",
    "TrackedAction",
    "Truncation",
    "Unsettled",
    "Vote",
]
