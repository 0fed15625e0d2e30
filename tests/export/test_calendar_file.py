"""Due dates as a calendar: valid by RFC 5545, the same entry from run to run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.export.calendar_file import calendar_text
from minutes_miner.model import TrackedAction
from tests import factories as make
from tests.officer.factories import AS_OF, tracked

LATE = tracked("aaaa00000001", "write to the contractor; bins, skips\\boxes")
DONE = replace(
    tracked("aaaa00000002", "publish it", state="completed"), closing_quote="The letter had been sent.", mentions=(make.mention(),)
)
DONE = replace(DONE, closing_source=DONE.mentions[0].source)
NO_DATE = tracked("aaaa00000003", "ask about the lamp", state="no date stated", due_date=None)
DROPPED = tracked("aaaa00000004", "paint the railings", state="dropped")


def todos(*actions: TrackedAction) -> list[dict[str, str]]:
    """The to-dos of a calendar."""
    return entries("VTODO", calendar_text(actions, as_of=AS_OF))


def events(*actions: TrackedAction) -> list[dict[str, str]]:
    """The all-day events of a calendar made for programs that take no to-dos."""
    return entries("VEVENT", calendar_text(actions, as_of=AS_OF, as_events=True))


def entries(kind: str, text: str) -> list[dict[str, str]]:
    """The entries of a calendar, read as the standard says: unfolded, split at the colon, unescaped."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//minutes-miner//Outstanding actions//EN"]
    assert lines[-1] == "END:VCALENDAR"
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == f"BEGIN:{kind}":
            found.append({})
        elif found and name not in ("BEGIN", "END"):
            assert name not in found[-1], f"{name} stands twice"
            found[-1][name] = unescaped(value)
    assert lines.count(f"BEGIN:{kind}") == lines.count(f"END:{kind}") == len(found) == sum(line.startswith("BEGIN:") for line in lines) - 1
    return found


def unescaped(value: str) -> str:
    """A TEXT value read back."""
    out, rest = "", iter(value)
    for character in rest:
        after = next(rest) if character == "\\" else None
        out += {"n": "\n", None: character}.get(after, after or "")
    return out


def test_a_to_do_has_what_the_standard_asks_and_what_a_person_wants() -> None:
    (one,) = todos(LATE)
    assert one["UID"] == "aaaa00000001@minutes-miner"
    assert (one["DTSTAMP"], one["DUE;VALUE=DATE"], one["STATUS"]) == ("20240601T000000Z", "20240430", "NEEDS-ACTION")
    assert one["SUMMARY"] == "Tomas Reyne: write to the contractor; bins, skips\\boxes"
    assert one["DESCRIPTION"].splitlines()[:2] == [LATE.action.text, "Owner: Tomas Reyne"]
    assert one["CATEGORIES"] == make.COMMITTEE


def test_what_is_done_closes_its_to_do() -> None:
    (one,) = todos(DONE)
    assert (one["STATUS"], one["COMPLETED"]) == ("COMPLETED", "20240514T000000Z")


def test_an_event_is_a_whole_day_that_keeps_nobody_busy() -> None:
    (one,), (todo,) = events(LATE), todos(LATE)
    assert (one["DTSTART;VALUE=DATE"], one["TRANSP"]) == ("20240430", "TRANSPARENT")
    assert not {"DUE;VALUE=DATE", "STATUS", "COMPLETED"} & set(one)  # those of a to-do
    assert all(one[name] == todo[name] for name in ("UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "CATEGORIES"))


def test_the_event_of_what_is_done_says_so() -> None:
    assert [one["SUMMARY"] for one in events(DONE)] == ["Done: Tomas Reyne: publish it"]


def test_what_has_no_date_is_left_out() -> None:
    assert todos(NO_DATE) == events(NO_DATE) == []


def test_what_is_given_up_is_cancelled_in_a_calendar_that_may_hold_it() -> None:
    (todo,), (event,) = todos(DROPPED), events(DROPPED)
    assert (todo["STATUS"], event["STATUS"], "COMPLETED" in todo) == ("CANCELLED", "CANCELLED", False)
    assert event["SUMMARY"] == "Dropped: Tomas Reyne: paint the railings"


def test_an_entry_is_the_same_from_run_to_run_whatever_its_date() -> None:
    moved = replace(LATE, due_date=date(2024, 9, 1))
    assert todos(LATE)[0]["UID"] == todos(moved)[0]["UID"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_wording_survives_folding_and_escaping(wording: str) -> None:
    (one,) = todos(tracked("aaaa00000001", wording))
    assert one["DESCRIPTION"].startswith(wording.translate(dict.fromkeys((0xFFFE, 0xFFFF))) + "\nOwner: ")
