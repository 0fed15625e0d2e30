"""Paragraphs under matters arising that carry the label of what they go on about: "7ii)" is paragraph ii of the last meeting's item 7,
"4.7ii)", a meeting later, what stood under matters arising, item 4, as "7ii)". Met so far in one council's minutes: a label links nothing
unless the minutes before have that very paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.model import Meeting
from minutes_miner.text import normal
from minutes_miner.track.candidates import Raised
from minutes_miner.track.passages import LaterItem, Passage
from minutes_miner.track.words import paragraphs

_LABEL = re.compile(r"^\W*(?P<path>\d{1,3}(?:\.\s?\d{1,3})*)\.?(?P<part>(?:[ivxl]{1,6}|[a-z])(?=\)))?[.)]+(?=\s)", re.IGNORECASE)
_PART = re.compile(r"^\W*(?P<part>[ivxl]{1,6}|[a-z]|\d{1,2})[.)]+(?=\s)", re.IGNORECASE)
RaisedIn = Callable[[Meeting, int], Sequence[Raised]]


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's label: the numbers of the items that it leads through, the latest first, and the part of the last."""

    path: tuple[str, ...]
    part: str = ""

    @property
    def is_nested(self) -> bool:
        """Whether it can be no number of the paragraph itself."""
        return bool(self.part) or len(self.path) > 2

    def inner(self) -> Label:
        """The label that the thing had a meeting earlier."""
        return Label(self.path[1:], self.part)


def label_of(paragraph: str) -> Label | None:
    """The label that opens ``paragraph``, if one does."""
    match = _LABEL.match(paragraph)
    return Label(tuple(re.split(r"\.\s?", match["path"])), (match["part"] or "").lower()) if match else None


class Threads:
    """What each meeting's labelled paragraphs under matters arising were about."""

    def __init__(self, raised_in: RaisedIn) -> None:
        self._raised_in = raised_in
        self._told: dict[
            tuple[int, Label], list[Raised]
        ] = {}  # by meeting's identity, the earlier actions that a label's paragraph told of
        self._under: dict[int, list[LaterItem]] = {}  # by meeting's identity, its items that go through earlier business

    def read(self, meeting: Meeting, said: Sequence[Passage], last: Meeting | None) -> Iterator[tuple[Raised, Sequence[Passage]]]:
        """The actions that the labels in one item of ``meeting`` mean, each with its paragraph's sentences; ``last`` is the meeting before.

        Where no label of the item is nested, its numbers are those of the paragraphs themselves.
        """
        together: dict[str, list[Passage]] = {}
        for passage in said:
            if passage.under.taking_up and not passage.progress:
                together.setdefault(passage.paragraph, []).append(passage)
        labelled = [(label, passages) for paragraph, passages in together.items() if (label := label_of(paragraph))]
        if not any(label.is_nested for label, _ in labelled):
            return
        self._under.setdefault(id(meeting), []).append(said[0].under)
        for label, passages in labelled:
            meant = self._meant(label, last) if last else []
            self._told[id(meeting), label] = meant
            yield from ((each, passages) for each in meant)

    def _meant(self, label: Label, last: Meeting) -> list[Raised]:
        for under in self._under.get(id(last), ()):
            if len(label.path) > 1 and label.path[0] == under.item.number:
                told = self._told.get((id(last), label.inner()), [])
                return [*told, *self._of(last, under.place, lambda paragraph: label_of(paragraph) == label.inner())]
        if len(label.path) > 1:
            return []
        places = [place for place, item in enumerate(last.items) if item.number == label.path[0]]
        if len(places) != 1:
            return []
        return self._of(last, places[0], lambda paragraph: not label.part or _part_of(paragraph) == label.part)

    def _of(self, meeting: Meeting, place: int, holds: Callable[[str], bool]) -> list[Raised]:
        """The actions raised in those paragraphs of an item that ``holds`` is true of."""
        within = [normal(paragraph) for paragraph in paragraphs(meeting.items[place].text) if holds(paragraph)]
        return [each for each in self._raised_in(meeting, place) if any(normal(each.action.text) in text for text in within)]


def _part_of(paragraph: str) -> str:
    match = _PART.match(paragraph)
    return match["part"].lower() if match else ""
