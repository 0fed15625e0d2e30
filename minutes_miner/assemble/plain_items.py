"""Items of minutes that mark no headings: plain lines that are titles of standing business, or numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.assemble.item_spans import ItemSpan, TitleWords, span_of, with_ends
from minutes_miner.assemble.numbers import read_number
from minutes_miner.model import Block, Document
from minutes_miner.text import normal

# So many lines or numbered paragraphs at least are a way of setting out minutes; one is a coincidence.
_FEWEST = 2
# Words of a line that may head an item without being marked as a heading.
_SHORT_LINE = 7
# A title that runs into its record: "1. Apologies: ...", "1. Apologies - none", "1. Apologies for absence. ..."; "To ..." as on the agenda.
_RUN_IN = re.compile(r"(?P<title>(?:To\s[^.:;?!]{2,200}|[A-Z][^.:;?!]{2,80}?))(?:\s[–—-]\s|[:.]\s(?=\W?[A-Z0-9])|\.?$)")
# A title holds no finite verb: with one it is a sentence of the record.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|should|could|may|can|did|does|do|that|agreed|noted|reported|resolved|approved|received|"
    r"advised|said|asked|thanked|proposed)\b",
    re.IGNORECASE,
)


def lines_of_business(document: Document, words: TitleWords) -> tuple[ItemSpan, ...]:
    """Items headed by plain lines, where at least two such lines are titles of standing business."""
    lines = [b for b in document.blocks if _is_short_line(document, b)]
    business = [b for b in lines if normal(document.slice(b.start, b.end)) in words.business]
    if len(business) < _FEWEST:
        return ()
    with_colon = {_has_colon(document, b) for b in business}
    spans = [
        span_of(document.slice(b.start, b.end), "", b.start, b.start, b.end, "agenda.line")
        for b in lines
        if b.start >= business[0].start and _has_colon(document, b) in with_colon
    ]
    return with_ends(spans, len(document.text))


def _is_short_line(document: Document, block: Block) -> bool:
    text = document.slice(block.start, block.end)
    return (
        block.kind == "paragraph"
        and not block.label
        and len(text.split()) <= _SHORT_LINE
        and text[0].isupper()
        and (text[-1].isalpha() or (text[-1] == ":" and not _FINITE.search(text)))
    )


def _has_colon(document: Document, block: Block) -> bool:
    return document.text[block.end - 1] == ":"


def numbered_paragraphs(document: Document) -> tuple[ItemSpan, ...]:
    """Items that are no more than numbered paragraphs, each number one above the last; a title only where most of them open with one."""
    found = max(_runs(document), key=len, default=[])
    if len(found) < _FEWEST:
        return ()
    ends = _title_ends(document, found)
    spans = [
        replace(span_of(document.slice(b.body, end), b.label, b.start, b.body, end, "agenda.numbered-paragraph"), body=end)
        for b, end in zip(found, ends, strict=True)
    ]
    return with_ends(spans, len(document.text))


def _runs(document: Document) -> list[list[Block]]:
    """Runs of blocks whose numbers rise by one; what stands between them is passed over."""
    runs: dict[int, list[Block]] = {}  # by the number that would come next
    for block in document.blocks:
        number = read_number(block.label) if block.label and block.kind != "table_row" else None
        if number and number.text.isdigit():
            runs[number.value + 1] = [*runs.pop(number.value, []), block]
    return list(runs.values())


def _title_ends(document: Document, found: Sequence[Block]) -> list[int]:
    """Where each paragraph's title ends; where its text begins, if it has none or too few of the others have one."""
    ends = [_title_end(document, block) for block in found]
    titled = sum(end is not None for end in ends)
    return [end if end is not None and titled * 2 > len(found) else b.body for b, end in zip(found, ends, strict=True)]


def _title_end(document: Document, block: Block) -> int | None:
    match = _RUN_IN.match(document.slice(block.body, block.end))
    if match is None or _FINITE.search(match["title"]):
        return None
    return block.body + match.end("title")
