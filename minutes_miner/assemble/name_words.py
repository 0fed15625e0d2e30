"""The words of a list of people: which are names, initials, honorifics, and which tell of an office or body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from minutes_miner.rulebook import RuleBook
from minutes_miner.text import normal

_PARTICLES = frozenset(("de", "van", "der", "den", "von", "la", "le", "du", "di", "da", "al", "bin", "ap", "ab"))
# A place's name before these is the place's, not a second surname: "A Moss Eastby District Council".
_AFTER_PLACE = frozenset(("district", "borough", "county", "city", "parish", "town", "community", "metropolitan"))
_PART = re.compile(
    r"(?P<bracket>\((?:[^()]|\([^()]*\))*\)?|\[[^\]]*\])"
    r"|(?P<separator>[,;|•●▪:/]|\n|\t|\s[-–—]+\s|–|(?<!\w)(?:and|And|AND|plus|with)(?!\w)|&)"
    r"|(?P<word>[^\s,;|•●▪:/()\[\]–&]+)"
)
_NAME = re.compile(r"(?:[A-Z]['’])?[A-Z][\w’'-]*\w|[A-Z][a-z]?['’-][A-Z]\w+")
_INITIALS = re.compile(r"[A-Z]\.?|(?:[A-Z]\.){1,3}")
_WORDS_KEPT = 4096  # honorifics, forenames and offices come again and again
NAME_KINDS = ("initial", "name", "particle")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the list, where it stands, and what it is."""

    text: str
    start: int
    kind: str  # "honorific" | "initial" | "name" | "particle" | "tells" (of an office or body) | "either" (that or a surname) | "other"

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Segment:
    """The words between two separators; ``before`` is the separator that opens it ("" after a bracket), ``bracket`` what closes it."""

    words: tuple[Word, ...]
    before: str
    bracket: str | None


class NameWords:
    """Tells the words of lists apart by the word lists of one rule book."""

    def __init__(self, book: RuleBook) -> None:
        honorifics = {normal(word) for word in book.words("honorifics")}
        self._honorifics = honorifics | {word.split()[0] for word in honorifics if " " in word}
        self._tells = _parts(book, "office_heads", "not_names", "body_words", "organisation_nouns") - honorifics
        # "Head", "Park" and "May" are surnames too; the nouns of bodies are not.
        self._never = _parts(book, "body_words", "organisation_nouns", "committee_nouns", "groups")
        self._kind = lru_cache(maxsize=_WORDS_KEPT)(self._kind_of)

    def segments(self, text: str) -> Iterator[Segment]:
        """The list taken apart at its separators and brackets."""
        words: list[Word] = []
        before = ""
        for match in _PART.finditer(text):
            if match["word"]:
                words.append(Word(match["word"], match.start(), self._kind(match["word"])))
                continue
            separator = (match["separator"] or "").strip().casefold()
            if separator in ("&", "and", "/") and words and all(word.kind == "honorific" for word in words):
                words.append(Word("&", match.start(), "honorific"))  # "Mr & Mrs Ash" are one entry
                continue
            if words or match["bracket"]:
                yield Segment(tuple(words), before, match["bracket"].strip("()[] ") if match["bracket"] else None)
            words, before = [], separator
        if words:
            yield Segment(tuple(words), before, None)

    def telling(self, text: str) -> bool:
        """Whether the word, or its singular, belongs to an office or body."""
        plain = normal(text)
        return not self._tells.isdisjoint((plain, plain.removesuffix("s"), re.sub("ies$", "y", plain)))

    def _kind_of(self, text: str) -> str:
        plain = normal(text)
        if text[0].isupper() and (plain in self._honorifics or plain.removesuffix("s") in self._honorifics):
            return "honorific"
        if self.telling(text):
            return "either" if text[0].isupper() and plain not in self._never and plain.removesuffix("s") not in self._never else "tells"
        if _INITIALS.fullmatch(text):
            return "initial"
        if text in _PARTICLES:  # in small letters: "Di" and "Van" are forenames
            return "particle"
        return "name" if _NAME.fullmatch(text.rstrip(".")) and not re.search(r"\d", text) else "other"


def name_run(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Where the name that begins at ``at`` has its first word after the honorific, and where it ends; (at, at) where none begins."""
    first = at
    while first < len(words) and words[first].kind == "honorific":
        first += 1
    end = first
    while end < len(words) and words[end].kind in NAME_KINDS and not (end > first and _ends_name(words[first:end], words[end])):
        end += 1
    if end < len(words) and words[end].kind == "either" and _wants_surname(words, at, first, end):
        end += 1
    if end < len(words) and normal(words[end].text) in _AFTER_PLACE and is_full(words[first : end - 1]):
        end -= 1
    return (first, end) if end > first else (at, at)


def _wants_surname(words: Sequence[Word], at: int, first: int, end: int) -> bool:
    """Whether a word like "Head" or "Park" is the surname: it follows nothing but an honorific or initials."""
    return (first > at or end > first) and all(word.kind == "initial" for word in words[first:end])


def _parts(book: RuleBook, *lists: str) -> set[str]:
    return {normal(part) for name in lists for phrase in book.words(name) for part in phrase.split()}


def _ends_name(name: Sequence[Word], word: Word) -> bool:
    """Whether the word is no more of the name: its initials, or the letters of a body among words that are not all capitals."""
    letters = word.text.isupper() and 2 <= len(word.text) <= 5 and word.kind == "name"
    lower = any(each.kind == "name" and not each.text.isupper() for each in name)
    return are_initials(word.text, " ".join(each.text for each in name)) or (letters and lower)


def is_full(words: Sequence[Word]) -> bool:
    """Whether the words are a forename or initial with a surname."""
    letters = all(word.text.isupper() and len(word.text) < 3 for word in words)  # "AT JP": initials of several people
    return len(words) > 1 and words[-1].kind in ("name", "either") and len(words[-1].text) > 1 and not letters


def split_run(words: Sequence[Word]) -> list[Sequence[Word]]:
    """A run without separators as its names: "P Moss A Hill", "P Moss Ann Hill" are cut by the initial, four or six full words in pairs."""
    cuts = [0]
    for i in range(1, len(words) - 1):
        follows = words[i].kind == "initial" and words[i - 1].kind == "name"
        if follows and any(word.kind == "initial" for word in words[cuts[-1] : i]):
            cuts.append(i)
    forenames = next((n for n, word in enumerate(words) if word.kind != "initial"), 0)
    plain = all(word.kind == "name" for word in words[forenames:])
    if len(cuts) == 1 and plain and forenames and len(words) - forenames == 3:
        cuts.append(forenames + 1)
    elif len(cuts) == 1 and plain and not forenames and len(words) > 3 and len(words) % 2 == 0:
        cuts += range(2, len(words), 2)
    return [words[a:b] for a, b in zip(cuts, [*cuts[1:], len(words)], strict=True)]


def are_initials(text: str, name: str) -> bool:
    """Whether ``text`` is the initials of ``name``: "Kim Cole KC", "Paul Wood PWo"."""
    if not 2 <= len(text) <= 4 or not text[:2].isupper():
        return False
    capitals = re.sub(r"[^A-Z]", "", " ".join(word for word in name.split() if not word.isupper() or len(word) == 1))
    return len(capitals) > 1 and re.sub(r"[^A-Z]", "", text) in (capitals, capitals[:1] + capitals[-1:], capitals[-2:])
