"""Keeping what was found: one SQLite file, filled by runs, searched and read through views."""

from __future__ import annotations

from minutes_miner.store.database import Store
from minutes_miner.store.passages import KINDS
from minutes_miner.store.search import MARKS, Hit, SearchQuery

__all__ = ["KINDS", "MARKS", "Hit", "SearchQuery", "Store"]
