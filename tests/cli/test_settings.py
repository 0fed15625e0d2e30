"""minutes-miner profiles, rules check and rules report."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from minutes_miner.mentions import profiles
from tests.cli.runner import run
from tests.conftest import CORPUS
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


def test_the_report_tells_what_each_rule_did() -> None:
    done = run("rules", "report", CORPUS / "brackenholt")
    lines = done.out.splitlines()
    assert done.code == 0
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)
    assert "Rules that are waiting: they never fired in these documents" in lines
    assert any(line.split()[0] == "speech.say" for line in lines if line)
    assert "Right" not in done.out


def test_the_report_compares_with_labels() -> None:
    done = run("rules", "report", CORPUS / "brackenholt", "--gold", "--format", "csv")
    by_rule = {row["rule"]: row for row in csv.DictReader(io.StringIO(done.out))}
    assert int(by_rule["action.mark"]["judged"]) >= int(by_rule["action.mark"]["right"]) > 0
    assert float(by_rule["action.mark"]["precision"]) > 0.8


def test_the_report_as_json_and_wrong_labels_are_named(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_bytes((CORPUS / "brackenholt" / "brackenholt-2024-10-03.txt").read_bytes())
    (tmp_path / "m.gold.json").write_text("{}")
    done = run("rules", "report", tmp_path, "--gold", "--format", "json")
    assert "m.gold.json: source: is missing" in done.err
    assert {"rule", "kind", "file", "matches", "rows", "flag", "precision"} <= set(json.loads(done.out)[0])
