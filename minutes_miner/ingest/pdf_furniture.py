"""Running headers, footers and page numbers: lines at the top and bottom of pages that are no part of the text.

A line is furniture where the same words, but for figures, stand at the same height on several pages with nothing but
furniture between them and the page's edge; or where it reads as a page number ("Page 3 of 14").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes_miner.ingest.pdf_lines import Line
from minutes_miner.text import normal

_DEEP = 7  # lines from the page's edge that are looked at: printed letterheads run to half a dozen
_HEIGHT = 4.0  # points by which the same header may stand higher or lower on another page
_SHARE = 0.4  # of all pages: left and right pages carry a header of their own each
_ZONE = 0.17  # of the page's height: what stands further in is text (margins are an inch, a twelfth; letterheads twice that)
# "3", "- 3 -", "Page 3", "Page 3 of 14", "3 of 14", "P a g e 3", "3 | Page", "Page | 3", "Minutes page 3": as Word's galleries print them.
_PAGE_NUMBER = re.compile(
    r"""[-–—|\s]* (?:
      (?: p\s?a\s?g\s?e | pg\.? | p\. ) [\s|:.-]* \d{1,4} (?: \s* (?: of | / | \| ) \s* \d{1,4} )?
    | \d{1,4} \s* (?: of | / ) \s* \d{1,4}
    | \d{1,4} \s* \| \s* p\s?a\s?g\s?e
    | (?P<bare> \d{1,4} | [ivxl]{1,6} )
    ) [-–—|\s]*""",
    re.VERBOSE | re.IGNORECASE,
)


class _Spot(NamedTuple):
    page: int
    line: int
    y: float  # distance from the edge that the line stands near
    text: str


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[tuple[int, int]]:
    """(page, line) positions of furniture, pages and lines counted from 0; lines from top to bottom."""
    found: set[tuple[int, int]] = set()
    for edge in (range(_DEEP), range(-1, -_DEEP - 1, -1)):
        repeated = _repeated(pages, heights, edge)
        for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
            for at in _positions(lines, edge):
                line = lines[at]
                if (number, at) in found:
                    continue
                if (number, at) not in repeated and not _is_page_number(line, height, outermost=min(at, len(lines) - 1 - at) < 2):
                    break
                found.add((number, at))
    return found


def _positions(lines: Sequence[Line], edge: range) -> Iterator[int]:
    """Line numbers from the edge inwards."""
    return (at if at >= 0 else len(lines) + at for at in edge if -len(lines) <= at < len(lines))


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float], edge: range) -> set[tuple[int, int]]:
    """Lines near the edge whose like stands at the same height on other pages."""
    places: dict[str, list[_Spot]] = defaultdict(list)
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for at in _positions(lines, edge):
            y = lines[at].y if edge[0] == 0 else height - lines[at].y
            places[_shape(lines[at].text)].append(_Spot(number, at, y, lines[at].text))
    least = max(2, round(_SHARE * len(pages)))
    found: set[tuple[int, int]] = set()
    for shape, spots in places.items():
        for spot in spots:
            alike = [other for other in spots if abs(other.y - spot.y) <= _HEIGHT]
            if shape and spot.y < _ZONE * heights[spot.page] and len({other.page for other in alike}) >= least and _running(alike):
                found.add((spot.page, spot.line))
    return found


def _running(spots: Sequence[_Spot]) -> bool:
    """Whether lines alike but for figures are one header: the figures stay, or one of them counts the pages ("Question 4" does neither)."""
    texts = {spot.text for spot in spots}
    if len(texts) == 1:
        return True
    steps = [{int(figure) - spot.page for figure in re.findall(r"\d{1,6}", spot.text)} for spot in spots]
    commonest = Counter(step for page in steps for step in page).most_common(1)
    return bool(commonest) and commonest[0][1] > 0.6 * len(spots)  # not all: sections and inserted sheets begin to count anew


def _shape(text: str) -> str:
    """The line's words with every figure as 0, so that "Page 3" and "Page 4" are alike."""
    return re.sub(r"\d+", "0", normal(text)) or text.strip()[:3]


def _is_page_number(line: Line, height: float, *, outermost: bool) -> bool:
    """Whether a line reads as a page number; a bare number only at the page's very edge."""
    match = _PAGE_NUMBER.fullmatch(line.text)
    if not match:
        return False
    in_zone = line.y < _ZONE * height or line.y > (1 - _ZONE) * height
    return in_zone and (outermost if match["bare"] else True)
