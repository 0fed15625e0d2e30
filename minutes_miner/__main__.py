"""``python -m minutes_miner``: the command line."""

from __future__ import annotations

from minutes_miner.cli import main

if __name__ == "__main__":
    main()
