"""minutes-miner search"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from minutes_miner.cli.options import DatabasePath, WrittenDate

_KINDS = ("said", "question", "resolution", "action", "item", "text")


@click.command("search", context_settings={"ignore_unknown_options": True})  # -word leaves a word out
@click.argument("words", nargs=-1, required=True)
@click.option("--speaker", help="Only what this person or office said or asked.")
@click.option("--committee", help="Only this committee or organisation.")
@click.option("--kind", type=click.Choice(_KINDS), help="Only this kind of passage.")
@click.option("--since", type=WrittenDate(), help="Meetings from this day on.")
@click.option("--until", type=WrittenDate(), help="Meetings up to this day.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many to show.")
@click.option("--db", type=DatabasePath(), default=Path("outputs/minutes.db"), show_default=True, help="The database, or its folder.")
def search_command(
    words: tuple[str, ...],
    speaker: str | None,
    committee: str | None,
    kind: str | None,
    since: date | None,
    until: date | None,
    limit: int,
    db: Path,
) -> None:
    """Search everything said, asked, resolved and undertaken.

    WORDS must all occur; "quoted words" are a phrase, OR is either, -word is without, word* is a beginning.

    \b
    Examples:
      minutes-miner search flood defence
      minutes-miner search '"road safety"' --kind action --since 2024-05-01
      minutes-miner search bins --speaker "the Leader"
    """
    from minutes_miner.store import SearchQuery, Store

    query = SearchQuery(" ".join(words), speaker=speaker, committee=committee, kind=kind, since=since, until=until, limit=limit)
    with Store(db, create=False) as store:
        hits = store.search(query)
    if not hits:
        click.echo("Nothing was found.", err=True)
    if len(hits) == limit:
        click.echo(f"Showing the best {limit}: more with --limit.", err=True)
    from rich.console import Console
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 80, highlight=False)
    for hit in hits:
        head = [
            f"{hit.date:%d/%m/%Y}" if hit.date else "undated",
            hit.committee or hit.organisation or "",
            f"item {hit.item}" if hit.item else "",
            hit.kind,
        ]
        console.print(Text(" · ".join(part for part in (*head, hit.speaker or "") if part), style="bold"))
        console.print(_marked(hit.snippet))
        console.print(Text(hit.source + (f", page {hit.page}" if hit.page else ""), style="dim"), "")


def _marked(snippet: str) -> object:
    """The snippet with the found words in bold on a terminal; the marks stay where there is no colour."""
    from rich.text import Text

    text = Text(f"  {snippet}")
    text.highlight_regex(r"«[^»]*»", "bold yellow")
    return text
