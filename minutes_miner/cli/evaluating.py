"""minutes-miner evaluate: how near the program comes to labels made by people"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutes_miner.cli import EXIT_NOTHING_READ, EXIT_SOME_FAILED
from minutes_miner.cli.options import reading_options, settings
from minutes_miner.cli.printing import printing, table
from minutes_miner.cli.reading import progress, report_failures

if TYPE_CHECKING:
    from rich.console import Console

    from minutes_miner.evaluate import DocumentScore, SeriesScore
    from minutes_miner.measure import Measured

_KINDS = ("items", "attendance", "speakers", "questions", "resolutions", "actions")
_SERIES = "series"  # the kind of what differs in following actions


@click.command("evaluate")
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--errors",
    is_flag=False,
    flag_value="all",
    type=click.Choice([*_KINDS, _SERIES, "all"]),
    help="List what was missed, what is too much and what is wrong, of one kind or of all.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What to print.")
@reading_options
def evaluate_command(gold_dir: Path, errors: str | None, form: str, profile: str, rules_folder: Path | None, workers: int | None) -> None:
    """Measure the extraction on documents that a person has labelled.

    GOLD_DIR holds documents and beside each its labels, NAME.gold.json, as the command label drafts them; a file series.json beside the
    documents of consecutive meetings says how their actions went on. The labels are looked for in folders below, too.

    \b
    Examples:
      minutes-miner evaluate my-labels
      minutes-miner evaluate my-labels --errors actions
      minutes-miner evaluate my-labels --format json > figures.json
    """
    from minutes_miner.measure import measure

    with progress() as advance:
        measured = measure(gold_dir, settings=settings(profile, rules_folder, workers), progress=advance)
    for fault in measured.faults:
        click.echo(f"wrong labels: {fault}", err=True)
    report_failures(measured.failed)
    if form == "json":
        click.echo(json.dumps(_as_json(measured, errors), ensure_ascii=False, indent=2))
    elif measured.scores:
        _print(measured, errors)
    if not measured.scores:
        sys.exit(EXIT_NOTHING_READ)
    sys.exit(EXIT_SOME_FAILED if measured.faults or measured.failed else 0)


def _print(measured: Measured, errors: str | None) -> None:
    with printing() as console:
        _print_figures(console, measured)
        if errors:
            _print_errors(console, _errors(measured, errors))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _print_figures(console: Console, measured: Measured) -> None:
    from minutes_miner.evaluate import by_field, by_kind, macro_f1

    kinds, organisations = by_kind(measured.scores), _organisations(measured.scores)
    rows = sum(figures.labelled for figures in kinds.values())
    documents, bodies = _count(len(measured.scores), "document"), _count(len(organisations), "organisation")
    console.print(f"{documents} of {bodies}, {_count(rows, 'labelled row')}\n")
    shown = table("Kind", "Precision", "Recall", "F1", "Labelled", "Found")
    for kind, f in kinds.items():
        shown.add_row(kind, _share(f.precision), _share(f.recall), _share(f.f1), str(f.labelled), str(f.found))
    console.print(shown)
    console.print(f"Mean F1 of all but attendance: [bold]{_share(macro_f1(kinds))}[/bold]\n")
    shown = table("Field, of the rows found", "Right", "Of")
    for field, share in by_field(measured.scores).items():
        shown.add_row(field, _share(share.accuracy), str(share.of))
    console.print(shown)
    _print_confidence(console, measured.scores)
    _print_organisations(console, organisations)
    _print_series(console, measured.series)


def _print_confidence(console: Console, scores: Sequence[DocumentScore]) -> None:
    from minutes_miner.evaluate import by_confidence

    console.print("Precision by confidence, and rows found")
    shown = table("Kind", "High", "", "Medium", "", "Low", "")
    for kind, levels in by_confidence(scores).items():
        cells = ((_share(share.accuracy) if share.of else "-", str(share.of)) for share in levels.values())
        shown.add_row(kind, *(cell for pair in cells for cell in pair))
    console.print(shown)


def _print_organisations(console: Console, organisations: Sequence[dict[str, Any]]) -> None:
    console.print("F1 by organisation, the worst first")
    shown = table("Organisation", "Mean", "Items", "Speak.", "Quest.", "Resol.", "Act.", "Rows")
    for each in organisations:
        f1 = (each["f1"].get(kind) for kind in ("items", "speakers", "questions", "resolutions", "actions"))
        shown.add_row(each["organisation"], _share(each["macro_f1"]), *("-" if f is None else _share(f) for f in f1), str(each["labelled"]))
    console.print(shown)


def _print_series(console: Console, series: Sequence[SeriesScore]) -> None:
    if not series:
        return
    shown = table("Actions followed", "As of", "Actions F1", "Links F1", "Overdue F1", "Status right")
    for each in series:
        right = f"{each.status_right} of {each.actions.paired}"
        shown.add_row(each.name, each.as_of, *(_share(f.f1) for f in (each.actions, each.links, each.overdue)), right)
    console.print(shown)


def _print_errors(console: Console, errors: Iterable[dict[str, Any]]) -> None:
    """A line for each, under its kind and document; a terminal wraps them, a pipe gets them whole."""
    head = None
    for error in errors:
        place = (error["kind"], error["document"])
        if place != head:
            console.print(f"\n[bold]{place[0]}[/bold] in {place[1]}")
            head = place
        line = f"  {error['what']:11} {error['item'] or '-'}: "
        if "labelled" in error:
            line += f"{error['found'] or 'nobody or nothing'!r} instead of {error['labelled'] or 'nobody or nothing'!r} in: "
        console.print(line + error["text"], markup=False, soft_wrap=not sys.stdout.isatty())


def _share(value: float) -> str:
    return f"{value:.3f}"


def _as_json(measured: Measured, errors: str | None) -> dict[str, Any]:
    from minutes_miner.evaluate import by_confidence, by_field, by_kind, macro_f1

    kinds = by_kind(measured.scores)
    result: dict[str, Any] = {
        "documents": len(measured.scores),
        "kinds": {kind: _figures(f) for kind, f in kinds.items()},
        "macro_f1": macro_f1(kinds),
        "fields": {field: {"accuracy": share.accuracy, "of": share.of} for field, share in by_field(measured.scores).items()},
        "confidence": {
            kind: {level: {"precision": share.accuracy, "found": share.of} for level, share in levels.items()}
            for kind, levels in by_confidence(measured.scores).items()
        },
        "organisations": _organisations(measured.scores),
        "series": [_series(each) for each in measured.series],
        "faults": list(measured.faults),
        "failed": [outcome.source for outcome in measured.failed],
    }
    return result | ({"errors": list(_errors(measured, errors))} if errors else {})


def _figures(f: Any) -> dict[str, Any]:
    return {"precision": f.precision, "recall": f.recall, "f1": f.f1, "labelled": f.labelled, "found": f.found}


def _series(each: SeriesScore) -> dict[str, Any]:
    paired = each.actions.paired or 1
    shares = {"status_accuracy": each.status_right / paired, "due_date_accuracy": each.due_right / paired}
    parts = {"actions": each.actions, "links": each.links, "overdue": each.overdue}
    return {"name": each.name, "as_of": each.as_of, **{part: _figures(f) for part, f in parts.items()}, **shares}


def _organisations(scores: Sequence[DocumentScore]) -> list[dict[str, Any]]:
    from minutes_miner.evaluate import by_kind, by_organisation, macro_f1

    found = []
    for name, part in by_organisation(scores):
        kinds = by_kind(part)
        found.append(
            {
                "organisation": name,
                "documents": len(part),
                "labelled": sum(f.labelled for f in kinds.values()),
                "macro_f1": macro_f1(kinds),
                "f1": {kind: f.f1 for kind, f in kinds.items() if f.labelled + f.found},
            }
        )
    return found


def _errors(measured: Measured, wanted: str) -> Iterator[dict[str, Any]]:
    """Missed and extra rows and wrong fields, by kind and document; of series also wrong links."""
    for kind in _KINDS:
        if wanted not in (kind, "all"):
            continue
        for score in measured.scores:
            rows = score.kinds.get(kind)
            place = {"kind": kind, "document": score.document}
            for what, found in (("missed", rows.missed), ("extra", rows.extra)) if rows else ():
                for row in found:
                    text = row.get("text") or row.get("title") or row.get("name")
                    yield {**place, "what": what, "item": row.get("item") or row.get("number"), "text": text}
            for check in score.checks:
                if check.field.partition(".")[0] == kind and not check.right:
                    field = {"what": check.field.partition(".")[2], "item": check.item, "text": check.text}
                    yield {**place, **field, "labelled": check.labelled, "found": check.found}
    if wanted in (_SERIES, "all"):
        differences = [{"kind": _SERIES, **one} for series in measured.series for one in series.wrong]
        yield from sorted(differences, key=lambda one: str(one["document"]))
