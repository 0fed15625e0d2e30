"""Finding the agenda items: from the publisher's own structure where there is one, else from numbers, headings and capitals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from minutes_miner.assemble.headings import Candidate, candidates
from minutes_miner.assemble.numbers import ItemNumber, read_number, split_agenda_number
from minutes_miner.model import Block, Document
from minutes_miner.text import fold, normal

# A chain of item numbers may skip this many (withdrawn items, items whose heading was not recognised) before it counts as broken.
_LARGEST_GAP = 6
# So many lines or numbered paragraphs at least are a way of setting out minutes; one is a coincidence.
_FEWEST = 2
# Words of a line that may head an item without being marked as a heading.
_SHORT_LINE = 7
# Left-column titles beyond this many words are looked at for a sentence end.
_LONG_TITLE = 12


@dataclass(frozen=True, slots=True)
class ItemSpan:
    """Where an item stands: its title and the stretch [body, end) of the document that records it."""

    number: str | None
    agenda_number: str | None
    minute_number: str | None
    title: str
    start: int  # of the number or title
    title_start: int
    title_end: int
    body: int
    end: int
    rule: str
    publisher_item: int | None = None


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The word lists that agenda.yaml gives, in comparing form."""

    business: frozenset[str]
    furniture: frozenset[str]


def title_words(words: Callable[[str], Sequence[str]]) -> TitleWords:
    """The lists as sets of normalised titles; ``words`` gives a word list by name."""
    return TitleWords(frozenset(map(normal, words("business_titles"))), frozenset(map(normal, words("furniture_titles"))))


def find_items(document: Document, words: TitleWords) -> tuple[ItemSpan, ...]:
    """The agenda items in document order; none where nothing in the document reads as one."""
    if any(block.item is not None for block in document.blocks):
        return _publishers_items(document)
    columns = _column_items(document)
    return columns or _headed_items(document, words)


def _publishers_items(document: Document) -> tuple[ItemSpan, ...]:
    by_item: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.item is not None:
            by_item.setdefault(block.item, []).append(block)
    return tuple(_publishers_item(document, item, blocks) for item, blocks in sorted(by_item.items()))


def _publishers_item(document: Document, item: int, blocks: Sequence[Block]) -> ItemSpan:
    number = next((document.slice(b.start, b.end) for b in blocks if b.role == "number"), document.meta.item_number or "")
    title = next((b for b in blocks if b.role == "title"), None)
    if title is None:
        first = blocks[0]
        span = _span(document.meta.item_title or "", number, first.start, first.start, first.start, "agenda.item-page")
        return replace(span, body=first.start, end=blocks[-1].end, publisher_item=item)
    text = document.slice(title.start, title.end)
    if not number and title.label and read_number(title.label):
        number, text = title.label, document.slice(title.body, title.end)
    span = _span(text, number, blocks[0].start, title.start, title.end, "agenda.publisher")
    return replace(span, body=title.end, end=blocks[-1].end, publisher_item=item)


def _span(title: str, number: str, start: int, title_start: int, title_end: int, rule: str) -> ItemSpan:
    """An item whose body is still to be set; the "(Agenda item 5)" of the title becomes its agenda number."""
    bare, agenda_number = split_agenda_number(fold(title))
    minute_number = fold(number).rstrip(".:) ") or None
    return ItemSpan(
        number=minute_number or agenda_number,
        agenda_number=agenda_number or (None if agenda_number else minute_number),
        minute_number=minute_number,
        title=bare.strip().rstrip(":.–-— ").strip(),
        start=start,
        title_start=title_start,
        title_end=title_end,
        body=title_end,
        end=title_end,
        rule=rule,
    )


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
    return _with_ends(spans, len(document.text))


def _column_item(document: Document, title: Block, number: Block | None) -> ItemSpan:
    printed = document.slice(number.start, number.end) if number else title.label
    start = title.start if number else title.body
    text = document.slice(start, title.end)
    stop = text.find(". ")
    if stop > 0 and len(text.split()) > _LONG_TITLE:
        # A cell that runs over the columns holds the title and then a sentence of standing text.
        text = text[:stop]
    return _span(text, printed, number.start if number else title.start, start, start + len(text), "agenda.column")


def _with_ends(spans: Sequence[ItemSpan], end: int) -> tuple[ItemSpan, ...]:
    nexts = [*(s.start for s in spans[1:]), end][: len(spans)]
    return tuple(replace(span, end=following) for span, following in zip(spans, nexts, strict=True))


def _headed_items(document: Document, words: TitleWords) -> tuple[ItemSpan, ...]:
    # "Minutes" and "Attendance" are furniture only where nothing numbers them.
    found = [c for c in candidates(document) if normal(c.title) and (c.shape or normal(c.title) not in words.furniture)]
    chain = _best_chain(found, len(document.text))
    if len(chain) < 2:
        chain = [c for c in found if c.style == "heading" and _is_top(c, found)] or chain
    if not chain:
        return _lines_of_business(document, words) or _numbered_paragraphs(document)
    chain = _with_business_titles(chain, found, words)
    return _with_ends([_headed_item(c) for c in chain], len(document.text))


def whole_record(document: Document) -> ItemSpan:
    """The whole record as one item without a title, for minutes in which no item can be told from another."""
    body = next((b for b in document.blocks if b.role == "body"), document.blocks[0])
    return replace(_span("", "", body.start, body.start, body.start, "agenda.no-headings"), end=len(document.text))


def _lines_of_business(document: Document, words: TitleWords) -> tuple[ItemSpan, ...]:
    """Items headed by plain lines, where at least two such lines are titles of standing business."""
    lines = [b for b in document.blocks if _is_short_line(document, b)]
    business = [b for b in lines if normal(document.slice(b.start, b.end)) in words.business]
    if len(business) < _FEWEST:
        return ()
    spans = [
        _span(document.slice(b.start, b.end), "", b.start, b.start, b.end, "agenda.line") for b in lines if b.start >= business[0].start
    ]
    return _with_ends(spans, len(document.text))


def _is_short_line(document: Document, block: Block) -> bool:
    text = document.slice(block.start, block.end)
    return block.kind == "paragraph" and not block.label and len(text.split()) <= _SHORT_LINE and text[0].isupper() and text[-1].isalpha()


def _numbered_paragraphs(document: Document) -> tuple[ItemSpan, ...]:
    """Items that are no more than numbered paragraphs, counting from 1: they have a number and no title."""
    found: list[Block] = []
    for block in document.blocks:
        number = read_number(block.label) if block.label and block.kind != "table_row" else None
        if number and number.text.isdigit() and number.value == len(found) + 1:
            found.append(block)
    spans = [replace(_span("", b.label, b.start, b.start, b.body, "agenda.numbered-paragraph"), body=b.body) for b in found]
    return _with_ends(spans, len(document.text)) if len(spans) >= _FEWEST else ()


def _headed_item(candidate: Candidate) -> ItemSpan:
    c = candidate
    span = _span(c.title, c.number.text if c.number else "", c.start, c.title_start, c.title_end, c.rule)
    if c.agenda_number:
        span = replace(span, agenda_number=c.agenda_number, number=span.minute_number or c.agenda_number)
    return replace(span, body=c.body)


def _is_top(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether an unnumbered heading is of the highest rank that the document uses more than once."""
    ranks = [c.rank for c in found if c.style == "heading" and not c.masthead]
    top = max((r for r in ranks if ranks.count(r) > 1), default=None)
    return not candidate.masthead and candidate.rank == top


def _best_chain(found: Sequence[Candidate], text_end: int) -> list[Candidate]:
    """The run of rising numbers of one shape that carries most weight: headings weigh more than plain lines, long bodies more than none."""
    best: tuple[float, list[Candidate]] = (0.0, [])
    for shape in {c.shape for c in found if c.shape}:
        chain = _heaviest_rise([c for c in found if c.shape == shape], text_end)
        weight = sum(c.weight for c in chain) * (1.0 if len(chain) > 1 else 0.2)
        if weight > best[0]:
            best = (weight, chain)
    return best[1]


def _heaviest_rise(found: Sequence[Candidate], text_end: int) -> list[Candidate]:
    """Longest-path over candidates of one shape: numbers rise by at most _LARGEST_GAP, or stand still once (a slip of the typist)."""
    totals: list[float] = []
    before: list[int | None] = []
    heaviest: dict[int, int] = {}  # value -> the candidate of this value with the highest total so far: no other of its value can win
    ends = [*(c.start for c in found[1:]), text_end]
    for i, candidate in enumerate(found):
        own = candidate.weight + min(1.0, (ends[i] - candidate.body) / 200)
        total, previous = own, None
        value = _value(candidate)
        for j in sorted(heaviest[near] for near in range(value - _LARGEST_GAP, value + 1) if near in heaviest):
            step = value - _value(found[j])
            link = totals[j] + own * (1.0 if step == 1 else 0.4 if step == 0 else 0.8)
            if link > total:
                total, previous = link, j
        totals.append(total)
        before.append(previous)
        if value not in heaviest or total > totals[heaviest[value]]:
            heaviest[value] = i
    chain: list[Candidate] = []
    at: int | None = max(range(len(totals)), key=lambda i: totals[i], default=None)
    while at is not None:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _value(candidate: Candidate) -> int:
    number: ItemNumber | None = candidate.number
    return number.value if number else int(candidate.agenda_number or 0)


def _with_business_titles(chain: Sequence[Candidate], found: Sequence[Candidate], words: TitleWords) -> list[Candidate]:
    """The chain with unnumbered headings of standard business ("Date of next meeting") that stand after its first item."""
    if not chain:
        return []
    taken = {c.start for c in chain}
    extra = [
        c
        for c in found
        if c.start not in taken
        and c.start > chain[0].start
        and c.style in ("heading", "bold")
        and not c.number
        and normal(c.title) in words.business
    ]
    return sorted([*chain, *extra], key=lambda c: c.start)
