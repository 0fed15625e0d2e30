"""What holds of any set of minutes: order tells nothing, strangers change nothing, and what is done stays done."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_miner.model import AgendaItem, Meeting, TrackedAction
from minutes_miner.track import track
from tests.track.factories import action, full, item, meeting, reference

FIRST = date(2023, 1, 10)
LAST = date(2024, 12, 31)
THINGS = ("lantern in Fuller's Lane", "swing chain", "weir gauge", "chapel roof", "pound wall", "ferry bell", "millstone", "cattle grid")
DO = (("repair", "repaired"), ("order", "ordered"), ("inspect", "inspected"), ("paint", "painted"))
ENDS = (
    "had been {done}",
    "had not yet been {done}",
    "was no longer needed",
    "would be {done} by May",
    "was deferred to the next meeting",
    "",
)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Meeting, ...]:
    """Two to five meetings of one council that set tasks and report on some of those before."""
    days = [FIRST + timedelta(days=draw(st.integers(20, 60)) * n) for n in range(1, 1 + draw(st.integers(2, 5)))]
    set_before: list[tuple[str, tuple[str, str], str]] = []
    meetings = []
    for number, day in enumerate(sorted(set(days))):
        reported = [_reported(draw, place, each) for place, each in enumerate(set_before) if draw(st.booleans())]
        tasks = [(draw(st.sampled_from(THINGS)), draw(st.sampled_from(DO))) for _ in range(draw(st.integers(0, 3)))]
        raised = [_raised(draw, f"{number}/{place}", *task) for place, task in enumerate(tasks)]
        meetings.append(full(day, *reported, *raised))
        set_before += [(thing, verbs, f"{number}/{place}") for place, (thing, verbs) in enumerate(tasks)]
    return tuple(meetings)


def _raised(draw: st.DrawFn, number: str, thing: str, verbs: tuple[str, str]) -> AgendaItem:
    due = draw(st.sampled_from((None, FIRST + timedelta(days=90), FIRST + timedelta(days=200))))
    text = f"Clerk to {verbs[0]} the {thing}."
    return item(number, thing.title(), f"The {thing} was discussed.", action(text, due=due))


def _reported(draw: st.DrawFn, place: int, task: tuple[str, tuple[str, str], str]) -> AgendaItem:
    thing, (_, done), number = task
    said = f"The {thing} {draw(st.sampled_from(ENDS)).format(done=done)}."
    cited = (reference(f"Minute {number}", number),) if draw(st.booleans()) else ()
    words = f"Minute {number} refers. {said}" if cited else said
    return item(str(200 + place), draw(st.sampled_from(("Matters arising", thing.title(), "Reports"))), words, references=cited)


def stories(meetings: tuple[Meeting, ...], *, as_of: date = LAST) -> Mapping[str, TrackedAction]:
    return {each.id: each for each in track(meetings, as_of=as_of).actions}


@settings(max_examples=15, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_the_minutes_does_not_matter(meetings: tuple[Meeting, ...], chance: random.Random) -> None:
    shuffled = list(meetings)
    chance.shuffle(shuffled)
    assert stories(tuple(shuffled)) == stories(meetings)


@settings(max_examples=15, deadline=None)
@given(histories(), histories(), st.sampled_from(({"organisation": "Wexmoor Town Council"}, {"committee": "Roads Committee"})))
def test_another_bodys_minutes_change_nothing(ours: tuple[Meeting, ...], others: tuple[Meeting, ...], body: dict[str, str]) -> None:
    strangers = tuple(meeting(each.date, *each.items, source=f"wexmoor/{n}.html", **body) for n, each in enumerate(others))
    together = stories((*strangers, *ours))
    assert {name: together[name] for name in stories(ours)} == stories(ours)


@settings(max_examples=15, deadline=None)
@given(histories(), st.integers(0, 400), st.integers(1, 300))
def test_what_is_done_stays_done(meetings: tuple[Meeting, ...], until: int, more: int) -> None:
    then = FIRST + timedelta(days=until)
    before, after = stories(meetings, as_of=then), stories(meetings, as_of=then + timedelta(days=more))
    closed = {name: (each.status, each.closing_quote) for name, each in before.items() if each.status in ("completed", "superseded")}
    assert {name: (after[name].status, after[name].closing_quote) for name in closed} == closed
    assert all(after[name].mentions[: len(each.mentions)] == each.mentions for name, each in before.items())
