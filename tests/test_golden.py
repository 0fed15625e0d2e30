"""Whole records of a few sample minutes, one of each format, compared with those that a person has read.

A record that is missing in ``golden/`` is written, and the test fails until somebody has read it and run the tests again. Where a change
of the program changes records for the better, write them anew and read what changed:

    MINUTES_MINER_GOLDEN=write python -m pytest tests/test_golden.py && git diff tests/golden
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.export import to_record
from minutes_miner.pipeline import Extraction

GOLDEN = Path(__file__).with_name("golden")
DOCUMENTS = [
    "tollbury/tollbury-2024-11-13.html",
    "tollbury/tollbury-2024-11-13-item-25.html",
    "harrowmere/harrowmere-council-2024-07-18.pdf",
    "wexcombe/wexcombe-2024-04-02.pdf",
    "wexcombe/wexcombe-2024-06-04.pdf",
    "saltings/saltings-2024-12-09.docx",
    "brackenholt/brackenholt-2024-10-03.txt",
    "brackenholt/brackenholt-2024-12-05.md",
    "extras/tollbury-partnership-annual-report-2023-24.pdf",
    "extras/harrowmere-overview-2025-06-11-agenda.pdf",
]
# Left out: what repeats the document (quotes, whole texts), and what changes with every byte of it.
LEFT_OUT = frozenset({"quote", "text", "digest", "contributions", "path", "start", "end", "words"})
# Of these kinds the text is the value itself.
KEPT_TEXT = frozenset({"questions", "resolutions", "actions", "references", "progress"})


def compact(value: Any, kind: str = "") -> Any:
    """A record without its bulk: no quotes and offsets, evidence as "rule p.2", empty values left out."""
    if isinstance(value, list):
        return [compact(one, kind) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) >= {"rule", "start", "end"}:
        return value["rule"] + (f" p.{value['page']}" if value.get("page") else "")
    kept = {key: compact(one, key) for key, one in value.items() if key not in LEFT_OUT or (key == "text" and kind in KEPT_TEXT)}
    return {key: one for key, one in kept.items() if one not in (None, [], {}, False)}


def written(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_record_is_as_it_was_read(name: str, corpus: Extraction) -> None:
    (meeting,) = [m for m in corpus.meetings if m.source == name]
    record = compact(to_record(meeting))
    place = GOLDEN / f"{Path(name).stem}.json"
    if os.environ.get("MINUTES_MINER_GOLDEN") == "write":
        place.write_text(written(record), encoding="utf-8")
    if not place.is_file():
        place.parent.mkdir(exist_ok=True)
        place.write_text(written(record), encoding="utf-8")
        pytest.fail(f"{place.name} was missing and has been written: read it, see that it is right, and run the tests again")
    assert record == json.loads(place.read_text(encoding="utf-8")), f"{place.name} differs; if it is better now, write it anew (see above)"


def test_every_golden_record_belongs_to_a_document() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {Path(name).stem for name in DOCUMENTS}


def test_every_format_has_a_golden_record(corpus: Extraction) -> None:
    formats = {m.format for m in corpus.meetings if m.source in DOCUMENTS}
    assert formats == {m.format for m in corpus.meetings} - {"moderngov-list"}
