"""Corrections laid over a ledger: what holds, what follows from it, and what is listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.model import Correction, Held, TrackedAction
from minutes_miner.model.corrections import FIELDS
from minutes_miner.officer import known_on, with_corrections
from tests import factories as make
from tests.officer.factories import AS_OF, ON, ledger, reworded, said, tracked

BINS = tracked("aaaa00000001", "write to the contractor about the missed bins")
HEDGE = tracked("aaaa00000002", "ask the owner to cut the hedge in Mill Lane", day=date(2024, 5, 14), state="open", due_date=None)
DONE = tracked("aaaa00000003", "publish the survey", state="completed", closing_quote="It had been published.", closing_source="b.html")


def applied(*corrections: Correction, to: Sequence[TrackedAction] = (BINS, HEDGE, DONE)) -> dict[str, TrackedAction]:
    """The actions by reference, once the corrections are laid over them."""
    return {one.id: one for one in with_corrections(ledger(*to), corrections).actions}


@pytest.mark.parametrize(
    ("of", "field", "value", "stands"),
    [
        (BINS, "status", "completed", ("completed", "completed", date(2024, 4, 30), None, "Tomas Reyne")),
        (BINS, "status", "dropped", ("superseded", "dropped", date(2024, 4, 30), None, "Tomas Reyne")),
        (BINS, "status", "open", ("overdue", "overdue", date(2024, 4, 30), 32, "Tomas Reyne")),
        (DONE, "status", "open", ("overdue", "overdue", date(2024, 4, 30), 32, "Tomas Reyne")),
        (BINS, "due date", "2024-09-01", ("open", "open", date(2024, 9, 1), None, "Tomas Reyne")),
        (BINS, "due date", "2024-06-10", ("open", "due soon", date(2024, 6, 10), None, "Tomas Reyne")),
        (BINS, "due date", "2024-05-31", ("overdue", "overdue", date(2024, 5, 31), 1, "Tomas Reyne")),
        (BINS, "due date", "none", ("open", "no date stated", None, None, "Tomas Reyne")),
        (DONE, "due date", "2024-09-01", ("completed", "completed", date(2024, 9, 1), None, "Tomas Reyne")),
        (BINS, "owner", "Iris Noon", ("overdue", "overdue", date(2024, 4, 30), 32, "Iris Noon")),
        (BINS, "owner", "none", ("overdue", "overdue", date(2024, 4, 30), 32, None)),
        (BINS, "note", "Asked twice.", ("overdue", "overdue", date(2024, 4, 30), 32, "Tomas Reyne")),
        (BINS, "not an action", "yes", ("superseded", "not an action", date(2024, 4, 30), None, "Tomas Reyne")),
    ],
)
def test_each_field(of: TrackedAction, field: str, value: str, stands: tuple[object, ...]) -> None:
    one = applied(said(of, field, value, why="letter seen"))[of.id]
    assert (one.status, one.state, one.due_date, one.days_late, one.action.owner) == stands
    assert one.set_to(field) == value and one.set_to("why") == "letter seen"
    assert one.found == of


DROPPED = replace(DONE, id="aaaa00000009", state="dropped", status="superseded", due_date=None, reason="given up on 14 May 2024")


@pytest.mark.parametrize(
    ("of", "value", "reason"),
    [
        (BINS, "completed", "completed: J Harker on 20 May 2024 (letter seen)"),
        (BINS, "dropped", "dropped: J Harker on 20 May 2024 (letter seen)"),
        (BINS, "open", "due 30 April 2024, 32 days ago, and not done; open: J Harker on 20 May 2024 (letter seen)"),
        (HEDGE, "open", "no date stated and no report of its being done; open: J Harker on 20 May 2024 (letter seen)"),
        (
            replace(DONE, reason="reported done on 14 May 2024"),
            "open",
            "due 30 April 2024, 32 days ago; opened again by J Harker on 20 May 2024 (letter seen); "
            "the minutes: reported done on 14 May 2024",
        ),
        (DROPPED, "open", "no date stated; opened again by J Harker on 20 May 2024 (letter seen); the minutes: given up on 14 May 2024"),
    ],
)
def test_who_said_so_when_and_why_is_the_reason(of: TrackedAction, value: str, reason: str) -> None:
    assert applied(said(of, "status", value, why="letter seen"), to=(of,))[of.id].reason == reason


REPORTS = [("open", "done", True), ("open", "part done", False), ("completed", "awaited", True), ("dropped", "part done", True)]


@pytest.mark.parametrize(("value", "told", "listed"), REPORTS)
@pytest.mark.parametrize("day", [ON, date(2024, 5, 28)])
def test_what_the_minutes_say_against_a_status_after_it_was_set_is_listed(value: str, told: str, listed: bool, day: date) -> None:
    report = make.mention(date=day, status=told, quote="It was said so.")
    of = replace(DONE if value == "open" else BINS, mentions=(report,))
    points = with_corrections(ledger(of), [said(of, "status", value, found="completed" if value == "open" else "open")]).unsettled
    assert ["“It was said so.”" in point.reason and point.source == of.source for point in points] == [True] * (listed and day > ON)


def test_by_a_date_that_an_officer_set_the_meetings_are_counted_too() -> None:
    days = (date(2024, 4, 9), date(2024, 5, 14), date(2024, 6, 1), date(2024, 6, 11))
    held = [Held(make.ORGANISATION, make.COMMITTEE, day) for day in days] + [Held(make.ORGANISATION, "Cabinet", days[1])]
    (late,) = with_corrections(ledger(BINS), [said(BINS, "due date", "2024-05-01")], held=held).actions
    assert (late.days_late, late.meetings_late) == (31, 2) and "31 days and 2 meetings ago" in late.reason


def test_of_two_on_one_matter_the_later_holds_and_one_can_be_taken_back() -> None:
    first, second = said(BINS, "owner", "Iris Noon"), said(BINS, "owner", "Ned Ashby")
    assert applied(first, second)[BINS.id].action.owner == "Ned Ashby"
    assert applied(first, second, said(BINS, "owner", None))[BINS.id] == BINS


@pytest.mark.parametrize(
    ("field", "value", "counts"),
    [
        ("status", "completed", False),
        ("owner", "Iris Noon", False),
        ("due date", "2024-09-01", False),
        ("note", "Asked twice.", False),
        ("same as", BINS.id, True),
        ("not an action", "yes", True),
    ],
)
def test_what_was_set_after_a_day_counts_on_it_only_where_it_says_how_the_minutes_are_to_be_read(
    field: str, value: str, counts: bool
) -> None:
    then = said(HEDGE, field, value, on=date(2024, 6, 1), other=BINS if field == "same as" else None)
    later = replace(then, on=date(2024, 6, 2))
    assert known_on((then, later), date(2024, 6, 1)) == ((then, later) if counts else (then,))


def test_two_that_are_the_same_are_one_under_the_first_wording_with_both_stories() -> None:
    later = replace(HEDGE, mentions=(make.mention(quote="The hedge had been cut."),), state="completed", status="completed")
    later = replace(later, closing_quote="The hedge had been cut.")
    for mark in (said(later, "same as", BINS.id, other=BINS), said(BINS, "same as", later.id, other=later)):
        both = applied(mark, to=(BINS, later))
        kept, gone = both[BINS.id], both[later.id]
        assert (kept.action.text, kept.status, kept.closing_quote) == (BINS.action.text, "completed", "The hedge had been cut.")
        assert [(one.how, one.quote) for one in kept.mentions] == [("officer", HEDGE.action.text), ("reference", "The hedge had been cut.")]
        assert (gone.status, gone.state) == ("superseded", "same as another")
        assert BINS.id in gone.reason


def test_a_chain_of_the_same_ends_at_the_first() -> None:
    third = tracked("aaaa00000004", "cut the hedge", day=date(2024, 5, 28))
    both = applied(said(third, "same as", HEDGE.id, other=HEDGE), said(HEDGE, "same as", BINS.id, other=BINS), to=(BINS, HEDGE, third))
    assert [both[one.id].state for one in (BINS, HEDGE, third)] == ["overdue", "same as another", "same as another"]
    assert len(both[BINS.id].mentions) == 2


def test_what_an_officer_set_holds_for_two_that_are_the_same() -> None:
    both = applied(said(HEDGE, "same as", BINS.id, other=BINS), said(BINS, "status", "completed"))
    assert both[BINS.id].status == "completed"


GONE = tracked("dddd00000001", "paint the railings of the bandstand")


def test_a_correction_made_at_approval_is_settled_by_what_is_set_at_its_action() -> None:
    point = make.unsettled("correction", "delete “Cllr Ash” and insert “Cllr Elm”", source=BINS.source)
    made = replace(ledger(BINS, HEDGE), unsettled=(point,))
    assert with_corrections(made, [said(BINS, "owner", "Cllr Elm", found="Tomas Reyne")]).unsettled == ()
    for field, value in (("note", "Asked."), ("status", "completed"), ("owner", "the Clerk")):
        found = {"status": "open", "owner": "Tomas Reyne"}.get(field)
        assert with_corrections(made, [said(BINS, field, value, found=found)]).unsettled == (point,)
    assert with_corrections(made, [said(HEDGE, "owner", "Cllr Elm", found="Tomas Reyne")]).unsettled == (point,)


@pytest.mark.parametrize(
    ("correction", "to", "listed"),
    [
        (said(GONE, "owner", "Iris Noon"), (BINS,), "no longer found"),
        (said(BINS, "same as", GONE.id, other=GONE), (BINS,), "of the other action"),
        (said(BINS, "owner", "Iris Noon", found="Tomas Reyne"), (replace(BINS, action=make.action(owner="Clerk")),), "now give 'Clerk'"),
        (said(BINS, "due date", "2024-09-01", found="2024-04-30"), (replace(BINS, due_date=date(2024, 7, 1)),), "now give '1 July 2024'"),
        (said(DONE, "status", "open", found="open"), (DONE,), "now give 'completed'"),
        (
            said(BINS, "owner", "Iris Noon"),
            (reworded(BINS, "b1", BINS.action.text + " in Mere Road"), reworded(BINS, "b2", BINS.action.text + " in Mill Road")),
            "may be",
        ),
    ],
    ids=["gone", "other gone", "owner", "date", "status", "either"],
)
def test_what_no_longer_fits_is_listed(correction: Correction, to: tuple[TrackedAction, ...], listed: str) -> None:
    (point,) = with_corrections(ledger(*to), [correction]).unsettled
    assert point.kind == "officer's correction" and listed in point.reason and "J Harker on 20 May 2024" in point.reason
    assert (point.evidence == to[0].action.evidence) == ("now give" in listed)  # by it the action's Ref is found


@pytest.mark.parametrize(
    ("correction", "to"),
    [
        (said(BINS, "status", "completed", found="open"), replace(BINS, status="open", state="open")),
        (said(BINS, "owner", "Iris Noon", found=None), replace(BINS, action=replace(BINS.action, owner="Iris Noon"))),
        (said(GONE, "owner", None), BINS),
        (said(GONE, "not an action", "yes"), BINS),
        (said(BINS, "owner", "Clerk", found=None), replace(BINS, action=replace(BINS.action, owner="the Clerk"))),
    ],
    ids=["time passes", "the minutes agree", "taken back", "gone, and rightly", "the minutes agree but for an article"],
)
def test_what_fits_is_not_listed(correction: Correction, to: TrackedAction) -> None:
    assert with_corrections(ledger(to), [correction]).unsettled == ()


def test_actions_now_read_as_one_that_had_been_corrected_apart_are_listed() -> None:
    left = reworded(BINS, "b1", "write to the contractor about the missed bins and the skips")
    done = with_corrections(ledger(left), [said(BINS, "owner", "Iris Noon"), said(left, "owner", "Ned Ashby", found="Tomas Reyne")])
    assert done.actions[0].action.owner == "Ned Ashby"
    assert ["read as one" in point.reason for point in done.unsettled] == [True]


def test_without_corrections_the_ledger_is_the_same() -> None:
    whole = ledger(BINS, HEDGE, DONE)
    assert with_corrections(whole, ()) == whole


_VALUES = {"status": ("completed", "open", "dropped"), "owner": ("Iris Noon", "none"), "due date": ("2024-09-01", "2024-05-01", "none")}
_VALUES |= {"note": ("Asked twice.",), "same as": (BINS.id,), "not an action": ("yes",)}


@st.composite
def _corrections(draw: st.DrawFn) -> Correction:
    of = draw(st.sampled_from([BINS, HEDGE, DONE, GONE]))
    field = draw(st.sampled_from(FIELDS))
    value = draw(st.sampled_from([*_VALUES[field], None]))
    other = draw(st.sampled_from([BINS, HEDGE, DONE, GONE])) if field == "same as" and value else None
    return said(of, field, value, other=other)


@given(st.lists(_corrections(), max_size=8))
def test_nothing_said_is_dropped_and_no_action_is_lost(corrections: list[Correction]) -> None:
    done = with_corrections(ledger(BINS, HEDGE, DONE), corrections)
    assert [one.id for one in done.actions] == [BINS.id, HEDGE.id, DONE.id]
    last = {(one.of.ref, one.field): one for one in corrections}
    shown = {(one.id, each.field) for one in done.actions for each in one.corrections}
    listed = {(point.text, point.reason.split(" set to ")[0]) for point in done.unsettled}
    for (ref, field), one in last.items():
        if one.value is not None:
            assert (ref, field) in shown or (one.of.wording, field) in listed or (ref, field) == (GONE.id, "not an action")


@given(st.lists(_corrections(), max_size=6), st.integers(0, 400))
def test_as_time_goes_on_nothing_completed_comes_undone(corrections: list[Correction], days: int) -> None:
    now = with_corrections(ledger(BINS, HEDGE, DONE), corrections)
    later = with_corrections(replace(ledger(BINS, HEDGE, DONE), as_of=AS_OF + timedelta(days)), corrections)
    for before, after in zip(now.actions, later.actions, strict=True):
        assert before.status != "completed" or after.status == "completed"
