"""Looking for names of every form at once: a text is gone through by its runs of capitalised words, each with the forms it may open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from minutes_miner.mentions.name_forms import PARTICLE, Form, forms
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import LOWER, UPPER

# Small words that a name may begin with before its first capital: "the Clerk", "van Dale".
_LEADS = ("the ", "a ", "an ", "and ", "de ", "van ", "von ")
_LEAD = re.compile(r"\b(?:the|an?|and|de|van|von)\s\Z")
_LONGEST_LEAD = 4
_LEAD_ENDS = frozenset(lead[-2:] for lead in _LEADS)  # by which most other words before a word of a name are told apart at once
# "the outgoing ": what may stand before the head of an office in small letters, and its length: no two adjectives are longer.
_BEFORE = re.compile(rf"\b[Tt]he\s(?:[{LOWER}-]+\s){{0,2}}\Z")
_LONGEST_BEFORE = 80
# Capitals side by side, and within how many characters of its title a name stands that is printed in them.
_TWO_LARGE = re.compile(rf"[{UPPER}]{{2}}")
_LARGE_WITHIN = 120
# Words of which one stands where a name goes on in small letters after "the": "the section 151 Officer".
_STATUTE = frozenset({"section", "151", "s151"})
# Words whose forms are kept: more than a run over many councils meets again soon.
_WORDS_KEPT = 8192

Place = tuple[str, int]  # a word, and where it begins


class NameSearch:
    """The forms of names by the words that open them."""

    def __init__(self, book: RuleBook) -> None:
        self.forms = forms(book)
        self._runs, self._runs_with_statute, self._opening = _patterns(book)
        self._needed = frozenset[str]().union(*(form.needs for form in self.forms))
        self._needing_none = sum(1 << number for number, form in enumerate(self.forms) if not form.needs)
        self._of_word = lru_cache(maxsize=_WORDS_KEPT)(self._forms_of)
        self._by_bits = [[form for form in enumerate(self.forms) if bits >> form[0] & 1] for bits in range(1 << len(self.forms))]
        #: Words that ``find`` wants to know the places of.
        self.words = _STATUTE.union(*(form.beside for form in self.forms))

    def find(self, text: str, words: Sequence[Place]) -> Iterator[tuple[int, int, int]]:
        """(number of its form, start, end) of all that may be a name; ``words``: where those of ``self.words`` stand, among others.

        This is what ``finditer`` with the pattern of each form would find, tried at the openings only.
        """
        for number, form in enumerate(self.forms):
            if form.beside:
                yield from [(number, *span) for span in _beside(form, text, words)]
        free = [0] * len(self.forms)
        for place, tried in self._openings(text, with_statute=any(word in _STATUTE for word, _ in words)):
            for number, form in self._by_bits[tried]:
                if free[number] > place or (form.large and not _TWO_LARGE.search(text, place, place + _LARGE_WITHIN)):
                    continue
                match = form.pattern.match(text, place)
                if match:
                    free[number] = match.end()
                    for start, end in form.found(match):
                        yield number, start, end

    def _openings(self, text: str, *, with_statute: bool) -> list[tuple[int, int]]:
        """Where a name may begin, with the forms to try there as bits: those for which a word that they need stands in the same run."""
        found: list[tuple[int, int]] = []
        needed, of_word, needing_none = self._needed, self._of_word, self._needing_none
        for run in (self._runs_with_statute if with_statute else self._runs).finditer(text):
            if run.lastindex is None and run.group() not in needed:
                continue  # one word that is no name by itself: most sentences open with such a word
            start, end = run.span()
            openings, following = [], 0
            for word, place in reversed(self._words(text, start, end)):
                opened, needing = of_word(word)
                following |= needing
                if opened & following:
                    openings.append((place, opened & following))
                following |= needing_none  # which take two words all the same
            openings.reverse()
            found += openings
        return found

    def _words(self, text: str, start: int, end: int) -> list[Place]:
        """The words of a run by which a name may open, a small one before its first among them."""
        words = _lead(text, start)
        for match in self._opening.finditer(text, start, end):
            place = match.start()
            if place > start and text[place - 2 : place] in _LEAD_ENDS:
                words += _lead(text, place)
            words.append((match.group(), place))
        return words

    def _forms_of(self, word: str) -> tuple[int, int]:
        """The forms that may open with ``word``, and those that need such a word, as bits."""
        tried = [(1 << number, form) for number, form in enumerate(self.forms) if not form.beside]
        return sum(bit for bit, form in tried if form.may_open_with(word)), sum(bit for bit, form in tried if word in form.needs)


def _lead(text: str, place: int) -> list[Place]:
    """The small word before ``place`` that may belong to a name."""
    if not text.endswith(_LEADS, 0, place):
        return []
    lead = _LEAD.search(text, max(0, place - _LONGEST_LEAD), place)
    return [(lead.group()[:-1], lead.start())] if lead else []


def _beside(form: Form, text: str, words: Iterable[Place]) -> Iterator[tuple[int, int]]:
    """Names of a form that opens with "the", looked for where the words stand of which one is beside it."""
    free = 0
    for word, place in words:
        if word not in form.beside:
            continue
        start = max(free, place - _LONGEST_BEFORE)
        while the := _BEFORE.search(text, start, place):
            match = form.pattern.match(text, the.start())
            if match:
                free = match.end()
                yield match.span()
                break
            start = the.start() + 1


def _patterns(book: RuleBook) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Runs of words that names consist of, the same with a statute's section among them, and the words in them by which a name may open.

    Such a word has a capital or is "&", or is the first of an entry that somebody added in small letters.
    """
    small = {entry.split()[0] for name in ("honorifics", "office_heads", "bodies") for entry in book.words(name) if entry[0].islower()}
    added = "".join([rf"|\b{re.escape(word)}\b" for word in sorted(small)])
    opening = rf"[{UPPER}&](?<!\w.)\w*{added}"
    # All in one set of first letters, since such a set is looked for much faster than one of several beginnings.
    numbered = r"(?=ection\s\d|\.?151)[\w.’'-]++"
    with_statute = rf"[{UPPER}&s](?<!\w.)(?:(?<=[Ss]){numbered}|(?<!s)\w*){added}"
    particle = rf"(?:{PARTICLE}\s(?:[ae]l-)?|[ae]l-)"
    word = rf"[{UPPER}&][\w’'-]*+|{particle}[{UPPER}][\w’'-]*+|and(?=\s[{UPPER}])|(?<=[Ss]ection\s)\d+{added}"

    def run(first: str, word: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{first})((?:[’'-][\w’'-]*+|[\s/](?:{word})|(?<=\bSt)\.(?=\s))++)?")

    return run(opening, word), run(with_statute, rf"[Ss]{numbered}|{word}"), re.compile(opening)
