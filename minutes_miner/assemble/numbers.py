"""Item numbers as printed, read so that they can be put in order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_FIGURES = re.compile(r"\d+")
_SUFFIX = re.compile(r"\d([a-z])$")
_AGENDA_NUMBER = re.compile(r"\s*[(\[](?:agenda\s+)?item\s+(?:no\.?\s*)?(\d+[a-z]?)[)\]]\.?\s*$", re.IGNORECASE)
# Numbers met in UK minutes that no label form covers: "Item 5:" "Minute 45" "PR1" "F01:04/24" "Cou/286/07-08" "PC.045" "24/25-101"
# "B/24/41" "25-26/FA/1" "1[24]" "1".
# A date or an amount is none; a title begins with a capital.
_LOOSE = re.compile(
    r"""(?:
      (?:(?:[Aa]genda|AGENDA)\s+)? (?:[Ii]tem|ITEM|[Mm]inute|MINUTE|[Mm]in\.?) \s+ (?:[Nn]o\.?\s*)? (?P<worded>\d{1,4}[a-z]?)
    | (?=[^\s.]*\d) (?=[^\s.]*[A-Z]) [A-Z\d]{1,5} (?:[/-][A-Z\d]{1,5}){2,3}
    | [A-Z][A-Za-z]{0,5} [ ./-]? \d{1,4} (?:[/:.-]\d{1,4}){0,3}
    | \d{1,4} (?:[/.-]\d{1,4}){1,3}
    | \d{1,3} (?:\[\d{2,4}\])? | \[\d{1,3}\]
    ) (?:\s?[.:)–—-]+)? \s+
    (?! (?:January|February|March|April|May|June|July|August|September|October|November|December)\b | [AaPp][Mm]\b )
    (?= ["“‘'(]? [A-Z] )""",
    re.VERBOSE,
)
_LONGEST_LOOSE = 30  # characters: "Agenda item no. 1234a", with some white space more
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class ItemNumber(NamedTuple):
    """A number as printed (``text``, without trailing dot), its ``shape`` ("9.", "A 9/9") and its value in that shape's order."""

    text: str
    shape: str
    value: int
    suffix: str = ""
    figures: tuple[int, ...] = ()  # each group of figures: any of them may be the one that counts the items ("F01:04/24", "24/25-101")


@lru_cache(maxsize=1024)  # each label is asked for by several, and "1." to "20." come in every document
def read_number(label: str) -> ItemNumber | None:
    """The item number that a label states, or None: a bullet, or a bracketed number (those mark limbs and paragraphs)."""
    text = label.strip().rstrip(".:) ")
    if label.startswith("(") or not text:
        return None
    figures = [int(f) for f in _FIGURES.findall(text)]
    if not figures:
        return _lettered(label, text)
    shape = _FIGURES.sub("9", label.strip())
    suffix = _SUFFIX.search(text) if text[-1].isalpha() else None
    if suffix:
        shape = shape.replace(suffix.group(1), "", 1)
    return ItemNumber(text, shape.rstrip("."), _value(text, figures), suffix.group(1) if suffix else "", tuple(figures))


def loose_number(text: str) -> tuple[ItemNumber, int] | None:
    """The number that opens ``text`` in a form that alone is no label ("1 Apologies", "PR1 MINUTES"), and where the title begins.

    Such a number is an item's only where others of its shape rise with it: "12 High Street" opens a line as well.
    """
    match = _LOOSE.match(text) if _FIGURES.search(text, 0, _LONGEST_LOOSE) else None
    if not match or not text[match.end() : match.end() + 1].strip():
        return None
    number = match["worded"] or match[0].strip().rstrip(".:)–—- ")
    figures = tuple(int(f) for f in _FIGURES.findall(number))
    shape = "item" if match["worded"] else _FIGURES.sub("9", number)
    return ItemNumber(number, f"~{shape}", figures[-1], figures=figures), match.end()


def _value(text: str, figures: list[int]) -> int:
    if len(figures) == 1:
        return figures[0]
    if re.fullmatch(r"\d+(?:\.\d+){2,}", text):
        return figures[-1]  # 19.07.04: year, month, item
    if "." in text:
        return figures[0] * 1000 + figures[1]  # 84.1
    if re.search(r"[A-Z]/\d+/\d+$", text):
        return figures[-1]  # MW/23/14: body, year, item
    return figures[0]  # 307, 35/20, FGB 01/2021


def _lettered(label: str, text: str) -> ItemNumber | None:
    if len(text) == 1 and text.isalpha() and label.rstrip()[-1] in ".)":
        return ItemNumber(text, "a" if text.islower() else "A", ord(text.lower()) - 96)
    if re.fullmatch(r"[ivxlc]+", text):
        return ItemNumber(text, "i", roman(text))
    return None


def roman(text: str) -> int:
    """The value of a Roman number in small letters."""
    total = 0
    for this, following in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN[this]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total


def split_agenda_number(title: str) -> tuple[str, str | None]:
    """A title without "(Agenda item 5)" or "(Item 5)" at its end, and that number."""
    match = _AGENDA_NUMBER.search(title) if title.rstrip(" .")[-1:] in ("]", ")") else None
    return (title[: match.start()], match.group(1)) if match else (title, None)
