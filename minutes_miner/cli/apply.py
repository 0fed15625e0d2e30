"""minutes-miner apply: an officer's edits in the workbook read back"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from minutes_miner.cli import EXIT_NOTHING_READ, EXIT_SOME_FAILED
from minutes_miner.cli.options import DatabasePath, WrittenDate, today
from minutes_miner.cli.reading import working
from minutes_miner.errors import CorrectionsError
from minutes_miner.model.corrections import DUE, NO_ACTION, OWNER, STATUS

if TYPE_CHECKING:
    from minutes_miner.model import Correction, TrackedAction
    from minutes_miner.officer.edits import Change, Edits
    from minutes_miner.officer.workbook import SheetRow
    from minutes_miner.statuskey import StatusKey

_IN_MINUTES = (STATUS, OWNER, DUE)  # what the minutes say too
_WORDING = 140  # characters of an action: enough to know it by


@click.command("apply")
@click.argument("workbook", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be taken over, and change nothing.")
@click.option("--by", help="Who makes the corrections. Default: the name under which you are signed in.")
@click.option("--on", "made_on", type=WrittenDate(), help="The day on which they are made. Default: today.")
@click.option(
    "--db",
    type=DatabasePath(),
    help="The database of the run that wrote the workbook. Default: minutes.db in the workbook's folder.",
)
@click.option("--profile", default="default", show_default=True, help="The profile whose words for a status the workbook uses.")
def apply_command(workbook: Path, dry_run: bool, by: str | None, made_on: date | None, db: Path | None, profile: str) -> None:
    """Read back what you wrote into the violet columns of a workbook; a change in others is
    named and not followed.

    The edits go into corrections.json beside the database, with who, when and why, and hold from the next run on; later runs keep them.
    Rows may be sorted, filtered, hidden or moved, sheets and columns too. A cell that makes no sense is named, and the others are
    followed.

    \b
    Exit codes: 0 all edits were followed, or there are none; 1 none was,
    or the workbook cannot be read; 2 wrong usage; 3 some were refused.

    \b
    Examples:
      minutes-miner apply outputs/minutes.xlsx --dry-run
      minutes-miner apply outputs/minutes.xlsx --by "J Harker"
      minutes-miner apply edited.xlsx --db outputs/minutes.db
    """
    from minutes_miner.cli.register import of_database
    from minutes_miner.officer.edits import edits_of
    from minutes_miner.officer.workbook import read_rows
    from minutes_miner.statuskey import status_key

    key = status_key(profile)
    place = db or workbook.with_name("minutes.db")
    name = " ".join((by if by is not None else _signed_in()).split())
    if not name:
        raise click.UsageError("say with --by NAME who makes the corrections")
    with working("Reading the workbook"):
        rows = read_rows(workbook)
    ledger = of_database(place).ledger
    edits = edits_of(_of_final(rows, ledger.actions, place), ledger, key, by=name, on=today(made_on))
    if edits.strange:
        raise CorrectionsError(
            f"none of the {edits.strange} rows of {workbook} is of an action in {place}: is it the workbook of another register? "
            "Name its database with --db, or run again and write into the new workbook"
        )
    if edits.changes:
        _print_changes(edits, key)
    for refusal in edits.refusals:
        click.echo(f"refused: {refusal.place}: {refusal.reason}", err=True)
    if edits.changes and not dry_run:
        _keep(place, [change.correction for change in edits.changes])
    click.echo(_closing(edits, name, place, dry_run=dry_run))
    if edits.refusals:
        sys.exit(EXIT_SOME_FAILED if edits.changes else EXIT_NOTHING_READ)


def _of_final(rows: Iterable[SheetRow], actions: Sequence[TrackedAction], db: Path) -> list[SheetRow]:
    """``rows``, those of a draft's workbook under the references that its actions have in the final minutes that replaced it."""
    from minutes_miner.officer.find import Finder
    from minutes_miner.store import Store

    with Store(db, create=False) as store:
        earlier = store.earlier_actions()
    if not earlier:
        return list(rows)
    known, finder = {one.id for one in actions}, Finder(actions)

    def brought_up(row: SheetRow) -> SheetRow:
        ref, _, shown = row.key.partition(" ")
        now = finder.find(earlier[ref][0]).action if ref in earlier and ref not in known else None
        return replace(row, key=f"{now.id} {shown}") if now else row

    return [brought_up(row) for row in rows]


def _signed_in() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name is known for the user, as in some containers
        return ""


def _keep(db: Path, corrections: list[Correction]) -> None:
    from minutes_miner.export.atomic import replacing
    from minutes_miner.officer import FILE, read_corrections, written

    target = db.with_name(FILE)
    text = written((*read_corrections(target), *corrections))
    with replacing(target) as part:
        part.write_text(text, encoding="utf-8")


def _closing(edits: Edits, by: str, db: Path, *, dry_run: bool) -> str:
    from minutes_miner.officer import FILE

    count = len(edits.changes)
    changes = f"{count} {'change' if count == 1 else 'changes'}"
    if not edits.changes:
        if edits.kept:
            cells = "1 edit" if edits.kept == 1 else f"{edits.kept} edits"
            return f"{cells} of this workbook {'is' if edits.kept == 1 else 'are'} in the register already: nothing was changed."
        return (
            "Nothing was changed."
            if edits.refusals
            else "The workbook holds no edits in its violet columns, and no other columns are read: nothing was changed."
        )
    if dry_run:
        return f"{changes} would be kept as by {by}. Nothing was changed: run the command without --dry-run."
    return f"{changes} kept in {db.with_name(FILE).as_posix()}, by {by}. They show from the next run on."


def _print_changes(edits: Edits, key: StatusKey) -> None:
    """Each action with what is set of it, a line for each cell: place, field, what held before, what holds now."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 80, highlight=False)
    wide = max(len(change.place) for change in edits.changes)
    with console.capture() as printed:
        for of, changes in groupby(edits.changes, key=lambda change: change.correction.of):
            console.print(Text(f"{shorten(of.wording, _WORDING, placeholder=' …')} [{of.ref}]", style="bold"))
            table = Table(box=box.SIMPLE, show_header=False, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
            for width in (wide + 2, len(NO_ACTION), None, None):
                table.add_column(width=width, no_wrap=width is not None)
            for change in changes:
                table.add_row(f"  {change.place}", change.correction.field, *(Text(part) for part in _from_to(change, key)))
            console.print(table)
    click.echo("\n".join(line.rstrip() for line in printed.get().splitlines()))


def _from_to(change: Change, key: StatusKey) -> tuple[str, str]:
    from minutes_miner.statuskey import in_words

    said = change.correction
    given = "overdue" if said.field == STATUS and change.late else said.found
    found = f"{in_words(said.field, given, key)} (minutes)" if given else "nothing"
    before = in_words(said.field, change.before, key) if change.before else found
    now = in_words(said.field, said.value, key) if said.value else "what the minutes say" if said.field in _IN_MINUTES else "nothing"
    reason = f" – {said.why}" if said.why else ""
    return f"from {before}", f"to {now}{reason}"
