"""What goes with word of a thing not done: that it is put off, the day on which it is promised anew, or that another takes its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from minutes_miner.dates import find_dates, find_due, resolve_due
from minutes_miner.model import Due
from minutes_miner.track.cells import update_in
from minutes_miner.track.outcome import AWAITED, DEFERRED, DROPPED, OPEN_STILL, REPLACED, Fate
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import clauses
from minutes_miner.track.subjects import Subject
from minutes_miner.track.telling import TELLING, Pair
from minutes_miner.track.verbs import is_own
from minutes_miner.track.words import sentences, single, terms

HANDED_OVER = "progress.handed-over"
CALLED_OFF = ("progress.called-off", "progress.called-off-note")
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
_DAY_MONTH = re.compile(
    r"\b(?:to|until|till|for|by)\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_FROM_NOW = re.compile(r"\b(?:now|instead|in (?:his|her|their) (?:place|stead)|from now on)\b", re.IGNORECASE)
_INSTEAD_OF = re.compile(r"\b(?:instead|in place|in the place|rather than)\s(?:of\s)?(?P<whom>[^,.;]{2,40})", re.IGNORECASE)


def what_follows(pair: Pair, told: Fate, text: str, *, day: date, meetings: tuple[date, ...]) -> Fate:
    """``told``, of a thing still to be done as ``text`` says, with what the same words or the next sentences make of it.

    ``meetings`` are the days of all that are known; ``day`` is that on which the passage's was held.
    """
    later = replacement(pair) if told.status == AWAITED else None
    later = later or _put_off(pair, told) or told
    if later.status not in OPEN_STILL:
        return later
    if later.status == DEFERRED:
        # The whole line of a log holds its first date, too.
        due = _new_date(text if pair.passage.progress else later.quote, day, meetings)
        if due is None and pair.passage.progress:  # "In Mr Ash's absence, to 8 July | Deferred"
            named = _DAY_MONTH.findall(update_in(pair.passage.progress, pair.book))
            due = _new_date(named[-1], day, meetings) if named else None
    else:
        due = _promised(pair, told, day, meetings)
    before = due and due.date and pair.subject.due and due.date < pair.subject.due
    # Nothing is put off to a day before its own: another thing is meant.
    return told if before and later is not told else replace(later, due=due)


def undone_after(pair: Pair, *, day: date, meetings: tuple[date, ...]) -> Fate | None:
    """That a thing which a sentence seems to report done is put off by the next, which names nothing else: "Deferred to November."."""
    for text in next_two(pair.passage)[:1]:
        status, rule = pair.book.outcome(text)
        if status == DEFERRED and _PUTS_OFF.search(text) and not _names_another(text, pair):
            return Fate(status, text, rule, _new_date(text, day, meetings))
    return None


def resumed(pair: Pair) -> Fate | None:
    """That a thing called off is sought again: "Another day is being looked for"."""
    told = ((text, *pair.book.outcome(text)) for text in next_two(pair.passage) if not _names_another(text, pair))
    return next((Fate(status, text, rule) for text, status, rule in told if status in OPEN_STILL), None)


def handed_over(text: str, pair: Pair) -> bool:
    """Whether by ``text`` another than its owner is to do the task now: "Mr Ash will see to it now, as the Clerk is away".

    Whom an action asks is to do something in any case.
    """
    if pair.book.is_to_ask(pair.subject.text):
        return False
    return any(_takes_over(clause, text, pair.subject) for clause in clauses(text) if _other_hand(clause, pair))


def swapped(text: str, pair: Pair) -> bool:
    """Whether by ``text`` another thing takes the place of the action's: "music in place of a speaker"."""
    instead = None if pair.book.is_to_ask(pair.subject.text) else _INSTEAD_OF.search(text)
    return bool(instead and single(terms(instead["whom"])) & pair.subject.core)


def _other_hand(clause: str, pair: Pair) -> re.Match[str] | None:
    """What somebody takes on by ``clause`` who is neither the action's owner nor named in it."""
    taken, subject = _TAKES_ON.match(clause), pair.subject
    if not taken or not subject.owner:
        return None
    who = single(terms(taken["who"])) - pair.book.business_words or single(terms(taken["who"]))
    return None if who & (subject.owner | subject.own) else taken


def _takes_over(clause: str, text: str, subject: Subject) -> bool:
    instead = _INSTEAD_OF.search(clause)
    if instead and single(terms(instead["whom"])) & subject.owner:
        return True
    if _SEES_TO.search(clause):
        return bool(_FROM_NOW.search(clause) or single(terms(text)) & subject.owner)
    return bool(_FROM_NOW.search(clause) and terms(clause) & subject.core)


def replacement(pair: Pair) -> Fate | None:
    """What a sentence or two after one that tells of a thing not done put in its place; a task may say it, too.

    Below a line of an action log it is a task of the log's item that names the same thing.
    """
    for text in next_two(pair.passage) if not pair.passage.progress else _set_below(pair):
        status, rule = pair.book.outcome(text)
        if status == REPLACED:
            return Fate(status, text, rule)
        if handed_over(text, pair) or _does_the_same(text, pair):
            return Fate(REPLACED, text, HANDED_OVER)
    return None


def _set_below(pair: Pair) -> Iterator[str]:
    """The words in which the item of an action log sets tasks of its own about the action's thing: a row of its table, a sentence."""
    subject = pair.subject
    for task in pair.passage.item.actions:
        stated = (task.text, *task.also)
        if pair.rarity.total(terms(" ".join(stated)) & subject.core) >= TELLING:
            yield from stated


def _does_the_same(text: str, pair: Pair) -> bool:
    """Whether another undertakes what the owner has not done: the same sort of deed to the same thing."""
    subject = pair.subject
    taken = None if pair.book.is_to_ask(subject.text) else _other_hand(text, pair)
    if not taken:
        return False
    return bool(single(terms(taken["what"])) & single(subject.core)) and bool(subject.deeds & pair.book.deeds.asked(taken["what"]))


def _put_off(pair: Pair, told: Fate) -> Fate | None:
    """That the same thing is put off, or given up, in a sentence or two that names no other ("It was agreed to extend the deadline")."""
    if told.status == DEFERRED:
        return None
    said = ((text, *pair.book.outcome(text)) for text in next_two(pair.passage) if not _names_another(text, pair))
    ends = ((text, status, rule) for text, status, rule in said if status == DROPPED or (status == DEFERRED and _PUTS_OFF.search(text)))
    return next((Fate(status, text, rule) for text, status, rule in ends), None)


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


def next_two(passage: Passage) -> tuple[str, ...]:
    """The two sentences after the passage's own in its paragraph; none for a line of an action log."""
    if passage.progress:
        return ()
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), len(said))
    return said[at + 1 : at + 3]


def _new_date(sentence: str, day: date, meetings: tuple[date, ...]) -> Due | None:
    """The day to which ``sentence``, of the meeting held on ``day``, puts a thing off: by its due words, or by the date that it names."""
    words = [sentence[start:end] for start, end, _ in find_due(sentence)] or [sentence[start:end] for start, end, _ in find_dates(sentence)]
    words = words or _DAY_MONTH.findall(sentence)
    following = next((held for held in meetings if held > day), None)
    return resolve_due(words[-1], meeting=day, next_meeting=following, calendar=meetings) if words else None
