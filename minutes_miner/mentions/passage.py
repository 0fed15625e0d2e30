"""The text in hand: what the components read and what they leave, whether it came in a Doc or not.

Making a Doc, spans and a span group for every block takes longer than all our rules together, so that a pipeline of our components alone
is run on passages; a Doc is then made of no block, and spaCy's tokenizer is asked only for the words on which a mark begins or ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache

from spacy.attrs import IDX
from spacy.tokenizer import Tokenizer

from minutes_miner.matching import word_sets
from minutes_miner.wording import small_letters

# Words whose tokens are kept: more than a run over many councils meets again soon.
_WORDS_KEPT = 8192

# What is found, until it becomes a mention of its document: kind, start, end, rule, value. A plain tuple is made in a tenth of the time.
Mark = tuple[str, int, int, str, str]


class Passage:
    """A text with the marks that the components leave in it, in the order in which they were found; offsets are those of the text.

    Of a mark ``kind`` is the label of its span in a Doc, ``rule`` its id and ``value`` its kb_id.
    ``known``: the names that its document's attendance list gives; ``sentences``: (start, end) offsets, None as long as nobody set them.
    """

    __slots__ = ("_words", "known", "marks", "sentences", "small", "text")

    def __init__(
        self, text: str, known: tuple[str, ...] = (), *, sentences: Sequence[tuple[int, int]] | None = None, marks: Sequence[Mark] = ()
    ) -> None:
        self.text, self.known, self.sentences = text, known, sentences
        self.marks: list[Mark] = list(marks)
        self.small = small_letters(text)
        self._words: list[set[str]] | None = None

    def words(self) -> list[set[str]]:
        """The words of each sentence in small letters; of the whole text where nobody set sentences."""
        if self._words is None:
            self._words = word_sets(self.small, self.sentences if self.sentences is not None else [(0, len(self.text))])
        return self._words

    def all_words(self) -> set[str]:
        """The words of the text in small letters."""
        words = self.words()
        return words[0] if len(words) == 1 else set().union(*words)


class Tokens:
    """Where a tokenizer's tokens begin and end, asked word by word: white space always divides them."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        @lru_cache(maxsize=_WORDS_KEPT)
        def starts(word: str) -> list[int]:
            return [int(at) for at in tokenizer(word).to_array([IDX])]

        self._starts: Callable[[str], list[int]] = starts

    def around(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Where the tokens that the characters from ``start`` to ``end`` touch begin and end."""
        while text[start] == " " and start < end:
            start += 1
        while text[end - 1] == " " and start < end:
            end -= 1
        if start and text[start - 1] != " ":
            left, starts = self._word(text, start)
            start = left + starts[bisect_right(starts, start - left) - 1]
        if end < len(text) and text[end] != " ":
            left, starts = self._word(text, end)
            following = bisect_left(starts, end - left)
            end = left + starts[following] if following < len(starts) else self._word_end(text, end)
        return start, end

    def _word(self, text: str, at: int) -> tuple[int, list[int]]:
        """Where the word that holds the character ``at`` begins, and where in it tokens begin."""
        left = text.rfind(" ", 0, at) + 1
        return left, self._starts(text[left : self._word_end(text, at)])

    @staticmethod
    def _word_end(text: str, at: int) -> int:
        end = text.find(" ", at)
        return len(text) if end < 0 else end
