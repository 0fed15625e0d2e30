"""Questions with their askers and the replies that follow them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.assemble.persons import People, Person
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Act, Turn, person_of, speaks
from minutes_miner.model import Mention, Question

# How far after a question its answer is looked for, in sentences; replies stand next to their questions.
_REACH = 2
# What follows "in response to a question" must be longer than "from Members" to state one.
_SHORTEST_CLAUSE = 16
_SLIP = re.compile(r"\s(?:if|whether|how|what|when|why|where)\b")
# The style of full councils: a line names asker and addressee, the question and the answer follow in paragraphs of their own.
_QUESTION_BY = re.compile(r"(?:supplementary\s)?question(?:\s(?:no\.?\s?)?\d+)?\s(?:by|from|asked\sby|put\sby)\s", re.IGNORECASE)
_TITLE_REACH = 4
_NOBODY_ASKED = re.compile(r"\b(?:no|not|without)\s+(?:further\s|other\s|any\s)*$", re.IGNORECASE)
_ANSWER_FOLLOWS = re.compile(
    r",?\s(?:and|but)\s(?:it\swas\s(?:said|explained|confirmed|noted|stated|reported|advised|agreed)|was\s(?:told|advised|informed|assured))\b"
)
_BY = re.compile(r"\b(?:from|by|of)\s+$")


@dataclass(frozen=True, slots=True)
class _Found:
    """A question before its answer is known: the stretch that states it, who asks, and who is asked."""

    turn: int
    start: int
    end: int
    rule: str
    asker: Person | None
    answerer: Person | None = None


def read_questions(turns: Sequence[Turn], people: People) -> tuple[Question, ...]:
    """The questions of an item in order."""
    found = [f for i in range(len(turns)) for f in _in_turn(i, turns, people)]
    asked_at = {f.turn for f in found}
    return tuple(_question(f, turns, asked_at) for f in found)


def _in_turn(i: int, turns: Sequence[Turn], people: People) -> list[_Found]:
    sentence = turns[i].sentence
    if sentence.block.kind == "heading" or sentence.block.role == "action":
        return []
    cues = [c for c in sentence.of("question") if not _NOBODY_ASKED.search(sentence.text[: max(0, c.start - sentence.start)])]
    clause = [c for c in cues if c.value == "clause"]
    if clause:
        return _clause(i, turns[i], clause[0], people)
    if sentence.text.rstrip("\"”’')").endswith("?"):
        rule = cues[0].rule if cues else "question.mark"
        titled = _titled(turns, i, people)
        asker = _asker(turns, i, cues) or titled[0]
        return [_Found(i, sentence.start, sentence.end, rule, asker, titled[1] if titled[0] is asker else None)]
    if cues and not _is_request(sentence, cues[0]):
        answer = _ANSWER_FOLLOWS.search(sentence.text, cues[0].end - sentence.start)
        end = sentence.start + answer.start() if answer else sentence.end
        return [_Found(i, sentence.start, end, cues[0].rule, _asker(turns, i, cues), _addressed(turns[i], cues, people))]
    return _typing_slip(i, turns[i], people)


def _titled(turns: Sequence[Turn], i: int, people: People) -> tuple[Person | None, Person | None]:
    """Asker and addressee that a line above names: "Question 2 by Mr Ash to the Leader of the Council:"."""
    for turn in turns[max(0, i - _TITLE_REACH) : i][::-1]:
        title = _QUESTION_BY.match(turn.sentence.text)
        names = [n for n in turn.sentence.names if title and n.start >= turn.sentence.start + title.end() and speaks(n)]
        if names:
            lead = turn.sentence.text
            asked = [n for n in names[1:] if lead[: n.start - turn.sentence.start].endswith(" to ")]
            return person_of(turn.sentence, names[0], people), person_of(turn.sentence, asked[0], people) if asked else None
    return None, None


def _is_request(sentence: Sentence, cue: Mention) -> bool:
    """Whether the cue is part of a request for something to be done ("asked the Clerk to ...")."""
    return cue.value == "asked" and any(m.value == "request" and m.start <= cue.start < m.end for m in sentence.of("action"))


def _clause(i: int, turn: Turn, cue: Mention, people: People) -> list[_Found]:
    """ "In response to a question from X about bins, Ms Shah said ...": the clause up to the subject of the answer."""
    sentence = turn.sentence
    answer = next((act for act in turn.acts if act.verb.start > cue.end), None)
    first_name = _subject_start(sentence, answer) if answer else sentence.end
    text = sentence.text[cue.start - sentence.start : first_name - sentence.start]
    end = cue.start + len(text.rstrip(" ,;:"))
    if answer is None and "," in text:
        end = cue.start + text.index(",")
    if end - cue.end < _SHORTEST_CLAUSE and (answer is None or sentence.text.rstrip().endswith(":")):
        return []  # "In response to questions it was noted:" leads in what follows and states no question
    asker = next((n for n in sentence.names if cue.end <= n.start < end and _BY.search(sentence.text[: n.start - sentence.start])), None)
    person = person_of(sentence, asker, people) if asker and speaks(asker) else None
    answerer = answer.persons[0] if answer and answer.persons else None
    return [_Found(i, cue.start, end, cue.rule, person, answerer)]


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
    if first and first.start == sentence.start and speaks(first) and _SLIP.match(sentence.text, first.end - sentence.start):
        return [_Found(i, sentence.start, sentence.end, "question.verb-left-out", person_of(sentence, first, people))]
    return []


def _question(found: _Found, turns: Sequence[Turn], asked_at: set[int]) -> Question:
    sentence = turns[found.turn].sentence
    answerer, answer = found.answerer, None
    within = _others(turns[found.turn], found.asker, after=found.end)
    reply = None if within else _reply(found, turns, asked_at)
    if within:
        answerer, answer = answerer or within[0], sentence.text[found.end - sentence.start :].lstrip(" ,")
    elif reply is not None:
        answer = turns[reply].sentence.text
        answerer = answerer or _others(turns[reply], found.asker)[0]
    text = sentence.text[found.start - sentence.start : found.end - sentence.start]
    return Question(
        text=text,
        asked_by=found.asker.name if found.asker else None,
        answered_by=answerer.name if answerer else None,
        answer=answer,
        evidence=evidence(sentence, found.rule, start=found.start, end=found.end),
    )


def _others(turn: Turn, asker: Person | None, *, after: int = -1) -> list[Person]:
    """Who but the asker speaks in a turn, from offset ``after`` on."""
    return [p for act in turn.acts if act.verb.start >= after for p in act.persons if p is not asker]


def _reply(found: _Found, turns: Sequence[Turn], asked_at: set[int]) -> int | None:
    """The turn that replies: the next in which somebody else speaks, before another question is put."""
    for j in range(found.turn + 1, min(len(turns), found.turn + 1 + _REACH)):
        if j in asked_at and turns[j].sentence.opens_block:
            return None
        if turns[j].sentence.block.kind == "heading":
            return None
        if _others(turns[j], found.asker):
            return j
    return None
