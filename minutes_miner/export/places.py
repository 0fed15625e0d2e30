"""The columns that tables share: which meeting and item a row stands in, and the evidence for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minutes_miner.export.entries import Entry
from minutes_miner.export.spec import Column
from minutes_miner.model import Action, Question, Resolution
from minutes_miner.model.corrections import DOCUMENT, WEB_PAGE

MEETING: tuple[Column[Entry[Any]], ...] = (
    Column("organisation", "Organisation", 20, lambda row: row.organisation, wrap=True),
    Column("committee", "Committee", 20, lambda row: row.committee, wrap=True),
    Column("meeting_date", "Meeting date", 12, lambda row: row.day, "date"),
)
PLACE: tuple[Column[Entry[Any]], ...] = (
    *MEETING,
    Column("number", "Minute no.", 10, lambda row: row.number),
    Column("item", "Item", 24, lambda row: row.title, wrap=True),
)
# A document is shown under its file name and leads to the file; the web page is the place as published, where it was.
SOURCE: tuple[Column[Entry[Any]], ...] = (
    Column("document", DOCUMENT, 26, lambda row: row.source or None, "link", detail=True),
    Column("link", WEB_PAGE, 12, lambda row: row.address, "link", detail=True),
)
EVIDENCE: tuple[Column[Entry[Any]], ...] = (
    Column("evidence", "Evidence sentence", 52, lambda row: row.quote, wrap=True, detail=True),
    Column("page", "Page", 7, lambda row: row.page, "number", detail=True),
    Column("rule", "Rule", 24, lambda row: row.rule, detail=True),
    *SOURCE,
)


def confidence_columns(of: Callable[[Entry[Any]], Question | Resolution | Action]) -> tuple[Column[Entry[Any]], ...]:
    """How sure a question, resolution or action is, and why; ``of`` takes it from the row."""
    return (
        Column("confidence", "Confidence", 11, lambda row: of(row).confidence, detail=True),
        Column("confidence_reason", "Why so sure", 36, lambda row: of(row).confidence_reason or None, wrap=True, detail=True),
    )
