"""Choosing among the claims of one later meeting: which actions its passages take up, and which are left to a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.track.candidates import Raised
from minutes_miner.track.passages import Passage
from minutes_miner.track.settings import TrackSettings

# A passage with no word of an action's own, but with one of a sibling's that tells something, is the sibling's for a smaller lead: the
# clerk reports on all that an item has set, and under its heading.
_NOTHING_OWN, _TELLING = 0.05, 0.35
# Two actions whose own words agree to this share cannot be told apart by them.
_SAME_WORDING = 0.8


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage's claim to take up an action."""

    raised: Raised
    passage: Passage
    points: float
    how: str
    own: float = 0.0  # how much the action's own words in the passage tell
    quoted: bool = False  # the passage prints the action again
    closed: bool = False  # an earlier meeting has reported the action done or given up
    below: Passage | None = None  # of a log's line: a sentence under the log that cites the action, too


def chosen(claims: Iterable[Claim], settings: TrackSettings) -> tuple[list[Claim], list[Claim]]:
    """The claims that hold, at most one for an action and an item, and those that might have but for another as good.

    Each passage is judged by itself: a sibling that the sentence beside it speaks of takes nothing away.
    """
    by_passage: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.points >= _threshold(claim, settings):
            by_passage[id(claim.passage)].append(claim)
    held: dict[tuple[int, int], Claim] = {}
    tied: dict[tuple[int, int], Claim] = {}
    for rivals in by_passage.values():
        for claim in rivals:
            if _has_twin(claim, rivals, settings):
                _keep_better(tied, claim)
            elif claim.quoted or not _outdone(claim, rivals, settings):
                _keep_better(held, claim)
    return list(held.values()), [claim for key, claim in tied.items() if key not in held]


def _keep_better(claims: dict[tuple[int, int], Claim], claim: Claim) -> None:
    """Keep one claim for an action and an item: the stronger, and of equals the one that is no task set afresh."""
    key = (claim.raised.number, claim.passage.under.place)
    known = claims.get(key)
    if known is None or (claim.points, not claim.passage.fresh) > (known.points, not known.passage.fresh):
        claims[key] = claim


def _threshold(claim: Claim, settings: TrackSettings) -> float:
    return settings.accept_line if claim.passage.progress else settings.accept


def _outdone(claim: Claim, rivals: Iterable[Claim], settings: TrackSettings) -> bool:
    """Whether another has much the better claim: a sibling (an action of the same item), one of another item of that meeting worded
    alike, or, for a line of an action log, any other."""
    line = claim.passage.progress is not None
    for other in rivals:
        if claim.closed and not other.closed and other.raised.position > claim.raised.position:
            return True  # what is said after an action is closed is said of its successor
        if line or _are_twins(claim, other):
            lead = settings.margin
        elif other.raised.is_sibling(claim.raised) and other.own >= claim.own:
            lead = settings.margin / 2 if claim.own < _NOTHING_OWN and other.own >= _TELLING else settings.sibling_margin
        else:
            continue
        if other.points > claim.points + lead:
            return True
    return False


def _has_twin(claim: Claim, rivals: Iterable[Claim], settings: TrackSettings) -> bool:
    """Whether an action of another item of the same meeting, worded alike, has about as good a claim: nothing tells which is meant."""
    return any(_are_twins(claim, other) and abs(other.points - claim.points) < settings.margin for other in rivals)


def _are_twins(a: Claim, b: Claim) -> bool:
    """Whether two actions were raised at one meeting, under different items, in nearly the same words. (Of two meetings, the later one
    has raised the earlier's action again, and what is said of the one is said of both.)"""
    if a.raised.meeting is not b.raised.meeting or a.raised.place == b.raised.place or not a.raised.subject or not b.raised.subject:
        return False
    one, two = a.raised.subject.own, b.raised.subject.own
    return len(one & two) >= _SAME_WORDING * len(one | two)
