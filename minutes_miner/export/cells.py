"""Making a cell's text fit for spreadsheets: no control characters, no longer than a cell holds, nothing that runs."""

from __future__ import annotations

import re

# What XML 1.0 (and so a workbook) cannot hold: control characters but tab, line feed and return; lone surrogates; the two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
CELL_LIMIT = 32_767  # characters in an Excel cell ("Excel specifications and limits")
_CUT = " … [cut: {} characters more; the JSON record and the CSV hold the whole]"
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"), the full-width forms in East Asian settings.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def printable(text: str) -> str:
    """``text`` without the characters that no spreadsheet holds."""
    return _UNPRINTABLE.sub("", text)


def within_cell(text: str) -> str:
    """``text`` printable and cut to what a cell holds, with a note of how much was cut."""
    text = printable(text)
    if _units(text) <= CELL_LIMIT:
        return text
    # Excel counts UTF-16 units; the note is reckoned at its longest, a seven-figure count.
    kept = text.encode("utf-16-le")[: 2 * (CELL_LIMIT - len(_CUT) - 7)].decode("utf-16-le", errors="ignore")
    return kept + _CUT.format(len(text) - len(kept))


def harmless(text: str) -> str:
    """``text`` for a CSV cell: one that a spreadsheet would run gets an apostrophe in front, which shows it as text."""
    text = printable(text)
    return f"'{text}" if text.startswith(_RUNS) else text


def _units(text: str) -> int:
    """UTF-16 units of a text; those of a short one are not counted, as it cannot reach the limit."""
    return len(text) if 2 * len(text) <= CELL_LIMIT else len(text) + sum(character > "\uffff" for character in text)
