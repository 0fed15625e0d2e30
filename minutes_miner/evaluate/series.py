"""How well actions were followed through the meetings of a series, against ``series.json``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.evaluate.figures import Figures
from minutes_miner.evaluate.texts import SAME_TEXT, SAME_TITLE, Row, pairs, same_text, words_shared


@dataclass(frozen=True)
class SeriesScore:
    """The actions found, the links to later items, and the overdue ones; of the actions found, how many have the right status and date."""

    name: str
    as_of: str
    actions: Figures
    links: Figures
    overdue: Figures
    status_right: int
    due_right: int
    # Each difference: its document, "what" it is, the action's text, and of a field or a link what was labelled and what was found.
    wrong: tuple[Row, ...] = ()


def score_series(series: Row, tracked: Iterable[Row], *, name: str = "", same: Mapping[str, str] | None = None) -> SeriesScore:
    """``series`` as series.json has it, ``tracked`` as ``track --format json`` prints it.

    ``same``: of each document that was read as one with another, a page of one item for instance, the name of the other. An action
    labelled on the one may be found on either.
    """
    labelled, found = list(series["actions"]), list(tracked)

    def one_document(a: Row, b: Row) -> bool:
        return b["document"] in (a["document"], (same or {}).get(a["document"]))

    def one_link(a: Row, b: Row) -> float:
        return one_document(a, b) * _same_item(a, b)

    chosen = pairs(labelled, found, lambda a, b: same_text(a["text"], b["text"]) if one_document(a, b) else 0.0, SAME_TEXT)
    both = [(labelled[i], found[j]) for i, j in chosen]
    linked = sum(len(pairs(a["mentions"], b["mentions"], one_link, 1.0)) for a, b in both)
    return SeriesScore(
        name=name,
        as_of=series["as_of"],
        actions=Figures(len(both), len(labelled), len(found)),
        links=Figures(linked, _mentions(labelled), _mentions([b for _, b in both])),
        overdue=Figures(sum(a["status"] == b["status"] == "overdue" for a, b in both), _overdue(labelled), _overdue(found)),
        status_right=sum(a["status"] == b["status"] for a, b in both),
        due_right=sum(a.get("due_date") == b.get("due_date") for a, b in both),
        wrong=tuple(_wrong(labelled, found, chosen, one_link)),
    )


def _wrong(
    labelled: Sequence[Row], found: Sequence[Row], chosen: Sequence[tuple[int, int]], one_link: Callable[[Row, Row], float]
) -> Iterator[Row]:
    """Actions missed and too many; of those paired, fields that differ, and links missed and too many."""
    for what, rows, paired in (("missed", labelled, {i for i, _ in chosen}), ("extra", found, {j for _, j in chosen})):
        yield from (_difference(row, what) for place, row in enumerate(rows) if place not in paired)
    for i, j in sorted(chosen):
        row, other = labelled[i], found[j]
        for name in ("status", "due_date"):
            if row.get(name) != other.get(name):
                yield _difference(row, name, row.get(name), other.get(name))
        linked = pairs(row["mentions"], other["mentions"], one_link, 1.0)
        for one in (m for place, m in enumerate(row["mentions"]) if place not in {a for a, _ in linked}):
            yield _difference(row, "link", f"{one['document']}, item {one['item']}", None)
        for one in (m for place, m in enumerate(other["mentions"]) if place not in {b for _, b in linked}):
            yield _difference(row, "link", None, f"{one['document']}, item {one['item']}")


def _difference(row: Row, what: str, *values: str | None) -> Row:
    return {"document": row["document"], "what": what, "item": row.get("item"), "text": row["text"]} | dict(
        zip(("labelled", "found"), values, strict=False)
    )


def _same_item(one: Row, other: Row) -> float:
    a, b = str(one.get("item") or ""), str(other.get("item") or "")
    # "191(5)" and "19.2" are entries of 191 and 19.
    near = bool(a and b) and (_container(a) == b or _container(b) == a)
    return float(a == b or near or words_shared(a, b) >= SAME_TITLE)


def _container(number: str) -> str:
    return number.split(".")[0].split("(")[0]


def _mentions(rows: Iterable[Row]) -> int:
    return sum(len(row["mentions"]) for row in rows)


def _overdue(rows: Iterable[Row]) -> int:
    return sum(row["status"] == "overdue" for row in rows)
