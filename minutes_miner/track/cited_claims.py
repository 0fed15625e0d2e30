"""What the references of a meeting's items settle: the claims that they make, and what they leave to be found by wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from minutes_miner.model import Unsettled
from minutes_miner.track.choose import Claim


@dataclass
class Cited:
    """What the references of a meeting's items settle: claims, and for each passage with a reference the only actions it may mean."""

    claims: list[Claim] = field(default_factory=list)
    meant: dict[int, set[int]] = field(default_factory=dict)  # by the identity of the passage, the actions' numbers
    barred: dict[int, set[int]] = field(default_factory=dict)  # by the same, the actions that it does not speak of
    unsettled: list[Unsettled] = field(default_factory=list)

    def claim(self, claims: Iterable[Claim], *, by_number: bool = False) -> None:
        """Take in claims; one for an action and an item is enough.

        To that of a log's line the first sentence below is added that cites the action by its own number (``by_number``).
        """
        known = {(claim.raised.number, claim.passage.under.place): at for at, claim in enumerate(self.claims)}
        for claim in claims:
            at = known.get((claim.raised.number, claim.passage.under.place))
            if at is None:
                self.claims.append(claim)
            elif by_number and (first := self.claims[at]).passage.progress and not first.below:
                self.claims[at] = replace(first, below=claim.passage)

    def leaves_open(self, claim: Claim) -> bool:
        """Whether a claim by wording may stand beside what the references settle."""
        at, number = id(claim.passage), claim.raised.number
        return number in self.meant.get(at, (number,)) and number not in self.barred.get(at, ())
