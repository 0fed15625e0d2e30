"""The quality that extraction and tracking reach on the sample minutes is pinned, and may only rise.

``quality_floor.json`` holds the least score of every kind and field, in two parts: "written with" are the bodies in whose company the rules
were written, "met later" those whose minutes were written and labelled when the rules stood, so that their figures tell more of what an
unknown body gets. Where a change raises the scores, raise the floors with it: ``MINUTES_MINER_FLOORS=write python -m pytest
tests/test_quality_floor.py`` prints what is reached now and writes floors a little below it.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from minutes_miner.evaluate import DocumentScore, Figures, LabelSet, SeriesScore, by_confidence, by_field, by_kind, read_labels
from minutes_miner.measure import Measured, compare
from minutes_miner.model import CONFIDENCE
from minutes_miner.pipeline import Extraction
from tests.conftest import CORPUS

FLOORS = Path(__file__).with_name("quality_floor.json")
MET_LATER = frozenset({"estermoor", "llangwernog", "sallowshire", "wendlebourne"})
# Floors stand this much below what was reached, so that a change of one row in a thousand does not fail; where rows are few, one in twenty.
SLACK = {"written with": 0.005, "met later": 0.05}

pinned: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


@pytest.fixture(scope="module")
def labels() -> LabelSet:
    return read_labels(CORPUS)


@pytest.fixture(scope="module")
def measured(corpus: Extraction, labels: LabelSet) -> dict[str, Measured]:
    return {part: compare(_of(labels, part), corpus) for part in SLACK}


def _of(labels: LabelSet, part: str) -> LabelSet:
    def wanted(path: Path) -> bool:
        return (path.parent.name in MET_LATER) == (part == "met later")

    return replace(
        labels,
        labels=tuple(each for each in labels.labels if wanted(each.path)),
        series=tuple(each for each in labels.series if wanted(each.path)),
    )


@pytest.fixture(scope="module")
def reached(measured: dict[str, Measured]) -> dict[str, dict[str, float]]:
    figures = {part: _figures(each) for part, each in measured.items()}
    # The accuracy of a field is that of the rows found: among few rows each one newly found moves it, up or down.
    figures["met later"] = {name: figure for name, figure in figures["met later"].items() if "." not in name}
    if os.environ.get("MINUTES_MINER_FLOORS") == "write":
        print(json.dumps(figures, indent=2))
        floors = {part: {n: max(0.0, round(f - SLACK[part], 3)) for n, f in sorted(each.items())} for part, each in figures.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return figures


def _figures(measured: Measured) -> dict[str, float]:
    kinds = {kind: each.f1 for kind, each in by_kind(measured.scores).items()}
    return kinds | {field: share.accuracy for field, share in by_field(measured.scores).items()} | _of_series(measured.series)


def _of_series(series: tuple[SeriesScore, ...]) -> dict[str, float]:
    """The figures of the followed actions, over all series together."""
    sums = {
        part: Figures(*(sum(getattr(getattr(each, part), name) for each in series) for name in ("paired", "labelled", "found"))).f1
        for part in ("actions", "links", "overdue")
    }
    right = {"status": sum(each.status_right for each in series), "due_date": sum(each.due_right for each in series)}
    shares = {name: number / sum(each.actions.paired for each in series) for name, number in right.items()}
    return {f"series.{name}": figure for name, figure in (sums | shares).items()}


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, floors in pinned.items() for name in sorted(floors)])
def test_no_figure_falls_below_its_floor(part: str, name: str, reached: dict[str, dict[str, float]], measured: dict[str, Measured]) -> None:
    figure, floor = reached[part][name], pinned[part][name]
    assert figure >= floor, f"{part}, {name}: {figure:.3f} is below {floor:.3f}\n{_wrong(name, measured[part].scores)}"


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


def test_every_figure_has_a_floor(reached: dict[str, dict[str, float]]) -> None:
    assert {part: set(each) for part, each in reached.items()} == {part: set(each) for part, each in pinned.items()}


def test_the_surer_a_row_the_oftener_it_is_right(measured: dict[str, Measured]) -> None:
    # The bodies met later hold too few rows of a level to tell one from another.
    levels = by_confidence(measured["written with"].scores).values()
    high, medium, low = (sum(each[level].right for each in levels) / sum(each[level].of for each in levels) for level in CONFIDENCE)
    assert high >= 0.95 and high > medium > low


def test_the_labels_of_the_sample_minutes_are_in_order(labels: LabelSet, measured: dict[str, Measured]) -> None:
    assert labels.faults == ()
    assert [each.failed for each in measured.values()] == [(), ()]
