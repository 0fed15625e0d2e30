"""Who was there, in the forms that minutes give it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.assemble.attendance import AttendanceReading, read_attendance, same_person
from minutes_miner.assemble.frame_rules import shipped_rules
from minutes_miner.assemble.header import Header
from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.model import Document

MEETING = date(2030, 10, 5)


def reading(*lines: str | list[str], meeting: date | None = MEETING) -> AttendanceReading:
    """The attendance of a document of headings ("# ..."), paragraphs and table rows (lists of cells)."""
    builder = DocumentBuilder()
    table = 0
    for number, line in enumerate(lines):
        if isinstance(line, list):
            table += not (number and isinstance(lines[number - 1], list))
            builder.add_row(line, table=table)
        else:
            builder.add(line.removeprefix("# "), kind="heading" if line.startswith("# ") else "paragraph")
    document = Document(source="m.pdf", format="pdf", text=builder.text, blocks=builder.blocks)
    return read_attendance(document, Header(date=meeting))


def by_status(*lines: str | list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for person in reading(*lines).attendees:
        found.setdefault(person.status, []).append(person.name)
    return found


LISTS: list[tuple[tuple[str | list[str], ...], dict[str, list[str]]]] = [
    (
        ("PRESENT: Mr R Ash (Chairman), Mr T Elm, OBE, and Ms J Head", "IN ATTENDANCE: Dr A Fir (Director of Roads, Parks and Waste)"),
        {"present": ["Mr R Ash", "Mr T Elm, OBE", "Ms J Head"], "in attendance": ["Dr A Fir"]},
    ),
    (
        ("Present:- Councillor Moss (in the Chair); Councillors Ash, Lake and Jane Porter.",),
        {"present": ["Councillor Moss", "Councillor Ash", "Councillor Lake", "Jane Porter"]},
    ),
    (("Present", "Councillors Helen Moss and Afi Oduya"), {"present": ["Councillor Helen Moss", "Councillor Afi Oduya"]}),
    (
        ("# Present", "Councillors D Rich (Chair) N Cross, M Strong and P Moss A Strong, EDC Clerk J Todd", "# Apologies", "Al Reed, EDC"),
        {
            "present": ["Councillor D Rich", "Councillor N Cross", "Councillor M Strong", "Councillor P Moss", "A Strong", "J Todd"],
            "apologies": ["Al Reed"],
        },
    ),
    (
        ("PRESENT: Cllr R. Crisp (Chairman), Cllr S. Lee and Mrs N Cope, Clerk.", "Also present: Cllr Martin Store – Eastshire Council"),
        {"present": ["Cllr R. Crisp", "Cllr S. Lee", "Mrs N Cope"], "in attendance": ["Cllr Martin Store"]},
    ),
    (
        (
            ["Present", "Kim Cole", "KC", "Jo Dale (SBC)", "JD"],
            ["", "Sam Rowan", "SR", "", ""],
            "In Attendance PC Sue Jacks (for Item 1)",
            "One member of the public.",
        ),
        {"present": ["Kim Cole", "Jo Dale", "Sam Rowan"], "in attendance": ["PC Sue Jacks"]},
    ),
    (
        (
            ["Attendees", "Tom Brown (Chair), Ann Mallory (Secretary), Sue Book"],
            ["Invited", "Nick Sturm (Clerk)"],
            "# 1. Apologies",
            "Apologies were received from Sue Book.",
        ),
        {"present": ["Tom Brown", "Ann Mallory"], "apologies": ["Sue Book"], "in attendance": ["Nick Sturm"]},
    ),
    (("In attendance: Ms A Fir", "Members present: Cllr P Moss. Apologies: Cllr K Reed. Absent: Cllr T Dow"), {
        "in attendance": ["Ms A Fir"], "present": ["Cllr P Moss"], "apologies": ["Cllr K Reed"], "absent": ["Cllr T Dow"],
    }),
    (
        (["Present", "Apologies"], ["Cllr P Moss", "Cllr K Reed"], ["Cllr J Hill", ""]),
        {"present": ["Cllr P Moss", "Cllr J Hill"], "apologies": ["Cllr K Reed"]},
    ),
    (("Present: Cllr P Moss", "3. ACCEPTANCE OF APOLOGIES FOR ABSENCE Cllrs M. Peak and R. Crisp."), {
        "present": ["Cllr P Moss"], "apologies": ["Cllr M. Peak", "Cllr R. Crisp"],
    }),
    (("Present: Tracey Dick, Chair, Elm Primary School Parent Council, and CPOs Sue Jacks and Drew Yong",), {
        "present": ["Tracey Dick", "CPO Sue Jacks", "CPO Drew Yong"],
    }),
    (("Present: Mrs P Cole, Mr P Cole, Mr & Mrs Stone",), {"present": ["Mrs P Cole", "Mr P Cole", "Mr & Mrs Stone"]}),
    (
        (["Present", "Al Trent Jo Price Bel Hart (Clerk)", "AT JP BH"], ["In attendance", "Ed Marl", "EM"]),
        {"present": ["Al Trent", "Jo Price", "Bel Hart"], "in attendance": ["Ed Marl"]},
    ),
    ((["Present Al Trent", "AT"], ["Jo Price", "JP"], ["Items", "Action"]), {"present": ["Al Trent", "Jo Price"]}),
    (("Chaired by: Roland Tip Clerked by: Win Salt", "# 1. Roads", "Clerk: to write to Mr Ash", "Present position: Mr Ash asked."), {
        "in attendance": ["Win Salt"],
    }),
    (("# 1. Apologies", "Apologies were received from Cllr A Trent. Absent: Cllr J Price."), {
        "apologies": ["Cllr A Trent"], "absent": ["Cllr J Price"],
    }),
    (("In attendance: Ivor Gant (Clerk) and one resident",), {"in attendance": ["Ivor Gant"]}),
    (("Present: None", "There were 11 members of the public."), {}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "people"), LISTS)
def test_lists_of_people(lines: tuple[str | list[str], ...], people: dict[str, list[str]]) -> None:
    assert by_status(*lines) == people


SENTENCES = [
    (
        "Apologies for absence were received from Councillors Brown, A Sachs and M Sachs.",
        ["Councillor Brown", "Councillor A Sachs", "Councillor M Sachs"],
    ),
    ("Apologies of absence were provided for Cllr A Cole. This was accepted by all.", ["Cllr A Cole"]),
    ("Apologies were received from and sanctioned for Oliver Late.", ["Oliver Late"]),
    ("The Democratic Services Manager reported apologies from Mr Bond and Mrs Brun.", ["Mr Bond", "Mrs Brun"]),
    ("Councillors Ash and Elm had sent their apologies.", ["Councillor Ash", "Councillor Elm"]),
    ("Apologies were received from Miss R South, for whom Ms J Well was present, and from Mr W Lyle.", ["Miss R South", "Mr W Lyle"]),
    ("No apologies were received from members.", []),
    ("Apologies for lateness were received from Cllr Ash.", []),
    ("Apologies for absence were accepted.", []),
]


@pytest.mark.parametrize(("sentence", "people"), SENTENCES)
def test_apologies_in_a_sentence(sentence: str, people: list[str]) -> None:
    assert by_status("# 1. Apologies", sentence).get("apologies", []) == people


def test_who_sent_apologies_was_not_there_whatever_the_list_says() -> None:
    found = by_status("Attendees: Cllr Beth Hope, Tony Brown", "# 1. Apologies", "Apologies were received from Cllr Hope.")
    assert found == {"apologies": ["Cllr Beth Hope"], "present": ["Tony Brown"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies were received from Dee Jeff and Nan Say who was substituted by Rox Hill.",
        "Apologies were received from Dee Jeff and Nan Say. Rox Hill attended as substitute for Nan Say.",
    ],
)
def test_a_substitute_counts_as_present(sentence: str) -> None:
    found = by_status("PRESENT: Tom Byrne", "IN ATTENDANCE: Rox Hill (Nurse)", "# 1. Apologies and Substitutes", sentence)
    assert found == {"present": ["Tom Byrne", "Rox Hill"], "apologies": ["Dee Jeff", "Nan Say"]}


def test_a_substitute_in_the_list() -> None:
    found = reading("Present: Cllr Ash (substitute for Cllr Elm), Cllr Oak for Cllr Fir").attendees
    assert [(person.name, person.status) for person in found] == [("Cllr Ash", "present"), ("Cllr Oak", "present")]
    assert found[0].role == "substitute for Cllr Elm"


MATRIX: tuple[str | list[str], ...] = (
    ["", "Type", "05/ 10/ 20 30", "07/12/2030", "Date Resigned"],
    ["HEATHER POST", "Head", "P", "", ""],
    ["OLIVER LATE", "Co-opted", "S", "P", ""],
    ["ALEX KIRK", "Parent", "P", "", "18/09/2030"],
    ["RUTH DENN", "Parent", "L", "", ""],
    ["VACANT", "Parent", "", "", ""],
    "P – Present S – Sanctioned A – Absent L – Late arrival",
    ["Chaired by", "Ruth Denn", "Clerked by", "Pete Osborn"],
)


def test_a_matrix_is_read_under_the_meetings_date() -> None:
    found = reading(*MATRIX)
    assert [(p.name, p.status, p.role) for p in found.attendees] == [
        ("HEATHER POST", "present", "Head"),
        ("OLIVER LATE", "apologies", "Co-opted"),
        ("RUTH DENN", "present", "Parent"),
        ("Pete Osborn", "in attendance", None),
    ]
    assert found.matrices[0].meetings == ("05/ 10/ 20 30", "07/12/2030")
    assert ("S", "Sanctioned") in found.matrices[0].key


def test_a_reports_matrix_is_kept_and_names_nobody() -> None:
    found = reading(
        ["Attendance", "May", "June", "Sept", "%"],
        ["Police", "✓", "Aps", "D", "75%"],
        "Statutory members",
        ["Housing", "x", "✓", "✓", "50%"],
        "Key",
        "Aps Apologies were tendered",
        "✓ Attended",
        meeting=None,
    )
    assert found.attendees == ()
    assert found.matrices[0].rows == (("Police", ("✓", "Aps", "D")), ("Housing", ("x", "✓", "✓")))
    assert found.matrices[0].key == (("Aps", "Apologies were tendered"), ("✓", "Attended"))


def test_an_unknown_mark_is_listed_not_guessed() -> None:
    found = reading(["", "05/10/2030", "07/12/2030"], ["Kim Cole", "Q", "P"], ["Jo Dale", "P", "P"])
    assert [person.name for person in found.attendees] == ["Jo Dale"]
    assert found.unsettled[0].text == "Kim Cole"


def test_initials_and_evidence_come_with_the_person() -> None:
    found = reading("Present Kim Cole KC Graham Dolan GD", "Apologies: Paul Wood (PWo)").attendees
    assert [person.initials for person in found] == ["KC", "GD", "PWo"]
    assert found[0].evidence is not None
    assert found[0].evidence.quote.startswith("Present Kim Cole")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cllr Beth Hope", "Councillor Hope", True),
        ("J Hill", "Jane Hill", True),
        ("Mr P Cole", "Mrs P Cole", False),
        ("A Strong", "M Strong", False),
        ("Mr R Love, OBE", "Mr R Love", True),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@given(st.text(max_size=120))
def test_any_list_is_read_without_error_and_names_stand_in_it(text: str) -> None:
    for person in shipped_rules().names.read(text):
        assert 0 <= person.start < person.end <= len(text)
