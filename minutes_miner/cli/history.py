"""minutes-miner history: one action's life"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_miner.cli import EXIT_NOTHING_READ, EXIT_USAGE
from minutes_miner.cli.options import as_of_option
from minutes_miner.cli.register import db_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutes_miner.export.story import Event
    from minutes_miner.model import TrackedAction

_NEAR = 5
_LISTED = 20  # actions that fit the words: more are no help to choose from


@click.command("history")
@click.argument("action", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json", "md"]), default="text", show_default=True, help="What to print.")
@as_of_option("the day of the run")
@db_option
@click.option("--profile", default="default", show_default=True, help="The profile whose words for a status are shown.")
def history_command(action: tuple[str, ...], form: str, as_of: date | None, db: Path, profile: str) -> None:
    """One action's life: when it was raised, every later meeting that took it up, what officers set, and how it stands.

    ACTION is the Ref that workbook and paper show (its beginning will do), the council's own number for it, or words that only this action
    has. Where several have them they are listed, with exit code 2; where none has, the exit code is 1.

    \b
    Examples:
      minutes-miner history e351b8bf
      minutes-miner history village sign quotation
      minutes-miner history e351b8bf --format json --db register/minutes.db
    """
    from minutes_miner.cli.register import of_database
    from minutes_miner.export.paper import later_words
    from minutes_miner.export.story import events, find_actions, head_lines, story_markdown, story_record
    from minutes_miner.statuskey import status_key

    key, register, wanted = status_key(profile), of_database(db, as_of), " ".join(action)
    ledger = register.ledger
    found = find_actions(ledger.actions, wanted) or _replacing(db, wanted, ledger.actions)
    if len(found) != 1:
        _list(found, wanted, ledger.actions, as_of)
        sys.exit(EXIT_USAGE if found else EXIT_NOTHING_READ)
    one = found[0]
    for said in later_words([one], ledger.as_of, [left for left in register.left_out if left.of.ref == one.id]):
        click.echo(f"note: {said[0].lower()}{said[1:]}", err=True)
    if form == "json":
        click.echo(json.dumps(story_record(one, as_of=ledger.as_of, key=key), ensure_ascii=False, indent=2))
    elif form == "md":
        click.echo(story_markdown(one, as_of=ledger.as_of, key=key), nl=False)
    else:
        _print(one, head_lines(one), events(one, as_of=ledger.as_of, key=key))


def _replacing(db: Path, wanted: str, actions: Sequence[TrackedAction]) -> list[TrackedAction]:
    """The action that has taken the place of one of an earlier version, as a paper made of a draft names it by its Ref."""
    from minutes_miner.export.story import SHORTEST_REF
    from minutes_miner.officer.find import Finder
    from minutes_miner.store import Store

    with Store(db, create=False) as store:
        earlier = store.earlier_actions()
    begun = [of for ref, of in earlier.items() if ref == wanted.lower()] or [
        of for ref, of in earlier.items() if len(wanted) >= SHORTEST_REF and ref.startswith(wanted.lower())
    ]
    if len(begun) != 1:
        return []
    key, source = begun[0]
    now = Finder(actions).find(key).action
    click.echo(f"note: {key.ref} is of an earlier version of these minutes, {source}", err=True)
    return [now] if now else []


def _list(found: Sequence[TrackedAction], wanted: str, actions: Sequence[TrackedAction], as_of: date | None) -> None:
    from minutes_miner.dates import long_date
    from minutes_miner.export.story import near_actions

    if found:
        click.echo(f"{len(found)} actions have the reference or the words {wanted!r}: name one by its whole reference.", err=True)
    else:
        found = near_actions(actions, wanted, most=_NEAR)
        mend = "the nearest are:" if found else "the Ref stands in the first column of the sheet Actions, and in the paper."
        by = f" raised by {long_date(as_of)}" if as_of else ""
        click.echo(f"No action{by} has the reference or all the words {wanted!r}; {mend}", err=True)
    _rows(found)


def _rows(found: Sequence[TrackedAction]) -> None:
    from textwrap import shorten

    for one in found[:_LISTED]:
        day = f"{one.meeting_date:%d/%m/%Y}" if one.meeting_date else "undated   "
        click.echo(f"{one.id}  {day}  {shorten(one.action.text, 52, placeholder=' …')}")
    if len(found) > _LISTED:
        click.echo(f"... and {len(found) - _LISTED} more", err=True)


def _print(action: TrackedAction, head: Sequence[str], story: Sequence[Event]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 80, highlight=False)
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for one in story:
        day = f"{one.day:%d/%m/%Y}" if one.day else "undated"
        table.add_row(day, Text(one.what, style="bold"), Text.assemble(one.words, "\n", (one.where, "dim")))
    with console.capture() as printed:
        console.print(Text(action.action.text, style="bold"))
        console.print(Text(" · ".join(head), style="dim"), "")
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in printed.get().rstrip().splitlines()))
