"""Names written out in one place and by their initials in another: "the Harbour Lighting Board", "HLB"."""

from __future__ import annotations

import re
from functools import lru_cache

# Names of three words and more: the initials of two are too many other things'. Small words between them have no letter in the initials.
_LEAST, _MOST = 3, 7
_SMALL = r"(?:(?:of|and|for|the|in|&)\s){0,2}"
_NAME = re.compile(rf"\b[A-Z][\w’'-]+(?:\s{_SMALL}[A-Z][\w’'-]+){{{_LEAST - 1},{_MOST - 1}}}")
_CAPITAL = re.compile(r"\b[A-Z](?=[\w’'-])")
_INITIALS = re.compile(rf"\b[A-Z]{{{_LEAST},{_MOST}}}(?=s?\b)")

_PERSON = re.compile(r"\b[A-Z]{2,4}\b")


def told_by_initials(one: str, other: str) -> frozenset[str]:
    """The initials, in capitals, by which one of two texts has a name that the other writes out, and has not by its initials, too."""
    names, short = _read(one)
    other_names, other_short = _read(other)
    return (names & other_short) - short | (other_names & short) - other_short


def same_initials(one: str, other: str) -> bool:
    """Whether two owners have somebody's initials in common, be they a word as well: "RE", "IT/JP"."""
    return not set(_PERSON.findall(one)).isdisjoint(_PERSON.findall(other))


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The initials of the names in ``text`` (of each also without its first words: "The Clerk"), and what stands there as initials."""
    runs = ["".join(_CAPITAL.findall(match[0])) for match in _NAME.finditer(text)]
    names = frozenset(run[start:] for run in runs for start in range(len(run) - _LEAST + 1))
    return names, frozenset(_INITIALS.findall(text))
