"""What the meeting decided, limb by limb, with its type, mover, seconder and vote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes_miner.assemble.limbs import Limb, read_limbs
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, person_of, speaks
from minutes_miner.assemble.votes import read_vote
from minutes_miner.assemble.wordings import Classifier
from minutes_miner.model import Block, Document, Mention, Resolution
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import normal

# An informal decision says the same as a formal limb where this share of its words stands in the limb: half of them are stop words anyway.
_SAME_DECISION = 0.6
_PRINTED_VERB = re.compile(r"\b(agreed|decided|resolved|recommended|approved|determined|agreement)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ResolutionRules:
    """The compiled rules that classify decisions."""

    types: Classifier
    procedural: Classifier
    tasks: Classifier

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, book: RuleBook) -> ResolutionRules:
        """Compiled from the rule book, once per book."""
        return cls(Classifier(book, "resolution-type"), Classifier(book, "procedural"), Classifier(book, "instruct"))


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision before its mover and vote are known."""

    sentence: Sentence
    limb: Limb
    form: str  # the value of the rule: formal, after, whole, noted, lost
    rule: str
    verb: str
    group: int  # decisions of one resolution share it


def read_resolutions(
    document: Document, turns: Sequence[Turn], blocks: Sequence[Block], people: People, rules: ResolutionRules
) -> tuple[Resolution, ...]:
    """The resolutions of one item in order; ``blocks`` are the item's, ``turns`` its sentences."""
    decisions = _decisions(document, turns, blocks)
    decisions = _without_repeats(decisions)
    names = [n for turn in turns for n in turn.sentence.names]
    rows = [_resolution(d, turns, names, people, rules) for d in decisions]
    return tuple(sorted(rows, key=lambda r: r.evidence.start))


def _decisions(document: Document, turns: Sequence[Turn], blocks: Sequence[Block]) -> list[_Decision]:
    found: list[_Decision] = []
    index = {block.start: i for i, block in enumerate(blocks)}
    covered = -1  # the end of the last formal resolution: its limbs are no decisions of their own
    for group, turn in enumerate(turns):
        sentence = turn.sentence
        mark = _strongest(sentence)
        if mark is None or sentence.start < covered or sentence.block.kind == "heading" and mark.value != "formal":
            continue
        if mark.value == "formal":
            limbs, end = read_limbs(document, blocks, index[sentence.block.start], mark.end, sentence.end)
            covered = max(covered, end)
        else:
            limbs = [_informal(sentence, mark)]
        found += [_Decision(sentence, limb, mark.value, mark.rule, _verb(sentence, mark), group) for limb in limbs if limb.text]
    return found


def _strongest(sentence: Sentence) -> Mention | None:
    """The mark that decides how the sentence is read: a formal word before an informal one, a loss before a passing."""
    order = ("formal", "lost", "after", "whole", "noted")
    if sentence.text.rstrip().endswith("?"):
        return None
    marks = sentence.of("resolution")
    return min(marks, key=lambda m: (order.index(m.value), m.start, -m.end), default=None)


def _informal(sentence: Sentence, mark: Mention) -> Limb:
    start = sentence.start
    if mark.value == "after":
        start = mark.end - len("to") if sentence.text[: mark.end - sentence.start].endswith(" to") else mark.end
        start += len(sentence.text[start - sentence.start :]) - len(sentence.text[start - sentence.start :].lstrip())
    elif not sentence.opens_block or sentence.block.body <= sentence.start:
        start = sentence.start
    label = sentence.block.label if sentence.opens_block and sentence.block.label.strip("•-–o*·") else None
    if label and start == sentence.start:
        start = sentence.block.body
    return Limb(label or None, sentence.text[start - sentence.start :], start, sentence.end, sentence.block)


def _verb(sentence: Sentence, mark: Mention) -> str:
    match = _PRINTED_VERB.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start)
    return match.group(1).casefold() if match else ""


def _without_repeats(decisions: Sequence[_Decision]) -> list[_Decision]:
    """Without what only repeats: "noted" beside anything firmer, an informal "agreed" that a formal limb says again, the same limb twice."""
    formal = [d for d in decisions if d.form == "formal"]
    firm = [d for d in decisions if d.form != "noted"]
    kept: list[_Decision] = []
    for decision in decisions:
        if decision.form == "noted" and firm:
            continue
        if decision.form != "formal" and any(_says_again(decision, other) for other in formal):
            continue
        if decision.form == "formal" and any(normal(decision.limb.text) == normal(k.limb.text) for k in kept):
            continue
        kept.append(decision)
    return kept


def _says_again(informal: _Decision, formal: _Decision) -> bool:
    words, others = set(normal(informal.limb.text).split()), set(normal(formal.limb.text).split())
    return bool(words) and len(words & others) / len(words) >= _SAME_DECISION


def _resolution(decision: _Decision, turns: Sequence[Turn], names: Sequence[Mention], people: People, rules: ResolutionRules) -> Resolution:
    limb, sentence = decision.limb, decision.sentence
    moved, seconded = _movers(decision, turns, people)
    procedural = rules.procedural.read(f"{sentence.text} {limb.text}")
    return Resolution(
        label=limb.label,
        text=limb.text,
        type=_type(decision, names, rules),
        moved_by=moved,
        seconded_by=seconded,
        vote=read_vote(decision.group, turns),
        procedural=procedural is not None,
        evidence=replace(evidence(sentence, decision.rule, start=limb.start, end=limb.end), page=limb.block.page, anchor=limb.block.anchor),
    )


def _type(decision: _Decision, names: Sequence[Mention], rules: ResolutionRules) -> str:
    if decision.form == "lost":
        return "lost"
    text, offset = decision.limb.text, decision.limb.start
    reading = rules.types.read(text, names, offset)
    if decision.form == "after" and decision.verb in ("agreed", "decided", "determined", "agreement", "resolved"):
        # "It was agreed that X be done" keeps the printed verb; only telling a named person, or a plain type of its own, changes it.
        if reading is None or reading.value in ("noted", "agreed"):
            return "agreed"
        if reading.value == "requested":
            task = rules.tasks.find(text, names, offset)
            owner = any(n.value != "group" and n.start < offset + (task[1] if task else 0) and n.start - offset < 25 for n in names if n.start >= offset)
            return "requested" if owner else "agreed"
    if decision.form == "formal" and sentence_recommends(decision):
        return "recommended"
    return reading.value if reading else "agreed" if decision.verb in ("agreed", "resolved", "decided") or decision.form == "formal" else "other"


def sentence_recommends(decision: _Decision) -> bool:
    """Whether the opening words themselves make the limbs recommendations ("RESOLVED the following recommendations")."""
    lead = decision.sentence.text[: max(0, decision.limb.start - decision.sentence.start)]
    return bool(re.search(r"\brecommend(?:s|ed|ation|ations)?\b", lead, re.IGNORECASE))


def _movers(decision: _Decision, turns: Sequence[Turn], people: People) -> tuple[str | None, str | None]:
    """Mover and seconder named in the decision's sentence, the sentence after it (same or next block) or the one before it."""
    for i in (decision.group, decision.group + 1, decision.group - 1, decision.group + 2):
        if not 0 <= i < len(turns) or (i != decision.group and _strongest(turns[i].sentence) and i < decision.group):
            continue
        found = {value: _named(turns[i].sentence, value, people) for value in ("moved", "seconded")}
        if any(found.values()):
            return found["moved"], found["seconded"]
    return None, None


def _named(sentence: Sentence, value: str, people: People) -> str | None:
    for mark in sentence.of("mover", value):
        for name in sentence.names:
            if mark.start <= name.start < mark.end and speaks(name):
                return person_of(sentence, name, people).name
    return None
