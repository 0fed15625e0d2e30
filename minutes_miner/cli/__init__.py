"""The command line: the only place that reads the clock, prints, and sets exit codes.

Exit codes: 0 all documents read, 1 nothing could be read, 2 wrong usage, 3 some documents failed and the others were read.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from minutes_miner.errors import MinutesMinerError, ProfileError, RuleError, UsageError

# Each command stands in a module of its own, imported when it is called: --help must not wait for spaCy or pandas.
_COMMANDS = {
    "run": ("run", "Read minutes and write the register: workbook, database, tables, list of overdue actions."),
    "extract": ("extract", "Print the records of documents as JSON, JSON lines, CSV or a workbook."),
    "track": ("track", "Follow actions through later meetings and print how each stands."),
    "apply": ("apply", "Read back what an officer wrote into the workbook."),
    "report": ("report", "Papers from the register: outstanding actions for an agenda, or as a calendar."),
    "history": ("history", "One action's life, from the minute that raised it to how it stands."),
    "search": ("search", "Search everything said, asked, resolved and undertaken in a database that run has made."),
    "explain": ("checking", "Show one document marked up in place: what was found where, and by which rule."),
    "label": ("checking", "Write a draft of labels for a document, for a person to correct."),
    "evaluate": ("evaluating", "Measure the extraction on documents that a person has labelled."),
    "profiles": ("settings", "List the profiles: house styles of minutes."),
    "rules": ("ruling", "Check the rules, the shipped ones and your own; report what each does."),
}

EXIT_NOTHING_READ, EXIT_USAGE, EXIT_SOME_FAILED = 1, 2, 3


class _Commands(click.Group):
    """A group that knows its commands' names and one-line helps without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"minutes_miner.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="minutes-miner", prog_name="minutes-miner")
def cli() -> None:
    """The register of what was decided, from published minutes alone.

    \b
    Examples:
      minutes-miner run saved-minutes/             the register of a folder, in outputs/
      minutes-miner extract minutes.html           one document's record as JSON
      minutes-miner track minutes/ --as-of 2025-03-31 --format csv
      minutes-miner search "road safety" --kind action

    \b
    Exit codes: 0 all documents read, 1 nothing could be read,
    2 wrong usage, 3 some documents failed and the others were read.
    """


def main() -> None:
    """Run the command line; errors of the package become one line on standard error and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles and pipes may be set to cp1252, in which a tick cannot be printed.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (UsageError, ProfileError, RuleError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(EXIT_USAGE)
    except MinutesMinerError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(EXIT_NOTHING_READ)
    except BrokenPipeError:
        # The reader of our output went away ("| head"): no message, and nothing more to flush.
        sys.stderr.close()
        sys.exit(0)
