"""Trying many patterns on a text, each only where its words stand.

This finds what searching the text with every pattern would find, at a fraction of the time: a pattern is looked at only where every
word that it demands stands in the text, is compiled when that first happens, and is tried only at words that it may begin with.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Generic, TypeVar

from minutes_miner.wording import BODY_MARK, NAME_MARK, compiled, expression, is_optional, small_letters

Owner = TypeVar("Owner")
Lists = Mapping[str, Sequence[str]]

# Words in nearly every sentence: looking for the patterns that hold one of them would save little.
_COMMON = frozenset(
    """a an and any are as at be been being but by can could did do does for from had has have in into is it its may not of on or our
    shall should so that the their them there these they this to was we were which who will with would you""".split()
)
_WORD = re.compile(r"\w+")
_HYPHENS = frozenset("-‐‑")  # patterns take one for another
# A word, or a mark that stands in so few texts that it pays to look whether a pattern's mark does.
_WORD_OR_MARK = re.compile(rf"\w+|[{''.join(sorted(_HYPHENS))}–—:&]")
_SHORT = 3  # letters; shorter words stand within others so often that it pays to look for whole ones
_MARKS = frozenset({NAME_MARK, BODY_MARK})
_ORDER = attrgetter("order")
_ANYWHERE = ""  # stands for the word of patterns that demand none


def words_in(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """The words of ``text`` between two offsets in small letters, in order."""
    return _WORD.findall(small_letters(text), start, end)


def word_sets(small: str, stretches: Iterable[tuple[int, int]]) -> list[set[str]]:
    """The words of each of the ``stretches`` of a text that is in small letters, and the marks there that patterns may demand."""
    return [set(_WORD_OR_MARK.findall(small, start, end)) for start, end in stretches]


class Stretch:
    """A part of a text to try patterns on, names in it under NAME_MARK and BODY_MARK.

    ``small`` is the text in small letters, character for character; ``words`` are those of the stretch (there may be others among them).
    """

    __slots__ = ("_places", "_places_of_sets", "end", "small", "start", "text", "words")

    def __init__(self, text: str, small: str, start: int, end: int, words: AbstractSet[str]) -> None:
        self.text, self.small, self.start, self.end = text, small, start, end
        standing = [mark for mark in _MARKS if small.find(mark, start, end) >= 0]
        self.words = words | set(standing) if standing else words
        self._places: dict[str, list[int]] = {}
        self._places_of_sets: dict[frozenset[str], list[int]] = {}

    @classmethod
    def whole(cls, text: str) -> Stretch:
        """All of ``text``."""
        small = small_letters(text)
        return cls(text, small, 0, len(text), set(_WORD_OR_MARK.findall(small)))

    def all_places(self, words: frozenset[str]) -> list[int]:
        """Where any of ``words`` may stand, in order."""
        found = self._places_of_sets.get(words)
        if found is None:
            standing = [self.places(word) for word in words & self.words]
            found = standing[0] if len(standing) == 1 else sorted([place for places in standing for place in places])
            self._places_of_sets[words] = found
        return found

    def places(self, word: str) -> list[int]:
        """Where ``word`` may stand (patterns see for themselves whether it is a word there), and where names begin."""
        found = self._places.get(word)
        if found is None:
            find = _found if len(word) > _SHORT else _found_whole
            found = self._places[word] = find(word, self.small, self.start, self.end)
        return found


def _found(word: str, text: str, start: int, end: int) -> list[int]:
    found, at = [], text.find(word, start, end)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1, end)
    return found


def _found_whole(word: str, text: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _whole(word).finditer(text, start, end)]


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(f"{word}+" if word in _MARKS else rf"{re.escape(word)}(?!\w)")


@dataclass(slots=True, eq=False)
class Pattern(Generic[Owner]):
    """A pattern of the rules, compiled when it is first tried; ``owner`` is what its user wants back with a match."""

    owner: Owner
    wording: str
    lists: Lists
    exact_case: bool
    order: int
    beginnings: frozenset[str]
    needs: int  # the sets of words of each of which one must stand in the text, as bits
    printed: bool  # whether it looks at capitals, and so is tried on the text as printed
    _regex: re.Pattern[str] | None = None

    def matches(self, stretch: Stretch) -> list[re.Match[str]]:
        """The matches in ``stretch`` in order: one at most from each place, so that two may overlap."""
        regex, end = self._regex or self._compiled(), stretch.end
        text = stretch.text if self.printed else stretch.small
        if not self.beginnings:
            return list(regex.finditer(text, stretch.start, end))
        match_at, found = regex.match, []
        for place in stretch.all_places(self.beginnings):
            match = match_at(text, place, end)
            if match:
                found.append(match)
        return found

    def match_at(self, stretch: Stretch, place: int) -> re.Match[str] | None:
        """The match that begins at ``place``."""
        return (self._regex or self._compiled()).match(stretch.text if self.printed else stretch.small, place, stretch.end)

    def _compiled(self) -> re.Pattern[str]:
        source = expression(self.wording, self.lists, small=not self.printed)
        self._regex = compiled(source, exact_case=self.exact_case or not self.printed)
        return self._regex


class Patterns(Generic[Owner]):
    """Patterns that are tried together, given as (owner, wording, whether its case is exact), with the word lists of their rule book."""

    def __init__(self, wordings: Iterable[tuple[Owner, str, bool]], lists: Lists) -> None:
        bits: dict[str, int] = defaultdict(int)  # word -> the demanded sets of words that it stands in
        by_word: dict[str, list[Pattern[Owner]]] = defaultdict(list)
        numbers: dict[frozenset[str], int] = {}
        shared: dict[frozenset[str], frozenset[str]] = {}  # sets that many patterns have, each held once: a set is found fastest as itself
        for order, (owner, wording, exact) in enumerate(wordings):
            sets = demands(wording, lists)
            needs = 0
            for words in sets:
                bit = 1 << numbers.setdefault(words, len(numbers))
                needs |= bit
                for word in words:
                    bits[word] |= bit
            opens = beginnings(wording, lists)
            opens = shared.setdefault(opens, opens)
            pattern = Pattern(owner, wording, lists, exact, order, opens, needs, exact or "{word}" in wording)
            for word in min(sets, key=_cost, default=(_ANYWHERE,)):
                by_word[word].append(pattern)
        self._anywhere = by_word.pop(_ANYWHERE, [])
        self._by_word = {word: (its_bits, by_word.get(word, [])) for word, its_bits in bits.items()}
        self._words = frozenset(bits)

    def hopeful(self, stretch: Stretch) -> list[Pattern[Owner]]:
        """The patterns all of whose words stand in ``stretch``, in their order."""
        bits, near = 0, self._anywhere.copy()
        for word in self._words & stretch.words:
            its_bits, its_patterns = self._by_word[word]
            bits |= its_bits
            near += its_patterns
        missing = ~bits
        found = {pattern for pattern in near if not pattern.needs & missing}
        return sorted(found, key=_ORDER) if len(found) > 1 else list(found)


def demands(wording: str, lists: Lists) -> list[frozenset[str]]:
    """For each word that ``wording`` demands the small-letter first words of its alternatives, the marks for names.

    Left out are those that may be any word or a usual mark of punctuation.
    """
    fixed = (word for word in wording.split() if not word.startswith("*") and not is_optional(word))
    return [words for word in fixed if (words := _first_words(word, lists, _WORD_OR_MARK.search))]


def _cost(words: frozenset[str]) -> int:
    # A common word costs as much as a long list: a list of forty verbs is still better than "to".
    return len(words) + 50 * len(words & _COMMON) + 50 * (not words.isdisjoint(_MARKS))


def beginnings(wording: str, lists: Lists) -> frozenset[str]:
    """Small-letter words that a match of ``wording`` may begin with, the marks for names; empty where it may begin with punctuation."""
    found: set[str] = set()
    for word in wording.split():
        openers = _first_words(word.removesuffix("?") if is_optional(word) else word, lists, _WORD.match)
        if not openers:
            return frozenset()
        found |= openers
        if not is_optional(word):
            return frozenset(found)
    return frozenset()


def _first_words(word: str, lists: Lists, find: Callable[[str], re.Match[str] | None]) -> frozenset[str]:
    """The first words of the alternatives of ``word``, as ``find`` finds them; none at all where one alternative has none."""
    found: set[str] = set()
    for choice in word.split("|"):
        if choice == "{word}":
            return frozenset()
        if choice in ("{who}", "{body}"):
            found |= _MARKS if choice == "{who}" else {BODY_MARK}
            continue
        for entry in lists.get(choice[1:-1], ()) if choice.startswith("{") else (choice,):
            match = find(small_letters(entry))
            if not match:
                return frozenset()
            found |= _HYPHENS if match.group() in _HYPHENS else {match.group()}
    return frozenset(found)
