"""No prose of real minutes in the rules or in the sources of the sample minutes: what the project contains, we wrote.

The real minutes do not travel with the project. Their folder is the one above MINUTES_MINER_GOLD, or stands beside the checkout as
``../shared``; ``gold/dev`` and ``real`` in it are read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes_miner.errors import ReadError
from minutes_miner.ingest import read_document

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("MINUTES_MINER_GOLD") or ROOT.parent / "shared" / "gold")
REAL = (GOLD / "dev", GOLD.parent / "real")
OURS = sorted([*(ROOT / "rules").glob("*.yaml"), *(ROOT / "corpus" / "build" / "sources").glob("*/*.yaml")])
# Formulas of the field run to ten words or so with a date in them; twelve words in a row that agree are copied.
LONGEST = 12
# Formulas that every council prints: they do not count towards a run.
STOCK = (
    "minutes of a meeting of the county council held in the council chamber",
    "the minutes of the meeting held on",
    "the minutes of the previous meeting held on",
    "be approved as a correct record",
    "local government act 1972",
)
_WORD = re.compile(r"[a-z0-9]+")

pytestmark = pytest.mark.skipif(
    not any(folder.is_dir() for folder in REAL), reason="no real minutes: set MINUTES_MINER_GOLD to the folder that holds dev/"
)


def words(text: str) -> list[str]:
    """The words of a text in small letters, without apostrophes; a stock phrase stands as one empty word, which ends a run."""
    line = " ".join(_WORD.findall(re.sub(r"['’]", "", text.lower())))
    for phrase in STOCK:
        line = re.sub(rf"\b{phrase}\b", "|", line)
    return line.split(" ")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every LONGEST words in a row that hold no stock phrase."""
    found = words(text)
    for start in range(len(found) - LONGEST + 1):
        run = tuple(found[start : start + LONGEST])
        if "|" not in run:
            yield run


@pytest.fixture(scope="module")
def real() -> frozenset[tuple[str, ...]]:
    """The runs of all the real minutes that can be read."""
    found: set[tuple[str, ...]] = set()
    for path in sorted(path for folder in REAL for path in folder.rglob("*.*") if path.suffix in {".html", ".pdf", ".docx", ".txt"}):
        try:
            found.update(runs(read_document(path).text))
        except ReadError:
            continue
    assert found
    return frozenset(found)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_run_of_words_is_a_real_documents(path: Path, real: frozenset[tuple[str, ...]]) -> None:
    assert [" ".join(run) for run in runs(path.read_text(encoding="utf-8")) if run in real] == []
