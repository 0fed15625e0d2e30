"""The ledger as a whole: ids, order, dues by the calendar, and what must never change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_miner.export import Register
from minutes_miner.export.tables import build_tables
from minutes_miner.library import follow, read
from minutes_miner.model import Ledger, Meeting
from minutes_miner.track import track
from tests.conftest import CORPUS
from tests.track.factories import action, full, item, line, links, meeting, reference

JAN, MAR, MAY, JUL = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9), date(2023, 7, 11)
AS_OF = date(2023, 12, 31)
LAMP = action("Clerk to report the lamp in Fuller's Lane to the supplier.", due_text="at the next meeting")
SERIES = (
    full(
        JAN,
        item("9", "Correspondence", "A letter about the lamp in Fuller's Lane was read.", LAMP),
        item("10", "Hall", "", action("Paint the porch")),
    ),
    full(
        MAR,
        item("4", "Matters arising", "The lamp in Fuller's Lane had not been repaired."),
        item("9", "Weir", "", action("Cllr Moss to measure the weir.", "Cllr Moss")),
    ),
    full(MAY, item("4", "Matters arising", "The lamp in Fuller's Lane has now been repaired.\nCllr Moss had measured the weir.")),
    full(JUL, item("5", "Porch", "Further to Minute 10 the porch was painted.", references=(reference("Minute 10", "10", day=JAN),))),
)
STRANGER = meeting(
    MAR,
    item(
        "9",
        "Correspondence",
        "The lamp in Fuller's Lane has been repaired.",
        action("Clerk to report the lamp in Fuller's Lane to the supplier."),
    ),
    source="wexmoor/1.html",
    organisation="Wexmoor Town Council",
)


def histories(ledger: Ledger) -> dict[str, list[tuple[str, str]]]:
    """The links of each action by its id."""
    return {each.id: links(each.mentions) for each in ledger.actions}


def test_every_action_is_followed_through_the_series() -> None:
    ledger = track(SERIES, as_of=AS_OF)
    assert [(t.source[-15:-5], t.item, t.status, [m.item for m in t.mentions]) for t in ledger.actions] == [
        (str(JAN), "9", "completed", ["4", "4"]),
        (str(JAN), "10", "completed", ["5"]),
        (str(MAR), "9", "completed", ["4"]),
    ]
    assert ledger.unsettled == ()
    assert ledger.actions[0].closing_quote == "The lamp in Fuller's Lane has now been repaired."
    assert ledger.actions[0].meetings_since == 3


def test_the_first_wording_is_kept() -> None:
    assert track(SERIES, as_of=AS_OF).actions[0].action.text == LAMP.text


def test_the_next_meeting_is_read_from_the_calendar() -> None:
    tracked = track(SERIES[:1], as_of=AS_OF).actions[0]
    assert (tracked.due_date, tracked.state) == (None, "no date stated")
    tracked = track(SERIES[:2], as_of=AS_OF).actions[0]
    assert (tracked.due_date, tracked.action.due.kind, tracked.status, tracked.days_late) == (
        MAR,
        "inferred",
        "overdue",
        (AS_OF - MAR).days,
    )


@given(st.permutations([*SERIES, STRANGER]))
@settings(max_examples=12, deadline=None)
def test_the_order_of_the_input_does_not_matter(meetings: list[Meeting]) -> None:
    assert track(meetings, as_of=AS_OF) == track([*SERIES, STRANGER], as_of=AS_OF)


@given(st.lists(st.sampled_from([JAN, MAR, MAY, JUL]), min_size=1, max_size=3, unique=True))
@settings(max_examples=12, deadline=None)
def test_an_unrelated_meeting_changes_no_link(days: list[date]) -> None:
    strangers = [replace(STRANGER, date=day, source=f"wexmoor/{day}.html") for day in days]
    alone = track(SERIES, as_of=AS_OF)
    beside = track([*strangers, *SERIES], as_of=AS_OF)
    assert [t for t in beside.actions if t.organisation == SERIES[0].organisation] == list(alone.actions)


@given(st.integers(0, 400), st.integers(0, 400))
@settings(max_examples=25, deadline=None)
def test_moving_the_day_forward_never_uncompletes_nor_unlinks(first: int, more: int) -> None:
    day = JAN + timedelta(days=first)
    before, after = track(SERIES, as_of=day), track(SERIES, as_of=day + timedelta(days=more))
    later = {t.id: t for t in after.actions}
    for each in before.actions:
        assert later[each.id].mentions[: len(each.mentions)] == each.mentions
        assert each.status != "completed" or (later[each.id].status, later[each.id].closing_quote) == ("completed", each.closing_quote)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_later_minutes_change_no_link_to_earlier_ones(count: int) -> None:
    some, every = histories(track(SERIES[:count], as_of=AS_OF)), histories(track(SERIES, as_of=AS_OF))
    last = max(m.source for m in SERIES[:count])
    assert all([link for link in every[key] if link[0] <= last] == found for key, found in some.items())


def test_an_id_depends_on_the_minutes_and_not_on_the_file() -> None:
    home = SERIES[0]
    moved = replace(home, source="elsewhere/copy.pdf", format="pdf", digest="other")
    ids = [t.id for t in track([home], as_of=AS_OF).actions]
    assert [t.id for t in track([moved], as_of=AS_OF).actions] == ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("change", [{"date": MAR}, {"organisation": "Wexmoor Town Council"}, {"committee": "Parks"}])
def test_another_meeting_gives_another_id(change: dict[str, object]) -> None:
    before = {t.id for t in track(SERIES[:1], as_of=AS_OF).actions}
    after = {t.id for t in track([replace(SERIES[0], **change)], as_of=AS_OF).actions}  # type: ignore[arg-type]
    assert not before & after


def test_actions_of_one_item_worded_alike_have_ids_of_their_own() -> None:
    twice = meeting(JAN, item("9", "Hall", "", action("Clerk to write."), action("Clerk to WRITE")))
    one, two = track([twice], as_of=AS_OF).actions
    assert two.id == f"{one.id}-2"


def test_undated_minutes_are_kept_without_a_history() -> None:
    undated = meeting(None, item("9", "Correspondence", "", LAMP), source="thornbeck/undated.html")
    tracked = track([undated, *SERIES[1:]], as_of=AS_OF).actions[-1]
    assert (tracked.source, tracked.mentions, tracked.meetings_since) == ("thornbeck/undated.html", (), None)


def test_meetings_after_the_day_are_left_out() -> None:
    ledger = track(SERIES, as_of=MAR)
    assert [(t.status, len(t.mentions)) for t in ledger.actions] == [("open", 1), ("open", 0), ("open", 0)]


def test_no_meetings_make_an_empty_ledger() -> None:
    assert track([], as_of=AS_OF) == Ledger(AS_OF, (), ())


def test_the_first_wording_is_kept_beside_later_paraphrases() -> None:
    said = "Lamp, Fuller's Lane: supplier to be told | Clerk | Chased"
    log = item("4", "Action log", "", progress=(line(said, "Lamp, Fuller's Lane: supplier to be told", status="Chased"),))
    tracked = track([SERIES[0], full(MAR, log), SERIES[2]], as_of=AS_OF).actions[0]
    assert tracked.action == replace(LAMP, due=tracked.action.due)
    assert [each.quote for each in tracked.mentions] == [said, "The lamp in Fuller's Lane has now been repaired."]
    register = Register((), Ledger(AS_OF, (tracked,)))
    table = next(each for each in build_tables(register) if each.name == "actions")
    assert (table.column("action"), table.column("closing_quote")) == ([LAMP.text], [tracked.mentions[-1].quote])


@pytest.mark.parametrize("folder", ["estermoor", "wendlebourne"])
def test_what_is_left_to_a_person_is_listed_once_and_not_where_it_was_found_by_other_signs(folder: str) -> None:
    ledger = follow(read(CORPUS / folder), as_of=date(2025, 3, 31))
    points = [(one.kind, one.text, one.reason, one.item, one.source) for one in ledger.unsettled]
    assert points and len(set(points)) == len(points)
    lines = {(told.source, told.evidence) for one in ledger.actions for told in one.mentions if told.how == "action table"}
    assert not [one.text for one in ledger.unsettled if one.kind == "reference" and (one.source, one.evidence) in lines]
