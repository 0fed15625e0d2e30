"""What a person must settle in the items: truncated minutes, owners and dates that could not be told, rows of low confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_miner.model import LOW, AgendaItem, Document, Resolution, Unsettled

_PRONOUN = re.compile(r"^(?:he|she|they|him|her|them|it)$", re.IGNORECASE)
# Why words that set a date give none, by the rule that read them.
_NO_DATE = {"due.not-understood": "could not be read as a date", "due.no-such-day": "name a day that there is not"}
# Words that may name a day: of "as appropriate" no person can make one either.
_OF_TIME = re.compile(
    r"\d|\b(?:\w+day|days?|weeks?|months?|quarter|term|year|spring|summer|autumn|winter|[a-z]+(?:uary|ember)|ma(?:rch|y)|"
    r"april|june|july|august|october|meetings?)\b",
    re.IGNORECASE,
)
_FEW = 4  # words that tell a decision only with the sentences before them


def open_points(items: Sequence[AgendaItem], document: Document) -> tuple[Unsettled, ...]:
    """The open points of all items, in order."""
    return tuple([point for item in items for point in _of_item(item, document)])


def _of_item(item: AgendaItem, document: Document) -> Iterator[Unsettled]:
    name = item.number or item.title
    if item.truncated:
        where = item.truncated.url or "the item's own page"
        yield Unsettled(
            "truncated item", item.title, f"the page shows the minutes only in part; the full text is at {where}", name, item.evidence
        )
    for action in item.actions:
        if action.owner and _PRONOUN.match(action.owner):
            yield Unsettled("owner", action.text, f"the minutes say only {action.owner!r}", name, action.evidence)
        if action.due.text and action.due.date is None and action.due.rule in _NO_DATE and _OF_TIME.search(action.due.text):
            yield Unsettled("due date", action.text, f"the words {action.due.text!r} {_NO_DATE[action.due.rule]}", name, action.evidence)
    doubtful = {action.evidence.quote for action in item.actions if action.confidence == LOW}
    for kind, row in item.rows:
        if row.confidence == LOW and not (isinstance(row, Resolution) and (_changes_nothing(row) or row.evidence.quote in doubtful)):
            yield Unsettled(kind, row.text, f"perhaps no {kind}: {row.confidence_reason}", name, row.evidence)


def _changes_nothing(row: Resolution) -> bool:
    """Whether it is all one if a doubtful decision was one: nothing follows of apologies accepted, of what was noted, of "to pay"."""
    return row.procedural or row.type in ("noted", "received") or len(row.text.split()) < _FEW
