"""Items whose number alone tells them: the 6 that stands as a plain sentence between the headings 5 and 7."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_miner.assemble.headings import FINITE_VERB, Candidate
from minutes_miner.assemble.numbers import read_number
from minutes_miner.model import Block, Document

# The first headings may be sentences too ("1. Apologies were received from ..."), but a chain that begins later was not begun by them.
_LATEST_START = 4
# Words of a first sentence that is taken for the title as a whole; of a longer one, what it speaks of: "The minutes of 12 May | were ...".
_LONGEST_SENTENCE = 8
# A number below the item's own, a bullet, a colon, a dash, or a full stop that ends no abbreviation.
_SENTENCE_END = re.compile(r"\s(?=\d{1,3}\.\d{1,2}\s|[•●▪])|(?<!\b[A-Z][a-z])(?<!\bMrs)(?<!\bCllr)\.(?:\s|$)|[:;](?:\s|$)|\s[–—-]\s|$")


def fill_gaps(document: Document, chain: Sequence[Candidate], head_end: int) -> list[Candidate]:
    """``chain`` with the blocks that bear the numbers it skips, where each stands in its place and no list counts up to it there."""
    if len(chain) < 3 or not all(c.number and c.number.text.isdigit() for c in chain):
        return list(chain)
    full: list[Candidate] = []
    first = _value(chain[0])
    value, start = (0, head_end) if first <= _LATEST_START else (first - 1, chain[0].start)
    for following in chain:
        full += _missing(document, chain[0], range(value + 1, _value(following)), start, following.start)
        full.append(following)
        value, start = _value(following), following.body
    while further := list(_missing(document, chain[0], range(value + 1, value + 3), start, len(document.text))):
        full += further
        value, start = _value(further[-1]), further[-1].body
    return full


def _value(candidate: Candidate) -> int:
    return candidate.number.value if candidate.number else 0


def _missing(document: Document, like: Candidate, values: range, start: int, end: int) -> Iterator[Candidate]:
    """The blocks between two places that bear the numbers ``values``, and what runs on under such a number within a paragraph."""
    wanted = list(values)
    for block in document.blocks if wanted else ():
        if block.end <= start or block.start >= end or block.kind == "table_row":
            continue
        number = read_number(block.label) if block.label and block.start >= start else None
        if number is not None and number.shape == like.shape:
            if number.value not in wanted:
                return  # a list that counts for itself stands here
            wanted = [value for value in wanted if value > number.value]
            yield _candidate(document, block, like)
        while wanted and (inner := run_on(document, block, wanted[0], max(block.body, start), end)):
            start = inner.body
            wanted = wanted[1:]
            yield _candidate(document, inner, like)


def run_on(document: Document, block: Block, value: int, start: int, end: int) -> Block | None:
    """The rest of a block from the number ``value`` on, where a sentence ends before it: "... by all. 4. Bins The lid was lost."."""
    sign = f" {value}. "
    at = document.text.find(sign, start, min(block.end, end))
    if at <= 0 or document.text[at - 1] not in '.!?:;)”"' or not document.text[at + len(sign) : at + len(sign) + 1].isupper():
        return None
    return replace(block, start=at + 1, body=at + len(sign), label=f"{value}.", bold=())


def _candidate(document: Document, block: Block, like: Candidate) -> Candidate:
    text = document.slice(block.body, block.end)
    match = _SENTENCE_END.search(text)
    stop = match.start() if match else len(text)
    verb = FINITE_VERB.search(text, 1, stop)
    spoken = verb.start() if verb and len(text[:stop].split()) > _LONGEST_SENTENCE else stop
    title = text[:spoken].strip()
    # A sentence that tells the title is part of the record as well.
    body = block.body if verb else block.body + spoken
    return like._replace(
        number=read_number(block.label),
        agenda_number=None,
        title=title,
        start=block.start,
        title_start=block.body,
        title_end=block.body + len(title),
        body=body,
        style="plain",
        rule="agenda.gap",
    )
