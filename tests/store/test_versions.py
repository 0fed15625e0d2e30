"""One meeting kept twice - a draft, and later the final minutes in another file - is shown once; the earlier version stays."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.model import Meeting, Outcome
from minutes_miner.store import SearchQuery, Store
from tests import factories as make

TEXT = "The Clerk reported that the salt bin at the lay-by had been empty since the frost. She was asked to order salt for the winter."


def _meeting(source: str, text: str = TEXT, **more: Any) -> Meeting:
    items = tuple(make.full_item(str(number), title, text=text) for number, title in enumerate(("Salt", "Shelter", "Gate"), 1))
    return make.full_meeting(source, **({"items": items, "digest": source} | more))


def _save(path: Path, *meetings: Meeting, outcomes: tuple[Outcome, ...] = (), day: int = 1) -> list[tuple[str, str]]:
    with Store(path) as store:
        return store.save(meetings, make.followed(*meetings, as_of=date(2024, 6, day)), outcomes)


def _shown(path: Path) -> list[str]:
    """The sources that report, search and views show: all the same."""
    with Store(path, create=False) as store:
        ledger, meetings = store.ledger(), [one.source for one in store.meetings()]
        found = {hit.source for hit in store.search(SearchQuery("salt"))}
    with sqlite3.connect(path) as connection:
        views = [
            {row[0] for row in connection.execute(f"SELECT source FROM {view}")}
            for view in ("register_of_actions", "who_asked_what", "who_said_what", "resolutions_by_meeting", "to_settle", "places")
        ]
    assert ledger is not None
    assert {one.source for one in ledger.actions} == found == set(meetings)
    assert all(view == found for view in views)
    return meetings


def _earlier(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT source, replaced_by FROM earlier_versions").fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.db"


FINAL = {
    "its own words": ("oct-old.pdf", {"status": "draft"}, "oct.pdf", {"status": None}),
    "approved": ("oct-old.pdf", {"status": None}, "oct.pdf", {"status": "approved"}),
    "the name of the file": ("draft-minutes-12-march.pdf", {}, "minutes-12-march.pdf", {}),
    "a version": ("minutes v1.docx", {}, "minutes v2.docx", {}),
    "read last": ("page.html", {}, "print.pdf", {"format": "pdf"}),
}


@pytest.mark.parametrize(("before", "its", "after", "other"), FINAL.values(), ids=FINAL)
def test_the_final_minutes_take_the_place_of_the_draft(path: Path, before: str, its: Any, after: str, other: Any) -> None:
    assert _save(path, _meeting(before, **its)) == []
    assert _save(path, _meeting(after, text=TEXT.replace("winter", "cold months"), **other)) == []
    assert _shown(path) == [after]
    assert _earlier(path) == [(before, after)]


def test_a_draft_read_again_does_not_take_the_place_of_the_final_minutes(path: Path) -> None:
    draft, final = _meeting("draft.pdf", status="draft"), _meeting("final.pdf", status="approved")
    for meeting in (draft, final, draft):
        _save(path, meeting)
    assert (_shown(path), _earlier(path)) == (["final.pdf"], [("draft.pdf", "final.pdf")])
    before = path.read_bytes()
    _save(path, draft)
    assert path.read_bytes() == before


def test_a_file_called_a_duplicate_is_an_earlier_version_of_its_meeting_only(path: Path) -> None:
    _save(path, _meeting("draft.pdf", text=""), _meeting("other.pdf", committee="Cabinet"))
    duplicates = (make.outcome("draft.pdf", "duplicate", "of final.html"), make.outcome("other.pdf", "duplicate", "of something else"))
    _save(path, _meeting("final.html"), outcomes=duplicates)
    assert sorted(_shown(path)) == ["final.html", "other.pdf"]
    assert _earlier(path) == [("draft.pdf", "final.html")]


TWO = {
    "another day": {"day": date(2024, 3, 13)},
    "another committee, as of a joint meeting": {"committee": "Cabinet"},
    "another hour": {"time": "7.00 pm"},
}


@pytest.mark.parametrize("other", TWO.values(), ids=TWO)
def test_two_meetings_stay_two(path: Path, other: dict[str, Any]) -> None:
    _save(path, _meeting("a.html", time="6pm"))
    assert _save(path, _meeting("b.html", **({"time": "18:00"} | other))) == []
    assert sorted(_shown(path)) == ["a.html", "b.html"]


def test_what_cannot_be_told_is_returned_and_both_are_shown(path: Path) -> None:
    _save(path, _meeting("a.html"))
    other = _meeting("b.html", text="All was well with the lamps, and the salt had come the Tuesday before; no more was said of it.")
    assert _save(path, other) == [("b.html", "a.html")]
    assert sorted(_shown(path)) == ["a.html", "b.html"]


def test_actions_of_an_earlier_version_are_not_behind(path: Path) -> None:
    _save(path, _meeting("draft.pdf", status="draft"))
    _save(path, replace(_meeting("final.pdf")), day=2)
    with Store(path) as store:
        assert store.behind() == 0


def test_an_action_of_an_earlier_version_is_known_by_its_reference(path: Path) -> None:
    draft = _meeting("draft.pdf", status="draft")
    draft = replace(draft, items=(draft.items[0], replace(draft.items[1], actions=()), replace(draft.items[2], actions=())))
    with Store(path) as store:
        store.save([draft], make.ledger(make.tracked(draft.items[0].actions[0], within=draft, id="a1b2c3d4e5f6")))
        assert store.earlier_actions() == {}
        store.save([_meeting("final.pdf")])
        ((ref, (key, source)),) = store.earlier_actions().items()
    assert (ref, key.ref, key.wording, key.date) == (*["a1b2c3d4e5f6"] * 2, draft.items[0].actions[0].text, draft.date)
    assert source == "draft.pdf"
