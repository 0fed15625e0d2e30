"""Which files a run looks at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minutes_miner.gather import PASSED_OVER, gather


def fill(root: Path, *names: str) -> Path:
    """A folder with a small file under each name."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return root


def names(*paths: Path) -> list[str]:
    return [source.name for source in gather(paths)[0]]


def test_a_folder_is_walked_in_a_steady_order(tmp_path: Path) -> None:
    fill(tmp_path, "b.pdf", "a.html", "2024/z.docx", "2024/y.txt", "no-ending")
    assert names(tmp_path) == ["a.html", "b.pdf", "no-ending", "2024/y.txt", "2024/z.docx"]


@pytest.mark.parametrize("ending", sorted(PASSED_OVER))
def test_files_that_hold_no_minutes_are_passed_over_and_named(tmp_path: Path, ending: str) -> None:
    sources, passed = gather([fill(tmp_path, f"sub/thing{ending.upper()}")])
    assert sources == []
    assert [(o.source, o.status) for o in passed] == [(f"sub/thing{ending.upper()}", "skipped")]
    assert ending in passed[0].reason


def test_a_file_that_the_user_names_is_read_whatever_its_ending(tmp_path: Path) -> None:
    fill(tmp_path, "minutes.css")
    sources, passed = gather([tmp_path / "minutes.css"])
    assert [(s.name, s.named) for s in sources] == [("minutes.css", True)]
    assert passed == []


@pytest.mark.parametrize("name", [".hidden.html", "~$minutes.docx", ".git/config.html", "__pycache__/x.html"])
def test_hidden_files_are_not_looked_at(tmp_path: Path, name: str) -> None:
    assert gather([fill(tmp_path, name)]) == ([], [])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.html")
    assert names(tmp_path, tmp_path / "a.html", tmp_path / "." / "a.html") == ["a.html"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_to_a_file_is_read_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.html")
    (tmp_path / "b.html").symlink_to(tmp_path / "a.html")
    assert len(names(tmp_path)) == 1


def test_files_of_one_name_from_two_folders_are_told_apart(tmp_path: Path) -> None:
    fill(tmp_path, "may/m.html", "june/m.html")
    found = names(tmp_path / "may", tmp_path / "june")
    assert len(set(found)) == 2
    assert all(name.endswith(("may/m.html", "june/m.html")) for name in found)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_without_permission_is_named_and_the_rest_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.html", "shut/b.html")
    (tmp_path / "shut").chmod(0)
    try:
        sources, passed = gather([tmp_path])
    finally:
        (tmp_path / "shut").chmod(0o755)
    assert [s.name for s in sources] == ["a.html"]
    assert [(o.status, "cannot be opened" in o.reason) for o in passed] == [("failed", True)]


def test_a_folder_that_cannot_be_entered_is_a_failure_with_a_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shut = fill(tmp_path, "shut/b.html") / "shut"
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == shut:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    sources, (outcome,) = gather([tmp_path])
    assert sources == [] and outcome.status == "failed"
    assert "Permission denied" in outcome.reason and "read access" in outcome.reason


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert gather([tmp_path]) == ([], [])
