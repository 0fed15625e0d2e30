"""What a document is: the minutes of a meeting, an agenda only, an action log, a report, or none of these."""

from __future__ import annotations

import re
from functools import cached_property

from minutes_miner.assemble.frame_rules import FrameRules, shipped_rules
from minutes_miner.assemble.header import Header
from minutes_miner.assemble.masthead import head_blocks
from minutes_miner.model import PRESENT, Document
from minutes_miner.text import normal

MINUTES, AGENDA, ACTION_LOG, REPORT, OTHER = "minutes", "agenda only", "action log", "report", "other"
# A table of contents has at least this many lines that end in a page number.
_CONTENTS_LINES = 6
# Contents without page numbers are known by their first chapters' headings, which come again below.
_CHAPTERS = 4
_PAGE_NUMBER = re.compile(r"(?:\.{3,}\s*|(?<=[^\d\s])\s)\d{1,3}(?=$|\s+[A-Z\d])")
_CONTENTS_REACH = 80  # blocks; contents and lists of those present stand on the first pages
# An agenda's notes hold a verb or two of the record's; minutes hold one in every few sentences.
_RECORD_WORDS_PER_THOUSAND = 6
_SAMPLE = 12_000  # characters: four pages tell a record from an agenda
_SHORTEST_REPORT = 3000  # words; shorter papers without items are "other"


class _Signs:
    """What the text shows; each sign is looked for when it is first asked for, since most documents are told by one or two."""

    def __init__(self, document: Document, header: Header, rules: FrameRules) -> None:
        self._document, self._header, self._rules = document, header, rules

    @cached_property
    def head(self) -> str:
        """The title lines, in comparing form."""
        document = self._document
        titles = (document.slice(block.start, block.end) for block in head_blocks(document, self._rules.labels))
        return normal(" ".join([*titles, document.meta.title or "", self._header.title or ""]))

    @property
    def words(self) -> int:
        """How many words the document has."""
        return _count_words(self._document.text)

    @property
    def recorded(self) -> bool:
        """Whether there is a verb of a record at the beginning: "reported", "it was agreed"."""
        return self._rules.record.search(self._document.small, 0, _SAMPLE) is not None

    @cached_property
    def record(self) -> int:
        """How many such verbs there are."""
        return len(self._rules.record.findall(self._document.small, 0, _SAMPLE))

    @property
    def rate(self) -> float:
        """Verbs of a record in a thousand words."""
        return 1000 * self.record / _count_words(self._document.text[:_SAMPLE])

    @cached_property
    def openings(self) -> int:
        """Blocks that open like an agenda's: "To receive", "To approve"."""
        small, openings = self._document.small, tuple(self._rules.book.words("agenda_openings"))
        return sum(small.startswith(openings, block.body) for block in self._document.blocks)

    @cached_property
    def contents(self) -> bool:
        """Whether the document has a table of contents."""
        return _has_contents(self._document, self._rules)

    @cached_property
    def attendance(self) -> bool:
        """Whether it lists those present."""
        return _lists_those_present(self._document, self._rules)


def _count_words(text: str) -> int:
    return text.count(" ") + text.count("\n") + 1


def classify(document: Document, header: Header, *, n_items: int, n_decisions: int, rules: FrameRules | None = None) -> tuple[str, str]:
    """The document's class and the reason, in words.

    ``n_items`` and ``n_decisions`` (resolutions and actions) are what assembly found in it.
    """
    known = rules or shipped_rules()
    if document.format == "moderngov-list":
        return OTHER, "a page that lists meetings or committees"
    signs = _Signs(document, header, known)
    return _by_publisher(document, header, signs) or _by_title(signs, known, n_items) or _by_text(signs, known, n_items, n_decisions)


def _by_publisher(document: Document, header: Header, signs: _Signs) -> tuple[str, str] | None:
    """What the publisher's own parts of the page say."""
    roles = {block.role for block in document.blocks}
    if roles & {"minutes", "decision"}:
        return MINUTES, "the publisher marks the minutes or decisions of its items"
    if header.status == "cancelled":
        return OTHER, "the page of a cancelled meeting"
    if document.format == "moderngov-meeting":
        return (AGENDA, "the publisher's page gives agenda items without minutes") if roles & {"title", "agenda"} else None
    if document.format == "moderngov-item" and not signs.recorded:
        return AGENDA, "the item's page gives no minutes"
    return None


def _by_title(signs: _Signs, rules: FrameRules, n_items: int) -> tuple[str, str] | None:
    """What the title lines say; an item of minutes may well be called "Action log", so minutes are asked for first."""
    minutes = rules.says(signs.head, "minutes_titles")
    if not minutes and not signs.attendance and rules.says(signs.head, "action_log_titles"):
        return ACTION_LOG, "its title calls it a log of actions"
    if not minutes and not signs.attendance and signs.contents:
        return REPORT, "it has a table of contents and neither the title nor the attendance of minutes"
    agenda = rules.says(signs.head, "agenda_titles")
    if agenda and not signs.attendance and (not minutes or signs.openings > 2) and signs.rate < _RECORD_WORDS_PER_THOUSAND:
        return AGENDA, "its title calls it an agenda and nothing in it records what was said or decided"
    return (MINUTES, "its title calls it minutes") if minutes and (n_items or signs.recorded) else None


def _by_text(signs: _Signs, rules: FrameRules, n_items: int, n_decisions: int) -> tuple[str, str]:
    if signs.attendance and signs.recorded:
        return MINUTES, "it lists those present and records what was said or decided"
    if signs.attendance and n_items and (n_decisions or not signs.openings):
        return MINUTES, "it lists those present over items of business"
    if n_items and signs.openings > signs.record:
        return AGENDA, "its items say what is to be done, not what was"
    if n_items and (n_decisions or signs.rate >= _RECORD_WORDS_PER_THOUSAND):
        return MINUTES, "its items record what was said or decided"
    if signs.words >= _SHORTEST_REPORT or rules.says(signs.head, "report_titles"):
        return REPORT, "running text without items of business or a list of those present"
    if signs.recorded and n_decisions:
        return MINUTES, "it records what was said or decided"
    return OTHER, "neither items of business nor a record of a meeting were found"


def _has_contents(document: Document, rules: FrameRules) -> bool:
    """Whether a table of contents stands in the first part: its title, and lines that end in a page number or come again as headings."""
    titles = {normal(words) for words in rules.book.words("contents_titles")}
    early = [document.slice(block.start, block.end) for block in document.blocks[:_CONTENTS_REACH]]
    titled = next((n for n, line in enumerate(early) if len(line) < 30 and normal(line) in titles), None)
    if titled is None:
        return False
    numbered = sum(len(_PAGE_NUMBER.findall(line)) for line in early[titled + 1 :] if len(line) < 120 or "..." in line)
    return numbered >= _CONTENTS_LINES or _repeated(document, titled) >= _CHAPTERS


def _repeated(document: Document, titled: int) -> int:
    """How many of the lines below the title "Contents" stand again further on, as the headings of chapters."""
    listed = document.blocks[titled + 1 : titled + 1 + _CHAPTERS]
    later = {document.slice(block.body, block.end) for block in document.blocks[titled + 1 + _CHAPTERS :]}
    return sum(document.slice(block.body, block.end) in later for block in listed)


def _lists_those_present(document: Document, rules: FrameRules) -> bool:
    firsts = (block.cells[0] if block.cells else (block.body, block.end) for block in document.blocks[:_CONTENTS_REACH])
    found = (rules.labels.read(document.slice(*first)) for first in firsts)
    return any(label is not None and label.status == PRESENT for label in found)
