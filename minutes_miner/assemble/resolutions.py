"""What the meeting decided, limb by limb, with its type, mover, seconder and vote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from minutes_miner.assemble.confidence import Rater
from minutes_miner.assemble.decisions import Decision, find_decisions
from minutes_miner.assemble.movers import Movers
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.repeats import NOTING, without_repeats
from minutes_miner.assemble.speech import Turn
from minutes_miner.assemble.votes import Votes
from minutes_miner.assemble.wordings import Classifier, worded
from minutes_miner.matching import Stretch
from minutes_miner.model import Block, Document, Evidence, Mention, Resolution
from minutes_miner.rulebook import RuleBook

_AGREED = frozenset({"agreed", "decided", "determined", "agreement", "resolved"})
_KEPT_VERBS = _AGREED - {"resolved"}  # the formal word has no verb to keep
_RECOMMENDS = re.compile(r"\brecommend(?:s|ed|ation|ations)?\b", re.IGNORECASE)
_ELECTED = re.compile(r"\b(?:elected|appointed|co-opted)\b")
_NOTES = re.compile(r"\bnoted\b", re.IGNORECASE)
_TO_DO = re.compile(r"to\s[a-z]+\b(?!\s(?:ask|request|instruct|invite|require))")
_DONE_TO = re.compile(r"\s(?:\w+\s){0,6}?(?:should\s)?be\s(?!asked|requested|instructed|invited)")


@dataclass(frozen=True)
class ResolutionRules:
    """The compiled rules that classify decisions."""

    types: Classifier
    procedural: Classifier
    tasks: Classifier
    limbs: Classifier

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, book: RuleBook) -> ResolutionRules:
        """Compiled from the rule book, once per book."""
        return cls(
            Classifier(book, "resolution-type"), Classifier(book, "procedural"), Classifier(book, "instruct"), Classifier(book, "limb")
        )


class Decided(NamedTuple):
    """A resolution, and its words as classifiers take them."""

    resolution: Resolution
    words: Stretch


def read_resolutions(
    document: Document, turns: Sequence[Turn], blocks: Sequence[Block], people: People, rules: ResolutionRules, rater: Rater
) -> list[Decided]:
    """The resolutions of one item in order; ``blocks`` are the item's, ``turns`` its sentences."""
    decisions = without_repeats(find_decisions(document, turns, blocks, rules.limbs))
    if not decisions:
        return []
    said = [turn.sentence for turn in turns]
    names = [n for sentence in said for n in sentence.names]
    movers, votes = Movers(turns, people), Votes(said)
    found = []
    for decision in decisions:
        limb, sentence = decision.limb, decision.sentence
        words = worded(limb.text, names, limb.start)
        moved, seconded = movers.of(decision)
        told = Evidence(limb.start, limb.end, decision.rule, sentence.text, limb.block.page, limb.block.anchor)
        level, why = rater.resolution(limb.text, told)
        resolution = Resolution(
            label=limb.label,
            text=limb.text,
            type=_type(decision, words, names, rules),
            moved_by=moved,
            seconded_by=seconded,
            vote=votes.beside(decision.voted_at),
            procedural=_is_procedural(decision, rules),
            evidence=told,
            confidence=level,
            confidence_reason=why,
        )
        found.append(Decided(resolution, words))
    return sorted(found, key=lambda each: each.resolution.evidence.start)


def _is_procedural(decision: Decision, rules: ResolutionRules) -> bool:
    said, limb = decision.sentence.text, decision.limb.text
    text = said if limb in said else f"{said} {limb}"
    return rules.procedural.may_read(text) and rules.procedural.read(worded(text)) is not None


def _type(decision: Decision, words: Stretch, names: Sequence[Mention], rules: ResolutionRules) -> str:
    if decision.form == "lost":
        return "lost"
    if decision.form == "formal" and _RECOMMENDS.search(decision.lead):
        return "recommended"
    if decision.form == "formal" and _NOTES.search(decision.lead):
        return "noted"  # "NOTED the terms of the lease"
    text, offset = decision.limb.text, decision.limb.start
    reading = rules.types.read(words)
    if reading is None and decision.rule in NOTING:
        return "noted"
    if reading is None and decision.limb.start >= decision.sentence.end and _ELECTED.search(decision.sentence.text):
        return "appointed"  # "The following were elected:", a line each below
    if reading is None:
        return "agreed" if decision.form in ("formal", "after") or decision.verb in _AGREED else "other"
    if (
        decision.form == "after"
        and decision.verb in _KEPT_VERBS
        and reading.rule != "type.acceptance"
        and reading.value in ("noted", "agreed", "approved", "requested")
    ):
        # "It was agreed that X be done" keeps the printed verb; only a named person told to do it makes it a request.
        return "requested" if reading.value == "requested" and _told_to_somebody(text, names, offset) else "agreed"
    if reading.value == "requested" and _TO_DO.match(text):
        return "agreed"  # "RESOLVED to pay both": the meeting's own doing, nobody is told
    return reading.value


def _told_to_somebody(text: str, names: Sequence[Mention], offset: int) -> bool:
    """Whether the limb opens with a name that is told what to do ("that Councillor Ash should instruct the works")."""
    opening = re.match(r"(?:[Tt]hat\s)?", text)
    start = offset + (opening.end() if opening else 0)
    return any(n.start == start and n.value != "group" and not _DONE_TO.match(text, n.end - offset) for n in names)
