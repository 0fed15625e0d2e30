"""Words of a page put together to lines: drop caps set back, letters split off by kerning joined, superscripts kept in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from minutes_miner.ingest.pdf_words import Word
from minutes_miner.text import split_label

_SAME_LINE = 0.52  # of the letter size: baselines closer than this are one line (a label in a box stands half a line off its value)
_KERNED = 0.12  # of the letter size: a narrower gap is no space; spaces are a quarter, squeezed ones a sixth
_DROP_CAP = 1.8  # a first letter so many times the size of the word beside it spans lines
Gap = tuple[float, float]
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of one column. ``left`` and ``right`` are the column's edges, in points from the page's left."""

    words: tuple[Word, ...]
    page: int
    x0: float
    x1: float
    y: float  # baseline, from the top
    size: float  # the commonest letter size
    left: float = 0.0
    right: float = 0.0
    role: str = ""  # "action" for a mark in the right margin

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, but for a label, a bullet or punctuation."""
        letters = [word for word in self.words if any(map(str.isalpha, word.text))]
        return bool(letters) and (
            all(word.bold for word in letters) or (len(letters) > 1 and all(word.bold for word in letters[1:]) and len(letters[0].text) < 3)
        )


def make_line(words: Sequence[Word], page: int, *, left: float = 0.0, right: float = 0.0) -> Line:
    """A line of words already in order from left to right."""
    size = words[0].size
    if any(word.size != size for word in words):
        weights: Counter[float] = Counter()
        for word in words:
            weights[word.size] += len(word.text)
        size = weights.most_common(1)[0][0]
    return Line(tuple(words), page, words[0].x0, words[-1].x1, _baseline(words, size), size, left, right)


def within(line: Line, left: float, right: float) -> Line:
    """The line, told the edges of its column."""
    return replace(line, left=left, right=right)


def group_lines(words: Iterable[Word], page: int) -> list[Line]:
    """Lines from top to bottom. Words printed up the side of the page are left out."""
    rows: list[list[Word]] = []
    for word in sorted(drop_caps_set_back([word for word in words if not word.turned]), key=lambda word: word.y):
        if rows and word.y - rows[-1][0].y <= _SAME_LINE * min(max(word.size, rows[-1][0].size), 30):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [make_line(_mended(sorted(row, key=lambda word: word.x0)), page) for row in rows]


def gaps(line: Line, least: float) -> list[Gap]:
    """The gaps of at least ``least`` letter sizes between a line's words, but for one after a label."""
    found: list[Gap] = []
    start = 0  # of the cell that the words belong to
    for at, (word, after) in enumerate(zip(line.words, line.words[1:], strict=False), start=1):
        if after.x0 - word.x1 >= least * line.size:
            cell = " ".join(word.text for word in line.words[start:at])
            if split_label(cell)[1] < len(cell):
                found.append((word.x1, after.x0))
                start = at
    return found


def _baseline(words: Sequence[Word], size: float) -> float:
    """The baseline of the words in the line's own size, so that a raised "th" that comes first does not lift the line."""
    return max((word.y for word in words if word.size == size), default=words[0].y)


def _mended(row: list[Word]) -> list[Word]:
    """The row with split-off letters and raised ordinals joined to their words: "Q uestions", "25 th"."""
    mended = [row[0]]
    for word in row[1:]:
        last = mended[-1]
        if word.x0 - last.x1 < _KERNED * last.size and _one_word(last, word):
            mended[-1] = last._replace(text=last.text + word.text, x1=word.x1)
        elif not (word.text == last.text and abs(word.x0 - last.x0) < 1.5):  # printed twice, a little apart: a way to look bold
            mended.append(word)
        else:
            mended[-1] = last._replace(bold=True)
    return mended


def _one_word(last: Word, word: Word) -> bool:
    if word.size < 0.8 * last.size:
        return last.text[-1].isdigit() and bool(_ORDINAL.match(word.text))
    return last.text.isalpha() and last.text.isupper() and len(last.text) == 1 and word.text[0].islower()


def drop_caps_set_back(words: list[Word]) -> list[Word]:
    """The words with each drop cap joined to the first of the words beside it, on that word's line."""
    smallest = min((word.size for word in words), default=0.0)
    caps = [word for word in words if word.size >= _DROP_CAP * smallest and len(word.text) == 1 and word.text.isupper()]
    for cap in caps:
        beside = [word for word in words if _beside(cap, word)]
        if beside and len({round(word.y) for word in beside}) > 1:  # it spans two lines at least
            first = min(beside, key=lambda word: (word.y, word.x0))
            words = [word for word in words if word not in (cap, first)]
            words.append(first._replace(text=cap.text + first.text, x0=cap.x0))
    return words


def _beside(cap: Word, word: Word) -> bool:
    near = -0.2 * word.size <= word.x0 - cap.x1 <= 0.8 * word.size
    return near and cap.size >= _DROP_CAP * word.size and cap.y - 1.1 * cap.size < word.y <= cap.y + 1
