"""Laying corrections over a ledger: a pure function. Nothing that an officer said is dropped; what no longer fits is listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.dates import long_date
from minutes_miner.model import CORRECTION, ActionMention, Correction, Held, Ledger, TrackedAction, Unsettled
from minutes_miner.model.corrections import DUE, NO_ACTION, NONE, OWNER, SAME_AS, SAME_AS_ANOTHER, STATUS
from minutes_miner.officer.find import Finder
from minutes_miner.officer.standing import by_date, closed, kept_open, merged, said_by, set_aside
from minutes_miner.statuskey import in_words
from minutes_miner.text import has_last_name, normal

_DUE_SOON_DAYS = 14  # a fortnight, the notice in which a paper for a meeting is written

# What a later report may say against the status that an officer has set.
_AGAINST = {
    "completed": ("part done", "awaited", "deferred"),
    "dropped": ("done", "part done", "awaited", "deferred"),
    "open": ("done", "replaced", "dropped"),
}


@dataclass(frozen=True)
class _Set:
    """A correction with the action that it is found to be about, and the other one of two that are the same."""

    said: Correction
    action: TrackedAction
    other: TrackedAction | None


def with_corrections(
    ledger: Ledger, corrections: Sequence[Correction], *, held: Iterable[Held] = (), due_soon_days: int = _DUE_SOON_DAYS
) -> Ledger:
    """``ledger`` with ``corrections`` (in the order in which they were made) laid over it; of two on one matter the later holds.

    A correction whose action is gone or cannot be told changes nothing and is listed in ``unsettled``; one where the minutes now say
    something else than when it was made holds, and is listed too. Corrections hold whatever the ledger's day. By the meetings ``held``
    it is counted how many an action is late by a date that an officer set.
    """
    if not corrections:
        return ledger
    finder = Finder(ledger.actions)
    said, lost = _in_force(corrections, finder)
    by_ref: dict[str, list[_Set]] = defaultdict(list)
    for one in said:
        by_ref[one.action.id].append(one)
    actions = _merged(ledger.actions, said)
    days: dict[tuple[str | None, str | None], list[date]] = defaultdict(list)
    for meeting in held:
        days[meeting.organisation, meeting.committee].append(meeting.date)
    corrected = tuple(
        _corrected(
            one,
            actions[one.id],
            by_ref.get(one.id, ()),
            as_of=ledger.as_of,
            due_soon_days=due_soon_days,
            held=days[one.organisation, one.committee],
        )
        for one in ledger.actions
    )
    return replace(ledger, actions=corrected, unsettled=(*_unanswered(ledger.unsettled, corrected), *lost, *_differing(said)))


def known_on(corrections: Iterable[Correction], day: date) -> tuple[Correction, ...]:
    """Those of ``corrections`` that count on ``day``: made by then, or saying how the minutes are to be read, which holds for any day."""
    return tuple(one for one in corrections if one.on <= day or one.field in (SAME_AS, NO_ACTION))


def in_minutes(action: TrackedAction, field: str) -> str | None:
    """What the minutes alone say of a field that can be corrected. Open and overdue are one: time passes without anybody saying so."""
    action = action.found or action
    if field == STATUS:
        return {"overdue": "open", "superseded": "dropped"}.get(action.status, action.status)
    if field == OWNER:
        return action.action.owner
    return action.due_date.isoformat() if field == DUE and action.due_date else None


def _unanswered(points: Iterable[Unsettled], actions: Iterable[TrackedAction]) -> Iterator[Unsettled]:
    """``points`` without the corrections made at approval to an item of one action, to which an officer has given the owner they name."""
    at_item: dict[tuple[str | None, str | None], list[TrackedAction]] = defaultdict(list)
    for one in actions:
        at_item[one.source, one.item].append(one)
    for point in points:
        there = at_item[point.source, point.item] if point.kind == CORRECTION else []
        owner = there[0].set_to(OWNER) if len(there) == 1 else None
        if not has_last_name(point.text, owner):
            yield point


def _in_force(corrections: Iterable[Correction], finder: Finder) -> tuple[list[_Set], list[Unsettled]]:
    """The last correction of each action and field, and what has become of those that no action can be found for."""
    held: dict[tuple[str, str], _Set] = {}
    lost: dict[tuple[str, str], Unsettled] = {}
    doubts: list[Unsettled] = []
    for one in corrections:
        found = finder.find(one.of)
        other = finder.find(one.other) if one.other else None
        problem = found.problem or (f"of the other action: {other.problem}" if other and other.problem else None)
        place = (found.action.id if found.action else one.of.ref, one.field)
        before = held.pop(place, None)
        lost.pop(place, None)
        if before and before.said.of.wording != one.of.wording and one.value not in (None, before.said.value):
            later = in_words(one.field, one.value)
            reason = f"its action is now read as one with another of {one.of.item!r}, for which {later!r} was set later"
            doubts.append(_point(before.said, reason, before.action))
        if one.value is None:
            continue
        if problem or found.action is None:
            if one.field == NO_ACTION and found.gone:
                continue  # the minutes say so too, as they now stand
            lost[place] = _point(one, f"{problem}; the correction is kept and not applied", source=finder.source_of(one.of))
        elif other and other.action is found.action:
            lost[place] = _point(one, "the two actions are now read as one: nothing is left to join", found.action)
        else:
            held[place] = _Set(one, found.action, other.action if other else None)
    return list(held.values()), [*lost.values(), *doubts]


def _merged(actions: Sequence[TrackedAction], held: Iterable[_Set]) -> dict[str, TrackedAction]:
    """The actions by reference, those that are the same joined under the one raised first: its wording is the original one."""
    known = {one.id: one for one in actions}
    place = {ref: (one.meeting_date or date.max, number) for number, (ref, one) in enumerate(known.items())}
    first = {ref: ref for ref in known}

    def head(ref: str) -> str:
        while first[ref] != ref:
            ref = first[ref]
        return ref

    reasons: dict[str, Correction] = {}
    for one in held:
        if one.other is not None:
            kept, gone = sorted((head(one.action.id), head(one.other.id)), key=place.__getitem__)
            if kept != gone:
                first[gone], reasons[gone] = kept, one.said
    groups: dict[str, list[str]] = defaultdict(list)
    for gone in reasons:
        groups[head(gone)].append(gone)
    for kept, others in groups.items():
        joined = sorted(others, key=place.__getitem__)
        known[kept] = merged(known[kept], [known[ref] for ref in joined])
        known |= {ref: set_aside(known[ref], reasons[ref], kept=known[kept]) for ref in joined}
    return known


def _corrected(
    found: TrackedAction, action: TrackedAction, mine: Iterable[_Set], *, as_of: date, due_soon_days: int, held: Sequence[date]
) -> TrackedAction:
    said = {one.said.field: one.said for one in mine}
    if not said and action is found:
        return found
    joined = action.state == SAME_AS_ANOTHER
    action = _with_values(action, said)
    status = said.get(STATUS)
    if NO_ACTION in said:
        action = set_aside(action, said[NO_ACTION])
    elif joined:
        pass  # its status is that of the action it is the same as
    elif status and status.value == "completed":
        action = closed(action, "completed", "completed", status)
    elif status and status.value == "dropped":
        action = closed(action, "superseded", "dropped", status)
    elif status or (DUE in said and action.status in ("open", "overdue")):
        action = by_date(action, as_of=as_of, due_soon_days=due_soon_days, held=held)
    if status and status.value == "open" and not joined:
        action = kept_open(action, status, found=found)
    shown = tuple(_shown(one) for one in mine)
    return replace(action, corrections=shown, found=found)


def _with_values(action: TrackedAction, said: Mapping[str, Correction]) -> TrackedAction:
    """``action`` with an officer's owner and date."""
    if OWNER in said:
        owner = said[OWNER].value
        action = replace(action, action=replace(action.action, owner=None if owner == NONE else owner))
    if DUE in said:
        value = said[DUE].value or NONE
        action = replace(action, due_date=None if value == NONE else date.fromisoformat(value))
    return action


def _shown(one: _Set) -> Correction:
    """The correction with the reference that the other action has now."""
    return replace(one.said, value=one.other.id) if one.said.field == SAME_AS and one.other else one.said


def _differing(held: Iterable[_Set]) -> list[Unsettled]:
    """What the minutes now say against the corrections: another thing than when they were made, or since then."""
    points = []
    for one in held:
        now = in_minutes(one.action, one.said.field)
        since = _since(one)
        if _same(one.said.field, now) not in (_same(one.said.field, one.said.found), _same(one.said.field, one.said.value)):
            was, reads = (repr(in_words(one.said.field, text)) if text else "nothing" for text in (one.said.found, now))
            reason = f"the minutes gave {was} when it was made, and now give {reads}; the correction holds until it is changed"
            points.append(_point(one.said, reason, one.action))
        elif since and since.date:
            reason = f"the minutes of {long_date(since.date)} say since: “{since.quote}”; the correction holds until it is changed"
            points.append(_point(one.said, reason, one.action))
    return points


def _same(field: str, value: str | None) -> str | None:
    """A value for comparing: "the Clerk" and "Clerk" are one owner."""
    return normal(value).removeprefix("the ") if value and field == OWNER else value


def _since(one: _Set) -> ActionMention | None:
    """The last report of a day after a status was set that says otherwise."""
    against = _AGAINST.get(one.said.value or "", ()) if one.said.field == STATUS else ()
    told = [each for each in one.action.mentions if each.status in against and each.date and each.date > one.said.on]
    return told[-1] if told else None


def _point(one: Correction, reason: str, action: TrackedAction | None = None, *, source: str | None = None) -> Unsettled:
    """A point to settle about a correction: at ``action`` where it is known, else in the minutes ``source``."""
    value = in_words(one.field, one.value) if one.value else None
    whole = f"{one.field} set to {value!r} by {said_by(one)}: {reason}"
    about = (one.of.organisation, one.of.committee, one.of.date)
    home, evidence = (action.source, action.action.evidence) if action else (source, None)
    return Unsettled("officer's correction", one.of.wording, whole, one.of.item, evidence, home, about=about)
