"""One table for all actions of a meeting, before the first item or after the last: its rows and the discussion tell the same tasks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from minutes_miner.assemble.owners import same_owner
from minutes_miner.assemble.statements import telling_words
from minutes_miner.model import Action, AgendaItem
from minutes_miner.text import normal

# A row and a promise of the same person in another item share this part of the shorter one's telling words, and so many.
_SAME_TASK, _WORDS = 0.5, 2
# Where one of them names nobody, or somebody else ("the Head", "Ms Bell"), they share more.
_NEARLY_ALL, _WORDS_OF_NOBODY = 0.6, 3
# What a row begins with: "School website: Clerk to update it".
_TOPIC = re.compile(r"[^:]{3,60}?(?=:| [–—-] )")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of an action table that no statement of its own item tells again."""

    item: int
    action: Action
    topic: str  # the item that it names at its beginning, in comparing form; "" where it names none

    def tells(self, action: Action, title: str) -> int:
        """How many words it shares with ``action`` of an item called ``title``; 0 where they are not the same task."""
        mine, theirs = telling_words(self.action.text, self.action.owner), telling_words(action.text, action.owner)
        shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
        part = shared / fewer if fewer else 0.0
        known = bool(action.owner and self.action.owner) and _same_person(action.owner or "", self.action.owner or "")
        if self.topic and self.topic == normal(title):
            return shared + 1 if known or part >= _NEARLY_ALL else 0
        if known:
            return shared if part >= _SAME_TASK and shared >= min(_WORDS, fewer) else 0
        return shared if action.owner is None and part >= _NEARLY_ALL and shared >= _WORDS_OF_NOBODY else 0


def told_once(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """``items``, in which a row that stands apart and the statements of it in other items are one action, worded as the row.

    It stays under a heading of its own ("Actions"), and otherwise stands in the item that tells of it.
    """
    rows = [
        _Row(i, action, _topic(action.text))
        for i, item in enumerate(items)
        for action in item.actions
        if action.origin == "table" and not action.also
    ]
    if not rows:
        return tuple(items)
    told: dict[int, list[tuple[int, Action]]] = {}  # by row: where it is told, with the statements
    for i, item in enumerate(items):
        for action in item.actions:
            others = [r for r, row in enumerate(rows) if row.item != i] if action.origin != "table" else []
            shared = {r: rows[r].tells(action, item.title) for r in others}
            best = max(shared, key=lambda r: shared[r], default=None)
            if best is not None and shared[best]:
                told.setdefault(best, []).append((i, action))
    return _put_together(items, rows, told) if told else tuple(items)


def _put_together(
    items: Sequence[AgendaItem], rows: Sequence[_Row], told: Mapping[int, list[tuple[int, Action]]]
) -> tuple[AgendaItem, ...]:
    actions = [list(item.actions) for item in items]
    for r, statements in told.items():
        row, (first, statement) = rows[r], statements[0]
        also = tuple(dict.fromkeys(text for _, each in statements for text in (each.text, *each.also)))
        dated = next((each.due for _, each in statements if each.due.text), row.action.due)
        merged = replace(row.action, also=also, due=row.action.due if row.action.due.text else dated)
        if "action" in normal(items[row.item].title):
            actions[row.item] = [merged if each is row.action else each for each in actions[row.item]]
        else:
            actions[row.item] = [each for each in actions[row.item] if each is not row.action]
            actions[first] = [merged if each is statement else each for each in actions[first]]
        for i, each in statements:
            actions[i] = [other for other in actions[i] if other is not each]
    return tuple(replace(item, actions=tuple(found)) for item, found in zip(items, actions, strict=True))


def _same_person(owner: str, of_row: str) -> bool:
    """Whether two owners may be one; a row's may be initials: "Iris Quillan", "IQ/MG"."""
    return same_owner(owner, of_row) or "".join(word[0] for word in owner.split() if word[0].isupper()) in re.findall(r"[A-Z]{2,3}", of_row)


def _topic(text: str) -> str:
    match = _TOPIC.match(text)
    return normal(match[0]) if match else ""
