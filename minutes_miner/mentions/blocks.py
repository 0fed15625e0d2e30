"""From the blocks of a document to spaCy Docs, and from the spans in them back to mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from minutes_miner.mentions.places import KNOWN_NAMES, SPANS, TEXT, sentences_of
from minutes_miner.model import Block, Document, Mention

# The tokenizer's time grows with the square of a run of opening brackets and the like (measured with spaCy 3.8); no real word is so long.
_LONGEST_WORD = 199
_OVERLONG = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S")


def docs_of(document: Document, blocks: Iterable[Block], nlp: Language, known: tuple[str, ...]) -> Iterator[Doc]:
    """A Doc for each of ``blocks``, with the names that are ``known`` of its document."""
    for block in blocks:
        text = _tame(document.text[block.start : block.end])
        doc = nlp.make_doc(text)
        doc.user_data[KNOWN_NAMES], doc.user_data[TEXT] = known, text
        yield doc


def _tame(text: str) -> str:
    """``text`` with overlong words broken up by spaces, as long as before."""
    if len(text) <= _LONGEST_WORD or max(map(len, text.split()), default=0) <= _LONGEST_WORD:
        return text
    return _OVERLONG.sub(r"\1 ", text)


def mentions_of(doc: Doc, offset: int) -> list[Mention]:
    """The sentences of ``doc`` and all that its components found, as mentions; ``offset``: of the Doc's text in its document."""
    found = [Mention("sentence", offset + start, offset + end, "sentence") for start, end in sentences_of(doc)]
    for span in doc.spans.get(SPANS, ()):
        found.append(Mention(span.label_, offset + span.start_char, offset + span.end_char, span.id_, span.kb_id_))
    return found
