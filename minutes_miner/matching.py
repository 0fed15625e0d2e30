"""Trying many patterns on a text, each only where its words stand.

This finds what searching the text with every pattern would find, at a fraction of the time: a pattern is looked at only where every
word that it demands stands in the text, is compiled when that first happens, and is tried only at words that it may begin with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
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
# The same, and of every name its first character.
_INDEXED = re.compile(rf"({_WORD_OR_MARK.pattern}|(?<!{NAME_MARK}){NAME_MARK}|(?<!{BODY_MARK}){BODY_MARK})")
_MARKS = frozenset({NAME_MARK, BODY_MARK})
_ORDER = attrgetter("order")
_ANYWHERE = ""  # stands for the word of patterns that demand none


def words_in(text: str) -> list[str]:
    """The words of ``text`` in small letters, in order."""
    return _WORD.findall(small_letters(text))


def index(small: str) -> tuple[list[str], list[int]]:
    """The words of a text in small letters and where each begins; among them the marks that patterns may demand, and one for each name."""
    pieces = _INDEXED.split(small)  # by turns what stands between words and a word
    return pieces[1::2], list(accumulate(map(len, pieces)))[:-1:2]


class Stretch:
    """A part of a text to try patterns on, names in it under NAME_MARK and BODY_MARK.

    ``small`` is the text in small letters, character for character; ``words`` are those of the stretch (those that no pattern holds may be
    left out) and ``places`` where each begins.
    """

    __slots__ = ("end", "places", "small", "start", "text", "words")

    def __init__(self, text: str, small: str, start: int, end: int, words: Sequence[str], places: Sequence[int]) -> None:
        self.text, self.small, self.start, self.end, self.words, self.places = text, small, start, end, words, places

    @classmethod
    def whole(cls, text: str) -> Stretch:
        """All of ``text``."""
        small = small_letters(text)
        return cls(text, small, 0, len(text), *index(small))


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
        match_at, beginnings = regex.match, self.beginnings
        places = [place for word, place in zip(stretch.words, stretch.places, strict=True) if word in beginnings]
        return [match for place in places if (match := match_at(text, place, end))]

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
        self._demanded = frozenset(bits)
        self.words = self._demanded.union(*shared)  # that tell whether and where a pattern is tried

    def hopeful(self, stretch: Stretch) -> list[Pattern[Owner]]:
        """The patterns all of whose words stand in ``stretch``, in their order."""
        bits, near = 0, self._anywhere.copy()
        for word in self._demanded.intersection(stretch.words):
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
