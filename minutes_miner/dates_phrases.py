"""Finding, within a sentence, the words that say when something is due: "by 1st April, 2015", "at the next meeting", "asap".

The patterns stand in ``rules/due.yaml``; written dates are known by their form, and the words before them (the lists ``due_leads``
and ``past_leads``) tell a deadline from the date of a past meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from minutes_miner.dates_written import find_dates, find_day_months, find_impossible
from minutes_miner.matching import Patterns, Stretch
from minutes_miner.rulebook import Rule, RuleBook, load
from minutes_miner.text import fold
from minutes_miner.wording import small_letters

DATE_RULE = "due-words.date"
CLAUSE = "clause"  # the value of rules whose words open a clause that sets the deadline
# A year printed after a month belongs to it ("the end of March, 2018"), as does a day in brackets ("the end of the week (16th May)");
# a financial year after its quarter ("in Quarter 2 of 2025-26").
_YEAR = re.compile(r",?\s(?:19|20)\d\d\b(?!/)|(?<=\d)(?:,|\sof)?\s20\d\d\s?[-–/]\s?(?:20)?\d\d\b")
# The date of a meeting at which, or for which, a thing is to be done: "at the county meeting on 26 March".
_AT_A_MEETING = re.compile(
    r"\b(?:at|to|for|before|by|until|ahead\sof|in\stime\sfor)\s(?:the|its|their|our|an?)\s(?:[\w’'&-]+\s){0,4}?meeting\s(?:to\sbe\sheld\s)?on\s(?:the\s)?$",
    re.IGNORECASE,
)
# Where a clause ends that tells what has to happen first.
_CLAUSE_END = re.compile(r"\s?[,;:()–]|\s-\s|[.?!](?=\s|$)|\s(?:and|but|so|who|which)\s|$")
# A number of days counted from something else than the meeting: "within 28 days of receipt", "in three months after the trial".
_COUNTED = "due-words.within"
_COUNTED_FROM = re.compile(
    r"\s(?:of|from|after|before|following|prior\sto)\s(?:(?:the|this|that|its|his|her|their|our|an?|any)\s)?(?!\d)[\w’'-]+(?:\s(?:of\sthe\s\w+|meeting))?",
    re.IGNORECASE,
)
# "by the end of 2031"
_YEAR_END = re.compile(r"\b(?:by|before|until|towards)\s(?:the\s)?end\sof\s(?:19|20)\d\d\b(?![/-])", re.IGNORECASE)
# "by the 15th": what follows must not make it the fifteenth of something else than a month, or one with its name.
_DAY_OF_MONTH = re.compile(
    r"\b(?:by|before|until|till|n(?:o|ot)\slater\sthan)\sthe\s(?:3[01]|[12]?\d)(?:st|nd|rd|th)"
    r"(?:\sof\s(?:the|this|next)\smonth\b|(?=[;:!?)]|[.,](?:\s|$)|$|\s(?:and|so|at|or|if|as|to|with|but|when|in\sorder|because)\b))",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(\s*(?:i\.?e\.?,?\s+|by\s+)?")

_FIGURE = re.compile(r"\d")  # without one there is no written date
_LONGEST_LEAD = 60  # characters

Found = tuple[int, int, str]
Span = tuple[int, int]


class _Leads:
    """Words that stand before a date and tell what it is."""

    def __init__(self, leads: Sequence[str]) -> None:
        words = "|".join(r"\s+".join(map(re.escape, lead.lower().split())) for lead in sorted(leads, key=len, reverse=True))
        self._pattern = re.compile(rf"\b(?:{words})[:\s]\s*$")
        self._lasts = tuple({lead.lower().split()[-1] for lead in leads})

    def before(self, text: str) -> int | None:
        """Where the longest of them begins that ends ``text``; None where none does."""
        small = small_letters(text)
        match = self._pattern.search(small) if small.rstrip().removesuffix(":").endswith(self._lasts) else None
        return match.start() if match else None


class DueFinder:
    """Finds due words by the rules of one rule book."""

    def __init__(self, book: RuleBook) -> None:
        rules = [(rule, pattern, rule.exact_case) for rule in book.of_kinds("due") for pattern in rule.patterns]
        self._patterns: Patterns[Rule] = Patterns(rules, book.lists)
        self._leads, self._past = _Leads(book.words("due_leads")), _Leads(book.words("past_leads"))
        self._event = _event_before_a_date(book.words("event_nouns"))

    def find(self, text: str) -> list[Found]:
        """The due words of ``text`` (a sentence or table cell): start, end, rule id; in order, none overlapping, the longest preferred.

        They are proposals: whether the sentence sets a task is for the caller to know, and ``resolve_due`` tells what day is meant.
        """
        figures = _FIGURE.search(text) is not None
        dates = _date_spans(text) if figures else []
        events = [date for date in dates if self._is_of_event(text[max(0, date[0] - _LONGEST_LEAD) : date[0]])]
        own = (date for date in dates if date not in events)
        found = [(lead, date[1], DATE_RULE) for date in own if (lead := self._lead_start(text, date)) is not None]
        found += [(*match.span(), DATE_RULE) for match in _YEAR_END.finditer(text)] if "end of " in text else []
        found += [(*match.span(), DATE_RULE) for match in _DAY_OF_MONTH.finditer(text)] if figures and " the " in text else []
        clauses: list[Found] = []
        last, free = None, 0  # the pattern that matched last, and where its matches may begin that do not overlap one before them
        for pattern, match in self._patterns.matches(Stretch.whole(text)):
            start, end = match.span()
            if pattern is last and start < free:
                continue
            last, free = pattern, end
            if any(start < stop and end + 1 >= begin for begin, stop in events):
                continue  # "on Saturday" of "for the fair on Saturday 9 June"
            if pattern.owner.value == CLAUSE:
                clauses.append((start, _clause_end(text, end), pattern.owner.id))
            else:
                counted = _COUNTED_FROM.match(text, end) if pattern.owner.id == _COUNTED else None
                found.append((start, counted.end() if counted else _stretched(text, end, dates), pattern.owner.id))
        return _longest_apart(found, clauses) if len(found) + len(clauses) > 1 else found or clauses

    def _is_of_event(self, lead: str) -> bool:
        """Whether the date behind ``lead`` is an event's; most dates stand behind other words than "on"."""
        return lead.rstrip()[-2:].lower() == "on" and self._event.search(lead) is not None

    def _lead_start(self, text: str, date: Span) -> int | None:
        """Where the words begin that make the date a deadline; None where it is no deadline. A cell that is only a date is one."""
        near = max(0, date[0] - _LONGEST_LEAD)
        before = text[near : date[0]]
        lead, past = (leads.before(before) for leads in (self._leads, self._past))
        if past is not None and before.startswith("meeting", past) and (met := _AT_A_MEETING.search(before)):
            lead = met.start()
        if past is not None and (lead is None or past <= lead):
            return None
        if lead is not None:
            return near + lead
        return date[0] if fold(text) == fold(text[date[0] : date[1]]) else None


@lru_cache(maxsize=1)
def _shipped() -> DueFinder:
    return DueFinder(load())


def find_due(text: str) -> list[Found]:
    """The due words of ``text`` by the shipped rules: see ``DueFinder.find``."""
    return _shipped().find(text)


def _event_before_a_date(nouns: Sequence[str]) -> re.Pattern[str]:
    """What a thing is for, where that is an event and its date follows: "for the summer fair on"."""
    words = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
    return re.compile(
        rf"\b(?:for|about|of|regarding)\s(?:[\w’'-]+\s){{0,5}}?(?:{words})(?:\s(?:of|at|in)\s(?:[\w’'-]+\s){{0,3}}[\w’'-]+)?\son\s$",
        re.IGNORECASE,
    )


def _date_spans(text: str) -> list[Span]:
    if not any(map(str.isdigit, text)):
        return []
    # A slip of the pen ("31st April") sets a date as well, though it means no day.
    dates = [(start, end) for start, end, _ in find_dates(text)] + find_impossible(text)
    parts = [(part.start, part.end) for part in find_day_months(text)]
    return sorted(dates + [part for part in parts if not any(start < part[1] and part[0] < end for start, end in dates)])


def _stretched(text: str, end: int, dates: Iterable[Span]) -> int:
    year = _YEAR.match(text, end)
    if year:
        end = year.end()
    bracket = _BRACKET.match(text, end)
    for start, stop in dates:
        if bracket and start == bracket.end() and text[stop : stop + 1] == ")":
            return stop + 1
    return end


def _clause_end(text: str, at: int) -> int:
    match = _CLAUSE_END.search(text, at)
    return match.start() if match else len(text)


def _longest_apart(found: Iterable[Found], clauses: Iterable[Found]) -> list[Found]:
    """Those that do not overlap, the longest preferred; a clause only where no other words stand in it."""
    kept: list[Found] = []
    by_length = [sorted(each, key=lambda one: (one[0] - one[1], one[0], one[2])) for each in (found, clauses)]
    for start, end, rule in (*by_length[0], *by_length[1]):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, rule))
    return sorted(kept)
