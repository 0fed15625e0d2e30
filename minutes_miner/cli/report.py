"""minutes-miner report: papers made from the register"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_miner.cli.options import as_of_option, paths_argument, reading_options
from minutes_miner.cli.printing import print_text
from minutes_miner.cli.register import db_option
from minutes_miner.errors import UsageError

if TYPE_CHECKING:
    from minutes_miner.cli.register import Followed
    from minutes_miner.statuskey import StatusKey


@click.group("report")
def report_command() -> None:
    """Papers made from the register: the outstanding actions, as they go on an agenda."""


@report_command.command("outstanding")
@paths_argument(required=False)
@click.option("--committee", help="Only this committee or organisation: all words of its name, or some.")
@as_of_option("the day of the run; with PATHS, today")
@click.option(
    "--format",
    "form",
    type=click.Choice(["docx", "html", "md", "ics"]),
    default="md",
    show_default=True,
    help="Word document, web page, Markdown (in a terminal, laid out for reading), or a calendar of due dates.",
)
@click.option("--as-events", is_flag=True, help="With ics: whole-day events, not to-dos, which Outlook leaves out of a file.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of printing.")
@db_option
@reading_options
def outstanding_command(
    paths: tuple[Path, ...],
    committee: str | None,
    as_of: date | None,
    form: str,
    as_events: bool,
    out: Path | None,
    db: Path,
    profile: str,
    rules_folder: Path | None,
    workers: int | None,
) -> None:
    """The paper of outstanding actions: each with its original wording, owner, date, progress and status; then what was completed
    since the last meeting, and what is overdue by owner.

    It is made from the database of the last run, as of that run's day or another; with PATHS, from these minutes read now. Both hold
    the officers' corrections. The calendar has a to-do for each action with a date, or an event.

    \b
    Examples:
      minutes-miner report outstanding --committee scrutiny
      minutes-miner report outstanding --format docx --out paper.docx --as-of "31 March 2025"
      minutes-miner report outstanding my-minutes --as-of 2025-03-31
      minutes-miner report outstanding --format ics --out actions.ics
      minutes-miner report outstanding --format ics --as-events --out outlook.ics
    """
    if form == "docx" and out is None:
        raise UsageError("--format docx makes a file: say where with --out, a file ending in .docx")
    if as_events and form != "ics":
        raise UsageError("--as-events is of a calendar: say --format ics too")
    from minutes_miner.cli.register import of_database, of_minutes
    from minutes_miner.statuskey import status_key

    key = status_key(profile)
    register = of_minutes(paths, db, as_of, profile, rules_folder, workers) if paths else of_database(db, as_of)
    _write(register, form, out, key=key, committee=committee, as_events=as_events)
    sys.exit(register.code)


def _write(register: Followed, form: str, out: Path | None, *, key: StatusKey, committee: str | None, as_events: bool) -> None:
    from minutes_miner.export.paper import outstanding_paper

    paper = outstanding_paper(register.ledger, register.held, key=key, committee=committee, left_out=register.left_out)
    if form == "docx" and out:
        from minutes_miner.export.paper_docx import write_paper

        write_paper(out, paper)
    elif form == "md" and out is None and sys.stdout.isatty():
        from minutes_miner.cli.paper_view import print_paper

        print_paper(paper)
    else:
        from minutes_miner.export.calendar_file import calendar_text
        from minutes_miner.export.paper import later_words
        from minutes_miner.export.paper_bodies import chosen_actions
        from minutes_miner.export.paper_html import paper_html
        from minutes_miner.export.paper_text import paper_markdown

        chosen = chosen_actions(register.ledger.actions, committee, register.held)
        makers = {"html": lambda: paper_html(paper), "md": lambda: paper_markdown(paper)}
        makers["ics"] = lambda: calendar_text(chosen, as_of=register.ledger.as_of, as_events=as_events)
        print_text(makers[form](), out)
        for said in later_words(chosen, register.ledger.as_of, register.left_out, committee) if form == "ics" else ():
            click.echo(f"note: {said[0].lower()}{said[1:]}", err=True)  # a calendar has no place for it
    if out:
        click.echo(f"written: {out}", err=True)
