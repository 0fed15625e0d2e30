"""minutes-miner explain, minutes-miner label: how an officer checks one document"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_miner.cli.options import reading_options, settings

if TYPE_CHECKING:
    from minutes_miner.export.explain import Marking
    from minutes_miner.model import Document

_DOCUMENT = click.argument("document", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_COLOURS = {"item": "bold underline", "speaker": "cyan", "question": "yellow", "resolution": "green", "action": "red", "due": "bold red"}


@click.command("explain")
@_DOCUMENT
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the marked-up minutes as a web page here.")
@reading_options
def explain_command(document: Path, html: Path | None, profile: str, rules_folder: Path | None, workers: int | None) -> None:
    """Show the minutes marked up in place: every item, speaker, question, resolution and action.

    In the page that --html writes, pointing at a mark shows owner, due date and the rule that found it; what a person must settle
    stands in the margin.

    \b
    Examples:
      minutes-miner explain minutes.html
      minutes-miner explain minutes.pdf --html checked.html
    """
    from minutes_miner.export.explain import explain_html, markings
    from minutes_miner.ingest import read_document
    from minutes_miner.pipeline import read_one

    read = read_document(document)
    meeting = read_one(read, settings(profile, rules_folder, workers))
    if html:
        from minutes_miner.export.atomic import replacing

        with replacing(html) as place:
            place.write_text(explain_html(read, meeting), encoding="utf-8")
        click.echo(f"written: {html}", err=True)
    else:
        _print_marked(read, markings(meeting))
        for point in meeting.unsettled:
            click.echo(f"to settle: {point.kind}: {point.reason}", err=True)


def _print_marked(document: Document, marks: list[Marking]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 80, highlight=False)
    console.print(Text.assemble(*((f" {kind} ", style) for kind, style in _COLOURS.items() if kind != "due")))
    for block in document.blocks:
        text = Text(document.slice(block.start, block.end))
        for mark in marks:
            if mark.start < block.end and mark.end > block.start:
                text.stylize(_COLOURS[mark.kind], max(0, mark.start - block.start), min(block.end, mark.end) - block.start)
        console.print(text)
        for mark in marks:
            if block.start <= mark.start < block.end and mark.kind in ("question", "resolution", "action"):
                console.print(Text(f"    {mark.told}", style="dim"))


@click.command("label")
@_DOCUMENT
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write. Default: beside the document, NAME.gold.json."
)
@click.option("--force", is_flag=True, help="Write over labels that are there already.")
@reading_options
def label_command(document: Path, out: Path | None, force: bool, profile: str, rules_folder: Path | None, workers: int | None) -> None:
    """Write a draft of labels for a document, for a person to correct: the start of a test set of your own.

    \b
    Examples:
      minutes-miner label minutes-2025-03.pdf
    """
    from minutes_miner.errors import UsageError
    from minutes_miner.export.atomic import replacing
    from minutes_miner.export.labels import to_labels
    from minutes_miner.ingest import read_document
    from minutes_miner.pipeline import read_one

    target = out or document.with_name(f"{document.stem}.gold.json")
    if target.exists() and not force:
        raise UsageError(f"{target} is there already and may hold a person's corrections: name another file with --out, or use --force")
    meeting = read_one(read_document(document), settings(profile, rules_folder, workers))
    with replacing(target) as place:
        place.write_text(json.dumps(to_labels(meeting), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    click.echo(f"written: {target}; correct it by hand, it is what the program thinks so far", err=True)
