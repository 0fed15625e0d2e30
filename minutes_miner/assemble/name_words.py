"""The words of a list of people: which are names, initials, honorifics, and which tell of an office or body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from minutes_miner.rulebook import RuleBook
from minutes_miner.text import LOWER, UPPER, normal

_PARTICLES = frozenset(("de", "van", "der", "den", "von", "la", "le", "du", "di", "da", "al", "bin", "ap", "ab"))
# A place's name before these is the place's, not a second surname: "A Moss Eastby District Council".
_AFTER_PLACE = frozenset(("district", "borough", "county", "city", "parish", "town", "community", "metropolitan"))
# Words of places and bodies that are common surnames as well.
_SURNAMES_TOO = frozenset(
    """hall halls park parks church green ward march may hill hills field fields west north home homes wood woods mills key early new best
    street lane bank banks close court house lodge mill""".split()
)
_MERE_PLACES = frozenset(("street", "lane", "close", "court", "house", "lodge", "mill", "bank", "new", "early", "west", "north", "ward"))
_PART = re.compile(
    r"(?P<word>(?!(?:and|And|AND|plus|with)(?!\w))[^\s,;|•●▪:/()\[\]–&]+)"
    r"|(?P<separator>[,;|•●▪:/]|\n|\t|\s[-–—]+\s|–|(?<!\w)(?:and|And|AND|plus|with)(?!\w)|&)"
    r"|(?P<bracket>\((?:[^()]|\([^()]*\))*\)?|\[[^\]]*\])"
)
_NAME = re.compile(rf"(?:[{UPPER}d]['’])?[{UPPER}][\w’'-]*\w|[{UPPER}][{LOWER}]?['’-][{UPPER}]\w+|Ó")
_INITIALS = re.compile(rf"[{UPPER}]\.?|(?:[{UPPER}]\.){{1,3}}")
_GLUED = re.compile(rf"(?P<initials>(?:[{UPPER}]\.)+)[{UPPER}][{LOWER}’'].*")
_STOPPED = re.compile(rf"[\w’'-]{{2,}}[{LOWER}]\.")  # the last word of a sentence: "Jo Oak. Kim Elm."
_LONGEST_BODY = 3  # words; in more, a person's name may stand before the body's
DASHES = ("-", "–", "—")
_WORDS_KEPT = 4096  # honorifics, forenames and offices come again and again
NAME_KINDS = ("initial", "name", "particle")


class Word(NamedTuple):
    """A word of the list, where it stands, and what it is."""

    text: str
    start: int
    kind: str  # "honorific" | "initial" | "name" | "particle" | "tells" (of an office or body) | "either" (that or a surname) | "other"

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)


class Segment(NamedTuple):
    """The words between two separators; ``before`` is the separator that opens it ("" after a bracket), ``bracket`` what closes it."""

    words: tuple[Word, ...]
    before: str
    bracket: str | None


class NameWords:
    """Tells the words of lists apart by the word lists of one rule book."""

    def __init__(self, book: RuleBook) -> None:
        honorifics = {normal(word) for word in book.words("honorifics")}
        self._honorifics = {word for word in honorifics if " " not in word}
        # "Parish" is a title before "Councillor", and no part of one before "Clerk".
        self._first_words = {(word.split()[0], word.split()[1]) for word in honorifics if " " in word}
        self._second_words = {second for _, second in self._first_words}
        self._tells = _parts(book, "office_heads", "not_names", "body_words", "organisation_nouns") - honorifics
        self._bodies = _parts(book, "organisation_nouns")
        # "Head", "Park" and "May" are surnames too; the nouns of bodies are not.
        self._never = _parts(book, "body_words", "organisation_nouns", "committee_nouns", "groups") - {"ward"}
        self._forenames = _parts(book, "forenames")
        self._kind = lru_cache(maxsize=_WORDS_KEPT)(self._kind_of)

    def segments(self, text: str) -> Iterator[Segment]:
        """The list taken apart at its separators and brackets."""
        words: list[Word] = []
        before = ""
        for match in _PART.finditer(text):
            part = match[0]
            if match.lastgroup == "word":
                if "." not in part:
                    words.append(Word(part, match.start(), self._kind(part)))
                    continue
                words += self._stopped_words(part, match.start())
                if words[-1].kind == "name" and _STOPPED.fullmatch(words[-1].text):
                    yield Segment(self._known(words), before, None)
                    words, before = [], "."
                continue
            bracket = match.lastgroup == "bracket"
            separator = "" if bracket else part.strip().casefold()
            titled = separator in ("&", "and", "/") and {word.kind for word in words} == {"honorific"}
            if titled and not self.telling(_next_word(text, match.end())):
                words.append(Word("&", match.start(), "honorific"))  # "Mr & Mrs Ash" are one entry
                continue
            if words or bracket:
                yield Segment(self._known(words), before, part.strip("()[] ") if bracket else None)
            elif before in DASHES:
                separator = separator or before  # "Jo Oak | - | Elmshire Trust": what follows a dash is told, whatever else divides it
                separator = before if separator == "|" else separator
            words, before = [], separator
        if words:
            yield Segment(self._known(words), before, None)

    def _stopped_words(self, text: str, start: int) -> list[Word]:
        """The word with a full stop, or the initials and the name that stand together in it ("A.Moss")."""
        glued = _GLUED.fullmatch(text)
        if not glued:
            return [Word(text, start, self._kind(text))]
        cut = glued.end("initials")
        return [Word(text[:cut], start, "initial"), Word(text[cut:], start + cut, self._kind(text[cut:]))]

    def _known(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words with their titles, and with the surname that is a place's word behind a common forename: "Ann Street", "Tom Ward"."""
        known = self._with_titles(words)
        if len(known) != 2 or normal(known[1].text) not in _MERE_PLACES or normal(known[0].text) not in self._forenames:
            return known
        return known[0], known[1]._replace(kind="name")

    def _with_titles(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words, those known for titles that are so only with the next ("County Councillor")."""
        if self._second_words.isdisjoint([normal(word.text) for word in words[1:]]):
            return tuple(words)
        pairs = zip(words, [*words[1:], None], strict=False)
        return tuple(
            word._replace(kind="honorific") if after and (normal(word.text), normal(after.text)) in self._first_words else word
            for word, after in pairs
        )

    def telling(self, text: str) -> bool:
        """Whether the word, or its singular, belongs to an office or body."""
        plain = normal(text)
        return plain in self._tells or plain.removesuffix("s") in self._tells or (plain[-3:] == "ies" and plain[:-3] + "y" in self._tells)

    def is_body(self, words: Sequence[Word]) -> bool:
        """Whether the words name a body and nobody: two or three, the last its noun ("Greater Elmshire Authority")."""
        return 1 < len(words) <= _LONGEST_BODY and normal(words[-1].text) in self._bodies

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


def _next_word(text: str, at: int) -> str:
    found = re.compile(r"\w+").search(text, at)
    return found.group() if found else ""


def name_run(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Where the name that begins at ``at`` has its first word after the honorific, and where it ends; (at, at) where none begins."""
    first, last = at, len(words)
    while first < last and words[first].kind == "honorific":
        first += 1
    end = first
    while end < last and words[end].kind in NAME_KINDS and not (end > first and _ends_name(words[first:end], words[end])):
        end += 1
    if end == last:
        return (first, end) if end > first else (at, at)
    if words[end].kind == "either" and (_wants_surname(words, at, first, end) or _is_surname(words, at, first, end)):
        # "Cllr Grant Ash": a forename after all.
        end += 2 if first == end and words[end + 1 :] and words[end + 1].kind == "name" else 1
    place = (
        end < len(words) and normal(words[end].text) in _AFTER_PLACE and not (words[end + 1 :] and normal(words[end + 1].text) == "clerk")
    )
    if place and is_full(words[first : end - 1]):
        end -= 1
    return (first, end) if end > first else (at, at)


def _wants_surname(words: Sequence[Word], at: int, first: int, end: int) -> bool:
    """Whether a word like "Head" or "Park" is the surname: it follows nothing but an honorific or initials."""
    return (first > at or end > first) and all(word.kind == "initial" for word in words[first:end])


def _is_surname(words: Sequence[Word], at: int, first: int, end: int) -> bool:
    """Whether a word like "Hall" or "Park", the last of all, is the surname of him whose forename it follows ("Mr Jo Hall", "Jo Park")."""
    plain = normal(words[end].text)
    known = may_be_surname(words[end]) and (first > at or plain not in _MERE_PLACES)
    return known and end + 1 == len(words) and words[end - 1].kind == "name" and end - first == 1


def may_be_surname(word: Word) -> bool:
    """Whether a word of places or bodies is a common surname too: "Green"."""
    return word.kind == "either" and normal(word.text) in _SURNAMES_TOO


def _parts(book: RuleBook, *lists: str) -> set[str]:
    return {normal(part) for name in lists for phrase in book.words(name) for part in phrase.split()}


def _ends_name(name: Sequence[Word], word: Word) -> bool:
    """Whether the word is no more of the name: its initials, or the letters of a body among words that are not all capitals."""
    if len(word.text) < 2 or word.text[1].islower():
        return False
    letters = word.text.isupper() and len(word.text) <= 5 and word.kind == "name"
    lower = any(each.kind == "name" and not each.text.isupper() for each in name)
    return (letters and lower) or are_initials(word.text, " ".join(each.text for each in name))


def is_full(words: Sequence[Word]) -> bool:
    """Whether the words are a forename or initial with a surname."""
    if len(words) < 2 or words[-1].kind not in ("name", "either"):
        return False
    last = len(words[-1].text)
    # "AT JP": initials of several people
    return last > 2 or (last == 2 and not all(word.text.isupper() and len(word.text) < 3 for word in words))


def split_run(words: Sequence[Word]) -> list[Sequence[Word]]:
    """A run without separators as its names: "P Moss A Hill", "P Moss Ann Hill" are cut by the initial, four or six full words in pairs."""
    if len(words) < 3:
        return [words]
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
    return len(capitals) > 1 and re.sub(r"[^A-Z]", "", text) in (capitals, capitals[:1] + capitals[-1:], capitals[-2:], capitals[-3:])
