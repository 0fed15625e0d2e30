"""An archive made up for measuring: committees that meet every month, set tasks, and report on them at later meetings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from minutes_miner.model import Action, AgendaItem, Due, Evidence, Meeting

_MEETINGS_A_YEAR = 12
_TASKS = 12  # a meeting: with these 200 committees set 288,000 tasks in ten years, and report on two of three
_REPORTED, _DONE = 2 / 3, 0.7
_BEGUN = date(2015, 1, 6)
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cre dri flo gru".split()
_DO = ("repair", "order", "inspect", "write about", "get a price for", "report on", "arrange", "publish")
_DONE_TO = ("repaired", "ordered", "inspected", "written about", "priced", "reported on", "arranged", "published")
_SAID = (
    "The Clerk had a letter about the {0} and the {1}, which was read out.",
    "Members spoke of the {0} and of what the {1} would cost; the budget was looked at again.",
    "The {0} had been discussed with the county council, and a reply was expected.",
)


def archive(committees: int, years: int) -> Iterator[Meeting]:
    """The minutes of ``committees`` over ``years``, the same each time, committee by committee and in date order."""
    for number in range(committees):
        yield from _committee(number, years)


def _committee(number: int, years: int) -> Iterator[Meeting]:
    chance = random.Random(number)
    things = [_name(chance) for _ in range(40 * years)]  # what the committee deals with: each comes up a few times in ten years
    pending: list[tuple[str, int]] = []
    for month in range(years * _MEETINGS_A_YEAR):
        day = _BEGUN + timedelta(days=28 * month + month * 2 + number % 3)
        reported = [task for task in pending if chance.random() < _REPORTED]
        matters = "\n".join(_report(thing, verb, chance) for thing, verb in reported)
        chosen = [(chance.choice(things), chance.randrange(len(_DO))) for _ in range(_TASKS)]
        items = [_item("1", "Matters arising", matters or "There were none.", ())]
        items += [_raised(str(place), thing, verb, chance) for place, (thing, verb) in enumerate(chosen, 2)]
        yield Meeting(
            source=f"committee-{number}/{month}.html",
            format="html",
            document_class="minutes",
            class_reason="made up",
            organisation=f"Council {number // 10}",
            committee=f"{_SYLLABLES[number % 10].title()} Committee",
            date=day,
            items=tuple(items),
        )
        pending = chosen


def _raised(number: str, thing: str, verb: int, chance: random.Random) -> AgendaItem:
    told = chance.choice(_SAID).format(thing, chance.choice(_SYLLABLES) + "ton")
    text = f"Clerk to {_DO[verb]} the {thing}."
    due = Due(None, None, "none stated")
    action = Action(text, (), "Clerk", due, "mark", Evidence(0, len(text), "made.up", text))
    return _item(number, thing.title(), f"{told}\n{text}", (action,))


def _report(thing: str, verb: int, chance: random.Random) -> str:
    if chance.random() < _DONE:
        return f"{thing.title()} – it had been {_DONE_TO[verb]}."
    return f"{thing.title()} – a reply was awaited."


def _item(number: str, title: str, text: str, actions: tuple[Action, ...]) -> AgendaItem:
    return AgendaItem(number, title, Evidence(0, 0, "made.up", title), text=text, actions=actions)


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.choice(_SYLLABLES) for _ in range(3)) for _ in range(2))
