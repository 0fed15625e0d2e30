"""minutes-miner rules check, minutes-miner rules report"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutes_miner.cli import EXIT_USAGE
from minutes_miner.cli.options import paths_argument, reading_options, settings
from minutes_miner.cli.printing import printing, table
from minutes_miner.cli.reading import exit_code, progress, report_failures

if TYPE_CHECKING:
    from minutes_miner.evaluate import RuleUse


@click.group("rules")
def rules_command() -> None:
    """Rules: the words and patterns by which the program knows a resolution, an action, a question."""


@rules_command.command("check")
@click.option(
    "--rules",
    "rules_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of rules of your own to check with the shipped ones.",
)
def check_command(rules_folder: Path | None) -> None:
    """Check that every rule is well formed and does on its own examples what it should.

    \b
    Examples:
      minutes-miner rules check
      minutes-miner rules check --rules my-rules/
    """
    from minutes_miner import rulebook
    from minutes_miner.mentions.examples import failing_examples

    book = rulebook.load(rulebook.overlay_path(rules_folder))
    wrong = failing_examples(book)
    for line in wrong:
        click.echo(line, err=True)
    if wrong:
        click.echo(f"{len(wrong)} examples do not do what they should: mend the rule's pattern or the example.", err=True)
        sys.exit(EXIT_USAGE)
    examples = sum(len(rule.match) + len(rule.no_match) for rule in book.rules)
    click.echo(f"{len(book.rules)} rules and {len(book.lists)} word lists are well formed; {examples} examples do what they should.")


@rules_command.command("report")
@paths_argument(required=True)
@click.option("--gold", is_flag=True, help="Compare with the labels, NAME.gold.json, that stand beside documents.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True, help="What to print.")
@reading_options
def report_command(paths: tuple[Path, ...], gold: bool, form: str, profile: str, rules_folder: Path | None, workers: int | None) -> None:
    """Tell of each rule how often it fired, in how many documents and organisations, and how often rightly.

    What should be looked at stands first: rules that are often wrong (fewer than 8 of 10 labelled rows right), that serve one body only
    although three or more were read, or that never fired. Matches are places with the rule's wording, rows what came of them.

    \b
    Examples:
      minutes-miner rules report minutes/
      minutes-miner rules report my-labels/ --gold --format csv > rules.csv
    """
    from minutes_miner.measure import rule_report

    with progress() as advance:
        uses, outcomes, faults = rule_report(paths, gold=gold, settings=settings(profile, rules_folder, workers), progress=advance)
    for fault in faults:
        click.echo(f"wrong labels: {fault}", err=True)
    report_failures([outcome for outcome in outcomes if outcome.status == "failed"])
    if form == "text":
        _print(uses, gold)
    elif form == "json":
        click.echo(json.dumps([_plain(use) for use in uses], ensure_ascii=False, indent=2))
    else:
        rows = [_plain(use) for use in uses]
        writer = csv.DictWriter(sys.stdout, list(rows[0]) if rows else ["rule"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sys.exit(exit_code(outcomes))


def _plain(use: RuleUse) -> dict[str, Any]:
    from dataclasses import asdict

    return {**asdict(use), "precision": use.precision}


_HEADS = {
    "often wrong": "often wrong: too wide, or tried in the wrong places",
    "one body only": "one body's only: a house style, or fitted to its documents",
    "never fired": "waiting: they never fired in these documents",
}


def _print(uses: Sequence[RuleUse], gold: bool) -> None:
    judged = ("Right", "Of") if gold else ()
    with printing() as console:
        for flag, group in groupby(uses, key=lambda use: use.flag):
            console.print(f"Rules that are {_HEADS[flag]}" if flag else "Rules with nothing to remark")
            shown = table("Rule", "Matches", "Rows", "Documents", "Bodies", *judged)
            for use in group:
                figures = [use.matches, use.rows, use.documents, use.organisations]
                right = [f"{use.precision:.2f}" if use.precision is not None else "", str(use.judged or "")] if gold else []
                shown.add_row(use.rule, *(str(figure) for figure in figures), *right)
            console.print(shown)
