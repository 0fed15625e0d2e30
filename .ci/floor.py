"""Measures the program on the labelled development documents and fails where a figure lies below the floor pinned in ``floor.json``.

    python .ci/floor.py          print the figures, compare with the floor
    python .ci/floor.py --pin    raise the floor to just under what was measured; it is never lowered

The documents are real minutes and no part of this project: they are looked for in the folder ``dev`` of the one that MINUTES_MINER_GOLD
names, else in ``../shared/gold`` beside the checkout. Where there are none, that is said and nothing fails.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FLOOR = HERE / "floor.json"
GOLD = Path(os.environ.get("MINUTES_MINER_GOLD") or HERE.parent.parent / "shared" / "gold")
# A floor stands this far under the measured figure: room for a rule that mends one document and costs a row in another.
SLACK = 0.01


def main(pin: bool) -> int:
    """Print the figures; 1 where one is under its floor."""
    if not (GOLD / "dev").is_dir():
        print(f"skipped: no labelled documents at {GOLD.name}/ (set MINUTES_MINER_GOLD to the folder that holds dev/)")
        return 0
    print(program("evaluate", str(GOLD / "dev")), flush=True)
    measured = figures(json.loads(program("evaluate", str(GOLD / "dev"), "--format", "json")))
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))
    if pin:
        FLOOR.write_text(json.dumps(raised(floor, measured), indent=2) + "\n", encoding="utf-8")
    short = shortfalls(floor, measured)
    print("\n".join(short) or "no figure is below its floor")
    return 1 if short else 0


def figures(result: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """F1 by kind and their mean; of the series the mean F1 of links and of overdue actions, and of the share of statuses that are right."""
    series = result["series"]
    kinds = {kind: sum(each[kind]["f1"] for each in series) / len(series) for kind in ("links", "overdue")}
    return {
        "extract": {"macro_f1": result["macro_f1"], **{kind: row["f1"] for kind, row in result["kinds"].items()}},
        "track": {**kinds, "status": sum(each["status_accuracy"] for each in series) / len(series)},
    }


def program(*arguments: str) -> str:
    """What a command of the program prints. Ends the check where the command fails; what it names on standard error is shown then only."""
    command = [str(Path(sys.executable).with_name("minutes-miner")), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{done.stderr}minutes-miner {' '.join(arguments)} ended with {done.returncode}, 0 is expected")
    return done.stdout


Scores = Mapping[str, Mapping[str, float]]


def shortfalls(floor: Scores, measured: Scores) -> list[str]:
    """A line for each score under its floor; a score that is pinned and was not measured is one too."""
    return [
        f"below the floor: {part} {kind} {measured[part].get(kind, 0):.3f}, floor {least:.3f}"
        for part, kinds in floor.items()
        for kind, least in kinds.items()
        if measured[part].get(kind, 0) < least
    ]


def raised(floor: Scores, measured: Scores) -> dict[str, dict[str, float]]:
    """The floor with every score at ``SLACK`` under what was measured, to two places, or where it stood if that is higher."""
    return {
        part: {kind: max(floor.get(part, {}).get(kind, 0), math.floor((score - SLACK) * 100) / 100) for kind, score in kinds.items()}
        for part, kinds in measured.items()
    }


if __name__ == "__main__":
    sys.exit(main("--pin" in sys.argv[1:]))
