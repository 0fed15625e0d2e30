"""Tables: telling page layout (item | discussion | action) from data, and reading each in its right order.

Readers give a table as rows of cells of paragraphs; ``add_table`` puts it into the document either way:

    from minutes_miner.ingest.layout import Cell, Para, Row, add_table
    rows = [Row((Cell((Para("1."),)), Cell((Para("Apologies", bold=((0, 9),)), Para("None."))), Cell((Para("KC"),)))), ...]
    add_table(builder, rows, table=3)          # marks such as anchor= or page= are passed on to every block

A *layout table* becomes headings (role "title"), discussion blocks (role "body") and blocks of role "action" that
follow the discussion block they stand beside; its row of column heads is left out. A *data table* becomes one
table_row per row.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.layout_cells import Cell, Para, Row
from minutes_miner.ingest.layout_heads import head_rows
from minutes_miner.text import fold, split_label

_LONG = 300  # characters: a cell so long is prose; the text of a row in an action table rarely runs to four lines
_NARRATIVE = 0.4  # share of the discussion column that must stand in long cells or cells of several paragraphs
_POINTS_PER_LETTER, _LINE = 5.5, 13.0  # at 11 points; used only to guess how many lines a paragraph fills
_LEVEL = 4.0  # points: an entry that starts less than this above a paragraph stands beside it
__all__ = ["Cell", "Layout", "Para", "Row", "add_rows", "add_table", "find_layout", "unroll"]

# A number that stands alone in its cell: "5", "5.", "3a", "12.3", "B/24/41", "25-26/FA/1", "FGB 01/2021" (the last through split_label).
_NUMBER = re.compile(r"\d{1,4}[a-z]?|\d{1,3}(?:\.\d{1,3})+|(?=\S*\d)(?=\S*[A-Z])[A-Z\d]{1,6}(?:[/.-][A-Z\d]{1,6}){1,3}\.?")

# Labels of lists in the head of minutes, as people set them beside a list in a table.
_LIST_LABEL = re.compile(
    r"(?:(?:also|members|governors|trustees|councillors|directors|officers)\s)?"
    r"(?:present|in attendance|attending|attendees|attended by)\b.{0,30}$"
    r"|(?:apologies|absent|attendance|chair|clerk|minutes|note ?taker|distribution|cc)\b.{0,30}$",
    re.IGNORECASE,
)

_WHOLE_NUMBER = re.compile(r"\d{1,4}\.?")

# Heads of the discussion and the action column, as minutes print them ("Notes", "Action by").
_DISCUSSION = re.compile(
    r"(?:key )?(?:discussion|notes?|minutes?|summary|details?)(?: (?:points?|(?:and|&|/) (?:decisions?|outcomes?|actions?)))?:?",
    re.IGNORECASE,
)
_ACTION = re.compile(r"(?:actions?|owner|lead|who)(?: (?:by|for|required|owner|points?|who|by whom))?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a layout table holds what, counted from 0."""

    body: int
    number: int | None = None
    title: int | None = None
    action: int | None = None
    due: int | None = None  # the column of dates behind the action column
    outlined: bool = False  # a row numbered 3 holds a title, rows 3.1 and 3.2 the record


def add_table(builder: DocumentBuilder, rows: Sequence[Row], *, table: int, **marks: Any) -> bool:
    """Add a table in reading order; True where it was unrolled as page layout, False where it was kept as rows.

    ``table`` numbers the rows of a data table (count it on only where False comes back); ``marks`` are fields of Block.
    """
    layout = find_layout(rows)
    if layout is None:
        add_rows(builder, rows, table=table, **marks)
        return False
    unroll(builder, rows, layout, **marks)
    return True


def add_rows(builder: DocumentBuilder, rows: Sequence[Row], *, table: int, **marks: Any) -> None:
    """Add a data table: one table_row block per row, a cell that covers several columns followed by empty ones."""
    heads, lists = head_rows(rows), _are_lists(rows)
    for at, row in enumerate(rows):
        cells = [text for cell in row.cells for text in (cell.text, *[""] * (cell.span - 1))]
        paras = [para for cell in row.cells for para in cell.paras if para.text]
        own = {"page": paras[0].page, **marks} if paras else marks
        if lists:
            for para in paras:
                builder.add(para.text, bold=para.bold, **own)
            continue
        builder.add_row(cells, table=table, header_row=at < heads, **own)


def find_layout(rows: Sequence[Row]) -> Layout | None:
    """The columns' parts where the rows are page layout; None for a data table.

    Page layout has one column of prose (several paragraphs or long ones to the cell), at most a number and a title
    before it and at most one column of short entries behind it, or two under heads that say so (Discussion | Action by | Date). Another
    table with more behind (ACTION | BY WHOM | BY WHEN) is data.
    """
    heads = head_rows(rows)
    columns = _columns(rows[heads:])
    if not 2 <= len(columns) <= 5 or _are_lists(rows):
        return None
    sizes = [sum(len(cell.text) for cell in column) for column in columns]
    body = sizes.index(max(sizes))
    before = [at for at in range(body) if sizes[at]]
    after = [at for at in range(body + 1, len(columns)) if sizes[at] or at == body + 1]
    number = next((at for at in before if _numbers(columns[at])), None)
    named = _named(rows[:heads], body)
    outlined = number is not None and _outlined(columns[number])
    if not (_narrative(columns[body]) or named or outlined) or 2 * sizes[body] < sum(sizes):
        return None
    due = after.pop() if len(after) == 2 and named else None
    titles = [at for at in before if at != number]
    if len(titles) > 1 or len(after) > 1 or not all(_short(columns[at]) for at in after):
        return None
    title, action = next(iter(titles), None), next(iter(after), None)
    if number is None and action is None and len([cell for cell in columns[body] if len(cell.filled) > 1]) < 2:
        return None  # two columns: a key/value head, unless the values are discussions of several paragraphs
    return Layout(body, number, title, action, due, outlined and title is None)


def _are_lists(rows: Sequence[Row]) -> bool:
    """Whether all that the rows hold is lists of people or things beside their labels; a heading may stand over them."""
    filled = [row for row in rows if len([cell for cell in row.cells if cell.text]) > 1]
    return any(row.is_list for row in filled) and all(_LIST_LABEL.match(row.cells[0].text) and len(row.cells) == 2 for row in filled)


def unroll(builder: DocumentBuilder, rows: Sequence[Row], layout: Layout, **marks: Any) -> None:
    """Add a layout table's rows in reading order (see the module's opening)."""
    for row in rows[head_rows(rows) :]:
        number, title, body, action = _parts(row, layout)
        entries = _with_dates([para for cell in action for para in cell.paras], _due_cell(row, layout))
        lead = " ".join(cell.text for cell in number if cell.text)
        head = _joined([para for cell in title for para in cell.paras if para.text])
        paras = [para for cell in body for para in cell.paras]
        if head is None and lead and (first := next((para for para in paras if para.text), None)):
            if first.kind == "heading" or first.bold_throughout or (layout.outlined and _WHOLE_NUMBER.fullmatch(lead)):
                head = first
                paras = [Para("") if para is first else para for para in paras]
            else:
                paras = [_prefixed(para, lead) if para is first else para for para in paras]
                lead = ""
        if lead and (head is None or not split_label(f"{lead} {head.text}")[0]):
            _add(builder, Para(lead, kind="heading", page=number[0].paras[0].page), "number", marks)
            lead = ""
        if head:
            _add(builder, _prefixed(head, lead)._replace(kind="heading"), "title", marks)
        _add_beside(builder, _placed(paras, body), _placed(entries, action), marks)


def _parts(row: Row, layout: Layout) -> tuple[list[Cell], list[Cell], list[Cell], list[Cell]]:
    """A row's cells as (number, title, body, action). A cell that covers title and discussion both is the title."""
    found: tuple[list[Cell], list[Cell], list[Cell], list[Cell]] = ([], [], [], [])
    at = 0
    for cell in row.cells:
        covers = range(at, at + cell.span)
        at += cell.span
        if layout.number in covers and layout.body not in covers and layout.title not in covers:
            found[0].append(cell)
        elif layout.title in covers or (layout.number in covers and layout.body in covers):
            found[1].append(cell)
        elif layout.action in covers and layout.body not in covers:
            found[3].append(cell)
        else:
            found[2].append(cell)
    return found


def _due_cell(row: Row, layout: Layout) -> Cell | None:
    """The cell of the column of dates, unless it is empty or covers others too."""
    ends = itertools.accumulate(cell.span for cell in row.cells)
    return next((cell for cell, end in zip(row.cells, ends, strict=True) if end - 1 == layout.due and cell.span == 1 and cell.text), None)


def _with_dates(entries: list[Para], due: Cell | None) -> list[Para]:
    """The entries of the action column, the one of a row with its date behind it; several cannot be told apart."""
    named = [para for para in entries if para.text]
    if due is None or len(named) != 1:
        return entries
    return [para._replace(text=f"{para.text} – {due.text}") if para.text else para for para in entries]


def _joined(paras: Sequence[Para]) -> Para | None:
    """Several paragraphs as one: a title set over several lines of a narrow column."""
    whole: Para | None = None
    for para in paras:
        whole = (
            para
            if whole is None
            else whole._replace(text=f"{whole.text} {para.text}", bold=whole.bold + _shifted(para.bold, len(whole.text) + 1))
        )
    return whole


def _prefixed(para: Para, lead: str) -> Para:
    """The paragraph with the number of its row before it."""
    return para._replace(text=f"{lead} {para.text}", bold=_shifted(para.bold, len(lead) + 1)) if lead else para


def _shifted(spans: tuple[tuple[int, int], ...], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((a + by, b + by) for a, b in spans)


def _add(builder: DocumentBuilder, para: Para, role: str, marks: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"style": para.style, "level": para.level, "indent": para.indent, "size": para.size, "page": para.page}
    kind = "paragraph" if role == "action" else "list_item" if para.kind == "paragraph" and split_label(para.text)[0] else para.kind
    builder.add(fold(para.text), kind=kind, bold=para.bold, role=role, **(fields | marks))


def _placed(paras: Sequence[Para], cells: Sequence[Cell]) -> list[tuple[float, Para]]:
    """The paragraphs that have text, each with its height: as the source gives it, or guessed from the lines above it."""
    width = max((cell.width for cell in cells), default=0.0) or 300.0
    at, placed = 0.0, []
    for para in paras:
        if para.text:
            placed.append((at if para.top is None else para.top, para))
        at += _LINE * max(1, ceil(len(para.text) * _POINTS_PER_LETTER / width))
    return placed


def _add_beside(builder: DocumentBuilder, body: list[tuple[float, Para]], entries: list[tuple[float, Para]], marks: dict[str, Any]) -> None:
    """The discussion, with each entry of the action column after the paragraph that it stands beside."""
    waiting = list(entries)
    bounds = [top for top, _ in body[1:]] + [float("inf")]
    for (_, para), below in zip(body, bounds, strict=True) if body else ():
        _add(builder, para, "body", marks)
        while waiting and waiting[0][0] < below - _LEVEL:
            _add(builder, waiting.pop(0)[1], "action", marks)
    for _, para in waiting:
        _add(builder, para, "action", marks)


def _columns(rows: Sequence[Row]) -> list[list[Cell]]:
    """The table's columns; a cell that covers several is left out, as it belongs to none of them."""
    count = max((sum(cell.span for cell in row.cells) for row in rows), default=0)
    columns: list[list[Cell]] = [[] for _ in range(count)]
    for row in rows:
        at = 0
        for cell in row.cells:
            if cell.span == 1:
                columns[at].append(cell)
            at += cell.span
    return columns


def _named(heads: Sequence[Row], body: int) -> bool:
    """Whether the column heads say that it is page layout: "Discussion" or the like, and "Action" behind it."""
    columns = [[fold(cell.text) for cell in column] for column in _columns(heads)]
    here, behind = columns[body : body + 1], columns[body + 1 : body + 2]
    return any(map(_DISCUSSION.fullmatch, itertools.chain(*here))) and any(map(_ACTION.fullmatch, itertools.chain(*behind)))


def _outlined(column: Sequence[Cell]) -> bool:
    """Whether a column numbers titles and the paragraphs under them: "3", "3.1", "3.2", for most of the titles."""
    texts = [fold(cell.text).rstrip(".") for cell in column if cell.text]
    tops = {text for text in texts if _WHOLE_NUMBER.fullmatch(text)}
    under = {text.partition(".")[0] for text in texts if "." in text}
    return len(tops) > 1 and 2 * len(tops & under) > len(tops)


def _narrative(column: Sequence[Cell]) -> bool:
    """Whether a column is prose: much of it stands in cells of several paragraphs, or in long ones."""
    total = sum(len(cell.text) for cell in column)
    prose = sum(len(cell.text) for cell in column if len(cell.text) >= _LONG or len(cell.filled) > 1)
    return total > 0 and prose >= _NARRATIVE * total


def _numbers(column: Sequence[Cell]) -> bool:
    """Whether a column's entries are nearly all bare item numbers."""
    texts = [fold(cell.text) for cell in column if cell.text]
    bare = [text for text in texts if _NUMBER.fullmatch(text) or split_label(text)[1] == len(text) > 0]
    return bool(texts) and len(bare) >= 0.7 * len(texts)


def _short(column: Sequence[Cell]) -> bool:
    """Whether a column's paragraphs are names, initials or a few words. Empty columns are, too."""
    lengths = sorted(len(para.text) for cell in column for para in cell.filled)
    return not lengths or lengths[len(lengths) // 2] <= 40
