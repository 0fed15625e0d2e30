"""Members with names of other forms than a capital and small letters: present, asking, speaking, moving, and with a task."""

from __future__ import annotations

from pathlib import Path

import pytest

import minutes_miner as mm

PAGE = """Nettleham Parish Council
Minutes of the meeting held on Tuesday 8 October 2024
Present: Cllr A Ember (Chair), {name}, Cllr C Frayne. In attendance: D Mott (Clerk).

1. Apologies
None.

2. Bus shelter
{name} asked when the shelter would be painted. The Clerk replied that it would be May.
RESOLVED: That the shelter be painted. Proposed by {name}, seconded by Cllr Frayne.
ACTION: {name} to find a painter.

3. Bridge
In response to a question from {name}, the Clerk said that it was shut.
{name} agreed to write to the county.
"""


@pytest.mark.parametrize(
    "name",
    [
        "Councillor d'Ashe",
        "Cllr d’Ashe",
        "Cllr D’Ashe",
        "Councillor de la Moss",
        "Cllr O'Brock-Smyth",
        "Cllr. J.D. O'Brock-Smyth",
        "Cllr MacBrock",
        "Cllr van der Moss",
        "Councillor St John",
        "Cllr St. Brock",
        "Councillor Mrs. A. J. FitzBrock",
        "Cllr Le Moss",
        "Councillor L'Esk",
        "Cllr Ní Bhroc",
    ],
)
def test_a_name_of_any_form_is_found_everywhere(name: str, tmp_path: Path) -> None:
    page = tmp_path / "minutes.txt"
    page.write_text(PAGE.format(name=name), encoding="utf-8")
    (record,) = mm.read(page)
    assert name in [each.name for each in record.attendance]
    shelter, bridge = record.items[1], record.items[2]
    assert [each.asked_by for each in (*shelter.questions, *bridge.questions)] == [name, name]
    assert [each.moved_by for each in shelter.resolutions] == [name]
    assert [each.owner for each in (*shelter.actions, *bridge.actions)] == [name, name]
    assert name in [each.name for each in shelter.speakers]
