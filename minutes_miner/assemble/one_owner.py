"""One name for one owner: "Ms Ash" in one sentence and "Ms T Ash" in another are the same person where the document knows one such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.assemble.persons import People, Person, is_initials
from minutes_miner.model import Action, AgendaItem


def with_one_name(items: Sequence[AgendaItem], people: People) -> tuple[AgendaItem, ...]:
    """``items``, in which an owner whom the record calls by several names has the one that stands in most of his tasks.

    Initials and offices stay: they are what a council's own column or mark says.
    """
    used: dict[Person, Counter[str]] = {}
    for action in (action for item in items for action in item.actions):
        person = _person(action.owner, people)
        if person and action.owner:
            used.setdefault(person, Counter())[action.owner] += 1 + 2 * (action.owner in action.evidence.quote)
    chosen = {name: counts.most_common(1)[0][0] for counts in used.values() if len(counts) > 1 for name in counts}
    if not chosen:
        return tuple(items)
    return tuple(replace(item, actions=tuple(_renamed(action, chosen) for action in item.actions)) for item in items)


def _person(owner: str | None, people: People) -> Person | None:
    return people.called(owner) if owner and not is_initials(owner) else None


def _renamed(action: Action, chosen: dict[str, str]) -> Action:
    name = chosen.get(action.owner or "")
    return replace(action, owner=name) if name and name != action.owner else action
