"""minutes-miner profiles"""

from __future__ import annotations

import click


@click.command("profiles")
def profiles_command() -> None:
    """List the profiles that --profile takes: name and what it is for."""
    from minutes_miner.resources import folder

    for path in sorted(folder("pipelines").glob("*.cfg")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        click.echo(f"{path.stem:16} {first.lstrip('# ')}")
