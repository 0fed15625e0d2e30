"""Hyphens at line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.ingest.pdf import read
from minutes_miner.ingest.pdf_hyphens import Vocabulary
from tests.ingest.pdf_pages import pdf, words


@pytest.mark.parametrize(
    ("seen", "before", "after", "joined"),
    [
        ("", "the commit-", "tee met", "the committee met"),  # in doubt the line break made it
        ("a multi-agency team", "the multi-", "agency team", "the multi-agency team"),
        ("the report", "the re-", "port said", "the report said"),
        ("", "self-", "evaluation", "self-evaluation"),
        ("ever changing", "an ever-", "changing world", "an ever-changing world"),  # both halves are words of the document
        ("", "Stoke-", "Mandeville", "Stoke-Mandeville"),
        ("", "2019-", "20", "2019-20"),
        ("", "the pond -", "a plan", "the pond - a plan"),
        ("", "inform\u00ad", "ation", "information"),
        ("", "and -", "(b)", "and - (b)"),
    ],
)
def test_hyphen_at_the_end_of_a_line(seen: str, before: str, after: str, joined: str):
    vocabulary = Vocabulary()
    vocabulary.learn(seen)
    assert vocabulary.joined(before, after.split()[0]) + after == joined


@given(st.text(max_size=30), st.text(min_size=1, max_size=20))
def test_nothing_but_the_hyphen_is_ever_lost(before: str, after: str):
    kept = Vocabulary().joined(before + "-", after)
    assert kept.rstrip(" -") == before.rstrip(" -")


def test_a_word_broken_over_lines_of_a_page_is_joined():
    lines = words(
        (72, 700, "The Clerk said that further infor-"),
        (72, 687, "mation on the multi-agency plan would be given to the multi-"),
        (72, 674, "agency group."),
    )
    text = read(pdf(lines), source="x.pdf").text
    assert "further information on the multi-agency plan" in text and "the multi-agency group." in text
