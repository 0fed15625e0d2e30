"""Quality on labelled minutes of real councils, where they are at hand: they do not travel with the project.

The folder is named by MINUTES_MINER_GOLD, or stands beside the checkout as ``../shared/gold``; its folder ``dev`` holds the documents.
Where a scorer of those who labelled them, ``score.py``, stands beside it, our figures must be its figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.evaluate import by_field, by_kind, macro_f1, read_labels
from minutes_miner.export import to_record
from minutes_miner.measure import Measured, compare
from minutes_miner.pipeline import Extraction, PipelineSettings, extract

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("MINUTES_MINER_GOLD") or ROOT.parent / "shared" / "gold")
# What the first release had to reach at the least; what has been reached since is pinned in .ci/floor.json and may only rise.
LEAST = {"macro_f1": 0.70, "items": 0.90, "resolutions": 0.80}
PINNED: dict[str, float] = json.loads((ROOT / ".ci" / "floor.json").read_text(encoding="utf-8"))["extract"]
FLOORS = {kind: max(LEAST.get(kind, 0.0), PINNED.get(kind, 0.0)) for kind in {**LEAST, **PINNED}}

pytestmark = pytest.mark.skipif(
    not (GOLD / "dev").is_dir(), reason="no labelled minutes: set MINUTES_MINER_GOLD to a folder that holds dev/"
)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    found = extract([GOLD / "dev"], settings=PipelineSettings())
    assert [o for o in found.outcomes if o.status == "failed"] == []
    return found


@pytest.fixture(scope="module")
def measured(extraction: Extraction) -> Measured:
    return compare(read_labels(GOLD / "dev"), extraction)


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_no_kind_falls_below_its_floor(kind: str, measured: Measured) -> None:
    figures = by_kind(measured.scores)
    assert (macro_f1(figures) if kind == "macro_f1" else figures[kind].f1) >= FLOORS[kind]


def test_our_figures_are_those_of_the_labellers_own_scorer(extraction: Extraction, measured: Measured, tmp_path: Path) -> None:
    if not (GOLD / "score.py").is_file():
        pytest.skip("no score.py beside dev/")
    predicted = tmp_path / "predicted.json"
    predicted.write_text(json.dumps([to_record(meeting) for meeting in extraction.meetings]), encoding="utf-8")
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev"), str(predicted), "--json"]
    theirs: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout)
    ours, fields = by_kind(measured.scores), by_field(measured.scores)
    for kind, row in theirs["kinds"].items():
        assert (ours[kind].labelled, ours[kind].found) == (row["gold"], row["predicted"]), kind
        assert ours[kind].f1 == pytest.approx(row["f1"]), kind
    for name, row in theirs["attributes"].items():
        share = fields["items.number" if name == "item.number" else name]
        assert (share.accuracy, share.of) == (pytest.approx(row["accuracy"]), row["n"]), name
