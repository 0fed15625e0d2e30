"""The lines of an item's record, each under the sub-heading that it stands below: "Pay and reward", "Matters arising"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from minutes_miner.model import AgendaItem
from minutes_miner.text import normal
from minutes_miner.track.words import paragraphs

# A sub-heading is short, has a word of four letters, is no sentence, and what follows it is a paragraph of at least eight words.
_MOST_WORDS, _LEAST_BELOW = 8, 8
# More short lines in a row are a list.
_IN_A_ROW = 3
# Entries lettered a), b), c) are told by their run: three are none by chance, and the longest of their headings fill a line.
_FEWEST_ENTRIES, _MOST_ENTRY_WORDS = 3, 16
_ALPHABET = "abcdefghijklmnopqrstuvwxyz_"
_LETTERED = re.compile(r"^\(?(?P<letter>[A-Za-z])[.)]\s+(?=[A-Z0-9“\"‘'])")
_LABEL = re.compile(r"^(?:[•●▪*–-]\s+|\(?[A-Za-z0-9]{1,4}[.)]\s+)+")
_BULLET = re.compile(r"^[•●▪*–-]\s")
_ENDED = re.compile(r"[.:;?!”\"’)]$")
_NO_HEAD = re.compile(
    r"[.;,:?!]$|[|:£]|\.{3}|_{3}|\b(?:is|are|was|were|be|been|has|have|had|will|would|to|not|none|noted|agreed|approved|resolved|received|action"
    r"|actions|proposed|seconded|proposer|seconder|carried|unanimous(?:ly)?|signed|dated?|chairman|cllrs?|councillors?|mr|mrs|ms|dr|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of an item's record."""

    text: str
    head: str = ""  # the sub-headings above it, without their labels
    is_head: bool = False


def lines_of(item: AgendaItem) -> list[Line]:
    """The paragraphs of an item's record in order; a sub-heading stands under itself."""
    # Owners of tasks stand in the margin, and are no sub-headings.
    people = frozenset(map(normal, (*(one.name for one in item.speakers), *(one.owner for one in item.actions if one.owner))))
    return list(_lines_of(item.text, people))


# An item is read for its passages, and for each of its actions: those of a long meeting are remembered.
@lru_cache(maxsize=256)
def _lines_of(text: str, people: frozenset[str]) -> tuple[Line, ...]:
    return tuple(_lines(paragraphs(text), people))


def _lines(said: list[str], people: frozenset[str]) -> Iterator[Line]:
    heads = _heads(said, people)
    head: list[str] = []
    for at, line in enumerate(said):
        if at in heads:
            head = [*(head if at - 1 in heads else []), _LABEL.sub("", line)]
        yield Line(line, " – ".join(head), at in heads)


def _heads(said: list[str], people: frozenset[str]) -> set[int]:
    """The places of the sub-headings; of a few in a row, all; more are a list."""
    heads: set[int] = set()
    for start, end in _runs([_is_head(line, people) for line in said]):
        above = said[start - 1] if start else ""
        wrapped = bool(above) and not _ENDED.search(above) and len(above.split()) > _MOST_WORDS
        below = end < len(said) and len(said[end].split()) >= _LEAST_BELOW
        if below and not wrapped and end - start <= _IN_A_ROW and not _is_list([above, *said[start:end]]):
            heads.update(range(start, end))
    return heads | _entries(said, heads)


def _entries(said: list[str], heads: set[int]) -> set[int]:
    """The places of the lines that are lettered from "a" on without a gap, where most are worded as sub-headings: so are the others, long
    ones and names too, but for those that end as a sentence does or have nothing below."""
    found = [(at, match["letter"].lower()) for at, line in enumerate(said) if (match := _LETTERED.match(line))]
    run: list[int] = []
    for at, letter in found:
        if letter == _ALPHABET[len(run)]:
            run.append(at)
    most = len(run) >= _FEWEST_ENTRIES and 2 * sum(at in heads for at in run) >= len(run)
    return {at for at in run if most and _heads_text(said, at)}


def _heads_text(said: list[str], at: int) -> bool:
    below = said[at + 1] if at + 1 < len(said) else ""
    return len(said[at].split()) <= _MOST_ENTRY_WORDS and not _ENDED.search(said[at]) and bool(below) and not _LETTERED.match(below)


def _is_list(said: list[str]) -> bool:
    """Whether more than one of these lines has a bullet."""
    return sum(bool(_BULLET.match(line)) for line in said) > 1


def _runs(marked: list[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of places that are marked."""
    at = 0
    for is_marked, group in groupby(marked):
        size = len(list(group))
        if is_marked:
            yield at, at + size
        at += size


def _is_head(line: str, people: frozenset[str]) -> bool:
    """Whether ``line`` is worded as a sub-heading, and is nobody's name."""
    if len(line.split()) > _MOST_WORDS or _NO_HEAD.search(line):
        return False
    bare = _LABEL.sub("", line)
    named = any(normal(part) in people for part in re.split(r"[/,&]", bare))
    return bare[:1].isupper() and bool(_WORD.search(bare)) and not named
