"""People, offices and anonymous groups, by form: an honorific and capitals, an office's head word, a name that the attendance list gives.

No model of the language is needed, and no list of real people: what is known of a meeting's own people comes with the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language

from minutes_miner import rulebook
from minutes_miner.mentions.passage import Mark, Passage
from minutes_miner.mentions.phrases import Phrases
from minutes_miner.mentions.places import Component
from minutes_miner.wording import small_letters

_CAPITAL = r"(?:Mc|Mac|O['’]|D['’]|de\s|van\s|von\s|St\.?\s)?[A-Z][a-z’'À-ÿ]+(?:-[A-Z][a-z]+)?(?:[A-Z][a-z]+)?"
_INITIALS = r"(?:[A-Z]\.?\s?){1,3}"
_SUFFIX = r"(?:,?\s(?:OBE|MBE|CBE|QPM|JP|DL|MP|MSP|MS|TD|KC|QC))*"
# Small words that a name may begin with before its first capital: "the Clerk", "van Dale".
_LEADS = ("the ", "a ", "an ", "and ", "de ", "van ", "von ")
_LEAD = re.compile(r"\b(?:the|an?|and|de|van|von)\s\Z")
_LONGEST_LEAD = 4
_ARTICLES = frozenset({"The", "A", "An", "the", "a", "an"})

Found = tuple[int, int]
_Candidate = tuple[int, int, int, int, str, str]  # its length below nought, rank, start, end, rule, kind


@Language.factory("minutes_names", default_config={"rules": None})
def create_names(nlp: Language, name: str, rules: str | None) -> Names:
    """Factory of the component; ``rules`` is a folder laid over the shipped rules, or None."""
    return Names(rulebook.load(rulebook.overlay_path(rules)), name)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of names: its rule and the kind of what it finds.

    ``turns_on``: words of which a name of this form holds one (empty: it needs none); ``openers``: the words that it may begin with (empty:
    any that is tried), ``barred`` those that it may not.
    """

    rule: str
    kind: str
    pattern: re.Pattern[str]
    turns_on: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()

    def find(self, text: str, openings: Sequence[tuple[int, str]]) -> Iterator[Found]:
        """As ``pattern.finditer``, tried at the ``openings`` only: (place, word) in order."""
        free, match_at, openers, barred = 0, self.pattern.match, self.openers, self.barred
        last = openings[-1][0] if openings else 0
        if self.turns_on:
            last = max((place for place, word in openings if word in self.turns_on), default=-1)
        for place, word in openings:
            if place > last:
                return
            if place >= free and (not openers or word in openers) and word not in barred:
                match = match_at(text, place)
                if match:
                    yield match.span()
                    free = match.end()


class Names(Component):
    """Adds a span of label "name" for every person, office, group and pronoun of a Doc to ``doc.spans["minutes_miner"]``.

    ``span.id_`` is the rule (``name.honorific``, ``name.office``, ``name.known``, ``name.group``, ``name.body``, ``name.capitals``),
    ``span.kb_id_`` the kind: "person", "office", "group" (nobody by name), "body" (a team, board or council) or "maybe" (two
    capitalised words that may be a person's).
    """

    def __init__(self, book: rulebook.RuleBook, name: str = "minutes_names") -> None:
        self.name = name
        self._forms = _forms(book)
        self._opening = _opening(book)
        self._groups = Phrases(map(small_letters, book.words("groups")), before=r"(?<![\w-])", after=r"(?![\w-])")
        self._not_names = frozenset(book.words("not_names")) | {w for h in book.words("office_heads") for w in h.split()}

    def read(self, passage: Passage) -> None:
        """Mark the names."""
        found = self._candidates(passage)
        passage.marks += [Mark(start, end, "name", rule, kind) for start, end, rule, kind in _apart(found, len(passage.text))]

    def _candidates(self, passage: Passage) -> list[_Candidate]:
        text, words, known = passage.text, passage.all_words(), passage.known
        found = [(a - b, 1, a, b, "name.group", "group") for a, b in self._groups.find(passage.small, words)]
        if known:
            found += [(a - b, 0, a, b, "name.known", "person") for a, b in _known(known).find(text, words)]
        openings = self._openings(text)
        for rank, form in enumerate(self._forms, 2):
            for start, end in form.find(text, openings):
                if form.kind != "maybe" or self._may_be_person(text[start:end]):
                    found.append((start - end, rank, start, end, form.rule, form.kind))
        return found

    def _openings(self, text: str) -> list[tuple[int, str]]:
        """Where a name may begin: at a capitalised word, and at a small word before one ("the Clerk")."""
        found = []
        for match in self._opening.finditer(text):
            place = match.start()
            if text.endswith(_LEADS, 0, place):
                lead = _LEAD.search(text, max(0, place - _LONGEST_LEAD), place)
                if lead:
                    found.append((lead.start(), lead.group()[:-1]))
            found.append((place, match.group()))
        return found

    def _may_be_person(self, text: str) -> bool:
        return self._not_names.isdisjoint(re.findall(r"[A-Za-z]+", text))


def _apart(found: list[_Candidate], length: int) -> list[tuple[int, int, str, str]]:
    """Of candidates that overlap the longest, of two as long the surer kind; in order. ``length``: of the text."""
    if not found:
        return []
    free = bytearray(b"\1" * length)
    kept = []
    for less, _, start, end, rule, kind in sorted(found):
        if free.count(1, start, end) == -less:
            free[start:end] = bytes(-less)
            kept.append((start, end, rule, kind))
    return sorted(kept)


@lru_cache(maxsize=4)
def _known(names: tuple[str, ...]) -> Phrases:
    return Phrases(names, before=r"(?<![\w’'-])", after=r"(?![\w-]|['’](?!s\b))")


def _opening(book: rulebook.RuleBook) -> re.Pattern[str]:
    """A capitalised word or "&"; or the first word of an entry that somebody added in small letters."""
    small = {entry.split()[0] for name in ("honorifics", "office_heads", "bodies") for entry in book.words(name) if entry[0].islower()}
    return re.compile("|".join([r"[A-Z&](?<!\w.)\w*", *(rf"\b{re.escape(word)}\b" for word in sorted(small))]))


def _forms(book: rulebook.RuleBook) -> tuple[_Form, ...]:
    """The forms in order of rank."""
    honorific = _any_of(book.words("honorifics")) + r"\.?"
    name = rf"(?:{_INITIALS}\s?)?{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}"
    office = _any_of(book.words("office_heads"))
    word = r"(?:[A-Z][\w’'-]*|&|and(?=\s[A-Z]))"
    tail = rf"(?:\s(?:(?:of|for|to|with|in|at|responsible\sfor)(?:\sthe)?|and|&)\s[A-Z][\w’'-]*(?:(?:,)?\s{word})*)*"
    body = _any_of(book.words("bodies"))
    start = r"(?:^|(?<=[.;:!?]\s)|(?<=\band\s)|(?<=/)|(?<=[-–•]\s))"
    titles = frozenset(entry.split()[0] for entry in book.words("honorifics"))
    heads, bodies = (frozenset(re.split(r"\W", entry)[0] for entry in book.words(name)) for name in ("office_heads", "bodies"))
    an_office = re.compile(rf"\b(?:[Tt]he|[Aa]n?)\s(?:{word}[\s-]){{0,7}}{office}\b(?:/{word})?{tail}")
    office_first = re.compile(rf"{start}(?:{word}\s){{0,3}}{office}\b(?!s)(?:/{word})?{tail}")
    capitals = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?:\s[A-Z]\.?)?(?:\s{_CAPITAL}){{1,2}}(?![\w-])")
    return (
        _Form("name.honorific", "person", re.compile(rf"\b{honorific}\s{name}{_SUFFIX}"), openers=titles),
        _Form("name.office", "office", an_office, turns_on=heads, openers=_ARTICLES),
        _Form("name.office", "office", office_first, turns_on=heads),
        _Form("name.body", "body", re.compile(rf"\b(?:[Tt]he\s)?(?:{word}[\s/-]){{0,7}}{body}\b{tail}"), turns_on=bodies),
        _Form("name.capitals", "maybe", capitals, barred=frozenset(book.words("not_names"))),
    )


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s").replace(r"\-", "[- ]") for word in longest_first) + ")"
