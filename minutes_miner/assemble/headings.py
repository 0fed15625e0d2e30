"""Which blocks might head an agenda item, and how strongly they look like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from minutes_miner.assemble.numbers import ItemNumber, loose_number, read_number
from minutes_miner.model import Block, Document

# A title in capitals that runs into its text: "13. DOG BINS It was noted". At least two capital letters in its first word.
_CAPITALS = re.compile(
    r"(?P<title>[A-Z][A-Z’'&]+(?:[\s,/&’'()–—-]+(?:[A-Z0-9][A-Z0-9’'&.]*|of|and|the|for|to|on|in))*[A-Z0-9)])(?=[\s.:;,–—-]|$)"
)
# What may belong to such a title still: a bracket, and what follows a dash or an acronym ("MILL POND – update", "VAT Return Checklist"),
# up to a word that opens a sentence.
_BRACKET_AFTER = re.compile(r"\s*\([^)]{1,60}\)")
_OPENER = (
    r"(?:It|The|A|An|This|That|These|There|All|None|No|In|At|On|Following|Members|Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|Apologies|Nothing|As|Due|"
    r"Clerk|[ivx]+\))\b"
)
_DASH_AFTER = re.compile(rf"\s?[–-]\s(?:(?!{_OPENER})[\w’'&/(),-]+\s){{0,8}}?(?!{_OPENER})[\w’'&/()-]+(?=\s{_OPENER}|$)")
_SPEAKER = re.compile(r"\s[–—-]\s(?=[A-Z]{2,3}\s[a-z])")
_CAPITALS_AFTER = re.compile(rf"(?:\s(?!{_OPENER})[A-Z][\w’'-]+){{1,6}}(?=\s{_OPENER}|[.:]|$)")
# A numbered title that ends with a colon: "2. Apologies for absence: Councillor Pell", "6. To receive reports from the public:".
_TO_COLON = re.compile(r"((?:To\s[^.:;?!]{2,200}|[A-Z][^.:;?!]{2,80}?)):(?=\s|$)")
# The same with a full stop, after a word that is no abbreviation or initial.
_TO_STOP = re.compile(r"([A-Z][^.:;?!]{2,80}?[a-z]{3})\.\s+(?=[A-Z])(?<!Mrs\. )(?<!Cllr\. )(?<!Hon\. )(?<!Rev\. )")
# A title holds no finite verb: with one it is a sentence of the record.
FINITE_VERB = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|should|could|(?-i:may)|can|did|does|do|that|agreed|noted|reported|resolved|approved|"
    r"advised|said|asked|thanked|proposed|attended)\b",
    re.IGNORECASE,
)
# Items that run on within one paragraph: "... by all. 4. DECLARATIONS OF INTEREST None."
# (The first figure comes first in the pattern, and is looked for fast.)
_INNER = re.compile(r"(\d(?<=[.!?:;)”\"]\s\d)\d{0,2}\.)\s+(?=[A-Z][A-Z’'&]+[\s,/&’'-]+(?:[A-Z]{2,}|&|OF|AND|THE)|[A-Z]{6,})")
_ITEM_LINE = re.compile(r"\(?\s*(?:agenda\s+)?item\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\s*\)?\.?", re.IGNORECASE)
_ITEM_AT_END = re.compile(r"\((?:agenda\s+)?item\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\)\.?$", re.IGNORECASE)
# Access to Information: public business is Part 1 (A, I), exempt or confidential business Part 2 (B, II), in an order of its own.
_PART = re.compile(
    r"(?:part|section)\s+(?:[a-d1-4]|i{1,3}|one|two|three)\b"
    r"|(?:exempt|confidential|private|closed|restricted|non-public)\s+(?:items?|business|session|part|section|agenda|meeting|minutes)\b",
    re.IGNORECASE,
)
_LONGEST_PART = 90  # characters: "PART B - ITEMS CONSIDERED AFTER THE PRESS AND PUBLIC WERE EXCLUDED"
# The longest titles of items that are met in practice run to about thirty words (motions on notice, school agendas).
_LONGEST_TITLE = 34
_LONGEST_PLAIN = 14
_SHORTEST_TITLE = 12  # characters of a title before a colon
# What belongs to a title in mark-up behind its colon: a few words, not in capitals, that name no day and nobody who was absent.
_NO_RECORD = re.compile(r"(?!None\b|Nil\b|Apologies\b|Cllr|Councillor|Mr\b|Mrs\b|Ms\b|Dr\b)[A-Z][a-z]+(?:\s[\w’'&/()-]+){1,6}")
_LONGEST_ITEM_LINE = 30  # characters: "(Agenda item no. 123a)", with some white space more
_LONGEST_NUMBER = 3  # figures of a number that stands alone on its line; four are a year


class Candidate(NamedTuple):
    """A block, or the opening of one, that may head an item. ``weight`` grows with the likeness to a heading."""

    number: ItemNumber | None
    agenda_number: str | None
    title: str
    start: int
    title_start: int
    title_end: int
    body: int
    style: str  # "heading" | "capitals" | "bold" | "plain"
    weight: float
    rank: tuple[float, int]  # size and level of a heading, for comparing
    masthead: bool
    rule: str

    @property
    def shape(self) -> str | None:
        """What its number looks like, or "(Item 9)" where only an agenda number is printed."""
        if self.number:
            return self.number.shape
        return "(Item 9)" if self.agenda_number else None


def candidates(document: Document) -> list[Candidate]:
    """All candidates in document order."""
    return list(_each(document, _candidate_blocks(document)))


def _candidate_blocks(document: Document) -> list[Block]:
    return [b for b in document.blocks if b.kind != "table_row" and b.role not in ("action", "aside")]


def loosely_numbered(document: Document) -> list[Candidate]:
    """Blocks without a label that open with what may be an item's number all the same, in document order."""
    blocks = [b for b in _candidate_blocks(document) if b.role != "masthead"]
    found = (_loose(document, b, following) for b, following in zip_longest(blocks, blocks[1:]) if not b.label)
    return [candidate for candidate in found if candidate]


def _loose(document: Document, block: Block, following: Block | None) -> Candidate | None:
    text = document.text[block.start : block.end]
    if text.isdigit() and following and not following.label and len(text) <= _LONGEST_NUMBER:
        return _titled_by(document, replace(block, label=text), following)
    found = loose_number(text)
    if found is None:
        return None
    number, length = found
    rest = replace(block, body=block.start + length, label=number.text)
    # A number of several parts is rarely anything else, so its title may be a sentence ("F03:04/24 To elect a Vice-Chair.").
    compound = len(number.figures) > 1 or not number.text[0].isdigit()
    if block.kind == "heading" and _words(document, rest.body, rest.end) <= _LONGEST_TITLE:
        candidate = _candidate(document, rest, _cut_at_colon(document, rest), "heading", 2.5, "agenda.loose-number")
    elif ". " not in text[length:] and _is_plain_title(
        text[length:].rstrip("." if compound else ""), _LONGEST_TITLE if compound else _LONGEST_PLAIN
    ):
        candidate = _candidate(document, rest, block.end, "plain", 0.6, "agenda.loose-number")
    elif sentence := _first_sentence(text[length:]):
        candidate = _candidate(document, rest, rest.body + sentence, "plain", 0.5, "agenda.loose-number")
    else:
        run_in = _run_in(document, rest)
        if run_in is None:
            return None
        candidate = run_in
    return candidate._replace(number=number)


def part_starts(document: Document) -> list[int]:
    """Where the parts of a divided agenda begin: "PART B", "Private session", "CONFIDENTIAL ITEMS", and any heading that holds numbered
    ones below it that begin again at 1 ("Points discussed" after "Matters arising")."""
    short = [b for b in _candidate_blocks(document) if b.end - b.start <= _LONGEST_PART]
    headings = [b for b in short if b.kind == "heading"]
    holding = {over.start for over, below in pairwise(headings) if not over.label and over.level < below.level and _is_first(below)}
    return [b.start for b in short if b.start in holding or _PART.match(document.text, b.start, b.end)]


def _is_first(block: Block) -> bool:
    number = read_number(block.label)
    return number is not None and number.figures == (1,)


def _each(document: Document, blocks: Sequence[Block]) -> Iterator[Candidate]:
    runs_on = _INNER.search(document.text) is not None  # in most documents nothing does
    text = document.text
    item_lines = [_ITEM_LINE.fullmatch(text, b.start, b.end) if b.end - b.start <= _LONGEST_ITEM_LINE else None for b in blocks]
    for block, following, own, item_line in zip_longest(blocks, blocks[1:], item_lines, item_lines[1:]):
        if own:
            continue
        if item_line and _words(document, block.body, block.end) <= _LONGEST_TITLE:
            yield _candidate(document, block, block.end, "heading", 3.0, "agenda.item-line", agenda=item_line[1], body=following.end)
            continue
        found = _from_block(document, block) or (block.label and following and _number_line(document, block, following))
        if found:
            yield found
        if runs_on:
            yield from _inner(document, block)


def _number_line(document: Document, block: Block, following: Block) -> Candidate | None:
    """A line that is no more than a number, with the title on the line after it."""
    if block.body < block.end or following.label or block.role == "masthead" or read_number(block.label) is None:
        return None
    return _titled_by(document, block, following)


def _titled_by(document: Document, block: Block, title: Block) -> Candidate | None:
    """The candidate whose number is all of ``block`` and whose title is all of ``title``; None where that reads as no title."""
    text = document.slice(title.start, title.end)
    heading = title.kind == "heading" and _words(document, title.start, title.end) <= _LONGEST_TITLE
    if not heading and (title.kind == "table_row" or not _is_plain_title(text, _LONGEST_PLAIN)):
        return None
    weight, style = (3.0, "heading") if heading else (0.7, "plain")
    found = _candidate(document, title, title.end, style, weight, "agenda.number-line")
    return found._replace(number=read_number(block.label), start=block.start)


def _first_sentence(text: str) -> int | None:
    """Where a title that is parted from its record by a full stop ends: "4. Matters Arising. There were none"."""
    match = _TO_STOP.match(text)
    return match.end(1) if match and not FINITE_VERB.search(match[1]) else None


def _is_plain_title(text: str, longest: int) -> bool:
    return 0 < len(text.split()) <= longest and text[-1] not in ".;,?" and text[0].isupper()


def _inner(document: Document, block: Block) -> Iterator[Candidate]:
    """Numbered titles in capitals inside a block, after the end of a sentence."""
    for match in _INNER.finditer(document.text, block.body + len(". "), block.end):
        piece = replace(block, start=match.start(), body=match.end(), label=match.group(1), bold=())
        found = _run_in(document, piece)
        if found:
            yield found


def _from_block(document: Document, block: Block) -> Candidate | None:
    text = document.text[block.body : block.end]
    at_end = _ITEM_AT_END.search(text) if text.endswith((")", ").")) else None
    if at_end and _words(document, block.body, block.end) <= _LONGEST_TITLE:
        return _candidate(
            document, block, block.body + at_end.start(), "heading", 3.0, "agenda.item-bracket", agenda=at_end[1], body=block.end
        )
    if block.kind == "heading" and 0 < len(text.split()) <= _LONGEST_TITLE:
        return _candidate(document, block, _cut_at_colon(document, block), "heading", 3.0 if block.label else 1.0, "agenda.heading")
    lead = _bold_lead(block)
    if not block.label and lead and block.role != "masthead":
        return _candidate(document, block, lead, "bold", 0.5, "agenda.bold-lead")
    if not block.label or read_number(block.label) is None or block.role == "masthead":
        return None
    run_in = _run_in(document, block)
    if run_in:
        return run_in
    colon = _TO_COLON.match(text)
    if colon and not FINITE_VERB.search(colon[1]):
        alone = colon.end() == len(text)
        return _candidate(document, block, block.body + colon.end(1), "plain", 0.9 if alone else 0.6, "agenda.colon")
    sentence = _first_sentence(text)
    if sentence:
        return _candidate(document, block, block.body + sentence, "plain", 0.6, "agenda.first-sentence")
    if _is_plain_title(text, _LONGEST_PLAIN):
        return _candidate(document, block, block.end, "plain", 0.7, "agenda.plain")
    return None


def _run_in(document: Document, block: Block) -> Candidate | None:
    """A numbered block that opens with its title, in bold or capitals, and goes on with the record."""
    text = document.slice(block.body, block.end)
    lead = _bold_lead(block)
    if lead:
        return _candidate(document, block, lead, "bold", 2.0, "agenda.bold-lead")
    capitals = _CAPITALS.match(text)
    if not capitals:
        return None
    end = capitals.end()
    speaker = _SPEAKER.search(text, 0, end + 2)
    if speaker:  # "MATTERS ARISING - JA has mended the gate"
        return _candidate(document, block, block.body + speaker.start(), "capitals", 2.0, "agenda.capitals")
    for more in (_BRACKET_AFTER, _DASH_AFTER, _CAPITALS_AFTER):
        match = more.match(text, end)
        end = match.end() if match else end
    return _candidate(document, block, block.body + end, "capitals", 2.0, "agenda.capitals")


def _bold_lead(block: Block) -> int | None:
    """Where the bold stretch that opens the block's text ends, if plain text follows it."""
    if not block.bold:
        return None
    end = next((end for start, end in block.bold if start <= block.body < end), block.body)
    return end if block.body + 3 < end < block.end else None


def _cut_at_colon(document: Document, block: Block) -> int:
    """Where a heading's title ends: "ITEMS FOR NEXT MEETING: TO BE HELD ..." is a title with its text after the colon."""
    text = document.slice(block.body, block.end)
    at = text.find(": ")
    if at < _SHORTEST_TITLE or (block.level and _NO_RECORD.fullmatch(text, at + 2)):
        return block.end
    return block.body + at


def _candidate(
    document: Document,
    block: Block,
    title_end: int,
    style: str,
    weight: float,
    rule: str,
    *,
    agenda: str | None = None,
    body: int | None = None,
) -> Candidate:
    number = read_number(block.label) if block.label else None
    start = block.body if number or not block.label else block.start
    return Candidate(
        number=number,
        agenda_number=agenda,
        title=document.slice(start, title_end).strip(),
        start=block.start,
        title_start=start,
        title_end=title_end,
        body=title_end if body is None else body,
        style=style,
        weight=weight,
        rank=(round(block.size, 1), -block.level),
        masthead=block.role == "masthead",
        rule=rule,
    )


def _words(document: Document, start: int, end: int) -> int:
    return len(document.text[start:end].split())
