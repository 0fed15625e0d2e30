"""What a passage says became of an action: the clause that speaks of it, read by the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.dates import find_dates, find_due, resolve_due
from minutes_miner.model import Due, Progress
from minutes_miner.text import normal
from minutes_miner.track.outcome import (
    AWAITED,
    CLOSING,
    DEFERRED,
    DONE,
    DROPPED,
    OPEN_STILL,
    PART_DONE,
    PART_OF,
    REFUSED,
    REPLACED,
    is_fewer,
)
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import DISCUSSED, PhraseBook, clauses
from minutes_miner.track.subjects import Subject
from minutes_miner.track.verbs import has_own_verb, is_only_set, names_deed
from minutes_miner.track.words import Rarity, paragraphs, sentences, single, terms

# The sentence that names a thing is followed by what became of it within three sentences, or not at all.
_FOLLOWING = 3
# After a status word's first stretch comes a remark: "Done – reply awaited" is done.
_REMARK = re.compile(r"\s[–—-]\s|[;,(]")
# How a line of an action log parts its columns, and the most words of a cell that is a status and no remark ("Complete, to be closed").
_CELLS, _BARE_WORDS = " | ", 4
# Two words of everyday business, or one that is rarer: less is shared by chance.
_TELLING = 0.3
_WORD = re.compile(r"\w+")
_BROUGHT_RULE = "progress.delivered"
OWN_VERB, ONLY_SET, DISCUSSED_ITEM = "progress.own-verb", "progress.only-set", "report-given.discussed"
# Word of a reminder, or of a day fixed, is no end of a thing, unless reminding or fixing the day was all that was to be done.
_DONE_BY_OWN_VERB = ("progress.chased", "progress.arranged", "progress.drafted")
# A status that takes back its own first word: "Closed - not done", "Done (in part)".
_TAKEN_BACK = ("progress.closed-undone", "progress.done-in-part")
# A clause without a subject of its own goes on about that of the clause before ("... but had to be called off").
_NO_SUBJECT = re.compile(
    r"(?:it|this|they|these|which|has|have|had|was|were|is|are|would|will|could|must|should|not|then|later|since)\b", re.IGNORECASE
)

# "It was deferred to May" puts a thing off; "the results would be brought to the next meeting" only promises it anew.
_PUTS_OFF = re.compile(r"\b(?:defer|postpon|adjourn|exten[ds]|re-?schedul|put (?:back|off)|held over|carried|moved)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an action, the sentence that says so, and the new date that it sets."""

    status: str | None
    quote: str
    rule: str | None
    due: Due | None = None


def fate_of(
    passage: Passage, subject: Subject, *, rarity: Rarity, book: PhraseBook, day: date, meetings: tuple[date, ...], cited: bool = False
) -> Fate:
    """What ``passage``, of the meeting held on ``day``, says became of the action; ``meetings`` are the days of all that are known.

    ``cited``: the passage refers to the action by its number, so that its own sentence and the next need not name it again.
    """
    early = not cited and _is_early(subject, day)
    brought = None if early else _report(passage, subject, book)
    if brought:
        return brought
    for text in _speaking(passage, subject, rarity=rarity, book=book, cited=cited):
        if book.is_question(text):
            continue
        status, rule = book.outcome(text)
        own_verb = has_own_verb(text, subject)
        if own_verb and (not status or rule in _DONE_BY_OWN_VERB):
            status, rule = DONE, OWN_VERB
        if status == REFUSED:
            status = DONE if book.is_to_ask(subject.text) else DROPPED
        if status == DONE and is_only_set(text, subject, book):
            status, rule = AWAITED, ONLY_SET
        if status == DONE and is_fewer(subject.text, text):
            status, rule = PART_DONE, PART_OF
        if early and rule == _BROUGHT_RULE:
            continue
        # "At the last meeting it was agreed to ask ..." is followed by what came of it.
        sure = cited or passage.progress or status in OPEN_STILL or (passage.recalled and text in _next_two(passage)[:1])
        if status and (sure or _is_borne_out(text, passage, subject, rarity=rarity, book=book, own_verb=own_verb)):
            quote = next((s for s in sentences(passage.paragraph) if text in s), passage.text)
            instead = _instead(passage, book) if status == AWAITED else None
            instead = instead or (_put_off(passage, subject, book) if status in (AWAITED, PART_DONE) else None)
            fate = instead or Fate(status, quote, rule)
            if fate.status != DEFERRED:
                return fate
            due = (_new_date(text, day, meetings) if passage.progress else None) or _new_date(fate.quote, day, meetings)
            if fate is instead and due and due.date and subject.due and due.date < subject.due:
                return Fate(status, quote, rule)  # nothing is put off to a day before its own: another thing is meant
            return replace(fate, due=due)
    return _instead(passage, book) or Fate(None, passage.text, None)


def _is_early(subject: Subject, day: date) -> bool:
    """Whether what is brought on ``day`` comes too early for the report that the action asks for: it is another one, or an interim word.

    A report due in a year is not the one brought after three months; one brought at the last meeting but one before its day may be.
    """
    return bool(subject.report and subject.due and day < subject.due and 2 * (day - subject.day) < subject.due - subject.day)


def _instead(passage: Passage, book: PhraseBook) -> Fate | None:
    """What a sentence or two after one that tells of a thing not done put in its place; a task may say it, too."""
    told = ((text, *book.outcome(text)) for text in _next_two(passage))
    return next((Fate(status, text, rule) for text, status, rule in told if status == REPLACED), None)


def _put_off(passage: Passage, subject: Subject, book: PhraseBook) -> Fate | None:
    """That the same thing is put off, in a sentence or two that names no other ("It was agreed to extend the deadline to May")."""
    known = book.business_words | book.deferral_words | subject.own | subject.heading | subject.owner
    told = ((text, *book.outcome(text)) for text in _next_two(passage) if not single(terms(text)) - known)
    return next((Fate(status, text, rule) for text, status, rule in told if status == DEFERRED and _PUTS_OFF.search(text)), None)


def _next_two(passage: Passage) -> list[str]:
    """The two sentences after the passage's own in its paragraph; none for a line of an action log."""
    if passage.progress:
        return []
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), len(said))
    return said[at + 1 : at + 3]


def _report(passage: Passage, subject: Subject, book: PhraseBook) -> Fate | None:
    """That the report or answer was brought which is all that the action asks for; what it tells of the work is no matter.

    It is looked for in the passage, and in its item where that is called what the action is about.
    """
    asked = subject.report
    if not asked or passage.progress or book.withholds_report(passage.text):
        return None
    if asked == DISCUSSED and passage.under.title_words & (subject.heading | subject.own):
        return Fate(DONE, passage.text, DISCUSSED_ITEM)
    said = [passage.text]
    if passage.under.title_words & (subject.heading | subject.own):
        said += [sentence for paragraph in paragraphs(passage.item.text) for sentence in sentences(paragraph)]
    given = ((text, book.gives_report(text, asked)) for text in said if not book.is_question(text))
    return next((Fate(DONE, text, rule) for text, rule in given if rule), None)


def _is_borne_out(text: str, passage: Passage, subject: Subject, *, rarity: Rarity, book: PhraseBook, own_verb: bool) -> bool:
    """Whether ``text`` closes the action and not another matter under the same heading.

    Words of the action must stand in it, or in the passage's sentence or head where ``text`` still speaks of that. What both items are
    called tells nothing, unless the action has no subject of its own or ``text`` has its verb.
    """
    said = terms(text) | passage.head_words | passage.under.title_words
    if text in passage.text or passage.head_words or book.does_go_on(text):
        said |= passage.words
    if own_verb or rarity.total(single(subject.own) - book.business_words - subject.heading) < _TELLING:
        return bool(said & (subject.own | subject.heading | subject.around))
    # What it is about may stand in the sentence before it, or in the other place that states it.
    about = subject.own.union(subject.heading, subject.before, *subject.also) - (subject.heading & passage.under.title_words)
    # Under matters arising a paragraph's head is made up to say what the earlier discussion was about.
    headed = passage.head_words & subject.around if passage.taking_up else frozenset()
    return rarity.total((said & about) | headed) >= _TELLING


def _speaking(passage: Passage, subject: Subject, *, rarity: Rarity, book: PhraseBook, cited: bool) -> Iterator[str]:
    """The texts that may say it, the likeliest first: a status word, the clause nearest the action, its sentence, those beside it."""
    if passage.progress:
        yield from _of_line(passage.progress, subject, book)
        return
    if passage.fresh and not cited:
        yield from _beside(passage, book)
    told = _without(subject.text, passage.text)
    yield _nearest(clauses(told), subject, rarity=rarity, book=book)
    yield told
    if cited or not passage.fresh:
        yield from _beside(passage, book)
    if cited:
        yield from _before(passage)


def _of_line(line: Progress, subject: Subject, book: PhraseBook) -> Iterator[str]:
    """The texts of an action log's line that may say it: its status column, else what it has beside the action's own words.

    A colour is no word; and what is closed may be so because it was given up, which another column says.
    """
    beside = _without(line.action_text or subject.text, line.text)
    word = "" if book.is_colour(line.status_word or "") else line.status_word
    if word and normal(word).split()[:1] == ["closed"]:
        yield from (text for text in (word, beside) if book.outcome(text)[0] in (REPLACED, DROPPED))
    told = word or beside
    if book.outcome(told)[1] in _TAKEN_BACK:
        yield told
    first, *more = _REMARK.split(told)
    if book.outcome(first)[0] not in CLOSING:
        yield from (part for part in more if book.outcome(part)[0] == DEFERRED and find_dates(part))  # "Open; revised date: 2 May 2031"
    yield first
    yield told
    # "See item 9 | Closed": where the update says nothing, a bare word in another column may.
    yield from (
        cell for cell in line.text.split(_CELLS) if word and cell not in (word, line.action_text) and len(cell.split()) <= _BARE_WORDS
    )


def _nearest(parts: list[str], subject: Subject, *, rarity: Rarity, book: PhraseBook) -> str:
    """The clause that shares most with the action; a later one that leaves its deed, or another of its own words, undone goes before it."""
    about = subject.own | subject.heading
    nearest = max(parts, key=lambda clause: rarity.total(about & terms(clause)), default="")
    later = parts[parts.index(nearest) + 1 :] if parts else []
    return next((clause for clause in later if _takes_back(clause, subject, book)), nearest)


def _takes_back(clause: str, subject: Subject, book: PhraseBook) -> bool:
    """Whether ``clause`` leaves undone, puts off or gives up what the clause before it seems to report done."""
    status = book.outcome(clause)[0]
    if status in OPEN_STILL and names_deed(clause, subject):
        return True
    return status in (DEFERRED, DROPPED, REPLACED) and bool(_NO_SUBJECT.match(clause))


def _before(passage: Passage) -> list[str]:
    """The sentence before the passage's own in its paragraph."""
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), 0)
    return said[max(0, at - 1) : at]


def _without(quoted: str, text: str) -> str:
    """``text`` without the words of the action that it prints again: "Ensure that the site is updated" is no news of an update."""
    wanted = [word.casefold() for word in _WORD.findall(quoted)]
    found = list(_WORD.finditer(text))
    words = [match[0].casefold() for match in found]
    size = len(wanted)
    at = next((n for n in range(len(words) - size + 1) if words[n : n + size] == wanted), None) if size else None
    return text if at is None else f"{text[: found[at].start()]} {text[found[at + size - 1].end() :]}"


def _beside(passage: Passage, book: PhraseBook) -> Iterator[str]:
    """The sentences after the passage's own in its paragraph; those before it where it sets a task, which follows from what was said.

    A sentence that sets a task is left out, but not the answer to a question: it tells both what was done and what will be.
    """
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), 0)
    stated = {normal(action.text) for action in passage.item.actions}
    around = said[:at] if passage.fresh else said[at + 1 : at + 1 + _FOLLOWING]
    answered = around[:1] if not passage.fresh and book.is_question(passage.text) else []
    yield from answered
    yield from (sentence for sentence in around[len(answered) :] if normal(sentence) not in stated)


def _new_date(sentence: str, day: date, meetings: tuple[date, ...]) -> Due | None:
    """The day to which ``sentence``, of the meeting held on ``day``, puts a thing off: by its due words, or by the date that it names."""
    words = [sentence[start:end] for start, end, _ in find_due(sentence)] or [sentence[start:end] for start, end, _ in find_dates(sentence)]
    following = next((held for held in meetings if held > day), None)
    return resolve_due(words[-1], meeting=day, next_meeting=following, calendar=meetings) if words else None
