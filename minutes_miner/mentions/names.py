"""People, offices and anonymous groups, by form: an honorific and capitals, an office's head word, a name that the attendance list gives.

No model of the language is needed, and no list of real people: what is known of a meeting's own people comes with the document.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.language import Language

from minutes_miner import rulebook
from minutes_miner.mentions.name_search import NameSearch
from minutes_miner.mentions.passage import Passage
from minutes_miner.mentions.phrases import Phrases
from minutes_miner.mentions.places import Component
from minutes_miner.wording import small_letters

_WORD = re.compile(r"[^\W\d_]+")

_Candidate = tuple[int, int, int, int, str, str]  # its length below nought, rank, start, end, rule, kind


@Language.factory("minutes_names", default_config={"rules": None})
def create_names(nlp: Language, name: str, rules: str | None) -> Names:
    """Factory of the component; ``rules`` is a folder laid over the shipped rules, or None."""
    return Names(rulebook.load(rulebook.overlay_path(rules)), name)


class Names(Component):
    """Adds a span of label "name" for every person, office, group and pronoun of a Doc to ``doc.spans["minutes_miner"]``.

    ``span.id_`` is the rule (``name.honorific``, ``name.office``, ``name.known``, ``name.group``, ``name.body``, ``name.capitals``),
    ``span.kb_id_`` the kind: "person", "office", "group" (nobody by name), "body" (a team, board or council) or "maybe" (two
    capitalised words that may be a person's).
    """

    def __init__(self, book: rulebook.RuleBook, name: str = "minutes_names") -> None:
        self.name = name
        self._search = NameSearch(book)
        self._groups = Phrases(map(small_letters, book.words("groups")), before=r"(?<![\w-])", after=r"(?![\w-])")
        self._not_names = frozenset(book.words("not_names")) | {w for h in book.words("office_heads") for w in h.split()}

    def read(self, passage: Passage) -> None:
        """Mark the names."""
        found = self._candidates(passage)
        passage.marks += [("name", start, end, rule, kind) for start, end, rule, kind in _apart(found, len(passage.text))]

    def _candidates(self, passage: Passage) -> list[_Candidate]:
        text, known = passage.text, _known(passage.known)
        wanted = self._groups.words | known.words | self._search.words
        words = [(word, place) for word, place in zip(*passage.index, strict=True) if word in wanted]
        found = [(a - b, 1, a, b, "name.group", "group") for a, b in self._groups.find(passage.small, words)]
        found += [(a - b, 0, a, b, "name.known", "person") for a, b in known.find(text, words)]
        for number, start, end in self._search.find(text, words):
            form = self._search.forms[number]
            if form.kind != "maybe" or self._may_be_person(text[start:end]):
                found.append((start - end, 2 + number, start, end, form.rule, form.kind))
        return found

    def _may_be_person(self, text: str) -> bool:
        return self._not_names.isdisjoint(_WORD.findall(text))


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
