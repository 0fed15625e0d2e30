"""Lists of people under a label: "PRESENT: ...", a heading with lines below it, label cells of a table, an item Apologies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator

from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.assemble.headings import FINITE_VERB
from minutes_miner.assemble.list_entry import Entry, entries
from minutes_miner.assemble.list_labels import ListLabel
from minutes_miner.assemble.sentence_ends import sentence_end
from minutes_miner.model import APOLOGIES, COLUMNS, Block, Document
from minutes_miner.text import places

# Lists of those present open the minutes: within this many blocks, tables of members counted row by row.
_OPENING = 90
# Small words that a list of people may hold; any other word in small letters makes the line a sentence.
_SMALL = frozenset((
    "and", "of", "for", "to", "the", "from", "with", "at", "in", "on", "by", "plus", "as", "a", "an", "item", "items", "only",
    "de", "van", "der", "den", "von", "la", "le", "du", "di", "da", "al", "bin",
))  # fmt: skip
_APOLOGIES = re.compile(
    r"\bapologies\b(?: (?:for|of) (?:absence|non-attendance)| and substitut\w+| received| from members)*[\s:.–-]*", re.IGNORECASE
)
_COUNTS = re.compile(r"\w")  # a label that is no bullet or bracket
_TELEPHONE = re.compile(r"\d{5}")
_BRACKET = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_WORD = re.compile(r"(?<![\w’'-])[A-Za-z][\w’'-]*")
_SMALL_WORD = re.compile(r"[a-z](?<![\w’'-].)[\w’'-]*")  # (The letter comes first, which is looked for fast.)
# How a line may go on below the label of apologies, and a name that leaves no doubt.
_RECEIVED = re.compile(
    r"\s*(?:(?:were|was|have been|had been)\s+)?(?:received|accepted|given|noted|sent|tendered)\s+(?:from|by|for)\b:?\s*"
)
_TITLED = re.compile(r"(?:Cllrs?|Councillor|Mrs?|Ms|Miss|Dr|Rev|Prof|Sir|Dame|Lord|Lady|[A-Z]\.?)\b\.?\s+[A-Z]")
_PUBLIC = re.compile(r"\b(?:and|with|plus|,)?\s*(?:approximately |about |some )?\w+ members? of the public\b.*", re.IGNORECASE)
_TITLE = re.compile(r"(?:draft |unconfirmed )?(?:minutes|notes) of\b", re.IGNORECASE)  # a title may run on into the list
_ITEM_ROLES = frozenset(("title", "number", "agenda"))
_LONGEST_TITLE, _LONGEST_LINE = 80, 200  # characters
_PLAIN = ("present", "attend", "apolog", "absent")


def listed(document: Document, rules: FrameRules, *, skip: Container[int]) -> Iterator[Entry]:
    """Each person in a labelled list; ``skip`` are the numbers of tables read otherwise."""
    reading = _Lists(document, rules)
    for block in document.blocks[:_OPENING]:
        if block.table is None or block.table not in skip:
            yield from reading.take(block)


class _Lists:
    """Goes through the blocks with the list in hand: its status, and the table it stands in."""

    def __init__(self, document: Document, rules: FrameRules) -> None:
        self._document, self._labels, self._names = document, rules.labels, rules.names
        self._plain = places(document.small, _PLAIN, end=document.blocks[:_OPENING][-1].end) if document.blocks else []
        self._status: str | None = None
        self._columns: dict[int, str] = {}
        self._table: int | None = None
        self._business = False  # whether the first item has begun
        self._in_row = False  # whether the label stands beside its list, in a table

    def take(self, block: Block) -> Iterable[Entry]:
        """The persons that the block lists."""
        if block.cells:
            return self._row(block) if block.style != COLUMNS else self._in_columns(block)
        self._columns, self._in_row = {}, False
        if block.role == "action" or (self._business and not self._status and not self._has_plain_word(block)):
            return ()
        text = self._document.text[block.body : block.end]
        first = self._labels.read(text)
        label = first if first and self._counts(first) else None
        if block.role in _ITEM_ROLES or (block.label and _COUNTS.match(block.label) and not (label and label.colon)):
            return self._item(text, block.body)
        if label is None and block.kind == "heading" and not self._is_person(text):
            self._status = None
        if label or self._status or (not self._business and ":" in text and (len(text) < _LONGEST_LINE or _TITLE.match(text))):
            return self._list(text, block.body, first)
        return ()

    def _counts(self, label: ListLabel) -> bool:
        """Once business has begun "Clerk: to write" is a task, and only plain words of attendance count."""
        return not self._business or any(word in label.words for word in _PLAIN)

    def _has_plain_word(self, block: Block) -> bool:
        at = bisect_left(self._plain, (block.start, 0))
        return at < len(self._plain) and self._plain[at][0] < block.end

    def _is_person(self, text: str) -> bool:
        """Whether a line in bold, within a list, is one of the people listed and no heading."""
        people = self._names.read(text) if self._status and not self._business and reads_as_list(text) else ()
        return len(people) == 1 and people[0].start == 0 and _TITLED.match(text) is not None

    def _in_columns(self, block: Block) -> Iterator[Entry]:
        """A line that sets out a person and office, or several people, by blanks; its label stands over the lines below as well."""
        cells = [(self._document.slice(*span), span[0]) for span in block.cells]
        label = self._labels.read(cells[0][0])
        if label and label.end >= len(cells[0][0]) and self._counts(label):
            self._status, cells = label.status, cells[1:]
        several = len([text for text, _ in cells if self._names.read(text)]) > 2 or all(_TITLED.match(text) for text, _ in cells)
        for text, start in (cells if several else cells[:1]) if self._status else ():
            if reads_as_list(text):
                yield from entries(text, start, self._status or "", "attendance.list", self._names)

    def _item(self, text: str, start: int) -> Iterable[Entry]:
        """An item ends the lists, but that of apologies opens one; the names may stand in its heading's own line."""
        self._business, self._status = True, None
        match = _APOLOGIES.search(text) if self._document.small.find("apologies", start, start + len(text)) >= 0 else None
        if not match:
            return ()
        if match.end() == len(text) or len(text) < _LONGEST_TITLE:
            self._status = APOLOGIES
        rest = text[match.end() :]
        if not rest.strip() or not reads_as_list(rest):
            return ()
        return entries(rest, start + match.end(), APOLOGIES, "attendance.list", self._names)

    def _list(self, text: str, start: int, first: ListLabel | None) -> Iterator[Entry]:
        for label, begin, end in self._labels.parts(text, first):
            if label and self._counts(label):
                self._status = label.status
            if self._status == APOLOGIES and (received := _RECEIVED.match(text, begin, end)):
                begin = received.end()
            stop = self._end_of_names(text, begin, end)
            stretch = text[begin:stop]
            if self._status is None or not stretch.strip():
                continue
            if self._is_described(stretch):
                stretch = stretch.partition(",")[0]
            elif not reads_as_list(stretch, told=label is not None and label.colon):
                self._status = None
                continue
            yield from entries(stretch, start + begin, self._status, "attendance.list", self._names)

    def _is_described(self, text: str) -> bool:
        """Whether a line of a list is one person and, behind a comma, who they are in small words: "Jo Ash, practising barrister"."""
        name, comma, rest = text.partition(",")
        if not comma or "," in rest or len(text) > _LONGEST_TITLE or not rest.strip()[:1].islower() or FINITE_VERB.search(rest):
            return False
        return reads_as_list(name) and len(self._names.read(name)) == 1

    def _end_of_names(self, text: str, begin: int, end: int) -> int:
        """Where the list ends: with its sentence, or with the last of those behind it that name people ("Jo Oak (Clerk). Kim Elm.")."""
        stop = sentence_end(text, begin, end)
        while stop + 1 < end:
            further = sentence_end(text, stop + 1, end)
            if not reads_as_list(text[stop:further]) or not self._names.read(text[stop:further]):
                break
            stop = further
        return stop

    def _row(self, block: Block) -> Iterator[Entry]:
        if block.table != self._table:
            self._table, self._columns = block.table, {}
            self._status = None if self._in_row else self._status
        cells = [(self._document.slice(*span), span[0]) for span in block.cells]
        statuses = {n: status for n, (text, _) in enumerate(cells) if (status := self._labels.status_of(text))}
        if len(statuses) > 1 and len(statuses) == sum(bool(text) for text, _ in cells):
            self._columns = statuses
            return
        if self._columns:
            for n, status in self._columns.items():
                if n < len(cells):
                    yield from entries(cells[n][0], cells[n][1], status, "attendance.list", self._names)
            return
        yield from self._label_cells(block, cells)

    def _label_cells(self, block: Block, cells: list[tuple[str, int]]) -> Iterator[Entry]:
        """A row whose first cell is a label, or which goes on under the label of a row above; other label cells may follow."""
        filled = [(text, start) for text, start in cells if text]
        if self._in_row and cells[0][0]:
            self._status = None
        at = block.start
        for text, start in filled:
            label = self._labels.read(text)
            if label and label.end < len(text) and start == filled[0][1]:
                # "Present Kim Cole | KC": the label shares the first name's cell, and stands over the rows below.
                self._status, at, self._in_row = label.status, start + label.end, False
            elif label and label.end >= len(text):
                yield from self._stretch(at, start)
                # A label alone in its row stands over the rows below; one beside its list ends with it.
                self._status, at, self._in_row = label.status, start + len(text), len(filled) > 1
        if len(filled) == 2 and at == block.start and not reads_as_list(filled[1][0]):
            yield from self._with_office(filled)
        else:
            yield from self._stretch(at, block.end)

    def _stretch(self, start: int, end: int) -> Iterator[Entry]:
        text = self._document.slice(start, end)
        if self._status and reads_as_list(text):
            yield from entries(text, start, self._status, "attendance.list", self._names)

    def _with_office(self, cells: list[tuple[str, int]]) -> Iterator[Entry]:
        """A person and, in words that make no list, whom they are there for: "Kim Ash (KA) | Partner Member, local authorities"."""
        (text, start), (office, _) = cells
        if self._status and reads_as_list(text):
            people = list(entries(text, start, self._status, "attendance.list", self._names))
            if len(people) == 1 and len(office) < _LONGEST_TITLE:
                yield people[0]._replace(role=people[0].role or office)


def reads_as_list(text: str, *, told: bool = False) -> bool:
    """Whether ``text`` is a list of names and offices, no sentence; ``told``: a label with a colon says so, a few words may follow."""
    if "@" in text or _TELEPHONE.search(text):  # a letterhead: "Clerk: A Name, telephone 01234 ..."
        return False
    bare = _BRACKET.sub(" ", text) if "(" in text else text
    bare = _PUBLIC.sub("", bare) if "public" in bare else bare
    small = [word for word in _SMALL_WORD.findall(bare) if word not in _SMALL]
    return not small or (told and len(small) <= len(_WORD.findall(bare)) // 2)
