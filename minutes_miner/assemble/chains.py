"""Which of the numbered candidates count the items: the run of rising numbers of one shape that carries most weight."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise

from minutes_miner.assemble.headings import Candidate

# A chain of item numbers may skip this many (withdrawn items, items whose heading was not recognised) before it counts as broken.
_LARGEST_GAP = 6
# Numbers in a form that is no label by itself count from this many on: two such lines may be addresses or dates.
_FEWEST_LOOSE = 3
# Numbers of two forms count as one chain only where the second form adds to it.
_MIXED_SHARE = 0.9

# A candidate with the value by which it is put in order.
_Valued = tuple[Candidate, int]


def best_chain(found: Sequence[Candidate], loose: Sequence[Candidate], parts: Sequence[int], text_end: int) -> list[Candidate]:
    """The weightiest run: headings weigh more than plain lines, long bodies more than none; ``loose`` holds the doubtful numbers.

    Numbers may begin again at each of ``parts``, where "Part B" or the private business begins.
    """
    strict = _best(found, parts, text_end, fewest=1)
    doubtful = _best(loose, parts, text_end, fewest=_FEWEST_LOOSE)
    weight, mixed = _best(_mixed(found, loose), parts, text_end, fewest=_FEWEST_LOOSE)
    return max(strict, doubtful, (weight * _MIXED_SHARE, mixed), key=lambda chain: chain[0])[1]


def _mixed(found: Sequence[Candidate], loose: Sequence[Candidate]) -> list[Candidate]:
    """Plain numbers with and without their dot, as a typist sets them who is not careful: "2. Minutes", "3 Matters arising"."""
    plain = [c for c in found if c.number and c.number.shape == "9"]
    bare = [c._replace(number=c.number._replace(shape="9")) for c in loose if c.number and c.number.shape == "~9"]
    return sorted([*plain, *bare], key=lambda c: c.start) if plain and bare else []


def _best(found: Sequence[Candidate], parts: Sequence[int], text_end: int, *, fewest: int) -> tuple[float, list[Candidate]]:
    best: tuple[float, list[Candidate]] = (0.0, [])
    for shape in {c.shape: None for c in found if c.shape}:
        alike = [c for c in found if c.shape == shape]
        for values in _readings(alike):
            valued = list(zip(alike, values, strict=True))
            chain = _heaviest_rise(valued, text_end)
            if parts:
                by_part = [c for run in _by_part(valued, parts) for c in _heaviest_rise(_headings_alone(run), text_end)]
                chain = max(chain, by_part, key=_weight)
            weight = _weight(chain) * (1.0 if len(chain) > 1 else 0.2)
            if weight > best[0] and len(chain) >= fewest:
                best = (weight, chain)
    return best


def _weight(chain: Sequence[Candidate]) -> float:
    return sum([c.weight for c in chain])


def _readings(alike: Sequence[Candidate]) -> list[list[int]]:
    """The ways of putting candidates of one shape in order: by their value and, where that is not all of it, by each group of figures."""
    numbers = [c.number for c in alike]
    readings = [[n.value if n else int(c.agenda_number or 0) for c, n in zip(alike, numbers, strict=True)]]
    groups = min((len(n.figures) for n in numbers if n), default=0)
    if groups > 1:
        readings += [[n.figures[i] if n else 0 for n in numbers] for i in range(groups)]
    return readings


def _by_part(found: Sequence[_Valued], parts: Sequence[int]) -> list[list[_Valued]]:
    """The candidates divided at ``parts``; a part's numbers count only where they begin again at 1, else all go on from the part before."""
    runs: list[list[_Valued]] = []
    for start, end in pairwise((-1, *parts, sys.maxsize)):
        run = [(c, value) for c, value in found if start <= c.start < end]
        if run and (not runs or run[0][1] == 1):
            runs.append(run)
        elif run:
            runs[-1] += run
    return runs


def _headings_alone(run: list[_Valued]) -> list[_Valued]:
    """The headings of a part where they count from 1 without a gap: what else is numbered there is a list below one of them."""
    headings = [(c, value) for c, value in run if c.style == "heading" and c.rank == run[0][0].rank]
    counts = len(headings) > 1 and [value for _, value in headings] == list(range(1, len(headings) + 1))
    return headings if counts else run


def _is_repeated(before: Candidate, after: Candidate) -> bool:
    """Whether a number was typed twice; where one group of figures stands still and another goes on, it counts no items (26/08, 26/09)."""
    return (before.number and before.number.figures) == (after.number and after.number.figures)


def _heaviest_rise(found: Sequence[_Valued], text_end: int) -> list[Candidate]:
    """Longest-path over candidates of one shape: numbers rise by at most _LARGEST_GAP, or stand still (a slip of the typist)."""
    totals: list[float] = []
    before: list[int | None] = []
    heaviest: dict[int, int] = {}  # value -> the candidate of this value with the highest total so far: no other of its value can win
    ends = [*(c.start for c, _ in found[1:]), text_end]
    for i, (candidate, value) in enumerate(found):
        own = candidate.weight + min(1.0, (ends[i] - candidate.body) / 200)
        total, previous = own, None
        for j in sorted(heaviest[near] for near in range(value - _LARGEST_GAP, value + 1) if near in heaviest):
            step = value - found[j][1]
            if not step and not _is_repeated(found[j][0], candidate):
                continue
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
        chain.append(found[at][0])
        at = before[at]
    return chain[::-1]
