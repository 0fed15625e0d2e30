"""What a ModernGov page states of its meeting: title lines, meta fields and footer.

The heading ``h2.mgSubTitleTxt`` ("Cabinet - Tuesday 4 May 2032 2.00 p.m.") is what the officer sees and corrects;
the field DC.date is sometimes left behind when a meeting is moved. Where the two disagree the heading wins, with a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from minutes_miner.dates import find_dates, long_date, parse_date
from minutes_miner.ingest.markup import Page, has_class, text_of
from minutes_miner.model import Block
from minutes_miner.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What a council or other public body calls itself; without such a word a page's title suffix is no organisation.
_BODY = re.compile(
    r"\b(?:council|corporation|authority|assembly|senedd|parliament|commissioner|trust|university|police|cyngor|(?:city|borough) of \w+)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)\s*(?:©|copyright)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*([^.|©]+)", re.IGNORECASE)
_RIGHTS = re.compile(r"\ball rights reserved\b.*", re.IGNORECASE)
_LONGEST_NAME = 90  # characters; the longest names of UK authorities have about 70, a longer line is a sentence
_TIME = re.compile(r"^[\s,]*(?:at\s+)?(\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\.?|noon|midnight)?)", re.IGNORECASE)
_CANCELLED = re.compile(r"\bcancelled\b", re.IGNORECASE)
_MEETING_OF = re.compile(r"^Meeting of\s+", re.IGNORECASE)
_ITEM_SUFFIX = re.compile(r"\s*\((?:agenda\s+)?item\s+(?:no\.?\s*)?([^\s()]+?)\.?\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """A page's two title lines, as printed, white space folded."""

    main: str  # h1.mgMainTitleTxt: what kind of page it is
    sub: str  # h2.mgSubTitleTxt: the meeting, or an item's title


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting named in one line: "Cabinet, Thursday 17 November 2016 10.00 am (Item 5)"; None for what it does not name."""

    committee: str | None = None
    date: str | None = None
    time: str | None = None
    number: str | None = None


def read_head(root: Element) -> Head:
    """The title lines; empty where the page has none."""
    return Head(*(_first_text(root, name) for name in ("mgMainTitleTxt", "mgSubTitleTxt")))


def _first_text(root: Element, name: str) -> str:
    return next((text_of(heading) for heading in root.iter("h1", "h2", "h3") if has_class(heading, name)), "")


def split_item_number(title: str) -> tuple[str, str | None]:
    """A title without "(Agenda item 5)" at its end, and that number."""
    match = _ITEM_SUFFIX.search(title)
    return (title[: match.start()], match.group(1)) if match else (title, None)


def meeting_line(line: str) -> MeetingLine:
    """Committee, date, time and item number of a line that names a meeting; the date may stand first or last."""
    line, number = split_item_number(_MEETING_OF.sub("", line))
    dates = find_dates(line)
    if not dates:
        return MeetingLine(number=number)
    start, end, _ = dates[0]
    before, after = line[:start].strip(" ,-–:"), line[end:]
    time = _TIME.match(after)
    committee = before or after[time.end() if time else 0 :].strip(" ,-–:")
    return MeetingLine(committee or None, line[start:end], time.group(1).strip() if time else None, number)


def named_meeting(root: Element) -> str | None:
    """The line of an item page that says which meeting it belongs to: "Meeting of Cabinet, Thursday 17 November 2016"."""
    for link in root.iter("a"):
        text = text_of(link) if (link.text or "").lstrip()[:10].lower() == "meeting of" else ""
        if text and find_dates(text):
            return text
    return None


def status(head: Head) -> str | None:
    """ "cancelled", "draft" or "approved" by the title lines; None for an agenda without minutes."""
    if _CANCELLED.search(f"{head.main} {head.sub}"):
        return "cancelled"
    main = head.main.lower()
    if "minutes" not in main:
        return None
    return "draft" if "draft" in main else "approved"


def date_note(page: Page, head_date: str | None) -> str | None:
    """A remark where the page's DC.date names another day than its heading."""
    stated = page.metas.get("dc.date")
    day, other = parse_date(head_date or ""), parse_date(stated or "")
    if day is None or other is None or day == other:
        return None
    return f"the heading dates the meeting {long_date(day)}, the page's DC.date field {long_date(other)}; the heading was followed"


def organisation(page: Page, head: Head) -> str | None:
    """The body that publishes the page: from DC.publisher or DC.creator, the footer's copyright line, or the title's end."""
    for stated in _stated_names(page, head):
        name = fold(_RIGHTS.sub("", stated or "")).strip(" ,-")
        if len(name) <= _LONGEST_NAME and _BODY.search(name):
            return name
    return None


def _stated_names(page: Page, head: Head) -> Iterator[str | None]:
    """Where the publisher may be named, the surest first."""
    yield from map(page.metas.get, ("dc.publisher", "dc.creator", "og:site_name"))
    for match in _COPYRIGHT.finditer(_last_words(page.root)):
        yield match.group(1)
    yield _title_suffix(page, head)


def _last_words(root: Element) -> str:
    """The text of the page's footers."""
    footers = (part for part in root.iter("footer", "div") if part.tag == "footer" or "footer" in _names(part))
    return " ".join(text_of(footer) for footer in islice(footers, 5))  # a handful: the site's own and ModernGov's


def _names(element: Element) -> str:
    return f"{element.get('id')} {element.get('class')}".lower()


def _title_suffix(page: Page, head: Head) -> str | None:
    """ "Exampleton Council" of "Agenda for Cabinet on Monday 3 June 2024 - Exampleton Council"."""
    for mark in (" | ", " - ", " – "):
        _, found, suffix = (page.title or "").rpartition(mark)
        if found and suffix not in head.main and suffix not in head.sub and suffix not in page.metas.get("dc.title", ""):
            return suffix
    return None


def labelled(texts: Iterable[str], names: str) -> str | None:
    """What follows the first label among ``names`` (alternatives of a pattern): "Town Hall" of "Venue: Town Hall"."""
    pattern = re.compile(rf"(?:{names})\s*:\s*(.+)", re.IGNORECASE)
    return next((match.group(1) for match in map(pattern.match, texts) if match), None)


def masthead_texts(text: str, blocks: Iterable[Block]) -> list[str]:
    """The texts of a document's masthead blocks."""
    return [text[block.start : block.end] for block in blocks if block.role == "masthead"]
