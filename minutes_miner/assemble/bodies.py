"""Telling the organisation and the committee apart in the title lines of a document.

"ASHDALE COUNTY COUNCIL" / "CABINET"; "Minutes of a meeting of the Planning Committee held in ..."; "Milford Parish Council - 2nd July";
"Northby Primary School Board of Governors". A parish, town or community council's own meeting has no committee.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from minutes_miner.dates import find_dates, find_day_months
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import fold, written_over

_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")  # without one there is neither date nor time
_TIME = re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)(?!\w)|\b\d{1,2}[.:]\d{2}\b", re.IGNORECASE)
# "Minutes of a meeting of the X held in ... on ...": X ends at the words that say where or when.
_FORMAL = re.compile(
    r"\bmeetings? of (?:the )?(?P<name>[A-Z][^.;:|]{2,90}?)(?=\s*(?:,? (?:which was |was |that was |to be )?"
    r"(?:held|convened|on (?:mon|tues|wednes|thurs|fri|satur|sun)|at \d|took place|commenc|in the )|[,.;:|(]|\s[-–—]\s|$))",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:(?:to be )?(?:held|convened|commencing|starting)|a\.?g\.?m)\b.*", re.IGNORECASE)  # where, when, what sort
_SPLIT = re.compile(r"\s[-–—]+\s?|[–—]|[|;:]+|,\s|\s@\s|\s/\s")
_SIGNS_REST = ("held", "convened", "commencing", "starting", "agm", "a.g", "ag.m")  # one of them stands where that pattern matches
_EDGES = " ,.-–—"
# Councils named only by their kind: their meeting, not an organisation.
_NAMELESS = frozenset(("county council", "borough council", "district council", "city council", "full council"))
# A body's name is a handful of words; a longer run of capitals is a heading or an address.
_MOST_WORDS = 13


class Line(NamedTuple):
    """A stretch of the head that may hold a title: a block, or a cell of a layout row; with its dates, as ``find_dates`` gives them."""

    text: str
    start: int
    dates: Sequence[tuple[int, int, date]]


def line_of(text: str, start: int) -> Line:
    """The line ``text`` that begins at ``start``."""
    return Line(text, start, find_dates(text))


class Named(NamedTuple):
    """A body's name and where it stands."""

    name: str
    start: int

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.start + len(self.name)


class Bodies(NamedTuple):
    """Who met: the organisation, and the committee within it; None where the title does not say."""

    organisation: Named | None = None
    committee: Named | None = None


class BodyNames:
    """Reads bodies' names by the word lists of one rule book."""

    def __init__(self, book: RuleBook) -> None:
        organisation, committee, single = (book.words(name) for name in ("organisation_nouns", "committee_nouns", "single_body_councils"))
        self._organisation = re.compile(rf"\b(?:{_any(organisation)})$", re.IGNORECASE)
        self._committee = re.compile(rf"\b(?:{_any(committee)})$", re.IGNORECASE)
        # The last words of each list's phrases, in small letters: patterns that end with "$" are tried where one of them ends the text.
        self._organisation_lasts, self._committee_lasts = _ends(organisation, -1), _ends(committee, -1)
        self._single_lasts = _ends(single, -1)
        # Without one of these a line names no body ("the City of Ashdale" does without).
        self._nouns = {_LETTERS.findall(word)[-1] for word in (*self._organisation_lasts, *self._committee_lasts, *self._single_lasts)}
        self._of_place = re.compile(
            r"^(?:royal borough|london borough|city|county|borough|university|council|diocese) of \w", re.IGNORECASE
        )
        self._joint = re.compile(rf"^(?P<organisation>(?:\S+ )+?(?:{_any(organisation)}))[’']?s? (?P<committee>\S.*)$", re.IGNORECASE)
        self._council = re.compile(rf"(?:\S+ ){{1,7}}?(?:{_any(single)})\b", re.IGNORECASE)
        self._single = re.compile(rf"\b(?:{_any(single)})$", re.IGNORECASE)
        self._noise_firsts, self._noise_lasts = (_ends(book.words("title_noise"), at) for at in (0, -1))
        noise = _any(book.words("title_noise"))
        self._noise = re.compile(rf"^(?:(?:{noise})(?:\s+|$))+|(?:\s+(?:{noise}))+$", re.IGNORECASE)

    def read(self, lines: Iterable[Line]) -> Bodies:
        """The bodies that the lines (the most telling first) name."""
        found = Bodies()
        for line in lines:
            small = line.text.lower()
            if " of " in small or not self._nouns.isdisjoint(_LETTERS.findall(small)):
                for named in self._names(line, small):
                    found = self._with(found, named)
        one = found.organisation is not None and self._single.search(found.organisation.name)
        return Bodies(found.organisation) if one and found.committee and self._is_whole(found) else found

    def _is_whole(self, found: Bodies) -> bool:
        """Whether the committee is the council itself: "a meeting of the Council" of Ashdale Parish Council."""
        assert found.organisation and found.committee
        name = found.committee.name.casefold().removeprefix("full ")
        return found.organisation.name.casefold().endswith(name)

    def _names(self, line: Line, small: str) -> list[Named]:
        formal = _FORMAL.search(line.text) if "meeting" in small else None
        if formal:
            pieces: Sequence[tuple[str, int]] = [(formal["name"], formal.start("name"))]
        else:
            rest = _REST.search(line.text) if any(sign in small for sign in _SIGNS_REST) else None
            bare = _without_dates(line)[: rest.start() if rest else None]
            pieces = [(bare[a:b], a) for a, b in _pieces(bare)]
        named = [self._trimmed(piece, line.start + at) for piece, at in pieces]
        return [each for each in named if each.name]

    def _trimmed(self, piece: str, start: int) -> Named:
        """The piece without "minutes of the ... meeting" about it."""
        while True:
            lead = len(piece) - len(piece.lstrip(_EDGES))
            piece, start = piece.strip(_EDGES), start + lead
            small = piece.lower()
            noisy = small.startswith(self._noise_firsts) or small.endswith(self._noise_lasts)
            match = self._noise.search(piece) if noisy else None
            if not match:
                return Named(piece, start)
            piece, start = (piece[match.end() :], start + match.end()) if match.start() == 0 else (piece[: match.start()], start)

    def _with(self, found: Bodies, named: Named) -> Bodies:
        words = named.name.split()
        if len(words) > _MOST_WORDS or not named.name[0].isupper():
            return found
        small = named.name.lower()
        if small.endswith(self._committee_lasts) and self._committee.search(named.name):
            joint = self._joint.match(named.name)
            if joint and len(joint["organisation"].split()) > 1 and self._is_committee(joint["committee"]):
                organisation = found.organisation or Named(joint["organisation"], named.start)
                return Bodies(organisation, found.committee or Named(joint["committee"], named.start + joint.start("committee")))
            if not self._single.search(named.name):
                return Bodies(found.organisation, found.committee or named)
        if (small.endswith(self._organisation_lasts) and self._organisation.search(named.name)) or self._of_place.match(named.name):
            return self._with_organisation(found, named)
        # "Ashdale Parish Council January"
        council = self._council.match(named.name) if any(last in small for last in self._single_lasts) else None
        return self._with_organisation(found, Named(council[0], named.start)) if council else found

    def _is_committee(self, name: str) -> bool:
        return bool(self._committee.search(name)) and not self._single.search(name)

    def _with_organisation(self, found: Bodies, named: Named) -> Bodies:
        known = found.organisation
        if not known:
            alone = len(named.name.split()) < 2 or named.name.casefold() in _NAMELESS
            return Bodies(None, found.committee or named) if alone else Bodies(named, found.committee)
        if self._single.fullmatch(known.name) and re.search(rf"\s{known.name}$", named.name, re.IGNORECASE):
            return Bodies(named, found.committee)  # "a meeting of the Parish Council" is of the one whose letterhead it is
        within = known.name.casefold().endswith(named.name.casefold()) and len(named.name) < len(known.name)
        if within and not self._single.search(known.name) and not found.committee:
            return Bodies(known, named)
        return found


def _any(words: Iterable[str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


def _ends(phrases: Iterable[str], at: int) -> tuple[str, ...]:
    return tuple({phrase.lower().split()[at] for phrase in phrases})


def _without_dates(line: Line) -> str:
    """The line's text with its dates and times written over by a separator, so that offsets stay."""
    text = line.text
    if not _FIGURE.search(text):
        return text
    text = written_over(text, [(start, end) for start, end, _ in line.dates])
    text = written_over(text, [(part.start, part.end) for part in find_day_months(text, dates=())])
    return written_over(text, [match.span() for match in _TIME.finditer(text)])


def _pieces(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(edge for match in _SPLIT.finditer(text) for edge in match.span()), len(text)]
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if fold(text[a:b])]
