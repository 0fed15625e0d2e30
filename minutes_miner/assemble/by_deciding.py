"""What is done by being decided, and leaves nobody anything to do: sums raised, groups set up, bills to be paid."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_miner.dates_written import MONTH
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import any_of

# "be raised from 12 to 16", "be put back to June 2025": to a figure or a month.
_AMOUNT = rf"(?:[£€]?\d|(?:one|two|three|six|twelve)\b|{MONTH}\b)"
_BY_MEASURE = rf"\s(?:to|from|by|until|for|at)\s(?:(?:the|an?|end|of|further|about|up|to)\s){{0,3}}{_AMOUNT}"
# A group that the meeting sets up is there once that is decided.
_SET_UP_VERBS = r"(?:set\sup|formed|established|re-established|constituted)"
_SET_UP = rf"\b(?:group|party|committee|panel|forum|team)\b(?:\s[\w’'-]+){{0,6}}\sbe\s{_SET_UP_VERBS}\b"
# "to raise the rent", "that the price of a ticket should be lowered": the sum is another once that is decided.
_SUMS = r"(?:rents?|prices?|fees?|charges?|precept|subscriptions?|rates?|salary|salaries|wages?|budget)\b"
_CHANGED = r"(?:rais|increas|reduc|lower)"
_PRICED = rf"\b{_CHANGED}e?\s(?:(?:the|our|its|all|hall|hire|annual)\s){{0,3}}{_SUMS}|\b{_SUMS}(?:\s[\w’'-]+){{0,5}}\sbe\s{_CHANGED}ed\b"
# "that a donation of £50 be made": paid by deciding it.
_PAID_VERBS = r"(?:made|paid|given)"
_PAID = (
    r"(?:^|\bthat\s)(?:(?:the|an?|all|these|following|further|usual|annual)\s){0,3}(?:payments?|donations?|grants?|contributions?)\b"
    rf"(?:\s[\w£.,’'-]+){{0,6}}\sbe\s{_PAID_VERBS}\b"
)
# Deciding to pay is all there is to it: the payment is made on the list that the meeting approves.
_PAYS = r"(?:pay|donate|make\s(?:\w+\s){1,3}(?:donation|payment|grant|contribution))"


@dataclass(frozen=True)
class ByDeciding:
    """The words by which it is known."""

    phrases: re.Pattern[str]  # "be extended to 30 June", "agreed to pay"
    verbs: re.Pattern[str]  # "proceed with the sale"
    signs: re.Pattern[str]  # what stands in every text that holds one of the phrases, for text in small letters: few others hold it

    @classmethod
    def of(cls, book: RuleBook) -> ByDeciding:
        """The words of a rule book."""
        measured = any_of(book.words("settled_verbs")).pattern + _BY_MEASURE
        signs = "|".join(re.escape(words.lower()) for name in ("settled_verbs", "settled_phrases") for words in book.words(name))
        verbs = rf"(?:{_PAYS}|{any_of(book.words('decided_verbs')).pattern})\b"
        by_verb = rf"\b(?:agreed|resolved|decided)(?:\s(?:further|also|therefore))?:?\sto\s{verbs}"
        phrases = rf"\bbe\s(?:{measured}|{any_of(book.words('settled_phrases')).pattern})|{_SET_UP}|{_PAID}|{_PRICED}|{by_verb}"
        return cls(
            re.compile(phrases, re.IGNORECASE),
            re.compile(verbs, re.IGNORECASE),
            re.compile(rf"be\s(?:{signs}|{_SET_UP_VERBS}|{_PAID_VERBS}|{_CHANGED})|{_CHANGED}e?\s|ed:?\s(?:\w+\s)?to\s"),
        )

    def settles(self, text: str) -> bool:
        """Whether the limb of a decision is done by being decided: "the contract be extended to 30 June"; nothing more is told in it."""
        match = self.phrases.search(text) if self.signs.search(text.lower()) else None
        return bool(match) and " and " not in text[match.end() :]  # type: ignore[union-attr] # a match, by the first condition
