"""The published JSON Schemas (draft 2020-12) of what the program prints: the files beside this module, shipped with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_PLACE = Path(__file__).parent


def record_schema() -> dict[str, Any]:
    """The schema of one object of ``extract --format json``: what ``record.to_record`` returns."""
    return _schema("minutes-record")


def tracked_schema() -> dict[str, Any]:
    """The schema of one object of ``track --format json``: what ``record.tracked_record`` returns."""
    return _schema("tracked-action")


def schema_files() -> list[Path]:
    """The schema files of this installation."""
    return sorted(_PLACE.glob("*.schema.json"))


def _schema(name: str) -> dict[str, Any]:
    text = (_PLACE / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
