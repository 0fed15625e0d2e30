"""Lines of one column put together to paragraphs, headings and list items, over page breaks too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_miner.ingest.layout import Para
from minutes_miner.ingest.pdf_hyphens import Vocabulary
from minutes_miner.ingest.pdf_lines import Line, gaps
from minutes_miner.text import fold, split_label

_GAP = 0.3  # of the letter size: a gap so much wider than the usual one parts paragraphs
_INDENT = 0.8  # of the letter size: a smaller step of the left edge is no indent
_SIZE_STEP = 0.16  # of the letter size: a smaller change is a slip of the typist's (11 for 12 points), no new paragraph
_HEADING = 160  # characters: longer than this is a bold paragraph, no heading
BARE_NUMBER = "numbered"  # style of a heading whose number has no full stop: the reader gives it as label all the same
_CLOSED = re.compile(r"[.:;?!][\"'”’)\]]*$")
_OPEN_END = re.compile(r"(?:,|\b(?:and|or|of|the|to|in|for|by|with|from|that|a|an|at|on|as|is|was|were|be))$", re.IGNORECASE)
_OPENS = re.compile(r"[\"'“‘(\[]*[A-Z0-9£]")


@dataclass(frozen=True, slots=True)
class Type:
    """How a document is set: what its paragraphs are measured against."""

    size: float  # the commonest letter size
    leading: float  # the commonest distance between baselines, in letter sizes
    bold: bool  # whether most of the text is bold, so that bold says nothing
    vocabulary: Vocabulary


def type_of(lines: Iterable[Line]) -> Type:
    """The document's commonest size and line spacing, and its words."""
    sizes: Counter[float] = Counter()
    steps: Counter[float] = Counter()
    letters, bold, words = 0, 0, Vocabulary()
    last: Line | None = None
    for line in lines:
        length = sum(len(word.text) for word in line.words)
        sizes[round(line.size * 2) / 2] += length
        letters += length
        bold += sum(len(word.text) for word in line.words if word.bold)
        words.learn(line.text)
        if last and last.page == line.page and 0.9 < (line.y - last.y) / line.size < 2.2:
            steps[round((line.y - last.y) / line.size, 1)] += 1
        last = line
    size = sizes.most_common(1)[0][0] if sizes else 11.0
    return Type(size, _leading(steps), bold > 0.6 * letters, words)


def _leading(steps: Counter[float]) -> float:
    """The smallest common step: lines of a paragraph are never further apart than paragraphs are."""
    common = [step for step, count in steps.items() if count >= 0.2 * sum(steps.values())]
    return min(common, default=1.2)


@dataclass(slots=True)
class _Open:
    """A paragraph being put together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def label(self) -> str:
        return split_label(self.lines[0].text)[0]


def paragraphs(lines: Sequence[Line], kind: Type) -> Iterator[tuple[Para, str]]:
    """The paragraphs of a column with their roles; a mark in the margin comes after the paragraph that it stands beside."""
    current, waiting = _Open(), []
    for line in lines:
        if line.role:
            waiting.append((paragraph([line], kind), line.role))
            continue
        if current.lines and not _continues(current, line, kind):
            yield paragraph(current.lines, kind), "body"
            yield from waiting
            current, waiting = _Open(), []
        current.lines.append(line)
    if current.lines:
        yield paragraph(current.lines, kind), "body"
    yield from waiting


def _continues(current: _Open, line: Line, kind: Type) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = current.last
    text, above = line.text, last.text
    if abs(line.size - last.size) > _SIZE_STEP * last.size or (line.right != last.right and line.page == last.page):
        return False
    turned_page = line.page != last.page or line.y < last.y
    step = (line.y - last.y) / last.size
    if not turned_page and step > max(kind.leading, _own_leading(current)) + _GAP:
        return False
    if split_label(text)[0] and not _wrapped_number(current, line, turned_page=turned_page):
        return False
    if _is_form(last) and not text[0].islower():
        return False
    if _style_breaks(current, line, turned_page=turned_page):
        return False
    if line.x0 < min(other.x0 for other in current.lines) - _INDENT * line.size and not turned_page:
        return False
    if turned_page:
        return _goes_on_overleaf(last, line)
    if len(current.lines) > 1 and line.x0 > last.x0 + _INDENT * line.size and _CLOSED.search(above):
        return False
    return not _ended_early(last, line)


def _own_leading(current: _Open) -> float:
    """The paragraph's own line spacing, in letter sizes; 0 where it has one line."""
    steps = [b.y - a.y for a, b in zip(current.lines, current.lines[1:], strict=False) if a.page == b.page]
    return max(steps) / current.last.size if steps and max(steps) < 2.2 * current.last.size else 0.0


def _is_form(line: Line) -> bool:
    """Whether a line is set with the tabulator - one wide gap, the rest narrow - or is a line to sign on: prose does not run on from it."""
    if "____" in line.text or "....." in line.text:
        return True
    widths = sorted(((after.x0 - word.x1) / line.size for word, after in pairwise(line.words)), reverse=True)
    tabbed = len(widths) > 2 and widths[0] > 1.8 and widths[1] < 0.7  # a justified line has wide gaps throughout
    return tabbed and bool(gaps(line, 1.8))


def _wrapped_number(current: _Open, line: Line, *, turned_page: bool) -> bool:
    """Whether what reads as a label is a number or an initial that the line break happened to put first ("on page\\n14. The")."""
    sign = split_label(line.text)[0]
    if (line.bold and not current.last.bold) or (turned_page and not sign[0].isdigit()):
        return False
    full = line.right - current.last.x1 < 0.15 * (line.right - line.left)
    aligned = line.x0 > current.lines[0].x0 + 2 if current.label else abs(line.x0 - current.last.x0) < 2
    return full and aligned and sign[0].isalnum() and not _CLOSED.search(current.last.text)


def _style_breaks(current: _Open, line: Line, *, turned_page: bool) -> bool:
    """Whether a heading ends here (bold above, plain below) or begins (the other way about)."""
    heading_above = all(other.bold for other in current.lines)
    if heading_above == line.bold:
        return heading_above and turned_page and not _OPEN_END.search(current.last.text)
    if heading_above:
        return len(current.lines) <= 3 and (_OPENS.match(line.text) is not None or _room(current.last, line) > 0.3)
    short = line.right - line.x1 > 0.25 * (line.right - line.left)
    return (bool(_CLOSED.search(current.last.text)) and (short or _room(current.last, line) > 0)) or _room(current.last, line) > 0.3


def _room(last: Line, line: Line) -> float:
    """The share of the column's width left free above had the next line's first word been set there; negative where it had no room."""
    width = line.right - line.left
    first = line.words[0].x1 - line.words[0].x0
    return (line.right - last.x1 - first - 0.3 * line.size) / width if width > 0 else -1.0


def _ended_early(last: Line, line: Line) -> bool:
    """Whether the line above stopped although the next word had room: the end of a paragraph, even without a gap."""
    room = _room(last, line)
    if _OPEN_END.search(last.text) or not _OPENS.match(line.text):
        return room > 0.5
    if _are_centred(last, line):
        room += (last.x0 - last.left) / (line.right - line.left)
    return room > (0.04 if _CLOSED.search(last.text) else 0.15)


def _are_centred(last: Line, line: Line) -> bool:
    """Whether two lines have one middle, and begin at different places within the column: those of a title page or letterhead."""
    one_middle = abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 0.5 * line.size
    return one_middle and abs(last.x0 - line.x0) > 1 and last.x0 - last.left > _INDENT * line.size


def _goes_on_overleaf(last: Line, line: Line) -> bool:
    """Whether a paragraph runs over the page break: it has no end above, or goes on in the middle of a sentence below."""
    above = last.text
    if line.text[0].islower():
        return True
    return bool(_OPEN_END.search(above)) or (_room(last, line) < 0.02 and not _CLOSED.search(above))


def paragraph(lines: Sequence[Line], kind: Type) -> Para:
    """Lines as one paragraph: hyphens at line ends mended, bold stretches measured, headings told from text."""
    text, bold = _set(lines, kind.vocabulary)
    first = lines[0]
    size = round(max(line.size for line in lines) / kind.size, 2) if kind.size else 1.0
    para = Para(text, bold, size=size, indent=round(first.x0, 1), page=first.page, top=first.page * 10_000 + first.y)
    label, body = split_label(text)
    name = "heading" if _is_heading(para, text[body:], kind) else "list_item" if label else "paragraph"
    style = BARE_NUMBER if name == "heading" and _stands_apart(first) else ""
    return para._replace(kind=name, style=style)


def _stands_apart(line: Line) -> bool:
    """Whether the line opens with a bare number, a tab's distance before its words: "1    Police report"."""
    first, *rest = line.words
    return first.text.isdigit() and len(first.text) < 4 and bool(rest) and rest[0].x0 - first.x1 > 0.7 * line.size


def _is_heading(para: Para, body: str, kind: Type) -> bool:
    """Bold throughout, larger than the text, or capitals - and short, and no sentence."""
    if not 2 < len(body) <= _HEADING or body[-1] in ".;,?!" or not any(map(str.isalpha, body)):
        return False
    capitals = body.isupper() and len(body) >= 4 and sum(map(str.isalpha, body)) >= 4
    return capitals or para.size >= 1.15 or (not kind.bold and para.bold_throughout)


def _set(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The lines' words as one text, and its bold stretches (with the spaces between bold words)."""
    text = ""
    spans: list[tuple[int, int]] = []
    for line in lines:
        for at, word in enumerate(line.words):
            clean = word.text if word.text.isascii() else fold(word.text)
            if not clean:
                continue
            if text and at == 0:
                text = vocabulary.joined(text, clean) if text[-1] in "-\u00ad" else text + " "
            elif text:
                text += " "
            start = len(text)
            text += clean
            if word.bold and spans and spans[-1][1] >= start - 1:
                spans[-1] = (spans[-1][0], len(text))
            elif word.bold:
                spans.append((start, len(text)))
    return text, tuple(span for span in spans if span[0] < span[1])
