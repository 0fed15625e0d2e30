"""How well actions were followed."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_miner.evaluate import score_series


def followed(text: str, status: str, *mentions: tuple[str, str], document: str = "a.txt") -> dict[str, Any]:
    """A followed action, as labelled or as found."""
    return {
        "document": document,
        "text": text,
        "status": status,
        "due_date": None,
        "mentions": [{"document": place, "item": name} for place, name in mentions],
    }


def test_actions_links_and_overdue_are_counted() -> None:
    labels = [followed("Mend the gate", "completed", ("b.txt", "4")), followed("Buy a lamp", "overdue"), followed("Ask the bank", "open")]
    found = [
        followed("Mend the gate", "completed", ("b.txt", "4"), ("c.txt", "9")),
        followed("Buy a lamp", "open"),
        followed("Sell it", "overdue"),
    ]
    score = score_series({"as_of": "2030-01-31", "actions": labels}, found)
    assert (score.actions.paired, score.actions.labelled, score.actions.found) == (2, 3, 3)
    assert (score.links.paired, score.links.labelled, score.links.found) == (1, 1, 2)
    assert (score.overdue.paired, score.overdue.labelled, score.overdue.found) == (0, 1, 1)
    assert (score.status_right, score.due_right) == (1, 2)
    assert [(one["what"], one["text"], one.get("labelled"), one.get("found")) for one in score.wrong] == [
        ("missed", "Ask the bank", None, None),
        ("extra", "Sell it", None, None),
        ("link", "Mend the gate", None, "c.txt, item 9"),
        ("status", "Buy a lamp", "overdue", "open"),
    ]


@pytest.mark.parametrize(
    ("labelled", "given", "same"),
    [("191(5)", "191", True), ("19.2", "19", True), ("Matters arising", "Matters Arising", True), ("19", "20", False)],
)
def test_a_link_to_the_container_of_an_entry_is_right(labelled: str, given: str, same: bool) -> None:
    labels, found = ([followed("Mend the gate", "open", ("b.txt", place))] for place in (labelled, given))
    assert score_series({"as_of": "2030-01-31", "actions": labels}, found).links.paired == same


def test_an_action_of_another_document_is_another() -> None:
    labels, found = [followed("Mend the gate", "open")], [followed("Mend the gate", "open", document="b.txt")]
    assert score_series({"as_of": "2030-01-31", "actions": labels}, found).actions.paired == 0


def test_an_action_of_a_document_that_was_read_as_one_with_another_is_found_there() -> None:
    labels = [followed("Mend the gate", "open", ("b-item-4.txt", "4"), document="a-item-2.txt")]
    for document in ("a.txt", "a-item-2.txt"):
        found = [followed("Mend the gate", "completed", ("b.txt", "4"), document=document)]
        score = score_series({"as_of": "2030-01-31", "actions": labels}, found, same={"a-item-2.txt": "a.txt", "b-item-4.txt": "b.txt"})
        assert (score.actions.paired, score.links.paired, score.status_right) == (1, 1, 0)
