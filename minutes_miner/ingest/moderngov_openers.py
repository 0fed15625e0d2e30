"""Where the items of a ModernGov meeting page begin once its table is plain text.

Browsers and converters write a row of the table in one of two ways, the same way all through a page:

* number and title each on a line of its own: "307." and, after a blank line, "Budget analysis pdf icon PDF 87 KB";
* both on one line, parted by a space or tab: "307. Budget analysis".

The record has numbered lines of its own, so a numbered line alone proves nothing. An item's line is known by the sub-heading
("Minutes:", "Decision:", "Additional documents:") that follows before any other numbered line, and by its place in the sequence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.ingest.moderngov_furniture import SUB_HEADINGS
from minutes_miner.ingest.plain_lines import Line
from minutes_miner.text import fold

_NUMBER = re.compile(r"[^()]*\d[^()]*$")  # of the labels: "307." "5a." "35/20" "FGB 01/2021", no "(1)", "1)", "a.", "•"
_LONGEST_TITLE = 300  # characters; the longest titles met (planning applications with their address) have about 250
_MARKED, _IN_SEQUENCE = 3, 1  # weights: a sub-heading after it outweighs two lines that merely fit the sequence


@dataclass(frozen=True, slots=True)
class Opener:
    """The line that opens an item."""

    at: int  # its index
    number: str  # as printed: "307."
    title_at: int  # index of the line that the title stands on
    title: str  # as printed
    marked: bool  # a sub-heading follows before the next numbered line

    @property
    def order(self) -> tuple[int, ...]:
        """The number as a value that grows from item to item: "5a." comes after "5.", "36/20" after "35/20"."""
        return tuple(int(part) if part.isdigit() else ord(part) for part in re.findall(r"\d+|[a-z]$", self.number.rstrip(".")))


def sub_heading(line: Line) -> str | None:
    """The sub-heading that a line consists of ("minutes", "additional documents"), a key of SUB_HEADINGS; its colon is asked for."""
    name = fold(line.text[:-1]).casefold() if line.text.endswith(":") and len(line.text) < 60 else ""
    return name if name in SUB_HEADINGS else None


def find_openers(lines: Sequence[Line]) -> list[Opener]:
    """The lines that open items, in the way of writing that the page keeps to; none where there are no items."""
    alone = _numbered(lines, alone=True)
    kept = set(_in_sequence(alone))
    apart = [opener for opener in alone if opener.marked or opener in kept]  # agenda and minute numbers may be mixed: 1. 84. 85. 7.
    numbered = _numbered(lines, alone=False)
    together = _without_list_entries(numbered, _in_sequence([one for one in numbered if _is_title(one.title)]))
    return max(apart, together, key=lambda found: (sum(one.marked for one in found), len(found)))


def _numbered(lines: Sequence[Line], *, alone: bool) -> list[Opener]:
    """The lines that begin with an item's number, with or without (``alone``) words after it on the line."""
    found: list[Opener] = []
    marked, title_at = False, 0
    for at in range(len(lines) - 1, -1, -1):  # from the end, so that what follows a line is known
        line = lines[at]
        if not line.text:
            continue
        words = fold(line.text[len(line.label) :])
        if sub_heading(line):
            marked = True
        elif line.label and _NUMBER.match(line.label) and alone == (not words):
            title = words or (lines[title_at].text if title_at else "")
            if title and (words or _heads_item(lines[title_at])):
                found.append(Opener(at, line.label, at if words else title_at, title, marked))
            marked = False
        title_at = at
    return found[::-1]


def _heads_item(line: Line) -> bool:
    """Whether a line under a number may be a title: no sub-heading, no further number."""
    return sub_heading(line) is None and line.label != line.text and len(line.text) <= _LONGEST_TITLE


def _is_title(text: str) -> bool:
    """Whether words after a number may be a title; limbs and sentences end in a stop."""
    return len(text) <= _LONGEST_TITLE and text[-1] not in ".;:,"


def _in_sequence(openers: Sequence[Opener]) -> list[Opener]:
    """The weightiest run of growing numbers; of two that would do as well, the later: an item's own list stands before the next item."""
    orders: list[tuple[int, ...]] = []  # the last number of the best runs so far, growing with their weights
    weights: list[int] = []
    ends: list[int] = []  # index of each run's last opener
    before: list[int | None] = []
    for index, opener in enumerate(openers):
        place = bisect_left(orders, opener.order)
        before.append(ends[place - 1] if place else None)
        weight = (weights[place - 1] if place else 0) + (_MARKED if opener.marked else _IN_SEQUENCE)
        beaten = place
        while beaten < len(weights) and weights[beaten] <= weight:
            beaten += 1
        if beaten > place or place == len(orders) or orders[place] != opener.order:
            orders[place:beaten], weights[place:beaten], ends[place:beaten] = [opener.order], [weight], [index]
    at = ends[-1] if ends else None
    run = []
    while at is not None:
        run.append(openers[at])
        at = before[at]
    return run[::-1]


def _without_list_entries(numbered: Sequence[Opener], run: Sequence[Opener]) -> list[Opener]:
    """The run without unmarked lines that go on a numbered list: the numbered line before them is the list's, and one less."""
    kept = set(run)
    for last, opener in pairwise(numbered):
        if opener in kept and not opener.marked and last not in kept and last.order == (*opener.order[:-1], opener.order[-1] - 1):
            kept.remove(opener)
    return [opener for opener in run if opener in kept]
