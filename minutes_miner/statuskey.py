"""The council's own key: the word and the colour under which its papers show how an action stands. It is part of the profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from minutes_miner.dates import long_date
from minutes_miner.errors import ProfileError
from minutes_miner.model.corrections import DUE, NONE, SETTABLE, STATUS
from minutes_miner.profiles import SHIPPED, profile_path, read_section
from minutes_miner.text import normal

SECTION = "status_key"
# What officers write of their own accord. "Closed" is not among it: of what is done and what is dropped it says neither.
_PLAIN = {"complete": "completed", "done": "completed", "not done": "open", "in progress": "open", "ongoing": "open"}
_PLAIN |= {"superseded": "dropped", "withdrawn": "dropped", "cancelled": "dropped"}
COLOURS = ("red", "amber", "green", "blue", "grey")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a state is shown."""

    word: str
    colour: str  # one of COLOURS


@dataclass(frozen=True)
class StatusKey:
    """What is shown for each state of a followed action."""

    states: Mapping[str, Shown]

    def of(self, state: str) -> Shown:
        """How ``state`` is shown."""
        return self.states[state]

    @property
    def choices(self) -> dict[str, str]:
        """The words that an officer may set a status to, in the council's words, and what each means: completed, open or dropped."""
        return {self.states[state].word: state for state in SETTABLE}

    def meaning(self, word: str) -> str | None:
        """What an officer's word sets a status to; the program's own and plain ones are understood too. None: it sets none."""
        own = {normal(shown): state for shown, state in self.choices.items()}
        return own.get(normal(word), normal(word) if normal(word) in SETTABLE else _PLAIN.get(normal(word)))


def in_words(field: str, value: str, key: StatusKey | None = None) -> str:
    """What an officer sets ``field`` to as people read it: a day as day, month and year, a status in the word that ``key`` has for it."""
    if field == DUE and value != NONE:
        return long_date(date.fromisoformat(value))
    return key.of(value).word if key and field == STATUS else value


@lru_cache(maxsize=8)
def status_key(profile: str = "default") -> StatusKey:
    """The key of a profile (a name, or the path of a config file), its gaps filled from the shipped one.

    Raises ProfileError naming the file and the mend.
    """
    shipped, path = profile_path(SHIPPED), profile_path(profile)
    states = _read(shipped)
    own = {} if path == shipped else _read(path)
    unknown = sorted(set(own) - set(states))
    if unknown:
        raise ProfileError(f"{path.name}: [{SECTION}] holds {', '.join(unknown)}: known are {', '.join(states)} (blanks written as _)")
    key = StatusKey(states | own)
    if len({normal(word) for word in key.choices}) < len(SETTABLE):
        raise ProfileError(f"{path.name}: [{SECTION}] gives two of {', '.join(SETTABLE)} one word: an officer could not tell them apart")
    return key


def _read(path: Path) -> dict[str, Shown]:
    entries = read_section(path, SECTION).items()
    return {name.replace("_", " "): _shown(f"{path.name}: [{SECTION}] {name}", value) for name, value in entries}


def _shown(where: str, value: str) -> Shown:
    try:
        given = json.loads(value)
    except ValueError:
        given = None
    texts = isinstance(given, list) and len(given) == 2 and all(isinstance(one, str) and one.strip() for one in given)
    # A spreadsheet's list of choices is parted by commas, so that no word may hold one.
    if not texts or given[1] not in COLOURS or "," in given[0] or len(given[0]) > 40:
        raise ProfileError(f'{where} is {value}: write ["Word", "colour"], no comma in the word, the colour one of {", ".join(COLOURS)}')
    return Shown(given[0].strip(), given[1])
