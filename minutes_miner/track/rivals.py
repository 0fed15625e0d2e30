"""What the claims by wording of one meeting take from each other: an action is told of in one place, a sentence tells of one action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutes_miner.track.choose import Claim
from minutes_miner.track.settings import TrackSettings


def weighed(claims: Sequence[Claim], settings: TrackSettings) -> list[Claim]:
    """``claims`` with the points that are left to each beside its rivals: better places for its action, better actions for its sentence.

    Lines of an action log, and sentences that print the action again, stand as they are.
    """
    by_action: dict[int, list[Claim]] = defaultdict(list)
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.passage.progress is None:
            by_action[claim.raised.number].append(claim)
            by_sentence[id(claim.passage)].append(claim)
    return [
        claim
        if claim.passage.progress or claim.quoted or claim.points < settings.accept
        else replace(claim, points=claim.points + _lost(claim, by_action[claim.raised.number], by_sentence[id(claim.passage)], settings))
        for claim in claims
    ]


def _lost(claim: Claim, of_action: Iterable[Claim], of_sentence: Sequence[Claim], settings: TrackSettings) -> float:
    """The points, none or fewer, by which better rivals make a claim less likely."""
    weights = settings.weights
    elsewhere = [other for other in of_action if other.passage.under.place != claim.passage.under.place]
    siblings = [other for other in of_sentence if other.raised.is_sibling(claim.raised)]
    others = [other for other in of_sentence if not other.raised.is_sibling(claim.raised)]
    ways = ((weights.behind_item, elsewhere), (weights.behind_sibling, siblings), (weights.behind_other, others))
    return sum(each * min(weights.behind_cap, _behind(claim, rivals)) for each, rivals in ways)


def _behind(claim: Claim, rivals: Iterable[Claim]) -> float:
    return max((0.0, *(other.points - claim.points for other in rivals)))
