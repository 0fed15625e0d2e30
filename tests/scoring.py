"""How near an extraction comes to the labels that stand beside the sample minutes.

Rows of one document are paired one to one, the likest first: texts by the share of words that they have in common (F1 of 0.7 and more
is the same row), people by their names. A kind's score is the F1 of the rows paired over all documents; a field's score (``actions.owner``)
the share of paired rows in which it is right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
Likeness = Callable[[Row, Row], float]

SAME_TEXT = 0.7
SAME_TITLE = 0.75
_TITLES = frozenset("the councillor councillors cllr mr mrs ms miss dr prof professor sir dame rev revd lord lady mbe obe cbe jp".split())


def words_shared(one: str, other: str) -> float:
    """F1 of the words of two texts, each counted as often as it stands there."""
    left, right = (Counter(re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))) for text in (one, other))
    both = (left & right).total()
    return 2 * both / (left.total() + right.total()) if both else 0.0


def one_person(one: str | None, other: str | None) -> bool:
    """Whether two wordings name one person or office: the same words but for titles, or one surname with no forename against it."""
    if not one or not other:
        return one == other
    if _letters(one) or _letters(other):
        return _initials(one) == _initials(other)
    left, right = _name(one), _name(other)
    if left == right or not left or not right:
        return left == right
    if left[-1] != right[-1]:
        return False
    first, second = left[:-1], right[:-1]
    return not first or not second or (first[0][0] == second[0][0] and 1 in (len(first[0]), len(second[0])))


def _name(text: str) -> list[str]:
    bare = re.sub(r"\([^)]*\)", " ", text.casefold().replace("’", "'"))
    return [word for word in re.findall(r"[^\W\d_][\w'-]*", bare) if word not in _TITLES]


def _letters(text: str) -> bool:
    return text.isupper() and len(text) <= 4


def _initials(text: str) -> str:
    return text if _letters(text) else "".join(word[0].upper() for word in _name(text))


@dataclass
class Tally:
    """Rows paired, rows labelled and rows found of one kind; fields: how often each was right."""

    paired: int = 0
    labelled: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)

    @property
    def score(self) -> float:
        """F1 of the rows; 1 where there are none and none were found."""
        rows = self.labelled + self.found
        return 2 * self.paired / rows if rows else 1.0


@dataclass(frozen=True)
class Kind:
    """How rows of a kind are read from a record, compared, and shown; ``fields``: what else has to be right in a pair."""

    rows: Callable[[Row], list[Row]]
    likeness: Likeness
    least: float
    show: str
    fields: Mapping[str, Callable[[Row, Row], bool]] = field(default_factory=dict)


def pairs(labelled: Sequence[Row], found: Sequence[Row], likeness: Likeness, least: float) -> list[tuple[int, int]]:
    """One to one pairs of positions, the likest first."""
    likely = sorted(
        ((likeness(a, b), -i, -j) for i, a in enumerate(labelled) for j, b in enumerate(found)), key=lambda each: each, reverse=True
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen = []
    for like, i, j in likely:
        if like >= least and -i not in taken_left and -j not in taken_right:
            taken_left.add(-i)
            taken_right.add(-j)
            chosen.append((-i, -j))
    return chosen


def _of_items(kind: str) -> Callable[[Row], list[Row]]:
    """The rows of a kind, each with the number or title of its item and the names of each speaker there."""

    def rows(record: Row) -> list[Row]:
        return [
            {**row, "item": item["number"] or item["title"], "people": [[p["name"], *p["aliases"]] for p in item["speakers"]]}
            for item in record["items"]
            for row in item[kind]
        ]

    return rows


def _same_text(one: Row, other: Row) -> float:
    """The likeness of two rows' texts; another statement of the same action counts too, a little less."""
    others = [words_shared(a, b) for a in [one["text"], *one.get("also", ())] for b in [other["text"], *other.get("also", ())]]
    return max(words_shared(one["text"], other["text"]), 0.99 * max(others))


def _same_names(one: Row, other: Row) -> float:
    names, others = ([row["name"], *row.get("aliases", ())] for row in (one, other))
    same_item = one.get("item") == other.get("item")
    return float(same_item and any(one_person(a, b) for a in names for b in others))


def _same_item(one: Row, other: Row) -> float:
    title = words_shared(one["title"], other["title"])
    return title + (0.5 if one["number"] == other["number"] else 0.0) if title >= SAME_TITLE else 0.0


def _equal(key: str) -> Callable[[Row, Row], bool]:
    return lambda one, other: bool(one[key] == other[key])


def _named(key: str) -> Callable[[Row, Row], bool]:
    """Whether a labelled row and the row found name one person; the labels may say that a name and an office are one speaker's."""

    def same(label: Row, found: Row) -> bool:
        wanted, given = label[key], found[key]
        known = [names for names in label["people"] if any(one_person(name, wanted) for name in names)]
        return one_person(wanted, given) or any(one_person(name, given) for names in known for name in names)

    return same


KINDS: dict[str, Kind] = {
    "items": Kind(lambda r: list(r["items"]), _same_item, SAME_TITLE, "title", {"number": _equal("number")}),
    "attendance": Kind(lambda r: list(r["attendance"]), _same_names, 1.0, "name", {"status": _equal("status")}),
    "speakers": Kind(_of_items("speakers"), _same_names, 1.0, "name"),
    "questions": Kind(
        _of_items("questions"), _same_text, SAME_TEXT, "text", {"asked_by": _named("asked_by"), "answered_by": _named("answered_by")}
    ),
    "resolutions": Kind(
        _of_items("resolutions"),
        _same_text,
        SAME_TEXT,
        "text",
        {"type": _equal("type"), "label": _equal("label"), "moved_by": _named("moved_by"), "seconded_by": _named("seconded_by")},
    ),
    "actions": Kind(_of_items("actions"), _same_text, SAME_TEXT, "text", {"owner": _named("owner"), "due_date": _equal("due_date")}),
}


def score_records(labels: Iterable[Row], records: Iterable[Row]) -> tuple[dict[str, float], dict[str, Tally]]:
    """Scores by kind ("items") and field ("items.number"), and the tallies behind them. Records are found by their ``source``."""
    by_source = {record["source"]: record for record in records}
    empty: Row = {"meeting": {"date": None, "committee": None}, "attendance": [], "items": []}
    tallies = {name: Tally() for name in (*KINDS, "meeting")}
    for label in labels:
        record = by_source.get(label["source"], empty)
        for name, kind in KINDS.items():
            _compare(tallies[name], kind, label, record)
        _compare_heads(tallies["meeting"], label, record)
    return dict(_scores(tallies)), tallies


def _compare(tally: Tally, kind: Kind, label: Row, record: Row) -> None:
    labelled, found = kind.rows(label), kind.rows(record)
    chosen = pairs(labelled, found, kind.likeness, kind.least)
    optional = {i for i, row in enumerate(labelled) if row.get("optional")} - {i for i, _ in chosen}
    tally.paired += len(chosen)
    tally.labelled += len(labelled) - len(optional)
    tally.found += len(found)
    for i, j in chosen:
        tally.right.update(name for name, right in kind.fields.items() if right(labelled[i], found[j]))
    tally.missed += [_shown(label, kind, row) for i, row in enumerate(labelled) if i not in dict(chosen) and i not in optional]
    tally.spare += [_shown(label, kind, row) for j, row in enumerate(found) if j not in {each for _, each in chosen}]


def _shown(label: Row, kind: Kind, row: Row) -> str:
    return f"{label['source']} {row.get('item', row.get('number', ''))}: {row[kind.show]}"


def _compare_heads(tally: Tally, label: Row, record: Row) -> None:
    tally.paired += 1
    wanted, given = label["meeting"], record["meeting"]
    # A printed title in capitals is the same committee.
    tally.right.update(key for key in ("date", "committee") if (wanted[key] or "").casefold() == (given[key] or "").casefold())


def _scores(tallies: Mapping[str, Tally]) -> Iterator[tuple[str, float]]:
    for name, tally in tallies.items():
        if name != "meeting":
            yield name, tally.score
        for each in KINDS[name].fields if name in KINDS else ("date", "committee"):
            yield f"{name}.{each}", tally.right[each] / tally.paired if tally.paired else 0.0


def score_series(series: Row, tracked: Iterable[Row]) -> dict[str, float]:
    """How well actions were followed: ``status`` (share right of those found), ``overdue`` and ``links`` (F1).

    ``series`` as series.json has it, ``tracked`` as ``track --format json`` prints it.
    """
    labelled = list(series["actions"])
    documents = {row["document"] for row in labelled}
    found = [row for row in tracked if row["document"] in documents]
    chosen = pairs(labelled, found, lambda a, b: _same_text(a, b) if a["document"] == b["document"] else 0.0, SAME_TEXT)
    late = [labelled[i]["status"] == "overdue" and found[j]["status"] == "overdue" for i, j in chosen]
    links = [len(_links(labelled[i]) & _links(found[j])) for i, j in chosen]
    return {
        "found": 2 * len(chosen) / (len(labelled) + len(found)),
        "status": sum(labelled[i]["status"] == found[j]["status"] for i, j in chosen) / len(labelled),
        "overdue": _f1(sum(late), _overdue(labelled), _overdue(found)),
        "links": _f1(sum(links), sum(len(_links(row)) for row in labelled), sum(len(_links(row)) for row in found)),
    }


def _links(row: Row) -> set[tuple[str, str]]:
    return {(mention["document"], mention["item"]) for mention in row["mentions"]}


def _overdue(rows: Iterable[Row]) -> int:
    return sum(row["status"] == "overdue" for row in rows)


def _f1(both: int, labelled: int, found: int) -> float:
    return 2 * both / (labelled + found) if labelled + found else 1.0
