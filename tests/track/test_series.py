"""Which documents are one body's, in date order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.model import Attendee, Meeting
from minutes_miner.track.series import body_key, series_of
from tests.track.factories import meeting

JAN, MAR, MAY = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9)


def groups(*meetings: Meeting) -> list[list[str]]:
    """The sources of each series, sorted."""
    return sorted([m.source for m in (*s.dated, *s.undated)] for s in series_of(meetings))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thornbeck Parish Council", "THORNBECK PARISH COUNCIL"),
        ("The Parks & Leisure Committee", "Parks and Leisure Committee"),
        ("Annual Meeting of the Parks Committee", "Parks Committee"),
        ("Board of Governors", "Full Governing Body"),
        ("Board of Directors", "Trust Board"),
    ],
)
def test_names_of_one_body(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(("one", "other"), [("Parks Committee", "Parks Sub-Committee"), ("Board of Governors", "Staffing Committee")])
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


def test_meetings_stand_in_date_order_and_the_undated_apart() -> None:
    (series,) = series_of([meeting(MAY), meeting(None, source="thornbeck/x.html"), meeting(JAN), meeting(MAR)])
    assert [m.date for m in series.dated] == [JAN, MAR, MAY]
    assert [m.source for m in series.undated] == ["thornbeck/x.html"]


def test_committees_of_one_council_are_apart() -> None:
    assert groups(meeting(JAN, committee="Parks", source="a"), meeting(MAR, committee="Roads", source="b")) == [["a"], ["b"]]


def test_a_committee_that_repeats_the_council_is_the_council() -> None:
    assert groups(meeting(JAN, source="a"), meeting(MAR, committee="Parish Council", source="b")) == [["a", "b"]]


def test_documents_that_name_no_committee_are_the_councils_own_series() -> None:
    parks = meeting(JAN, committee="Parks Committee", source="a")
    assert groups(parks, meeting(MAR, source="b"), meeting(MAY, source="c")) == [["a"], ["b", "c"]]


def test_no_organisation_named_is_the_folders_only_one() -> None:
    assert groups(meeting(JAN, source="f/a"), meeting(MAR, source="f/b", organisation=None)) == [["f/a", "f/b"]]


def test_the_kind_of_an_organisation_alone_is_that_of_the_folders_only_one() -> None:
    school, town = (
        meeting(JAN, source="f/a", organisation="Elm Hill Primary School"),
        meeting(JAN, source="g/a", organisation="Wexmoor Town Council"),
    )
    kinds = meeting(MAR, source="f/b", organisation="PRIMARY SCHOOL"), meeting(MAR, source="g/b", organisation="Town Council")
    assert groups(school, town, *kinds) == [["f/a", "f/b"], ["g/a", "g/b"]]


def met(names: str, day: date, source: str, organisation: str | None) -> Meeting:
    """Minutes with these people present."""
    return meeting(day, source=source, organisation=organisation, attendance=tuple(Attendee(name, "present") for name in names.split(", ")))


PEOPLE = "Cllr A Moss, Cllr B Carr, Cllr C Dale, Cllr D Fenn, Mr T Lock"


@pytest.mark.parametrize(
    ("people", "organisation", "one"),
    [
        ("Cllr Moss, Cllr Carr, Mrs E Reed, Mr Lock", "Elm and Oakley Parish Council", True),
        ("Cllr Moss, Cllr Reed, Cllr Rook, Mr Lamb", "Elm and Oakley Parish Council", False),
        ("Cllr Moss, Cllr Carr, Mrs E Reed, Mr Lock", "Elm Burial Board", False),
        ("Cllr Moss, Cllr Carr", "Elm and Oakley Parish Council", False),
    ],
)
def test_two_names_in_a_folder_are_one_council_where_the_same_people_met(people: str, organisation: str, one: bool) -> None:
    first, second = met(PEOPLE, JAN, "f/a", "Elm Parish Council"), met(people, MAR, "f/b", organisation)
    assert groups(first, second) == ([["f/a", "f/b"]] if one else [["f/a"], ["f/b"]])
    assert len(groups(first, replace(second, source="g/b"))) == 2
    nameless = met(PEOPLE, MAY, "f/c", None)
    assert groups(first, second, nameless) == ([["f/a", "f/b", "f/c"]] if one else [["f/a"], ["f/b"], ["f/c"]])


def test_no_organisation_named_is_not_guessed_between_two() -> None:
    one, two = meeting(JAN, source="f/a"), meeting(JAN, source="f/b", organisation="Wexmoor Town Council")
    assert groups(one, two, meeting(MAR, source="f/c", organisation=None)) == [["f/a"], ["f/b"], ["f/c"]]


def test_nameless_documents_of_two_folders_stay_apart() -> None:
    assert groups(meeting(JAN, source="f/a", organisation=None), meeting(MAR, source="g/b", organisation=None)) == [["f/a"], ["g/b"]]
