"""minutes-miner profiles and rules check."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.mentions import profiles
from tests.cli.runner import run
from tests.test_rulebook import WRONG, rule


def test_every_profile_is_listed_with_what_it_is_for() -> None:
    done = run("profiles")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert [line.split()[0] for line in lines] == sorted(profiles())
    assert all(len(line.split()) > 3 for line in lines)


def test_the_shipped_rules_are_right() -> None:
    done = run("rules", "check")
    assert (done.code, done.err) == (0, "")
    assert "well formed" in done.out


def test_rules_of_ones_own_that_are_right(tmp_path: Path) -> None:
    (tmp_path / "owls.yaml").write_text("rules:\n" + rule(), encoding="utf-8")
    done = run("rules", "check", "--rules", tmp_path)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("text", [case[1] for case in WRONG], ids=[case[0] for case in WRONG])
def test_rules_that_are_wrong_are_told_by_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "owls.yaml").write_text(text, encoding="utf-8")
    done = run("rules", "check", "--rules", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: owls.yaml") and "Traceback" not in done.err


def test_examples_that_do_not_do_what_they_should_are_told(tmp_path: Path) -> None:
    (tmp_path / "owls.yaml").write_text("rules:\n" + rule().replace("The owl hooted.", "The owl slept."), encoding="utf-8")
    done = run("rules", "check", "--rules", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "owls.yaml: rule owl.hooted should match: The owl slept." in done.err


def test_an_empty_folder_of_rules(tmp_path: Path) -> None:
    done = run("rules", "check", "--rules", tmp_path)
    assert done.code == 2 and "found no .yaml file" in done.err
