"""minutes-miner evaluate, and label before it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.runner import run
from tests.conftest import CORPUS

DOCUMENT = CORPUS / "brackenholt" / "brackenholt-2024-10-03.txt"


@pytest.fixture()
def folder(tmp_path: Path) -> Path:
    """A folder with one labelled document."""
    for path in (DOCUMENT, DOCUMENT.with_suffix(".gold.json")):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_the_figures_fit_a_terminal(folder: Path) -> None:
    done = run("evaluate", folder)
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert lines[0].startswith("1 document of 1 organisation, ")
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)
    assert any(line.split()[:1] == ["actions"] for line in lines)


def test_figures_as_json(folder: Path) -> None:
    path = folder / "brackenholt-2024-10-03.gold.json"
    label = json.loads(path.read_text(encoding="utf-8"))
    label["items"][0]["actions"].append({"text": "Somebody to paint the moon", "owner": None})
    path.write_text(json.dumps(label))
    result = json.loads(run("evaluate", folder, "--format", "json", "--errors").out)
    assert result["documents"] == 1
    assert result["kinds"]["items"]["f1"] == 1.0
    assert [each["organisation"] for each in result["organisations"]] == ["Brackenholt with Upper Tarn Parish Council"]
    assert {"kind", "document", "what", "item", "text"} <= set(result["errors"][0])


def test_errors_of_series_are_listed_too() -> None:
    done = run("evaluate", CORPUS / "estermoor", "--errors", "series")
    lines = done.out[done.out.index("series in ") :].splitlines()
    assert all(line.startswith(("series in ", "  missed ", "  extra ", "  link ", "  status ", "  due_date ")) for line in lines if line)
    assert len(lines) > 1


def test_errors_of_a_kind_are_listed_with_document_item_and_text(folder: Path) -> None:
    path = folder / "brackenholt-2024-10-03.gold.json"
    label = json.loads(path.read_text(encoding="utf-8"))
    label["items"][0]["actions"].append({"text": "Somebody to paint the moon", "owner": None})
    label["attendance"][0]["status"] = "absent"
    path.write_text(json.dumps(label))
    out = run("evaluate", folder, "--errors", "actions").out
    number = label["items"][0]["number"] or label["items"][0]["title"]
    assert f"actions in {DOCUMENT.name}\n  missed      {number}: Somebody to paint the moon" in out
    assert "attendance in" not in out
    assert "'present' instead of 'absent'" in run("evaluate", folder, "--errors").out


def test_wrong_labels_are_named_and_the_others_scored(folder: Path) -> None:
    (folder / "bad.gold.json").write_text('{"source": "x"}')
    done = run("evaluate", folder)
    assert done.code == 3
    assert "wrong labels: bad.gold.json: meeting: is missing" in done.err
    assert done.out.startswith("1 document ")


def test_a_document_that_cannot_be_read_is_named_and_its_labels_count_as_missed(folder: Path) -> None:
    (folder / DOCUMENT.name).write_bytes(b"%PDF-1.4 broken")
    done = run("evaluate", folder, "--format", "json")
    assert done.code == 3
    assert f"failed: {DOCUMENT.name}" in done.err
    assert json.loads(done.out)["kinds"]["items"]["found"] == 0


def test_without_labels_the_way_to_them_is_said(tmp_path: Path) -> None:
    done = run("evaluate", tmp_path)
    assert done.code == 2
    assert "minutes-miner label DOCUMENT" in done.err


def test_only_wrong_labels_are_nothing_to_score(tmp_path: Path) -> None:
    (tmp_path / "bad.gold.json").write_text("{}")
    assert run("evaluate", tmp_path).code == 1


def test_a_series_is_followed(tmp_path: Path) -> None:
    shutil.copytree(CORPUS / "wexcombe", tmp_path / "wexcombe")
    done = run("evaluate", tmp_path, "--format", "json")
    (series,) = json.loads(done.out)["series"]
    assert (series["name"], series["as_of"]) == ("wexcombe", "2024-08-31")
    assert 0.5 < series["links"]["f1"] <= 1.0


def test_a_draft_of_labels_can_be_evaluated_at_once(tmp_path: Path) -> None:
    shutil.copy(DOCUMENT, tmp_path)
    assert run("label", tmp_path / DOCUMENT.name).code == 0
    result = json.loads(run("evaluate", tmp_path, "--format", "json").out)
    assert result["macro_f1"] == 1.0
    assert {field["accuracy"] for field in result["fields"].values()} == {1.0}


def test_a_draft_says_what_to_look_at_first(tmp_path: Path) -> None:
    minutes = tmp_path / "m.txt"
    minutes.write_text(
        "Brightmoor Parish Council\n\nMinutes of the meeting held on 5 June 2030\n\n1. Flood Defences\n\nThe list would be circulated.\n"
    )
    done = run("label", minutes)
    assert (done.code, done.out) == (0, "")
    assert "correct it by hand" in done.err and "low confidence (1)" in done.err
