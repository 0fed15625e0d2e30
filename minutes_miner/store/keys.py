"""Ids made from what a value says and where it stands, so that reading the same document again gives the same ids."""

from __future__ import annotations

import hashlib
from collections import Counter

from minutes_miner.text import normal

_LENGTH = 16  # hexadecimal digits, 64 bits: no two of ten million ids are likely to meet


class Ids:
    """Hands out the ids of one meeting's values. Values that say the same in the same place are told apart by their order."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, kind: str, *parts: str | None) -> str:
        """The id of a value of ``kind``: of its words (punctuation and case do not matter) under its item."""
        wording = normal(" ".join(filter(None, (kind, *parts))))
        return self.only(hashlib.sha256(wording.encode()).hexdigest()[:_LENGTH])

    def only(self, given: str) -> str:
        """``given``, or with its number behind it from the second time on: "a1b2", "a1b2-2"."""
        self._seen[given] += 1
        return given if self._seen[given] == 1 else f"{given}-{self._seen[given]}"


def fingerprint(value: object) -> str:
    """A digest of a value made of frozen dataclasses, text, numbers and dates: equal for equal values, in every run."""
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()
