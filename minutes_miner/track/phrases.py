"""What a sentence of later minutes says became of an action, read by the rules of kind ``progress``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from minutes_miner.rulebook import RuleBook, load
from minutes_miner.track.words import Words, stem
from minutes_miner.wording import compile_pattern

DONE, PART_DONE, AWAITED, DEFERRED = "done", "part done", "awaited", "deferred"
REPLACED, DROPPED, NOTED = "replaced", "dropped", "noted"
# What undoes or delays is said beside what was done ("had been sent, no reply received", "not yet received"), so it is looked for first.
OPEN_STILL = (PART_DONE, AWAITED, DEFERRED)
CLOSING = (DONE, REPLACED, DROPPED)
PRECEDENCE = (REPLACED, DROPPED, DEFERRED, AWAITED, PART_DONE, DONE, NOTED)

# A clause ends before "but" and the like, and before an "and" that a new subject and its verb follow ("... and Mr Ash had replied").
_VERB = r"(?:has|have|had|was|were|is|are|will|would)"
_TURN = r"(?:but|however|although|though|whereas|while)"
_CLAUSE = re.compile(rf"\s*(?:;|,?\s{_TURN}\b|,?\sand\s(?=(?:\w+\s){{1,4}}?{_VERB}\b))\s*", re.IGNORECASE)
# What a rule's "where" adds before and after its pattern; marks and labels at either end do not count.
_PLACES = {
    "anywhere": ("", ""),
    "sentence start": (r"^\W*", ""),
    "block start": (r"^\W*", ""),
    "block end": ("", r"\W*$"),
    "whole sentence": (r"^\W*", r"\W*$"),
}
_Compiled = tuple[tuple[str, str, re.Pattern[str]], ...]


@dataclass(frozen=True)
class PhraseBook:
    """The tracker's rules, compiled: (value, rule id, pattern) in order of precedence."""

    outcomes: _Compiled
    taking_up: _Compiled
    formal: _Compiled
    looking_ahead: _Compiled
    refers_back: _Compiled
    business_words: Words
    standing_words: Words
    office_words: Words

    def outcome(self, sentence: str) -> tuple[str | None, str | None]:
        """What ``sentence`` says became of a thing, as (one of PRECEDENCE, rule id); (None, None) where it says nothing."""
        return next(((value, rule) for value, rule, pattern in self.outcomes if pattern.search(sentence)), (None, None))

    def is_taking_up(self, title: str) -> bool:
        """Whether an item of this ``title`` goes through earlier actions: matters arising, an action log."""
        return _found(self.taking_up, title)

    def is_formal(self, title: str) -> bool:
        """Whether an item of this ``title`` goes the same way at every meeting: apologies, approving the minutes."""
        return _found(self.formal, title) and not self.is_taking_up(title)

    def is_looking_ahead(self, title: str) -> bool:
        """Whether an item of this ``title`` lists what is to come, such as the next agenda."""
        return _found(self.looking_ahead, title)

    def does_refer_back(self, sentence: str) -> bool:
        """Whether ``sentence`` itself points to an earlier meeting ("as agreed at the last meeting")."""
        return _found(self.refers_back, sentence)


def _found(compiled: _Compiled, text: str) -> bool:
    return any(pattern.search(text) for _, _, pattern in compiled)


@lru_cache(maxsize=4)
def phrase_book(overlay: Path | None = None) -> PhraseBook:
    """The shipped rules with those of the folder ``overlay`` laid over them. Raises RuleError for a rule that is wrong."""
    book = load(overlay)
    outcomes = sorted(_compiled(book, "progress"), key=lambda entry: PRECEDENCE.index(entry[0]))
    return PhraseBook(
        outcomes=tuple(outcomes),
        taking_up=_compiled(book, "taking up"),
        formal=_compiled(book, "formal item"),
        looking_ahead=_compiled(book, "looking ahead"),
        refers_back=_compiled(book, "refers back"),
        business_words=_stems(book, "business_words"),
        standing_words=_stems(book, "standing_words"),
        office_words=_stems(book, "office_heads", "bodies"),
    )


def _stems(book: RuleBook, *lists: str) -> Words:
    return frozenset(stem(word.casefold()) for name in lists for word in book.words(name))


def _compiled(book: RuleBook, kind: str) -> _Compiled:
    return tuple((rule.value, rule.id, _placed(rule.where, p, book)) for rule in book.of_kinds(kind) for p in rule.patterns)


def _placed(where: str, pattern: str, book: RuleBook) -> re.Pattern[str]:
    """``pattern`` compiled, bound to the place in the text that its rule names."""
    compiled = compile_pattern(pattern, book.lists)
    before, after = _PLACES[where]
    return re.compile(f"{before}(?:{compiled.pattern}){after}", compiled.flags) if before or after else compiled


def read_outcome(sentence: str) -> tuple[str | None, str | None]:
    """(status, rule id) by the shipped rules: what ``sentence`` says became of a thing."""
    return phrase_book().outcome(sentence)


def clauses(sentence: str) -> list[str]:
    """``sentence`` cut where its drift turns ("... had been closed off but no quotation had been sought")."""
    return [part.strip() for part in _CLAUSE.split(sentence) if part.strip()]
