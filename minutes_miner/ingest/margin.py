"""Owners that a writer set apart at the end of a paragraph by tabs or a run of blanks: "The path was still closed.        Clerk".

What PDF shows as a mark in the right margin is in its source, and in web pages and text made of it, white space within the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.text import fold

Piece = tuple[str, bool]
MARK = "mark"  # the kind of a paragraph that is such an owner
# Words that stand there, too, and name nobody.
_NOBODY = (
    r"(?!(?:noted|agreed|approved|resolved|carried|received|adopted|deferred|none|yes|no|tb[ac]|n/?a|am|pm|ok|nb|vat|uk|aob|web ?site)\b)"
)
_TITLE = r"(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Rev|Prof|Sir|Dame|Lady|Lord)\b\.?"
_WORD = r"[A-Z][a-z’'-]+"
_ONE = rf"(?:{_TITLE}(?:\s(?:[A-Z]\.?|{_WORD})){{1,3}}|[A-Z]{{2,4}}[a-z]?|{_WORD}(?:\s{_WORD}){{0,2}})"
_BLANKS, _TAB = 5, 4  # white space that nobody puts between sentences, and the blanks that a tab is worth
# The end of a sentence, the white space, who is meant.
_MARK = re.compile(rf"(?<=[.?!)”’])(?P<gap>[ \t\u00a0]+)(?P<mark>(?i:{_NOBODY}){_ONE}(?:\s?(?:[/,&+]|and)\s?{_ONE}){{0,3}})\s*$")
# The same at the end of a line within a paragraph, where the sentence goes on below.
_IN_LINE = re.compile(rf"(?<=\S)[ \u00a0]{{{_BLANKS},}}(?P<mark>(?i:{_NOBODY}){_ONE}(?:\s?(?:[/,&+]|and)\s?{_ONE}){{0,3}})$")
_RUNS = ("\t", "     ", "\u00a0\u00a0\u00a0\u00a0\u00a0", "\u00a0 \u00a0")
_FEWEST_WORDS = 4  # of the text that a mark stands beside: "Present." and the like have names behind them


def split_mark(pieces: Sequence[Piece], *, tabs: int = 2) -> tuple[Sequence[Piece], str]:
    """The pieces of a paragraph without the owner set apart at its end, and that owner; "" where none is. ``tabs`` set one apart."""
    raw = pieces[0][0] if len(pieces) == 1 else "".join([text for text, _ in pieces])
    if "\t" not in raw and "     " not in raw and "\u00a0" not in raw:  # nearly all paragraphs
        return pieces, ""
    match = _MARK.search(raw) if any(run in raw for run in _RUNS) else None
    if not match or len(raw[: match.start()].split()) < _FEWEST_WORDS:
        return pieces, ""
    if match["gap"].count("\t") < tabs and len(match["gap"].expandtabs(_TAB)) < _BLANKS:
        return pieces, ""
    kept, left = [], match.start()
    for text, bold in pieces:
        if left > 0:
            kept.append((text[:left], bold))
        left -= len(text)
    return kept, fold(match["mark"])


def split_lines_mark(lines: Sequence[str]) -> tuple[str, str]:
    """The lines of one paragraph as one text without an owner set apart at the end of one of them, and that owner."""
    kept, marks = [], []
    for line in lines:
        match = _IN_LINE.search(line) if _RUNS[1] in line else None
        if match and len(line[: match.start()].split()) >= _FEWEST_WORDS:
            marks.append(match["mark"])
            line = line[: match.start()]
        kept.append(line)
    return " ".join(kept), "/".join(dict.fromkeys(marks))
