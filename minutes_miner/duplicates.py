"""One meeting published twice - as page and PDF, as draft and final, an item on a page of its own - is one meeting in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from minutes_miner.model import AgendaItem, Meeting, Outcome
from minutes_miner.text import normal

# The classes of document that a register is made from.
RECORDS = frozenset({"minutes", "action log"})
# Two records of one meeting, a draft and the final text too, share most runs of five words; two meetings of one committee on one day,
# with their standing items and set phrases, share less than a third.
_SHARED_WORDS, _RUN = 0.5, 5
# Where a day is missing, nearly all of so many words must be the same: pages saved twice, as page and as text, do.
_SHARED_UNDATED, _FEWEST_UNDATED = 0.9, 60
# The better source first: publishers' pages say which text is minutes and which agenda, DOCX has structure, PDF only its looks.
_FORMATS = ("moderngov-meeting", "docx", "html", "pdf", "text", "moderngov-item")
# What stands under an item with evidence of its own.
_PARTS = ("speakers", "contributions", "questions", "resolutions", "actions", "references", "progress")
_STATUS = {"approved": 0, None: 1, "draft": 2}


def without_duplicates(meetings: Sequence[Meeting], outcomes: Sequence[Outcome]) -> tuple[tuple[Meeting, ...], tuple[Outcome, ...]]:
    """Meetings that are records of minutes, each once, and the outcomes with the sources set aside marked "duplicate".

    Of two sources of one meeting the final one is kept before the draft, then the better format, then the longer text. An item page
    gives its full text to the meeting page that shows the item only in part.
    """
    records = [m for m in meetings if m.document_class in RECORDS]
    kept: list[Meeting] = []
    aside: dict[str, str] = {}
    completed: set[tuple[str, str]] = set()
    for meeting in sorted(records, key=_rank):
        twin = next((i for i, k in enumerate(kept) if _same_meeting(k, meeting)), None)
        if twin is None:
            kept.append(meeting)
            continue
        before, (kept[twin], aside[meeting.source]) = kept[twin], _with(kept[twin], meeting)
        completed |= {(before.source, i.truncated.label) for i in before.items if i.truncated} - {
            (before.source, i.truncated.label) for i in kept[twin].items if i.truncated
        }
    order = {m.source: i for i, m in enumerate(meetings)}
    marked = tuple(_marked(o, aside, completed) for o in outcomes)
    return tuple(sorted(kept, key=lambda m: order[m.source])), marked


def _marked(outcome: Outcome, aside: Mapping[str, str], completed: Iterable[tuple[str, str]]) -> Outcome:
    """The outcome of a source set aside says so; of a page that an item page completes, the note on that item goes."""
    if outcome.source in aside and outcome.status == "read":
        return replace(outcome, status="duplicate", reason=aside[outcome.source])
    gone = tuple(f"item {label} is shown only in part" for source, label in completed if source == outcome.source)
    return replace(outcome, notes=tuple(n for n in outcome.notes if not gone or not n.startswith(gone))) if gone else outcome


def _rank(meeting: Meeting) -> tuple[bool, int, int, int, str]:
    place = _FORMATS.index(meeting.format) if meeting.format in _FORMATS else len(_FORMATS)
    return meeting.format == "moderngov-item", _STATUS.get(meeting.status, 1), place, -meeting.words, meeting.source


def _same_meeting(a: Meeting, b: Meeting) -> bool:
    """Whether two records are of one meeting: the same day and body, no differing time, and the same words. In doubt they are two.

    Without a day only nearly the same words tell.
    """
    if a.digest and a.digest == b.digest:
        return True
    if (a.date and b.date and a.date != b.date) or not (_agree(a.organisation, b.organisation) and _agree(a.committee, b.committee)):
        return False
    if not a.date or not b.date:
        return _share(_runs(a.items), _runs(b.items), fewest=_FEWEST_UNDATED) >= _SHARED_UNDATED
    if b.format == "moderngov-item" and len(b.items) == 1:
        return normal(b.items[0].title) in {normal(item.title) for item in a.items}
    if a.time and b.time and _figures(a.time) != _figures(b.time):
        return False
    runs, others = _runs(a.items), _runs(b.items)
    if not runs or not others:  # agendas without a record: the titles are all there is
        runs, others = _titles(a.items), _titles(b.items)
    return _share(runs, others) >= _SHARED_WORDS


def _share(runs: set[tuple[str, ...]], others: set[tuple[str, ...]], *, fewest: int = 1) -> float:
    """The share of the smaller set that is in the other; 0 where the smaller has less than ``fewest``."""
    fewer = min(len(runs), len(others))
    return len(runs & others) / fewer if fewer >= fewest else 0.0


def _agree(a: str | None, b: str | None) -> bool:
    """Whether two names may be one body's: they are the same but for "the" and "committee", or one is not stated."""
    return not a or not b or _telling(a) == _telling(b)


def _telling(name: str) -> list[str]:
    return [word for word in normal(name).split() if word not in ("the", "committee")]


def _titles(items: Iterable[AgendaItem]) -> set[tuple[str, ...]]:
    return {(normal(item.title),) for item in items}


def _figures(time: str) -> str:
    return "".join(filter(str.isdigit, time)).strip("0")


def _runs(items: Iterable[AgendaItem]) -> set[tuple[str, ...]]:
    """Every run of five words in a record: what two records of one meeting share, and two meetings of one committee do not."""
    words = normal(" ".join(item.text for item in items)).split()
    return set(zip(*(words[i:] for i in range(_RUN)), strict=False))


def _with(kept: Meeting, other: Meeting) -> tuple[Meeting, str]:
    """``kept`` with what ``other`` adds to it, and the reason why ``other`` is set aside."""
    if other.format != "moderngov-item" or len(other.items) != 1:
        return kept, f"the same meeting as {kept.source}, which is kept ({_why(kept, other)})"
    (full,) = other.items
    filled = [item for item in kept.items if item.truncated and normal(item.title) == normal(full.title)]
    reason = f"an item of {kept.source}"
    if not filled:
        return kept, reason
    items = tuple(_completed(item, full, other) if item in filled else item for item in kept.items)
    names = {name for item in (*filled, full) for name in (item.number, item.title) if name}
    points = [one for one in kept.unsettled if one.item not in names]
    points += (_moved(one, other) for one in other.unsettled if one.item in names)
    return replace(kept, items=items, unsettled=tuple(points)), f"{reason}, whose text it completes"


def _completed(shown: AgendaItem, full: AgendaItem, other: Meeting) -> AgendaItem:
    """``shown`` in part, with all that its own page ``other`` holds; what the meeting page shows too keeps its place there."""
    head = {name: getattr(shown, name) for name in ("number", "minute_number", "agenda_number", "attachments", "evidence")}
    parts: dict[str, Any] = {name: tuple(_placed(getattr(full, name), getattr(shown, name), other)) for name in _PARTS}
    return replace(full, **head, **parts)


def _placed(values: Iterable[Any], shown: Iterable[Any], other: Meeting) -> Iterator[Any]:
    places = {_words(one): one.evidence for one in shown}
    for one in values:
        known = places.get(_words(one))
        yield replace(one, evidence=known) if known else _moved(one, other)


def _words(value: Any) -> str:
    """What tells a value from the others of its kind; a page that breaks off may do so before the full stop."""
    return normal(getattr(value, "text", None) or value.name)


def _moved(value: Any, other: Meeting) -> Any:
    """``value`` with the document in its evidence, and the address of the page where it has one: offsets count in another text."""
    at = value.evidence
    if at is None:
        return value
    own = f"{other.url}#{at.anchor}" if other.url and at.anchor and "#" not in other.url else other.url
    return replace(value, evidence=at._replace(source=other.source, anchor=own or at.anchor))


def _why(kept: Meeting, other: Meeting) -> str:
    if kept.digest and kept.digest == other.digest:
        return "the files are identical"
    if _STATUS.get(kept.status, 1) != _STATUS.get(other.status, 1):
        return "it is the later state of the minutes"
    return "it is the better source" if kept.format != other.format else "it is the fuller text"


def one_spelling(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """The meetings with one spelling for each organisation and committee: the least capital of those that differ in nothing else."""
    spellings: dict[str, str] = {}
    for name in (n for m in meetings for n in (m.organisation, m.committee) if n):
        key = normal(name)
        spellings[key] = min(spellings.get(key, name), name, key=lambda n: sum(map(str.isupper, n)))
    return tuple(
        replace(m, organisation=spellings.get(normal(m.organisation or "")), committee=spellings.get(normal(m.committee or "")))
        for m in meetings
    )
