"""Turns of speech: who says what in an item, with pronouns resolved and anonymous groups kept apart from speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from minutes_miner.assemble.persons import People, Person, one_of_several, unique
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.subjects import Subject, subjects
from minutes_miner.model import Contribution, Mention, Speaker
from minutes_miner.text import fold

_TITLE_GENDER = {"mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she", "lady": "she"}
_OF_SPEECH = frozenset({"speech", "mover"})
_BY_PLACE = itemgetter(1, 2, 0)  # marks in the order of their document
_SPEAKING = frozenset({"person", "office", "maybe"})  # values of names
_APPOSITION = re.compile(r",\s(?:the\s)?([A-Z][^,;.]{4,110}?|[a-z]+\s[A-Z][^,;.]{2,100}?),\s|\s\(([A-Z][^()]{3,80})\)")
_BEFORE_APPOSITION = (", ", " (")
# Between names in a row: "Jo Ash (Head of Audit), Kim Elm and Mr Oak".
_JOINED = re.compile(r"(?:\s\([^()]{1,80}\))?(?:,\s|,?\s(?:and|&)\s)")
_EARLIER = re.compile(r"\bha(?:d|ving)\sbeen\s(?:\w+ly\s)?$")  # "had been asked by": before the meeting
_TAKEN_UP = (" he", " she", " that", " how", " what", " if", " whether", " as")  # with one of these begins all that _ABOUT_TO finds
# "The Chair welcomed Mr Oak, Head of Audit, who gave a talk.": the one brought in so is whom the next sentence means.
_WHO = re.compile(r"(?:,\s[^.;]{2,100})?,\swho\s")
_ABOUT_TO = re.compile(r"\s(?:that|how|what|if|whether|as)?\s?(he|she)\b")


@dataclass(slots=True, eq=False)
class Act:
    """One verb of speech with who speaks: persons, or nobody by name (``anonymous``: "Members", "a resident")."""

    verb: Mention
    persons: tuple[Person, ...]
    anonymous: str | None = None


@dataclass(slots=True, eq=False)
class Turn:
    """A sentence with its acts of speech; ``speaker`` is who speaks it, where the sentence or its block says so."""

    sentence: Sentence
    acts: tuple[Act, ...]
    speaker: Person | None


class _Memory:
    """Whom the names and pronouns of an item mean: those named so far, who spoke, latest last, and what is known of their gender."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.met: dict[int, Person] = {}  # by the place of the name
        self.spoke: list[Person] = []
        self.just_spoke: list[Person] = []
        self.just_named: list[Person] = []
        self.brought_in: list[Person] = []
        self.asked = False  # the last sentence asks, so that a reply is by one whom it names
        self.gender: dict[Person, str] = {}

    def person(self, sentence: Sentence, name: Mention) -> Person:
        """The person whom a name span means; its title tells their gender."""
        known = self.met.get(name.start)
        if known is None:
            words = wording(sentence, name)
            known = self.met[name.start] = _meant(sentence, name, words, self.people)
            if gender := gender_of(words):
                self.gender.setdefault(known, gender)
        return known

    def note(self, acts: Sequence[Act], named: list[Person]) -> None:
        """Remember a sentence in which somebody speaks: who spoke in it, and whom it names."""
        self.just_spoke = unique([p for act in acts for p in act.persons])
        self.just_named = [p for p in named if p not in self.just_spoke]
        self.asked = "ask" in [act.verb.value for act in acts]
        for person in self.just_spoke:
            if person in self.spoke:
                self.spoke.remove(person)
            self.spoke.append(person)

    def meant(self, pronoun: str, *, replies: bool) -> Person | None:
        """Whom ``pronoun`` means: one just asked who replies, one just brought in, one who just spoke, the latest speaker whom it fits,
        one just named."""
        if pronoun == "they":
            return self.spoke[-1] if self.spoke else None
        asked = self._fitting(self.just_named, pronoun) if replies and self.asked else []
        known = [p for p in (*self.just_spoke, *self.brought_in) if self.gender.get(p) == pronoun]
        choice = [*asked[-1:], *known[-1:], *self._fitting(self.spoke, pronoun)[-1:], *self._fitting(self.just_named, pronoun)[-1:]]
        return choice[0] if choice else None

    def _fitting(self, persons: Sequence[Person], pronoun: str) -> list[Person]:
        return [p for p in persons if self.gender.get(p, pronoun) == pronoun]


def gender_of(name: str) -> str | None:
    """The pronoun that goes with the title of a name: "Mr Ash" -> "he"."""
    return _TITLE_GENDER.get(name.split(None, 1)[0].rstrip(".").casefold())


def read_speech(sentences: Sequence[Sentence], people: People) -> list[Turn]:
    """One Turn per sentence of an item, in order."""
    memory, turns = _Memory(people), []
    met = memory.met
    speaker: Person | None = None
    for sentence in sentences:
        if sentence.opens_block:
            speaker = None
        acts = () if _OF_SPEECH.isdisjoint(sentence.marks) else tuple(_acts(sentence, memory))
        named = [met.get(n.start) or memory.person(sentence, n) for n in sentence.names if n.value == "person"] if sentence.names else []
        memory.brought_in = named[-1:] if named and _is_brought_in(sentence) else []
        if acts:
            # "In response to a question from X, Y said": the sentence is the turn of Y.
            first = acts[0] if acts[0].verb.value != "by" else next((act for act in acts if act.verb.value != "by"), acts[0])
            speaker = first.persons[0] if first.persons else None
            memory.note(acts, named)
        else:
            memory.just_spoke, memory.just_named, memory.asked = [], named, False
        turns.append(Turn(sentence, acts, speaker))
    return turns


def _is_brought_in(sentence: Sentence) -> bool:
    """Whether the sentence ends with what the person named last did: "who gave a talk"."""
    last = next(n for n in reversed(sentence.names) if n.value == "person")
    return ", who " in sentence.text and _WHO.match(sentence.text, last.end - sentence.start) is not None


def _acts(sentence: Sentence, memory: _Memory) -> list[Act]:
    spoken, moved = sentence.of("speech"), sentence.of("mover")
    verbs = [mark for mark in spoken if mark.value != "by"]
    agents = sorted([*(mark for mark in spoken if mark.value == "by"), *moved], key=_BY_PLACE) if moved or len(verbs) < len(spoken) else []
    found = [_act(sentence, verb, subject, memory) for verb, subject in subjects(sentence, verbs)]
    for mark in agents:
        if mark.kind == "mover" or not _EARLIER.search(sentence.text[: mark.start - sentence.start]):
            persons = tuple([memory.person(sentence, n) for n in _agents(sentence, mark)])
            found += [Act(mark, persons)] if persons else []
    return sorted(found, key=lambda act: act.verb.start) if agents else found


def _agents(sentence: Sentence, mark: Mention) -> list[Mention]:
    """The names behind "by" that may speak: those inside the mark, and those that a comma or "and" joins to them."""
    found = [n for n in sentence.names if mark.start <= n.start < mark.end and speaks(n)]
    for name in sentence.names:
        gap = sentence.text[found[-1].end - sentence.start : name.start - sentence.start] if found else ""
        if gap and name.start > found[-1].start and speaks(name) and _JOINED.fullmatch(gap):
            found.append(name)
    return found


def _act(sentence: Sentence, verb: Mention, subject: Subject, memory: _Memory) -> Act:
    if subject.pronoun:
        meant = memory.meant(subject.pronoun, replies=verb.value == "reply")
        if meant and subject.pronoun != "they":
            memory.gender.setdefault(meant, subject.pronoun)
        return Act(verb, (meant,) if meant else ())
    persons = tuple([memory.person(sentence, name) for name in subject.names if name.value in _SPEAKING])
    if not persons:
        return Act(verb, (), wording(sentence, subject.names[0]))
    if persons[0] not in memory.gender:
        # A pronoun may take the subject up: "The Chair said that she ...".
        behind = verb.end - sentence.start
        said = _ABOUT_TO.match(sentence.text, behind) if sentence.text.startswith(_TAKEN_UP, behind) else None
        if said:
            memory.gender[persons[0]] = said.group(1)
    return Act(verb, persons)


def speaks(name: Mention) -> bool:
    """Whether a name span may be a speaker: a person or office, no group and no body."""
    return name.value in _SPEAKING


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
    return _meant(sentence, name, wording(sentence, name), people)


def _meant(sentence: Sentence, name: Mention, words: str, people: People) -> Person:
    person = people.person(words, name.value)
    behind = name.end - sentence.start
    may_be_told = name.value != "office" and sentence.text.startswith(_BEFORE_APPOSITION, behind)
    apposition = _APPOSITION.match(sentence.text, behind) if may_be_told else None
    if apposition:
        start, end = (sentence.start + at for at in apposition.span())
        # In a list ("For: Mr Ash, Mr Bell, Mr Cole") what stands between commas is the next name, no office.
        if not any(start < n.start < end and n.value in ("person", "maybe") for n in sentence.names):
            people.tie(person, fold(apposition.group(1) or apposition.group(2)))
    return person


def speakers_of(turns: Sequence[Turn]) -> tuple[Speaker, ...]:
    """Each distinct person or office to whom the item attributes speech, in order of first speaking."""
    first: dict[Person, tuple[Turn, Act]] = {}
    for turn in turns:
        for act in turn.acts:
            for person in act.persons:
                if person not in first:
                    first[person] = turn, act
    return tuple([Speaker(p.name, p.aliases, p.role, evidence(turn.sentence, act.verb.rule)) for p, (turn, act) in first.items()])


def contributions_of(turns: Sequence[Turn]) -> tuple[Contribution, ...]:
    """Consecutive sentences of one speaker, joined."""
    found: list[Contribution] = []
    run: list[Turn] = []
    for turn in turns:
        if run and turn.speaker is run[0].speaker and turn.sentence.block is run[0].sentence.block:
            run.append(turn)
            continue
        if run:
            found.append(_contribution(run))
        run = [turn] if turn.speaker else []
    return tuple([*found, _contribution(run)] if run else found)


def _contribution(run: Sequence[Turn]) -> Contribution:
    first, last = run[0].sentence, run[-1].sentence
    speaker = run[0].speaker
    assert speaker is not None  # the caller passes only runs that somebody speaks
    text = " ".join([turn.sentence.text for turn in run])
    rule = run[0].acts[0].verb.rule if run[0].acts else "speech.same-turn"
    return Contribution(speaker.name, text, evidence(first, rule, end=last.end))
