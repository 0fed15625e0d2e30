"""A resolution is cut into its limbs, however they are numbered and wherever they stand; what only completes a limb stays in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.assemble.limbs import label_order
from tests.papers import record

A, B, C = "That the report be noted.", "That the lease be renewed.", "That the Clerk write to the Minister."
Limbs = list[tuple[str | None, str]]


def limbs(*lines: str) -> Limbs:
    return [(r.label, r.text) for r in record(*lines).resolutions]


LABELS = [
    ("(1)", "(2)", "(3)"),
    ("1)", "2)", "3)"),
    ("1.", "2.", "3."),
    ("(a)", "(b)", "(c)"),
    ("a)", "b)", "c)"),
    ("(i)", "(ii)", "(iii)"),
    ("i)", "ii)", "iii)"),
    ("(A)", "(B)", "(C)"),
]


@pytest.mark.parametrize("labels", LABELS, ids=lambda labels: labels[0])
@pytest.mark.parametrize("opening", ["RESOLVED:-  ", "RESOLVED: ", "Resolved: ", "RESOLVED – ", "AGREED: ", "It was RESOLVED: "])
def test_limbs_in_one_paragraph(labels: tuple[str, str, str], opening: str) -> None:
    first, second, third = labels
    assert limbs(f"{opening}{first} {A} {second} {B} {third} {C}") == [(first, A), (second, B), (third, C)]


@pytest.mark.parametrize("labels", LABELS, ids=lambda labels: labels[0])
def test_limbs_in_paragraphs_of_their_own(labels: tuple[str, str, str]) -> None:
    first, second, third = labels
    lines = ("RESOLVED:", f"{first} {A}", f"{second} {B}", f"{third} {C}")
    assert limbs(*lines) == [(first, A), (second, B), (third, C)]


@pytest.mark.parametrize("labels", LABELS[:5], ids=lambda labels: labels[0])
def test_the_first_limb_beside_the_opening_and_the_others_below(labels: tuple[str, str, str]) -> None:
    first, second, third = labels
    assert limbs(f"RESOLVED:- {first} {A}", f"{second} {B}", f"{third} {C}") == [(first, A), (second, B), (third, C)]


SHARED = [
    ("RESOLVED: That (1) the report be noted; (2) the lease be renewed.",),
    ("RESOLVED: That:", "(1) the report be noted;", "(2) the lease be renewed."),
    ("RESOLVED that:", "(1) the report be noted; and", "(2) the lease be renewed."),
    ("RESOLVED – T H A T", "(1) the report be noted;", "(2) the lease be renewed."),
    ("The Panel RESOLVED that:-", "(1) the report be noted", "(2) the lease be renewed"),
]


@pytest.mark.parametrize("lines", SHARED, ids=lambda lines: " / ".join(lines)[:40])
def test_a_lead_in_that_all_limbs_share_is_not_repeated(lines: tuple[str, ...]) -> None:
    found = limbs(*lines)
    assert [(label, text.rstrip(".;")) for label, text in found] == [("(1)", "the report be noted"), ("(2)", "the lease be renewed")]


OWN_VERBS = [
    ("The Panel: (a) noted the report; (b) asked that it be sent to the Minister; and (c) agreed to the lease.",),
    ("The Panel:", "(a) noted the report;", "(b) asked officers to send it to the Minister; and", "(c) agreed to the lease."),
    ("The Environment Panel:-", "(a) noted the report;", "(b) asked officers to send it to the Minister; and", "(c) agreed to the lease."),
    ("Following discussion, Members:", "• noted the report", "• asked officers to send it to the Minister", "• agreed to the lease"),
    ("The Panel", "(i) noted the report;", "(ii) asked officers to send it to the Minister;", "(iii) agreed to the lease."),
    ("RESOLVED that the Panel:", "- notes the report", "- requests a further report", "- agrees to the lease"),
]


@pytest.mark.parametrize("lines", OWN_VERBS, ids=lambda lines: " / ".join(lines)[:40])
def test_limbs_that_bring_their_own_verb_are_limbs(lines: tuple[str, ...]) -> None:
    assert [r.type for r in record(*lines).resolutions] == ["noted", "requested", "agreed"]


def test_a_list_that_tells_what_the_body_is_has_no_limbs() -> None:
    assert limbs("The Panel:", "(a) Councillor Garside", "(b) Councillor Vance") == []


OPENINGS = ["The Panel agreed:", "The Panel agreed", "It was AGREED:", "Decision", "Agreed:"]


@pytest.mark.parametrize("opening", OPENINGS)
def test_limbs_below_other_openings(opening: str) -> None:
    assert limbs(opening, "(i) to note the report; and", "(ii) to shut the gate.") == [
        ("(i)", "to note the report"),
        ("(ii)", "to shut the gate."),
    ]


def test_a_bare_decision_above_a_resolution_is_none() -> None:
    found = limbs("Decision", "The Panel agreed:", "(i) to note the report;", "(ii) to shut the gate.")
    assert [label for label, _ in found] == ["(i)", "(ii)"]


def test_reasons_and_conditions_complete_a_decision() -> None:
    (found,) = limbs("RESOLVED: That permission be refused for the following reasons:", "1. The wall is high.", "2. The lane is narrow.")
    assert found == (None, "That permission be refused for the following reasons: 1. The wall is high. 2. The lane is narrow.")


SUB = [
    (("RESOLVED: (1) That the Clerk write: (a) to the owner; and (b) to the Minister. (2) That the report be noted.",), 2),
    (("RESOLVED:", "(1) That the Clerk write:", "(a) to the owner; and", "(b) to the Minister.", "(2) That the report be noted."), 2),
    (("RESOLVED:", "(1) That the report be noted.", "(2) That the Clerk write:", "(a) to the owner; and", "(b) to the Minister."), 2),
    (("RESOLVED:", "(a) That the Clerk write:", "(i) to the owner; and", "(ii) to the Minister.", "(b) That the report be noted."), 2),
]


@pytest.mark.parametrize(("lines", "count"), SUB, ids=lambda value: " / ".join(value)[:60] if isinstance(value, tuple) else str(value))
def test_what_only_completes_a_limb_stays_in_it(lines: tuple[str, ...], count: int) -> None:
    found = limbs(*lines)
    assert len(found) == count
    (writing,) = [text for _, text in found if "Clerk write" in text]
    assert "to the owner" in writing and "to the Minister" in writing


def test_bullets_are_limbs_without_labels() -> None:
    assert limbs("RESOLVED:", f"• {A}", f"• {B}") == [(None, A), (None, B)]


def test_sentences_that_begin_with_that_are_limbs_or_stay_together() -> None:
    found = limbs("RESOLVED:", A, B)
    assert found == [(None, A), (None, B)]


def test_numbers_inside_a_limb_do_not_cut_it() -> None:
    found = limbs("RESOLVED: (1) That Minute No. 191(5) be noted. (2) That section 4 (3) of the Act be applied.")
    assert [label for label, _ in found] == ["(1)", "(2)"]


def test_what_follows_the_limbs_is_none_of_them() -> None:
    found = limbs("RESOLVED:", f"(1) {A}", f"(2) {B}", "Councillor Garside thanked the officers.")
    assert found == [("(1)", A), ("(2)", B)]


def test_a_heading_ends_the_limbs() -> None:
    assert limbs("RESOLVED:", f"(1) {A}", "# Reasons", f"(2) {B}") == [("(1)", A)]


def test_the_action_column_between_limbs_does_not_break_them() -> None:
    found = limbs("RESOLVED:", f"(1) {A}", "> Clerk", f"(2) {B}")
    assert found == [("(1)", A), ("(2)", B)]


def test_an_unlabelled_resolution_is_one_limb() -> None:
    assert limbs("RESOLVED: That the report be noted. Members then left.") == [(None, "That the report be noted.")]


def test_two_resolutions_of_one_item_keep_their_own_numbers() -> None:
    found = limbs("RESOLVED: (1) That the report be noted. (2) That the lease be renewed.", "RESOLVED: (1) That the gate be shut.")
    assert [label for label, _ in found] == ["(1)", "(2)", "(1)"]


def test_an_empty_resolution_is_none() -> None:
    assert limbs("RESOLVED:") == []


def test_an_ending_conjunction_is_left_out() -> None:
    assert limbs("RESOLVED:", "(1) That the report be noted; and", "(2) That the lease be renewed.")[0] == (
        "(1)",
        "That the report be noted",
    )


@given(st.lists(st.sampled_from([A, B, C, "That authority be delegated to the Clerk."]), min_size=2, max_size=6, unique=True))
def test_there_are_as_many_limbs_as_labels(texts: list[str]) -> None:
    found = limbs("RESOLVED: " + " ".join(f"({n}) {text}" for n, text in enumerate(texts, 1)))
    assert found == [(f"({n})", text) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("label", "order"),
    [
        ("(2)", {"figure": 2}),
        ("10.", {"figure": 10}),
        ("(b)", {"letter": 2}),
        ("(i)", {"letter": 9, "roman": 1}),
        ("iv)", {"roman": 4}),
        ("•", {}),
        ("-", {}),
        ("", {}),
    ],
)
def test_a_label_counts_in_its_ways_of_counting(label: str, order: dict[str, int]) -> None:
    assert label_order(label) == order
