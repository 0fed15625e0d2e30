"""Actions: from marks, the action column, action tables, resolutions that instruct, promises and requests; one row per deliverable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from minutes_miner.assemble.owners import clean_owner, doer_before, doer_inside, first_owner, owner_and_task, same_owner
from minutes_miner.assemble.resolutions import ResolutionRules
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, speaks, wording
from minutes_miner.dates import find_due, resolve_due
from minutes_miner.model import Action, Due, Evidence, Mention, Resolution
from minutes_miner.text import normal

# Two statements of one action share this part of the shorter one's telling words (words of more than three letters).
_SAME_TASK = 0.6
# The surer sources first: of two statements of one action the first-named is the row, the other goes under "also".
_RANK = ("table", "resolution", "mark", "column", "undertaking", "request")


@dataclass(frozen=True)
class Deadlines:
    """What due words are counted from: the meeting's date, the next meeting's, and the committee's other known dates."""

    meeting: date | None
    next_meeting: date | None
    calendar: tuple[date, ...] = ()

    def due(self, text: str | None) -> Due:
        """The due date that the first due phrase of ``text`` sets."""
        found = find_due(text or "")
        if not found:
            return Due(None, None, "none stated")
        start, end, _ = found[0]
        return resolve_due((text or "")[start:end], meeting=self.meeting, next_meeting=self.next_meeting, calendar=self.calendar)


@dataclass
class Statement:
    """One statement of an action, before statements of the same action are put together."""

    text: str
    owner: str | None
    origin: str
    evidence: Evidence
    due_text: str | None = None  # where the due words stand apart from the text (a table's column)
    reference: str | None = None
    also: list[str] = field(default_factory=list)


def read_actions(
    turns: Sequence[Turn], resolutions: Sequence[Resolution], rows: Sequence[Statement], rules: ResolutionRules, deadlines: Deadlines
) -> tuple[Action, ...]:
    """The actions of one item; ``rows``: those that action tables give for it."""
    names = [n for turn in turns for n in turn.sentence.names]
    found = [*rows, *_from_resolutions(resolutions, names, rules), *_from_turns(turns, resolutions)]
    return tuple(_action(s, deadlines) for s in _merged(found))


def _from_resolutions(resolutions: Sequence[Resolution], names: Sequence[Mention], rules: ResolutionRules) -> list[Statement]:
    found = []
    for resolution in resolutions:
        if resolution.procedural or resolution.type not in ("requested", "recommended", "delegated", "agreed", "approved", "referred"):
            continue
        offset = resolution.evidence.start
        task = rules.tasks.find(resolution.text, names, offset)
        if task is None or (resolution.type in ("agreed", "approved") and not _somebodys(resolution, names, offset, task[1])):
            continue
        found.append(Statement(resolution.text, _limb_owner(resolution, names, offset, task), "resolution", resolution.evidence))
    return found


def _somebodys(resolution: Resolution, names: Sequence[Mention], offset: int, end: int) -> bool:
    return any(offset <= n.start < offset + end and n.value != "group" for n in names)


def _limb_owner(resolution: Resolution, names: Sequence[Mention], offset: int, task: tuple[int, int, object]) -> str | None:
    """The name before the doing verb of the limb, if it stands close to it."""
    before = [n for n in names if offset <= n.start and n.end <= offset + task[1]]
    if not before or re.search(r"\bbe\s(?:\w+\s){0,3}\w+(?:ed|en|ought|ut|ade)\b", resolution.text[task[0] : task[1]]):
        return None
    return resolution.text[before[-1].start - offset : before[-1].end - offset]


def _from_turns(turns: Sequence[Turn], resolutions: Sequence[Resolution]) -> list[Statement]:
    found: list[Statement] = []
    marked_block = -1
    for i, turn in enumerate(turns):
        sentence = turn.sentence
        if sentence.block.role == "action":
            found += _from_column(i, turns)
            continue
        mark = next(iter(sentence.of("action", "mark")), None)
        if mark:
            marked_block = sentence.block.start
            found += _from_mark(i, turns, mark)
        elif marked_block == sentence.block.start:
            found += _marked_sentence(sentence, sentence.start, "action.mark")
        elif not any(r.evidence.start <= sentence.start < r.evidence.end for r in resolutions):
            found += _from_promise(turn)
    return found


def _from_column(i: int, turns: Sequence[Turn]) -> list[Statement]:
    """The action column's entry beside the text before it."""
    sentence = turns[i].sentence
    owner, task = owner_and_task(sentence.text)
    beside = next((turns[j].sentence for j in range(i - 1, -1, -1) if turns[j].sentence.block.role != "action"), None)
    if task and owner is None:
        return []
    if beside is None or owner is None or beside.block.kind == "heading":
        return [Statement(task, owner, "column", evidence(sentence, "action.column"))] if task and owner else []
    told = _told_sentence(i, turns, beside)
    return [Statement(told.text, owner, "column", evidence(told, "action.column"), also=[task] if task else [])]


def _told_sentence(i: int, turns: Sequence[Turn], last: Sentence) -> Sentence:
    """Of the block beside the entry, the last sentence with the wording of an action, else its last sentence."""
    block = [t.sentence for t in turns[:i] if t.sentence.block.start == last.block.start]
    worded = [s for s in block if s.of("action")]
    return worded[-1] if worded else last


def _from_mark(i: int, turns: Sequence[Turn], mark: Mention) -> list[Statement]:
    """ "ACTION: Clerk to write." is the action; "ACTION: Clerk" marks the sentence before it; "(Action: Clerk)" the sentence it stands in."""
    sentence = turns[i].sentence
    after = sentence.text[mark.end - sentence.start :].strip(" :–-")
    owner, task = owner_and_task(after)
    before = sentence.text[: mark.start - sentence.start].strip(" (")
    if task:
        return _marked_sentence(sentence, sentence.end - len(sentence.text[mark.end - sentence.start :].lstrip(" :–-")), mark.rule)
    if not owner and not before:
        return _task_below(i, turns)
    if len(before.split()) > 3:
        return [Statement(before, owner, "mark", evidence(sentence, mark.rule, end=sentence.start + len(before)))]
    told = next((turns[j].sentence for j in range(i - 1, -1, -1) if turns[j].sentence.block.role != "action"), None)
    return [Statement(told.text, owner, "mark", evidence(told, mark.rule))] if told and told.block.kind != "heading" else []


def _task_below(i: int, turns: Sequence[Turn]) -> list[Statement]:
    """A bare "ACTIONS" line: the tasks are the blocks below it, as long as they are worded as tasks."""
    found: list[Statement] = []
    for turn in turns[i + 1 :]:
        if not (turn.sentence.of("action", "task") or (turn.sentence.block.label and not found)):
            break
        found += _marked_sentence(turn.sentence, turn.sentence.block.body if turn.sentence.opens_block else turn.sentence.start, "action.mark")
    return found


def _marked_sentence(sentence: Sentence, start: int, rule: str) -> list[Statement]:
    text = sentence.text[start - sentence.start :].strip()
    if len(text.split()) < 2:
        return []
    owner, _ = owner_and_task(text)
    return [Statement(text, owner, "mark", evidence(sentence, rule, start=start))]


def _from_promise(turn: Turn) -> list[Statement]:
    """Promises, requests and tasks in the discussion."""
    sentence = turn.sentence
    marks = sentence.of("action", "promise", "request", "task", "passive")
    asking = sentence.of("question") and not sentence.of("action", "request")
    if not marks or asking or sentence.text.rstrip().endswith("?") or sentence.block.kind == "heading":
        return []
    mark = min(marks, key=lambda m: (("task", "request", "promise", "passive").index(m.value), m.start))
    owner = _promise_owner(turn, mark)
    if mark.value == "passive" and owner is None and not turn.acts:
        return []
    origin = "request" if mark.value == "request" else "undertaking"
    return [Statement(sentence.text, owner, origin, evidence(sentence, mark.rule))]


def _promise_owner(turn: Turn, mark: Mention) -> str | None:
    sentence = turn.sentence
    if mark.value == "request":
        inside = doer_inside(sentence, mark)
        asked = re.search(r"\b(?:was|were)\s(?:also\s)?$", sentence.text[: mark.start - sentence.start]) or sentence.text[
            mark.start - sentence.start :
        ].startswith(("was ", "were "))
        return inside or (doer_before(sentence, mark.start) if asked else None)
    own = [n for n in sentence.names if mark.start <= n.start and n.end <= mark.end]
    if own:
        return sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    speaker = turn.acts[0].persons[0].name if turn.acts and turn.acts[0].persons else None
    if mark.value == "passive":
        return speaker
    return first_owner([speaker, doer_before(sentence, mark.start), turn.speaker.name if turn.speaker else None])


def _merged(statements: Sequence[Statement]) -> list[Statement]:
    """One statement per action: of those that tell the same task the surest is kept, the others are noted under ``also``."""
    kept: list[Statement] = []
    for statement in sorted(statements, key=lambda s: (_RANK.index(s.origin), s.evidence.start)):
        twin = next((k for k in kept if _same_task(k, statement)), None)
        if twin is None:
            kept.append(statement)
            continue
        if normal(statement.text) != normal(twin.text):
            twin.also.append(statement.text)
        twin.also += statement.also
        twin.owner = twin.owner or statement.owner
        twin.due_text = twin.due_text or statement.due_text
    return sorted(kept, key=lambda s: s.evidence.start)


def _same_task(a: Statement, b: Statement) -> bool:
    if a.evidence.start == b.evidence.start and a.origin != "table":
        return True
    left, right = _telling(a.text), _telling(b.text)
    fewer = min(len(left), len(right))
    return fewer > 0 and len(left & right) / fewer >= _SAME_TASK and same_owner(a.owner, b.owner)


def _telling(text: str) -> set[str]:
    return {w[:6] for w in normal(text).split() if len(w) > 3}


def _action(statement: Statement, deadlines: Deadlines) -> Action:
    due = deadlines.due(statement.text)
    if statement.due_text:
        due = resolve_due(statement.due_text, meeting=deadlines.meeting, next_meeting=deadlines.next_meeting, calendar=deadlines.calendar)
        due = replace(due, text=statement.due_text)
    for other in statement.also:
        due = due if due.text else deadlines.due(other)
    return Action(
        text=statement.text,
        also=tuple(dict.fromkeys(statement.also)),
        owner=clean_owner(statement.owner) if statement.owner else None,
        due=due,
        origin=statement.origin,
        evidence=statement.evidence,
        reference=statement.reference,
    )


def speaking_names(sentence: Sentence) -> list[str]:
    """The names in a sentence that may be speakers, as printed."""
    return [wording(sentence, n) for n in sentence.names if speaks(n)]
