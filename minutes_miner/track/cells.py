"""What closes an action in a cell of an action log, or behind an action that a list prints again: a final word, or its own deed told.

A cell is one unit, and the last word in it counts: "Circulated; 5 of 8 returned. C/F" is carried forward. What is reported done there
and is neither the log's final word nor what was asked for ("Contractor found") is a step on the way.
"""

from __future__ import annotations

import re

from minutes_miner.model import Progress
from minutes_miner.track.outcome import AWAITED, DONE, DONE_BY_OWN_VERB, DROPPED, OPEN_STILL, PART_DONE, PART_OF, Outcome, is_fewer
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.subjects import Subject
from minutes_miner.track.verbs import has_own_verb, names_deed, own_participle
from minutes_miner.track.words import single, terms

# How a line of an action log parts its columns; what has no word of three letters is a number, initials or nothing.
CELLS, _WORDED = " | ", re.compile(r"[^\W\d_]{3}")
STEP, OWN_VERB = "progress.step", "progress.own-verb"
# What stands before a note's participle, and what may behind it: "New pads fitted by Cllr Moss on 2 May". Longer texts are sentences, and
# read as such; a note has no such word.
_NOTE = 6
_BEHIND = re.compile(r"\W*(?:$|\d|(?:by|on|in|at|from|to|with|for|last|this|and|today|yesterday|week)\b)", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\b(?i:not|never|no|be|being|half|part|when|once|if|until|asked|who|which)\b|\b[Tt]o\s(?!(?:the|all|both|each|our|his|her|their|members)\b|[A-Z])|\?"
)
# Where one word of a cell ends and the next begins.
_PARTS = re.compile(r"(?<=[.;!])\s+|;|,\s+|\s[–—-]\s|:\s|\s\|\s|\n")
# What a column of its own says ("Completed: 27/03/23") is not to be weighed against the rest of the line.
_OF_COLUMN = re.compile(r"completed:\s", re.IGNORECASE)
# "Not booked as the provider had withdrawn": why it is so is no news of the thing.
_REASON = re.compile(r"\s(?:as|because|since|owing to|due to)\s", re.IGNORECASE)
_COMPLETE = re.compile(r"\b(?:completed?|finished|concluded)$", re.IGNORECASE)
# What is left of a thing of which a part is told done: "a third is awaited", "the rest to follow".
REST = re.compile(
    r"^\W*(?:and\s)?(?:(?:a|the)\s)?(?:second|third|fourth|others?|another|rest|remainder|remaining|last|more|final)\b", re.IGNORECASE
)
# A draft that has gone round, or was adopted, was drawn up; what was to be written to somebody and is sent was written.
_SHOWN_BY = {"draw up": frozenset(("send", "decide")), "write": frozenset(("send",))}


def update_in(line: Progress, book: PhraseBook) -> str:
    """The cell of an action log's ``line`` that tells how the action stands; the whole line where none does.

    It is what a reader of the paper wants: not the task, its owner, number, day and colour over again.
    """
    known = {line.action_text, line.owner, line.reference, line.number, line.due_text}
    told = (cell for cell in line.text.split(CELLS) if cell not in known and _WORDED.search(cell) and not book.is_colour(cell))
    return max(told, key=len, default=line.text)


def weighed(text: str, cell: str, read: Outcome, subject: Subject, book: PhraseBook) -> Outcome:
    """``read``, what ``text`` tells of the action by itself, set right by the whole ``cell`` that it stands in."""
    if _OF_COLUMN.match(cell):
        return read
    parts = _parts(cell if text in cell else text)
    if not parts:
        return read
    if (read[0] is None or read[1] in DONE_BY_OWN_VERB) and is_note_of_deed(parts[0], subject):
        read = DONE, OWN_VERB
    if read[0] == DONE:
        return _last_word(parts, subject, book) or read
    if read[0] == DROPPED:
        return _set_going_again(parts, book) or read
    last = book.outcome(parts[-1])
    return last if read[0] in OPEN_STILL and last[0] == DONE and book.is_final(parts[-1]) else read


def remarked(remark: str, read: Outcome, subject: Subject, book: PhraseBook) -> Outcome:
    """``read``, what a text tells of the action by itself, set right by the whole ``remark`` that it stands in, behind the name of the
    thing ("Bus shelter: ..."): a note of the deed closes it, what says that some of it is still to come leaves it open."""
    parts = _parts(remark)
    if parts and read[0] is None:
        read = (DONE, OWN_VERB) if is_note_of_deed(parts[0], subject) else _of_note(remark, book)
    last = _last_word(parts, subject, book) if read[0] == DONE else None
    return last if last and last[0] in OPEN_STILL and last[1] != STEP else read


def _of_note(remark: str, book: PhraseBook) -> Outcome:
    """What a ``remark`` of a few words says by itself: "no change", "c/f", "completed"."""
    note = remark.strip(" .")
    told = book.outcome(note) if len(note.split()) <= _NOTE else (None, None)
    return (None, None) if told[0] == DONE and not book.is_final(note) else told


def _parts(cell: str) -> list[str]:
    parts = (part.strip(" -–—.|") for part in _PARTS.split(cell))
    return [part for part in parts if part]


def is_note_of_deed(part: str, subject: Subject) -> bool:
    """Whether a few words are a note that the action's own deed was done: "Shelter painted by Cllr Moss on 3 May", not "to be painted"."""
    told = None if _NOT_DONE.search(part) else own_participle(part, subject)
    return told is not None and len(part[: told.start()].split()) <= _NOTE and bool(_BEHIND.match(part, told.end()))


def _last_word(parts: list[str], subject: Subject, book: PhraseBook) -> Outcome | None:
    """What the ``parts`` of a cell come to, of which one reports something done; None where none of them tells anything."""
    found: Outcome | None = None
    for part in parts:
        told = _told_by(part, subject, book)
        if told[0] == DONE:
            ends = told[1] == OWN_VERB or book.is_final(part) or _is_own_deed(part, subject, book)
            found = told if ends else found or (PART_DONE, STEP)
        elif told[0] in OPEN_STILL and (not found or found[0] != DONE or _leaves_open(part, told, subject, book)):
            found = told
    return found


def _told_by(part: str, subject: Subject, book: PhraseBook) -> Outcome:
    """What ``part`` tells; word of a draft, or of a thing on order, is the end of what was only to be drafted or ordered, and two of
    three quotations are a part."""
    told = book.outcome(part)
    if told[1] in DONE_BY_OWN_VERB and (is_note_of_deed(part, subject) or has_own_verb(part, subject)):
        told = DONE, OWN_VERB
    return (PART_DONE, PART_OF) if told[0] == DONE and is_fewer(subject.text, part) else told


def _leaves_open(part: str, told: Outcome, subject: Subject, book: PhraseBook) -> bool:
    """Whether ``part``, behind word of the thing done, leaves some of it undone; that an answer is awaited, or the next step, does not."""
    if book.is_answer_awaited(part):
        return False
    return told[0] != AWAITED or bool(REST.match(part)) or len(part.split()) == 1 or names_deed(part, subject)


def _is_own_deed(part: str, subject: Subject, book: PhraseBook) -> bool:
    """Whether ``part`` tells that what the action asks for was done: its verb ("painted" of "paint"), or another of its sort."""
    if own_participle(part, subject) or _names_it_complete(part, subject, book):
        return True
    if book.is_handed_on(part):
        on_agenda = "agenda" in part.casefold()
        return bool(subject.report) if on_agenda else book.is_to_ask(subject.text) and "mend" in subject.deeds  # to report a fault
    if subject.report:
        return True
    if book.only_prepares(part, subject.text):
        return False
    if not subject.deeds:
        return not book.is_step(part)
    told = book.deeds.told(part)
    return bool(told & subject.deeds) or any(told & _SHOWN_BY.get(deed, frozenset()) for deed in subject.deeds)


def _names_it_complete(part: str, subject: Subject, book: PhraseBook) -> bool:
    """Whether ``part`` is no more than the action's deed by name and that it is complete: "review complete" of "review the policy"."""
    known = book.business_words | subject.own | subject.heading
    return _COMPLETE.search(part) is not None and names_deed(part, subject) and not single(terms(part)) - known


def _set_going_again(parts: list[str], book: PhraseBook) -> Outcome | None:
    """What a cell that seems to give a thing up says is still to come of it."""
    last = next((told for part in reversed(parts) if (told := book.outcome(part))[0]), None)
    if last and last[0] in OPEN_STILL:
        return last
    bare = book.outcome(_REASON.split(parts[0], maxsplit=1)[0])
    return bare if bare[0] in OPEN_STILL else None
