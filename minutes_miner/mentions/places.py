"""A Doc as a passage and back: what the components find stands in a span group of the Doc."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from minutes_miner.mentions.passage import Mark, Passage

#: Name of the span group in which the components leave what they find.
SPANS = "minutes_miner"
#: Where a Doc carries the names that its document's attendance list gives: a tuple of texts.
KNOWN_NAMES = "minutes_miner.known_names"
#: Where a Doc carries its sentences, where our own component set them: (start, end) offsets.
SENTENCES = "minutes_miner.sentences"


class Component:
    """What our components share: each reads a passage; spaCy hands them Docs."""

    #: Whether the component needs sentences, its own or those that another component set.
    by_sentence = False

    def read(self, passage: Passage) -> None:
        """Leave in ``passage`` what this component finds there."""
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        passage = passage_of(doc)
        if self.by_sentence:
            passage.sentences = sentences_of(doc)
        before = len(passage.marks)
        self.read(passage)
        add_spans(doc, passage.marks[before:])
        return doc


def passage_of(doc: Doc) -> Passage:
    """The text of ``doc`` with what the components have left in it."""
    return Passage(doc.text, doc.user_data.get(KNOWN_NAMES, ()), sentences=doc.user_data.get(SENTENCES, ()), marks=marks_of(doc))


def marks_of(doc: Doc) -> list[Mark]:
    """What the components have left in ``doc``."""
    return [(span.label_, span.start_char, span.end_char, span.id_, span.kb_id_) for span in doc.spans.get(SPANS, ())]


def sentences_of(doc: Doc) -> Sequence[tuple[int, int]]:
    """(start, end) offsets of the sentences of ``doc``, white space between them left out; another component may have set them."""
    if SENTENCES in doc.user_data:
        spans: list[tuple[int, int]] = doc.user_data[SENTENCES]
        return spans
    return [(s.start_char, s.start_char + len(s.text.rstrip())) for s in doc.sents if s.text.strip()]


def add_spans(doc: Doc, marks: Iterable[Mark]) -> None:
    """Put spans of the tokens that ``marks`` touch with those that the components have left in ``doc`` before."""
    if SPANS not in doc.spans:
        doc.spans[SPANS] = []
    for kind, start, end, rule, value in marks:
        span = doc.char_span(start, end, label=kind, kb_id=value, span_id=rule, alignment_mode="expand")
        assert span is not None  # "expand" finds tokens for any stretch within the text
        doc.spans[SPANS].append(span)
