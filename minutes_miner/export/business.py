"""The tables of what happened under each item: questions, resolutions, speakers, and the items themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from minutes_miner.export.entries import Entry, items_of, of_meeting
from minutes_miner.export.places import EVIDENCE, MEETING, PLACE, SOURCE, confidence_columns
from minutes_miner.export.promises import Asked, asked
from minutes_miner.export.spec import Cell, Column, Register, Table, fill
from minutes_miner.model import AgendaItem, Resolution, Speaker, Vote

_NO_VOTE = Vote(text="")


def questions_table(register: Register) -> Table:
    """Every question with who asked it, who answered, the answer as recorded, and what became of a promise in it."""
    kept = () if register.ledger is None else _KEPT
    return fill("questions", "Questions", (*_QUESTIONS, *kept, *_QUESTION_FOUND), asked(register))


def resolutions_table(register: Register) -> Table:
    """Every limb of every resolution, with mover, seconder and vote."""
    rows = (
        of_meeting(meeting, one, evidence=one.evidence, item=item)
        for meeting, item in items_of(register.meetings)
        for one in item.resolutions
    )
    return fill("resolutions", "Resolutions", _RESOLUTIONS, rows)


def speakers_table(register: Register) -> Table:
    """Who spoke under which item: contributions counted, and the words of the sentences that report them."""
    return fill("speakers", "Speakers", _SPEAKERS, _turns(register))


def items_table(register: Register) -> Table:
    """Every agenda item with how much was found under it, and its record."""
    rows = (of_meeting(meeting, item, evidence=item.evidence, item=item) for meeting, item in items_of(register.meetings))
    return fill("items", "Agenda items", _ITEMS, rows)


def _turns(register: Register) -> Iterator[Entry[tuple[Speaker, int, int]]]:
    for meeting, item in items_of(register.meetings):
        turns = Counter(one.speaker for one in item.contributions)
        words: Counter[str] = Counter()
        for one in item.contributions:
            words[one.speaker] += len(one.text.split())
        for speaker in item.speakers:
            names = {speaker.name, *speaker.aliases}
            counted = (speaker, sum(turns[name] for name in names), sum(words[name] for name in names))
            yield of_meeting(meeting, counted, evidence=speaker.evidence, item=item)


def _vote(row: Entry[Resolution]) -> Vote:
    return row.value.vote or _NO_VOTE


def _unanimous(row: Entry[Resolution]) -> Cell:
    """Whether nobody voted against; None where no vote is recorded."""
    return _vote(row).unanimous or _vote(row).nem_con if row.value.vote else None


def _files(row: Entry[AgendaItem]) -> Cell:
    return "; ".join(one.title for one in row.value.attachments) or None


def _cut_short(row: Entry[AgendaItem]) -> Cell:
    cut = row.value.truncated
    return (cut.url or f"see the minutes of item {cut.label}") if cut else None


_QUESTIONS: tuple[Column[Entry[Asked]], ...] = (
    *PLACE,
    Column("question", "Question", 56, lambda row: row.value.question.text, wrap=True),
    Column("asked_by", "Asked by", 24, lambda row: row.value.question.asked_by, wrap=True),
    Column("answered_by", "Answered by", 24, lambda row: row.value.question.answered_by, wrap=True),
    Column("answer", "Answer", 60, lambda row: row.value.question.answer, wrap=True),
    Column("reply", "Reply", 20, lambda row: row.value.reply),
)
_KEPT: tuple[Column[Entry[Asked]], ...] = (
    Column("promise", "Promise in it", 16, lambda row: row.value.state, wrap=True),
    Column("kept_by", "How it was kept", 40, lambda row: row.value.kept_by, wrap=True),
)
_QUESTION_FOUND: tuple[Column[Entry[Asked]], ...] = (*confidence_columns(lambda row: row.value.question), *EVIDENCE)
_RESOLUTIONS: tuple[Column[Entry[Resolution]], ...] = (
    *PLACE,
    Column("label", "Limb", 7, lambda row: row.value.label),
    Column("resolution", "Resolution", 60, lambda row: row.value.text, wrap=True),
    Column("type", "Type", 13, lambda row: row.value.type),
    Column("moved_by", "Moved by", 22, lambda row: row.value.moved_by, wrap=True),
    Column("seconded_by", "Seconded by", 22, lambda row: row.value.seconded_by, wrap=True),
    Column("vote", "Vote (words)", 22, lambda row: _vote(row).text or None, wrap=True),
    Column("votes_for", "For", 7, lambda row: _vote(row).in_favour, "number"),
    Column("votes_against", "Against", 8, lambda row: _vote(row).against, "number"),
    Column("votes_abstained", "Abstained", 10, lambda row: _vote(row).abstained, "number"),
    Column("unanimous", "Unanimous", 11, _unanimous, "bool"),
    Column("outcome", "Outcome", 10, lambda row: _vote(row).outcome),
    Column("procedural", "Procedural", 11, lambda row: row.value.procedural, "bool"),
    *confidence_columns(lambda row: row.value),
    *EVIDENCE,
)
_SPEAKERS: tuple[Column[Entry[tuple[Speaker, int, int]]], ...] = (
    *PLACE,
    Column("speaker", "Speaker", 28, lambda row: row.value[0].name, wrap=True),
    Column("role", "Role", 28, lambda row: row.value[0].role, wrap=True),
    Column("aliases", "Also called", 28, lambda row: "; ".join(row.value[0].aliases) or None, wrap=True),
    Column("contributions", "Contributions", 13, lambda row: row.value[1], "number"),
    Column("words", "Words reported", 10, lambda row: row.value[2], "number"),
    *EVIDENCE,
)
# An item's record may run to pages: it is kept on one line (not wrapped), so that the list of items stays readable.
_ITEMS: tuple[Column[Entry[AgendaItem]], ...] = (
    *MEETING,
    Column("number", "Minute no.", 11, lambda row: row.number),
    Column("agenda_number", "Agenda no.", 10, lambda row: row.value.agenda_number),
    Column("item", "Item", 44, lambda row: row.title, wrap=True),
    Column("speakers", "Speakers", 9, lambda row: len(row.value.speakers), "number"),
    Column("questions", "Questions", 10, lambda row: len(row.value.questions), "number"),
    Column("resolutions", "Resolutions", 11, lambda row: len(row.value.resolutions), "number"),
    Column("actions", "Actions", 8, lambda row: len(row.value.actions), "number"),
    Column("attachments", "Documents attached", 34, _files, wrap=True),
    Column("cut_short", "Cut short, goes on at", 22, _cut_short, "link"),
    Column("level", "Level", 7, lambda row: row.value.level, "number", detail=True),
    Column("record", "Record", 60, lambda row: row.value.text or None, detail=True),
    Column("page", "Page", 7, lambda row: row.page, "number", detail=True),
    *SOURCE,
)
