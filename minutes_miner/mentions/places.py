"""What the components share of a Doc: its text, its sentences and their words, and the spans that they leave in it.

Each is worked out once per Doc and kept in ``doc.user_data``: spaCy puts ``doc.text`` together anew at every call.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

from minutes_miner.matching import words_in

#: Name of the span group in which the components leave what they find.
SPANS = "minutes_miner"
#: Where a Doc carries the names that its document's attendance list gives: a tuple of texts.
KNOWN_NAMES = "minutes_miner.known_names"
#: Where a Doc carries its text, if whoever made the Doc left it there.
TEXT = "minutes_miner.text"
#: Where a Doc carries its sentences: (start, end) offsets.
SENTENCES = "minutes_miner.sentences"
_WORDS = "minutes_miner.words"


def text_of(doc: Doc) -> str:
    """``doc.text``."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def sentences_of(doc: Doc) -> Sequence[tuple[int, int]]:
    """(start, end) offsets of the sentences of ``doc``, white space between them left out; another component may have set them."""
    if SENTENCES in doc.user_data:
        spans: list[tuple[int, int]] = doc.user_data[SENTENCES]
        return spans
    return [(s.start_char, s.start_char + len(s.text.rstrip())) for s in doc.sents if s.text.strip()]


def words_of(doc: Doc) -> list[set[str]]:
    """The words of each sentence in small letters."""
    if _WORDS not in doc.user_data:
        text = text_of(doc)
        doc.user_data[_WORDS] = [set(words_in(text, start, end)) for start, end in sentences_of(doc)]
    words: list[set[str]] = doc.user_data[_WORDS]
    return words


def all_words_of(doc: Doc) -> set[str]:
    """The words of ``doc`` in small letters, whether its sentences are known or not."""
    return set().union(*words_of(doc)) if SENTENCES in doc.user_data else set(words_in(text_of(doc)))


def span_over(doc: Doc, start: int, end: int, label: str, kb_id: str, span_id: str) -> Span:
    """The span of the tokens that the characters from ``start`` to ``end`` touch."""
    span = doc.char_span(start, end, label=label, kb_id=kb_id, span_id=span_id, alignment_mode="expand")
    assert span is not None  # "expand" finds tokens for any stretch within the text
    return span


def add_spans(doc: Doc, spans: Iterable[Span]) -> None:
    """Put ``spans`` with those that the components have left in ``doc`` before."""
    if SPANS not in doc.spans:
        doc.spans[SPANS] = []
    group = doc.spans[SPANS]
    for span in spans:
        group.append(span)
