"""Column heads: which rows at a table's top name the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.ingest.layout_cells import Row
from minutes_miner.text import split_label

_HEAD_WORDS = 3  # a column head has no more words than this ("BY WHOM", "Agenda item no")
# Heads as minutes print them over their columns.
_KNOWN = re.compile(
    r"(?:agenda |minute )?(?:items?|no|nos|number|ref|reference|topic|subject|heading|title)(?: (?:no|number))?"
    r"|(?:key )?(?:discussion|notes?|minutes?|summary|details?|decisions?|outcomes?|points?)"
    r"(?: (?:and|&|/) (?:decisions?|outcomes?|actions?))?"
    r"|actions?(?: (?:by|for|required|owner|points?|by whom|who))?|owner|lead|who|by whom|responsible|responsibility"
    r"|when|by when|due(?: date)?|deadline|date|timescale|status|progress|update",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[£$€<>+-]{0,2}[\d.,]+ ?%?|[-–]")


def head_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top are column heads: marked so, or a first row of a few short words in each cell over longer text."""
    marked = next((at for at, row in enumerate(rows) if not row.header), len(rows))
    if marked or not rows:
        return marked
    texts = [cell.text for cell in rows[0].cells if cell.text]
    if len(rows) > 1 and len(texts) > 1 and all(_KNOWN.fullmatch(text.rstrip(".:")) for text in texts):
        return 1
    short = texts and all(len(text.split()) <= _HEAD_WORDS and not split_label(text)[0] and text[-1] != "." for text in texts)
    if not short or len(rows) < 2 or any(_FIGURE.fullmatch(text) for text in texts):
        return 0
    return 1 if _all_heads(rows[0], rows[1:]) or _over_names(rows) or _over_marks(rows) else 0


def _over_names(rows: Sequence[Row]) -> bool:
    """Whether the first row has an empty corner over a column of names or topics, as the head of a matrix has."""
    corner = [bool(row.cells[0].text) for row in rows if row.cells]
    return len(rows) > 2 and not corner[0] and sum(corner) >= 0.8 * (len(rows) - 1) and sum(bool(cell.text) for cell in rows[0].cells) > 1


def _over_marks(rows: Sequence[Row]) -> bool:
    """Whether the first row's words stand over columns of figures, or of a few marks again and again ("P", "Aps", ticks)."""
    texts = [[text for cell in row.cells for text in (cell.text, *[""] * (cell.span - 1))] for row in rows]
    verdicts = []
    for at, head in enumerate(texts[0][1:], start=1):
        below = [row[at] for row in texts[1:] if at < len(row) and row[at]]
        if head and len(below) > 2:
            figures = sum(bool(_FIGURE.fullmatch(text)) for text in below) > 0.6 * len(below)
            verdicts.append(head not in below and not _FIGURE.fullmatch(head) and (figures or len(set(below)) <= max(4, len(below) // 2)))
    return len(verdicts) > 1 and sum(verdicts) > 0.6 * len(verdicts)


def _all_heads(first: Row, rest: Sequence[Row]) -> bool:
    """Whether the first row's cells are bold or capitals where those below are not, or shorter than what stands below them."""
    texts = [cell for cell in first.cells if cell.text]
    loud = all(cell.text.isupper() or all(para.bold_throughout for para in cell.filled) for cell in texts)
    below = [cell for row in rest for cell in row.cells[:1] if cell.text]
    quiet = not all(cell.text.isupper() or all(para.bold_throughout for para in cell.filled) for cell in below) if below else True
    longer = max((len(cell.text) for row in rest for cell in row.cells), default=0) > 8 * max(len(cell.text) for cell in texts)
    return (loud and quiet and len(texts) > 1) or (longer and len(rest) > 1)
