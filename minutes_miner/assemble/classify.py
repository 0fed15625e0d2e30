"""What a document is: the minutes of a meeting, an agenda only, an action log, a report, or none of these."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.assemble.header import Header
from minutes_miner.assemble.list_labels import ListLabels
from minutes_miner.model import PRESENT, Document
from minutes_miner.rulebook import RuleBook, load
from minutes_miner.text import normal

MINUTES, AGENDA, ACTION_LOG, REPORT, OTHER = "minutes", "agenda only", "action log", "report", "other"
# A table of contents has at least this many lines that end in a page number.
_CONTENTS_LINES = 6
_CONTENTS_LINE = re.compile(r".*\D(?:\.{2,}|\s|\t)\s*\d{1,3}$")
# An agenda's notes hold a verb or two of the record's; minutes hold one in every few sentences.
_RECORD_WORDS_PER_THOUSAND = 6
_SHORTEST_REPORT = 3000  # words; shorter papers without items are "other"


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the text shows, counted once."""

    head: str  # the title lines, in comparing form
    words: int
    record: int  # verbs of a record: "reported", "it was agreed"
    openings: int  # blocks that open like an agenda's: "To receive", "To approve"
    contents: bool
    attendance: bool


def classify(document: Document, header: Header, *, n_items: int, n_decisions: int, book: RuleBook | None = None) -> tuple[str, str]:
    """The document's class and the reason, in words.

    ``n_items`` and ``n_decisions`` (resolutions and actions) are what assembly found in it.
    """
    rules = book or load()
    if document.format == "moderngov-list":
        return OTHER, "a page that lists meetings or committees"
    signs = _signs(document, header, rules)
    return _by_publisher(document, header, signs) or _by_title(signs, rules, n_items) or _by_text(signs, rules, n_items, n_decisions)


def _by_publisher(document: Document, header: Header, signs: _Signs) -> tuple[str, str] | None:
    """What the publisher's own parts of the page say."""
    roles = {block.role for block in document.blocks}
    if roles & {"minutes", "decision"}:
        return MINUTES, "the publisher marks the minutes or decisions of its items"
    if header.status == "cancelled":
        return OTHER, "the page of a cancelled meeting"
    if document.format == "moderngov-meeting":
        return (AGENDA, "the publisher's page gives agenda items without minutes") if document.blocks and roles & {"title", "agenda"} else None
    if document.format == "moderngov-item" and not signs.record:
        return AGENDA, "the item's page gives no minutes"
    return None


def _by_title(signs: _Signs, book: RuleBook, n_items: int) -> tuple[str, str] | None:
    """What the title lines say; an item of minutes may well be called "Action log", so minutes are asked for first."""
    minutes = _says(signs.head, book.words("minutes_titles"))
    if not minutes and not signs.attendance and _says(signs.head, book.words("action_log_titles")):
        return ACTION_LOG, "its title calls it a log of actions"
    if signs.contents and not signs.attendance and not minutes:
        return REPORT, "it has a table of contents and neither the title nor the attendance of minutes"
    agenda = _says(signs.head, book.words("agenda_titles"))
    if agenda and not signs.attendance and (not minutes or signs.openings > 2) and _rate(signs) < _RECORD_WORDS_PER_THOUSAND:
        return AGENDA, "its title calls it an agenda and nothing in it records what was said or decided"
    return (MINUTES, "its title calls it minutes") if minutes and (n_items or signs.record) else None


def _by_text(signs: _Signs, book: RuleBook, n_items: int, n_decisions: int) -> tuple[str, str]:
    if signs.attendance and signs.record:
        return MINUTES, "it lists those present and records what was said or decided"
    if n_items and signs.openings > signs.record:
        return AGENDA, "its items say what is to be done, not what was"
    if n_items and (n_decisions or _rate(signs) >= _RECORD_WORDS_PER_THOUSAND):
        return MINUTES, "its items record what was said or decided"
    if signs.words >= _SHORTEST_REPORT or _says(signs.head, book.words("report_titles")):
        return REPORT, "running text without items of business or a list of those present"
    if signs.record and n_decisions:
        return MINUTES, "it records what was said or decided"
    return OTHER, "neither items of business nor a record of a meeting were found"


def _signs(document: Document, header: Header, book: RuleBook) -> _Signs:
    text = normal(document.text)
    head = normal(" ".join([document.text[:600], document.meta.title or "", header.title or ""]))
    openings = tuple(normal(words) for words in book.words("agenda_openings"))
    bodies = [normal(document.slice(block.body, block.end)) for block in document.blocks]
    return _Signs(
        head=head,
        words=len(text.split()),
        record=len(re.findall(rf"\b(?:{_any(book.words('record_words'))})\b", text)),
        openings=sum(body.startswith(openings) for body in bodies),
        contents=_has_contents(document, book),
        attendance=_lists_those_present(document, book),
    )


def _has_contents(document: Document, book: RuleBook) -> bool:
    """Whether a table of contents stands in the first part: its title, or many lines that end in a page number."""
    titles = {normal(words) for words in book.words("contents_titles")}
    early = [document.slice(block.start, block.end) for block in document.blocks[: 40 + len(document.blocks) // 5]]
    numbered = sum(bool(_CONTENTS_LINE.fullmatch(line)) and len(line) < 120 for line in early)
    titled = any(normal(line) in titles for line in early[:60])
    return titled and numbered >= _CONTENTS_LINES // 2 or titled and any(len(re.findall(r"\.{3,}\s*\d", line)) > 2 for line in early)


def _lists_those_present(document: Document, book: RuleBook) -> bool:
    labels = ListLabels(book)
    firsts = (block.cells[0] if block.cells else (block.body, block.end) for block in document.blocks[:60])
    found = (labels.read(document.slice(*first)) for first in firsts)
    return any(label is not None and label.status == PRESENT for label in found)


def _says(head: str, phrases: Iterable[str]) -> bool:
    return bool(re.search(rf"\b(?:{_any(phrases)})\b", head))


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(normal(phrase)) for phrase in phrases), key=len, reverse=True))


def _rate(signs: _Signs) -> float:
    return 1000 * signs.record / max(signs.words, 1)
