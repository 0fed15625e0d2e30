"""Promises, requests and tasks in the discussion: which of them commit somebody, and whom."""

from __future__ import annotations

import re

from minutes_miner.assemble.entries import TaskWords, owners_behind
from minutes_miner.assemble.marks import initials_that_do
from minutes_miner.assemble.owners import doer_before, first_owner
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement
from minutes_miner.model import Mention

_AGREES = re.compile(r"(?:,[^,;]{3,80},)?\s(?:agreed|undertook|promised)\b(?!\sthat)")
# Words after which "would be done" or "to be done" tells a purpose, a condition or the past, and no task.
_NO_TASK = (
    "not|which|who|so|ensure|enable|enables|wish|wishes|required|require|hoped|expected|was|were|had|if|whether|need|needs|needed|likely|due|able|"
    "continue|allow|allows|allowing|how"
)
_ON_THE_SIDE = re.compile(rf"(?:\b(?:{_NO_TASK})\s(?:that\s)?(?:[\w’'-]+\s){{0,5}}|\bthat\s|^No\s(?:[\w’'-]+\s){{1,4}})$")
# What a promise is not: one given earlier, one asked about, one that hangs on a condition.
_EARLIER = re.compile(r"\b(?:had|previously|already|been|was|were)\s$|\b(?:asked|wondered)\s(?:if|whether)\s(?:[\w’'-]+\s){0,6}$")
_CONDITION = re.compile(r"\b(?:would|could)\b.*\bconsider\b.*\bif\b")
_BY_OUTSIDER = re.compile(r"\sby\s(?:the|their|our|its|an?)\s[a-z]")
_FIRST_PERSONS = re.compile(r"\b(?:councillors|officers|governors|members|trustees)\b", re.IGNORECASE)
# The body that meets, as it names itself; its plans in "would" are policy more often than tasks.
_OURSELVES = re.compile(r"(?:the\s)?(?:(?:parish|town|community|city)\s)?(?:council|committee)", re.IGNORECASE)
_NEXT_TO = re.compile(r"(?:\s(?:also|then|has|have|kindly|now|both|all|therefore|\w+ly))?\s")


def read_undertaking(turn: Turn, words: TaskWords) -> list[Statement]:
    """The action that a sentence of the discussion states, if it does."""
    sentence = turn.sentence
    if sentence.block.kind == "heading" or sentence.text.rstrip().endswith("?"):
        return []
    marks = [m for m in sentence.of("action", "promise", "request", "task", "passive") if not _only_told(sentence, m, words)]
    asking = [c for c in sentence.of("question") if c.value != "asked" or not sentence.of("action", "request")]
    if marks and asking:
        return []
    behind = owners_behind(sentence.text, words) if sentence.text.endswith((")", "]", ").", "].")) else None
    if not marks:
        return _worded_as_task(sentence, words, behind.owner if behind else None)
    mark = min(marks, key=lambda m: (("task", "request", "promise", "passive").index(m.value), m.start))
    origin = "request" if mark.value == "request" else "undertaking"
    told = mark.start - sentence.start
    owner = (behind.owner if behind else None) or _owner(turn, mark)
    due = behind.due if behind else None
    return [Statement(sentence.text, owner, origin, evidence(sentence, mark.rule), due, told=told)]


def _worded_as_task(sentence: Sentence, words: TaskWords, behind: str | None) -> list[Statement]:
    """The register's style with initials that the document does not explain ("JS to chase"), or with an owner behind ("Write ... (JS)")."""
    doing = initials_that_do(sentence.text, words)
    if doing and doing[0].start() == 0:
        return [Statement(sentence.text, doing[0]["owner"], "undertaking", evidence(sentence, "action.initials"))]
    if behind and words.opens_task(sentence.text):
        return [Statement(sentence.text, behind, "undertaking", evidence(sentence, "action.owner-behind"))]
    return []


def _only_told(sentence: Sentence, mark: Mention, words: TaskWords) -> bool:
    """Whether the words only report: a purpose ("to ensure that ... would be"), a side clause ("which would be"), the past, a routine."""
    lead = sentence.text[: mark.start - sentence.start]
    if mark.value in ("promise", "passive") and words.is_routine(sentence.text):
        return True
    if mark.value == "passive":
        behind = sentence.text[mark.end - sentence.start :]
        outsider = _BY_OUTSIDER.match(behind) and not any(n.start <= mark.end + 8 and n.end > mark.end + 4 for n in sentence.names)
        return bool(_ON_THE_SIDE.search(lead) or words.wishes(lead) or outsider)
    if mark.value != "promise":
        return False
    inside = [n for n in sentence.names if mark.start <= n.start < mark.end]
    if _EARLIER.search(lead) or _CONDITION.search(sentence.text, mark.start - sentence.start):
        return True
    return bool(inside) and inside[0].value in ("group", "body") and not _commits_itself(sentence, mark, wording(sentence, inside[0]))


def _commits_itself(sentence: Sentence, mark: Mention, name: str) -> bool:
    """Whether a body or group speaks of its own task: "Councillors would meet", "The Parish Council will write"."""
    if _FIRST_PERSONS.search(name):
        return True
    told = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    return bool(_OURSELVES.fullmatch(name)) and not re.search(r"\b(?:would|need)\b", told)


def _owner(turn: Turn, mark: Mention) -> str | None:
    sentence = turn.sentence
    if mark.value == "request":
        return _asked(sentence, mark)
    own = [n for n in sentence.names if mark.start <= n.start and n.end <= mark.end]
    if own:
        first = doer_before(sentence, own[0].end) or ""
        return first + sentence.text[own[0].end - sentence.start : own[-1].end - sentence.start]
    if mark.value == "passive":
        return _agent(sentence, mark) or _speaker(turn, mark)
    return first_owner(
        [_next_to(sentence, mark), _speaker(turn, mark), doer_before(sentence, mark.start), turn.speaker.name if turn.speaker else None]
    )


def _agent(sentence: Sentence, mark: Mention) -> str | None:
    """By whom a thing will be done, where a name follows: "will be produced by the Clerk"."""
    by = next((n for n in sentence.names if 0 <= n.start - mark.end <= 5), None)
    return wording(sentence, by) if by and sentence.text[mark.end - sentence.start : by.start - sentence.start] == " by " else None


def _next_to(sentence: Sentence, mark: Mention) -> str | None:
    """The name or names directly before the promise, where it is not the sentence's speaker: ", which officers agreed to provide"."""
    if re.match(r"(?:and|he|she|they)\b", sentence.text[mark.start - sentence.start :]):
        return None
    before = [n for n in sentence.names if n.end <= mark.start]
    if not before or not _NEXT_TO.fullmatch(sentence.text[before[-1].end - sentence.start : mark.start - sentence.start]):
        return None
    joined = doer_before(sentence, mark.start)
    alone = joined == wording(sentence, before[-1])
    return None if alone and before[-1].value in ("person", "maybe", "office") and len(before) == 1 else joined


def _speaker(turn: Turn, mark: Mention) -> str | None:
    """Who speaks last before the promise."""
    acts = [act for act in turn.acts if act.persons and act.verb.start <= mark.start]
    return acts[-1].persons[0].name if acts else None


def _asked(sentence: Sentence, mark: Mention) -> str | None:
    """Who is asked: the name inside "asked the Clerk to", or the one before "was asked to"."""
    words = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    if re.match(r"(?:was|were)\b", words):
        return doer_before(sentence, mark.start)
    inside = [n for n in sentence.names if mark.start < n.start and n.end <= mark.end]
    agreeing = [n for n in sentence.names if n.start > mark.end and _AGREES.match(sentence.text, n.end - sentence.start)]
    chosen = [*inside[-1:], *agreeing]
    return wording(sentence, chosen[0]) if chosen else None
