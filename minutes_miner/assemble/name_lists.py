"""Reading a list of people: "Councillors Ash (Chair), B Elm and Jo Oak; Mrs P Rowan, Clerk" to one person each.

The list is taken apart at commas, semicolons, "and" and brackets, and where one name plainly ends and the next begins ("P Moss A Hill",
"Jo Oak JO Sam Rowan SR"). What follows a name and is no name itself tells who the person is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from minutes_miner.assemble.name_words import DASHES, NameWords, Segment, Word, are_initials, is_full, may_be_surname, name_run, split_run
from minutes_miner.assemble.persons import one_of_several
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import normal

_OPENS_ENTRY = ("", ";", "|", ".")
_LETTERS = re.compile(r"[A-Z]{2,4}|[A-Z][a-z][A-Z]{1,3}")  # "HMRC", "DfT": a body's letters, no surname
# Letters after a name; they stay with it ("Mr R Ash, OBE").
# Titles of persons, beside that of an office: "Councillors P Ash, Mrs R Elm and J Oak" are councillors all.
_OF_PERSONS = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame", "lady"))
_IN_BRACKET = re.compile(r"\s*[,;–]\s*|\s-\s")  # "(JO, Chair)", "(Chair – JO)"
_POST_NOMINALS = frozenset(("OBE", "MBE", "CBE", "KBE", "DBE", "BEM", "JP", "MP", "MSP", "MS", "DL", "QC", "QPM", "PHD", "TD", "CB"))

_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve several some".split())

_TITLES_KEPT = 256  # honorifics are few, and come again with every name


class Person(NamedTuple):
    """Somebody in a list: the name with its honorific, what the list says of them, and where the name stands in the text."""

    name: str
    role: str | None
    initials: str | None
    start: int
    end: int


class _Shared(NamedTuple):
    """The honorific of "Councillors Ash, Elm and Jo Oak": for names like the first; ``full`` where that has a forename or initial."""

    title: str = ""
    full: bool = False

    def suits(self, named: Sequence[Word]) -> bool:
        """Whether it goes on to this name: a forename among surnames is another person's, an initial is not."""
        if not self.title:
            return False
        letters = len(named) == 1 and named[0].text.isupper() and len(named[0].text) <= 5  # "EDC", a body
        return not letters and (self.full or len(named) == 1 or named[0].kind == "initial")


class NameLists:
    """Reads lists of people by the word lists of one rule book."""

    def __init__(self, book: RuleBook) -> None:
        self._words = NameWords(book)
        self._nobody = {normal(word) for word in book.words("nobody")}
        self._reasons = {normal(word) for word in book.words("reasons_away")}

    def read(self, text: str) -> list[Person]:
        """The persons that the list ``text`` names, in order."""
        reading = _Reading()
        segments = [self._holder(each, text) if each.bracket else each for each in self._words.segments(text)]
        surnames = len(segments) > 1 and {len(segment.words) for segment in segments} == {1}
        lettered = sum(_is_lettered(segment.words) for segment in segments) > 1
        for number, segment in enumerate(segments):
            words = segment.words
            if lettered and _is_lettered(words):
                segment = segment._replace(words=(_joined(words, text),))
                reading.take(segment, alone=True, body=False)
                continue
            alone = len(words) == 1 and (surnames or self._has_office(segment.bracket)) and not _LETTERS.fullmatch(words[0].text)
            reading.goes_on = _title_goes_on(segments, number)
            reading.take(segment, alone=alone, body=self._words.is_body(words))
        reading.close()
        return [person for person in reading.people if normal(person.name) not in self._nobody]

    def office(self, told: str | None, *, away: bool) -> str | None:
        """What is told behind a name without what tells no office: "and two parishioners", and of those ``away`` why they were."""
        parts = [part for part in (told or "").split(", ") if not self._counts_people(part) and not (away and self._is_reason(part))]
        return ", ".join(parts) or None

    def _counts_people(self, told: str) -> bool:
        first, _, rest = normal(told).partition(" ")
        return (first.isdigit() or first in _NUMBERS) and any(rest.endswith(word) for word in self._nobody)

    def _is_reason(self, told: str) -> bool:
        """Whether words that are no name tell why somebody was away: one of them does, or none has a capital, and none is of an office."""
        words = told.split()
        office = any(self._words.telling(word) and normal(word) not in self._reasons for word in words)
        if office or any(word[:1].isupper() for word in words[1:]):
            return False
        return told.islower() or not self._reasons.isdisjoint(normal(told).split())

    def _has_office(self, bracket: str | None) -> bool:
        return bracket is not None and any(self._words.telling(word) for word in bracket.split())

    def _holder(self, segment: Segment, text: str) -> Segment:
        """Of an office with its holder in brackets ("the Mayor (Councillor Ash)") the holder, with the office for what is told."""
        if not segment.bracket or not any(self._words.telling(word.text) for word in segment.words):
            return segment
        start = text.find(segment.bracket, segment.words[-1].end)
        inner = list(self._words.segments(segment.bracket))
        words = tuple(word._replace(start=word.start + start) for word in inner[0].words) if len(inner) == 1 else ()
        if not words or words[0].kind != "honorific" or name_run(words, 0)[1] != len(words):
            return segment
        return Segment(words, segment.before, " ".join(word.text for word in segment.words))


def _is_lettered(words: Sequence[Word]) -> bool:
    """Whether words are a forename and the surname's first letter, as groups of tenants, patients or pupils list their members: "Jo A"."""
    return len(words) == 2 and words[0].kind == "name" and words[1].kind == "initial" and words[0].text[1:].islower()


def _joined(words: Sequence[Word], text: str) -> Word:
    return words[0]._replace(text=text[words[0].start : words[1].end].rstrip("."))


def _title_goes_on(segments: Sequence[Segment], number: int) -> bool:
    """Whether a segment is "Mrs R Elm" of "Councillors P Ash, Mrs R Elm, J Oak": a name without a title comes after it."""
    first = segments[number]
    opens = first.words[0] if first.words and not first.bracket else None
    if opens is None or opens.kind != "honorific" or opens.text.rstrip(".").casefold() not in _OF_PERSONS:
        return False
    for after in islice(segments, number + 1, None):
        if after.before not in (",", "and", "&") or not after.words:
            return False
        if after.words[0].kind != "honorific":
            return name_run(after.words, 0) == (0, len(after.words))
    return False


class _Reading:
    """The persons found so far, and the honorific that goes on."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.goes_on = False  # whether the honorific goes on over a title of the next person's own
        self._shared = _Shared()
        self._ahead: list[Word] = []  # an office that goes before its holder: "The Mayor, Councillor Ash"

    def take(self, segment: Segment, *, alone: bool, body: bool) -> None:
        """Take in what stands between two separators; ``alone``: a single word may be a surname; ``body``: it names a body."""
        if self._are_initials_of_the_last(segment.words):
            return
        if self.people and (body or segment.before in DASHES) and not any(word.kind == "honorific" for word in segment.words):
            # "Jo Oak - Elmshire Trust", "Jo Oak, Greater Elmshire Authority": whose they are, whatever names the words hold.
            self._tell(" ".join(word.text for word in segment.words), segment.before)
            return
        known, told = len(self.people), self._before(segment) if self._ahead else []
        for words, named in self._pieces(self._without_initials(segment.words)):
            if len(words) == 1 and len(self.people) > known and self._initials(words[0].text):
                continue
            if named and told and words[0].kind != "honorific":
                self._shared = _Shared()  # "Councillors P Ash and R Elm, Clerk J Oak": an office ends the councillors
            bare = self._shared.title and len(segment.words) == 1 and may_be_surname(words[0])  # "Councillors Ash, Green and Hill"
            named = words if bare else named
            if named and (words[0].kind == "honorific" or is_full(named) or self._shared.suits(named) or alone):
                self._add(words, named, told)
                told = []
            else:
                told += words
        if told and len(self.people) == known and segment.before in _OPENS_ENTRY and not segment.bracket:
            self._ahead = told
        elif told and self.people:
            self._tell(" ".join(word.text for word in told), segment.before)
        if segment.bracket and self.people:
            parts = _IN_BRACKET.split(segment.bracket)
            initials = next((n for n, part in enumerate(parts) if self._initials(part)), None)
            self._tell(segment.bracket if initials is None else ", ".join(parts[:initials] + parts[initials + 1 :]), "")
        if segment.before in ("and", "&") and len(self.people) > known and segment.words[0].kind != "honorific":
            self._shared = _Shared()  # "Ash, Elm and Oak" ends the list

    def close(self) -> None:
        """The list is at its end: what is left over tells of its last person."""
        if self._ahead and self.people:
            self._tell(" ".join(word.text for word in self._ahead), "")

    def _pieces(self, words: tuple[Word, ...]) -> list[tuple[Sequence[Word], Sequence[Word]]]:
        """As ``_pieces``; in a row of full names "Rupert Lane" is one, although a lane is a place."""
        if self._shared.full and len(words) == 2 and words[0].kind == "name" and may_be_surname(words[1]):
            return [(words, words)]
        return _pieces(words)

    def _before(self, segment: Segment) -> list[Word]:
        """The office that stands before the person whom this segment names, if one does; else it belongs to the one before it."""
        office, self._ahead = self._ahead, []
        if segment.before == "," and segment.words and segment.words[0].kind == "honorific":
            return office
        if self.people:
            self._tell(" ".join(word.text for word in office), "")
        return []

    def _without_initials(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        return words[1:] if words and self._initials(words[0].text) else words

    def _are_initials_of_the_last(self, words: Sequence[Word]) -> bool:
        """Whether the words are the initials of as many people before them ("Jo Oak Sam Elm | JO SE"); they are noted."""
        if not 2 <= len(words) <= len(self.people) or words[0].text[1:2].islower():
            return False
        last = self.people[-len(words) :]
        if not all(are_initials(w.text, p.name) for w, p in zip(words, last, strict=True)):
            return False
        self.people[-len(words) :] = [p._replace(initials=w.text) for w, p in zip(words, last, strict=True)]
        return True

    def _initials(self, text: str) -> bool:
        """Whether the text is the last person's initials; they are noted."""
        if not self.people or self.people[-1].initials or not are_initials(text, self.people[-1].name):
            return False
        self.people[-1] = self.people[-1]._replace(initials=text)
        return True

    def _add(self, words: Sequence[Word], named: Sequence[Word], told: Sequence[Word]) -> None:
        honorific = words[: len(words) - len(named)]
        title = self._title(honorific, named)
        for number, name in enumerate(split_run(named)):
            text = " ".join([word.text for word in name]).rstrip(".,")
            if number:
                self.people.append(Person(text, None, None, name[0].start, name[-1].end))
            else:
                role = " ".join([word.text for word in told]) or None
                self.people.append(Person(f"{title} {text}" if title else text, role, None, words[0].start, name[-1].end))

    def _title(self, honorific: Sequence[Word], named: Sequence[Word]) -> str:
        """The title that a name bears: its own, or that of the names before it; its own may go on over the names after it."""
        if not honorific:
            return self._shared.title if self._shared.suits(named) else ""
        title = " ".join([word.text for word in honorific])
        plural = _singular(title)
        if self._shared.title and self.goes_on:
            return self._shared.title if plural else f"{self._shared.title} {title}"
        self._shared = _Shared(plural, is_full(named) and named[0].kind == "name")
        return plural or title

    def _tell(self, told: str, before: str) -> None:
        person, told = self.people[-1], told.strip(" .")
        if told.upper() in _POST_NOMINALS:
            self.people[-1] = person._replace(name=f"{person.name}{',' if before == ',' else ''} {told}")
        elif told:
            self.people[-1] = person._replace(role=", ".join(filter(None, (person.role, told))))


@lru_cache(maxsize=_TITLES_KEPT)
def _singular(title: str) -> str:
    """The singular of a plural title; nothing where it is none."""
    return one_of_several(title)[0]


def _pieces(words: Sequence[Word]) -> list[tuple[Sequence[Word], Sequence[Word]]]:
    """The words as (words, the name in them): each name with its honorific, every other word by itself with no name."""
    found: list[tuple[Sequence[Word], Sequence[Word]]] = []
    at, office = 0, False
    while at < len(words):
        first, end = name_run(words, at)
        # After "Head of ..." capitals go on telling of the office, until an honorific or initial opens a name.
        if end > at and office and first == at and words[at].kind != "initial":
            first = end = at
        if end > at:
            found.append((words[at:end], words[first:end]))
            initials = end < len(words) and are_initials(words[end].text, " ".join(word.text for word in words[first:end]))
            if initials:
                found.append((words[end : end + 1], ()))
            at, office = end + initials, False
            continue
        office = office or (words[at].kind == "other" and words[at].text.islower())
        found.append((words[at : at + 1], ()))
        at += 1
    return found
