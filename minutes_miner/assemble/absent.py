"""Promises of people who are not at the meeting, which its record only passes on: "Mr Fox of Hill Farm has said he will see to it"."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_miner.assemble.persons import People
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn, gender_of, wording
from minutes_miner.assemble.statements import Statement
from minutes_miner.model import Mention

# Who "has agreed to" or "has offered to" do something does it for the meeting.
_SAID = "said|advised|confirmed|informed|told|written|replied|stated|indicated|announced"
# What stands between the name of somebody who has told of a plan and the end of the words that tell it.
_HAS_SAID = re.compile(rf"(?:(?!\bto\b)[^.;:]){{0,90}}?\s(?:has|have)\s(?:(?:also|now|since|kindly)\s)?(?:{_SAID})\b[^.;:]*")
# Members may be missing from a list of those present; who bears a member's title is none of the outside.
_MEMBER = re.compile(r"(?:\w+\s)?(?:Cllrs?|Councillors?|Cyng|Ald|Governors?|Trustees?)\b", re.IGNORECASE)
_WORDS_OF_A_NAME = 2


def without_absent(sentence: Sentence, people: People) -> Sentence:
    """``sentence`` without the marks of promises that it passes on of people whom the document does not list as there."""
    if not people.lists_anybody or not (" has " in sentence.text or " have " in sentence.text):
        return sentence
    guests = [n for n in sentence.names if _is_guest(wording(sentence, n), n, people)]
    marks = sentence.marks["action"]
    kept = [m for m in marks if m.value != "promise" or not any(_has_said(sentence, guest, m) for guest in guests)]
    return sentence if len(kept) == len(marks) else replace(sentence, marks={**sentence.marks, "action": kept})


def whose(statement: Statement, turn: Turn, before: Turn) -> bool:
    """Whether a promise of "he" or "she", read as that of the speaker of the paragraph, has an owner here; it is given the one named last
    where the speaker's title says that the speaker is not meant, and has none where nobody else is listed."""
    pronoun = turn.sentence.text.partition(" ")[0].casefold()
    if turn.acts or turn.speaker is None or statement.owner != turn.speaker.name or pronoun not in ("he", "she"):
        return True
    known = {gender_of(name) for name in turn.speaker.names} - {None}
    if not known or pronoun in known:
        return True
    named = [wording(before.sentence, n) for n in before.sentence.names if n.value == "person"]
    others = [name for name in named if gender_of(name) in (None, pronoun)]
    statement.owner = others[-1] if others else None
    return bool(others)


def _is_guest(name: str, mention: Mention, people: People) -> bool:
    """Whether a name is that of a person whom the document does not list."""
    if mention.value not in ("person", "maybe") or _MEMBER.match(name) or people.lists(name):
        return False
    return mention.value == "person" or len(name.split()) == _WORDS_OF_A_NAME


def _has_said(sentence: Sentence, guest: Mention, promise: Mention) -> bool:
    """Whether a promise is what ``guest``, and nobody named behind, has said."""
    if guest.end > promise.start or any(guest.end <= n.start < promise.start and n.value in ("person", "office") for n in sentence.names):
        return False
    return _HAS_SAID.fullmatch(sentence.text, guest.end - sentence.start, promise.end - sentence.start) is not None
