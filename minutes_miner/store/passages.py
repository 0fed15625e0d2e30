"""What can be searched: everything said, asked, answered and resolved, actions, item titles, and the rest of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Protocol

from minutes_miner.model import AgendaItem, Meeting
from minutes_miner.store.rows import Rows

KINDS = ("said", "question", "resolution", "action", "item", "text")
_WORTH = 4  # words: what is left of a shorter line is a label or a trigger ("RESOLVED: (1) That")
_TABLES = {"said": "contributions", "question": "questions", "resolution": "resolutions", "action": "actions"}
_WHO = {"said": "speaker", "question": "asked_by", "resolution": "moved_by", "action": "owner"}


class _Worded(Protocol):
    @property
    def text(self) -> str: ...


def passage_rows(meeting: Meeting, meeting_id: int, parts: Rows) -> Iterator[dict[str, Any]]:
    """The passages of ``meeting``, whose rows ``parts`` give the ids: one per value, item title and paragraph that no value holds."""
    body = " ".join(filter(None, (meeting.organisation, meeting.committee)))
    spoken = _by_item(parts)
    for item, row in zip(meeting.items, parts.get("items", []), strict=True):
        names = {speaker.name: "; ".join((speaker.name, *speaker.aliases)) for speaker in item.speakers}
        for passage in (*_titles(item, row), *spoken.get(row["id"], ()), *_rest(item, row)):
            speaker = passage["speaker"]
            yield passage | {"meeting_id": meeting_id, "item_id": row["id"], "names": names.get(speaker, speaker), "body": body}


def _by_item(parts: Rows) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for kind, table in _TABLES.items():
        for row in parts.get(table, []):
            passage = _passage(kind, row["text"], row, speaker=row[_WHO[kind]], value_id=row["id"])
            found.setdefault(row["item_id"], []).append(passage)
    return found


def _titles(item: AgendaItem, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield _passage("item", item.title, row, value_id=row["id"])


def _rest(item: AgendaItem, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What the record says beside the values: the narrative that nobody is named for."""
    groups: tuple[Iterable[_Worded], ...] = (item.contributions, item.questions, item.resolutions, item.actions)
    held = sorted({value.text for value in chain.from_iterable(groups)}, key=len, reverse=True)
    for line in item.text.split("\n"):
        for text in held:
            line = "" if line in text else line.replace(text, " … ")
        if len(line.split()) >= _WORTH:
            yield _passage("text", line.strip(), row)


def _passage(kind: str, text: str, row: Mapping[str, Any], *, speaker: str | None = None, value_id: str | None = None) -> dict[str, Any]:
    """A passage that stands where ``row`` does."""
    place = {name: row[name] for name in ("page", "anchor", "document")}
    return {"kind": kind, "text": text, **place, "speaker": speaker, "value_id": value_id}
