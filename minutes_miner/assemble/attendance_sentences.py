"""Sentences about attendance: "Apologies for absence were received from ...", "X was substituted by Y", "The meeting was chaired by Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.assemble.list_entry import Entry, entries
from minutes_miner.assemble.name_lists import NameLists
from minutes_miner.assemble.sentence_ends import sentence_around
from minutes_miner.model import ABSENT, APOLOGIES, PRESENT, Block, Document
from minutes_miner.text import places

# Apologies are among the first business; later in the text somebody may apologise for a broken lift. In characters.
_REACH = 12_000
# In a sentence without one of these, nobody was away and nobody stood in.
_AWAY = ("apolog", "substitut", "deput", "sub ", "whom", "absent")
# Words that end the list of names within its sentence.
_STOP = re.compile(
    r"\b(?:who|whom|due|because|which|were|was|had|has|have|owing|it|these|they|this|there|but|so|through|being|both|all|noted"
    r"|accepted|received)\b"
)
_FROM = re.compile(r"\b(?:from|for)\b")  # "from A, and from B"
_APOLOGIES = re.compile(
    r"\b(?P<no>no )?apolog(?:ies|y)\b(?! (?:for|of) (?:late|leaving|the |any ))"
    r"(?: (?:for|of) (?:absence|non-attendance|absences|inability to attend))?"
    r"(?:[^.;:]{0,90}?)\b(?:from|by|for|on behalf of)(?!(?: the)? (?:absence|non-attendance|lateness|meeting))"
    r"(?: and (?:\w+ ){1,3}(?:from|for|by))?:?\s+(?:both )?(?P<list>(?=[A-Z(]).*)",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?P<list>(?:[A-Z][\w.’'-]*,? (?:and )?){1,24})(?:had |have |has )?(?:all |both |each )?"
    r"(?:sent|gave|given|tendered|submitted|offered|conveyed)(?: in)?(?: their| his| her)? apologies\b"
)
_ABSENT = re.compile(r"(?P<list>(?:[A-Z][\w.’'-]*,? (?:and )?){1,24})(?:was|were) (?:also )?absent(?: without (?:\w+ )?apolog\w+)?\W*$")
_BY = re.compile(
    r"(?P<absent>[A-Z][\w.’' -]{2,60}?),?\s\(?(?:who )?(?:was |were |is |being |had been )?substituted by (?P<present>[A-Z][\w.’' -]{2,60})"
)
_FOR = re.compile(
    r"(?P<present>[A-Z][\w.’' -]{2,60}?),?\s\(?(?:who )?(?:was |were |is |attended |attending |present |acting |sat |here )*"
    r"(?:as )?(?:a |the |his |her |their )?(?<!being )(?:substitut(?:ed|ing|e|es)|deputis(?:ed|ing)|deputy|sub)\s+(?:member\s+)?"
    r"(?:for|in place of) (?P<absent>[A-Z][\w.’' -]{2,60})"
)
_FOR_WHOM = re.compile(r"\b(?:for|in place of) whom (?P<present>[A-Z][\w.’' -]{2,60}?) (?:was|were) (?:present|in attendance|substituting)")
# A clause about one of the people, between commas: the list goes on after it.
_CLAUSE = re.compile(r",\s(?:(?:for|in place of) )?(?:who|whom|whose)\s(?!was substituted|were substituted)[^,.;]*(?:,|$)")
_IN_CHAIR = ("chaired by", "took the chair", "in the chair:")
_CHAIRED = re.compile(r"\b(?:[Cc]haired by|[Tt]ook the [Cc]hair:?|in the [Cc]hair:)\W{0,3}(?P<name>(?:[A-Z][\w.’'-]*\s?){1,4})")


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences say: entries, and the names of those who took the chair."""

    entries: tuple[Entry, ...]
    chairs: tuple[str, ...]


def told(document: Document, names: NameLists) -> Told:
    """Apologies, substitutions and the chair, from the sentences of the first business."""
    text, small = document.text, document.small
    found: list[Entry] = []
    end = 0  # of the last sentence read
    for place, block in _standing(document, _AWAY):
        if place >= end:
            start, end = sentence_around(text, place, max(block.start, end), block.end)
            found += _of_sentence(text[start:end], small[start:end], start, names)
    in_chair = [_CHAIRED.match(text, place, block.end) for place, block in _standing(document, _IN_CHAIR)]
    return Told(tuple(found), tuple([match["name"].strip() for match in in_chair if match]))


def _standing(document: Document, signs: Sequence[str]) -> Iterator[tuple[int, Block]]:
    """Where ``signs`` stand within reach, and in which block; the agenda's own text is left out."""
    last = document.block_at(_REACH)
    for place, _ in places(document.small, signs, end=last.end if last else _REACH):
        block = document.block_at(place)
        if block and block.role != "agenda":
            yield place, block


def _of_sentence(text: str, small: str, start: int, names: NameLists) -> Iterator[Entry]:
    """What a sentence says; ``small`` is it in small letters. No pattern is tried where its words do not stand."""
    if "whom" in small:
        yield from _represented(text, start, names)
    if "who" in small:
        text = _CLAUSE.sub(_blank, text)
    at = small.find("apolog")
    # (What the pattern finds begins at that word or at the "no" before it.)
    match = (_APOLOGIES.search(text, max(0, at - len("no "))) or _SENT.search(text)) if at >= 0 else None
    if match and not match.groupdict().get("no"):
        people = match["list"]
        stop = _STOP.search(people)
        people = _FROM.sub(_blank, people[: stop.start()] if stop else people)
        yield from entries(people, start + match.start("list"), APOLOGIES, "attendance.apology", names)
    away = _ABSENT.fullmatch(text.strip()) if "absent" in small else None
    if away:
        at = start + text.index(away["list"])
        yield from entries(away["list"], at, ABSENT, "attendance.apology", names)
    for pattern in (_BY, _FOR) if "sub" in small or "deput" in small else ():
        for match in pattern.finditer(text):
            yield from _stand_in(match, start, names)


def _blank(match: re.Match[str]) -> str:
    """A comma and blanks in place of what was matched, so that offsets stay."""
    return "," + " " * (len(match[0]) - 1)


def _represented(text: str, start: int, names: NameLists) -> Iterator[Entry]:
    """Those present in somebody's place: "from Miss Oak, for whom Mr Elm was present"."""
    for match in _FOR_WHOM.finditer(text):
        yield from entries(match["present"], start + match.start("present"), PRESENT, "attendance.substitute", names)


def _stand_in(match: re.Match[str], start: int, names: NameLists) -> Iterator[Entry]:
    """Who stood in is present; the other's own apologies are recorded elsewhere or not at all."""
    people = list(entries(match["present"], start + match.start("present"), PRESENT, "attendance.substitute", names))
    absent = [person.name for person in names.read(match["absent"])]
    if people and absent:
        # Of several names on either side, the two that stand next to the words are meant.
        present_first = match.start("present") < match.start("absent")
        chosen, other = (people[-1], absent[0]) if present_first else (people[0], absent[-1])
        yield chosen._replace(status=PRESENT, role=f"substitute for {other}")
