"""Reading a text without a Doc finds what reading it in a Doc finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from minutes_miner.ingest import read_document
from minutes_miner.mentions import find_mentions, load_profile, profiles
from minutes_miner.mentions.passage import Tokens
from tests.papers import paper

CORPUS = Path(__file__).parents[2] / "corpus"
SAMPLES = sorted(path for path in CORPUS.rglob("*") if path.suffix in (".html", ".txt"))


@Language.component("test_looks_on")
def looks_on(doc: Doc) -> Doc:
    """A component that is not ours and does nothing."""
    return doc


@cache
def with_docs() -> Language:
    """The default profile with a component of somebody else's, for which Docs must be made."""
    nlp = spacy.util.load_model_from_config(spacy.util.load_config(profiles()["default"]), auto_fill=True)
    nlp.add_pipe("test_looks_on")
    return nlp


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_mentions_are_those_of_a_pipeline_of_docs(path: Path) -> None:
    document = read_document(path)
    known = ("Jo Ash", "KC")
    assert find_mentions(document, load_profile(), known_names=known) == find_mentions(document, with_docs(), known_names=known)


@pytest.mark.parametrize(
    "blocks",
    [
        ("Councillor", "Ash asked why."),
        ("It went to the", "Clerk of", "Works. The", "section 151", "Officer replied"),
        ("All agreed", "that the gate be mended. Cllr A.", "Ash", "(Chair) asked if"),
        ("Asked the clerk", "the planning", "officer", "x" * 450, "Resolved: That"),
        ("a" * 199, "b" * 200, "The Chair asked why."),
    ],
)
def test_blocks_are_read_each_by_itself(blocks: tuple[str, ...]) -> None:
    document = paper(*blocks)
    mentions = find_mentions(document, load_profile())
    assert mentions == find_mentions(document, with_docs())
    assert not any("\n" in document.slice(m.start, m.end) for m in mentions)


@given(st.lists(st.text("aB1.,:;-–’'()/£§é", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join), st.data())
def test_marks_grow_to_the_bounds_of_tokens_as_spans_do(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    nlp = load_profile()
    span = nlp.make_doc(text).char_span(start, end, alignment_mode="expand")
    assert span is not None
    assert Tokens(nlp.tokenizer).around(text, start, end) == (span.start_char, span.end_char)  # type: ignore[arg-type]
