"""The sample minutes: labels well formed and true to the documents, files complete, the build repeatable."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.build.__main__ import ROOT, SOURCES, outputs
from corpus.build.labels import record
from corpus.build.source import CorpusError, Meeting, load_meeting, parse_blocks
from minutes_miner.model import ABSENT, APOLOGIES, IN_ATTENDANCE, PRESENT, RESOLUTION_TYPES

FOLDERS = sorted(path.name for path in SOURCES.iterdir() if path.is_dir())
GOLD = sorted(ROOT.glob("*/*.gold.json"))
SERIES = sorted(ROOT.glob("*/series.json"))
# PDF and DOCX bytes hang on the version of the library that writes them; the rest must come out the same everywhere.
REPEATABLE = (".html", ".txt", ".md", ".json")

ROW_KEYS = {
    "speakers": {"name": str, "aliases": list},
    "questions": {"text": str, "asked_by": (str, type(None)), "answered_by": (str, type(None))},
    "resolutions": {
        "label": (str, type(None)),
        "text": str,
        "type": str,
        "moved_by": (str, type(None)),
        "seconded_by": (str, type(None)),
    },
    "actions": {
        "text": str,
        "also": list,
        "owner": (str, type(None)),
        "due_text": (str, type(None)),
        "due_date": (str, type(None)),
    },
}


def load(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def texts(gold: dict[str, Any]) -> list[str]:
    rows = [row for item in gold["items"] for kind in ("questions", "resolutions", "actions") for row in item[kind]]
    return [row["text"] for row in rows] + [other for row in rows for other in row.get("also", [])]


def words(text: str) -> str:
    """Letters and figures only, so that hyphenation, bars between cells and line ends do not matter."""
    return "".join(re.findall(r"[a-z0-9]+", text.casefold()))


def document_text(path: Path) -> str:
    """What a plain reader gets of a document, without the care that the package takes."""
    if path.suffix == ".html":
        from lxml import html

        return str(html.parse(str(path), parser=html.HTMLParser(encoding="utf-8")).getroot().text_content())
    if path.suffix == ".docx":
        import docx

        return " ".join(node.text or "" for node in docx.Document(str(path)).element.body.iter() if node.tag.endswith("}t"))
    return path.read_bytes().decode("cp1252" if "2024-10-03" in path.name else "utf-8")


def document_of(gold: Path) -> Path:
    """The document that a labels file stands beside."""
    return gold.parent / str(load(gold)["source"])


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name)
def test_labels_have_the_agreed_form(path: Path) -> None:
    gold = load(path)
    assert set(gold) == {"source", "meeting", "attendance", "items"}
    assert set(gold["meeting"]) == {"organisation", "committee", "date"}
    assert all(row["status"] in (PRESENT, IN_ATTENDANCE, APOLOGIES, ABSENT) for row in gold["attendance"])
    for item in gold["items"]:
        assert set(item) == {"number", "title", *ROW_KEYS}
        for kind, keys in ROW_KEYS.items():
            for row in item[kind]:
                assert set(row) == set(keys)
                assert all(isinstance(row[key], wanted) for key, wanted in keys.items()), row
    assert all(row["type"] in RESOLUTION_TYPES for item in gold["items"] for row in item["resolutions"])


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name)
def test_each_asker_and_mover_is_a_speaker_of_the_item(path: Path) -> None:
    for item in load(path)["items"]:
        names = {name for row in item["speakers"] for name in (row["name"], *row["aliases"])}
        people = {row["asked_by"] for row in item["questions"]} | {row["answered_by"] for row in item["questions"]}
        people |= {row["moved_by"] for row in item["resolutions"]} | {row["seconded_by"] for row in item["resolutions"]}
        assert people - {None} <= names, f"item {item['number']}"


@pytest.mark.parametrize("path", [p for p in GOLD if document_of(p).suffix != ".pdf"], ids=lambda p: p.name)
def test_labelled_words_stand_in_the_document(path: Path) -> None:
    gold, text = load(path), words(document_text(document_of(path)))
    missing = [label for label in texts(gold) if words(label) not in text]
    assert not missing


@pytest.mark.parametrize("path", [p for p in GOLD if document_of(p).suffix == ".pdf"], ids=lambda p: p.name)
def test_labelled_words_stand_in_the_pdf(path: Path) -> None:
    # A running header or an owner in the margin may interrupt a passage, so words are looked for, not whole passages.
    import pypdfium2

    pdf = pypdfium2.PdfDocument(str(document_of(path)))
    raw = " ".join(page.get_textpage().get_text_range() for page in pdf)
    text = words(re.sub(r"[-\ufffe\xad]\s*\n", "", raw))
    missing = {word for label in texts(load(path)) for word in map(words, label.split()) if word not in text}
    assert not missing


@pytest.mark.parametrize("path", SERIES, ids=lambda p: p.parent.name)
def test_series_follow_the_labelled_actions(path: Path) -> None:
    series = load(path)
    raised = {
        (gold["source"], row["text"]) for gold in map(load, path.parent.glob("*.gold.json")) for i in gold["items"] for row in i["actions"]
    }
    numbers = {(g["source"], i["number"] or i["title"]) for g in map(load, path.parent.glob("*.gold.json")) for i in g["items"]}
    for action in series["actions"]:
        assert (action["document"], action["text"]) in raised
        assert all((mention["document"], mention["item"]) in numbers for mention in action["mentions"])
        assert all(mention["document"] >= action["document"] for mention in action["mentions"] if "council" not in action["document"])
    statuses = {action["status"] for action in series["actions"]}
    assert statuses == {"completed", "overdue", "open", "superseded"}


@pytest.mark.parametrize("path", SERIES, ids=lambda p: p.parent.name)
def test_an_overdue_action_has_a_date_that_is_past(path: Path) -> None:
    series = load(path)
    as_of = date.fromisoformat(series["as_of"])
    late = [a for a in series["actions"] if a["status"] == "overdue"]
    assert late and all(date.fromisoformat(a["due_date"]) < as_of for a in late)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_file_is_missing_or_stale(folder: Path) -> None:
    built = outputs(SOURCES / folder)
    present = {path.name for path in (ROOT / folder).iterdir()}
    assert set(built) == present
    stale = [name for name, data in built.items() if name.endswith(REPEATABLE) and (ROOT / folder / name).read_bytes() != data]
    assert not stale, "run python -m corpus.build"


def test_pdf_and_docx_come_out_the_same_twice() -> None:
    folder = SOURCES / "saltings"
    assert outputs(folder) == outputs(folder)
    assert outputs(SOURCES / "wexcombe") == outputs(SOURCES / "wexcombe")


def test_every_source_name_is_used_once() -> None:
    names = [load(path)["source"] for path in GOLD]
    assert len(names) == len(set(names))


@pytest.fixture
def meeting() -> Meeting:
    return load_meeting(SOURCES / "tollbury" / "tollbury-2024-11-13.yaml")


def test_a_truncated_item_is_labelled_as_far_as_the_page_shows_it(meeting: Meeting) -> None:
    whole = record(meeting, "whole")["items"][5]
    shown = record(meeting, "page", part="before cut")["items"][5]
    assert len(shown["actions"]) < len(whole["actions"]) and not shown["resolutions"]


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [("(1) That it be so.", "limb", "(1)"), ("* a point", "bullet", ""), ("Plain words", "para", ""), ("| a | b", "row", "")],
)
def test_source_lines_become_blocks(line: str, kind: str, label: str) -> None:
    (block,) = parse_blocks(line)
    assert (block.kind, block.label) == (kind, label)


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "wrong.yaml"
    source.write_text("date: 2024-01-02\nfiles: {}\nitems:\n- title: A\n  text: Said.\n  questions: ['Asked. | -']\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="does not stand in the text"):
        record(load_meeting(source), "x")


def test_a_wrong_weekday_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "wrong.yaml"
    source.write_text("files: {}\npreamble: Held on Monday 3 January 2024\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="is no Monday"):
        load_meeting(source)
