"""Sections of a profile's config file that are not the pipeline's: plain entries, each value as it is written."""

from __future__ import annotations

from configparser import Error as ConfigError
from configparser import RawConfigParser
from pathlib import Path

from minutes_miner.errors import ProfileError
from minutes_miner.resources import folder

SHIPPED = "default"


def profile_path(profile: str) -> Path:
    """The config file of a profile, given by its name or by the path itself."""
    named = folder("pipelines") / f"{profile}.cfg"
    return named if named.is_file() else Path(profile)


def read_section(path: Path, section: str) -> dict[str, str]:
    """The entries of ``section``, none where the file has no such section. Raises ProfileError naming the file and the mend."""
    parser = RawConfigParser()
    try:
        parser.read_string(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ProfileError(f"found no profile {path}: 'minutes-miner profiles' lists them") from error
    except (ConfigError, UnicodeDecodeError, OSError) as error:
        raise ProfileError(f"profile {path.name} cannot be read: {str(error).splitlines()[0]}") from error
    return dict(parser.items(section)) if parser.has_section(section) else {}
