"""One name for one owner: "Ms Ash" in one sentence and "Ms T Ash" in another are the same person where the document knows one such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.assemble.persons import People, Person, is_initials, name_words
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
    chosen = {
        name: best
        for counts in used.values()
        for best in [counts.most_common(1)[0][0]]
        for name in counts
        if name != best and _may_be_one(name, best)
    }
    if not chosen:
        return tuple(items)
    return tuple(replace(item, actions=tuple(_renamed(action, chosen) for action in item.actions)) for item in items)


def _may_be_one(a: str, b: str) -> bool:
    """Whether the titles of two names go together: "Cllr" and "Councillor", not "Sgt" and "PCSO"."""
    mine, theirs = _titles(a), _titles(b)
    return not mine or not theirs or bool(mine & theirs)


def _titles(name: str) -> set[str]:
    words = {word.rstrip(".").casefold() for word in name.split()} - set(name_words(name))
    return {"cllr" if word == "councillor" else word for word in words}


def _person(owner: str | None, people: People) -> Person | None:
    return people.called(owner) if owner and not is_initials(owner) else None


def _renamed(action: Action, chosen: dict[str, str]) -> Action:
    name = chosen.get(action.owner or "")
    return replace(action, owner=name) if name else action
