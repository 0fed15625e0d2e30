"""Promises, requests and tasks in the discussion: which of them commit somebody, and whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.assemble.entries import TaskWords, owners_behind
from minutes_miner.assemble.marks import initials_that_open, marked_sentence
from minutes_miner.assemble.only_told import only_told
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement
from minutes_miner.assemble.task_owners import NEXT_TO, REQUESTS, is_asked, owner_of
from minutes_miner.model import Mention

_NEXT_TIME = "action.for-next-time"
_TAIL = "action.task-behind"
# The surer first: of several in one sentence the first-named sets the task.
_VALUES = ("task", "request", "promise", "wanted", "passive")
# What a sentence adds to a question: "..., and the Clerk will ask him".
_GOES_ON = re.compile(
    r",\s(?:and|but)\s(?:the\s)?$|;\s(?:the\s)?$|\b(?:and|but)\s(?:said|replied|answered|agreed|confirmed|promised)\s(?:that\s)?(?:he\s|she\s)?$"
)
_GOES_ON_DOING = re.compile(r"(?:and|but)\s(?:will|would)\s(?:also\s)?be\s\w+ing\b")
# A correction gives the words of another day: "The last line should read: the Clerk will write".
_CORRECTS = re.compile(r"\b(?:should|amended\sto|corrected\sto|changed\sto|now|to)\s(?:now\s)?read(?::|,?\s[\"“‘'])")
_JOINT = re.compile(r"(?:,|;|\band\b|,\sand\b|\bwhile\b)\s(?:then\s)?$")
_POINTS = re.compile(r"\b(?:it|them|this|these|so)\b")  # "and the Clerk will bring it to the next meeting": the same thing
_PAUSE = re.compile(r"(?:[,;]|\s[-–—])\s$")
_TO_DO = re.compile(r"\sto\s(?!(?:whom|which|whose|be|the|an?|his|her|their|our|this|that|date)\b)[a-z]")
_LONGEST_INITIALS = 3
_BEHIND_DASH = re.compile(r"\w+\s\w+\s[^.!?]+\s[-–—]\s(?:the\s)?$")


def read_undertaking(turn: Turn, words: TaskWords) -> list[Statement]:
    """The action that a sentence of the discussion states, if it does."""
    sentence = turn.sentence
    text, known = sentence.text, "action" in sentence.marks
    bracketed = text.endswith((")", "]", ").", "]."))
    if not (known or bracketed or " to " in text or text[:2].isupper() or " - " in text or " – " in text or words.sets_task_by(text)):
        return []  # most sentences: nothing in them is worded as a task
    if sentence.block.kind == "heading" or text.rstrip().endswith("?"):
        return []
    if known and _CORRECTS.search(text):
        return []
    if words.announces(text) and not any(m.rule == _NEXT_TIME for m in sentence.of("action")):
        return []
    marks = [m for m in sentence.of("action", *_VALUES) if not only_told(turn, m, words)] if known else []
    asking = [c for c in sentence.of("question") if c.value != "asked" or not sentence.of("action", *REQUESTS)] if marks else []
    if asking:
        marks = _of_the_answer(sentence, asking[0], marks)
        if not marks:
            return []
    behind = owners_behind(text, words) if bracketed else None
    if not marks:
        return _worded_as_task(sentence, words, behind.owner if behind else _name_behind_dash(sentence))
    mark = min(marks, key=lambda m: (_VALUES.index(m.value), m.start, -m.end))
    origin = "request" if mark.value in REQUESTS else "undertaking"
    several = _each_doer(turn, marks) if mark.value != "task" else _each_told(sentence, mark, words)
    if len(several) > 1:
        return several
    told = mark.start - sentence.start
    owner = (behind.owner if behind else None) or owner_of(turn, mark) or _grants(turn, mark, marks)
    if owner is None and _GOES_ON_DOING.match(text, told):
        return []  # "The hall committee hopes to mend it and will be asking for help": nobody whom the record knows
    if text.rstrip(" -–").endswith(":") and (owner is None or " following " in text):
        return []  # "The following were asked:", whom and what the lines below say
    due = behind.due if behind else None
    return [Statement(sentence.text, owner, origin, evidence(sentence, mark.rule), due, told=told)]


def _grants(turn: Turn, asked: Mention, marks: Sequence[Mention]) -> str | None:
    """Who grants a request of nobody in particular in the same sentence: "it was asked that he be told; the Clerk would do so"."""
    promises = (m for m in marks if m.value == "promise" and m.start >= asked.end) if asked.value == "request" else ()
    return next((owner_of(turn, promise) for promise in promises), None)


def _of_the_answer(sentence: Sentence, question: Mention, marks: Sequence[Mention]) -> list[Mention]:
    """The marks of what answers the sentence's question or is added to it: "In reply to a question, Ms Ash agreed to ..."."""
    behind = [m for m in marks if m.start >= question.end]
    if question.value == "clause":
        return [m for m in behind if m.rule == _TAIL or m.value in ("promise", "passive")]
    return [m for m in behind if m.rule == _TAIL or _GOES_ON.search(sentence.text, 0, m.start - sentence.start)]


def _each_doer(turn: Turn, marks: Sequence[Mention]) -> list[Statement]:
    """The tasks of a sentence in which each has a doer of its own: "Mr Ash will write to him and Ms Bell will order the sign" is two."""
    sentence = turn.sentence
    cuts: dict[int, Mention] = {}
    for mark in sorted((m for m in marks if m.value in ("promise", "task") or is_asked(sentence, m)), key=lambda m: (m.start, -m.end)):
        named = [
            n
            for n in sentence.names
            if mark.start <= n.start < mark.end or NEXT_TO.fullmatch(sentence.text[n.end - sentence.start : mark.start - sentence.start])
        ]
        if named and not any(mark.start < other.end for other in cuts.values()):  # "The Head, Mr Ash, agreed to look" is one
            cuts.setdefault(named[0].start, mark)
    passive = next((m for m in marks if m.value == "passive" and cuts and m.end <= min(cuts)), None)
    first = min(cuts, default=sentence.start) - sentence.start
    if passive and _JOINT.search(sentence.text[:first]) and not _POINTS.search(sentence.text, first):
        cuts[sentence.start] = passive  # "The club will be asked and the Clerk will order the sign"
    if len(cuts) < 2:
        return []
    starts = [at for at in sorted(cuts) if at == min(cuts) or _JOINT.search(sentence.text[: at - sentence.start])]
    found: list[Statement] = []
    for at, following in zip(starts, [*starts[1:], sentence.end], strict=True):
        at = sentence.start if at == starts[0] else at
        text = sentence.text[at - sentence.start : following - sentence.start]
        text = _JOINT.sub("", text).rstrip() if following != sentence.end else text
        mark = cuts[starts[len(found)]]
        found.append(Statement(text, owner_of(turn, mark), "undertaking", evidence(sentence, mark.rule, start=at, end=at + len(text))))
    return found


def _each_told(sentence: Sentence, mark: Mention, words: TaskWords) -> list[Statement]:
    """The tasks of a sentence in the register's style: "Mr Ash to draft the letter and the Clerk to send it" is two."""
    told = marked_sentence(sentence, mark.start, mark.rule, words)
    return [replace(statement, origin="undertaking") for statement in told] if len(told) > 1 else []


def _worded_as_task(sentence: Sentence, words: TaskWords, behind: str | None) -> list[Statement]:
    """The register's style with initials that the document does not explain ("JS to chase"), or with an owner behind ("Write ... (JS)")."""
    doing = initials_that_open(sentence.text, words) if sentence.text[:2].isupper() else None
    if doing:
        return [Statement(sentence.text, doing, "undertaking", evidence(sentence, "action.initials"))]
    if told := _initials_behind(sentence):
        return [Statement(sentence.text, told, "undertaking", evidence(sentence, "action.initials"))]
    if behind and words.opens_task(sentence.text):
        return [Statement(sentence.text, behind, "undertaking", evidence(sentence, "action.owner-behind"))]
    if words.sets_task_by(sentence.text):
        return [Statement(sentence.text, None, "undertaking", evidence(sentence, "action.by-when"))]
    doer = words.doer(sentence.text) if " to " in sentence.text else None
    return [Statement(sentence.text, doer, "undertaking", evidence(sentence, "action.named-doer"))] if doer else []


def _initials_behind(sentence: Sentence) -> str | None:
    """The initials of one of the document's people who is told something behind a pause: "We'll have it yearly, WH to keep a week free"."""
    for name in sentence.names:
        told = wording(sentence, name)
        if name.value == "person" and told.isupper() and len(told) <= _LONGEST_INITIALS:
            at = name.start - sentence.start
            if _PAUSE.search(sentence.text, 0, at) and _TO_DO.match(sentence.text, at + len(told)):
                return told
    return None


def _name_behind_dash(sentence: Sentence) -> str | None:
    """The name that ends the sentence behind a dash: "Chase the contractor - Councillor Ash"."""
    last = sentence.names[-1] if sentence.names else None
    if not last or last.value == "group" or sentence.text[last.end - sentence.start :].strip(" ."):
        return None
    task = _BEHIND_DASH.match(sentence.text[: last.start - sentence.start])
    return wording(sentence, last) if task else None
