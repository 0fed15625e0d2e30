"""The register that commands share: the ledger with the officer's corrections laid over it, of minutes or of a database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from minutes_miner.cli import EXIT_NOTHING_READ
from minutes_miner.cli.options import DatabasePath, settings, today
from minutes_miner.cli.reading import exit_code, note_left_out, read_all, report_failures, report_nothing, working
from minutes_miner.dates import long_date
from minutes_miner.errors import UsageError
from minutes_miner.model import Correction, Held, Ledger
from minutes_miner.officer import FILE, known_on, read_corrections, with_corrections

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Followed:
    """A ledger as it now stands, the meetings that were held, the exit code that the reading of minutes asks for, and the corrections
    left out, made after the day that was asked for."""

    ledger: Ledger
    held: tuple[Held, ...]
    code: int = 0
    left_out: tuple[Correction, ...] = ()


def db_option(command: Command) -> Command:
    """--db"""
    return click.option(
        "--db",
        type=DatabasePath(),
        default=Path("outputs/minutes.db"),
        show_default=True,
        help="The database that run has made, or its folder; the officer's corrections.json lies beside it.",
    )(command)


def of_database(db: Path, as_of: date | None = None) -> Followed:
    """The register of a database, as of the day of the run that made it, or of another. Raises StoreError and UsageError."""
    from minutes_miner.library import held_of
    from minutes_miner.store import Store
    from minutes_miner.track import TrackSettings, judged_again

    with working("Reading the database"), Store(db, create=False) as store:
        ledger, meetings, behind = store.ledger(), store.meetings(), store.behind()
    if ledger is None:
        raise UsageError(f"{db} holds no action that was followed: run `minutes-miner run` over the minutes")
    if behind:
        click.echo(f"note: {behind} actions of documents that the last run did not read were followed up to an earlier day only", err=True)
    day = as_of or ledger.as_of
    held = held_of(meetings)
    _check_day(db, day, kept=ledger.as_of, held=[one.date for one in held])
    ledger = Ledger(day, judged_again(ledger.actions, meetings, as_of=day, settings=TrackSettings()))
    return _followed(ledger, db, as_of, held)


def _followed(ledger: Ledger, db: Path, as_of: date | None, held: tuple[Held, ...], code: int = 0) -> Followed:
    """``ledger`` with the corrections beside ``db``: all, or where a day was asked for, those that count on it."""
    corrections = read_corrections(db.with_name(FILE))
    counted = known_on(corrections, as_of) if as_of else corrections
    left_out = tuple(one for one in corrections if one not in set(counted)) if len(counted) < len(corrections) else ()
    return Followed(with_corrections(ledger, counted, held=held), held, code, left_out)


def _check_day(db: Path, day: date, *, kept: date, held: Sequence[date]) -> None:
    """Say how the meetings ``held`` between ``day`` and the one up to which actions were followed are treated; refuse a later ``day``
    where there are some: their minutes were read, and not followed."""
    if day < kept:
        note_left_out(held, day)
    unknown = sum(kept < one <= day for one in held)
    if unknown:
        raise UsageError(
            f"{db} was made as of {long_date(kept)}, without regard to {unknown} later meetings up to {long_date(day)}: run again with "
            f"--as-of {day.isoformat()}"
        )


def of_minutes(
    paths: Sequence[Path], db: Path, as_of: date | None, profile: str, rules_folder: Path | None, workers: int | None
) -> Followed:
    """The register of minutes read now, with the corrections that lie beside ``db``. Ends the command where nothing could be read."""
    from minutes_miner.library import combined, followed, held_of

    extraction = combined(read_all(paths, settings(profile, rules_folder, workers)))
    code = exit_code(extraction.outcomes)
    if not extraction.meetings:
        report_nothing(extraction.outcomes, paths)
        sys.exit(EXIT_NOTHING_READ)
    report_failures(extraction.outcomes)
    day, held = today(as_of), held_of(extraction.meetings)
    note_left_out([one.date for one in held], day)
    with working(f"Following the actions of {len(extraction.meetings)} meetings"):
        ledger = followed(extraction, as_of=day, profile=profile, rules=rules_folder)
    return _followed(ledger, db, as_of, held, code)
