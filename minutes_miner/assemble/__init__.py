"""Assembly: mentions and blocks, read in document order, become a Meeting.

``read_frame`` reads what stands around the business (header and attendance); the names it gives help to find mentions;
``assemble`` then puts the record together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from minutes_miner.assemble.actions import read_actions
from minutes_miner.assemble.agenda import find_items, whole_record
from minutes_miner.assemble.attendance import AttendanceReading, read_attendance
from minutes_miner.assemble.classify import classify
from minutes_miner.assemble.confidence import Rater, rules_by_id
from minutes_miner.assemble.deadlines import Deadlines, due_finder
from minutes_miner.assemble.entries import TaskWords
from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.assemble.header import Header, read_header
from minutes_miner.assemble.item_spans import Head, ItemSpan, title_words
from minutes_miner.assemble.passing import Deciders
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.questions import read_questions
from minutes_miner.assemble.references import own_numbering, read_references
from minutes_miner.assemble.resolutions import ResolutionRules, read_resolutions
from minutes_miner.assemble.script import Sentence, build_script
from minutes_miner.assemble.speech import contributions_of, read_speech, speakers_of
from minutes_miner.assemble.statements import Statement
from minutes_miner.assemble.tables import Grid, action_rows, grids, kept_tables, progress_rows
from minutes_miner.assemble.unsettled import open_points
from minutes_miner.model import (
    IN_ATTENDANCE,
    PRESENT,
    AgendaItem,
    Block,
    Document,
    Evidence,
    Meeting,
    Mention,
    Progress,
    Question,
    Unsettled,
)
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import normal

# What is no record of a meeting's business: the agenda's own text, the masthead, a box that interrupts the text.
_NOT_THE_RECORD = frozenset({"agenda", "masthead", "aside", "number", "title"})
# The lines that name the body, the meeting and the day; further down a heading is one of business.
_HEAD_BLOCKS = 8
_HEAD_SHARE = 0.4  # of the text: lists of those present further down belong to an item

_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True)
class Frame:
    """What stands around the business of a document: who met, when, and who was there."""

    header: Header
    attendance: AttendanceReading
    text: str

    @cached_property
    def people(self) -> People:
        """The document's people as its attendance list gives them; ``assemble`` adds those whom the record names."""
        return People(self.attendance.attendees, self.text)

    def head(self, document: Document) -> Head:
        """The head of the document; its ends are 0 where it does not stand at the top."""
        top = document.blocks[_HEAD_BLOCKS - 1].end if len(document.blocks) >= _HEAD_BLOCKS else len(document.text)
        named = (e.end for field, e in self.header.evidence if field in ("organisation", "committee", "date"))
        names = max((end for end in named if end <= top), default=0)
        lowest = len(document.text) * _HEAD_SHARE
        there = [a.evidence.end for a in self.attendance.attendees if a.evidence and a.status in (PRESENT, IN_ATTENDANCE)]
        people = max([end for end in there if end <= lowest], default=names)
        return Head(names, people, frozenset(normal(name) for name in (self.header.organisation, self.header.committee) if name))

    def known_names(self) -> tuple[str, ...]:
        """Names, forenames and initials by which the record may call those attending."""
        return self.people.known_names()


def read_frame(document: Document, book: RuleBook) -> Frame:
    """The header and attendance of ``document``."""
    rules = FrameRules.of(book)
    header = read_header(document, rules=rules)
    return Frame(header, read_attendance(document, header, rules=rules), document.text)


def assemble(document: Document, mentions: Sequence[Mention], frame: Frame, book: RuleBook) -> Meeting:
    """The record of one document."""
    spans = find_items(document, title_words(book.words), head=frame.head(document))
    script = build_script(document, mentions)
    tables = grids(document)
    assembler = _Assembler(document, script, tables, frame.people, book, frame.header)
    items = assembler.items(spans)
    decisions = sum(len(i.resolutions) + len(i.actions) for i in items)
    kind, reason = classify(document, frame.header, n_items=len(items), n_decisions=decisions, rules=FrameRules.of(book))
    headless = kind == "minutes" and not items and frame.header.date is not None
    if headless:
        items = assembler.items([whole_record(document)])
    if kind == "minutes" and not items and frame.header.date is None:
        kind, reason = "other", f"neither a date nor an item of business was found, although {reason}"
    if kind in ("report", "other"):
        items = ()
    meeting = _meeting(document, frame, items, tables, kind, reason)
    if headless:
        why = "no headings or numbers divide these minutes into items: all of it is shown as one item without a title"
        meeting = replace(meeting, unsettled=(*meeting.unsettled, Unsettled("items", document.source, why, None)))
    return meeting


def _meeting(document: Document, frame: Frame, items: tuple[AgendaItem, ...], tables: Sequence[Grid], kind: str, reason: str) -> Meeting:
    header, attendance = frame.header, frame.attendance
    return Meeting(
        source=document.source,
        format=document.format,
        document_class=kind,
        class_reason=reason,
        organisation=header.organisation,
        committee=header.committee,
        date=header.date,
        time=header.time,
        venue=header.venue,
        contact=header.contact,
        status=header.status,
        title=header.title,
        url=document.meta.url,
        digest=document.digest,
        next_meeting=header.next_meeting,
        attendance=attendance.attendees,
        items=items,
        unsettled=(*header.unsettled, *attendance.unsettled, *open_points(items, document)),
        attachments=tuple(a for a in document.attachments if a.item is None),
        tables=kept_tables(tables),
        matrices=attendance.matrices,
        header_evidence=tuple(header.evidence),
        notes=document.notes,
        words=len(document.text.split()),
        pages=document.pages,
    )


@dataclass
class _Assembler:
    """Assembles the items of one document, which share its people, tables and rules."""

    document: Document
    script: Sequence[Sentence]
    tables: Sequence[Grid]
    people: People
    book: RuleBook
    header: Header
    numbering: re.Pattern[str] | None = None  # what finds the document's own numbers in running text

    @cached_property
    def deciders(self) -> Deciders:
        """Whose decisions the record holds."""
        names = tuple(n for n in (self.header.committee, self.header.organisation) if n)
        return Deciders(names, self.header.date.year if self.header.date else None)

    def items(self, spans: Sequence[ItemSpan]) -> tuple[AgendaItem, ...]:
        header = self.header
        deadlines = Deadlines(header.date, header.next_meeting, header.calendar, header.body, header.others, due_finder(self.book))
        placed = self._placed_rows(spans)
        self.numbering = own_numbering(span.number for span in spans)
        return tuple(self._item(span, placed.get(i, ([], [])), deadlines) for i, span in enumerate(spans))

    def _item(self, span: ItemSpan, rows: tuple[list[Statement], list[Progress]], deadlines: Deadlines) -> AgendaItem:
        blocks = self._blocks(span)
        sentences = self._sentences(span, blocks)
        rules = ResolutionRules.of(self.book)
        turns = read_speech(sentences, self.people)
        truncated = next((t for t in self.document.truncations if t.item is not None and t.item == span.publisher_item), None)
        rater = Rater(rules_by_id(self.book), truncated.start if truncated else None)
        questions = read_questions(turns, self.people, rater)
        decided = read_resolutions(self.document, turns, blocks, self.people, rules, rater)
        actions = read_actions(turns, decided, rows[0], rules, TaskWords.of(self.book), deadlines, rater)
        references = read_references(sentences, numbering=self.numbering, held=self.header.date)
        own = {action.reference for action in actions if action.reference}  # a number that this item gives refers to no other
        return AgendaItem(
            number=span.number,
            title=span.title,
            evidence=self._title_evidence(span),
            agenda_number=span.agenda_number,
            minute_number=span.minute_number,
            text="\n".join(self._record(span, blocks)),
            speakers=speakers_of(turns),
            contributions=contributions_of(turns),
            questions=tuple([q for q in questions if not _is_title(q, span)]),
            resolutions=tuple([each.resolution for each in decided]),
            actions=actions,
            references=tuple([each for each in references if each.number not in own]),
            progress=tuple(rows[1]),
            attachments=tuple(a for a in self.document.attachments if a.item is not None and a.item == span.publisher_item),
            truncated=truncated,
        )

    def _blocks(self, span: ItemSpan) -> list[Block]:
        """The blocks of an item that are its record; a decision block only where it adds to the minutes."""
        if span.publisher_item is not None:
            return self.by_item[span.publisher_item]
        blocks = self.document.blocks
        inside = blocks[bisect_right(blocks, span.body, key=_END) : bisect_left(blocks, span.end, key=_START)]
        return [b for b in inside if b.role not in _NOT_THE_RECORD]

    @cached_property
    def by_item(self) -> Mapping[int | None, list[Block]]:
        """The blocks of the record of each of the publisher's items."""
        found: defaultdict[int | None, list[Block]] = defaultdict(list)
        for block in self.document.blocks:
            if block.role not in _NOT_THE_RECORD:
                found[block.item].append(block)
        return found

    def _sentences(self, span: ItemSpan, blocks: Sequence[Block]) -> list[Sentence]:
        wanted = {b.start for b in blocks}
        first, last = bisect_right(self.script, span.body, key=_END), bisect_left(self.script, span.end, key=_START)
        inside = [s for s in self.script[first:last] if s.block.start in wanted]
        if inside:
            inside[0] = inside[0].clipped(span.body)
        return [self.deciders.here(s) if "resolution" in s.kinds else s for s in inside]

    def _record(self, span: ItemSpan, blocks: Sequence[Block]) -> list[str]:
        return [self.document.slice(max(b.start, span.body), b.end).strip() for b in blocks]

    def _title_evidence(self, span: ItemSpan) -> Evidence:
        block = self.document.block_at(span.title_start)
        page, anchor = (block.page, block.anchor) if block else (None, None)
        return Evidence(span.title_start, span.title_end, span.rule, self.document.slice(span.title_start, span.title_end), page, anchor)

    def _placed_rows(self, spans: Sequence[ItemSpan]) -> dict[int, tuple[list[Statement], list[Progress]]]:
        """The rows of action tables and logs under the item that their reference names, else the item that holds the table."""
        placed: dict[int, tuple[list[Statement], list[Progress]]] = {i: ([], []) for i in range(len(spans))}
        if not spans:
            return {}
        for grid in self.tables:
            holder = next((i for i in reversed(range(len(spans))) if spans[i].start <= grid.start), 0)
            for statement in action_rows(grid):
                named = _item_named(statement.reference, spans)
                placed[holder if named is None else named][0].append(statement)
            for line in progress_rows(grid):
                placed[holder][1].append(line)
        return placed


def _item_named(reference: str | None, spans: Sequence[ItemSpan]) -> int | None:
    """The one item whose number a table's reference names ("07/2021" for "FGB 07/2021", "14c/2021" for an entry of "FGB 14/2021")."""
    if not reference:
        return None
    plain = _plain(reference)
    named = [i for i, s in enumerate(spans) if s.number and (_plain(s.number) == plain or _plain(s.number).endswith(" " + plain))]
    return named[0] if len(named) == 1 else None


def _plain(number: str) -> str:
    """A number without the letters of its entries: "14c/2021" -> "14 2021"."""
    words = normal(number).split()
    return " ".join(w.rstrip("abcdefghij") if w[0].isdigit() else w for w in words)


def _is_title(question: Question, span: ItemSpan) -> bool:
    return normal(question.text) == normal(span.title)
