"""Lists of payments, printed in one paragraph or a line each: "2087 Moss Ltd Lamp column £140.00 2088 R Vane Stamps £6.60"."""

from __future__ import annotations

import re
from itertools import pairwise

# An amount with its pence, as lists of payments print it; a sum in a sentence is seldom so.
_AMOUNT = re.compile(r"£\s?\d[\d,]*\.\d\d\b(?:\s?\([^()]*\))?")
# Fewer amounts in a paragraph of sentences are told, not listed.
_LISTED = 3
# An entry names who was paid and for what: a few words, and none of a sentence.
_MOST_WORDS = 14
_OF_A_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|to|that|it|not|agreed|resolved|balance|total|income|receipts?)\b", re.IGNORECASE
)
_NAMED = re.compile(r"[^\W\d_]{4,}")


def payments_in(paragraph: str) -> list[str]:
    """The entries of ``paragraph`` where it is a list of payments, or one line of such a list; empty where it is none."""
    ends = [match.end() for match in _AMOUNT.finditer(paragraph)]
    if not ends or (len(ends) < _LISTED and paragraph[ends[-1] :].strip(" .|")):
        return []
    entries = [paragraph[start:end].strip(" .,;|") for start, end in pairwise([0, *ends])]
    if len(entries) < _LISTED and not all(map(_is_entry, entries)):
        return []
    return [entry for entry in entries if _is_entry(entry)]


def _is_entry(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and not _OF_A_SENTENCE.search(text) and bool(_NAMED.search(text))
