"""Prices: whether an action is only to get them, and whether a sentence shows that they were got."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.rulebook import RuleBook
from minutes_miner.track.readings import Readings, readings_of


@dataclass(frozen=True)
class PriceBook:
    """The rules of prices, ready to be asked."""

    _asked: Readings
    _shown: Readings

    def are_asked_for(self, action: str) -> bool:
        """Whether ``action`` is to get a price: "obtain three quotations"; not to accept or to pay one."""
        return self._asked.found_in(action)

    def are_shown(self, sentence: str) -> bool:
        """Whether ``sentence`` deals with prices as with something at hand: "the three quotations were compared"."""
        return self._shown.found_in(sentence)


def price_book(book: RuleBook) -> PriceBook:
    """What the rules of ``book`` know of prices."""
    return PriceBook(Readings(readings_of(book.of_kinds("price asked"), book)), Readings(readings_of(book.of_kinds("price shown"), book)))
