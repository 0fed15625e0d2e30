"""Quality on labelled minutes of real councils, where they are at hand: they do not travel with the project.

The folder is named by MINUTES_MINER_GOLD, or stands beside the checkout as ``../shared/gold``; it holds ``score.py`` and ``dev/``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.export import to_record
from minutes_miner.pipeline import PipelineSettings, extract

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("MINUTES_MINER_GOLD") or ROOT.parent / "shared" / "gold")
# What the first release had to reach at the least; what has been reached since is pinned in .ci/floor.json and may only rise.
LEAST = {"macro_f1": 0.70, "items": 0.90, "resolutions": 0.80}
PINNED: dict[str, float] = json.loads((ROOT / ".ci" / "floor.json").read_text(encoding="utf-8"))["extract"]
FLOORS = {kind: max(LEAST.get(kind, 0.0), PINNED.get(kind, 0.0)) for kind in {**LEAST, **PINNED}}

pytestmark = pytest.mark.skipif(
    not (GOLD / "score.py").is_file() or not (GOLD / "dev").is_dir(),
    reason="no labelled minutes: set MINUTES_MINER_GOLD to a folder that holds score.py and dev/",
)


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """F1 by kind, and their mean, as score.py gives them."""
    found = extract([GOLD / "dev"], settings=PipelineSettings())
    assert [o for o in found.outcomes if o.status == "failed"] == []
    predicted = tmp_path_factory.mktemp("score") / "predicted.json"
    predicted.write_text(json.dumps([to_record(meeting) for meeting in found.meetings]), encoding="utf-8")
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev"), str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    scored: dict[str, Any] = json.loads(done.stdout)
    return {"macro_f1": scored["macro_f1"], **{kind: row["f1"] for kind, row in scored["kinds"].items()}}


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_no_kind_falls_below_its_floor(kind: str, scores: dict[str, float]) -> None:
    assert scores[kind] >= FLOORS[kind]
