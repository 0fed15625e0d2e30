"""Tables that stand inside a cell of another table: an action log in the discussion column, say.

While the outer table is looked at and unrolled, the inner one stands in its cell as one paragraph, a sign that no document
prints; when that paragraph is added, the inner table's own rows are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.ingest.layout import Para, Row, add_table
from minutes_miner.model import Block

_SIGN = "\ue0f0"  # of Unicode's private use area
_HELD = re.compile(rf"{_SIGN}(\d+){_SIGN}")


@dataclass
class NestingBuilder(DocumentBuilder):
    """A builder that counts its tables and holds inner ones until their turn."""

    _tables: int = 0
    _inner: list[Sequence[Row]] = field(default_factory=list)

    def hold(self, rows: Sequence[Row]) -> Para:
        """The paragraph that stands for an inner table."""
        self._inner.append(rows)
        return Para(f"{_SIGN}{len(self._inner) - 1}{_SIGN}")

    def put_table(self, rows: Sequence[Row]) -> None:
        """Add a table in reading order, its rows numbered where it is kept as data."""
        self._tables += not add_table(self, rows, table=self._tables + 1)

    def add(self, text: str, *, kind: str = "paragraph", bold: tuple[tuple[int, int], ...] = (), **marks: Any) -> Block | None:
        """Add one block; an inner table where ``text`` stands for one, after what was written before it (its row's number)."""
        held = _HELD.search(text)
        if held is None or int(held.group(1)) >= len(self._inner):
            return super().add(text, kind=kind, bold=bold, **marks)
        before = super().add(text[: held.start()].rstrip(), kind=kind, **marks)
        self.put_table(self._inner[int(held.group(1))])
        return before

    def add_row(self, cells: list[str], **marks: Any) -> Block | None:
        """Add a row of a data table; of a table inside one of its cells the words alone are kept."""
        return super().add_row([_HELD.sub(self._words, cell) for cell in cells], **marks)

    def _words(self, held: re.Match[str]) -> str:
        rows = self._inner[int(held.group(1))] if int(held.group(1)) < len(self._inner) else ()
        return " ".join(cell.text for row in rows for cell in row.cells if cell.text)
