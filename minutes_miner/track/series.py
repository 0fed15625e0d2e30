"""Series of meetings: the documents of one committee of one organisation, in date order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from minutes_miner.model import Meeting
from minutes_miner.text import normal

# Words in a body's name that do not tell one body from another: articles, and the kinds of meeting that one body holds.
_PASSED_OVER = frozenset(
    {
        "the",
        "of",
        "and",
        "for",
        "a",
        "meeting",
        "meetings",
        "minutes",
        "ordinary",
        "annual",
        "general",
        "extraordinary",
        "special",
        "agm",
        "monthly",
    }
)


@dataclass(frozen=True, slots=True)
class Series:
    """The meetings of one body: ``dated`` in date order (of one day, in order of source), ``undated`` those that cannot be placed."""

    organisation: str  # normalised; "" where no document names one
    committee: str  # normalised; "" for the organisation's own meetings and where none is named
    folder: str
    dated: tuple[Meeting, ...]
    undated: tuple[Meeting, ...] = ()


def body_key(name: str | None) -> str:
    """A body's name for comparing: no articles, no "&", no kind of meeting, small letters."""
    return " ".join(word for word in normal(name or "").split() if word not in _PASSED_OVER)


def series_of(meetings: Iterable[Meeting]) -> tuple[Series, ...]:
    """``meetings`` by body, in a fixed order whatever the order of the input.

    Where a document names no organisation, its folder's one organisation is meant, and where it names no committee, the organisation's
    one committee; where there are several, such documents of one folder are a series of their own: nothing is guessed between several.
    """
    ordered = sorted(meetings, key=lambda m: (m.source, m.digest))
    organisations = _only_one((_folder(m), body_key(m.organisation)) for m in ordered)
    keyed = [(_folder(m), body_key(m.organisation) or organisations[_folder(m)], m) for m in ordered]
    # An organisation's folders make no difference; where none is known, the folder stands for it.
    placed = [("" if organisation else folder, organisation, m) for folder, organisation, m in keyed]
    committees = _only_one(((place, organisation), _committee(m, organisation)) for place, organisation, m in placed)
    groups: dict[tuple[str, str, str], list[Meeting]] = defaultdict(list)
    for place, organisation, meeting in placed:
        committee = _committee(meeting, organisation) or committees[(place, organisation)]
        groups[(organisation, committee, place)].append(meeting)
    return tuple(_series(key, groups[key]) for key in sorted(groups))


def _series(key: tuple[str, str, str], meetings: Sequence[Meeting]) -> Series:
    dated = sorted(((m.date, m.source, n) for n, m in enumerate(meetings) if m.date))
    return Series(*key, tuple(meetings[n] for _, _, n in dated), tuple(m for m in meetings if not m.date))


def _only_one(pairs: Iterable[tuple[object, str]]) -> dict[object, str]:
    """For each place the one name met there; "" where there is none or more than one."""
    names: dict[object, set[str]] = defaultdict(set)
    for place, name in pairs:
        names[place].add(name)
    return {place: "" if len(found - {""}) != 1 else next(iter(found - {""})) for place, found in names.items()}


def _committee(meeting: Meeting, organisation: str) -> str:
    """The committee's key; "" where none is named, or where its name only repeats the organisation's."""
    key = body_key(meeting.committee)
    return "" if set(key.split()) <= set(organisation.split()) else key


def _folder(meeting: Meeting) -> str:
    return str(PurePosixPath(meeting.source).parent)
