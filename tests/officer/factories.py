"""Short makers for the tests of corrections: actions of an invented panel, and what an officer says of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from minutes_miner.model import Correction, Ledger, TrackedAction
from minutes_miner.officer.find import key_of
from tests import factories as make

AS_OF = date(2024, 6, 1)
BY, ON = "J Harker", date(2024, 5, 20)


def tracked(ref: str, wording: str, *, day: date = make.SPRING, state: str = "overdue", **more: Any) -> TrackedAction:
    """An action of the panel's meeting on ``day``, due on 30 April 2024 where nothing else is said."""
    home = make.meeting(f"harrowmere/{day}.html", day=day)
    subject = make.action(wording, owner=more.pop("owner", "Tomas Reyne"), due=more.pop("due", make.due()))
    return make.tracked(subject, within=home, state=state, id=ref, **more)


def said(of: TrackedAction, field: str, value: str | None, **more: Any) -> Correction:
    """What J Harker set on 20 May 2024."""
    other = more.pop("other", None)
    return Correction(key_of(of), field, value, more.pop("by", BY), more.pop("on", ON), other=key_of(other) if other else None, **more)


def ledger(*actions: TrackedAction) -> Ledger:
    """A ledger as of 1 June 2024."""
    return make.ledger(*actions, as_of=AS_OF)


def reworded(action: TrackedAction, ref: str, wording: str, **more: Any) -> TrackedAction:
    """The same action as better rules read it: under another reference, in other words."""
    return replace(action, id=ref, action=replace(action.action, text=wording), **more)
