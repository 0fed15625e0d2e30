"""What ``import minutes_miner`` offers: reading minutes, following actions, and tables of the result."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from minutes_miner.duplicates import RECORDS, one_spelling, without_duplicates
from minutes_miner.errors import ReadError
from minutes_miner.model import Held, Ledger, Meeting
from minutes_miner.pipeline import Extraction, PipelineSettings, extract


def read(path: str | Path | Iterable[str | Path], *, profile: str = "default", rules: str | Path | None = None) -> list[Meeting]:
    """The meetings recorded in a file, a folder, or several of them.

    A single document gives its record, whatever it is; of several, the records of minutes are given, each meeting once. Raises ReadError
    where a single file was named and cannot be read; of a folder, what cannot be read is left out with a warning (``extract`` says why).
    Raises ProfileError and RuleError for a wrong profile or rule.
    """
    paths = [Path(path)] if isinstance(path, str | Path) else [Path(p) for p in path]
    extraction = extract(paths, settings=PipelineSettings(profile=profile, rules=Path(rules) if rules else None))
    failed = [o for o in extraction.outcomes if o.status == "failed"]
    if failed and len(extraction.outcomes) == 1:
        raise ReadError(failed[0].reason)
    if failed:
        warnings.warn(f"{len(failed)} documents could not be read, the first: {failed[0].reason}", stacklevel=2)
    return list(extraction.meetings if len(extraction.meetings) < 2 else combined(extraction).meetings)


def follow(
    meetings: Sequence[Meeting],
    *,
    as_of: date,
    corrections: str | Path | None = None,
    profile: str = "default",
    rules: str | Path | None = None,
) -> Ledger:
    """Every action of ``meetings`` followed through the later ones, and how it stands on the day ``as_of``.

    ``corrections``: a file of officers' corrections to lay over what the minutes say. ``profile`` and ``rules`` as they were read with:
    the profile may set the executive's clock, the rules have the words for what became of an action. Raises CorrectionsError,
    ProfileError and RuleError where one of them is wrong.
    """
    from minutes_miner.officer import read_corrections, with_corrections

    extraction = combined(Extraction(tuple(meetings), ()))
    ledger = followed(extraction, as_of=as_of, profile=profile, rules=Path(rules) if rules else None)
    said = read_corrections(Path(corrections)) if corrections else ()
    return with_corrections(ledger, said, held=held_of(extraction.meetings))


def held_of(meetings: Iterable[Meeting]) -> tuple[Held, ...]:
    """The meetings that were held, by the records of them."""
    return tuple(Held(one.organisation, one.committee, one.date) for one in meetings if one.date and one.document_class in RECORDS)


def combined(extraction: Extraction) -> Extraction:
    """An extraction as the register shows it: records of minutes only, each meeting once; agendas and cancelled meetings set apart."""
    records, outcomes = without_duplicates(extraction.meetings, extraction.outcomes)
    spelt = one_spelling((*records, *(_header(one) for one in extraction.meetings if _tells_a_day(one))))
    return Extraction(spelt[: len(records)], outcomes, extraction.files, announced=spelt[len(records) :])


def followed(extraction: Extraction, *, as_of: date, profile: str, rules: Path | None) -> Ledger:
    """The actions of an extraction that was ``combined``, through its meetings; of agendas and cancelled meetings only the days count."""
    from minutes_miner.rulebook import overlay_path
    from minutes_miner.track import track, track_settings

    meetings = (*extraction.meetings, *extraction.announced)
    return track(meetings, as_of=as_of, settings=track_settings(profile, overlay_path(rules)))


def _tells_a_day(meeting: Meeting) -> bool:
    return meeting.date is not None and (meeting.document_class == "agenda only" or meeting.status == "cancelled")


def _header(meeting: Meeting) -> Meeting:
    return replace(meeting, items=(), attendance=(), unsettled=(), attachments=(), tables=(), matrices=())
