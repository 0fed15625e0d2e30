"""Records keep to the labels' keys and to the published schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from minutes_miner.export.record import to_record, tracked_record
from minutes_miner.export.schema import record_schema, tracked_schema
from minutes_miner.model import RESOLUTION_TYPES, Meeting, TrackedAction
from tests import factories as make


def _faults(schema: dict[str, Any], record: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{list(fault.path)}: {fault.message}" for fault in validator.iter_errors(json.loads(json.dumps(record)))]


@pytest.mark.parametrize(
    "meeting",
    [
        pytest.param(make.full_meeting(), id="every field filled"),
        pytest.param(
            make.meeting(day=None, organisation=None, committee=None, attendance=(), items=(), digest="", words=0), id="nothing found"
        ),
        pytest.param(
            make.meeting(
                items=(make.item(None, "Other business", actions=(make.action(owner=None, due=make.due(None, None, kind="none stated")),)),)
            ),
            id="nulls",
        ),
    ],
)
def test_a_record_keeps_to_the_published_schema(meeting: Meeting) -> None:
    assert _faults(record_schema(), to_record(meeting)) == []


@pytest.mark.parametrize(
    "tracked",
    [
        pytest.param(make.tracked(), id="overdue, never mentioned"),
        pytest.param(
            make.tracked(
                state="completed",
                mentions=(make.mention(due=make.due()), make.mention(evidence=None)),
                closing_quote="Done.",
                closing_source="a/b.html",
            ),
            id="done",
        ),
        pytest.param(make.tracked(state="no date stated", organisation=None, committee=None, meeting_date=None, due_date=None), id="nulls"),
    ],
)
def test_a_tracked_action_keeps_to_the_published_schema(tracked: TrackedAction) -> None:
    assert _faults(tracked_schema(), tracked_record(tracked)) == []


@pytest.mark.parametrize("schema", [record_schema(), tracked_schema()], ids=["record", "track"])
def test_the_schemas_are_valid_closed_and_described(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    objects = [part for part in _parts(schema) if part.get("type") == "object"]
    assert len(objects) > 2
    for part in objects:
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(part["properties"])
    for part in objects:
        assert [name for name, inner in part["properties"].items() if "description" not in inner and "$ref" not in inner] == []


def test_the_schema_refuses_a_key_it_does_not_know() -> None:
    assert _faults(record_schema(), to_record(make.meeting()) | {"surprise": 1})


def test_the_schema_names_every_type_of_resolution() -> None:
    assert record_schema()["$defs"]["resolution"]["properties"]["type"]["enum"] == list(RESOLUTION_TYPES)


def test_a_record_has_the_keys_of_the_labels() -> None:
    record = to_record(make.full_meeting("folder/2024-03-12.html"))
    assert (record["source"], record["path"]) == ("2024-03-12.html", "folder/2024-03-12.html")
    assert {"organisation", "committee", "date"} <= record["meeting"].keys()
    assert record["meeting"]["date"] == "2024-03-12"
    assert record["attendance"][0]["name"] == "Councillor Ivy Marlowe"
    (item,) = record["items"]
    assert {"number", "title", "speakers", "questions", "resolutions", "actions"} <= item.keys()
    assert item["speakers"][0] | {"evidence": None} == {
        "name": "Councillor Ivy Marlowe",
        "aliases": ["the Chair"],
        "role": "Chair",
        "evidence": None,
    }
    assert {"text", "asked_by", "answered_by"} <= item["questions"][0].keys()
    assert {"label", "text", "type", "moved_by", "seconded_by"} <= item["resolutions"][0].keys()
    action = item["actions"][0]
    assert (action["owner"], action["due_text"], action["due_date"], action["also"]) == (
        "Tomas Reyne",
        "by 30 April 2024",
        "2024-04-30",
        [],
    )
    quote = "Tomas Reyne undertook to write to the contractor about missed bins."
    where = {"start": 120, "end": 120 + len(quote), "page": 2, "anchor": None, "source": None}
    assert action["evidence"] == where | {"rule": "action.undertook", "quote": quote}


def test_no_field_of_a_meeting_is_left_out() -> None:
    record = to_record(make.full_meeting())
    told = record.keys() | record["meeting"].keys()
    assert [field.name for field in fields(Meeting) if field.name not in told] == []


def test_a_tracked_record_says_where_the_action_was_taken_up() -> None:
    followed = make.tracked(mentions=(make.mention("harrowmere/2024-05-14.html", item="21"),), due_date=date(2024, 9, 1))
    record = tracked_record(followed)
    assert (record["document"], record["status"], record["due_date"], record["first_due_date"]) == (
        "2024-03-12.html",
        "overdue",
        "2024-09-01",
        "2024-04-30",
    )
    assert [(one["document"], one["item"]) for one in record["mentions"]] == [("2024-05-14.html", "21")]


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from _parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _parts(inner)
