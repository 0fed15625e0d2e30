"""Trying many patterns on a text, each only where its words stand.

This finds what searching the text with every pattern would find, at a fraction of the time: a pattern is looked at only where every
word that it demands stands in the text, is compiled when that first happens, and is tried only at words that it may begin with before
a word that may come next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from minutes_miner.triggers import MARKS, Lists, cost, demands, openings
from minutes_miner.wording import BODY_MARK, NAME_MARK, compiled, expression, small_letters

Owner = TypeVar("Owner")
Word = tuple[str, str, int]  # with the word that follows, and where it begins
_Trial = tuple[int, int]  # the sets of words of each of which a pattern demands one, as bits, and its number
# What a word that stands in a text tells of the patterns: the demanded sets of words that it belongs to; the patterns that may open with
# it, by the word that follows; the same where any other word follows; patterns that may open with punctuation, whose rarest word it is.
_Entry = tuple[int, dict[str, list[_Trial]], list[_Trial], list[_Trial]]

_WORD = re.compile(r"\w+")
# Words, the marks that patterns may demand, and of a name its first character and a comma or bracket behind it.
_INDEXED = re.compile(
    rf"(\w+|[{re.escape(''.join(sorted(MARKS)))}]|{NAME_MARK}(?<!{NAME_MARK * 2})|{BODY_MARK}(?<!{BODY_MARK * 2})"
    rf"|,(?<=[{NAME_MARK}{BODY_MARK}],)|\((?<=[{NAME_MARK}{BODY_MARK}]\s\())"
)
_ANYWHERE = ""  # stands for the word of patterns that demand none
_NOWHERE = -1  # the place of patterns that may open with punctuation


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
    the stretch, as ``index`` finds them.
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
    printed: bool  # whether it looks at capitals, and so is tried on the text as printed
    regex: re.Pattern[str] | None = None

    def compiled(self) -> re.Pattern[str]:
        """The pattern's regular expression."""
        source = expression(self.wording, self.lists, small=not self.printed)
        self.regex = compiled(source, exact_case=self.exact_case or not self.printed)
        return self.regex


class Patterns(Generic[Owner]):
    """Patterns that are tried together, given as (owner, wording, whether its case is exact), with the word lists of their rule book."""

    def __init__(self, wordings: Iterable[tuple[Owner, str, bool]], lists: Lists) -> None:
        self._patterns = [Pattern(owner, wording, lists, exact, exact or "{word}" in wording) for owner, wording, exact in wordings]
        numbers: dict[frozenset[str], int] = {}  # of the sets of words that patterns demand
        bits: dict[str, int] = defaultdict(int)  # word -> the sets that it stands in
        opened: dict[str, dict[str | None, list[_Trial]]] = defaultdict(lambda: defaultdict(list))  # word -> the one behind it, None any
        inside: dict[str, list[_Trial]] = defaultdict(list)  # word -> patterns that may open with punctuation and hold the word
        for number, pattern in enumerate(self._patterns):
            sets, opens = demands(pattern.wording, lists), openings(pattern.wording, lists)
            needs = 0
            for words in sets:
                bit = 1 << numbers.setdefault(words, len(numbers))
                needs |= bit
                for word in words:
                    bits[word] |= bit
            for word, behind in opens.items():
                for following in (None,) if behind is None else behind:
                    opened[word][following].append((needs, number))
            for word in () if opens else min(sets, key=cost, default=(_ANYWHERE,)):
                inside[word].append((needs, number))
        self._always = inside.pop(_ANYWHERE, [])
        self._by_word = {word: _entry(bits[word], opened[word], inside[word]) for word in {*bits, *opened}}
        self._all_bits = (1 << len(numbers)) - 1

    def matches(self, stretch: Stretch) -> Iterator[tuple[Pattern[Owner], re.Match[str]]]:
        """The matches in ``stretch`` of each pattern in turn: of one pattern one at most from each place, so that two may overlap."""
        bits, by_word = 0, self._by_word
        near = [(_NOWHERE, self._always)] if self._always else []
        for word, following, place in stretch.words:
            if word in by_word:
                its_bits, behind, trials, inside = by_word[word]
                bits |= its_bits
                if following in behind:
                    trials = behind[following]
                if trials:
                    near.append((place, trials))
                if inside:
                    near.append((_NOWHERE, inside))
        missing = self._all_bits ^ bits
        tried: list[tuple[int, int]] = []  # patterns by their numbers, each with the place to try it at
        for place, trials in near:
            for needs, number in trials:
                if not needs & missing:
                    tried.append((number, place))
        tried.sort()
        searched = None  # the last pattern that was looked for everywhere: several words of a text may call for one
        printed, small, end = stretch.text, stretch.small, stretch.end
        for number, place in tried:
            pattern = self._patterns[number]
            regex, text = pattern.regex or pattern.compiled(), printed if pattern.printed else small
            if place != _NOWHERE:
                if match_at := regex.match(text, place, end):
                    yield pattern, match_at
            elif number != searched:
                searched = number
                for match in regex.finditer(text, stretch.start, end):
                    yield pattern, match


def _entry(bits: int, opened: Mapping[str | None, list[_Trial]], inside: list[_Trial]) -> _Entry:
    """The entry of a word that opens the patterns ``opened`` by the word behind it, None any."""
    others = opened.get(None, [])
    return bits, {word: others + trials for word, trials in opened.items() if word is not None}, others, inside
