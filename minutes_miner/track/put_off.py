"""What goes with word of a thing not done: that it is put off, the day on which it is promised anew, or that another takes its place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from minutes_miner.dates import find_dates, find_due, resolve_due
from minutes_miner.model import Due
from minutes_miner.track.outcome import AWAITED, DEFERRED, OPEN_STILL, REPLACED, Fate
from minutes_miner.track.passages import Passage
from minutes_miner.track.subjects import Subject
from minutes_miner.track.telling import Pair
from minutes_miner.track.verbs import is_own
from minutes_miner.track.words import sentences, single, terms

HANDED_OVER = "progress.handed-over"
# "It was deferred to May" puts a thing off; "the results would be brought to the next meeting" only promises it anew.
_PUTS_OFF = re.compile(r"\b(?:defer|postpon|adjourn|exten[ds]|re-?schedul|put (?:back|off)|held over|carried|moved)", re.IGNORECASE)
# What is still to come, and its verb: the day beside it is that of a new promise, and not of what was done.
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are)\s(?:now\s)?(?:due\s|expected\s|hoped\s)?to|(?:hope[sd]?|(?:expect|aim|intend)(?:s|ed)?|plans|planned)\sto)\s"
    r"(?:(?:now|then|also|be|have|been|it|to)\s)*(?P<verb>\w+)",
    re.IGNORECASE,
)
# Verbs of coming to an end, whatever was to be done.
_COMES = frozenset(
    ("arrive", "bring", "brought", "come", "complete", "completed", "do", "done", "finish", "finished", "follow", "ready", "try")
)
# "Mr Ash will see to it now": a name, or a body or office by its capitals, and what it has taken upon itself.
_TAKES_ON = re.compile(
    r"^\W*(?P<who>(?:The\s)?(?!(?:It|This|That|These|They|He|She|We|The|Work|Members)\b)[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})"
    r"(?:\s(?:said|knew|felt)\b[^.;]{0,60}?(?:\band|\bthat\s(?:he|she|they)))?"
    r"\s(?:will|would|(?:has\s|have\s|had\s)?(?:agreed|offered|volunteered|undertaken|undertook)\sto)\s(?!be\b|not\b)(?P<what>[^.;]+)"
)
# Words by which somebody takes a task on without naming it, and those by which a task changes hands.
_SEES_TO = re.compile(r"\b(?:see to|take (?:it |this |that )?(?:over|on)|do (?:so|it|this|that)|deal with|look after)\b", re.IGNORECASE)
_FROM_NOW = re.compile(r"\b(?:now|instead|in (?:his|her|their) (?:place|stead)|from now on)\b", re.IGNORECASE)
_INSTEAD_OF = re.compile(r"\b(?:instead|in place|in the place|rather than)\s(?:of\s)?(?P<whom>[^,.;]{2,40})", re.IGNORECASE)


def what_follows(pair: Pair, told: Fate, text: str, *, day: date, meetings: tuple[date, ...]) -> Fate:
    """``told``, of a thing still to be done as ``text`` says, with what the same words or the next sentences make of it.

    ``meetings`` are the days of all that are known; ``day`` is that on which the passage's was held.
    """
    later = replacement(pair) if told.status == AWAITED else None
    later = later or _put_off(pair, told) or told
    if later.status == DEFERRED:
        due = (_new_date(text, day, meetings) if pair.passage.progress else None) or _new_date(later.quote, day, meetings)
    else:
        due = _promised(pair, told, day, meetings)
    before = due and due.date and pair.subject.due and due.date < pair.subject.due
    # Nothing is put off to a day before its own: another thing is meant.
    return told if before and later is not told else replace(later, due=due)


def handed_over(text: str, subject: Subject) -> bool:
    """Whether by ``text`` another than its owner is to do the task now: "Mr Ash will see to it now, as the Clerk is away".

    Whom an action asks is to do something in any case.
    """
    taken = _TAKES_ON.match(text)
    if not taken or not subject.owner or single(terms(taken["who"])) & (subject.owner | subject.own):
        return False
    instead = _INSTEAD_OF.search(text)
    if instead and single(terms(instead["whom"])) & subject.owner:
        return True
    same = bool(_SEES_TO.search(taken["what"])) or bool(terms(taken["what"]) & subject.core)
    named = single(terms(text[taken.end("who") :])) & subject.owner
    return (same and bool(_FROM_NOW.search(taken["what"]))) or bool(named and _SEES_TO.search(taken["what"]))


def replacement(pair: Pair) -> Fate | None:
    """What a sentence or two after one that tells of a thing not done put in its place; a task may say it, too."""
    book, subject = pair.book, pair.subject
    for text in next_two(pair.passage):
        status, rule = book.outcome(text)
        if status == REPLACED:
            return Fate(status, text, rule)
        if not book.is_to_ask(subject.text) and (handed_over(text, subject) or _does_the_same(text, pair)):
            return Fate(REPLACED, text, HANDED_OVER)
    return None


def _does_the_same(text: str, pair: Pair) -> bool:
    """Whether another undertakes what the owner has not done: the same sort of deed to the same thing."""
    taken, subject = _TAKES_ON.match(text), pair.subject
    if not taken or single(terms(taken["who"])) & (subject.owner | subject.own):
        return False
    return bool(single(terms(taken["what"])) & single(subject.core)) and bool(subject.deeds & pair.book.deeds.asked(taken["what"]))


def _put_off(pair: Pair, told: Fate) -> Fate | None:
    """That the same thing is put off, in a sentence or two that names no other ("It was agreed to extend the deadline to May")."""
    if told.status == DEFERRED:
        return None
    said = ((text, *pair.book.outcome(text)) for text in next_two(pair.passage) if not _names_another(text, pair))
    return next((Fate(status, text, rule) for text, status, rule in said if status == DEFERRED and _PUTS_OFF.search(text)), None)


def _promised(pair: Pair, told: Fate, day: date, meetings: tuple[date, ...]) -> Due | None:
    """The later day to which a thing due on one is promised anew, beside the word that it is still to come."""
    first = pair.subject.due
    for text in (told.quote, *(text for text in next_two(pair.passage) if not _names_another(text, pair))):
        ahead = next((m for m in _TO_COME.finditer(text) if m["verb"].casefold() in _COMES or is_own(m["verb"], pair.subject)), None)
        due = _new_date(text[ahead.start() :], day, meetings) if first and ahead and pair.book.outcome(text)[0] in OPEN_STILL else None
        # The first promise may be told once more; in a later year its words would mean another day.
        if first and due and due.date and due.date > max(day, first) and (due.date.month, due.date.day) != (first.month, first.day):
            return due
    return None


def _names_another(text: str, pair: Pair) -> bool:
    """Whether ``text`` names a thing that the action does not."""
    subject, book = pair.subject, pair.book
    known = book.business_words | book.deferral_words | subject.own | subject.heading | subject.owner
    return bool(single(terms(text)) - known)


def next_two(passage: Passage) -> list[str]:
    """The two sentences after the passage's own in its paragraph; none for a line of an action log."""
    if passage.progress:
        return []
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), len(said))
    return said[at + 1 : at + 3]


def _new_date(sentence: str, day: date, meetings: tuple[date, ...]) -> Due | None:
    """The day to which ``sentence``, of the meeting held on ``day``, puts a thing off: by its due words, or by the date that it names."""
    words = [sentence[start:end] for start, end, _ in find_due(sentence)] or [sentence[start:end] for start, end, _ in find_dates(sentence)]
    following = next((held for held in meetings if held > day), None)
    return resolve_due(words[-1], meeting=day, next_meeting=following, calendar=meetings) if words else None
