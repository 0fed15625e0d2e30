"""Reading what a sentence says became of a thing: done, part done, awaited, put off, replaced, given up."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from minutes_miner.model import Due
from minutes_miner.rulebook import RuleBook
from minutes_miner.track.readings import Reading, Readings, readings_of

DONE, PART_DONE, AWAITED, DEFERRED = "done", "part done", "awaited", "deferred"
REPLACED, DROPPED, NOTED = "replaced", "dropped", "noted"
# Whoever was to decide said no: what that means for an action depends on whether it was to ask.
REFUSED = "refused"
# What undoes or delays is said beside what was done ("had been sent, no reply received", "not yet received"), so it is looked for first.
OPEN_STILL = (PART_DONE, AWAITED, DEFERRED)
CLOSING = (DONE, REPLACED, DROPPED)
PRECEDENCE = (REPLACED, DROPPED, REFUSED, DEFERRED, AWAITED, PART_DONE, DONE, NOTED)
# What a meeting does with the action itself goes before what the words would say of a thing: "Action 7 to be closed" is no gap in a hedge.
_OF_ACTION = "progress.to-close"
# Readings that hold only where the sentence says nothing surer: "no further action, the work being done", "cancelled, rearranged for May",
# "drafted and sent".
_GIVES_WAY = {
    "progress.no-more": (DONE,),
    "progress.dropped": (DEFERRED,),
    "progress.called-off": (DEFERRED, AWAITED),
    "progress.drafted": (DONE,),
}
# Word of a reminder, or of a day fixed, is no end of a thing, unless reminding or fixing the day was all that was to be done.
DONE_BY_OWN_VERB = ("progress.chased", "progress.arranged", "progress.drafted", "progress.intended")
# Stands for the words of such a reading while the rest is read, so that "had drafted a reply" does not become "had a reply".
_READ = " _ "

PART_OF = "progress.part-of"
# "29 of the 44", "two of five", "Of the 44 red columns, 29 had ...": a count and the whole that it is of, in figures or words up to twenty.
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_NUMBER = rf"\b(\d{{1,6}}|{'|'.join(_NUMBERS)})\b"
_WHOLE = rf"of\s(?:the\s|these\s|those\s|all\s|its\s|their\s)?{_NUMBER}"
# What became of so many follows: "29 of the 44 columns had been replaced", "two of five sent"; "five of six wanted lamps" is no progress.
_PART = re.compile(rf"{_NUMBER}\s(?:out\s)?{_WHOLE}(?P<told>[^.;]*)", re.IGNORECASE)
_OF_WHOLE = re.compile(rf"\b{_WHOLE}[^.;]{{0,60}}?,\s(?:only\s|some\s)?{_NUMBER}(?P<told>[^.;]*)", re.IGNORECASE)
# "60% complete".
_SHARE = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d+)?\s?(?:%|per\s?cent)\s(?:now\s)?(?:complete|completed|done|finished)\b", re.IGNORECASE)
# "14 of 18 September" is a minute and its day.
_DAY = re.compile(r"\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.IGNORECASE)
# "three quotations": a count and what is counted.
_COUNTED = re.compile(rf"{_NUMBER}\s(?:\w+\s)?(\w{{4,}})", re.IGNORECASE)
# A sentence is read for each action that it may speak of, all in one meeting: those of a long meeting are remembered.
_REMEMBERED = 5000

Outcome = tuple[str | None, str | None]  # (one of PRECEDENCE, rule id)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an action, the sentence that says so, and the new date that it sets."""

    status: str | None
    quote: str
    rule: str | None
    due: Due | None = None


class OutcomeReader:
    """The rules of kind ``progress``, tried in order of precedence; words that open a new decision are passed over."""

    def __init__(self, book: RuleBook) -> None:
        progress = readings_of(book.of_kinds("progress"), book)
        self._progress = Readings(sorted(progress, key=lambda each: (each.rule != _OF_ACTION, PRECEDENCE.index(each.value or NOTED))))
        self._lead_in = Readings(readings_of(book.of_kinds("lead in"), book))
        self._known: dict[str, Outcome] = {}

    def __call__(self, sentence: str) -> Outcome:
        """What ``sentence`` says became of a thing; (None, None) where it says nothing."""
        known = self._known.get(sentence)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[sentence] = self._read(sentence)
        return known

    def _read(self, sentence: str) -> Outcome:
        for each in self._lead_in.worth_trying(sentence):
            sentence = each.pattern.sub(" ", sentence)
        first = next(self._found(sentence, PRECEDENCE), None)
        if first is None:
            return None, None
        surer = _GIVES_WAY.get(first.rule, ())
        rest = first.pattern.sub(_READ, sentence) if DONE in surer else sentence
        found = next(self._found(rest, surer), first) if surer else first
        return (PART_DONE, PART_OF) if found.value == DONE and self._is_part(sentence) else (found.value, found.rule)

    def _is_part(self, sentence: str) -> bool:
        """Whether ``sentence`` tells of fewer than the whole that they were done: "29 of the 44 had been sent", "60% done"."""
        if _SHARE.search(sentence):
            return True
        dayless = _DAY.sub("", sentence)
        counts = [*((m, m[1], m[2]) for m in _PART.finditer(dayless)), *((m, m[2], m[1]) for m in _OF_WHOLE.finditer(dayless))]
        told = [next(self._found(match["told"], PRECEDENCE), None) for match, part, whole in counts if _number(part) < _number(whole)]
        return any(each is not None and each.value == DONE for each in told)

    def _found(self, sentence: str, values: Container[str]) -> Iterator[Reading]:
        """The readings with one of the ``values`` whose pattern ``sentence`` has."""
        return (each for each in self._progress.worth_trying(sentence) if each.value in values and each.pattern.search(sentence))


def is_fewer(asked: str, sentence: str) -> bool:
    """Whether ``sentence`` counts fewer of a thing than an action ``asked`` for: "two quotations" of "three quotations"."""
    wanted = {_plain(noun): _number(count) for count, noun in _COUNTED.findall(_DAY.sub("", asked))}
    got = _COUNTED.findall(_DAY.sub("", sentence)) if wanted else []
    return any(_number(count) < wanted.get(_plain(noun), 0) for count, noun in got)


def _plain(noun: str) -> str:
    return noun.casefold().removesuffix("s")


def _number(number: str) -> int:
    return int(number) if number.isdigit() else _NUMBERS.index(number.casefold()) + 1
