"""What sorts of deed an action asks for, and of what sorts a later sentence tells the fate: the rules of two kinds of that name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.track.readings import Readings, readings_of

Deeds = frozenset[str]
_NONE: Deeds = frozenset()
DECIDE = "decide"
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# A pattern that is one word, or one of several, is looked up among the sentence's words: a tenth of the time that searching takes.
_ONE_WORD = re.compile(r"[\w'-]+(?:\|[\w'-]+)*")
# A sentence is read for each action that it may speak of, all in one meeting: those of a long meeting are remembered.
_REMEMBERED = 5000


class _Sorts:
    """The rules of one kind: the values that a word, or a phrase, stands for."""

    def __init__(self, rules: Iterable[Rule], book: RuleBook) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        phrases: list[Rule] = []
        for rule in rules:
            for pattern in rule.patterns:
                if _ONE_WORD.fullmatch(pattern) and rule.where == "anywhere":
                    for word in pattern.casefold().split("|"):
                        self._words[word].add(rule.value)
                else:
                    phrases.append(replace(rule, patterns=(pattern,)))
        self._phrases = Readings(readings_of(phrases, book))

    def of(self, text: str) -> Deeds:
        """The values that ``text`` holds words or phrases of."""
        found: set[str] = set()
        for word in self._words.keys() & _WORD.findall(text.casefold().replace("’", "'")):
            found |= self._words[word]
        near = self._phrases.worth_trying(text)
        return frozenset(found.union(each.value for each in near if each.value not in found and each.pattern.search(text)))


@dataclass(frozen=True)
class DeedBook:
    """The rules of deeds, ready to be asked."""

    _asked: _Sorts
    _told: _Sorts
    _read: dict[str, Deeds] = field(default_factory=dict, compare=False, repr=False)

    def asked(self, action: str) -> Deeds:
        """The sorts of deed that ``action`` asks for."""
        return self._asked.of(action)

    def told(self, sentence: str) -> Deeds:
        """The sorts of deed whose fate ``sentence`` tells."""
        known = self._read.get(sentence)
        if known is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            known = self._read[sentence] = self._told.of(sentence)
        return known


def deed_book(book: RuleBook) -> DeedBook:
    """The deeds that the rules of ``book`` know."""
    return DeedBook(_Sorts(book.of_kinds("deed asked"), book), _Sorts(book.of_kinds("deed told"), book))
