"""Turns of speech: who says what in an item, with pronouns resolved and anonymous groups kept apart from speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from minutes_miner.assemble.persons import People, Person, one_of_several, unique
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.subjects import Subject, subjects
from minutes_miner.model import Contribution, Mention, Speaker
from minutes_miner.text import fold

_HE = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her)\b", re.IGNORECASE)
_TITLE_GENDER = {"mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she", "lady": "she"}
_OF_SPEECH = frozenset({"speech", "mover"})
_APPOSITION = re.compile(r",\s(?:the\s)?([A-Z][^,;.]{4,110}?|[a-z]+\s[A-Z][^,;.]{2,100}?),\s|\s\(([A-Z][^()]{3,80})\)")
# Between names in a row: "Jo Ash (Head of Audit), Kim Elm and Mr Oak".
_JOINED = re.compile(r"(?:\s\([^()]{1,80}\))?(?:,\s|,?\s(?:and|&)\s)")
_EARLIER = re.compile(r"\bha(?:d|ving)\sbeen\s(?:\w+ly\s)?$")  # "had been asked by": before the meeting
_ABOUT_TO = re.compile(r"\s(?:that|how|what|if|whether|as)?\s?(he|she)\b")


class Act(NamedTuple):
    """One verb of speech with who speaks: persons, or nobody by name (``anonymous``: "Members", "a resident")."""

    verb: Mention
    persons: tuple[Person, ...]
    anonymous: str | None = None


class Turn(NamedTuple):
    """A sentence with its acts of speech; ``speaker`` is who speaks it, where the sentence or its block says so."""

    sentence: Sentence
    acts: tuple[Act, ...]
    speaker: Person | None


@dataclass
class _Memory:
    """Whom a pronoun may mean: the persons who spoke, latest last, those just named, and what is known of their gender."""

    spoke: list[Person] = field(default_factory=list)
    just_spoke: list[Person] = field(default_factory=list)
    just_named: list[Person] = field(default_factory=list)
    asked: bool = False  # the last sentence asks, so that a reply is by one whom it names
    gender: dict[int, str] = field(default_factory=dict)

    def note(self, acts: Sequence[Act], named: list[Person]) -> None:
        """Remember a sentence: who spoke in it, and whom it names."""
        if not acts:
            self.just_spoke, self.just_named, self.asked = [], named, False
            return
        self.just_spoke = unique(p for act in acts for p in act.persons)
        self.just_named = [p for p in named if p not in self.just_spoke]
        self.asked = any(act.verb.value == "ask" for act in acts)
        for person in self.just_spoke:
            if person in self.spoke:
                self.spoke.remove(person)
            self.spoke.append(person)

    def meant(self, pronoun: str, *, replies: bool) -> Person | None:
        """Whom ``pronoun`` means: one just asked who replies, one who just spoke, the latest speaker whom it fits, one just named."""
        if pronoun == "they":
            return self.spoke[-1] if self.spoke else None
        asked = self._fitting(self.just_named, pronoun) if replies and self.asked else []
        known = [p for p in self.just_spoke if self.gender.get(id(p)) == pronoun]
        choice = [*asked[-1:], *known[-1:], *self._fitting(self.spoke, pronoun)[-1:], *self._fitting(self.just_named, pronoun)[-1:]]
        return choice[0] if choice else None

    def _fitting(self, persons: Sequence[Person], pronoun: str) -> list[Person]:
        return [p for p in persons if self.gender.get(id(p), pronoun) == pronoun]


def read_speech(sentences: Sequence[Sentence], people: People) -> list[Turn]:
    """One Turn per sentence of an item, in order."""
    memory, turns = _Memory(), []
    speaker: Person | None = None
    for sentence in sentences:
        if sentence.opens_block:
            speaker = None
        acts = tuple(_acts(sentence, people, memory)) if not sentence.kinds.isdisjoint(_OF_SPEECH) else ()
        if acts:
            # "In response to a question from X, Y said": the sentence is the turn of Y.
            first = next((act for act in acts if act.verb.value != "by"), acts[0])
            speaker = first.persons[0] if first.persons else None
        memory.note(acts, _named(sentence, people, memory) if sentence.names else [])
        turns.append(Turn(sentence, acts, speaker))
    return turns


def _acts(sentence: Sentence, people: People, memory: _Memory) -> list[Act]:
    verbs = [m for m in sentence.of("speech") if m.value != "by"]
    found = [_act(sentence, verb, subject, people, memory) for verb, subject in subjects(sentence, verbs)]
    for mark in sentence.marks:
        told = mark.kind == "speech" and mark.value == "by" and not _EARLIER.search(sentence.text[: mark.start - sentence.start])
        if told or mark.kind == "mover":
            persons = tuple(person_of(sentence, n, people) for n in _agents(sentence, mark))
            found += [Act(mark, persons)] if persons else []
    return sorted(found, key=lambda act: act.verb.start)


def _agents(sentence: Sentence, mark: Mention) -> list[Mention]:
    """The names behind "by" that may speak: those inside the mark, and those that a comma or "and" joins to them."""
    found = [n for n in sentence.names if mark.start <= n.start < mark.end and speaks(n)]
    for name in sentence.names:
        gap = sentence.text[found[-1].end - sentence.start : name.start - sentence.start] if found else ""
        if gap and name.start > found[-1].start and speaks(name) and _JOINED.fullmatch(gap):
            found.append(name)
    return found


def _act(sentence: Sentence, verb: Mention, subject: Subject, people: People, memory: _Memory) -> Act:
    if subject.pronoun:
        meant = memory.meant(subject.pronoun, replies=verb.value == "reply")
        if meant and subject.pronoun != "they":
            memory.gender.setdefault(id(meant), subject.pronoun)
        return Act(verb, (meant,) if meant else ())
    persons = tuple(person_of(sentence, name, people) for name in subject.names if speaks(name))
    if not persons:
        return Act(verb, (), wording(sentence, subject.names[0]))
    _learn_gender(sentence, verb, subject, persons[0], memory)
    return Act(verb, persons)


def _named(sentence: Sentence, people: People, memory: _Memory) -> list[Person]:
    """The persons whom a sentence names; a title tells their gender."""
    found = []
    for name in sentence.names:
        if name.value == "person":
            person = person_of(sentence, name, people)
            _learn_title(wording(sentence, name), person, memory)
            found.append(person)
    return found


def _learn_title(name: str, person: Person, memory: _Memory) -> None:
    gender = _TITLE_GENDER.get(name.split()[0].rstrip(".").casefold())
    if gender:
        memory.gender.setdefault(id(person), gender)


def _learn_gender(sentence: Sentence, verb: Mention, subject: Subject, person: Person, memory: _Memory) -> None:
    """From the title, or from a pronoun that takes the subject up: "The Chair said that she ..."."""
    _learn_title(wording(sentence, subject.names[0]), person, memory)
    said = _ABOUT_TO.match(sentence.text, verb.end - sentence.start)
    if said:
        memory.gender.setdefault(id(person), said.group(1))


def speaks(name: Mention) -> bool:
    """Whether a name span may be a speaker: a person or office, no group and no body."""
    return name.value in ("person", "office", "maybe")


def wording(sentence: Sentence, name: Mention) -> str:
    """The words of a name span; in a row of names ("Councillors Ash and Elm") each bears the title in the singular."""
    words = _words(sentence, name)
    if name.rule != "name.listed":
        return words
    for first in reversed([n for n in sentence.names if n.rule == name.rule and n.start <= name.start]):
        title, rest = one_of_several(_words(sentence, first))
        if title:
            return f"{title} {rest if first is name else words}"
    return words


def _words(sentence: Sentence, name: Mention) -> str:
    return sentence.text[name.start - sentence.start : name.end - sentence.start]


def person_of(sentence: Sentence, name: Mention, people: People) -> Person:
    """The person whom a name span means; an apposition (", Head of Audit,") is noted as an office of theirs."""
    person = people.person(wording(sentence, name), name.value)
    apposition = _APPOSITION.match(sentence.text, name.end - sentence.start) if name.value != "office" else None
    if apposition:
        start, end = (sentence.start + at for at in apposition.span())
        # In a list ("For: Mr Ash, Mr Bell, Mr Cole") what stands between commas is the next name, no office.
        if not any(start < n.start < end and n.value in ("person", "maybe") for n in sentence.names):
            people.tie(person, fold(apposition.group(1) or apposition.group(2)))
    return person


def speakers_of(turns: Sequence[Turn]) -> tuple[Speaker, ...]:
    """Each distinct person or office to whom the item attributes speech, in order of first speaking."""
    first: dict[int, tuple[Person, Turn, Act]] = {}
    for turn in turns:
        for act in turn.acts:
            for person in act.persons:
                first.setdefault(id(person), (person, turn, act))
    return tuple(Speaker(p.name, p.aliases, p.role, evidence(turn.sentence, act.verb.rule)) for p, turn, act in first.values())


def contributions_of(turns: Sequence[Turn]) -> tuple[Contribution, ...]:
    """Consecutive sentences of one speaker, joined."""
    found: list[Contribution] = []
    run: list[Turn] = []
    for turn in [*turns, None]:
        if turn and run and turn.speaker is run[-1].speaker and turn.sentence.block.start == run[-1].sentence.block.start:
            run.append(turn)
            continue
        if run and run[0].speaker:
            found.append(_contribution(run))
        run = [turn] if turn else []
    return tuple(found)


def _contribution(run: Sequence[Turn]) -> Contribution:
    first, last = run[0].sentence, run[-1].sentence
    speaker = run[0].speaker
    assert speaker is not None  # the caller passes only runs that somebody speaks
    text = " ".join(turn.sentence.text for turn in run)
    rule = run[0].acts[0].verb.rule if run[0].acts else "speech.same-turn"
    return Contribution(speaker.name, text, evidence(first, rule, end=last.end))
