"""Paragraphs under matters arising that open with the number of the last meeting's item: "Item 3 – it was put off", "4(b) Benches"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.model import Action, AgendaItem
from minutes_miner.text import normal
from minutes_miner.track.passages import Passage
from minutes_miner.track.words import paragraphs

# "Item 6.IV, trip to the mill –", "Item 5.2 –", "Page 2, item 5:", "4(b) Benches". "4. Benches" and "4 Benches" number the paragraphs
# themselves, and so may "4: Benches", where they run 1, 2, 3.
_OPENING = re.compile(
    r"^\W*(?:(?:re|regarding|with reference to|p(?:age|g)?\.?\s?\d{1,3})[,.:;]?\s+)*"
    r"(?:(?:agenda\s)?item\s(?:no\.?\s)?(?P<number>\d{1,3})(?:\s?[.(]\s?(?P<part>\d{1,2}|[ivx]{1,5}|[a-z])\b\)?)?"
    r"|(?P<bare>\d{1,3})\((?P<entry>[a-z]|[ivx]{1,5})\)|(?P<sole>\d{1,3})(?=\s?:\s|\s[–—-]\s))(?=\s*[,:–—-]|\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A paragraph that opens with an item's number: the number, the part of the item, and the paragraph's sentences."""

    text: str
    number: str
    part: str | None
    said: tuple[Passage, ...]

    def means(self, action: Action, item: AgendaItem) -> bool:
        """Whether ``action`` stands in the part of ``item`` that is named: its paragraph has that label."""
        if not self.part:
            return False
        label, words = re.compile(rf"\(?{re.escape(self.part)}[.)]\s", re.IGNORECASE), normal(action.text)
        return any(label.match(line) and words in normal(line) for line in paragraphs(item.text))


def pointers_in(said: Sequence[Passage]) -> Iterator[Pointer]:
    """The paragraphs of an item that goes through earlier business which open with a number of that business."""
    found = [(at, match) for at, passage in enumerate(said) if (match := _opening(said, at, passage))]
    sole = [match["sole"] for _, match in found if match["sole"]]
    counts = sole == [str(n) for n in range(1, len(sole) + 1)]
    for at, match in found:
        if not (match["sole"] and counts):
            together = tuple(p for p in said[at:] if p.paragraph == said[at].paragraph)
            number = match["number"] or match["bare"] or match["sole"]
            yield Pointer(match[0].strip(), number, match["part"] or match["entry"], together)


def _opening(said: Sequence[Passage], at: int, passage: Passage) -> re.Match[str] | None:
    """The number with which a paragraph opens, where ``passage`` is its first sentence."""
    first = passage.taking_up and not passage.progress and (at == 0 or said[at - 1].paragraph != passage.paragraph)
    return _OPENING.match(passage.paragraph) if first else None
