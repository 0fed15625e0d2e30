"""Rules applied to a value's own words (not to a sentence of the document): which kind of resolution, is it procedural."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from minutes_miner.matching import Patterns, Stretch
from minutes_miner.model import Mention
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.wording import BODY_MARK, NAME_MARK

_START = attrgetter("start")
# What opens a limb without being a word of it: "That", "to recommend that" keeps its verb.
_OPENING = re.compile(r"(?:[Tt]hat\s|THAT\s)?(?:the\s)?(?:Council|Committee|Cabinet|Panel|Board|Commission|Members)?\s?")


class Reading(NamedTuple):
    """What a classifier made of a text: the rule's value and id."""

    value: str
    rule: str


class Classifier:
    """The rules of one kind, tried in the order of their file: the first that matches names the text."""

    def __init__(self, book: RuleBook, kind: str) -> None:
        rules = [(rule, pattern, rule.exact_case) for rule in book.of_kinds(kind) for pattern in rule.patterns]
        self._patterns: Patterns[Rule] = Patterns(rules, book.lists)

    def read(self, text: str, names: Sequence[Mention] = (), offset: int = 0) -> Reading | None:
        """The reading of ``text``, which begins at ``offset`` of the document; ``names`` in it stand for ``{who}``."""
        found = self.find(text, names, offset)
        return found[2] if found else None

    def find(self, text: str, names: Sequence[Mention] = (), offset: int = 0) -> tuple[int, int, Reading] | None:
        """As ``read``, with the stretch of ``text`` that matched."""
        stretch = Stretch.whole(mask(text, names, offset))
        opening = _OPENING.match(stretch.text)
        at = opening.end() if opening else 0
        for pattern in self._patterns.hopeful(stretch):
            rule = pattern.owner
            match = pattern.match_at(stretch, at) if rule.where == "sentence start" else next(iter(pattern.matches(stretch)), None)
            if match:
                return match.start(), match.end(), Reading(rule.value, rule.id)
        return None


def mask(text: str, names: Sequence[Mention], offset: int) -> str:
    """``text`` with every character of the names in it (``names`` in order) written over, so that patterns see them as ``{who}``."""
    length = len(text)
    for name in names[bisect_left(names, offset, key=_START) :]:
        start, end = name.start - offset, name.end - offset
        if start >= length:
            break
        if name.value != "group" and start < end <= length:
            mark = BODY_MARK if name.value == "body" else NAME_MARK
            text = text[:start] + mark * (end - start) + text[end:]
    return text
