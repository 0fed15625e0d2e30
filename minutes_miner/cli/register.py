"""The register that commands share: the ledger with the officer's corrections laid over it, of minutes or of a database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from minutes_miner.cli.options import settings, today
from minutes_miner.errors import UsageError
from minutes_miner.model import Held, Ledger
from minutes_miner.officer import FILE, read_corrections, with_corrections

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Followed:
    """A ledger as it now stands, the meetings that were held, and the exit code that the reading of minutes asks for."""

    ledger: Ledger
    held: tuple[Held, ...]
    code: int = 0


def db_option(command: Command) -> Command:
    """--db"""
    return click.option(
        "--db",
        type=click.Path(dir_okay=False, path_type=Path),
        default=Path("outputs/minutes.db"),
        show_default=True,
        help="The database that run has made; the officer's corrections.json lies beside it.",
    )(command)


def of_database(db: Path) -> Followed:
    """The register of a database, as of the day of the run that made it. Raises StoreError and UsageError."""
    from minutes_miner.store import Store

    with Store(db, create=False) as store:
        ledger, held, behind = store.ledger(), store.held(), store.behind()
    if ledger is None:
        raise UsageError(f"{db} holds no action that was followed: run `minutes-miner run` over the minutes")
    if behind:
        click.echo(f"note: {behind} actions of documents that the last run did not read stand as of an earlier day", err=True)
    return Followed(with_corrections(ledger, read_corrections(db.with_name(FILE))), tuple(held))


def of_minutes(
    paths: Sequence[Path], db: Path, as_of: date | None, profile: str, rules_folder: Path | None, workers: int | None
) -> Followed:
    """The register of minutes read now, with the corrections that lie beside ``db``. Ends the command where nothing could be read."""
    from minutes_miner.cli import EXIT_NOTHING_READ
    from minutes_miner.cli.reading import exit_code, read_all, report_failures
    from minutes_miner.library import combined
    from minutes_miner.rulebook import overlay_path
    from minutes_miner.track import track, track_settings

    extraction = combined(read_all(paths, settings(profile, rules_folder, workers)))
    report_failures(extraction.outcomes)
    code = exit_code(extraction.outcomes)
    if code == EXIT_NOTHING_READ:
        sys.exit(code)
    ledger = track(extraction.meetings, as_of=today(as_of), settings=track_settings(profile, overlay_path(rules_folder)))
    held = tuple(Held(one.organisation, one.committee, one.date) for one in extraction.meetings if one.date and one.status != "cancelled")
    return Followed(with_corrections(ledger, read_corrections(db.with_name(FILE))), held, code)
