"""Words that minutes use for one and the same thing ("lamp", "lighting column"): the rules of the kinds concept and kind of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from minutes_miner.errors import RuleError
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.track.words import Words, tokens

CONCEPT, KIND_OF = "concept", "kind of"
# A mark stands among words for the thing that they name; no stem begins so. Where the thing's name is several words the mark is one:
# with a blank in it, it would weigh as a pair of neighbours.
_MARK = "="
_PLAIN = re.compile(r"[\w'’&/.-]+(?:[ |][\w'’&/.-]+)*")


@dataclass(frozen=True, slots=True)
class Said:
    """What words say of a thing: the stems by which they name it, and whether by a narrower word ("swings" for a play area)."""

    stems: Words
    narrow: bool


Meanings = Mapping[str, Said]


# What a stem, or a phrase's first pair, may be part of: the other pairs, all stems, the thing's mark, whether by a narrower word.
_Named = tuple[Words, Words, str, bool]


@dataclass(frozen=True)
class Concepts:
    """The things that words may stand for, by their marks."""

    _named: Mapping[str, tuple[_Named, ...]]
    _keys: Words

    def meanings(self, words: Words) -> Meanings:
        """The things that ``words`` (stems and pairs) name, by their marks."""
        found: dict[str, Said] = {}
        for key in self._keys & words:
            for pairs, stems, mark, narrow in self._named[key]:
                if pairs <= words:
                    known = found.get(mark)
                    found[mark] = Said(known.stems | stems, known.narrow and narrow) if known else Said(stems, narrow)
        return found

    def marks(self, words: Words) -> Words:
        """The marks of the things that ``words`` name, to be counted as words are."""
        named = self._named
        return frozenset([mark for key in self._keys & words for pairs, _, mark, _ in named[key] if pairs <= words])


def mark_of(thing: str) -> str:
    """The mark of the thing that a rule's value names."""
    return _MARK + thing.replace(" ", "_")


def concepts_of(book: RuleBook) -> Concepts:
    """The things that the rules of ``book`` know. Raises RuleError for a rule whose words cannot be found, or a kind of nothing."""
    things = {rule.value for rule in book.of_kinds(CONCEPT)}
    named: dict[str, dict[_Named, None]] = defaultdict(dict)
    for rule in book.of_kinds(CONCEPT, KIND_OF):
        if not rule.value or rule.value not in things:
            raise RuleError(f"{rule.file}: rule {rule.id}: its value must name the thing, for a kind of it as some concept does")
        for stems in _stems(rule):
            pairs = [f"{a} {b}" for a, b in pairwise(stems)]
            key = pairs[0] if pairs else stems[0]
            named[key][frozenset(pairs[1:]), frozenset(stems), mark_of(rule.value), rule.kind == KIND_OF] = None
    return Concepts({key: tuple(values) for key, values in named.items()}, frozenset(named))


def _stems(rule: Rule) -> Iterator[list[str]]:
    """The stems of each word or phrase that the patterns of ``rule`` stand for."""
    for pattern in rule.patterns:
        if not _PLAIN.fullmatch(pattern):
            raise RuleError(f"{rule.file}: rule {rule.id}: {pattern!r} must be plain words, with | between alternatives")
        for words in product(*(word.split("|") for word in pattern.split())):
            phrase = " ".join(words)
            stems = tokens(phrase)
            if not stems or (len(stems) == 1 and len(words) > 1):
                raise RuleError(f"{rule.file}: rule {rule.id}: of {phrase!r} too little is left without words of grammar")
            yield stems
