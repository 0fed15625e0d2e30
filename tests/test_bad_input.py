"""Whatever is in the folder: each file ends with an outcome and a reason, the rest is read, and a second run changes nothing."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.model import Outcome
from minutes_miner.pipeline import PipelineSettings, extract
from tests.conftest import CORPUS
from tests.ingest.pdf_pages import pdf, picture, words
from tests.test_pipeline import MINUTES

LIMITS = ReadLimits(max_bytes=2_000_000, max_text_bytes=20_000)
PRINTED = CORPUS / "wexcombe" / "wexcombe-2024-04-02.pdf"
LOGIN = "<html><head><title>Sign in</title></head><body><h1>Sign in</h1><form><input type='password'></form></body></html>"
ERROR = "<html><head><title>404 - File or directory not found.</title></head><body><h1>Not found</h1></body></html>"


def archive() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as zipped:
        zipped.writestr("june.html", "x")
    return held.getvalue()


def locked() -> bytes:
    return pdf(words((72, 700, "Minutes")), encrypt=StandardEncryption("secret", ownerPassword="more"))


# Name -> (bytes, what the reason says)
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.html": (lambda: b"", "file is empty"),
    "blank.txt": (lambda: b" \n\n ", "no words|file is empty"),
    "truncated.pdf": (lambda: PRINTED.read_bytes()[:1500], "breaks off|damaged|broken|cannot be"),
    "locked.pdf": (locked, "password"),
    "scanned.pdf": (lambda: pdf(picture), "text layer|pictures|image"),
    "login.html": (LOGIN.encode, "sign-in page"),
    "error.html": (ERROR.encode, "error page"),
    "archive.pdf": (archive, "zip archive holding june.html"),
    "large.pdf": (lambda: b"%PDF-1.4\n" + b"0" * 2_000_000, "MB"),
    "long.txt": (lambda: b"words " * 5_000, "MB"),
    "noise.pdf": (lambda: bytes(range(256)) * 40, "not minutes"),
}


def folder(place: Path) -> Path:
    """Good minutes among all that is bad."""
    place.mkdir()
    for name, (make, _) in BAD.items():
        (place / name).write_bytes(make())
    (place / "good.txt").write_text(MINUTES, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    place = folder(tmp_path_factory.mktemp("bad") / "minutes")
    found = extract([place], settings=PipelineSettings(workers=1, limits=LIMITS))
    assert len(found.meetings) == 1
    return {outcome.source: outcome for outcome in found.outcomes}


@pytest.mark.parametrize("name", sorted(BAD))
def test_each_bad_file_fails_with_a_reason_and_a_mend(name: str, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[name]
    assert outcome.status == "failed"
    assert re.search(BAD[name][1], outcome.reason), outcome.reason
    assert ";" in outcome.reason or "." in outcome.reason.removeprefix(name), "the reason gives no mend"
    assert "unexpected" not in outcome.reason


def test_the_good_file_among_them_is_read(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["good.txt"].status == "read"
    assert len(outcomes) == len(BAD) + 1


def test_noise_without_the_name_of_a_document_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "thing.bin").write_bytes(bytes(range(256)) * 40)
    (outcome,) = extract([tmp_path], settings=PipelineSettings(workers=1)).outcomes
    assert outcome.status == "skipped" and outcome.reason


@pytest.mark.parametrize("cut", [200, 1500, 4000, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(
    "source", ["wexcombe/wexcombe-2024-04-02.pdf", "saltings/saltings-2024-10-07.docx", "tollbury/tollbury-2024-06-12.html"]
)
def test_a_file_that_breaks_off_anywhere_is_no_accident(tmp_path: Path, source: str, cut: float) -> None:
    data = (CORPUS / source).read_bytes()
    path = tmp_path / Path(source).name
    path.write_bytes(data[: int(cut if cut > 1 else len(data) * cut)])
    (outcome,) = extract([path], settings=PipelineSettings(workers=1)).outcomes
    assert outcome.reason and "unexpected" not in outcome.reason


def run(place: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "minutes_miner", "run", str(place), "--out", str(out), "--as-of", "2030-12-31", "--workers", "1"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, cwd=CORPUS.parent)


def dump(database: Path) -> list[str]:
    connection = sqlite3.connect(database)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], list[str], list[str], str]:
    """A run over good, bad and duplicate files, the database after it and after a second run, and the outcomes as CSV."""
    place = folder(tmp_path_factory.mktemp("twice") / "minutes")
    shutil.copy(place / "good.txt", place / "good again.txt")
    for name in (
        "tollbury-2024-09-11.html",
        "tollbury-2024-09-11-printed.pdf",
        "tollbury-2024-11-13.html",
        "tollbury-2024-11-13-item-25.html",
    ):
        shutil.copy(CORPUS / "tollbury" / name, place)
    for name in ("harrowmere-overview-2024-09-18.pdf", "harrowmere-overview-2024-09-18-draft.pdf"):
        shutil.copy(CORPUS / "harrowmere" / name, place)
    out = place.parent / "out"
    first = run(place, out)
    before = dump(out / "minutes.db")
    run(place, out)
    report = next((out / "csv").glob("*run*"))
    return first, before, dump(out / "minutes.db"), report.read_text(encoding="utf-8-sig")


def test_a_run_over_bad_files_ends_as_documented(twice: tuple[subprocess.CompletedProcess[str], list[str], list[str], str]) -> None:
    first = twice[0]
    assert first.returncode == 3
    assert "Traceback" not in first.stderr + first.stdout
    assert all(f"failed: {name}" in first.stderr for name in BAD if name not in ("large.pdf", "long.txt"))


def test_a_second_run_changes_nothing_in_the_database(twice: tuple[subprocess.CompletedProcess[str], list[str], list[str], str]) -> None:
    _, before, after, _ = twice
    assert before and [line for line in before if line not in set(after)] == [] == [line for line in after if line not in set(before)]


@pytest.mark.parametrize(
    ("aside", "kept"),
    [
        ("tollbury-2024-09-11-printed.pdf", "tollbury-2024-09-11.html"),
        ("tollbury-2024-11-13-item-25.html", "tollbury-2024-11-13.html"),
        ("harrowmere-overview-2024-09-18-draft.pdf", "harrowmere-overview-2024-09-18.pdf"),
        ("good.txt", "good again.txt"),
    ],
)
def test_duplicates_are_noted_beside_the_source_that_is_kept(
    twice: tuple[subprocess.CompletedProcess[str], list[str], list[str], str], aside: str, kept: str
) -> None:
    lines = twice[3].splitlines()
    assert [line for line in lines if line.startswith((aside, f'"{aside}')) and "duplicate" in line.casefold() and kept in line] != []


def test_a_lone_bad_file_gives_exit_code_one(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    done = run(tmp_path, tmp_path / "out")
    assert done.returncode == 1
    assert not (tmp_path / "out" / "minutes.xlsx").exists()
