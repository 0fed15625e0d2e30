"""Questions with what their answers promise - a written reply, figures to follow - and what became of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from minutes_miner.export.entries import Entry, items_of, of_meeting
from minutes_miner.export.spec import Cell, Register
from minutes_miner.model import LOW, Question, TrackedAction
from minutes_miner.rulebook import load, overlay_path
from minutes_miner.text import normal
from minutes_miner.wording import compile_pattern

REPLIES = ANSWERED, PROMISED, NO_ANSWER = "answered", "reply promised", "no answer recorded"
NOT_FOLLOWED = "not found as an action"
_NEXT = 3  # characters between two sentences, closing quotation mark and all


@dataclass(frozen=True)
class Asked:
    """A question, and the action that its answer promises, where actions were followed."""

    question: Question
    promise: TrackedAction | None = None
    put_off: bool = False  # the answer's words put the reply off

    @property
    def reply(self) -> str:
        """One of REPLIES: whether it was answered at the meeting, a reply was promised, or the minutes record none."""
        if not self.question.answer:
            return PROMISED if self.promise else NO_ANSWER
        return PROMISED if self.promise or self.put_off else ANSWERED

    @property
    def state(self) -> Cell:
        """How the promise stands; where it was not found as an action, nothing says whether it was kept."""
        if self.promise:
            return self.promise.state
        return NOT_FOLLOWED if self.reply == PROMISED else None

    @property
    def kept_by(self) -> Cell:
        """The words of the later minutes by which what was promised came."""
        return self.promise.closing_quote if self.promise else None


def asked(register: Register) -> Iterator[Entry[Asked]]:
    """Every question in the order of the register, with the promise made in the answer to it."""
    promises: dict[tuple[str, str], list[TrackedAction]] = defaultdict(list)
    for action in register.ledger.actions if register.ledger else ():
        promises[(action.source, action.item)].append(action)
    putting_off = _promised(overlay_path(register.rules))
    for meeting, item in items_of(register.meetings):
        made = promises.get((meeting.source, item.number or item.title), [])
        for one in item.questions:
            put_off = bool(one.answer and putting_off.search(one.answer))
            promise = _promise(one, made, put_off=put_off) if one.answer else _right_behind(one, made, putting_off)
            yield of_meeting(meeting, Asked(one, promise, put_off), evidence=one.evidence, item=item)


@lru_cache(maxsize=8)
def _promised(overlay: Path | None) -> re.Pattern[str]:
    """The words of an answer that put the reply off."""
    book = load(overlay)
    patterns = [compile_pattern(each, book.lists).pattern for rule in book.of_kinds("answer promised") for each in rule.patterns]
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)


def _promise(question: Question, made: Sequence[TrackedAction], *, put_off: bool) -> TrackedAction | None:
    """The first action that stands in the answer, or that the answer stands in; one that is perhaps none puts no reply off."""
    answer = normal(question.answer or "")
    sure = (each for each in made if put_off or each.action.confidence != LOW)
    return next((each for each in sure if any(_overlap(normal(text), answer) for text in (each.action.text, *each.action.also))), None)


def _right_behind(question: Question, made: Sequence[TrackedAction], putting_off: re.Pattern[str]) -> TrackedAction | None:
    """The action in the sentence behind a question without an answer, where its words put a reply off."""
    end = question.evidence.end
    behind = (each for each in made if end <= each.action.evidence.start <= end + _NEXT)
    return next((each for each in behind if putting_off.search(each.action.text)), None)


def _overlap(a: str, b: str) -> bool:
    return bool(a and b) and (a in b or b in a)
