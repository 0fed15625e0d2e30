"""Item numbers as printed, read so that they can be put in order."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIGURES = re.compile(r"\d+")
_AGENDA_NUMBER = re.compile(r"\s*[(\[](?:agenda\s+)?item\s+(?:no\.?\s*)?(\d+[a-z]?)[)\]]\.?\s*$", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """A number as printed (``text``, without trailing dot), its ``shape`` ("9.", "A 9/9") and its value in that shape's order."""

    text: str
    shape: str
    value: int
    suffix: str = ""


def read_number(label: str) -> ItemNumber | None:
    """The item number that a label states, or None: a bullet, or a bracketed number (those mark limbs and paragraphs)."""
    text = label.strip().rstrip(".:) ")
    if label.startswith("(") or not text:
        return None
    figures = [int(f) for f in _FIGURES.findall(text)]
    if not figures:
        return _lettered(label, text)
    shape = _FIGURES.sub("9", label.strip())
    suffix = re.search(r"\d([a-z])$", text)
    if suffix:
        shape = shape.replace(suffix.group(1), "", 1)
    return ItemNumber(text, shape.rstrip("."), _value(text, figures), suffix.group(1) if suffix else "")


def _value(text: str, figures: list[int]) -> int:
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
    match = _AGENDA_NUMBER.search(title)
    return (title[: match.start()], match.group(1)) if match else (title, None)
