"""Labels that are wrong are named with file, key and mend; the others are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.errors import UsageError
from minutes_miner.evaluate import read_labels
from tests.evaluate.labelled import action, item, question, record, resolution, speaker

FULL = record(
    item(
        optional=True,
        speakers=[speaker("Hazel Thorne", "the Chair")],
        questions=[question("How much?")],
        resolutions=[resolution("That it be so")],
        actions=[action("Clerk to write", due_date="2030-07-01")],
    ),
    attendance=[{"name": "Hazel Thorne", "status": "present"}],
)
SERIES = {"as_of": "2030-07-01", "actions": [{"document": "m.txt", "text": "Clerk to write", "status": "open", "mentions": []}]}


def faults(folder: Path, label: Any, *, name: str = "m.gold.json") -> list[str]:
    """What is said of one file of labels beside a good one."""
    (folder / "m.txt").write_text("minutes")
    (folder / "good.gold.json").write_text(json.dumps(FULL))
    (folder / name).write_text(label if isinstance(label, str) else json.dumps(label))
    read = read_labels(folder)
    assert "good.gold.json" in {each.path.name for each in read.labels}
    return list(read.faults)


@pytest.mark.parametrize(("name", "label"), [("m.gold.json", FULL), ("m.gold.json", record()), ("series.json", SERIES)])
def test_good_labels_are_read(tmp_path: Path, name: str, label: dict[str, Any]) -> None:
    assert faults(tmp_path, label, name=name) == []


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ('{"source": "m.txt",}', "line 1: no valid JSON"),
        ("[]", "the file: expected keys and values in { }, found []"),
        ({"source": "m.txt", "items": []}, "meeting: is missing"),
        (FULL | {"sauce": 1}, "sauce: no such key; known here are source, meeting"),
        (record(item(actions=[action("x"), {"text": "y", "owner": 3}])), "items[1].actions[2].owner: expected a text"),
        (record(item(resolutions=[resolution("x", "aproved")])), "items[1].resolutions[1].type: expected noted, approved"),
        (record(item(actions=[action("x", due_date="1/7/2030")])), 'due_date: expected a date such as "2025-03-31", or null, found'),
        (record(item(speakers=["Hazel"])), 'items[1].speakers[1]: expected keys and values in { }, found "Hazel"'),
        (record(attendance=[{"name": "x", "status": "here"}]), "attendance[1].status: expected present, in attendance"),
        (FULL | {"items": {}}, "items: expected a list in [ ], found {}"),
        (FULL | {"source": "gone.txt"}, "source: there is no document 'gone.txt' beside the labels"),
    ],
)
def test_a_fault_is_named_with_file_and_key(tmp_path: Path, label: Any, said: str) -> None:
    (fault,) = faults(tmp_path, label)
    assert fault.startswith("m.gold.json: ")
    assert said in fault


def test_a_fault_in_a_series_is_named(tmp_path: Path) -> None:
    series = {"as_of": "July", "actions": []}
    assert faults(tmp_path, series, name="series.json") == ['series.json: as_of: expected a date such as "2025-03-31", found "July"']


def test_a_folder_without_labels_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no labels"):
        read_labels(tmp_path)
