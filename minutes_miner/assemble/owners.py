"""Whose task it is: the name before the doing verb, in brackets behind a mark, or in the action column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.script import Sentence

# What the action column says where there is nobody to act.
NOBODY = re.compile(
    r"(?:none|nil|n/?a|noted|note|agreed|info(?:rmation)?|for information|action|actions|owner|lead|who|by whom|-|–|—|\.)*", re.IGNORECASE
)
_LONGEST_OWNER = 8


def clean_owner(text: str) -> str | None:
    """An owner as a column or bracket prints it, without stray punctuation; None for "None", "n/a" and the like, or a whole sentence."""
    owner = text.strip(" .,:;()[]–-")
    if not owner or NOBODY.fullmatch(owner) or len(owner.split()) > _LONGEST_OWNER:
        return None
    return owner


def doer_before(sentence: Sentence, at: int, *, reach: int = 60) -> str | None:
    """The name, body or group that stands before offset ``at`` as the subject of the doing verb; names joined by "and" together."""
    before = [n for n in sentence.names if n.end <= at and at - n.end <= reach]
    if not before:
        return None
    last = before[-1]
    joined = [last]
    for name in reversed(before[:-1]):
        if not re.fullmatch(r",?\s?(?:and|&|/|,)\s?", sentence.text[name.end - sentence.start : joined[0].start - sentence.start]):
            break
        joined.insert(0, name)
    return sentence.text[joined[0].start - sentence.start : last.end - sentence.start]


def same_owner(a: str | None, b: str | None) -> bool:
    """Whether two owners may be one: neither is known, or they share a word."""
    if not a or not b:
        return True
    return bool(_words(a) & _words(b))


def _words(owner: str) -> set[str]:
    return set(re.findall(r"\w+", owner.casefold())) - {"the", "cllr", "councillor", "mr", "mrs", "ms", "dr", "and", "all"}


def first_owner(candidates: Sequence[str | None]) -> str | None:
    """The first owner that is known."""
    return next((owner for owner in candidates if owner), None)
