"""minutes_miner: the register of what was decided, from the published minutes alone.

>>> import minutes_miner as mm
>>> meetings = mm.read("minutes.html")  # doctest: +SKIP
>>> mm.actions_frame(meetings)  # doctest: +SKIP

What is heavy to import (spaCy, pandas, the PDF readers) is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutes_miner.errors import MinutesMinerError as MinutesMinerError
    from minutes_miner.export.frames import actions_frame as actions_frame
    from minutes_miner.export.frames import attendance_frame as attendance_frame
    from minutes_miner.export.frames import items_frame as items_frame
    from minutes_miner.export.frames import meetings_frame as meetings_frame
    from minutes_miner.export.frames import questions_frame as questions_frame
    from minutes_miner.export.frames import resolutions_frame as resolutions_frame
    from minutes_miner.export.frames import speakers_frame as speakers_frame
    from minutes_miner.export.record import to_record as to_record
    from minutes_miner.library import follow as follow
    from minutes_miner.library import read as read
    from minutes_miner.model import Ledger as Ledger
    from minutes_miner.model import Meeting as Meeting

_FROM = {
    "MinutesMinerError": "errors",
    "Ledger": "model",
    "Meeting": "model",
    "actions_frame": "export.frames",
    "attendance_frame": "export.frames",
    "follow": "library",
    "items_frame": "export.frames",
    "meetings_frame": "export.frames",
    "questions_frame": "export.frames",
    "read": "library",
    "resolutions_frame": "export.frames",
    "speakers_frame": "export.frames",
    "to_record": "export.record",
}
__all__ = sorted(_FROM)
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module 'minutes_miner' has no attribute {name!r}")
    return getattr(import_module(f"minutes_miner.{_FROM[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
