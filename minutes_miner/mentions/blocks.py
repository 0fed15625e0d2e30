"""From the blocks of a document to the pipeline, and from what it found in them back to the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from minutes_miner.mentions.passage import BORDER, Mark, Passage, Span, Tokens
from minutes_miner.mentions.places import KNOWN_NAMES, Component, marks_of, sentences_of
from minutes_miner.wording import small_letters

# The tokenizer's time grows with the square of a run of opening brackets and the like (measured with spaCy 3.8); no real word is so long.
_LONGEST_WORD = 199
_HALF = 100  # characters; a word of twice as many holds the whole of one such stretch of a text at least
_OVERLONG = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S")


def marks_in(text: str, small: str, blocks: Sequence[Span], nlp: Language, known: tuple[str, ...]) -> list[Mark]:
    """The sentences of ``blocks`` of ``text`` and what ``nlp`` finds in them.

    ``small`` is the text in small letters, character for character; ``known`` are the names known of its document.
    """
    tamed = _tame(text)
    if tamed is not text:
        text, small = tamed, small_letters(tamed)
    components = [component for _, component in nlp.pipeline]
    ours = [component for component in components if isinstance(component, Component)]
    if len(ours) == len(components) and isinstance(nlp.tokenizer, Tokenizer):
        passage = Passage(_bordered(text, blocks), known, small=_bordered(small, blocks), blocks=blocks)
        return _directly(passage, ours, _tokens(nlp.tokenizer))
    return _in_docs(text, blocks, nlp, known)


@lru_cache(maxsize=4)
def _tokens(tokenizer: Tokenizer) -> Tokens:
    return Tokens(tokenizer)


def _directly(passage: Passage, components: Sequence[Component], tokens: Tokens) -> list[Mark]:
    """What a pipeline of our components does, without its Docs."""
    around, spaced = tokens.around, passage.text.replace(BORDER, " ") + " "
    for component in components:
        before = len(passage.marks)
        component.read(passage)
        # Nearly all begin and end with a word: they grow only where something is stuck to it.
        passage.marks[before:] = [
            mark if spaced[mark[1] - 1] == " " == spaced[mark[2]] else (mark[0], *around(spaced, mark[1], mark[2]), mark[3], mark[4])
            for mark in passage.marks[before:]
        ]
    return _sentence_marks(passage.sentences) + passage.marks


def _in_docs(text: str, blocks: Sequence[Span], nlp: Language, known: tuple[str, ...]) -> list[Mark]:
    """For pipelines with components of others."""

    def docs() -> Iterator[Doc]:
        for start, end in blocks:
            doc = nlp.make_doc(text[start:end])
            doc.user_data[KNOWN_NAMES] = known
            yield doc

    found = []
    for (shift, _), doc in zip(blocks, nlp.pipe(docs()), strict=True):
        marks = _sentence_marks(sentences_of(doc)) + marks_of(doc)
        found += [(kind, shift + start, shift + end, rule, value) for kind, start, end, rule, value in marks]
    return found


def _sentence_marks(sentences: Sequence[Span]) -> list[Mark]:
    return [("sentence", start, end, "sentence", "") for start, end in sentences]


def _bordered(text: str, blocks: Sequence[Span]) -> str:
    """``text`` up to the last of ``blocks``, with all between them written over."""
    parts: list[str] = []
    at = 0
    for start, end in blocks:
        parts += (BORDER * (start - at), text[start:end])
        at = end
    return "".join(parts)


def _tame(text: str) -> str:
    """``text`` with overlong words broken up by spaces, as long as before."""
    # Hardly any text has a stretch without a space.
    if all(text.find(" ", at, at + _HALF) >= 0 for at in range(0, len(text) - _HALF + 1, _HALF)):
        return text
    return _OVERLONG.sub(r"\1 ", text)
