"""The store: one SQLite file that keeps what every run found, and searches it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from minutes_miner.errors import StoreError
from minutes_miner.model import ActionKey, Ledger, Meeting, Outcome
from minutes_miner.store.ledger import behind, kept_ledger, meeting_headers
from minutes_miner.store.save import save_run
from minutes_miner.store.schema import open_database
from minutes_miner.store.search import Hit, SearchQuery, find
from minutes_miner.store.versions import earlier_actions


class Store:
    """A database of minutes at ``path``: a context manager, made where it is missing unless ``create`` is False.

    Raises StoreError where the file is missing (and is not to be made), is no database of this program's version, is locked
    by another program, or cannot be written.
    """

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        self.path = Path(path)
        with self._explained():
            self._connection = open_database(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a store that is closed cannot be used again."""
        self._connection.close()

    def save(self, meetings: Sequence[Meeting], ledger: Ledger | None = None, outcomes: Sequence[Outcome] = ()) -> list[tuple[str, str]]:
        """Keep a run, whole or not at all.

        A document already kept (the same bytes, or the same file of the same meeting) is replaced under the id it has; one
        that is unchanged is not touched; documents that this run does not name stay, a draft as an earlier version of the final
        minutes. Actions take their standing from ``ledger``, as of its day. The same run again writes nothing. Returned are pairs of
        sources, one of this run and one kept before, that may be of one meeting.
        """
        with self._explained(), self._transaction():
            return save_run(self._connection, meetings, ledger, outcomes)

    def ledger(self) -> Ledger | None:
        """The actions as the minutes alone give them, without what officers set; None where no run has followed any."""
        with self._explained():
            return kept_ledger(self._connection)

    def behind(self) -> int:
        """How many actions were followed up to an earlier day than the ledger's, since a later run did not name their documents."""
        with self._explained():
            return behind(self._connection)

    def earlier_actions(self) -> dict[str, tuple[ActionKey, str]]:
        """The actions of earlier versions of minutes by reference: what each is known by, and its document."""
        with self._explained():
            return earlier_actions(self._connection)

    def meetings(self) -> list[Meeting]:
        """The meetings that are kept, by date: their headers alone."""
        with self._explained():
            return meeting_headers(self._connection)

    def search(self, query: SearchQuery) -> list[Hit]:
        """The passages that ``query`` asks for, best first. Raises UsageError where it asks for nothing that can be found."""
        with self._explained():
            return find(self._connection, query)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:  # also an interruption from the keyboard: half a run is never kept
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
                raise StoreError(f"{self.path} is not a database: name the minutes.db that `minutes-miner run` has made") from error
            raise StoreError(
                f"the database {self.path} cannot be used: {error}. Close other programs that have it open, or choose another file."
            ) from error
        except OSError as error:
            raise StoreError(f"the database {self.path} cannot be made: {error.strerror or error}. Choose another folder.") from error
