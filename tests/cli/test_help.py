"""Help: every command explains itself with examples, at once."""

from __future__ import annotations

import re

import pytest

from minutes_miner import __version__
from minutes_miner.cli import _COMMANDS
from tests.cli.runner import run

COMMANDS = [[name] for name in _COMMANDS] + [["rules", "check"], ["report", "outstanding"]]


def test_the_first_help_names_every_command_and_exit_code() -> None:
    done = run("--help")
    assert done.code == 0 and done.err == ""
    assert all(re.search(rf"^  {name}\s", done.out, re.MULTILINE) for name in _COMMANDS)
    assert "Examples:" in done.out
    assert all(f"{code} " in done.out.split("Exit codes:")[1] for code in (0, 1, 2, 3))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_has_help(command: list[str], flag: str) -> None:
    done = run(*command, flag)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) > 3


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in (["rules"], ["report"], ["profiles"])], ids=" ".join)
def test_help_shows_examples_that_begin_with_the_programs_name(command: list[str]) -> None:
    out = run(*command, "--help").out
    examples = out.partition("Examples:")[2].partition("Options:")[0].strip().splitlines()
    assert examples
    assert all(line.strip().startswith(f"minutes-miner {' '.join(command)}") for line in examples)


def test_version() -> None:
    done = run("--version")
    assert (done.code, done.err) == (0, "") and __version__ in done.out


WRONG = [
    ["nonsense"],
    ["extract"],
    ["extract", "no/such/file.html"],
    ["extract", ".", "--format", "pdf"],
    ["extract", ".", "--format", "csv"],
    ["extract", ".", "--format", "xlsx"],
    ["track"],
    ["track", ".", "--format", "csv"],
    ["track", ".", "--as-of", "someday"],
    ["run", "no/such/folder"],
    ["run", ".", "--as-of", "31/31/2025"],
    ["run", ".", "--workers", "0"],
    ["extract", ".", "--profile", "owls"],
    ["extract", ".", "--rules", "no/such/folder"],
    ["search"],
    ["search", "bins", "--kind", "joke"],
    ["search", "bins", "--since", "someday"],
    ["rules", "check", "--rules", "no/such/folder"],
    ["extract", "--nonsense"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_gives_exit_code_two_and_says_what_is_wrong(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert "Error: " in done.err and "Traceback" not in done.err
