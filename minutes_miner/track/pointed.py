"""Paragraphs under matters arising that open with the number of the last meeting's item: "Item 3 – it was put off", "4(b) Benches"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.model import Action, AgendaItem
from minutes_miner.text import normal
from minutes_miner.track.passages import Passage
from minutes_miner.track.words import paragraphs

# "Item 6.IV, trip to the mill –", "Item 5.2 –", "4(b) Benches". "4. Benches" and "4 Benches" number the paragraphs themselves.
_OPENING = re.compile(
    r"^\W*(?:(?:agenda\s)?item\s(?:no\.?\s)?(?P<number>\d{1,3})(?:\s?[.(]\s?(?P<part>\d{1,2}|[ivx]{1,5}|[a-z])\b\)?)?|(?P<bare>\d{1,3})\((?P<entry>[a-z]|[ivx]{1,5})\))"
    r"(?=\s*[,:–—-]|\s)",
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
    for at, passage in enumerate(said):
        first = passage.taking_up and not passage.progress and (at == 0 or said[at - 1].paragraph != passage.paragraph)
        match = _OPENING.match(passage.paragraph) if first else None
        if match:
            together = tuple(p for p in said[at:] if p.paragraph == passage.paragraph)
            yield Pointer(match[0].strip(), match["number"] or match["bare"], match["part"] or match["entry"], together)
