"""The quality that extraction and tracking reach on the sample minutes is pinned, and may only rise.

``quality_floor.json`` holds the least score of every kind and field. Where a change raises the scores, raise the floors with it:
``MINUTES_MINER_FLOORS=write python -m pytest tests/test_quality_floor.py`` prints what is reached now and writes floors a little below it.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.export import to_record, tracked_record
from minutes_miner.library import combined
from minutes_miner.pipeline import Extraction
from minutes_miner.track import track
from tests.conftest import CORPUS
from tests.scoring import Tally, one_person, pairs, score_records, score_series, words_shared

FLOORS = Path(__file__).with_name("quality_floor.json")
# Floors stand this much below what was reached, so that a change of one row in a thousand does not fail.
SLACK = 0.005

pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


@pytest.fixture(scope="module")
def scored(corpus: Extraction) -> tuple[dict[str, float], dict[str, Tally]]:
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*/*.gold.json"))]
    scores, tallies = score_records(labels, [to_record(meeting) for meeting in corpus.meetings])
    scores |= _series_scores(corpus)
    if os.environ.get("MINUTES_MINER_FLOORS") == "write":
        print(json.dumps(scores, indent=2))
        floors = {name: max(0.0, round(score - SLACK, 3)) for name, score in sorted(scores.items())}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return scores, tallies


def _series_scores(corpus: Extraction) -> dict[str, float]:
    """Each score of the followed actions, over all series together weighed by their actions."""
    sums: dict[str, float] = {}
    total = 0
    meetings = combined(corpus).meetings
    for path in sorted(CORPUS.glob("*/series.json")):
        series: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        ledger = track(meetings, as_of=date.fromisoformat(series["as_of"]))
        found = score_series(series, [tracked_record(action) for action in ledger.actions])
        total += len(series["actions"])
        for name, score in found.items():
            sums[f"series.{name}"] = sums.get(f"series.{name}", 0.0) + score * len(series["actions"])
    return {name: score / total for name, score in sums.items()}


@pytest.mark.parametrize("kind", sorted(pinned))
def test_no_kind_falls_below_its_floor(kind: str, scored: tuple[dict[str, float], dict[str, Tally]]) -> None:
    scores, tallies = scored
    tally = tallies.get(kind, Tally())
    missed, spare = "\n  missed ".join(["", *tally.missed]), "\n  too many ".join(["", *tally.spare])
    assert scores[kind] >= pinned[kind], f"{kind}: {scores[kind]:.3f} is below {pinned[kind]:.3f}{missed}{spare}"


def test_every_score_has_a_floor(scored: tuple[dict[str, float], dict[str, Tally]]) -> None:
    assert set(scored[0]) == set(pinned)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Councillor Hazel Thorne", "Cllr. H Thorne", True),
        ("Councillor Thorne", "Hazel Thorne", True),
        ("The Chair", "the Chair", True),
        ("HT", "Hazel Thorne", True),
        ("Hazel Thorne", "Milo Thorne", False),
        ("Hazel Thorne", "Hazel Garside", False),
        ("Head of Highways", "Head of Housing", False),
        ("Hazel Thorne", None, False),
        (None, None, True),
    ],
)
def test_the_scorer_knows_one_person_from_two(one: str | None, other: str | None, same: bool) -> None:
    assert one_person(one, other) is same


def test_the_scorer_shares_words_by_number() -> None:
    assert words_shared("the gate, the gate", "The gate") == pytest.approx(2 * 2 / 6)
    assert words_shared("gate", "pump") == 0.0


def test_the_scorer_pairs_the_likest_first_and_each_row_once() -> None:
    rows, found = [{"text": "a b c"}, {"text": "a b"}], [{"text": "a b"}, {"text": "a b c d"}]
    assert sorted(pairs(rows, found, lambda a, b: words_shared(a["text"], b["text"]), 0.5)) == [(0, 1), (1, 0)]


def test_the_scorer_counts_what_is_missed_and_what_is_too_much() -> None:
    head = {"date": "2030-06-05", "committee": "Panel"}
    item = {"number": "1", "title": "Gate", "speakers": [], "questions": [], "resolutions": [], "actions": []}
    label = {"source": "m.txt", "meeting": head, "attendance": [], "items": [item, item | {"number": "2", "title": "Pump"}]}
    record = label | {"items": [item, item | {"number": "3", "title": "Bins"}, item | {"number": "4", "title": "Bank"}]}
    scores, tallies = score_records([label], [record])
    assert scores["items"] == pytest.approx(2 * 1 / 5)
    assert (len(tallies["items"].missed), len(tallies["items"].spare)) == (1, 2)
    assert scores["meeting.date"] == scores["questions"] == 1.0
