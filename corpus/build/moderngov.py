"""ModernGov pages: a meeting's page, an item's page, a cancelled meeting, a committee's list of meetings.

Class names and structure are the publisher's (`mgItemTable`, `mgAiTitleTxt`, `mgWordPara` ...); the mark-up is written for this project.
Word's HTML inside a `mgWordPara` is hard-wrapped, puts `&nbsp;` paragraphs between paragraphs, and types list numbers as text.
"""

from __future__ import annotations

import html
import re
import textwrap

from corpus.build.labels import before_cut
from corpus.build.source import Block, Item, Meeting, runs

_MENU = {
    "mgCalendarMonthView.aspx?GL=1": "Calendar",
    "mgListCommittees.aspx?bcr=1": "Committees",
    "mgMemberIndex.aspx?bcr=1": "Councillors",
    "mgDelegatedDecisions.aspx?bcr=1": "Decisions",
    "ieDocHome.aspx?bcr=1": "Meetings",
    "ieDocSearch.aspx?bcr=1": "Search documents",
    "mgWhatsNew.aspx?bcr=1": "What's new",
}
_SPACER = '<p class="MsoNormal">&nbsp;</p>'
# Word puts its spelling marks round names it does not know, its grammar marks round phrases.
_SPELLING = re.compile(r"\b(Karimzad|Thackerby|Prowsell|Crowsley|Arkwell)\b")


def page(meeting: Meeting) -> str:
    """A meeting's page, with the items as far as a meeting page shows them."""
    number = meeting.head["meeting_id"]
    title = f"{meeting.committee} - {meeting.head['when']}"
    rows = "\n".join(_row(item) for item in meeting.items)
    table = (
        '<table class="mgItemTable"  summary="Table of agenda items" id="mgItemTable">\n<caption  class="mgSectionTitle" >Items</caption>\n'
        '<tr>\n<th class="mgHide" abbr="No" scope="col">No.</th>\n<th class="mgHide" abbr="Item" scope="col">Item</th>\n</tr>\n'
        f"{rows}\n</table>\n"
    )
    venue = "Proposed venue" if "CANCELLED" in title else "Venue"
    body = (
        f'<div class="mgSubTitle" >\n<h2 class="mgSubTitleTxt"><a  href="mgCommitteeDetails.aspx?ID={meeting.head["committee_id"]}"  '
        f'title="Link&#32;to&#32;{_escape(meeting.committee or "").replace(" ", "&#32;")}">{_escape(title)}</a></h2>\n</div>\n'
        f"{_links(number, meeting)}"
        f'<div class="mgContent" >\n{"" if meeting.items else "<p>No documents are available for this meeting</p>"}\n'
        f'<p><span  class="mgLabel" >{venue}: </span>{_escape(meeting.head["venue"])}. '
        '<a  href="mgLocationDetails.aspx?RID=1"  title="Link&#32;to&#32;directions"> View directions</a></p>\n'
        f'<p><span  class="mgLabel" >Contact: </span>{_escape(meeting.head["contact"])}&nbsp;\n</p>\n'
        f"{_word(meeting.preamble) if meeting.preamble else ''}{table if meeting.items else ''}"
        f"{_word(meeting.tail) if meeting.tail else ''}</div>\n"
    )
    return _frame(meeting, meeting.head["heading"], f"Agenda for {meeting.committee} on {meeting.head['when']}", body)


def item_page(meeting: Meeting, number: str) -> str:
    """The page of one item, with its full minutes."""
    item = next(i for i in meeting.items if i.number == number)
    meeting_link = f"ieListDocuments.aspx?CId={meeting.head['committee_id']}&amp;MId={meeting.head['meeting_id']}"
    files = "".join(f"<li>{_document(entry, meeting.head['meeting_id'])}</li>\n" for entry in item.files)
    body = (
        f'<div class="mgSubTitle" >\n<h2 class="mgSubTitleTxt">{_escape(item.title)}</h2>\n</div>\n'
        '<div class="mgLinks" >\n<ul  class="mgActionList" >\n'
        f'<li><a  href="{meeting_link}"  title="Link&#32;to&#32;meeting">Meeting of {_escape(meeting.committee or "")}, '
        f"{_escape(meeting.head['when'])} (Item {number}.)</a></li>\n"
        f'<li><a  href="mgIssueHistoryHome.aspx?IId={_id(number)}">View the background to item {number}.</a></li>\n</ul>\n</div>\n'
        f'<div class="mgContent" >\n{_word(item.agenda)}<p class="mgSubItemTitleTxt">Minutes:</p>\n{_word(item.text)}'
        f'<h2  class="mgSectionTitle" >Supporting documents:</h2>\n<ul  class="mgBulletList" >\n{files}</ul>\n</div>\n'
    )
    return _frame(meeting, "Agenda item", f"Agenda item - {item.title}", body)


def list_page(meeting: Meeting) -> str:
    """A committee's list of meetings; the source's table has a row "date and time | meeting id | what is published" for each."""
    committee = _escape(meeting.committee or "")
    entries = []
    for n, (when, number, published) in enumerate(block.cells for block in meeting.preamble):
        address = f"ieListDocuments.aspx?CId={meeting.head['committee_id']}&amp;MId={number}&amp;Ver=4"
        row = "mgTableOddRow" if n % 2 else "mgTableEvenRow"
        suffix = f" - {published}" if published else ""
        entries.append(f'<li  class="{row}" ><a  class="mgMeetingTableLnk"    href="{address}">{when}</a>{suffix}</li>')
    body = (
        f'<div class="mgSubTitle" >\n<h2 class="mgSubTitleTxt">{committee}</h2>\n</div>\n<div class="mgContent" >\n<div class="mgList" >\n'
        '<div  class="mgTableBorder" >\n<div  class="mgTableTitleTxt" >Meetings</div>\n'
        f'<ul  class="mgNonBulletTableList"  >{"".join(entries)}</ul>\n</div>\n</div>\n'
        f'<h2 class="mgSubTitleTxt">Information about {committee}</h2>\n{_word(meeting.tail)}</div>\n'
    )
    return _frame(meeting, "Browse meetings", f"Browse meetings - {meeting.committee}", body)


def _id(number: str) -> int:
    return 61000 + int(number)


def _row(item: Item) -> str:
    title = f'<p  class="mgAiTitleTxt" >{_escape(item.title)}</p>\n'
    if item.files:
        size = item.files[0].rsplit(" / ", 1)[1]
        title = f'<p  class="mgAiTitleTxt" >{_document(f"{item.title} / {size}", "1", "mgAiTitleLnk")}</p>\n'
    parts = [title, _word(item.agenda)]
    if item.files[1:]:
        entries = "".join(f"<li>\n{_document(entry, '1')}  </li>\n" for entry in item.files[1:])
        parts.append(f'<p class="mgSubItemTitleTxt">Additional documents:</p>\n<ul  class="mgBulletList" >\n{entries}</ul>\n')
    if item.decision:
        parts.append(f'<p class="mgSubItemTitleTxt">Decision:</p>\n{_word(item.decision)}')
    if item.text:
        shown = before_cut(item.text)
        notice = ""
        if any("[[cut]]" in b.text for b in item.text):
            notice = (
                f'&nbsp;...&nbsp; <a href="mgAi.aspx?ID={_id(item.number or "0")}" title=\n"Link to view the full item text for item '
                f'{item.number}., {_escape(item.title)}">\nview the full minutes text for item {item.number}.</a>'
            )
        parts.append(f'<p class="mgSubItemTitleTxt">Minutes:</p>\n{_word(shown, notice)}')
    cell = f'<p  class="mgAiTitleTxt" ><a name="AI{_id(item.number or "0")}" aria-disabled="true"></a>{item.number}.</p>'
    return f'<tr>\n\n<td  class="mgItemNumberCell" >{cell}</td>\n\n<td >\n\n{"".join(parts)}\n</td>\n</tr>\n'


def _document(entry: str, meeting_id: str, css: str = "") -> str:
    name, size = (part.strip() for part in entry.rsplit(" / ", 1))
    address = f"documents/s{meeting_id}00/{name}.pdf".replace(" ", "%20")
    style = f' class="{css}" ' if css else ""
    icon = '<img height="12" src="mgimages/logo-pdf-1.gif" width="12" alt="pdf icon" />'
    return (
        f'<a {style}  href="{_escape(address)}"  title="Link&#32;to&#32;document&#32;pdf&#32;file">{_escape(name)} '
        f'<span  class="mgFileSize" >{icon} PDF {size}</span> </a>'
    )


def _word(blocks: tuple[Block, ...], notice: str = "") -> str:
    if not blocks:
        return ""
    paragraphs = [_table(run) if run[0].cells else _paragraph(run[0]) for run in runs(blocks)]
    if notice:
        paragraphs[-1] = paragraphs[-1].removesuffix("</p>") + notice + "</p>"
    joined = f"\n{_SPACER}\n".join(paragraphs)
    return f'<div class="mgWordPara"><div class="WordSection1">\n{joined}\n{_SPACER}\n</div>\n</div>\n'


def _table(rows: tuple[Block, ...]) -> str:
    cell = '<td valign="top" style="border:solid windowtext 1.0pt">\n<p class="MsoNormal">{}</p>\n</td>'
    lines = ["<tr>\n" + "\n".join(cell.format(_rich(text)) for text in row.cells) + "\n</tr>" for row in rows]
    return '<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0">\n' + "\n".join(lines) + "\n</table>"


def _paragraph(block: Block) -> str:
    if block.kind in ("limb", "bullet"):
        mark = block.label or "·"
        gap = '<span style=\n"font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;</span>'
        return (
            '<p class="MsoListParagraphCxSpMiddle" style="text-align:justify;text-indent:-18.0pt">\n'
            f'<span style=""><span style="">{mark}{gap}</span></span>\n{_rich(block.text)}</p>'
        )
    text = _rich(block.text)
    if block.kind in ("subhead", "centre"):
        text = f"<b><u>{text}</u></b>"
    return f'<p class="MsoNormal" style="text-align:justify">{text}</p>'


def _rich(text: str) -> str:
    escaped = _escape(text.replace("[[cut]]", ""))
    escaped = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaped)
    wrapped = textwrap.fill(escaped, 68, break_long_words=False, break_on_hyphens=False)
    return _SPELLING.sub('<span class=\n"SpellE">\\1</span>', wrapped)


def _escape(text: str) -> str:
    named = {"’": "&rsquo;", "‘": "&lsquo;", "“": "&ldquo;", "”": "&rdquo;", "£": "&pound;", "–": "&ndash;"}
    escaped = html.escape(text, quote=False)
    for character, entity in named.items():
        escaped = escaped.replace(character, entity)
    return escaped


def _links(number: str, meeting: Meeting) -> str:
    title = "Link&#32;to&#32;attendance&#32;details"
    entries = [f'<li><a  href="mgMeetingAttendance.aspx?ID={number}"  title="{title}">Attendance details</a></li>']
    if meeting.items:
        for name, size in (("Agenda frontsheet", "251 KB"), ("Agenda reports pack", "3 MB"), ("Printed minutes", "96 KB")):
            entries.append(
                f'<li><a  href="documents/g{number}/{name}.pdf?T=1"   title="Link&#32;to&#32;{name.lower().replace(" ", "&#32;")}">{name}\n'
                f'<span  class="mgFileSize" ><img src="mgimages/logo-pdf-1.gif" alt="" /> PDF {size}</span> </a>\n</li>'
            )
    joined = "\n\n".join(entries)
    return f'<div class="mgLinks" >\n\n<ul  class="mgActionList" >\n\n{joined}\n\n</ul>\n</div>\n'


def _frame(meeting: Meeting, heading: str, title: str, body: str) -> str:
    day = meeting.date
    iso = day.isoformat() if day else ""
    menu = "\n".join(f'<li><a href="{href}" title="Link to {name.lower()}">{name}</a></li>' for href, name in _MENU.items())
    council = _escape(meeting.organisation or "")
    year = day.year if day else ""
    return f"""<!DOCTYPE html>

<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="DC.title"  content="{_escape(title)}"/>
<meta name="DC.date" scheme="W3CDTF"  content="{iso}"/>
<meta name="DC.subject" scheme="eGMS.IPSV"  content="Local government"/>
<link href="sitespecific/ssMgStyles.css" rel="stylesheet" type="text/css" />
<title>{_escape(title)} - {council}</title>
</head>
<body class="has-background-light">
<a class="sr-only" href="#mgMainContent">Skip to main content</a>
<header id="page-header"><div><img src="SiteSpecific/res/img/Logo.png" alt="{council} logo" /></div></header>
<div class="dropdown" id="mobile-menu"><div class="menu"><ul class="menu-list">
{menu}</ul></div></div>
<div role="main">
<a class="is-hidden" name="mgMainContent"></a>
<nav aria-label="Breadcrumb" class="breadcrumb" id="breadcrumb-holder"><ul><li><a href="/">Home</a></li><li>{heading}</li></ul></nav>
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >{heading}</h1></div>
{body}<div class="mgFooter" >
<p>&nbsp;</p>
<script type="text/javascript" src="mgAjaxScripts.js"></script>
</div></div>
<nav class="column is-one-quarter" id="side-nav">
<div class="menu"><ul class="menu-list">
{menu}</ul></div>
</nav>
</div>
<footer id="page-footer" class="footer"><small>&copy; {year} {council}. All rights reserved.</small></footer>
</body>
</html>
"""
