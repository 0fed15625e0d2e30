"""What linking any series needs to know, gathered once for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.model import Meeting
from minutes_miner.track.candidates import Raised
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.references import Resolver
from minutes_miner.track.settings import TrackSettings


@dataclass(frozen=True, slots=True)
class Context:
    """Every action raised, by its meeting's identity and its item's place; the resolver of references; rules; thresholds."""

    raised: Mapping[tuple[int, int], Sequence[Raised]]
    resolver: Resolver
    book: PhraseBook
    settings: TrackSettings

    def raised_in(self, meeting: Meeting, place: int) -> Sequence[Raised]:
        """The actions raised in the item that stands at ``place`` of ``meeting``."""
        return self.raised.get((id(meeting), place), ())
