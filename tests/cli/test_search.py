"""minutes-miner search: words, and each filter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.runner import Done, run
from tests.conftest import CORPUS


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("search")
    assert run("run", CORPUS / "tollbury", CORPUS / "saltings", "--out", out, "--as-of", "2025-06-30", "--workers", "1").code == 0
    return out / "minutes.db"


def heads(done: Done) -> list[list[str]]:
    """The head of every hit, in its parts: date, committee, item, kind, speaker. It runs over lines; the indented snippet ends it."""
    found = re.findall(r"^(\d\d/\d\d/\d{4} ·.*?)\n  ", done.out, re.MULTILINE | re.DOTALL)
    return [" ".join(head.split()).split(" · ") for head in found]


def search(database: Path, *arguments: str) -> Done:
    return run("search", "--db", database, *arguments)


def test_words_are_found_with_date_item_source_and_the_words_marked(database: Path) -> None:
    done = search(database, "lighting")
    assert done.code == 0 and heads(done)
    assert "«" in done.out and "tollbury-" in done.out


def test_a_phrase_must_stand_as_it_is(database: Path) -> None:
    assert heads(search(database, '"correct record"'))
    assert heads(search(database, '"record correct"')) == []


def test_nothing_found_is_no_error(database: Path) -> None:
    done = search(database, "xylophone")
    assert (done.code, done.out) == (0, "") and "Nothing was found" in done.err


@pytest.mark.parametrize("kind", ["said", "question", "resolution", "action", "item", "text"])
def test_by_kind(database: Path, kind: str) -> None:
    found = heads(search(database, "the", "--kind", kind))
    assert found and all(kind in parts for parts in found)


def test_by_speaker(database: Path) -> None:
    found = heads(search(database, "the", "--speaker", "Thackerby"))
    assert found and all("Thackerby" in parts[-1] for parts in found)


def test_by_committee(database: Path) -> None:
    done = search(database, "the", "--committee", "Governing", "--limit", "500")
    assert heads(done) and "tollbury-" not in done.out and "saltings-" in done.out


@pytest.mark.parametrize(("option", "right"), [("--since", lambda year: year >= 2025), ("--until", lambda year: year <= 2024)])
def test_by_date(database: Path, option: str, right: object) -> None:
    day = "1 January 2025" if option == "--since" else "31/12/2024"
    found = heads(search(database, "the", option, day, "--limit", "500"))
    assert callable(right)
    assert found and all(right(int(parts[0][-4:])) for parts in found)


def test_no_more_than_asked_for(database: Path) -> None:
    assert len(heads(search(database, "the", "--limit", "3"))) == 3


@pytest.mark.parametrize("words", ['"', "AND OR", "-", "*", "a AND (b", "x:y", "NEAR(a b)", "'; DROP TABLE meetings; --"])
def test_odd_words_do_no_harm(database: Path, words: str) -> None:
    done = search(database, "--", words)
    assert done.code in (0, 2) and "Traceback" not in done.err


def test_a_missing_database_is_told_with_its_mend(tmp_path: Path) -> None:
    done = search(tmp_path / "none.db", "bins")
    assert done.code == 1 and done.err.startswith("Error: ")
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "wrong.db").write_text("no database " * 100, encoding="utf-8")
    done = search(tmp_path / "wrong.db", "bins")
    assert done.code == 1 and done.err.startswith("Error: ")
