"""References to other minutes: "Minute No. 57 of 11th June, 2031", "Further to Minute No. 191(5)", "Minute 27 refers"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.dates import find_dates
from minutes_miner.model import MinuteReference

# A minute's number as councils print it, with a limb in brackets: 304, 191(5), 19.07.04, 35/20, FGB 03/2021, MW/23/14, C048/23.
_NUMBER = (
    r"(?:[A-Z]{1,5}\s?\d{1,4}/\d{2,4}|[A-Z]{2,5}/\d{2,4}/\d{1,4}|\d{1,4}/\d{2,4}|\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)"
    r"(?:\s?\((?:\d{1,2}|[a-z]|[ivx]+)\))*"
)
_AFTER_CUE = re.compile(rf"\.?(?:\s?(?:no|nos|number|numbers|ref|reference|item)\b\.?)?\s?(?P<number>{_NUMBER})(?!\w)", re.IGNORECASE)
# Without the word: "in relation to 309 (Budget Analysis)" - a number with a title in brackets behind an opening phrase.
_BARE = re.compile(
    rf"\b(?:in\srelation\sto|further\sto|arising\sfrom|with\sregard\sto|in\saccordance\swith|pursuant\sto|following)\s(?P<number>{_NUMBER})"
    r"\s\((?P<title>(?-i:[A-Z])[^()]{3,80})\)",
    re.IGNORECASE,
)
# Further numbers behind the first: "Minutes Nos. 12, 13 and 14".
_PLURAL = re.compile(r"min(?:ute)?s\b|min(?:ute)?\.?\snos\b", re.IGNORECASE)
_ANOTHER = re.compile(rf"(?:,|\sand|,\sand|\s&)\s(?P<number>{_NUMBER})(?!\w)")
# "10 minutes", "5 minutes 30 seconds", "the minutes 5 June": time and dates, no numbers of minutes.
_TIME_BEFORE = re.compile(r"\d\s?$")
_NO_NUMBER = re.compile(
    r"(?:st|nd|rd|th)?\s(?:minutes|mins|seconds|hours|days|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_OF_DATE = re.compile(
    r"^\s?(?:,|\([^()]{3,90}\))?\s?(?:of|from|dated|at|held\son|,)?\s?(?:the\s)?(?:meetings?\s(?:of|held\son)\s)?\(?$", re.IGNORECASE
)
# The longest text that _OF_DATE takes (a title of 90 letters in brackets, its words and spaces): a date beyond is not the reference's.
_DATE_REACH = 150
_TITLE = re.compile(r"\s?\((?P<title>[A-Z][^()]{3,90})\)")


def read_references(sentences: Sequence[Sentence]) -> tuple[MinuteReference, ...]:
    """The references to other minutes in an item, in order."""
    return tuple(reference for sentence in sentences for reference in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> Iterator[MinuteReference]:
    text = sentence.text
    if "reference" not in sentence.kinds and "(" not in text:
        return
    marks, bare = sentence.of("reference"), list(_BARE.finditer(text)) if "(" in text else []
    dates = find_dates(text) if marks or bare else []
    for mark in marks:
        start = mark.start - sentence.start
        match = None if _TIME_BEFORE.search(text, 0, start) else _AFTER_CUE.match(text, mark.end - sentence.start)
        while match and not _NO_NUMBER.match(text, match.end()):
            reference = _reference(sentence, start, match, mark.rule, dates)
            yield reference
            several = _PLURAL.match(text, mark.start - sentence.start)
            match = _ANOTHER.match(text, reference.evidence.end - sentence.start) if several else None
            start = match.start("number") if match else start
    for match in bare:
        yield _reference(sentence, match.start(), match, "reference.number-and-title", dates)


def _reference(sentence: Sentence, start: int, match: re.Match[str], rule: str, dates: Sequence[tuple[int, int, date]]) -> MinuteReference:
    """``dates``: start, end and day of each written date of the sentence, in order."""
    text, end = sentence.text, match.end()
    title = match.groupdict().get("title")
    titled = _TITLE.match(text, match.end())
    if not title and titled:
        title, end = titled["title"], titled.end()
    stated = None
    for at in range(bisect_left(dates, match.end(), key=lambda found: found[0]), len(dates)):
        date_start, date_end, day = dates[at]
        if date_start - match.end() > _DATE_REACH:
            break
        if _OF_DATE.fullmatch(text[match.end() : date_start]):
            stated, end = day, max(end, date_end)
            break
    return MinuteReference(
        text=text[start:end],
        number=match["number"],
        date=stated,
        title=title,
        committee=None,
        evidence=evidence(sentence, rule, start=sentence.start + start, end=sentence.start + end),
    )
