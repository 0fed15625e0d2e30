"""Items of minutes that mark no headings: plain lines that are titles of standing business, or numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_miner.assemble.gaps import run_on
from minutes_miner.assemble.headings import FINITE_VERB
from minutes_miner.assemble.item_spans import ItemSpan, TitleWords, span_of, with_ends
from minutes_miner.assemble.numbers import ItemNumber, loose_number, read_number
from minutes_miner.model import Block, Document
from minutes_miner.text import normal

# So many lines or numbered paragraphs at least are a way of setting out minutes; one is a coincidence.
_FEWEST = 2
# "Clerk: 12 May" is a note, "Hall hire £20" a payment, "Action 3" a mark, "Officers present" a list.
_NOT_IN_TITLE = re.compile(r"[:£]|^actions?\s\d|\b(?:present|attending|attendees|in attendance)$", re.IGNORECASE)
# Of lines that no list of standing business knows, so many; with text under each.
_FEWEST_UNKNOWN = 3
# Words of a line that may head an item without being marked as a heading.
_SHORT_LINE = 7
# A title that runs into its record: "1. Apologies: ...", "1. Apologies - none", "1. Apologies for absence. ...", "1. Reports 1.1 ...";
# "To ..." as on the agenda.
_RUN_IN = re.compile(
    r"(?P<title>(?:To\s[^.:;?!]{2,200}|[A-Z][^.:;?!•]{2,80}?))(?:\s[–—-]\s|\s(?=•|\d{1,3}\.\d)|[:.]\s(?=\W?[A-Z0-9])|\.?$)"
)
_WORD = re.compile(r"\S+")
_LONGEST_BUSINESS = 8  # words of a title of standing business
# The same with nothing between: "3. Election of Officers Upon the proposition of ...".
_BEFORE_OPENER = re.compile(
    r"(?P<title>[A-Z][^.:;?!•]{2,100}?)(?<!\bof)(?<!\bthe)(?<!\bto)(?<!\band)(?<!\bby)(?<!\bfrom)(?<!\bfor)(?<!\bon)(?<!\bwith)\s"
    r"(?:(?=(?:Upon|There|The|It|An?|This|These|All|None|No|Following|Members|Apologies|As|Due|Councillors?|Cllrs?|Mrs?|Ms|Dr)\b)|(?=a\)\s))"
)


def lines_of_business(document: Document, words: TitleWords, head_end: int) -> tuple[ItemSpan, ...]:
    """Items headed by plain lines after ``head_end``: where two are titles of standing business, or where several have prose under them."""
    lines = [b for b in document.blocks if b.start >= head_end and _is_title_line(document, b, words)]
    business = {b.start for b in lines if normal(document.slice(b.start, b.end)) in words.business}
    # A line with a colon may also lead in to a list: it is a title where titles of standing business have colons.
    colons = {_has_colon(document, b) for b in lines if b.start in business} or {False}
    lines = [b for b in lines if _has_colon(document, b) in colons]
    titles = {b.start for b in lines}
    headed = {b.start for b, after in pairwise(document.blocks) if b.start in titles and after.start not in titles}
    if len(business) < _FEWEST and len(headed) < _FEWEST_UNKNOWN:
        return ()
    spans = [
        span_of(document.slice(b.start, b.end), "", b.start, b.start, b.end, "agenda.line")
        for b in lines
        if b.start in business or b.start in headed
    ]
    return with_ends(spans, len(document.text))


def _has_colon(document: Document, block: Block) -> bool:
    return document.text[block.end - 1] == ":"


def _is_title_line(document: Document, block: Block, words: TitleWords) -> bool:
    text = document.slice(block.start, block.end)
    if block.kind == "table_row" or block.role != "body" or block.label or len(text.split()) > _SHORT_LINE:
        return False
    bare = text.removesuffix(":")
    if not bare[:1].isupper() or not bare[-1].isalnum() or _NOT_IN_TITLE.search(bare):
        return False
    if normal(bare) in words.business:  # "What we said we would do", too
        return True
    return normal(bare) not in words.furniture and not FINITE_VERB.search(bare)


def numbered_paragraphs(document: Document, words: TitleWords) -> tuple[ItemSpan, ...]:
    """Items that are no more than numbered paragraphs, each number one above the last; a title only where most of them open with one."""
    # A number without its dot is one only among others that have theirs.
    runs = (run for run in _runs(document) if sum(b.label.isdigit() for b in run) * 2 <= len(run))
    found = max(runs, key=len, default=[])
    if len(found) < _FEWEST:
        return ()
    ends = _title_ends(document, found, words)
    spans = [
        span_of(document.slice(b.body, end), b.label, b.start, b.body, end, "agenda.numbered-paragraph")
        for b, end in zip(found, ends, strict=True)
    ]
    return with_ends(spans, len(document.text))


def _runs(document: Document) -> list[list[Block]]:
    """Runs of blocks whose numbers are of one shape and rise by one; what stands between them is passed over."""
    runs: dict[tuple[str, int], list[Block]] = {}  # by the shape, and the number that would come next
    for block in document.blocks:
        numbered = _numbered(document, block)
        if numbered:
            number, labelled = numbered
            following = list(_running_on(document, labelled, number.value + 1)) if number.shape == "9" else []
            entries = [*runs.pop((number.shape, number.value), []), labelled, *following]
            runs[number.shape, number.value + 1 + len(following)] = entries
    return list(runs.values())


def _running_on(document: Document, block: Block, value: int) -> Iterator[Block]:
    """The entries that run on within a numbered paragraph, under the numbers that follow its own."""
    while inner := run_on(document, block, value, block.body, block.end):
        yield inner
        block, value = inner, value + 1


def _numbered(document: Document, block: Block) -> tuple[ItemNumber, Block] | None:
    """The number that opens a block and the block with it as label; the dot of a plain number may be missing."""
    if block.kind == "table_row":
        return None
    if block.label:
        number = read_number(block.label)
        return (number, block) if number and number.text[-1].isdigit() else None
    loose = loose_number(document.slice(block.start, block.end))
    if not loose or not loose[0].text.isdigit():
        return None
    number = loose[0]._replace(shape="9")
    return number, replace(block, label=number.text, body=block.start + loose[1])


def _title_ends(document: Document, found: Sequence[Block], words: TitleWords) -> list[int]:
    """Where each paragraph's title ends; where its text begins, if it has none or too few of the others have one."""
    ends = [_title_end(document, block, words) for block in found]
    titled = sum(end is not None for end in ends)
    return [end if end is not None and titled * 2 > len(found) else b.body for b, end in zip(found, ends, strict=True)]


def _title_end(document: Document, block: Block, words: TitleWords) -> int | None:
    text = document.slice(block.body, block.end)
    match = _BEFORE_OPENER.match(text) or _RUN_IN.match(text)
    if match and not FINITE_VERB.search(match["title"]):
        return block.body + match.end("title")
    opening = list(_WORD.finditer(text))[:_LONGEST_BUSINESS]
    return next((block.body + w.end() for w in reversed(opening) if normal(text[: w.end()]) in words.business), None)
