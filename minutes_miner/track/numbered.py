"""Actions by the numbers that the council gives them: "Action 3", "AP3", "Actions 1, 3 to 5 and 7 were complete"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from minutes_miner.track.candidates import Raised
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.references import plain_number
from minutes_miner.track.words import single, terms

_NOUN = r"(?:\s(?:point|item|number|ref|no)s?)?"
_WORD = rf"(?:actions?{_NOUN}|APs?)\b\.?\s?#?"
# What "Action No 3", "AP3" and "A3" have before the number, and "Action 24/03", whose stroke tells enough.
_LEAD = re.compile(rf"(?:{_WORD}|AP?\s?(?=\d))\s*", re.IGNORECASE)
# "4.1" is the first action of item 4: as "3", it comes again at another meeting.
_FIGURES = re.compile(r"\d{1,4}[a-z]?|\d{1,3}\.\d{1,3}")
# "Actions 1, 3 to 5 and 7"; of one "action" no more than "1 and 3": "Action 3, 4 posts were painted" cites one.
_JOINED = r"(?:\s?&|,?\sand)\s(?:action\s)?\d{1,4}\b"
_LIST = rf"\d{{1,4}}\b(?:,\s?\d{{1,4}}\b|[-–]\d{{1,4}}\b|\s(?:to|through)\s\d{{1,4}}\b|{_JOINED})*"
# A number with a stroke or a decimal is of another kind, and a day or a count of things none: "Action 3 March", "action 2 of 5".
_NO_MORE = r"(?![/.]\d|\s?(?:of\s(?:the\s)?\d|%|(?:st|nd|rd|th|am|pm)\b|(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)))"
_CITED = re.compile(
    rf"\b(?:(?:actions{_NOUN}|action\s(?:point|item|number|ref|no)s|APs)\.?\s(?P<list>{_LIST})"
    rf"|(?:{_WORD}|AP(?=\d))\s?(?P<one>\d{{1,3}}\.\d{{1,3}}|\d{{1,4}}\b(?:{_JOINED})*)){_NO_MORE}",
    re.IGNORECASE,
)
_ITEMS_CITED = re.compile(rf"\bitems?\s(?:nos?\.?\s)?(?P<list>{_LIST}){_NO_MORE}(?!\(|\s(?:of|on|at)\b)(?P<one>)", re.IGNORECASE)
_PART = re.compile(r"(?P<first>\d+)(?:\s?(?:-|–|to|through)\s?(?P<last>\d+))?", re.IGNORECASE)
# "Actions 3 to 40" of one meeting are no numbers of actions.
_LONGEST_RANGE = 30


def own_number(printed: str, *, bare: bool = False) -> str | None:
    """A council's own number of an action, for comparing: "action 3" of "AP3" or "Action Point 03", "24/3" of "Action 24/03".

    None for another number; figures without a word before them are one where ``bare``.
    """
    lead = _LEAD.match(printed.strip())
    rest = plain_number(printed.strip()[lead.end() if lead else 0 :])
    if _FIGURES.fullmatch(rest):
        return f"action {rest}" if lead or bare else None
    return rest if "/" in rest else None


def is_count(number: str) -> bool:
    """Whether a number, as ``own_number`` gives it, only counts actions: "action 3", of which other meetings may have one, not "24/3"."""
    return number.startswith("action ")


def numbers_in(text: str, *, items: bool = False) -> list[tuple[int, int, tuple[str, ...]]]:
    """Where ``text`` cites actions, and their numbers as ``own_number`` gives them: (start, end, numbers).

    ``items``: "items 3 to 6" are actions, too.
    """
    found = list(_CITED.finditer(text)) or (list(_ITEMS_CITED.finditer(text)) if items else [])
    return [(match.start(), match.end(), tuple(_listed(match["list"] or match["one"]))) for match in found]


def _listed(numbers: str) -> Iterator[str]:
    if "." in numbers:
        yield f"action {numbers}"
        return
    for part in _PART.finditer(numbers):
        first = int(part["first"])
        last = int(part["last"] or first)
        yield from (f"action {n}" for n in (range(first, last + 1) if 0 <= last - first <= _LONGEST_RANGE else (first, last)))


@dataclass
class NumberedActions:
    """The actions of one series by the numbers that the council gave them, taken in in date order."""

    _by_number: dict[str, list[tuple[date, Raised]]] = field(default_factory=lambda: defaultdict(list))
    _rows: dict[str, tuple[date, Raised]] = field(default_factory=dict)
    _last: date | None = None  # the latest day on which actions were numbered "3", not "24/03"
    _restarts: bool = False  # a number has been given twice, so that each meeting counts its own

    def learn(self, raised: Raised) -> None:
        """Take in an action with the number that it was raised under, unless that is its minute's."""
        printed, day = raised.action.reference, raised.meeting.date
        if not printed or not day or plain_number(printed) in _minute_numbers(raised):
            return
        number = own_number(printed, bare=True) or plain_number(printed)
        if is_count(number):
            self._restarts |= any(one.meeting is not raised.meeting and not _alike(one, raised) for _, one in self._by_number[number])
            self._last = day
        self._by_number[number].append((day, raised))

    def learn_row(self, printed: str, raised: Raised, day: date) -> None:
        """Take in that a line of an action log of ``day`` gave ``raised`` a number: the next log keeps it."""
        number = own_number(printed, bare=True)
        if number and plain_number(printed) not in _minute_numbers(raised):
            self._rows[number] = day, raised

    def of(self, number: str, day: date) -> Sequence[Raised]:
        """The actions that had this number (as ``own_number`` gives it) at the last meeting before ``day`` that used it.

        Where each meeting counts its own actions, only those of the last one that did; where none was raised under it, the one to which
        an action log gave it.
        """
        earlier = [(when, one) for when, one in self._by_number.get(number, ()) if when < day]
        latest = max((when for when, _ in earlier), default=None)
        if self._restarts and is_count(number):
            return [one for when, one in earlier if when == self._last]
        row = self._rows.get(number)
        return [one for when, one in earlier if when == latest] or ([row[1]] if row and row[0] < day else [])

    def beside(self, raised: Raised) -> Iterator[Raised]:
        """The other actions that the same meeting numbered."""
        yield from (one for known in self._by_number.values() for _, one in known if one.meeting is raised.meeting and one is not raised)

    def knows(self, day: date) -> bool:
        """Whether a meeting before ``day`` counted its actions."""
        return self._last is not None and self._last < day


def _minute_numbers(raised: Raised) -> set[str]:
    item = raised.item
    return {plain_number(number) for number in (item.number, item.minute_number, item.agenda_number) if number}


def _alike(one: Raised, other: Raised) -> bool:
    """Whether two actions are one, raised again: they share half of their words."""
    a, b = single(terms(one.action.text)), single(terms(other.action.text))
    return 2 * len(a & b) >= min(len(a), len(b))


def cited_actions(said: Sequence[Passage], book: PhraseBook) -> Iterator[tuple[Passage, Passage, tuple[str, ...]]]:
    """What is said under each number: the passage in which actions are cited, the part of it that speaks of them with the sentences
    that follow, and the numbers. Only where earlier actions are gone through.

    Of "All actions were complete but action 2, which was under way" only what is still open is said of the number.
    """
    for at, passage in enumerate(said):
        if passage.progress or not passage.taking_up:
            continue
        items = "action" in passage.under.title
        found = numbers_in(passage.text, items=items)
        excepting = bool(found and book.all_done(passage.text))
        for n, (start, _, numbers) in enumerate(found):
            last = n + 1 == len(found)
            text = passage.text[start if n or excepting else 0 : None if last else found[n + 1][0]].strip()
            following = list(_following(said[at + 1 :], passage, items)) if last else []
            if not excepting or book.tells_open(text):
                words = passage.words if len(found) == 1 else terms(text)
                yield passage, replace(passage, text=text, words=words, paragraph=" ".join([text, *following])), numbers


def _following(said: Sequence[Passage], passage: Passage, items: bool) -> Iterator[str]:
    """The sentences after ``passage`` in its paragraph, up to one that cites actions itself."""
    for other in said:
        if other.paragraph != passage.paragraph or numbers_in(other.text, items=items):
            return
        yield other.text
