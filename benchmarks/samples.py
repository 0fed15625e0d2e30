"""What is measured: the documents of ``corpus/``, and text made of them with words that no document had before."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator
from pathlib import Path

from minutes_miner.ingest import read_document

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
_TEXT = frozenset({".html", ".txt", ".md"})
_READ = _TEXT | {".pdf", ".docx"}
_LONG_WORD = re.compile(r"[a-z]{7,}")


def of_kinds(kinds: frozenset[str]) -> list[Path]:
    """The sample minutes with these endings, in order."""
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in kinds and path.name != "README.md")


def texts() -> list[Path]:
    """The sample minutes in HTML and plain text."""
    return of_kinds(_TEXT)


def pdfs() -> list[Path]:
    """The sample minutes in PDF."""
    return of_kinds(frozenset({".pdf"}))


def everything() -> list[Path]:
    """All sample minutes."""
    return of_kinds(_READ)


def varied(count: int) -> Iterator[bytes]:
    """``count`` documents in plain text, a tenth of the long words of each made up afresh: a run over many councils meets new words too."""
    chance = random.Random(1)  # the same documents in every run
    plain = [read_document(path).text for path in of_kinds(frozenset({".txt"}))]

    def other(match: re.Match[str]) -> str:
        return match[0] if chance.random() > 0.1 else "".join(chance.choices(string.ascii_lowercase, k=len(match[0])))

    for number in range(count):
        yield _LONG_WORD.sub(other, plain[number % len(plain)]).encode()
