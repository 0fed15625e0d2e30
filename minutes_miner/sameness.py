"""Whether two records are of one meeting - a page and a print of it, a draft and the final minutes - and which of them goes before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from minutes_miner.model import Meeting
from minutes_miner.text import normal

SAME, DOUBTFUL, APART = "same", "doubtful", "apart"
# Two records of one meeting, a draft and the final text too, share most runs of five words; two meetings of one committee on one day,
# with their standing items and set phrases, share less than a third.
_SHARED_WORDS, _RUN = 0.5, 5
# Where a day is missing, or day and body agree and the hours do not, nearly all of so many words must be the same: pages saved twice, as
# page and as text, do.
_SHARED_NEARLY, _FEWEST_NEARLY = 0.9, 60
# A draft that was written anew before it was approved keeps its agenda. Standing items alone are half of a short one, which is enough where
# the hour is the same too.
_SAME_TITLES, _FEWEST_TITLES, _SOME_TITLES = 0.8, 3, 0.5
# The better source first: publishers' pages say which text is minutes and which agenda, DOCX has structure, PDF only its looks.
_FORMATS = ("moderngov-meeting", "docx", "html", "pdf", "text", "moderngov-item")
_REMEMBERED = 200  # records whose words are kept: those of one day, or of one body where a day is missing
_STATUS = {"approved": 0, None: 1, "draft": 2}
# What people put into the name of a file: "draft-minutes-12-march.pdf", "Minutes 12 March v2 FINAL.docx".
_NAMED_DRAFT = re.compile(r"\b(?:draft|unconfirmed|unapproved)\b")
_NAMED_FINAL = re.compile(r"\b(?:final|approved|confirmed|signed)\b")
_VERSION = re.compile(r"\b(?:v|ver|version|rev|revision) ?(\d{1,2})\b")
# The kinds of meeting that one body holds, as titles name them.
_KIND = re.compile(r"\b(annual|ordinary|extraordinary|special|emergency)\b(?=(?: \w+){0,4} (?:meeting|assembly|council))")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?\s*([ap])?", re.IGNORECASE)

Stage = tuple[int, int, int]


def stage(meeting: Meeting) -> Stage:
    """How far a record is on the way from draft to approved minutes, the furthest first: by its own words, else by its file's name."""
    name = normal(PurePosixPath(meeting.source).stem.replace("_", " "))
    named = "draft" if _NAMED_DRAFT.search(name) else "approved" if _NAMED_FINAL.search(name) else None
    told = meeting.status if meeting.status in _STATUS else None
    version = _VERSION.search(name)
    return _STATUS[told or named], _STATUS[named], -int(version[1]) if version else 0


def rank(meeting: Meeting) -> tuple[bool, Stage, int, int, str]:
    """Of records of one meeting the least is the one to keep: no page of one item, the later stage, the better format, the fuller text."""
    place = _FORMATS.index(meeting.format) if meeting.format in _FORMATS else len(_FORMATS)
    return meeting.format == "moderngov-item", stage(meeting), place, -meeting.words, meeting.source


class Sameness:
    """Compares records; remembers the words of those that it has compared."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Meeting, frozenset[object]]] = {}  # with the meeting, so that no other takes its id

    def of(self, a: Meeting, b: Meeting) -> str:
        """SAME: the same day and body, no differing hour or kind, and the same words. DOUBTFUL: perhaps so; they are two until a person
        says otherwise."""
        if a.digest and a.digest == b.digest:
            return SAME
        if (a.date and b.date and a.date != b.date) or not (_agree(a.organisation, b.organisation) and _agree(a.committee, b.committee)):
            return APART
        if b.format == "moderngov-item" and len(b.items) == 1 and a.date and b.date:
            return SAME if _titles(b) <= _titles(a) else APART
        if not a.date or not b.date or _differ(_opens(a.time), _opens(b.time)) or _differ(_kind(a), _kind(b)):
            return SAME if self._nearly(a, b) else APART
        return self._by_words(a, b)

    def differ(self, a: Meeting, b: Meeting) -> bool:
        """Whether one of two records of a meeting says what the other does not, beyond what reading may make of the same words."""
        return _common(self._runs(a), self._runs(b), of=max) < _SHARED_NEARLY

    def _by_words(self, a: Meeting, b: Meeting) -> str:
        titles, runs, others = _common(_titles(a), _titles(b), of=max), self._runs(a), self._runs(b)
        if not runs or not others:  # agendas without a record: the titles are all there is
            return SAME if _common(_titles(a), _titles(b)) >= _SHARED_WORDS else APART
        least = _SOME_TITLES if _at_one_hour(a, b) else _SAME_TITLES
        written_anew = titles >= least and min(len(a.items), len(b.items)) >= _FEWEST_TITLES and stage(a) != stage(b)
        if written_anew or _common(runs, others) >= _SHARED_WORDS:
            return SAME
        return DOUBTFUL if titles >= _SOME_TITLES else APART

    def _nearly(self, a: Meeting, b: Meeting) -> bool:
        runs, others = self._runs(a), self._runs(b)
        return min(len(runs), len(others)) >= _FEWEST_NEARLY and _common(runs, others) >= _SHARED_NEARLY

    def _runs(self, meeting: Meeting) -> frozenset[object]:
        """Every run of five words in a record: what two records of one meeting share, and two meetings of one committee do not."""
        if id(meeting) not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.pop(next(iter(self._known)))
            words = normal(" ".join(item.text for item in meeting.items)).split()
            self._known[id(meeting)] = meeting, frozenset(zip(*(words[i:] for i in range(_RUN)), strict=False))
        return self._known[id(meeting)][1]


def _agree(a: str | None, b: str | None) -> bool:
    """Whether two names may be one body's: they are the same but for "the" and "committee", or one is not stated."""
    return not a or not b or _telling(a) == _telling(b)


def _telling(name: str) -> list[str]:
    return [word for word in normal(name).split() if word not in ("the", "committee")]


def _kind(meeting: Meeting) -> str | None:
    """The kind of meeting that its title or committee names; an emergency meeting is an extraordinary one."""
    named = _KIND.search(normal(meeting.title or "")) or _KIND.search(normal(meeting.committee or ""))
    return None if named is None else "extraordinary" if named[1] in ("special", "emergency") else named[1]


def _opens(time: str | None) -> int | None:
    """The hour at which a meeting opens, in minutes: "7.30 pm", "19:30" and "7.30pm - 9pm" are one."""
    at = _CLOCK.search(time or "")
    if at is None:
        return None
    hour = int(at[1]) % 12 if at[3] else int(at[1])
    return (hour + 12 * ((at[3] or "").lower() == "p")) * 60 + int(at[2] or 0)


def _at_one_hour(a: Meeting, b: Meeting) -> bool:
    """Whether two records of one day name one committee and one hour: no committee meets twice then."""
    named = a.organisation and b.organisation and (a.committee or "") == (b.committee or "")
    return bool(named) and _opens(a.time) is not None and _opens(a.time) == _opens(b.time)


def _differ(a: object, b: object) -> bool:
    return a is not None and b is not None and a != b


def _titles(meeting: Meeting) -> frozenset[object]:
    return frozenset(normal(item.title) for item in meeting.items)


def _common(some: frozenset[object], others: frozenset[object], *, of: Callable[[int, int], int] = min) -> float:
    """The share of the smaller set that is in the other, or of the larger; 0 where one is empty."""
    return len(some & others) / of(len(some), len(others)) if some and others else 0.0
