"""Reading labels: each file checked against the form of labels, so that a slip in one of them is named and the others still count."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from minutes_miner.errors import UsageError
from minutes_miner.model import ABSENT, APOLOGIES, IN_ATTENDANCE, PRESENT, RESOLUTION_TYPES

ENDING = ".gold.json"
SERIES = "series.json"
_STATUSES = ("completed", "overdue", "open", "superseded")


@dataclass(frozen=True)
class Labels:
    """One file of labels, and the document beside it that it is about."""

    path: Path
    document: Path
    label: Mapping[str, Any]


@dataclass(frozen=True)
class SeriesLabels:
    """A file that says how the actions of its folder's meetings stood on a day."""

    path: Path
    series: Mapping[str, Any]


@dataclass(frozen=True)
class LabelSet:
    """All labels below a folder, and a line for each fault found in them."""

    labels: tuple[Labels, ...]
    series: tuple[SeriesLabels, ...]
    faults: tuple[str, ...]


def read_labels(folder: Path) -> LabelSet:
    """The labels below ``folder``. Raises UsageError where there are none at all."""
    files = sorted(folder.rglob(f"*{ENDING}"))
    if not files:
        raise UsageError(f"{folder} holds no labels: expected files ending in {ENDING}, as 'minutes-miner label DOCUMENT' writes them")
    read = _read(files, folder)
    faults = list(read.faults)
    followed = []
    for path in sorted(folder.rglob(SERIES)):
        data, wrong = _checked(path, _SERIES)
        if not wrong:
            followed.append(SeriesLabels(path, data))
        faults += [f"{path.relative_to(folder).as_posix()}: {each}" for each in wrong]
    return LabelSet(read.labels, tuple(followed), tuple(faults))


def labels_beside(documents: Iterable[Path]) -> LabelSet:
    """The labels of those of ``documents`` that have some beside them."""
    files = (document.with_name(document.stem + ENDING) for document in documents)
    return _read([path for path in files if path.is_file()], Path())


def _read(files: Iterable[Path], folder: Path) -> LabelSet:
    faults: list[str] = []
    good = []
    for path in files:
        data, wrong = _checked(path, _RECORD)
        if not wrong and not (path.parent / str(data["source"])).is_file():
            wrong = [f"source: there is no document {data['source']!r} beside the labels: put it there, or mend the name"]
        if not wrong:
            good.append(Labels(path, path.parent / str(data["source"]), data))
        name = path.relative_to(folder) if path.is_relative_to(folder) else path
        faults += [f"{name.as_posix()}: {each}" for each in wrong]
    return LabelSet(tuple(good), (), tuple(faults))


def _checked(path: Path, form: Any) -> tuple[dict[str, Any], list[str]]:
    """What a file holds, and what is wrong with it, each fault with the key it stands under."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        return {}, [f"line {error.lineno}: no valid JSON ({error.msg}): look for a missing comma, bracket or quotation mark just before"]
    except UnicodeDecodeError:
        return {}, ["is not UTF-8 text: save it as UTF-8"]
    return data, list(_faults(data, form, ""))


# The form of labels. A dictionary names its keys, "?" after those that may be left out; a list holds the form of its entries; a tuple holds
# the words allowed; None stands for null; several forms in a set-like ``_Any`` are all allowed.
@dataclass(frozen=True)
class _Any:
    forms: tuple[Any, ...]
    told: str


_DAY = _Any((date, None), 'a date such as "2025-03-31", or null')
_TEXT = _Any((str, None), "a text in quotation marks, or null")
_SPEAKER = {"name": str, "aliases?": [str]}
_ITEM = {
    "number": _TEXT,
    "title": str,
    "optional?": bool,
    "speakers?": [_SPEAKER],
    "questions?": [{"text": str, "asked_by": _TEXT, "answered_by": _TEXT}],
    "resolutions?": [{"label?": _TEXT, "text": str, "type": RESOLUTION_TYPES, "moved_by?": _TEXT, "seconded_by?": _TEXT}],
    "actions?": [{"text": str, "also?": [str], "owner": _TEXT, "due_text?": _TEXT, "due_date?": _DAY}],
}
_RECORD = {
    "source": str,
    "meeting": {"organisation?": _TEXT, "committee?": _TEXT, "date": _DAY},
    "attendance?": [{"name": str, "status": (PRESENT, IN_ATTENDANCE, APOLOGIES, ABSENT)}],
    "items": [_ITEM],
}
_MENTION = {"document": str, "item": str}
_SERIES = {
    "as_of": date,
    "actions": [{"document": str, "text": str, "status": _STATUSES, "due_date?": _DAY, "mentions": [_MENTION]}],
}
_TOLD = {str: "a text in quotation marks", bool: "true or false", date: 'a date such as "2025-03-31"', None: "null"}


def _faults(value: Any, form: Any, where: str) -> Iterator[str]:
    if isinstance(form, dict):
        yield from _in_mapping(value, form, where)
    elif isinstance(form, list):
        if not isinstance(value, list):
            yield f"{where or 'the file'}: expected a list in [ ], found {_shown(value)}"
            return
        for number, entry in enumerate(value, 1):
            yield from _faults(entry, form[0], f"{where}[{number}]")
    elif isinstance(form, _Any):
        if not any(_fits(value, one) for one in form.forms):
            yield f"{where}: expected {form.told}, found {_shown(value)}"
    elif not _fits(value, form):
        told = " or ".join([", ".join(form[:-1]), form[-1]]) if isinstance(form, tuple) else _TOLD[form]
        yield f"{where}: expected {told}, found {_shown(value)}"


def _in_mapping(value: Any, form: Mapping[str, Any], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where or 'the file'}: expected keys and values in {{ }}, found {_shown(value)}"
        return
    known = {key.rstrip("?"): key for key in form}
    place = f"{where}." if where else ""
    for key in value:
        if key not in known:
            yield f"{place}{key}: no such key; known here are {', '.join(known)}"
    for name, key in known.items():
        if name in value:
            yield from _faults(value[name], form[key], f"{place}{name}")
        elif not key.endswith("?"):
            yield f"{place}{name}: is missing"


def _fits(value: Any, form: Any) -> bool:
    if form is None:
        return value is None
    if isinstance(form, tuple):
        return value in form
    if form is date:
        return isinstance(value, str) and _is_day(value)
    return isinstance(value, form)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]} ..."
