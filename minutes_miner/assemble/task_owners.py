"""Whose task the words of the discussion set: who promises, who is asked, whom the words before or inside the mark name."""

from __future__ import annotations

import re

from minutes_miner.assemble.owners import doer_before, doer_behind, told_last
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.model import Mention

#: Values of marks that ask.
REQUESTS = ("request", "wanted")
#: What may stand between a name and what it promises.
NEXT_TO = re.compile(r"(?:\s(?:also|then|has|have|kindly|now|both|all|therefore|\w+ly))?\s")
_AGREES = re.compile(r"(?:,[^,;]{3,80},)?\s(?:agreed|undertook|promised)\b(?!\sthat)")
_FORENAME = re.compile(
    r"(?P<name>(?!(?:It|This|They|He|She|We|That|These|There|Who|Which|And|Also|The|An?|Our|All|Agreed?|Resolved?|Please|Then)\b)(?:[A-Z][a-z]+|[A-Z]{2,3}[a-z]?))\s(?:has\s|have\s)?"
)
# "The working group", "Councillors", "Parishioner": a group as the subject of its sentence.
_A_GROUP = re.compile(
    r"((?:The|the|A)\s(?:[a-z-]+\s){0,3}(?:group|party|panel|team|sub-committee|committee|officers|staff)|(?:All\s)?[A-Z][a-z]+(?:ors|ers|ees|ians))\s"
    r"(?:also\s)?(?:will|would|to|is|are|has|have|had|was|were|needs?|agreed)\b"
)
_VERB = re.compile(r"\s(?:would|will|to|is|are|was|were|has|have|could|can|needs?|should)\s")
_AND = re.compile(r"(?:and|but)\b")
_IMPERSONAL = re.compile(
    r"(?:\b[Ii]t\swas\s(?:\w+\s){0,2}|\b(?:proposed|moved|seconded)\b.*?|^)(?:agreed|decided|resolved):?\s(?:\w+\s)?to\b", re.IGNORECASE
)
_IS_ASKED = re.compile(r"(?:^|(?<=\s))(?:was|were|is|are)\s(?:also\s)?(?:asked|told|instructed|requested|invited)\b")
_SHOULD = re.compile(r"[A-Z].*?(?=\sshould\s)")
# "Clerk instructed to pay", as notes say that the Clerk was.
_IN_NOTES = re.compile(r"(?P<who>\S.*?)\s(?:also\s)?(?:asked|instructed|requested|authorised)\sto\s")
_WOULD_LIKE = re.compile(r"\bwould\slike\s((?:the|our|its)\s.+?)\sto\s")
# "Mr Ash (to be added) to the mandate": nobody is told; who is to be asked is.
_DONE_TO = re.compile(
    r"to\sbe\s(?!asked|told|requested|instructed|tasked|authorised|reminded|involved|prepared)(?:\w+\s)?\w+(?:ed|en|ought|ut|ade|nt|ld)\b"
)
# "... and is being led by (the Clerk)".
_LED_BY = re.compile(
    r"\b(?:is|be|being)\s(?:\w+\s)?(?:led|done|drafted|prepared|handled|organised|arranged|overseen|taken\sforward|picked\sup)\sby\s(?:the\s)?$"
)
_BEEN_ASKED = re.compile(r"\b(?:has|have)\sbeen\s")


def owner_of(turn: Turn, mark: Mention) -> str | None:
    """The owner of the task that ``mark`` sets in the turn's sentence."""
    sentence = turn.sentence
    if mark.value in REQUESTS:
        return _asked(sentence, mark) or _unknown_name(sentence, mark)
    own = [n for n in sentence.names if mark.start <= n.start and n.end <= mark.end]
    if own and mark.value == "task" and _DONE_TO.match(sentence.text, mark.end - sentence.start - len("to be")):
        return _agent(sentence, mark)
    if own and mark.value != "passive":
        verb = _VERB.search(sentence.text, own[0].end - sentence.start)
        own = [n for n in own if not verb or n.end - sentence.start <= verb.start()]  # "(The Clerk) would tell residents"
        first = doer_before(sentence, own[0].end) or ""
        return first + sentence.text[own[0].end - sentence.start : own[-1].end - sentence.start]
    if mark.value == "passive":
        of_a_side_clause = sentence.text.endswith(" which ", 0, mark.start - sentence.start)
        return _agent(sentence, mark) or (None if of_a_side_clause else _speaker(turn, mark))
    if _IMPERSONAL.search(sentence.text[: mark.end - sentence.start]):
        return None
    if sentence.text.startswith(("resolved", "decided"), mark.start - sentence.start):
        return _body_that_resolves(sentence, mark)
    told = _own_subject(turn, mark) or _next_to(sentence, mark) or _speaker(turn, mark) or doer_before(sentence, mark.start)
    return told or _unknown_name(sentence, mark) or _group_of(sentence, mark) or (turn.speaker.name if turn.speaker else None)


def _body_that_resolves(sentence: Sentence, mark: Mention) -> str | None:
    """Who resolves, right before the word: no single person does, and "Donation of £50 resolved to pay" names nobody."""
    before = [n for n in sentence.names if n.end <= mark.start and n.value in ("group", "body")]
    near = before and NEXT_TO.fullmatch(sentence.text, before[-1].end - sentence.start, mark.start - sentence.start)
    return wording(sentence, before[-1]) if near else None


def _group_of(sentence: Sentence, mark: Mention) -> str | None:
    """The group that opens the sentence, or the mark itself, under a name without capitals: "The working group will report"."""
    at = mark.start - sentence.start
    match = _A_GROUP.match(sentence.text, at) or _A_GROUP.match(sentence.text)
    first = sentence.names[0] if sentence.names else None
    if not match and first and first.start == sentence.start and _AND.match(sentence.text, at):
        return wording(sentence, first)
    return match[1] if match else None


def is_asked(sentence: Sentence, mark: Mention) -> bool:
    """Whether a request's words have whom they ask as their subject: "the Clerk was asked to"."""
    return mark.value == "request" and _IS_ASKED.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start) is not None


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
    by = doer_behind(sentence, mark)
    if by is None:
        by = next((n for n in sentence.names if n.start > mark.end + len(" by the ") and _does(sentence, n)), None)
    return wording(sentence, by) if by else None


def _does(sentence: Sentence, name: Mention) -> bool:
    """Whether ``name`` stands behind "by" at the sentence's end ("... by the end of May by the Clerk.") or behind "is being led by"."""
    before, behind = sentence.text[: name.start - sentence.start], sentence.text[name.end - sentence.start :]
    at_end = not behind.strip(" .") and name.value != "group" and before.endswith((" by ", " by the "))
    return at_end or _LED_BY.search(before) is not None


def _next_to(sentence: Sentence, mark: Mention) -> str | None:
    """The name or names directly before the promise, where it is not the sentence's speaker: ", which officers agreed to provide"."""
    if re.match(r"(?:and|he|she|they)\b", sentence.text[mark.start - sentence.start :]):
        return None
    before = [n for n in sentence.names if n.end <= mark.start]
    if not before or not NEXT_TO.fullmatch(sentence.text[before[-1].end - sentence.start : mark.start - sentence.start]):
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
    if passive := _IS_ASKED.search(words):
        return doer_before(sentence, mark.start + passive.start())
    should = _SHOULD.match(words)
    if should and sentence.text.startswith(" should be ", mark.start - sentence.start + should.end()):
        return None  # "a Newsletter should be introduced"
    if should:
        return doer_before(sentence, mark.start + should.end()) or should[0]
    if told := _IN_NOTES.match(words):
        return doer_before(sentence, mark.start + told.end("who"))
    if _BEEN_ASKED.search(words):
        return doer_before(sentence, mark.start + words.index(" been"))
    liked = _WOULD_LIKE.search(words)
    if liked:
        return liked[1]
    inside = told_last([n for n in sentence.names if mark.start < n.start and n.end <= mark.end])
    agreeing = [n for n in sentence.names if n.start > mark.end and _AGREES.match(sentence.text, n.end - sentence.start)]
    chosen = [*inside, *agreeing]
    return wording(sentence, chosen[0]) if chosen else None
