"""Following actions from meeting to meeting: what became of each, and how it stands as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes_miner.model import Ledger, Meeting
from minutes_miner.track.judge import judged_again
from minutes_miner.track.settings import TrackSettings, Weights, track_settings

__all__ = ["TrackSettings", "Weights", "judged_again", "track", "track_settings"]


def track(meetings: Sequence[Meeting], *, as_of: date, settings: TrackSettings = TrackSettings()) -> Ledger:  # noqa: B008 - frozen
    """Follow every action of ``meetings``, in any order and of any number of bodies, as of the day ``as_of``.

    Meetings after ``as_of`` are left out of account. What fits several earlier minutes or none is listed in ``Ledger.unsettled``, not
    linked. Raises RuleError where ``settings.rules`` names a folder with a rule that is wrong.
    """
    from minutes_miner.track.ledger import ledger_of

    return ledger_of(meetings, as_of=as_of, settings=settings)
