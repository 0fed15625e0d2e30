"""Which earlier item a reference means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.model import MinuteReference
from minutes_miner.track.references import Resolved, Resolver, body_of, month_named, reference_of, split_limb
from minutes_miner.track.series import series_of
from tests.track.factories import action, item, limb, line, meeting, reference

MAY22, SEP22, MAY23, SEP23, NOV23 = date(2022, 5, 10), date(2022, 9, 13), date(2023, 5, 9), date(2023, 9, 12), date(2023, 11, 14)
MEETINGS = [
    meeting(MAY22, item("3", "Village hall"), item("4", "Allotments")),
    meeting(SEP22, item("19", "Budget Analysis"), item("FGB 14/2021", "Governors"), item("21", "Lamps"), item("21", "Bins")),
    meeting(MAY23, item("3", "Footpaths"), item("5.2", "Flood wall")),
    meeting(SEP23, item("07", "Trees"), item("PB/30/05", "Depot")),
    meeting(MAY22, item("88", "Verges"), source="thornbeck/roads.html", committee="Roads Committee"),
    meeting(MAY22, item("99", "Elsewhere"), source="wexmoor/a.html", organisation="Wexmoor Town Council"),
]


def resolve(ref: MinuteReference, *, before: date = NOV23) -> Resolved | str | None:
    """What ``ref`` means when made in the parish council's own series."""
    series = series_of([*MEETINGS, meeting(NOV23, committee="Parish Council", source="thornbeck/z.html")])
    here = next(s for s in series if s.organisation == "thornbeck parish council" and not s.committee)
    return Resolver(series).resolve(ref, series=here, before=before)


@pytest.mark.parametrize(
    ("ref", "day", "title"),
    [
        (reference("Minute 4 refers", "4"), MAY22, "Allotments"),
        (reference("Minute No. 3", "3"), MAY23, "Footpaths"),
        (reference("Minute No. 3 of 10 May 2022", "3", day=MAY22), MAY22, "Village hall"),
        (reference("19 (Budget Analysis)", "Minute No. 19", title="Budget Analysis"), SEP22, "Budget Analysis"),
        (reference("3 (Village Hall)", "3", title="Village Hall"), MAY22, "Village hall"),
        (reference("14/2021", "14/2021"), SEP22, "Governors"),
        (reference("14a/2021", "14a/2021"), SEP22, "Governors"),
        (reference("30/05", "30/05"), SEP23, "Depot"),
        (reference("item 7", "item 7"), SEP23, "Trees"),
        (reference("5.2", "5.2"), MAY23, "Flood wall"),
        (reference("Roads Committee minute 88", "88", committee="Roads Committee"), MAY22, "Verges"),
    ],
)
def test_a_reference_that_fits_one_item(ref: MinuteReference, day: date, title: str) -> None:
    found = resolve(ref)
    assert isinstance(found, Resolved)
    assert (found.meeting.date, found.item.title) == (day, title)


@pytest.mark.parametrize(
    ("ref", "reason"),
    [
        (reference("the last minutes", None), "no minute number"),
        (reference("Minute 400", "400"), "no earlier meeting"),
        (reference("Minute 4 of 13 September 2022", "4", day=SEP22), "no earlier meeting"),
        (reference("19 (Dog bins)", "19", title="Dog bins"), "no earlier meeting"),
        (reference("Minute 21", "21"), "2 items of 13 September 2022"),
        (reference("Minute 99", "99"), "no earlier meeting"),
        (reference("Planning Committee minute 3", "3", committee="Planning Committee"), "are not in the collection"),
    ],
)
def test_a_reference_that_fits_none_or_several_says_why(ref: MinuteReference, reason: str) -> None:
    found = resolve(ref)
    assert isinstance(found, str) and reason in found


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("Roads Committee", MAY22),
        ("Roads", MAY22),
        ("Full Council", SEP22),
        ("Thornbeck Parish Council", SEP22),
        ("Council", SEP22),
        ("Mill Committee", None),
        ("Cabinet", None),
    ],
)
@pytest.mark.parametrize("committee", ["Roads Committee", "Tree Panel", None])
def test_the_body_that_is_named_is_looked_up_wherever_it_is_referred_to(body: str, day: date | None, committee: str | None) -> None:
    common = item("7", "Common"), item("8", "Green")
    meetings = [
        meeting(SEP22, *common),
        *(meeting(MAY22, *common, source=f"{c}.html", committee=c) for c in ("Roads Committee", "Tree Panel")),
    ]
    series = series_of(replace(one, source=f"thornbeck/{one.source[-6:]}") for one in meetings)
    here = next(one for one in series if one.committee == (committee or "").casefold())
    found = Resolver(series).resolve(reference(f"{body} Minute 7", "7", committee=body), series=here, before=NOV23)
    assert (found.meeting.date if isinstance(found, Resolved) else None) == day


def test_only_earlier_meetings_are_meant() -> None:
    found = resolve(reference("Minute 3", "3"), before=SEP22)
    assert isinstance(found, Resolved) and found.meeting.date == MAY22


@pytest.mark.parametrize(
    ("printed", "number", "part"),
    [
        ("Minute No. 191(5)", "191", "(5)"),
        ("191 (5)(b)", "191", "(5)(b)"),
        ("FGB 03/2021", "FGB 03/2021", None),
        ("Min. Ref: 12.", "12", None),
        ("19.07.04", "19.07.04", None),
        ("(3)", "(3)", None),
    ],
)
def test_the_limb_of_a_number(printed: str, number: str, part: str | None) -> None:
    assert split_limb(printed) == (number, part)


def test_a_reference_to_the_days_own_minutes_is_no_earlier_one() -> None:
    assert resolve(reference("Minute 7", "7"), before=SEP23) is None


def test_a_limb_means_its_own_actions() -> None:
    write, paint = action("write to the mill"), action("paint the gate")
    home = item(
        "191",
        "Gates",
        "",
        write,
        paint,
        resolutions=(limb("(1)", "That the Clerk write to the mill"), limb("(2)", "That Cllr Moss paint the gate")),
    )
    held = meeting(MAY23, home)
    assert [each for each in (write, paint) if Resolved(held, 0, "(2)").means(each)] == [paint]
    assert [each for each in (write, paint) if Resolved(held, 0, "(7)").means(each)] == [write, paint]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The application decided on in October (Minute 7) was dropped.", 10),
        ("As he had promised at the meeting in June (Minute 7 refers), he had written.", 6),
        ("The gate was shut in October; Minute 7 refers.", None),
        ("Minute 8 refers.", None),
    ],
)
def test_a_month_before_the_bracket_is_the_meetings(text: str, month: int | None) -> None:
    assert month_named(text, "Minute 7") == month


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("To receive the minutes of the Highways and Lighting Committee held on 3 May", "Highways and Lighting Committee"),
        ("MINUTES OF THE HIGHWAYS COMMITTEE", "HIGHWAYS COMMITTEE"),
        ("Staffing Panel – draft minutes of 3 May", "Staffing Panel"),
        ("Minutes of the last meeting", None),
        ("Minutes of the Parish Council meeting", None),
        ("Highways Committee membership", None),
    ],
)
def test_the_body_whose_minutes_an_item_goes_through(title: str, body: str | None) -> None:
    assert body_of(title) == body


@pytest.mark.parametrize(
    ("printed", "number", "day", "month"),
    [
        ("5 (12 June 2024)", "5", date(2024, 6, 12), None),
        ("5 (12/06/24)", "5", date(2024, 6, 12), None),
        ("12 June 2024: 5", "5", date(2024, 6, 12), None),
        ("5 (June 2024)", "5", None, 6),
        ("21(3)", "21(3)", None, None),
        ("21(3) (12 June 2024)", "21(3)", date(2024, 6, 12), None),
        ("March 2024", None, None, 3),
        ("ES/22/9", "ES/22/9", None, None),
        ("Min 45", "Min 45", None, None),
        (None, None, None, None),
    ],
)
def test_the_reference_of_a_log_line(printed: str | None, number: str | None, day: date | None, month: int | None) -> None:
    found = reference_of(line("Mend the gate", number=printed))
    assert (found[0].number, found[0].date, found[1]) == (number, day, month) if found else printed is None


@pytest.mark.parametrize("number", ["2023/15", "15/2023"])
def test_a_number_with_its_year_goes_by_the_number_alone(number: str) -> None:
    (series,) = series_of([meeting(date(2023, 3, 14), item(number, "Hall"))])
    found = Resolver([series]).resolve(reference("Minute 15", "15"), series=series, before=date(2023, 5, 9))
    assert isinstance(found, Resolved) and found.item.number == number
