"""What a sentence of later minutes says became of an action, read by the rules of kind ``progress``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from minutes_miner.rulebook import RuleBook, load
from minutes_miner.text import normal
from minutes_miner.track.words import Words, stem
from minutes_miner.wording import compile_pattern

DONE, PART_DONE, AWAITED, DEFERRED = "done", "part done", "awaited", "deferred"
REPLACED, DROPPED, NOTED = "replaced", "dropped", "noted"
# Word that an action asks for: a report brought to the meeting, an answer told; and word that is not there yet.
BROUGHT, TOLD, WITHHELD = "brought", "told", "withheld"
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
PART_OF = "progress.part-of"
# "29 of the 44", "two of five", "Of the 44 red columns, 29 had ...": a count and the whole that it is of, in figures or words up to twelve.
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"\b(\d{{1,6}}|{'|'.join(_NUMBERS)})\b"
_WHOLE = rf"of\s(?:the\s|these\s|those\s|all\s|its\s|their\s)?{_NUMBER}"
# What was done to so many follows: "29 of the 44 columns had been replaced", "two of five sent"; "five of six wanted lamps" is no progress.
_DONE_TO = r"(?:\s\w+){0,5}?\s(?:(?:has|have|had|was|were|are)\b|\w+(?:ed|en|ent)\W*$)"
_PART = re.compile(rf"{_NUMBER}\s(?:out\s)?{_WHOLE}{_DONE_TO}", re.IGNORECASE)
_OF_WHOLE = re.compile(rf"\b{_WHOLE}[^.;]{{0,60}}?,\s(?:only\s|some\s)?{_NUMBER}{_DONE_TO}", re.IGNORECASE)
# "14 of 18 September" is a minute and its day.
_DAY = re.compile(r"\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.IGNORECASE)
# A sentence is read for each action that it may speak of, all in one meeting: those of a long meeting are remembered.
_REMEMBERED = 5000
_Compiled = tuple[tuple[str, str, re.Pattern[str]], ...]


@dataclass(frozen=True)
class PhraseBook:
    """The tracker's rules, compiled: (value, rule id, pattern) in order of precedence."""

    outcomes: _Compiled
    taking_up: _Compiled
    formal: _Compiled
    looking_ahead: _Compiled
    refers_back: _Compiled
    asking: _Compiled
    goes_on: _Compiled
    lead_in: _Compiled
    amendment: _Compiled
    report_asked: _Compiled
    report_given: _Compiled
    executive: _Compiled
    business_words: Words
    standing_words: Words
    office_words: Words
    colours: frozenset[str]
    scrutiny_bodies: frozenset[str]
    _read: dict[str, tuple[str | None, str | None]] = field(default_factory=dict, compare=False, repr=False)  # sentences read before

    def outcome(self, sentence: str) -> tuple[str | None, str | None]:
        """What ``sentence`` says became of a thing, as (one of PRECEDENCE, rule id); (None, None) where it says nothing."""
        known = self._read.get(sentence)
        if known is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            known = self._read[sentence] = self._outcome(sentence)
        return known

    def _outcome(self, sentence: str) -> tuple[str | None, str | None]:
        for _, _, pattern in self.lead_in:
            sentence = pattern.sub(" ", sentence)
        found = next(((value, rule) for value, rule, pattern in self.outcomes if pattern.search(sentence)), (None, None))
        return (PART_DONE, PART_OF) if found[0] == DONE and is_part(sentence) else found

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

    def is_question(self, sentence: str) -> bool:
        """Whether ``sentence`` asks or tells of a question: it reports nothing itself."""
        return sentence.rstrip('"”’) ').endswith("?") or _found(self.asking, sentence)

    def does_go_on(self, sentence: str) -> bool:
        """Whether ``sentence`` still speaks of what the last one named: it begins with a pronoun, or gives an answer."""
        return _found(self.goes_on, sentence)

    def is_amendment(self, sentence: str) -> bool:
        """Whether ``sentence`` approves earlier minutes with a change to them."""
        return _found(self.amendment, sentence)

    def is_scrutiny(self, committee: str) -> bool:
        """Whether a body of this name holds the executive to account."""
        return any(f" {words} " in f" {normal(committee)} " for words in self.scrutiny_bodies)

    def to_executive(self, action: str) -> str | None:
        """The words by which ``action`` recommends something to the executive; None where it does not."""
        return next((match[0] for _, _, pattern in self.executive if (match := pattern.search(action))), None)

    def is_colour(self, status: str) -> bool:
        """Whether a status column holds only a colour ("Amber", "Green (RAG)"), whose meaning is the council's own."""
        words = normal(status).split()
        return bool(words) and self.colours.issuperset(words)

    def report_asked_by(self, action: str) -> str | None:
        """The word of something that ``action`` is done by: BROUGHT (a report, an update) or TOLD (an answer); None for other actions."""
        return next((value for value, _, pattern in self.report_asked if pattern.search(action)), None)

    def gives_report(self, sentence: str, asked: str) -> str | None:
        """The id of the rule by which ``sentence`` brings the word ``asked`` for; None where it does not, or says it is to come."""
        rule = next((rule for value, rule, _ in self._given(sentence) if value in (BROUGHT, asked)), None)
        return None if any(value == WITHHELD for value, _, _ in self._given(sentence)) else rule

    def _given(self, sentence: str) -> Iterator[tuple[str, str, re.Pattern[str]]]:
        """The rules for word brought that find something in ``sentence``, but for what is negated."""
        for value, rule, pattern in self.report_given:
            match = pattern.search(sentence)
            if match and (value == WITHHELD or self.outcome(sentence[: match.end()])[0] not in OPEN_STILL):
                yield value, rule, pattern


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
        asking=_compiled(book, "asking"),
        goes_on=_compiled(book, "goes on"),
        lead_in=_compiled(book, "lead in"),
        amendment=_compiled(book, "amendment"),
        report_asked=_compiled(book, "report asked"),
        report_given=_compiled(book, "report given"),
        executive=_compiled(book, "to the executive"),
        business_words=_stems(book, "business_words"),
        standing_words=_stems(book, "standing_words"),
        office_words=_stems(book, "office_heads", "bodies"),
        colours=frozenset(book.words("colour_words")),
        scrutiny_bodies=frozenset(book.words("scrutiny_bodies")),
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


def is_part(sentence: str) -> bool:
    """Whether ``sentence`` counts fewer than the whole: "29 of the 44", "Of the 44 red columns, 29"."""
    dayless = _DAY.sub("", sentence)
    counts = [*_PART.findall(dayless), *((part, whole) for whole, part in _OF_WHOLE.findall(dayless))]
    return any(_value(part) < _value(whole) for part, whole in counts)


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _NUMBERS.index(number.casefold()) + 1


def clauses(sentence: str) -> list[str]:
    """``sentence`` cut where its drift turns ("... had been closed off but no quotation had been sought")."""
    return [part.strip() for part in _CLAUSE.split(sentence) if part.strip()]
