"""Promises, requests and tasks in the discussion: which of them commit somebody, and whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.assemble.entries import TaskWords, owners_behind
from minutes_miner.assemble.marks import initials_that_open, marked_sentence
from minutes_miner.assemble.owners import doer_before, first_owner
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement
from minutes_miner.model import Mention

# The surer first: of several in one sentence the first-named sets the task.
_VALUES = ("task", "request", "promise", "wanted", "passive")
_REQUESTS = ("request", "wanted")
# What a sentence adds to a question: "..., and the Clerk will ask him".
_GOES_ON = re.compile(r",\s(?:and|but)\s(?:the\s)?$")
_AGREES = re.compile(r"(?:,[^,;]{3,80},)?\s(?:agreed|undertook|promised)\b(?!\sthat)")
# Words after which "would be done" or "to be done" tells a purpose, a condition or the past, and no task.
_NO_TASK = (
    "not|which|who|so|ensure|enable|enables|wish|wishes|required|require|hoped|expected|was|were|had|if|whether|need|needs|needed|likely|due|able|"
    "continue|allow|allows|allowing|how"
)
_ON_THE_SIDE = re.compile(rf"(?:\b(?:{_NO_TASK})\s(?:that\s)?(?:[\w’'-]+\s){{0,5}}|\bthat\s|^No\s(?:[\w’'-]+\s){{1,4}})$")
# A request of an earlier meeting, told again: "At the last meeting the Clerk was asked to write".
_RETOLD = re.compile(r"\b(?:at|from)\s(?:the|our)\s(?:last|previous)\smeeting\b", re.IGNORECASE)
# What a promise is not: one given earlier, one asked about, one that hangs on a condition.
_EARLIER = re.compile(r"\b(?:had|previously|already|been|had\sbeen\sthe)\s$|\b(?:asked|wondered)\s(?:if|whether)\s(?:[\w’'-]+\s){0,6}$")
# "to be done" is a task where it is the whole verb ("Date to be agreed"), not where another verb rules the sentence.
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|would|will|can|could|may|must|\w+ed)\b[^,;:–]*$")
_TOLD_OF = re.compile(r"[^,;]*?\b(?:was|were)\b")
_DONE_TO = re.compile(r"\b(?:was|were|be|been|being)\s(?:also\s)?$")
_AGREED = re.compile(r"(?:it\swas\s)?(?:agreed|decided|resolved)\b", re.IGNORECASE)
_AGREED_UPON = re.compile(r"agreed to (?:the|an?|this|that|it|all|any|both|some|no|our|their|his|her|its|these|those|be|become|stand)$")
_FORENAME = re.compile(
    r"(?P<name>(?!(?:It|This|They|He|She|We|That|These|There|Who|Which|And|Also)\b)(?:[A-Z][a-z]+|[A-Z]{2,3}))\s(?:has\s|have\s)?"
)
_CONDITION = re.compile(r"\b(?:would|could)\b.*\bconsider\b.*\bif\b")
_WHEN = "end|start|beginning|middle|close|next|following|first|deadline|time|date|weekend|new|spring|summer|autumn|winter|agreed|due"
_OUR_OWN = r"(?:[a-z-]+\s){0,2}(?:group|panel|party|sub-committee|committee|governors|trustees|officers)\b"
_BY_OUTSIDER = re.compile(rf"(?:\s(?:out|up|on|off|in|back|round))?\sby\s(?:the|their|our|its|an?)\s(?!(?:{_WHEN})\b|{_OUR_OWN})[a-z]")
_FIRST_PERSONS = re.compile(r"\b(?:councillors|officers|governors|members|trustees)\b", re.IGNORECASE)
# The body that meets, as it names itself; its plans in "would" are policy more often than tasks.
_OURSELVES = re.compile(r"(?:the\s)?(?:(?:parish|town|community|city)\s)?(?:council|committee)", re.IGNORECASE)
_IMPERSONAL = re.compile(r"\b[Ii]t\swas\s(?:\w+\s){0,2}(?:agreed|decided|resolved)\sto\b")
_JOINT = re.compile(r"(?:,|;|\band\b|,\sand\b|\bwhile\b)\s$")
_BEHIND_DASH = re.compile(r"\w+\s\w+\s[^.!?]+\s[-–—]\s(?:the\s)?$")
_NEXT_TO = re.compile(r"(?:\s(?:also|then|has|have|kindly|now|both|all|therefore|\w+ly))?\s")


def read_undertaking(turn: Turn, words: TaskWords) -> list[Statement]:
    """The action that a sentence of the discussion states, if it does."""
    sentence = turn.sentence
    text, known = sentence.text, "action" in sentence.kinds
    bracketed = text.endswith((")", "]", ").", "]."))
    if not (known or bracketed or " to " in text or text[:2].isupper() or " - " in text or " – " in text):
        return []  # most sentences: nothing in them is worded as a task
    if sentence.block.kind == "heading" or text.rstrip().endswith("?") or words.announces(text):
        return []
    marks = [m for m in sentence.of("action", *_VALUES) if not _only_told(turn, m, words)] if known else []
    asking = [c for c in sentence.of("question") if c.value != "asked" or not sentence.of("action", *_REQUESTS)] if marks else []
    if asking:
        marks = [m for m in marks if m.start > asking[0].end and _GOES_ON.search(text, 0, m.start - sentence.start)]
        if not marks:
            return []
    behind = owners_behind(text, words) if bracketed else None
    if not marks:
        return _worded_as_task(sentence, words, behind.owner if behind else _name_behind_dash(sentence))
    mark = min(marks, key=lambda m: (_VALUES.index(m.value), m.start, -m.end))
    origin = "request" if mark.value in _REQUESTS else "undertaking"
    several = _each_doer(turn, marks) if mark.value != "task" else _each_told(sentence, mark, words)
    if len(several) > 1:
        return several
    told = mark.start - sentence.start
    owner = (behind.owner if behind else None) or _owner(turn, mark)
    if text.rstrip().endswith(":") and (owner is None or " following " in text):
        return []  # "The following were asked:", whom and what the lines below say
    due = behind.due if behind else None
    return [Statement(sentence.text, owner, origin, evidence(sentence, mark.rule), due, told=told)]


def _each_doer(turn: Turn, marks: Sequence[Mention]) -> list[Statement]:
    """The tasks of a sentence in which each has a doer of its own: "Mr Ash will write to him and Ms Bell will order the sign" is two."""
    sentence = turn.sentence
    cuts: dict[int, Mention] = {}
    for mark in sorted((m for m in marks if m.value in ("promise", "task")), key=lambda m: (m.start, -m.end)):
        named = [
            n
            for n in sentence.names
            if mark.start <= n.start < mark.end or _NEXT_TO.fullmatch(sentence.text[n.end - sentence.start : mark.start - sentence.start])
        ]
        if named:
            cuts.setdefault(named[0].start, mark)
    if len(cuts) < 2:
        return []
    starts = [at for at in sorted(cuts) if at == min(cuts) or _JOINT.search(sentence.text[: at - sentence.start])]
    found: list[Statement] = []
    for at, following in zip(starts, [*starts[1:], sentence.end], strict=True):
        at = sentence.start if at == starts[0] else at
        text = sentence.text[at - sentence.start : following - sentence.start]
        text = _JOINT.sub("", text).rstrip() if following != sentence.end else text
        mark = cuts[starts[len(found)]]
        found.append(Statement(text, _owner(turn, mark), "undertaking", evidence(sentence, mark.rule, start=at, end=at + len(text))))
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
    if behind and words.opens_task(sentence.text):
        return [Statement(sentence.text, behind, "undertaking", evidence(sentence, "action.owner-behind"))]
    doer = words.doer(sentence.text) if " to " in sentence.text else None
    return [Statement(sentence.text, doer, "undertaking", evidence(sentence, "action.named-doer"))] if doer else []


def _name_behind_dash(sentence: Sentence) -> str | None:
    """The name that ends the sentence behind a dash: "Chase the contractor - Councillor Ash"."""
    last = sentence.names[-1] if sentence.names else None
    if not last or last.value == "group" or sentence.text[last.end - sentence.start :].strip(" ."):
        return None
    task = _BEHIND_DASH.match(sentence.text[: last.start - sentence.start])
    return wording(sentence, last) if task else None


def _only_told(turn: Turn, mark: Mention, words: TaskWords) -> bool:
    """Whether the words only report: a purpose ("to ensure that ... would be"), a side clause ("which would be"), the past, a routine."""
    sentence = turn.sentence
    lead = sentence.text[: mark.start - sentence.start]
    if mark.value in ("promise", "passive") and words.is_routine(sentence.text):
        return True
    if mark.value == "passive":
        behind = sentence.text[mark.end - sentence.start :]
        if sentence.text.startswith("to be", mark.start - sentence.start) and (_FINITE.search(lead) or _TOLD_OF.match(behind)):
            return True  # "further areas to be looked at"
        outsider = _BY_OUTSIDER.match(behind) and not any(n.start <= mark.end + 8 and n.end > mark.end + 4 for n in sentence.names)
        return bool(_ON_THE_SIDE.search(lead) or words.wishes(lead) or outsider)
    if mark.value == "task":
        told = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
        return bool(lead) and ", to " in told  # "welcomed Ms Bell, Chair of the Board, to present"
    if mark.value == "request" and _RETOLD.search(lead):
        return True
    if mark.value == "wanted":
        return not words.says_when(sentence.text[mark.start - sentence.start :])
    if mark.value != "promise":
        return False
    inside = [n for n in sentence.names if mark.start <= n.start < mark.end]
    told = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    if _AGREED_UPON.search(told) or (told.casefold().startswith("they ") and not turn.acts):
        return True
    if _DONE_TO.search(lead) and not _AGREED.match(told) and not told.startswith("happy"):
        return True  # "was promised", against "it was agreed to"
    if _EARLIER.search(lead) or _CONDITION.search(sentence.text, mark.start - sentence.start):
        return True
    return bool(inside) and inside[0].value in ("group", "body") and not _commits_itself(sentence, mark, wording(sentence, inside[0]))


def _commits_itself(sentence: Sentence, mark: Mention, name: str) -> bool:
    """Whether a body or group speaks of its own task: "Councillors would meet", "The Parish Council will write"."""
    if _FIRST_PERSONS.search(name):
        return True
    told = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    return bool(_OURSELVES.fullmatch(name)) and not re.search(r"\b(?:would|need)\b", told)


def is_ourselves(name: str) -> bool:
    """Whether a name is that of the body that meets, or of its members: "The Parish Council", "Councillors"."""
    return bool(_FIRST_PERSONS.fullmatch(name) or _OURSELVES.fullmatch(name))


def _owner(turn: Turn, mark: Mention) -> str | None:
    sentence = turn.sentence
    if mark.value in _REQUESTS:
        return _asked(sentence, mark) or _unknown_name(sentence, mark)
    own = [n for n in sentence.names if mark.start <= n.start and n.end <= mark.end]
    if own:
        first = doer_before(sentence, own[0].end) or ""
        return first + sentence.text[own[0].end - sentence.start : own[-1].end - sentence.start]
    if mark.value == "passive":
        return _agent(sentence, mark) or _speaker(turn, mark)
    if _IMPERSONAL.search(sentence.text[: mark.end - sentence.start]):
        return None
    told = [_own_subject(turn, mark), _next_to(sentence, mark), _speaker(turn, mark), doer_before(sentence, mark.start)]
    return first_owner([*told, _unknown_name(sentence, mark), turn.speaker.name if turn.speaker else None])


def _unknown_name(sentence: Sentence, mark: Mention) -> str | None:
    """Initials or a forename that nothing else in the document explains, at the beginning of the sentence: "Mo was asked to ..."."""
    match = _FORENAME.fullmatch(sentence.text[: mark.start - sentence.start])
    return match["name"] if match else None


def _own_subject(turn: Turn, mark: Mention) -> str | None:
    """Whom "he" means in a sentence that opens with a name and no verb of speech: "Mr Ash had no news, but he agreed to ask"."""
    sentence = turn.sentence
    first = sentence.names[0] if sentence.names else None
    if not first or first.start > sentence.start or first.value not in ("person", "office"):
        return None
    pronoun = re.search(r"\b(?:he|she)(?:\s\w+ly)?\s$", sentence.text[: mark.start - sentence.start])
    spoken = any(act.verb.start < mark.start for act in turn.acts)
    return wording(sentence, first) if pronoun and not spoken else None


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
