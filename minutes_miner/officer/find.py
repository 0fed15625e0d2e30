"""Which action of a ledger a correction means, also after the minutes were read anew with other rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.model import ActionKey, TrackedAction
from minutes_miner.text import normal

# Ratios (0-100) of sorted words. Within one meeting a task read with a longer or shorter beginning or end keeps three quarters of its
# words; elsewhere only one that is printed the same counts, but for a comma or a plural.
_SAME_MEETING, _ELSEWHERE = 75.0, 95.0
_MARGIN = 10.0  # by which the best must lead; tasks of one meeting that are nearer to each other are told apart by a person only
_SAME_ITEM = 10.0  # added where the item is the same: of two alike in one meeting, that of the item is meant
_READ_ANEW = 7  # days by which a meeting's date may come out otherwise when it is read anew; the next meeting is further off
_CONTAINED = 4  # words from which a wording that stands whole within another is the same: rules cut owners and labels off


@dataclass(frozen=True)
class Found:
    """The action meant, or why none can be told."""

    action: TrackedAction | None
    problem: str | None = None
    gone: bool = False  # nothing like it is left


def key_of(action: TrackedAction) -> ActionKey:
    """What a correction keeps of the action that it is about."""
    action = action.found or action
    return ActionKey(action.id, action.organisation, action.committee, action.meeting_date, action.item, action.action.text)


class Finder:
    """The actions of a ledger, to be found by key."""

    def __init__(self, actions: Iterable[TrackedAction]) -> None:
        self._actions = tuple(actions)
        self._by_ref = {one.id: one for one in self._actions}
        self._by_meeting: dict[object, list[TrackedAction]] = defaultdict(list)
        for one in self._actions:
            self._by_meeting[_meeting(key_of(one))].append(one)

    def find(self, key: ActionKey) -> Found:
        """The action of that reference and wording; else the one most like it of that meeting; else its words under a head read anew."""
        exact = self._by_ref.get(key.ref)
        if exact is not None and normal(key_of(exact).wording) == normal(key.wording):
            return Found(exact)
        near = self._best(key, self._by_meeting[_meeting(key)], least=_SAME_MEETING, part=True)
        if near.action or near.problem:
            return near
        gone = not self._by_meeting[_meeting(key)]  # then the meeting itself may have been read anew, under another day
        far = self._best(key, [one for one in self._actions if _may_be_one(key, key_of(one), gone=gone)], least=_ELSEWHERE, part=False)
        return far if far.action or far.problem else Found(None, "the action is no longer found in the minutes", gone=True)

    def source_of(self, key: ActionKey) -> str | None:
        """A document of the meeting at which the action was raised, if there is one."""
        return next((one.source for one in self._by_meeting[_meeting(key)]), None)

    def _best(self, key: ActionKey, candidates: Iterable[TrackedAction], *, least: float, part: bool) -> Found:
        """The one that leads; ``part``: a wording within the other is as good as the whole."""
        alike = [(likeness(key.wording, key_of(one).wording, part=part), one) for one in candidates]
        # The item decides between wordings alike; it makes no unlike wording the same.
        scored = [(ratio + _SAME_ITEM * (_text(key.item) == _text(one.item)), one) for ratio, one in alike if ratio >= least]
        ranked = sorted(scored, key=lambda pair: -pair[0])
        if not ranked:
            return Found(None)
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            either = " or ".join(one.id for _, one in ranked[:2])
            return Found(None, f"the action is read anew, and it may be {either}")
        return Found(ranked[0][1])


def likeness(wording: str, other: str, *, part: bool) -> float:
    """How much two wordings have in common, 0 to 100; ``part``: one that stands whole within the other is the same."""
    from rapidfuzz import fuzz

    shorter, longer = sorted((normal(wording), normal(other)), key=len)
    contained = part and len(shorter.split()) >= _CONTAINED and f" {shorter} " in f" {longer} "
    return 100.0 if contained else float(fuzz.token_sort_ratio(shorter, longer))


def _meeting(key: ActionKey) -> object:
    return _text(key.organisation), _text(key.committee), key.date


def _may_be_one(key: ActionKey, other: ActionKey, *, gone: bool) -> bool:
    """Whether two keys may be of one meeting whose day or body was not read, or read otherwise, one of the times.

    "Clerk to progress." stands in the minutes of many councils and meetings: another day or another body is another action.
    """
    bodies = (_text(key.organisation), _text(other.organisation))
    if all(bodies) and bodies[0] != bodies[1]:
        return False
    if key.date and key.date == other.date:
        return True
    if not all(bodies) or _text(key.committee) != _text(other.committee):
        return False
    return key.date is None or other.date is None or (gone and abs((key.date - other.date).days) <= _READ_ANEW)


def _text(text: str | None) -> str:
    return normal(text or "")
