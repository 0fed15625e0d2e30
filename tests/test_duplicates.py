"""One meeting published twice is one meeting: the better source is kept, the other noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutes_miner.duplicates import without_duplicates
from minutes_miner.model import Meeting, Outcome, Truncation
from tests.factories import action, evidence, item, meeting, outcome, question, resolution, unsettled

ITEMS = (item("1", "Apologies"), item("2", "Gate"), item("3", "Pump"))


def one(source: str, **more: Any) -> Meeting:
    """A meeting of three items."""
    return meeting(source, **({"items": ITEMS} | more))


def kept(*meetings: Meeting) -> tuple[list[str], dict[str, tuple[str, str]]]:
    """Sources kept, and (status, reason) of each outcome."""
    left, outcomes = without_duplicates(meetings, [outcome(m.source) for m in meetings])
    return [m.source for m in left], {o.source: (o.status, o.reason) for o in outcomes}


PAIRS = [
    ("page before print", {"format": "moderngov-meeting"}, {"format": "pdf"}, "it is the better source"),
    ("word before print", {"format": "docx"}, {"format": "pdf"}, "it is the better source"),
    ("print before text", {"format": "pdf"}, {"format": "text"}, "it is the better source"),
    ("final before draft", {"status": "approved"}, {"status": "draft"}, "it is the later state of the minutes"),
    ("unmarked before draft", {"status": None}, {"status": "draft"}, "it is the later state of the minutes"),
    ("final print before draft page", {"format": "pdf", "status": None}, {"format": "moderngov-meeting", "status": "draft"}, "later state"),
    ("longer before shorter", {"words": 900}, {"words": 400}, "it is the fuller text"),
    ("identical bytes", {"digest": "same"}, {"digest": "same"}, "the files are identical"),
]


@pytest.mark.parametrize(("better", "worse", "reason"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS])
@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_sources_of_one_meeting_the_better_is_kept(
    better: dict[str, Any], worse: dict[str, Any], reason: str, swapped: bool
) -> None:
    good, bad = one("a-good", **better), one("b-bad", **worse)
    names, outcomes = kept(*((bad, good) if swapped else (good, bad)))
    assert names == ["a-good"]
    assert outcomes["a-good"] == ("read", "minutes")
    assert outcomes["b-bad"][0] == "duplicate"
    assert "a-good" in outcomes["b-bad"][1] and reason in outcomes["b-bad"][1]


TEXT = "The Clerk said that the salt bin at the lay-by was empty and that she would order more before the winter came."


def _points(*meetings: Meeting) -> dict[str, list[tuple[str, str]]]:
    left, _ = without_duplicates(meetings, [])
    return {m.source: [(point.kind, point.text) for point in m.unsettled] for m in left}


def test_of_two_versions_that_differ_and_do_not_say_which_is_the_later_a_person_decides() -> None:
    texts = {"a.pdf": TEXT, "b.pdf": TEXT.replace("winter", "spring")}
    first, second = (
        one(name, items=(item("1", "Salt", text=text),), unsettled=(), format="pdf", digest=name) for name, text in texts.items()
    )
    assert _points(first, second) == {"a.pdf": [("meeting", "b.pdf")]}
    assert _points(first, replace(second, format="docx")) == {"b.pdf": []}  # two sources are read in two ways
    assert _points(first, replace(second, status="approved")) == {"b.pdf": []}
    assert _points(first, replace(first, source="c.pdf", digest="c")) == {"a.pdf": []}


def test_what_may_be_one_meeting_and_may_be_two_is_two_and_a_person_decides() -> None:
    first = one("a.pdf", items=(item("1", "Salt", text=TEXT), item("2", "Gate")), unsettled=())
    other = (item("1", "Salt", text="Nothing was said of the lamps at all."), item("2", "Gate"))
    second = replace(first, source="b.pdf", digest="b", items=other)
    assert _points(first, second) == {"a.pdf": [], "b.pdf": [("meeting", "a.pdf")]}


APART = [
    ("another day", {"date": date(2024, 5, 14)}),
    ("no date", {"date": None}),
    ("another committee", {"committee": "Planning Committee"}),
    ("another council", {"organisation": "Tollbury Council"}),
    ("other business", {"items": (item("1", "Budget"), item("2", "Precept"))}),
    ("no items", {"items": ()}),
]


@pytest.mark.parametrize("other", [case[1] for case in APART], ids=[case[0] for case in APART])
def test_two_meetings_stay_two(other: dict[str, Any]) -> None:
    day = {"day": other["date"]} if "date" in other else {}
    rest = {key: value for key, value in other.items() if key != "date"}
    assert kept(one("a"), one("b", **rest, **day))[0] == ["a", "b"]


@pytest.mark.parametrize("committee", [None, "ENVIRONMENT SCRUTINY PANEL", "The Environment Scrutiny Panel"])
def test_a_name_may_be_shorter_or_missing_in_one_of_them(committee: str | None) -> None:
    assert kept(one("a", format="docx"), one("b", format="pdf", committee=committee))[0] == ["a"]


def test_the_same_long_text_is_one_even_without_a_date() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    page, text = (replace(one(name, items=(item("1", "Gate", text=words),)), date=None) for name in ("a.html", "b.txt"))
    other = replace(one("c.txt", items=(item("1", "Gate", text=" ".join(reversed(words.split()))),)), date=None)
    assert kept(page, text, other)[0] == ["a.html", "c.txt"]
    short, again = (replace(one(name, items=(item("1", "Gate", text="The gate was mended in May."),)), date=None) for name in ("a", "b"))
    assert kept(short, again)[0] == ["a", "b"]


def test_identical_files_are_one_even_without_a_date() -> None:
    assert len(kept(one("a", day=None, digest="x"), one("b", day=None, digest="x"))[0]) == 1


def test_three_sources_of_one_meeting_leave_one() -> None:
    names, outcomes = kept(one("a", format="text"), one("b", format="pdf"), one("c", format="docx"))
    assert names == ["c"]
    assert [outcomes[name][0] for name in "abc"] == ["duplicate", "duplicate", "read"]


@pytest.mark.parametrize("kind", ["agenda only", "report", "other"])
def test_what_is_no_record_of_minutes_is_left_out_and_keeps_its_outcome(kind: str) -> None:
    left, outcomes = without_duplicates([one("a"), one("b", document_class=kind)], [outcome("a"), outcome("b", "not minutes")])
    assert [m.source for m in left] == ["a"]
    assert [o.status for o in outcomes] == ["read", "not minutes"]


def test_an_agenda_is_no_duplicate_of_its_minutes() -> None:
    left, outcomes = without_duplicates([one("a"), one("b", document_class="agenda only")], [outcome("a"), outcome("b", "not minutes")])
    assert len(left) == 1 and outcomes[1] == Outcome(**{n: getattr(outcomes[1], n) for n in Outcome.__slots__})


FULL = item("25", "Pump", text="All of it.", resolutions=(resolution(),))


def test_an_item_page_completes_the_item_that_the_meeting_page_cuts_off() -> None:
    cut = item("3", "Pump", agenda_number="7", truncated=Truncation(2, "3", None, 10), text="Some of it.")
    page = one("page", items=(*ITEMS[:2], cut))
    alone = one("item", format="moderngov-item", items=(FULL,))
    left, outcomes = without_duplicates([alone, page], [outcome("item"), outcome("page")])
    (whole,) = left
    assert whole.source == "page"
    assert (whole.items[2].text, whole.items[2].number, whole.items[2].agenda_number) == ("All of it.", "3", "7")
    assert whole.items[2].resolutions and whole.items[2].truncated is None
    assert outcomes[0].status == "duplicate" and "completes" in outcomes[0].reason


def test_what_only_the_item_page_shows_stands_there_and_what_both_show_on_the_meeting_page() -> None:
    both, later = action("write to the owner", start=30), action("mend the pump", start=90)
    cut = item("3", "Pump", truncated=Truncation(2, "3", None, 10), actions=(both,))
    full = item(
        "25", "Pump", actions=(replace(both, text="Write to the owner.", evidence=evidence(start=12)), later), questions=(question(),)
    )
    point = unsettled(item="25", evidence=evidence("asked", anchor="mg"))
    page = one(
        "page", items=(*ITEMS[:2], cut), url="https://tollbury.example/meeting", unsettled=(unsettled(item="2"), unsettled(item="3"))
    )
    alone = one("item", format="moderngov-item", items=(full,), url="https://tollbury.example/item", unsettled=(point,))
    (whole,), _ = without_duplicates([page, alone], [])
    first, second = whole.items[2].actions
    assert (first.evidence.source, first.evidence.start) == (None, 30)
    assert (second.evidence.source, second.evidence.start, second.evidence.anchor) == ("item", 90, "https://tollbury.example/item")
    assert whole.items[2].evidence == cut.evidence and whole.items[2].questions[0].evidence.source == "item"
    assert [(one.item, one.evidence and one.evidence.source) for one in whole.unsettled] == [("2", None), ("25", "item")]
    assert whole.unsettled[1].evidence and whole.unsettled[1].evidence.anchor == "https://tollbury.example/item#mg"


def test_an_item_page_of_a_whole_item_adds_nothing() -> None:
    page, alone = one("page"), one("item", format="moderngov-item", items=(FULL,))
    left, outcomes = without_duplicates([page, alone], [outcome("page"), outcome("item")])
    assert left == (page,)
    assert outcomes[1].status == "duplicate" and "completes" not in outcomes[1].reason


def test_an_item_page_alone_is_kept() -> None:
    assert kept(one("item", format="moderngov-item", items=(FULL,)))[0] == ["item"]


def test_the_order_of_the_sources_is_kept() -> None:
    days = [date(2024, month, 1) for month in (5, 3, 4)]
    assert kept(*[one(f"m{day.month}", day=day) for day in days])[0] == ["m5", "m3", "m4"]
