"""The word lists that header, attendance and classification read by, compiled once for a rule book."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from minutes_miner.assemble.bodies import BodyNames
from minutes_miner.assemble.list_labels import ListLabels, by_first_word
from minutes_miner.assemble.name_lists import NameLists
from minutes_miner.rulebook import RuleBook, load
from minutes_miner.text import normal

_GAP = r"\s+"
_EVERYWHERE = frozenset({"meeting", "meetings"})  # words in every tenth sentence
_FIELDS = ("committee", "organisation", "date", "time", "venue", "contact")


def _by_initial(words: Iterable[str]) -> str:
    """Phrases as an alternation for text in small letters; so grouped it is tried only at the first letters of its entries' words."""
    groups: dict[str, list[str]] = {}
    for phrase in words:
        groups.setdefault(phrase[0].casefold(), []).append(phrase)
    return "|".join(rf"{re.escape(first)}(?<!\w.)(?:{_rests(group)})" for first, group in sorted(groups.items()))


def _rests(group: Iterable[str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, phrase.casefold().split()))[1:] for phrase in sorted(group, key=len, reverse=True))


@dataclass(frozen=True)
class FrameRules:
    """All that is compiled from one rule book."""

    book: RuleBook
    labels: ListLabels
    names: NameLists
    bodies: BodyNames
    field_labels: dict[str, frozenset[str]]  # field -> labels in comparing form
    field_words: tuple[str, ...]
    next_meeting: re.Pattern[str]  # for text in small letters
    next_meeting_signs: tuple[str, ...]  # a word that each of those phrases has, to look for first
    record: re.Pattern[str]  # likewise

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, book: RuleBook) -> FrameRules:
        """The rules of ``book``, compiled."""
        return cls(
            book=book,
            labels=ListLabels(book),
            names=NameLists(book),
            bodies=BodyNames(book),
            field_labels={field: frozenset(map(normal, book.words(f"{field}_labels"))) for field in _FIELDS},
            field_words=tuple(word for field in _FIELDS for word in book.words(f"{field}_labels")),
            next_meeting=re.compile(rf"\b(?:{by_first_word(map(str.casefold, book.words('next_meeting_words')), _GAP)})\b"),
            next_meeting_signs=_signs(book.words("next_meeting_words")),
            record=re.compile(rf"(?:{_by_initial(book.words('record_words'))})\b"),
        )

    def says(self, text: str, *lists: str) -> bool:
        """Whether a phrase of one of the lists stands in ``text``, which is in comparing form."""
        spaced = f" {text} "
        return any(phrase in spaced for name in lists for phrase in _spaced(self.book.words(name)))


def _signs(found: Iterable[str]) -> tuple[str, ...]:
    """For each phrase its word that most phrases share, but for those all over a record: "next" for "date of next meeting"."""
    words = [phrase.casefold().split() for phrase in found]
    shared = Counter(word for phrase in words for word in phrase if len(word) > 3 and word not in _EVERYWHERE)
    return tuple(dict.fromkeys(max(phrase, key=lambda word: (shared[word], len(word))) for phrase in words))


@lru_cache(maxsize=64)
def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases in comparing form between spaces."""
    return tuple(f" {normal(phrase)} " for phrase in words)


@lru_cache(maxsize=1)
def shipped_rules() -> FrameRules:
    """The rules that come with the package."""
    return FrameRules.of(load())
