"""minutes-miner explain, minutes-miner label: how an officer checks one document"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_miner.cli.options import reading_options, settings
from minutes_miner.cli.printing import printing

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.text import Text

    from minutes_miner.export.explain import Line
    from minutes_miner.model import Document, Meeting, Unsettled

_DOCUMENT = click.argument("document", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_COLOURS = {"item": "bold underline", "speaker": "cyan", "question": "yellow", "resolution": "green", "action": "red", "due": "bold red"}
_SETTLE = "bold magenta"


@click.command("explain")
@_DOCUMENT
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the marked-up minutes as a web page here.")
@reading_options
def explain_command(document: Path, html: Path | None, profile: str, rules_folder: Path | None, workers: int | None) -> None:
    """Show the minutes marked up in place: every item, speaker, question, resolution, action and due date.

    Beside each stands what was read from it, how sure that is and by which rule, and what a person must settle. In the page that --html
    writes this stands in the margin, and more of it shows where the pointer rests.

    \b
    Examples:
      minutes-miner explain minutes.html
      minutes-miner explain minutes.pdf --html checked.html
    """
    from minutes_miner.ingest import read_document
    from minutes_miner.pipeline import read_one

    read = read_document(document)
    meeting = read_one(read, settings(profile, rules_folder, workers))
    if html:
        from minutes_miner.export.atomic import replacing
        from minutes_miner.export.explain_page import explain_html

        with replacing(html) as place:
            place.write_text(explain_html(read, meeting), encoding="utf-8")
        click.echo(f"written: {html}", err=True)
    else:
        _print_marked(read, meeting)


def _print_marked(document: Document, meeting: Meeting) -> None:
    from rich.text import Text

    from minutes_miner.export.explain import facts, general_points, lines

    with printing() as console:
        whose, found = facts(meeting)
        console.print(Text(f"{whose}\n{found}", style="bold"))
        console.print(Text.assemble(*((f" {kind} ", style) for kind, style in _COLOURS.items())))
        for point in general_points(meeting):
            console.print(_beside(_point(point)))
        for line in lines(document, meeting):
            console.print(_marked(document, line))
            for note in line.notes:
                console.print(_beside(Text.assemble((note.kind, _COLOURS[note.kind]), f": {note.told} ", (f"[{note.how}]", "dim"))))
            for point in line.points:
                console.print(_beside(_point(point)))


def _marked(document: Document, line: Line) -> Text:
    from rich.text import Text

    block = line.block
    number = f"{line.number} " if line.number else ""
    text = Text(number + document.slice(block.start, block.end), style="dim" if line.grey else "")
    for mark in line.marks:
        start, end = max(0, mark.start - block.start), min(block.end, mark.end) - block.start
        text.stylize(_COLOURS.get(mark.kind, ""), len(number) + start, len(number) + end)
    return text


def _point(point: Unsettled) -> Text:
    from rich.text import Text

    return Text.assemble(("to settle", _SETTLE), f", {point.kind}: {point.reason}")


def _beside(text: Text) -> Padding:
    """A note under the text that it is about, set in so that it is told from the minutes."""
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, 4))


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
    from minutes_miner.model import LOW
    from minutes_miner.pipeline import read_one

    target = out or document.with_name(f"{document.stem}.gold.json")
    if target.exists() and not force:
        raise UsageError(f"{target} is there already and may hold a person's corrections: name another file with --out, or use --force")
    meeting = read_one(read_document(document), settings(profile, rules_folder, workers))
    with replacing(target) as place:
        place.write_text(json.dumps(to_labels(meeting), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    doubtful = sum(row.confidence == LOW for item in meeting.items for _, row in item.rows)
    first = f"; look first at what is of low confidence ({doubtful}), which explain shows" if doubtful else ""
    click.echo(f"written: {target}; correct it by hand, it is what the program thinks so far{first}", err=True)
