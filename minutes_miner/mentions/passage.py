"""The text in hand: what the components read and what they leave, whether it came in a Doc or not.

Making a Doc, spans and a span group for every block takes longer than all our rules together, so that a pipeline of our components alone
is run on one passage for a whole document; a Doc is then made of no block, and spaCy's tokenizer is asked only for the words on which a
mark begins or ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from spacy.attrs import IDX
from spacy.tokenizer import Tokenizer

from minutes_miner.matching import index
from minutes_miner.wording import small_letters

#: Stands in a passage for all that is between two blocks: no word, no white space, nothing that a name or rule reaches over.
BORDER = "\0"
# Words whose tokens are kept: more than a run over many councils meets again soon.
_WORDS_KEPT = 8192

# What is found, until it becomes a mention of its document: kind, start, end, rule, value. A plain tuple is made in a tenth of the time.
Mark = tuple[str, int, int, str, str]
Span = tuple[int, int]


class Passage:
    """A text with the marks that the components leave in it, in the order in which they were found; offsets are those of the text.

    ``blocks`` are the parts of it that are read, each by itself, with BORDER between them; all of the text where none are given.
    ``small`` is the text in small letters, character for character, where the caller has it.
    Of a mark ``kind`` is the label of its span in a Doc, ``rule`` its id and ``value`` its kb_id.
    ``known``: the names that its document's attendance list gives; ``sentences``: (start, end) offsets, as far as somebody set them.
    """

    def __init__(
        self,
        text: str,
        known: tuple[str, ...] = (),
        *,
        small: str | None = None,
        blocks: Sequence[Span] | None = None,
        sentences: Sequence[Span] = (),
        marks: Sequence[Mark] = (),
    ) -> None:
        self.text, self.known, self.sentences = text, known, sentences
        self.small = small_letters(text) if small is None else small
        self.blocks = blocks if blocks is not None else [(0, len(text))]
        self.marks: list[Mark] = list(marks)

    @cached_property
    def index(self) -> tuple[list[str], list[int]]:
        """The words of the text in small letters, in order, and where each begins."""
        return index(self.small)

    def block_at(self, place: int) -> Span:
        """The block that holds the character at ``place``."""
        return self.blocks[bisect_right(self.blocks, (place, len(self.text))) - 1]


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
