"""What an extraction got right, missed and had too much of, document by document, against labels made by people.

Labels and records are dictionaries: labels as ``minutes-miner label`` writes them, records as ``extract --format json`` prints them.
Rows of one document are paired one to one, the likest first: texts by the words that they share, people by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from minutes_miner.evaluate.names import one_owner, same_words, shared_name
from minutes_miner.evaluate.texts import SAME_TEXT, SAME_TITLE, Row, pairs, same_item, same_text, words_shared

KINDS = ("items", "attendance", "speakers", "questions", "resolutions", "actions")
#: The kinds whose mean F1 is the macro F1: attendance is a list to copy and tells little of reading.
MACRO = ("items", "speakers", "questions", "resolutions", "actions")
_OF_ITEMS = ("questions", "resolutions", "actions")


@dataclass(frozen=True)
class KindScore:
    """The rows of one kind in one document: pairs of label and found row, labels missed, rows too many."""

    pairs: tuple[tuple[Row, Row], ...] = ()
    missed: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Check:
    """One field of a paired row ("actions.owner"), and whether it is right."""

    field: str
    right: bool
    item: str
    text: str
    labelled: str | None
    found: str | None


@dataclass(frozen=True)
class DocumentScore:
    """How one document was read; ``read`` is False where there is no record of it, and then all its labels are missed."""

    document: str
    organisation: str
    kinds: Mapping[str, KindScore]
    checks: tuple[Check, ...]
    read: bool = True


def score_document(label: Row, record: Row | None, *, organisation: str = "") -> DocumentScore:
    """Compare a document's labels with its record; None where it could not be read."""
    found: Row = record or {"meeting": {}, "items": []}
    given = list(found["items"])
    items = _with_options_settled(label["items"], given)
    paired = pairs(items, given, same_item, SAME_TITLE)
    counterpart = {id(items[i]): given[j] for i, j in paired}
    kinds = {"items": _rows(items, given, paired)}
    checks = list(_of_meeting(label["meeting"], found["meeting"]))
    checks += [_check("items.number", a, b, "number", a["number"] == b.get("number")) for a, b in kinds["items"].pairs if a.get("number")]
    if "attendance" in label:
        kinds["attendance"] = _people(label["attendance"], found.get("attendance") or [])
        checks += [_check("attendance.status", a, b, "status", a["status"] == b["status"]) for a, b in kinds["attendance"].pairs]
    kinds["speakers"] = _speakers(items, given, counterpart)
    same = partial(_same_person, items)
    for kind in _OF_ITEMS:
        labels, rows = _of_items(items, kind), _of_items(given, kind)
        kinds[kind] = _rows(labels, rows, pairs(labels, rows, _same_statement, SAME_TEXT))
        for a, b in kinds[kind].pairs:
            checks.append(_check(f"{kind}.item", a, b, "item", counterpart.get(a["_home"]) is b["_parent"]))
            checks += _FIELDS[kind](a, b, same)
    return DocumentScore(str(label["source"]), organisation, kinds, tuple(checks), read=record is not None)


def _with_options_settled(labelled: Sequence[Row], found: Sequence[Row]) -> list[dict[str, Any]]:
    """The labelled items; entries of an item marked "optional" that were not found go, and their rows join the item before them."""
    taken = {i for i, _ in pairs(labelled, found, same_item, SAME_TITLE)}
    kept: list[dict[str, Any]] = []
    for i, item in enumerate(labelled):
        if i in taken or not item.get("optional") or not kept:
            kept.append({**item, **{kind: list(item.get(kind) or ()) for kind in ("speakers", *_OF_ITEMS)}})
            continue
        for kind in _OF_ITEMS:
            kept[-1][kind] += item.get(kind) or ()
        there = [name for speaker in kept[-1]["speakers"] for name in _names(speaker)]
        kept[-1]["speakers"] += [s for s in item.get("speakers") or () if not shared_name(_names(s), there)]
    return kept


def _rows(labelled: Sequence[Row], found: Sequence[Row], chosen: Sequence[tuple[int, int]]) -> KindScore:
    left, right = {i for i, _ in chosen}, {j for _, j in chosen}
    return KindScore(
        tuple((labelled[i], found[j]) for i, j in chosen),
        tuple(row for i, row in enumerate(labelled) if i not in left),
        tuple(row for j, row in enumerate(found) if j not in right),
    )


def _people(labelled: Sequence[Row], found: Sequence[Row]) -> KindScore:
    return _rows(labelled, found, pairs(labelled, found, lambda a, b: float(shared_name(_names(a), _names(b))), 1.0))


def _names(person: Row) -> list[str]:
    return [name for name in (person.get("name"), *(person.get("aliases") or ())) if name]


def _speakers(items: Sequence[Row], given: Sequence[Row], counterpart: Mapping[int, Row]) -> KindScore:
    """Speakers are compared item by item; those of items that are paired with none are missed, or too many."""
    parts = [_people(_placed(item, "speakers"), _placed(counterpart.get(id(item)), "speakers")) for item in items]
    met = {id(item) for item in counterpart.values()}
    alone = [row for item in given if id(item) not in met for row in _placed(item, "speakers")]
    return KindScore(
        tuple(pair for part in parts for pair in part.pairs),
        tuple(row for part in parts for row in part.missed),
        (*(row for part in parts for row in part.extra), *alone),
    )


def _of_items(items: Sequence[Row], kind: str) -> list[Row]:
    return [row for item in items for row in _placed(item, kind)]


def _placed(item: Row | None, kind: str) -> list[Row]:
    """The rows of an item, each with the number or title of the item, and the item itself."""
    if item is None:
        return []
    name = item.get("number") or item.get("title")
    return [{**row, "item": name, "_home": id(item), "_parent": item} for row in item.get(kind) or ()]


def _same_statement(label: Row, found: Row) -> float:
    return max(same_text(text, found.get("text")) for text in (label["text"], *(label.get("also") or ())))


def _same_person(items: Sequence[Row], label: str | None, found: str | None) -> bool:
    """Whether both name one person, or nobody; the labels may say that a name and an office are one speaker's."""
    if label is None or found is None:
        return label is found
    speakers = (_names(speaker) for item in items for speaker in item["speakers"])
    known = [name for names in speakers if any(same_words(label, name) for name in names) for name in names]
    return shared_name([label, *known], [found])


SamePerson = Callable[[str | None, str | None], bool]


def _of_meeting(label: Row, found: Row) -> Iterator[Check]:
    if label.get("date"):
        yield _check("meeting.date", label, found, "date", label["date"] == found.get("date"))
    if label.get("committee"):
        same = words_shared(label["committee"], found.get("committee")) >= SAME_TITLE
        yield _check("meeting.committee", label, found, "committee", same)


def _of_question(label: Row, found: Row, same: SamePerson) -> Iterator[Check]:
    for key in ("asked_by", "answered_by"):
        yield _check(f"questions.{key}", label, found, key, same(label.get(key), found.get(key)))


def _of_resolution(label: Row, found: Row, same: SamePerson) -> Iterator[Check]:
    yield _check("resolutions.type", label, found, "type", label["type"] == found.get("type"))
    for key in ("moved_by", "seconded_by"):
        if label.get(key):
            yield _check(f"resolutions.{key}", label, found, key, same(label[key], found.get(key)))


def _of_action(label: Row, found: Row, same: SamePerson) -> Iterator[Check]:
    wanted, given = label.get("owner"), found.get("owner")
    yield _check("actions.owner", label, found, "owner", same(wanted, given) or one_owner(wanted, given))
    yield _check("actions.due_date", label, found, "due_date", label.get("due_date") == found.get("due_date"))
    if label.get("due_text"):
        same_words = words_shared(label["due_text"], found.get("due_text")) >= SAME_TEXT
        yield _check("actions.due_text", label, found, "due_text", same_words)


_FIELDS: dict[str, Callable[[Row, Row, SamePerson], Iterator[Check]]] = {
    "questions": _of_question,
    "resolutions": _of_resolution,
    "actions": _of_action,
}


def _check(field: str, label: Row, found: Row, key: str, right: bool) -> Check:
    shown = label.get("text") or label.get("title") or label.get("name") or ""
    return Check(field, right, str(label.get("item") or label.get("number") or ""), shown, label.get(key), found.get(key))
