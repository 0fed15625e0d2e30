"""Finding the agenda items: from the publisher's own structure where there is one, else from numbers, headings and capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from minutes_miner.assemble.chains import best_chain
from minutes_miner.assemble.cited_numbers import without_cited
from minutes_miner.assemble.gaps import fill_gaps
from minutes_miner.assemble.headings import Candidate, candidates, loosely_numbered, part_starts
from minutes_miner.assemble.item_spans import NO_HEAD, Head, ItemSpan, TitleWords, span_of, with_ends
from minutes_miner.assemble.numbers import read_number
from minutes_miner.assemble.plain_items import lines_of_business, numbered_paragraphs
from minutes_miner.dates_written import MONTH, ORDINAL, WEEKDAY
from minutes_miner.model import Block, Document
from minutes_miner.text import normal

# A heading over a numbered list of what is to be done, or of what was to be talked about.
_LIST_HEADING = re.compile(
    r"(?:(?:agreed|new|key|summary of|list of|outstanding)\s)?"
    r"(?:actions?(?:\s(?:points?|items?|list|log|arising|agreed|summary))?|agenda|to.?do|decisions)\W*",
    re.IGNORECASE,
)
# Left-column titles beyond this many words are looked at for a sentence end.
_LONG_TITLE = 12
# Three headings or fewer, with three times as many of the next rank or more, are the parts of a record and not its items.
_FEW_HEADINGS, _MANY_TIMES = 3, 3
# A heading that opens with the hour or the day of a meeting names no business: "19:00, 6 May 2031, Village Hall".
_WHEN = re.compile(rf"(?:\d{{1,2}}[:.]\d\d\s?(?:[ap]m)?,?\s+)?(?:{WEEKDAY},?\s+)?{ORDINAL}\s+{MONTH}\b", re.IGNORECASE)
_BEFORE_TASKS = 2  # headings of business before a list of tasks that closes the record
_NOTHING = 2  # characters between a heading and the next where nothing stands under it
# Headings that stand before or after a numbered list, for it to be no list of items; as many again for each heading within it.
_FEWEST_HEADINGS = 4


def find_items(document: Document, words: TitleWords, *, head: Head = NO_HEAD) -> tuple[ItemSpan, ...]:
    """The agenda items in document order; none where nothing in the document reads as one.

    A heading without a number that stands within the ``head`` names the body or the day, not business.
    """
    if any(block.item is not None for block in document.blocks):
        return _publishers_items(document)
    columns = _column_items(document)
    return columns or _headed_items(document, words, head)


def _publishers_items(document: Document) -> tuple[ItemSpan, ...]:
    by_item: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.item is not None:
            by_item.setdefault(block.item, []).append(block)
    return tuple(_publishers_item(document, item, blocks) for item, blocks in sorted(by_item.items()))


def _publishers_item(document: Document, item: int, blocks: Sequence[Block]) -> ItemSpan:
    first, roles = blocks[0], [b.role for b in blocks]
    number, title = (blocks[roles.index(role)] if role in roles else None for role in ("number", "title"))
    printed = document.slice(number.start, number.end) if number else document.meta.item_number or ""
    if title is None:
        text, where, rule = document.meta.item_title or "", (first.start, first.start), "agenda.item-page"
    else:
        text, where, rule = document.slice(title.start, title.end), (title.start, title.end), "agenda.publisher"
        if not printed and title.label and read_number(title.label):
            printed, text = title.label, document.slice(title.body, title.end)
    return span_of(text, printed, first.start, *where, rule, end=blocks[-1].end, publisher_item=item)


def _column_items(document: Document) -> tuple[ItemSpan, ...]:
    """Items of an item | discussion | action layout: the reader marks the left column's entries as titles."""
    spans: list[ItemSpan] = []
    number: Block | None = None
    for block in document.blocks:
        if block.role == "number":
            number = block
        elif block.role == "title":
            spans.append(_column_item(document, block, number))
            number = None
    return with_ends(spans, len(document.text))


def _column_item(document: Document, title: Block, number: Block | None) -> ItemSpan:
    printed = document.slice(number.start, number.end) if number else title.label
    start = title.start if number else title.body
    text = document.slice(start, title.end)
    stop = text.find(". ")
    if stop > 0 and len(text.split()) > _LONG_TITLE:
        # A cell that runs over the columns holds the title and then a sentence of standing text.
        text = text[:stop]
    return span_of(text, printed, number.start if number else title.start, start, start + len(text), "agenda.column")


def _headed_items(document: Document, words: TitleWords, head: Head) -> tuple[ItemSpan, ...]:
    # "Minutes" and "Attendance" are furniture only where nothing numbers them.
    titled = [c for c in candidates(document) if normal(c.title) and not (c.style == "heading" and _WHEN.match(c.title))]
    business = [c for c in titled if c.shape or normal(c.title) not in words.furniture]
    found = [c for c in titled if c.shape or normal(c.title) not in words.furniture or _closes_with_table(document, c, business)]
    numbered, loose = (without_cited(each, words.arising) for each in (found, loosely_numbered(document)))
    chain = best_chain(numbered, loose, part_starts(document), len(document.text))
    headings = _headings(found, head)
    if chain and _lists_tasks(document, chain):
        chain = []
    if len(chain) < 2 or _is_list_between(headings, chain):
        lines = lines_of_business(document, words, head.people_end)
        # In plain text a line in capitals passes for a heading: "AOB" among many titles that are not in capitals.
        if lines and (not headings or (_in_capitals(document, headings) and len(lines) > 2 * len(headings))):
            return lines
        chain = headings or chain
        if not headings and (paragraphs := numbered_paragraphs(document, words)) and not _lists_tasks(document, paragraphs):
            return paragraphs
    chain = _with_business_titles(fill_gaps(document, chain, head.names_end), found, words)
    ends = [*(c.start for c in chain[1:]), len(document.text)]
    return tuple(map(_headed_item, chain, ends))


def _closes_with_table(document: Document, candidate: Candidate, business: Sequence[Candidate]) -> bool:
    """Whether a heading "Actions" stands over a table behind two headings of business at least: the meeting's list of tasks, at its end."""
    if candidate.style != "heading" or not _LIST_HEADING.fullmatch(candidate.title):
        return False
    below = next((block for block in document.blocks if block.start >= candidate.title_end), None)
    before = sum(c.style == "heading" and not c.masthead and c.start < candidate.start for c in business)
    return below is not None and below.kind == "table_row" and before >= _BEFORE_TASKS


def _lists_tasks(document: Document, entries: Sequence[Candidate | ItemSpan]) -> bool:
    """Whether the entries are no more than a numbered list below one heading that says so: "Actions", "Agenda"."""
    if any(isinstance(entry, Candidate) and entry.style != "plain" for entry in entries):
        return False
    start, end = entries[0].start, entries[-1].start
    above = [block for block in document.blocks if block.kind == "heading" and block.start < start]
    if not above or any(start <= block.start <= end and not block.label for block in document.blocks):
        return False  # text stands under the entries, or a heading between them
    return _LIST_HEADING.fullmatch(document.slice(above[-1].body, above[-1].end)) is not None


def whole_record(document: Document) -> ItemSpan:
    """The whole record as one item without a title, for minutes in which no item can be told from another."""
    body = next((b for b in document.blocks if b.role == "body"), document.blocks[0])
    return span_of("", "", body.start, body.start, body.start, "agenda.no-headings")._replace(end=len(document.text))


def _headed_item(candidate: Candidate, end: int) -> ItemSpan:
    c = candidate
    span = span_of(c.title, c.number.text if c.number else "", c.start, c.title_start, c.title_end, c.rule, body=c.body, end=end)
    if c.agenda_number:
        span = span._replace(agenda_number=c.agenda_number, number=span.minute_number or c.agenda_number)
    return span


def _is_below(candidate: Candidate, head: Head) -> bool:
    return candidate.start >= head.names_end and normal(candidate.title) not in head.names


def _headings(found: Sequence[Candidate], head: Head) -> list[Candidate]:
    """The headings that head business: those of the highest rank that the document uses more than once, unless they only hold deeper
    ones together ("Meeting", then "Finance", "Bins" ...)."""
    headings = [c for c in found if c.style == "heading" and not c.masthead]
    times = Counter(c.rank for c in headings)
    ranks = sorted((rank for rank in times if times[rank] > 1), reverse=True)
    below = [c for c in headings if _is_below(c, head)]
    empty = {c.start for c, after in pairwise(below) if after.start - c.title_end <= _NOTHING}
    for rank, deeper in pairwise([*ranks, None]):
        chosen = [c for c in below if c.rank == rank]
        many = deeper is not None and times[deeper] >= _MANY_TIMES * len(chosen)
        if not many or (len(chosen) > _FEW_HEADINGS and 2 * sum(c.start in empty for c in chosen) < len(chosen)):
            return _with_held(chosen, below, empty)
    return []


def _with_held(chosen: Sequence[Candidate], below: Sequence[Candidate], empty: Container[int]) -> list[Candidate]:
    """``chosen`` headings, with those next below one under which nothing stands but deeper headings."""
    held: list[Candidate] = []
    starts = {c.start for c in chosen}
    ranks = sorted({c.rank for c in below}, reverse=True)
    holder: Candidate | None = None
    for c in below:
        if c.start in starts:
            holder = c if c.start in empty else None
            held.append(c)
        elif holder and ranks.index(c.rank) == ranks.index(holder.rank) + 1:
            held.append(c)
    return held


def _in_capitals(document: Document, headings: Sequence[Candidate]) -> bool:
    """Whether nothing but capitals marks the headings: no level is given."""
    return document.format == "text" and headings[0].rank[1] == 0


def _is_list_between(headings: Sequence[Candidate], chain: Sequence[Candidate]) -> bool:
    """Whether ``chain`` numbers a list in the text, or deeper headings, under a heading or two: most ``headings`` stand outside it."""
    if not headings or any(c.style != "plain" and (c.style != "heading" or c.rank >= headings[0].rank) for c in chain):
        return False
    within = sum(chain[0].start < c.start < chain[-1].start for c in headings)
    return len(headings) - within >= _FEWEST_HEADINGS * (within + 1)


def _with_business_titles(chain: Sequence[Candidate], found: Sequence[Candidate], words: TitleWords) -> list[Candidate]:
    """The chain with unnumbered headings of standard business ("Date of next meeting") that stand after its first item."""
    if not chain:
        return []
    taken = {c.title_start for c in chain}
    extra = [
        c
        for c in found
        if c.title_start not in taken
        and c.start > chain[0].start
        and c.style in ("heading", "bold")
        and not c.number
        and normal(c.title) in words.business
        and not _is_part_of_finance(c, chain, words)
    ]
    return sorted([*chain, *extra], key=lambda c: c.start)


def _is_part_of_finance(heading: Candidate, chain: Sequence[Candidate], words: TitleWords) -> bool:
    """Whether an unnumbered ``heading`` of payments stands under the numbered item that deals with money."""
    above = max((c for c in chain if c.start < heading.start), key=lambda c: c.start)
    under_finance = bool(above.number) and not words.finance.isdisjoint(normal(above.title).split())
    return under_finance and normal(heading.title) in words.of_finance
