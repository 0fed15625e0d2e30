"""minutes-miner run: the main job"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_miner.cli import EXIT_NOTHING_READ
from minutes_miner.cli.options import as_of_option, paths_argument, reading_options, settings, today
from minutes_miner.cli.printing import printing
from minutes_miner.cli.reading import exit_code, note_left_out, read_all, report_failures, report_nothing, working
from minutes_miner.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from minutes_miner.export import Register
    from minutes_miner.model import Meeting, TrackedAction

# Enough to see what is pressing; the whole list is in the workbook.
_OVERDUE_SHOWN = 10


@click.command("run")
@paths_argument(required=False)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("outputs"), show_default=True, help="Where to write.")
@as_of_option()
@reading_options
def run_command(
    paths: tuple[Path, ...], out: Path, as_of: date | None, profile: str, rules_folder: Path | None, workers: int | None
) -> None:
    """Read minutes and write the register.

    PATHS are files and folders of saved minutes: ModernGov pages, other HTML, PDF, DOCX, text, mixed. Without PATHS the folder
    corpus/ is read. Written are minutes.xlsx, minutes.db, minutes.json, actions.json, and the tables in csv/ and parquet/.

    \b
    Examples:
      minutes-miner run saved-minutes/
      minutes-miner run 2024/ 2025/ --out register --as-of "31 March 2025"
    """
    if not paths:
        if not Path("corpus").is_dir():
            raise UsageError("no PATHS were given and there is no folder corpus/ here: name files or folders of minutes")
        paths = (Path("corpus"),)
    from minutes_miner.duplicates import RECORDS
    from minutes_miner.export import Register
    from minutes_miner.library import combined, followed, held_of
    from minutes_miner.officer import FILE, read_corrections, with_corrections, without_answered
    from minutes_miner.statuskey import status_key

    _check_folders(out)
    key, corrections = status_key(profile), read_corrections(out / FILE)  # before the reading: what is wrong with them is told at once
    day = today(as_of)
    found = read_all(paths, settings(profile, rules_folder, workers))
    extraction = combined(found)
    with working(f"Following the actions of {len(extraction.meetings)} meetings"):
        ledger = followed(extraction, as_of=day, profile=profile, rules=rules_folder)
        ledger = with_corrections(ledger, corrections, held=held_of(extraction.meetings))
    register = Register(without_answered(extraction.meetings, ledger), ledger, extraction.outcomes, extraction.files, key, rules_folder)
    if extraction.meetings:
        report_failures(extraction.outcomes)
        # Reports and agendas are no meetings of the register, but their tables and attendance matrices are in the records.
        _write(register, [m for m in found.meetings if m.document_class not in RECORDS], extraction.announced, out)
        _summary(register, out, day)
        note_left_out([one.date for one in extraction.meetings if one.date], day)
    else:
        report_nothing(extraction.outcomes, paths)
    sys.exit(exit_code(extraction.outcomes) if extraction.meetings else EXIT_NOTHING_READ)


def _check_folders(out: Path) -> None:
    """What stands where a folder is to be written is told before the reading, which may take long."""
    for folder in (out / "csv", out / "parquet"):
        file = next((place for place in (folder, *folder.parents) if place.is_file()), None)
        if file:
            raise click.UsageError(f"{file} is a file where a folder is to be: move or rename it, or name another folder with --out.")


def _write(register: Register, others: Sequence[Meeting], announced: Sequence[Meeting], out: Path) -> None:
    from minutes_miner.export import to_record, tracked_record, write_csv, write_parquet, write_workbook
    from minutes_miner.export.schema import schema_files
    from minutes_miner.export.tables import build_tables
    from minutes_miner.store import Store

    try:
        for folder in (out / "csv", out / "parquet"):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"{error.filename} cannot be made ({error.strerror}): name another folder with --out.") from error
    with working("Writing the database"), Store(out / "minutes.db") as store:
        doubts = store.save((*register.meetings, *announced), register.ledger, register.outcomes)
    for source, before in doubts:
        click.echo(
            f"note: {source} may be another version of {before}, which an earlier run read and the database still holds, and both are "
            "counted. If they are of one meeting, rename minutes.db and run again over all the minutes.",
            err=True,
        )
    with working("Writing the workbook and the tables"):
        tables = build_tables(register)
        write_workbook(out / "minutes.xlsx", register, tables=tables)
        write_csv(out / "csv", register, tables=tables)
        write_parquet(out / "parquet", register, tables=tables)
        _write_json(out / "minutes.json", map(to_record, (*register.meetings, *others)))
        _write_json(out / "actions.json", map(tracked_record, register.ledger.actions if register.ledger else ()))
    for schema in schema_files():
        shutil.copyfile(schema, out / schema.name)


def _write_json(target: Path, records: Iterable[dict[str, object]]) -> None:
    """Write ``records`` as one array, each as it comes: of a whole archive they take more room than all else."""
    from minutes_miner.export.atomic import replacing

    with replacing(target) as place, place.open("w", encoding="utf-8", newline="") as stream:
        begin = "[\n  "
        for record in records:
            stream.write(begin + json.dumps(record, ensure_ascii=False, indent=2).replace("\n", "\n  "))
            begin = ",\n  "
        stream.write("[]\n" if begin[0] == "[" else "\n]\n")


def _summary(register: Register, out: Path, day: date) -> None:
    """The closing summary: what was read, what it held, what is overdue, where it was written."""
    from rich import box
    from rich.table import Table

    outcomes = Counter(o.status for o in register.outcomes)
    items = [item for meeting in register.meetings for item in meeting.items]
    states = Counter(a.status for a in register.ledger.actions) if register.ledger else Counter()
    grid = Table(box=box.SIMPLE, show_header=False, title=f"Register as of {day.day} {day:%B %Y}", title_justify="left", title_style="bold")
    grid.add_column(no_wrap=True)
    grid.add_column(justify="right")
    grid.add_column()
    unread = ", ".join(f"{n} {status}" for status, n in sorted(outcomes.items()) if status != "read")
    grid.add_row("Documents of minutes read", str(outcomes["read"]), unread)
    grid.add_row("Meetings", str(len(register.meetings)), f"{len(items)} agenda items")
    grid.add_row("Questions", str(sum(len(i.questions) for i in items)), f"{sum(len(i.speakers) for i in items)} speakers in items")
    grid.add_row("Resolutions", str(sum(len(i.resolutions) for i in items)), "")
    grid.add_row("Actions", str(sum(states.values())), ", ".join(f"{n} {s}" for s, n in sorted(states.items())))
    if said := sum(len(a.corrections) for a in register.ledger.actions) if register.ledger else 0:
        grid.add_row("Set by officers", str(said), "in corrections.json")
    grid.add_row("To settle by a person", str(_to_settle(register)), "")
    with printing() as console:
        console.print(grid)
        if register.ledger:
            _print_overdue(console, [a for a in register.ledger.actions if a.status == "overdue"])
        console.print(f"Written to {out.as_posix()}/: minutes.xlsx, minutes.db, minutes.json, actions.json, csv/, parquet/", soft_wrap=True)


def _to_settle(register: Register) -> int:
    return sum(len(m.unsettled) for m in register.meetings) + (len(register.ledger.unsettled) if register.ledger else 0)


def _print_overdue(console: Console, overdue: list[TrackedAction]) -> None:
    from rich import box
    from rich.table import Table

    if not overdue:
        console.print("Nothing is overdue.\n")
        return
    table = Table(box=box.SIMPLE_HEAD, title=f"Overdue: {len(overdue)}", title_justify="left", title_style="bold")
    for heading, style in (("Due", "red"), ("Late", ""), ("Owner", ""), ("Action", "")):
        table.add_column(heading, style=style, no_wrap=heading in ("Due", "Late"), ratio={"Owner": 1, "Action": 3}.get(heading))
    for action in sorted(overdue, key=lambda a: (a.due_date or date.max, a.id))[:_OVERDUE_SHOWN]:
        due = f"{action.due_date:%d/%m/%Y}" if action.due_date else ""
        table.add_row(
            due, f"{action.days_late} d" if action.days_late else "", action.action.owner or "nobody named", _short(action.action.text)
        )
    console.print(table)
    if len(overdue) > _OVERDUE_SHOWN:
        console.print(f"... and {len(overdue) - _OVERDUE_SHOWN} more on the sheet Overdue.\n")


def _short(text: str, limit: int = 110) -> str:
    return text if len(text) <= limit else text[: text.rfind(" ", 0, limit)] + " …"
