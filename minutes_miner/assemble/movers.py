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
_MOVES = ("prop", "Prop", "PROP", "mov", "Mov", "MOV")
_INITIALS = re.compile(
    r"\b(?i:prop(?:osed|oser)?|moved|mover)\b[.:]?\s(?:by:?\s)?(?P<moved>[A-Z]{2,3})[\s,;.]+(?:and\s)?"
    r"(?i:sec(?:onded|onder)?|2nd)\b[.:]?\s(?:by:?\s)?(?P<seconded>[A-Z]{2,3})\b"
)
_PRONOUNS = ("He ", "She ")
_PRONOUN = re.compile(r"(?:He|She)\s(?:then\s|also\s|therefore\s)?(?:proposed|moved)\b")
# A line or a bracket of two names and no more: "M Garside / P Vance".
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w’'-]+){0,3}"
_SLASH = re.compile(rf"\(?(?P<moved>{_NAME})\s?/\s?(?P<seconded>{_NAME})\)?\.?")


class Movers:
    """Who moved and who seconded the decisions of an item; ``turns``: its sentences."""

    def __init__(self, turns: Sequence[Turn], people: People) -> None:
        self._turns, self._people = turns, people
        self._naming = {i for i, turn in enumerate(turns) if _may_name(turn.sentence)}

    def of(self, decision: Decision) -> tuple[str | None, str | None]:
        """Mover and seconder named where it is stated, in the sentences after it or in those before it that decide nothing else."""
        found: dict[str, str] = {}
        for at in decision.said_at if self._naming else ():
            for i in _near(at, self._turns, back=MOTION_REACH if decision.form in ("formal", "lost") else 1):
                if i in self._naming:
                    self._read(self._turns[i], found)
                if len(found) == 2:
                    break
        return found.get("moved"), found.get("seconded")

    def _read(self, turn: Turn, found: dict[str, str]) -> None:
        """Add to ``found`` whom a sentence names."""
        for value in ("moved", "seconded"):
            named = None if value in found else _named(turn.sentence, value, self._people)
            if named is None and value == "moved" and value not in found:
                named = _by_pronoun(turn)
            if named:
                found[value] = named


def _may_name(sentence: Sentence) -> bool:
    """Whether a sentence may name a mover or seconder."""
    text = sentence.text
    if "mover" in sentence.marks or text.startswith(_PRONOUNS):
        return True
    return ("/" in text or "ec" in text or "2nd" in text) and _pair(text) is not None


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
    if "mover" not in sentence.marks:
        return _printed(sentence, value, people)
    for mark in sorted(sentence.of("mover", value), key=lambda m: not m.rule.endswith(("-by", "motion"))):
        for name in sentence.names:
            if mark.start <= name.start < mark.end and speaks(name):
                return person_of(sentence, name, people).name
    return None


def _printed(sentence: Sentence, value: str, people: People) -> str | None:
    """Mover or seconder in a note without names that the rules know: initials, or two members' names and a stroke."""
    pair = _pair(sentence.text)
    if pair is None or pair.re is _INITIALS:
        return people.person(pair[value], "person").name if pair else None
    persons = {key: people.person(name, "person") for key, name in pair.groupdict().items()}
    listed = all(len(person.names) > 1 for person in persons.values())  # as a member, and here
    return persons[value].name if listed else None


def _pair(text: str) -> re.Match[str] | None:
    """Mover and seconder where ``text`` names both in such a note."""
    slash = _SLASH.fullmatch(text) if "/" in text else None
    if slash:
        return slash
    return _INITIALS.search(text) if ("ec" in text or "2nd" in text) and any(map(text.__contains__, _MOVES)) else None
