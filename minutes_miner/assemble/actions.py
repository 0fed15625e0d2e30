"""Actions: from marks, the action column, action tables, resolutions that instruct, promises and requests; one row per deliverable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_miner.assemble.deadlines import Deadlines
from minutes_miner.assemble.owners import clean_owner, doer_before, first_owner, owner_and_task, same_owner
from minutes_miner.assemble.resolutions import ResolutionRules
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement, merged
from minutes_miner.model import Action, Mention, Resolution

# Types of resolution that tell nobody to do anything.
_TELLS_NOBODY = frozenset({"received", "appointed", "lost", "deferred", "other"})
# The rules of decisions recorded in passing ("It was agreed that ...").
_INFORMAL = frozenset({"resolution.it-was-agreed", "resolution.body-agreed", "resolution.was-approved"})
# Those who are only consulted, and notes in brackets, are told nothing.
_CONSULTED = re.compile(r",?\s?(?:in|after|following|subject\sto)\s(?:full\s|prior\s)?consultation\swith\s[^,;]+,?|\([^()]*\)")
_DONE_TO = re.compile(r"\b(?:be|is|are)\s(?:\w+\s){0,3}?\w+(?:ed|en|ought|ut|ade|nt|ld)\b")
_TOLD_TO = re.compile(r"\b(?:asked|requested|instructed|invited|required|directed|authorised|recommended|delegated|mandated)\b")
_ALSO = re.compile(r"(?:also|and|then)\s", re.IGNORECASE)
_JOINT = re.compile(r"(?:,|;|\band\b|,\sand\b)\s?(?:the\s)?$")
_JUST_AGREES = re.compile(r"(?:\s\w+)?\sagreed(?:\sto\s(?:do\s)?(?:this|so|it|that))?\.?")
_AGREES = re.compile(r"(?:,[^,;]{3,80},)?\s(?:agreed|undertook|promised)\b(?!\sthat)")
_DOES = re.compile(r"\sto\s[a-z]")
# Words after which "would be done" or "to be done" tells a purpose, a condition or the past, and no task.
_NO_TASK = (
    "not|which|who|so|ensure|enable|enables|wish|wishes|required|require|hoped|expected|was|were|had|if|whether|need|needs|needed|likely|due|able|"
    "continue|allow|how"
)
_ON_THE_SIDE = re.compile(rf"(?:\b(?:{_NO_TASK})\s(?:that\s)?(?:[\w’'-]+\s){{0,4}}|\bthat\s)$")
_FIRST_PERSONS = re.compile(r"\b(?:councillors|officers|governors|members|trustees)\b", re.IGNORECASE)


def read_actions(
    turns: Sequence[Turn], resolutions: Sequence[Resolution], rows: Sequence[Statement], rules: ResolutionRules, deadlines: Deadlines
) -> tuple[Action, ...]:
    """The actions of one item; ``rows``: those that action tables give for it."""
    names = [n for turn in turns for n in turn.sentence.names]
    resolved = _from_resolutions(resolutions, names, rules)
    told = _from_turns(turns, resolutions, rows)
    if any(s.origin in ("mark", "column", "table") for s in [*rows, *told]):
        # Where the minutes mark their actions, an agreed thing that names no doer is what a mark beside it says.
        resolved = [s for s in resolved if s.owner or s.evidence.rule not in _INFORMAL]
    return tuple(_action(s, deadlines) for s in merged([*rows, *resolved, *told]))


def _from_resolutions(resolutions: Sequence[Resolution], names: Sequence[Mention], rules: ResolutionRules) -> list[Statement]:
    """The limbs that tell somebody to do something, or say that something is to be done."""
    found = []
    for resolution in resolutions:
        if resolution.procedural or resolution.type in _TELLS_NOBODY:
            continue
        task = rules.tasks.find(resolution.text, names, resolution.evidence.start)
        if task is None:
            continue
        owner = _limb_owner(resolution, names, task[0], task[1])
        if owner is None and (resolution.type in ("approved", "noted", "endorsed") or resolution.text.startswith("to ")):
            continue  # "to pay both" is the meeting's own doing
        found.append(Statement(resolution.text, owner, "resolution", resolution.evidence))
    return found


def _limb_owner(resolution: Resolution, names: Sequence[Mention], start: int, end: int) -> str | None:
    """The name that the limb tells: the one inside the telling words, or the one they directly follow; of a passive nobody."""
    offset = resolution.evidence.start
    told = resolution.text[start:end]
    if _DONE_TO.search(told) and not _TOLD_TO.search(told):
        return None
    text = resolution.text
    aside = [(offset + m.start(), offset + m.end()) for m in _CONSULTED.finditer(text)]
    names = [n for n in names if not any(a <= n.start < b for a, b in aside)]
    inside = [n for n in names if offset + start <= n.start and n.end <= offset + end]
    before = [n for n in names if offset <= n.start and n.end <= offset + start]
    close = [n for n in before if not _CONSULTED.sub("", text[n.end - offset : start]).strip(" ,")]
    chosen = (inside or close)[-1:]
    return text[chosen[0].start - offset : chosen[0].end - offset] if chosen else None


def _from_turns(turns: Sequence[Turn], resolutions: Sequence[Resolution], rows: Sequence[Statement]) -> list[Statement]:
    found: list[Statement] = []
    marked_block = -1
    for i, turn in enumerate(turns):
        sentence = turn.sentence
        if sentence.block.role == "action":
            found += _from_column(i, turns, rows)
            continue
        mark = next(iter(sentence.of("action", "mark")), None)
        if mark:
            marked_block = sentence.block.start
            found += _from_mark(i, turns, mark)
        elif marked_block == sentence.block.start and (sentence.of("action", "task") or _ALSO.match(sentence.text)):
            found += _marked_sentence(sentence, sentence.start, "action.mark")
        elif found and _granted(turn, turns[i - 1], found[-1]):
            found[-1].owner = wording(sentence, sentence.names[0])
        elif not any(r.evidence.start <= sentence.start < r.evidence.end for r in resolutions):
            found += _from_promise(turn)
    return found


def _granted(turn: Turn, before: Turn, statement: Statement) -> bool:
    """Whether a sentence is no more than "The Clerk agreed." to the request before it, which names nobody."""
    asked = statement.origin == "request" and statement.owner is None and statement.evidence.start == before.sentence.start
    return (
        asked
        and bool(turn.sentence.names)
        and bool(_JUST_AGREES.fullmatch(turn.sentence.text[turn.sentence.names[0].end - turn.sentence.start :]))
    )


def _from_column(i: int, turns: Sequence[Turn], rows: Sequence[Statement]) -> list[Statement]:
    """The action column's entry beside the text before it; where an action table lists the same person's task, that is the row."""
    sentence = turns[i].sentence
    owner, task = owner_and_task(sentence.text)
    if owner is None:
        return []
    beside = next((turns[j].sentence for j in range(i - 1, -1, -1) if turns[j].sentence.block.role != "action"), None)
    if beside is None or beside.block.kind == "heading":
        return [Statement(task, owner, "column", evidence(sentence, "action.column"))] if task else []
    told = _told_sentence(i, turns, beside)
    if any(same_owner(row.owner, owner) for row in rows) and not told.of("action"):
        return []
    if task and not told.of("action"):
        return [Statement(task, owner, "column", evidence(sentence, "action.column"), also=[told.text])]
    return [Statement(told.text, owner, "column", evidence(told, "action.column"), also=[task] if task else [])]


def _told_sentence(i: int, turns: Sequence[Turn], last: Sentence) -> Sentence:
    """Of the block beside the entry, the last sentence with the wording of an action, else its last sentence."""
    block = [t.sentence for t in turns[:i] if t.sentence.block.start == last.block.start]
    worded = [s for s in block if s.of("action")]
    return worded[-1] if worded else last


def _from_mark(i: int, turns: Sequence[Turn], mark: Mention) -> list[Statement]:
    """ "ACTION: Clerk to write." is the action; "ACTION: Clerk" marks the sentence before it; "(Action: Clerk)" its own."""
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
        found += _marked_sentence(turn.sentence, turn.sentence.start, "action.mark")
    return found


def _marked_sentence(sentence: Sentence, start: int, rule: str) -> list[Statement]:
    """The tasks of a sentence behind a mark: "Clerk to write and Cllr Ash to visit" is two."""
    found = []
    for at, text in _tasks(sentence, start):
        if len(text.split()) > 1:
            found.append(Statement(text, owner_and_task(text)[0], "mark", evidence(sentence, rule, start=at, end=at + len(text))))
    return found


def _tasks(sentence: Sentence, start: int) -> Iterator[tuple[int, str]]:
    """Where the tasks of a sentence begin, and their words: it is cut before "and" or a comma with a new doer behind it."""
    cuts = [start]
    for name in sentence.names:
        lead = sentence.text[cuts[-1] - sentence.start : name.start - sentence.start]
        joint = _JOINT.search(lead)
        if joint and name.start > cuts[-1] and _DOES.match(sentence.text, name.end - sentence.start):
            cuts.append(name.start)
    for at, following in zip(cuts, [*cuts[1:], sentence.end], strict=True):
        text = sentence.text[at - sentence.start : following - sentence.start]
        yield at, (_JOINT.sub("", text) if following != sentence.end else text).strip()


def _from_promise(turn: Turn) -> list[Statement]:
    """Promises, requests and tasks in the discussion."""
    sentence = turn.sentence
    if "action" not in sentence.kinds:
        return []
    marks = [m for m in sentence.of("action", "promise", "request", "task", "passive") if not _only_told(sentence, m)]
    asking = [c for c in sentence.of("question") if c.value != "asked" or not sentence.of("action", "request")]
    if not marks or asking or sentence.text.rstrip().endswith("?") or sentence.block.kind == "heading":
        return []
    mark = min(marks, key=lambda m: (("task", "request", "promise", "passive").index(m.value), m.start))
    origin = "request" if mark.value == "request" else "undertaking"
    return [Statement(sentence.text, _promise_owner(turn, mark), origin, evidence(sentence, mark.rule))]


def _only_told(sentence: Sentence, mark: Mention) -> bool:
    """Whether the words only report: a purpose ("to ensure that ... would be"), a side clause ("which would be"), the past."""
    lead = sentence.text[: mark.start - sentence.start]
    if mark.value == "passive":
        return bool(_ON_THE_SIDE.search(lead))
    inside = [n for n in sentence.names if mark.start <= n.start < mark.end]
    return (
        mark.value == "promise"
        and bool(inside)
        and inside[0].value in ("group", "body")
        and not _FIRST_PERSONS.search(wording(sentence, inside[0]))
    )


def _promise_owner(turn: Turn, mark: Mention) -> str | None:
    sentence = turn.sentence
    if mark.value == "request":
        return _asked(sentence, mark)
    own = [n for n in sentence.names if mark.start <= n.start and n.end <= mark.end]
    if own:
        return sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    speaker = turn.acts[0].persons[0].name if turn.acts and turn.acts[0].persons else None
    if mark.value == "passive":
        return speaker
    return first_owner([speaker, doer_before(sentence, mark.start), turn.speaker.name if turn.speaker else None])


def _asked(sentence: Sentence, mark: Mention) -> str | None:
    """Who is asked: the name inside "asked the Clerk to", or the one before "was asked to"."""
    words = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    if re.match(r"(?:was|were)\b", words):
        return doer_before(sentence, mark.start)
    inside = [n for n in sentence.names if mark.start < n.start and n.end <= mark.end]
    agreeing = [n for n in sentence.names if n.start > mark.end and _AGREES.match(sentence.text, n.end - sentence.start)]
    chosen = [*inside[-1:], *agreeing]
    return wording(sentence, chosen[0]) if chosen else None


def _action(statement: Statement, deadlines: Deadlines) -> Action:
    due = deadlines.due(statement.text)
    if statement.due_text:
        due = replace(deadlines.meant(statement.due_text), text=statement.due_text)
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
