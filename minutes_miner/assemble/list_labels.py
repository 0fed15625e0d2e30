"""Labels over the lists of people that minutes open with: "Present:", "IN ATTENDANCE", "Apologies for absence", "Clerked by"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from minutes_miner.model import ABSENT, APOLOGIES, IN_ATTENDANCE, PRESENT
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import normal

_LISTS = (
    ("attendance_present", PRESENT),
    ("attendance_officers", IN_ATTENDANCE),
    ("attendance_apologies", APOLOGIES),
    ("attendance_absent", ABSENT),
)
_LONGEST_LABEL = 60  # characters, with a bracket
_WORD = re.compile(r"\w+")
_OTHER_LANGUAGE = re.compile(r"[^\W\d_][^:/,;.()]{2,40}\s?/\s?(?=[A-Z])")  # "Yn bresennol / Present:"
# What may stand between a label and its list: a count in brackets, "were", and a colon, dash or both (":-").
_AFTER = r"(?P<aside>\s*\([^()]*\))?(?:\s+(?:was|were|is|are))?\s*(?P<mark>[:;]{1,2}\s*[-–—]?|[-–—](?=\s|[A-Z]|$))?\s*"
# Labels of one plain word may open a sentence ("Members asked ..."), so that without a colon only these are taken before a name.
_OPEN_LABELS = frozenset((
    "present", "in attendance", "also present", "apologies", "also in attendance", "attendees", "invited", "members present",
    "councillors present", "those attending", "those present", "attending",
))  # fmt: skip


# "Papers presented to Councillors:" is no list of them.
_NO_LABEL_AFTER = re.compile(r"\b(?:to|of|by|for|from|the|with)\Z")


class ListLabel(NamedTuple):
    """A label found at the start of a text: the status it gives, its words, and where the list itself begins."""

    status: str
    words: str
    end: int
    colon: bool = False  # a mark divides it from its list, so that what follows is one


class ListLabels:
    """Knows the labels of one rule book."""

    def __init__(self, book: RuleBook) -> None:
        self._status = {normal(phrase): status for name, status in reversed(_LISTS) for phrase in book.words(name)}
        self._first_words = frozenset(phrase.split()[0] for phrase in self._status)
        phrases = by_first_word(self._status, r"[\s,-]+")
        self._label = re.compile(rf"(?P<label>{phrases})\b{_AFTER}", re.IGNORECASE)
        # A label further on counts only with its colon: "... and J Moss. In attendance: P Hill. Apologies: K Reed."
        self._inner = re.compile(rf"(?<=[.;,)|\w])\s+(?P<label>{phrases})(?:\s*\([^()]*\))?\s*:[-–—]?\s*", re.IGNORECASE)

    def status_of(self, text: str) -> str | None:
        """The status that a text which is nothing but a label gives (a table's column heading, a heading)."""
        return self._status.get(normal(re.sub(r"\([^()]*\)", "", text))) if 0 < len(text) <= _LONGEST_LABEL else None

    def parts(self, text: str, first: ListLabel | None) -> list[tuple[ListLabel | None, int, int]]:
        """``text`` taken apart at its labels, ``first`` being the one that opens it: (label, start, end) of each list."""
        cuts: list[tuple[ListLabel | None, int]] = [(first, first.end if first else 0)]
        starts = [0]
        last = text.rfind(":", cuts[0][1])
        for match in self._inner.finditer(text, cuts[0][1], last + len(":- ")) if last >= 0 else ():
            if match["label"][0].islower() or _NO_LABEL_AFTER.search(text, 0, match.start()):
                continue
            words = normal(match["label"])
            cuts.append((ListLabel(self._status[words], words, match.end(), True), match.end()))
            starts.append(match.start())
        ends = [*starts[1:], len(text)]
        return [(label, start, end) for (label, start), end in zip(cuts, ends, strict=True)]

    def read(self, text: str) -> ListLabel | None:
        """The label that opens ``text``, None where it opens with none.

        Without a colon a label counts where it is all of the text, or one of the commonest before a capital letter.
        """
        first = _WORD.match(text)
        if first and "/" in text[:_LONGEST_LABEL] and (other := _OTHER_LANGUAGE.match(text)):
            read = self.read(text[other.end() :])
            return read._replace(end=read.end + other.end()) if read and read.colon else None
        match = self._label.match(text) if first and first[0].lower() in self._first_words else None
        if not match:
            return None
        words, end = normal(match["label"]), match.end()
        if end < len(text) and not match["mark"] and (words not in _OPEN_LABELS or not text[end].isupper()):
            return None
        return ListLabel(self._status[words], words, end, bool(match["mark"]))


def by_first_word(phrases: Iterable[str], gap: str) -> str:
    """Phrases as an alternation, each first word written once, so that few are tried; of one first word the longest comes first.

    ``gap`` is the pattern of what may stand between two words.
    """
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first, *rest = map(re.escape, phrase.split())
        groups.setdefault(first, []).append("".join(gap + word for word in rest))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in groups.items())
