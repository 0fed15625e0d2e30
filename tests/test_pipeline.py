"""Many documents through all stages: an outcome for each, in a steady order, and one bad document hurts no other."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, cast

import pytest

from minutes_miner import pipeline
from minutes_miner.errors import ProfileError, RuleError
from minutes_miner.gather import Source
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.pipeline import Extraction, PipelineSettings, extract
from tests.conftest import CORPUS

ONE = PipelineSettings(workers=1)
MINUTES = """\
BRIGHTMOOR PARISH COUNCIL
Minutes of the meeting held on Wednesday 5 June 2030
Present: Cllr Hazel Thorne (Chair), Cllr Milo Garside, Noor Hadley (Clerk)

1. APOLOGIES
None were received.

2. FLOOD BANK
Cllr Garside asked if the bank was safe. The Clerk replied that it was.
RESOLVED: That the Clerk write to the owner by 1 July 2030.
"""


def minutes(folder: Path, name: str = "minutes.txt", text: str = MINUTES) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_document_becomes_a_meeting_and_an_outcome(tmp_path: Path) -> None:
    found = extract([minutes(tmp_path)], settings=ONE)
    (meeting,), (outcome,) = found.meetings, found.outcomes
    assert [item.title for item in meeting.items] == ["APOLOGIES", "FLOOD BANK"]
    assert (outcome.source, outcome.status, outcome.format) == ("minutes.txt", "read", "text")
    assert outcome.reason.startswith("minutes: ") and outcome.words == len(MINUTES.split())


def test_every_file_of_the_corpus_ends_with_an_outcome_and_a_reason(corpus: Extraction) -> None:
    files = [path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    told = {outcome.source for outcome in corpus.outcomes}
    # A folder that holds no document at all is named as one line.
    assert [file for file in files if file not in told and f"{file.rpartition('/')[0]}/" not in told] == []
    assert all(outcome.reason for outcome in corpus.outcomes)
    assert [o for o in corpus.outcomes if o.status == "failed"] == []


def test_results_stand_in_the_order_of_the_sources(corpus: Extraction) -> None:
    sources = [m.source for m in corpus.meetings]
    assert sources == [o.source for o in corpus.outcomes if o.status in ("read", "not minutes")]


def test_several_processes_give_the_same_as_one(corpus: Extraction) -> None:
    folder = CORPUS / "brackenholt"
    many = extract([folder], settings=PipelineSettings(workers=2))
    one = {m.source: m for m in corpus.meetings}
    assert [m.items for m in many.meetings] == [one[f"brackenholt/{m.source}"].items for m in many.meetings]
    assert many.meetings


def test_reading_twice_gives_the_same(corpus: Extraction) -> None:
    folder = CORPUS / "saltings"
    again = extract([folder], settings=ONE)
    first = {m.source: m for m in corpus.meetings}
    assert [m.items for m in again.meetings] == [first[f"saltings/{m.source}"].items for m in again.meetings]


def test_progress_hears_of_every_document(tmp_path: Path) -> None:
    minutes(tmp_path, "a.txt")
    minutes(tmp_path, "b.txt")
    heard: list[tuple[str, int]] = []
    extract([tmp_path], settings=ONE, progress=lambda outcome, total: heard.append((outcome.source, total)))
    assert sorted(heard) == [("a.txt", 2), ("b.txt", 2)]


def test_an_unforeseen_error_fails_its_document_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    minutes(tmp_path, "a.txt")
    minutes(tmp_path, "b.txt", MINUTES.replace("FLOOD", "BOOM"))
    read_one = pipeline.read_one

    def explode(document: object, settings: PipelineSettings) -> object:
        if "BOOM" in document.text:  # type: ignore[attr-defined]
            raise ZeroDivisionError("division by zero")
        return read_one(document, settings)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_one", explode)
    found = extract([tmp_path], settings=ONE)
    assert [o.status for o in found.outcomes] == ["read", "failed"]
    assert "unexpected ZeroDivisionError in test_pipeline.py:" in found.outcomes[1].reason
    assert "report it" in found.outcomes[1].reason


def _die_on_boom(document: object, settings: PipelineSettings) -> object:
    if "BOOM" in document.text:  # type: ignore[attr-defined]
        os._exit(9)
    return _READ_ONE(document, settings)  # type: ignore[arg-type]


_READ_ONE = pipeline.read_one


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the patched function reaches the workers by fork")
def test_a_worker_that_dies_fails_its_document_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "acd":
        minutes(tmp_path, f"{name}.txt")
    minutes(tmp_path, "b.txt", MINUTES.replace("FLOOD", "BOOM"))
    monkeypatch.setattr(pipeline, "read_one", _die_on_boom)
    found = extract([tmp_path], settings=PipelineSettings(workers=2))
    assert {o.source: o.status for o in found.outcomes} == {"a.txt": "read", "b.txt": "failed", "c.txt": "read", "d.txt": "read"}
    assert "ended by the system" in next(o.reason for o in found.outcomes if o.status == "failed")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the patched function reaches the workers by fork")
def test_after_a_death_the_others_are_read_by_a_full_set_of_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(10):
        minutes(tmp_path, f"{number}.txt", MINUTES.replace("FLOOD", "BOOM") if number == 1 else MINUTES)
    sizes: list[int] = []

    class Counted(ProcessPoolExecutor):
        def __init__(self, workers: int, **settings: Any) -> None:
            sizes.append(workers)
            super().__init__(workers, **settings)

    monkeypatch.setattr(pipeline, "ProcessPoolExecutor", Counted)
    monkeypatch.setattr(pipeline, "read_one", _die_on_boom)
    found = extract([tmp_path], settings=PipelineSettings(workers=2))
    assert [o.source for o in found.outcomes if o.status == "failed"] == ["1.txt"]
    assert [o.status for o in found.outcomes].count("read") == 9
    # One pool until the death, one or two processes in turn for those in hand at that moment, and again one pool for all the others.
    assert sizes[0] == sizes[-1] == 2 and set(sizes[1:-1]) == {1} and len(sizes) <= 4


class _Unpicklable(Exception):
    def __reduce__(self) -> str:
        raise TypeError("cannot be handed over")


def _fail_on_boom(source: Source, settings: PipelineSettings) -> pipeline.Result:
    if source.name == "exit.txt":
        raise SystemExit(3)
    if source.name == "odd.txt":
        return cast(pipeline.Result, _Unpicklable())
    return _PROCESS(source, settings)


_PROCESS = pipeline.process


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the patched function reaches the workers by fork")
def test_what_a_worker_cannot_hand_over_fails_its_document_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("exit", "good", "odd"):
        minutes(tmp_path, f"{name}.txt")
    monkeypatch.setattr(pipeline, "process", _fail_on_boom)
    found = extract([tmp_path], settings=PipelineSettings(workers=2))
    assert {o.source: o.status for o in found.outcomes} == {"exit.txt": "failed", "good.txt": "read", "odd.txt": "failed"}
    assert ["SystemExit" in found.outcomes[0].reason, "cannot be handed over" in found.outcomes[2].reason] == [True, True]


def test_an_exit_inside_a_reader_fails_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def leave(document: object, settings: PipelineSettings) -> object:
        raise SystemExit(3)

    monkeypatch.setattr(pipeline, "read_one", leave)
    assert [o.status for o in extract([minutes(tmp_path)], settings=ONE).outcomes] == ["failed"]


def test_wrong_settings_are_told_before_the_first_document(tmp_path: Path) -> None:
    with pytest.raises(ProfileError):
        extract([minutes(tmp_path)], settings=PipelineSettings(profile="owls"))
    (tmp_path / "rules").mkdir()
    with pytest.raises(RuleError):
        extract([minutes(tmp_path)], settings=PipelineSettings(rules=tmp_path / "rules"))


def test_limits_reach_the_reader(tmp_path: Path) -> None:
    found = extract([minutes(tmp_path)], settings=PipelineSettings(workers=1, limits=ReadLimits(max_bytes=10)))
    assert [o.status for o in found.outcomes] == ["failed"]


def test_rules_of_ones_own_change_what_is_found(tmp_path: Path) -> None:
    rule = "{id: action.bagsied, kind: action, value: promise, reason: R., pattern: bagsied to, match: [Ash bagsied to.], no_match: [Ash.]}"
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.yaml").write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    path = minutes(tmp_path, text=MINUTES + "Cllr Garside bagsied to paint the pump.\n")

    def count(rules: Path | None) -> int:
        found = extract([path], settings=PipelineSettings(workers=1, rules=rules))
        return sum(len(item.actions) for meeting in found.meetings for item in meeting.items)

    assert count(tmp_path / "rules") == count(None) + 1


def test_a_cut_off_item_is_noted_in_its_outcome(corpus: Extraction) -> None:
    notes = [note for outcome in corpus.outcomes for note in outcome.notes if "shown only in part" in note]
    assert [note.split(" is ")[0] for note in notes] == ["item 25", "item 21"]
    assert all("mgAi.aspx" in note for note in notes)


def test_nothing_to_read_gives_nothing(tmp_path: Path) -> None:
    assert extract([tmp_path], settings=ONE) == Extraction((), ())
