"""What words a pattern demands, and by which it may open: what tells where it is worth trying (see ``matching``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from minutes_miner.wording import BODY_MARK, NAME_MARK, is_optional, small_letters

Lists = Mapping[str, Sequence[str]]
#: The words that a match may begin with, each with those that may stand next; None where any may.
Openings = dict[str, frozenset[str] | None]

_HYPHENS = frozenset("-‐‑")  # patterns take one for another
#: Marks that stand in so few texts that it pays to look whether a pattern's mark does.
MARKS = _HYPHENS | frozenset("–—:&")
NAMES = frozenset({NAME_MARK, BODY_MARK})
#: What may stand between two words of a pattern without being one: a mark, and what parts a name from its apposition.
BETWEEN = MARKS | frozenset(",(")
# Words and marks in nearly every sentence: looking for the patterns that hold one of them would save little.
_COMMON = MARKS.union(
    """a an and any are as at be been being but by can could did do does for from had has have in into is it its may not of on or our
    shall should so that the their them there these they this to was we were which who will with would you""".split()
)
_WORD = re.compile(r"\w+")
_WORD_OR_NAME = re.compile(rf"\w+|[{NAME_MARK}{BODY_MARK}]")
_WORD_NAME_OR_MARK = re.compile(rf"\w+|[{NAME_MARK}{BODY_MARK}{re.escape(''.join(sorted(MARKS)))}]")


def demands(wording: str, lists: Lists) -> list[frozenset[str]]:
    """For each word that ``wording`` demands the small-letter first words of its alternatives, the marks for names.

    Left out are those that may be any word or a usual mark of punctuation.
    """
    fixed = (word for word in wording.split() if not word.startswith("*") and not is_optional(word))
    return [words for word in fixed if (words := _first_words(word, lists, _WORD_NAME_OR_MARK.search))]


def cost(words: frozenset[str]) -> int:
    """How much it costs to look at a pattern wherever one of ``words`` stands."""
    # A common word costs as much as a long list: a list of forty verbs is still better than "to".
    return len(words) + 50 * len(words & _COMMON) + 50 * (not words.isdisjoint(NAMES))


def openings(wording: str, lists: Lists) -> Openings:
    """The small-letter words that a match of ``wording`` may begin with, the marks for names; none where it may be punctuation."""
    found: Openings = {}
    words = wording.split()
    for at, word in enumerate(words, 1):
        behind = _next_words(words[at:], lists)
        for entry in _entries(word, lists):
            first = _WORD_OR_NAME.match(entry)
            if not first:
                return {}
            more = _WORD.findall(entry, first.end())[:1]
            follow = frozenset(more) if more else behind if first.group() == entry else None
            known = found.get(first.group(), frozenset())
            found[first.group()] = None if known is None or follow is None else known | follow | BETWEEN
        if not is_optional(word):
            return found
    return {}


def _next_words(words: Sequence[str], lists: Lists) -> frozenset[str] | None:
    """The first words of what may come next where ``words`` of a pattern are to come; None where that may be anything."""
    found: frozenset[str] = frozenset()
    for word in words:
        firsts = frozenset() if word.startswith("*") else _first_words(word, lists, _WORD_OR_NAME.match)
        if not firsts:
            return None
        found |= firsts
        if not is_optional(word):
            return found
    return None


def _first_words(word: str, lists: Lists, find: Callable[[str], re.Match[str] | None]) -> frozenset[str]:
    """The first words of the alternatives of ``word``, as ``find`` finds them; none at all where one alternative has none."""
    found: set[str] = set()
    for entry in _entries(word, lists):
        match = find(entry)
        if not match:
            return frozenset()
        found |= _HYPHENS if match.group() in _HYPHENS else {match.group()}
    return frozenset(found)


def _entries(word: str, lists: Lists) -> Iterator[str]:
    """The alternatives of a word of a pattern in small letters, names as their marks; an empty one for any word."""
    for choice in word.removesuffix("?" if is_optional(word) else "").split("|"):
        if choice == "{word}":
            yield ""
        elif choice in ("{who}", "{body}"):
            yield from NAMES if choice == "{who}" else (BODY_MARK,)
        elif choice.startswith("{"):
            yield from map(small_letters, lists.get(choice[1:-1], ()))
        else:
            yield small_letters(choice)
