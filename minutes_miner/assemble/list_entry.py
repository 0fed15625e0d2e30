"""One statement of a document about one person's attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_miner.assemble.name_lists import NameLists, Person
from minutes_miner.model import ABSENT, APOLOGIES, PRESENT

# "Cllr Ash for Cllr Elm", "Cllr Ash in place of Cllr Elm": the second was not there.
_FOR = re.compile(
    r"\W*(?:(?:as )?(?:a )?(?:substitut\w+|deput\w+|sub|attending)\s+)?(?:for|in place of|on behalf of|vice)\s*", re.IGNORECASE
)
_STANDS_IN = re.compile(r"\b(?:substitut\w+|deputis\w+|sub\.?|deputy)\s+(?:member\s+)?for\b|\bsubstitute\b")  # of small letters


class Entry(NamedTuple):
    """A person, what the statement says, and where it stands; ``rule`` names the kind of statement."""

    name: str
    status: str
    role: str | None
    initials: str | None
    start: int
    end: int
    rule: str


def entries(text: str, start: int, status: str, rule: str, names: NameLists) -> Iterator[Entry]:
    """The persons of the list ``text`` that begins at ``start`` of the document; who stands in for somebody is present."""
    before: Person | None = None
    for person in names.read(text):
        if before and _FOR.fullmatch(text, before.end, person.start):
            continue
        before = person
        stands_in = person.role is not None and _stands_in(person.role)
        yield Entry(
            person.name,
            PRESENT if stands_in else status,
            person.role if stands_in else names.office(person.role, away=status in (APOLOGIES, ABSENT)),
            person.initials,
            start + person.start,
            start + person.end,
            "attendance.substitute" if stands_in else rule,
        )


def _stands_in(role: str) -> bool:
    small = role.lower()
    return ("sub" in small or "deput" in small) and bool(_STANDS_IN.search(small))
