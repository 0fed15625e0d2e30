"""ModernGov meeting and item pages that were copied or saved as plain text, read as their HTML is (see ``moderngov``).

``moderngov_marks`` tells such a page from ordinary minutes, ``moderngov_openers`` finds its items. What stands above the page's
title, and ModernGov's menu below it, is left out. Text holds no links: documents and truncation notices come without a URL.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutes_miner.dates import find_dates
from minutes_miner.ingest.encoding import decode
from minutes_miner.ingest.moderngov_furniture import SUB_HEADINGS, is_menu_entry, split_file_size, without_link
from minutes_miner.ingest.moderngov_head import Head, MeetingLine, labelled, masthead_texts, meeting_line, split_item_number, status
from minutes_miner.ingest.moderngov_marks import TABLE_HEAD, Plan, find_plan, may_be_page
from minutes_miner.ingest.moderngov_openers import sub_heading
from minutes_miner.ingest.plain import TextReader
from minutes_miner.ingest.plain_lines import Line, split_lines
from minutes_miner.model import Attachment, Document, SourceMeta
from minutes_miner.text import fold

_HOUR = re.compile(r"\d{1,2}[.:]\d{2}\s*[ap]\.?\s?m\b", re.IGNORECASE)  # "2.00 p.m."; elsewhere "2.00" may be a paragraph's number
_NUMBER_DUE = re.compile(r"\((?:agenda )?item$", re.IGNORECASE)  # "(Agenda item", whose "5)" would pass for a list's label
_CAPTION = re.compile(r"items$", re.IGNORECASE)  # of the table of items
_LABEL_ALONE = re.compile(r"(?:venue|contact):$", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\) (?:copyright )?\d{4}|copyright ©", re.IGNORECASE)
_MENU_RUN = 3  # entries of the menu one under the other; one alone may be a heading of the minutes
_LINKS = 5  # lines under an item's title among which its links stand; further down "Meeting of ..." begins a sentence of the record
_LONGEST_LINE = 200  # characters of a meeting's line; committee and date come to about 150 at most


def read(data: bytes, *, source: str) -> Document | None:
    """A text that holds a ModernGov meeting or item page as a Document; None for any other text."""
    decoded = decode(data)
    if not may_be_page(decoded.text):
        return None
    lines, pages = split_lines(decoded.text)
    plan = find_plan(lines)
    if plan is None:
        return None
    page = _Page(lines, _page_end(lines, plan))
    meta = page.read_meeting(plan) if plan.kind == "meeting" else page.read_item(plan.first)
    return Document(
        source=source,
        format=f"moderngov-{plan.kind}",
        text=page.reader.builder.text,
        blocks=page.reader.builder.blocks,
        meta=meta,
        attachments=tuple(page.attachments),
        truncations=tuple(page.reader.truncations),
        pages=pages,
        notes=(decoded.note,) if decoded.note else (),
    )


def _page_end(lines: Sequence[Line], plan: Plan) -> int:
    """Index of the line that ends the page: ModernGov's menu or the site's copyright below the last item."""
    start = plan.openers[-1].title_at if plan.openers else plan.first + 1
    filled = [at for at in range(start + 1, len(lines)) if lines[at].text]
    for index, at in enumerate(filled):
        run = filled[index : index + _MENU_RUN]
        if _COPYRIGHT.match(lines[at].text) or (len(run) == _MENU_RUN and all(is_menu_entry(lines[each].text) for each in run)):
            return at
    return len(lines)


@dataclass
class _Page:
    """Reads the parts of a page into ``reader``'s document."""

    lines: list[Line]
    end: int  # index after its last line
    attachments: list[Attachment] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reader = TextReader(self.lines)

    def read_meeting(self, plan: Plan) -> SourceMeta:
        """Read a meeting page: its masthead, then item by item."""
        starts = [*(opener.at for opener in plan.openers), self.end]
        head = Head(plan.title, self._masthead(plan.first, starts[0], plan.title))
        for number, (opener, end) in enumerate(zip(plan.openers, starts[1:], strict=True), 1):
            self.reader.item = number
            words, after = self._joined(opener.title_at)
            self._heading(opener.number, self.lines[opener.at], "number")
            self._title(words if opener.title_at > opener.at else words.removeprefix(opener.number), self.lines[opener.title_at])
            self._contents(after, end, "agenda")
        return replace(self._meta(meeting_line(head.sub)), status=status(head))

    def read_item(self, first: int) -> SourceMeta:
        """Read an item page, its title in the line after ``first``; without "Minutes:" or "Decision:" all of it is the record."""
        at = next((at for at in range(first + 1, self.end) if self.lines[at].text), first)
        words, after = self._joined(at)
        title, number = split_item_number(split_file_size(words)[0])
        below = [each for each in range(after, self.end) if self.lines[each].text][:_LINKS]
        named = next((each for each in below if _names_meeting(self._joined(each)[0])), None)
        line = MeetingLine()
        if named is not None:
            text, _ = self._joined(named)
            line = meeting_line(text)
            self.reader.builder.add(text, role="masthead", page=self.lines[named].page)
        self.reader.item = 1
        self._heading(number or line.number or "", self.lines[at], "number")
        self._title(title, self.lines[at])
        recorded = any(SUB_HEADINGS[name] in ("minutes", "decision") for name in map(sub_heading, self.lines[after : self.end]) if name)
        self._contents(after, self.end, "agenda" if recorded else "minutes", named=named, documents_end=True)
        return replace(self._meta(line), item_number=number or line.number, item_title=title or None)

    def _joined(self, at: int) -> tuple[str, int]:
        """The paragraph that begins at a line, and the index after it; a line broken before its hour or item number goes on."""
        end = self.reader.paragraph_end(at)
        if end < self.end and (_HOUR.match(self.lines[end].text) or _NUMBER_DUE.search(self.lines[end - 1].text)):
            end += 1
        return fold(" ".join(line.text for line in self.lines[at:end])), end

    def _heading(self, text: str, line: Line, role: str, *, level: int = 0) -> None:
        self.reader.builder.add(fold(text), kind="heading", role=role, level=level, item=self.reader.item, page=line.page)

    def _title(self, text: str, line: Line) -> None:
        shown, size = split_file_size(fold(text))
        if size:
            self.attachments.append(Attachment(shown, None, size, self.reader.item))
        self._heading(shown, line, "title")

    def _masthead(self, first: int, end: int, title: str) -> str:
        """Read title lines, venue and contact (a label alone on its line takes the next); the line that names the meeting, or ""."""
        named, label = "", ""
        if title and (above := [at for at in range(first) if self.lines[at].text]) and _is_meeting_line(self.lines[above[-1]].text):
            first = above[-1]
        at = first
        while at < end:
            line = self.lines[at]
            text, after = self._joined(at)
            text = without_link(label + text)
            label = ""
            if _LABEL_ALONE.match(text):
                label = f"{text} "
            elif text == title or (not named and _is_meeting_line(text)):
                named = named if text == title else text
                self._heading(text, line, "masthead", level=1 if text == title else 2)
            elif not (TABLE_HEAD.match(text) or _CAPTION.match(text) or self._take_document(text)):
                self.reader.builder.add(text, role="masthead", page=line.page)
            at = after
        return named

    def _contents(self, start: int, end: int, role: str, *, named: int | None = None, documents_end: bool = False) -> None:
        """Read an item's lines, each under the role that the sub-heading above it gives; ``named``: the line of the meeting.

        ``documents_end``: a list of documents ends the record until the next sub-heading, as it does on an item page.
        """
        first, shown, listing = start, True, False
        for at in range(start, end + 1):
            text = self.lines[at].text if at < end else ""
            name = sub_heading(self.lines[at]) if text else None
            document = (listing or role == "agenda") and split_file_size(text)[1] is not None
            link = bool(text) and (at == named or not without_link(text))
            if at < end and not (name or document or link):
                continue
            if shown:
                self.reader.role = role
                self.reader.read(first, at)
            first = self._joined(at)[1] if at == named else at + 1
            if document:
                self._take_document(text)
            elif name:
                listing = SUB_HEADINGS[name] is None
                role, shown = SUB_HEADINGS[name] or role, not (listing and documents_end)

    def _take_document(self, text: str) -> bool:
        """Keep a line that names a document and its size ("Agenda frontsheet PDF 87 KB") as an attachment."""
        title, size = split_file_size(fold(text))
        if size:
            self.attachments.append(Attachment(title, None, size, self.reader.item))
        return size is not None

    def _meta(self, line: MeetingLine) -> SourceMeta:
        texts = masthead_texts(self.reader.builder.text, self.reader.builder.blocks)
        venue, contact = labelled(texts, "(?:proposed )?venue"), labelled(texts, "contact(?: officer)?")
        return SourceMeta(committee=line.committee, date=line.date, time=line.time, venue=venue, contact=contact)


def _is_meeting_line(text: str) -> bool:
    """Whether a line of the masthead names committee and day."""
    line = meeting_line(text) if len(text) <= _LONGEST_LINE else MeetingLine()
    return line.date is not None and line.committee is not None and ":" not in line.committee


def _names_meeting(text: str) -> bool:
    """Whether a line is an item page's link to its meeting: "Meeting of Cabinet, Thursday 17 November 2016 (Item 5)"."""
    return text.startswith("Meeting of ") and len(text) <= _LONGEST_LINE and bool(find_dates(text))
