"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from minutes_miner.pipeline import PipelineSettings

Command = TypeVar("Command", bound=Callable[..., Any])


class WrittenDate(click.ParamType[date]):
    """A day as people write it: 2025-03-31, 31/03/2025 or "31 March 2025"."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that shows the forms."""
        from minutes_miner.dates import parse_date

        day = value if isinstance(value, date) else parse_date(str(value))
        if day is None:
            self.fail(f"{value!r} is no date: write it as 2025-03-31, 31/03/2025 or '31 March 2025'", param, ctx)
        return day


class DatabasePath(click.ParamType[Path]):
    """A database, or the folder that a run has written it to."""

    name = "file or folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path of the database file."""
        path = Path(value)
        return path / "minutes.db" if path.is_dir() else path


def today(given: date | None) -> date:
    """The day given with --as-of, else today: the one place where the clock is read."""
    return given or date.today()


def as_of_option(default: str = "today") -> Callable[[Command], Command]:
    """--as-of"""
    return click.option("--as-of", type=WrittenDate(), help=f"The day on which to judge what is overdue. Default: {default}.")


def reading_options(command: Command) -> Command:
    """--profile, --rules and --workers"""
    command = click.option("--workers", type=click.IntRange(1, 64), help="Processes to read with. Default: as many as help.")(command)
    command = click.option(
        "--rules",
        "rules_folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="A folder of rules of your own, laid over the shipped ones.",
    )(command)
    return click.option(
        "--profile", default="default", show_default=True, help="House style of the minutes, see 'minutes-miner profiles'."
    )(command)


def paths_argument(required: bool) -> Callable[[Command], Command]:
    """PATHS: files and folders"""
    return click.argument("paths", nargs=-1, required=required, type=click.Path(exists=True, path_type=Path))


def settings(profile: str, rules_folder: Path | None, workers: int | None) -> PipelineSettings:
    """The pipeline's settings as the options say."""
    return PipelineSettings(profile=profile, rules=rules_folder, workers=workers)
