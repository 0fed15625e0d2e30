"""What people type becomes an expression that says what they meant and never breaks."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.errors import UsageError
from minutes_miner.store.query import all_words, parse_words


@pytest.mark.parametrize(
    ("words", "wanted", "unwanted"),
    [
        ("bins", '"bins"', ""),
        ("missed bins", '"missed" AND "bins"', ""),
        ('"missed bins" ward', '"missed bins" AND "ward"', ""),
        ("“missed bins”", '"missed bins"', ""),
        ('"missed bins', '"missed bins"', ""),
        ("bins OR skips", '("bins" OR "skips")', ""),
        ("ward bins OR skips OR tips", '"ward" AND ("bins" OR "skips" OR "tips")', ""),
        ("bins AND skips", '"bins" AND "skips"', ""),
        ("bins -brown", '"bins"', '"brown"'),
        ('bins -"brown bins" -green', '"bins"', '"brown bins" OR "green"'),
        ("recycl*", '"recycl"*', ""),
        ("bins OR recycl*", '("bins" OR "recycl"*)', ""),
        ("well-being", '"well-being"', ""),
        ("O'Brien's", "\"O'Brien's\"", ""),
        ("NEAR(bins skips)", '"NEAR(bins" AND "skips)"', ""),
        ("text:bins", '"text:bins"', ""),
        ("or and not", '"or" AND "and" AND "not"', ""),
        ('"OR"', '"OR"', ""),
        ("OR bins", '"bins"', ""),
        ("bins OR", '"bins"', ""),
        ("bins OR -brown skips", '"bins" AND "skips"', '"brown"'),
        ('- & * " ( )', "", ""),
        ("", "", ""),
        ("b\x00ns", '"b" AND "ns"', ""),
        ("\ud800bins", '"bins"', ""),
    ],
)
def test_words_are_read_as_people_mean_them(words: str, wanted: str, unwanted: str) -> None:
    expression = parse_words(words)
    assert (expression.wanted, expression.unwanted) == (wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "expression"),
    [("Councillor O'Brien", '"Councillor" AND "O\'Brien"'), ('the "Chair"', '"the" AND "Chair"'), ("Ash*", '"Ash"'), (" - ", "")],
)
def test_a_filter_asks_for_each_of_its_words(text: str, expression: str) -> None:
    assert all_words(text) == expression


def test_more_words_than_a_search_holds_are_refused() -> None:
    with pytest.raises(UsageError, match="at most 64"):
        parse_words("bins " * 65)


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, names, tokenize='porter unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO t VALUES ('the bins were missed', 'Councillor Marlowe')")
    return connection


_TYPED = st.lists(
    st.sampled_from(
        ["bins", "OR", "AND", "NOT", "NEAR", "NEAR(a b, 3)", '"', "-", "*", "^", "(", ")", ":", "{text}", "'", "+", "\\", ";", "--"]
    ),
    max_size=14,
)


@given(st.one_of(st.text(max_size=60), _TYPED.map(" ".join), _TYPED.map("".join)))
def test_no_words_break_the_search(index: sqlite3.Connection, words: str) -> None:
    expression = parse_words(words)
    for part in (expression.wanted, expression.unwanted, all_words(words)):
        if part:
            assert index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (f"{{text}} : ({part})",)).fetchone()[0] in (0, 1)


@given(st.lists(st.sampled_from(["bins", "missed", "were", '"bins were"', "bin*"]), min_size=1, max_size=5))
def test_words_that_are_there_are_found(index: sqlite3.Connection, terms: list[str]) -> None:
    match = f"{{text}} : ({parse_words(' '.join(terms)).wanted})"
    assert index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (match,)).fetchone() == (1,)
