"""Actions: from marks, the action column, action tables, resolutions that instruct, promises and requests; one row per deliverable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.assemble.absent import whose
from minutes_miner.assemble.answer_days import with_answer_days
from minutes_miner.assemble.beside import OWNER_ONLY, sets_task, settled, told_beside
from minutes_miner.assemble.confidence import Rater
from minutes_miner.assemble.deadlines import Deadlines
from minutes_miner.assemble.entries import TaskWords, read_entry
from minutes_miner.assemble.event_days import day_of_event
from minutes_miner.assemble.limb_tasks import Limbs, resolved_tasks
from minutes_miner.assemble.marks import find_mark, goes_on, initials_at_end, marked_sentence, owner_in_brackets, read_mark
from minutes_miner.assemble.only_told import is_ourselves
from minutes_miner.assemble.owners import SEVERAL, clean_owner, same_owner
from minutes_miner.assemble.resolutions import Decided
from minutes_miner.assemble.row_tasks import without_told_again
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement, merged
from minutes_miner.assemble.undertakings import read_undertaking
from minutes_miner.assemble.wordings import Classifier
from minutes_miner.model import Action

_JUST_AGREES = re.compile(r"(?:\s\w+)?\sagreed(?:\sto\s(?:do\s)?(?:this|so|it|that))?\.?")
_OFFERED = ("offered to ", "volunteered to ", "undertook to ")
_POINTS = re.compile(r"(?:that\s)?(?:this|these|it|they)\b", re.IGNORECASE)
# "Ms Bell said that this would be done", "Mr Ash undertook to see what could be done": an answer to the request before it.
_TAKES_UP = re.compile(
    r"\b(?:this|these|it|so|them|what\scould\sbe\sdone)\b|\b(?:confirmed|agreed|undertook|promised)\sthat\s(?:he|she|they)\s(?:would|will)\b"
)
# "Clerk to write." behind what was asked for: it adds only who is to see to it.
_SAYS_WHO = re.compile(
    r"(?:[\w’'-]+\.?\s){1,4}(?:to|will|would)\s(?:write|reply|respond|arrange|action|do\sso|do\sthis|see\sto\s(?:it|this))\.?"
)


def read_actions(
    turns: Sequence[Turn],
    decided: Sequence[Decided],
    rows: Sequence[Statement],
    tasks: Classifier,
    words: TaskWords,
    deadlines: Deadlines,
    rater: Rater,
) -> tuple[Action, ...]:
    """The actions of one item; ``rows``: those that action tables give for it; ``tasks`` knows the limbs that set one."""
    resolved = resolved_tasks(turns, decided, tasks, words) if decided else []
    told = _from_turns(turns, decided, rows, words)
    if not (rows or resolved or told):
        return ()
    if any(row.beside for row in rows):
        resolved, told = (without_told_again(each, rows) for each in (resolved, told))
    told = [s for s in settled(told, resolved, turns) if not words.is_outside(s.owner) and not _is_settled(s, words)]
    told = with_answer_days(told, resolved, turns, words) if resolved else told
    if resolved and any(s.origin in ("mark", "column", "table") for s in [*rows, *told]):
        # Where the minutes mark their actions, an agreed thing that names no doer is what a mark beside it says, and so is "this".
        resolved = [s for s in resolved if s.owner or not (s.in_passing or _POINTS.match(s.text))]
    return tuple([_action(s, deadlines, rater) for s in merged([*rows, *resolved, *told])])


def _is_settled(statement: Statement, words: TaskWords) -> bool:
    """Whether the meeting itself, or nobody in particular, settles a thing by deciding it: "Councillors agreed to pay the invoice"."""
    return (statement.owner is None or is_ourselves(statement.owner)) and words.by_deciding.settles(statement.text)


def _from_turns(turns: Sequence[Turn], decided: Sequence[Decided], rows: Sequence[Statement], words: TaskWords) -> list[Statement]:
    found: list[Statement] = []
    limbs = Limbs(decided) if decided else None
    tasked_block = -1  # the block of the last mark or task, in which further tasks may follow without one
    for i, turn in enumerate(turns):
        sentence = turn.sentence
        if sentence.block.role == "action":
            found += _from_column(i, turns, rows, words)
            continue
        if (
            found
            and sentence.opens_block
            and sentence.closes_block
            and words.is_closed(sentence.text)
            and _told_by(turns[i - 1], found[-1])
        ):
            found.pop()  # listed with what became of it: "Completed"
            continue
        mark = find_mark(sentence)
        marked = read_mark(i, turns, mark, words) if mark else []
        if marked or (mark and not mark.plain):
            tasked_block = sentence.block.start
            found += marked
        elif found and (due := _due_of(found[-1], turns[i - 1], sentence.text, words)):
            found[-1].due_text = due
        elif tasked_block == sentence.block.start and goes_on(sentence, words):
            found += marked_sentence(sentence, sentence.start, "action.mark", words, owner=found[-1].owner if found else None)
        elif found and _granted(turn, turns[i - 1], found[-1]):
            found[-1].owner = wording(sentence, sentence.names[0])
        elif found and found[-1].owner is None and _told_by(turns[i - 1], found[-1]) and (behind := owner_in_brackets(sentence, words)):
            found[-1].owner, found[-1].due_text = behind.owner, found[-1].due_text or behind.due
        elif initials := initials_at_end(sentence):
            if not (found and _told_by(turns[i - 1], found[-1])):
                told = turns[i - 1].sentence
                found.append(Statement(told.text, initials, "mark", evidence(told, "action.owner-behind")))
            found[-1].owner = found[-1].owner or initials
        elif new := [] if limbs and limbs.hold(sentence.start) and not _offers(sentence) else read_undertaking(turn, words):
            if words.is_closed(sentence.text) or (i and words.goes_on_with(sentence.text, turns[i - 1].sentence.text)):
                continue  # "Not to be taken forward.", "To be completed by the end of March."
            if found and new[0].owner and _waits(turns[i - 1], found[-1]) and _SAYS_WHO.fullmatch(sentence.text):
                found[-1].owner = new[0].owner
                found[-1].also.append(sentence.text)
                continue
            if found and new[0].owner and _waits(turns[i - 1], found[-1]) and _TAKES_UP.search(sentence.text):
                new[0].also.append(found.pop().text)
            if i and len(new) == 1 and not new[0].due_text:
                new[0].due_text = _due_before(new[0], turns[i - 1].sentence.text, words)
            if i and not sentence.opens_block:
                new[0].lead = turns[i - 1].sentence.text
                if not whose(new[0], turn, turns[i - 1]):
                    continue
            found += new
    return found


def _offers(sentence: Sentence) -> bool:
    """Whether a sentence that a decision takes up holds an offer: "Mr Ash offered to get prices and this was accepted"."""
    return any(sentence.text.startswith(_OFFERED, m.start - sentence.start) for m in sentence.of("action", "promise"))


def _due_before(statement: Statement, text: str, words: TaskWords) -> str | None:
    """The time that ``text`` sets for the task of the sentence behind it, which sets none."""
    due = words.deadline(text, before=True) or day_of_event(statement.text, text, words.finder, before=True)
    return due if due and not words.says_when(statement.text) else None


def _due_of(statement: Statement, before: Turn, text: str, words: TaskWords) -> str | None:
    """The time that ``text`` sets for the task of the sentence before it, which sets none."""
    if statement.due_text or "agenda" in text or not _told_by(before, statement):
        return None
    due = words.deadline(text) or day_of_event(statement.text, text, words.finder, before=False)
    return due if due and not words.says_when(statement.text) else None


def _told_by(turn: Turn, statement: Statement) -> bool:
    """Whether a statement stands in a turn's sentence."""
    return turn.sentence.start <= statement.evidence.start < turn.sentence.end


def _waits(before: Turn, statement: Statement) -> bool:
    """Whether the sentence before made a request of nobody in particular, which somebody may now grant."""
    return statement.origin == "request" and statement.owner is None and statement.evidence.start == before.sentence.start


def _granted(turn: Turn, before: Turn, statement: Statement) -> bool:
    """Whether a sentence is no more than "The Clerk agreed." to the request before it, which names nobody."""
    return (
        _waits(before, statement)
        and bool(turn.sentence.names)
        and bool(_JUST_AGREES.fullmatch(turn.sentence.text[turn.sentence.names[0].end - turn.sentence.start :]))
    )


def _from_column(i: int, turns: Sequence[Turn], rows: Sequence[Statement], words: TaskWords) -> list[Statement]:
    """The action column's entry beside the text before it; where an action table lists the same person's task, that is the row."""
    sentence = turns[i].sentence
    entry = read_entry(sentence.text, words)
    owner, task = entry.owner, entry.task
    if owner is None:
        return []
    beside = next((turns[j].sentence for j in range(i - 1, -1, -1) if turns[j].sentence.block.role != "action"), None)
    if beside is None or beside.block.kind == "heading":
        return [Statement(task, owner, "column", evidence(sentence, "action.column"), entry.due)] if task else []
    block = [t for t in turns[:i] if t.sentence.block.start == beside.block.start]
    told = told_beside([t.sentence for t in block], owner)
    if any(not row.beside and same_owner(row.owner, owner) for row in rows) and not told.of("action"):
        return []
    if _share(owner, next(t for t in block if t.sentence is told), words):
        return []  # "Mr Ash/Clerk" beside "Mr Ash would draw a map and the Clerk would write": each has a task of his own
    if task and not told.of("action"):
        return [Statement(task, owner, "column", evidence(sentence, "action.column"), entry.due, also=[told.text])]
    rule = "action.column" if task or sets_task(told) else OWNER_ONLY
    return [Statement(told.text, owner, "column", evidence(told, rule), entry.due, also=[task] if task else [])]


def _share(owner: str, turn: Turn, words: TaskWords) -> bool:
    """Whether a sentence gives each of the several owners of an entry beside it a task of his own."""
    if not SEVERAL.search(owner):
        return False
    doers = [each.owner for each in read_undertaking(turn, words)]
    return len(doers) > 1 and all(doer and same_owner(doer, owner) for doer in doers)


def _action(statement: Statement, deadlines: Deadlines, rater: Rater) -> Action:
    if statement.due_text:
        due = replace(deadlines.meant(statement.due_text), text=statement.due_text)
    else:
        due = deadlines.due(statement.text, statement.told)
    for other in statement.also:
        due = due if due.text else deadlines.due(other)
    owner = clean_owner(statement.owner) if statement.owner else None
    level, why = rater.action(owner, statement.origin, statement.evidence)
    return Action(
        text=statement.text,
        also=tuple(dict.fromkeys(statement.also)),
        owner=owner,
        due=due,
        origin=statement.origin,
        evidence=statement.evidence,
        reference=statement.reference,
        confidence=level,
        confidence_reason=why,
    )
