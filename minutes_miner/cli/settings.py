"""minutes-miner profiles, minutes-miner rules check"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from minutes_miner.cli import EXIT_USAGE


@click.command("profiles")
def profiles_command() -> None:
    """List the profiles that --profile takes: name and what it is for."""
    from minutes_miner.resources import folder

    for path in sorted(folder("pipelines").glob("*.cfg")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        click.echo(f"{path.stem:16} {first.lstrip('# ')}")


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
