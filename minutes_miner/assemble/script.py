"""The record as a script: its sentences in document order, each with the names and marks that stand in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from minutes_miner.model import Block, Document, Evidence, Mention

_PLACE = itemgetter(1)
_NONE: Mapping[str, Sequence[Mention]] = {}  # of most sentences


# Not frozen, nor a named tuple: its fields are read fifty times for each time that one is made, and of slots six times as fast.
@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of the record (or an entry of the action column)."""

    start: int
    end: int
    text: str
    block: Block
    opens_block: bool
    closes_block: bool
    names: tuple[Mention, ...]
    marks: Mapping[str, Sequence[Mention]]  # by their kind, in order

    def of(self, kind: str, *values: str) -> Sequence[Mention]:
        """The sentence's marks of a kind, with one of ``values`` where any are given."""
        marks = self.marks.get(kind, ())
        return [m for m in marks if m.value in values] if values and marks else marks

    def clipped(self, start: int) -> Sentence:
        """The sentence from offset ``start`` on: for a heading that runs into its text."""
        if start <= self.start:
            return self
        text = self.text[start - self.start :]
        start += len(text) - len(text.lstrip(" .:–-"))
        return replace(
            self,
            start=start,
            text=text.lstrip(" .:–-"),
            names=tuple(n for n in self.names if n.start >= start),
            marks={kind: [m for m in marks if m.start >= start] for kind, marks in self.marks.items()},
        )


def build_script(document: Document, mentions: Sequence[Mention]) -> tuple[Sentence, ...]:
    """All sentences of ``document`` outside tables, in order."""
    bounds: list[Mention] = []
    named: list[Mention] = []
    marks: list[Mention] = []
    for mention in mentions:
        kind = mention[0]
        (named if kind == "name" else bounds if kind == "sentence" else marks).append(mention)
    names = tuple(named)
    name_starts, mark_starts = list(map(_PLACE, names)), list(map(_PLACE, marks))
    text, blocks = document.text, document.blocks
    script = []
    at = next_name = next_mark = 0  # the block that is read, the first name and the first mark behind the last sentence
    for bound in bounds:
        first, end = bound.start, bound.end
        while blocks[at].end < end:
            at += 1
        block = blocks[at]
        opens = first == block.start
        # The label that opens a block ("(1)", "•") is no part of its first sentence, unless it is all of it.
        start = block.body if opens and block.body < end else first
        name, mark = bisect_left(name_starts, start, next_name), bisect_left(mark_starts, start, next_mark)
        next_name, next_mark = bisect_left(name_starts, end, name), bisect_left(mark_starts, end, mark)
        inside = _by_kind(marks[mark:next_mark]) if mark < next_mark else _NONE
        script.append(Sentence(start, end, text[start:end], block, opens, end >= block.end - 1, names[name:next_name], inside))
    return tuple(script)


def _by_kind(marks: Sequence[Mention]) -> Mapping[str, Sequence[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mark in marks:
        found.setdefault(mark[0], []).append(mark)
    return found


def evidence(sentence: Sentence, rule: str, *, start: int | None = None, end: int | None = None) -> Evidence:
    """Evidence for a value found in ``sentence``, by default the whole of it."""
    block = sentence.block
    return Evidence(
        sentence.start if start is None else start, sentence.end if end is None else end, rule, sentence.text, block.page, block.anchor
    )
