"""Numbers of earlier minutes that open lines under "Matters arising": "26/03 Playground: ..." below the heading 26/10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_miner.assemble.headings import Candidate
from minutes_miner.assemble.item_spans import goes_through_earlier


def without_cited(found: Sequence[Candidate], arising: Sequence[str]) -> list[Candidate]:
    """``found`` without the numbers that go back under a title with one of the words ``arising``: they were given at earlier meetings.

    Only where the numbers go on above the title's afterwards: else the title's own number may be the slip.
    """
    cited = {
        id(c)
        for at, title in enumerate(found)
        if title.number and goes_through_earlier(title.title, arising)
        for c in _cited(title, found[at + 1 :])
    }
    return [c for c in found if id(c) not in cited]


def _cited(title: Candidate, following: Sequence[Candidate]) -> Iterator[Candidate]:
    alike = [c for c in following if c.shape == title.shape]
    on = next((i for i, c in enumerate(alike) if _figures(c) > _figures(title)), 0)
    yield from alike[:on]


def _figures(candidate: Candidate) -> tuple[int, ...]:
    return candidate.number.figures if candidate.number else ()
