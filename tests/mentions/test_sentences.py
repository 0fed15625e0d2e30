"""Where sentences of minutes end."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from minutes_miner.mentions.places import sentences_of
from minutes_miner.mentions.sentences import Sentences, split_sentences
from tests.papers import wrong

# Each text is one list of sentences joined by a space.
TEXTS = [
    ["The Chair opened the meeting.", "Members noted the report."],
    ["It was asked why.", "“Because,” he said, “it rained.”", "The item was closed."],
    ["Was it safe?", "It was!", "Good…", "Next."],
    ["Cllr. Ash and Mr. R. Elm asked about Minute No. 304 of 2 May."],
    ["It was noted by Dr. Fir that St. Mary’s Rd. was closed, e.g. Monday."],
    ["The meeting closed at 7.30 p.m.", "The next would open at 6 p.m."],
    ["The Clerk wrote to K. Ashby about it."],
    ["Then Cllr J. A. Ashby and Cllr T. I. Elm spoke."],
    ["It affected Ward B.", "The Chair thanked him."],
    ["There were bins, benches, etc.", "Members asked how many."],
    ["He said that the answer was no.", "Members were content."],
    ["(1) That the report be noted.", "(2) That the Clerk write."],
    ["1. That the report be noted."],
    ["i) The lamp was mended.", "ii) A hole was reported.", "(iii) The Clerk would write."],
    ["a) It was noted.", "b) It was agreed."],
    ["It ran from Section 3. and not from (ii) as printed."],
    ["iv. Noted."],
    ["Noted.", "Clerk to respond."],
    ["None.", "The Chair moved on."],
    ["It cost £4.10 and v. 2 was better."],
    ["It was agreed.)", "The Chair moved on."],
    ["one sentence without a stop"],
    ["It rose by 2.5 per cent."],
    pytest.param(["It was Minute No. 304.", "It was noted."], marks=wrong("a number after No. is taken for a label that opens a sentence")),
    pytest.param(["The cost was in Table 3.", "Members noted it."]),
]


@pytest.mark.parametrize("sentences", TEXTS, ids=lambda sentences: sentences[0][:30])
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_text_has_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


WORDS = [
    "Cllr.",
    "No.",
    "304",
    "p.m.",
    "A.",
    "The",
    "ash?",
    "“was",
    "(1)",
    "a)",
    "£4.10",
    "...",
    "!",
    "etc.",
    "no.",
    "K.",
    "iv.",
    "end.)",
    "•",
]
PROSE = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)


@given(st.one_of(st.text(), PROSE))
def test_sentences_cover_the_text_in_order_without_overlap(text: str) -> None:
    spans = split_sentences(text)
    between = [0, *(offset for span in spans for offset in span), len(text)]
    assert between == sorted(between)
    assert all(start < end for start, end in spans)
    outside = [text[a:b] for a, b in zip(between[::2], between[1::2], strict=True)]
    assert "".join(outside).strip() == ""


@given(PROSE)
def test_no_sentence_begins_or_ends_with_white_space(text: str) -> None:
    assert [text[a:b] for a, b in split_sentences(text) if text[a:b] != text[a:b].strip()] == []


@cache
def english() -> Language:
    return spacy.blank("en")


@pytest.mark.parametrize("sentences", TEXTS, ids=lambda sentences: sentences[0][:30])
def test_the_component_sets_the_same_bounds_on_a_doc(sentences: list[str]) -> None:
    doc = Sentences()(english()(" ".join(sentences)))
    assert [sent.text.strip() for sent in doc.sents] == sentences
    assert [doc.text[start:end] for start, end in sentences_of(doc)] == sentences


def test_bounds_that_another_component_set_are_taken_as_they_are() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp("See Minute No. 304 of May. It was noted.")
    assert [doc.text[a:b] for a, b in sentences_of(doc)] == [sent.text.strip() for sent in doc.sents]


def test_an_empty_doc_is_left_alone() -> None:
    assert len(Sentences()(english()(""))) == 0
