"""Who moved and who seconded a decision, as far as they are named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_miner.assemble.decisions import Decision, strongest
from minutes_miner.assemble.motions import MOTION_REACH
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn, person_of, speaks

# Both by their initials, whether or not these are explained: "(Prop MG, Sec PV)", "Proposed: MG, seconded: PV".
_MOVES = ("rop", "ROP", "ov", "OV")  # of "proposed" and "moved"
_INITIALS = re.compile(
    r"\b(?i:prop(?:osed|oser)?|moved|mover)\b[.:]?\s(?:by:?\s)?(?P<moved>[A-Z]{2,3})[\s,;.]+(?:and\s)?"
    r"(?i:sec(?:onded|onder)?|2nd)\b[.:]?\s(?:by:?\s)?(?P<seconded>[A-Z]{2,3})\b"
)
_PRONOUN = re.compile(r"(?:He|She)\s(?:then\s|also\s|therefore\s)?(?:proposed|moved)\b")
# A line or a bracket of two names and no more: "M Garside / P Vance".
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w’'-]+){0,3}"
_SLASH = re.compile(rf"\(?(?P<moved>{_NAME})\s?/\s?(?P<seconded>{_NAME})\)?\.?")


def read_movers(decision: Decision, turns: Sequence[Turn], people: People) -> tuple[str | None, str | None]:
    """Mover and seconder named where the decision is stated, in the sentences after it or in those before it that decide nothing else."""
    found: dict[str, str] = {}
    for at in decision.said_at:
        for i in _near(at, turns, back=MOTION_REACH if decision.form in ("formal", "lost") else 1):
            for value in ("moved", "seconded"):
                named = None if value in found else _named(turns[i].sentence, value, people)
                if named is None and value == "moved" and value not in found:
                    named = _by_pronoun(turns[i])
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


def _by_pronoun(turn: Turn) -> str | None:
    """The mover in "He proposed that ...", where it is known who he is."""
    if not _PRONOUN.match(turn.sentence.text) or not turn.acts or not turn.acts[0].persons:
        return None
    return turn.acts[0].persons[0].name


def _named(sentence: Sentence, value: str, people: People) -> str | None:
    # "Proposed by A, seconded by B": the passive names its agent behind it, whatever name stands before.
    if "mover" not in sentence.kinds:
        return _printed(sentence, value, people)
    for mark in sorted(sentence.of("mover", value), key=lambda m: not m.rule.endswith(("-by", "motion"))):
        for name in sentence.names:
            if mark.start <= name.start < mark.end and speaks(name):
                return person_of(sentence, name, people).name
    return None


def _printed(sentence: Sentence, value: str, people: People) -> str | None:
    """Mover or seconder in a note without names that the rules know: initials, or two members' names and a stroke."""
    text = sentence.text
    if "/" in text and (slash := _SLASH.fullmatch(text)):
        persons = {key: people.person(name, "person") for key, name in slash.groupdict().items()}
        listed = all(len(person.names) > 1 for person in persons.values())  # as a member, and here
        return persons[value].name if listed else None
    pair = _INITIALS.search(text) if ("ec" in text or "2nd" in text) and any(sign in text for sign in _MOVES) else None
    return people.person(pair[value], "person").name if pair else None
