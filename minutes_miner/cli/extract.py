"""minutes-miner extract"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from minutes_miner.cli.options import paths_argument, reading_options, settings
from minutes_miner.cli.printing import print_text
from minutes_miner.cli.reading import exit_code, read_all, report_failures
from minutes_miner.errors import UsageError
from minutes_miner.pipeline import Extraction


@click.command("extract")
@paths_argument(required=True)
@click.option(
    "--format", "form", type=click.Choice(["json", "jsonl", "csv", "xlsx"]), default="json", show_default=True, help="What to print."
)
@click.option("--out", type=click.Path(path_type=Path), help="Write here instead of printing: a file, or for csv a folder.")
@reading_options
def extract_command(
    paths: tuple[Path, ...], form: str, out: Path | None, profile: str, rules_folder: Path | None, workers: int | None
) -> None:
    """Print what documents record: one record per document.

    PATHS are files and folders; folders are walked, files that are no documents are passed over and named on standard error.

    \b
    Examples:
      minutes-miner extract minutes.html > minutes.json
      minutes-miner extract minutes/ --format jsonl | jq .meeting
      minutes-miner extract minutes/ --format csv --out tables/
      minutes-miner extract minutes/ --format xlsx --out minutes.xlsx
    """
    if form in ("csv", "xlsx") and out is None:
        raise UsageError(f"--format {form} makes files: say where with --out, a {'folder' if form == 'csv' else 'file ending in .xlsx'}")
    extraction = read_all(paths, settings(profile, rules_folder, workers))
    report_failures(extraction.outcomes)
    if form in ("csv", "xlsx"):
        assert out is not None  # asked for above
        _write_tables(extraction, form, out, rules_folder)
    else:
        _print_records(extraction, form, out)
    sys.exit(exit_code(extraction.outcomes))


def _print_records(extraction: Extraction, form: str, out: Path | None) -> None:
    from minutes_miner.export.record import to_record

    records = [to_record(meeting) for meeting in extraction.meetings]
    if form == "jsonl":
        text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    else:
        text = json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    print_text(text, out)


def _write_tables(extraction: Extraction, form: str, out: Path, rules_folder: Path | None) -> None:
    from minutes_miner.export import Register, write_csv, write_workbook

    register = Register(extraction.meetings, None, extraction.outcomes, extraction.files, rules=rules_folder)
    if form == "xlsx":
        write_workbook(out, register)
    else:
        write_csv(out, register)
    click.echo(f"written: {out}", err=True)
