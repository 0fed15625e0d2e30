"""The file of corrections: what is written is read back, what is wrong is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.errors import CorrectionsError
from minutes_miner.officer import read_corrections, written
from tests.officer.factories import said, tracked

BINS = tracked("aaaa00000001", "write to the contractor")
HEDGE = tracked("aaaa00000002", "cut the hedge")
ALL = (
    said(BINS, "status", "completed", why="letter “seen”", found="open"),
    said(BINS, "due date", "none"),
    said(BINS, "note", "Zoë asked\ntwice", by="Iris Noon"),
    said(HEDGE, "same as", BINS.id, other=BINS),
    said(HEDGE, "same as", None),
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "corrections.json").write_text(written(ALL), encoding="utf-8")
    assert read_corrections(tmp_path / "corrections.json") == ALL


def test_no_file_is_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.json") == ()


@given(note=st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, note: str) -> None:
    path = tmp_path_factory.mktemp("file") / "corrections.json"
    path.write_text(written([said(BINS, "note", note)]), encoding="utf-8")
    assert read_corrections(path)[0].value == note


def _entry(**changes: Any) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads(written([ALL[0]]))["corrections"][0]
    return {name: value for name, value in (entry | changes).items() if value != "gone"}


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"field": "colour"}, "colour"),
        ({"value": "late"}, "completed, open, dropped"),
        ({"field": "due date", "value": "soon"}, "'soon' is no date"),
        ({"on": "yesterday"}, "'yesterday' is no date"),
        ({"by": "gone"}, "expected an object with"),
        ({"nonsense": 1}, "expected an object with"),
        ({"action": {"ref": "a"}}, "action: expected an object with"),
        ({"field": "same as", "value": "aaaa00000002"}, "'other'"),
        ({"value": 7}, "text or null"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, changes: dict[str, Any], named: str) -> None:
    path = tmp_path / "corrections.json"
    path.write_text(json.dumps({"version": 1, "corrections": [_entry(), _entry(**changes)]}), encoding="utf-8")
    with pytest.raises(CorrectionsError, match=r"corrections\.json: correction 2") as raised:
        read_corrections(path)
    assert named in str(raised.value)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9, "corrections": []}', '{"version": 1}'])
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "corrections.json").write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionsError, match=r"corrections\.json"):
        read_corrections(tmp_path / "corrections.json")


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (None, "Is a directory): move the folder away"),
        (b'{"version": 1,', "damaged (line 1, column 15"),
        (b"\xff\xfe{", "no text in UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_mend(tmp_path: Path, data: bytes | None, named: str) -> None:
    path = tmp_path / "corrections.json"
    path.mkdir() if data is None else path.write_bytes(data)
    with pytest.raises(CorrectionsError) as raised:
        read_corrections(path)
    assert named in str(raised.value)
