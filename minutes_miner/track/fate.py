"""What a passage says became of an action: the clause that speaks of it, read by the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from minutes_miner.dates import find_dates, find_due, resolve_due
from minutes_miner.model import Due
from minutes_miner.text import normal
from minutes_miner.track.passages import Passage, Subject
from minutes_miner.track.phrases import DEFERRED, DONE, PhraseBook, clauses
from minutes_miner.track.words import Rarity, sentences, stem, terms

# The sentence that names a thing is followed by what became of it within three sentences, or not at all.
_FOLLOWING = 3
# After a status word's first stretch comes a remark: "Done – reply awaited" is done.
_REMARK = re.compile(r"\s[–—-]\s|[;,(]")
OWN_VERB = "progress.own-verb"
# A past with an auxiliary and a participle; "not" and "never" in between break it.
_PAST = re.compile(
    r"\b(?:has|have|had|was|were|been)\s(?:(?:now|also|since|all|both|already|been|\w+ly)\s){0,3}(\w+(?:ed|en|wn|ne|pt|lt|nt))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an action, the sentence that says so, and the new date that it sets."""

    status: str | None
    quote: str
    rule: str | None
    due: Due | None = None


def fate_of(passage: Passage, subject: Subject, *, rarity: Rarity, book: PhraseBook, day: date, following: date | None) -> Fate:
    """What ``passage``, of the meeting held on ``day``, says became of the action; ``following`` is the meeting after that."""
    for text in _speaking(passage, subject, rarity):
        status, rule = book.outcome(text)
        if not status and _is_own_verb(text, subject):
            status, rule = DONE, OWN_VERB
        if status:
            quote = next((s for s in sentences(passage.paragraph) if text in s), passage.text)
            return Fate(status, quote, rule, _new_date(quote, day, following) if status == DEFERRED else None)
    return Fate(None, passage.text, None)


def _is_own_verb(text: str, subject: Subject) -> bool:
    """Whether ``text`` has one of the action's own words as a verb in the past ("measure the weir": "had measured")."""
    return any(stem(match[1].casefold()) in subject.own for match in _PAST.finditer(text))


def _speaking(passage: Passage, subject: Subject, rarity: Rarity) -> Iterator[str]:
    """The texts that may say it, the likeliest first: a status word, the clause nearest the action, its sentence, those beside it."""
    if passage.progress:
        told = passage.progress.status_word or _without(passage.progress.action_text or subject.text, passage.text)
        yield _REMARK.split(told, maxsplit=1)[0]
        yield told
        return
    if passage.fresh:
        yield from _beside(passage)
    told = _without(subject.text, passage.text)
    own = subject.own | subject.heading
    yield max(clauses(told), key=lambda clause: rarity.total(own & terms(clause)), default="")
    yield told
    if not passage.fresh:
        yield from _beside(passage)


def _without(quoted: str, text: str) -> str:
    """``text`` without the words of the action that it prints again: "Ensure that the site is updated" is no news of an update."""
    words = re.findall(r"\w+", quoted)
    return re.sub(r"\W+".join(map(re.escape, words)), " ", text, count=1, flags=re.IGNORECASE) if words else text


def _beside(passage: Passage) -> Iterator[str]:
    """The sentences after the passage's own in its paragraph; those before it where it sets a task, which follows from what was said."""
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), 0)
    stated = {normal(action.text) for action in passage.item.actions}
    around = said[:at] if passage.fresh else said[at + 1 : at + 1 + _FOLLOWING]
    yield from (sentence for sentence in around if normal(sentence) not in stated)


def _new_date(sentence: str, day: date, following: date | None) -> Due | None:
    """The day to which ``sentence``, of the meeting held on ``day``, puts a thing off: by its due words, or by the date that it names."""
    words = [sentence[start:end] for start, end, _ in find_due(sentence)] or [sentence[start:end] for start, end, _ in find_dates(sentence)]
    return resolve_due(words[-1], meeting=day, next_meeting=following) if words else None
