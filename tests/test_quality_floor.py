"""The quality that extraction and tracking reach on the sample minutes is pinned, and may only rise.

``quality_floor.json`` holds the least score of every kind and field. Where a change raises the scores, raise the floors with it:
``MINUTES_MINER_FLOORS=write python -m pytest tests/test_quality_floor.py`` prints what is reached now and writes floors a little below it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from minutes_miner.evaluate import DocumentScore, Figures, SeriesScore, by_confidence, by_field, by_kind, read_labels
from minutes_miner.measure import Measured, compare
from minutes_miner.model import CONFIDENCE
from minutes_miner.pipeline import Extraction
from tests.conftest import CORPUS

FLOORS = Path(__file__).with_name("quality_floor.json")
# Floors stand this much below what was reached, so that a change of one row in a thousand does not fail.
SLACK = 0.005

pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


@pytest.fixture(scope="module")
def measured(corpus: Extraction) -> Measured:
    return compare(read_labels(CORPUS), corpus)


@pytest.fixture(scope="module")
def reached(measured: Measured) -> dict[str, float]:
    figures = {kind: each.f1 for kind, each in by_kind(measured.scores).items()}
    figures |= {field: share.accuracy for field, share in by_field(measured.scores).items()}
    figures |= _of_series(measured.series)
    if os.environ.get("MINUTES_MINER_FLOORS") == "write":
        print(json.dumps(figures, indent=2))
        floors = {name: max(0.0, round(figure - SLACK, 3)) for name, figure in sorted(figures.items())}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return figures


def _of_series(series: tuple[SeriesScore, ...]) -> dict[str, float]:
    """The figures of the followed actions, over all series together."""
    sums = {
        part: Figures(*(sum(getattr(getattr(each, part), name) for each in series) for name in ("paired", "labelled", "found"))).f1
        for part in ("actions", "links", "overdue")
    }
    right = {"status": sum(each.status_right for each in series), "due_date": sum(each.due_right for each in series)}
    shares = {name: number / sum(each.actions.paired for each in series) for name, number in right.items()}
    return {f"series.{name}": figure for name, figure in (sums | shares).items()}


@pytest.mark.parametrize("name", sorted(pinned))
def test_no_figure_falls_below_its_floor(name: str, reached: dict[str, float], measured: Measured) -> None:
    assert reached[name] >= pinned[name], f"{name}: {reached[name]:.3f} is below {pinned[name]:.3f}\n{_wrong(name, measured.scores)}"


def _wrong(name: str, scores: tuple[DocumentScore, ...]) -> str:
    """The rows of a kind, or of a field, that are wrong."""
    lines = [
        f"{s.document} {c.item}: {c.found!r} instead of {c.labelled!r}" for s in scores for c in s.checks if c.field == name and not c.right
    ]
    for score in scores:
        rows = score.kinds.get(name)
        for what, found in (("missed", rows.missed), ("too many", rows.extra)) if rows else ():
            lines += [f"{what} {score.document}: {row.get('text') or row.get('title') or row.get('name')}" for row in found]
    return "\n".join(lines)


def test_every_figure_has_a_floor(reached: dict[str, float]) -> None:
    assert set(reached) == set(pinned)


def test_the_surer_a_row_the_oftener_it_is_right(measured: Measured) -> None:
    levels = by_confidence(measured.scores).values()
    high, medium, low = (sum(each[level].right for each in levels) / sum(each[level].of for each in levels) for level in CONFIDENCE)
    assert high >= 0.95 and high > medium > low


def test_the_labels_of_the_sample_minutes_are_in_order(measured: Measured) -> None:
    assert (measured.faults, measured.failed) == ((), ())
