"""What holds an item together with others: "Matters arising" over "1. Staffing" and "2. Playing field", item 4 over items 4.1 and 4.2."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from minutes_miner.assemble.item_spans import ItemSpan
from minutes_miner.model import Block, Document
from minutes_miner.text import fold

# "4.2", "4(b)" and "4a" are entries of 4; "GB/24/3" is none of GB.
_ENTRY = re.compile(r"(?P<holder>.*\d)(?:[.]\d{1,2}|\s?\([a-z0-9]{1,4}\)|[a-z])", re.IGNORECASE)
_Rank = tuple[float, int]  # size and level of a heading, for comparing


def holder_titles(document: Document, spans: Sequence[ItemSpan]) -> list[str]:
    """For each item the title of the item of which its number is an entry's, else of the heading above it that outranks its own; "" where
    there is neither. What stands over all items alike is the record's title and holds none."""
    headed, numbered = dict(_headings_over(document)), dict[str, str]()
    titles = []
    for span in spans:
        number = span.number or ""
        entry = _ENTRY.fullmatch(number)
        titles.append((entry and numbered.get(entry["holder"])) or headed.get(span.title_start, ""))
        numbered[number] = span.title
    return titles if len(set(titles)) > 1 else [""] * len(titles)


def _headings_over(document: Document) -> Iterator[tuple[int, str]]:
    """Where each heading's title begins, with the text of the one above it that outranks it. Headings of a rank that the document uses
    once are its title."""
    headings = [block for block in document.blocks if block.kind == "heading" and block.role != "masthead"]
    times = Counter(map(_rank, headings))
    over: list[Block] = []
    for block in headings:
        if times[_rank(block)] > 1:
            over = [each for each in over if _rank(each) > _rank(block)]
            text = fold(document.slice(over[-1].body, over[-1].end)) if over else ""
            yield from ((start, text) for start in {block.start, block.body})
            over.append(block)


def _rank(block: Block) -> _Rank:
    return round(block.size, 1), -block.level
