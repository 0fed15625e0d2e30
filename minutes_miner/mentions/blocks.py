"""From the blocks of a document to the pipeline, and from what it found in them back to mentions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from minutes_miner.mentions.passage import Passage, Tokens
from minutes_miner.mentions.places import KNOWN_NAMES, Component, passage_of, sentences_of
from minutes_miner.model import Mention

# The tokenizer's time grows with the square of a run of opening brackets and the like (measured with spaCy 3.8); no real word is so long.
_LONGEST_WORD = 199
_BY_PLACE = itemgetter(1, 2, 0)
_OVERLONG = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S")


def passages(texts: Sequence[str], nlp: Language, known: tuple[str, ...]) -> Iterator[Passage]:
    """Each of ``texts`` with what ``nlp`` finds in it and the sentences that it sets; ``known``: the names known of their document."""
    tame = map(_tame, texts)
    ours = [component.read for _, component in nlp.pipeline if isinstance(component, Component)]
    if len(ours) == len(nlp.pipeline) and isinstance(nlp.tokenizer, Tokenizer):
        return _directly(tame, ours, _tokens(nlp.tokenizer), known)
    return _in_docs(tame, nlp, known)


@lru_cache(maxsize=4)
def _tokens(tokenizer: Tokenizer) -> Tokens:
    return Tokens(tokenizer)


def _directly(
    texts: Iterable[str], readers: Sequence[Callable[[Passage], None]], tokens: Tokens, known: tuple[str, ...]
) -> Iterator[Passage]:
    """What a pipeline of our components does, without its Docs."""
    around = tokens.around
    for text in texts:
        passage = Passage(text, known)
        for read in readers:
            before = len(passage.marks)
            read(passage)
            if len(passage.marks) > before:
                passage.marks[before:] = [
                    (kind, *around(text, start, end), rule, value) for kind, start, end, rule, value in passage.marks[before:]
                ]
        yield passage


def _in_docs(texts: Iterable[str], nlp: Language, known: tuple[str, ...]) -> Iterator[Passage]:
    """For pipelines with components of others."""

    def docs() -> Iterator[Doc]:
        for text in texts:
            doc = nlp.make_doc(text)
            doc.user_data[KNOWN_NAMES] = known
            yield doc

    for doc in nlp.pipe(docs()):
        passage = passage_of(doc)
        passage.sentences = sentences_of(doc)
        yield passage


def _tame(text: str) -> str:
    """``text`` with overlong words broken up by spaces, as long as before."""
    if len(text) <= _LONGEST_WORD or max(map(len, text.split()), default=0) <= _LONGEST_WORD:
        return text
    return _OVERLONG.sub(r"\1 ", text)


def mentions_of(passage: Passage, offset: int) -> list[Mention]:
    """The sentences of ``passage`` and all that was found in it, by place; ``offset``: of its text in its document."""
    found = [Mention("sentence", offset + start, offset + end, "sentence") for start, end in passage.sentences or ()]
    found += [Mention(kind, offset + start, offset + end, rule, value) for kind, start, end, rule, value in passage.marks]
    found.sort(key=_BY_PLACE)
    return found
