"""The file of corrections, beside the database: a list to which each change adds an entry, in an order that tells its story.

A file of its own, not a table of the database: that may be deleted and made anew at any time, and a file of plain JSON can be read, put
right by hand, copied to a colleague and kept with the council's records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from minutes_miner.errors import CorrectionsError
from minutes_miner.model import ActionKey, Correction
from minutes_miner.model.corrections import DUE, FIELDS, NO_ACTION, NONE, SAME_AS, SETTABLE, STATUS, YES

FILE = "corrections.json"
_VERSION = 1
_KEY = ("ref", "organisation", "committee", "date", "item", "wording")
_NEEDED = ("action", "field", "value", "by", "on")
_KNOWN = {*_NEEDED, "why", "minutes_said", "other"}


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in ``path``, in the order in which they were made; none where there is no such file.

    Raises CorrectionsError naming file, entry and mend: a correction is never passed over because it could not be read.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ()
    except OSError as error:
        mend = "move the folder away" if path.is_dir() else "ask for leave to read it"
        raise CorrectionsError(f"{path}, where officers' corrections are kept, cannot be read ({error.strerror}): {mend}") from error
    except ValueError as error:
        raise CorrectionsError(f"{path} is damaged ({_fault(error)}): mend it there, or put the last good copy in its place") from error
    if not isinstance(data, dict) or data.get("version") != _VERSION or not isinstance(data.get("corrections"), list):
        raise CorrectionsError(f"{path}: expected an object with 'version': {_VERSION} and a list 'corrections'")
    return tuple(_correction(f"{path}: correction {number}", entry) for number, entry in enumerate(data["corrections"], 1))


def _fault(error: ValueError) -> str:
    """What is wrong with a text that is no JSON, and where."""
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    return "it is no text in UTF-8"


def written(corrections: Iterable[Correction]) -> str:
    """The text of the file that holds ``corrections``."""
    entries = [_entry(one) for one in corrections]
    return json.dumps({"version": _VERSION, "corrections": entries}, ensure_ascii=False, indent=1) + "\n"


def _entry(one: Correction) -> dict[str, Any]:
    entry: dict[str, Any] = {"action": _key_entry(one.of), "field": one.field, "value": one.value, "by": one.by, "on": one.on.isoformat()}
    entry |= {"why": one.why, "minutes_said": one.found}
    return entry | ({"other": _key_entry(one.other)} if one.other else {})


def _key_entry(key: ActionKey) -> dict[str, Any]:
    return {name: getattr(key, name) for name in _KEY} | {"date": key.date.isoformat() if key.date else None}


def _correction(where: str, entry: Any) -> Correction:
    if not isinstance(entry, dict) or not all(name in entry for name in _NEEDED) or set(entry) - _KNOWN:
        raise CorrectionsError(f"{where}: expected an object with {', '.join(_NEEDED)} and perhaps why, minutes_said, other")
    field, value = entry["field"], entry["value"]
    if field not in FIELDS:
        raise CorrectionsError(f"{where}: the field {field!r} is unknown: it may be {', '.join(FIELDS)}")
    texts = (value, entry.get("why"), entry.get("minutes_said"))
    if not all(text is None or isinstance(text, str) for text in texts) or not isinstance(entry["by"], str) or value == "":
        raise CorrectionsError(f"{where}: value, why and minutes_said must be a text or null, by a text")
    if value is not None:
        _check_value(where, field, value)
    other = _key(f"{where}, other", entry["other"]) if entry.get("other") else None
    if field == SAME_AS and value is not None and other is None:
        raise CorrectionsError(f"{where}: 'other' must say which action it is the same as")
    of = _key(f"{where}, action", entry["action"])
    return Correction(of, field, value, entry["by"], _day(f"{where}, on", entry["on"]), entry.get("why"), entry.get("minutes_said"), other)


def _check_value(where: str, field: str, value: str) -> None:
    if field == DUE and value != NONE:
        _day(where, value)
    allowed = {STATUS: SETTABLE, NO_ACTION: (YES,)}.get(field)
    if allowed and value not in allowed:
        raise CorrectionsError(f"{where}: the {field} {value!r} is unknown: it may be {', '.join(allowed)}")


def _key(where: str, entry: Any) -> ActionKey:
    if not isinstance(entry, dict) or set(entry) != set(_KEY):
        raise CorrectionsError(f"{where}: expected an object with {', '.join(_KEY)}")
    needed = all(isinstance(entry[name], str) for name in ("ref", "item", "wording"))
    if not needed or not all(entry[name] is None or isinstance(entry[name], str) for name in _KEY):
        raise CorrectionsError(f"{where}: ref, item and wording must be texts, the others texts or null")
    return ActionKey(**(entry | {"date": _day(where, entry["date"]) if entry["date"] else None}))


def _day(where: str, text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise CorrectionsError(f"{where}: {text!r} is no date: write it as 2025-03-31") from error
