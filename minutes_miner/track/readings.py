"""The tracker's patterns in the order of their rules, each tried on a text only where the words stand that it needs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from minutes_miner.matching import index
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.triggers import cost, demands
from minutes_miner.wording import compile_pattern, small_letters

# What a rule's "where" adds before and after its pattern; marks and labels at either end do not count.
_PLACES = {
    "anywhere": ("", ""),
    "sentence start": (r"^\W*", ""),
    "block start": (r"^\W*", ""),
    "block end": ("", r"\W*$"),
    "whole sentence": (r"^\W*", r"\W*$"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A pattern of a rule and what a text says in which it is found; ``demands`` are sets of words of each of which it needs one."""

    value: str
    rule: str
    pattern: re.Pattern[str]
    demands: Sequence[frozenset[str]]


class Readings:
    """Patterns that are tried together, in order."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = tuple(readings)
        self._always = [n for n, each in enumerate(self._readings) if not each.demands]
        self._by_word: dict[str, list[int]] = defaultdict(list)  # the readings by each word of one of their demands, the rarest
        for n, each in enumerate(self._readings):
            for word in min(each.demands, key=cost, default=()):
                self._by_word[word].append(n)
        self._words = frozenset(self._by_word)

    def worth_trying(self, text: str) -> list[Reading]:
        """The readings whose words ``text`` has."""
        words = _words_of(text)
        numbers = set(self._always)
        for word in self._words & words:
            numbers.update(self._by_word[word])
        near = [self._readings[n] for n in sorted(numbers)] if numbers else []
        return [each for each in near if not any(map(words.isdisjoint, each.demands))]

    def matches(self, text: str) -> Iterator[tuple[Reading, re.Match[str]]]:
        """The readings found in ``text``, each where it first stands."""
        return ((each, match) for each in self.worth_trying(text) if (match := each.pattern.search(text)))

    def found_in(self, text: str) -> bool:
        """Whether one of them is found in ``text``."""
        return any(each.pattern.search(text) for each in self.worth_trying(text))


def readings_of(rules: Iterable[Rule], book: RuleBook) -> list[Reading]:
    """The patterns of ``rules``, bound to the place in the text that each rule names."""
    return [Reading(r.value, r.id, _placed(r.where, pattern, book), demands(pattern, book.lists)) for r in rules for pattern in r.patterns]


def _placed(where: str, pattern: str, book: RuleBook) -> re.Pattern[str]:
    compiled = compile_pattern(pattern, book.lists)
    before, after = _PLACES[where]
    return re.compile(f"{before}(?:{compiled.pattern}){after}", compiled.flags) if before or after else compiled


# A sentence is tried with every kind of rule, and for each action that it may speak of: those of a long meeting are remembered.
@lru_cache(maxsize=2048)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(index(small_letters(text))[0])
