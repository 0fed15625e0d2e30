"""Actions: from marks, the action column, action tables, resolutions that instruct, promises and requests; one row per deliverable."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter

from minutes_miner.assemble.beside import OWNER_ONLY, sets_task, settled, told_beside
from minutes_miner.assemble.confidence import Rater
from minutes_miner.assemble.deadlines import Deadlines
from minutes_miner.assemble.entries import TaskWords, read_entry
from minutes_miner.assemble.event_days import day_of_event
from minutes_miner.assemble.marks import find_mark, goes_on, marked_sentence, owner_in_brackets, read_mark
from minutes_miner.assemble.only_told import is_ourselves
from minutes_miner.assemble.owners import clean_owner, row_start, same_owner, told_last
from minutes_miner.assemble.resolutions import Decided
from minutes_miner.assemble.script import evidence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement, merged
from minutes_miner.assemble.undertakings import read_undertaking
from minutes_miner.assemble.wordings import Classifier, Reading
from minutes_miner.model import Action, Mention, Resolution

_START = attrgetter("start")
# Types of resolution that tell nobody to do anything.
_TELLS_NOBODY = frozenset({"received", "appointed", "lost", "deferred", "other"})
# Those who are only consulted, and notes in brackets, are told nothing.
_CONSULTED = re.compile(r",?\s?(?:in|after|following|subject\sto)\s(?:full\s|prior\s)?consultation\swith\s[^,;]+,?|\([^()]*\)")
# An apposition behind a name: "Mr Fox, Director of Finance, to look into".
_ASIDE = re.compile(r"^,\s[A-Z][^,;.:]{2,60},\s?$")
_DONE_TO = re.compile(r"\b(?:be|is|are)\s(?:\w+\s){0,3}?\w+(?:ed|en|ought|ut|ade|nt|ld)\b")
_TOLD_TO = re.compile(r"\b(?:asked|requested|instructed|invited|required|directed|authorised|recommended|delegated|mandated)\b")
# A group that is told something under a name without capitals: "the task and finish group be asked to report".
_A_GROUP = re.compile(r"\b([Tt]he\s(?:[a-z-]+\s){0,4}(?:group|party|panel|forum|team|sub-committee))\s?(?:then\s|also\s)?$")
_JUST_AGREES = re.compile(r"(?:\s\w+)?\sagreed(?:\sto\s(?:do\s)?(?:this|so|it|that))?\.?")
# "The Chairman should be a signatory", "the meeting should be held": a rule, or the meeting's own arrangement.
_STATE = re.compile(r"\b(?:should|shall|must|would|will)\sbe\s(?:held|an?|the)\b")
# "that no response be sent", "not to object": nothing is to be done.
_NOTHING = re.compile(r"(?:that\s)?(?:no|not)\s(?!later\b)(?!.*\band\b)", re.IGNORECASE)
_POINTS = re.compile(r"(?:that\s)?(?:this|these|it|they)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\band\s(?:that\b|(?:is|are)\sto\s|will\s)")
_INITIALS_TOLD = re.compile(
    r"(?:[Tt]hat\s)?(?P<owner>[A-Z]{2,3}(?:(?:\s?[/&,]\s?|\sand\s)[A-Z]{2,3})*)\s(?:should|would|will|to|is\sto|are\sto)\s(?P<verb>[a-z]+)"
)
# Before the verb of a limb's own; what stands behind other words tells a purpose: "to accept the quote (to mend the roof)".
_OWN_VERB = re.compile(r"(?:^|\band\s|,\s|;\s)$")
_WHOLE = "resolution.was-agreed"  # "The following matters were agreed": what stands before the word is decided, and no task
# Before a verb of a clause that says in which case: "must be used when jobs (are advertised)".
_WHENEVER = re.compile(r"\b(?:when|whenever|where|wherever|if|which|who)\s(?:[\w’'-]+\s){1,3}$")
_BEHIND = 10  # characters behind the telling words in which " be the" stands
# "Ms Bell said that this would be done", "Mr Ash undertook to see what could be done": an answer to the request before it.
_TAKES_UP = re.compile(
    r"\b(?:this|these|it|so|them|what\scould\sbe\sdone)\b|\b(?:confirmed|agreed|undertook|promised)\sthat\s(?:he|she|they)\s(?:would|will)\b"
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
    resolved = _from_resolutions(turns, decided, tasks, words) if decided else []
    told = _from_turns(turns, decided, rows, words)
    if not (rows or resolved or told):
        return ()
    told = [s for s in settled(told, resolved, turns) if not words.is_outside(s.owner) and not _is_settled(s, words)]
    if resolved and any(s.origin in ("mark", "column", "table") for s in [*rows, *told]):
        # Where the minutes mark their actions, an agreed thing that names no doer is what a mark beside it says, and so is "this".
        resolved = [s for s in resolved if s.owner or not (s.in_passing or _POINTS.match(s.text))]
    return tuple([_action(s, deadlines, rater) for s in merged([*rows, *resolved, *told])])


def _is_settled(statement: Statement, words: TaskWords) -> bool:
    """Whether the meeting itself, or nobody in particular, settles a thing by deciding it: "Councillors agreed to pay the invoice"."""
    return (statement.owner is None or is_ourselves(statement.owner)) and words.by_deciding.settles(statement.text)


def _from_resolutions(turns: Sequence[Turn], decided: Sequence[Decided], tasks: Classifier, words: TaskWords) -> list[Statement]:
    """The limbs that tell somebody to do something, or say that something is to be done."""
    names = [n for turn in turns for n in turn.sentence.names]
    found = []
    for resolution, its_words in decided:
        if resolution.procedural or resolution.type in _TELLS_NOBODY or words.by_deciding.settles(resolution.text):
            continue
        task = tasks.read(its_words) or _initials_told(resolution.text, words)
        if (
            task is None
            or resolution.text.endswith("may ", 0, task.start)
            or _NOTHING.match(resolution.text)
            or resolution.text.startswith(" not ", task.end)
            or _WHENEVER.search(resolution.text, 0, task.start)
            or _STATE.search(resolution.text, task.start, task.end + _BEHIND)
        ):
            continue
        owner = _limb_owner(resolution, names, task.start, task.end) or _initials_of(resolution.text, task)
        if owner is None and resolution.evidence.rule == _WHOLE:
            continue
        if owner is None and (_settled_there(resolution, task.start, words) or words.is_routine(resolution.text)):
            continue  # "to pay both" is the meeting's own doing
        in_passing = resolution.evidence.rule in words.in_passing
        found.append(Statement(resolution.text, owner, "resolution", resolution.evidence, told=task.start, in_passing=in_passing))
    return found


def _initials_of(text: str, task: Reading) -> str | None:
    match = _INITIALS_TOLD.match(text) if task.rule == "action.initials" else None
    return match["owner"] if match else None


def _initials_told(text: str, words: TaskWords) -> Reading | None:
    """The initials of somebody whom the document does not list, told at the beginning of a limb: "that JS should get a price"."""
    match = _INITIALS_TOLD.match(text)
    return Reading("instruct", "action.initials", match.start("owner"), match.end()) if match and match["verb"] in words.verbs else None


def _settled_there(resolution: Resolution, told: int, words: TaskWords) -> bool:
    """Whether a limb that names nobody is done by deciding it, unless it goes on: "... be noted and that members be told"."""
    if resolution.text.startswith(("to ", "To ", "not to ", "Not to ")):
        return not _OWN_VERB.search(resolution.text, 0, told) or not words.sets_to_work(resolution.text[told:])
    return resolution.type in ("approved", "noted", "endorsed") and not _GOES_ON.search(resolution.text, 0, told)


def _limb_owner(resolution: Resolution, names: Sequence[Mention], start: int, end: int) -> str | None:
    """The name that the limb tells: the one inside the telling words, or the one they directly follow; of a passive nobody."""
    offset = resolution.evidence.start
    told = resolution.text[start:end]
    if _DONE_TO.search(told) and not _TOLD_TO.search(told):
        return None
    text = resolution.text
    may_consult = "consultation" in text or "(" in text
    aside = [(offset + m.start(), offset + m.end()) for m in _CONSULTED.finditer(text)] if may_consult else ()
    near = names[bisect_left(names, offset, key=_START) : bisect_left(names, offset + end, key=_START)]
    names = [n for n in near if not any(a <= n.start < b for a, b in aside)]
    inside = [n for n in names if offset + start <= n.start and n.end <= offset + end]
    before = [n for n in names if n.end <= offset + start]
    close = [n for n in before if not _ASIDE.sub("", _CONSULTED.sub("", text[n.end - offset : start])).strip(" ,")]
    chosen = told_last(inside or close)
    if not chosen or chosen[0].value == "group":
        told_group = _A_GROUP.search(text, 0, start) or _A_GROUP.search(text, 0, text.find(" ", start))
        if told_group:
            return told_group[1]
    if not chosen:
        return None
    row = row_start([n for n in names if n.end <= chosen[0].end], text, offset)
    return text[max(row - offset, 0) : chosen[0].end - offset]


def _from_turns(turns: Sequence[Turn], decided: Sequence[Decided], rows: Sequence[Statement], words: TaskWords) -> list[Statement]:
    found: list[Statement] = []
    limbs = _Limbs(decided) if decided else None
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
        elif new := [] if limbs and limbs.hold(sentence.start) else read_undertaking(turn, words):
            if words.is_closed(sentence.text) or (i and words.goes_on_with(sentence.text, turns[i - 1].sentence.text)):
                continue  # "Not to be taken forward.", "To be completed by the end of March."
            if found and new[0].owner and _waits(turns[i - 1], found[-1]) and _TAKES_UP.search(sentence.text):
                new[0].also.append(found.pop().text)
            if i and len(new) == 1 and not new[0].due_text:
                new[0].due_text = _due_before(new[0], turns[i - 1].sentence.text, words)
            found += new
    return found


class _Limbs:
    """The stretches of an item that its resolutions take, which are in order."""

    def __init__(self, decided: Sequence[Decided]) -> None:
        self._starts = [resolution.evidence.start for resolution, _ in decided]
        self._reach = list(accumulate((resolution.evidence.end for resolution, _ in decided), max))

    def hold(self, at: int) -> bool:
        """Whether ``at`` stands in one of them."""
        before = bisect_right(self._starts, at)
        return before > 0 and at < self._reach[before - 1]


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
    told = told_beside([t.sentence for t in turns[:i] if t.sentence.block.start == beside.block.start])
    if any(same_owner(row.owner, owner) for row in rows) and not told.of("action"):
        return []
    if task and not told.of("action"):
        return [Statement(task, owner, "column", evidence(sentence, "action.column"), entry.due, also=[told.text])]
    rule = "action.column" if task or sets_task(told) else OWNER_ONLY
    return [Statement(told.text, owner, "column", evidence(told, rule), entry.due, also=[task] if task else [])]


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
