"""ModernGov (Civica), the publisher of most UK council minutes: its pages, told apart by their mark-up.

============ ======================================================== ==================
page          known by                                                 format
============ ======================================================== ==================
meeting       the table of agenda items, or a dated heading with venue  moderngov-meeting
item          heading "Agenda item"                                     moderngov-item
issue         headings "Issue - meetings", "Issue - decisions"          moderngov-item
decision      heading "Decision details"                                moderngov-item
any other     lists of meetings and committees, attendance, votes       moderngov-list
============ ======================================================== ==================

An issue page follows one matter over several meetings: each is an item of its own, its meeting's line a masthead block.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from minutes_miner.dates import find_dates
from minutes_miner.ingest.layout import Para
from minutes_miner.ingest.markup import Page, has_class, parse_page
from minutes_miner.ingest.moderngov_head import (
    Head,
    date_note,
    labelled,
    masthead_texts,
    meeting_line,
    named_meeting,
    organisation,
    read_head,
    split_item_number,
    status,
)
from minutes_miner.ingest.moderngov_items import IssueReader, ItemReader, documents_in
from minutes_miner.ingest.page_blocks import PageBlocks
from minutes_miner.ingest.wrong_page import refuse_wrong_page
from minutes_miner.model import Document, SourceMeta

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MARKS = (b"mgMainTitleTxt", b"mgSubTitleTxt", b"mgItemTable", b"mgAiTitleTxt", b"mgWordPara", b'id="modgov"', b"id='modgov'")
_HAS_SUB_TITLES = etree.XPath("boolean(/descendant::*[contains(@class, 'mgSubItemTitleTxt')])")
_PAGES = (  # h1.mgMainTitleTxt of the pages, English and Welsh
    (re.compile(r"^issue\b|^mater\b", re.IGNORECASE), "issue"),
    (re.compile(r"decision details|manylion y penderfyniad", re.IGNORECASE), "decision"),
    (re.compile(r"agenda item|eitem (?:ar yr )?agenda", re.IGNORECASE), "item"),
    (re.compile(r"attendance|voting record|recorded vote|browse|committee|calendar|details", re.IGNORECASE), "list"),
)


def recognises(data: bytes) -> bool:
    """Whether the bytes of a page carry ModernGov's mark-up."""
    return any(mark in data for mark in _MARKS)


def read(data: bytes, *, source: str) -> Document:
    """A ModernGov page as a Document; see the table above for its format.

    Raises EmptySource, Damaged, and NotTheMinutes for its error and sign-in pages.
    """
    page = parse_page(data, source=source)
    refuse_wrong_page(page, source=source)
    head = read_head(page.root)
    kind = _page_kind(page.root, head)
    reader = _read_issue(page, head, kind) if kind in ("issue", "decision") else _read_page(page, head, kind)
    builder = reader.blocks.builder
    meta = _meta(page, head, kind, reader)
    notes = [*page.notes, date_note(page, meta.date) if kind == "meeting" else None]
    if isinstance(reader, IssueReader) and len(reader.lines) > 1:
        notes.append(f"the page follows one issue over {len(reader.lines)} meetings: {'; '.join(reader.lines)}")
    return Document(
        source=source,
        format={"meeting": "moderngov-meeting", "list": "moderngov-list"}.get(kind, "moderngov-item"),
        text=builder.text,
        blocks=builder.blocks,
        meta=meta,
        attachments=tuple(reader.attachments),
        truncations=tuple(reader.truncations),
        notes=tuple(note for note in notes if note),
    )


def _page_kind(root: Element, head: Head) -> str:
    named = next((kind for pattern, kind in _PAGES if pattern.search(head.main)), None)
    if named in ("issue", "decision"):  # their meetings' items stand in item tables too
        return named
    if any(map(_is_of_items, root.iter("table", "td"))):
        return "meeting"
    if named:
        return named
    if find_dates(head.sub):
        return "meeting"  # a cancelled meeting, or one without an agenda yet
    return "item" if _HAS_SUB_TITLES(root) else "list"


def _is_of_items(element: Element) -> bool:
    """Whether the element is the table of items or a cell of it."""
    name = "mgItemTable" if element.tag == "table" else "mgItemNumberCell"
    return name in (element.get("class") or "") or (element.tag == "table" and element.get("id") == name)


def _read_page(page: Page, head: Head, kind: str) -> ItemReader:
    """A meeting, item or list page; its title lines first."""
    reader = ItemReader(page, blocks=PageBlocks(role="masthead"), alone=kind == "item")
    if kind == "item":
        named = named_meeting(page.root)
        title, number = split_item_number(head.sub)
        for line in (named,) if named else ():
            reader.blocks.para(Para(line), None)
        reader.begin(number or (meeting_line(named).number if named else None))
        reader.title(title)
    else:
        for level, line in enumerate((head.main, head.sub), 1):
            reader.blocks.para(Para(line, kind="heading", style=f"h{level}", level=level), None)
        if kind == "list" and "attendance" not in head.main.lower():
            reader.blocks.role = "body"  # dates of other meetings, names of committees: no part of a meeting's head
        reader.attachments += [found for links in _by_class(page.root, "mgLinks") for found in documents_in(links, page, None)]
    for part in _contents(page.root):
        reader.read(part)
    reader.end()
    return reader


def _read_issue(page: Page, head: Head, kind: str) -> IssueReader:
    decides = kind == "decision" or "decision" in head.main.lower()
    reader = IssueReader(
        page, blocks=PageBlocks(role="masthead"), alone=True, first_role="decision" if decides else "agenda", issue_title=head.sub
    )
    if kind == "decision":
        reader.begin()
        reader.title(head.sub or head.main)
    for part in _contents(page.root):
        reader.read(part)
    reader.end()
    return reader


def _by_class(root: Element, name: str) -> list[Element]:
    return [part for part in root.iter("div", "table") if has_class(part, name)]


def _contents(root: Element) -> list[Element]:
    """The parts of the page that ModernGov fills: div.mgContent, or what stands in for it on sites that renamed it."""
    found = [part for part in _by_class(root, "mgContent") if not any(has_class(above, "mgContent") for above in part.iterancestors())]
    return found or root.xpath("//*[@id='modgov']")[:1] or _by_class(root, "mgItemTable") or root.xpath("//*[@role='main'] | //body")[:1]


def _meta(page: Page, head: Head, kind: str, reader: ItemReader) -> SourceMeta:
    texts = masthead_texts(reader.blocks.builder.text, reader.blocks.builder.blocks)
    meta = SourceMeta(
        title=page.metas.get("dc.title") or page.title,
        organisation=organisation(page, head),
        url=page.url,
        venue=labelled(texts, "(?:proposed )?venue|lleoliad"),
        contact=labelled(texts, "contact(?: officer)?|cyswllt"),
    )
    if kind in ("meeting", "list"):
        line = meeting_line(head.sub)
        committee = line.committee or (head.sub or None)
        return replace(
            meta,
            committee=committee,
            date=line.date or (page.metas.get("dc.date") if kind == "meeting" else None),
            time=line.time,
            status=status(head) if kind == "meeting" else None,
        )
    return replace(meta, **_item_meta(page, head, reader, texts))


def _item_meta(page: Page, head: Head, reader: ItemReader, texts: list[str]) -> dict[str, str | None]:
    """What an item, issue or decision page says of its item and its meeting; a meeting is named only where there is just one."""
    title, number = split_item_number(head.sub)
    lines = reader.lines if isinstance(reader, IssueReader) else [named_meeting(page.root) or ""]
    decided = labelled(texts, "decided at meeting")
    line = meeting_line(lines[0] if len(lines) == 1 else decided or "")
    date = line.date or labelled(texts, "date of decision")
    return {"committee": line.committee, "date": date, "time": line.time, "item_number": number or line.number, "item_title": title or None}
