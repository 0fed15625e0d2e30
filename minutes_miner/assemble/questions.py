"""Questions with their askers and the replies that follow them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes_miner.assemble.confidence import Rater
from minutes_miner.assemble.persons import People, Person
from minutes_miner.assemble.question_time import answers, label_end, lead, titled, unquoted
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Act, Turn, person_of, speaks
from minutes_miner.dates import find_due
from minutes_miner.model import Mention, Question

# How far after a question its answer is looked for, in sentences; replies stand next to their questions.
_REACH = 2
# A sentence that says of itself that it replies may stand further off.
_REPLIES, _FURTHER = re.compile(r"(?:in\s(?:reply|response|answer)|reply|response|answer|responding|replying)\b", re.IGNORECASE), 6
# What follows "in response to a question" must be longer than "from Members" to state one.
_SHORTEST_CLAUSE = 16
_SLIPS = (" if", " wh", " how")
_SLIP = re.compile(r"\s(?:if|whether|how|what|when|why|where)\b")
_NOBODY_SIGNS = ("no", "not", "without", "further", "other", "any")  # what the words end in that tell so
_NOBODY_ASKED = re.compile(r"\b(?:no|not|without)\s+(?:further\s|other\s|any\s)*$", re.IGNORECASE)
_ANSWER_SIGNS = ("was", "were")  # one of these is in all that _ANSWER_FOLLOWS finds
_ANSWER_FOLLOWS = re.compile(
    r",?\s(?:and|but)\s(?:it\swas\s(?:said|explained|confirmed|noted|stated|reported|advised|agreed)|was\s(?:told|advised|informed|assured))\b"
    r"|,\swhich\s(?:was|were)\s(?:answered|responded)\b"
)
_BY = re.compile(r"\b(?:from|by|of)\s+$")
_NO_ANSWER = re.compile(r"(?:proposed|moved|seconded|thanked|welcomed|congratulated|declared)\b", re.IGNORECASE)
# What was asked before the meeting, or by a paper, is no question of the meeting.
_ELSEWHERE = re.compile(
    r"\b(?:had\s(?:\w+\s)?|previously\s|to\sbe\s)$|\b(?:survey|questionnaire|consultation|form|letter|e-?mail|petition|poll|report|document)s?\s(?:(?:also|had|then|itself)\s){0,2}$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 60  # letters of the words before a cue that tell it is none
# "requested an update at the next meeting" wants something done, and asks nothing now.
_LATER = re.compile(r"\b(?:at|for|to|by)\s(?:the|a|its)\s(?:next|future|later|following|subsequent)\b")
# An answer by nobody: "He was advised that it had.", "Members were told that it had."
_TOLD = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'.-]*(?:\s[\w’'.-]+){0,5})\s(?:was|were)\s(?:\w+ly\s)?(?:advised|told|informed|assured|reassured)\b"
)
# Between a question and the answer that goes on in its sentence: "..., and Ms Shah said", "..., to which the Clerk replied".
_BETWEEN = re.compile(r"(?:[,;]|\s[–-])?(?:\s(?:and|but|to\swhich|whereupon))?\s$")


class _Found(NamedTuple):
    """A question before its answer is known: the stretch that states it, who asks, and who is asked."""

    turn: int
    start: int
    end: int
    rule: str
    asker: Person | None
    answerer: Person | None = None


def read_questions(turns: Sequence[Turn], people: People, rater: Rater) -> list[Question]:
    """The questions of an item in order."""
    found: list[_Found] = []
    for i, turn in enumerate(turns):
        sentence = turn.sentence
        if "question" in sentence.marks or "?" in sentence.text:
            found += _in_turn(i, turns, people)
        elif sentence.names and sentence.text.startswith(_SLIPS, sentence.names[0].end - sentence.start):
            found += _typing_slip(i, turn, people)
    asked_at = {f.turn for f in found}
    return [_question(f, turns, asked_at, people, rater) for f in found]


def _in_turn(i: int, turns: Sequence[Turn], people: People) -> list[_Found]:
    sentence = turns[i].sentence
    if not _is_spoken(sentence):
        return []
    cues = [c for c in sentence.of("question") if _is_asked_here(turns[i], c)]
    clause = [c for c in cues if c.value == "clause"]
    if clause:
        return _clause(i, turns[i], clause[0], people)
    if sentence.text.rstrip("\"”’')").endswith("?"):
        return [_direct(turns, i, cues, people)]
    if cues and not _is_request(sentence, cues):
        asker = _asker(turns, i, cues)
        end = _end_of_question(turns[i], cues[0], asker)
        return [_Found(i, label_end(turns[i]), end, cues[0].rule, asker, _addressed(turns[i], cues, people))]
    return _typing_slip(i, turns[i], people)


def _is_spoken(sentence: Sentence) -> bool:
    return sentence.block.kind != "heading" and sentence.block.role != "action"


def _is_asked_here(turn: Turn, cue: Mention) -> bool:
    sentence = turn.sentence
    at = max(0, cue.start - sentence.start)
    before = sentence.text[max(0, at - _LONGEST_BEFORE) : at]
    if before.rstrip().lower().endswith(_NOBODY_SIGNS) and _NOBODY_ASKED.search(before):
        return False
    if cue.value == "clause":
        return True
    if cue.rule == "question.asking" and not any(act.persons and act.verb.start < cue.start for act in turn.acts):
        return False
    later = "sought" in cue.rule and _LATER.search(sentence.text, cue.end - sentence.start)
    return not (later or _ELSEWHERE.search(before))


def _direct(turns: Sequence[Turn], i: int, cues: Sequence[Mention], people: People) -> _Found:
    """A question as it was put ("Is it safe?"), perhaps behind the asker's name or under a line that names both sides."""
    turn, label = turns[i], label_end(turns[i])
    rule = cues[0].rule if cues else "question.mark"
    led, *sides = lead(turn, people)
    begins, ends = unquoted(turn.sentence.text[max(led, label - turn.sentence.start) :])
    start, end = (max(turn.sentence.start + led, label) + at for at in (begins, ends))
    if led:
        return _Found(i, start, end, rule, *sides)
    name = next((n for n in turn.sentence.names if n.start < label and n.end <= label), None)
    above = titled(turns, i, people)
    asker = person_of(turn.sentence, name, people) if name else _asker(turns, i, cues) or above[0]
    return _Found(i, start, end, rule, asker, above[1] if above[0] is asker else None)


def _end_of_question(turn: Turn, cue: Mention, asker: Person | None) -> int:
    """Where the question ends: with its sentence, or where somebody answers within it."""
    sentence = turn.sentence
    told = any(map(sentence.text.__contains__, _ANSWER_SIGNS))
    answer = _ANSWER_FOLLOWS.search(sentence.text, cue.end - sentence.start) if told else None
    if answer:
        return sentence.start + answer.start()
    for act in turn.acts:
        if act.verb.value == "ask" or act.verb.start <= cue.end or asker in act.persons:
            continue
        subject = _subject_start(sentence, act)
        between = _BETWEEN.search(sentence.text, 0, subject - sentence.start) if subject > cue.end else None
        if between and between.start() > cue.end - sentence.start and between.group().strip():
            return sentence.start + between.start()
    return sentence.end


def _is_request(sentence: Sentence, cues: Sequence[Mention]) -> bool:
    """Whether the first cue is part of a request for something to be done ("asked the Clerk to ..."), not merely to be explained."""
    first = cues[0]
    if first.value != "asked" or any(cue.rule == "question.asked-to-explain" for cue in cues):
        return False
    asked = [m for m in sentence.of("action", "request", "wanted") if m.start <= first.start < m.end]
    return any(m.value == "request" or find_due(sentence.text[m.start - sentence.start :]) for m in asked)


def _clause(i: int, turn: Turn, cue: Mention, people: People) -> list[_Found]:
    """ "In response to a question from X about bins, Ms Shah said ...": the clause up to the subject of the answer."""
    sentence = turn.sentence
    answer = next((act for act in turn.acts if act.verb.start > cue.end), None)
    end = _end_of_clause(sentence, cue, answer)
    if end - cue.end < _SHORTEST_CLAUSE and (answer is None or sentence.text.rstrip().endswith(":")):
        return []  # "In response to questions it was noted:" leads in what follows and states no question
    asker = next((n for n in sentence.names if cue.start <= n.start < end and speaks(n) and _puts_it(sentence, n)), None)
    person = person_of(sentence, asker, people) if asker else None
    # "Ms Shah said, in answer to a question, that ...": the answer goes round the clause.
    answer = answer or next((act for act in turn.acts if act.verb.value != "by" and act.verb.end < cue.start), None)
    answerer = next((p for p in answer.persons if p is not person), None) if answer else None
    return [_Found(i, cue.start, end, cue.rule, person, answerer)]


def _end_of_clause(sentence: Sentence, cue: Mention, answer: Act | None) -> int:
    """Up to the subject of the answer, or to the comma that closes the clause."""
    text = sentence.text[cue.start - sentence.start :]
    round_it = sentence.text[: cue.start - sentence.start].endswith(", ")  # "Ms Shah, in response to a question about bins, said"
    if answer and not round_it:
        text = text[: _subject_start(sentence, answer) - cue.start]
    elif "," in text:
        text = text[: text.index(",", cue.end - cue.start)] if "," in text[cue.end - cue.start :] else text
    return cue.start + len(text.rstrip(" ,;:"))


def _puts_it(sentence: Sentence, name: Mention) -> bool:
    """Whether the question is the named person's: "from Ms Shah", "Ms Shah’s question"."""
    before, after = sentence.text[: name.start - sentence.start], sentence.text[name.end - sentence.start :]
    return bool(_BY.search(before)) or sentence.text[: name.end - sentence.start].endswith(("'s", "’s")) or after.startswith(("'", "’"))


def _subject_start(sentence: Sentence, act: Act) -> int:
    names = [n.start for n in sentence.names if n.end <= act.verb.start]
    pronoun = [sentence.start + m.start() for m in re.finditer(r"\b(?:he|she|it|they)\b", sentence.text[: act.verb.start - sentence.start])]
    return max([*names, *pronoun], default=act.verb.start)


def _asker(turns: Sequence[Turn], i: int, cues: Sequence[Mention]) -> Person | None:
    """Who puts the question: the subject of the asking verb, else who speaks the sentence."""
    turn = turns[i]
    if any(c.value == "sought" for c in cues):
        by = [act for act in turn.acts if act.verb.value == "by"]
        return by[0].persons[0] if by else None
    verbs = [act for act in turn.acts if any(c.start <= act.verb.start < c.end or act.verb.value == "ask" for c in cues)]
    if verbs:
        return verbs[0].persons[0] if verbs[0].persons else None
    return None if turn.acts and turn.acts[0].anonymous else turn.speaker


def _addressed(turn: Turn, cues: Sequence[Mention], people: People) -> Person | None:
    """ "The Director was asked to clarify": the one asked, who then answers."""
    sentence = turn.sentence
    for cue in cues:
        names = [n for n in sentence.names if n.end <= cue.start]
        passive = cue.value == "sought" and sentence.text[cue.start - sentence.start :].startswith(("was ", "were "))
        if passive and names and speaks(names[-1]) and cue.start - names[-1].end <= 6:
            return person_of(sentence, names[-1], people)
    return None


def _typing_slip(i: int, turn: Turn, people: People) -> list[_Found]:
    """ "Councillor Ash if we can be assured that ...": the verb of asking was left out."""
    sentence = turn.sentence
    first = sentence.names[0] if sentence.names else None
    if first is None or first.start != sentence.start or not _SLIP.match(sentence.text, first.end - first.start):
        return []
    if not speaks(first) or not _is_spoken(sentence):
        return []
    return [_Found(i, sentence.start, sentence.end, "question.verb-left-out", person_of(sentence, first, people))]


def _question(found: _Found, turns: Sequence[Turn], asked_at: set[int], people: People, rater: Rater) -> Question:
    sentence = turns[found.turn].sentence
    answerer, answer = found.answerer, None
    within = _others(turns[found.turn], found.asker, after=found.end)
    reply = None if within else _reply(found, turns, asked_at, people)
    if within:
        answerer, answer = answerer or within[0], sentence.text[found.end - sentence.start :].lstrip(" ,")
    elif reply is not None:
        answer = turns[reply].sentence.text
        answerer = answerer or _answering(turns[reply], found.asker, people)[0]
    text = sentence.text[found.start - sentence.start : found.end - sentence.start]
    asked_by = found.asker.name if found.asker else None
    told = evidence(sentence, found.rule, start=found.start, end=found.end)
    return Question(text, asked_by, answerer.name if answerer else None, answer, told, *rater.question(text, asked_by, told))


def _others(turn: Turn, asker: Person | None, *, after: int = -1) -> list[Person]:
    """Who but the asker speaks in a turn, from offset ``after`` on."""
    return [p for act in turn.acts if act.verb.start >= after and _may_answer(act, turn) for p in act.persons if p is not asker]


def _may_answer(act: Act, turn: Turn) -> bool:
    """Whether an act may be an answer: nobody answers by moving, seconding or giving thanks."""
    start = turn.sentence.start
    return act.verb.kind != "mover" and not _NO_ANSWER.match(turn.sentence.text, act.verb.start - start, act.verb.end - start)


def _answering(turn: Turn, asker: Person | None, people: People) -> list[Person]:
    """Who answers in a turn: by a verb of speech, else by opening a sentence without one."""
    others = _others(turn, asker)
    if others:
        return others
    named = [person_of(turn.sentence, name, people) for name in answers(turn)]
    return [person for person in named if person is not asker]


def _reply(found: _Found, turns: Sequence[Turn], asked_at: set[int], people: People) -> int | None:
    """The turn that replies: the next in which somebody else speaks, before another question is put."""
    for j in range(found.turn + 1, min(len(turns), found.turn + 1 + _FURTHER)):
        if j in asked_at and (turns[j].sentence.opens_block or j > found.turn + _REACH):
            return None
        if turns[j].sentence.block.kind == "heading" or any(act.verb.kind == "mover" for act in turns[j].acts):
            return None
        far = j > found.turn + _REACH
        others = _answering(turns[j], found.asker, people) if j == found.turn + 1 else _others(turns[j], found.asker)
        if others and (not far or _REPLIES.match(turns[j].sentence.text)):
            return j
        if not others and _TOLD.match(turns[j].sentence.text):
            return None
    return None
