"""Looking for names of every form at once: a text is gone through by the words that may open a name, each with its own forms."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from minutes_miner.mentions.name_forms import Form, forms
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import UPPER

# Small words that a name may begin with before its first capital: "the Clerk", "van Dale".
_LEADS = ("the ", "a ", "an ", "and ", "de ", "van ", "von ")
_LEAD = re.compile(r"\b(?:the|an?|and|de|van|von)\s\Z")
_LONGEST_LEAD = 4
# Words of which one stands where a name goes on in small letters after "the": "the section 151 Officer".
_STATUTE = frozenset({"section", "151", "s151"})
_TWO_LARGE = re.compile(rf"[{UPPER}]{{2}}")
# Words whose forms are kept: more than a run over many councils meets again soon.
_WORDS_KEPT = 8192
_NOWHERE, _EVERYWHERE = -1, sys.maxsize

_Numbers = tuple[int, ...]  # of forms


class NameSearch:
    """The forms of names by the words that open them."""

    def __init__(self, book: RuleBook) -> None:
        self.forms = forms(book)
        self._opening, self._with_small_words = _openings(book)
        self._small_words = _STATUTE.union(*(form.beside for form in self.forms))
        self._last = [_NOWHERE if form.needs else _EVERYWHERE for form in self.forms]
        self._asking = [number for number, form in enumerate(self.forms) if form.beside or form.large]
        self._of_word = lru_cache(maxsize=_WORDS_KEPT)(self._forms_of)

    def find(self, text: str, words: AbstractSet[str]) -> Iterator[tuple[int, int, int]]:
        """(number of its form, start, end) of all that may be a name; ``words`` are those of the text in small letters.

        This is what ``finditer`` with the pattern of each form would find, tried at the openings only.
        """
        last = self._last.copy()  # where each form may begin at the last, since a word that it needs must follow
        openings: list[tuple[int, _Numbers]] = []
        for place, word in self._places(text, words):
            opened, needing = self._of_word(word)
            openings.append((place, opened))
            for number in needing:
                last[number] = place
        for number in self._asking:
            if last[number] >= 0 and not _stands_beside(self.forms[number], text, words):
                last[number] = _NOWHERE
        free = [0] * len(last)
        for place, opened in openings:
            for number in opened:
                if free[number] <= place <= last[number]:
                    form = self.forms[number]
                    match = form.pattern.match(text, place)
                    if match:
                        free[number] = match.end()
                        for start, end in form.found(match):
                            yield number, start, end

    def _forms_of(self, word: str) -> tuple[_Numbers, _Numbers]:
        """The forms that may open with ``word``, and those that need such a word."""
        opened = tuple([number for number, form in enumerate(self.forms) if form.may_open_with(word)])
        return opened, tuple([number for number, form in enumerate(self.forms) if word in form.needs])

    def _places(self, text: str, words: AbstractSet[str]) -> Iterator[tuple[int, str]]:
        """Where a name may begin: at a capitalised word, and at a small word before one ("the Clerk")."""
        pattern = self._opening if self._small_words.isdisjoint(words) else self._with_small_words
        for match in pattern.finditer(text):
            place = match.start()
            if text.endswith(_LEADS, 0, place):
                lead = _LEAD.search(text, max(0, place - _LONGEST_LEAD), place)
                if lead:
                    yield lead.start(), lead.group()[:-1]
            yield place, match.group()


def _openings(book: RuleBook) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A capitalised word or "&", or the first word of an entry that somebody added in small letters; the second: "the" too."""
    small = {entry.split()[0] for name in ("honorifics", "office_heads", "bodies") for entry in book.words(name) if entry[0].islower()}
    added = [rf"\b{re.escape(word)}\b" for word in sorted(small)]
    usual = rf"[{UPPER}&](?<!\w.)\w*"
    # All in one set of first letters, since such a set is looked for much faster than one of several beginnings.
    with_the = rf"[{UPPER}&t](?<!\w.)(?:(?<!t)\w*|(?<=t)he(?=\s[a-z]))"
    return re.compile("|".join([usual, *added])), re.compile("|".join([with_the, *added]))


def _stands_beside(form: Form, text: str, words: AbstractSet[str]) -> bool:
    """Whether the text holds what names of a form have beside the words that they need."""
    return not (form.beside and form.beside.isdisjoint(words)) and not (form.large and not _TWO_LARGE.search(text))
