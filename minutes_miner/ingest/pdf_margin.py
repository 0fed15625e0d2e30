"""Owners printed in the right margin: initials or names that stand off from the text beside them, often below a head "Action"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes_miner.ingest.pdf_lines import Line, make_line
from minutes_miner.ingest.pdf_tables import Flow, Region

_APART = 0.75  # letter sizes between text and mark: three spaces; two follow a sentence
_WELL_APART = 1.5  # letter sizes: what is not initials must stand so far off, or loosely set prose would do
_RIGHT_PART = 0.55  # of the page's width: marks begin beyond it
_NEAR_HEAD = 25.0  # points that marks may begin left of their column's head
_ALIGNED = 3.0
_HEAD = re.compile(r"(?:for )?actions?(?: by| required| points?)?:?|owners?|by whom|lead(?: officer)?|responsible", re.IGNORECASE)
_COLUMN_HEADS = re.compile(r"(?:agenda|items?|no\.?|discussion|minutes?|notes?|subject|\s|/|&|and)*", re.IGNORECASE)
# "KC", "HL/GD", "PWh", "CC, HL", "AW & NS"
_INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?(?: ?[/,&+] ?[A-Z]{2,4}[a-z]?| and [A-Z]{2,4})*")
_LONGEST = 32  # characters of a mark: two names with a stroke between them


@dataclass(frozen=True, slots=True)
class _Candidate:
    page: int
    at: int  # position in the page's flow
    words: int  # how many words at the line's end are the mark
    line: Line  # the mark alone
    gap: float  # letter sizes between it and the text; infinite where it stands alone


def set_marks_apart(pages: Sequence[Sequence[Flow]], width: float) -> list[list[Flow]]:
    """The pages with margin marks as lines of their own (role "action") after the line that each stands beside; column heads taken out."""
    heads, candidates = _survey(pages, width)
    accepted = {(mark.page, mark.at): mark for mark in candidates if _is_mark(mark, heads, candidates)}
    named = {(head.page, head.at) for head in heads}  # "Items ... Action" only names the columns
    return [
        [own for at, part in enumerate(page) if (number, at) not in named for own in _split(part, accepted.get((number, at)))]
        for number, page in enumerate(pages)
    ]


def _split(part: Flow, mark: _Candidate | None) -> list[Flow]:
    """A line as its text and its mark."""
    if mark is None or isinstance(part, Region):
        return [part]
    text = part.words[: -mark.words]
    return [make_line(text, part.page), mark.line] if text else [mark.line]


def _survey(pages: Sequence[Sequence[Flow]], width: float) -> tuple[list[_Candidate], list[_Candidate]]:
    """Heads of an action column, and everything short that stands apart on the right."""
    heads: list[_Candidate] = []
    candidates: list[_Candidate] = []
    for number, page in enumerate(pages):
        for at, part in enumerate(page):
            found = None if isinstance(part, Region) else _apart(part, number, at, width)
            if found:
                (heads if _is_head(found, part) else candidates).append(found)
    return heads, candidates


def _apart(line: Line, page: int, at: int, width: float) -> _Candidate | None:
    """The words at the end of a line that stand apart from the rest, in the right part of the page."""
    count, letters = 1, len(line.words[-1].text)
    for before, word in zip(line.words[-2::-1], line.words[:0:-1], strict=True):
        if word.x0 - before.x1 >= _APART * line.size:
            break
        count, letters = count + 1, letters + 1 + len(before.text)
        if letters > _LONGEST:
            return None
    own, rest = line.words[-count:], line.words[:-count]
    gap = (own[0].x0 - rest[-1].x1) / line.size if rest else float("inf")
    if letters > _LONGEST or own[0].x0 <= _RIGHT_PART * width:
        return None
    return _Candidate(page, at, count, replace(make_line(own, line.page), role="action"), gap)


def _is_head(found: _Candidate, part: Flow) -> bool:
    """Whether it is the action column's head, alone on its line or beside the heads of the other columns."""
    others = part.words[: -found.words] if isinstance(part, Line) else ()
    return bool(_HEAD.fullmatch(found.line.text) and _COLUMN_HEADS.fullmatch(" ".join(word.text for word in others)))


def _is_mark(mark: _Candidate, heads: Sequence[_Candidate], candidates: Sequence[_Candidate]) -> bool:
    """Whether it stands below a head for it, or is initials in line with others."""
    head = next((head for head in heads if (head.page, head.at) < (mark.page, mark.at)), None)
    if head and (mark.gap >= _WELL_APART or _INITIALS.fullmatch(mark.line.text)):
        return mark.line.x0 >= head.line.x0 - _NEAR_HEAD and mark.line.text[-1] not in ".;"
    initials = [other for other in candidates if _INITIALS.fullmatch(other.line.text)]
    return mark in initials and any(_aligned(mark.line, other.line) for other in initials if other is not mark)


def _aligned(a: Line, b: Line) -> bool:
    return abs(a.x0 - b.x0) <= _ALIGNED or abs(a.x1 - b.x1) <= _ALIGNED
