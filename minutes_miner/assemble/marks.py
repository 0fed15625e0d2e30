"""Printed marks of actions: "ACTION: Clerk to write", "(Action JS)", "AP3:", and the tasks behind, before and below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.assemble.beside import told_before
from minutes_miner.assemble.entries import Entry, TaskWords, due_line, read_entry
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn
from minutes_miner.assemble.statements import Statement

# Numbered marks: "ACTION POINT 3:", "Action 24/03 –", "Action 3/20/FE:", "AP3:", "AP 3/24 Clerk to ...".
_NUMBERED = re.compile(
    r"(?:(?:ACTION|Action)S?(?:\s(?:POINT|Point|point|ITEM|Item|item|NO|No|no)\.?)?|AP)\s?#?(?P<number>\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?(?:/[A-Z]{1,5})?)"
    r"(?P<colon>\s?[:.)–—-])?\s+(?=\S)"
)
# A mark without a colon: in a bracket, or in capitals before whoever acts.
_BRACKETED = re.compile(r"[(\[]\s?(?:ACTION|Action|action)(?:S|s)?\s(?=[A-Z])(?P<rest>[^()\[\]]{1,60})[)\]]")
_CAPITALS = re.compile(r"(?:^|(?<=[.;:]\s)|(?<=\s))ACTIONS?\s(?=[A-Z])")
_OPENING = re.compile(r"Actions?\s(?:by\s)?(?=[A-Z])")
_NO_MARK = re.compile(
    r"(?i:plans?|points?|logs?|lists?|taken|required|notes?|from|items?|sheet|tracker|summary|group|fraud|register|schedule|no\b)"
)
_STOPS = " :–-"
_JOINT = re.compile(r"(?:,|;|\band\b|,\sand\b)\s?(?:the\s)?$")
_DOES = re.compile(r"\sto\s[a-z]")
_ALSO_DOES = re.compile(r"\s(?:to|will|would|is\sto|are\sto)\s[a-z]")
_INITIALS_DO = re.compile(
    r"(?:^|(?<=\s))(?P<owner>[A-Z]{2,3}(?:(?:\s?[/&,]\s?|\sand\s)[A-Z]{2,3})*)\s(?=(?:to|would|will)\s(?P<verb>[a-z]+))"
)
_INITIALS_ALONE = re.compile(r"[A-Z]{2,3}(?:(?:\s?[/&,]\s?|\sand\s)[A-Z]{2,3})*")
# "JS by 3 May (her sister has one)": an aside behind whose task it is.
_ASIDE = re.compile(r"\s?\([^()]*\)\.?$")
_IN_BRACKETS = re.compile(r"[(\[](?P<owner>[^()\[\]]{2,60})[)\]]\.?")
# "Clerk to order the sign, also ring the printer": the same doer's next task.
_ALSO_TO = re.compile(r"[,;]\s(?P<task>also\s(?P<verb>[a-z]+)\s)")
_ALSO = re.compile(r"(?:also|and|then)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Mark:
    """Where a mark stands in the document, and by which rule; a ``plain`` one counts only where an owner or task follows."""

    start: int
    end: int
    rule: str
    plain: bool = False
    reference: str | None = None  # the council's own number; without a stroke as printed: "AP3" is any meeting's third


def find_mark(sentence: Sentence) -> Mark | None:
    """The mark in a sentence: one that a rule knows by its words, or one of the printed forms."""
    for known in sentence.of("action", "mark") if "action" in sentence.marks else ():
        return Mark(known.start, known.end, known.rule)
    text = sentence.text
    if "ction" not in text and "CTION" not in text and not text.startswith("AP"):
        return None
    numbered = _NUMBERED.match(text)
    found = numbered or _BRACKETED.search(text) or ("ACTION" in text and _CAPITALS.search(text)) or _OPENING.match(text)
    if not found:
        return None
    end = found.start("rest") if found.re is _BRACKETED else found.end()
    if not numbered and _NO_MARK.match(text, end):
        return None
    printed = numbered and (numbered["number"] if "/" in numbered["number"] else text[: numbered.end("number")])
    return Mark(sentence.start + found.start(), sentence.start + end, "action.mark-printed", plain=True, reference=printed or None)


def read_mark(i: int, turns: Sequence[Turn], mark: Mark, words: TaskWords) -> list[Statement]:
    """ "ACTION: Clerk to write." is the action; "ACTION: Clerk" marks the sentence before it; "(Action: Clerk)" its own."""
    sentence = turns[i].sentence
    after = sentence.text[mark.end - sentence.start :]
    rest = (
        after.strip(_STOPS).removesuffix(")").removesuffix("]")
        if after.count("(") < after.count(")") or "]" in after
        else after.strip(_STOPS)
    )
    entry = _owner_with_aside(rest, words) or read_entry(rest, words)
    before = sentence.text[: mark.start - sentence.start].strip(" ([")
    if mark.plain and not (entry.owner or (entry.task and words.opens_task(entry.task))):
        return []
    if words.is_closed(rest):
        return []
    if entry.task and not (mark.plain and not entry.owner and not words.opens_task(entry.task)):
        start = sentence.end - len(after.lstrip(_STOPS)) + entry.at
        found = marked_sentence(sentence, start, mark.rule, words, entry)
        for statement in found:
            statement.reference = mark.reference
        for statement in found[-1:]:
            statement.due_text = statement.due_text or _due_below(i, turns)
        return found
    due = entry.due or _due_below(i, turns)
    if not entry.owner and not before:
        return _below(i, turns, words)
    if len(before.split()) > 3:
        return [Statement(before, entry.owner, "mark", evidence(sentence, mark.rule, end=sentence.start + len(before)), due)]
    return _above(i, turns, Entry(entry.owner, due=due), mark.rule)


def _owner_with_aside(rest: str, words: TaskWords) -> Entry | None:
    """The owner and date of a mark that says no more but in a bracket behind them."""
    bare = _ASIDE.sub("", rest) if rest.endswith((")", ").")) else ""
    entry = read_entry(bare, words) if bare and bare != rest else None
    return entry if entry and entry.owner and entry.due and not entry.task else None


def _above(i: int, turns: Sequence[Turn], entry: Entry, rule: str) -> list[Statement]:
    """The sentence before a mark that only names an owner."""
    told = told_before(turns[:i], entry.owner)
    if told is None or told.block.kind == "heading":
        return []
    return [Statement(told.text, entry.owner, "mark", evidence(told, rule), entry.due)]


def _due_below(i: int, turns: Sequence[Turn]) -> str | None:
    """The date of the line after a mark, where that is all it says."""
    return due_line(turns[i + 1].sentence.text) if i + 1 < len(turns) else None


def _below(i: int, turns: Sequence[Turn], words: TaskWords) -> list[Statement]:
    """A bare "ACTIONS" line: the tasks are the blocks below it, as long as they read as tasks; or the owner of what stands above."""
    found: list[Statement] = []
    for j, turn in enumerate(turns[i + 1 :], i + 1):
        sentence = turn.sentence
        entry = read_entry(sentence.text, words)
        if not found and j == i + 1 and entry.owner and not entry.task and sentence.closes_block:
            return _above(i, turns, Entry(entry.owner, due=entry.due or _due_below(j, turns)), "action.mark")
        tells = bool(sentence.of("action", "task") or entry.owner or words.opens_task(entry.task))
        if not tells and not (sentence.block.label and not found):
            break
        found += marked_sentence(sentence, sentence.start + entry.at, "action.mark", words, entry)
    return found


def owner_in_brackets(sentence: Sentence, words: TaskWords) -> Entry | None:
    """The owner, perhaps with a date, where a sentence is no more than that in brackets: "(JS, 31 July)"."""
    match = _IN_BRACKETS.fullmatch(sentence.text.strip())
    entry = read_entry(match["owner"], words) if match else None
    return entry if entry and entry.owner and not entry.task and entry.owner[0].isupper() else None


def initials_at_end(sentence: Sentence) -> str | None:
    """The initials of people whom the minutes name that are all of a paragraph's last sentence: "The step is broken. DA"."""
    text = sentence.text.strip(" .")
    if sentence.opens_block or not sentence.closes_block or not _INITIALS_ALONE.fullmatch(text):
        return None
    return text if sentence.names and all(name.value == "person" for name in sentence.names) else None


def goes_on(sentence: Sentence, words: TaskWords) -> bool:
    """Whether a sentence in the block of a mark is a further task: "Also contact", "JS to order the sign", "Chair / Clerk to write"."""
    if sentence.of("action", "task") or _ALSO.match(sentence.text) or words.opens_task(sentence.text) or words.doer(sentence.text):
        return True
    entry = read_entry(sentence.text, words)
    return bool(entry.owner and entry.task and _INITIALS_DO.search(entry.task))


def marked_sentence(
    sentence: Sentence, start: int, rule: str, words: TaskWords, entry: Entry | None = None, owner: str | None = None
) -> list[Statement]:
    """The tasks of a sentence behind a mark: "Clerk to write and Cllr Ash to visit" is two; ``owner`` of one that names nobody."""
    found: list[Statement] = []
    for at, text in _tasks(sentence, start, words):
        read = entry if entry and at == start else read_entry(text, words)
        if read is not entry:
            at, text = at + read.at, text[read.at :]
        if len(text.split()) > 1 and not words.is_closed(text):
            told = evidence(sentence, rule, start=at, end=at + len(text))
            also_his = found[-1].owner if found and _ALSO.match(text) else owner
            found.append(Statement(text, read.owner or also_his, "mark", told, read.due))
    return found


def _tasks(sentence: Sentence, start: int, words: TaskWords) -> Iterator[tuple[int, str]]:
    """Where the tasks of a sentence begin, and their words: it is cut before "and" or a comma with a new doer behind it, and before
    ", also write".

    Only where a task stands before it: "JS and AB to meet" is one.
    """
    cuts = [start]
    also = [m.start("task") + sentence.start for m in _ALSO_TO.finditer(sentence.text) if m["verb"] in words.verbs]
    for begin, end in sorted([*_doers(sentence, words), *((at, at) for at in also)]):
        lead = sentence.text[cuts[-1] - sentence.start : begin - sentence.start]
        told = _DOES.search(lead) or words.opens_task(lead)
        if begin > cuts[-1] and told and (begin in also or (_JOINT.search(lead) and _ALSO_DOES.match(sentence.text, end - sentence.start))):
            cuts.append(begin)
    for at, following in zip(cuts, [*cuts[1:], sentence.end], strict=True):
        text = sentence.text[at - sentence.start : following - sentence.start]
        yield at, (_JOINT.sub("", text) if following != sentence.end else text).strip()


def _doers(sentence: Sentence, words: TaskWords) -> list[tuple[int, int]]:
    """Where names and initials stand that may be told to do something."""
    named = [(n.start, n.end) for n in sentence.names]
    return sorted(
        {*named, *((sentence.start + m.start(), sentence.start + m.end("owner")) for m in initials_that_do(sentence.text, words))}
    )


def initials_that_open(text: str, words: TaskWords) -> str | None:
    """The initials at the beginning of ``text``, where they do something: "JS to chase"."""
    match = _INITIALS_DO.match(text)
    return match["owner"] if match and match["verb"] in words.verbs else None


def initials_that_do(text: str, words: TaskWords) -> list[re.Match[str]]:
    """Initials before "to do" or "will do": "JS to chase", "JS/AB to meet"."""
    return [m for m in _INITIALS_DO.finditer(text) if m["verb"] in words.verbs]
