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
from minutes_miner.ingest.plain import read as read_plain
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
        ("Present:- Councillor Moss (in the Chair); Councillors Ash, Larch and Jane Plantain.",),
        {"present": ["Councillor Moss", "Councillor Ash", "Councillor Larch", "Jane Plantain"]},
    ),
    (("Present", "Councillors Hanna Moss and Ade Birch"), {"present": ["Councillor Hanna Moss", "Councillor Ade Birch"]}),
    (
        (
            "# Present",
            "Councillors D Rowan (Chair) N Alder, M Bramble and P Moss A Bramble, EDC Clerk J Quill",
            "# Apologies",
            "Al Sedge, EDC",
        ),
        {
            "present": ["Councillor D Rowan", "Councillor N Alder", "Councillor M Bramble", "Councillor P Moss", "A Bramble", "J Quill"],
            "apologies": ["Al Sedge"],
        },
    ),
    (
        ("PRESENT: Cllr R. Larch (Chairman), Cllr S. Holly and Mrs N Quill, Clerk.", "Also present: Cllr Basil Store – Eastshire Council"),
        {"present": ["Cllr R. Larch", "Cllr S. Holly", "Mrs N Quill"], "in attendance": ["Cllr Basil Store"]},
    ),
    (
        (
            ["Present", "Kim Clover", "KC", "Jo Dock (SBC)", "JD"],
            ["", "Sam Rush", "SR", "", ""],
            "In Attendance PC Una Jarrow (for Item 2)",
            "One member of the public.",
        ),
        {"present": ["Kim Clover", "Jo Dock", "Sam Rush"], "in attendance": ["PC Una Jarrow"]},
    ),
    (
        (
            ["Attendees", "Tam Hazel (Chair), Ann Willow (Secretary), Sue Poplar"],
            ["Invited", "Nils Quill (Clerk)"],
            "# 1. Apologies",
            "Apologies were received from Sue Poplar.",
        ),
        {"present": ["Tam Hazel", "Ann Willow"], "apologies": ["Sue Poplar"], "in attendance": ["Nils Quill"]},
    ),
    (("In attendance: Ms A Fir", "Members present: Cllr P Moss. Apologies: Cllr K Reed. Absent: Cllr T Dow"), {
        "in attendance": ["Ms A Fir"], "present": ["Cllr P Moss"], "apologies": ["Cllr K Reed"], "absent": ["Cllr T Dow"],
    }),
    (
        (["Present", "Apologies"], ["Cllr P Moss", "Cllr K Reed"], ["Cllr J Hill", ""]),
        {"present": ["Cllr P Moss", "Cllr J Hill"], "apologies": ["Cllr K Reed"]},
    ),
    (("Present: Cllr P Moss", "3. ACCEPTANCE OF APOLOGIES Cllrs M. Pine and R. Larch."), {
        "present": ["Cllr P Moss"], "apologies": ["Cllr M. Pine", "Cllr R. Larch"],
    }),
    (("Present: Flora Dunn, Chair, Elm Primary School Parent Council, and CPOs Una Jarrow and Ned Tarn",), {
        "present": ["Flora Dunn", "CPO Una Jarrow", "CPO Ned Tarn"],
    }),
    (("Present: Mrs P Clover, Mr P Clover, Mr & Mrs Stone",), {"present": ["Mrs P Clover", "Mr P Clover", "Mr & Mrs Stone"]}),
    (
        (["Present", "Al Teasel Jo Privet Bel Heath (Clerk)", "AT JP BH"], ["In attendance", "Ed Mallow", "EM"]),
        {"present": ["Al Teasel", "Jo Privet", "Bel Heath"], "in attendance": ["Ed Mallow"]},
    ),
    ((["Present Al Teasel", "AT"], ["Jo Privet", "JP"], ["Items", "Action"]), {"present": ["Al Teasel", "Jo Privet"]}),
    (("Chaired by: Rory Tansy Clerked by: Wyn Quill", "# 1. Roads", "Clerk: to write to Mr Ash", "Present position: Mr Ash asked."), {
        "in attendance": ["Wyn Quill"],
    }),
    (("# 1. Apologies", "Apologies were received from Cllr A Teasel. Absent: Cllr J Privet."), {
        "apologies": ["Cllr A Teasel"], "absent": ["Cllr J Privet"],
    }),
    (("In attendance: Ivor Gorse (Clerk) and one resident",), {"in attendance": ["Ivor Gorse"]}),
    (("1. Those Attending: Cllr M Ash (Chairman), Cllr Mrs D Elm, 6 Members of the Public and PC Una Jarrow.",), {
        "present": ["Cllr M Ash", "Cllr Mrs D Elm", "PC Una Jarrow"],
    }),
    (("Present: Kim Ash (Chairman), Ned Elm (Deputy). Jo Oak (Treasurer), Committee members: Guy de Moss. Ann Fir. It began at 7.",), {
        "present": ["Kim Ash", "Ned Elm", "Jo Oak", "Guy de Moss", "Ann Fir"],
    }),
    (("Present: Kim Ash (KA) - Tarn Valley Trust", "Jo Oak, Greater Elmshire Authority", "Ned Elm, DfX (Deputy)"), {
        "present": ["Kim Ash", "Jo Oak", "Ned Elm"],
    }),
    (("Present: The Mayor, Councillor J Moss; the Deputy Mayor, Councillor A Elm; Councillors Green, Hill and O’Fir",), {
        "present": ["Councillor J Moss", "Councillor A Elm", "Councillor Green", "Councillor Hill", "Councillor O’Fir"],
    }),
    (("Present: Cllrs. A.Moss, S. Ó Broin & R ap Huw", "In attendance: Cllr Grant Ash, Mr Jo Hall, Peter Elm, Parish Clerk"), {
        "present": ["Cllr A. Moss", "Cllr S. Ó Broin", "Cllr R ap Huw"],
        "in attendance": ["Cllr Grant Ash", "Mr Jo Hall", "Peter Elm"],
    }),
    (("Present: Kim Ash (KA)      Councillor/Chairman", "Papers presented to Councillors: Financial Management Report"), {
        "present": ["Kim Ash"],
    }),
    (("Also, in attendance: Cllr Ned Elm", "Non-members attending: Jo Oak", "Recorder: Ann Fir"), {
        "in attendance": ["Cllr Ned Elm", "Jo Oak", "Ann Fir"],
    }),
    (("Present: None", "There were 11 members of the public."), {}),
    (("Sederunt: Kim Ash (KA, Chair) and Jo Oak (JO)",), {"present": ["Kim Ash", "Jo Oak"]}),
    (("Present: Councillors A Moss (Chair), Mrs J Elm, Dr P Oak and R Fir",), {
        "present": ["Councillor A Moss", "Councillor Mrs J Elm", "Councillor Dr P Oak", "Councillor R Fir"],
    }),
    (("Present: Councillors A Moss, R Fir, Mr P Oak (Parent Governor) and Mrs J Elm (Clerk)",), {
        "present": ["Councillor A Moss", "Councillor R Fir", "Mr P Oak", "Mrs J Elm"],
    }),
    (("Cabinet Members present: Councillors Ann Moss (Leader, in the Chair), Rupert Lane (Finance) and Amy Fir",), {
        "present": ["Councillor Ann Moss", "Councillor Rupert Lane", "Councillor Amy Fir"],
    }),
    (("Present: The Mayor (Councillor Jo Moss) in the Chair; the Deputy Mayor (Councillor Al Elm); Councillors Green and O’Fir",), {
        "present": ["Councillor Jo Moss", "Councillor Al Elm", "Councillor Green", "Councillor O’Fir"],
    }),
    (("# Members present", ["Kim Ash (KA)", "Chief Finance Officer"], ["Jo Oak (JO)", "Chief Nursing Officer"],
      ["Al Elm (AE)", "Non-Executive Member, Audit and Risk"], ["Cllr Bo Fir (BF)", "Partner Member, local authorities"]), {
        "present": ["Kim Ash", "Jo Oak", "Al Elm", "Cllr Bo Fir"],
    }),
    (("Officers: Chief Fire Officer M Fern, Deputy Chief Fire Officer S Oak and Mr T Elm (Treasurer)",), {
        "in attendance": ["M Fern", "S Oak", "Mr T Elm"],
    }),
    (("# 1. Apologies", "Apologies were received from Cllr A Teasel. Cllr J Privet was absent.",
      "Cllrs P Oak and B Fir were absent without apology."), {
        "apologies": ["Cllr A Teasel"], "absent": ["Cllr J Privet", "Cllr P Oak", "Cllr B Fir"],
    }),
    (("Attending: Sandra P (Chair), Joe M, Keith L, Dawn (Engagement Officer)",), {"present": ["Sandra P", "Joe M", "Keith L", "Dawn"]}),
    (("# 1. Apologies", "Cllr A Teasel was absent from the last meeting. The Clerk was absent through illness."), {}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "people"), LISTS)
def test_lists_of_people(lines: tuple[str | list[str], ...], people: dict[str, list[str]]) -> None:
    assert by_status(*lines) == people


ROLES = [
    ("In attendance: Mrs L Quill (Clerk); County Cllr T Elm; three members of the public", ["Clerk", None]),
    ("In attendance: Cllr T Elm; 2 parishioners", [None]),
    ("Present: Cllr T Elm, Three Rivers Council", ["Three Rivers Council"]),
    ("Apologies: Cllr A Moss (holiday), Cllr B Fir (unwell), Cllr J Oak (Work commitments)", [None, None, None]),
    (
        "Apologies: Mr A Moss (headteacher), Ms B Fir (Head of Leisure), Cllr J Oak (Chair, ill)",
        ["headteacher", "Head of Leisure", "Chair"],
    ),
    ("Absent: Cllr A Moss (away with family)", [None]),
    ("Apologies: Mr A Moss (Elm Hospital), Ms B Fir (Family Support)", ["Elm Hospital", "Family Support"]),
    ("Present: Mr A Moss (minutes)", ["minutes"]),
]


@pytest.mark.parametrize(("line", "roles"), ROLES)
def test_a_role_is_no_count_of_the_public_and_no_reason_for_being_away(line: str, roles: list[str | None]) -> None:
    assert [one.role for one in reading(line).attendees] == roles


def test_informal_notes_say_who_was_there() -> None:
    assert by_status("There: Jean Moss, Tom Park", "Sorry not to come: Ann Fell") == {
        "present": ["Jean Moss", "Tom Park"],
        "apologies": ["Ann Fell"],
    }


SURNAMES = [
    ("Present: Cllr Graham Ward, Cllr Tom Park", ["Cllr Graham Ward", "Cllr Tom Park"]),
    ("Present: Jean Moss (Chair), Graham Ward, Ann Street", ["Jean Moss", "Graham Ward", "Ann Street"]),
    ("Present: Cllr Moss, East Ward, Cllr Fell, West Ward", ["Cllr Moss", "Cllr Fell"]),
    ("Present: Cllr A Moss (Hill Ward), Cllr B Carr (Mill Ward)", ["Cllr A Moss", "Cllr B Carr"]),
]


@pytest.mark.parametrize(("line", "people"), SURNAMES)
def test_a_word_for_a_place_is_a_surname_behind_a_title_or_a_common_forename(line: str, people: list[str]) -> None:
    assert by_status(line)["present"] == people


SENTENCES = [
    (
        "Apologies for absence were received from Councillors Broom, A Sorrel and M Sorrel.",
        ["Councillor Broom", "Councillor A Sorrel", "Councillor M Sorrel"],
    ),
    ("Apologies were provided for Cllr A Coltsfoot. They were taken as read.", ["Cllr A Coltsfoot"]),
    ("Apologies were received from and sanctioned for Hugo Finch.", ["Hugo Finch"]),
    ("The Governance Officer reported apologies from Mr Bistort and Mrs Brome.", ["Mr Bistort", "Mrs Brome"]),
    ("Councillors Ash and Elm had sent their apologies.", ["Councillor Ash", "Councillor Elm"]),
    ("Apologies were received from Miss R Sage, for whom Ms J Wort was present, and from Mr W Lupin.", ["Miss R Sage", "Mr W Lupin"]),
    ("No apologies were received from members.", []),
    ("Apologies for lateness were received from Cllr Ash.", []),
    ("Apologies for absence were accepted.", []),
]


@pytest.mark.parametrize(("sentence", "people"), SENTENCES)
def test_apologies_in_a_sentence(sentence: str, people: list[str]) -> None:
    assert by_status("# 1. Apologies", sentence).get("apologies", []) == people


def test_a_capital_with_two_small_letters_moves_nothing() -> None:
    assert by_status("# 1. İtem One: Apologies", "Mr İnci sent a note. Apologies were received from Beth Hawthorn.") == {
        "apologies": ["Beth Hawthorn"]
    }


def test_who_sent_apologies_was_not_there_whatever_the_list_says() -> None:
    found = by_status("Attendees: Cllr Beth Hawthorn, Toby Broom", "# 1. Apologies", "Apologies were received from Cllr Hawthorn.")
    assert found == {"apologies": ["Cllr Beth Hawthorn"], "present": ["Toby Broom"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies were received from Dee Thorn and Nan Yew who was substituted by Rox Hill.",
        "Apologies were received from Dee Thorn and Nan Yew. Rox Hill attended as substitute for Nan Yew.",
    ],
)
def test_a_substitute_counts_as_present(sentence: str) -> None:
    found = by_status("PRESENT: Tam Briar", "IN ATTENDANCE: Rox Hill (Nurse)", "# 1. Apologies and Substitutes", sentence)
    assert found == {"present": ["Tam Briar", "Rox Hill"], "apologies": ["Dee Thorn", "Nan Yew"]}


def test_a_substitute_in_the_list() -> None:
    found = reading("Present: Cllr Ash (substitute for Cllr Elm), Cllr Oak for Cllr Fir").attendees
    assert [(person.name, person.status) for person in found] == [("Cllr Ash", "present"), ("Cllr Oak", "present")]
    assert found[0].role == "substitute for Cllr Elm"


MATRIX: tuple[str | list[str], ...] = (
    ["", "Type", "05/ 10/ 20 30", "07/12/2030", "Date Resigned"],
    ["MAUD LINNET", "Head", "P", "", ""],
    ["HUGO FINCH", "Co-opted", "S", "P", ""],
    ["IVY SPARROW", "Parent", "P", "", "18/09/2030"],
    ["OTTO WREN", "Parent", "L", "", ""],
    ["VACANT", "Parent", "", "", ""],
    "P – Present A – Absent S – Sanctioned L – Late",
    ["Chaired by", "Otto Wren", "Clerked by", "Nora Quill"],
)


def test_a_matrix_is_read_under_the_meetings_date() -> None:
    found = reading(*MATRIX)
    assert [(p.name, p.status, p.role) for p in found.attendees] == [
        ("MAUD LINNET", "present", "Head"),
        ("HUGO FINCH", "apologies", "Co-opted"),
        ("OTTO WREN", "present", "Parent"),
        ("Nora Quill", "in attendance", None),
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
        "Aps Apologies sent",
        "✓ Attended",
        meeting=None,
    )
    assert found.attendees == ()
    assert found.matrices[0].rows == (("Police", ("✓", "Aps", "D")), ("Housing", ("x", "✓", "✓")))
    assert found.matrices[0].key == (("Aps", "Apologies sent"), ("✓", "Attended"))


def test_an_unknown_mark_is_listed_not_guessed() -> None:
    found = reading(["", "05/10/2030", "07/12/2030"], ["Kim Clover", "Q", "P"], ["Jo Dock", "P", "P"])
    assert [person.name for person in found.attendees] == ["Jo Dock"]
    assert found.unsettled[0].text == "Kim Clover"


def test_initials_and_evidence_come_with_the_person() -> None:
    found = reading(
        "Present Kim Clover KC Rhona Pell RP", "Apologies: Paul Wood (PWo)", "In attendance: Jo Ash (JA, Head), Al Elm (Clerk, AE)"
    ).attendees
    assert [(person.initials, person.role) for person in found] == [
        ("KC", None), ("RP", None), ("PWo", None), ("JA", "Head"), ("AE", "Clerk"),
    ]  # fmt: skip
    assert found[0].evidence is not None
    assert found[0].evidence.quote.startswith("Present Kim Clover")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cllr Beth Hawthorn", "Councillor Hawthorn", True),
        ("J Hill", "Jane Hill", True),
        ("Mr P Clover", "Mrs P Clover", False),
        ("A Bramble", "M Bramble", False),
        ("Mr R Lovage, OBE", "Mr R Lovage", True),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@given(st.text(max_size=120))
def test_any_list_is_read_without_error_and_names_stand_in_it(text: str) -> None:
    for person in shipped_rules().names.read(text):
        assert 0 <= person.start < person.end <= len(text)


STATUS_TABLE = (["Name", "Role", "Attended"], ["Jo Ash", "Chair", "Yes"], ["Kim Elm", "Parent", "Apologies"], ["Pat Fir", "Staff", "No"])


def test_a_column_says_how_each_attended() -> None:
    assert by_status(*map(list, STATUS_TABLE)) == {"present": ["Jo Ash"], "apologies": ["Kim Elm"], "absent": ["Pat Fir"]}


def test_a_column_of_other_things_is_none_of_attendance() -> None:
    assert by_status(["Task", "Owner", "Status"], ["Jo Ash to paint", "JA", "Open"], ["Kim Elm to pay", "KE", "Done"]) == {}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Present–", "Cllr Jo Ash - Chairman, Cllr Kim Elm."), {"present": ["Cllr Jo Ash", "Cllr Kim Elm"]}),
        (("Those Attending Mrs M Ash, Mr R Elm, 9 members of the public.",), {"present": ["Mrs M Ash", "Mr R Elm"]}),
        (("1. Those attending:", "Mr M Ash, Mr L. Elm, 19 members of the public"), {"present": ["Mr M Ash", "Mr L. Elm"]}),
        (("Apologies for absence", "were received from Mr A Ash and Mr M Elm"), {"apologies": ["Mr A Ash", "Mr M Elm"]}),
        (("Yn bresennol / Present: Cllr Jo Ash, Cllr Kim Elm",), {"present": ["Cllr Jo Ash", "Cllr Kim Elm"]}),
        (
            ("# Attendees", "Jo Ash – Chair", "Kim Elm, practising barrister", "Pat Fir, Roads"),
            {"present": ["Jo Ash", "Kim Elm", "Pat Fir"]},
        ),
        (("Present", "# Cllr Jo Ash", "# Cllr Kim Elm"), {"present": ["Cllr Jo Ash", "Cllr Kim Elm"]}),
        (("# Attendees", "Jo Ash – Chair", "Kim Elm, who was late, spoke."), {"present": ["Jo Ash"]}),
    ],
)
def test_lists_in_forms_of_small_bodies(lines: tuple[str, ...], found: dict[str, list[str]]) -> None:
    assert by_status(*lines) == found


def test_columns_of_a_typed_list() -> None:
    text = "Present:      Jo Ash           Patient Representative\n              Kim Elm          Practice Manager\n"
    people = read_attendance(read_plain(text.encode(), source="m.txt"), Header(date=MEETING)).attendees
    assert [(person.name, person.status) for person in people] == [("Jo Ash", "present"), ("Kim Elm", "present")]


def test_a_title_may_run_on_into_the_list() -> None:
    title = "DRAFT MINUTES OF THE MEETING OF MILFORD PARISH COUNCIL HELD AT MILFORD HALL AT 7.30 pm THURSDAY 9 JULY 2030 "
    people = (
        "PRESENT (2 Councillors): - Jo Ash (JA), Kim Elm (KE) – Vice-Chairman. Papers presented to Councillors: (i) Report. "
        + "Noted. " * 40
    )
    assert by_status(title + people)["present"] == ["Jo Ash", "Kim Elm"]


def test_a_road_named_for_another_stands_in_for_nobody() -> None:
    assert by_status("1. Minutes: Subject to St. Anne Walk being substituted for St. Anne Road they were agreed.") == {}
