"""Where agenda items stand, and the word lists that tell their titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from minutes_miner.assemble.numbers import split_agenda_number
from minutes_miner.text import fold, normal


class ItemSpan(NamedTuple):
    """Where an item stands: its title and the stretch [body, end) of the document that records it."""

    number: str | None
    agenda_number: str | None
    minute_number: str | None
    title: str
    start: int  # of the number or title
    title_start: int
    title_end: int
    body: int
    end: int
    rule: str
    publisher_item: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document: where the lines end that name body and day, and the lists of those present; the names themselves."""

    names_end: int = 0
    people_end: int = 0
    names: frozenset[str] = frozenset()


NO_HEAD = Head()


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The word lists that agenda.yaml gives, in comparing form."""

    business: frozenset[str]
    furniture: frozenset[str]
    arising: tuple[str, ...] = ()  # what titles say under which earlier minutes are gone through
    earlier: tuple[str, ...] = ()  # what titles say under which a table lists actions of earlier meetings
    finance: frozenset[str] = frozenset()  # words of the titles under which money is dealt with
    of_finance: frozenset[str] = frozenset()  # titles of parts of such an item, though some councils have items of that name


@lru_cache(maxsize=4)
def title_words(words: Callable[[str], Sequence[str]]) -> TitleWords:
    """The lists as sets of normalised titles; ``words`` gives a word list by name."""
    lists = ("business_titles", "furniture_titles", "arising_titles", "earlier_action_titles", "finance_words", "finance_parts")
    business, furniture, arising, earlier, finance, of_finance = (tuple(map(normal, words(name))) for name in lists)
    return TitleWords(frozenset(business), frozenset(furniture), arising, earlier, frozenset(finance), frozenset(of_finance))


def goes_through_earlier(title: str, arising: Sequence[str]) -> bool:
    """Whether an item of this ``title`` goes through earlier minutes: it says one of the words ``arising``."""
    said = normal(title)
    return any(map(said.__contains__, arising))


def span_of(
    title: str,
    number: str,
    start: int,
    title_start: int,
    title_end: int,
    rule: str,
    *,
    body: int | None = None,
    end: int | None = None,
    publisher_item: int | None = None,
) -> ItemSpan:
    """An item; the "(Agenda item 5)" of the title becomes its agenda number. Body and end are the title's end where they are not given."""
    bare, agenda_number = split_agenda_number(fold(title))
    minute_number = fold(number).rstrip(".:) ") or None
    return ItemSpan(
        number=minute_number or agenda_number,
        agenda_number=agenda_number or (None if agenda_number else minute_number),
        minute_number=minute_number,
        title=bare.strip().rstrip(":.–-— ").strip(),
        start=start,
        title_start=title_start,
        title_end=title_end,
        body=title_end if body is None else body,
        end=title_end if end is None else end,
        rule=rule,
        publisher_item=publisher_item,
    )


def with_ends(spans: Sequence[ItemSpan], end: int) -> tuple[ItemSpan, ...]:
    """``spans`` with each ending where the next begins, the last at ``end``."""
    nexts = [*(s.start for s in spans[1:]), end][: len(spans)]
    return tuple(span._replace(end=following) for span, following in zip(spans, nexts, strict=True))
