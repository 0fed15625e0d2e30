"""What holds items together: a heading above those of its rank, or the item of which a number is an entry's."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.holders import holder_titles
from minutes_miner.assemble.item_spans import span_of
from minutes_miner.ingest.plain import read as read_plain
from tests.papers import paper, read

SAID = "The Clerk reported that the gate had been mended and that the lock was new. Members noted the position."


@pytest.mark.parametrize(
    ("headings", "held"),
    [
        (
            ["## Apologies", "## Matters arising", "### 1. Gate", "### 2. Weir", "## Any other business"],
            {"Gate": "Matters arising", "Weir": "Matters arising"},
        ),
        # The numbers begin again under the next such heading.
        (
            ["## Matters arising", "### 1. Gate", "### 2. Weir", "## Points discussed", "### 1. Ferry", "### 2. Mill", "## Next meeting"],
            {"Gate": "Matters arising", "Weir": "Matters arising", "Ferry": "Points discussed", "Mill": "Points discussed"},
        ),
        (["## Matters arising", "## Gate", "## Weir"], {}),  # one rank: it holds nothing
        (["## Minutes and action points", "### 1. Gate", "### 2. Weir"], {}),  # over all alike: the record's title
    ],
)
def test_a_heading_holds_those_of_lower_rank_below_it(headings: list[str], held: dict[str, str]) -> None:
    head = "# Brightmoor Parish Council\n\nMinutes of the meeting held on 5 June 2030\n"
    body = (f"{heading}\n\n{SAID if heading.startswith('###') else ''}\n" for heading in headings)
    meeting = read(read_plain("\n".join([head, *body]).encode(), source="minutes.md"))
    assert {item.title: item.under for item in meeting.items if item.under} == held


@pytest.mark.parametrize(
    ("numbers", "held"),
    [
        (("4.", "4.1", "4.2", "5."), [None, "Gate", "Gate", None]),
        (("4.", "5.", "6.", "7."), [None, None, None, None]),
    ],
)
def test_an_item_holds_the_entries_of_its_number(numbers: tuple[str, ...], held: list[str | None]) -> None:
    document = paper("Gate")
    spans = [span_of(title, number, 0, 0, 0, "test") for number, title in zip(numbers, ("Gate", "Weir", "Mill", "Ferry"), strict=True)]
    assert [title or None for title in holder_titles(document, spans)] == held
