"""The executive's clock on scrutiny recommendations: off unless the profile sets it, and never over what the minutes say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import minutes_miner as mm
from minutes_miner.errors import ProfileError
from minutes_miner.mentions import load_profile
from minutes_miner.track import TrackSettings, track, track_settings
from tests.test_statuskey import PROFILE
from tests.track.factories import action, full, item

JAN, AS_OF = date(2023, 1, 31), date(2023, 4, 30)
RECOMMENDED = "That the Cabinet be recommended to keep the ferry."


def profile(folder: Path, *lines: str) -> str:
    """A profile with settings of the tracker."""
    path = folder / "ferryside.cfg"
    path.write_text("\n".join([PROFILE, "[tracker]", *lines]), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("committee", "text", "due"),
    [
        ("Place Scrutiny Committee", RECOMMENDED, date(2023, 3, 31)),
        ("Overview and Scrutiny Commission", "To recommend to the Executive that the ferry be kept.", date(2023, 3, 31)),
        ("Planning Committee", RECOMMENDED, None),
        ("Place Scrutiny Committee", "That Council be recommended to keep the ferry.", None),
        ("Place Scrutiny Committee", "That the Chief Executive be asked to write to the ferry company.", None),
        (None, RECOMMENDED, None),
    ],
)
def test_a_recommendation_of_a_scrutiny_body_to_the_executive_is_due_in_two_months(
    committee: str | None, text: str, due: date | None
) -> None:
    raised = full(JAN, item("9", "Ferry", "", action(text, None)), committee=committee)
    (clocked,) = track([raised], as_of=AS_OF, settings=TrackSettings(executive_months=2)).actions
    assert clocked.due_date == due
    if due:
        assert (clocked.status, clocked.action.due.kind, clocked.action.due.rule) == ("overdue", "inferred", "due.executive-response")
        assert clocked.action.due.text and clocked.action.due.text in text
    (plain,) = track([raised], as_of=AS_OF).actions
    assert (plain.due_date, plain.status, plain.id) == (None, "open", clocked.id)


def test_the_words_that_open_the_decision_may_name_the_executive() -> None:
    limb = replace(action("That the ferry list be published.", None), origin="resolution")
    said = item("9", "Ferry", "RECOMMENDED to Cabinet: (1) That the fares be kept. (2) That the ferry list be published.", limb)
    (tracked,) = track([full(JAN, said, committee="Scrutiny Committee")], as_of=AS_OF, settings=TrackSettings(executive_months=2)).actions
    assert (tracked.due_date, tracked.action.due.text) == (date(2023, 3, 31), "RECOMMENDED to Cabinet")


@pytest.mark.parametrize(
    ("answer", "status", "due"),
    [
        ("The Cabinet, at its meeting on 13 February, accepted the recommendation to keep the ferry.", "completed", date(2023, 3, 31)),
        ("The Cabinet had accepted in part the recommendation that the ferry be kept.", "completed", date(2023, 3, 31)),
        ("The Committee received the Cabinet's response to its recommendation to keep the ferry.", "completed", date(2023, 3, 31)),
        ("The Cabinet had rejected the recommendation to keep the ferry.", "superseded", date(2023, 3, 31)),
        ("The Cabinet had deferred its response on the ferry to 16 May 2023.", "open", date(2023, 5, 16)),
        ("The Cabinet's response on the ferry had not been received.", "overdue", date(2023, 3, 31)),
    ],
)
def test_an_answer_stops_the_clock_and_a_deferral_moves_it(answer: str, status: str, due: date) -> None:
    raised = full(JAN, item("9", "Ferry", "", action(RECOMMENDED, None)), committee="Scrutiny Committee")
    later = full(date(2023, 4, 4), item("4", "Cabinet responses", answer), committee="Scrutiny Committee")
    tracked = track([raised, later], as_of=AS_OF, settings=TrackSettings(executive_months=2)).actions[0]
    assert (tracked.status, tracked.due_date) == (status, due)


def test_a_day_or_words_that_the_minutes_state_hold() -> None:
    stated = item("9", "Ferry", "", action(RECOMMENDED, None, due_text="in due course"))
    (tracked,) = track([full(JAN, stated, committee="Scrutiny Committee")], as_of=AS_OF, settings=TrackSettings(executive_months=2)).actions
    assert (tracked.due_date, tracked.action.due.text) == (None, "in due course")


def test_the_library_follows_by_the_profile_and_shows_its_words(tmp_path: Path) -> None:
    name = profile(tmp_path, "executive_response_months = 2", "[status_key]", 'overdue = ["Chase it","red"]')
    raised = [full(JAN, item("9", "Ferry", "", action(RECOMMENDED, None)), committee="Scrutiny Committee")]
    ledger = mm.follow(raised, as_of=AS_OF, profile=name)
    assert ledger.actions[0].due_date == date(2023, 3, 31)
    assert list(mm.actions_frame(raised, ledger=ledger, profile=name)["rag"]) == ["Chase it"]


def test_the_profile_sets_the_clock(tmp_path: Path) -> None:
    assert track_settings("default", None).executive_months == 0
    name = profile(tmp_path, "executive_response_months = 2")
    assert track_settings(name, None).executive_months == 2
    assert load_profile(name).pipe_names == ["sentences", "names", "rules"]


@pytest.mark.parametrize(("line", "named"), [("executive_response_months = soon", "whole number"), ("cabinet = 2", "known is")])
def test_what_is_wrong_in_the_profile_is_named(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(ProfileError, match=rf"ferryside\.cfg.*{named}"):
        track_settings(profile(tmp_path, line), None)
