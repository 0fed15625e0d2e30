"""Trying many patterns on a text, each only where its words stand.

This finds what searching the text with every pattern would find, at a fraction of the time: a pattern is looked at only where every
word that it demands stands in the text, is compiled when that first happens, and is tried only at words that it may begin with before
a word that may come next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Generic, TypeVar

from minutes_miner.triggers import MARKS, Lists, Openings, cost, demands, openings
from minutes_miner.wording import BODY_MARK, NAME_MARK, compiled, expression, small_letters

Owner = TypeVar("Owner")
Word = tuple[str, str, int]  # with the word that follows, and where it begins

_WORD = re.compile(r"\w+")
# Words, the marks that patterns may demand, and of a name its first character and a comma or bracket behind it.
_INDEXED = re.compile(
    rf"(\w+|[{re.escape(''.join(sorted(MARKS)))}]|{NAME_MARK}(?<!{NAME_MARK * 2})|{BODY_MARK}(?<!{BODY_MARK * 2})"
    rf"|,(?<=[{NAME_MARK}{BODY_MARK}],)|\((?<=[{NAME_MARK}{BODY_MARK}]\s\())"
)
_ORDER = attrgetter("order")
_ANYWHERE = ""  # stands for the word of patterns that demand none


def words_in(text: str) -> list[str]:
    """The words of ``text`` in small letters, in order."""
    return _WORD.findall(small_letters(text))


def index(small: str) -> tuple[list[str], list[int]]:
    """The words of a text in small letters and where each begins; among them the marks that patterns may demand, and one for each name."""
    pieces = _INDEXED.split(small)  # by turns what stands between words and a word
    return pieces[1::2], list(accumulate(map(len, pieces)))[:-1:2]


def in_a_row(words: Sequence[str], places: Sequence[int]) -> Iterator[Word]:
    """Each word with the one that follows it and its place."""
    return zip(words, [*words[1:], ""], places, strict=False)


class Stretch:
    """A part of a text to try patterns on, names in it under NAME_MARK and BODY_MARK.

    ``small`` is the text in small letters, character for character. ``words`` are (word, following word, place) of those that stand in
    the stretch, as ``index`` finds them; those that are not among a ``Patterns.words`` may be left out.
    """

    __slots__ = ("end", "small", "start", "text", "words")

    def __init__(self, text: str, small: str, start: int, end: int, words: Sequence[Word]) -> None:
        self.text, self.small, self.start, self.end, self.words = text, small, start, end, words

    @classmethod
    def whole(cls, text: str) -> Stretch:
        """All of ``text``."""
        small = small_letters(text)
        return cls(text, small, 0, len(text), list(in_a_row(*index(small))))


@dataclass(slots=True, eq=False)
class Pattern(Generic[Owner]):
    """A pattern of the rules, compiled when it is first tried; ``owner`` is what its user wants back with a match."""

    owner: Owner
    wording: str
    lists: Lists
    exact_case: bool
    order: int
    openings: Openings
    needs: int  # the sets of words of each of which one must stand in the text, as bits
    printed: bool  # whether it looks at capitals, and so is tried on the text as printed
    _regex: re.Pattern[str] | None = None

    def matches(self, stretch: Stretch) -> list[re.Match[str]]:
        """The matches in ``stretch`` in order: one at most from each place, so that two may overlap."""
        regex, end, openings = self._regex or self._compiled(), stretch.end, self.openings
        text = stretch.text if self.printed else stretch.small
        if not openings:
            return list(regex.finditer(text, stretch.start, end))
        found = []
        for word, following, place in stretch.words:
            if word in openings:
                behind = openings[word]
                if behind is None or following in behind:
                    match = regex.match(text, place, end)
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
        # What patterns need is numbered: sets of words of which one must stand in the text, and words to open with.
        numbers: dict[frozenset[object], int] = {}
        bits: dict[str, int] = defaultdict(int)  # what a word meets of that
        pairs: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))  # what it meets before another word
        by_word: dict[str, list[Pattern[Owner]]] = defaultdict(list)
        for order, (owner, wording, exact) in enumerate(wordings):
            sets, opens = demands(wording, lists), openings(wording, lists)
            needs = 0
            for words in sets:
                bit = 1 << numbers.setdefault(words, len(numbers))
                needs |= bit
                for word in words:
                    bits[word] |= bit
            if opens:
                bit = 1 << numbers.setdefault(frozenset(opens.items()), len(numbers))
                needs |= bit
                for word, behind in opens.items():
                    if behind is None:
                        bits[word] |= bit
                    for following in behind or ():
                        pairs[word][following] |= bit
            pattern = Pattern(owner, wording, lists, exact, order, opens, needs, exact or "{word}" in wording)
            for word in min(sets, key=cost, default=(_ANYWHERE,)):
                by_word[word].append(pattern)
        self._anywhere = by_word.pop(_ANYWHERE, [])
        self._by_word = {word: (bits[word], dict(pairs.get(word, {})), by_word.get(word, [])) for word in bits.keys() | pairs.keys()}
        self.words = frozenset(self._by_word)  # that tell whether and where a pattern is tried

    def hopeful(self, stretch: Stretch) -> list[Pattern[Owner]]:
        """The patterns all of whose words stand in ``stretch``, in their order."""
        bits, near = 0, self._anywhere.copy()
        by_word = self._by_word
        for word, following, _ in stretch.words:
            if word in by_word:
                its_bits, pairs, patterns = by_word[word]
                bits |= its_bits
                if following in pairs:
                    bits |= pairs[following]
                near += patterns
        missing = ~bits
        found = {pattern for pattern in near if not pattern.needs & missing}
        return sorted(found, key=_ORDER) if len(found) > 1 else list(found)
