"""minutes-miner track"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from minutes_miner.cli.options import as_of_option, paths_argument, reading_options, settings, today
from minutes_miner.cli.printing import print_text
from minutes_miner.cli.reading import exit_code, note_left_out, read_all, report_failures
from minutes_miner.errors import UsageError


@click.command("track")
@paths_argument(required=True)
@as_of_option()
@click.option("--format", "form", type=click.Choice(["json", "csv", "xlsx"]), default="json", show_default=True, help="What to print.")
@click.option("--out", type=click.Path(path_type=Path), help="Write here instead of printing: a file, or for csv a folder.")
@click.option(
    "--corrections",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of officers' corrections to lay over what the minutes say, as 'apply' writes it.",
)
@reading_options
def track_command(
    paths: tuple[Path, ...],
    as_of: date | None,
    form: str,
    out: Path | None,
    corrections: Path | None,
    profile: str,
    rules_folder: Path | None,
    workers: int | None,
) -> None:
    """Follow every action through the later meetings of its committee and print how it stands.

    \b
    Examples:
      minutes-miner track minutes/ --as-of 2025-03-31 > actions.json
      minutes-miner track minutes/ --format xlsx --out actions.xlsx
    """
    if form != "json" and out is None:
        raise UsageError(f"--format {form} makes files: say where with --out, a {'folder' if form == 'csv' else 'file ending in .xlsx'}")
    from minutes_miner.export import Register, tracked_record, write_csv, write_workbook
    from minutes_miner.library import combined, followed, held_of
    from minutes_miner.officer import read_corrections, with_corrections, without_answered
    from minutes_miner.statuskey import status_key

    key, said = status_key(profile), read_corrections(corrections) if corrections else ()
    extraction = combined(read_all(paths, settings(profile, rules_folder, workers)))
    report_failures(extraction.outcomes)
    ledger = followed(extraction, as_of=today(as_of), profile=profile, rules=rules_folder)
    ledger = with_corrections(ledger, said, held=held_of(extraction.meetings))
    register = Register(without_answered(extraction.meetings, ledger), ledger, extraction.outcomes, extraction.files, key, rules_folder)
    note_left_out([one.date for one in extraction.meetings if one.date], ledger.as_of)
    if form == "json":
        text = json.dumps([tracked_record(action) for action in ledger.actions], ensure_ascii=False, indent=2)
        print_text(text + "\n", out)
    elif out is not None:
        write_workbook(out, register) if form == "xlsx" else write_csv(out, register)
        click.echo(f"written: {out}", err=True)
    sys.exit(exit_code(extraction.outcomes))
