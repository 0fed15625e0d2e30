"""Dates in an action's sentence that are not its deadline: how long a thing lasts, when something else is, was asked for, or is held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from minutes_miner.dates_written import MONTH
from minutes_miner.rulebook import RuleBook

# "Clerk to order it by March" is a deadline whatever stands before it; a day or month behind these tells when anything is, will be or was.
_WEAK = re.compile(rf"(?:on|in|during|late|early|mid)\b[^()]*?(?:\d|\b{MONTH}\b)", re.IGNORECASE)
_LASTS = re.compile(r"(?:until|till)\b", re.IGNORECASE)
_IN = re.compile(r"in\b", re.IGNORECASE)
_FOR = re.compile(r"for\b", re.IGNORECASE)
# How far before the words it is looked for what they belong to: a clause.
_REACH = 160
_CLAUSE = re.compile(r"[;:.?!](?=\s)|\s[–—-]\s")
# A clause of its own, with what happens on that day: "whose lease expires on", "which will be shut in".
_RELATIVE = re.compile(
    r"\b(?:which|whose|where|when|because|since|whether|if|how|why)\s[^,;]*?"
    r"\b(?:is|are|was|were|will|would|has|have|had|due|expires?|expired|ends?|closes?|opens?|runs?|starts?|begins?|meets?|falls?"
    r"|began|started|opened|closed|ended|ran|took)\b[^,;]*$"
    r"|\bwho\s(?:will|would|is\sto|is|are|was|has)\s(?:due|retire|leave|stand\sdown|step\sdown|move|start|return|be|retiring|leaving)\b[^,;]*$",
    re.IGNORECASE,
)
# A thing with a day of its own, behind the task: "comment on the application to be decided on", "publicise the path, due to open in". What
# is to be arranged or asked for is held then.
_TO_COME = re.compile(
    r"\b(?:to|will|would|shall|should)\s(?!be\b|arrange|organise|ask|ensure|request|see\b|have\b|get\b)[a-z-]+\s"
    r"(?:(?!\sand\s(?:to|will|would)\b)[^;])*?\b(?:the|this|that|these|those|an?|any|its|their|our|his|her|all|both|each)\s(?:[\w’'-]+,?\s){1,8}?"
    r"(?:(?:due|set|expected|scheduled|likely|anticipated)\sto\s(?:be\s)?\w+"
    r"|to\sbe\s(?:decided|determined|considered|heard|debated|judged|opened|launched|unveiled|announced))\b(?:(?!\sand\s)[^,;])*$",
    re.IGNORECASE,
)
# What somebody is to be told holds the day of what it tells of: "tell the school that the hall is booked on".
_TO_TELL = re.compile(
    r"\b(?:tell|inform|advise|remind|notify|warn|let|note|announce|point\sout|publicise|explain)\s[^,;]*?\bthat\s[^,;]*$", re.IGNORECASE
)
# "the quotation asked for in", "the limit agreed in": a participle behind a noun; behind "be" or "have it" the thing is still to be done.
_PARTICIPLE = re.compile(
    r"\b(?P<before>[\w’'-]+)\s(?!need\b|speed\b|weed\b|feed\b|schedul|re-?schedul|arrang|plann)(?:\w{3,}ed|held|made|sent|given|taken|built|found|written|bought)"
    r"(?:\sfor|\sto|\sout|\sup|\sby\s(?:[\w’'-]+\s){1,3}?\w+)?\s$",
    re.IGNORECASE,
)
_TO_BE_DONE = re.compile(
    r"(?:be|been|being|is|are|was|were|and|or|get|gets|got|not|it|them|this|these|that|to|\w+ly|also|then|again|further|he|she|they|we|who)$",
    re.IGNORECASE,
)
# What is done about an event in a month is done then: "report on the fair in July".
_TAKES_UP = re.compile(
    r"\b(?:report|update|feed\s?back|discuss|consider|review|decide|plan|organise|hold|run|start|begin)\b", re.IGNORECASE
)
# Behind these, and behind "be cut and", the thing is still to be done, though a noun stands before the participle.
_HAVE_IT = re.compile(r"\b(?:have|get|having|getting)\b|\bbe\s.*\band\b", re.IGNORECASE)


@dataclass(frozen=True)
class OtherDates:
    """Tells the date of something else from a deadline, by the word lists of one rule book."""

    time_given: re.Pattern[str]  # what leaves somebody time until a day
    event: re.Pattern[str]  # an event that something is for, or that is told of
    meeting: re.Pattern[str]  # a meeting with others, or their visit, likewise
    booked: re.Pattern[str]  # what is booked for a day

    def is_other(self, text: str, told: int, start: int, end: int) -> bool:
        """Whether what look like due words, between ``start`` and ``end``, are no deadline of the task that begins at ``told``."""
        words = text[start:end]
        before = text[max(0, start - _REACH, told if told < start else 0) : start]
        before = _CLAUSE.split(before)[-1]
        if _LASTS.match(words):
            return bool(before.strip()) and not self.time_given.search(before)
        if _FOR.match(words):
            return bool(self.booked.search(before))
        if not _WEAK.match(words):
            return False
        for_event = (self.event.search(before) or self.meeting.search(before)) and not (_IN.match(words) and _TAKES_UP.search(before))
        return bool(for_event or _RELATIVE.search(before) or _TO_COME.search(before) or _TO_TELL.search(before)) or _is_told_of(before)


def _is_told_of(before: str) -> bool:
    """Whether a noun with a participle stands right before the words, so that they tell when that was done to it."""
    match = _PARTICIPLE.search(before)
    return match is not None and not _TO_BE_DONE.match(match["before"]) and not _HAVE_IT.search(before)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(r"\s".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=4)
def other_dates(book: RuleBook) -> OtherDates:
    """The patterns of a rule book, compiled once."""
    nouns, verbs = _alternatives(tuple(book.words("event_nouns"))), _alternatives(tuple(book.words("event_telling")))
    behind = rf"\b(?:for|about|of|regarding|with|on|invit\w+(?:\s[\w’'-]+){{0,4}}?\sto|{verbs})\s(?:[\w’'-]+\s){{0,5}}?"
    return OtherDates(
        time_given=re.compile(rf"\b(?:(?:{_alternatives(tuple(book.words('time_giving')))})\b|(?:has|have|had)\s$)", re.IGNORECASE),
        event=re.compile(
            rf"{behind}(?:{nouns})(?:\s(?:of|at|in)\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+)?\s$",
            re.IGNORECASE,
        ),
        meeting=re.compile(rf"{behind}(?:meetings?|visits?|talks)\s(?:with|between|by|from)\s(?:[\w’'&-]+\s){{1,8}}$", re.IGNORECASE),
        booked=re.compile(rf"\b(?:{_alternatives(tuple(book.words('booking_verbs')))})\b", re.IGNORECASE),
    )
