"""minutes-miner explain."""

from __future__ import annotations

from pathlib import Path

from tests.cli.runner import run
from tests.conftest import CORPUS

DOCUMENT = CORPUS / "tollbury" / "tollbury-2024-06-12.html"


def test_the_terminal_shows_the_minutes_with_notes_under_them() -> None:
    done = run("explain", DOCUMENT)
    lines = done.out.splitlines()
    assert done.code == 0
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)
    assert "5. Kerbside Recycling: First Year Review" in lines
    assert any(line.startswith("    action: Callum Verrity, due 30 June 2024 (inferred)") for line in lines)


def test_the_page_is_written(tmp_path: Path) -> None:
    done = run("explain", DOCUMENT, "--html", tmp_path / "page.html")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
