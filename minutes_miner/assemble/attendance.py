"""Who was there: lists, tables and sentences about attendance, put together to one row per person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from minutes_miner.assemble.attendance_lists import listed
from minutes_miner.assemble.attendance_sentences import told
from minutes_miner.assemble.attendance_status import status_tables
from minutes_miner.assemble.attendance_tables import read_tables
from minutes_miner.assemble.frame_rules import FrameRules, shipped_rules
from minutes_miner.assemble.header import Header
from minutes_miner.assemble.list_entry import Entry
from minutes_miner.model import ABSENT, APOLOGIES, PRESENT, AttendanceMatrix, Attendee, Document, Evidence, Unsettled
from minutes_miner.text import normal

# Which statement of somebody's attendance stands where a document makes several: a substitution or a mark under the meeting's date is
# particular; apologies outweigh a list that was written before the meeting.
_WEIGHT = {"attendance.substitute": 5, "attendance.matrix": 4, "attendance.status": 4, "attendance.apology": 3}


@dataclass(frozen=True)
class AttendanceReading:
    """Attendance as read: the attendees in the order of the document, tables over several meetings, and what was doubtful."""

    attendees: tuple[Attendee, ...] = ()
    matrices: tuple[AttendanceMatrix, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()


def read_attendance(document: Document, header: Header, *, rules: FrameRules | None = None) -> AttendanceReading:
    """All that ``document`` says of who attended, sent apologies or was absent."""
    known = rules or shipped_rules()
    tables = read_tables(document, header.date, known)
    marked = status_tables(document, known)
    lists = listed(document, known, skip=tables.used | marked.used)
    statements = told(document, known.names)
    people = _merged([*tables.entries, *marked.entries, *lists, *statements.entries])
    if statements.chairs:
        people = [_in_the_chair(person, statements.chairs) for person in people]
    return AttendanceReading(tuple([_attendee(document, person) for person in people]), tables.matrices, tables.unsettled)


def _merged(found: Iterable[Entry]) -> list[Entry]:
    """One entry for each person; a later one adds to what is known of somebody already listed."""
    people: list[Entry] = []
    by_surname: defaultdict[str, list[int]] = defaultdict(list)  # their places among the people
    for entry in found:
        namesakes = by_surname["".join(_bare(entry.name)[-1:])]
        same = [i for i in namesakes if same_person(people[i].name, entry.name)]
        if not same:
            namesakes.append(len(people))
            people.append(entry)
        elif len(same) == 1:  # a bare surname that two people share belongs to neither for certain
            people[same[0]] = _both(people[same[0]], entry)
    return people


def _both(known: Entry, entry: Entry) -> Entry:
    """What is known of somebody, with what another entry tells."""
    weightier = _weight(entry) > _weight(known)
    return known._replace(
        name=entry.name if len(normal(entry.name)) > len(normal(known.name)) and not weightier else known.name,
        status=entry.status if weightier else known.status,
        role=known.role or entry.role,
        initials=known.initials or entry.initials,
        rule=entry.rule if weightier else known.rule,
    )


def _weight(entry: Entry) -> int:
    return _WEIGHT.get(entry.rule, 2 if entry.status in (APOLOGIES, ABSENT) else int(entry.status == PRESENT))


def same_person(one: str, other: str) -> bool:
    """Whether two names in lists of the same meeting are one person's: equal surnames, and forenames or initials that do not differ."""
    left, right = _bare(one), _bare(other)
    if not left or not right or left[-1] != right[-1] or {_gender(one), _gender(other)} == {"m", "f"}:
        return False
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(left[:-1], right[:-1], strict=False))


_TITLE = re.compile(
    r"^(?:(?:the|councillors?|cllrs?|cll|coun|county|borough|district|city|parish|town|ward|mr|mrs|ms|miss|messrs|dr|prof|professor|sir|dame|lord|lady|rev|revd|"
    r"reverend|canon|alderman|ald|cpo|pcso|pc|sgt|sergeant|insp|inspector|supt|superintendent|chief|constable|governor)\s)+"
)
_LETTERS = re.compile(r"(?:,?\s(?:obe|mbe|cbe|kbe|dbe|bem|jp|mp|msp|dl|qc|qpm|td))+$")


def _gender(name: str) -> str:
    """What the title says: "m", "f" or nothing. Mr J Ash and Ms J Ash are two people."""
    first = name.split(" ", 1)[0].rstrip(".").casefold()
    return "m" if first in ("mr", "sir", "lord") else "f" if first in ("mrs", "ms", "miss", "lady", "dame") else ""


@lru_cache(maxsize=4096)
def _bare(name: str) -> list[str]:
    """The words of a name without its title and the letters after it."""
    return _LETTERS.sub("", _TITLE.sub("", normal(name) + " ").strip()).split()


def _in_the_chair(person: Entry, chairs: Sequence[str]) -> Entry:
    chaired = person.role is None and any(same_person(person.name, chair) for chair in chairs)
    return person._replace(role="Chair") if chaired else person


def _attendee(document: Document, entry: Entry) -> Attendee:
    block = document.block_at(entry.start)
    quote = document.slice(block.start, block.end)[:300] if block else entry.name
    evidence = Evidence(entry.start, entry.end, entry.rule, quote, block.page if block else None, block.anchor if block else None)
    return Attendee(entry.name, entry.status, entry.role, entry.initials, evidence)
