"""The items of a document put together from what stands in each: speech, questions, resolutions, actions, references."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from minutes_miner.assemble.absent import without_absent
from minutes_miner.assemble.actions import read_actions
from minutes_miner.assemble.confidence import Rater, rules_by_id
from minutes_miner.assemble.deadlines import Deadlines, due_finder
from minutes_miner.assemble.entries import TaskWords
from minutes_miner.assemble.header import Header
from minutes_miner.assemble.holders import holder_titles
from minutes_miner.assemble.item_spans import ItemSpan, goes_through_earlier, title_words
from minutes_miner.assemble.log_lines import log_lines
from minutes_miner.assemble.one_owner import with_one_name
from minutes_miner.assemble.other_dates import other_dates
from minutes_miner.assemble.passing import Deciders
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.placed_rows import Rows, placed_rows
from minutes_miner.assemble.questions import read_questions
from minutes_miner.assemble.references import own_numbering, read_references
from minutes_miner.assemble.resolutions import ResolutionRules, read_resolutions
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import contributions_of, read_speech, speakers_of
from minutes_miner.assemble.summaries import told_once
from minutes_miner.assemble.tables import Grid
from minutes_miner.model import AgendaItem, Attachment, Block, Document, Evidence, Question, Truncation
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.text import normal

# What is no record of a meeting's business: the agenda's own text, the masthead, a box that interrupts the text.
_NOT_THE_RECORD = frozenset({"agenda", "masthead", "aside", "number", "title"})
_START, _END = attrgetter("start"), attrgetter("end")


Placed = TypeVar("Placed", Block, Attachment, Truncation)


class _Rules(NamedTuple):
    """The rules by which items are read."""

    resolutions: ResolutionRules
    words: TaskWords
    by_id: Mapping[str, Rule]


class Assembler:
    """Assembles the items of one document, which share its people, tables and rules."""

    def __init__(
        self, document: Document, script: Sequence[Sentence], tables: Sequence[Grid], people: People, book: RuleBook, header: Header
    ) -> None:
        self.document, self.script, self.tables, self.people, self.header = document, script, tables, people, header
        self.rules = _Rules(ResolutionRules.of(book), TaskWords.of(book), rules_by_id(book))
        dates = header.date, header.next_meeting, header.calendar, header.body, header.others
        self.deadlines = Deadlines(*dates, due_finder(book), other_dates(book))
        names = tuple([n for n in (header.committee, header.organisation) if n])
        self.deciders = Deciders(names, header.date.year if header.date else None)
        titles = title_words(book.words)
        self.arising, self.earlier = titles.arising, titles.earlier
        self.numbering: tuple[re.Pattern[str], ...] = ()  # what finds the document's own numbers in running text
        # Of the publisher's items: the blocks of their record, the documents linked to them, and where one is shown only in part.
        self.blocks = _by_item(block for block in document.blocks if block.role not in _NOT_THE_RECORD)
        self.attached = _by_item(document.attachments)
        self.truncated = _by_item(document.truncations)

    def items(self, spans: Sequence[ItemSpan]) -> tuple[AgendaItem, ...]:
        """The items of the document, whose places are ``spans``."""
        placed = placed_rows(self.document, self.tables, spans, self.earlier)
        self.numbering = own_numbering(span.number for span in spans)
        holders = holder_titles(self.document, spans)
        items = told_once([self._item(span, placed[i], under) for i, (span, under) in enumerate(zip(spans, holders, strict=True))])
        return with_one_name(items, self.people)

    def _item(self, span: ItemSpan, rows: Rows, under: str) -> AgendaItem:
        blocks = self._blocks(span)
        sentences = self._sentences(span, blocks)
        turns = read_speech(sentences, self.people)
        truncated = next(iter(self.truncated.get(span.publisher_item, ())), None)
        rater = Rater(self.rules.by_id, truncated.start if truncated else None)
        questions = read_questions(turns, self.people, rater)
        decided = read_resolutions(self.document, turns, blocks, self.people, self.rules.resolutions, rater)
        logged = list(log_lines(self.document, blocks, self.rules.words)) if goes_through_earlier(span.title, self.arising) else []
        told = {block.start: line.evidence.end for block, line in logged}
        open_turns = [turn for turn in turns if turn.sentence.start >= told.get(turn.sentence.block.start, 0)] if told else turns
        actions = read_actions(open_turns, decided, rows[0], self.rules.resolutions.tasks, self.rules.words, self.deadlines, rater)
        references = read_references(sentences, numbering=self.numbering, held=self.header.date, own=span.number)
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
            progress=(*rows[1], *(line for _, line in logged)),
            attachments=tuple(self.attached.get(span.publisher_item, ())),
            truncated=truncated,
            under=under,
        )

    def _blocks(self, span: ItemSpan) -> list[Block]:
        """The blocks of an item that are its record; a decision block only where it adds to the minutes."""
        if span.publisher_item is not None:
            return self.blocks.get(span.publisher_item, [])
        blocks = self.document.blocks
        inside = blocks[bisect_right(blocks, span.body, key=_END) : bisect_left(blocks, span.end, key=_START)]
        return [b for b in inside if b.role not in _NOT_THE_RECORD]

    def _sentences(self, span: ItemSpan, blocks: Sequence[Block]) -> list[Sentence]:
        wanted = {b.start for b in blocks}
        first, last = bisect_right(self.script, span.body, key=_END), bisect_left(self.script, span.end, key=_START)
        inside = [s for s in self.script[first:last] if s.block.start in wanted]
        if inside:
            inside[0] = inside[0].clipped(span.body)
        inside = [self.deciders.here(s) if "resolution" in s.marks else s for s in inside]
        return [without_absent(s, self.people) if "action" in s.marks else s for s in inside]

    def _record(self, span: ItemSpan, blocks: Sequence[Block]) -> list[str]:
        text, body = self.document.text, span.body
        return [text[b.start if b.start > body else body : b.end].strip() for b in blocks]

    def _title_evidence(self, span: ItemSpan) -> Evidence:
        block = self.document.block_at(span.title_start)
        page, anchor = (block.page, block.anchor) if block else (None, None)
        return Evidence(span.title_start, span.title_end, span.rule, self.document.slice(span.title_start, span.title_end), page, anchor)


def _by_item(values: Iterable[Placed]) -> dict[int | None, list[Placed]]:
    """Those of the values that belong to one of the publisher's items, by its number."""
    found: dict[int | None, list[Placed]] = {}
    for value in values:
        if value.item is not None:
            found.setdefault(value.item, []).append(value)
    return found


def _is_title(question: Question, span: ItemSpan) -> bool:
    return normal(question.text) == normal(span.title)
