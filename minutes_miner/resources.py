"""Finding the files that travel with the package: the rules and the profiles.

In the installed wheel they stand inside the package (``minutes_miner/rules``); in a checkout they stand at its top level.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``rules`` or ``pipelines`` of this installation.

    Raises FileNotFoundError where the installation is broken.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder {name!r} of minutes_miner is missing beside {_PACKAGE}: install the package again")
