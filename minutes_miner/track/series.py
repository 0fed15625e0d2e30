"""Series of meetings: the documents of one committee of one organisation, in date order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from minutes_miner.model import Meeting
from minutes_miner.text import normal

# Documents that report what became of things; an agenda announces, a report is on its own subject.
REPORTING = ("minutes", "action log")

# Words in a body's name that do not tell one body from another: articles, and the kinds of meeting that one body holds.
_PASSED_OVER = frozenset((
    "the", "of", "and", "for", "a", "meeting", "meetings", "minutes", "ordinary", "annual", "general", "extraordinary", "special", "agm",
    "monthly", "full",
))  # fmt: skip
# The one governing body of a school and the one board of a trust or charity go by several names, often in turn.
_ONE_BODY = {
    "governing body": frozenset(("governing board", "board governors", "governors board", "governors", "governing bodies", "fgb")),
    "board": frozenset(("board directors", "board trustees", "directors", "trustees", "trust board", "public board", "board public")),
}
_NAMES = {name: body for body, names in _ONE_BODY.items() for name in names}
# A name of these words alone is the kind of an organisation: "Primary School" of a letterhead whose first line is a picture.
_KINDS = frozenset((
    "primary", "secondary", "infant", "junior", "high", "school", "academy", "college", "federation", "parish", "town", "community",
    "village", "county", "borough", "district", "city", "council", "trust",
))  # fmt: skip
# Surnames: neighbouring parishes may share a member or two, and a county councillor who attends both.
_FEWEST_PEOPLE, _SAME_PEOPLE = 4, 0.6


@dataclass(frozen=True, slots=True)
class Series:
    """The meetings of one body: ``dated`` in date order (of one day, in order of source), ``undated`` those that cannot be placed."""

    organisation: str  # normalised; "" where no document names one
    committee: str  # normalised; "" for the organisation's own meetings and where none is named
    folder: str
    dated: tuple[Meeting, ...]
    undated: tuple[Meeting, ...] = ()


def body_key(name: str | None) -> str:
    """A body's name for comparing: no articles, no "&", no kind of meeting, small letters; one for a body that goes by several."""
    key = " ".join(word for word in normal(name or "").split() if word not in _PASSED_OVER)
    return _NAMES.get(key, key)


def _organisation(meeting: Meeting) -> str:
    """The organisation's key; "" where none is named, or only its kind."""
    key = body_key(meeting.organisation)
    return "" if _KINDS.issuperset(key.split()) else key


def series_of(meetings: Iterable[Meeting]) -> tuple[Series, ...]:
    """``meetings`` by body, in a fixed order whatever the order of the input.

    Documents that name no committee are one series: the organisation's own meetings. Where a document names no organisation its
    folder's one organisation is meant; where the folder has several, or none, such documents are the folder's own: nothing is guessed.
    Two names in one folder are one organisation's where the one leaves words of the other out and the same people met.
    """
    ordered = sorted(meetings, key=lambda m: (m.source, m.digest))
    full = _full_names(ordered)
    organisations = _only_organisations(ordered, full)
    groups: dict[tuple[str, str, str], list[Meeting]] = defaultdict(list)
    for meeting in ordered:
        folder, named = _folder(meeting), _organisation(meeting)
        organisation = full.get((folder, named), named) or organisations.get(folder, "")
        groups[(organisation, _committee(meeting, organisation), "" if organisation else folder)].append(meeting)
    return tuple(_series(key, groups[key]) for key in sorted(groups))


def _series(key: tuple[str, str, str], meetings: Sequence[Meeting]) -> Series:
    dated = sorted(((m.date, m.source, n) for n, m in enumerate(meetings) if m.date))
    return Series(*key, tuple(meetings[n] for _, _, n in dated), tuple(m for m in meetings if not m.date))


def _only_organisations(meetings: Iterable[Meeting], full: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """The one organisation named in each folder that names just one."""
    named: dict[str, set[str]] = defaultdict(set)
    for meeting in meetings:
        folder, name = _folder(meeting), _organisation(meeting)
        named[folder].add(full.get((folder, name), name))
    return {folder: names.pop() for folder, found in named.items() if len(names := found - {""}) == 1}


def _full_names(meetings: Iterable[Meeting]) -> dict[tuple[str, str], str]:
    """The fuller name of each organisation that a folder names in two ways ("Ash Parish Council", "Ash and Brook Parish Council")."""
    people: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for meeting in meetings:
        people[_folder(meeting)][_organisation(meeting)] |= {word for one in meeting.attendance for word in normal(one.name).split()[-1:]}
    full = {}
    for folder, named in people.items():
        for name, members in named.items():
            fuller = [other for other, met in named.items() if name and _leaves_out(name, other) and _same_people(members, met)]
            if len(fuller) == 1:
                full[folder, name] = fuller[0]
    return full


def _leaves_out(name: str, other: str) -> bool:
    return set(name.split()) < set(other.split())


def _same_people(some: set[str], others: set[str]) -> bool:
    fewest = min(len(some), len(others))
    return fewest >= _FEWEST_PEOPLE and len(some & others) >= _SAME_PEOPLE * fewest


def _committee(meeting: Meeting, organisation: str) -> str:
    """The committee's key; "" where none is named, or where its name only repeats the organisation's."""
    key = body_key(meeting.committee)
    return "" if set(key.split()) <= set(organisation.split()) else key


def _folder(meeting: Meeting) -> str:
    return str(PurePosixPath(meeting.source).parent)
