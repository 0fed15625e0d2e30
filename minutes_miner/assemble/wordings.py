"""Rules applied to a value's own words (not to a sentence of the document): which kind of resolution, is it procedural."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.model import Mention
from minutes_miner.rulebook import RuleBook
from minutes_miner.wording import NAME_MARK, compile_pattern


@dataclass(frozen=True)
class Reading:
    """What a classifier made of a text: the rule's value and id."""

    value: str
    rule: str


class Classifier:
    """The rules of one kind, tried in the order of their file: the first that matches names the text."""

    def __init__(self, book: RuleBook, kind: str) -> None:
        self._rules: list[tuple[re.Pattern[str], Reading]] = [
            (compile_pattern(pattern, book.lists), Reading(rule.value, rule.id)) for rule in book.of_kinds(kind) for pattern in rule.patterns
        ]

    def read(self, text: str, names: Sequence[Mention] = (), offset: int = 0) -> Reading | None:
        """The reading of ``text``, which begins at ``offset`` of the document; ``names`` in it stand for ``{who}``."""
        masked = mask(text, names, offset)
        return next((reading for pattern, reading in self._rules if pattern.search(masked)), None)

    def find(self, text: str, names: Sequence[Mention] = (), offset: int = 0) -> tuple[int, int, Reading] | None:
        """As ``read``, with the stretch of ``text`` that matched."""
        masked = mask(text, names, offset)
        for pattern, reading in self._rules:
            match = pattern.search(masked)
            if match:
                return match.start(), match.end(), reading
        return None


def mask(text: str, names: Sequence[Mention], offset: int) -> str:
    """``text`` with every character of the names in it written over, so that patterns see them as ``{who}``."""
    for name in names:
        start, end = name.start - offset, name.end - offset
        if name.value != "group" and 0 <= start < end <= len(text):
            text = text[:start] + NAME_MARK * (end - start) + text[end:]
    return text
