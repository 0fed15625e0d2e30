"""Choosing among the claims of one later meeting: which actions its passages take up, and which are left to a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.track.candidates import Raised
from minutes_miner.track.passages import Passage
from minutes_miner.track.settings import TrackSettings

# Two actions whose own words agree to this share cannot be told apart by them.
_SAME_WORDING = 0.8
# Three fifths of an action's words and its owner in one sentence are that action, whatever else the sentence speaks of.
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage's claim to take up an action."""

    raised: Raised
    passage: Passage
    points: float
    how: str
    quoted: bool = False  # the passage prints the action again
    closed: bool = False  # an earlier meeting has reported the action done or given up


def chosen(claims: Iterable[Claim], settings: TrackSettings) -> tuple[list[Claim], list[Claim]]:
    """The claims that hold, and those that might have but for another as good. ``claims`` have at most one for an action and an item."""
    strong = [claim for claim in claims if claim.points >= _threshold(claim, settings)]
    by_paragraph: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in strong:
        by_paragraph[(claim.passage.under.place, claim.passage.paragraph)].append(claim)
    held: list[Claim] = []
    tied: list[Claim] = []
    for rivals in by_paragraph.values():
        for claim in rivals:
            if _has_twin(claim, rivals, settings):
                tied.append(claim)
            elif claim.quoted or not _outdone(claim, rivals, settings):
                held.append(claim)
    return held, tied


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
        elif other.raised.is_sibling(claim.raised) and not _speaks_of(claim):
            lead = settings.sibling_margin
        else:
            continue
        if other.points > claim.points + lead:
            return True
    return False


def _speaks_of(claim: Claim) -> bool:
    """Whether the passage names the action's own owner and most of its own words, so that no sibling can take it away."""
    subject = claim.raised.subject
    if subject is None or not subject.owner & claim.passage.words:
        return False
    return len(subject.own & claim.passage.words) >= _MOST * len(subject.own)


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
