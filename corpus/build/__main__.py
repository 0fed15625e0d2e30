"""`python -m corpus.build [FOLDER]`: writes every sample document, its labels and each folder's `series.json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from corpus.build import columns, moderngov, plain, printed, word
from corpus.build.labels import record
from corpus.build.series import series
from corpus.build.source import Meeting, load_meeting

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "build" / "sources"

RENDERERS: dict[str, Callable[[Meeting], bytes]] = {
    "moderngov": lambda meeting: moderngov.page(meeting).encode(),
    "moderngov-list": lambda meeting: moderngov.list_page(meeting).encode(),
    "printed": printed.render,
    "margin": columns.render_margin,
    "columns": columns.render_columns,
    "docx": word.render,
    "text": lambda meeting: plain.render(meeting).encode(),
    "text-bom": lambda meeting: plain.render(meeting).encode("utf-8-sig"),
    # Windows line ends go with the Windows code page.
    "text-cp1252": lambda meeting: plain.render(meeting).replace("\n", "\r\n").encode("cp1252"),
    "markdown": lambda meeting: plain.render_markdown(meeting).encode(),
}


def outputs(folder: Path) -> dict[str, bytes]:
    """Every file of one source folder: documents, gold labels and `series.json`, by name."""
    files: dict[str, bytes] = {}
    followed: list[Meeting] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "series.yaml":
            continue
        meeting = load_meeting(path)
        for kind, name in meeting.files.items():
            content, labels = _rendered(meeting, kind, name)
            files[name] = content
            files[f"{Path(name).stem}.gold.json"] = _json(labels)
        if meeting.items and "series" not in meeting.head:
            followed.append(meeting)
    plan = folder / "series.yaml"
    if plan.exists():
        as_of = date.fromisoformat(yaml.load(plan.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["as_of"])
        files["series.json"] = _json(series(followed, as_of))
    return files


def _rendered(meeting: Meeting, kind: str, name: str) -> tuple[bytes, dict[str, Any]]:
    if kind.startswith("item "):
        number = kind.removeprefix("item ")
        return moderngov.item_page(meeting, number).encode(), record(meeting, name, item=number)
    part = "before cut" if kind == "moderngov" else "all"
    return RENDERERS[kind](meeting), record(meeting, name, part=part)


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def main(arguments: list[str]) -> int:
    """Write the files of the named folders, or of all."""
    names = arguments or sorted(p.name for p in SOURCES.iterdir() if p.is_dir())
    for name in names:
        target = ROOT / name
        target.mkdir(exist_ok=True)
        files = outputs(SOURCES / name)
        for file, content in files.items():
            (target / file).write_bytes(content)
        sys.stdout.write(f"{name}: {len(files)} files\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
