"""Whose task it is: the name before the doing verb, in brackets behind a mark, or in the action column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.persons import one_of_several
from minutes_miner.assemble.script import Sentence
from minutes_miner.model import Mention

# What the action column says where there is nobody to act; a month may say when, unless it is a forename too (April, May, June).
NOBODY = re.compile(
    r"(?:none|nil|n/?a|noted|note|agreed|info(?:rmation)?|for information|action|actions|owner|lead|who|by whom|-|–|—|\."
    r"|january|february|march|july|september|october|november|december|spring|summer|autumn|winter|next meeting)*",
    re.IGNORECASE,
)
_LONGEST_OWNER = 8
_THAT = re.compile(r"^That (?=[A-Z])")  # "That Cabinet be asked"
_JOINT = re.compile(r",?\s?(?:and|&|/|,)\s?")
#: Stands between several owners: "Mr Ash/Clerk", "Mr Ash and Ms Bell".
SEVERAL = re.compile(r"[/,&]|\band\b")
_BY = re.compile(r"(?:\s(?:round|out|up|in|back|over|on))?\sby\s(?:the\s)?")
# "Councillors Ash (Chair), Elm and Oak".
_ASIDE = r"(?:\s\([^()]{1,40}\))?"
_NEXT = r"(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w’'-]+){0,2}"
_ROW_GOES_ON = re.compile(rf"(?:{_ASIDE},\s(?!and\s){_NEXT})*{_ASIDE},?\s(?:and|&)\s{_NEXT}{_ASIDE}")
_BY_REACH = 14  # characters of the longest such words
_COMMA = 2  # characters of a bare comma between two names
# What ends before the object of another's task: "Mr Ash will ring (Mr Birch)".
_DOES_TO = re.compile(r"\b(?:would|will|to)\s(?:\w+\s)?[a-z]+(?:\s(?:to|with|for|at))?\s$")
# Those of a list at the sentence's beginning whom nothing marks as names: "The Manager, Community Lead and (the Clerk)".
_LISTED = re.compile(
    r"(?:(?:The\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3},\s(?:the\s)?)*[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}\sand\s(?:the\s)?"
)


def clean_owner(text: str) -> str | None:
    """An owner as a column or bracket prints it, without stray punctuation; None for "None", "n/a" and the like, or a whole sentence."""
    owner = _THAT.sub("", text.strip(" .,:;()[]–-"))
    owner = owner + ")" if owner.count("(") > owner.count(")") else owner  # "the office (LA) and Friends (JR)"
    if not owner or NOBODY.fullmatch(owner) or len(owner.split()) > _LONGEST_OWNER:
        return None
    return owner


def doer_before(sentence: Sentence, at: int, *, reach: int = 60) -> str | None:
    """The name, body or group that stands before offset ``at`` as the subject of the doing verb; names joined by "and" together."""
    before = [n for n in sentence.names if n.end <= at and at - n.end <= reach]
    if not before:
        return None
    last = before[-1]
    joined, by_and = [last], False
    for name in reversed(before[:-1]):
        joint = _JOINT.fullmatch(sentence.text, name.end - sentence.start, joined[0].start - sentence.start)
        if not joint:
            break
        by_and = by_and or "," not in joint[0] or len(joint[0]) > _COMMA
        joined.insert(0, name)
    first = joined[0].start - sentence.start
    if len(joined) > 1 and ((first and not by_and) or _DOES_TO.search(sentence.text, 0, first)):
        joined, first = [last], last.start - sentence.start  # "for the Beacon, Mr Ash will", "will ring Mr Ash and Mr Elm will"
    listed = _LISTED.fullmatch(sentence.text, 0, first) if first else None
    return sentence.text[listed.start() if listed else first : last.end - sentence.start]


def row_start(names: Sequence[Mention], text: str, offset: int) -> int:
    """Where the row of names begins of which the last of ``names`` is the end: "Ms Bell and Mr Ash"."""
    start = names[-1].start
    for name in reversed(names[:-1]):
        joint = _JOINT.fullmatch(text, name.end - offset, start - offset) if name.end <= start else None
        if not joint or (len(joint[0]) <= _COMMA and start == names[-1].start):
            break
        start = name.start
    return start


def row_end(text: str, start: int, end: int) -> int:
    """Where the row of names ends that a plural title opens at ``start``, its first name ending at ``end``: "Councillors Ash (Chair), Elm
    and Oak"; ``end`` itself where no plural title does, or no "and" closes a row."""
    row = _ROW_GOES_ON.match(text, end) if one_of_several(text[start:end])[0] else None
    return row.end() if row else end


def doer_behind(sentence: Sentence, mark: Mention) -> Mention | None:
    """The name behind "by", right behind the words of ``mark``: "will be sent round by the Clerk"."""
    by = next((n for n in sentence.names if 0 <= n.start - mark.end <= _BY_REACH), None)
    return by if by and _BY.fullmatch(sentence.text, mark.end - sentence.start, by.start - sentence.start) else None


def told_last(names: Sequence[Mention]) -> Sequence[Mention]:
    """The last of ``names``, alone; of "Mr Ash, Oakshire County Council," the person."""
    if len(names) > 1 and names[-1].value in ("body", "office") and names[-1].start - names[-2].end == len(", "):
        return names[-2:-1]
    return names[-1:]


def same_owner(a: str | None, b: str | None) -> bool:
    """Whether two owners may be one: one of them is not known, or they share a word."""
    if not a or not b or a.casefold() == b.casefold():
        return True  # "All" is nobody by name, and the same to both
    return bool(_words(a) & _words(b))


def _words(owner: str) -> set[str]:
    return set(re.findall(r"\w+", owner.casefold())) - {"the", "cllr", "councillor", "mr", "mrs", "ms", "dr", "and", "all"}
