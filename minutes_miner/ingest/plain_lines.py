"""The lines of a text file: what each is, and which of them one paragraph was broken into.

A hard-wrapped paragraph is known by its full lines: the next line's first word would not have fitted. A line that had room
for it was ended on purpose, and the next begins a block of its own. A text none of whose lines goes on in the middle of a sentence was
not wrapped, however long its lines are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from minutes_miner.ingest.site_marks import at_breaks, without_marks
from minutes_miner.text import split_label

_TAB = 4  # columns; only differences between indents matter
_NARROWEST, _WIDEST = 50, 160  # characters; texts are wrapped at 60 to 130: lists of names stay below, whole paragraphs go beyond
# "Item 6 - the handrail is mended.", one of a list below another sentence's end.
_CITES = re.compile(r"(?:Agenda item|Item|Minute|Min\.?|Action)\s(?:[Nn]o\.?\s)?\d")
_WIDE_GAP = "     "  # before an owner in the margin or another column: the text beside it is wrapped before it
# "Action: JS", after which a sentence or two never go on: whatever follows is another matter.
_OWNER_LAST = re.compile(r"\b(?:ACTION|Action)[Ss]?\s?[:–-]\s?(?:[A-Z]{2,3}(?:\s?[/,&+]\s?[A-Z]{2,3})*|Clerk|Chair|All)\.?\Z")
_BEYOND = 1.2  # times the width: so long a line was not wrapped, and holds a whole paragraph
_SLACK = 2  # characters by which editors' wrapping differs
_FULL = 0.75  # share of the width that a printed line of wide letters fills at least
_RULE = re.compile(r"[\s=_*~-]{3,}$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_ATX = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_WIKI = re.compile(r"(={1,6})\s*([A-Z0-9][^=]{0,99}?)\s*(=*)$")  # "== Apologies ==" in MediaWiki, "== Apologies" in AsciiDoc
_FIELD = re.compile(r"[A-Z][A-Za-z' ]{1,30}\d{0,3}:(?:\s|$)")  # "Present: ...", "In attendance:", "Action 2: ..."
_GAP = re.compile(r"[ \u00a0]{3,}")
_MOST_CELLS, _LONGEST_CELL = 6, 45  # characters: a name with its office; sentences are longer
_LONGEST_NAME = 6  # words of a name with its title and office, or of a line's heading
_CELL = re.compile(r"(?:\*\*)?[A-Z(]")
_SIGNS = frozenset("=_*~-#|<")  # what a rule, an underline, a Markdown heading, a row of a framed table or mark-up begins with
_BARE_NUMBER = re.compile(r"(?:\d{1,4}|[A-Za-z]|[ivx]+)\.?$")
# What no sentence ends with: the next line goes on.
_JOINS = r"(?:an?|and|at|by|for|from|in|of|on|or|that|the|to|with)"
_OPEN_END = re.compile(rf"(?:,|\b{_JOINS})$")
# "Mend the gate (Clerk): no change", "Mend the gate - no change": an entry of a list, with a few words behind its colon or dash, the last
# of them none that a sentence must go on behind.
_ENTRY = re.compile(rf"[A-Z][^.;:]{{2,90}}?(?P<sign>:|\s[–—-])\s(?:[^\s:;]+\s+){{0,5}}(?!{_JOINS}$)[^\s,;:]+")


class Line(NamedTuple):
    """One line of the file, without its line end."""

    text: str  # trimmed
    indent: int  # columns
    length: int  # columns up to the last sign
    page: int | None
    label: str  # "1.", "(a)", "-" or ""
    is_plain: bool  # words and nothing else: surely no rule, underline, Markdown heading or row of a table

    @property
    def is_rule(self) -> bool:
        """A line of dashes, stars or the like: it parts, and says nothing."""
        return bool(self.text) and _RULE.match(self.text) is not None

    @property
    def is_underline(self) -> bool:
        """Signs under a heading."""
        return _UNDERLINE.match(self.text) is not None

    @property
    def atx(self) -> tuple[int, str] | None:
        """Level and words of a Markdown or wiki heading: "## Apologies", "== Apologies =="."""
        match = _ATX.match(self.text) if self.text.startswith("#") else None
        if self.text.startswith("="):
            match = _WIKI.match(self.text)
        return (len(match.group(1)), match.group(2)) if match else None

    @property
    def fields(self) -> list[str]:
        """The line's cells, where it is a row of a table: parted by pipes that also frame it, or by two or more tabs."""
        if self.text.startswith("|"):
            return [cell.strip() for cell in self.text[1:].removesuffix("|").split("|")]
        return [cell.strip() for cell in self.text.split("\t")] if self.text.count("\t") > 1 else []


# "\\r\\r\\n" is what becomes of Windows' line ends that a program writes as text once more: one end, not two.
_LINE_END = re.compile(r"\r*\n|\r")
_BLANK = Line("", 0, 0, None, "", is_plain=False)


def split_lines(text: str) -> tuple[list[Line], int | None]:
    """The lines of a text and its number of pages, None where no form feed parts them."""
    pages = text.count("\f") + 1 if "\f" in text.rstrip("\f\n ") else None
    page = 1
    lines = []
    text = without_marks(text)
    rows: Iterable[str] = _LINE_END.split(text) if "\r" in text else text.split("\n")
    if "<br" in text or "<BR" in text:
        rows = at_breaks(rows)
    if "\f" not in text:
        return [_line(raw.lstrip(">"), None) for raw in rows], None
    for raw in rows:
        if not raw.strip():
            lines.append(_BLANK)
            page += raw.count("\f")
            continue
        page += raw[: len(raw) - len(raw.lstrip())].count("\f")
        lines.append(_line(raw.replace("\f", " ").lstrip(">"), page if pages else None))
        page += raw.lstrip().count("\f")
    return lines, pages


def _line(raw: str, page: int | None) -> Line:
    trimmed = raw.strip()
    if not trimmed:
        return _BLANK
    indent = 0 if raw[0] == trimmed[0] else len(raw[: len(raw) - len(raw.lstrip())].expandtabs(_TAB))
    is_plain = trimmed[0] not in _SIGNS and "\t" not in trimmed
    return Line(trimmed, indent, indent + len(trimmed), page, split_label(trimmed[:60])[0], is_plain)


def columns(text: str) -> list[str]:
    """The cells of a line whose few short parts stand apart, each begun with a capital ("Jo Ash (JA)      Chair"); none in other lines."""
    bare = text[2:-2] if text.startswith("**") and text.endswith("**") else text
    cells = _GAP.split(bare)
    if not 2 <= len(cells) <= _MOST_CELLS or max(map(len, cells)) > _LONGEST_CELL or not all(map(_CELL.match, cells)):
        return []
    if len(cells) == 2 and cells[0][-1] == ":":  # a label with its value
        return []
    if len(cells[0].split()) > len(cells) and cells[0][-1] in ".?!":  # a sentence, with its owner in the margin
        return []
    if max(len(cell.split()) for cell in cells) > _LONGEST_NAME:
        return []
    return [cell.replace("**", "") for cell in cells]


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The column at which the text is wrapped; None where its lines are whole paragraphs."""
    followed = [(line, after) for line, after in pairwise(lines) if line.text and after.text]
    if not any(
        _OPEN_END.search(line.text) or (after.text[:1].islower() and not after.label and line.text[-1:] not in ".;:!?")
        for line, after in followed
    ):
        return None
    lengths = sorted(line.length for line, _ in followed if _WIDE_GAP not in line.text)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0  # the ninth of ten lines: a few tables and addresses run over
    return width if _NARROWEST <= width <= _WIDEST else None


def goes_on(before: Line, line: Line, first: Line, width: int | None) -> bool:
    """Whether ``line`` continues the paragraph that began with ``first`` and now ends with ``before``."""
    if width is None or before.length > _BEYOND * width:
        return False
    if before.length + 1 + len(line.text.split(maxsplit=1)[0]) < width - _SLACK and not _breaks_sentence(before, line, width):
        return False
    if (_CITES.match(line.text) and before.text[-1:] in ".;:") or _is_next_entry(before, line):
        return False
    if "ction" in before.text.casefold() and line.text[:1].isupper() and _OWNER_LAST.search(before.text):
        return False
    if (line.label and not _is_figure_in_sentence(before, line)) or (":" in line.text and _FIELD.match(line.text)):
        return False
    return bool(first.label) or line.indent <= first.indent + 1


def _is_next_entry(before: Line, line: Line) -> bool:
    """Whether two lines are entries of one list, of the same form and each whole."""
    one = _ENTRY.fullmatch(before.text)
    other = _ENTRY.match(line.text) if one else None
    return one is not None and other is not None and one["sign"] == other["sign"]


def _breaks_sentence(before: Line, line: Line, width: int) -> bool:
    """A line in small letters after one without an end: text that was wrapped by its printed width, of which no count of letters tells."""
    return line.text[:1].islower() and before.text[-1:] not in ".;:!?" and not line.label and before.length >= _FULL * width


def _is_figure_in_sentence(before: Line, line: Line) -> bool:
    """A number that a sentence broke before ("24 September,<line end>2014. The Chair"), not the label of an entry."""
    return bool(_BARE_NUMBER.match(line.label)) and before.text[-1:] not in ".;:!?" and line.indent <= before.indent
