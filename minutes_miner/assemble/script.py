"""The record as a script: its sentences in document order, each with the names and marks that stand in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from minutes_miner.model import Block, Document, Evidence, Mention

_PLACE = itemgetter(1)


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
    names: Sequence[Mention]
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
            names=[n for n in self.names if n.start >= start],
            marks={kind: [m for m in marks if m.start >= start] for kind, marks in self.marks.items()},
        )


def build_script(document: Document, mentions: Sequence[Mention]) -> tuple[Sentence, ...]:
    """All sentences of ``document`` outside tables, in order."""
    text, blocks = document.text, document.blocks
    places = list(map(_PLACE, mentions))
    script = []
    at = last = 0  # the block that is read, and the first mention behind the last sentence
    for bound in [m for m in mentions if m[0] == "sentence"]:
        begin, end = bound.start, bound.end
        while blocks[at].end < end:
            at += 1
        block = blocks[at]
        opens = begin == block.start
        # The label that opens a block ("(1)", "•") is no part of its first sentence, unless it is all of it.
        start = block.body if opens and block.body < end else begin
        first = bisect_left(places, start, last)
        last = bisect_left(places, end, first)
        names: list[Mention] = []
        marks: dict[str, list[Mention]] = {}
        for mention in mentions[first:last]:
            kind = mention[0]
            if kind == "name":
                names.append(mention)
            elif kind in marks:
                marks[kind].append(mention)
            elif kind != "sentence":
                marks[kind] = [mention]
        script.append(Sentence(start, end, text[start:end], block, opens, end >= block.end - 1, names, marks))
    return tuple(script)


def evidence(sentence: Sentence, rule: str, *, start: int | None = None, end: int | None = None) -> Evidence:
    """Evidence for a value found in ``sentence``, by default the whole of it."""
    block = sentence.block
    return Evidence(
        sentence.start if start is None else start, sentence.end if end is None else end, rule, sentence.text, block.page, block.anchor
    )
