"""Action tables and logs of a text: known by their column headings, whatever sets the columns out, their wrapped cells put together.

    Item  Action                     Owner   By
    5.3   Redraft the letting terms  JA      November meeting
          and the price list

Only these headings are trusted: other things that blanks set out in a text are lists of those present, payments, or two columns of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from minutes_miner.column_heads import HEADINGS
from minutes_miner.ingest.plain_lines import Line
from minutes_miner.ingest.text_columns import Cut, Part, by_bars, by_blanks, by_tabs, parts_of
from minutes_miner.text import normal

_RULE = re.compile(r"[\s=_|+:~*.-]{3,}$")  # "-----", "+---+---+", "---|---"
_SHORT = 160  # characters of a line of headings at most, with the blanks between them
# Only a line with one of these words is looked at.
_SIGN = re.compile(r"\b(?:actions?|tasks?|what|next steps?)\b", re.IGNORECASE)
_MOST_COLUMNS, _FEWEST_KNOWN = 10, 3  # one heading may be unknown ("Priority") beside so many that are known
_FOLLOWED = frozenset({"owner", "due", "status", "completed"})
_PROSE = re.compile(r"(?:key )?(?:discussion|minutes|notes|summary)\b.*", re.IGNORECASE)  # a column of minutes laid out as a table
_NUMBER = re.compile(r"\S*\d\S*|[A-Za-z]\W?")  # "5.3", "23/05", "a)"
_BAND_WORDS = 10  # of a line between rows that names the meeting whose actions follow
_OPEN_ENDED = re.compile(r"(?:[/,&+]|\band|\bor|\bto)$")  # of a cell: its next line must follow
_INITIALS = 5  # signs of a cell's line in capitals, that is no heading: "KO/SH"
_TO_SIGN = re.compile(r"[._]{4,}")  # "Signed ........"
_NEXT_ITEM = re.compile(r"\S*\d\S*\s+[A-Z][A-Z'’&/, -]{3,}$")  # "10.  DATE OF NEXT MEETING"


class Heads(NamedTuple):
    """The headings of a table, what cuts its lines into cells, and its first line below them."""

    texts: tuple[str, ...]
    cut: Cut
    body: int
    widths: tuple[int, ...]  # of the columns, where blanks set them out; 0 where a cell may be of any length


class TextTable(NamedTuple):
    """A table with its wrapped cells put together."""

    rows: list[list[str]]
    end: int  # the index of the first line after it


class _Printed(NamedTuple):
    """A line of a table."""

    cells: list[str]
    parted: bool  # a blank line or a rule stands above it, or it is a row by itself

    @property
    def filled(self) -> list[int]:
        """The columns in which something stands."""
        return [at for at, cell in enumerate(self.cells) if cell]


def table_starts(lines: Sequence[Line]) -> dict[int, Heads]:
    """The action tables' headings, by the line with which a table begins."""
    found: dict[int, Heads] = {}
    for at, line in enumerate(lines):
        text = line.text
        if ("  " in text or "\t" in text or "|" in text) and len(text) <= _SHORT and _SIGN.search(text) and (heads := _heads(lines, at)):
            framed = at and lines[at - 1].text.startswith("+") and _RULE.match(lines[at - 1].text)
            found[at - 1 if framed else at] = heads
    return found


def read_table(lines: Sequence[Line], heads: Heads, end: int) -> TextTable | None:
    """The table below ``heads``, within the lines up to ``end``; None where no rows are."""
    printed, after = _printed(lines, heads, end)
    rows = list(_joined(printed, heads))
    return TextTable(rows, after) if any(sum(map(bool, row)) > 1 for row in rows) else None


def _heads(lines: Sequence[Line], at: int) -> Heads | None:
    """The headings that a line holds, or it and the next: "By" over "whom"."""
    raw = _raw(lines[at])
    below = lines[at + 1] if at + 1 < len(lines) else None
    if "|" in raw:
        texts = _texts(raw.strip().strip("|").split("|"))
        markdown = raw.lstrip().startswith("|") and below is not None and below.text.startswith("|")
        return Heads(texts, by_bars(len(texts)), at + 1, (0,) * len(texts)) if not markdown and _are_heads(texts) else None
    if "\t" in raw and _are_heads(texts := _texts(raw.split("\t"))):
        return Heads(texts, by_tabs(len(texts)), at + 1, (0,) * len(texts))
    parts = parts_of(raw)
    if not 2 <= len(parts) <= _MOST_COLUMNS:
        return None
    double = _over_two_lines(parts, parts_of(_raw(below))) if below and below.text and not _RULE.match(below.text) else []
    for lower, chosen in ((2, double), (1, parts)):
        texts = _texts([part.text for part in chosen])
        if chosen and _are_heads(texts):
            widths = [max(after.start - part.start - 2, 0) for part, after in pairwise(chosen)]
            return Heads(texts, by_blanks(chosen), at + lower, (*widths, 0))
    return None


def _raw(line: Line) -> str:
    """A line with its indent."""
    return "\t" * (line.indent // 4) + line.text if "\t" in line.text else " " * line.indent + line.text


def _texts(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple([cell.strip(" *_:") for cell in cells])


def _over_two_lines(parts: Sequence[Part], below: Sequence[Part]) -> list[Part]:
    """The headings of two lines, each put together; none where the lower line has words beside those of the upper."""
    whole = list(parts)
    for part in below:
        over = [n for n, head in enumerate(parts) if part.start <= head.end and head.start <= part.end]
        if len(over) != 1 or whole[over[0]] is not parts[over[0]]:
            return []
        head = parts[over[0]]
        whole[over[0]] = Part(min(head.start, part.start), max(head.end, part.end), f"{head.text} {part.text}")
    return whole


def _are_heads(texts: Sequence[str]) -> bool:
    """Whether all are column headings of an action table, but for one among several."""
    known = [next((key for key, words in HEADINGS.items() if words.fullmatch(normal(text))), "") for text in texts]
    unknown = known.count("")
    if "task" not in known or not _FOLLOWED & set(known) or any(map(_PROSE.fullmatch, texts)) or not all(texts):
        return False
    told = any(_SIGN.search(text) for text, key in zip(texts, known, strict=True) if key == "task")
    return told and (not unknown or (unknown == 1 and len(known) - unknown >= _FEWEST_KNOWN))


def _printed(lines: Sequence[Line], heads: Heads, end: int) -> tuple[list[_Printed], int]:
    """The lines of a table, cut into cells, and the index of the first line after it."""
    found: list[_Printed] = []
    after, parted, blank = heads.body, False, False
    for at in range(heads.body, end):
        line = lines[at]
        if not line.text or _RULE.match(line.text):
            parted, blank = True, blank or not line.text
            after = at + 1 if line.text and not blank else after
            continue
        one = _read(line, heads, parted=parted)
        below = _read(lines[at + 1], heads) if at + 1 < end else None
        if one is None or not (_is_row(one, blank=blank and bool(found)) or _is_part(one, found, below, heads, blank=blank)):
            if not _is_band(lines, at, end, heads):
                break
            one = _Printed([line.text, *[""] * (len(heads.texts) - 1)], parted=True)
        if _texts(one.cells) != heads.texts:  # else they are printed again on a new page
            found.append(one)
        after, parted, blank = at + 1, False, False
    return found, after


def _read(line: Line, heads: Heads, *, parted: bool = False) -> _Printed | None:
    """A line cut into cells; None where it belongs to no table."""
    cells = None if line.atx or _NEXT_ITEM.match(line.text) or _TO_SIGN.search(line.text) else heads.cut(_raw(line))
    return _Printed(cells, parted) if cells and any(cells) else None


def _is_row(one: _Printed, *, blank: bool) -> bool:
    """Whether enough of a line's columns are filled for a row; more behind a ``blank`` line, where other text may begin."""
    return len(one.filled) > (2 if blank else 1)


def _is_part(one: _Printed, found: Sequence[_Printed], below: _Printed | None, heads: Heads, *, blank: bool) -> bool:
    """Whether a line with words in one column goes on with what stands above it, or goes on in the line below."""
    at = one.filled[0]
    text = one.cells[at]
    if at > 0:
        return bool(found) and not blank and (not text.isupper() or len(text) <= _INITIALS)
    if _NUMBER.fullmatch(text):
        return False
    if found and not blank and not _begins(text, found[-1].cells[0], heads.widths[0]):
        return True
    return below is not None and _is_row(below, blank=blank) and not _begins(below.cells[0] or text, text, heads.widths[0])


def _begins(text: str, above: str, width: int) -> bool:
    """Whether a cell's line is the first of its cell: that ``above`` it is complete and had room for a word more, or none stands there."""
    if not above:
        return True
    if _OPEN_ENDED.search(above):
        return False
    return len(above) + 1 + len(text.split()[0]) <= width if width else not text[0].islower()


def _is_band(lines: Sequence[Line], at: int, end: int, heads: Heads) -> bool:
    """Whether a line between rows names the meeting whose actions follow: "Actions from 12 June 2031"."""
    text = lines[at].text
    if len(text.split()) > _BAND_WORDS or text[-1] == "." or not any(map(str.isdigit, text)) or "  " in text:
        return False
    below = next((line for line in lines[at + 1 : end] if line.text and not _RULE.match(line.text)), None)
    row = _read(below, heads) if below else None
    return row is not None and len(row.filled) > 1


def _joined(printed: Sequence[_Printed], heads: Heads) -> Iterator[list[str]]:
    """The rows, each of one line or of several whose cells go on."""
    ruled = sum(one.parted for one in printed[1:]) > 1
    current: list[str] = []
    for above, one in pairwise([None, *printed]):
        assert one is not None
        if above is None or one.parted or (not ruled and _opens(one, above, current, heads)):
            if current:
                yield current
            current = list(one.cells)
        else:
            current = [f"{before} {cell}".strip() for before, cell in zip(current, one.cells, strict=True)]
    if current:
        yield current


def _opens(one: _Printed, above: _Printed, current: Sequence[str], heads: Heads) -> bool:
    """Whether a line begins a row: with its number, with a cell where the row had ended, or with words that stand below complete ones."""
    if len(one.filled) == 1:
        return False
    first, *others = one.filled
    if _NUMBER.fullmatch(one.cells[0]) or any(current[at] and not above.cells[at] for at in others):
        return True
    complete = not any(_OPEN_ENDED.search(above.cells[at]) for at in others)
    return complete and _begins(one.cells[first], above.cells[first], heads.widths[first])
