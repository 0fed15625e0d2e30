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


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage's claim to take up an action."""

    raised: Raised
    passage: Passage
    points: float
    how: str
    quoted: bool = False  # the passage prints the action again


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
    return settings.accept_referred if claim.passage.progress else settings.accept


def _outdone(claim: Claim, rivals: Iterable[Claim], settings: TrackSettings) -> bool:
    """Whether a sibling - an action of the same item - or, for a line of an action log, any other action has much the better claim."""
    line = claim.passage.progress is not None
    lead = settings.margin if line else settings.sibling_margin
    return any(
        other.points > claim.points + lead and (line or other.raised.is_sibling(claim.raised)) for other in rivals if other is not claim
    )


def _has_twin(claim: Claim, rivals: Iterable[Claim], settings: TrackSettings) -> bool:
    """Whether an action of another item, worded alike, has about as good a claim: then nothing tells which is meant."""
    return any(
        abs(other.points - claim.points) < settings.margin and not other.raised.is_sibling(claim.raised) and _alike(claim, other)
        for other in rivals
    )


def _alike(a: Claim, b: Claim) -> bool:
    if a.raised.subject is None or b.raised.subject is None:
        return False
    one, two = a.raised.subject.own, b.raised.subject.own
    return len(one & two) >= _SAME_WORDING * len(one | two)
