"""The notation of a meeting's source file, read into frozen values.

Text: every line is one block. What a line begins with says what it is::

    ## words      a heading inside an item            | a | b      a row of a table (|= for the column headings)
    * words       a bullet                            @@ KC        the owner printed in the action column beside the block before
    (1) words     a limb; also 1. a) i) (a)           ^^ words     centred and bold        // words   in italics
    [[cut]]       inside an item: where the meeting page breaks off ("view the full minutes text")

``**words**`` are bold. ASCII quotes become typographic ones unless the meeting says ``quotes: straight``; ``--`` becomes a dash.

Labels: fields parted by `` | ``, ``-`` for null, and ``begin ~ end`` for the stretch of the item's text from one to the other::

    speakers:    Name = alias = alias                 (a leading + : speaks only after the cut)
    questions:   text | asked by > answered by
    resolutions: label | type | text | mover / seconder
    actions:     do: owner | due words = due date | text     also: [text, ...]     then: status | document#item, document#item
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

_LIMB = re.compile(r"(\([0-9a-z]{1,3}\)|[0-9a-z]{1,3}\)|[0-9]{1,2}\.)\s+(?=\S)")
_MARKS = {"## ": "subhead", "* ": "bullet", "^^ ": "centre", "// ": "italic"}
_WEEKDAY = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]+),?\s+(20\d\d)"
)
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


class CorpusError(ValueError):
    """A source file that contradicts itself or its notation; the message names file and place."""


@dataclass(frozen=True)
class Block:
    """One line of a meeting's text. ``text`` keeps its ``**`` marks; ``cells`` are a row's; ``owner`` stands beside the block."""

    kind: str  # "para" | "limb" | "bullet" | "subhead" | "centre" | "italic" | "row" | "header"
    text: str
    label: str = ""  # of a limb, as printed
    cells: tuple[str, ...] = ()
    owner: str | None = None


@dataclass(frozen=True)
class Item:
    """A piece of business: as printed, and its labels still in the source's notation."""

    number: str | None
    agenda_number: str | None
    title: str
    agenda: tuple[Block, ...]
    decision: tuple[Block, ...]
    text: tuple[Block, ...]
    files: tuple[str, ...]
    labels: dict[str, Any]


@dataclass(frozen=True)
class Meeting:
    """One meeting: its files by format, what stands before the business, the items, what stands after."""

    path: Path
    organisation: str | None
    committee: str | None
    date: date | None
    files: dict[str, str]
    head: dict[str, str]
    preamble: tuple[Block, ...]
    attendance: dict[str, str]
    items: tuple[Item, ...]
    tail: tuple[Block, ...]


def smart(text: str) -> str:
    """ASCII quotes and double hyphens as Word would set them."""
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[])'", r"\1‘", text).replace("'", "’")
    return text.replace("--", "–")


def plain(text: str) -> str:
    """``text`` without bold marks and the cut."""
    return text.replace("**", "").replace("[[cut]]", "")


def block_text(block: Block) -> str:
    """What a reader sees of a block: label, text, or cells parted by bars."""
    if block.cells:
        return " | ".join(plain(cell) for cell in block.cells)
    return f"{block.label} {plain(block.text)}".strip()


def parse_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, one per line; an ``@@`` line gives the block before it its owner."""
    blocks: list[Block] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("@@ "):
            before = blocks.pop()
            blocks.append(Block(before.kind, before.text, before.label, before.cells, line[3:]))
        else:
            blocks.append(_block(line))
    return tuple(blocks)


def _block(line: str) -> Block:
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line.removeprefix("|").removeprefix("=").removesuffix("|").split("|"))
        return Block("header" if line.startswith("|=") else "row", " ".join(cells), cells=cells)
    for mark, kind in _MARKS.items():
        if line.startswith(mark):
            return Block(kind, line[len(mark) :])
    limb = _LIMB.match(line)
    return Block("limb", line[limb.end() :], limb.group(1)) if limb else Block("para", line)


def runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """The blocks one by one, the rows of a table together."""
    for _, group in groupby(enumerate(blocks), key=lambda entry: -1 if entry[1].cells else entry[0]):
        yield tuple(block for _, block in group)


def load_meeting(path: Path) -> Meeting:
    """Read one source file. Raises CorpusError where a weekday does not belong to its date."""
    raw = path.read_text(encoding="utf-8")
    data = yaml.load(raw, Loader=yaml.BaseLoader)
    if "base" in data:
        data = _variant(path, data)
    _check_weekdays(path, raw)
    if data.get("quotes") != "straight":
        data = _smarten(data)
    return Meeting(
        path=path,
        organisation=data.get("organisation"),
        committee=data.get("committee"),
        date=date.fromisoformat(data["date"]) if "date" in data else None,
        files=data["files"],
        head={k: v for k, v in data.items() if isinstance(v, str)},
        preamble=parse_blocks(data.get("preamble", "")),
        attendance=data.get("attendance", {}),
        items=tuple(_item(item) for item in data.get("items", [])),
        tail=parse_blocks(data.get("tail", "")),
    )


def _variant(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """A meeting told as another one with some words replaced: the draft of final minutes."""
    text = (path.parent / data["base"]).read_text(encoding="utf-8")
    for change in data["replace"]:
        if change["old"] not in text:
            raise CorpusError(f"{path.name}: {change['old']!r} does not stand in {data['base']}; copy the words as they stand there")
        text = text.replace(change["old"], change["new"])
    merged: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return merged | {key: value for key, value in data.items() if key not in ("base", "replace")}


def _smarten(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _smarten(v) if key != "files" else v for key, v in value.items()}
    if isinstance(value, list):
        return [_smarten(v) for v in value]
    return smart(value)


def _item(data: dict[str, Any]) -> Item:
    return Item(
        number=data.get("number"),
        agenda_number=data.get("item"),
        title=data["title"],
        agenda=parse_blocks(data.get("agenda", "")),
        decision=parse_blocks(data.get("decision", "")),
        text=parse_blocks(data.get("text", "")),
        files=tuple(data.get("documents", [])),
        labels={key: data.get(key, []) for key in ("speakers", "questions", "resolutions", "actions")},
    )


def _check_weekdays(path: Path, text: str) -> None:
    for name, day, month, year in _WEEKDAY.findall(text):
        if date(int(year), _MONTHS.index(month) + 1, int(day)).strftime("%A") != name:
            raise CorpusError(f"{path.name}: {day} {month} {year} is no {name}; mend the weekday or the date")
