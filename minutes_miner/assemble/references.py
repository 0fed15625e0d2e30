"""References to other minutes: "Minute No. 57 of 11th June, 2031", "Further to 191(5)", "FGB 03/2031", "item 4 of 21 January"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.dates import find_dates, find_day_months
from minutes_miner.dates_written import DayMonth
from minutes_miner.model import Mention, MinuteReference

# A minute's number as councils print it, with a limb in brackets: 304, 191(5), 19.07.04, 35/20, FGB 03/2021, MW/23/14, C048/23.
_NUMBER = (
    r"(?:[A-Z]{1,5}\s?\d{1,4}/\d{2,4}|[A-Z]{2,5}/\d{2,4}/\d{1,4}|\d{1,4}/\d{2,4}|\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)"
    r"(?:\s?\((?:\d{1,2}|[a-z]|[ivx]+)\))*"
)
_FIGURE = re.compile(r"\d")  # without one there is no number
_AFTER_CUE = re.compile(rf"\.?(?:\s?(?:no|nos|number|numbers|ref|reference|item)\b\.?)?\s?(?P<number>{_NUMBER})(?!\w)", re.IGNORECASE)
# Without the word, behind an opening phrase: a number with a title in brackets, "in relation to 309 (Budget Analysis)", or with a limb,
# "arising from 191(5)".
_OPENS_BARE = ("in relation to", "further to", "arising from", "with regard to", "in accordance with", "pursuant to", "following")
_BARE = re.compile(
    rf"\b(?:{'|'.join(_OPENS_BARE)})\s(?P<number>{_NUMBER})"
    r"(?:\s\((?P<title>(?-i:[A-Z])[^()]{3,80})\)|(?<=\))(?!\w))",
    re.IGNORECASE,
)
# An item is another meeting's where the meeting is named with it: "item 4 of 21 January 2031", "item 4 of the last meeting".
_ITEM = re.compile(
    rf"\b(?:agenda\s)?item\s(?:no\.?\s)?(?P<number>{_NUMBER})(?=,?\s(?:of|from|at|on)\s(?:the\s)?(?P<last>(?:last|previous)\smeeting)?)",
    re.IGNORECASE,
)
# "Action 3/20/FE": a council's own number of an action, which has a stroke; "Action 3" may be any list's third.
_ACTION = re.compile(r"\baction\s(?:(?:no|ref|point|number)\b\.?\s)?(?P<number>\d{1,4}/\d{2,4}(?:/[a-z]{1,5})?)(?![\w/])", re.IGNORECASE)
# The letters before a number that a document's items carry ("FGB 03/2031"): with them such a number needs no word.
_PREFIXED = re.compile(r"(?P<prefix>[A-Z]{2,5})\s?\d{1,4}/\d{2,4}[a-z]?$")
# Numbers of figures only that cannot be taken for others: in two parts with a stroke, or in three.
_PARTED = re.compile(r"\d{1,4}/\d{1,4}|\d{1,4}\.\d{1,4}\.\d{1,4}")
_ENOUGH = 3  # items so numbered make it the document's style
# Where such a number opens a sentence, a bullet or letter before it: "a) 24/066(2) - ..."; and what follows it there, or in brackets.
_OPENS = r"^(?:\W*[a-z0-9]{1,2}[.)]\s|\W{1,3})?"
_BEHIND_LABEL = re.compile(r"\W*(?:[a-z0-9]{1,4}[.)]\s+)?(?P<number>\d{1,4}/\d{1,4})(?=\s[A-Z“])")
_LIMBS = r"(?:\s?\((?:\d{1,2}|[a-z]|[ivx]+)\))*"
_CLOSES = r"\srefers|\)|\s?:|\s?[–—-]\s"
# Further numbers behind the first: "Minutes Nos. 12, 13 and 14".
_PLURAL = re.compile(r"min(?:ute)?s\b|min(?:ute)?\.?\snos\b", re.IGNORECASE)
_ANOTHER = re.compile(rf"(?:,|\sand|,\sand|\s&)\s(?P<number>{_NUMBER})(?!\w)")
# "10 minutes", "5 minutes 30 seconds", "the minutes 5 June": time and dates, no numbers of minutes.
_TIME_BEFORE = re.compile(r"\d\s?$")
_NO_NUMBER = re.compile(
    r"(?:st|nd|rd|th)?\s(?:minutes|mins|seconds|hours|days|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_OF_DATE = re.compile(
    r"^\s?(?:,|\([^()]{3,90}\))?\s?(?:of|from|dated|at|held\son|,)?\s?(?:the\s)?(?:meetings?\s(?:of|on|held\son)\s)?\(?$", re.IGNORECASE
)
# The longest text that _OF_DATE takes (a title of 90 letters in brackets, its words and spaces): a date beyond is not the reference's.
_DATE_REACH = 150
# What joins a reference to the name of the body whose minute it is; the longest is "'s ".
_OF_BODY = re.compile(r",?\s(?:of|from)\s(?:the\s)?(?:meeting\sof\s(?:the\s)?)?", re.IGNORECASE)
_POSSESSIVE = 3
_TITLE = re.compile(r"\s?\((?P<title>[A-Z][^()]{3,90})\)")


def read_references(
    sentences: Sequence[Sentence], *, numbering: Sequence[re.Pattern[str]] = (), held: date | None = None, own: str | None = None
) -> tuple[MinuteReference, ...]:
    """The references to other minutes in an item, in order; ``numbering`` finds numbers in the document's own style (``own_numbering``).

    A day without a year is the last such day before the meeting was ``held``. ``own``: the item's number.
    """
    found: list[MinuteReference] = []
    for sentence in sentences:
        text = sentence.text
        if (numbering or "reference" in sentence.marks or "(" in text or "/" in text or "tem " in text) and _FIGURE.search(text):
            found += _in_sentence(sentence, numbering, held)
        opening = _opening_number(sentence) if own and numbering and sentence.opens_block else None
        if opening and not any(each.evidence.start <= opening.evidence.start < each.evidence.end for each in found):
            found += [opening] if _is_earlier(opening.number or "", own or "", numbering) else []
    return tuple(found)


def _opening_number(sentence: Sentence) -> MinuteReference | None:
    """The number with which a paragraph opens, as its label ("57/24 Wreath - laid on Sunday") or behind one ("(a) 22/44 The seat ...")."""
    label, block = sentence.block.label, sentence.block
    if "/" in label and not sentence.text.removeprefix(label).lstrip(" .")[:1].islower():
        number, start = label.rstrip("."), block.start
    elif match := _BEHIND_LABEL.match(sentence.text):
        number, start = match["number"], sentence.start + match.start("number")
    else:
        return None
    return MinuteReference(number, number, None, None, None, evidence(sentence, "reference.label", start=start, end=start + len(number)))


def _is_earlier(number: str, own: str, numbering: Sequence[re.Pattern[str]]) -> bool:
    """Whether ``number`` is an item's in the document's style that goes back before ``own``, that of the item it stands under: 57/24 under
    71/24, or 22/99 under 23/05; printed with as many figures where there are leading noughts, unlike a planning application's."""
    if not any(pattern.match(f"{number}:") for pattern in numbering):
        return False
    parts = list(zip(re.findall(r"\d+", number), re.findall(r"\d+", own), strict=False))
    if any(len(a) != len(b) for a, b in parts if a.startswith("0") or b.startswith("0")):
        return False
    apart = [(int(a), int(b)) for a, b in parts if a != b]
    if len(apart) == 1:
        return apart[0][0] < apart[0][1]
    # Numbers begin again with the municipal year: what goes back to the last one is higher.
    return len(apart) == 2 and any(b - a == 1 and c > d for (a, b), (c, d) in (apart, apart[::-1]))


def own_numbering(numbers: Iterable[str | None]) -> tuple[re.Pattern[str], ...]:
    """What finds a number as the document's items carry them: with letters before it ("FGB 03/2031") anywhere, else ("24/066",
    "19.07.04") where it opens a sentence or stands in brackets. Nothing for plainer styles."""
    printed = [number for number in numbers if number]
    prefixes = sorted({match["prefix"] for number in printed if (match := _PREFIXED.match(number))})
    forms = [rf"\b(?P<number>(?:{'|'.join(prefixes)})\s?\d{{1,4}}/\d{{2,4}}[a-z]?)(?![\w/])"] if prefixes else []
    forms += [rf"(?:{_OPENS}|\()(?P<number>{shape}{_LIMBS})(?={_CLOSES})" for shape in _shapes(printed)]
    return tuple(map(re.compile, forms))


def _shapes(numbers: Sequence[str]) -> list[str]:
    """The patterns of numbers in several parts, with a year that stays the same: "24/066" beside "24/067", "66/24" beside "67/24"."""
    parted = [re.split(r"([/.])", number) for number in numbers if _PARTED.fullmatch(number)]
    lengths = {len(parts) for parts in parted}
    if len(parted) < _ENOUGH or len(lengths) != 1:
        return []
    same = [len(set(column)) == 1 for column in zip(*parted, strict=True)]
    shape = ""
    for part, stays in zip(parted[0], same, strict=True):
        shape += re.escape(part) if not part.isdigit() else rf"\d{{{len(part)}}}" if stays else r"\d{1,4}"
    return [shape] if True in (stays and part.isdigit() for part, stays in zip(parted[0], same, strict=True)) else []


def _in_sentence(sentence: Sentence, numbering: Sequence[re.Pattern[str]], held: date | None) -> list[MinuteReference]:
    found = list(_marked(sentence, held)) if "reference" in sentence.marks else []
    taken = [each.evidence for each in found]
    for reference in _unmarked(sentence, numbering, held):
        at = reference.evidence
        if not any(other.start < at.end and at.start < other.end for other in taken):
            found.append(reference)
    return found


def _unmarked(sentence: Sentence, numbering: Sequence[re.Pattern[str]], held: date | None) -> Iterator[MinuteReference]:
    """References without the word "minute"."""
    text = sentence.text
    if "(" in text and any(map(text.lower().__contains__, _OPENS_BARE)):
        for match in _BARE.finditer(text):
            yield _reference(sentence, match.start(), match, "reference.number-and-title", _days(text, held))
    if "tem " in text:
        for match in _ITEM.finditer(text):
            reference = _reference(sentence, match.start(), match, "reference.item", _days(text, held))
            if reference.date or match["last"]:
                yield reference
    for match in _ACTION.finditer(text) if "/" in text else ():
        yield _reference(sentence, match.start(), match, "reference.action", [])
    for match in (found for pattern in numbering for found in pattern.finditer(text)):
        yield _reference(sentence, match.start("number"), match, "reference.own-numbering", _days(text, held))


def _marked(sentence: Sentence, held: date | None) -> Iterator[MinuteReference]:
    """References that the word "minute" leads to."""
    text = sentence.text
    marks = sentence.of("reference")
    dates: list[tuple[int, int, date]] | None = None
    for mark in marks:
        start = mark.start - sentence.start
        match = None if _TIME_BEFORE.search(text, max(0, start - 3), start) else _AFTER_CUE.match(text, mark.end - sentence.start)
        while match and not _NO_NUMBER.match(text, match.end()):
            dates = _days(text, held) if dates is None else dates
            reference = _reference(sentence, start, match, mark.rule, dates)
            yield reference
            several = _PLURAL.match(text, mark.start - sentence.start)
            match = _ANOTHER.match(text, reference.evidence.end - sentence.start) if several else None
            start = match.start("number") if match else start


def _reference(sentence: Sentence, start: int, match: re.Match[str], rule: str, dates: Sequence[tuple[int, int, date]]) -> MinuteReference:
    """``dates``: start, end and day of each written date of the sentence, in order."""
    text, end = sentence.text, match.end()
    title = match["title"] if match.re is _BARE else None
    titled = None if title else _TITLE.match(text, end)
    if titled:
        title, end = titled["title"], titled.end()
    body = _body_before(sentence, start)
    body, end = (body, end) if body else _body_behind(sentence, end)
    stated, end = _day_behind(text, end, dates)
    body, end = (body, end) if body else _body_behind(sentence, end)
    return MinuteReference(
        text=text[start:end],
        number=match["number"],
        date=stated,
        title=title,
        committee=body,
        evidence=evidence(sentence, rule, start=sentence.start + start, end=sentence.start + end),
    )


def _day_behind(text: str, end: int, dates: Sequence[tuple[int, int, date]]) -> tuple[date | None, int]:
    """The day that stands behind what ends at ``end``, and its own end."""
    for at in range(bisect_left(dates, end, key=lambda found: found[0]), len(dates)):
        start, behind, day = dates[at]
        if start - end > _DATE_REACH:
            break
        if _OF_DATE.fullmatch(text[end:start]):
            return day, behind
    return None, end


def _days(text: str, held: date | None) -> list[tuple[int, int, date]]:
    """Start, end and day of each date of ``text``, in order; one without a year is the last such day before the meeting was ``held``."""
    dates = find_dates(text)
    if held:
        dates += [(one.start, one.end, day) for one in find_day_months(text, dates=dates) if (day := _last(one, held))]
    return sorted(dates)


def _last(found: DayMonth, before: date) -> date | None:
    """The last day of that month before ``before``; None of 29 February where there was none in four years."""
    for year in range(before.year, before.year - 4, -1):
        try:
            day = date(year, found.month, found.day)
        except ValueError:  # 29 February
            continue
        if day < before:
            return day
    return None


def _body_before(sentence: Sentence, start: int) -> str | None:
    """The body that the reference at ``start`` stands behind: "Cabinet Minute 57", "the Roads Committee's Minute 5"."""
    at = sentence.start + start
    return next(
        (_name(sentence, one) for one in _bodies(sentence) if 0 <= at - one.end <= _POSSESSIVE and _joined(sentence, one, at)), None
    )


def _joined(sentence: Sentence, name: Mention, at: int) -> bool:
    return sentence.text[name.end - sentence.start : at - sentence.start] in (" ", "'s ", "’s ")


def _body_behind(sentence: Sentence, end: int) -> tuple[str | None, int]:
    """The body named behind what ends at ``end``, and the name's end: "Minute 14 of the Roads Committee"."""
    for one in _bodies(sentence):
        start = one.start - sentence.start
        if start > end and _OF_BODY.fullmatch(sentence.text[end:start]):
            return _name(sentence, one), one.end - sentence.start
    return None, end


def _bodies(sentence: Sentence) -> Iterator[Mention]:
    return (name for name in sentence.names if name.value == "body")


def _name(sentence: Sentence, name: Mention) -> str:
    return re.sub(r"^the\s", "", sentence.text[name.start - sentence.start : name.end - sentence.start], flags=re.IGNORECASE)
