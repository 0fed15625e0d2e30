"""Rules applied to a value's own words (not to a sentence of the document): which kind of resolution, is it procedural."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from minutes_miner.matching import Patterns, Stretch
from minutes_miner.model import Mention
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.triggers import cost, demands
from minutes_miner.wording import BODY_MARK, NAME_MARK

_START = attrgetter("start")
# What opens a limb without being a word of it: "That", "to recommend that" keeps its verb.
_OPENING = re.compile(r"(?:[Tt]hat\s|THAT\s)?(?:the\s)?(?:Council|Committee|Cabinet|Panel|Board|Commission|Members)?\s?")


class Reading(NamedTuple):
    """What a classifier made of a text: the rule's value and id, and the stretch of the text that matched."""

    value: str
    rule: str
    start: int
    end: int


def worded(text: str, names: Sequence[Mention] = (), offset: int = 0) -> Stretch:
    """``text``, which begins at ``offset`` of the document, ready for classifiers; ``names`` (in order) in it stand for ``{who}``."""
    return Stretch.whole(_mask(text, names, offset) if names else text)


class Classifier:
    """The rules of one kind, tried in the order of their file: the first that matches names the text."""

    def __init__(self, book: RuleBook, kind: str) -> None:
        rules = [(rule, pattern, rule.exact_case) for rule in book.of_kinds(kind) for pattern in rule.patterns]
        self._patterns: Patterns[Rule] = Patterns(rules, book.lists)
        self._wordings, self._lists = [wording for _, wording, _ in rules], book.lists

    @cached_property
    def _signs(self) -> frozenset[str]:
        """Words of which one stands in every text that a rule matches; the empty one where a rule demands none."""
        needed = (demands(wording, self._lists) for wording in self._wordings)
        return frozenset(word for sets in needed for word in min(sets, key=cost, default=("",)))

    def may_read(self, text: str) -> bool:
        """Whether it pays to make ``text`` ready and read it: for rules that need few words."""
        return any(map(text.lower().__contains__, self._signs))

    def read(self, words: Stretch) -> Reading | None:
        """The reading of a text (see ``worded``)."""
        for pattern, match in self._patterns.matches(words):
            rule = pattern.owner
            if rule.where != "sentence start" or _opens(words.text, match.start()):
                return Reading(rule.value, rule.id, match.start(), match.end())
        return None


def _opens(text: str, place: int) -> bool:
    opening = _OPENING.match(text)
    return opening is not None and opening.end() == place


def _mask(text: str, names: Sequence[Mention], offset: int) -> str:
    """``text`` with every character of the names in it written over."""
    length = len(text)
    for at in range(bisect_left(names, offset, key=_START), len(names)):
        name = names[at]
        start, end = name.start - offset, name.end - offset
        if start >= length:
            break
        if name.value != "group" and start < end <= length:
            mark = BODY_MARK if name.value == "body" else NAME_MARK
            text = text[:start] + mark * (end - start) + text[end:]
    return text
