"""Who does the speaking in a sentence: the subject of a verb, found by its place before the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes_miner.assemble.script import Sentence
from minutes_miner.model import Mention

# Between subject and verb may stand a bracket, "of the Panel", an apposition between commas, adverbs and auxiliaries.
_GAP = re.compile(
    r"""(?:\s?\([^()]{1,120}\))?
        (?:,?\s(?:of|from|for|at|on\sbehalf\sof|representing)\s[^;:.]{1,80}?)?
        (?:\s?[,–-]\s[^;:]{1,160}?(?:,|\s[–-]))?
        (?:\s(?:also|then|further|again|later|now|therefore|had|has|have|in\sturn|in\sresponse|in\sreply|once\sagain|first|next|too|both|
             each|all|and|verbally|did|\w+ly))*
        ,?\s""",
    re.VERBOSE,
)
# After these a name is the object of something, not the subject of the verb.
_GOVERNED = re.compile(r"(?:\b(?:of|by|from|to|with|for|than|against|between|about|via|behalf\sof|per)|\bthe|\ba)\s$", re.IGNORECASE)
_LONGEST_GOVERNING = len("behalf of ")
# "was asked" is done to its subject; "had suggested" was done before the meeting.
_AUXILIARIES = frozenset({"was", "were", "is", "are", "be", "been", "being", "had"})
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|had)\s(?:(?:also|then|further|again|not|previously|\w+ly)\s)?$", re.IGNORECASE)
# "a presentation from Dr Ash, who explained": the relative clause makes the object a subject.
_WHO = re.compile(r",?\swho(?:\s(?:then|also|\w+ly))*\s")
_IN_APPOSITION = re.compile(r"(?:\s?\([^()]{1,80}\))?,\s(?:the\s|our\s)?(?:[A-Z&][\w’'&-]*\s|and\s|of\s|for\s|&\s)*")
_SHARED = re.compile(r"(?:,|;|\band\b|\bbut\b|\bthen\b|\bbefore\b)(?:\s(?:also|then|further|he|she|they|again|\w+ly))*\s$")
_PRONOUN = re.compile(r"\b([Hh]e|[Ss]he|[Tt]hey)\b")
_COORDINATED = re.compile(r"\s?(?:\([^()]{1,80}\))?(?:,\s[^;:.]{1,90}?)?,?\s?(?:and|&|/|,)\s?")


class Subject(NamedTuple):
    """The subject of a verb: name spans (several where joined by "and"), or a pronoun ("he", "she", "they")."""

    names: tuple[Mention, ...]
    pronoun: str | None = None


def subjects(sentence: Sentence, verbs: Sequence[Mention]) -> list[tuple[Mention, Subject]]:
    """(verb, subject) for those of a sentence's verbs whose subject can be told; passives and verbs without one are passed over."""
    told: list[tuple[Mention, Subject]] = []
    for verb in verbs:
        found = _subject(sentence, verb, told[-1] if told else None)
        if found:
            told.append((verb, found))
    return told


def _subject(sentence: Sentence, verb: Mention, earlier: tuple[Mention, Subject] | None) -> Subject | None:
    start = sentence.start
    lead = sentence.text[: verb.start - start]
    names = [n for n in sentence.names if n.end <= verb.start]
    if not (names and names[-1].end == verb.start - 1) and _is_passive(lead):
        return None
    before = earlier[1] if earlier else None
    for name in reversed(names):
        gap = lead[name.end - start :]
        if "who" in gap and _WHO.fullmatch(gap):
            return Subject((name,))
        if earlier and lead[earlier[0].end - start : name.start - start].isspace() and _SHARED.search(lead):
            break  # "The Chair thanked Mr Ash and asked": whom a verb is about does not speak the next
        if (gap == " " or _GAP.fullmatch(gap)) and not _is_governed(lead, name.start - start):
            name = _whose_office(sentence, name, gap)
            return Subject(_coordinated(sentence, name) if name is not names[0] else (name,))
        if before and name in before.names:
            break
    pronouns = list(_PRONOUN.finditer(lead))
    if pronouns and _GAP.fullmatch(lead, pronouns[-1].end()):
        word = pronouns[-1].group(1).casefold()
        # A pronoun inside the sentence stands for the sentence's own subject.
        return before if before and pronouns[-1].start() > 0 else Subject((), word)
    return before if before and _SHARED.search(lead) else None


def _is_passive(lead: str) -> bool:
    """Whether the verb behind ``lead`` is done to its subject, or was done before."""
    # The auxiliary stands directly before the verb, or an adverb between them.
    words = ["", "", *lead.rsplit(None, 2)]
    return not _AUXILIARIES.isdisjoint(words[-2:]) and _PASSIVE.search(lead, len(words[-3])) is not None


def _is_governed(text: str, at: int) -> bool:
    """Whether the name at ``at`` is the object of what stands before it."""
    return at > 0 and _GOVERNED.search(text, max(0, at - _LONGEST_GOVERNING), at) is not None


def _whose_office(sentence: Sentence, name: Mention, gap: str) -> Mention:
    """For an office between commas behind a person's name ("Jo Ash, Head of Audit, said") the person."""
    if name.value not in ("office", "body") or not gap.startswith(","):
        return name
    for person in reversed([n for n in sentence.names if n.end <= name.start]):
        between = sentence.text[person.end - sentence.start : name.start - sentence.start]
        if person.value in ("person", "maybe") and _IN_APPOSITION.fullmatch(between):
            return person
    return name


def _coordinated(sentence: Sentence, last: Mention) -> tuple[Mention, ...]:
    """``last`` and the names joined to it by "and" or a comma before it."""
    joined = [last]
    for name in reversed([n for n in sentence.names if n.end <= last.start]):
        gap = sentence.text[name.end - sentence.start : joined[0].start - sentence.start]
        if name.value in ("office", "body") and last.value in ("person", "maybe"):
            continue  # the office of the person before it, or of nobody in this row
        if not _COORDINATED.fullmatch(gap) or _is_governed(sentence.text, name.start - sentence.start):
            break
        joined.insert(0, name)
    return tuple(joined)
