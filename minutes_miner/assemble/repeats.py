"""Decisions that are stated twice: each is kept once, in its firmest form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.decisions import Decision
from minutes_miner.text import normal

# An informal decision says the same as a formal limb where this share of its words stands in the limb: half of them are stop words anyway.
_SAME_DECISION = 0.6
# A formal limb of so many telling words (no stop words), all told before it in longer words, is that decision in short.
_TELLING, _STOP_WORD = 3, 4
# "All agreed." beside a formal resolution is how it was carried, and no resolution more.
#: Rules of "The Committee noted ...": what is noted behind a resolution is a decision more, an outcome's words behind it are its vote.
NOTING = frozenset({"resolution.noted", "resolution.was-noted", "resolution.noted-that"})
# A motion that tells somebody what to do, and is no amendment or vote on the paper before the meeting, whose words the resolution gives.
_SELF_TOLD = re.compile(
    r"(?:that\s)?[^,;]{2,60}?\sbe\s(?:asked|requested|instructed|invited|urged|recommended|called\son)\sto\s", re.IGNORECASE
)
_OF_A_PAPER = re.compile(r"\b(?:recommendations?|motions?|amendments?|proposals?)\b", re.IGNORECASE)
_BLOCK = "resolution.decision-block"
_BARE = frozenset({"resolution.agreed-alone", "resolution.outcome"})


def without_repeats(decisions: Sequence[Decision]) -> list[Decision]:
    """Without what only repeats: "noted" beside anything firmer, an informal "agreed" that a formal limb says again, the same limb twice.

    What is left out still lends its place to the limb that says it again: a mover may be named there.
    """
    if len(decisions) < 2:
        return list(decisions)
    formal = [d for d in decisions if d.form == "formal" and d.rule != _BLOCK] or [d for d in decisions if d.form == "formal"]
    firm = [d for d in decisions if d.form != "noted"]
    kept: list[Decision] = []
    for decision in decisions:
        twin = next((d for d in formal if _may_repeat(decision, d) and _says_again(decision, d)), None)
        if twin is not None:
            formal[formal.index(twin)] = replaced = twin._replace(said_at=(*twin.said_at, *decision.said_at))
            kept = [replaced if k is twin else k for k in kept]
            continue
        if (decision.form == "noted" and any(d.voted_at > decision.voted_at or decision.rule not in NOTING for d in firm)) or (
            decision.rule in _BARE and decision.form != "formal" and formal and not _is_motion(decision)
        ):
            continue
        current = next((d for d in formal if d.limb is decision.limb), decision)
        same = next((k for k in kept if _printed_twice(k, decision)), None)
        if same is None:
            kept.append(current)
        else:  # a decision block says again what the minutes say: one resolution, two places
            kept[kept.index(same)] = same._replace(said_at=(*same.said_at, *decision.said_at))
    return kept


def _is_motion(decision: Decision) -> bool:
    """Whether ``decision`` is a motion that was carried and says itself what is to be done, so that it stands beside the resolution."""
    return len(decision.said_at) > 1 and bool(_SELF_TOLD.match(decision.limb.text)) and not _OF_A_PAPER.search(decision.limb.text)


def _may_repeat(decision: Decision, formal: Decision) -> bool:
    """Whether ``decision`` is less firm than ``formal``: told informally, or in a decision block beside minutes that resolve."""
    return decision.form != "formal" or (decision.rule == _BLOCK != formal.rule)


def _printed_twice(a: Decision, b: Decision) -> bool:
    """Whether two decisions are one: the same formal words, or the same words in the minutes and in a decision block beside them."""
    twice = a.form == b.form == "formal" or {a.sentence.block.role, b.sentence.block.role} == {"minutes", "decision"}
    return twice and normal(a.limb.text) == normal(b.limb.text)


def _says_again(informal: Decision, formal: Decision) -> bool:
    words, others = set(normal(informal.limb.text).split()), set(normal(formal.limb.text).split())
    if not words:
        return False
    return len(words & others) / len(words) >= _SAME_DECISION or (informal.voted_at < formal.voted_at and _is_told_by(words, others))


def _is_told_by(informal: set[str], formal: set[str]) -> bool:
    """Whether the formal words, in short, are all in the longer telling of the same before them."""
    telling = {word for word in formal if len(word) > _STOP_WORD or word.isdigit()}
    return len(telling) >= _TELLING and telling <= informal
