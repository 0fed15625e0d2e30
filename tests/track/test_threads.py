"""Paragraphs under matters arising that carry the labels of earlier ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.track.threads import Label, label_of
from tests.track.factories import action, full, item
from tests.track.test_link import JAN, MAR, MAY, followed

LAMP = action("The Clerk to tell the county of the lamp in Mill Lane.")
GATE = action("Cllr Moss would see to the gate.", "Cllr Moss")
FIRST = replace(item("7", "Highways", f"i) {LAMP.text}\nii) {GATE.text}\niii) The verge was cut."), actions=(LAMP, GATE))


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        ("7ii) It was mended.", Label(("7",), "ii")),
        ("4.7ii) It was mended.", Label(("4", "7"), "ii")),
        ("4. 4.9. It was mended.", Label(("4", "4", "9"))),
        ("10. It was mended.", Label(("10",))),
        ("7th May was fixed.", None),
        ("12.30 was too early.", None),
        ("Item 7 was mended.", None),
    ],
)
def test_labels(paragraph: str, label: Label | None) -> None:
    assert label_of(paragraph) == label


def taken_up(second: str, third: str = "", *, title: str = "Matters arising") -> list[list[str]]:
    """The quotes of each of the two actions' mentions at two later meetings."""
    later = [full(day, item("4", title, text)) for day, text in ((MAR, second), (MAY, third)) if text]
    return [[mention.quote for mention in one.mentions] for one in followed(full(JAN, FIRST), *later)[:2]]


def test_a_label_means_the_part_of_the_last_meetings_item_and_is_carried_forward_with_the_number_of_matters_arising() -> None:
    lamp, gate = taken_up(
        "7i) Somebody would come in June.\n7ii) This was in hand.",
        "4.7i) Nobody had come.\n4.7ii) All was well again.\n4.8i) Of something else.",
    )
    assert [quote.rpartition(") ")[2] for quote in lamp] == ["Somebody would come in June.", "Nobody had come."]
    assert [quote.rpartition(") ")[2] for quote in gate] == ["This was in hand.", "All was well again."]


@pytest.mark.parametrize(
    ("second", "title"),
    [
        ("7. This was in hand.\n8. That was not.", "Matters arising"),  # the paragraphs' own numbers
        ("7iii) This was in hand.", "Matters arising"),  # a part that raised no action
        ("6ii) This was in hand.", "Matters arising"),
        ("5.7ii) This was in hand.", "Matters arising"),  # there was no such paragraph at the last meeting
        ("7ii) This was in hand.", "Correspondence"),
    ],
)
def test_what_means_no_earlier_paragraph_links_nothing(second: str, title: str) -> None:
    assert taken_up(second, title=title) == [[], []]
