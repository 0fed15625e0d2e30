"""What counts as right, missed and too much."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_miner.evaluate import by_confidence, by_field, by_kind, by_organisation, macro_f1, score_document
from tests.evaluate.labelled import action, item, question, record, resolution, speaker

MEND = "That the Clerk write to the owner of the gate"


def figures(label: dict[str, Any], found: dict[str, Any] | None) -> dict[str, tuple[int, int, int]]:
    """Paired, labelled, found by kind."""
    return {kind: (f.paired, f.labelled, f.found) for kind, f in by_kind([score_document(label, found)]).items()}


def wrong(label: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """The fields that are not right."""
    return [check.field for check in score_document(label, found).checks if not check.right]


def test_what_is_missed_and_what_is_too_much_is_counted() -> None:
    label = record(item(), item("2", "Pump"))
    assert figures(label, record(item(), item("3", "Bins"), item("4", "Bank")))["items"] == (1, 2, 3)


def test_a_document_that_could_not_be_read_has_all_missed() -> None:
    score = score_document(record(item(actions=[action(MEND)])), None)
    assert not score.read
    assert {kind: (f.paired, f.labelled, f.found) for kind, f in by_kind([score]).items()}["actions"] == (0, 1, 0)


def test_what_is_right_is_right() -> None:
    label = record(item(questions=[question("How much?", "Cllr Ash", "Clerk")], resolutions=[resolution(MEND)], actions=[action(MEND)]))
    assert wrong(label, label) == []
    assert macro_f1(by_kind([score_document(label, label)])) == 1.0


@pytest.mark.parametrize(
    ("entry", "numbers"),
    [
        ([item("a", "Gates", optional=True, actions=[action(MEND)])], (1, 1, 1)),
        ([], (1, 1, 1)),
        ([item("a", "Gates", actions=[action(MEND)])], (1, 2, 1)),
    ],
    ids=["optional, not found", "no entry", "wanted"],
)
def test_an_optional_entry_may_stay_in_its_item(entry: list[dict[str, Any]], numbers: tuple[int, int, int]) -> None:
    found = record(item("6", "Reports", actions=[action(MEND)]))
    got = figures(record(item("6", "Reports", actions=[] if entry else [action(MEND)]), *entry), found)
    assert (got["items"], got["actions"]) == (numbers, (1, 1, 1))


def test_an_optional_entry_that_is_found_counts_as_one() -> None:
    label = record(item("6", "Reports"), item("a", "Gates", optional=True))
    assert figures(label, label)["items"] == (2, 2, 2)


def test_the_speakers_of_an_optional_entry_join_those_of_its_item_once() -> None:
    label = record(
        item("6", "Reports", speakers=[speaker("Hazel Thorne")]),
        item("a", "Gates", optional=True, speakers=[speaker("Cllr Thorne"), speaker("the Clerk")]),
    )
    found = record(item("6", "Reports", speakers=[speaker("Hazel Thorne"), speaker("Clerk")]))
    assert figures(label, found)["speakers"] == (2, 2, 2)


def test_a_speaker_counts_under_the_item_and_by_any_name() -> None:
    label = record(item("1", "Gate", speakers=[speaker("Hazel Thorne", "the Chair")]), item("2", "Pump"))
    assert figures(label, record(item("1", "Gate", speakers=[speaker("Chair")]), item("2", "Pump")))["speakers"] == (1, 1, 1)
    assert figures(label, record(item("1", "Gate"), item("2", "Pump", speakers=[speaker("Chair")])))["speakers"] == (0, 1, 1)


def test_an_action_is_paired_by_its_other_statement_and_the_second_is_too_much() -> None:
    label = record(item(actions=[action(MEND, None, "Clerk to write about the broken gate")]))
    assert figures(label, record(item(actions=[action("Clerk to write about the broken gate")])))["actions"] == (1, 1, 1)
    both = record(item(actions=[action(MEND), action("Clerk to write about the broken gate")]))
    assert figures(label, both)["actions"] == (1, 1, 2)


@pytest.mark.parametrize(
    ("labelled", "found", "fields"),
    [
        (action(MEND, "Clerk"), action(MEND, "the Clerk"), []),
        (action(MEND, "Clerk"), action(MEND, "Chair"), ["actions.owner"]),
        (action(MEND, due_date="2030-07-01"), action(MEND), ["actions.due_date"]),
        (action(MEND), action(MEND, due_text="soon"), []),
        (action(MEND, due_text="by the end of June"), action(MEND, due_text="June"), ["actions.due_text"]),
    ],
)
def test_the_fields_of_an_action(labelled: dict[str, Any], found: dict[str, Any], fields: list[str]) -> None:
    assert wrong(record(item(actions=[labelled])), record(item(actions=[found]))) == fields


def test_a_name_and_an_office_of_one_speaker_are_one() -> None:
    label = record(item(speakers=[speaker("Hazel Thorne", "the Chair")], questions=[question("How much was it?", "Hazel Thorne")]))
    assert wrong(label, record(item(questions=[question("How much was it?", "Chair")]))) == []
    assert wrong(label, record(item(questions=[question("How much was it?", "Clerk")]))) == ["questions.asked_by"]


def test_a_row_under_the_wrong_item_is_said_so() -> None:
    label = record(item("1", "Gate", resolutions=[resolution(MEND)]), item("2", "Pump"))
    assert wrong(label, record(item("1", "Gate"), item("2", "Pump", resolutions=[resolution(MEND, "requested")]))) == [
        "resolutions.item",
        "resolutions.type",
    ]


def test_a_committee_in_capitals_is_the_same_and_a_mover_counts_only_where_labelled() -> None:
    label = record(item(resolutions=[resolution(MEND)]))
    found = record(item(resolutions=[resolution(MEND, moved_by="Cllr Ash")]), meeting={"date": "2030-06-05", "committee": "PANEL"})
    assert wrong(label, found) == []
    assert "resolutions.moved_by" not in by_field([score_document(label, found)])


def test_rows_are_counted_by_their_confidence() -> None:
    sure, unsure = action(MEND) | {"confidence": "high"}, action("The list would be circulated") | {"confidence": "low"}
    score = score_document(record(item(actions=[action(MEND)])), record(item(actions=[sure, unsure])))
    assert {level: (share.right, share.of) for level, share in by_confidence([score])["actions"].items()} == {
        "high": (1, 1),
        "medium": (0, 0),
        "low": (0, 1),
    }


def test_organisations_stand_worst_first_whatever_their_capitals() -> None:
    good, bad = record(item()), record(item("9", "Bank"))
    scores = [score_document(good, good, organisation="Ash Council"), score_document(good, bad, organisation="BELL COUNCIL")]
    scores += [score_document(good, bad, organisation="Bell Council")]
    assert [(name, len(part)) for name, part in by_organisation(scores)] == [("Bell Council", 2), ("Ash Council", 1)]
