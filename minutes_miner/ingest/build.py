"""Building a Document: readers add blocks in reading order, the builder keeps text and offsets in step."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, make_dataclass, replace
from typing import Any

from minutes_miner.model import Block
from minutes_miner.text import fold, split_label

# A frozen class pays dearly for each field that it is given. A block is made for every paragraph, so it is filled while it is open,
# as one of a class of the same shape, and frozen then.
_OpenBlock = make_dataclass("_OpenBlock", [(each.name, Any) for each in fields(Block)], slots=True)


@dataclass
class DocumentBuilder:
    """Collects blocks; every ``add`` appends one block's text and a newline between blocks."""

    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        text: str,
        *,
        kind: str = "paragraph",
        bold: tuple[tuple[int, int], ...] = (),
        role: str = "body",
        style: str = "",
        level: int = 0,
        indent: float = 0.0,
        size: float = 1.0,
        item: int | None = None,
        page: int | None = None,
        anchor: str | None = None,
    ) -> Block | None:
        """Add one block; nothing where ``text`` is empty. White space in it is folded; ``bold``: stretches of it. The rest: as in Block."""
        if not text:
            return None
        start = self._append(text)
        label, body = split_label(text)
        moved = tuple([(start + a, start + b) for a, b in bold]) if bold else ()
        block: Block = _OpenBlock(
            kind, start, self._length, start + body, label, role, style, level, indent, size, moved, (), None, False, item, page, anchor
        )
        block.__class__ = Block
        self._blocks.append(block)
        return block

    def add_row(self, cells: list[str], **marks: Any) -> Block | None:
        """Add a table row: the folded cells joined by " | ", with each cell's offsets; nothing where all cells are blank."""
        folded = [fold(cell) for cell in cells]
        if not any(folded):
            return None
        start = self._append(" | ".join(folded))
        spans, at = [], start
        for cell in folded:
            spans.append((at, at + len(cell)))
            at += len(cell) + 3
        block = Block(kind="table_row", start=start, end=self._length, body=start, cells=tuple(spans), **marks)
        self._blocks.append(block)
        return block

    def _append(self, folded: str) -> int:
        start = self._length + 1 if self._parts else 0
        self._parts.append(folded)
        self._length = start + len(folded)
        return start

    @property
    def length(self) -> int:
        """The length of the document's text so far."""
        return self._length

    @property
    def text(self) -> str:
        """The document's text so far."""
        return "\n".join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far, in reading order."""
        return tuple(self._blocks)

    def amend(self, index: int, **marks: Any) -> None:
        """Change fields of a block already added (its role, say, once the reader knows more)."""
        self._blocks[index] = replace(self._blocks[index], **marks)

    def __len__(self) -> int:
        return len(self._blocks)
