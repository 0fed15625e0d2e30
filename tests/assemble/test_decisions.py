"""Decisions below other openings than a formal word, in lists, and with their movers in the same sentence."""

from __future__ import annotations

import pytest

from tests.assemble.test_resolutions import GARSIDE, VANCE, core, resolutions

LIMBS = [
    (
        ("Cabinet RECOMMENDED to Council that:", "1. the budget be approved;", "2. the fee be waived."),
        {"1.": ("the budget be approved", "recommended"), "2.": ("the fee be waived", "recommended")},
    ),
    (
        ("The Board recommends that Council:", "(a) approves the plan;", "(b) keeps the fee."),
        {"(a)": ("approves the plan", "recommended"), "(b)": ("keeps the fee", "recommended")},
    ),
    (
        (
            "Resolved: That this Council",
            "(1) notes the report;",
            "(2) instructs the Head of Law to write;",
            "(3) calls on the Minister to act.",
        ),
        {
            "(1)": ("notes the report", "noted"),
            "(2)": ("instructs the Head of Law to write", "requested"),
            "(3)": ("calls on the Minister to act", "requested"),
        },
    ),
    (
        ("RESOLVED: That this Council (1) notes the report; (2) asks the Leader to write.",),
        {"(1)": ("notes the report", "noted"), "(2)": ("asks the Leader to write", "requested")},
    ),
    (
        ("RESOLVED to recommend to Council that: (1) the budget be approved; (2) the fee be waived.",),
        {"(1)": ("the budget be approved", "recommended"), "(2)": ("the fee be waived", "recommended")},
    ),
    (
        (
            "It was moved by Councillor Garside, seconded by Councillor Vance, and agreed without dissent:",
            "(1) the fee be waived;",
            "(2) the report be noted.",
        ),
        {"(1)": ("the fee be waived", "agreed"), "(2)": ("the report be noted", "noted")},
    ),
    (
        ("The Board agreed that:", "1. the report be noted;", "2. the fee be waived."),
        {"1.": ("the report be noted", "agreed"), "2.": ("the fee be waived", "agreed")},
    ),
    (
        ("The Panel RESOLVED to: a) waive the fee; b) note the report.",),
        {"a)": ("waive the fee", "agreed"), "b)": ("note the report", "noted")},
    ),
    (
        (
            "Councillor Garside moved and Councillor Vance seconded the following recommendations, which were agreed:",
            "1. That the fee be waived.",
        ),
        {"1.": ("the fee be waived", "agreed")},
    ),
    (
        ("Decision", "Cabinet RECOMMENDED to Council that:", "1. the budget be approved;", "2. the fee be waived."),
        {"1.": ("the budget be approved", "recommended"), "2.": ("the fee be waived", "recommended")},
    ),
    (
        ("Decision", "The Panel: (i) noted the report; (ii) approved the plan."),
        {"(i)": ("noted the report", "noted"), "(ii)": ("approved the plan", "approved")},
    ),
    (
        ("RESOLVED: That the wording of section 4 (3) of the order be kept.",),
        {None: ("the wording of section 4 (3) of the order be kept", "agreed")},
    ),
    (
        ("RESOLVED: That the Head of Law be authorised to: (1) sign the lease; (2) seal the plan.",),
        {None: ("the Head of Law be authorised to: (1) sign the lease; (2) seal the plan", "requested")},
    ),
]


@pytest.mark.parametrize(("lines", "limbs"), LIMBS, ids=lambda value: value[0][:50] if isinstance(value, tuple) else "")
def test_limbs_are_found_below_any_opening(lines: tuple[str, ...], limbs: dict[str | None, tuple[str, str]]) -> None:
    assert {r.label: (core(r.text), r.type) for r in resolutions(*lines)} == limbs


ENTRIES = [
    ("Resolution 24/117: That the fee be waived.", "the fee be waived", "agreed"),
    ("Resolution No. 24/117 – to waive the fee.", "to waive the fee", "agreed"),
    ("NOTED the terms of the lease.", "the terms of the lease", "noted"),
    ("Cabinet noted the report.", "Cabinet noted the report", "noted"),
    ("The Board took assurance from the plan.", "The Board took assurance from the plan", "noted"),
    ("The Panel was assured by the report.", "The Panel was assured by the report", "noted"),
    ("Item 9 was deferred.", "Item 9 was deferred", "deferred"),
    ("Rural Voice, dates of courses: noted.", "Rural Voice, dates of courses: noted", "noted"),
    ("24/0113, barn at Mill Lane: no objection.", "24/0113, barn at Mill Lane: no objection", "other"),
    ("No Objection - the Council asks that the hedge be kept.", "No Objection - the Council asks that the hedge be kept", "other"),
    (
        "It was moved by Councillor Garside, duly seconded, and agreed on a show of hands (14 votes to nil) that the report be received.",
        "the report be received",
        "received",
    ),
    ("Councillor Garside proposed that the fee be waived; all agreed.", "the fee be waived", "agreed"),
    ("Councillor Garside proposed a litter pick; agreed.", "a litter pick", "agreed"),
    ("That the accounts be, and they are hereby, approved.", "the accounts be, and they are hereby, approved", "approved"),
    (
        "It was resolved that Mr Elm be, and he is hereby, appointed Secretary.",
        "Mr Elm be, and he is hereby, appointed Secretary",
        "appointed",
    ),
    (
        "Councillor Garside proposed that the fee be waived. This was seconded and passed with no votes against.",
        "the fee be waived",
        "agreed",
    ),
    ("The conclusion of the audit was read out and noted.", "The conclusion of the audit was read out and noted", "noted"),
    ("It was agreed by the Board that the gate stay shut.", "the gate stay shut", "agreed"),
    ("Members noted that the appeal had been dismissed.", "Members noted that the appeal had been dismissed", "noted"),
]


@pytest.mark.parametrize(("line", "text", "type"), ENTRIES)
def test_a_decision_in_other_words_is_found(line: str, text: str, type: str) -> None:
    assert [(core(r.text), r.type) for r in resolutions("Members discussed it.", line)] == [(text, type)]


NO_DECISIONS = [
    "It was agreed at the last meeting that the bench be moved.",
    "The plan was approved at the previous meeting of the Panel.",
    "Resolution of the dispute: none so far.",
    "Ms Hadley sought assurance that the plan was sound.",
    "The following were sent out: agreed minutes and the plan.",
    "Councillor Garside moved refusal of the scheme.",
    "Mr Pike spoke of the appeal. It had been heard in May. Members noted that the appeal had been dismissed.",
]


@pytest.mark.parametrize("line", NO_DECISIONS)
def test_what_is_told_or_only_put_is_no_decision(line: str) -> None:
    assert resolutions(line) == []


MOVED = [
    "It was agreed to buy two benches; proposed Cllr Garside, seconded Cllr Vance.",
    "It was agreed to buy two benches. Proposed. Cllr Garside. Seconded. Cllr Vance. All agreed.",
    "It was agreed to buy two benches. Proposed: Cllr Garside. Seconded: Cllr Vance. All agreed.",
    "It was agreed to buy two benches. Proposer Cllr Garside. Seconder Cllr Vance All in favour",
    "It was agreed to buy two benches. M Garside / P Vance",
    "It was agreed to buy two benches, proposed by Cllr Garside and seconded by Cllr Vance, all in favour.",
]


@pytest.mark.parametrize("line", MOVED)
def test_a_decision_ends_before_its_movers(line: str) -> None:
    assert [(core(r.text), r.moved_by, r.seconded_by) for r in resolutions(line)] == [("to buy two benches", GARSIDE, VANCE)]


def test_initials_that_are_not_explained_are_movers_as_printed() -> None:
    (resolution,) = resolutions("It was agreed to buy two benches. (Prop XG, Sec YV)")
    assert (resolution.moved_by, resolution.seconded_by) == ("XG", "YV")


def test_who_nominates_moves() -> None:
    (resolution,) = resolutions(
        "Councillor Tarrow was nominated by Councillor Garside and seconded by Councillor Vance. "
        "There being no other nominations, Councillor Tarrow was elected Chair."
    )
    assert (resolution.type, resolution.moved_by, resolution.seconded_by) == ("appointed", GARSIDE, VANCE)


def test_a_motion_seconded_in_the_next_sentence_is_followed_to_its_end() -> None:
    (resolution,) = resolutions(
        "Councillor Garside moved refusal on the grounds of height. This was seconded by Councillor Vance. "
        "On being put to the vote, the motion was LOST."
    )
    assert (resolution.type, core(resolution.text)) == ("lost", "refusal on the grounds of height")


TYPES = [
    ("the contract be extended to 30 September", "agreed"),
    ("the Head of Highways negotiate with the owner and report to the next meeting", "requested"),
    ("the group report its findings in June", "requested"),
    ("the Executive be asked to fund the scheme", "recommended"),
    ("the Clerk be asked to consider the dates", "requested"),
    ("a task and finish group be set up", "agreed"),
    ("recommendation (a) be removed from it", "agreed"),
    ("the recommendation to the Executive be withdrawn", "agreed"),
    ("the borrowing limit be raised to £5m", "agreed"),
    ("the Clerk move £2,000 to the reserve", "requested"),
]


@pytest.mark.parametrize(("words", "type"), TYPES)
def test_a_limb_is_typed_by_who_is_told_what(words: str, type: str) -> None:
    assert [r.type for r in resolutions(f"RESOLVED: That {words}.")] == [type]


def test_a_decision_block_that_says_the_same_in_other_words_is_no_further_row() -> None:
    from minutes_miner.ingest.build import DocumentBuilder
    from minutes_miner.model import Document, SourceMeta
    from tests.papers import read

    builder = DocumentBuilder()
    builder.add("5.", role="number", item=0)
    builder.add("Route 9", role="title", kind="heading", item=0)
    builder.add("Members discussed it.", role="minutes", item=0)
    builder.add("RESOLVED: That Option B for the route be endorsed.", role="minutes", item=0)
    builder.add("The Panel endorsed Option B for the route.", role="decision", item=0)
    meta = SourceMeta(committee="Environment Panel", date="5 June 2030")
    document = Document(source="x.html", format="moderngov-meeting", text=builder.text, blocks=builder.blocks, meta=meta)
    assert [core(r.text) for r in read(document).items[0].resolutions] == ["Option B for the route be endorsed"]


def test_what_is_noted_after_a_resolution_is_a_row_and_before_it_none() -> None:
    found = resolutions("RESOLVED: That the payments be approved.", "The budget was circulated and its contents were noted.")
    assert [r.type for r in found] == ["approved", "noted"]
