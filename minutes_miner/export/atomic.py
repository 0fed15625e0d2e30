"""Writing a file whole or not at all: into a neighbour first, then put in place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutes_miner.errors import MinutesMinerError


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to write to; it takes ``target``'s place when the block ends well, and is removed when it does not.

    The folder is made where it is missing. Raises MinutesMinerError, naming the file and the mend, where the system refuses
    (a workbook open in Excel cannot be replaced on Windows).
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        os.replace(part, target)
    except PermissionError as error:
        raise MinutesMinerError(
            f"{target} cannot be written: it is open in another program, or the folder allows no writing. "
            "Close it there (Excel keeps a file locked while it is open) and run again."
        ) from error
    except (FileExistsError, NotADirectoryError) as error:
        file = next((place for place in target.parents if place.is_file()), target.parent)
        raise MinutesMinerError(
            f"{target} cannot be written: {file} is a file, no folder. Choose another folder, and run again."
        ) from error
    except OSError as error:
        raise MinutesMinerError(
            f"{target} cannot be written: {error.strerror or error}. Free space or choose another folder, and run again."
        ) from error
    finally:
        if part.exists():
            part.unlink()
