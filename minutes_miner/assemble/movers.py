"""Who moved and who seconded a decision, as far as they are named beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_miner.assemble.decisions import Decision, strongest
from minutes_miner.assemble.motions import MOTION_REACH
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn, person_of, speaks


def read_movers(decision: Decision, turns: Sequence[Turn], people: People) -> tuple[str | None, str | None]:
    """Mover and seconder named where the decision is stated, in the sentences after it or in those before it that decide nothing else."""
    found: dict[str, str] = {}
    for at in decision.said_at:
        for i in _near(at, turns, back=MOTION_REACH if decision.form in ("formal", "lost") else 1):
            for value in ("moved", "seconded"):
                named = None if value in found else _named(turns[i].sentence, value, people)
                if named:
                    found[value] = named
            if len(found) == 2:
                break
    return found.get("moved"), found.get("seconded")


def _near(at: int, turns: Sequence[Turn], *, back: int) -> Iterator[int]:
    """The turn itself, then up to two after it and up to ``back`` before it, as far as no other decision stands between."""
    yield at
    for i in range(at + 1, min(len(turns), at + 3)):
        if strongest(turns[i].sentence) or turns[i].sentence.block.kind == "heading":
            break
        yield i
    for i in range(at - 1, max(-1, at - 1 - back), -1):
        if turns[i].sentence.block.kind == "heading" or turns[i].sentence.of("resolution", "formal", "lost"):
            break
        yield i
        mark = strongest(turns[i].sentence)
        if mark and mark.value in ("after", "whole"):
            break


def _named(sentence: Sentence, value: str, people: People) -> str | None:
    # "Proposed by A, seconded by B": the passive names its agent behind it, whatever name stands before.
    if "mover" not in sentence.kinds:
        return None
    for mark in sorted(sentence.of("mover", value), key=lambda m: not m.rule.endswith(("-by", "motion"))):
        for name in sentence.names:
            if mark.start <= name.start < mark.end and speaks(name):
                return person_of(sentence, name, people).name
    return None
