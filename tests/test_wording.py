"""The pattern language of rules/: what each form matches and what it must not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.errors import RuleError
from minutes_miner.wording import compile_pattern

LISTS = {
    "office": ["Clerk", "Head", "Head of Parks"],
    "months": ["March", "April"],
    "outcomes": ["ended (all done) early", "ended", "end"],
    "empty": [],
}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("completed", "This was COMPLETED.", "COMPLETED"),
        ("done", "It was re-done", None),
        ("done", "left undone", None),
        ("done", "Work done-up", None),
        ("done", "all done: yes", "done"),
        ("clerk", "the Clerk's room", None),
        ("clerk", "Chair/Clerk to act", "Clerk"),
        ("hasn't been", "it hasn’t been", "hasn’t been"),
        ("hasn’t been", "it hasn't been", "hasn't been"),
        ("not yet", "not\n  yet", "not\n  yet"),
        ("follow-up", "a follow‑up report", "follow‑up"),
        ("has|have been sent", "They have been sent", "have been sent"),
        ("has|have been sent", "They had been sent", None),
        ("has now? been sent", "It has been sent", "has been sent"),
        ("has now? been sent", "It has now been sent", "has now been sent"),
        ("has now|since? been sent", "It has since been sent", "has since been sent"),
        ("the? clerk to", "The Clerk to write", "The Clerk to"),
        ("the? clerk to", "Clerk to write", "Clerk to"),
        ("resolved that?", "RESOLVED: That it be noted", "RESOLVED: That"),
        ("resolved that?", "RESOLVED", "RESOLVED"),
        ("has * been", "has by now, it seems, been paid", "has by now, it seems, been"),
        ("has * been", "has been", "has been"),
        ("has *2 been", "has by now certainly been", None),
        ("has * been", "has one two three four five six been", None),
        ("has * been", "has gone. It has been", "has been"),
        ("paid *3 to", "paid £1,250.50 (net) to", "paid £1,250.50 (net) to"),
        ("{office} to", "Head of Parks to report", "Head of Parks to"),
        ("{office} to", "the Clerk to report", "Clerk to"),
        ("{office} to", "the Mayor to report", None),
        ("{office}|all to", "All to report", "All to"),
        ("it {outcomes}", "it ended (all done) early", "it ended (all done) early"),
        ("it {outcomes}", "it ended (all gone) early", "it ended"),
        ("it {outcomes}", "it end", "it end"),
        ("it {outcomes}", "it endures", None),
        ("by {months}?  2020", "by 2020", "by 2020"),
        ("by {months}?  2020", "by April 2020", "by April 2020"),
        ("resolved that", "RESOLVED, that", "RESOLVED, that"),
        ("resolved that", "RESOLVED:- that", "RESOLVED:- that"),
        ("resolved that", "RESOLVED – that", "RESOLVED – that"),
        ("resolved that", "resolved. That", None),
        ("action:", "ACTION: Clerk", "ACTION:"),
        ("action:", "ACTION Clerk", None),
        ("action : clerk", "ACTION: Clerk", "ACTION: Clerk"),
        ("action : clerk", "Action :Clerk", "Action :Clerk"),
        ("( refers )", "(Minute refers)", None),
        ("( minute refers )", "see (Minute refers).", "(Minute refers)"),
    ],
)
def test_what_a_pattern_finds(pattern: str, text: str, found: str | None) -> None:
    match = compile_pattern(pattern, LISTS).search(text)
    assert (match.group() if match else None) == found


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("", "no word that must be there"),
        ("the? now?", "no word that must be there"),
        ("*", "no word that must be there"),
        ("* sent", "between two words"),
        ("sent *3", "between two words"),
        ("the? * sent", "between two words"),
        ("was *99 sent", "must span"),
        ("was *0 sent", "must span"),
        ("was *x sent", "no wildcard"),
        ("{nobody} sent", "no word list 'nobody'"),
        ("{empty} sent", "no word list 'empty'"),
        ("has||had sent", "empty alternative"),
        ("has| sent", "empty alternative"),
    ],
)
def test_a_wrong_pattern_is_refused_with_its_mend(pattern: str, words: str) -> None:
    with pytest.raises(RuleError, match=words):
        compile_pattern(pattern, LISTS)


@pytest.mark.parametrize("text", ["has " * 20_000, "has, - (" * 10_000, "a-" * 40_000, "(" * 80_000, " " * 80_000, "has" + " " * 80_000])
def test_time_is_linear_on_hostile_text(text: str) -> None:
    regex = compile_pattern("has * not? * been *12 {office} sent", LISTS)
    began = time.perf_counter()
    assert regex.search(text) is None
    assert time.perf_counter() - began < 5  # under a second here; a backtracking pattern would take hours


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=6), st.sampled_from([" ", "  ", "\n", ", ", " - "]))
def test_plain_words_match_themselves(words: list[str], space: str) -> None:
    assert compile_pattern(" ".join(words), {}).search(space.join(words).upper())


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    match = compile_pattern("a|the? {office} * to", LISTS).search(text)
    assert match is None or match.group().casefold().rstrip().endswith("to")
