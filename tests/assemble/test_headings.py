"""Which blocks might head an item: by their number, mark-up, bold type or capitals."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.headings import Candidate, candidates
from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.model import Document

PROSE = "The Clerk reported that the gate had been mended and that the lock was new."


def heads(text: str, *, kind: str = "paragraph", bold: str = "") -> list[Candidate]:
    """The candidates of a document of one block; ``bold``: the stretch of it that is printed bold."""
    builder = DocumentBuilder()
    at = text.index(bold)
    builder.add(text, kind=kind, bold=((at, at + len(bold)),) if bold else ())
    return candidates(Document(source="m.txt", format="text", text=builder.text, blocks=builder.blocks))


TITLES = [
    ("Flood Defences", "heading", "", None, "Flood Defences"),
    ("12. Flood Defences", "heading", "", "12", "Flood Defences"),
    ("12.3 Flood Defences", "heading", "", "12.3", "Flood Defences"),
    ("MW/23/14 Flood Defences", "heading", "", "MW/23/14", "Flood Defences"),
    ("12. Flood Defences", "paragraph", "", "12", "Flood Defences"),
    (f"12. Flood Defences {PROSE}", "paragraph", "Flood Defences", "12", "Flood Defences"),
    (f"12. FLOOD DEFENCES {PROSE}", "paragraph", "", "12", "FLOOD DEFENCES"),
    (f"12. FLOOD DEFENCES: {PROSE}", "paragraph", "", "12", "FLOOD DEFENCES"),
    (f"12. FLOOD DEFENCES (NORTH BANK) {PROSE}", "paragraph", "", "12", "FLOOD DEFENCES (NORTH BANK)"),
    (f"12. FLOOD DEFENCES – update {PROSE}", "paragraph", "", "12", "FLOOD DEFENCES – update"),
    (f"Flood Defences {PROSE}", "paragraph", "Flood Defences", None, "Flood Defences"),
]


@pytest.mark.parametrize(
    ("level", "title"),
    [(2, "Letter to the county: Update from JS"), (0, "Letter to the county")],
)
def test_what_stands_behind_the_colon_of_a_heading_in_mark_up_belongs_to_it(level: int, title: str) -> None:
    builder = DocumentBuilder()
    for text in ("Letter to the county: Update from JS", "Apologies for absence: Cllr Dale", "Items for July: BINS AND LAMPS"):
        builder.add(text, kind="heading", level=level)
    found = candidates(Document(source="m.txt", format="text", text=builder.text, blocks=builder.blocks))
    assert [c.title for c in found] == [title, "Apologies for absence", "Items for July"]


@pytest.mark.parametrize(("text", "kind", "bold", "number", "title"), TITLES)
def test_a_title_is_cut_out_of_its_block(text: str, kind: str, bold: str, number: str | None, title: str) -> None:
    (found,) = heads(text, kind=kind, bold=bold)
    assert (found.number.text if found.number else None, found.title) == (number, title)


NONE = [
    PROSE,
    f"12. {PROSE}",
    "(1) That the report be noted",
    "• a point",
    "12. that the gate be mended",
    "12. It was mended.",
]


@pytest.mark.parametrize("text", NONE)
def test_sentences_and_limbs_head_nothing(text: str) -> None:
    assert heads(text) == []


def test_an_item_line_below_a_heading_gives_the_agenda_number() -> None:
    builder = DocumentBuilder()
    for line in ("28. Flood Defences", "(Item 8)", PROSE):
        builder.add(line)
    document = Document(source="m.txt", format="text", text=builder.text, blocks=builder.blocks)
    (found,) = candidates(document)
    assert (found.number and found.number.text, found.agenda_number, found.title) == ("28", "8", "Flood Defences")
    assert document.text[found.body :].strip() == PROSE


@pytest.mark.parametrize("text", ["84. Apologies (Item 1)", "84. Apologies (Agenda item 1)"])
def test_an_agenda_number_in_brackets_is_no_part_of_the_title(text: str) -> None:
    (found,) = heads(text, kind="heading")
    assert (found.number and found.number.text, found.agenda_number, found.title) == ("84", "1", "Apologies")


def test_items_that_run_on_within_one_paragraph_are_all_found() -> None:
    found = heads("3. APOLOGIES FOR ABSENCE None. 4. DECLARATIONS OF INTEREST None. 5. POLICE REPORT It was read.")
    assert [(c.number and c.number.text, c.title) for c in found] == [
        ("3", "APOLOGIES FOR ABSENCE"),
        ("4", "DECLARATIONS OF INTEREST"),
        ("5", "POLICE REPORT"),
    ]


def test_headings_weigh_more_than_plain_lines() -> None:
    heading, plain = heads("12. Flood Defences", kind="heading")[0], heads("12. Flood Defences")[0]
    assert heading.weight > plain.weight
