"""What the discussion says of a task that a row of an action table gives for its paragraph: the row is the action."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.owners import same_owner
from minutes_miner.assemble.statements import Statement, telling_words
from minutes_miner.text import normal

# "JA to finish it", "This would be done by May": of the thing that the sentence before it named.
_POINTS = re.compile(r"\b(?:it|them|this|these|so)\b")


def without_told_again(told: Sequence[Statement], rows: Sequence[Statement]) -> list[Statement]:
    """``told`` without the statements that tell again what a row gives for their paragraph; the row takes up their words and dates.

    The entry in the margin is the row's own mark. Other statements are the row's where they are of the same owner and share a telling word
    with it, or go on about what has been told of it: what is left is a task of its own.
    """
    left: list[Statement] = []
    taken: dict[int, list[Statement]] = {id(row): [] for row in rows}
    in_order = sorted(told, key=lambda each: (each.evidence.start, each.origin != "column"))
    for statement in in_order:
        row = _row_of(statement, rows, in_order, taken)
        if row is None:
            left.append(statement)
            continue
        taken[id(row)].append(statement)
        row.also += [text for text in (statement.text, *statement.also) if normal(text) != normal(row.text)]
        row.owner = row.owner or statement.owner
        row.due_text = row.due_text or statement.due_text
    return left


def _row_of(
    statement: Statement, rows: Sequence[Statement], told: Sequence[Statement], taken: dict[int, list[Statement]]
) -> Statement | None:
    """The row whose task a statement tells."""
    at = statement.evidence.start
    same = next((row for row in rows if any(each.evidence.start == at for each in taken[id(row)])), None)
    if same:
        return same
    here = [row for row in rows if _is_beside(row, statement) and same_owner(row.owner, statement.owner)]
    if not here:
        return None
    words = _telling(statement)
    best = max(here, key=lambda row: len(_telling(row) & words))
    if _telling(best) & words:
        return best
    if statement.origin == "column":
        free = next((row for row in here if not any(each.origin == "column" for each in taken[id(row)])), None)
        return None if free and _is_another(statement, free, told) else free
    return best if taken[id(best)] and _POINTS.search(statement.text) else None


def _is_beside(row: Statement, statement: Statement) -> bool:
    """Whether a statement stands in the paragraph of a row."""
    return row.beside is not None and row.beside[0] <= statement.evidence.start < row.beside[1]


def _is_another(statement: Statement, row: Statement, told: Sequence[Statement]) -> bool:
    """Whether the sentence that an entry in the margin seems to mean sets a task of its own, and another one tells the row's."""
    at = statement.evidence.start
    sets_one = any(each.evidence.start == at and each is not statement for each in told)
    others = (each for each in told if each.evidence.start != at and _is_beside(row, each))
    return sets_one and any(_telling(each) & _telling(row) for each in others)


def _telling(statement: Statement) -> set[str]:
    return telling_words(statement.text, statement.owner)
