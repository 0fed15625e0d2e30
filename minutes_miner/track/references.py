"""Which earlier item a reference means: "Minute No. 57 of 11th June, 2031", "191(5)", "309 (Budget Analysis)", "FGB 03/2021"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minutes_miner.dates import find_dates, long_date
from minutes_miner.dates_written import MONTH, month_number
from minutes_miner.model import Action, AgendaItem, Meeting, MinuteReference, Progress
from minutes_miner.text import normal
from minutes_miner.track.series import Series, body_key

# What may stand before the number itself: "Minute No. 57", "Min. 12", "item 4", "Minute Ref: 5/20".
_LEAD = re.compile(r"^(?:(?:minutes?|min|item|agenda item|ref|reference|no|nos|number|resolution|action)\b[.:]?\s*)+", re.IGNORECASE)
_LIMB = re.compile(r"^(?P<number>.*?)\s*(?P<limb>(?:\([0-9a-z]{1,4}\))+)$", re.IGNORECASE)
# "FGB 14/2021" is also referred to as "14/2021", "PB/30/05" as "30/05".
_PREFIX = re.compile(r"^[a-z]{1,5}(?: ?(?=\d)|[/-](?=\d{1,4}/\d))")
# "2024/115" and "115/2024" are also referred to as "115".
_YEAR = re.compile(r"(?:19|20)\d{2}/(\d+)|(\d+)/(?:19|20)\d{2}")
# "14a/2021" is entry a of item "14/2021"; "5a" that of item 5.
_LETTERED = re.compile(r"^(?P<before>.*?\d)(?P<letter>[a-z])(?P<after>(?:/\d+)?)$")
# Ratio (0-100) of words from which a title given with a number is that item's: abbreviated titles reach 60, other items' stay below 45.
_TITLE_RATIO = 55.0
# "decided on in October (Minute 7)", "at the meeting in June (Minute No. 5 refers)": the month stands right before the bracket.
_IN_MONTH = re.compile(rf"\b(?:in|of|at|from)\s(?:the\s)?(?P<month>{MONTH})(?:\smeeting)?\s\($", re.IGNORECASE)
# "To receive the minutes of the Highways Committee", "Highways Committee: minutes of 3 May": the minutes cited below are that body's.
_BODY = r"(?P<body>(?:[A-Z][\w’'-]+,? (?:and |& )?){1,6}(?i:committee|sub-committee|panel|forum|working (?:party|group)))"
_MINUTES_OF = re.compile(rf"\b(?i:minutes\b.{{0,20}}?\bof (?:the )?){_BODY}|^{_BODY.replace('body', 'head')}\b.{{0,20}}?\b(?i:minutes)\b")
# "5 (June 2024)", "June": the month in which a log's line was raised.
_MONTH = re.compile(rf"\b(?P<month>{MONTH})\b(?: \d{{2,4}})?", re.IGNORECASE)
# What a date taken out leaves: "5 ( )".
_DAYLESS = re.compile(r"\(\s*(?:of\s*)?\)")

_Numbered = dict[str, list[tuple[date, Meeting, int]]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The one earlier item that a reference means, with the limb that it names ("(5)")."""

    meeting: Meeting
    place: int  # of the item in its meeting, from 0
    limb: str | None = None

    @property
    def item(self) -> AgendaItem:
        """The item itself."""
        return self.meeting.items[self.place]

    def means(self, action: Action) -> bool:
        """Whether ``action``, one of the item's, is meant: where a limb is named that the item has, only the limb's are."""
        limbs = [normal(r.text) for r in self.item.resolutions if self.limb and normal(r.label or "") == normal(self.limb)]
        return not limbs or any(_overlap(normal(action.text), limb) for limb in limbs)


class Resolver:
    """Resolves references against the earlier meetings of all series."""

    def __init__(self, series: Iterable[Series]) -> None:
        self._numbered: dict[tuple[str, str, str], _Numbered] = {}
        self._committees: dict[str, list[Series]] = defaultdict(list)
        for each in series:
            self._numbered[_key(each)] = _by_number(each.dated)
            self._committees[each.organisation].append(each)

    def resolve(self, reference: MinuteReference, *, series: Series, before: date, month: int | None = None) -> Resolved | str | None:
        """The item that ``reference``, made in ``series`` on the day ``before``, means; or the reason why none can be told.

        ``month`` (1 to 12) is that of the meeting, where the text names it beside a reference without a date.

        None for a reference to an item of the same day's own minutes.
        """
        if not reference.number:
            return "no minute number is given"
        where = self._named(reference.committee, series)
        if isinstance(where, str):
            return where
        number, limb = split_limb(reference.number)
        numbered = self._numbered[_key(where)]
        found = next((numbered[form] for form in _forms(number) if form in numbered), [])
        if reference.date:
            found = [entry for entry in found if entry[0] == reference.date]
        elif month:
            found = [entry for entry in found if entry[0].month == month]
        if reference.title:
            found = [entry for entry in found if _title_agrees(reference.title, _item(entry).title)]
        earlier = [entry for entry in found if entry[0] < before]
        if not earlier:
            return None if any(entry[0] == before for entry in found) else "no earlier meeting in the collection has it"
        # Numbers restart each municipal year (May): without a date the most recent meeting that has the number is meant.
        latest = [entry for entry in earlier if entry[0] == earlier[-1][0]]
        # A meeting page and an item page are two documents of one item; of two documents the one that sets tasks is followed.
        if len({normal(_item(entry).title) for entry in latest}) > 1:
            return f"{len(latest)} items of {long_date(latest[0][0])} have it"
        _, meeting, place = max(latest, key=lambda entry: len(_item(entry).actions))
        return Resolved(meeting, place, limb)

    def _named(self, committee: str | None, series: Series) -> Series | str:
        """The series of the body that a reference names: the one it is made in, unless another of the organisation is named."""
        key = body_key(committee)
        words = set(key.split())
        # The council's own meeting goes by the council's name, or by its kind: "Council", "Full Council".
        whole = words - {"full"} <= {*series.organisation.split(), "council"}
        alike = [one for one in self._committees[series.organisation] if one.folder == series.folder]
        exact = [one for one in alike if one.committee == key or (whole and not one.committee)]
        fitting = exact or [one for one in alike if words <= set(one.committee.split())]
        if not key or series in fitting:
            return series
        return fitting[0] if len(fitting) == 1 else f"the minutes of {committee} are not in the collection"


def _item(entry: tuple[date, Meeting, int]) -> AgendaItem:
    return entry[1].items[entry[2]]


def split_limb(number: str) -> tuple[str, str | None]:
    """A printed minute number without "Minute No." and without its limb, and the limb: "Minute No. 191(5)" gives "191", "(5)"."""
    bare = _LEAD.sub("", number.strip()).rstrip(". ")
    match = _LIMB.match(bare)
    return (match["number"], match["limb"]) if match and match["number"] else (bare, None)


def month_named(text: str, reference: str) -> int | None:
    """The month (1 to 12) that ``text`` names right before the bracket in which ``reference`` stands; None where it names none."""
    before, at, _ = text.partition(reference)
    match = _IN_MONTH.search(before[-40:]) if at else None
    return month_number(match["month"]) if match else None


def body_of(title: str) -> str | None:
    """The committee whose minutes an item of this ``title`` goes through; None where it names none."""
    match = _MINUTES_OF.search(title)
    return (match["body"] or match["head"]) if match else None


def _forms(number: str) -> Iterator[str]:
    """The forms under which an item may carry ``number``, the fullest first."""
    plain = plain_number(number)
    yield plain
    yield _PREFIX.sub("", plain)
    lettered = _LETTERED.match(plain)
    if lettered:
        yield lettered["before"] + lettered["after"]


def plain_number(number: str) -> str:
    """A printed number for comparing: small letters, no leading zeros, no stop at the end."""
    # "01/2021" and "1/2021" are one; so are "No.5" and "5".
    return re.sub(r"\b0+(?=\d)", "", re.sub(r"\s+", " ", number.casefold()).strip(" ."))


def _by_number(meetings: Sequence[Meeting]) -> _Numbered:
    numbered: _Numbered = defaultdict(list)
    for meeting in meetings:
        for place, item in enumerate(meeting.items):
            for form in sorted(_item_forms(item)):
                numbered[form].append((meeting.date or date.min, meeting, place))
    return numbered


def _item_forms(item: AgendaItem) -> set[str]:
    numbers = [plain_number(n) for n in (item.number, item.minute_number, item.agenda_number) if n]
    return {form for number in numbers for form in (number, _PREFIX.sub("", number), _yearless(number))}


def _yearless(number: str) -> str:
    match = _YEAR.fullmatch(number)
    return (match[1] or match[2]) if match else number


def _title_agrees(said: str, title: str) -> bool:
    from rapidfuzz import fuzz

    short, full = normal(said), normal(title)
    return set(short.split()) <= set(full.split()) or fuzz.token_sort_ratio(short, full) >= _TITLE_RATIO


def _overlap(a: str, b: str) -> bool:
    return bool(a and b) and (a in b or b in a)


def _key(series: Series) -> tuple[str, str, str]:
    return series.organisation, series.committee, series.folder


def reference_of(line: Progress) -> tuple[MinuteReference, int | None] | None:
    """The reference that a line of an action log opens with ("5 (12 June 2024)"), as one to resolve, and the month (1 to 12) of a
    meeting of which it names no day ("5 (June)"); None where it has none."""
    if not line.reference:
        return None
    dates = find_dates(line.reference)
    month = None if dates else _MONTH.search(line.reference)
    start, end = dates[0][:2] if dates else month.span() if month else (len(line.reference), len(line.reference))
    number = _DAYLESS.sub("", f"{line.reference[:start]} {line.reference[end:]}").strip(" ,;:–-") or None
    reference = MinuteReference(line.text, number, dates[0][2] if dates else None, None, None, line.evidence)
    return reference, month_number(month["month"]) if month else None
