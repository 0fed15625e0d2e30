"""What ``import minutes_miner`` offers."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import minutes_miner as mm
from minutes_miner.model import Correction
from minutes_miner.officer import written
from minutes_miner.officer.find import key_of
from tests.conftest import CORPUS
from tests.test_pipeline import MINUTES

HEAVY = (
    "spacy",
    "pandas",
    "numpy",
    "pdfplumber",
    "pypdfium2",
    "lxml",
    "bs4",
    "docx",
    "xlsxwriter",
    "pyarrow",
    "dateparser",
    "rapidfuzz",
    "rich",
    "yaml",
)
PAGE = CORPUS / "tollbury" / "tollbury-2024-06-12.html"


@pytest.fixture(scope="module")
def meetings() -> list[mm.Meeting]:
    return mm.read(PAGE)


def test_the_public_names_are_sorted_and_complete() -> None:
    assert list(mm.__all__) == sorted(mm.__all__)
    for name in mm.__all__:
        assert getattr(mm, name).__doc__, f"{name} has no description"
    assert set(mm.__all__) <= set(dir(mm))


def test_the_names_shown_to_type_checkers_are_the_public_ones() -> None:
    tree = ast.parse(Path(mm.__file__).read_text(encoding="utf-8"))
    shown = {alias.asname for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names if alias.asname}
    assert shown == set(mm.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="owls"):
        mm.owls  # noqa: B018


@pytest.mark.parametrize(
    "command",
    ["import minutes_miner", "import minutes_miner.cli", "from minutes_miner.cli import cli; cli(['--help'], standalone_mode=False)"],
)
def test_importing_loads_nothing_heavy(command: str) -> None:
    code = f"{command}\nimport sys\nprint('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=CORPUS.parent)
    assert done.stdout.splitlines()[-1] == "LOADED []", done.stderr


def test_a_file_is_read_into_meetings(meetings: list[mm.Meeting]) -> None:
    (meeting,) = meetings
    assert (meeting.organisation, meeting.date) == ("Tollbury Metropolitan Borough Council", date(2024, 6, 12))
    assert len(meeting.items) > 5


@pytest.mark.parametrize("form", [str, Path, lambda path: [path], lambda path: (str(path),)], ids=["text", "path", "list", "tuple"])
def test_paths_may_be_given_in_any_form(tmp_path: Path, form: object) -> None:
    path = tmp_path / "m.txt"
    path.write_text(MINUTES, encoding="utf-8")
    assert callable(form)
    assert len(mm.read(form(path))) == 1


def test_a_folder_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    with pytest.warns(UserWarning, match=r"1 documents could not be read, the first: empty\.html"):
        assert [m.source for m in mm.read(tmp_path)] == ["m.txt"]


@pytest.mark.parametrize("data", [b"", b"\x00\x01" * 50])
def test_a_single_file_that_cannot_be_read_is_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "m.html"
    path.write_bytes(data)
    with pytest.raises(mm.MinutesMinerError, match=r"m\.html"):
        mm.read(path)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(mm.MinutesMinerError, match="no such file"):
        mm.read(tmp_path / "gone.html")


@pytest.mark.parametrize("settings", [{"profile": "owls"}, {"rules": "no/such/folder"}])
def test_wrong_settings_are_an_error(settings: dict[str, str]) -> None:
    with pytest.raises(mm.MinutesMinerError):
        mm.read(PAGE, **settings)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [name for name in mm.__all__ if name.endswith("_frame")])
def test_every_table_is_a_frame(name: str, meetings: list[mm.Meeting]) -> None:
    frame = getattr(mm, name)(meetings)
    assert len(frame) > 0 and len(frame.columns) > 3


def test_records_are_ready_for_json(meetings: list[mm.Meeting]) -> None:
    record = json.loads(json.dumps(mm.to_record(meetings[0])))
    assert record["source"] == PAGE.name and record["meeting"]["date"] == "2024-06-12"


def test_actions_are_followed() -> None:
    ledger = mm.follow(mm.read(CORPUS / "saltings"), as_of=date(2025, 4, 30))
    assert isinstance(ledger, mm.Ledger)
    assert {"completed", "overdue"} <= {action.status for action in ledger.actions}


def test_what_officers_set_is_laid_over(tmp_path: Path) -> None:
    meetings = mm.read(CORPUS / "saltings")
    first = mm.follow(meetings, as_of=date(2025, 4, 30)).actions[0]
    said = Correction(key_of(first), "owner", "Iris Noon", "J Harker", date(2025, 4, 20))
    (tmp_path / "corrections.json").write_text(written([said]), encoding="utf-8")
    ledger = mm.follow(meetings, as_of=date(2025, 4, 30), corrections=tmp_path / "corrections.json")
    assert ledger.actions[0].action.owner == "Iris Noon"
