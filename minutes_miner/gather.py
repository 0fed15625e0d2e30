"""Which files a run looks at: the files named, and those found by walking the folders named."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from minutes_miner.model import Outcome

# Endings of files that stand beside minutes and hold none: page furniture, pictures, data, programs, and what this program writes itself.
# They are passed over and named; a file of any other ending is opened and judged by its bytes.
PASSED_OVER = frozenset(
    """.css .js .map .ico .png .jpg .jpeg .gif .svg .webp .bmp .tif .tiff .mp3 .mp4 .wav .woff .woff2 .ttf .eot .json .jsonl .yaml .yml
    .toml .cfg .ini .csv .parquet .xlsx .xls .xlsm .ods .db .sqlite .sqlite3 .db-wal .db-shm .db-journal .py .sh .bat .exe .dll .so .lock
    .pyc .tsv .log .ics .xml .xsd""".split()
)
# A folder without any document is named as one line where it holds more files than these.
_FEW = 3
# Names that by convention tell of the folder they stand in.
ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog", "contributing"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and the name it goes by: its path from the folder that was named, with forward slashes."""

    path: Path
    name: str
    named: bool  # the user named this very file, so that passing it over would be a surprise


def gather(paths: Iterable[Path]) -> tuple[list[Source], list[Outcome]]:
    """The sources below ``paths`` in a steady order, each file once, and an outcome for all that is passed over or cannot be entered."""
    sources: dict[str, Source] = {}
    passed: list[Outcome] = []
    for path in paths:
        if path.is_dir():
            for found in _walk(path, passed):
                sources.setdefault(os.path.realpath(found.path), found)
        else:
            sources.setdefault(os.path.realpath(path), Source(path, path.name, named=True))
    return _with_distinct_names(list(sources.values())), passed


def _walk(root: Path, passed: list[Outcome]) -> Iterator[Source]:
    def refused(error: OSError) -> None:
        place = Path(error.filename).as_posix() if error.filename else root.as_posix()
        passed.append(
            Outcome(
                place, "failed", f"the folder cannot be opened ({error.strerror}): ask for read access, or copy it to a folder of your own"
            )
        )

    for folder, below, files in os.walk(root, onerror=refused):
        below[:] = sorted(name for name in below if not name.startswith(".") and name != "__pycache__")
        found, skipped = _sorted_out(Path(folder), root, files)
        yield from found
        if not found and len(skipped) > _FEW:
            where = Path(folder).relative_to(root).as_posix()
            skipped = [Outcome(f"{where}/", "skipped", f"{len(skipped)} files, none of them a document")]
        passed += skipped


def _sorted_out(folder: Path, root: Path, files: Iterable[str]) -> tuple[list[Source], list[Outcome]]:
    """The sources of one folder, and what is passed over in it."""
    found, skipped = [], []
    for name in sorted(files):
        path = folder / name
        label = path.relative_to(root).as_posix()
        if name.startswith((".", "~$")):
            continue
        if path.stem.casefold() in ABOUT_THE_FOLDER:
            skipped.append(Outcome(label, "skipped", "no document: it describes the folder"))
        elif path.suffix.casefold() in PASSED_OVER:
            skipped.append(Outcome(label, "skipped", f"no document: files ending in {path.suffix.casefold()} are passed over"))
        else:
            found.append(Source(path, label, named=False))
    return found, skipped


def _with_distinct_names(sources: Sequence[Source]) -> list[Source]:
    """The sources, files of one name from different folders told apart by more of their path."""
    seen = Counter(s.name for s in sources)
    return [replace(s, name=s.path.as_posix().lstrip("/")) if seen[s.name] > 1 else s for s in sources]
