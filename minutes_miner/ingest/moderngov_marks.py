"""Telling a ModernGov page in plain text from ordinary minutes, by the lines that ModernGov's own templates print.

======== ============================================================================== ==================
page     known by                                                                       Plan.kind
======== ============================================================================== ==================
meeting  numbered items, and the table's head "No. Item"; or the title "Agenda and       meeting
         minutes" with a mark of the publisher; or "Minutes:" under two items or more
item     the title "Agenda item", and a mark of the publisher, the item's number in its  item
         title ("(Agenda item 5)"), or running text straight after the title
======== ============================================================================== ==================

Titles and labels are those of the HTML pages (h1.mgMainTitleTxt, p.mgSubItemTitleTxt; see ``moderngov``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.ingest.moderngov_furniture import SUB_HEADINGS, full_text_notice, split_file_size
from minutes_miner.ingest.moderngov_head import split_item_number
from minutes_miner.ingest.moderngov_openers import Opener, find_openers, sub_heading
from minutes_miner.ingest.plain_lines import Line
from minutes_miner.text import fold

TABLE_HEAD = re.compile(r"no\.?\s*item$", re.IGNORECASE)  # of the table of items
_ITEM_PAGE = re.compile(r"(?:.{1,80}\s[-–|]\s)?agenda item$", re.IGNORECASE)
_MEETING_PAGE = re.compile(r"agenda(?:(?:,| and|, and) (?:draft )?(?:minutes|decisions))*$", re.IGNORECASE)
# Every page known here carries one of these lines; a text without them is passed on before its lines are looked at.
_ANY_MARK = re.compile(r"\s*(?:.{1,80}\s[-–|]\s)?(?:agenda\b.{0,40}|no\.?\s*item|minutes:)\s*")
_HEAD_LINES = 60  # lines with words within which a page's title stands; a council's menu above it has up to about 50 entries
_PROSE = 80  # characters: a line beyond this under a title is running text; the heads of a table's columns stay far below


@dataclass(frozen=True, slots=True)
class Plan:
    """What a page is and where its parts begin."""

    kind: str  # "meeting" | "item"
    first: int  # index of the title's line, or of the first line with words where a page was copied without its title
    title: str  # the page's title, "" where it is missing
    openers: tuple[Opener, ...] = ()  # of a meeting page


def may_be_page(text: str) -> bool:
    """Whether a text has any of the lines that make it worth a closer look."""
    lines = text.casefold().split("\n")
    return any(_ANY_MARK.fullmatch(line) for line in lines if "agenda" in line or "item" in line or "minutes:" in line)


def find_plan(lines: Sequence[Line]) -> Plan | None:
    """What page the lines are; None where they are no page of ModernGov's."""
    filled = [at for at, line in enumerate(lines) if line.text]
    head = filled[:_HEAD_LINES]
    openers = tuple(find_openers(lines))
    table = any(TABLE_HEAD.match(fold(lines[at].text)) for at in head)
    item_title = next((at for at in reversed(head) if _ITEM_PAGE.match(lines[at].text)), None)
    if item_title is not None and not table:
        return Plan("item", item_title, lines[item_title].text) if _is_item(lines, filled, item_title) else None
    if not openers:
        return None
    titled = next((at for at in reversed(head) if at < openers[0].at and _MEETING_PAGE.match(lines[at].text)), None)
    title = "" if titled is None else lines[titled].text
    if table or _is_meeting(lines, openers, title):
        return Plan("meeting", filled[0] if titled is None else titled, title, openers)
    return None


def _is_item(lines: Sequence[Line], filled: list[int], title_at: int) -> bool:
    """Whether what follows the line "Agenda item" is such a page, and the line no column's head in a typed table."""
    below = [lines[at] for at in filled if at > title_at]
    if any(map(_is_publishers, below)) or (below and split_item_number(below[0].text)[1]):
        return True
    opens = all(_ITEM_PAGE.match(lines[at].text) for at in filled if at < title_at)
    return opens and len(below) > 1 and (sub_heading(below[1]) is not None or len(below[1].text) > _PROSE)


def _is_meeting(lines: Sequence[Line], openers: Sequence[Opener], title: str) -> bool:
    """Whether numbered items without the table's head are a page of ModernGov's."""
    if not title:
        return sum(sub_heading(line) == "minutes" for line in lines) > 1 and sum(opener.marked for opener in openers) > 1
    decides = "decision" in title.casefold()
    return any(_is_publishers(line) or (decides and sub_heading(line) is not None) for line in lines[openers[0].at :])


def _is_publishers(line: Line) -> bool:
    """Whether only ModernGov prints such a line. "Decision:" is none: clerks type it too, under a discussion that is the record."""
    name = sub_heading(line)
    if name is not None:
        return name == "minutes" or SUB_HEADINGS[name] is None
    return split_file_size(line.text)[1] is not None or full_text_notice(line.text) is not None
