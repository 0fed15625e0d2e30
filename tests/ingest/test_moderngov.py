from __future__ import annotations

import pytest

from minutes_miner.ingest.moderngov import recognises
from minutes_miner.model import Attachment
from tests.ingest.pages import H1, H2, around, block_of, item, meeting, read, sub_heading, texts, word

MINUTES, DECISION = sub_heading("Minutes:"), sub_heading("Decision:")


def test_a_page_is_known_by_its_mark_up() -> None:
    assert recognises(meeting(item("1.", "Bins")).encode())
    assert not recognises(b"<html><body><h1>Minutes</h1><p>Published with care.</p></body></html>")


def test_a_meeting_page_in_reading_order() -> None:
    document = read(
        meeting(item("12.", "Bins", word("To consider bins."), MINUTES, word("The Chair spoke.")), item("13.", "Paths", MINUTES))
    )
    assert document.format == "moderngov-meeting"
    assert texts(document) == [H1, H2, "12.", "Bins", "To consider bins.", "The Chair spoke.", "13.", "Paths"]
    assert [(block.role, block.item) for block in document.blocks[2:]] == [
        ("number", 1),
        ("title", 1),
        ("agenda", 1),
        ("minutes", 1),
        ("number", 2),
        ("title", 2),
    ]


def test_minutes_and_decisions_are_kept_apart() -> None:
    page = meeting(item("1.", "Bins", DECISION, word("RESOLVED that bins be bought."), MINUTES, word("Bins were discussed.")))
    assert texts(read(page), "decision") == ["RESOLVED that bins be bought."]
    assert texts(read(page), "minutes") == ["Bins were discussed."]


def test_without_a_minutes_heading_a_meeting_page_holds_agenda() -> None:
    assert texts(read(meeting(item("1.", "Bins", word("To consider bins.")))), "agenda") == ["To consider bins."]


def test_the_head_of_a_meeting() -> None:
    before = """<p><span class="mgLabel">Venue: </span>Guildhall <a href="mgLocationDetails.aspx?RID=1">View directions</a></p>
        <p><span class="mgLabel">Contact: </span>Ann Ash&nbsp; <a href="mailto:a@b.example">a@b.example</a></p>"""
    page = meeting(item("1.", "Bins"), before=before, head="<title>Agenda for Parks Panel - Wexbourne District Council</title>")
    meta = read(page).meta
    assert (meta.committee, meta.date, meta.time) == ("Parks Panel", "Tuesday 4 June 2024", "6.30 pm")
    assert (meta.venue, meta.contact) == ("Guildhall", "Ann Ash a@b.example")
    assert meta.organisation == "Wexbourne District Council"


@pytest.mark.parametrize(
    ("h2", "committee", "date", "time"),
    [
        ("CABINET - Thursday, 17th March, 2011 7.00 pm", "CABINET", "Thursday, 17th March, 2011", "7.00 pm"),
        ("Council, Wednesday 20th April 2022 6.00 p.m.", "Council", "Wednesday 20th April 2022", "6.00 p.m."),
        ("Land - Use Panel - Monday 3 June 2024", "Land - Use Panel", "Monday 3 June 2024", None),
        ("Parks Panel", "Parks Panel", None, None),
    ],
)
def test_the_heading_names_committee_date_and_time(h2: str, committee: str, date: str | None, time: str | None) -> None:
    meta = read(meeting(item("1.", "Bins"), h2=h2)).meta
    assert (meta.committee, meta.date, meta.time) == (committee, date, time)


@pytest.mark.parametrize(
    ("h1", "h2", "status"),
    [
        ("Agenda and draft minutes", H2, "draft"),
        ("Agenda, decisions and minutes", H2, "approved"),
        ("Agenda", H2, None),
        ("Meeting", H2 + ", CANCELLED", "cancelled"),
    ],
)
def test_status(h1: str, h2: str, status: str | None) -> None:
    document = read(meeting(h1=h1, h2=h2, before="<p>No documents are available for this meeting</p>"))
    assert document.format == "moderngov-meeting"
    assert document.meta.status == status


def test_the_heading_wins_over_a_date_field_left_behind() -> None:
    document = read(meeting(item("1.", "Bins"), head='<meta name="DC.date" content="2024-05-21">'))
    assert document.meta.date == "Tuesday 4 June 2024"
    assert "21 May 2024" in document.notes[0]
    assert read(meeting(item("1.", "Bins"), head='<meta name="DC.date" content="2024-06-04">')).notes == ()


def test_without_a_dated_heading_the_date_field_is_taken() -> None:
    page = meeting(item("1.", "Bins"), h2="Parks Panel", head='<meta name="DC.date" content="2024-05-21">')
    assert read(page).meta.date == "2024-05-21"


@pytest.mark.parametrize(
    ("head", "footer", "organisation"),
    [
        ('<meta name="DC.publisher" content="Wexbourne Council">', "", "Wexbourne Council"),
        (
            "<title>Agenda for X - Modern Council</title>",
            "© 2024 Borough Council of Wexbourne. All Rights Reserved.",
            "Borough Council of Wexbourne",
        ),
        ("<title>Agenda for X on Tuesday | Wexbourne Council</title>", "Copyright reserved", "Wexbourne Council"),
        ("<title>Agenda for X on Tuesday - committees</title>", "© 2024 Somebody's Software Ltd", None),
    ],
)
def test_the_organisation_only_where_it_is_stated(head: str, footer: str, organisation: str | None) -> None:
    assert read(meeting(item("1.", "Bins"), head=head, footer=footer)).meta.organisation == organisation


def test_documents_become_attachments_and_leave_the_text() -> None:
    title = '<a class="mgAiTitleLnk" href="documents/s1/Bins.pdf">Bins <span class="mgFileSize"><img alt="pdf icon"> PDF 87 KB</span> </a>'
    more = """<ul class="mgBulletList"><li><a href="documents/s2/Annex.pdf">Annex 1 <span class="mgHide">, item 1.</span>
        <span class="mgFileSize"> PDF 1 MB</span></a></li></ul>"""
    links = """<li><a href="documents/g1/Printed minutes.pdf">Printed minutes <span class="mgFileSize">PDF 82 KB</span></a></li>
        <li><a href="mgMeetingAttendance.aspx?ID=1">Attendance details</a></li>"""
    document = read(
        meeting(
            item("1.", title, sub_heading("Additional documents:"), more, word("To consider."), MINUTES, word("Agreed.")),
            links=links,
            head='<base href="https://democracy.wexbourne.example/">',
        )
    )
    root = "https://democracy.wexbourne.example/documents/"
    assert document.attachments == (
        Attachment("Printed minutes", root + "g1/Printed minutes.pdf", "82 KB", None),
        Attachment("Bins", root + "s1/Bins.pdf", "87 KB", 1),
        Attachment("Annex 1", root + "s2/Annex.pdf", "1 MB", 1),
    )
    assert texts(document)[2:] == ["1.", "Bins", "To consider.", "Agreed."]


@pytest.mark.parametrize("glued", ["Street lighting PDF 500 KB", "Street lightingPDF 1 MB", "Street lighting pdf icon PDF 87 KB"])
def test_a_file_size_that_sticks_to_the_title_is_taken_off(glued: str) -> None:
    assert texts(read(meeting(item("1.", glued))), "title") == ["Street lighting"]


def test_a_truncated_item_is_marked_and_the_notice_left_out() -> None:
    cut = 'The panel decided to &nbsp;...&nbsp; <a href="mgAi.aspx?ID=5">view the full minutes text for item 4.</a>'
    document = read(meeting(item("4.", "Bins", MINUTES, word("First.", cut)), item("5.", "Paths", MINUTES, word("Second."))))
    assert texts(document, "minutes") == ["First.", "The panel decided to", "Second."]
    (truncation,) = document.truncations
    assert (truncation.item, truncation.label, truncation.url) == (1, "4", "mgAi.aspx?ID=5")
    assert document.text[: truncation.start].endswith("decided to")


def test_a_notice_of_its_own_paragraph_breaks_off_at_the_last_text() -> None:
    notice = (
        '<p class="mgFullMinutes">&hellip;&nbsp; <a href="ieDecisionDetails.aspx?AIId=5">view the full minutes text for item 4.</a></p>'
    )
    document = read(meeting(item("4.", "Bins", MINUTES, word("First."), notice)))
    assert document.truncations[0].start == len(document.text)
    assert texts(document, "minutes") == ["First."]


def test_links_to_other_pages_are_no_actions() -> None:
    links = '<ul class="mgActionList"><li><a href="mgIssueHistoryHome.aspx?IId=1">View the background to item 1.</a></li></ul>'
    assert "background" not in read(meeting(item("1.", "Bins", links, MINUTES, word("Noted.")))).text


def test_word_mark_up() -> None:
    gap = '<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span>'
    numbered = f"""<p class="MsoListParagraphCxSpFirst"><span>1.{gap}</span>
        a <span class="SpellE">grant</span> be
        paid</p><p class="MsoListParagraph"><span>§{gap}</span>point</p>
        <p class="MsoNormal" style="font-weight: bold">Rule 27</p><p class="MsoNormal"><b>RESOLVED</b> that<br>it be noted.</p>"""
    document = read(meeting(item("1.", "Grants", MINUTES, f'<div class="mgWordPara">{numbered}</div>')))
    assert texts(document, "minutes") == ["1. a grant be paid", "• point", "Rule 27", "RESOLVED that", "it be noted."]
    entry = block_of(document, "1. a grant")
    assert (entry.kind, entry.label, document.slice(entry.body, entry.end)) == ("list_item", "1.", "a grant be paid")
    assert block_of(document, "Rule 27").kind == "heading"
    resolved = block_of(document, "RESOLVED")
    assert [document.slice(*span) for span in resolved.bold] == ["RESOLVED"]
    assert resolved.anchor == "#AI1"


def test_a_table_in_the_minutes_is_kept_as_rows() -> None:
    table = "<table><tr><th>Grant</th><th>Sum</th></tr><tr><td>Hall</td><td>£500</td></tr></table>"
    document = read(meeting(item("1.", "Grants", MINUTES, f'<div class="mgWordPara">{table}</div>')))
    rows = [block for block in document.blocks if block.kind == "table_row"]
    assert [document.slice(row.start, row.end) for row in rows] == ["Grant | Sum", "Hall | £500"]
    assert [(row.role, row.item, row.table, row.header_row) for row in rows] == [("minutes", 1, 1, True), ("minutes", 1, 1, False)]


def test_an_attendance_list_on_the_page_is_masthead() -> None:
    document = read(meeting(item("1.", "Bins"), before="<h2 class='mgSectionTitle'>Attendance details</h2><p>Present: Cllr Ash</p>"))
    assert texts(document, "masthead")[-2:] == ["Attendance details", "Present: Cllr Ash"]


def test_an_item_page_without_minutes_heading_is_all_record() -> None:
    document = read(around(word("The Chair asked why."), h1="Agenda item", h2="Bins (Agenda item 5)"))
    assert document.format == "moderngov-item"
    assert [(block.role, document.slice(block.start, block.end)) for block in document.blocks] == [
        ("number", "5"),
        ("title", "Bins"),
        ("minutes", "The Chair asked why."),
    ]
    assert (document.meta.item_number, document.meta.item_title) == ("5", "Bins")


def test_on_an_item_page_text_before_the_minutes_heading_is_agenda() -> None:
    document = read(around(word("To consider.") + MINUTES + word("It was agreed."), h1="Agenda item", h2="Bins"))
    assert (texts(document, "agenda"), texts(document, "minutes")) == (["To consider."], ["It was agreed."])


def test_an_item_page_may_name_its_meeting() -> None:
    link = '<p><a href="ieListDocuments.aspx?MId=1">Meeting of Parks Panel, Tuesday 4 June 2024 6.30 pm (Item 12.)</a></p>'
    meta = read(around(link + MINUTES + word("Noted."), h1="Agenda item", h2="Bins")).meta
    assert (meta.committee, meta.date, meta.time, meta.item_number) == ("Parks Panel", "Tuesday 4 June 2024", "6.30 pm", "12")


ISSUE = """<h3 class="mgSubSubTitleTxt">Meeting: {date} - {committee} (Item {number})</h3>
    <p class="mgAiTitleTxt">{number} <a href="documents/s{number}/Bins.pdf">Bins</a> pdf icon PDF 9 KB</p>{parts}"""


def test_an_issue_page_has_an_item_for_each_meeting() -> None:
    parts = [
        ISSUE.format(date="05/11/2023", committee="Parks Panel", number="13", parts=MINUTES + word("It was deferred.")),
        ISSUE.format(date="04/06/2024", committee="Cabinet", number="7", parts=word("To decide.") + DECISION + word("Approved.")),
    ]
    document = read(around("".join(parts), h1="Issue - meetings", h2="Bins"))
    assert document.format == "moderngov-item"
    assert [(block.item, block.role) for block in document.blocks] == [
        *((1, role) for role in ("masthead", "number", "title", "minutes")),
        *((2, role) for role in ("masthead", "number", "title", "agenda", "decision")),
    ]
    assert texts(document, "title") == ["Bins", "Bins"]
    assert [found.item for found in document.attachments] == [1, 2]
    assert document.meta.committee is None
    assert "over 2 meetings" in document.notes[0]


def test_an_issue_at_one_meeting_belongs_to_it() -> None:
    page = around(
        ISSUE.format(date="05/11/2023", committee="Parks Panel", number="13", parts=word("Noted.")), h1="Issue - meetings", h2="Bins"
    )
    meta = read(page).meta
    assert (meta.committee, meta.date, meta.item_number, meta.item_title) == ("Parks Panel", "05/11/2023", "13", "Bins")


def test_a_decision_page() -> None:
    content = f"""<p><span class="mgLabel">Decision Maker: </span>Cabinet</p><p><span class="mgLabel">Is Key decision?: </span>No</p>
        <h3 class="mgSubSubTitleTxt">Purpose:</h3><p>To buy bins.</p>
        <h3 class="mgSubSubTitleTxt">Decision:</h3>{word("That bins be bought.")}
        <p>Publication date: 06/06/2024</p><p>Date of decision: 04/06/2024</p>
        <p>Decided at meeting: <a href="x.aspx">04/06/2024 - Cabinet</a></p>"""
    document = read(around(content, h1="Decision details", h2="Bins"))
    assert document.format == "moderngov-item"
    assert texts(document, "agenda") == ["To buy bins."]
    assert texts(document, "decision") == ["That bins be bought."]
    assert "Decision Maker: Cabinet" in texts(document, "masthead")
    assert (document.meta.committee, document.meta.date) == ("Cabinet", "04/06/2024")


def test_decisions_on_one_issue() -> None:
    content = "<h3>28/05/2024 - Bins for the park</h3>" + word("That bins be bought.")
    document = read(around(content, h1="Issue - decisions", h2="Bins for the park"))
    assert texts(document, "decision") == ["That bins be bought."]
    assert texts(document, "title") == ["Bins for the park"]


LISTS = {
    "Browse meetings": """<ul class="mgNonBulletTableList">
        <li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx">4 Jun 2024&nbsp;6:30 pm</a> - Agenda, Minutes</li></ul>""",
    "Committee structure": """<h2 class="mgSectionTitle">Panels</h2>
        <ul class="mgBulletList"><li><a href="mgCommitteeDetails.aspx?ID=1">Parks Panel</a></li></ul>""",
    "Committee details": '<h2 class="mgSectionTitle">Purpose of committee</h2>' + word("To look after parks."),
    "Voting record": "<h2>Parks Panel, Tuesday 4 June 2024</h2><table><tr><td>Cllr Ash</td><td>For</td></tr></table>",
}


@pytest.mark.parametrize("h1", LISTS)
def test_list_pages(h1: str) -> None:
    document = read(around(LISTS[h1], h1=h1, h2="Parks Panel"))
    assert document.format == "moderngov-list"
    assert texts(document, "body")
    assert document.meta.date is None


def test_meeting_dates_of_a_list_are_blocks() -> None:
    assert "• 4 Jun 2024 6:30 pm - Agenda, Minutes" in texts(read(around(LISTS["Browse meetings"], h1="Browse meetings", h2="Parks Panel")))


def test_an_attendance_page() -> None:
    table = """<table summary="Table of meeting attendance"><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
        <tr><td><a href="mgUserInfo.aspx?UID=1">Councillor Ann Ash</a></td><td>Committee Member</td><td>Present</td></tr>
        <tr><td>Councillor Ben Birch</td><td>Committee Member</td><td>Apologies</td></tr></table>"""
    document = read(around(table, h1="Meeting attendance", h2=H2))
    assert document.format == "moderngov-list"
    assert texts(document, "masthead")[-1] == "Councillor Ben Birch | Committee Member | Apologies"
    assert (document.meta.committee, document.meta.date) == ("Parks Panel", "Tuesday 4 June 2024")


def test_welsh_sub_headings() -> None:
    document = read(
        meeting(item("1.", "Biniau", sub_heading("Penderfyniad:"), word("Cytunwyd."), sub_heading("Cofnodion:"), word("Trafodwyd.")))
    )
    assert (texts(document, "decision"), texts(document, "minutes")) == (["Cytunwyd."], ["Trafodwyd."])
