"""Reading documents for a command: progress while it and other long steps last, what failed, and the exit code at the end."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from minutes_miner.cli import EXIT_NOTHING_READ, EXIT_SOME_FAILED
from minutes_miner.dates import long_date
from minutes_miner.model import Outcome
from minutes_miner.pipeline import Extraction, PipelineSettings, extract


def read_all(paths: Sequence[Path], settings: PipelineSettings) -> Extraction:
    """Extract with a progress bar on standard error where that is a terminal."""
    with progress() as advance:
        return extract(paths, settings=settings, progress=advance)


@contextmanager
def progress() -> Iterator[Callable[[Outcome, int], None] | None]:
    """What to call with each outcome so that a bar moves on standard error; None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def advance(outcome: Outcome, total: int) -> None:
            bar.update(task, total=total, advance=1, description=f"Reading {outcome.source[-40:]}")

        yield advance


@contextmanager
def working(on: str) -> Iterator[None]:
    """Show on standard error, where that is a terminal, what a long step is ``on`` and for how long: it cannot tell how much is left."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        bar.add_task(on, total=None)
        yield


def report_failures(outcomes: Sequence[Outcome]) -> None:
    """Name on standard error what failed, and what was passed over: a line for each reason, with the first file and the number."""
    for outcome in outcomes:
        if outcome.status == "failed":
            click.echo(f"failed: {outcome.source}: {_reason(outcome)}", err=True)
    _report_alike(outcomes, "skipped", "passed over")


def report_nothing(outcomes: Sequence[Outcome], paths: Sequence[Path]) -> None:
    """Say on standard error that there were no minutes at all: what was read, failed or was passed over instead, and why."""
    report_failures([one for one in outcomes if one.status == "failed"])
    _report_alike(outcomes, "not minutes", "not minutes")
    _report_alike(outcomes, "skipped", "passed over")
    where = ", ".join(map(str, paths))
    empty = (
        "" if outcomes else f" {where} {'holds' if len(paths) == 1 else 'hold'} no file that could be minutes (web page, PDF, Word, text)."
    )
    click.echo(f"No minutes were found in {where}: nothing was written.{empty}", err=True)


def _report_alike(outcomes: Sequence[Outcome], status: str, said: str) -> None:
    alike: dict[str, list[str]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.status == status:
            alike[_reason(outcome)].append(outcome.source)
    for reason, sources in alike.items():
        more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
        click.echo(f"{said}: {sources[0]}{more}: {reason}", err=True)


def note_left_out(held: Iterable[date], day: date) -> None:
    """Say on standard error how many of the meetings ``held`` are later than ``day``: how actions stand is judged without them."""
    later = sum(one > day for one in held)
    if later:
        meetings = "1 meeting" if later == 1 else f"{later} meetings"
        click.echo(f"note: {meetings} after {long_date(day)} {'is' if later == 1 else 'are'} left out in following actions", err=True)


def _reason(outcome: Outcome) -> str:
    return outcome.reason.removeprefix(f"{outcome.source}: ")


def exit_code(outcomes: Sequence[Outcome]) -> int:
    """0, 1 or 3, as the documentation says."""
    failed = sum(o.status == "failed" for o in outcomes)
    read = sum(o.status in ("read", "duplicate", "not minutes") for o in outcomes)
    if not read:
        return EXIT_NOTHING_READ
    return EXIT_SOME_FAILED if failed else 0
